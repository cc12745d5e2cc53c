package trace

import (
	"cmp"
	"fmt"
	"slices"

	"apr/indicators"
	"apr/internal/period"
	"apr/internal/project/datum"
	"apr/internal/source"
)

// Cell is a cell of the workbook with what is next to it in its row.
type Cell struct {
	Position source.Position `json:"position"`
	Area     string          `json:"area"`
	Period   string          `json:"period"`
	// Basis says which kind of period stands for the reporting year, and what
	// chose it.
	Basis       string   `json:"basis"`
	Value       float64  `json:"value"`
	Numerator   *float64 `json:"numerator,omitempty"`
	Denominator *float64 `json:"denominator,omitempty"`
	Lower       *float64 `json:"lower,omitempty"`
	Upper       *float64 `json:"upper,omitempty"`
	Mark        string   `json:"mark,omitempty"`
}

// Area is one area's value among those of a rank or an average.
type Area struct {
	Area     string          `json:"area"`
	Value    float64         `json:"value"`
	Position source.Position `json:"position"`
}

// point is an indicator's answer for a year, or nil.
func (t *tracer) point(id datum.ID, y period.Year) *indicators.Point {
	if t.facts.Table == nil {
		return nil
	}
	s := t.facts.Table.ByID(indicators.ID(id.Of))
	if s == nil {
		return nil
	}
	return s.At(y)
}

// indicator adds what the workbook says of a figure.
func (t *tracer) indicator(out *Trace, id datum.ID) {
	p := t.point(id, id.Year)
	if p == nil {
		return
	}
	switch id.Measure {
	case datum.Value:
		out.Cell, out.Notes = t.cell(p.Position, *p.Value, p), p.Notes
	case datum.Scotland:
		out.Cell = t.cell(t.figures[id].Position, *p.Scotland, p)
	case datum.AreaValue:
		if o := t.facts.Workbook.Value(indicators.ID(id.Of), id.Area, p.Period); o != nil {
			out.Cell = t.cell(o.Position, *o.Value, p)
		}
	case datum.Rank:
		out.Areas = t.ranked(id, p)
	case datum.FamilyAverage:
		out.Position = nil
		out.Areas = t.family(id, p)
	}
}

// cell is a value's cell with the rest of its row.
func (t *tracer) cell(at source.Position, value float64, p *indicators.Point) *Cell {
	c := &Cell{Position: at, Period: p.Period, Basis: t.basis(p), Value: value}
	if t.facts.Workbook == nil {
		return c
	}
	for i := range t.facts.Workbook.Observations {
		if o := &t.facts.Workbook.Observations[i]; o.Position == at {
			c.Area, c.Mark = o.Area, o.Mark
			c.Numerator, c.Denominator, c.Lower, c.Upper = o.Numerator, o.Denominator, o.Lower, o.Upper
			break
		}
	}
	return c
}

// basis says which kind of period a point's value covers and why that one.
func (t *tracer) basis(p *indicators.Point) string {
	switch {
	case p.Proxy:
		proxy := cmp.Or(t.report.Config.Indicators.Proxy, string(indicators.PreferCalendar))
		return fmt.Sprintf("the calendar year %s in place of %s (proxy: %s)", p.Period, p.Year, proxy)
	case p.Basis == indicators.Survey:
		return "the survey of " + p.Period
	case p.Basis == indicators.Census:
		return "the census of " + p.Period
	case p.Basis == indicators.Calendar:
		return fmt.Sprintf("the calendar year %s, shown under %s", p.Period, p.Year)
	}
	return "the financial year " + p.Period
}

// areas are the values of areas for an indicator and period.
func (t *tracer) areas(of, period string, names []string) []Area {
	list := []Area{}
	for _, name := range names {
		if o := t.facts.Workbook.Value(indicators.ID(of), name, period); o != nil {
			list = append(list, Area{name, *o.Value, o.Position})
		}
	}
	return list
}

// ranked are the authorities' values, the best first.
func (t *tracer) ranked(id datum.ID, p *indicators.Point) []Area {
	var names []string
	for _, a := range indicators.Authorities() {
		names = append(names, a.Area)
	}
	if own := t.facts.Table.Area; !slices.Contains(names, own) {
		names = append(names, own)
	}
	list := t.areas(id.Of, p.Period, names)
	higher := t.facts.Table.ByID(indicators.ID(id.Of)).Indicator.Polarity == indicators.HigherIsBetter
	slices.SortStableFunc(list, func(a, b Area) int {
		if higher {
			a, b = b, a
		}
		return cmp.Compare(a.Value, b.Value)
	})
	return list
}

// family are the values of the benchmarking family.
func (t *tracer) family(id datum.ID, p *indicators.Point) []Area {
	var names []string
	for _, name := range t.report.Config.Authority.Family {
		area, _, _ := indicators.CanonicalArea(name)
		if a, _, ok := indicators.FindAuthority(name); ok && t.facts.Workbook.Value(indicators.ID(id.Of), area, p.Period) == nil {
			area = a.Area
		}
		if !slices.Contains(names, area) {
			names = append(names, area)
		}
	}
	return t.areas(id.Of, p.Period, names)
}
