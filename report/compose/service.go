package compose

import (
	"fmt"
	"strings"

	"apr/internal/document"
	"apr/internal/law"
	"apr/internal/project"
	"apr/internal/wording"
)

// outcomes is the assessment against the nine national outcomes, each with the
// indicators that speak to it.
func (b *builder) outcomes() *document.Section {
	s := b.section(1, "National health and wellbeing outcomes", b.place.Answers(project.PartOutcomes)...)
	b.write(s, b.report.Narrative.Reg3.Introduction)
	b.hold(s, project.PartFeedback, b.feedback)
	for _, outcome := range b.law.Outcomes {
		b.hold(s, project.OutcomePart(outcome.No), func() *document.Section { return b.outcome(outcome) })
	}
	return s
}

func (b *builder) feedback() *document.Section {
	text := b.report.Narrative.Reg3.Feedback
	if text.IsZero() {
		return nil
	}
	s := b.section(2, "What people told us")
	b.write(s, text)
	return s
}

// outcome is the assessment against one outcome.
func (b *builder) outcome(outcome law.Outcome) *document.Section {
	s := b.section(2, b.words("Outcome {number}: {title}", outcome.No, wording.SmallFirst(outcome.Title)))
	b.printed[project.OutcomePart(outcome.No)] = s
	s.Blocks = append(s.Blocks, &document.Quotation{
		Blocks:      []document.Block{verbatim(outcome.Text)},
		Attribution: document.Plain("National health and wellbeing outcome, SSI 2014/343"),
	})
	for _, a := range b.report.Narrative.Reg3.Outcomes {
		switch {
		case a.Outcome == outcome.No:
			b.together(s, "This is the assessment of several outcomes: {names}.", len(a.Also) > 0, outcomeNumbers(append([]int{a.Outcome}, a.Also...)))
			b.write(s, a.Assessment)
			b.stories(s, a.Stories)
		case a.Assesses(outcome.No):
			b.elsewhere(s, project.OutcomePart(a.Outcome))
		}
	}
	if i := b.outcomeIndicators(outcome.No); i != nil {
		s.Sections = append(s.Sections, i)
	}
	return s
}

// principles is the assessment against the main purpose and the twelve
// principles of section 31(1).
func (b *builder) principles() *document.Section {
	s := b.section(1, "Integration delivery principles", b.place.Answers(project.PartPrinciples)...)
	b.say(s, b.report.Config.Wording.Principles, "Section 31(1) of the Act states the main purpose of integrated services and the principles for how they are provided.")
	for _, p := range b.law.Principles {
		b.hold(s, project.PrinciplePart(p.ID), func() *document.Section { return b.principle(p) })
	}
	return s
}

// principle is the assessment against one principle.
func (b *builder) principle(p law.Principle) *document.Section {
	s := b.section(2, p.Title)
	b.printed[project.PrinciplePart(p.ID)] = s
	s.Blocks = append(s.Blocks, &document.Quotation{
		Blocks:      []document.Block{verbatim(sentence(p.Text))},
		Attribution: b.inlines("Section {section} of the Act", principleSection(p.ID)),
	})
	for _, a := range b.report.Narrative.Reg3.Principles {
		switch {
		case a.Principle == p.ID:
			b.together(s, "This is the assessment of several principles: {names}.", len(a.Also) > 0, b.principleTitles(append([]string{a.Principle}, a.Also...)))
			b.write(s, a.Assessment)
		case a.Assesses(p.ID):
			b.elsewhere(s, project.PrinciplePart(a.Principle))
		}
	}
	return s
}

// principleSection writes a principle's id as the Act has it: "b(vi)" is
// section 31(1)(b)(vi).
func principleSection(id string) string {
	letter, numeral, _ := strings.Cut(id, "(")
	if numeral != "" {
		numeral = "(" + numeral
	}
	return "31(1)(" + letter + ")" + numeral
}

