package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"apr/indicators"
	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/law"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/project/datum"
	"apr/internal/wording"
)

// framework is the performance framework: a balanced scorecard over the nine outcomes
// of core indicators and local measures together, the measures' values over the years,
// what the narrative says of them, and the lists of performance targets for integration
// functions and for others. The core indicators' values are in the core suite.
func (b *builder) framework() *document.Section {
	f := b.report.Framework
	if f == nil {
		return nil
	}
	s := b.section(1, "Performance framework", "3(a)(ii)")
	b.say(s, b.report.Config.Wording.Framework, "Local measures stand beside the core suite, so that the whole system can be understood at local level (guidance, second edition, annex A, point 6). %s", ratingSentence(f.Measures))
	s.Blocks = append(s.Blocks, b.ratingKey(), b.outcomeScorecard())
	if over := b.measuresOverYears(f.Measures); over != nil {
		s.Sections = append(s.Sections, over)
	}
	if beside := b.besideOthers(f.Measures); beside != nil {
		s.Sections = append(s.Sections, beside)
	}
	s.Sections = append(s.Sections, b.targets())
	if said := b.whatMeasuresShow(); said != nil {
		s.Sections = append(s.Sections, said)
	}
	return s
}

// ratingSentence counts measures by rating.
func ratingSentence(list []*project.LocalMeasure) string {
	n := tally(list)
	var parts []string
	for _, r := range ratings {
		if n[r] > 0 {
			parts = append(parts, plural(n[r], ratingWords[r][0], ratingWords[r][1]))
		}
	}
	if len(parts) == 0 {
		parts = []string{"none is reported here"}
	}
	return fmt.Sprintf("Of %s, %s.", plural(len(list), "local measure", "local measures"), wording.List(parts))
}

// outcomeScorecard says how the core indicators and the local measures of each outcome
// do. Their values are in their own tables, once.
func (b *builder) outcomeScorecard() *document.Table {
	t := b.table("Scorecard over the national outcomes; a measure may serve several outcomes",
		column("Outcome", document.Left, 2), column("Core indicators", document.Left, 2.4), column("Local measures", document.Left, 2))
	for _, o := range b.law.Outcomes {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			cell(fmt.Sprintf("%d %s", o.No, o.Title)), cell(b.coreWords(o.No)), cell(measureWords(forOutcome(b.report.Framework.Measures, o.No))),
		}})
	}
	if none := forOutcome(b.report.Framework.Measures, 0); len(none) > 0 {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{cell("None of them"), cell("–"), cell(measureWords(none))}})
	}
	return t
}

// coreWords are an outcome's core indicators by how they changed.
func (b *builder) coreWords(outcome int) string {
	if b.report.Indicators == nil {
		return "–"
	}
	by := map[string][]string{}
	for _, s := range b.report.Indicators.Series {
		if !slices.Contains(s.Indicator.Outcomes, outcome) || !s.Indicator.Reported {
			continue
		}
		word := "no value"
		switch c := s.FromPrevious; {
		case c != nil && c.Slight(s.Indicator):
			word = "little changed"
		case c != nil:
			word = string(c.Direction)
		case s.Newest() != nil:
			word = "no comparable value"
		}
		by[word] = append(by[word], string(s.Indicator.ID))
	}
	return grouped(by, string(indicators.Better), string(indicators.Unchanged), "little changed", string(indicators.Changed),
		string(indicators.NoClear), string(indicators.Worse), "no comparable value", "no value")
}

// measureWords are local measures by their ratings.
func measureWords(list []*project.LocalMeasure) string {
	by := map[string][]string{}
	for _, m := range list {
		by[string(m.Whole.Rating)] = append(by[string(m.Whole.Rating)], m.ID)
	}
	var order []string
	for _, r := range ratings {
		order = append(order, string(r))
	}
	return grouped(by, order...)
}

// grouped is "Better: NI11 and NI12. Worse: NI14", in an order of the words.
func grouped(by map[string][]string, order ...string) string {
	var parts []string
	for _, word := range order {
		if ids := by[word]; len(ids) > 0 {
			parts = append(parts, wording.Capital(word)+": "+strings.Join(ids, ", "))
		}
	}
	if len(parts) == 0 {
		return "–"
	}
	return strings.Join(parts, ". ")
}

