package regs

import (
	"fmt"
	"math"
	"slices"

	"apr/indicators/measures"
	"apr/internal/project"
	"apr/internal/source"
)

// leastSteady is how many times further apart two measures are than their values move from one
// period to the next, at least, before two values are taken for exchanged.
const leastSteady = 4

// A placed is a series of a measure: in the whole area, or in one locality. Of targets it holds
// these as values.
type placed struct {
	measure *project.LocalMeasure
	series  *measures.Series
	targets bool
}

func (s placed) name() string {
	name := s.measure.ID
	if s.series.Locality != "" {
		name += ", " + s.series.Locality
	}
	if s.targets {
		return "the target of " + name
	}
	return name
}

// targetsOf is a series with its targets in the place of its values.
func targetsOf(s *measures.Series) *measures.Series {
	t := &measures.Series{Locality: s.Locality, Points: slices.Clone(s.Points)}
	for i := range t.Points {
		t.Points[i].Value = t.Points[i].Target
	}
	return t
}

// measuresExchanged reports values of one period that seem to stand in each other's place: of
// two measures in one place, or of two localities in one measure.
func (p *Pass) measuresExchanged(r *project.Project) {
	var all, targets []placed
	eachMeasure(r, func(m *project.LocalMeasure) {
		for _, s := range m.Series {
			if !s.Other && len(s.Points) > leastRows {
				all = append(all, placed{m, s, false})
				if s.Locality == "" {
					targets = append(targets, placed{m, targetsOf(s), true})
				}
			}
		}
	})
	p.exchangedAmong(all)
	p.exchangedAmong(targets)
}

// exchangedAmong holds each two of some series against each other.
func (p *Pass) exchangedAmong(all []placed) {
	told := map[source.Position]bool{}
	for j := range all {
		for i := range j {
			a, b := all[i], all[j]
			if a.measure != b.measure && a.series.Locality != b.series.Locality || a.measure == b.measure && (a.series.Locality == "" || b.series.Locality == "") {
				continue
			}
			for k := range a.series.Points {
				if f, ok := exchangedIn(a, b, k); ok && !told[f.Position] && !told[f.Related[0].Position] {
					told[f.Position], told[f.Related[0].Position] = true, true
					p.add(f)
				}
			}
		}
	}
}

// exchangedIn is what is wrong with two series in a period of the first, ok false where nothing is.
func exchangedIn(a, b placed, k int) (f Finding, ok bool) {
	at := &a.series.Points[k]
	l := slices.IndexFunc(b.series.Points, func(p measures.Point) bool { return p.Period == at.Period })
	if l < 0 || at.Value == nil || b.series.Points[l].Value == nil {
		return f, false
	}
	other := &b.series.Points[l]
	near := 0
	for _, step := range []int{-1, 1} {
		m, n := beside(a.series, k, step), beside(b.series, l, step)
		switch {
		case m == nil && n == nil && step > 0:
		case m == nil || n == nil || m.Period != n.Period || !crossed(*at.Value, *m.Value, *other.Value, *n.Value, leastApartIndicators):
			return f, false
		default:
			near++
			if moves := max(moved(a.series, k), moved(b.series, l)); math.Abs(*m.Value-*n.Value) < leastSteady*moves {
				return f, false
			}
		}
	}
	if near == 0 {
		return f, false
	}
	m, n := beside(a.series, k, -1), beside(b.series, l, -1)
	return Finding{Position: at.Position, Likely: true,
		Found: fmt.Sprintf("%s and %s seem to be exchanged in %s: %s and %s, and in %s they were %s and %s", a.name(), b.name(), at.Period,
			a.measure.Format(*at.Value), b.measure.Format(*other.Value), m.Period, a.measure.Format(*m.Value), b.measure.Format(*n.Value)),
		Hint:    "compare both rows with where they come from",
		Related: []source.Related{{Position: other.Position, Message: fmt.Sprintf("%s in %s", b.name(), at.Period)}}}, true
}

// beside is the next point with a value before or behind another.
func beside(s *measures.Series, k, step int) *measures.Point {
	for k += step; k >= 0 && k < len(s.Points); k += step {
		if s.Points[k].Value != nil {
			return &s.Points[k]
		}
	}
	return nil
}

// moved is how far a series moves at most from one value to the next, but for one of them.
func moved(s *measures.Series, but int) (most float64) {
	before := (*measures.Point)(nil)
	for i := range s.Points {
		at := &s.Points[i]
		if i == but || at.Value == nil {
			continue
		}
		if before != nil {
			most = max(most, math.Abs(*at.Value-*before.Value))
		}
		before = at
	}
	return most
}
