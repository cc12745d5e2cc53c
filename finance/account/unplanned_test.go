package account

import (
	"fmt"
	"strings"
	"testing"

	"apr/finance"
)

// emptied has the budget of so many lines of a text taken out.
func emptied(text string, lines int) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		f := strings.Split(strings.TrimSpace(line), ",")
		if lines--; lines >= 0 {
			f[len(f)-2] = ""
		}
		b.WriteString(strings.Join(f, ",") + "\n")
	}
	return b.String()
}

// A cost centre whose budget is empty has lost it, where the others have one; what was never
// planned is written as nought, and a ledger that writes nought as nothing has it everywhere.
func TestCostCentresWithoutTheirBudget(t *testing.T) {
	families := centre("F1", "Families", 0, 1, 2, 3)
	nought := strings.NewReplacer(",20000.00,", ",0.00,", ",21000.00,", ",0.00,", ",22000.00,", ",0.00,").Replace(families)
	adjusted := "" // as periods of adjustments are written by a system that leaves nought out
	for i := range 6 {
		adjusted += fmt.Sprintf("B%d,Community team %c,5000,31/03/2026,,%d.17\n", 10+i, 'A'+i, 20+i)
	}
	const want = "12 lines of the cost centre Families (F1), £252,200.22 in all, have an empty cell for what was planned, and %d other lines of the ledger data/council.csv have a plan: they count as nothing planned"
	checkKinds(t, datedColumns, finance.CodeImplausible, []kindCase{
		{"none", dated + others(6) + families, ""},
		{"all its lines", dated + others(6) + emptied(families, 12), fmt.Sprintf(want, 72)},
		{"half of them", dated + others(6) + emptied(families, 6), "6 lines of the cost centre Families (F1)"},
		{"two cost centres", dated + others(6) + emptied(families, 12) + emptied(centre("F2", "Justice", 0, 1, 2, 3), 12), "24 lines of 2 cost centres, £504,388.32 in all, have an empty cell for what was planned"},
		{"nought", dated + others(6) + nought, ""},
		{"a line", dated + others(6) + emptied(families, 1), "1 line of the cost centre Families (F1), £20,003.05 in all, has an empty cell for what was planned, and 83 other lines of the ledger data/council.csv have a plan: it counts as nothing planned"},
		{"two lines of two cost centres", dated + others(6) + emptied(families, 1) + emptied(centre("F2", "Justice", 0, 1, 2, 3), 1), "1 line of the cost centre Justice (F2)"},
		{"three lines", dated + emptied(others(6), 1) + emptied(families, 1) + emptied(centre("F2", "Justice", 0, 1, 2, 3), 1), ""},
		{"a line of little", dated + others(6) + families + "F1,Families,5010,31/03/2026,,912.30\n", ""},
		{"a line among few", dated + others(2) + emptied(families, 1), ""},
		{"nought is written as nothing", dated + others(6) + adjusted + emptied(families, 12), ""},
		{"small sums", dated + others(6) + emptied(strings.NewReplacer(",20000.00,20", ",20.00,", ",21000.00,21", ",21.00,", ",22000.00,22", ",22.00,").Replace(families), 12), ""},
		{"no budgets at all", emptied(dated, 0) + emptied(others(6)+families, 999), ""},
		{"in lines of their own", dated + inTwoLines(others(6)+families), ""},
		{"in lines of their own, and one has none", dated + inTwoLines(others(6)) + emptied(families, 12), "12 lines of the cost centre Families (F1)"},
	})
	columns := map[string]string{"cost_centre": "CC", "description": "Name", "account": "Account", "date": "Date", "plan": "Budget", "debit": "Debit", "credit": "Credit"}
	sides := strings.ReplaceAll(others(6)+emptied(families, 12), "\n", ",\n")
	checkKinds(t, columns, finance.CodeImplausible, []kindCase{{"debit and credit", "CC,Name,Account,Date,Budget,Debit,Credit\n" + sides, "12 lines of the cost centre Families (F1)"}})
}

// inTwoLines has each line's budget and actual in lines of their own.
func inTwoLines(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		f := strings.Split(strings.TrimSpace(line), ",")
		head, n := strings.Join(f[:len(f)-2], ","), len(f)
		fmt.Fprintf(&b, "%s,%s,\n%s,,%s\n", head, f[n-2], head, f[n-1])
	}
	return b.String()
}

// A plan that was equal to the funding in each year, and isn't now, has lost a part, or the
// funding has.
func TestPlanUnlikeItsFunding(t *testing.T) {
	history := func(funding int, more func(year int) int) string {
		var b strings.Builder
		b.WriteString("year,measure,dimension,item,amount\n")
		for y := 2020; y < 2025; y++ {
			fmt.Fprintf(&b, "%d/%d,plan,total,,%d.00\n%d/%d,funding,total,,%d.00\n", y, y-1999, 700_000+(y-2020)*20_000+more(y), y, y-1999, 700_000+(y-2020)*20_000)
		}
		return b.String() + fmt.Sprintf("2025/26,funding,total,,%d.00\n", funding)
	}
	equal := func(int) int { return 0 }
	spec := one(map[string]string{"cost_centre": "CC", "amount": "Actual", "plan": "Budget"})
	spec.History = "h.csv"
	for _, c := range []struct {
		name          string
		plan, funding int
		of            func(int) int
		want          string
	}{
		{"equal", 800_000, 800_000, equal, ""},
		{"a part is lost", 757_600, 800_000, equal, "£757,600.00 was planned and £800,000.00 paid or set aside: the plan is 94.7% of it, and in the 5 years before it was the same"},
		{"a small part is lost", 779_000, 800_000, equal, "the plan is 97.4% of it"},
		{"a hundredth is lost", 788_800, 800_000, equal, "the plan is 98.6% of it, and in the 5 years before it was the same"},
		{"a hundredth, and it was never quite the same", 788_800, 800_000, func(y int) int { return y % 2 * 100 }, ""},
		{"money that came late", 796_000, 800_000, equal, ""},
		{"as far as it often was", 757_600, 800_000, func(y int) int { return y % 2 * 25_000 }, ""},
	} {
		got, _ := said(t, spec, finance.CodeImplausible, spec.Ledgers[0].File, fmt.Sprintf("CC,Actual,Budget\nA,800000.00,%d.00\n", c.plan), "h.csv", history(c.funding, c.of))
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}
