package regs

import (
	"fmt"
	"math"
	"strings"

	"apr/indicators/measures"
	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
)

var magnitudeRules = []Rule{{
	ID:       "R0-magnitude",
	Title:    "Values are of the size of those before them",
	Level:    Advice,
	Citation: act + ", section 42(6) and (7): partners supply the information",
	Why:      "A value that is five times the one before, or a fifth of it, is news that the report should give, or it has another unit, a point for a comma, or stands in another's row. So is a value of an indicator, of any year, that is far from those of the years beside it or from all that areas have, and a nought among values that are none. A percentage above 100 is one or the other as well, and so is a count or a rate below nought, or a target that is ten times each value, or a value that is like the others once two of its digits are exchanged.",
	Blind:    "A mistake that is smaller, or that the values beside it have as well. Small numbers of local measures, which may well change by so much, a value that the same months of another year have too, one of the two years of the pandemic, the growth of a service that began with a few in the two periods before, and a nought in them that the series begins with, that isn't the only one, or that is of the two years of the pandemic.",
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
		p.indicatorMagnitudes(r)
	}
	if r.Framework == nil {
		return
	}
	for _, m := range r.Framework.Measures {
		p.unfitUnit(m)
		for _, s := range m.Series {
			p.measureMagnitudes(m, s)
			p.noughtAlone(placed{m, s, false})
			p.noughtAlone(placed{m, targetsOf(s), true})
			p.exchangedDigits(placed{m, s, false}, fewLocal)
			p.exchangedDigits(placed{m, targetsOf(s), true}, 0)
			p.belowNought(m, s)
		}
		p.farTarget(m)
	}
}

var (
	// mayBeBelow is a title or a unit of what may be below nought: a change, or the difference of
	// two things.
	mayBeBelow = lazyregexp.Lazy(`(?i)\b(?:chang\w*|differen\w*|growth|grew|increas\w*|decreas\w*|declin\w*|reduc\w*|improv\w*|varian\w*|variation|net|balance|gap|migration|against|compared|versus|over- ?and|over ?spend|under ?spend|surplus|deficit|saving\w*|movement|distance|score|index|points?|temperature|impact|gain|loss|trend)\b|£`)
	// targetsApart are how many times a target may be each value before a point or a unit seems
	// to be lost.
	tenfold     = [2]float64{8, 12.5}
	hundredfold = [2]float64{80, 125}
)

// belowNought reports a value below nought of a count, a rate or a percentage, of which no
// other is.
func (p *Pass) belowNought(m *project.LocalMeasure, s *measures.Series) {
	if mayBeBelow().MatchString(m.Title) || mayBeBelow().MatchString(m.Unit) {
		return
	}
	below, above := []*measures.Point{}, 0
	for i := range s.Points {
		switch at := &s.Points[i]; {
		case at.Value == nil:
		case *at.Value < 0:
			below = append(below, at)
		case *at.Value > 0:
			above++
		}
	}
	if len(below) == 0 || above < 2 && s.Locality == "" || len(below) > above && s.Locality == "" {
		return
	}
	name := placed{m, s, false}.name()
	for _, at := range below {
		p.add(Finding{Position: at.Position, Likely: true, Found: fmt.Sprintf("%s is %s in %s, below nought, which %s can't be", name, m.Format(*at.Value), at.Period, kindOf(m)),
			Hint: "take the minus away; if it is a change, say so in the title"})
	}
}

// unfitUnit reports a unit that a measure's values don't fit. Claims aren't held against them then.
func (p *Pass) unfitUnit(m *project.LocalMeasure) {
	if value, why := m.UnitMisfit(); value != nil {
		p.add(Finding{Position: at(m.UnitPosition, m.Position), Likely: true, Found: fmt.Sprintf("the unit of %s is %q, which values such as %s don't fit: %s", m.ID, m.Unit, formatted(*value, m.Decimals), why),
			Hint: "correct the unit, or say in the title what the values are, such as an average"})
	}
}

// kindOf is what a measure's values are.
func kindOf(m *project.LocalMeasure) string {
	unit := strings.ToLower(m.Unit)
	switch {
	case strings.HasPrefix(unit, "%"):
		return "a percentage"
	case strings.Contains(unit, "per ") || strings.Contains(unit, "rate"):
		return "a rate"
	}
	return "a count"
}

// farTarget reports a target that is ten or a hundred times each value that it stands beside,
// or such a part of it.
func (p *Pass) farTarget(m *project.LocalMeasure) {
	whole := m.Measure.Whole()
	if whole == nil {
		return
	}
	n, last := 0, (*measures.Point)(nil)
	for _, bounds := range [][2]float64{tenfold, hundredfold} {
		n, last = 0, nil
		for i := range whole.Points {
			at := &whole.Points[i]
			if at.Value == nil || at.Target == nil || *at.Value == 0 {
				continue
			}
			f := *at.Target / *at.Value
			if f = max(f, 1/f); f < bounds[0] || f > bounds[1] {
				n = -1
				break
			}
			n, last = n+1, at
		}
		if n >= 3 {
			break
		}
	}
	if n < 3 || last == nil {
		return
	}
	p.add(Finding{Position: last.Position, Likely: true, Found: fmt.Sprintf("the target of %s is %s in %s, and its value %s: in each of %d periods the two are about %s apart", m.ID, m.Format(*last.Target), last.Period, m.Format(*last.Value), n, timesApart(last)),
		Hint: "see whether the point of the target is in its place"})
}

func timesApart(at *measures.Point) string {
	if f := *at.Target / *at.Value; f > 50 || f < 1./50 {
		return "a hundred times"
	}
	return "ten times"
}

// measureMagnitudes compares each value and each target with the one before it, and
// percentages with 100.
func (p *Pass) measureMagnitudes(m *project.LocalMeasure, s *measures.Series) {
	name := placed{m, s, false}.name()
	percent := strings.HasPrefix(m.Unit, "%")
	var before, goal *measures.Point
	above := false
	for i := range s.Points {
		at := &s.Points[i]
		if at.Value != nil {
			if before != nil && math.Max(*before.Value, *at.Value) >= fewLocal && apart(*before.Value, *at.Value) && !happens(s, before, at, percent) {
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
	p.add(Finding{Position: at, Hint: hintApart(times), Found: fmt.Sprintf("%s is %s in %s and was %s in %s", what, now, when, before, whenBefore),
		Related: []source.Related{{Position: beforeAt, Message: fmt.Sprintf("%s in %s", before, whenBefore)}}})
}

// hintApart says what to do about two values of which one is so many times the other.
func hintApart(times float64) string {
	hint := "see whether it is right, and say in the narrative what happened"
	switch f := math.Max(times, 1/times); {
	case f > 500 && f < 2000:
		hint += "; one of them seems to be in thousands"
	case f > 50 && f < 200:
		hint += "; one of them seems to be a hundred times the other's unit"
	case f > 8 && f < 12.5:
		hint += "; the point of one of them seems to be a place off"
	}
	return hint
}
