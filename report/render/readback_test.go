package render_test

import (
	"context"
	"maps"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"apr/finance"
	"apr/finance/account"
	"apr/internal/project"
	"apr/internal/rounds"
	"apr/regs"
	"apr/report/compose"
	"apr/report/render"
)

// TestTablesAreReadBack: either file of the tables of a report, in English or in another
// language, gives the next year's report the amounts of that report's own account.
func TestTablesAreReadBack(t *testing.T) {
	words := quoted()
	for _, name := range rounds.Few(t, []string{"ardenmuir", "carrickmoor"}) {
		english, own := publishedIn(t, name, nil)
		translated, _ := publishedIn(t, name, words)
		want := earlierYears(t, english, "tables.csv", nil)
		for k, amount := range own {
			// Plans of earlier years and of localities aren't published.
			if got, read := want[k]; read && got != amount || !read && (!strings.Contains(k, "plan by ") || strings.HasPrefix(k, "2025/26 plan by matter")) {
				t.Errorf("%s: %s is read back as %s, %v; the account has %s", name, k, got, read, amount)
			}
		}
		for _, c := range []struct {
			of    string
			fsys  fstest.MapFS
			file  string
			words map[string]string
		}{
			{"English", english, "tables.xlsx", nil},
			{"another language", translated, "tables.csv", words},
			{"another language", translated, "tables.xlsx", words},
			{"another language, read without its words", translated, "tables.csv", nil},
		} {
			if d := cmp.Diff(want, earlierYears(t, c.fsys, c.file, c.words)); d != "" {
				t.Errorf("%s: %s in %s: %s", name, c.file, c.of, d)
			}
		}
	}
}

// publishedIn are the files of the tables of an example's report, with words of its own
// where there are any, and the amounts of its account.
func publishedIn(t *testing.T, example string, words map[string]string) (files fstest.MapFS, own map[string]finance.Money) {
	t.Helper()
	r, err := project.Load(context.Background(), project.Options{Dir: "../../examples/" + example, Today: time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC), Cache: kept()})
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
	rendered, err := render.Render(context.Background(), doc, []string{"csv", "xlsx"})
	if err != nil {
		t.Fatal(err)
	}
	files, own = fstest.MapFS{}, map[string]finance.Money{}
	for _, f := range rendered {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	for _, row := range account.RowsOf(r.Account, r.Config.Year+1) {
		if row.Year > r.Config.Year-5 { // the window of the next year's report
			own[row.Key.String()] = row.Amount
		}
	}
	return files, own
}

// earlierYears are the amounts that the next year's report reads from tables.
func earlierYears(t *testing.T, fsys fstest.MapFS, file string, words map[string]string) map[string]finance.Money {
	t.Helper()
	h := account.ReadHistory(fsys, &finance.Spec{Year: 2026, History: file, Words: words})
	if err := h.Fatal.Err(); err != nil {
		t.Errorf("%s: %v", file, err)
	}
	for _, p := range h.Soft.List() {
		t.Errorf("%s: %s", file, p.Message)
	}
	amounts := map[string]finance.Money{}
	for _, row := range h.Rows {
		amounts[row.Key.String()] = row.Amount
	}
	return amounts
}

// TestTablesInOtherWords: a workbook has no ids, so that what is read by words that this
// year's apr.yaml hasn't is missing. That is told, with what was looked for.
func TestTablesInOtherWords(t *testing.T) {
	words := quoted()
	files, _ := publishedIn(t, "ardenmuir", words)
	spec := finance.Spec{Year: 2026, History: "tables.xlsx", Localities: []string{"North Ardenmuir"}}
	h := account.ReadHistory(files, &spec)
	if list := h.Fatal.List(); len(list) != 1 || !strings.Contains(list[0].Message, `no money is found in them: no table is called "Spend on the matters of regulation 4(2) in {year}"`) ||
		!strings.Contains(list[0].Hint, "in other words than this year's apr.yaml (words)") || !strings.Contains(list[0].Hint, "tables.csv") {
		t.Errorf("in no word of this year: %v", list)
	}
	spec.Words = words
	if list := account.ReadHistory(files, &spec).Soft.List(); len(list) > 0 {
		t.Errorf("in all words of this year: %v", list)
	}
	spec.Words = maps.Clone(words)
	for _, english := range []string{"Planned", "Spent", "Total", "Spend against the annual financial statement by reporting year, {units}"} {
		spec.Words[english] = "Other " + english
	}
	h = account.ReadHistory(files, &spec)
	list := h.Soft.List()
	for _, want := range []string{
		`no table is called "Spend against the annual financial statement by reporting year"`,
		`no row or column "Planned" or "Spent" or "Total"`, "in other words",
	} {
		if len(list) == 0 || !strings.Contains(list[0].Message+list[0].Hint, want) {
			t.Errorf("in other words: %v; want %s", list, want)
		}
	}
	if len(h.Fatal.List()) > 0 {
		t.Error(h.Fatal.Err())
	}
}
