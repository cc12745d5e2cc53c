// Package rounds says how often tests try random inputs.
package rounds

import "testing"

// Of is how many of n rounds a test makes: all of them, or with -short one in ten,
// which it logs.
func Of[N int | uint64](tb testing.TB, n N) N {
	tb.Helper()
	if !testing.Short() {
		return n
	}
	few := (n + 9) / 10
	tb.Logf("-short: %d of %d rounds of random inputs", few, n)
	return few
}
