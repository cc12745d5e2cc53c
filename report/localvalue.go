package report

import (
	"cmp"
	"strings"

	"apr/internal/period"
	"apr/internal/source"
	"apr/report/document"
	"apr/report/figure"
)

// measure is the answer with the newest value of a local measure.
func (e *evaluation) measure() (document.Datum, *source.Problem) {
	name := e.arg(0)
	measures, ok := e.data.ReferenceMeasures()
	if !ok {
		return e.none("name their files under measures in apr.yaml", "no value of %q: the project has no local measures", name)
	}
	var ids []string
	for i := range measures {
		if strings.EqualFold(measures[i].ID, name) {
			return e.measured(&measures[i])
		}
		ids = append(ids, measures[i].ID)
	}
	return document.Datum{}, e.unknown(0, source.DidYouMean(name, ids), "%q is not a local measure of the project", name)
}

// measured is the answer with a measure's value, of the whole area or of the
// locality that the second argument names.
func (e *evaluation) measured(m *referenceMeasure) (document.Datum, *source.Problem) {
	newest, locality := m.Newest, ""
	if len(e.ref.Args) > 1 {
		var problem *source.Problem
		if newest, locality, problem = e.locally(m); problem != nil {
			return document.Datum{}, problem
		}
	}
	if newest == nil {
		return e.none("", "no value of %s is known for %s", cmp.Or(strings.TrimSpace(m.ID+" "+locality), m.ID), e.facts.Year)
	}
	id := figure.ID{Measure: figure.LocalMeasure, Of: figure.MeasureKey(m.ID, locality, *newest)}
	fig, err := e.facts.Resolve(id)
	if err != nil { // each newest value is among the facts
		return e.none("", "%v", err)
	}
	return *fig.Datum(figure.Usual), nil
}

// locally is the period of a measure's newest value of the locality that the
// second argument names.
func (e *evaluation) locally(m *referenceMeasure) (newest *period.Span, locality string, problem *source.Problem) {
	var names []string
	for _, l := range m.Localities {
		if strings.EqualFold(l.Name, e.arg(1)) {
			return l.Newest, l.Name, nil
		}
		names = append(names, l.Name)
	}
	if len(names) == 0 {
		return nil, "", e.unknown(1, "leave the locality out", "%s has no values by locality", m.ID)
	}
	return nil, "", e.unknown(1, source.DidYouMean(e.arg(1), names), "%s has no values of a locality %q", m.ID, e.arg(1))
}
