package workbook

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"reflect"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"apr/internal/table"
	"apr/internal/table/xlsx"
	"apr/internal/table/xlsx/sheettest"
)

// gridsOf are the grids of a workbook that was unpacked.
func gridsOf(t testing.TB, name string, content []byte) (grids []*table.Grid) {
	t.Helper()
	fsys := fstest.MapFS{name: {Data: content}}
	if err := openGrids(fsys, name, nil, func(all []*table.Grid) error { grids = all; return nil }); err != nil {
		t.Fatal(err)
	}
	return grids
}

// scanned is a sheet's cells, row by row, as scanSheet reads them.
func scanned(t testing.TB, content []byte, name string) map[int][]string {
	t.Helper()
	grids := gridsOf(t, "w.xlsx", content)
	rows := map[int][]string{}
	for _, g := range grids {
		if g.Sheet != name {
			continue
		}
		if err := g.Scan(xlsx.Selection{Booleans: true}, func(r *table.Row) bool {
			if r.Width > 0 {
				rows[r.Number] = append([]string(nil), r.Text[:r.Width]...)
			}
			return true
		}); err != nil {
			t.Fatal(err)
		}
	}
	return rows
}

// booleans writes out the cells that are true or false, which excelize gives as 1
// and 0.
func booleans(t testing.TB, f *excelize.File, name string, rows map[int][]string) {
	t.Helper()
	for n, columns := range rows {
		for column, text := range columns {
			if text != "0" && text != "1" {
				continue
			}
			kind, err := f.GetCellType(name, xlsx.CellName(column, n))
			if err != nil {
				t.Fatal(err)
			}
			if kind == excelize.CellTypeBool {
				columns[column] = map[string]string{"0": "FALSE", "1": "TRUE"}[text]
			}
		}
	}
}

// excelizedExample are the rows of a sheet of the example's workbook, as excelize reads them.
func excelizedExample(t *testing.T, sheet string) map[int][]string {
	t.Helper()
	if rows, known := sheetsByExcelize.Load(sheet); known {
		return rows.(map[int][]string)
	}
	content, err := fs.ReadFile(exampleFS, exampleName)
	if err != nil {
		t.Fatal(err)
	}
	rows := excelized(t, content, sheet)
	sheetsByExcelize.Store(sheet, rows)
	return rows
}

// sheetsByExcelize are those rows by sheet: reading them takes long.
var sheetsByExcelize sync.Map

// excelized is the same as excelize reads it.
func excelized(t testing.TB, content []byte, sheet string) map[int][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	it, err := f.Rows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	defer it.Close()
	rows := map[int][]string{}
	for n := 1; it.Next(); n++ {
		columns, err := it.Columns()
		if err != nil {
			t.Fatal(err)
		}
		for len(columns) > 0 && columns[len(columns)-1] == "" {
			columns = columns[:len(columns)-1] // formulas without a value
		}
		if len(columns) > 0 {
			rows[n] = columns
		}
	}
	booleans(t, f, sheet, rows)
	return rows
}

func TestScannerReadsWhatExcelizeReads(t *testing.T) {
	content, err := fs.ReadFile(exampleFS, exampleName)
	if err != nil {
		t.Fatal(err)
	}
	sheets := []string{"Cover", "Notes", "Profile", "Data"}
	if testing.Short() {
		sheets = sheets[:3]
		t.Log("-short: the sheet Data, of 13,000 rows, is left out")
	}
	for _, sheet := range sheets {
		got, want := scanned(t, content, sheet), excelizedExample(t, sheet)
		if len(want) == 0 {
			t.Errorf("sheet %q has no rows", sheet)
		}
		if reflect.DeepEqual(want, got) {
			continue // cmp takes a second for it
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("sheet %q (-excelize +scanner):\n%.2000s", sheet, diff)
		}
	}
}

// Random cells of every kind, written by excelize, are read alike.
func TestScannerReadsRandomSheetsAsExcelizeDoes(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	texts := []string{"NI1", " leading", "a & b <c> \"d\"", "Cùram is Slàinte", "line\nbreak", "_x000D_", "_x_", "*", "#N/A", "0.572", "]]>", "\u00a0"}
	value := func() any {
		switch random.IntN(7) {
		case 0:
			return random.Float64() * 1e6
		case 1:
			return random.IntN(3000)
		case 2:
			return random.IntN(2) == 0
		case 3:
			return nil
		case 4:
			return []excelize.RichTextRun{{Text: "rich "}, {Text: "text & more", Font: &excelize.Font{Bold: true}}}
		}
		return texts[random.IntN(len(texts))]
	}
	for range 20 {
		f := excelize.NewFile()
		for range 60 {
			cell := xlsx.CellName(random.IntN(30), 1+random.IntN(40))
			var err error
			switch v := value().(type) {
			case []excelize.RichTextRun:
				err = f.SetCellRichText("Sheet1", cell, v)
			default:
				err = f.SetCellValue("Sheet1", cell, v)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		content := bytesOf(t, f)
		if diff := cmp.Diff(excelized(t, content, "Sheet1"), scanned(t, content, "Sheet1")); diff != "" {
			t.Errorf("(-excelize +scanner):\n%s", diff)
		}
		f.Close()
	}
}

// FuzzSheet compares the scanner with excelize on cells in every form.
func FuzzSheet(f *testing.F) {
	f.Add([]byte("a sheet, each of whose bytes makes a cell"))
	f.Add([]byte{0, 8, 16, 24, 33, 41, 49, 57, 65, 73, 81, 89, 97, 105, 113, 121, 129, 137, 145, 153, 161, 169, 177, 185, 193, 201})
	f.Fuzz(func(t *testing.T, script []byte) {
		if len(script) > 2000 {
			return
		}
		content := packageFS(t, sheettest.Strings, "", xmlSheet{name: "Data", xml: "<sheetData>" + sheettest.Rows(script, 1) + "</sheetData>"})["w.xlsx"].Data
		if diff := cmp.Diff(excelized(t, content, "Data"), scanned(t, content, "Data")); diff != "" {
			t.Errorf("(-excelize +scanner):\n%s", diff)
		}
	})
}
