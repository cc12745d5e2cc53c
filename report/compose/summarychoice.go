package compose

import (
	"math/big"
	"slices"

	"apr/indicators"
	"apr/indicators/measures"
	"apr/internal/project"
)

// How many figures a list of the summary has where the authority doesn't choose them,
// and from how many percent on a change counts as clear that no confidence limits
// judge.
const (
	mostIndicators = 5
	mostMeasures   = 3
	clearPercent   = 1
)

// moved is a core indicator or a local measure with two values that can be compared:
// the newest, and the one before.
type moved struct {
	series *indicators.Series // nil for a local measure
	last   *indicators.Point

	measure  *project.LocalMeasure
	from, to *measures.Point

	direction indicators.Direction
	// size is the change in percent of the value before, without its sign; nil where
	// that was 0.
	size *big.Rat
}

// clear reports whether the figure got clearly better or worse. Survey values did so
// where their confidence limits don't overlap, others where they changed by at least
// clearPercent of the value before.
func (m *moved) clear() bool {
	if m.direction != indicators.Better && m.direction != indicators.Worse {
		return false
	}
	survey := m.series != nil && m.series.Indicator.Basis == indicators.Survey
	return survey || m.size == nil || m.size.Cmp(big.NewRat(clearPercent, 1)) >= 0
}

// choice is what the summary shows, and what it only counts.
type choice struct {
	better, worse []*moved
	// unclear are those that changed and not clearly so, or not at all, or of which
	// nobody says which way is better.
	unclear []*moved
	// moreBetter, moreWorse and moreUnclear are how many of each aren't shown.
	moreBetter, moreWorse, moreUnclear int
	// compared is how many figures could be compared, without how many couldn't.
	compared, without int
}

// choose takes the figures that the authority chose; else the core indicators and the
// measures reported to the board that changed most.
func (b *builder) choose() choice {
	var c choice
	indicator, measure := b.movedIndicators(&c), b.movedMeasures(&c)
	c.compared = len(indicator) + len(measure)
	asked := &b.report.Config.Summary
	for _, of := range []struct {
		all  []*moved
		most int
		ids  []string
	}{{indicator, mostIndicators, asked.Indicators}, {measure, mostMeasures, asked.Measures}} {
		shown := func(m *moved) bool { return slices.Contains(of.ids, m.id()) }
		if !asked.Chosen() {
			shown = nil
		}
		better, more := pick(of.all, indicators.Better, of.most, shown)
		c.better, c.moreBetter = append(c.better, better...), c.moreBetter+more
		worse, more := pick(of.all, indicators.Worse, of.most, shown)
		c.worse, c.moreWorse = append(c.worse, worse...), c.moreWorse+more
		for _, m := range of.all {
			switch {
			case m.clear():
			case shown == nil || shown(m):
				c.unclear = append(c.unclear, m)
			default:
				c.moreUnclear++
			}
		}
	}
	slices.SortStableFunc(c.better, largestFirst)
	slices.SortStableFunc(c.worse, largestFirst)
	return c
}

func (m *moved) id() string {
	if m.series != nil {
		return string(m.series.Indicator.ID)
	}
	return m.measure.ID
}

// pick takes those that clearly went one way, the largest change first: those that are
// to be shown, or as many as there may be where shown is nil. more is how many it left.
func pick(all []*moved, way indicators.Direction, most int, shown func(*moved) bool) (picked []*moved, more int) {
	for _, m := range all {
		switch {
		case m.direction != way || !m.clear():
		case shown != nil && !shown(m):
			more++
		default:
			picked = append(picked, m)
		}
	}
	slices.SortStableFunc(picked, largestFirst)
	if shown == nil && len(picked) > most {
		picked, more = picked[:most], more+len(picked)-most
	}
	return picked, more
}

// largestFirst orders by the size of the change; one from nothing is the largest.
func largestFirst(a, b *moved) int {
	switch {
	case a.size == nil && b.size == nil:
		return 0
	case a.size == nil:
		return -1
	case b.size == nil:
		return 1
	}
	return b.size.Cmp(a.size)
}

// movedIndicators are the core indicators that can be compared, in their order.
func (b *builder) movedIndicators(c *choice) (list []*moved) {
	if b.report.Indicators == nil {
		return nil
	}
	for _, s := range b.report.Indicators.Series {
		p := s.Newest()
		if s.FromPrevious == nil || p == nil {
			c.without++
			continue
		}
		before := s.At(s.FromPrevious.FromYear)
		list = append(list, &moved{series: s, last: p, direction: s.FromPrevious.Direction, size: sizeOf(*before.Value, *p.Value)})
	}
	return list
}

// movedMeasures are the local measures that are reported to the board, with the newest
// value of the year and that of the same part of the last year with one.
func (b *builder) movedMeasures(c *choice) (list []*moved) {
	if b.report.Framework == nil {
		return nil
	}
	asked := b.report.Config.Summary.Measures
	for _, m := range b.report.Framework.Measures {
		if !m.At(measures.Board) && !slices.Contains(asked, m.ID) {
			continue
		}
		to := m.Whole.Newest
		from := yearBefore(m, to)
		if from == nil {
			c.without++
			continue
		}
		list = append(list, &moved{measure: m, from: from, to: to, direction: measureDirection(m, from, to), size: sizeOf(*from.Value, *to.Value)})
	}
	return list
}

// yearBefore is the newest earlier point for the same part of a year; nil for none.
func yearBefore(m *project.LocalMeasure, to *measures.Point) *measures.Point {
	if to == nil {
		return nil
	}
	for _, p := range slices.Backward(m.Years) {
		if p != nil && p.Value != nil && p.Period.Start.Before(to.Period.Start) &&
			p.Period.Months == to.Period.Months && p.Period.Start.Month() == to.Period.Start.Month() {
			return p
		}
	}
	return nil
}

// measureDirection judges by what the report shows: values that read alike are
// unchanged.
func measureDirection(m *project.LocalMeasure, from, to *measures.Point) indicators.Direction {
	switch {
	case m.Format(*from.Value) == m.Format(*to.Value):
		return indicators.Unchanged
	case m.Terms.Polarity == "" || m.Terms.Polarity == indicators.NoDirection:
		return indicators.Changed
	case (*to.Value > *from.Value) == (m.Terms.Polarity == indicators.HigherIsBetter):
		return indicators.Better
	}
	return indicators.Worse
}

func sizeOf(from, to float64) *big.Rat {
	_, percent := indicators.Compare(from, to)
	if percent == nil {
		return nil
	}
	return percent.Abs(percent)
}
