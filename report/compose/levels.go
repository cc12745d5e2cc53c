package compose

import (
	"fmt"
	"slices"
	"strings"

	"apr/indicators"
	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/regs"
	"apr/report/calendar"
)

// ComposeLevel makes the performance report of a level of reporting: for the
// board the aggregate and what is escalated, for management every measure, for
// localities each locality's own. Reporting is proportionate to who reads it.
// The error is a *source.InputError, as of Compose.
func ComposeLevel(r *project.Project, result func() *regs.Result, level measures.Level, opts Options) (*document.Document, error) {
	if r.Framework == nil {
		return nil, &source.InputError{Problems: []*source.Problem{{Code: "missing-key", Position: source.Position{File: project.ConfigFile, Line: 1},
			Message: fmt.Sprintf("the project has no local measures, which a report for the level %s is made of", level),
			Hint:    "name their tables under measures.files in apr.yaml"}}}
	}
	opts.Formats = nil // the summary is of the annual report
	b := newBuilder(r, result, opts)
	b.prefix = string(level) + "-"
	b.doc.Meta = b.meta()
	b.doc.Meta.Title = b.words(levelTitles[level], r.Config.Year)
	if n := len(b.doc.Meta.CoverNotes); r.Config.Publication.URL != "" {
		b.doc.Meta.CoverNotes = b.doc.Meta.CoverNotes[:n-1] // where the annual report is published
	}
	var sections []*document.Section
	switch level {
	case measures.Board:
		sections = []*document.Section{b.summary(b.at(level)), b.escalated(), b.measuresAtLevel(b.at(level)), b.timetable()}
	case measures.Management:
		sections = []*document.Section{b.summary(r.Framework.Measures), b.escalated(), b.scorecards(), b.sourcesOfMeasures(), b.timetable()}
	default:
		sections = b.localityCards()
	}
	b.doc.Sections = slices.DeleteFunc(sections, func(s *document.Section) bool { return s == nil })
	if err := b.problems.Err(); err != nil {
		return nil, err
	}
	return b.finished(), nil
}

var levelTitles = map[measures.Level]string{
	measures.Board:      "Performance report for the board, {year}",
	measures.Management: "Performance report for management, {year}",
	measures.Locality:   "Performance report for localities, {year}",
}

// at are the measures that are reported at a level.
func (b *builder) at(level measures.Level) []*project.LocalMeasure {
	var list []*project.LocalMeasure
	for _, m := range b.report.Framework.Measures {
		if m.At(level) {
			list = append(list, m)
		}
	}
	return list
}

// ratingWords are the rows of one measure and of several.
var ratingWords = map[measures.Rating][2]string{
	measures.Green: {"{number} is green", "{number} are green"}, measures.Amber: {"{number} is amber", "{number} are amber"}, measures.Red: {"{number} is red", "{number} are red"},
	measures.NoTarget: {"{number} has no target", "{number} have no target"}, measures.NoData: {"{number} has no data", "{number} have no data"},
}

// summary is the aggregate by outcome and by priority.
func (b *builder) summary(list []*project.LocalMeasure) *document.Section {
	s := b.section(1, "Summary")
	s.Blocks = append(s.Blocks,
		b.paragraph("{ratings} {escalated} to the board.", b.ratingSentence(list), b.capital(b.count(len(b.escalations()), "{number} is escalated", "{number} are escalated"))),
		b.ratingKey())
	if p := b.coreDirections(); p != nil {
		s.Blocks = append(s.Blocks, p)
	}
	s.Blocks = append(s.Blocks, b.outcomeSummary(list))
	if t := b.prioritySummary(list); t != nil {
		s.Blocks = append(s.Blocks, t)
	}
	return s
}

// coreDirections counts which way the core indicators went; nil where none did.
func (b *builder) coreDirections() document.Block {
	if b.report.Indicators == nil {
		return nil
	}
	n := map[indicators.Direction]int{}
	for _, s := range b.report.Indicators.Series {
		switch c := s.FromPrevious; {
		case c == nil:
		case c.Slight(s.Indicator):
			n[indicators.Unchanged]++
		default:
			n[c.Direction]++
		}
	}
	if len(n) == 0 {
		return nil
	}
	return b.paragraph("Of the core indicators that can be compared with the value before, {better} and {worse}.",
		b.count(n[indicators.Better], "{number} is better", "{number} are better"), b.count(n[indicators.Worse], "{number} is worse", "{number} are worse"))
}

