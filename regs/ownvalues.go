package regs

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"apr/indicators"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
)

// Codes of doubts of the authority's own values.
const (
	codeExchanged = "exchanged-value" // a value is another indicator's, or another area's
	codeOverlap   = "calendar-year"   // the calendar year is far from the financial year that it overlaps
	codeToCome    = "year-to-come"    // a row is of a year that isn't over
	codeOtherRow  = "other-row"       // a row has another area's numerator and denominator
)

// Values are taken for exchanged where each is within nearOtherValue of the other's before,
// and further than farFromValue from its own, as parts of what the two were apart. They must
// be apart by leastApartIndicators of the smaller where they are two indicators of the
// authority; by leastApartYears where they are two areas, and by leastApartOverlap where the
// financial year is there beside the calendar year.
const (
	nearOtherValue       = 0.2
	farFromValue         = 0.6
	leastApartIndicators = 0.12
	leastApartYears      = 0.2
	leastApartOverlap    = 0.05
)

// crossed reports whether two values have each other's place beside those before them.
func crossed(now, before, otherNow, otherBefore, leastApart float64) bool {
	gap := math.Abs(otherBefore - before)
	if gap == 0 || gap < leastApart*min(math.Abs(before), math.Abs(otherBefore)) {
		return false
	}
	return math.Abs(now-otherBefore) <= nearOtherValue*gap && math.Abs(otherNow-before) <= nearOtherValue*gap &&
		math.Abs(now-before) >= farFromValue*gap && math.Abs(otherNow-otherBefore) >= farFromValue*gap
}

// An ownValue is an indicator's newest value of the authority, with what it is held against:
// of a calendar year the financial year that it overlaps, or else the last value before it.
type ownValue struct {
	series       *indicators.Series
	point        *indicators.Point
	before       float64
	beforePeriod string
	beforeAt     source.Position
	overlaps     bool
}

// ownValues are those of all indicators, and the workbook's rows of their periods.
func ownValues(r *project.Project) (all []ownValue, rows rowsByPeriod) {
	if r.Indicators == nil || r.Workbook == nil {
		return nil, nil
	}
	rows = rowsByPeriod{}
	for _, s := range r.Indicators.Series {
		pt := s.At(r.Config.Year)
		if pt == nil || pt.Value == nil {
			continue
		}
		v := ownValue{series: s, point: pt}
		for i := len(s.Points) - 1; i >= 0; i-- {
			if b := &s.Points[i]; b.Year < pt.Year && b.Value != nil && b.Period != pt.Period {
				v.before, v.beforePeriod, v.beforeAt = *b.Value, b.Period, b.Position
				break
			}
		}
		all = append(all, v)
		for _, period := range []string{pt.Period, v.beforePeriod, pt.Year.String()} {
			rows[indicatorPeriod{s.Indicator.ID, period}] = nil
		}
	}
	for i := range r.Workbook.Observations {
		o := &r.Workbook.Observations[i]
		if list, wanted := rows[indicatorPeriod{o.Indicator, o.Period}]; wanted {
			rows[indicatorPeriod{o.Indicator, o.Period}] = append(list, o)
		}
	}
	for i := range all {
		v := &all[i]
		if o := rows.find(v.series.Indicator.ID, r.Indicators.Area, v.point.Year.String()); v.point.Proxy && o != nil && o.Value != nil {
			v.before, v.beforePeriod, v.beforeAt, v.overlaps = *o.Value, o.Period, o.Position, true
		}
	}
	return slices.DeleteFunc(all, func(v ownValue) bool { return v.beforePeriod == "" }), rows
}

type indicatorPeriod struct {
	id     indicators.ID
	period string
}

// rowsByPeriod are rows of a workbook by indicator and period.
type rowsByPeriod map[indicatorPeriod][]*indicators.Observation

// find is an area's row of an indicator in a period; nil for none.
func (rows rowsByPeriod) find(id indicators.ID, area, period string) *indicators.Observation {
	for _, o := range rows[indicatorPeriod{id, period}] {
		if o.Area == area {
			return o
		}
	}
	return nil
}

