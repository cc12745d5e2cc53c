package compose

import (
	"slices"
	"strconv"
	"strings"

	"apr/indicators"
	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/project/datum"
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
	b.say(s, b.report.Config.Wording.Framework, "Local measures stand beside the core suite, so that the whole system can be understood at local level (guidance, second edition, annex A, point 6). {ratings}", b.ratingSentence(f.Measures))
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
func (b *builder) ratingSentence(list []*project.LocalMeasure) string {
	n := tally(list)
	var parts []string
	for _, r := range ratings {
		if n[r] > 0 {
			parts = append(parts, b.count(n[r], ratingWords[r][0], ratingWords[r][1]))
		}
	}
	if len(parts) == 0 {
		parts = []string{b.words("none is reported here")}
	}
	return b.words("Of {measures}, {ratings}.", b.count(len(list), "{number} local measure", "{number} local measures"), b.list(parts))
}

// whatMeasuresShow is what the narrative says of measures that no chapter holds, in order
// of their tables; nil where it says nothing.
func (b *builder) whatMeasuresShow() *document.Section {
	here := func(m *project.LocalMeasure) bool {
		return !m.Comment.IsZero() && !b.place.Elsewhere(project.MeasurePart(m.ID))
	}
	if !slices.ContainsFunc(b.report.Framework.Measures, here) {
		return nil
	}
	s := b.section(2, "What the local measures show")
	said := &document.Definitions{}
	for _, m := range b.report.Framework.Measures {
		if !here(m) {
			continue
		}
		s.Lines = append(s.Lines, linesOf(m.Comment))
		said.Entries = append(said.Entries, document.Definition{Term: document.Plain(m.ID + " " + m.Title), Meaning: b.blocks(m.Comment, "the comment on a measure")})
	}
	s.Blocks = append(s.Blocks, said)
	return s
}

// ratingKey says what the ratings mean.
func (b *builder) ratingKey() document.Block {
	tolerance := b.words("each measure's tolerance")
	if t := b.report.Config.Measures.Tolerance; t != "" {
		tolerance = b.words("the measure's tolerance, or by {tolerance} where it has none of its own", b.toleranceWords(t))
	}
	entry := func(term, meaning string, values ...any) document.Definition {
		return document.Definition{Term: b.inlines(term), Meaning: []document.Block{b.paragraph(meaning, values...)}}
	}
	return &document.Definitions{Entries: []document.Definition{
		entry("Green, amber, red", "Green: the target is met. Amber: it is missed by no more than {tolerance}. Red: it is missed by more. Ratings follow from values before rounding.", tolerance),
		entry("Trend", "Better or worse than the last period of the same length, by the direction that is desirable for the measure."),
		entry("No target, no data", "A measure without a target or without a value for {year} says so. For core indicators there is no national target: they are judged by their change, and by Scotland's value.", b.report.Config.Year),
	}}
}

func (b *builder) toleranceWords(written string) string {
	if number, percent := strings.CutSuffix(written, "%"); percent {
		return b.words("{percent} of the target", number+"%")
	}
	return written
}

// ratings are those of the summaries, in order.
var ratings = []measures.Rating{measures.Green, measures.Amber, measures.Red, measures.NoTarget, measures.NoData}

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
		content = append(content, b.note(b.words("The source marks the value of {measure} for {period} with {mark}.", m.ID, b.span(p.Period), strconv.Quote(p.Mark))))
	}
	return document.Cell{Content: content}
}

func (b *builder) measured(m *project.LocalMeasure, locality string, p period.Span) document.Inline {
	return b.datum(datum.ID{Measure: datum.LocalMeasure, Of: datum.MeasureKey(m.ID, locality, p)}, datum.Usual, "–")
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
	c := document.Cell{Content: b.inlines("{direction}, from {value} in {period}",
		b.words(string(a.Direction)), b.measured(m, locality, a.Before.Period), b.span(a.Before.Period))}
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

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
