package chart

import (
	"math"

	"apr/internal/document"
)

// axis is the value axis of a line chart.
type axis struct {
	low, high float64
	ticks     []float64
	decimals  int // of the ticks' labels
}

// newAxis is the axis for a line chart's values. It starts at zero where the
// lines then still use a good part of the height; otherwise it spans the
// values, but never less than a tenth of the largest (or ten percentage
// points), so that noise doesn't look like a trend. ok is false when there is
// no value.
func newAxis(c *document.Chart) (a axis, ok bool) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, s := range c.Series {
		for _, p := range s.Points {
			if p.Present {
				low, high = min(low, p.Value), max(high, p.Value)
			}
		}
	}
	if low > high {
		return axis{}, false
	}
	share := c.Unit == "%" && low >= 0 && high <= 100
	positive := low >= 0
	least := 0.1 * max(math.Abs(low), math.Abs(high))
	if share {
		least = 10
	}
	if least == 0 {
		least = 1
	}
	if positive && low <= 0.6*high || high == 0 && low == 0 {
		low = 0
	}
	if room := least - (high - low); room > 0 {
		low, high = low-room/2, high+room/2
		if positive && low < 0 {
			low, high = 0, high-low
		}
		if share && high > 100 {
			low, high = low-(high-100), 100
		}
	}
	return spread(low, high), true
}

// spread is the axis from a round number at or below low to one at or above
// high, with three to six ticks.
func spread(low, high float64) axis {
	step := niceStep((high - low) / 4)
	first, last := math.Floor(low/step+1e-9), math.Ceil(high/step-1e-9)
	a := axis{low: first * step, high: last * step, decimals: decimalsOf(step)}
	for i := first; i <= last; i++ {
		a.ticks = append(a.ticks, i*step)
	}
	return a
}

// niceStep is the least of 1, 2 and 5 (and, where it is a whole number, 2.5),
// times a power of ten, that isn't below step.
func niceStep(step float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(step)))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if m == 2.5 && power < 9 {
			continue
		}
		if m*power >= step*(1-1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// decimalsOf is how many decimals show a step exactly.
func decimalsOf(step float64) int {
	for n := range 12 {
		scaled := step * math.Pow(10, float64(n))
		if math.Abs(scaled-math.Round(scaled)) < 1e-6*max(scaled, 1) {
			return n
		}
	}
	return 12
}
