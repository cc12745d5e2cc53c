package regs

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"apr/indicators/measures"
	"apr/internal/project"
)

// leastSteps is beside how many other values one is before digits of it are said to be exchanged,
// and farOff how many times it is the nearest of them.
const (
	leastSteps = 3
	farOff     = 1.25
)

// exchangedDigits reports a value, or a target, of a measure that is unlike all others and would be
// like them with two neighbouring digits exchanged: 71,391 beside 17,391.
func (p *Pass) exchangedDigits(m *project.LocalMeasure, s *measures.Series) {
	name := m.ID
	if s.Locality != "" {
		name += ", " + s.Locality
	}
	p.exchangedIn(m, name, s, func(at *measures.Point) *float64 { return at.Value }, fewLocal)
	p.exchangedIn(m, "the target of "+name, s, func(at *measures.Point) *float64 { return at.Target }, 0)
}

func (p *Pass) exchangedIn(m *project.LocalMeasure, name string, s *measures.Series, of func(*measures.Point) *float64, least float64) {
	for i := range s.Points {
		v := of(&s.Points[i])
		if v == nil || *v <= 0 {
			continue
		}
		low, high, step, n, last := math.Inf(1), 0.0, 1.0, 0, 0.0
		for k := range s.Points {
			o := of(&s.Points[k])
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
			at := &s.Points[i]
			p.add(Finding{Position: at.Position, Likely: true,
				Found: fmt.Sprintf("%s is %s in %s, and between %s and %s in the %d other periods: two of its digits seem to be exchanged", name, m.Format(*v), at.Period, m.Format(low), m.Format(high), n),
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
