package project

import (
	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/period"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// references checks every reference of the narrative. Where data couldn't be
// read, or apr.yaml is wrong, only their form is. While the report is a draft
// a reference may wait for its value; after that it would be printed without.
func (l *loader) references() {
	evaluate := !l.dataFailed && len(l.broken) == 0
	draft := l.project.Config.State == "" || l.project.Config.State == Draft
	check := func(t yamlpos.Text) {
		references, problems := reference.Parse(t)
		for _, p := range problems {
			l.fatal.Add(p)
		}
		if !evaluate || IsLastYears(t) {
			return
		}
		for _, ref := range references {
			switch _, p := l.project.Evaluate(ref); {
			case p == nil:
			case p.Code == reference.AwaitsWorkbook:
				l.project.Awaiting = append(l.project.Awaiting, ref.Position)
			case p.Code == reference.NoValue && draft:
				l.survived.Add(p)
			default:
				l.fatal.Add(p)
			}
		}
	}
	l.project.Narrative.EachText(func(_ string, t *yamlpos.Text) { check(*t) })
	l.project.EachTableText(func(_ *OwnTable, t yamlpos.Text) { check(t) })
}

// Evaluate gives what is in a text in a reference's place; see
// evaluateReference.
func (r *Project) Evaluate(ref reference.Reference) (document.Datum, *source.Problem) {
	return reference.Evaluate(ref, r)
}

// ReferenceMeasures are the local measures that references may name.
func (r *Project) ReferenceMeasures() (list []reference.Measure, ok bool) {
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
		out := reference.Measure{ID: m.ID, Newest: newest(m.Whole)}
		for _, l := range m.Localities {
			out.Localities = append(out.Localities, reference.MeasureLocality{Name: l.Locality, Newest: newest(l.Assessment)})
		}
		list = append(list, out)
	}
	return list, true
}
