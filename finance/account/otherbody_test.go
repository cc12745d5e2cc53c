package account

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"apr/finance"
	"apr/finance/ledger"
)

// A ledger that says that it is another authority's is told, wherever it says so.
func TestLedgersOfOtherBodies(t *testing.T) {
	const lines = "CC,Amount\nA1,10.00\nA2,20.00\n"
	for _, c := range []struct{ partner, file, text, want string }{
		{"Scottish Borders Council", "l.csv", "Fife Council,\nReport ZFI_IJB_01,\n" + lines, `its first lines say "Fife Council"`},
		{"NHS Borders", "l.csv", "NHS Fife - ledger extract 2025/26,\n" + lines, `its first lines say "NHS Fife - ledger extract 2025/26"`},
		{"NHS Borders", "l.csv", "Dumfries & Galloway Health Board,\n" + lines, `its first lines say "Dumfries & Galloway Health Board"`},
		{"NHS Borders", "l.csv", "Scottish Borders Council,\n" + lines, `its first lines say "Scottish Borders Council"`},
		{"Renfrewshire Council", "l.csv", "East Renfrewshire Council,\n" + lines, `its first lines say "East Renfrewshire Council"`},
		{"NHS Borders", "l.csv", "Body,CC,Amount\nNHS Fife,A1,10.00\nNHS Fife,A2,20.00\n", `its column "Body" says "NHS Fife"`},
		{"NHS Borders", "nhs_fife_2025.csv", lines, `its file is called after NHS Fife`},
		{"NHS Borders", "l.csv", "NHS Borders - ledger extract,\n" + lines, ""},
		{"NHS Borders", "l.csv", "Produced by NHS Fife shared services,\nfor NHS Borders,\n" + lines, ""},
		{"NHS Borders", "l.csv", "Scottish Borders Integration Joint Board,\nwith Fife Council,\n" + lines, ""},
		{"SBC", "l.csv", "Scottish Borders Council,\n" + lines, ""},
		{"Renfrewshire Council", "l.csv", "Renfrewshire Council,\n" + lines, ""},
		{"East Renfrewshire Council", "l.csv", "East Renfrewshire Council,\n" + lines, ""},
		{"NHS Borders", "l.csv", "Body,CC,Amount\nNHS Borders,A1,10.00\nNHS Fife,A2,20.00\n", ""},
		{"NHS Borders", "l.csv", "Supplier,CC,Amount\nNHS Fife,A1,10.00\nNHS Fife,A2,20.00\n", ""},
		{"NHS Borders", "l.csv", "Ledger extract,\n" + lines, ""},
	} {
		spec := one(map[string]string{"cost_centre": "CC", "amount": "Amount"})
		spec.Ledgers[0].Partner, spec.Ledgers[0].File = c.partner, c.file
		spec.Own, spec.Bodies = []string{"Scottish Borders Integration Joint Board", "Scottish Borders"}, []string{"Scottish Borders Council", "NHS Borders"}
		spec.OtherBodies = []string{"Fife Council", "NHS Fife", "NHS Dumfries and Galloway", "Renfrewshire Council", "East Renfrewshire Council"}
		a, err := compute(context.Background(), fstest.MapFS{c.file: {Data: []byte(c.text)}}, spec, ledger.Reading{})
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(doubts(a, finance.CodeLedgerSays), "\n")
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s, %q: %s; want %s", c.partner, c.text, got, c.want)
		}
	}
}

// A cover is the first sheet of a workbook of which another is read.
func TestCoverOfAnotherBody(t *testing.T) {
	data := workbookOf(t, "NHS Fife", [][]any{{"CC", "Amount"}, {"A1", 10.0}, {"A2", 20.0}})
	spec := one(map[string]string{"cost_centre": "CC", "amount": "Amount"})
	l := &spec.Ledgers[0]
	l.Partner, l.File, l.Sheet = "NHS Borders", "l.xlsx", "Detail"
	for _, other := range []string{"NHS Fife", "NHS Grampian"} {
		spec.OtherBodies = []string{other}
		a, err := compute(context.Background(), fstest.MapFS{l.File: {Data: data}}, spec, ledger.Reading{})
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(doubts(a, finance.CodeLedgerSays), "\n")
		if strings.Contains(got, `the first sheet of its workbook says "NHS Fife"`) != (other == "NHS Fife") {
			t.Errorf("%s: %s", other, got)
		}
	}
}

// workbookOf has a cover and the rows on a sheet called Detail.
func workbookOf(t *testing.T, cover string, rows [][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	err := f.SetCellStr("Sheet1", "A1", cover)
	if err == nil {
		_, err = f.NewSheet("Detail")
	}
	for i, row := range rows {
		if err == nil {
			err = f.SetSheetRow("Detail", fmt.Sprintf("A%d", i+1), &row)
		}
	}
	buffer, writeErr := f.WriteToBuffer()
	if err = errors.Join(err, writeErr); err != nil {
		t.Fatal(err)
	}
	return buffer.Bytes()
}
