package account

import (
	"fmt"
	"strings"
	"testing"

	"apr/finance"
)

// TestColumnsThatSayLinesAreNotTheAuthoritys has columns that aren't mapped.
func TestColumnsThatSayLinesAreNotTheAuthoritys(t *testing.T) {
	lines := func(n int, amount, cell string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "C%d,%s,%s\n", i, amount, cell)
		}
		return b.String()
	}
	for _, c := range []struct{ name, head, text, want string }{
		{"one board", "IJB", lines(9, "1.00", "Moor IJB"), ""},
		{"another board", "IJB", lines(9, "1.00", "Moor IJB") + lines(2, "5.00", "Glen IJB"), "ledger-says"},
		{"another board by its place", "HSCP", lines(9, "1.00", "Moor") + lines(2, "5.00", "Glen"), "ledger-says"},
		{"another board under another head", "Analysis 1", lines(9, "1.00", "Moor Integration Joint Board") + lines(2, "5.00", "Glen Integration Joint Board"), "ledger-says"},
		{"one board in two spellings", "IJB", lines(9, "1.00", "Moor IJB") + lines(2, "5.00", "MOOR HSCP"), ""},
		{"what is shared", "IJB", lines(9, "1.00", "Moor") + lines(2, "5.00", "Shared") + lines(1, "5.00", ""), ""},
		{"localities", "Area", lines(9, "1.00", "North") + lines(2, "5.00", "South"), ""},
		{"suppliers", "Supplier", lines(9, "1.00", "Moor Homes") + lines(2, "5.00", "Glen Partnership"), ""},
		{"another's area", "Partnership", lines(9, "1.00", "Brae") + lines(2, "5.00", "Moray"), "ledger-says"},
		{"another's area that nobody knows", "Partnership", lines(9, "1.00", "Brae") + lines(2, "5.00", "Carrickmoor"), "ledger-says"},
		{"another authority", "Authority", lines(9, "1.00", "Brae") + lines(2, "5.00", "East Lothian"), "ledger-says"},
		{"another council", "Council area", lines(9, "1.00", "Brae Council") + lines(2, "5.00", "Moray Council"), "ledger-says"},
		{"a known area under any head", "Analysis 3", lines(9, "1.00", "Brae") + lines(2, "5.00", "Moray"), "ledger-says"},
		{"an unknown one under any head", "Analysis 3", lines(9, "1.00", "Brae") + lines(2, "5.00", "Elgin"), ""},
		{"its two bodies", "Partnership", lines(9, "1.00", "Brae Council") + lines(2, "5.00", "NHS Firth and Brae"), ""},
		{"what is done with others", "Partnership", lines(9, "1.00", "Brae") + lines(2, "5.00", "Third sector") + lines(1, "5.00", "Joint"), ""},
		{"kinds of partnership", "Partnership", lines(9, "1.00", "Voluntary") + lines(2, "5.00", "Private"), ""},
		{"its localities", "Partnership area", lines(9, "1.00", "Brae") + lines(2, "5.00", "Upper Brae") + lines(2, "5.00", "Elgin Road"), ""},
		{"places of suppliers", "Town", lines(9, "1.00", "Brae") + lines(2, "5.00", "Perth"), ""},
		{"no board most", "IJB", lines(2, "1.00", "Moor") + lines(2, "1.00", "Glen") + lines(2, "1.00", "Firth"), ""},
		{"cancelled", "Doc Status", lines(9, "1.00", "Posted") + lines(2, "5.00", "Cancelled"), "ledger-says"},
		{"void", "Status", lines(9, "1.00", "Paid") + lines(1, "5.00", "VOID"), "ledger-says"},
		{"reversed, and nothing takes it back", "Status", lines(9, "1.00", "Posted") + lines(1, "5.00", "Reversed"), "ledger-says"},
		{"reversed, and taken back", "Status", lines(9, "1.00", "Posted") + lines(1, "5.00", "Reversed") + lines(1, "-5.00", "Posted"), ""},
		{"cancelled to nought", "Status", lines(9, "1.00", "Posted") + lines(1, "5.00", "Cancelled") + lines(1, "-5.00", "Cancelled"), ""},
		{"posted and approved", "Status", lines(9, "1.00", "Posted") + lines(2, "5.00", "Approved"), ""},
		{"a service's name", "Service", lines(9, "1.00", "Posted") + lines(2, "5.00", "Cancelled"), ""},
		{"words that hold it", "Status", lines(9, "1.00", "Posted") + lines(2, "5.00", "Not cancelled"), ""},
	} {
		spec := one(map[string]string{"cost_centre": "CC", "amount": "Amount"})
		spec.Limits = finance.Limits{FromPlan: 9999}
		spec.Own, spec.Bodies, spec.Elsewhere = []string{"Brae Integration Joint Board", "Brae"}, []string{"Brae Council", "NHS Firth and Brae"}, []string{"Moray", "East Lothian"}
		spec.Localities = []string{"Upper Brae", "Elgin Road"}
		if got, messages := reviewed(t, spec, spec.Ledgers[0].File, "CC,Amount,"+c.head+"\n"+c.text); got != c.want {
			t.Errorf("%s: %q; want %q\n%s", c.name, got, c.want, strings.Join(messages, "\n"))
		}
	}
}
