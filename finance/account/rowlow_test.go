package account

import (
	"fmt"
	"strings"
	"testing"

	"apr/finance"
)

// teams are lines of so many teams with three accounts in each quarter. change() may give other
// amounts, in pounds, to the twelve of the first, and plans say what of the three were planned.
func teams(plans [3]float64, change func(amounts []float64) []float64) string {
	var b strings.Builder
	b.WriteString(dated)
	for n := range 4 {
		var amounts []float64
		for a := range 3 {
			for q := range 4 {
				amounts = append(amounts, plans[a]*(0.95+0.02*float64(q))+float64(n*100+a)+0.17)
			}
		}
		if n == 0 {
			amounts = change(amounts)
		}
		for i, amount := range amounts {
			fmt.Fprintf(&b, "W%d,Team %c,%d,%s,%.2f,%.2f\n", n, 'A'+n, 1000*(i/4+1), yearEnds[i%4], plans[i/4], amount)
		}
	}
	return b.String()
}

// Amounts that were pasted a row low are near the plan of the line above where one account follows
// another. Costs that came once, and accounts that cost what another was planned for, stay as they are.
func TestAmountsARowOff(t *testing.T) {
	plans := [3]float64{289_850, 65_450, 112_200}
	same := func(a []float64) []float64 { return a }
	set := func(values map[int]float64) func([]float64) []float64 {
		return func(a []float64) []float64 {
			for i, v := range values {
				a[i] = v
			}
			return a
		}
	}
	checkKinds(t, datedColumns, finance.CodeImplausible, []kindCase{
		{"none", teams(plans, same), ""},
		{"low", teams(plans, func(a []float64) []float64 { return append([]float64{a[11]}, a[:11]...) }),
			"of 12 lines of the cost centre Team A (W0), £1,832,614.04 in all, 3 where one account follows another are near the plan of the line above and far from their own: the amounts seem to stand a row too low"},
		{"high", teams(plans, func(a []float64) []float64 { return append(a[1:12:12], a[0]) }), "near the plan of the line below and far from their own: the amounts seem to stand a row too high"},
		{"plans that are alike", teams([3]float64{100_000, 104_000, 98_000}, func(a []float64) []float64 { return append([]float64{a[11]}, a[:11]...) }), ""},
		{"one cost that came once", teams(plans, set(map[int]float64{4: 291_730.40})), ""},
		{"two that did", teams(plans, set(map[int]float64{4: 291_730.40, 0: 113_900.20})), ""},
		{"one account's cost in another", teams(plans, set(map[int]float64{4: 112_400.40, 5: 111_900.20, 6: 113_000.70, 7: 112_250.90})), ""},
	})
}

// The month of one cost centre that is another's to the penny in all accounts was written over it.
// Costs that are shared equally are the same in other months too, or only in some accounts.
func TestMonthOfAnotherCostCentre(t *testing.T) {
	ledger := func(of func(centre, account, month int, own float64) float64) string {
		var b strings.Builder
		b.WriteString(monthHeads)
		for n := range 5 {
			for a := range 4 {
				b.WriteString(months(fmt.Sprintf("N%d", n), fmt.Sprintf("Nurses %c", 'A'+n), fmt.Sprint(2000+a), "Pay", func(m int) (float64, float64, bool) {
					plan := float64(20_000 + n*2_000 + a*500)
					own := func(n int) float64 {
						return float64(20_000+n*2_000+a*500) + float64((m*m*37+n*131+a*17)%900) + 0.31
					}
					if amount := of(n, a, m, own(1)); amount != 0 {
						return plan, amount, true
					}
					return plan, own(n), true
				}))
			}
		}
		return b.String()
	}
	take := func(is func(n, a, m int) bool) func(int, int, int, float64) float64 {
		return func(n, a, m int, other float64) float64 {
			if is(n, a, m) {
				return other
			}
			return 0
		}
	}
	checkKinds(t, monthColumns, finance.CodeImplausible, []kindCase{
		{"none", ledger(take(func(n, a, m int) bool { return false })), ""},
		{"a month", ledger(take(func(n, a, m int) bool { return n == 3 && m == 8 })), "the cost centre Nurses D (N3) has the amounts of Nurses B (N1) to the penny in November, in each of the 4 accounts that both have, £"},
		{"two accounts of it", ledger(take(func(n, a, m int) bool { return n == 3 && m == 8 && a < 2 })), ""},
		{"one account, each month", ledger(take(func(n, a, m int) bool { return n == 3 && a == 0 })), ""},
		{"shared equally each quarter", ledger(take(func(n, a, m int) bool { return n == 3 && m%3 == 0 })), ""},
		{"shared by all centres", ledger(take(func(n, a, m int) bool { return m == 12 })), ""},
	})
}
