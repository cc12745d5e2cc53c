package project

import (
	"apr/indicators"
	"apr/internal/project/datum"
	"apr/internal/source"
)

// counts are how many indicators and local measures went which way.
func (r *Project) counts() (settings []datum.Setting) {
	var core, local []datum.Counted
	if r.Indicators != nil {
		for _, s := range r.Indicators.Series {
			p := s.Newest()
			if p == nil {
				continue
			}
			c := datum.Counted{Value: datum.ID{Measure: datum.Value, Of: string(s.Indicator.ID), Year: p.Year}, Ranked: p.Rank > 0, Top: p.Rank > 0 && 2*p.Rank <= p.Of}
			if s.FromPrevious != nil {
				c.Direction = s.FromPrevious.Direction
			}
			core = append(core, c)
		}
	}
	if r.Framework != nil {
		for _, m := range r.Framework.Measures {
			if m.Whole.Newest != nil && m.Whole.Before != nil && m.Whole.Direction != indicators.Changed {
				local = append(local, datum.Counted{Direction: m.Whole.Direction,
					Value: datum.ID{Measure: datum.LocalMeasure, Of: datum.MeasureKey(m.ID, "", m.Whole.Newest.Period)}})
			}
		}
	}
	for _, c := range append(datum.CountSettings(datum.OfIndicators, core), datum.CountSettings(datum.OfMeasures, local)...) {
		c.Position = r.positionOfFirst(c.Operands[0])
		settings = append(settings, c)
	}
	return settings
}

// positionOfFirst is where the first of the values that were counted was read.
func (r *Project) positionOfFirst(id datum.ID) (at source.Position) {
	if id.Measure == datum.Value {
		return r.Indicators.ByID(indicators.ID(id.Of)).Newest().Position
	}
	for _, m := range r.Framework.Measures {
		if p := m.Whole.Newest; p != nil && id.Of == datum.MeasureKey(m.ID, "", p.Period) {
			return p.Position
		}
	}
	return at
}
