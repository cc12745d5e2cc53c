package compose

import (
	"slices"
	"strconv"
	"strings"

	"apr/indicators"
	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/project/datum"
	"apr/internal/wording"
	"apr/internal/yamlpos"
	"apr/regs"
)

// composeSummary makes the summary of the annual report: a few pages from the same
// figures, for those who read no more. What got better and worse follows a rule that
// it states; see choose. The error is as of Compose.
func composeSummary(r *project.Project, result func() *regs.Result, opts Options) (*document.Document, error) {
	b := newBuilder(r, result, opts)
	b.prefix = string(Summary) + "-"
	b.doc.Meta = b.meta()
	b.doc.Meta.Title = b.words("{title}: summary", b.doc.Meta.Title)
	b.doc.Meta.Brief = true
	b.doc.Meta.CoverNotes = b.summaryNotes()
	c := b.choose()
	for _, s := range []*document.Section{
		b.draft(b.inlines("The full report lists them.")), b.inShort(c),
		b.wentOneWay(indicators.Better, c.better, c.moreBetter, r.Narrative.Opening.Summary.Better),
		b.wentOneWay(indicators.Worse, c.worse, c.moreWorse, r.Narrative.Opening.Summary.Worse),
		b.notClear(c), b.whatMoneyDid(), b.next(), b.readMore(c),
	} {
		if s != nil {
			b.doc.Sections = append(b.doc.Sections, s)
		}
	}
	if err := b.problems.Err(); err != nil {
		return b.doc, err
	}
	return b.finished(), nil
}

// summaryNotes are below the title: what readers must know of the figures, and where
// the report is.
func (b *builder) summaryNotes() []document.Inlines {
	notes := b.standing()
	if links := b.fullReport(); len(links) > 0 {
		notes = append(notes, links)
	}
	return append(notes, b.easyReadNote()...)
}

// fullReport leads to the report: to its file where files are written, and to its
// address on the web.
func (b *builder) fullReport() (links document.Inlines) {
	url := b.report.Config.Publication.URL
	if len(b.opts.Formats) > 0 {
		links = document.Inlines{&document.Link{Beside: FileName("", b.doc.Meta, b.opts.NameState), Content: b.inlines("Read the full report")}}
	}
	switch {
	case url != "" && len(links) > 0:
		links = append(links, &document.Text{Text: "; "}, b.pageLink("on the web: {address}", url))
	case url != "":
		links = document.Inlines{b.pageLink("The full report on the web: {address}", url)}
	}
	return links
}

// reportTitle is what the annual report is called.
func (b *builder) reportTitle() string {
	if p := b.report.Config; p.Title != "" {
		return p.Title
	}
	return b.words("Annual performance report {year}", b.report.Config.Year)
}

// textOr is the text of the narrative that apr.yaml names, or else one of the summary's
// own.
func (b *builder) textOr(name string, own yamlpos.Text) yamlpos.Text {
	if name != "" {
		return b.report.Narrative.TextNamed(name)
	}
	return own
}

// inShort is the year in a few words and figures.
func (b *builder) inShort(c choice) *document.Section {
	s := b.section(1, "The year in short")
	b.write(s, b.textOr(b.report.Config.Summary.Text, b.report.Narrative.Opening.Summary.Opening))
	items := b.keyAmounts()
	if c.compared > 0 {
		for _, way := range []struct {
			n      int
			status document.Status
			words  string
		}{
			{len(c.better) + c.moreBetter, document.StatusBetter, "clearly better"},
			{len(c.worse) + c.moreWorse, document.StatusWorse, "clearly worse"},
		} {
			items = append(items, document.KeyFigure{
				Value: document.Plain(commas(way.n)), Status: way.status, StatusWord: b.inlines(way.words),
				Label: b.inlines("Figures, of the {number} that can be compared", c.compared),
			})
		}
	}
	if len(items) > 0 {
		s.Blocks = append(s.Blocks, &document.KeyFigures{Items: items})
	}
	if len(s.Blocks)+len(s.Sections) == 0 {
		return nil
	}
	return s
}

// ways are the rows of what got better and of what got worse.
var ways = map[indicators.Direction]struct{ title, none, oneLeft, allLeft, some, caption string }{
	indicators.Better: {
		"What got better", "No figure that can be compared got clearly better.",
		"The authority chose none of the {number} figure that got clearly better for this summary.",
		"The authority chose none of the {number} figures that got clearly better for this summary.",
		"Clearly better, the largest change first: {number} of {all} figures", "Clearly better, the largest change first",
	},
	indicators.Worse: {
		"What got worse", "No figure that can be compared got clearly worse.",
		"The authority chose none of the {number} figure that got clearly worse for this summary.",
		"The authority chose none of the {number} figures that got clearly worse for this summary.",
		"Clearly worse, the largest change first: {number} of {all} figures", "Clearly worse, the largest change first",
	},
}

