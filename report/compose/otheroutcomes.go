package compose

import (
	"strings"

	"apr/internal/document"
	"apr/internal/law"
	"apr/internal/project"
	"apr/internal/wording"
)

// otherOutcomes is the assessment against lists beyond the nine national outcomes, such
// as those for children; nil where apr.yaml names none. It answers no regulation.
func (b *builder) otherOutcomes() *document.Section {
	lists := b.report.Config.OutcomeLists()
	if len(lists) == 0 {
		return nil
	}
	s := b.section(1, "Other outcomes")
	for _, l := range lists {
		b.hold(s, project.ListPart(l.ID), func() *document.Section { return b.outcomeList(l) })
	}
	if len(s.Sections) == 0 {
		return nil
	}
	return s
}

// outcomeList is the assessment against one list.
func (b *builder) outcomeList(l law.OutcomeList) *document.Section {
	s := b.section(2, l.Name)
	if l.Source != "" {
		b.say(s, b.report.Config.Wording.OtherLists, "The outcomes are those of the {list}. They stand beside the nine national health and wellbeing outcomes, and no regulation asks for them.", l.Source)
	}
	elsewhere := false
	for _, o := range l.Outcomes {
		name := project.ListedPart(l.ID, o.ID)
		elsewhere = elsewhere || b.place.Elsewhere(name)
		b.hold(s, name, func() *document.Section { return b.listedOutcome(l, o) })
	}
	if elsewhere && len(s.Sections) == 0 {
		return nil // all that it says stands in other chapters
	}
	return s
}

// listedOutcome is the assessment against one outcome of a list, with the measures that
// speak to it; nil where there is neither.
func (b *builder) listedOutcome(l law.OutcomeList, o law.ListedOutcome) *document.Section {
	s := b.section(3, o.Title)
	if o.Text != "" && !strings.EqualFold(o.Text, o.Title) {
		s.Blocks = append(s.Blocks, &document.Quotation{Blocks: []document.Block{verbatim(sentence(o.Text))}, Attribution: document.Plain(l.Source)})
	}
	written := false
	for _, a := range b.report.Narrative.Reg3.Others {
		if !a.Assesses(l.ID, o.ID) {
			continue
		}
		written = true
		if !strings.EqualFold(a.Outcome, o.ID) {
			first, _ := l.Outcome(a.Outcome)
			s.Blocks = append(s.Blocks, b.paragraph("Assessed together with the outcome “{outcome}”.", first.Title))
			continue
		}
		if titles := b.alsoTitles(l, a); titles != "" {
			s.Blocks = append(s.Blocks, b.paragraph("This text is also about the outcomes {outcomes}.", titles))
		}
		b.write(s, a.Assessment)
	}
	if t := b.listedMeasures(l, o); t != nil {
		s.Blocks = append(s.Blocks, t)
		written = true
	}
	if !written {
		return nil
	}
	return s
}

// alsoTitles are the titles of the other outcomes that a text assesses.
func (b *builder) alsoTitles(l law.OutcomeList, a project.OtherOutcome) string {
	var titles []string
	for _, id := range a.Also {
		if o, ok := l.Outcome(id); ok {
			titles = append(titles, "“"+o.Title+"”")
		}
	}
	return b.list(titles)
}

// listedMeasures are the local measures that speak to an outcome of a list, or nil.
func (b *builder) listedMeasures(l law.OutcomeList, o law.ListedOutcome) document.Block {
	if b.report.Framework == nil {
		return nil
	}
	var t *document.Table
	for _, m := range b.report.Framework.Measures {
		if m.Serves(l.ID, o.ID) {
			if t == nil {
				t = b.measureTable(b.words("{list}, {outcome}: local measures", l.Name, wording.SmallFirst(o.Title)))
			}
			t.Rows = append(t.Rows, b.measureRow(m, "", m.Whole))
		}
	}
	if t == nil {
		return nil
	}
	return t
}
