package compose

import (
	"apr/indicators"
	"apr/internal/document"
)

// trend is a series' line chart with Scotland next to it; nil without a value. Its data
// are in the tables of the core suite, or beside it in a report without them.
func (b *builder) trend(s *indicators.Series) *document.Figure {
	if s.Newest() == nil {
		return nil
	}
	area := b.report.Indicators.Area
	chart := &document.Chart{Kind: document.LineChart, Unit: s.Indicator.Unit, Decimals: s.Indicator.Decimals}
	own := document.ChartSeries{Name: area, Lead: true}
	scotland := document.ChartSeries{Name: b.words("Scotland")}
	s = b.sinceBegun(s)
	for i := range s.Points {
		p := &s.Points[i]
		if p.Status == indicators.NoSurvey {
			continue // surveys are joined to the next survey: nothing is missing between them
		}
		chart.Categories = append(chart.Categories, p.Year.String())
		own.Points = append(own.Points, chartPoint(p.Value, p))
		scotland.Points = append(scotland.Points, chartPoint(p.Scotland, p))
	}
	chart.Series = []document.ChartSeries{own, scotland}
	f := b.figure(&document.Figure{
		Caption:  b.trendCaption(s),
		Subtitle: b.words("{area} and Scotland, {first} to {last}", area, chart.Categories[0], chart.Categories[len(chart.Categories)-1]),
		Source:   b.suiteSource(),
		Alt:      b.trendAlt(area, s),
		Chart:    chart,
		Small:    true,
	}, b.report.Config.Indicators.Figures[string(s.Indicator.ID)])
	b.links = append(b.links, func() { b.trendTables(f, s) })
	return f
}

// trendTables says which tables have a trend's values, or gives it one of its own.
func (b *builder) trendTables(f *document.Figure, s *indicators.Series) {
	own := b.suite[s.Indicator.Kind]
	if own == nil {
		b.withData(f, b.trendData(f, s))
		return
	}
	f.DataIn = b.seeTable(own)
	if s.Indicator.Kind == indicators.DataIndicator && b.national != nil {
		// One link is enough: the second table follows the first.
		f.DataIn = document.Inlines{&document.Reference{Target: own.ID, Content: document.Plain(b.words("tables {first} and {second}", own.Number, b.national.Number))}}
	}
}

// trendData is a trend's values as a table.
func (b *builder) trendData(f *document.Figure, s *indicators.Series) *document.Table {
	area := b.report.Indicators.Area
	data := &document.Table{RowHeads: 1, Columns: []document.Column{column("Area", document.Left, 1.6)},
		Caption: b.words("Data for figure {number}: {indicator}", f.Number, s.Indicator.Title)}
	own, scotland := []document.Cell{cell(area)}, []document.Cell{cell("Scotland")}
	for i := range s.Points {
		p := &s.Points[i]
		if p.Status == indicators.NoSurvey {
			continue
		}
		data.Columns = append(data.Columns, column(p.Year.String(), document.Right, 1))
		own, scotland = append(own, b.pointCell(s, p)), append(scotland, b.nationalCell(s, p))
	}
	data.Rows = []document.Row{{Cells: own}, {Cells: scotland}}
	return data
}

// seeTable is a link to a table.
func (b *builder) seeTable(t *document.Table) document.Inlines {
	return document.Inlines{&document.Reference{Target: t.ID, Content: document.Plain(b.words("table {number}", t.Number))}}
}

// sinceBegun is a series without the years before the authority's first.
func (b *builder) sinceBegun(s *indicators.Series) *indicators.Series {
	only := *s
	for len(only.Points) > 0 && only.Points[0].Year < b.report.Config.Authority.Since {
		only.Points = only.Points[1:]
	}
	return &only
}

// chartPoint draws a value where the series has one. Scotland's point shares
// the period, so it shares the marks.
func chartPoint(v *float64, p *indicators.Point) document.ChartPoint {
	if v == nil {
		return document.ChartPoint{}
	}
	return document.ChartPoint{Value: *v, Present: true, Proxy: p.Proxy, Break: p.Break}
}
