package account

import (
	"fmt"
	"strings"
	"testing"

	"apr/finance"
)

// Lines below the total of a whole ledger are told; those of a ledger with a total after each part
// aren't below the total of all.
func TestLinesBelowTheTotal(t *testing.T) {
	var lines strings.Builder
	total := finance.Money(0)
	for i := range 12 {
		amount := finance.Money(100_000_17 + i*7_311)
		total += amount
		fmt.Fprintf(&lines, "B%d,Team %c,%s\n", 10+i, 'A'+i, amount)
	}
	head, sum := "CC,Name,Actual\n", fmt.Sprintf(",Total,%s\n", total)
	columns := map[string]string{"cost_centre": "CC", "description": "Name", "amount": "Actual"}
	checkKinds(t, columns, finance.CodeLedgerSays, []kindCase{
		{"none", head + lines.String() + sum, ""},
		{"one", head + lines.String() + sum + "B90,Team Z,4000.00\n", "1 line stands below this total, £4,000.00 in all, and is counted: the total is the sum of the 12 lines above it alone"},
		{"nought", head + lines.String() + sum + "B90,Team Z,0.00\n", ""},
		{"no total", head + lines.String() + "B90,Team Z,4000.00\n", ""},
		{"a total of all below them", head + lines.String() + sum + "B90,Team Z,4000.00\n" + fmt.Sprintf(",Total,%s\n", total+4000_00), ""},
		{"as many as above", head + lines.String() + sum + strings.ReplaceAll(lines.String(), "B", "C"), ""},
	})
}

// TestEmptyReason has reasons that say no more than that lines are left out.
func TestEmptyReason(t *testing.T) {
	for reason, empty := range map[string]bool{
		"Not needed in this table": true, "Not required": true, "Not relevant": true,
		"Housing Revenue Account, which the scheme doesn't delegate": false,
		"Paid by the council for its own staff":                      false,
		"Not delegated":                                              false, "Children's services aren't delegated here": false,
	} {
		if got := noReason().MatchString(reason) || emptyReason().MatchString(reason); got != empty {
			t.Errorf("%q is empty: %v, want %v", reason, got, empty)
		}
	}
}
