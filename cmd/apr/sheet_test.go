package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// sheet FILE SHEET OUT writes what a sheet shows as CSV.
func sheet(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: sheet FILE SHEET OUT")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	rows, err := f.GetRows(args[1])
	ts.Check(err)
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	ts.Check(w.WriteAll(rows))
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), b.Bytes(), 0o666))
}

// fill FILE SHEET CELL=TEXT ... writes texts into cells; CELL:=NUMBER writes a
// number, as Excel makes of a code that is typed into a cell of no format.
func fill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: fill FILE SHEET CELL=TEXT ...")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	for _, a := range args[2:] {
		cell, text, _ := strings.Cut(a, "=")
		if number, ok := strings.CutSuffix(cell, ":"); ok {
			n, err := strconv.Atoi(text)
			ts.Check(err)
			ts.Check(f.SetCellStyle(args[1], number, number, 0))
			ts.Check(f.SetCellInt(args[1], number, int64(n)))
			continue
		}
		ts.Check(f.SetCellStr(args[1], cell, text))
	}
	ts.Check(f.Save())
}
