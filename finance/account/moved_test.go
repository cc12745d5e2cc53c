package account

import (
	"slices"
	"strings"
	"testing"

	"apr/finance"
	"apr/finance/internal/ledgertest"
)

// What a declared transfer has isn't told again, though its sides differ or are both spend; what no
// transfer has is.
func TestMoneyBesideDeclaredTransfers(t *testing.T) {
	const head = "CC,Account,Account name,Actual\n"
	nhs := head + "N1,100,Salaries,900000.00\nN2,500,Resource transfer to Glen Council,250000.00\n"
	council := head + "S1,100,Salaries,700000.00\n"
	for _, c := range []struct{ name, council, want string }{
		{"income", council + "S2,900,Resource transfer from NHS Moor,-250000.00\n", ""},
		{"spend in both", council + "S2,900,Resource transfer from NHS Moor,250000.00\n", ""},
		{"sides that differ", council + "S2,900,Resource transfer from NHS Moor,-205000.00\n", ""},
		{"income, and more", council + "S2,900,Resource transfer from NHS Moor,-250000.00\nS3,910,Income from NHS Moor,-41000.00\n", "Income from NHS Moor"},
		{"spend in both, and more", council + "S2,900,Resource transfer from NHS Moor,250000.00\nS3,910,Income from NHS Moor,-41000.00\n", "Income from NHS Moor"},
	} {
		transfers := []finance.Transfer{{Name: "RT", From: map[string]string{"partner": "NHS Moor", "account": "500"}, To: map[string]string{"partner": "Glen Council", "account": "900"}}}
		saysOnce(t, c.name, c.want, nhs, c.council, transfers...)
	}
}

// saysOnce asks that of two partners' ledgers one finding has the text, or none where it is "".
func saysOnce(t *testing.T, name, want, nhs, council string, transfers ...finance.Transfer) {
	t.Helper()
	columns := map[string]string{"cost_centre": "CC", "account": "Account", "account_description": "Account name", "amount": "Actual"}
	spec := finance.Spec{Year: 2025, Ledgers: []finance.LedgerSpec{{File: "nhs.csv", Partner: "NHS Moor", Columns: columns}, {File: "council.csv", Partner: "Glen Council", Columns: columns}}, Transfers: transfers}
	a, err := Compute(t.Context(), ledgertest.Files("nhs.csv", nhs, "council.csv", council), spec)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range slices.Concat(a.Problems, a.Doubts) {
		if p.Code == finance.CodeLedgerSays {
			got = append(got, p.Message)
		}
	}
	if len(got) > 1 || (len(got) == 0) != (want == "") || !strings.Contains(strings.Join(got, ""), want) {
		t.Errorf("%s: %q; want %q", name, got, want)
	}
}

// A recharge whose two sides are in one partner's ledger passes nothing to the other partner.
func TestRechargesWithinAPartner(t *testing.T) {
	const head = "CC,Account,Account name,Actual\n"
	council := head + "S1,100,Salaries,700000.00\n"
	for _, c := range []struct{ name, nhs, want string }{
		{"both sides", "N2,500,Recharge from social work,-12000.00\nN3,501,Recharge to health centre,12000.00\n", ""},
		{"one side", "N2,500,Recharge from social work,-12000.00\n", "Recharge from social work"},
		{"sides that differ", "N2,500,Recharge from social work,-12000.00\nN3,501,Recharge to health centre,9000.00\n", "Recharge from social work"},
		{"the other partner by its name", "N2,500,Recharge to Glen Council,-12000.00\nN3,501,Recharge to health centre,12000.00\n", "Recharge to Glen Council"},
	} {
		saysOnce(t, c.name, c.want, head+"N1,100,Salaries,900000.00\n"+c.nhs, council)
	}
}

// A cost centre for another board's residents without a plan is another authority's; one that was
// planned, that is hosted or paid back, and the own residents are none.
func TestCostCentresOfOthersResidents(t *testing.T) {
	of := func(name, plan string) string {
		text := dated + others(2)
		for _, day := range yearEnds {
			text += "R1,\"" + name + "\",3000," + day + "," + plan + ",104250.00\n"
		}
		return text
	}
	for _, c := range []struct{ name, text, want string }{
		{"another board's", of("Dental services, NHS Borders residents", "0.00"), "the cost centre Dental services, NHS Borders residents (R1) of the ledger a.csv is for those of NHS Borders by its name, and £417,000.00 was spent on it and nothing planned"},
		{"with an empty plan", of("Dental services, NHS Borders residents", ""), "for those of NHS Borders"},
		{"patients of it", of("Dental services for patients of NHS Borders", "0.00"), "for those of NHS Borders"},
		{"another council's", of("Day centre, Firth Council clients", "0.00"), "for those of Firth Council"},
		{"another area's", of("Day centre, Angus residents", "0.00"), "for those of Angus"},

		{"planned", of("Dental services, NHS Borders residents", "104000.00"), ""},
		{"the own board's", of("Dental services, NHS Moor patients", "0.00"), ""},
		{"the own council's", of("Day centre, Glen Council residents", "0.00"), ""},
		{"the own area's", of("Day centre, Glen residents", "0.00"), ""},
		{"a locality's", of("Day centre, North Glen residents", "0.00"), ""},
		{"treated elsewhere", of("Patients treated in NHS Borders", "0.00"), ""},
		{"paid back", of("NHS Borders patients, recharged", "0.00"), ""},
		{"hosted", of("Hosted podiatry, NHS Borders patients", "0.00"), ""},
		{"young people", of("Day centre, Young Adult clients", "0.00"), ""},
		{"residents of homes", of("Care Home residents", "0.00"), ""},
	} {
		spec := finance.Spec{Year: 2025, Localities: []string{"North Glen"}, Own: []string{"Glen"}, Elsewhere: []string{"Angus", "Scottish Borders"},
			Ledgers: []finance.LedgerSpec{{File: "a.csv", Partner: "NHS Moor", Columns: datedColumns}, {File: "b.csv", Partner: "Glen Council", Columns: map[string]string{"cost_centre": "CC", "amount": "Actual"}}}}
		spec.Limits = finance.Limits{FromPlan: 9999}
		got, _ := said(t, spec, finance.CodeMappingName, "a.csv", c.text, "b.csv", "CC,Actual\nG1,100.00\n")
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}