// planning is regulation 3(c): strategic planning and significant decisions.
func (b *builder) planning() *document.Section {
	n := b.report.Narrative.Reg3
	s := b.section(1, "Strategic planning and significant decisions", "3(c)")
	b.write(s, n.Planning)
	d := b.section(2, "Significant decisions outside the strategic plan")
	count := len(n.Decisions.Entries)
	switch {
	case count > 0:
		d.Blocks = append(d.Blocks, b.paragraph("{authority} made {decisions} to which section 36 of the Act applies.",
			b.report.Config.Authority.LegalName(), b.count(count, "{number} significant decision", "{number} significant decisions")))
		for i, decision := range n.Decisions.Entries {
			sub := b.section(3, b.titled(decision.Title, "Significant decision {number}", i))
			if decision.Date != "" {
				sub.Blocks = append(sub.Blocks, b.paragraph("Decided on {day}.", b.day(decision.Date)))
			}
			b.write(sub, decision.Reasons)
			d.Sections = append(d.Sections, sub)
		}
	case b.reason("3(c)") != "":
		d.Blocks = append(d.Blocks, verbatim(b.reasons(b.reason("3(c)"))))
	case n.Decisions.None:
		d.Blocks = append(d.Blocks, b.paragraph("{authority} made no significant decision to which section 36 of the Act applies during {year}.",
			b.report.Config.Authority.LegalName(), b.report.Config.Year))
	}
	s.Sections = append(s.Sections, d)
	return s
}

// reason is what a verdict says for itself: why it isn't applicable, or nil.
func (b *builder) reason(requirement string) string {
	if v := b.result().ByID(requirement); v != nil {
		return v.Reason
	}
	return ""
}

func (b *builder) bestValue() *document.Section {
	n := b.report.Narrative.Reg5
	s := b.section(1, "Best value", "5(1)")
	b.write(s, n.Assessment)
	if !n.Contribution.IsZero() {
		sub := b.section(2, "How planning and delivery contributed")
		b.write(sub, n.Contribution)
		s.Sections = append(s.Sections, sub)
	}
	if !n.Efficiencies.IsZero() {
		sub := b.section(2, "Opportunities for further efficiencies")
		b.write(sub, n.Efficiencies)
		s.Sections = append(s.Sections, sub)
	}
	for i, theme := range n.Themes {
		sub := b.section(2, b.titled(theme.Title, "Theme {number}", i))
		b.write(sub, theme.Text)
		s.Sections = append(s.Sections, sub)
	}
	return s
}

func (b *builder) planReview() *document.Section {
	n := b.report.Narrative.Reg8
	s := b.section(1, "Review of the strategic plan", "8(a)", "8(b)", "8(c)")
	if n.None {
		s.Blocks = append(s.Blocks, b.paragraph("The strategic plan was not reviewed during {year}.", b.report.Config.Year))
		b.write(s, n.Reasons)
		return s
	}
	part := func(title string, write func(*document.Section)) {
		sub := b.section(2, title)
		write(sub)
		s.Sections = append(s.Sections, sub)
	}
	part("Reasons for the review", func(sub *document.Section) { b.write(sub, n.Reasons) })
	if n.RevisedPlan != nil {
		part("Outcome of the review", func(sub *document.Section) {
			if *n.RevisedPlan {
				sub.Blocks = append(sub.Blocks, b.paragraph("Following the review, a revised strategic plan was prepared."))
			} else {
				sub.Blocks = append(sub.Blocks, b.paragraph("Following the review, no revised strategic plan was prepared."))
			}
		})
	}
	if !n.Changes.IsZero() {
		part("Changes to the plan", func(sub *document.Section) { b.write(sub, n.Changes) })
	}
	return s
}

func (b *builder) monitoring() *document.Section {
	n := b.report.Narrative.Reg9
	if len(n.Entries) == 0 && !b.law.Model(string(b.report.Config.Authority.Model)).Committee {
		return nil // a joint board has no committee; the last table says so
	}
	s := b.section(1, "Integration joint monitoring committee", "9")
	if len(n.Entries) == 0 {
		if n.None {
			s.Blocks = append(s.Blocks, b.paragraph("No report of the integration joint monitoring committee made a recommendation during {year}.", b.report.Config.Year))
		}
		return s
	}
	t := b.table("Recommendations of the integration joint monitoring committee, and the authority's response",
		column("No.", document.Left, 0.5), column("Report", document.Left, 1.5),
		column("Recommendation", document.Left, 3), column("Response", document.Left, 4))
	for k, r := range n.Entries {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			cell(fmt.Sprint(k + 1)), cell(r.Report), {Content: b.line(r.Recommendation)}, {Content: b.line(r.Response)},
		}})
	}
	s.Blocks = append(s.Blocks, t)
	return s
}
