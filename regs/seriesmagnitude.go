package regs

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"apr/indicators"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
)

// An areaSeries is an area's values of an indicator.
type areaSeries struct {
	indicator indicators.Indicator
	area      string                    // "" for the authority's own
	rows      []*indicators.Observation // with a value, oldest first
	shown     map[string]bool           // the periods that the report shows
}

// indicatorMagnitudes holds each value that the report shows, of the authority, of Scotland
// and of its family, against the others of its series.
func (p *Pass) indicatorMagnitudes(r *project.Project) {
	if r.Workbook == nil {
		return
	}
	rows := map[indicators.ID]map[string][]*indicators.Observation{}
	for i := range r.Workbook.Observations {
		o := &r.Workbook.Observations[i]
		if o.Value == nil || o.Area != r.Indicators.Area && o.Area != indicators.Scotland && !slices.Contains(r.Config.Authority.Family, o.Area) {
			continue
		}
		if rows[o.Indicator] == nil {
			rows[o.Indicator] = map[string][]*indicators.Observation{}
		}
		rows[o.Indicator][o.Area] = append(rows[o.Indicator][o.Area], o)
	}
	for _, s := range r.Indicators.Series {
		areas := rows[s.Indicator.ID]
		shown, newest := map[string]bool{}, map[string]bool{}
		for i := range s.Points {
			if at := &s.Points[i]; at.Value != nil {
				shown[at.Period] = true
			}
		}
		if at := s.Newest(); at != nil {
			newest[at.Period] = true // the family's average is of no other
		}
		own := areaSeries{s.Indicator, "", areas[r.Indicators.Area], shown}
		if !p.unlikeSeries(own) {
			p.newestMagnitude(s)
		}
		if r.Indicators.Area != indicators.Scotland && !p.unlikeSeries(areaSeries{s.Indicator, indicators.Scotland, areas[indicators.Scotland], shown}) {
			p.scotlandMagnitude(r, s)
		}
		told := []string{r.Indicators.Area, indicators.Scotland}
		for _, area := range r.Config.Authority.Family {
			if !slices.Contains(told, area) {
				told = append(told, area)
				p.unlikeSeries(areaSeries{s.Indicator, area, areas[area], newest})
			}
		}
	}
}

// endTimes is how many times more a value may be its neighbours' where they are on one side of it
// alone, the first or the last.
const endTimes = 1.4

// unlikeSeries reports the values of a series that aren't of the size of the others, or of those
// of the indicator.
func (p *Pass) unlikeSeries(s areaSeries) bool {
	id := s.indicator.ID
	low, high, times, known := indicators.Usual(id)
	if !known {
		return false
	}
	slices.SortStableFunc(s.rows, func(a, b *indicators.Observation) int { return cmp.Compare(a.Period, b.Period) })
	usual := slices.DeleteFunc(slices.Clone(s.rows), func(o *indicators.Observation) bool {
		return *o.Value <= 0 || !indicators.IsUsual(id, *o.Value)
	})
	var odd, beside []*indicators.Observation
	for _, o := range s.rows {
		if v := *o.Value; !s.shown[o.Period] || v < 0 || s.indicator.Unit == "%" && v > 100 || contradictsParts(o) {
			continue // which is told elsewhere
		}
		neighbours, within := neighboursOf(usual, o)
		limit := times
		if fewPeople(s, o) {
			limit *= fewTimes
		}
		if !within {
			limit = min(limit*endTimes, farApart)
		}
		if *o.Value == 0 && noneInPandemic(s, o, neighbours) {
			continue
		}
		if *o.Value == 0 || !indicators.IsUsual(id, *o.Value) || farFromAll(*o.Value, neighbours, limit) {
			if len(odd) == 0 {
				beside = neighbours
			}
			odd = append(odd, o)
		}
	}
	if len(odd) == 0 {
		return false
	}
	p.tellUnlike(s, odd, beside, low, high)
	return true
}

// contradictsParts reports whether a row's value isn't what its numerator and denominator give.
func contradictsParts(o *indicators.Observation) bool {
	shown, ok := shownValue(o)
	return ok && shown != *o.Value
}

