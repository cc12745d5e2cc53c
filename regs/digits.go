package regs

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// leastSteps is beside how many other values one is before digits of it are said to be exchanged,
// and farOff how many times it is the nearest of them.
const (
	leastSteps = 3
	farOff     = 1.25
)

// exchangedDigits reports a value of a series, or a target, that is unlike all others and would be like
// them with two neighbouring digits exchanged: 71,391 beside 17,391. None of them is looked at where all
// are below least.
func (p *Pass) exchangedDigits(s placed, least float64) {
	points := s.series.Points
	for i := range points {
		v := points[i].Value
		if v == nil || *v <= 0 {
			continue
		}
		low, high, step, n, last := math.Inf(1), 0.0, 1.0, 0, 0.0
		for k := range points {
			o := points[k].Value
			if k == i || o == nil || *o <= 0 {
				continue
			}
			if last > 0 {
				step = max(step, *o/last, last / *o)
			}
			low, high, n, last = min(low, *o), max(high, *o), n+1, *o
		}
		if n < leastSteps || max(*v, high) < least || *v < high*step*farOff && *v > low/(step*farOff) || *v/high >= farApart || low / *v >= farApart {
			continue // those that are further apart are reported as such
		}
		for _, meant := range withDigitsExchanged(*v) {
			if meant < low/step || meant > high*step {
				continue
			}
			at, m := &points[i], s.measure
			p.add(Finding{Position: at.Position, Likely: true,
				Found: fmt.Sprintf("%s is %s in %s, and between %s and %s in the %d other periods: two of its digits seem to be exchanged", s.name(), m.Format(*v), at.Period, m.Format(low), m.Format(high), n),
				Hint:  fmt.Sprintf("see whether it is %s, or say in the narrative what happened", m.Format(meant))})
			break
		}
	}
}

// withDigitsExchanged are the values that a value may be with two neighbouring digits exchanged.
func withDigitsExchanged(v float64) (all []float64) {
	digits := strconv.FormatFloat(v, 'f', -1, 64)
	for i := range len(digits) - 1 {
		a, b := digits[i], digits[i+1]
		if a == b || a == '.' || b == '.' || i == 0 && b == '0' {
			continue
		}
		meant, err := strconv.ParseFloat(strings.Join([]string{digits[:i], string(b), string(a), digits[i+2:]}, ""), 64)
		if err == nil {
			all = append(all, meant)
		}
	}
	return all
}
