package indicators

import (
	"bytes"
	"io/fs"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"apr/internal/table/xlsx"
)

// opened is what a grid says of a workbook.
type opened struct {
	Sheet  string
	Hidden bool
	Merged []string
	Rows   [][]string
	// Percent are the cells, by row and column, that show a percentage.
	Percent [][2]int
}

func look(t *testing.T, grids []*grid) (all []opened) {
	t.Helper()
	for _, g := range grids {
		o := opened{Sheet: g.sheet, Hidden: g.hidden}
		joined, known := g.joined()
		if !known {
			t.Errorf("sheet %q is still being unpacked", g.sheet)
		}
		for _, m := range joined {
			o.Merged = append(o.Merged, xlsx.CellName(m.left, m.top)+":"+xlsx.CellName(m.right, m.bottom))
		}
		err := g.scan(xlsx.Selection{}, func(r *row) bool {
			o.Rows = append(o.Rows, slices.Clone(r.Text[:r.Width]))
			for column := range r.Width {
				if g.percent(r.Style[column]) {
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

// Both ways to open a package tell the same of it: that of package xlsx, which
// is the usual one, and excelize, which has what that declines.
func TestBothWaysToOpenAWorkbookAgree(t *testing.T) {
	odd := book(t, cells{{"Year", "NI1"}, {"2024/25", 0.5}, {"2025/26", 0.25}}, func(f *excelize.File) {
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
	example, err := fs.ReadFile(exampleFS, exampleName)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"odd": odd["w.xlsx"].Data, "example": example} {
		z, p := zipOf(name, content)
		if p != nil {
			t.Fatal(p)
		}
		plain, parts, err := openPlain(name, z)
		if err != nil || !sound(parts) {
			t.Fatalf("%s: %v", name, err)
		}
		any, err := openAny(name, bytes.Clone(content))
		if err != nil {
			t.Fatal(err)
		}
		a, b := look(t, plain), look(t, any)
		if d := cmp.Diff(b, a); d != "" {
			t.Errorf("%s (-excelize +sheet):\n%s", name, d)
		}
		if name == "odd" && (len(a) != 3 || !a[2].Hidden || len(a[0].Merged) != 1 || len(a[0].Percent) != 1) {
			t.Errorf("the workbook isn't as odd as it should be: %+v", a)
		}
	}
}