// exchangedValues are values of the reporting year that seem to stand in each other's place:
// two indicators of the authority, or an indicator of it and of another area.
func exchangedValues(r *project.Project, all []ownValue, rows rowsByPeriod) (problems []*source.Problem) {
	told := map[*indicators.Point]bool{}
	for i := range all {
		for j := range all[:i] {
			a, b := &all[j], &all[i]
			if a.series.Indicator.Unit != b.series.Indicator.Unit || told[a.point] || told[b.point] ||
				!crossed(*a.point.Value, a.before, *b.point.Value, b.before, leastApartIndicators) || a.isUsual(r.Indicators.Area, "", rows) || b.isUsual(r.Indicators.Area, "", rows) {
				continue
			}
			told[a.point], told[b.point] = true, true
			problems = append(problems, exchangedIndicators(a, b))
		}
	}
	for i := range all {
		if v := &all[i]; !told[v.point] {
			if p := exchangedAreas(r, v, rows); p != nil {
				problems = append(problems, p)
			}
		}
	}
	return problems
}

func exchangedIndicators(a, b *ownValue) *source.Problem {
	f := func(v *ownValue, x float64) string { return v.series.Indicator.Format(x) }
	return &source.Problem{Code: codeExchanged, Position: a.point.Position, Likely: true,
		Message: fmt.Sprintf("%s and %s seem to be exchanged in %s: %s and %s, and before that (%s and %s) they were %s and %s", a.series.Indicator.ID, b.series.Indicator.ID, a.point.Period,
			f(a, *a.point.Value), f(b, *b.point.Value), a.beforePeriod, b.beforePeriod, f(a, a.before), f(b, b.before)),
		Hint:    "compare both rows with Public Health Scotland's release",
		Related: []source.Related{{Position: b.point.Position, Message: fmt.Sprintf("%s in %s", b.series.Indicator.ID, b.point.Period)}}}
}

// Values are taken for exchanged only where they changed by timesUsual of what is usual for the
// indicator, by at least enoughOthers other areas: of thirty areas whose values all move some two
// will nearly always have changed places.
const (
	timesUsual   = 4
	enoughOthers = 8
)

// isUsual reports whether other areas' values of the indicator change about as much between the
// two periods, by the median of those that are neither of two.
func (v *ownValue) isUsual(area, other string, rows rowsByPeriod) bool {
	var changes []float64
	for _, o := range rows[indicatorPeriod{v.series.Indicator.ID, v.point.Period}] {
		if o.Area == area || o.Area == other || o.Area == indicators.Scotland || o.Value == nil {
			continue
		}
		if b := rows.find(o.Indicator, o.Area, v.beforePeriod); b != nil && b.Value != nil {
			changes = append(changes, math.Abs(*o.Value-*b.Value))
		}
	}
	if len(changes) < enoughOthers {
		return false
	}
	slices.Sort(changes)
	return math.Abs(*v.point.Value-v.before) < timesUsual*changes[len(changes)/2]
}

// exchangedAreas is the area whose value the authority's seems to be, and the other way round:
// of several the one that fits best.
func exchangedAreas(r *project.Project, v *ownValue, rows rowsByPeriod) *source.Problem {
	least := leastApartYears
	if v.overlaps {
		least = leastApartOverlap
	}
	var with, before *indicators.Observation
	best := math.Inf(1)
	for _, o := range rows[indicatorPeriod{v.series.Indicator.ID, v.point.Period}] {
		if o.Area == r.Indicators.Area || o.Area == indicators.Scotland || o.Value == nil {
			continue
		}
		b := rows.find(o.Indicator, o.Area, v.beforePeriod)
		if b == nil || b.Value == nil || !crossed(*v.point.Value, v.before, *o.Value, *b.Value, least) {
			continue
		}
		if off := (math.Abs(*v.point.Value-*b.Value) + math.Abs(*o.Value-v.before)) / math.Abs(*b.Value-v.before); off < best {
			best, with, before = off, o, b
		}
	}
	if with == nil || v.isUsual(r.Indicators.Area, with.Area, rows) {
		return nil
	}
	f := v.series.Indicator.Format
	return &source.Problem{Code: codeExchanged, Position: v.point.Position, Likely: true,
		Message: fmt.Sprintf("the values of %s in %s of %s and %s seem to be exchanged: %s and %s, and in %s they are %s and %s", with.Indicator, with.Period, r.Indicators.Area, with.Area,
			f(*v.point.Value), f(*with.Value), v.beforePeriod, f(v.before), f(*before.Value)),
		Hint:    "compare both rows with Public Health Scotland's release",
		Related: []source.Related{{Position: with.Position, Message: with.Area}, {Position: v.beforeAt, Message: v.beforePeriod}}}
}

// farFromOverlap is how far a calendar year's value may be from that of the financial year
// with which it has nine months in common, as a part of it and beside Scotland's.
const farFromOverlap = 0.15