// whatMeasuresShow is what the narrative says of measures, in order of their tables; nil
// where it says nothing.
func (b *builder) whatMeasuresShow() *document.Section {
	if !slices.ContainsFunc(b.report.Framework.Measures, func(m *project.LocalMeasure) bool {
		return !m.Comment.IsZero() && !b.commented[m.ID]
	}) {
		return nil
	}
	s := b.section(2, "What the local measures show")
	b.comments(s, b.report.Framework.Measures)
	return s
}

// cards appends a scorecard for each outcome, the measures of none, and the lists
// of targets.
func (b *builder) cards(s *document.Section) {
	for _, o := range b.law.Outcomes {
		if card := b.scorecard(o); card != nil {
			s.Sections = append(s.Sections, card)
		}
	}
	if other := b.unlinked(); other != nil {
		s.Sections = append(s.Sections, other)
	}
	if over := b.measuresOverYears(b.report.Framework.Measures); over != nil {
		s.Sections = append(s.Sections, over)
	}
	if beside := b.besideOthers(b.report.Framework.Measures); beside != nil {
		s.Sections = append(s.Sections, beside)
	}
	s.Sections = append(s.Sections, b.targets())
}

// unlinked are the local measures of no outcome, nil where each has one.
func (b *builder) unlinked() *document.Section {
	none := forOutcome(b.report.Framework.Measures, 0)
	if len(none) == 0 {
		return nil
	}
	s := b.section(2, "Other local measures")
	t := b.measureTable("Local measures that are linked to no single outcome")
	for _, m := range none {
		t.Rows = append(t.Rows, b.measureRow(m, "", m.Whole))
	}
	s.Blocks = append(s.Blocks, t)
	b.comments(s, none)
	return s
}

// ratingKey says what the ratings mean.
func (b *builder) ratingKey() document.Block {
	tolerance := "each measure's tolerance"
	if t := b.report.Config.Measures.Tolerance; t != "" {
		tolerance = fmt.Sprintf("the measure's tolerance, or by %s where it has none of its own", toleranceWords(t))
	}
	entry := func(term, format string, args ...any) document.Definition {
		return document.Definition{Term: document.Plain(term), Meaning: []document.Block{paragraph(format, args...)}}
	}
	return &document.Definitions{Entries: []document.Definition{
		entry("Green, amber, red", "Green: the target is met. Amber: it is missed by no more than %s. Red: it is missed by more. Ratings follow from values before rounding.", tolerance),
		entry("Trend", "Better or worse than the last period of the same length, by the direction that is desirable for the measure."),
		entry("No target, no data", "A measure without a target or without a value for %s says so. For core indicators there is no national target: they are judged by their change, and by Scotland's value.", b.report.Config.Year),
	}}
}

func toleranceWords(written string) string {
	if number, percent := strings.CutSuffix(written, "%"); percent {
		return number + "% of the target"
	}
	return written
}

// ratings are those of the summaries, in order.
var ratings = []measures.Rating{measures.Green, measures.Amber, measures.Red, measures.NoTarget, measures.NoData}

// tally counts measures by rating.
func tally(list []*project.LocalMeasure) map[measures.Rating]int {
	n := map[measures.Rating]int{}
	for _, m := range list {
		n[m.Whole.Rating]++
	}
	return n
}

// outcomeSummary counts local measures by outcome and rating.
func (b *builder) outcomeSummary(list []*project.LocalMeasure) *document.Table {
	t := b.summaryTable("Local measures by national outcome and rating; a measure may serve several outcomes", "Outcome")
	for _, o := range b.law.Outcomes {
		t.Rows = append(t.Rows, summaryRow(fmt.Sprintf("%d %s", o.No, o.Title), forOutcome(list, o.No)))
	}
	total := summaryRow("All local measures, each once", list)
	total.Total = true
	t.Rows = append(t.Rows, total)
	return t
}

func (b *builder) summaryTable(caption, head string) *document.Table {
	columns := []document.Column{column(head, document.Left, 3)}
	for _, r := range ratings {
		columns = append(columns, column(wording.Capital(string(r)), document.Right, 1))
	}
	return b.table(caption, columns...)
}

func summaryRow(name string, list []*project.LocalMeasure) document.Row {
	row := document.Row{Cells: []document.Cell{cell(name)}}
	n := tally(list)
	for _, r := range ratings {
		row.Cells = append(row.Cells, cell(fmt.Sprint(n[r])))
	}
	return row
}

// forOutcome are the measures of an outcome; 0 stands for none.
func forOutcome(list []*project.LocalMeasure, outcome int) []*project.LocalMeasure {
	var of []*project.LocalMeasure
	for _, m := range list {
		if slices.Contains(m.Outcomes, outcome) || outcome == 0 && len(m.Outcomes) == 0 {
			of = append(of, m)
		}
	}
	return of
}

