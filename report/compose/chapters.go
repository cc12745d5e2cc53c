package compose

import (
	"slices"
	"strings"

	"apr/indicators"
	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/wording"
)

// part is a part of the report by the name that structure has for it.
type part struct {
	name    string
	compose func(*builder) *document.Section
}

// chapterParts are those that are chapters in apr's order.
var chapterParts = []part{
	{project.PartForeword, (*builder).foreword},
	{project.PartGlance, (*builder).glance},
	{project.PartAbout, (*builder).about},
	{project.PartOutcomes, (*builder).outcomes},
	{project.PartOthers, (*builder).otherOutcomes},
	{project.PartIndicators, (*builder).indicatorTables},
	{project.PartFramework, (*builder).framework},
	{project.PartPrinciples, (*builder).principles},
	{project.PartPlanning, (*builder).planning},
	{project.PartFinance, (*builder).finance},
	{project.PartBestValue, (*builder).bestValue},
	{project.PartLocalities, (*builder).localities},
	{project.PartInspections, (*builder).inspections},
	{project.PartPlanReview, (*builder).planReview},
	{project.PartMonitoring, (*builder).monitoring},
	{project.PartFurther, (*builder).further},
	{project.PartGlossary, (*builder).glossary},
	{project.PartReport, (*builder).aboutThisReport},
	{project.PartProvisions, (*builder).crossReference},
}

// financeParts are those of the financial chapter, in apr's order.
var financeParts = []part{
	{project.PartMatters, (*builder).matters},
	{project.PartProportions, (*builder).proportions},
	{project.PartVariance, (*builder).variance},
	{project.PartCareGroups, (*builder).careGroups},
	{project.PartServices, (*builder).services},
	{project.PartReserves, (*builder).reserves},
	{project.PartOutlook, (*builder).outlook},
}

// find is the part of a name.
func find(parts []part, name string) (func(*builder) *document.Section, bool) {
	i := slices.IndexFunc(parts, func(p part) bool { return p.name == name })
	if i < 0 {
		return nil, false
	}
	return parts[i].compose, true
}

// hold appends a part to the one that it is usually printed in, unless structure has it
// elsewhere.
func (b *builder) hold(s *document.Section, name string, compose func() *document.Section) {
	if b.place.Elsewhere(name) {
		return
	}
	if sub := compose(); sub != nil {
		b.printed[name] = sub
		s.Sections = append(s.Sections, sub)
	}
}

// chapters are the report's chapters in their order.
func (b *builder) chapters() []*document.Section {
	var sections []*document.Section
	appendices := 0
	for _, c := range b.place.Chapters {
		var s *document.Section
		switch {
		case c.Part != "":
			if compose, known := find(chapterParts, c.Part); known {
				s = compose(b)
			} else {
				s = b.alone(c.Part)
			}
			if s != nil {
				b.printed[c.Part] = s
			}
		case c.Appendix != "":
			appendices++
			s = b.chapter(b.words("Appendix {letter}: {title}", letter(appendices), c.Appendix), c)
		case c.Chapter != "":
			s = b.chapter(c.Chapter, c)
		}
		if s != nil {
			sections = append(sections, s)
		}
	}
	return sections
}

// letter is an appendix's: A to Z, then AA.
func letter(n int) string {
	if n > 26 {
		return letter((n-1)/26) + letter((n-1)%26+1)
	}
	return string(rune('A' + n - 1))
}

// alone is a part of a chapter as a chapter by itself.
func (b *builder) alone(name string) *document.Section {
	b.depth--
	defer func() { b.depth++ }()
	return b.partOf(name)
}

// chapter is a chapter of the authority's own; nil where it would be empty.
func (b *builder) chapter(title string, c project.Chapter) *document.Section {
	if len(c.Holds) == 0 {
		return nil
	}
	s := b.section(1, title, b.place.Requirements(c)...)
	for i, h := range c.Holds {
		b.held(s, h, len(c.Holds) == 1, i)
	}
	return s
}

// held appends to a chapter what it holds. What is a chapter in apr's order becomes a
// section, or the chapter itself where that holds nothing else; so does any other part
// whose title the chapter has.
func (b *builder) held(s *document.Section, h project.Held, only bool, i int) {
	if b.heldBlocks(s, h, i) {
		return
	}
	name := h.PartName()
	compose, isChapter := find(chapterParts, name)
	if !isChapter {
		sub := b.partOf(name)
		switch {
		case sub == nil:
		case only && strings.EqualFold(wording.OneLine(sub.Title), wording.OneLine(s.Title)):
			b.printed[name] = s
			raise(sub)
			b.replace(sub, s)
		default:
			b.printed[name] = sub
			s.Sections = append(s.Sections, sub)
		}
		return
	}
	if !only {
		b.depth++
		defer func() { b.depth-- }()
	}
	sub := compose(b)
	switch {
	case sub == nil:
	case only:
		b.printed[name] = s
		b.replace(sub, s)
	default:
		b.printed[name] = sub
		s.Sections = append(s.Sections, sub)
	}
}

