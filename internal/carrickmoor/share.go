package main

import (
	"cmp"
	"math"
	"slices"
)

// share splits a whole amount, pence or a count, in proportion to weights, so
// that the parts sum to it exactly: each part is rounded towards zero and what
// is left goes to the largest remainders, the first of equals first. Weights
// may be negative (income); they must not sum to zero.
func share(total int64, weights []float64) []int64 {
	var sum float64
	for _, w := range weights {
		sum += w
	}
	parts, rest := make([]int64, len(weights)), total
	remainder := make([]float64, len(weights))
	for i, w := range weights {
		exact := float64(total) * w / sum
		parts[i] = int64(math.Trunc(exact))
		remainder[i] = exact - math.Trunc(exact)
		rest -= parts[i]
	}
	order := make([]int, len(weights))
	for i := range order {
		order[i] = i
	}
	step := int64(1)
	if rest < 0 {
		step = -1
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(float64(step)*remainder[b], float64(step)*remainder[a])
	})
	for i := 0; rest != 0; i = (i + 1) % len(order) {
		parts[order[i]] += step
		rest -= step
	}
	return parts
}
