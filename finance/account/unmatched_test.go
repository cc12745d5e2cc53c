package account

import (
	"strings"
	"testing"

	"apr/finance"
	"apr/finance/internal/ledgertest"
	"apr/finance/ledger"
	"apr/finance/ledger/scan"
)

func TestRulesThatMatchNothing(t *testing.T) {
	const text = "Cost centre,Account,Amount\nSW20010,4000,1.00\nSW20400,4000,2.00\nEmpty,4100,\nCC – 9,4200,4.00\nTotal,,7.00\n"
	rule := func(column, pattern string) finance.Rule {
		return finance.Rule{When: map[string]string{column: pattern}, Matter: finance.CareHome, Position: ledgertest.At(30)}
	}
	for _, c := range []struct {
		rule finance.Rule
		want string // of the finding and its hint; "" for none
	}{
		{rule("cost_centre", "SW20010-SW20410"), ""},
		{rule("cost_centre", "SW20010–SW20410"), ""}, // an en dash
		{rule("cost_centre", "“SW20010”"), ""},
		{rule("cost_centre", "cc - 9"), ""},
		{rule("cost_centre", "cc — ?"), ""},
		{rule("cost_centre", "Empty"), ""}, // a line without an amount is one
		{rule("partner", "Counc?l"), ""},
		{rule("cost_centre", "SW2O010"), `the rule for cost_centre: SW2O010 matches no line of any ledger; did you mean "SW20010"? No rule gives its lines in l.csv a matter`},
		{rule("cost_centre", "SX20010-SX20410"), `the rule for cost_centre: SX20010-SX20410 matches no line of any ledger; did you mean "SW20010"? No rule gives its lines in l.csv a matter`},
		{rule("cost_centre", "Total"), "the rule for cost_centre: Total matches no line of any ledger; see how the ledger writes it, or take the rule out"},
		{rule("account", "9*"), "the rule for account: 9* matches no line of any ledger; see how the ledger writes it, or take the rule out"},
		{rule("partner", "Cuoncil"), `the rule for partner: Cuoncil matches no line: no ledger is of a partner "Cuoncil"; did you mean "Council"?`},
	} {
		spec := finance.Spec{Year: 2025, Rules: []finance.Rule{c.rule},
			Ledgers: []finance.LedgerSpec{{File: "l.csv", Partner: "Council", Columns: ledgertest.Columns}}}
		for _, how := range []ledger.Reading{{}, {Strict: true}, {Scan: scan.Sizes{Block: 20, Scanners: 2}}} {
			a, err := compute(t.Context(), ledgertest.Files("l.csv", text), spec, how)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range a.Doubts {
				if p.Code == finance.CodeUnmatchedRule {
					got = append(got, p.Message+"; "+p.Hint)
				}
			}
			if g := strings.Join(got, "\n"); g != c.want {
				t.Errorf("%+v: %v:\n%s\nwant\n%s", how, c.rule.When, g, c.want)
			}
		}
	}
}
