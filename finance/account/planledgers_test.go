package account

import (
	"fmt"
	"strings"
	"testing"

	"apr/finance"
	"apr/finance/internal/ledgertest"
)

// One account of a plan below nought, of which nothing says that it is income, is told.
func TestOneMinusInALedgerOfAPlan(t *testing.T) {
	const head = "CC,Centre,Account,Account name,Budget\n"
	rows := func(n int) (text string) {
		for i := range n {
			text += fmt.Sprintf("C%d,Team %d,100,Salaries,%d.00\n", i, i, 100_000+1000*i)
		}
		return text
	}
	for _, c := range []struct{ name, plan, spend, want string }{
		{"a slip", rows(12) + "C90,Home care,100,Salaries,-450000.00\n", "", "is planned at −£450,000.00, below nought, and 12 other accounts of the ledger plan.csv are above it: with a minus sign that doesn't belong there the planned spending is £900,000.00 too small"},
		{"income", rows(12) + "C90,Home care,900,Client income,-450000.00\n", "", ""},
		{"a savings target", rows(12) + "C90,Savings to be found,100,Salaries,-450000.00\n", "", ""},
		{"a vacancy factor", rows(12) + "C90,Home care,101,Vacancy factor,-450000.00\n", "", ""},
		{"two of them", rows(12) + "C90,Home care,100,Salaries,-450000.00\nC91,Day care,100,Salaries,-45000.00\n", "", ""},
		{"few others", rows(5) + "C90,Home care,100,Salaries,-150000.00\n", "", ""},
		{"little money", rows(12) + "C90,Home care,100,Salaries,-450.00\n", "", ""},
		{"below nought when spent", rows(12) + "C90,Home care,100,Salaries,-450000.00\n", "C90,Home care,100,Salaries,-440000.00\n", ""},
	} {
		columns := map[string]string{"cost_centre": "CC", "cost_centre_name": "Centre", "account": "Account", "account_description": "Account name", "amount": "Budget"}
		spec := finance.Spec{Year: 2025, Ledgers: []finance.LedgerSpec{{File: "spend.csv", Partner: "Glen Council", Columns: columns}, {File: "plan.csv", Partner: "Glen Council", Kind: finance.Plan, Columns: columns}}}
		spec.Limits = finance.Limits{FromPlan: 9999}
		a, err := Compute(t.Context(), ledgertest.Files("plan.csv", head+c.plan, "spend.csv", head+rows(12)+c.spend), spec)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range a.Doubts {
			if strings.Contains(p.About, "planned for") {
				got = append(got, p.Position.String()+" "+p.Message)
			}
		}
		if all := strings.Join(got, "; "); (all == "") != (c.want == "") || !strings.Contains(all, c.want) {
			t.Errorf("%s: %q; want %q", c.name, all, c.want)
		}
	}
}

// A plan may give its cost centres alone.
func TestOneMinusInAPlanOfCostCentres(t *testing.T) {
	for name, want := range map[string]string{"Home care": "Home care (C90)", "Residential income": "", "Contributions from the council": ""} {
		plan := "CC,Centre,Budget\n"
		for i := range 11 {
			plan += fmt.Sprintf("C%d,Team %d,%d.00\n", i, i, 100_000+1000*i)
		}
		plan += "C90," + name + ",-450000.00\n"
		columns := map[string]string{"cost_centre": "CC", "description": "Centre", "amount": "Budget"}
		spec := finance.Spec{Year: 2025, Ledgers: []finance.LedgerSpec{{File: "plan.csv", Partner: "Glen Council", Kind: finance.Plan, Columns: columns}}}
		a, err := Compute(t.Context(), ledgertest.Files("plan.csv", plan), spec)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, p := range a.Doubts {
			if strings.Contains(p.About, "planned for") {
				got += p.Position.String() + " " + p.Message
			}
		}
		if (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %q; want %q", name, got, want)
		}
	}
}
