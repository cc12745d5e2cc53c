package exact

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"apr/internal/rounds"
)

// TestCompare holds the comparison of small numbers, and the arithmetic with them, against that of any, at the ends of what is
// small, too.
func TestCompare(t *testing.T) {
	terms := []int64{0, 1, -1, 3, 100, 1<<31 - 1, 1 << 32, math.MaxInt64, math.MaxInt64 - 1, -math.MaxInt64, math.MinInt64}
	random := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		terms = append(terms, random.Int64N(2000)-1000, random.Int64())
	}
	numbers := []*big.Rat{new(big.Rat), new(big.Rat).SetFrac(new(big.Int).Lsh(big.NewInt(1), 70), big.NewInt(3)), new(big.Rat).SetFrac(big.NewInt(3), new(big.Int).Lsh(big.NewInt(1), 70))}
	for _, n := range terms {
		for _, d := range terms {
			if d > 0 {
				numbers = append(numbers, big.NewRat(n, d))
			}
		}
	}
	for _, a := range rounds.Few(t, numbers) {
		for _, b := range numbers {
			if got, want := Compare(a, b), a.Cmp(b); got != want {
				t.Fatalf("compare(%v, %v) = %d, want %d", a, b, got, want)
			}
			for _, sign := range []int64{1, -1} {
				if got, want := Add(a, b, sign), new(big.Rat).Add(a, new(big.Rat).Mul(b, big.NewRat(sign, 1))); got.Cmp(want) != 0 || got.String() != want.String() {
					t.Fatalf("addRat(%v, %v, %d) = %v, want %v", a, b, sign, got, want)
				}
			}
			if b.Sign() != 0 {
				if got, want := Quo(a, b), new(big.Rat).Quo(a, b); got.Cmp(want) != 0 || got.String() != want.String() {
					t.Fatalf("quoRat(%v, %v) = %v, want %v", a, b, got, want)
				}
			}
			if got, want := Mul(a, b), new(big.Rat).Mul(a, b); got.Cmp(want) != 0 || got.String() != want.String() {
				t.Fatalf("mulRat(%v, %v) = %v, want %v", a, b, got, want)
			}
		}
		for _, n := range []int64{-1, 0, 1, 100, 1<<31 - 1} {
			if got, want := MoreThan(a, n), a.Cmp(big.NewRat(n, 1)) > 0; got != want {
				t.Fatalf("moreThan(%v, %d) = %t, want %t", a, n, got, want)
			}
			if got, want := CompareWhole(a, n), a.Cmp(big.NewRat(n, 1)); got != want {
				t.Fatalf("compareWhole(%v, %d) = %d, want %d", a, n, got, want)
			}
		}
	}
}
