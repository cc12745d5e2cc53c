package indicators

import "math"

// Value is an area's row for an indicator and a period that has a value, of several the
// first; nil where there is none. A nil workbook has no rows.
func (w *Workbook) Value(id ID, area, period string) *Observation {
	if w == nil {
		return nil
	}
	for i := range w.Observations {
		o := &w.Observations[i]
		if o.Indicator == id && o.Area == area && o.Period == period {
			if o.Value == nil {
				return nil
			}
			return o
		}
	}
	return nil
}

// Rate is what numerator and denominator, which stand next to the value, give; ok is false
// where the row hasn't both, or the indicator no formula.
func (o *Observation) Rate() (rate float64, ok bool) {
	c := catalogue().byID[o.Indicator]
	if c == nil || o.Numerator == nil || o.Denominator == nil {
		return 0, false
	}
	return c.recompute(*o.Numerator, *o.Denominator)
}

// SameValue reports whether two cells have the same number, but for the rounding of
// one that was saved again, or both none.
func SameValue(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	const rounding = 1e-9 // of a number that was saved again
	return math.Abs(*a-*b) <= rounding*max(math.Abs(*a), math.Abs(*b))
}
