package workbook

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"apr/internal/rounds"
)

// TestMovedIsAsReadThere reads copies of a workbook with problems, of a CSV file
// and of a folder, and asks that moving the first says the same as reading the
// second.
func TestMovedIsAsReadThere(t *testing.T) {
	xlsx, err := os.ReadFile("../../examples/carrickmoor/data/Core_Suite_Integration_Indicators_Management_Information_Jul2026.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	csv := []byte("Indicator,Partnership,Year,Rate\nNI12,Fife,2023/24,11000\nNI12,Fife,2023/24,12000\nNI12,Nowhere,2023/24,1\n")
	fsys := fstest.MapFS{
		"data/wb_Jul2026.xlsx":         {Data: xlsx},
		"data/old/wb_Jul2026.xlsx":     {Data: xlsx},
		"data/suite.csv":               {Data: csv},
		"suite.csv":                    {Data: csv},
		"data/tables/NI12_May24.csv":   {Data: csv},
		"inputs/tables/NI12_May24.csv": {Data: csv},
	}
	for _, c := range rounds.Few(t, []struct{ from, to string }{
		{"data/suite.csv", "suite.csv"},
		{"data/tables", "inputs/tables"},
		{"data/wb_Jul2026.xlsx", "data/old/wb_Jul2026.xlsx"},
	}) {
		first, err := Read(fsys, c.from)
		if err != nil {
			t.Fatal(err)
		}
		want, err := Read(fsys, c.to)
		if err != nil {
			t.Fatal(err)
		}
		if len(want.Problems) == 0 {
			t.Errorf("%s has no problems to move", c.to)
		}
		if diff := cmp.Diff(want, first.At(c.to)); diff != "" {
			t.Errorf("%s: -read +moved\n%s", c.to, diff)
		}
		again, err := Read(fsys, c.from)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(again, first); diff != "" {
			t.Errorf("%s has changed:\n%s", c.from, diff)
		}
	}
}
