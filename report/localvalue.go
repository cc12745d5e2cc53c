package report

import (
	"cmp"
	"strings"

	"apr/indicators/measures"
	"apr/internal/source"
	"apr/report/document"
	"apr/report/figure"
)

// measure is the answer with the newest value of a local measure.
func (e *evaluation) measure() (document.Datum, *source.Problem) {
	name := e.arg(0)
	f := e.report.Framework
	if f == nil {
		return e.none("name their files under measures in apr.yaml", "no value of %q: the project has no local measures", name)
	}
	var ids []string
	for _, m := range f.Measures {
		if strings.EqualFold(m.ID, name) {
			return e.measured(m)
		}
		ids = append(ids, m.ID)
	}
	return document.Datum{}, e.unknown(0, source.DidYouMean(name, ids), "%q is not a local measure of the project", name)
}

// measured is the answer with a measure's value, of the whole area or of the
// locality that the second argument names.
func (e *evaluation) measured(m *LocalMeasure) (document.Datum, *source.Problem) {
	of, locality := m.Whole, ""
	if len(e.ref.Args) > 1 {
		var problem *source.Problem
		if of, locality, problem = e.locally(m); problem != nil {
			return document.Datum{}, problem
		}
	}
	if of.Newest == nil {
		return e.none("", "no value of %s is known for %s", cmp.Or(strings.TrimSpace(m.ID+" "+locality), m.ID), e.report.Project.Year)
	}
	id := figure.ID{Measure: figure.LocalMeasure, Of: MeasureKey(m.ID, locality, of.Newest.Period)}
	fig, err := e.report.Facts().Resolve(id)
	if err != nil { // each newest value is among the facts
		return e.none("", "%v", err)
	}
	return *fig.Datum(figure.Usual), nil
}

// locally is a measure's value of the locality that the second argument names.
func (e *evaluation) locally(m *LocalMeasure) (of measures.Assessment, locality string, problem *source.Problem) {
	var names []string
	for _, l := range m.Localities {
		if strings.EqualFold(l.Locality, e.arg(1)) {
			return l.Assessment, l.Locality, nil
		}
		names = append(names, l.Locality)
	}
	if len(names) == 0 {
		return of, "", e.unknown(1, "leave the locality out", "%s has no values by locality", m.ID)
	}
	return of, "", e.unknown(1, source.DidYouMean(e.arg(1), names), "%s has no values of a locality %q", m.ID, e.arg(1))
}