// wentOneWay is what got better, or worse, as a table, with what the authority says of
// it.
func (b *builder) wentOneWay(way indicators.Direction, list []*moved, more int, text yamlpos.Text) *document.Section {
	rows := ways[way]
	s := b.section(1, rows.title)
	switch {
	case len(list) > 0 && more > 0:
		s.Blocks = append(s.Blocks, b.movedTable(b.words(rows.some, len(list), len(list)+more), list))
	case len(list) > 0:
		s.Blocks = append(s.Blocks, b.movedTable(b.words(rows.caption), list))
	case more > 0:
		s.Blocks = append(s.Blocks, verbatim(b.count(more, rows.oneLeft, rows.allLeft)))
	default:
		s.Blocks = append(s.Blocks, b.paragraph(rows.none))
	}
	b.write(s, text)
	return s
}

// movedTable has what each figure was and is, and what to hold it against.
func (b *builder) movedTable(caption string, list []*moved) *document.Table {
	t := b.table(caption, column("Figure", document.Left, 3), column("Before", document.Right, 1.8),
		column("Now", document.Right, 1.8), column("For comparison", document.Left, 2))
	for _, m := range list {
		if m.series != nil {
			before := m.series.At(m.series.FromPrevious.FromYear)
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
				indicatorCell(m.series.Indicator),
				b.valueOf(b.value(m.series, before), before.Period), b.valueOf(b.value(m.series, m.last), m.last.Period),
				{Content: b.inlines("Scotland {value}", b.datum(of(m.series, datum.Scotland, m.last), datum.Usual, notKnown))},
			}})
			continue
		}
		compare := cell("no target")
		if target := m.to.TargetOr(m.measure.Terms); target != nil {
			compare = ratingCell(m.measure.Whole.Rating)
			compare.Content = document.Plain(b.words("target {target}: {rating}", m.measure.Format(*target), b.words(string(m.measure.Whole.Rating))))
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			measureCell(m.measure),
			b.valueOf(b.measured(m.measure, "", m.from.Period), b.span(m.from.Period)),
			b.valueOf(b.measured(m.measure, "", m.to.Period), b.span(m.to.Period)), compare,
		}})
	}
	return t
}

// valueOf is a value above the period that it is of, which stays on one line.
func (b *builder) valueOf(value document.Inline, period string) document.Cell {
	return document.Cell{Content: document.Inlines{value, &document.LineBreak{}, &document.Text{Text: b.unbroken(period)}}}
}

// unbroken is words that stay on one line.
func (b *builder) unbroken(words string) string {
	text := strings.ReplaceAll(words, " ", "\u00a0")
	b.said[text] = b.said[words]
	return text
}

// notClear names what changed too little to be called better or worse, and counts what
// the authority left out of it and what can't be compared.
func (b *builder) notClear(c choice) *document.Section {
	var survey, small, undirected []string
	for _, m := range c.unclear {
		switch name := m.name(); {
		case m.direction == indicators.Changed:
			undirected = append(undirected, name)
		case m.direction == indicators.NoClear:
			survey = append(survey, name)
		default:
			small = append(small, name)
		}
	}
	list := &document.List{}
	add := func(names []string, row string, values ...any) {
		if len(names) > 0 {
			list.Items = append(list.Items, []document.Block{b.paragraph(row, append(values, each(names))...)})
		}
	}
	add(survey, "The survey can't tell the change from chance: {names}.")
	add(small, "Unchanged, or changed by less than {percent}: {names}.", percentOf(clearPercent))
	add(undirected, "Changed, with no direction that is better: {names}.")
	counted := func(n int, one, many string) {
		if n > 0 {
			list.Items = append(list.Items, []document.Block{verbatim(b.capital(b.count(n, one, many)))})
		}
	}
	counted(c.moreUnclear,
		"The authority left out of this summary {number} figure that got neither clearly better nor clearly worse.",
		"The authority left out of this summary {number} figures that got neither clearly better nor clearly worse.")
	counted(c.without,
		"{number} figure has no value before to compare with, for the reasons that the full report gives.",
		"{number} figures have no value before to compare with, for the reasons that the full report gives.")
	if len(list.Items) == 0 {
		return nil
	}
	s := b.section(1, "What has not clearly changed")
	s.Blocks = append(s.Blocks, list)
	return s
}

