package account

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/fstest"

	"apr/finance"
	"apr/finance/internal/ledgertest"
	"apr/internal/rounds"
)

func TestNoDialectLosesAPenny(t *testing.T) {
	for seed := range rounds.Of(t, uint64(400)) {
		r := rand.New(rand.NewPCG(seed, 1))
		d, rows := ledgertest.RandomDialect(r), ledgertest.RandomRows(r)
		data, totals := d.Render(t, r, rows)
		a, err := Compute(context.Background(), fstest.MapFS{"ledger": {Data: data}}, ledgertest.DialectSpec(d))
		if err != nil {
			t.Fatalf("seed %d, %s: %v\n%.600s", seed, d, err, data)
		}
		if len(a.Problems) > 0 {
			t.Errorf("seed %d, %s: %s", seed, d, messages(a.Problems))
		}
		want := map[finance.Matter]finance.Money{}
		var sum finance.Money
		zero := 0
		for _, l := range rows {
			if !l.OK {
				zero++
				continue
			}
			sum += l.Amount
			want[ledgertest.Wanted(l)] += l.Amount
		}
		for _, l := range a.Matters {
			if l.Spend.Money != want[finance.Matter(l.ID)] {
				t.Errorf("seed %d, %s: %s is %s; want %s", seed, d, l.ID, l.Spend, want[finance.Matter(l.ID)])
			}
		}
		if a.Spend.Money != sum || a.Unclassified.Spend.Money != want[""] {
			t.Errorf("seed %d, %s: spend %s, unclassified %s; want %s, %s", seed, d, a.Spend, a.Unclassified.Spend, sum, want[""])
		}
		l := a.Ledgers[0]
		if l.Lines != l.Classified+l.Unclassified+l.Totals+l.Zero || l.Lines != len(rows)+totals || l.Totals != totals || l.Zero != zero {
			t.Errorf("seed %d, %s: %+v; want %d rows, %d totals, %d zero", seed, d, l, len(rows), totals, zero)
		}
		checkParts(t, a)
		if t.Failed() {
			return
		}
	}
}

// checkParts checks that the parts of each breakdown sum to the whole.
func checkParts(t *testing.T, a *finance.Account) {
	t.Helper()
	sumOf := func(lines ...finance.Line) (sum finance.Money, n int) {
		for _, l := range lines {
			sum += l.Spend.Money
			n += l.Spend.Lines
		}
		return sum, n
	}
	matters, n := sumOf(append(slices.Clone(a.Matters), a.Unclassified)...)
	if matters != a.Spend.Money || n != a.Spend.Lines {
		t.Errorf("matters sum to %s in %d lines; want %s in %d", matters, n, a.Spend, a.Spend.Lines)
	}
	if localities, _ := sumOf(append(slices.Clone(a.Localities), a.Unallocated)...); localities != a.Spend.Money {
		t.Errorf("localities sum to %s; want %s", localities, a.Spend)
	}
	for name, lines := range map[string][]finance.Line{"partners": a.Partners, "fundings": a.Fundings, "services": a.Services} {
		if sum, n := sumOf(lines...); sum != a.Spend.Money || n != a.Spend.Lines {
			t.Errorf("%s sum to %s in %d lines; want %s in %d", name, sum, n, a.Spend, a.Spend.Lines)
		}
	}
	for _, g := range a.ServiceGroups {
		if sum, _ := sumOf(g.Services...); sum != g.Subtotal.Spend.Money {
			t.Errorf("services of %s sum to %s; want %s", g.Partner, sum, g.Subtotal.Spend)
		}
	}
}
