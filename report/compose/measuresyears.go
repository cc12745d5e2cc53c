package compose

import (
	"fmt"

	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/period"
	"apr/internal/project"
)

// measuresOverYears compares the local measures with the five preceding reporting
// years, which regulation 3(a)(iii) asks for of all that sub-paragraph (ii) includes:
// those that are given under an outcome. Nil where there is none, or no earlier year.
func (b *builder) measuresOverYears(list []*project.LocalMeasure) *document.Section {
	window, skipped := period.Window(b.report.Config.Year), 0
	for len(window) > 0 && window[0] < b.report.Config.Authority.Since {
		window, skipped = window[1:], skipped+1 // the authority hadn't begun
	}
	if len(window) < 2 {
		return nil
	}
	columns := []document.Column{column("Measure", document.Left, 2.6)}
	for _, y := range window {
		columns = append(columns, column(y.String(), document.Right, 1))
	}
	columns = append(columns, column("Trend", document.Left, 1))
	t := b.table(fmt.Sprintf("Local measures, %s to %s", window[0], b.report.Config.Year), columns...)
	t.Wide = true
	ofOutcomes := false
	for _, m := range list {
		before := len(t.Rows)
		if m.Whole.Newest != nil {
			t.Rows = append(t.Rows, b.yearsRow(m, "", window, m.Years[skipped:], m.Whole))
		} else {
			for _, l := range m.Localities {
				if l.Newest != nil {
					t.Rows = append(t.Rows, b.yearsRow(m, l.Locality, window, l.Years[skipped:], l.Assessment))
				}
			}
		}
		ofOutcomes = ofOutcomes || len(m.Outcomes) > 0 && len(t.Rows) > before
	}
	if len(t.Rows) == 0 {
		b.tables-- // a table that isn't printed isn't counted
		return nil // nor is the section said to answer anything
	}
	var answers []string
	if ofOutcomes {
		answers = []string{"3(a)(iii)"}
	}
	s := b.section(2, "Local measures over the years", answers...)
	s.Blocks = append(s.Blocks, t)
	return s
}

// yearsRow is a measure's values over the years, of the whole area or of a locality.
func (b *builder) yearsRow(m *project.LocalMeasure, locality string, window []period.Year, points []*measures.Point, a measures.Assessment) document.Row {
	name := measureName(m)
	if locality != "" {
		name += ", " + locality
	}
	row := document.Row{Cells: []document.Cell{cell(name)}}
	for i, y := range window {
		row.Cells = append(row.Cells, b.yearCell(m, locality, y, points[i]))
	}
	trend := cell("–")
	switch {
	case a.Before == nil:
	case a.Before.Period.Months == period.FullYear: // its value stands in the row
		trend = document.Cell{Content: document.Plain(string(a.Direction)), Status: trendStatus(a.Direction)}
	default:
		trend = b.trendCell(m, locality, a)
	}
	row.Cells = append(row.Cells, trend)
	return row
}

// yearCell is a measure's value for a year, or why there is none.
func (b *builder) yearCell(m *project.LocalMeasure, locality string, y period.Year, p *measures.Point) document.Cell {
	switch {
	case p == nil && y < m.Since:
		return noted("–", b.note(fmt.Sprintf("%s has data since %s.", m.ID, m.Since)))
	case p == nil && m.Frequency == measures.Biennial:
		return noted("–", b.note(fmt.Sprintf("%s has data every second year.", m.ID)))
	case p == nil:
		return noted("–", b.note("The tables of local measures have no value for this year."))
	case p.Value == nil:
		return noted("–", b.note(fmt.Sprintf("The source has %q in place of the value of %s for %s.", p.Mark, m.ID, p.Period)))
	}
	c := b.valueCell(m, locality, p)
	switch {
	case p.Period.Months == period.FullYear:
	case p.Period.End().Before(y.Ends()):
		c.Content = append(c.Content, b.note(fmt.Sprintf("%s is of parts of the year; the last of %s with a value is %s.", m.ID, y, p.Period)))
	default:
		c.Content = append(c.Content, b.note(fmt.Sprintf("%s is of parts of the year; the last of each year is shown.", m.ID)))
	}
	return c
}

// noted is a cell of a text with a footnote.
func noted(text string, note document.Inline) document.Cell {
	return document.Cell{Content: document.Inlines{&document.Text{Text: text}, note}}
}
