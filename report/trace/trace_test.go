package trace

import (
	"context"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"apr/finance"
	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/project/datum"
	"apr/regs"
	"apr/report/compose"
)

// kept has the workbooks and accounts of the projects that tests load again and again.
var kept = sync.OnceValue(project.NewCache)

func load(t *testing.T, dir string) *project.Project {
	t.Helper()
	r, err := project.Load(t.Context(), project.Options{Dir: dir, Today: time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC), Cache: kept()})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func money(t *testing.T, s string) finance.Money {
	t.Helper()
	m, err := finance.ParseMoney(s)
	if err != nil {
		t.Error(err)
	}
	return m
}

// Of every figure that the example's report prints, what the trace prints adds
// up to it: money to the penny, and what is worked out from its operands.
func TestTracesAddUpToEveryFigureOfTheExample(t *testing.T) {
	r := load(t, "../../examples/carrickmoor")
	doc, err := compose.Compose(r, regs.Start(r), compose.Options{})
	if err != nil {
		t.Fatal(err)
	}
	printed := map[datum.ID][]*document.Datum{}
	w := document.Walker{Inline: func(i document.Inline) error {
		if d, ok := i.(*document.Datum); ok {
			id, err := datum.Parse(d.ID)
			if err != nil {
				t.Errorf("%q: %v", d.Display, err)
			}
			printed[id] = append(printed[id], d)
		}
		return nil
	}}
	if err := w.Walk(doc); err != nil {
		t.Fatal(err)
	}
	for _, id := range r.Facts().All() { // those that it doesn't print, too
		printed[id] = append(printed[id], nil)
	}
	ids := slices.SortedFunc(maps.Keys(printed), func(a, b datum.ID) int {
		if a.String() < b.String() {
			return -1
		}
		return 1
	})
	if len(ids) < 400 {
		t.Errorf("%d figures", len(ids))
	}
	traces, err := Of(t.Context(), r, ids, 3)
	if err != nil {
		t.Fatal(err)
	}
	kinds, counts := map[datum.Measure]int{}, map[string]string{}
	for i, id := range ids {
		kinds[id.Measure]++
		tr := traces[i]
		if tr.NoValue != "" || tr.ID != id.String() {
			t.Errorf("%s: %+v", id, tr)
		}
		for _, d := range printed[id] {
			if d != nil && (d.Value != tr.Value || !slices.Contains(tr.Shown, d.Display)) {
				t.Errorf("%s: %q (%s) is printed; the trace has %s, shown as %q", id, d.Display, d.Value, tr.Value, tr.Shown)
			}
		}
		addsUp(t, r, id, tr)
		if id.Measure == datum.Count {
			counts[id.Of] = tr.Value
		}
	}
	for _, of := range []string{"indicators", "measures"} {
		if n, want := counts[of+":improved or held"], total(counts[of+":improved"], counts[of+":held"]); n != want {
			t.Errorf("%s: %s improved or held, and one by one %s", of, n, want)
		}
		if sum := total(counts[of+":improved or held"], counts[of+":worse"]); !sameParts(sum) {
			t.Errorf("%s: those that improved, held or got worse are %s", of, sum)
		}
	}
	for _, m := range []datum.Measure{datum.Value, datum.Scotland, datum.Change, datum.Rank, datum.FamilyAverage, datum.Spend,
		datum.Plan, datum.Funding, datum.Variance, datum.Proportion, datum.LedgerLines, datum.LedgerTotal, datum.Population, datum.Share} {
		if kinds[m] == 0 {
			t.Errorf("no figure of %s", m)
		}
	}
}

// total is the sum of two counts of the same things, 8 of 18 written as 8/18.
func total(a, b string) string {
	x, all, _ := strings.Cut(a, "/")
	y, _, _ := strings.Cut(b, "/")
	n, _ := strconv.Atoi(x)
	m, _ := strconv.Atoi(y)
	return fmt.Sprintf("%d/%s", n+m, all)
}

func sameParts(count string) bool {
	n, all, ok := strings.Cut(count, "/")
	return ok && n == all && n != "0"
}

