package sketch

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"apr/finance"
)

func line(s *Sketch, centre string, m finance.Money) {
	if s.Wants(m) {
		s.Add(Line{Hash: Hash(m, func(int) string { return centre }, 1, 1), Amount: m})
	}
}

// lines adds the lines from, from+1 … of an endless ledger.
func lines(s *Sketch, seed uint64, from, to int) *Sketch {
	for i := from; i < to; i++ {
		r := rand.New(rand.NewPCG(seed, uint64(i)))
		line(s, fmt.Sprint("C", r.IntN(50)), finance.Money(1+r.IntN(3_000_000)))
	}
	return s
}

func TestSharesOfLargeLedgers(t *testing.T) {
	for _, c := range []struct {
		from, to  int // of the second; the first has 0 to 100,000
		low, high float64
	}{
		{0, 100_000, 1, 1}, {0, 109_000, 0.999, 1}, {0, 20_000, 0.999, 1}, {10_000, 110_000, 0.87, 0.93}, {30_000, 130_000, 0.66, 0.74}, {100_000, 200_000, 0, 0.01},
	} {
		l := Compare(lines(New(), 1, 0, 100_000), lines(New(), 1, c.from, c.to))
		if s := l.Share(); s < c.low || s > c.high || l.Exact {
			t.Errorf("%d to %d: %v of %+v; want %v to %v", c.from, c.to, s, l, c.low, c.high)
		}
	}
}

func TestSmallLedgersAreComparedWhole(t *testing.T) {
	a, b := lines(New(), 3, 0, 20), lines(New(), 3, 2, 30)
	line(a, "C1", 0) // no money, no line
	line(b, " c7 ", 99)
	line(a, "C7", 99)
	line(a, "C7", 99) // there twice, and in the other once
	if l := Compare(a, b); l != (Likeness{Same: 19, A: 22, B: 29, Exact: true}) {
		t.Errorf("%+v", l)
	}
	if l := Compare(New(), New()); l.Share() != 0 {
		t.Errorf("%+v", l)
	}
}

// Whichever way the lines come in, the same are kept.
func TestTheOrderDoesNotCount(t *testing.T) {
	a, b := New(), New()
	for _, i := range rand.Perm(20_000) {
		lines(a, 5, i, i+1)
	}
	lines(b, 5, 0, 20_000)
	if l := Compare(a, b); l.Same != l.A || l.Same != l.B || l.Same < size/2 {
		t.Errorf("%+v", l)
	}
}

// One amount in all lines, as in a plan of twelve equal months, makes nothing alike.
func TestEqualAmounts(t *testing.T) {
	a, b := New(), New()
	for i := range 10_000 {
		line(a, fmt.Sprint("A", i), 1000)
		line(b, fmt.Sprint("B", i), 1000)
	}
	if l := Compare(a, b); l.Same != 0 {
		t.Errorf("%+v", l)
	}
}