// scorecard is an outcome's core indicators and local measures; nil where it has
// neither.
func (b *builder) scorecard(o law.Outcome) *document.Section {
	local := forOutcome(b.report.Framework.Measures, o.No)
	var core []*indicators.Series
	if t := b.report.Indicators; t != nil {
		for _, s := range t.Series {
			if slices.Contains(s.Indicator.Outcomes, o.No) && s.Indicator.Reported {
				core = append(core, s)
			}
		}
	}
	if len(core)+len(local) == 0 {
		return nil
	}
	s := b.section(2, fmt.Sprintf("Scorecard for outcome %d: %s", o.No, wording.SmallFirst(o.Title)))
	t := b.measureTable(fmt.Sprintf("Outcome %d: core indicators and local measures", o.No))
	for _, series := range core {
		t.Rows = append(t.Rows, b.coreRow(series))
	}
	for _, m := range local {
		t.Rows = append(t.Rows, b.measureRow(m, "", m.Whole))
	}
	s.Blocks = append(s.Blocks, t)
	b.comments(s, local)
	return s
}

// comments are what the narrative says of measures, each where its first table is.
func (b *builder) comments(s *document.Section, list []*project.LocalMeasure) {
	for _, m := range list {
		if m.Comment.IsZero() || b.commented[m.ID] {
			continue
		}
		b.commented[m.ID] = true
		sub := b.section(s.Level+1-b.depth, m.ID+" "+m.Title)
		b.write(sub, m.Comment)
		s.Sections = append(s.Sections, sub)
	}
}

// measureTable begins a table of measures with their values and ratings.
func (b *builder) measureTable(caption string) *document.Table {
	return b.table(caption, column("Measure", document.Left, 3.4), column(periodHead, document.Left, 1.5),
		column("Value", document.Right, 1), column("Target", document.Right, 1),
		column("Rating", document.Left, 1.3), column("Trend", document.Left, 2))
}

// coreRow is a core indicator, which has no national target: in its place stands
// Scotland's value.
func (b *builder) coreRow(s *indicators.Series) document.Row {
	p := s.Newest()
	if p == nil {
		return document.Row{Cells: []document.Cell{indicatorCell(s.Indicator), cell("–"), b.pointCell(s, &s.Points[len(s.Points)-1]), cell("–"), cell(string(measures.NoData)), cell("–")}}
	}
	scotland := cell("–")
	if p.Scotland != nil {
		scotland.Content = document.Inlines{&document.Text{Text: "Scotland "}, b.datum(of(s, datum.Scotland, p), datum.Usual, "–")}
	}
	return document.Row{Cells: []document.Cell{indicatorCell(s.Indicator), cell(p.Period), b.pointCell(s, p), scotland, cell(besideNational(s)), b.changeCell(s)}}
}

// besideNational is how a newest value does beside Scotland's.
func besideNational(s *indicators.Series) string {
	if s.AgainstScotland == nil {
		return "–"
	}
	switch d := s.AgainstScotland.Direction; d {
	case indicators.Better, indicators.Worse:
		return string(d) + " than Scotland"
	case indicators.NoClear:
		return "no clear difference"
	case indicators.Unchanged:
		return "as in Scotland"
	}
	return "–"
}

// measureRow is a local measure of the whole area, or of a locality.
func (b *builder) measureRow(m *project.LocalMeasure, locality string, a measures.Assessment) document.Row {
	name := measureCell(m)
	p := cmp.Or(a.Newest, &measures.Point{})
	target := b.targetCell(m, p)
	if locality != "" {
		target = localTargetCell(m, p)
	}
	if a.Newest == nil {
		return document.Row{Cells: []document.Cell{name, cell("–"), cell("–"), target, ratingCell(a.Rating), cell("–")}}
	}
	return document.Row{Cells: []document.Cell{
		name, cell(a.Newest.Period.String()), b.valueCell(m, locality, a.Newest), target, ratingCell(a.Rating), b.trendCell(m, locality, a),
	}}
}

func measureCell(m *project.LocalMeasure) document.Cell { return cell(measureName(m)) }

// measureName is a measure's id, title and unit.
func measureName(m *project.LocalMeasure) string {
	name := m.ID
	if m.Title != m.ID {
		name += " " + m.Title
	}
	if m.Unit != "" {
		name += " (" + m.Unit + ")"
	}
	return name
}

