package account

import (
	"math"

	"apr/finance"
	"apr/internal/period"
)

// Beside what a line's spend is in the other years, an amount may be too near to be told
// for itself and all the same go against what the line does from year to year. Changes
// are taken as logarithms here, so that twice as much and half are as far.

// logOf is the logarithm of a line's spend in a year, if it is known and above nought.
func logOf(l *finance.Line, y period.Year) (log float64, ok bool) {
	spend, ok := spent(l, y)
	if !ok {
		return 0, false
	}
	return math.Log(float64(spend.Money)), true
}

// otherChanges is the largest change of a line between two years one of which follows the
// other, and neither of which is the one to leave out, and of how many it is.
func otherChanges(l *finance.Line, out period.Year) (largest float64, n int) {
	for _, in := range l.Years {
		now, ok := logOf(l, in.Year)
		before, known := logOf(l, in.Year-1)
		if ok && known && in.Year != out && in.Year-1 != out {
			n++
			largest = max(largest, math.Abs(now-before))
		}
	}
	return largest, n
}

// againstPattern reports whether a line's amount is as far above or below both of the years
// beside it as it never changes otherwise. The first year has one beside it, below which it
// may be because something began in the middle of it.
func againstPattern(l *finance.Line, y period.Year) (usual float64, yes bool) {
	at, ok := logOf(l, y)
	behind, known := logOf(l, y+1)
	if !ok || !known {
		return 0, false
	}
	off := at - behind
	if before, ok := logOf(l, y-1); ok {
		if (at-before > 0) != (off > 0) {
			return 0, false
		}
		off = min(math.Abs(off), math.Abs(at-before))
	} else if l.In(y-1) != nil || off < 0 {
		return 0, false
	}
	usual, n := otherChanges(l, y)
	return math.Exp(usual) - 1, n >= leastChanges && math.Abs(off) >= math.Log(1+leastUnlike) && math.Abs(off) >= timesUnlike*max(usual, math.Log(1+leastUsual))
}

// offTrend is how far an amount, as a logarithm, is from the line through the years beside
// a year; those behind it where it is the first.
func offTrend(l *finance.Line, y period.Year, log float64) (off float64, ok bool) {
	behind, ok := logOf(l, y+1)
	if before, known := logOf(l, y-1); ok && known {
		return log - (before+behind)/2, true
	}
	next, known := logOf(l, y+2)
	return log - (2*behind - next), ok && known && l.In(y-1) == nil
}

// Two amounts near each other are taken for exchanged where each is so far from its own
// line's trend, further than that ever changes, and so near the other's.
const leastOffTrend, nearTrend = 0.1, 0.04

// swappedByTrend reports whether two lines that are near each other have each other's
// amounts in a year.
func swappedByTrend(i, j *finance.Line, y period.Year) bool {
	iy, ok1 := logOf(i, y)
	jy, ok2 := logOf(j, y)
	off := func(l *finance.Line, log float64) float64 {
		x, ok := offTrend(l, y, log)
		if !ok {
			return math.NaN()
		}
		return x
	}
	io, jo := off(i, iy), off(j, jy)
	if !ok1 || !ok2 || !(io*jo < 0) || !(math.Abs(off(i, jy)) <= nearTrend) || !(math.Abs(off(j, iy)) <= nearTrend) {
		return false
	}
	for l, o := range map[*finance.Line]float64{i: io, j: jo} {
		if usual, n := otherChanges(l, y); n < leastChanges || math.Abs(o) < max(leastOffTrend, usual) {
			return false
		}
	}
	return true
}
