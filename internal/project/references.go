package project

import (
	"fmt"
	"strings"

	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/period"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// references checks every reference of the narrative. Where data couldn't be
// read, or apr.yaml is wrong, only their form is.
func (l *loader) references() {
	evaluate := !l.dataFailed && len(l.broken) == 0
	check := func(t yamlpos.Text) {
		c := l.project.checkReferences(t, evaluate)
		for _, p := range c.refused {
			l.referring.Add(p)
		}
		for _, p := range c.survived {
			l.survived.Add(p)
		}
		l.project.Awaiting = append(l.project.Awaiting, c.awaiting...)
	}
	l.project.Narrative.EachText(func(_ string, t *yamlpos.Text) { check(*t) })
	l.project.EachTableText(func(_ *OwnTable, t yamlpos.Text) { check(t) })
}

// checkedReferences are what is wrong with the references of a text, and where it waits
// for values of the workbook.
type checkedReferences struct {
	refused, survived []*source.Problem
	awaiting          []source.Position
}

// checkReferences checks the references of a text, or their form alone. While the report
// is a draft a reference may wait for its value; after that it would be printed without.
func (r *Project) checkReferences(t yamlpos.Text, evaluate bool) checkedReferences {
	draft := r.Config.State == "" || r.Config.State == Draft
	references, problems := reference.Parse(t)
	c := checkedReferences{refused: problems}
	if !evaluate || IsLastYears(t) {
		return c
	}
	for _, ref := range references {
		switch d, p := r.Evaluate(ref); {
		case p == nil:
			if p := doubled(t, ref, d.Display); p != nil {
				c.refused = append(c.refused, p)
			}
		case p.Code == reference.AwaitsWorkbook:
			c.awaiting = append(c.awaiting, ref.Position)
		case p.Code == reference.NoValue && draft:
			c.survived = append(c.survived, p)
		default:
			c.refused = append(c.refused, p)
		}
	}
	return c
}

// RefusedReferences are what is wrong with the references of a text so that the project
// couldn't be built with it.
func (r *Project) RefusedReferences(t yamlpos.Text) []*source.Problem {
	return r.checkReferences(t, true).refused
}

// doubled is a sign beside a reference whose figure has it already: ££ and %% are
// slips that nobody sees before they are printed.
func doubled(t yamlpos.Text, ref reference.Reference, shown string) *source.Problem {
	after := strings.TrimLeft(t.Markdown[ref.End:], " \u00a0\n")
	pounds, percent := DoubledSign(t.Markdown[:ref.Start], shown, t.Markdown[ref.End:])
	switch {
	case pounds:
		return &source.Problem{Code: "doubled-sign", Position: t.At(ref.Start - len("£")),
			Message: fmt.Sprintf("%s is written %q, with its sign: it would read \"£%s\"", ref, shown, shown), Hint: "take out the £ before the braces"}
	case percent:
		return &source.Problem{Code: "doubled-sign", Position: t.At(len(t.Markdown) - len(after)),
			Message: fmt.Sprintf("%s is written %q, with its sign, which is here once more", ref, shown), Hint: "take out what stands for % behind the braces"}
	}
	return nil
}

// DoubledSign reports whether the text around a reference has the sign that what is
// shown in its place has: such a text is refused.
func DoubledSign(before, shown, after string) (pounds, percent bool) {
	pounds = strings.HasPrefix(shown, "£") && strings.HasSuffix(before, "£")
	return pounds, !pounds && strings.HasSuffix(shown, "%") && saysPercent(strings.TrimLeft(after, " \u00a0\n"))
}

// saysPercent reports whether a text begins with a percent sign or the word.
func saysPercent(s string) bool {
	rest, word := strings.CutPrefix(s, "percent")
	return strings.HasPrefix(s, "%") || strings.HasPrefix(s, "per cent") || word && !strings.HasPrefix(rest, "age")
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
	if r.facts == nil { // a report that wasn't loaded
		return r.makeReferenceMeasures(), true
	}
	return r.facts.measuresOf(r), true
}

func (r *Project) makeReferenceMeasures() (list []reference.Measure) {
	for _, m := range r.Framework.Measures {
		out := reference.Measure{ID: m.ID, Whole: measurePlace("", m.Whole.Newest, m.Years), Targets: map[period.Year]period.Span{}}
		for _, l := range m.Localities {
			out.Places = append(out.Places, measurePlace(l.Locality, l.Newest, l.Years))
		}
		for _, o := range m.Others {
			out.Places = append(out.Places, measurePlace(o.Name, o.Years[len(o.Years)-1], o.Years))
		}
		for _, y := range period.Window(r.Config.Year) {
			if span := m.TargetPeriod(y); span != nil {
				out.Targets[y] = *span
			}
		}
		if whole := m.Measure.Whole(); whole != nil {
			for i := range whole.Points {
				y := whole.Points[i].Period.Year()
				if y > r.Config.Year && whole.TargetIn(y) != nil {
					out.Targets[y] = *m.TargetPeriod(y)
				}
			}
		}
		list = append(list, out)
	}
	return list
}

// measurePlace is a place with the periods of its values.
func measurePlace(name string, newest *measures.Point, years []*measures.Point) reference.MeasurePlace {
	span := func(p *measures.Point) *period.Span {
		if p == nil || p.Value == nil {
			return nil
		}
		return &p.Period
	}
	place := reference.MeasurePlace{Name: name, Newest: span(newest)}
	for _, p := range years {
		place.Years = append(place.Years, span(p))
	}
	return place
}

// TargetPeriod is the period of the target that stands for a year: of its value or,
// where there is none, of the last target. Nil without.
func (m *LocalMeasure) TargetPeriod(y period.Year) *period.Span {
	s := m.Measure.Whole()
	if s == nil {
		return nil
	}
	if p := s.In(y); p != nil && p.TargetOr(m.Terms) != nil {
		return &p.Period
	}
	var last *period.Span
	for i := range s.Points {
		if p := &s.Points[i]; p.Period.Year() == y && p.TargetOr(m.Terms) != nil {
			last = &p.Period
		}
	}
	return last
}
