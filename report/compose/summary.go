package compose

import (
	"cmp"
	"fmt"
	"slices"
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
	b.doc.Meta.Title += ": summary"
	b.doc.Meta.Brief = true
	b.doc.Meta.CoverNotes = b.summaryNotes()
	c := b.choose()
	for _, s := range []*document.Section{
		b.draft(document.Plain("The full report lists them.")), b.inShort(c),
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
		links = document.Inlines{&document.Link{Beside: FileName("", b.doc.Meta, b.opts.NameState), Content: document.Plain("Read the full report")}}
	}
	switch {
	case url != "" && len(links) > 0:
		links = append(links, &document.Text{Text: "; "}, pageLink("on the web", url))
	case url != "":
		links = document.Inlines{pageLink("The full report on the web", url)}
	}
	return links
}

// reportTitle is what the annual report is called.
func reportTitle(p *project.Config) string {
	return cmp.Or(p.Title, "Annual performance report "+p.Year.String())
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
				Value: document.Plain(commas(way.n)), Status: way.status, StatusWord: document.Plain(way.words),
				Label: document.Plain(fmt.Sprintf("Figures, of the %d that can be compared", c.compared)),
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

// wentOneWay is what got better, or worse, as a table, with what the authority says of
// it.
func (b *builder) wentOneWay(way indicators.Direction, list []*moved, more int, text yamlpos.Text) *document.Section {
	word := string(way)
	s := b.section(1, "What got "+word)
	if len(list) == 0 {
		words := fmt.Sprintf("No figure that can be compared got clearly %s.", word)
		if more > 0 {
			words = fmt.Sprintf("The authority chose none of the %s that got clearly %s for this summary.", plural(more, "figure", "figures"), word)
		}
		s.Blocks = append(s.Blocks, paragraph("%s", words))
		b.write(s, text)
		return s
	}
	caption := fmt.Sprintf("Clearly %s, the largest change first", word)
	if more > 0 {
		caption += fmt.Sprintf(": %d of %d figures", len(list), len(list)+more)
	}
	s.Blocks = append(s.Blocks, b.movedTable(caption, list))
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
				valueOf(b.value(m.series, before), before.Period), valueOf(b.value(m.series, m.last), m.last.Period),
				{Content: document.Inlines{&document.Text{Text: "Scotland "}, b.datum(of(m.series, datum.Scotland, m.last), datum.Usual, "not known")}},
			}})
			continue
		}
		compare := cell("no target")
		if target := m.to.TargetOr(m.measure.Terms); target != nil {
			compare = ratingCell(m.measure.Whole.Rating)
			compare.Content = document.Plain(fmt.Sprintf("target %s: %s", m.measure.Format(*target), m.measure.Whole.Rating))
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			measureCell(m.measure),
			valueOf(b.measured(m.measure, "", m.from.Period), m.from.Period.String()),
			valueOf(b.measured(m.measure, "", m.to.Period), m.to.Period.String()), compare,
		}})
	}
	return t
}

// valueOf is a value above the period that it is of, which stays on one line.
func valueOf(value document.Inline, period string) document.Cell {
	return document.Cell{Content: document.Inlines{value, &document.LineBreak{}, &document.Text{Text: strings.ReplaceAll(period, " ", "\u00a0")}}}
}

// notClear names what changed too little to be called better or worse, and counts what
// can't be compared.
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
	add := func(names []string, words string) {
		if len(names) > 0 {
			list.Items = append(list.Items, []document.Block{paragraph("%s: %s.", words, strings.Join(names, "; "))})
		}
	}
	add(survey, "The survey can't tell the change from chance")
	add(small, fmt.Sprintf("Unchanged, or changed by less than %d%%", clearPercent))
	add(undirected, "Changed, with no direction that is better")
	if c.without > 0 {
		list.Items = append(list.Items, []document.Block{paragraph("%s, for the reasons that the full report gives.",
			wording.Capital(plural(c.without, "figure has no value before to compare with", "figures have no value before to compare with")))})
	}
	if len(list.Items) == 0 {
		return nil
	}
	s := b.section(1, "What has not clearly changed")
	s.Blocks = append(s.Blocks, list)
	return s
}

