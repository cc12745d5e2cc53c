// Package rounds says how often tests try random inputs.
package rounds

import (
	"runtime/debug"
	"testing"
)

// heapGrowth is by how many percent the heap may grow before it is swept while random
// inputs are tried: they are many, small and soon forgotten.
const heapGrowth = 400

// Of is how many of n rounds a test makes: all of them, or with -short one in ten,
// which it logs. Until the test ends memory is swept less often.
func Of[N int | uint64](tb testing.TB, n N) N {
	tb.Helper()
	before := debug.SetGCPercent(heapGrowth)
	tb.Cleanup(func() { debug.SetGCPercent(before) })
	if !testing.Short() {
		return n
	}
	few := (n + 9) / 10
	tb.Logf("-short: %d of %d rounds of random inputs", few, n)
	return few
}