func (b *builder) prioritySummary(list []*project.LocalMeasure) document.Block {
	priorities := b.report.Config.StrategicPlan.Priorities
	if len(priorities) == 0 {
		return nil
	}
	t := b.summaryTable("Local measures by priority of the strategic plan and rating", "Priority")
	for _, p := range priorities {
		var of []*project.LocalMeasure
		for _, m := range list {
			if slices.Contains(m.Priorities, p.Name) {
				of = append(of, m)
			}
		}
		t.Rows = append(t.Rows, summaryRow(p.Name, of))
	}
	return t
}

// escalations are the measures that are escalated, in order of the files.
func (b *builder) escalations() []*project.LocalMeasure {
	var list []*project.LocalMeasure
	for _, m := range b.report.Framework.Measures {
		if len(b.report.Framework.Escalated(m, b.report.Today)) > 0 {
			list = append(list, m)
		}
	}
	return list
}

// escalated is what is escalated and why, with who answers for it and what the
// narrative says of it.
func (b *builder) escalated() *document.Section {
	f := b.report.Framework
	s := b.section(1, "Escalated to the board")
	var rule []string
	for _, e := range f.Escalate {
		rule = append(rule, b.words(ruleWords[e]))
	}
	s.Blocks = append(s.Blocks, b.paragraph("A measure is escalated, whatever its level of reporting, when {rule}.", b.either(rule)))
	list := b.escalations()
	if len(list) == 0 {
		s.Blocks = append(s.Blocks, b.paragraph("No measure is escalated."))
		return s
	}
	t := b.table("Measures that are escalated, and why", column("Measure", document.Left, 3), column("Value", document.Right, 1),
		column("Target", document.Right, 1), column("Rating", document.Left, 1.1), column("Why", document.Left, 2.6), column("Owner role", document.Left, 1.8))
	for _, m := range list {
		row := b.measureRow(m, "", m.Whole)
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{row.Cells[0], row.Cells[2], row.Cells[3], row.Cells[4], cell(b.why(m)), cell(orNone(m.Owner))}})
		sub := b.section(2, m.ID+": "+m.Title)
		if m.Comment.IsZero() {
			sub.Blocks = append(sub.Blocks, b.paragraph("There is no comment on this measure."))
		}
		b.measureParts(sub, m)
		s.Sections = append(s.Sections, sub)
	}
	s.Blocks = append(s.Blocks, t)
	return s
}

// either joins rules of which any one is enough.
func (b *builder) either(rules []string) string {
	list := rules[0]
	for _, rule := range rules[1:] {
		list = b.words("{list}, or {item}", list, rule)
	}
	return list
}

// measuresAtLevel are measures over the years, side by side, and beside Scotland and
// others; nil where there are neither.
func (b *builder) measuresAtLevel(list []*project.LocalMeasure) *document.Section {
	s := b.section(1, "Measures over the years")
	for _, sub := range []*document.Section{b.measuresOverYears(list), b.besideOthers(list)} {
		if sub != nil {
			s.Sections = append(s.Sections, sub)
		}
	}
	if len(s.Sections) == 0 {
		return nil
	}
	return s
}

// ruleWords are the reasons for escalation as a rule.
var ruleWords = map[project.Escalation]string{
	project.EscalateRed:       "its rating is red",
	project.EscalateWorsening: "it is amber and got worse in each of the last two periods",
	project.EscalateFellBack:  "its rating got worse in each of the last two periods",
	project.EscalateNoData:    "it has no data for the year",
	project.EscalateOverdue:   "its next data date has passed",
}

