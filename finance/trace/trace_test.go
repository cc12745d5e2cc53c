package trace

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"apr/finance"
	"apr/finance/account"
	"apr/finance/internal/ledgertest"
	"apr/internal/period"
	"apr/internal/rounds"
)

// queryFor asks for an amount of a measure.
func queryFor(measure, dimension, item string, year period.Year, amount finance.Amount) finance.Query {
	return finance.Query{Measure: measure, Dimension: dimension, Item: item, Year: year, Amount: amount}
}

// queriesOf asks for every figure of an account that is known.
func queriesOf(a *finance.Account) (queries []finance.Query) {
	for _, y := range a.Years {
		for measure, amount := range map[string]finance.Amount{"spend": y.Spend, "plan": y.Plan, "funding": y.Funding} {
			queries = append(queries, queryFor(measure, "total", "", y.Year, amount))
		}
	}
	add := func(dimension string, lines ...finance.Line) {
		for _, l := range lines {
			item := l.ID
			if dimension == finance.UnallocatedDimension || dimension == finance.UnclassifiedDimension {
				item = ""
			}
			queries = append(queries, queryFor("spend", dimension, item, a.Year, l.Spend), queryFor("plan", dimension, item, a.Year, l.Plan),
				queryFor("funding", dimension, item, a.Year, l.Funding))
			for _, y := range l.Years {
				queries = append(queries, queryFor("spend", dimension, item, y.Year, y.Spend), queryFor("plan", dimension, item, y.Year, y.Plan))
			}
		}
	}
	add("matter", a.Matters...)
	add("locality", a.Localities...)
	add("care group", a.CareGroups...)
	add("partner", a.Partners...)
	add("service", a.Services...)
	add("funding", a.Fundings...)
	add(finance.UnallocatedDimension, a.Unallocated)
	add(finance.UnclassifiedDimension, a.Unclassified)
	return slices.DeleteFunc(queries, func(q finance.Query) bool { return !q.Amount.Known })
}