// name is what a list calls the figure.
func (m *moved) name() string {
	if m.series != nil {
		return fmt.Sprintf("%s (%s)", wording.SmallFirst(m.series.Indicator.ShortTitle), m.series.Indicator.ID)
	}
	return fmt.Sprintf("%s (%s)", wording.SmallFirst(m.measure.Title), m.measure.ID)
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
	t := b.moneyTable(b.words("What the money was spent on in {year}, £000", a.Year),
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
		title := strings.Trim(plan.Title+", "+plan.Period, ", ")
		if title != "" {
			title = " (" + title + ")"
		}
		s.Blocks = append(s.Blocks, paragraph("The priorities of the strategic plan%s are: %s.", title, strings.Join(names, "; ")))
	}
	if revised := n.Reg8.RevisedPlan; revised != nil && *revised {
		s.Blocks = append(s.Blocks, paragraph("The plan was reviewed, and a revised one has been prepared."))
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

// readMore is where the rest is, and by what rule the figures were chosen.
func (b *builder) readMore(c choice) *document.Section {
	p := b.report.Config
	s := b.section(1, "Where to read more")
	list := &document.List{}
	add := func(is document.Inlines) {
		list.Items = append(list.Items, []document.Block{&document.Paragraph{Content: is}})
	}
	if links := b.fullReport(); len(links) > 0 {
		add(links)
	}
	for _, note := range b.easyReadNote() {
		add(note)
	}
	if plan := p.StrategicPlan; plan.URL != "" {
		add(document.Inlines{pageLink(cmp.Or(plan.Title, "The strategic plan"), plan.URL)})
	}
	if others := otherVersions(p.Accessibility.Versions, "summary"); len(others) > 0 {
		add(others)
	}
	for _, text := range []string{p.Authority.Formats, p.Authority.Contact} {
		if text = strings.TrimSpace(text); text != "" {
			add(document.Plain(wording.OneLine(text)))
		}
	}
	if len(list.Items) > 0 {
		s.Blocks = append(s.Blocks, list)
	}
	if c.compared > 0 {
		sub := b.section(2, "How the figures were chosen")
		sub.Blocks = append(sub.Blocks, paragraph("%s", b.ruleOfChoice(c)))
		s.Sections = append(s.Sections, sub)
	}
	if len(s.Blocks)+len(s.Sections) == 0 {
		return nil
	}
	return s
}

// otherVersions are those of the report besides the one that is read, on one line.
func otherVersions(versions []project.Version, this string) (line document.Inlines) {
	for i, v := range versions {
		if strings.HasPrefix(strings.ToLower(v.Version), this) {
			continue // it is this one
		}
		name := document.Inlines{&document.Text{Text: titled(v.Version, "Version", i), Lang: strings.TrimSpace(v.Language)}}
		if v.URL != "" {
			name = document.Inlines{&document.Link{URL: v.URL, Content: name}}
		}
		lead := "; "
		if len(line) == 0 {
			lead = "Other versions of the report: "
		}
		line = append(append(line, &document.Text{Text: lead}), name...)
	}
	return line
}

// ruleOfChoice says which figures are in the summary and when a change counts as clear.
func (b *builder) ruleOfChoice(c choice) string {
	rule := fmt.Sprintf("An indicator is compared with its last value that can be compared, a local measure with the same part of the year before. "+
		"A change is clear where a survey's confidence limits don't overlap; of other figures, where it is %d%% or more. ", clearPercent)
	if !b.report.Config.Summary.Chosen() {
		return rule + fmt.Sprintf("Each list has those that changed most: at most %d core indicators and %d of the local measures that the board follows.", mostIndicators, mostMeasures)
	}
	rule += "The authority chose the figures of this summary."
	if c.moreBetter+c.moreWorse > 0 {
		rule += fmt.Sprintf(" Of those that it didn't choose, %s clearly better and %s clearly worse.",
			plural(c.moreBetter, "got", "got"), plural(c.moreWorse, "got", "got"))
	}
	return rule
}
