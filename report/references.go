package report

import (
	"apr/indicators/measures"
	"apr/internal/period"
	"apr/internal/source"
	"apr/report/document"
)

// references checks every reference of the narrative. Where data couldn't be
// read, or apr.yaml is wrong, only their form is. While the report is a draft
// a reference may wait for its value; after that it would be printed without.
func (l *loader) references() {
	evaluate := !l.dataFailed && len(l.broken) == 0
	draft := l.report.Project.State == "" || l.report.Project.State == Draft
	l.report.Narrative.EachText(func(_ string, t *Text) {
		references, problems := ParseReferences(*t)
		for _, p := range problems {
			l.fatal.Add(p)
		}
		if !evaluate || IsLastYears(*t) {
			return
		}
		for _, ref := range references {
			switch _, p := l.report.Evaluate(ref); {
			case p == nil:
			case p.Code == NoValue && draft:
				l.survived.Add(p)
			default:
				l.fatal.Add(p)
			}
		}
	})
}

// Evaluate gives what stands in a text in a reference's place; see
// evaluateReference.
func (r *Report) Evaluate(ref Reference) (document.Datum, *source.Problem) {
	return evaluateReference(ref, r)
}

// ReferenceMeasures are the local measures that references may name.
func (r *Report) ReferenceMeasures() (list []referenceMeasure, ok bool) {
	if r.Framework == nil {
		return nil, false
	}
	newest := func(a measures.Assessment) *period.Span {
		if a.Newest == nil {
			return nil
		}
		return &a.Newest.Period
	}
	for _, m := range r.Framework.Measures {
		out := referenceMeasure{ID: m.ID, Newest: newest(m.Whole)}
		for _, l := range m.Localities {
			out.Localities = append(out.Localities, referenceLocality{Name: l.Locality, Newest: newest(l.Assessment)})
		}
		list = append(list, out)
	}
	return list, true
}
