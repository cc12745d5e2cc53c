package workbook

import (
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"apr/indicators"
	"apr/internal/table/xlsx"
)

// exampleFolder has the workbook of the invented authority: PHS's layout, all
// 34 areas, and rows for Carrickmoor.
const (
	exampleFolder = "../../examples/carrickmoor/data"
	exampleName   = "Core_Suite_Integration_Indicators_Management_Information_Jul2026.xlsx"
)

var exampleFS = os.DirFS(exampleFolder)

func example(t testing.TB) *indicators.Workbook {
	t.Helper()
	w, err := Read(exampleFS, exampleName, "Carrickmoor")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// cells are rows of a sheet.
type cells [][]any

var heads12 = []any{"Lookup", "Year", "Time Period", "Partnership", "Indicator", "Estimate",
	"Numerator", "Denominator", "Rate", "Ind no.", "Lower CI", "Upper CI"}

// sample is a small table in PHS's layout.
func sample() cells {
	return cells{
		heads12,
		{"k", "2023/24", "", "Edinburgh", "NI3", "", nil, nil, 57.2, 3, 54.6, 59.8},
		{"k", "2023/24", "", "Scotland", "NI3", "", nil, nil, 59.6, 3, 59.1, 60.1},
		{"k", "2023/24", "Annual", "Edinburgh", "NI12", "No", 3040, 27836, 10921.1093547924, 12},
		{"k", "2023/24", "Q1", "Edinburgh", "NI12", "No", 760, 27836, 2730.27, 12},
		{"k", "2023", "Annual", "Edinburgh", "NI12", "No", 3000, 27836, 10777.4105, 12},
	}
}

// set writes rows into a sheet from a row on.
func set(t testing.TB, f *excelize.File, name string, from int, rows cells) {
	t.Helper()
	if i, _ := f.GetSheetIndex(name); i < 0 {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
	}
	for n, values := range rows {
		for column, v := range values {
			if v == nil || v == "" {
				continue
			}
			if err := f.SetCellValue(name, xlsx.CellName(column, from+n), v); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// book is a file system with one workbook, w.xlsx, whose sheet Data has the
// rows; edit may change it further.
func book(t testing.TB, rows cells, edit func(f *excelize.File)) fstest.MapFS {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", "Data"); err != nil {
		t.Fatal(err)
	}
	set(t, f, "Data", 1, rows)
	if edit != nil {
		edit(f)
	}
	return fstest.MapFS{"w.xlsx": {Data: bytesOf(t, f)}}
}

func bytesOf(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func csvFS(text string) fstest.MapFS { return fstest.MapFS{"w.csv": {Data: []byte(text)}} }

// readAll reads the only file of a file system.
func readAll(t testing.TB, fsys fstest.MapFS, known ...string) *indicators.Workbook {
	t.Helper()
	for name := range fsys {
		w, err := Read(fsys, name, known...)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	return nil
}

// find is a workbook's observation of an indicator, area and period, or nil.
func find(w *indicators.Workbook, id indicators.ID, area, p string) *indicators.Observation {
	for i := range w.Observations {
		if o := &w.Observations[i]; o.Indicator == id && o.Area == area && o.Period == p {
			return o
		}
	}
	return nil
}

// problems are a workbook's problems of some codes, as their messages.
func problems(w *indicators.Workbook, codes ...string) []string {
	var list []string
	for _, p := range w.Problems {
		if slices.Contains(codes, p.Code) {
			list = append(list, p.Code+" "+path.Base(p.Position.String())+": "+p.Message)
		}
	}
	return list
}

// codes are the codes of a workbook's problems, but for those that a small table
// always has.
func codes(w *indicators.Workbook) string {
	var list []string
	for _, p := range w.Problems {
		if p.Code != indicators.CodeIncompleteAreas && p.Code != indicators.CodeAbsentIndicator {
			list = append(list, p.Code)
		}
	}
	return strings.Join(list, " ")
}

// tableOf makes a table or ends the test.
func tableOf(t testing.TB, w *indicators.Workbook, opts indicators.TableOptions) *indicators.Table {
	t.Helper()
	made, err := w.Table(opts)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// asCSV writes rows as a CSV file of values without separators in them.
func asCSV(rows cells) string {
	var b strings.Builder
	for _, r := range rows {
		for n, v := range r {
			if n > 0 {
				b.WriteByte(',')
			}
			if v != nil {
				fmt.Fprint(&b, v)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}
