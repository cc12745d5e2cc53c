package table

import (
	"archive/zip"
	"bytes"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"apr/internal/table/xlsx"
)

const examplePath = "../../examples/carrickmoor/data/Core_Suite_Integration_Indicators_Management_Information_Jul2026.xlsx"

// opened is what a grid says of a workbook.
type opened struct {
	Sheet  string
	Hidden bool
	Merged []string
	Rows   [][]string
	// Percent are the cells, by row and column, that show a percentage.
	Percent [][2]int
}

func look(t *testing.T, grids []*Grid) (all []opened) {
	t.Helper()
	for _, g := range grids {
		o := opened{Sheet: g.Sheet, Hidden: g.Hidden}
		joined, known := g.Merged()
		if !known {
			t.Errorf("sheet %q is still being unpacked", g.Sheet)
		}
		for _, m := range joined {
			o.Merged = append(o.Merged, xlsx.CellName(m.Left, m.Top)+":"+xlsx.CellName(m.Right, m.Bottom))
		}
		err := g.Scan(xlsx.Selection{}, func(r *Row) bool {
			o.Rows = append(o.Rows, slices.Clone(r.Text[:r.Width]))
			for column := range r.Width {
				if g.Percent(r.Style[column]) {
					o.Percent = append(o.Percent, [2]int{r.Number, column})
				}
			}
			return true
		})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, o)
	}
	return all
}

// Both ways to open a package give the same: that of package xlsx, which
// is the usual one, and excelize, which has what that declines.
func TestBothWaysToOpenAWorkbookAgree(t *testing.T) {
	odd := workbookOf(t, func(f *excelize.File) {
		for i, r := range [][]any{{"Year", "NI1"}, {"2024/25", 0.5}, {"2025/26", 0.25}} {
			if err := f.SetSheetRow("Sheet1", xlsx.CellName(0, i+1), &r); err != nil {
				t.Fatal(err)
			}
		}
		percent, err := f.NewStyle(&excelize.Style{NumFmt: 10})
		if err != nil {
			t.Fatal(err)
		}
		quoted := `0.0"%"`
		plain, err := f.NewStyle(&excelize.Style{CustomNumFmt: &quoted})
		if err != nil {
			t.Fatal(err)
		}
		name := f.GetSheetName(0)
		for _, err := range []error{
			f.SetCellStyle(name, "B2", "B2", percent), f.SetCellStyle(name, "B3", "B3", plain), f.MergeCell(name, "D2", "D5"),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		for _, other := range []string{"Nòtaichean", "Put away"} {
			if _, err := f.NewSheet(other); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.SetSheetVisible("Put away", false); err != nil {
			t.Fatal(err)
		}
	})
	example, err := os.ReadFile(examplePath)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"odd": odd, "example": example} {
		if testing.Short() && name == "example" {
			t.Log("left out by -short: the workbook of the example")
			continue
		}
		z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			t.Fatal(err)
		}
		spec := GridSpec{File: name, Limit: 64 << 20}
		plain, parts, err := spec.plain(z)
		if err != nil || !sound(parts) {
			t.Fatalf("%s: %v", name, err)
		}
		any, err := spec.excelized(bytes.Clone(content))
		if err != nil {
			t.Fatal(err)
		}
		a, b := look(t, plain), look(t, any)
		if d := cmp.Diff(b, a); d != "" {
			t.Errorf("%s (-excelize +xlsx):\n%s", name, d)
		}
		if name == "odd" && (len(a) != 3 || !a[2].Hidden || len(a[0].Merged) != 1 || len(a[0].Percent) != 1) {
			t.Errorf("the workbook isn't as odd as it should be: %+v", a)
		}
	}
}

// workbookOf is a workbook that excelize saves.
func workbookOf(t *testing.T, fill func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestMergedCellsAreFoundBehindTheRows(t *testing.T) {
	for xml, want := range map[string]int{
		`<sheetData></sheetData><mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="C3:C9"/></mergeCells>`: 2,
		`<x:sheetData/><x:mergeCells><x:mergeCell ref='A1:B2'></x:mergeCell></x:mergeCells>`:                         1,
		`<sheetData/><mergeCells><mergeCell ref="B2:A1"/><mergeCell ref="A1"/><mergeCell ref="A:B"/><mergeCell/>`:    0,
		`<sheetData/><mergeCells><mergeCell ref="A1:B99999999999999999999"/>`:                                        0,
		`<sheetData/>`: 0,
		`<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`: 0,
	} {
		if got := mergedCells([]byte(xml)); len(got) != want {
			t.Errorf("%s: got %+v; want %d", xml, got, want)
		}
	}
	if m, ok := mergedOf("C2:D6"); !ok || m != (Merged{Top: 2, Bottom: 6, Left: 2, Right: 3}) {
		t.Errorf("got %+v", m)
	}
}

// FuzzMergedCells looks for references of blocks that the reader takes for what
// they aren't.
func FuzzMergedCells(f *testing.F) {
	for _, ref := range []string{"C2:C6", "A1:B9", "B2", "C6:C2", "XFD1:XFE1", "A0:A1", "a1:$b2"} {
		f.Add(ref)
	}
	f.Fuzz(func(t *testing.T, ref string) {
		m, ok := mergedOf(ref)
		if ok && (m.Top > m.Bottom || m.Left > m.Right || m.Top < 1) {
			t.Fatalf("%q: cells from %d,%d to %d,%d", ref, m.Left, m.Top, m.Right, m.Bottom)
		}
	})
}