// heldBlocks appends what is no section by itself: indicators, measures, a table, a text
// without its title or a case study. ok is false for all else. Behind a section of the
// chapter it would be read as a part of that: there texts, indicators and measures begin
// a section; a table and a case study say themselves what they are.
func (b *builder) heldBlocks(s *document.Section, h project.Held, i int) (ok bool) {
	under := func(title string) *document.Section {
		if len(s.Sections) == 0 {
			return s
		}
		sub := b.section(2, title)
		s.Sections = append(s.Sections, sub)
		return sub
	}
	switch {
	case len(h.Indicators) > 0:
		b.indicatorsOf(under("Indicators"), h.Indicators)
	case len(h.Measures) > 0:
		b.measuresOf(under("Local measures"), h.Measures)
	case h.Table != "":
		if t := b.ownTable(strings.TrimSpace(h.Table)); t != nil {
			b.number(t)
			end := lastOf(s)
			end.Blocks = append(end.Blocks, t)
		}
	case h.Text != "":
		if story, ok := b.ownStory(h.Text); ok {
			to := under(story.Title)
			b.printed[h.PartName()] = to
			b.write(to, story.Text)
		}
	case h.CaseStudy != "":
		if story, ok := b.caseStudy(h.CaseStudy); ok {
			b.story(s, b.titled(story.Title, "Case study {number}", i), story)
		}
	default:
		return false
	}
	return true
}

// lastOf is the section that a section ends with: itself where it has none within it.
func lastOf(s *document.Section) *document.Section {
	for len(s.Sections) > 0 {
		s = s.Sections[len(s.Sections)-1]
	}
	return s
}

// replace has a chapter take the place of the one that it holds, whose title it has
// instead.
func (b *builder) replace(held, chapter *document.Section) {
	for requirement, links := range b.sections {
		b.sections[requirement] = slices.DeleteFunc(links, func(l sectionLink) bool { return l.id == held.ID })
	}
	blocks := held.Blocks
	if len(blocks) > 0 && len(chapter.Blocks) > 0 {
		if _, cited := blocks[0].(*document.StatutoryReference); cited {
			blocks = blocks[1:]
		}
	}
	chapter.Blocks = append(chapter.Blocks, blocks...)
	chapter.Lines = append(chapter.Lines, held.Lines...)
	chapter.Sections = append(chapter.Sections, held.Sections...)
}

// raise lifts a section, and what is in it, by a level.
func raise(s *document.Section) {
	w := document.Walker{
		Section: func(s *document.Section) error {
			s.Level--
			return nil
		},
		Block: func(block document.Block) error {
			if box, ok := block.(*document.Box); ok {
				box.Level--
			}
			return nil
		},
	}
	_ = w.Walk(&document.Document{Sections: []*document.Section{s}}) // the functions don't fail
}

// partOf is a part that is printed in another one in apr's order.
func (b *builder) partOf(name string) *document.Section {
	if compose, ok := find(financeParts, name); ok {
		return compose(b)
	}
	switch name {
	case project.PartFeedback:
		return b.feedback()
	case project.PartOtherAreas:
		return b.otherAreas()
	case project.PartConsultation:
		return b.consultation()
	case project.PartLocalSpend:
		return b.localitySpend()
	case project.PartFrameworkUse:
		return b.frameworkUse()
	case project.PartGoodPractice:
		return b.goodPractice()
	case project.PartLearning:
		return b.learning()
	}
	for _, l := range b.report.Config.OutcomeLists() {
		if project.ListPart(l.ID) == name {
			return b.outcomeList(l)
		}
		for _, o := range l.Outcomes {
			if project.ListedPart(l.ID, o.ID) == name {
				b.depth-- // without its list around it
				s := b.listedOutcome(l, o)
				b.depth++
				return s
			}
		}
	}
	for _, o := range b.law.Outcomes {
		if project.OutcomePart(o.No) == name {
			return b.outcome(o)
		}
	}
	for _, p := range b.law.Principles {
		if project.PrinciplePart(p.ID) == name {
			return b.principle(p)
		}
	}
	for _, l := range b.report.Config.Localities {
		if project.LocalityPart(l.Name) == name {
			return b.locality(l.Name)
		}
	}
	for _, story := range b.report.Narrative.Reg10.Sections {
		if project.SectionPart(story.Title) == name {
			return b.own(story.Title, story.Text)
		}
	}
	return nil
}

// ownStory is the section of regulation-10.yaml with a title.
func (b *builder) ownStory(title string) (project.Story, bool) {
	return storyOf(b.report.Narrative.Reg10.Sections, project.SectionPart, title)
}

// caseStudy is the case study with a title, whatever it was written under.
func (b *builder) caseStudy(title string) (project.Story, bool) {
	var all []project.Story
	for _, a := range b.report.Narrative.Reg3.Outcomes {
		all = append(all, a.Stories...)
	}
	for _, l := range b.report.Narrative.Reg6.Localities {
		all = append(all, l.Stories...)
	}
	return storyOf(all, project.CaseStudyPart, title)
}

func storyOf(stories []project.Story, name func(string) string, title string) (project.Story, bool) {
	i := slices.IndexFunc(stories, func(s project.Story) bool { return name(s.Title) == name(title) })
	if i < 0 {
		return project.Story{}, false
	}
	return stories[i], true
}

// indicatorsOf appends a table of indicators' newest values, and their charts.
func (b *builder) indicatorsOf(s *document.Section, ids []string) {
	if b.report.Indicators == nil {
		return
	}
	var list []*indicators.Series
	for _, id := range ids {
		if series := b.report.Indicators.ByID(indicators.ID(id)); series != nil {
			list = append(list, series)
		}
	}
	b.newestAndCharts(s, b.words("Newest values of {names}", b.list(ids)), list)
}

// measuresOf appends a table of local measures, and of each its chart and its comment.
func (b *builder) measuresOf(s *document.Section, ids []string) {
	if b.report.Framework == nil {
		return
	}
	t := b.measureTable(b.words("Newest values of {names}", b.list(ids)))
	s.Blocks = append(s.Blocks, t)
	for _, id := range ids {
		for _, m := range b.report.Framework.Measures {
			if m.ID == id {
				t.Rows = append(t.Rows, b.measureRow(m, "", m.Whole))
				b.measureParts(s, m)
			}
		}
	}
}