// addsUp holds a trace's value against what its parts come to, worked out here
// from what the trace prints and nothing else.
func addsUp(t *testing.T, r *project.Project, id datum.ID, tr *Trace) {
	t.Helper()
	parse := func(s string) float64 {
		f, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Errorf("%s: %v", id, err)
		}
		return f
	}
	var want string
	switch id.Measure {
	case datum.Spend, datum.Plan, datum.Funding:
		want = sumOf(t, tr).String()
	case datum.Variance:
		want = (money(t, tr.Operands[0].Value) - money(t, tr.Operands[1].Value)).String()
	case datum.Proportion:
		want = datum.Exact(float64(money(t, tr.Operands[0].Value)) / float64(money(t, tr.Operands[1].Value)))
	case datum.Value, datum.Scotland:
		want = datum.Exact(tr.Cell.Value)
		if tr.Cell.Area == "" || tr.Cell.Position.Cell == "" || tr.Cell.Basis == "" {
			t.Errorf("%s: %+v", id, tr.Cell)
		}
	case datum.Change:
		last, first := parse(tr.Operands[0].Value), parse(tr.Operands[1].Value)
		change := last - first
		if tr.Unit == "%" {
			change = 100 * change / first
		}
		want = datum.Exact(math.Round(change*1e9) / 1e9)
	case datum.Rank:
		want = fmt.Sprintf("%d/%d", 1+slices.IndexFunc(tr.Areas, func(a Area) bool { return datum.Exact(a.Value) == tr.Operands[0].Value }), len(tr.Areas))
	case datum.FamilyAverage:
		sum := 0.0
		for _, a := range tr.Areas {
			sum += a.Value
		}
		want = datum.Exact(sum / float64(len(tr.Areas)))
	case datum.LedgerLines:
		want = fmt.Sprint(tr.Ledger.Classified + tr.Ledger.Unclassified + tr.Ledger.Totals + tr.Ledger.Empty)
	case datum.LedgerUnclassified:
		want = fmt.Sprint(tr.Ledger.Unclassified)
	case datum.LedgerTotal:
		want = tr.Ledger.Total
	case datum.LedgerControl:
		want = tr.Ledger.Control
	case datum.Count:
		n, all, _ := strings.Cut(tr.Value, "/")
		if all != fmt.Sprint(len(tr.Operands)) || parse(n) > parse(all) {
			t.Errorf("%s is %s and has %d parts", id, tr.Value, len(tr.Operands))
		}
		return
	default: // what is read as it stands, from apr.yaml or a table of local measures
		if tr.Position == nil || tr.Position.Line == 0 {
			t.Errorf("%s: %+v", id, tr)
			return
		}
		inProject := tr.Position.File == project.ConfigFile
		if setting := slices.Contains([]datum.Measure{datum.Population, datum.Share, datum.ReportingYear, datum.Authority}, id.Measure); setting != inProject {
			t.Errorf("%s: read at %s", id, tr.Position)
		}
		return
	}
	if tr.Value != want {
		t.Errorf("%s is %s and its parts come to %s", id, tr.Value, want)
	}
}

// sumOf adds up an amount's parts, and holds its parts of parts against them.
func sumOf(t *testing.T, tr *Trace) (sum finance.Money) {
	t.Helper()
	a := tr.Amount
	lines := 0
	for _, p := range a.Parts {
		sum += money(t, p.Amount)
		lines += p.Lines
	}
	for _, s := range a.Apportioned {
		var whole finance.Money
		for _, p := range s.Parts {
			whole += money(t, p.Amount)
			lines += p.Lines
		}
		if whole.String() != s.Whole {
			t.Errorf("%s: what is apportioned by %s is %s and its parts come to %s", tr.ID, s.Name, s.Whole, whole)
		}
		sum += money(t, s.Amount)
	}
	for _, h := range a.History {
		sum += money(t, h.Amount)
		if h.Position.Line == 0 {
			t.Errorf("%s: %+v", tr.ID, h)
		}
	}
	inFiles := 0
	for _, f := range a.Files {
		inFiles += f.Lines
	}
	if lines != a.Lines || inFiles != lines || len(a.Largest) != min(3, lines) {
		t.Errorf("%s: %d lines in parts, %d in files, %d in all; %d largest", tr.ID, lines, inFiles, a.Lines, len(a.Largest))
	}
	return sum
}

// The number of lines is the account's own, so that none is counted twice.
func TestTracesCountTheAccountsLines(t *testing.T) {
	r := load(t, "../../examples/carrickmoor")
	facts := r.Facts()
	var ids []datum.ID
	for _, id := range facts.All() {
		if id.Measure == datum.Spend || id.Measure == datum.Plan {
			ids = append(ids, id)
		}
	}
	traces, err := Of(t.Context(), r, ids, 0)
	if err != nil {
		t.Fatal(err)
	}
	for i, id := range ids {
		fig, err := facts.Resolve(id)
		if err != nil {
			t.Fatal(err)
		}
		if traces[i].Amount.Lines != fig.Amount.Lines {
			t.Errorf("%s: %d lines; the account has %d", id, traces[i].Amount.Lines, fig.Amount.Lines)
		}
	}
}

func TestTraceOfALocality(t *testing.T) {
	r := load(t, "../../examples/carrickmoor")
	id, err := r.Facts().Find("Glenside")
	if err != nil {
		t.Fatal(err)
	}
	traces, err := Of(context.Background(), r, []datum.ID{id}, 2)
	if err != nil {
		t.Fatal(err)
	}
	a := traces[0].Amount
	if len(a.Apportioned) != 2 || a.Apportioned[0].Name != "practice-list" || a.Apportioned[0].Share != "31.9%" || a.Apportioned[0].Method == "" {
		t.Errorf("%+v", a.Apportioned)
	}
	for _, l := range a.Largest {
		if l.Position.Line == 0 || l.Cells["cost_centre"] == "" {
			t.Errorf("%+v", l)
		}
	}
	rule := a.Parts[0].Rule
	if rule == nil || rule.Position.Line == 0 || rule.Text == "" {
		t.Errorf("%+v", rule)
	}
}

func TestAFigureWithoutValueSaysWhy(t *testing.T) {
	r := load(t, "../../examples/carrickmoor")
	traces, err := Of(t.Context(), r, []datum.ID{
		{Measure: datum.Value, Of: "NI1", Year: 2024}, {Measure: datum.Value, Of: "NI10", Year: 2025},
		{Measure: datum.Spend, Of: "service:GP prescribing", Year: 2020},
	}, 1)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"there was no survey in that year", "it is not reported nationally", "no input speaks of it"} {
		if tr := traces[i]; tr.NoValue != want || tr.Value != "" {
			t.Errorf("%+v; want %s", tr, want)
		}
	}
}
