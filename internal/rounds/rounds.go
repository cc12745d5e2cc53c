// Package rounds says how often tests try random inputs, which of their cases they try
// with -short, and how often their memory is swept.
package rounds

import (
	"cmp"
	"flag"
	"maps"
	"os"
	"runtime/debug"
	"slices"
	"testing"
)

// Main runs the tests of a package that makes many reports and keeps few: memory is swept
// only when inUse bytes are, which saves a tenth to a fifth of the processor's time.
// Benchmarks are swept for as usual.
func Main(m *testing.M) {
	flag.Parse()
	if flag.Lookup("test.bench").Value.String() == "" {
		debug.SetMemoryLimit(inUse)
		debug.SetGCPercent(-1)
	}
	os.Exit(m.Run())
}

// inUse is three to four times what such a package keeps. More isn't quicker: memory that is
// swept is at hand, and new memory is made page by page.
const inUse = 128 << 20

// heapGrowth is by how many percent the heap may grow before it is swept while random
// inputs are tried: they are many, small and soon forgotten.
const heapGrowth = 400

// Of is how many of n rounds a test makes: all of them, or with -short one in twenty,
// which it logs. Until the test ends memory is swept less often, if Main hasn't seen to it.
func Of[N int | uint64](tb testing.TB, n N) N {
	tb.Helper()
	before := debug.SetGCPercent(heapGrowth)
	if before < 0 {
		debug.SetGCPercent(before)
	} else {
		tb.Cleanup(func() { debug.SetGCPercent(before) })
	}
	if !testing.Short() {
		return n
	}
	few := (n + 19) / 20
	tb.Logf("-short: %d of %d rounds of random inputs", few, n)
	return few
}

// sampled is that with -short one case in so many is tried.
const sampled = 6

// Few are the cases that a test of many tries: all of them, or with -short the first and
// every sixth after it, which it logs.
func Few[C any](tb testing.TB, all []C) []C {
	tb.Helper()
	if !testing.Short() {
		return all
	}
	var few []C
	for i := 0; i < len(all); i += sampled {
		few = append(few, all[i])
	}
	tb.Logf("-short: %d of %d cases", len(few), len(all))
	return few
}

// FewOf is Few for cases by name, in the order of their names.
func FewOf[K cmp.Ordered, C any](tb testing.TB, all map[K]C) map[K]C {
	tb.Helper()
	few := map[K]C{}
	for _, name := range Few(tb, slices.Sorted(maps.Keys(all))) {
		few[name] = all[name]
	}
	return few
}
