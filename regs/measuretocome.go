package regs

import (
	"cmp"
	"fmt"
	"math/big"

	"apr/indicators/measures"
	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/regs/claims"
	"apr/regs/claims/exact"
)

// isForecast is a measure whose values are of times to come by right.
var isForecast = lazyregexp.Lazy(`(?i)\b(?:forecast\w*|project(?:ed|ions?)|expected|planned|trajector\w*|estimate[ds]?|modelled)\b`)

// rowToCome is a series' value of a period behind the reporting year that can't be known on the
// day of the check: one that hasn't begun, or, where there is none of the reporting year, that
// isn't over. It is nil where there is none.
func rowToCome(r *project.Project, m *project.LocalMeasure, s *measures.Series) *measures.Point {
	if r.Today.IsZero() || isForecast().MatchString(m.Title) || isForecast().MatchString(m.Unit) {
		return nil
	}
	var toCome *measures.Point
	has := false
	for i := range s.Points {
		at := &s.Points[i]
		if at.Value == nil {
			continue
		}
		has = has || at.Period.Year() == r.Config.Year
		if at.Period.Year() > r.Config.Year && at.Period.End().After(r.Today) && (toCome == nil || at.Period.Start.After(r.Today)) {
			toCome = at
		}
	}
	if toCome == nil || has && !toCome.Period.Start.After(r.Today) {
		return nil
	}
	return toCome
}

// yearsToCome reports rows of a measure whose year can't be right, and whether that of the whole
// area is one.
func (p *Pass) yearsToCome(r *project.Project, m *project.LocalMeasure) (whole bool) {
	for _, s := range m.Series {
		at := rowToCome(r, m, s)
		if at == nil {
			continue
		}
		whole = whole || s.Locality == "" && !s.Other
		name := placed{m, s, false}.name()
		found := fmt.Sprintf("%s has %s for %s, which isn't over on %s: the year of the row seems to be wrong", name, m.Format(*at.Value), at.Period, day(r.Today))
		if in(s, r) == nil {
			found = fmt.Sprintf("%s has no data for %s, and %s for %s, which isn't over on %s: the year of the row seems to be wrong", name, r.Config.Year, m.Format(*at.Value), at.Period, day(r.Today))
		}
		p.add(Finding{Position: at.Position, Likely: true, Found: found, Hint: "correct the period of the row; what texts say of the measure is held against older values until then"})
	}
	return whole
}

// in is a series' newest value of the reporting year, or nil.
func in(s *measures.Series, r *project.Project) (newest *measures.Point) {
	for i := range s.Points {
		if at := &s.Points[i]; at.Value != nil && at.Period.Year() == r.Config.Year {
			newest = at
		}
	}
	return newest
}

// ofRowToCome puts right what is said of a claim about a measure whose newest row has a year that
// isn't over: the text may well speak of that row.
func ofRowToCome(r *project.Project, c *claims.Claim, f *Finding) {
	if r.Framework == nil {
		return
	}
	for _, m := range r.Framework.Measures {
		if "measure:"+m.ID != c.Subject {
			continue
		}
		for _, s := range m.Series {
			if s.Locality != c.Scope && (s.Locality != "" || c.Scope != "area") {
				continue
			}
			at := rowToCome(r, m, s)
			if at == nil || in(s, r) != nil {
				return
			}
			f.Likely = false
			f.Related = append([]source.Related{{Position: at.Position, Message: fmt.Sprintf("%s for %s, which isn't over", m.Format(*at.Value), at.Period)}}, f.Related...)
			f.Hint = fmt.Sprintf("first see to the year of the row of %s, which isn't over; if it is that of %s, compare again", at.Period, r.Config.Year)
			if v := new(big.Rat).SetFloat64(*at.Value); v != nil && c.Quantity != nil && holds(c.Quantity, v) {
				f.Found = fmt.Sprintf("the text has %s for %s, as %s does, and that row is of %s, which isn't over: the year of the row seems to be wrong", cmp.Or(c.Words, "the figure"), placed{m, s, false}.name(), at.Position, at.Period)
				f.Message = f.Found
			}
			return
		}
	}
}

// holds reports whether a claim's figure is a value.
func holds(q *exact.Interval, v *big.Rat) bool {
	return (q.Low == nil || q.Low.Cmp(v) <= 0) && (q.High == nil || q.High.Cmp(v) >= 0)
}
