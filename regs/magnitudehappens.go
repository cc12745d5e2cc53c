package regs

import (
	"apr/indicators/measures"
	"apr/internal/period"
)

// happens reports whether two values of a series may well be far apart: what has a season, what was
// closed in the pandemic and opened again, and what began with a few.
func happens(s *measures.Series, before, at *measures.Point, percent bool) bool {
	return inSeason(s, at) || closedInPandemic(s, before, at) || !percent && beganWithFew(s, before, at)
}

// inSeason reports whether the same months of another year have a value of the same size as a
// point's.
func inSeason(s *measures.Series, at *measures.Point) bool {
	if at.Period.Months >= period.FullYear {
		return false
	}
	for i := range s.Points {
		o := &s.Points[i]
		if o.Value != nil && o.Period.Months == at.Period.Months && o.Period.Start.Month() == at.Period.Start.Month() && o.Period != at.Period && !apart(*o.Value, *at.Value) &&
			(*o.Value == 0) == (*at.Value == 0) {
			return true
		}
	}
	return false
}

// closedInPandemic reports whether the lower of two values is of the pandemic and the other, where
// the pandemic has gone or hadn't come, is of the size of one before or after it, if there is one.
func closedInPandemic(s *measures.Series, before, at *measures.Point) bool {
	low, high := before, at
	if *low.Value > *high.Value {
		low, high = at, before
	}
	if !inPandemic(low.Period) {
		return false
	}
	others, like := 0, 0
	for i := range s.Points {
		if o := &s.Points[i]; o.Value != nil && o != high && !inPandemic(o.Period) {
			others++
			if !apart(*o.Value, *high.Value) {
				like++
			}
		}
	}
	return others == 0 || like > 0
}

// beganWithFew reports whether a series had one or two values before a point, each a few and each
// more than the one before it, and none of those after it is a few again.
func beganWithFew(s *measures.Series, before, at *measures.Point) bool {
	n, last := 0, 0.0
	for i := range s.Points {
		o := &s.Points[i]
		switch {
		case o.Value == nil:
		case o.Period.Compare(at.Period) < 0:
			if n++; *o.Value >= fewLocal || *o.Value < last || n > 2 {
				return false
			}
			last = *o.Value
		case *o.Value < fewLocal:
			return false
		}
	}
	return *at.Value > *before.Value
}