// shownValue is a row's value, or the rate that its numerator and denominator give where these
// contradict it, which is told at the row.
func shownValue(o *indicators.Observation) (v float64, ok bool) {
	if o == nil || o.Value == nil {
		return 0, false
	}
	if rate, ok := o.Rate(); ok && math.Abs(rate-*o.Value) > overlapSlack*math.Abs(rate) {
		return rate, true
	}
	return *o.Value, true
}

// overlapSlack is by how much, relatively, a rate may differ from its numerator and denominator
// and be theirs.
const overlapSlack = 0.005

// overlappingYears are values of a calendar year that are far from the financial year's, the
// authority's or Scotland's.
func overlappingYears(area string, all []ownValue, rows rowsByPeriod, told []*source.Problem) (problems []*source.Problem) {
	at := map[source.Position]bool{}
	for _, p := range told {
		at[p.Position] = true
	}
	for i := range all {
		v := &all[i]
		if !v.overlaps || at[v.point.Position] {
			continue
		}
		id := v.series.Indicator.ID
		own, scotland := overlapOf(rows, id, area, v), overlapOf(rows, id, indicators.Scotland, v)
		beside := own
		if scotland.known && scotland.part > 0.5 && scotland.part < 2 {
			beside.part /= scotland.part
		}
		switch {
		case own.known && far(beside.part) && (!scotland.known || far(own.part) || !far(scotland.part)):
			problems = append(problems, v.overlapping(string(id), own))
		case scotland.known && far(scotland.part) && own.known && !far(own.part):
			problems = append(problems, v.overlapping(string(id)+" of Scotland", scotland))
		}
	}
	return problems
}

// An overlap is a calendar year's row beside that of the financial year.
type overlap struct {
	calendar, financial *indicators.Observation
	part                float64 // the first as a part of the second
	known               bool
}

func overlapOf(rows rowsByPeriod, id indicators.ID, area string, v *ownValue) (o overlap) {
	o.calendar, o.financial = rows.find(id, area, v.point.Period), rows.find(id, area, v.beforePeriod)
	c, ok := shownValue(o.calendar)
	f, also := shownValue(o.financial)
	if ok && also && c > 0 && f > 0 {
		o.part, o.known = c/f, true
	}
	return o
}

// far reports whether a part is further from one than years that overlap are apart.
func far(part float64) bool { return math.Abs(math.Log(part)) > math.Log(1+farFromOverlap) }

func (v *ownValue) overlapping(what string, o overlap) *source.Problem {
	f := v.series.Indicator.Format
	return &source.Problem{Code: codeOverlap, Position: o.calendar.Position, Likely: true,
		Message: fmt.Sprintf("%s is %s in %s and %s in %s, which have nine months in common: one of the two seems to be wrong", what, f(*o.calendar.Value), o.calendar.Period, f(*o.financial.Value), o.financial.Period),
		Hint:    "compare both rows with Public Health Scotland's release: digits may be exchanged",
		Related: []source.Related{{Position: o.financial.Position, Message: o.financial.Period}}}
}

// yearsToCome are rows of the authority that have a value for a year that isn't over on the day
// of the check.
func yearsToCome(r *project.Project) (problems []*source.Problem) {
	if r.Indicators == nil || r.Workbook == nil || r.Today.IsZero() {
		return nil
	}
	for i := range r.Workbook.Observations {
		o := &r.Workbook.Observations[i]
		if o.Area != r.Indicators.Area || o.Value == nil || o.Basis == indicators.Census {
			continue
		}
		over := true
		if year, err := strconv.Atoi(o.Period); err == nil {
			over = year < r.Today.Year()
		} else if y, err := period.Parse(o.Period); err == nil && o.Basis != indicators.Survey {
			over = y.Ends().Before(r.Today)
		}
		if over {
			continue
		}
		problems = append(problems, &source.Problem{Code: codeToCome, Position: o.Position, Likely: true,
			Message: fmt.Sprintf("%s has a value of %s for %s, which isn't over on %s: the year of the row seems to be wrong", o.Indicator, o.Area, o.Period, r.Today.Format("2 January 2006")),
			Hint:    "compare the row with Public Health Scotland's release; what else is missing may follow from it"})
	}
	return problems
}

// doubtedValues are the doubts of the authority's own values that go by other values.
func doubtedValues(r *project.Project) []*source.Problem {
	values, rows := ownValues(r)
	all := exchangedValues(r, values, rows)
	if r.Indicators != nil {
		all = append(all, overlappingYears(r.Indicators.Area, values, rows, all)...)
	}
	all = append(all, otherRows(r)...)
	return append(all, yearsToCome(r)...)
}
