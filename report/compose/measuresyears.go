package compose

import (
	"strconv"
	"strings"

	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/period"
	"apr/internal/project"
)

// measureYears is a row of a table over the years: a measure of the whole area, or of a
// locality. Points has a place for each year of the report.
type measureYears struct {
	measure  *project.LocalMeasure
	locality string
	name     string
	points   []*measures.Point
}

// measuresOverYears compares the local measures with the five preceding reporting
// years, which regulation 3(a)(iii) asks for of all that sub-paragraph (ii) includes:
// those that are given under an outcome. Nil where there is none, or no earlier year.
func (b *builder) measuresOverYears(list []*project.LocalMeasure) *document.Section {
	var rows []measureYears
	var answers []string
	for _, m := range list {
		before := len(rows)
		if m.Whole.Newest != nil || m.Whole.Marked != nil {
			rows = append(rows, measureYears{m, "", measureName(m), m.Years})
		} else {
			for _, l := range m.Localities {
				if l.Newest != nil {
					rows = append(rows, measureYears{m, l.Locality, measureName(m) + ", " + l.Locality, l.Years})
				}
			}
		}
		if len(m.Outcomes) > 0 && len(rows) > before {
			answers = []string{"3(a)(iii)"}
		}
	}
	t := b.measuresTable(rows, "Local measures, {first} to {last}")
	if t == nil {
		return nil // nor is the section said to answer anything
	}
	s := b.section(2, "Local measures over the years", answers...)
	s.Blocks = append(s.Blocks, t)
	b.overYears = t
	return s
}

// localityYears is a locality's measures over the years; nil where none has more than
// one value.
func (b *builder) localityYears(locality string) *document.Section {
	var rows []measureYears
	for _, m := range b.report.Framework.Measures {
		for _, l := range m.Localities {
			if strings.EqualFold(l.Locality, locality) && len(yearsWith(b.report.Config.Year, []project.LocalityMeasure{l})) > 1 {
				rows = append(rows, measureYears{m, l.Locality, measureName(m), l.Years})
			}
		}
	}
	t := b.measuresTable(rows, "Measures of {locality}, {first} to {last}", locality)
	if t == nil {
		return nil
	}
	s := b.section(2, b.words("{locality} over the years", locality))
	s.Blocks = append(s.Blocks, t)
	return s
}

// measuresTable has measures over the report's years from the authority's first one on; nil
// where there is no row, or no earlier year. The caption is a row of words, which ends with
// the places of the first year and the last.
func (b *builder) measuresTable(rows []measureYears, caption string, values ...any) *document.Table {
	window, skipped := period.Window(b.report.Config.Year), 0
	for len(window) > 0 && window[0] < b.report.Config.Authority.Since {
		window, skipped = window[1:], skipped+1 // the authority hadn't begun
	}
	if len(rows) == 0 || len(window) < 2 {
		return nil
	}
	columns := []document.Column{column("Measure", document.Left, 2.6)}
	for _, y := range window {
		columns = append(columns, column(y.String(), document.Right, 1))
	}
	t := b.table(b.words(caption, append(values, window[0], b.report.Config.Year)...), columns...)
	for _, r := range rows {
		row := document.Row{Cells: []document.Cell{cell(r.name)}}
		for i, y := range window {
			row.Cells = append(row.Cells, b.yearCell(r.measure, r.locality, y, r.points[skipped+i]))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// yearCell is a measure's value for a year, or why there is none.
func (b *builder) yearCell(m *project.LocalMeasure, locality string, y period.Year, p *measures.Point) document.Cell {
	switch {
	case p == nil && y < m.Since:
		return noted("–", b.note(b.words("{measure} has data since {year}.", m.ID, m.Since)))
	case p == nil && m.Frequency == measures.Biennial:
		return noted("–", b.note(b.words("{measure} has data every second year.", m.ID)))
	case p == nil && m.Frequency.Years() > 1:
		return noted("–", b.note(b.words("{measure} has data {frequency}.", m.ID, b.words(string(m.Frequency)))))
	case p == nil:
		return noted("–", b.note("Where a year has no value, the tables of local measures have none for it."))
	case p.Value == nil:
		return b.markCell(m, p)
	}
	c := b.valueCell(m, locality, p)
	switch {
	case p.Period.Months == period.FullYear:
	case p.Period.End().Before(y.Ends()):
		c.Content = append(c.Content, b.note(b.words("{measure} is of parts of the year; the last of {year} with a value is {period}.", m.ID, y, b.span(p.Period))))
	default:
		c.Content = append(c.Content, b.note(b.words("{measure} is of parts of the year; the last of each year is shown.", m.ID)))
	}
	return c
}

// markCell is what stands for the value of a point that has a mark in its place.
func (b *builder) markCell(m *project.LocalMeasure, p *measures.Point) document.Cell {
	return noted("–", b.note(b.words("The source has {mark} in place of the value of {measure} for {period}.", strconv.Quote(p.Mark), m.ID, b.span(p.Period))))
}

// noted is a cell of a text with a footnote.
func noted(text string, note document.Inline) document.Cell {
	return document.Cell{Content: document.Inlines{&document.Text{Text: text}, note}}
}
