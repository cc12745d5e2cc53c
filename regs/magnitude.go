package regs

import (
	"fmt"
	"math"
	"strings"

	"apr/indicators"
	"apr/indicators/measures"
	"apr/internal/project"
	"apr/internal/source"
)

var magnitudeRules = []Rule{{
	ID:       "R0-magnitude",
	Title:    "Values are of the size of those before them",
	Level:    Advice,
	Citation: act + ", section 42(6) and (7): partners supply the information",
	Why:      "A value that is five times the one before, or a fifth of it, is news that the report should give, or it has another unit, a point for a comma, or stands in another's row. A percentage above 100 is one or the other as well.",
	Blind:    "A mistake that is smaller, that the value before has as well, or in the first value that there is. Small numbers of local measures, which may well change by so much.",
	Check:    checkMagnitudes,
}}

// farApart is how many times one value may be the other, and fewLocal how large a value of
// a local measure is before it is looked at: three people may be fifteen next year.
const (
	farApart = 5
	fewLocal = 20
)

// checkMagnitudes looks at the values of the reporting year, and of local measures at
// those before and at targets as well.
func checkMagnitudes(r *project.Project, p *Pass) {
	if r.Indicators != nil {
		for _, s := range r.Indicators.Series {
			p.indicatorMagnitude(s)
		}
	}
	if r.Framework == nil {
		return
	}
	for _, m := range r.Framework.Measures {
		for _, s := range m.Series {
			if !s.Other {
				p.measureMagnitudes(m, s)
			}
		}
	}
}

// indicatorMagnitude compares the newest value with the last before it.
func (p *Pass) indicatorMagnitude(s *indicators.Series) {
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

// measureMagnitudes compares each value and each target with the one before it, and
// percentages with 100.
func (p *Pass) measureMagnitudes(m *project.LocalMeasure, s *measures.Series) {
	name := m.ID
	if s.Locality != "" {
		name += ", " + s.Locality
	}
	percent := strings.HasPrefix(m.Unit, "%")
	var before, goal *measures.Point
	above := false
	for i := range s.Points {
		at := &s.Points[i]
		if at.Value != nil {
			if before != nil && math.Max(*before.Value, *at.Value) >= fewLocal && apart(*before.Value, *at.Value) {
				p.tellApart(name, m.Format(*at.Value), at.Period.String(), at.Position, m.Format(*before.Value), before.Period.String(), before.Position, *at.Value / *before.Value)
			} else if percent && *at.Value > 100 && !above && before != nil {
				p.Report(at.Position, "see whether the point is in its place, or say what the percentage is of", "%s is %s%% in %s, and was never above 100%% before", name, m.Format(*at.Value), at.Period)
			}
			above = above || *at.Value > 100
			before = at
		}
		if at.Target != nil {
			if goal != nil && apart(*goal.Target, *at.Target) {
				p.tellApart("the target of "+name, m.Format(*at.Target), at.Period.String(), at.Position, m.Format(*goal.Target), goal.Period.String(), goal.Position, *at.Target / *goal.Target)
			}
			goal = at
		}
	}
}

// apart reports whether one value is many times the other; nought is near everything.
func apart(a, b float64) bool {
	if a <= 0 || b <= 0 {
		return false
	}
	return a/b >= farApart || b/a >= farApart
}

// tellApart reports two values that are far apart.
func (p *Pass) tellApart(what, now, when string, at source.Position, before, whenBefore string, beforeAt source.Position, times float64) {
	hint := "see whether it is right, and say in the narrative what happened"
	switch f := math.Max(times, 1/times); {
	case f > 500 && f < 2000:
		hint += "; one of them seems to be in thousands"
	case f > 50 && f < 200:
		hint += "; one of them seems to be a hundred times the other's unit"
	case f > 8 && f < 12.5:
		hint += "; the point of one of them seems to be a place off"
	}
	p.add(Finding{Position: at, Hint: hint, Found: fmt.Sprintf("%s is %s in %s and was %s in %s", what, now, when, before, whenBefore),
		Related: []source.Related{{Position: beforeAt, Message: fmt.Sprintf("%s in %s", before, whenBefore)}}})
}