// traceAll traces every figure of the account that a specification makes. That
// each trace sums to its figure is what TraceFigures itself insists on.
func traceAll(t *testing.T, fsys fstest.MapFS, spec finance.Spec) (*finance.Account, map[account.Key]*Trace) {
	t.Helper()
	a, err := account.Compute(context.Background(), fsys, spec)
	if err != nil {
		t.Fatal(err)
	}
	queries := queriesOf(a)
	traces, err := Figures(context.Background(), fsys, spec, queries, 2)
	if err != nil {
		t.Fatal(err)
	}
	byKey := map[account.Key]*Trace{}
	for i, q := range queries {
		if got := traces[i].sum(); got != q.Amount.Money {
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

func TestTraceSaysRulesSharesAndLines(t *testing.T) {
	_, traces := traceAll(t, ledgertest.Files("nhs.csv", ledgertest.NHS, "council.csv", ledgertest.Council), ledgertest.Small())
	north := traces[account.Key{Measure: account.SpendMeasure, Year: 2025, Dimension: account.ByLocality, Item: "North"}]
	if len(north.Parts) != 1 || north.Parts[0].Rule != 5 || north.Parts[0].File != "council.csv" || north.Parts[0].Amount != 30_00 {
		t.Errorf("%+v", north.Parts)
	}
	if s := north.Shares; len(s) != 1 || s[0].Whole != 150_01 || s[0].PPM != 333_333 || s[0].Amount != 50_00 || len(s[0].Parts) != 1 || s[0].Parts[0].Rule != 2 {
		t.Errorf("%+v", s)
	}
	if l := north.Largest; len(l) != 2 || l[0].Position.String() != "nhs.csv:2" || l[0].Amount != 100_00 || l[0].Apportionment != "population" ||
		!slices.Equal(l[0].Cells, []Cell{{"account", "1000"}, {"cost_centre", "W1"}}) || l[1].Position.String() != "nhs.csv:3" {
		t.Errorf("%+v", l)
	}
	left := traces[account.Key{Measure: account.SpendMeasure, Year: 2025, Dimension: account.ByUnclassified}]
	if p := left.Parts; len(p) != 1 || p[0].Rule != 0 || p[0].Because != "no rule" || p[0].Lines != 2 || p[0].Amount != 3_50 {
		t.Errorf("%+v", p)
	}
	funding := traces[account.Key{Measure: account.SpendMeasure, Year: 2025, Dimension: account.ByFunding, Item: "delegated"}]
	if p := funding.Parts; len(p) != 2 || p[0].Because != "the funding of the ledger" {
		t.Errorf("%+v", p)
	}
	total := traces[account.Key{Measure: account.SpendMeasure, Year: 2025, Dimension: account.ByTotal}]
	if p := total.Parts; len(p) != 5 || p[0].Rule != 1 || p[4].Because != "no rule" {
		t.Errorf("%+v", p)
	}
}

// Ledgers of every kind next to a history: plans from columns, from a ledger of
// their own and from the table, funding, the ledger's own localities, a total
// that only its matters give, and what a table leaves to no locality.
func TestTraceOfEveryKindOfInput(t *testing.T) {
	spec := ledgertest.Small()
	spec.Ledgers[0].Columns = map[string]string{"cost_centre": "Cost centre", "account": "Account", "debit": "Debit", "credit": "Credit", "plan": "Plan", "locality": "Place"}
	spec.Ledgers = append(spec.Ledgers,
		finance.LedgerSpec{File: "plan.csv", Partner: "Council", Kind: finance.Plan, Position: ledgertest.At(50), Columns: ledgertest.Columns},
		finance.LedgerSpec{File: "funding.csv", Partner: "NHS", Kind: finance.Funded, Position: ledgertest.At(60), Columns: ledgertest.Columns, Funding: finance.SetAside},
		finance.LedgerSpec{File: "funding2.csv", Partner: "Council", Kind: finance.Funded, Position: ledgertest.At(61), Columns: ledgertest.Columns},
		finance.LedgerSpec{File: "old.csv", Partner: "NHS", Year: 2024, Position: ledgertest.At(70), Columns: ledgertest.Columns})
	spec.History = "history.csv"
	history := "year,measure,dimension,item,amount\n2023/24,spend,total,,100\n2023/24,spend,locality,North,40\n2023/24,spend,locality,South,50.5\n" +
		"2024/25,plan,total,,7\n2023/24,funding,partner,NHS,12\n"
	for _, m := range finance.Matters {
		history += "2022/23,spend,matter," + string(m) + ",1.01\n"
	}
	a, traces := traceAll(t, ledgertest.Files(
		"nhs.csv", "Cost centre,Account,Place,Debit,Credit,Plan\nW1,1,North,10.00,1.00,8\nP1,2,,5,,\nP2,2,Nowhere,,2.50,3\nP3,2,,,,4.04\n",
		"council.csv", ledgertest.Council, "plan.csv", "Cost centre,Account,Amount\nN1,4010,31.00\nX1,4010,2\n",
		"funding.csv", "Cost centre,Account,Amount\nA,1,500\n", "funding2.csv", "Cost centre,Account,Amount\nA,1,50.5\n",
		"old.csv", "Cost centre,Account,Amount\nP1,1,3.33\n", "history.csv", history), spec)
	if a.Plan.String() != "48.04" || a.Funding.String() != "550.50" {
		t.Errorf("plan %s, funding %s", a.Plan, a.Funding)
	}
	lines := func(k account.Key, want int) {
		t.Helper()
		if tr := traces[k]; tr == nil || len(tr.Parts)+len(tr.Shares)+len(tr.Rows) != want {
			t.Errorf("%+v: %+v", k.Dimension, tr)
		}
	}
	lines(account.Key{Measure: account.PlanMeasure, Year: 2025, Dimension: account.ByTotal}, 3)
	lines(account.Key{Measure: account.SpendMeasure, Year: 2022, Dimension: account.ByTotal}, 5)
	lines(account.Key{Measure: account.SpendMeasure, Year: 2023, Dimension: account.ByUnallocated}, 3)
	lines(account.Key{Measure: account.PlanMeasure, Year: 2024, Dimension: account.ByTotal}, 1)
	if p := traces[account.Key{Measure: account.SpendMeasure, Year: 2025, Dimension: account.ByLocality, Item: "North"}].Parts; p[0].Because != "the ledger's own column of localities" || p[0].Column != "Debit less Credit" {
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
		d := ledgertest.RandomDialect(r)
		data, _ := d.Render(t, r, ledgertest.RandomRows(r))
		spec := ledgertest.DialectSpec(d)
		traceAll(t, fstest.MapFS{spec.Ledgers[0].File: {Data: data}}, spec)
		if t.Failed() {
			t.Fatalf("seed %d: %s", seed, d)
		}
	}
}

// TestTraceOfOddRecords traces ledgers with rows that are short, long, repeated
// or totals.
func TestTraceOfOddRecords(t *testing.T) {
	spec := ledgertest.Small()
	spec.Ledgers = spec.Ledgers[1:]
	for seed := range rounds.Of(t, uint64(200)) {
		r := rand.New(rand.NewPCG(seed, 13))
		var b strings.Builder
		b.WriteString("Cost centre,Account,Amount\n")
		for range r.IntN(40) {
			b.WriteString(ledgertest.RandomRow(r))
		}
		fsys := ledgertest.Files("council.csv", b.String())
		if _, err := account.Compute(context.Background(), fsys, spec); err != nil {
			continue // refused: there is no figure to trace
		}
		traceAll(t, fsys, spec)
		if t.Failed() {
			t.Fatalf("seed %d:\n%s", seed, b.String())
		}
	}
}

func TestTraceSaysThatTheInputsChanged(t *testing.T) {
	spec := ledgertest.Small()
	a, err := account.Compute(context.Background(), ledgertest.Files("nhs.csv", ledgertest.NHS, "council.csv", ledgertest.Council), spec)
	if err != nil {
		t.Fatal(err)
	}
	q := queryFor("spend", "total", "", period.Year(2025), a.Spend)
	_, err = Figures(context.Background(), ledgertest.Files("nhs.csv", ledgertest.NHS, "council.csv", strings.Replace(ledgertest.Council, "30.00", "30.01", 1)), spec, []finance.Query{q}, 1)
	if err == nil || !strings.Contains(err.Error(), "sums to £203.52 and was £203.51 before") {
		t.Error(err)
	}
}

// A trace shows dates as the spreadsheet does.
func TestDatesInTraces(t *testing.T) {
	for name, column := range map[string]string{"date": "45823.5", "period": "45823"} {
		spec := finance.Spec{Year: 2025, Ledgers: []finance.LedgerSpec{{File: "data/council.csv", Partner: "Council",
			Columns: map[string]string{"cost_centre": "Cost centre", name: "Posted", "amount": "Amount"}}}}
		fsys := ledgertest.Files("data/council.csv", "Cost centre,Posted,Amount\nA1,"+column+",12.00\n")
		a, err := account.Compute(context.Background(), fsys, spec)
		if err != nil {
			t.Fatal(err)
		}
		traces, err := Figures(context.Background(), fsys, spec, []finance.Query{queryFor("spend", "total", "", spec.Year, a.Spend)}, 1)
		if err != nil || len(traces) != 1 || len(traces[0].Largest) != 1 {
			t.Fatalf("%+v, %v", traces, err)
		}
		if want := (Cell{name, "15/06/2025"}); !slices.Contains(traces[0].Largest[0].Cells, want) {
			t.Errorf("got %v; want %v", traces[0].Largest[0].Cells, want)
		}
	}
}
