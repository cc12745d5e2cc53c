package compose

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"apr/indicators"
	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/law"
	"apr/internal/project"
	"apr/internal/project/datum"
	"apr/internal/wording"
)

// outcomeScorecard says how the core indicators and the local measures of each outcome
// do. Their values are in their own tables, once.
func (b *builder) outcomeScorecard() *document.Table {
	t := b.table("Scorecard over the national outcomes; a measure may serve several outcomes",
		column("Outcome", document.Left, 2), column("Core indicators", document.Left, 2.4), column("Local measures", document.Left, 2))
	for _, o := range b.law.Outcomes {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			cell(strconv.Itoa(o.No) + " " + o.Title), cell(b.coreWords(o.No)), cell(b.measureWords(forOutcome(b.report.Framework.Measures, o.No))),
		}})
	}
	if none := forOutcome(b.report.Framework.Measures, 0); len(none) > 0 {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{cell("None of them"), cell("–"), cell(b.measureWords(none))}})
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
	return b.grouped(by, string(indicators.Better), string(indicators.Unchanged), "little changed", string(indicators.Changed),
		string(indicators.NoClear), string(indicators.Worse), "no comparable value", "no value")
}

// measureWords are local measures by their ratings.
func (b *builder) measureWords(list []*project.LocalMeasure) string {
	by := map[string][]string{}
	for _, m := range list {
		by[string(m.Whole.Rating)] = append(by[string(m.Whole.Rating)], m.ID)
	}
	var order []string
	for _, r := range ratings {
		order = append(order, string(r))
	}
	return b.grouped(by, order...)
}

// grouped is "Better: NI11 and NI12. Worse: NI14", in an order of the words.
func (b *builder) grouped(by map[string][]string, order ...string) string {
	var parts []string
	for _, word := range order {
		if ids := by[word]; len(ids) > 0 {
			parts = append(parts, b.words("{rating}: {names}", wording.Capital(b.words(word)), strings.Join(ids, ", ")))
		}
	}
	if len(parts) == 0 {
		return "–"
	}
	return b.joined(". ", parts...)
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
		t.Rows = append(t.Rows, summaryRow(strconv.Itoa(o.No)+" "+o.Title, forOutcome(list, o.No)))
	}
	total := summaryRow("All local measures, each once", list)
	total.Total = true
	t.Rows = append(t.Rows, total)
	return t
}

func (b *builder) summaryTable(caption, head string) *document.Table {
	columns := []document.Column{column(head, document.Left, 3)}
	for _, r := range ratings {
		columns = append(columns, column(b.capital(b.words(string(r))), document.Right, 1))
	}
	return b.table(caption, columns...)
}

func summaryRow(name string, list []*project.LocalMeasure) document.Row {
	row := document.Row{Cells: []document.Cell{cell(name)}}
	n := tally(list)
	for _, r := range ratings {
		row.Cells = append(row.Cells, cell(strconv.Itoa(n[r])))
	}
	return row
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
	s := b.section(2, b.words("Scorecard for outcome {number}: {title}", o.No, wording.SmallFirst(o.Title)))
	t := b.measureTable(b.words("Outcome {number}: core indicators and local measures", o.No))
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
		scotland.Content = b.inlines("Scotland {value}", b.datum(of(s, datum.Scotland, p), datum.Usual, "–"))
	}
	return document.Row{Cells: []document.Cell{indicatorCell(s.Indicator), cell(p.Period), b.pointCell(s, p), scotland, cell(besideNational(s)), b.changeCell(s)}}
}

// besideNational is how a newest value does beside Scotland's.
func besideNational(s *indicators.Series) string {
	if s.AgainstScotland == nil {
		return "–"
	}
	switch s.AgainstScotland.Direction {
	case indicators.Better:
		return "better than Scotland"
	case indicators.Worse:
		return "worse than Scotland"
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
	if p := a.Marked; p != nil {
		return document.Row{Cells: []document.Cell{name, cell(b.span(p.Period)), b.markCell(m, p), target, ratingCell(a.Rating), cell("–")}}
	}
	if a.Newest == nil {
		return document.Row{Cells: []document.Cell{name, cell("–"), cell("–"), target, ratingCell(a.Rating), cell("–")}}
	}
	return document.Row{Cells: []document.Cell{
		name, cell(b.span(a.Newest.Period)), b.valueCell(m, locality, a.Newest), target, ratingCell(a.Rating), b.trendCell(m, locality, a),
	}}
}
