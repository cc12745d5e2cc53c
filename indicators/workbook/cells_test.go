package workbook

import (
	"testing"

	"apr/indicators"

	"github.com/google/go-cmp/cmp"
)

func TestDiffKnowsBothCells(t *testing.T) {
	rows := sample()
	before := readAll(t, book(t, rows, nil))
	rows[3][8], rows[5][1] = 12000.5, "2024"
	rows = append(rows[:1:1], append(cells{{}, {}}, rows[1:]...)...)
	after := readAll(t, book(t, rows, nil))
	got := map[string]string{}
	for _, c := range indicators.Diff(before, after, indicators.DiffOptions{Threshold: 5}).Changes {
		got[string(c.Kind)] = c.OldPosition.String() + " " + c.NewPosition.String()
	}
	want := map[string]string{
		"revised":         "w.xlsx!Data!I4 w.xlsx!Data!I6",
		"new-period":      "w.xlsx!Data w.xlsx!Data!I8",
		"vanished-period": "w.xlsx!Data!I6 w.xlsx!Data",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