// each is names one behind another, which may be in different languages.
func each(names []string) (line document.Inlines) {
	for i, name := range names {
		if i > 0 {
			line = append(line, &document.Text{Text: "; "})
		}
		line = append(line, &document.Text{Text: name})
	}
	return line
}

// name is what a list calls the figure.
func (m *moved) name() string {
	if m.series != nil {
		return wording.SmallFirst(m.series.Indicator.ShortTitle) + " (" + m.id() + ")"
	}
	return wording.SmallFirst(m.measure.Title) + " (" + m.id() + ")"
}

// whatMoneyDid is spend against the plan and by matter; nil without an account.
func (b *builder) whatMoneyDid() *document.Section {
	a := b.report.Account
	if a == nil {
		return nil
	}
	s := b.section(1, "What the money did")
	s.Blocks = append(s.Blocks, b.varianceStatement())
	b.write(s, b.textOr(b.report.Config.Summary.Money, b.report.Narrative.Opening.Summary.Money))
	t := b.moneyTable(b.words("What the money was spent on in {year}, {units}", a.Year, b.units()),
		column("Matter", document.Left, 4), column("Planned", document.Right, 1.2), column("Spent", document.Right, 1.2),
		column("Variance", document.Right, 1.2), column("Proportion of amount paid or set aside", document.Right, 1.6))
	for _, m := range a.Matters {
		t.Rows = append(t.Rows, b.spendRow(b.law.MatterTitle(m.ID), datum.LineKey("matter", m), true))
	}
	t.Rows = append(t.Rows, b.totalRow())
	t.Notes = append(t.Notes, document.Plain(varianceNote))
	s.Blocks = append(s.Blocks, t)
	return s
}

// next is what comes next: in the authority's words, else the plan's priorities, what
// became of its review, and how the outlook of its money begins.
func (b *builder) next() *document.Section {
	s := b.section(1, "What comes next")
	n := b.report.Narrative
	if t := b.textOr(b.report.Config.Summary.Next, n.Opening.Summary.Next); !t.IsZero() {
		b.write(s, t)
		return s
	}
	plan := b.report.Config.StrategicPlan
	if len(plan.Priorities) > 0 {
		var names []string
		for _, p := range plan.Priorities {
			names = append(names, p.Name)
		}
		if title := b.planName(); title != "" {
			s.Blocks = append(s.Blocks, b.paragraph("The priorities of the strategic plan ({plan}) are: {priorities}.", title, strings.Join(names, "; ")))
		} else {
			s.Blocks = append(s.Blocks, b.paragraph("The priorities of the strategic plan are: {priorities}.", strings.Join(names, "; ")))
		}
	}
	if revised := n.Reg8.RevisedPlan; revised != nil && *revised {
		s.Blocks = append(s.Blocks, b.paragraph("The plan was reviewed, and a revised one has been prepared."))
	}
	s.Blocks = append(s.Blocks, b.lead(n.Reg8.Changes)...)
	s.Blocks = append(s.Blocks, b.lead(n.Reg4.Outlook)...)
	if len(s.Blocks) == 0 {
		return nil
	}
	return s
}

// lead is the first paragraph of a text, with the list that it announces; a sentence
// that announces anything else is left out. Of the notes of the text those are left that
// it marks.
func (b *builder) lead(t yamlpos.Text) []document.Block {
	if t.IsZero() || project.IsStub(t) {
		return nil
	}
	tables := b.tables
	all := document.Section{} // what is under headings is left out
	b.write(&all, t)
	b.tables = tables // no table is among what is printed
	for i, block := range all.Blocks {
		p, ok := block.(*document.Paragraph)
		if !ok {
			continue
		}
		if !strings.HasSuffix(strings.TrimSpace(p.Content.String()), ":") {
			return []document.Block{p}
		}
		if i+1 < len(all.Blocks) {
			if list, ok := all.Blocks[i+1].(*document.List); ok {
				return []document.Block{p, list}
			}
		}
		if p.Content = withoutLast(p.Content); len(p.Content) == 0 {
			return nil
		}
		return []document.Block{p}
	}
	return nil
}

// withoutLast is a paragraph without its last sentence; nil where there is no other, or
// nobody can tell where it begins.
func withoutLast(is document.Inlines) document.Inlines {
	for i, in := range slices.Backward(is) {
		t, ok := in.(*document.Text)
		if !ok {
			continue
		}
		if at := strings.LastIndex(strings.TrimRight(t.Text, " "), ". "); at >= 0 {
			return append(slices.Clone(is[:i]), &document.Text{Text: t.Text[:at+1], Lang: t.Lang, Position: t.Position})
		}
	}
	return nil
}

func percentOf(n int) string { return strconv.Itoa(n) + "%" }
