package account

import (
	"fmt"
	"strings"
	"testing"

	"apr/finance"
	"apr/finance/internal/ledgertest"
	"apr/finance/ledger"
)

// A ledger with more cost centres than are looked at one by one says so where it has no
// control total.
func TestManyCostCentresAreSaidNotToBeLookedAt(t *testing.T) {
	for centres, want := range map[int]bool{100: false, 3_000: true} {
		var b strings.Builder
		b.WriteString("Cost centre,Amount\n")
		for n := range centres {
			fmt.Fprintf(&b, "C%05d,%d.00\n", n, 10+n)
		}
		spec := one(map[string]string{"cost_centre": "Cost centre", "amount": "Amount"})
		said := false
		a, err := compute(t.Context(), ledgertest.Files("data/council.csv", b.String()), spec, ledger.Reading{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range a.Doubts {
			said = said || p.Code == finance.CodeNoControl && strings.Contains(p.Message, "so many cost centres that it wasn't looked")
		}
		if said != want {
			t.Errorf("%d cost centres: said %v, want %v", centres, said, want)
		}
	}
}
