package reference

import (
	"maps"
	"slices"
	"strings"

	"apr/internal/document"
	"apr/internal/period"
	"apr/internal/project/datum"
	"apr/internal/source"
)

// Measure is a local measure with the periods of its values.
type Measure struct {
	ID string
	// Whole is the whole area's; Places are the localities with data, and what the area
	// is compared with.
	Whole  MeasurePlace
	Places []MeasurePlace
	// Targets are the periods of the whole area's targets, by year: those of the report's
	// years, and those of a trajectory in years to come.
	Targets map[period.Year]period.Span
}

// MeasurePlace is a place with the periods of a measure's values there.
type MeasurePlace struct {
	// Name is "" for the whole area.
	Name string
	// Newest is the period of the newest value of the reporting year, nil where it has
	// none.
	Newest *period.Span
	// Years are the periods of the values that stand for the report's years, oldest
	// first; nil where a year has none.
	Years []*period.Span
}

// localMeasure is the local measure that the first argument names; found is false where
// it names none, and a problem says what there is.
func (e *evaluation) localMeasure() (m *Measure, problem *source.Problem) {
	name := e.arg(0)
	measures, ok := e.data.ReferenceMeasures()
	if !ok {
		_, problem := e.none("name their files under measures in apr.yaml", "no value of %q: the project has no local measures", name)
		return nil, problem
	}
	var ids []string
	for i := range measures {
		if strings.EqualFold(measures[i].ID, name) {
			return &measures[i], nil
		}
		ids = append(ids, measures[i].ID)
	}
	return nil, e.unknown(0, source.DidYouMean(name, ids), "%q is not a local measure of the project", name)
}

// isMeasure reports whether the first argument is the id of a local measure and no
// indicator's.
func (e *evaluation) isMeasure() bool {
	measures, _ := e.data.ReferenceMeasures()
	return slices.ContainsFunc(measures, func(m Measure) bool { return strings.EqualFold(m.ID, e.arg(0)) })
}

// refused is the answer with a problem: a value that isn't known has words in its place.
func refused(p *source.Problem) (document.Datum, *source.Problem) {
	if p.Code == NoValue {
		return document.Datum{Display: "[" + p.Message + "]"}, p
	}
	return document.Datum{}, p
}

// measure is the answer with a local measure's value: the newest of the reporting year,
// or of the year that an argument names; of the whole area, or of a place.
func (e *evaluation) measure() (document.Datum, *source.Problem) {
	m, problem := e.localMeasure()
	if problem != nil {
		return refused(problem)
	}
	place := &m.Whole
	years := e.ref.Args[1:]
	if named, given := e.named["area"]; given {
		if place, problem = e.placeOf(m, named); problem != nil {
			return document.Datum{}, problem
		}
	} else if len(years) > 0 && !isYear(years[0].Value) {
		if place, problem = e.placeOf(m, years[0]); problem != nil {
			return document.Datum{}, problem
		}
		years = years[1:]
	}
	span, year := place.Newest, e.facts.Year
	if len(years) > 0 {
		at := len(e.ref.Args) - len(years)
		if year, problem = e.yearArg(at); problem != nil {
			return document.Datum{}, problem
		}
		span = place.in(year, e.facts.Year)
	}
	if span == nil {
		return e.none("", "no value of %s is known for %s", place.title(m), year)
	}
	return e.ofMeasure(datum.ID{Measure: datum.LocalMeasure, Of: datum.MeasureKey(m.ID, place.Name, *span)})
}

// measureChange is the answer with a local measure's change since a year.
func (e *evaluation) measureChange() (document.Datum, *source.Problem) {
	m, problem := e.localMeasure()
	if problem != nil {
		return refused(problem)
	}
	place := &m.Whole
	if named, given := e.named["area"]; given {
		if place, problem = e.placeOf(m, named); problem != nil {
			return document.Datum{}, problem
		}
	}
	from, to, problem := e.fromTo()
	if problem != nil {
		return document.Datum{}, problem
	}
	first, last := place.in(from, e.facts.Year), place.in(to, e.facts.Year)
	lacks := to
	if first == nil {
		lacks = from
	}
	switch {
	case first == nil || last == nil:
		return e.none("", "no change of %s from %s to %s: no value is known for %s", place.title(m), from, to, lacks)
	case first.Months != last.Months:
		return e.none("", "no change of %s from %s to %s: %s and %s aren't as long as each other", place.title(m), from, to, first, last)
	}
	return e.ofMeasure(datum.MeasureChangeID(m.ID, place.Name, *first, *last))
}

// measureTarget is the answer with a local measure's target.
func (e *evaluation) measureTarget() (document.Datum, *source.Problem) {
	m, problem := e.localMeasure()
	if problem != nil {
		return refused(problem)
	}
	year, problem := e.targetYear(m)
	if problem != nil {
		return document.Datum{}, problem
	}
	span, ok := m.Targets[year]
	if !ok {
		return e.none("", "no target of %s is known for %s", m.ID, year)
	}
	return e.ofMeasure(datum.ID{Measure: datum.MeasureTarget, Of: datum.MeasureKey(m.ID, "", span)})
}

// targetYear is the year of a target: one of the report's, or one to come that has a target.
func (e *evaluation) targetYear(m *Measure) (period.Year, *source.Problem) {
	if len(e.ref.Args) > 1 {
		if y, err := period.Parse(e.arg(1)); err == nil && y > e.facts.Year {
			if _, ok := m.Targets[y]; ok {
				return y, nil
			}
			years := period.Window(e.facts.Year)
			for _, ahead := range slices.Sorted(maps.Keys(m.Targets)) {
				if ahead > e.facts.Year {
					years = append(years, ahead)
				}
			}
			return 0, e.unknown(1, expectedYears(years), "%s is not one of the report's years, and %s has no target for it", y, m.ID)
		}
	}
	return e.yearArg(1)
}

// ofMeasure is the answer with a figure of a local measure.
func (e *evaluation) ofMeasure(id datum.ID) (document.Datum, *source.Problem) {
	fig, err := e.facts.Resolve(id)
	if err != nil { // each value that stands for a year is among the facts
		return e.none("", "%v", err)
	}
	return *fig.Write(datum.Words), nil
}

// title names a place's values of a measure.
func (p *MeasurePlace) title(m *Measure) string { return strings.TrimSpace(m.ID + " " + p.Name) }

// in is the period of the value that stands for one of the report's years, or nil.
func (p *MeasurePlace) in(y, current period.Year) *period.Span {
	i := slices.Index(period.Window(current), y)
	if i < 0 || i >= len(p.Years) {
		return nil
	}
	return p.Years[i]
}

func isYear(s string) bool {
	_, err := period.Parse(s)
	return err == nil
}

// placeOf is the place that an argument names.
func (e *evaluation) placeOf(m *Measure, a Argument) (*MeasurePlace, *source.Problem) {
	var names []string
	for i := range m.Places {
		if strings.EqualFold(m.Places[i].Name, a.Value) {
			return &m.Places[i], nil
		}
		names = append(names, m.Places[i].Name)
	}
	p := &source.Problem{Code: "unknown-reference", Position: a.Position, Hint: source.DidYouMean(a.Value, names)}
	p.Message = m.ID + " has no values of " + strings.TrimSpace(`a locality "`+a.Value+`"`)
	if len(names) == 0 {
		p.Message, p.Hint = m.ID+" has no values by locality", "leave the locality out"
	}
	return nil, p
}
