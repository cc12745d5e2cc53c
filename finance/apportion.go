package finance

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strings"
)

// WholePPM is the whole in parts per million.
const WholePPM = 1_000_000

// Apportion shares an amount by largest remainder: each share is rounded down
// to the penny, and the pennies left over go to the largest remainders, the
// first of equals first. The parts always sum to the amount. Shares must sum to
// 1,000,000.
func (a *Apportionment) Apportion(amount Money) []Money {
	n, sign := uint64(amount), Money(1)
	if amount < 0 {
		n, sign = -n, -1
	}
	parts := make([]Money, len(a.Shares))
	remainders := make([]uint64, len(a.Shares))
	order := make([]int, len(a.Shares))
	left := n
	for i, s := range a.Shares {
		high, low := bits.Mul64(n, uint64(s.PPM))
		var part uint64
		part, remainders[i] = bits.Div64(high, low, WholePPM)
		parts[i] = sign * Money(part)
		left -= part
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(remainders[j], remainders[i]) })
	for i := range left {
		parts[order[i]] += sign
	}
	return parts
}

// PercentOf writes parts per million in percent without trailing zeros.
func PercentOf(ppm int64) string {
	s := fmt.Sprintf("%.4f", float64(ppm)/10_000)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}
