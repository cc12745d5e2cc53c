package render_test

import (
	"context"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"apr/finance"
	"apr/finance/account"
	"apr/internal/project"
	"apr/regs"
	"apr/report/compose"
	"apr/report/render"
)

// TestTablesAreReadBackInAnyLanguage: the tables of a report in another language give the
// next year's report the same amounts as those of one in English.
func TestTablesAreReadBackInAnyLanguage(t *testing.T) {
	words := quoted()
	for _, file := range []string{"tables.csv", "tables.xlsx"} {
		want := earlierYears(t, file, nil)
		if len(want) < 20 {
			t.Fatalf("%s: %d amounts are read back in English", file, len(want))
		}
		if d := cmp.Diff(want, earlierYears(t, file, words)); d != "" {
			t.Errorf("%s: %s", file, d)
		}
	}
}

// earlierYears are the amounts that are read from the tables of an example's report, with
// words of its own where there are any.
func earlierYears(t *testing.T, file string, words map[string]string) map[string]finance.Money {
	t.Helper()
	r, err := project.Load(context.Background(), project.Options{Dir: "../../examples/carrickmoor", Today: time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	if words != nil {
		r.Config.Language, r.Config.Words = otherLanguage, words
	}
	doc, err := compose.Compose(r, regs.Start(r), compose.Options{Generator: "apr test"})
	if err != nil {
		t.Fatal(err)
	}
	files, err := render.Prepare([]string{"csv", "xlsx"}).Render(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	h := account.ReadHistory(fsys, &finance.Spec{Year: r.Config.Year + 1, History: file, Words: words})
	if err := h.Fatal.Err(); err != nil {
		t.Error(err)
	}
	amounts := map[string]finance.Money{}
	for _, row := range h.Rows {
		amounts[row.Key.String()] = row.Amount
	}
	return amounts
}
