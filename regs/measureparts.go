package regs

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"apr/indicators/measures"
	"apr/internal/lazyregexp"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
)

var measurePartRules = []Rule{{
	ID:       "R0-measure-parts",
	Title:    "A measure's localities fit its whole area, and no value stands in another's place",
	Level:    Advice,
	Citation: act + ", section 42(6) and (7): partners supply the information",
	Why:      "Of a rate or an average the whole area's value lies between those of its localities; a count is their sum. Where it is neither, a row stands in another's place, or one of them is counted otherwise. Where two values have changed places only the periods around them show it.",
	Blind:    "Periods in which a locality has no value. Localities that sum to some more than the whole in each period, as people counted once in the whole do. Values that changed places in a first period, among fewer than four, or of measures that are near each other or move by as much from one period to the next.",
	Check:    checkMeasureParts,
}}

func checkMeasureParts(r *project.Project, p *Pass) {
	p.measuresExchanged(r)
	eachMeasure(r, func(m *project.LocalMeasure) {
		fits := partsOf(r, m)
		if len(fits) > 1 && !slices.ContainsFunc(fits, func(f parts) bool { return !f.overlap() }) {
			return
		}
		counted := isCounted(m, fits)
		for _, f := range slices.Backward(fits) {
			if said := f.wrong(m, counted); said != "" {
				p.add(Finding{Position: f.whole.Position, Found: fmt.Sprintf("%s in %s: %s", m.ID, f.whole.Period, said),
					Hint:    "see whether each row names its locality, and whether all are counted in one way",
					Related: []source.Related{{Position: f.values[0].Position, Message: "the first of the localities"}}})
				return // of the newest period in which they don't
			}
		}
	})
}

// parts are the values of all localities beside that of the whole area, in a period.
type parts struct {
	whole  *measures.Point
	names  []string
	values []*measures.Point
}

// partsOf are the periods for which all localities and the whole area have a value, in
// order of the table.
func partsOf(r *project.Project, m *project.LocalMeasure) (all []parts) {
	whole := m.Measure.Whole()
	if whole == nil || len(r.Config.Localities) < 2 {
		return nil
	}
	for i := range whole.Points {
		f := parts{whole: &whole.Points[i]}
		if f.whole.Value == nil {
			continue
		}
		for _, l := range r.Config.Localities {
			if at := pointOf(m.In(l.Name), f.whole.Period); at != nil && at.Value != nil {
				f.names, f.values = append(f.names, l.Name), append(f.values, at)
			}
		}
		if len(f.values) == len(r.Config.Localities) {
			all = append(all, f)
		}
	}
	return all
}

// pointOf is a series' point of a period, or nil.
func pointOf(s *measures.Series, of period.Span) *measures.Point {
	if s == nil {
		return nil
	}
	i := slices.IndexFunc(s.Points, func(p measures.Point) bool { return p.Period == of })
	if i < 0 {
		return nil
	}
	return &s.Points[i]
}

// span are the smallest and the largest value of the localities, and their sum.
func (f *parts) span() (low, high, sum float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, v := range f.values {
		low, high, sum = min(low, *v.Value), max(high, *v.Value), sum+*v.Value
	}
	return low, high, sum
}

// A hundredth is what rounding may make of a value. What is in no locality may be a
// fifth of a count.
const (
	roundedAway = 0.01
	inNoPart    = 0.2
)

// adds reports whether the localities sum to the whole, but for what is in none.
func (f *parts) adds() bool {
	_, _, sum := f.span()
	return sum <= *f.whole.Value*(1+roundedAway) && sum >= *f.whole.Value*(1-inNoPart)
}

// overlap reports whether the localities sum to some more than the whole, as those do of which each person is counted
// in every locality in which they were helped, and once in the whole.
func (f *parts) overlap() bool {
	_, high, sum := f.span()
	return high <= *f.whole.Value && sum > *f.whole.Value*(1+roundedAway) && sum <= *f.whole.Value*(1+inNoPart)
}

// between reports whether the whole lies between its localities.
func (f *parts) between() bool {
	low, high, _ := f.span()
	off := roundedAway * math.Abs(*f.whole.Value)
	return *f.whole.Value >= low-off && *f.whole.Value <= high+off
}

// countUnits are the units of counts, where the periods don't show that a measure is one.
var countUnits = lazyregexp.Lazy(`(?i)^(?:no\.? of |number of )?(?:people|persons|adults|children|carers|patients|clients|admissions|attendances|discharges|bed[ -]days|visits|referrals|cases|orders|plans|contacts|assessments|reviews|packages|number|count|£.*)$`)

// isCounted reports whether a measure is a count, which its localities sum to: in most
// periods they do, and its unit isn't that of a rate.
func isCounted(m *project.LocalMeasure, all []parts) bool {
	unit := strings.ToLower(m.Unit)
	if strings.HasPrefix(unit, "%") || strings.Contains(unit, "per ") || strings.Contains(unit, "average") || strings.Contains(unit, "rate") {
		return false
	}
	adds, between := 0, 0
	for i := range all {
		switch {
		case all[i].between():
			between++
		case all[i].adds():
			adds++
		}
	}
	return adds > between || adds == 0 && len(all) == 1 && countUnits().MatchString(unit)
}

// wrong says what is wrong with a period's values, or "".
func (f *parts) wrong(m *project.LocalMeasure, counted bool) string {
	low, high, sum := f.span()
	whole := *f.whole.Value
	if whole < 0 && low >= 0 && high > 0 && math.Abs(sum+whole) <= roundedAway*sum {
		return fmt.Sprintf("the %s sum to %s, and it is %s in the whole area: its sign seems to be turned round", wording.Count(len(f.values), "locality", "localities"), m.Format(sum), m.Format(whole))
	}
	if whole < 0 || low < 0 || f.between() && !counted || f.adds() && (counted || !isShare(m)) {
		return ""
	}
	said := m.Format(whole) + " in the whole area"
	switch top := slices.IndexFunc(f.values, func(p *measures.Point) bool { return *p.Value == high }); {
	case counted && high > whole:
		return fmt.Sprintf("%s has %s, more than the %s", f.names[top], m.Format(high), said)
	case counted:
		return fmt.Sprintf("the %s sum to %s, and it is %s", wording.Count(len(f.values), "locality", "localities"), m.Format(sum), said)
	case whole > high:
		return fmt.Sprintf("each of the %s is below the %s, from %s to %s; their sum is %s", wording.Count(len(f.values), "locality", "localities"), said, m.Format(low), m.Format(high), m.Format(sum))
	}
	return fmt.Sprintf("each of the %s is above the %s, from %s to %s", wording.Count(len(f.values), "locality", "localities"), said, m.Format(low), m.Format(high))
}

// isShare reports whether a measure's values are percentages, which nothing sums to.
func isShare(m *project.LocalMeasure) bool { return strings.HasPrefix(m.Unit, "%") }