// why says for which reasons a measure is escalated.
func (b *builder) why(m *project.LocalMeasure) string {
	var words []string
	for _, e := range b.report.Framework.Escalated(m, b.report.Today) {
		switch e {
		case project.EscalateRed:
			words = append(words, b.words("red in {period}", b.span(m.Whole.Newest.Period)))
		case project.EscalateWorsening:
			words = append(words, b.words("amber and worse {number} periods running", m.Whole.Worsening))
		case project.EscalateFellBack:
			words = append(words, b.words("rating fell two periods running"))
		case project.EscalateNoData:
			words = append(words, b.words("no data for {year}", b.report.Config.Year))
		case project.EscalateOverdue:
			words = append(words, b.words("data were due by {day}", b.dateWords(m.Next.End())))
		}
	}
	return b.capital(b.joined("; ", words...))
}

// scorecards are those of all outcomes, and the lists of targets.
func (b *builder) scorecards() *document.Section {
	s := b.section(1, "Scorecards")
	b.cards(s)
	return s
}

// sourcesOfMeasures is who answers for each measure and where its data come from.
func (b *builder) sourcesOfMeasures() *document.Section {
	s := b.section(1, "Owners and sources")
	t := b.table("Each measure's owner role, source, frequency and next data", column("Measure", document.Left, 3), column("Owner role", document.Left, 2),
		column("Source", document.Left, 2), column("Frequency", document.Left, 1.1), column("Next data", document.Left, 1.3))
	for _, m := range b.report.Framework.Measures {
		next := cell(orNone(b.span(m.Next)))
		if m.Overdue(b.report.Today) {
			next = cell(b.words("overdue since {period}", b.span(m.Next)))
			next.Status = document.StatusMissing
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{measureCell(m), cell(orNone(m.Owner)), cell(orNone(m.Source)), cell(orNone(string(m.Frequency))), next}})
	}
	s.Blocks = append(s.Blocks, t)
	return s
}

// timetable is what comes next.
func (b *builder) timetable() *document.Section {
	c := calendar.Of(b.report)
	s := b.section(1, "What comes next")
	t := b.table("Data, meetings and the deadline to come; usual dates are those of earlier years and nobody's promise",
		column("When", document.Left, 1.3), column("What", document.Left, 5), column("Date is", document.Left, 1))
	for _, e := range c.Events {
		if days, known := c.Days(e); known && days < 0 && !c.Overdue(e) {
			continue // it is over
		}
		word := string(e.Certainty)
		if c.Overdue(e) {
			word = "overdue"
		}
		what := b.told(e.Title, wording.Events())
		if len(e.Measures) > 0 {
			what = b.joined("", what, " (", strings.Join(e.Measures, ", "), ")")
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{cell(b.span(e.When)), cell(what), cell(word)}})
	}
	s.Blocks = append(s.Blocks, t)
	return s
}

// localityCards are each locality's measures next to the whole area's.
func (b *builder) localityCards() []*document.Section {
	var sections []*document.Section
	for _, l := range b.report.Config.Localities {
		s := b.section(1, l.Name)
		t := b.table(b.words("Measures of {locality} beside the whole area's value for the same year", l.Name), column("Measure", document.Left, 3), column("Period", document.Left, 1.4),
			column("Value", document.Right, 0.9), column("Whole area", document.Right, 0.9), column("Target", document.Right, 0.9), column("Rating", document.Left, 1.2), column("Trend", document.Left, 1.9))
		for _, m := range b.report.Framework.Measures {
			for _, of := range m.Localities {
				if of.Locality != l.Name {
					continue
				}
				row := b.measureRow(m, l.Name, of.Assessment)
				whole := b.measureRow(m, "", m.Whole).Cells[2]
				t.Rows = append(t.Rows, document.Row{Cells: slices.Insert(row.Cells, 3, whole)})
			}
		}
		if len(t.Rows) == 0 {
			b.tables-- // a table that isn't printed isn't counted
			s.Blocks = append(s.Blocks, b.paragraph("No local measure has data for {locality}.", l.Name))
		} else {
			s.Blocks = append(s.Blocks, t)
		}
		if over := b.localityYears(l.Name); over != nil {
			s.Sections = append(s.Sections, over)
		}
		sections = append(sections, s)
	}
	if len(sections) == 0 {
		s := b.section(1, "Localities")
		s.Blocks = append(s.Blocks, b.paragraph("The project names no localities."))
		sections = append(sections, s)
	}
	return sections
}
