package account

import (
	"strings"
	"testing"

	"apr/finance"
)

// Lines that aren't the authority's are counted and belong to nothing; the first rule
// that names a matter or excludes decides.
func TestExcludedLines(t *testing.T) {
	spec := one(map[string]string{"cost_centre": "CC", "amount": "Amount", "plan": "Plan"})
	spec.Localities = []string{"North"}
	when := func(pattern string) map[string]string { return map[string]string{"cost_centre": pattern} }
	spec.Rules = []finance.Rule{
		{When: when("*"), Locality: "North", Service: "All"},
		{When: when("A1"), Matter: finance.CareHome},
		{When: when("A*"), Exclude: "Hosted for  Carrickmoor"},
		{When: when("B*"), Exclude: "Capital"},
		{When: when("*"), Matter: finance.OtherHealth},
	}
	a, err := bothPaths(t, []byte("CC,Amount,Plan\nB1,64.00,\nA1,1.00,1.00\nA2,2.00,2.00\nA3,4.00,\nC1,8.00,8.00\nA4,,16.00\nTotal,79.00,27.00\n"), spec, 0)
	if err != nil {
		t.Fatal(err)
	}
	l := a.Ledgers[0]
	if l.Excluded != 4 || l.ExcludedTotal != 70_00 || l.Classified != 2 || l.Unclassified != 0 || l.Total != 79_00 || l.Totals != 1 || len(a.Problems) != 0 {
		t.Errorf("%+v\n%s", l, messages(a.Problems))
	}
	if len(l.Exclusions) != 2 || l.Exclusions[0].Why != "Capital" || l.Exclusions[1].Why != "Hosted for Carrickmoor" || l.Exclusions[1].Lines != 3 ||
		l.Exclusions[1].Total != 6_00 || l.Exclusions[1].Position.Line != 4 {
		t.Errorf("%+v", l.Exclusions)
	}
	if a.Spend.Money != 9_00 || a.Plan.Money != 9_00 || localityOf(a, "North").Spend.Money != 9_00 || matterOf(a, finance.CareHome).Spend.Money != 1_00 {
		t.Errorf("spend %s, plan %s", a.Spend, a.Plan)
	}
	spec.Rules[3].Matter = finance.CareHome
	if _, err := bothPaths(t, []byte("CC,Amount,Plan\n"), spec, 0); err == nil || !strings.Contains(err.Error(), "the rule both excludes lines and says what they belong to") {
		t.Errorf("got %v", err)
	}
}