// valueCell is a value, with a note where it was worked out.
func (b *builder) valueCell(m *project.LocalMeasure, locality string, p *measures.Point) document.Cell {
	content := document.Inlines{b.measured(m, locality, p.Period)}
	if p.Computed {
		content = append(content, b.noteOfValue("Worked out from the numerator and the denominator, which the source gives without the percentage."))
	}
	if p.Mark != "" {
		content = append(content, b.note(fmt.Sprintf("The source marks the value of %s for %s with %q.", m.ID, p.Period, p.Mark)))
	}
	return document.Cell{Content: content}
}

func (b *builder) measured(m *project.LocalMeasure, locality string, p period.Span) document.Inline {
	return b.datum(datum.ID{Measure: datum.LocalMeasure, Of: datum.MeasureKey(m.ID, locality, p)}, datum.Usual, "–")
}

// targetCell is the whole area's target of a period, or that there is none.
func (b *builder) targetCell(m *project.LocalMeasure, p *measures.Point) document.Cell {
	if target := p.TargetOr(m.Terms); target != nil {
		return b.targetDatum(m, p.Period, *target)
	}
	return cell("none")
}

// localTargetCell is a locality's target of a period, or that there is none.
func localTargetCell(m *project.LocalMeasure, p *measures.Point) document.Cell {
	if target := p.TargetOr(m.LocalTerms()); target != nil {
		return cell(m.Format(*target))
	}
	return cell("none")
}

// ratingCell is a rating by word, shape and colour.
func ratingCell(r measures.Rating) document.Cell {
	c := cell(string(r))
	switch r {
	case measures.Green:
		c.Status = document.StatusGreen
	case measures.Amber:
		c.Status = document.StatusAmber
	case measures.Red:
		c.Status = document.StatusRed
	}
	return c
}

// trendCell says how the value moved since the last period.
func (b *builder) trendCell(m *project.LocalMeasure, locality string, a measures.Assessment) document.Cell {
	if a.Before == nil {
		return cell("no earlier value")
	}
	c := document.Cell{Content: document.Inlines{
		&document.Text{Text: string(a.Direction) + ", from "}, b.measured(m, locality, a.Before.Period), &document.Text{Text: " in " + a.Before.Period.String()},
	}}
	c.Status = trendStatus(a.Direction)
	return c
}

// trendStatus is how a trend is marked; a change of no desirable direction isn't.
func trendStatus(d indicators.Direction) document.Status {
	switch d {
	case indicators.Better, indicators.Worse, indicators.Unchanged:
		return status(d)
	}
	return document.StatusNone
}

// targets are the lists of performance targets of the framework.
func (b *builder) targets() *document.Section {
	s := b.section(2, "Performance targets")
	b.say(s, b.report.Config.Wording.Targets, "The performance targets for integration functions and for other functions are prepared and reviewed each year.")
	for _, kind := range []project.FunctionKind{project.Integration, project.NonIntegration} {
		s.Blocks = append(s.Blocks, b.targetList(kind))
	}
	return s
}

func (b *builder) targetList(kind project.FunctionKind) document.Block {
	t := b.table(fmt.Sprintf("Performance targets: %s functions", kind),
		column("Measure", document.Left, 3), column("Target", document.Right, 1), column("Amber within", document.Left, 1.1),
		column("Rating", document.Left, 1), column("Owner role", document.Left, 1.8), column("Priorities and Directions", document.Left, 2))
	for _, m := range b.report.Framework.Measures {
		if m.Function != kind {
			continue
		}
		p := &measures.Point{}
		if m.Whole.Newest != nil {
			p = m.Whole.Newest
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			measureCell(m), b.targetCell(m, p), cell(withinWords(m, p)), ratingCell(m.Whole.Rating), cell(orNone(m.Owner)),
			cell(orNone(strings.Join(slices.Concat(m.Priorities, m.Directions), ", "))),
		}})
	}
	if len(t.Rows) == 0 {
		b.tables-- // a table that isn't printed isn't counted
		return paragraph("No measure is of %s functions.", kind)
	}
	return t
}

// withinWords is a measure's tolerance where it has a target.
func withinWords(m *project.LocalMeasure, p *measures.Point) string {
	t := p.ToleranceOr(m.Terms)
	switch {
	case p.TargetOr(m.Terms) == nil || t == nil:
		return "–"
	case t.Percent:
		return t.String() + " of the target"
	}
	return t.String()
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
