package table

import (
	"errors"
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"
)

// shownBook is a workbook with numbers in the formats that people give them.
func shownBook(t *testing.T) fs.FS {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	custom := func(code string) int {
		id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	builtin := func(n int) int {
		id, err := f.NewStyle(&excelize.Style{NumFmt: n})
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	for cell, of := range map[string]struct {
		value any
		style int
	}{
		"A1": {"Head", 0}, "B1": {"Over", 0},
		"A2": {0.1 + 0.2, 0}, "B2": {0.1234, builtin(10)}, "C2": {1234567.5, custom(`"£"#,##0`)}, "D2": {45383, builtin(14)},
		"E2": {0.5, builtin(9)}, "F2": {-1234.5, custom(`#,##0.0;(#,##0.0)`)}, "G2": {"12", custom("0.00")}, "H2": {7, custom("0000")}, "I2": {true, 0},
	} {
		if err := f.SetCellValue("Sheet1", cell, of.value); err != nil {
			t.Fatal(err)
		}
		if of.style != 0 {
			if err := f.SetCellStyle("Sheet1", cell, cell, of.style); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.MergeCell("Sheet1", "B1", "C1"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellFormula("Sheet1", "A3", "1+1"); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{"t.xlsx": {Data: b.Bytes()}, "t.csv": {Data: []byte("Head,Over\n\na,\"b\nc\"\n")}}
}

// A table is shown as Excel shows it; a text that looks like a number keeps its form.
func TestOpenShown(t *testing.T) {
	fsys := shownBook(t)
	spec := ShownSpec{GridSpec: GridSpec{File: "t.xlsx", Limit: 1 << 20}, MaxRow: 10, MaxColumns: 9}
	s, err := OpenShown(fsys, spec)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"0.3", "12.34%", "£1,234,568", "01/04/2024", "50%", "(1,234.5)", "12", "0007", "TRUE"}
	if len(s.Rows) != 3 || !slices.Equal(s.Rows[1].Cells, want) {
		t.Errorf("got %q; want %q", s.Rows[1].Cells, want)
	}
	if s.Sheet != "Sheet1" || !slices.Equal(s.Merged, []Merged{{1, 1, 1, 2}}) || !slices.Equal(s.Rows[2].Uncalculated, []int{0}) {
		t.Errorf("%q %v %v", s.Sheet, s.Merged, s.Rows[2].Uncalculated)
	}

	spec.MaxColumns = 8
	if s, err := OpenShown(fsys, spec); err != nil || !s.Rows[1].More || len(s.Rows[1].Cells) != 8 {
		t.Errorf("a row behind the last column: %v", err)
	}

	spec.MaxRow = 1
	if _, err := OpenShown(fsys, spec); !errors.Is(err, ErrRows) {
		t.Errorf("a table behind its last row: %v", err)
	}
	spec.Sheet = "Sheet2"
	var no *SheetError
	if _, err := OpenShown(fsys, spec); !errors.As(err, &no) || !slices.Equal(no.Sheets, []string{"Sheet1"}) {
		t.Errorf("a sheet that isn't there: %v", err)
	}

	s, err = OpenShown(fsys, ShownSpec{GridSpec: GridSpec{File: "t.csv", Limit: 1 << 20}, MaxRow: 10, MaxColumns: 9})
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Rows) != 2 || s.Rows[1].Number != 3 || !slices.Equal(s.Rows[1].Cells, []string{"a", "b\nc"}) || !slices.Equal(s.Rows[1].Starts, []int{1, 3}) {
		t.Errorf("%+v", s.Rows)
	}
}
