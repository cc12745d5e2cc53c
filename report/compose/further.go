package compose

import (
	"fmt"
	"strings"

	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/yamlpos"
)

// further is what no regulation asks for: what guidance does, and anything
// else the authority thinks fit (regulation 10).
func (b *builder) further() *document.Section {
	if !b.place.Remains(project.PartFurther) {
		return nil
	}
	s := b.section(1, "Further information about the year", "10")
	for i, story := range b.report.Narrative.Reg10.Sections {
		b.hold(s, project.SectionPart(story.Title), func() *document.Section { return b.own(b.titled(story.Title, "Section {number}", i), story.Text) })
	}
	b.hold(s, project.PartFrameworkUse, b.frameworkUse)
	b.hold(s, project.PartGoodPractice, b.goodPractice)
	b.hold(s, project.PartLearning, b.learning)
	return s
}

func (b *builder) frameworkUse() *document.Section {
	return b.own("Use of the Framework for Community Health and Social Care Integrated Services", b.report.Narrative.Reg10.Framework)
}

func (b *builder) learning() *document.Section {
	return b.own("What we learned and what will change", b.report.Narrative.Reg10.Learning)
}

// own is a text under a heading; nil where there is none.
func (b *builder) own(title string, t yamlpos.Text) *document.Section {
	if t.IsZero() {
		return nil
	}
	s := b.section(2, title)
	b.write(s, t)
	return s
}

// goodPractice is the examples submitted to the national portal.
func (b *builder) goodPractice() *document.Section {
	if len(b.report.Narrative.Reg10.GoodPractice) == 0 {
		return nil
	}
	s := b.section(2, "Good practice submitted to the national portal")
	for i, example := range b.report.Narrative.Reg10.GoodPractice {
		title := b.titled(example.Title, "Example {number}", i)
		sub := b.section(3, title)
		about := document.Inlines{}
		if example.Submitted != "" {
			about = append(about, b.inlines("Submitted on {day}.", b.day(example.Submitted))...)
			about = append(about, &document.Text{Text: " "})
		}
		if example.URL != "" {
			about = append(about, &document.Link{URL: example.URL, Content: b.inlines("Read the example: {title}", title)})
		}
		if len(about) > 0 {
			sub.Blocks = append(sub.Blocks, &document.Paragraph{Content: about})
		}
		b.write(sub, example.Text)
		s.Sections = append(s.Sections, sub)
	}
	return s
}

// priorities is a table of the strategic plan's priorities with the outcomes
// they serve and the indicators that measure them; nil where none is given.
func (b *builder) priorities() *document.Section {
	priorities := b.report.Config.StrategicPlan.Priorities
	if len(priorities) == 0 {
		return nil
	}
	s := b.section(2, "Priorities of the strategic plan")
	t := b.table("The plan's priorities, the national outcomes they serve and the indicators that measure them",
		column("Priority", document.Left, 2.2), column("National outcomes", document.Left, 1.2), column("Indicators", document.Left, 3))
	for _, p := range priorities {
		var outcomes []string
		for _, o := range p.Outcomes {
			outcomes = append(outcomes, fmt.Sprint(o))
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			cell(p.Name), cell(orNone(strings.Join(outcomes, ", "))), cell(orNone(strings.Join(p.Indicators, ", "))),
		}})
	}
	s.Blocks = append(s.Blocks, t)
	return s
}