// neighboursOf are the nearest values before and after a row, or the two nearest where all are on
// one side. None are where there is one alone.
func neighboursOf(rows []*indicators.Observation, o *indicators.Observation) (beside []*indicators.Observation, within bool) {
	before := slices.DeleteFunc(slices.Clone(rows), func(b *indicators.Observation) bool { return b.Period >= o.Period })
	after := slices.DeleteFunc(slices.Clone(rows), func(b *indicators.Observation) bool { return b.Period <= o.Period })
	switch {
	case len(before) > 0 && len(after) > 0:
		return []*indicators.Observation{before[len(before)-1], after[0]}, true
	case len(before) > 1:
		return before[len(before)-2:], false
	case len(after) > 1:
		return after[:2], false
	}
	return nil, false
}

// farFromAll reports whether a value is so many times each of some, or such a part of it.
func farFromAll(v float64, others []*indicators.Observation, times float64) bool {
	above, below := len(others) > 0, len(others) > 0
	for _, o := range others {
		above = above && v >= times**o.Value
		below = below && v*times <= *o.Value
	}
	return above || below
}

func (p *Pass) tellUnlike(s areaSeries, odd, beside []*indicators.Observation, low, high float64) {
	name := string(s.indicator.ID)
	if s.area != "" {
		name += " of " + s.area
	}
	values := func(rows []*indicators.Observation) string {
		var all []string
		for _, o := range rows {
			all = append(all, s.indicator.Format(*o.Value)+" in "+o.Period)
		}
		return wording.List(all)
	}
	first, f := odd[0], Finding{Position: odd[0].Position, Likely: true}
	for _, o := range odd[1:] {
		f.Related = append(f.Related, source.Related{Position: o.Position, Message: values([]*indicators.Observation{o})})
	}
	for _, o := range beside {
		f.Related = append(f.Related, source.Related{Position: o.Position, Message: values([]*indicators.Observation{o})})
	}
	switch {
	case len(beside) > 0:
		f.Found = fmt.Sprintf("%s is %s, and %s", name, values(odd), values(beside))
		f.Hint = hintApart(*first.Value / *beside[len(beside)-1].Value)
	default:
		f.Found = fmt.Sprintf("%s is %s, where areas have some %s to %s", name, values(odd), s.indicator.Format(low), s.indicator.Format(high))
		f.Hint = hintApart(*first.Value / math.Sqrt(max(low, 1)*high))
	}
	if *first.Value == 0 {
		f.Hint = "compare the row with Public Health Scotland's release: leave the cell empty where there is no value, and write * where it is withheld"
	} else if s.indicator.Unit == "%" && *first.Value <= 1 {
		f.Hint = strings.TrimSuffix(f.Hint, "; one of them seems to be a hundred times the other's unit") + "; a fraction of one seems to stand for a percentage"
	}
	p.add(f)
}

// newestMagnitude compares the newest value with the last before it.
func (p *Pass) newestMagnitude(s *indicators.Series) {
	var before *indicators.Point
	for i := range s.Points {
		at := &s.Points[i]
		if at.Value == nil {
			continue
		}
		if before != nil && apart(*before.Value, *at.Value) && i == len(s.Points)-1 {
			p.tellApart(string(s.Indicator.ID), s.Indicator.Format(*at.Value), at.Period, at.Position, s.Indicator.Format(*before.Value), before.Period, before.Position, *at.Value / *before.Value)
		}
		before = at
	}
}

// scotlandMagnitude compares Scotland's values, which the own are printed beside, with those
// before them.
func (p *Pass) scotlandMagnitude(r *project.Project, s *indicators.Series) {
	var before *indicators.Point
	for i := range s.Points {
		at := &s.Points[i]
		if at.Scotland == nil {
			continue
		}
		if before != nil && before.Period != at.Period && apart(*before.Scotland, *at.Scotland) {
			where := func(pt *indicators.Point) source.Position {
				if r.Workbook != nil {
					for i := range r.Workbook.Observations {
						if o := &r.Workbook.Observations[i]; o.Indicator == s.Indicator.ID && o.Area == indicators.Scotland && o.Period == pt.Period {
							return o.Position
						}
					}
				}
				return pt.Position
			}
			p.tellApart(string(s.Indicator.ID)+" of Scotland", s.Indicator.Format(*at.Scotland), at.Period, where(at), s.Indicator.Format(*before.Scotland), before.Period, where(before), *at.Scotland / *before.Scotland)
			return
		}
		before = at
	}
}
