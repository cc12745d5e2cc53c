package compose

import (
	"slices"

	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/project/datum"
)

// localityBlocks are a measure's values by locality: over the years with a small line
// chart where there are several, else a bar for each. Nothing for a measure that has
// values of fewer than two.
func (b *builder) localityBlocks(m *project.LocalMeasure) []document.Block {
	var with []project.LocalityMeasure
	for _, l := range m.Localities {
		if l.Newest != nil {
			with = append(with, l)
		}
	}
	if len(with) < 2 {
		return nil
	}
	f := b.localityBars(m, with)
	if years := yearsWith(b.report.Config.Year, with); len(years) > 1 {
		f = b.localityLines(m, with, years)
	}
	f = b.figure(f, project.FigureText{})
	f.Data.Caption = b.words("Data for figure {number}: {measure} by locality", f.Number, m.Title)
	return []document.Block{f}
}

// yearsWith are the years of the report in which any of the localities has a value, by
// their places in the window.
func yearsWith(year period.Year, list []project.LocalityMeasure) (places []int) {
	for i := range period.Window(year) {
		if slices.ContainsFunc(list, func(l project.LocalityMeasure) bool { return l.Years[i] != nil && l.Years[i].Value != nil }) {
			places = append(places, i)
		}
	}
	return places
}

// localityLines is a line for each locality.
func (b *builder) localityLines(m *project.LocalMeasure, list []project.LocalityMeasure, years []int) *document.Figure {
	window := period.Window(b.report.Config.Year)
	chart := &document.Chart{Kind: document.LineChart, Unit: m.Unit, Decimals: m.Decimals}
	data := &document.Table{RowHeads: 1, Columns: []document.Column{column("Locality", document.Left, 1.6)}}
	for _, i := range years {
		chart.Categories = append(chart.Categories, window[i].String())
		data.Columns = append(data.Columns, column(window[i].String(), document.Right, 1))
	}
	var ends []string
	for _, l := range list {
		line, row := document.ChartSeries{Name: l.Locality}, document.Row{Cells: []document.Cell{cell(l.Locality)}}
		for _, i := range years {
			p := l.Years[i]
			point := document.ChartPoint{Present: p != nil && p.Value != nil}
			if point.Present {
				point.Value = *p.Value
			}
			line.Points = append(line.Points, point)
			row.Cells = append(row.Cells, b.otherCell(m, l.Locality, p))
		}
		chart.Series, data.Rows = append(chart.Series, line), append(data.Rows, row)
		ends = append(ends, b.words("{line} ends at {value}", l.Locality, b.valueIn(m, l.Newest)))
	}
	return b.byLocality(m, list, chart, data, b.words("Line chart with a line for each locality. {ends}.", b.list(ends)))
}

// localityBars is a bar for each locality's newest value.
func (b *builder) localityBars(m *project.LocalMeasure, list []project.LocalityMeasure) *document.Figure {
	chart := &document.Chart{Kind: document.BarChart, Unit: m.Unit, Decimals: m.Decimals, Series: []document.ChartSeries{{Name: m.Title}}}
	data := &document.Table{RowHeads: 1, Columns: []document.Column{column("Locality", document.Left, 2), column("Period", document.Left, 1.2), column("Value", document.Right, 1)}}
	var ends []string
	for _, l := range list {
		chart.Categories = append(chart.Categories, l.Locality)
		chart.Series[0].Points = append(chart.Series[0].Points, document.ChartPoint{Value: *l.Newest.Value, Present: true})
		data.Rows = append(data.Rows, document.Row{Cells: []document.Cell{cell(l.Locality), cell(b.span(l.Newest.Period)), b.valueCell(m, l.Locality, l.Newest)}})
		ends = append(ends, l.Locality+" "+inWords(m, *l.Newest.Value))
	}
	return b.byLocality(m, list, chart, data, b.words("Bar chart with a bar for each locality: {values}.", b.list(ends)))
}

// byLocality is a figure of a measure's values by locality, captioned by the highest and
// the lowest.
func (b *builder) byLocality(m *project.LocalMeasure, list []project.LocalityMeasure, chart *document.Chart, data *document.Table, alt string) *document.Figure {
	high, low := list[0], list[0]
	for _, l := range list {
		if *l.Newest.Value > *high.Newest.Value {
			high = l
		}
		if *l.Newest.Value < *low.Newest.Value {
			low = l
		}
	}
	caption := b.words("{measure} by locality: {value} in each", m.ID, inWords(m, *high.Newest.Value))
	if m.Format(*high.Newest.Value) != m.Format(*low.Newest.Value) {
		caption = b.words("{measure} by locality: highest in {highest} at {most}, lowest in {lowest} at {least}", m.ID, high.Locality, inWords(m, *high.Newest.Value), low.Locality, inWords(m, *low.Newest.Value))
	}
	return &document.Figure{Caption: caption, Subtitle: b.words("{measure}, by locality", measureName(m)), Source: b.measureSource(m), Alt: alt, Chart: chart, Data: data}
}

// besideOthers is a table of the measures that the area is compared on, with Scotland
// and others beside its newest value that has any; nil without.
func (b *builder) besideOthers(list []*project.LocalMeasure) *document.Section {
	var names []string
	for _, m := range list {
		for _, o := range m.Others {
			if !slices.Contains(names, o.Name) {
				names = append(names, o.Name)
			}
		}
	}
	if len(names) == 0 {
		return nil
	}
	columns := []document.Column{column("Measure", document.Left, 3), column(periodHead, document.Left, 1.2), column(b.report.Config.Authority.Area, document.Right, 1)}
	for _, name := range names {
		columns = append(columns, column(name, document.Right, 1))
	}
	t := b.table(b.words("Local measures beside {areas}", b.list(names)), columns...)
	for _, m := range list {
		if row, ok := b.besideRow(m, names); ok {
			t.Rows = append(t.Rows, row)
		}
	}
	if len(t.Rows) == 0 {
		b.tables-- // a table that isn't printed isn't counted
		return nil
	}
	s := b.section(2, b.words("Local measures beside {areas}", b.list(names)))
	s.Blocks = append(s.Blocks, t)
	return s
}

// besideRow is a measure's newest year in which the area and another have a value.
func (b *builder) besideRow(m *project.LocalMeasure, names []string) (row document.Row, ok bool) {
	for i := len(m.Years) - 1; i >= 0; i-- {
		own := m.Years[i]
		if own == nil || own.Value == nil {
			continue
		}
		row = document.Row{Cells: []document.Cell{measureCell(m), cell(b.span(own.Period)), b.valueCell(m, "", own)}}
		for _, name := range names {
			var p *measures.Point
			for _, o := range m.Others {
				if o.Name == name {
					p = o.Years[i]
				}
			}
			ok = ok || p != nil && p.Value != nil
			row.Cells = append(row.Cells, b.otherCell(m, name, p))
		}
		if ok {
			return row, true
		}
	}
	return row, false
}

// targetDatum is a measure's target of a period as a figure that can be traced.
func (b *builder) targetDatum(m *project.LocalMeasure, p period.Span, target float64) document.Cell {
	return b.datumCell(project.TargetID(m, p), datum.Usual, m.Format(target))
}
