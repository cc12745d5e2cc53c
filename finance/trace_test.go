package finance

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"apr/internal/period"
	"apr/internal/rounds"
)

// queriesOf asks for every figure of an account that is known.
func queriesOf(a *Account) (queries []Query) {
	for _, y := range a.Years {
		for measure, amount := range map[string]Amount{"spend": y.Spend, "plan": y.Plan, "funding": y.Funding} {
			queries = append(queries, Query{measure, "total", "", y.Year, amount})
		}
	}
	add := func(dimension string, lines ...Line) {
		for _, l := range lines {
			item := l.ID
			if dimension == Unallocated || dimension == Unclassified {
				item = ""
			}
			queries = append(queries, Query{"spend", dimension, item, a.Year, l.Spend}, Query{"plan", dimension, item, a.Year, l.Plan},
				Query{"funding", dimension, item, a.Year, l.Funding})
			for _, y := range l.Years {
				queries = append(queries, Query{"spend", dimension, item, y.Year, y.Spend}, Query{"plan", dimension, item, y.Year, y.Plan})
			}
		}
	}
	add("matter", a.Matters...)
	add("locality", a.Localities...)
	add("care group", a.CareGroups...)
	add("partner", a.Partners...)
	add("service", a.Services...)
	add("funding", a.Fundings...)
	add(Unallocated, a.Unallocated)
	add(Unclassified, a.Unclassified)
	return slices.DeleteFunc(queries, func(q Query) bool { return !q.Amount.Known })
}

// traceAll traces every figure of the account that a specification makes. That
// each trace sums to its figure is what TraceFigures itself insists on.
func traceAll(t *testing.T, fsys fstest.MapFS, spec Spec) (*Account, map[figureKey]*Trace) {
	t.Helper()
	a, err := Compute(context.Background(), fsys, spec)
	if err != nil {
		t.Fatal(err)
	}
	queries := queriesOf(a)
	traces, err := TraceFigures(context.Background(), fsys, spec, queries, 2)
	if err != nil {
		t.Fatal(err)
	}
	byKey := map[figureKey]*Trace{}
	for i, q := range queries {
		if got := traces[i].Sum(); got != q.Amount.Money {
			t.Errorf("%+v: traced to %s", q, got)
		}
		if len(traces[i].Rows) == 0 && traces[i].Lines() != q.Amount.Lines {
			t.Errorf("%+v: traced to %d lines", q, traces[i].Lines())
		}
		target, err := (&tracer{spec: &spec}).target(&q)
		if err != nil {
			t.Fatal(err)
		}
		byKey[target.key] = traces[i]
	}
	return a, byKey
}

func TestTraceTellsRulesSharesAndLines(t *testing.T) {
	_, traces := traceAll(t, files("nhs.csv", nhsLedger, "council.csv", councilLedger), small())
	north := traces[figureKey{spendMeasure, 2025, byLocality, "North"}]
	if len(north.Parts) != 1 || north.Parts[0].Rule != 5 || north.Parts[0].File != "council.csv" || north.Parts[0].Amount != 30_00 {
		t.Errorf("%+v", north.Parts)
	}
	if s := north.Shares; len(s) != 1 || s[0].Whole != 150_01 || s[0].PPM != 333_333 || s[0].Amount != 50_00 || len(s[0].Parts) != 1 || s[0].Parts[0].Rule != 2 {
		t.Errorf("%+v", s)
	}
	if l := north.Largest; len(l) != 2 || l[0].Position.String() != "nhs.csv:2" || l[0].Amount != 100_00 || l[0].Apportionment != "population" ||
		!slices.Equal(l[0].Cells, []TracedCell{{"account", "1000"}, {"cost_centre", "W1"}}) || l[1].Position.String() != "nhs.csv:3" {
		t.Errorf("%+v", l)
	}
	left := traces[figureKey{spendMeasure, 2025, byUnclassified, ""}]
	if p := left.Parts; len(p) != 1 || p[0].Rule != 0 || p[0].Because != "no rule" || p[0].Lines != 2 || p[0].Amount != 3_50 {
		t.Errorf("%+v", p)
	}
	funding := traces[figureKey{spendMeasure, 2025, byFunding, "delegated"}]
	if p := funding.Parts; len(p) != 2 || p[0].Because != "the funding of the ledger" {
		t.Errorf("%+v", p)
	}
	total := traces[figureKey{spendMeasure, 2025, byTotal, ""}]
	if p := total.Parts; len(p) != 5 || p[0].Rule != 1 || p[4].Because != "no rule" {
		t.Errorf("%+v", p)
	}
}

