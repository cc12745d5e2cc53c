package regs

import (
	"fmt"

	"apr/indicators/measures"
	"apr/internal/period"
	"apr/internal/source"
)

// A nought is told beside leastBesideNought other values, or leastBesideQuarter where periods are
// shorter than a year: what has a season may be nought in one of them.
const (
	leastBesideNought  = 2
	leastBesideQuarter = 4
)

// noughtAlone reports a nought in a series of which no other value is a small number, and that
// didn't begin with it: it seems to stand for a value that isn't there. In the pandemic much was
// closed.
func (p *Pass) noughtAlone(s placed) {
	var nought, before, after *measures.Point
	others, least := 0, leastBesideNought
	for i := range s.series.Points {
		at := &s.series.Points[i]
		if at.Period.Months < period.FullYear {
			least = leastBesideQuarter
		}
		switch {
		case at.Value == nil:
		case *at.Value == 0 && (nought != nil || before == nil && !s.targets):
			return
		case *at.Value == 0:
			nought = at
		case *at.Value < fewLocal:
			return
		case nought == nil:
			before, others = at, others+1
		default:
			if others++; after == nil {
				after = at
			}
		}
	}
	if before == nil {
		before = after
	}
	if nought == nil || others < least || inPandemic(nought.Period) && !s.targets || mayBeBelow().MatchString(s.measure.Title) {
		return
	}
	m := s.measure
	p.add(Finding{Position: nought.Position, Likely: true,
		Found:   fmt.Sprintf("%s is %s in %s and %s in %s", s.name(), m.Format(0), nought.Period, m.Format(*before.Value), before.Period),
		Hint:    "leave the cell empty where there is no value, and write * where it is withheld; if it is right, say in the narrative what happened",
		Related: []source.Related{{Position: before.Position, Message: fmt.Sprintf("%s in %s", m.Format(*before.Value), before.Period)}}})
}

// inPandemic reports whether a period is in the two years in which services were closed.
func inPandemic(s period.Span) bool { return s.Year() == 2020 || s.Year() == 2021 }
