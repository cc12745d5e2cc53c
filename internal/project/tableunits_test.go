package project

import (
	"strings"
	"testing"

	"apr/internal/project/owntable"
	"apr/internal/project/prose"
	"apr/internal/yamlpos"
)

// Cells that are references to money are in the units that the caption gives, rounded once
// from the exact amount; words, rates and other units stay.
func TestOwnTablesPrintMoneyInTheirUnits(t *testing.T) {
	r := exampleReport()
	text := func(s string) yamlpos.Text { return yamlpos.Text{Markdown: s} }
	cells := []string{"Total", `{{ spend "total" }}`, `{{ plan "total" }}`, `{{ spend "service: Older people" }}`, `{{ value "NI12" }}`, `{{ proportion "total" }}`, `{{ variance "total" }}`, `about {{ spend "total" }}`}
	read := &owntable.Table{Rows: []owntable.Row{{}}}
	for _, c := range cells {
		read.Columns = append(read.Columns, text("Head"))
		read.Rows[0].Cells = append(read.Rows[0].Cells, text(c))
	}
	r.tables = map[string]*owntable.Table{"money": read}
	plain := "£250.4m|£247.6m|£50,000|11,152|101.1%|an overspend of £2.8m|about £250.4m"
	for units, want := range map[string]string{
		"£m":          "250.4|247.6|0.0|11,152|101.1%|an overspend of £2.8m|about £250.4m",
		"£ million":   "250.4|247.6|0.0|11,152|101.1%|an overspend of £2.8m|about £250.4m",
		"£000":        "250,424|247,614|50|11,152|101.1%|an overspend of £2.8m|about £250.4m",
		"":            plain,
		"£ per head":  plain,
		"£m or beds":  plain,
		"per 100,000": plain,
	} {
		printed, problems := r.PrintedTable(&OwnTable{ID: "money", Title: "Money", Units: units}, prose.Options{Evaluate: r.Evaluate})
		var got []string
		for _, c := range printed.Rows[0].Cells[1:] {
			got = append(got, c.Content.String())
		}
		if all := strings.Join(got, "|"); all != want || len(problems) > 0 {
			t.Errorf("%q: got %s %v, want %s", units, all, problems, want)
		}
	}
}