// Ledgers of every kind beside a history: plans from columns, from a ledger of
// their own and from the table, funding, the ledger's own localities, a total
// that only its matters give, and what a table leaves to no locality.
func TestTraceOfEveryKindOfInput(t *testing.T) {
	spec := small()
	spec.Ledgers[0].Columns = map[string]string{"cost_centre": "Cost centre", "account": "Account", "debit": "Debit", "credit": "Credit", "plan": "Plan", "locality": "Place"}
	spec.Ledgers = append(spec.Ledgers,
		LedgerSpec{File: "plan.csv", Partner: "Council", Kind: Plan, Position: at(50), Columns: columns},
		LedgerSpec{File: "funding.csv", Partner: "NHS", Kind: Funded, Position: at(60), Columns: columns, Funding: SetAside},
		LedgerSpec{File: "funding2.csv", Partner: "Council", Kind: Funded, Position: at(61), Columns: columns},
		LedgerSpec{File: "old.csv", Partner: "NHS", Year: 2024, Position: at(70), Columns: columns})
	spec.History = "history.csv"
	history := "year,measure,dimension,item,amount\n2023/24,spend,total,,100\n2023/24,spend,locality,North,40\n2023/24,spend,locality,South,50.5\n" +
		"2024/25,plan,total,,7\n2023/24,funding,partner,NHS,12\n"
	for _, m := range Matters {
		history += "2022/23,spend,matter," + string(m) + ",1.01\n"
	}
	a, traces := traceAll(t, files(
		"nhs.csv", "Cost centre,Account,Place,Debit,Credit,Plan\nW1,1,North,10.00,1.00,8\nP1,2,,5,,\nP2,2,Nowhere,,2.50,3\nP3,2,,,,4.04\n",
		"council.csv", councilLedger, "plan.csv", "Cost centre,Account,Amount\nN1,4010,31.00\nX1,4010,2\n",
		"funding.csv", "Cost centre,Account,Amount\nA,1,500\n", "funding2.csv", "Cost centre,Account,Amount\nA,1,50.5\n",
		"old.csv", "Cost centre,Account,Amount\nP1,1,3.33\n", "history.csv", history), spec)
	if a.Plan.String() != "48.04" || a.Funding.String() != "550.50" {
		t.Errorf("plan %s, funding %s", a.Plan, a.Funding)
	}
	lines := func(k figureKey, want int) {
		t.Helper()
		if tr := traces[k]; tr == nil || len(tr.Parts)+len(tr.Shares)+len(tr.Rows) != want {
			t.Errorf("%+v: %+v", k.dimension, tr)
		}
	}
	lines(figureKey{planMeasure, 2025, byTotal, ""}, 3)
	lines(figureKey{spendMeasure, 2022, byTotal, ""}, 5)
	lines(figureKey{spendMeasure, 2023, byUnallocated, ""}, 3)
	lines(figureKey{planMeasure, 2024, byTotal, ""}, 1)
	if p := traces[figureKey{spendMeasure, 2025, byLocality, "North"}].Parts; p[0].Because != "the ledger's own column of localities" || p[0].Column != "Debit less Credit" {
		t.Errorf("%+v", p)
	}
	rest := a.Unallocated.In(2023)
	if rest == nil {
		t.Fatal("nothing is left to no locality")
	}
}

// TestTraceInEveryDialect traces random ledgers of finance systems.
func TestTraceInEveryDialect(t *testing.T) {
	for seed := range rounds.Of(t, uint64(60)) {
		r := rand.New(rand.NewPCG(seed, 11))
		d := randomDialect(r)
		data, _ := d.render(t, r, randomRows(r))
		spec := dialectSpec(d)
		traceAll(t, fstest.MapFS{spec.Ledgers[0].File: {Data: data}}, spec)
		if t.Failed() {
			t.Fatalf("seed %d: %s", seed, d)
		}
	}
}

// TestTraceOfOddRecords traces ledgers with rows that are short, long, repeated
// or totals.
func TestTraceOfOddRecords(t *testing.T) {
	spec := small()
	spec.Ledgers = spec.Ledgers[1:]
	for seed := range rounds.Of(t, uint64(200)) {
		r := rand.New(rand.NewPCG(seed, 13))
		var b strings.Builder
		b.WriteString("Cost centre,Account,Amount\n")
		for range r.IntN(40) {
			b.WriteString(randomRow(r))
		}
		fsys := files("council.csv", b.String())
		if _, err := Compute(context.Background(), fsys, spec); err != nil {
			continue // refused: there is no figure to trace
		}
		traceAll(t, fsys, spec)
		if t.Failed() {
			t.Fatalf("seed %d:\n%s", seed, b.String())
		}
	}
}

func TestTraceSaysThatTheInputsChanged(t *testing.T) {
	spec := small()
	a, err := Compute(context.Background(), files("nhs.csv", nhsLedger, "council.csv", councilLedger), spec)
	if err != nil {
		t.Fatal(err)
	}
	q := Query{"spend", "total", "", period.Year(2025), a.Spend}
	_, err = TraceFigures(context.Background(), files("nhs.csv", nhsLedger, "council.csv", strings.Replace(councilLedger, "30.00", "30.01", 1)), spec, []Query{q}, 1)
	if err == nil || !strings.Contains(err.Error(), "sums to £203.52 and was £203.51 before") {
		t.Error(err)
	}
}
