package main

import (
	"math/rand/v2"
	"testing"
)

func TestShareLosesNothing(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		weights := make([]float64, 1+chance.IntN(14))
		for i := range weights {
			weights[i] = chance.Float64() - 0.1
		}
		weights[0] += 2 // so that they don't sum to zero
		total := chance.Int64N(5_000_000_00) - 1_000_000_00
		var sum int64
		for _, part := range share(total, weights) {
			sum += part
		}
		if sum != total {
			t.Fatalf("share(%d, %v) sums to %d", total, weights, sum)
		}
	}
}

func TestShareIsNearTheExactParts(t *testing.T) {
	got := share(100, []float64{1, 1, 1})
	if got[0] != 34 || got[1] != 33 || got[2] != 33 {
		t.Errorf("share(100, thirds) = %v; want 34, 33, 33", got)
	}
	got = share(-100, []float64{1, 1, 1})
	if got[0] != -34 || got[1] != -33 || got[2] != -33 {
		t.Errorf("share(-100, thirds) = %v; want -34, -33, -33", got)
	}
}
