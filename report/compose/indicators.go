package compose

import (
	"fmt"
	"slices"

	"apr/indicators"
	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/project/datum"
	"apr/internal/wording"
)

// phsSource is what a figure's source line says: publication, organisation.
func (b *builder) phsSource() string {
	s := "Core Suite of Integration Indicators"
	if w := b.report.Workbook; w != nil && w.Release != "" {
		s += " (" + w.Release + ")"
	}
	return s + ", Public Health Scotland"
}

// outcomeIndicators is the newest values that speak to an outcome, and a chart
// for each indicator that no earlier outcome has drawn.
func (b *builder) outcomeIndicators(outcome int) *document.Section {
	t := b.report.Indicators
	if t == nil {
		return nil
	}
	var series []*indicators.Series
	for _, s := range t.Series {
		if slices.Contains(s.Indicator.Outcomes, outcome) && s.Indicator.Reported {
			series = append(series, s)
		}
	}
	if len(series) == 0 {
		return nil
	}
	section := b.section(3, fmt.Sprintf("Indicators for outcome %d", outcome))
	b.newestAndCharts(section, fmt.Sprintf("Indicators for outcome %d: newest values", outcome), series)
	return section
}

// newestAndCharts appends a table of the newest values of series, and a chart for each
// that isn't drawn yet.
func (b *builder) newestAndCharts(section *document.Section, caption string, series []*indicators.Series) {
	t := b.report.Indicators
	table := b.table(caption,
		column("Indicator", document.Left, 4), column(periodHead, document.Left, 1.1),
		column(t.Area, document.Right, 1.3), column("Scotland", document.Right, 1.2),
		column("Change", document.Left, 2))
	for _, s := range series {
		table.Rows = append(table.Rows, b.newestRow(s))
	}
	section.Blocks = append(section.Blocks, table)
	var elsewhere document.Inlines
	var figures []document.Block
	for _, s := range series {
		if f := b.drawn[s.Indicator.ID]; f != nil {
			elsewhere = append(elsewhere, seeFigure(len(elsewhere) == 0, s.Indicator.ID, f)...)
		} else if f := b.trend(s); f != nil {
			b.drawn[s.Indicator.ID] = f
			figures = append(figures, f)
		}
	}
	if len(elsewhere) > 0 {
		section.Blocks = append(section.Blocks, &document.Paragraph{Content: append(elsewhere, &document.Text{Text: "."})})
	}
	section.Blocks = append(section.Blocks, figures...)
}

// seeFigure is a piece of a sentence that says where other charts are.
func seeFigure(first bool, id indicators.ID, f *document.Figure) document.Inlines {
	lead := fmt.Sprintf("; %s in ", id)
	if first {
		lead = fmt.Sprintf("Shown elsewhere: %s in ", id)
	}
	return document.Inlines{
		&document.Text{Text: lead},
		&document.Reference{Target: f.ID, Content: document.Plain(fmt.Sprintf("figure %d", f.Number))},
	}
}

// newestRow is a series' newest value next to Scotland's.
func (b *builder) newestRow(s *indicators.Series) document.Row {
	name := indicatorCell(s.Indicator)
	p := s.Newest()
	if p == nil {
		last := &s.Points[len(s.Points)-1]
		return document.Row{Cells: []document.Cell{name, cell("–"), b.pointCell(s, last), cell("–"), cell("–")}}
	}
	return document.Row{Cells: []document.Cell{name, cell(p.Period), b.pointCell(s, p), b.nationalCell(s, p), b.changeCell(s)}}
}

// of names a figure of a series.
func of(s *indicators.Series, m datum.Measure, p *indicators.Point) datum.ID {
	return datum.ID{Measure: m, Of: string(s.Indicator.ID), Year: p.Year}
}

// nationalCell is Scotland's value next to a point.
func (b *builder) nationalCell(s *indicators.Series, p *indicators.Point) document.Cell {
	return b.datumCell(of(s, datum.Scotland, p), datum.Usual, "–")
}

// indicatorCell is an indicator's row header.
func indicatorCell(i indicators.Indicator) document.Cell {
	return cell(fmt.Sprintf("%s %s (%s)", i.ID, i.ShortTitle, i.Unit))
}

// changeCell says how a series moved and whether that is better or worse.
func (b *builder) changeCell(s *indicators.Series) document.Cell {
	if s.FromPrevious == nil {
		return cell("no comparable value")
	}
	return document.Cell{Content: b.change(s), Status: status(s.FromPrevious.Direction)}
}

// change is a series' change since the previous comparable value, short enough
// for a column.
func (b *builder) change(s *indicators.Series) document.Inlines {
	id, _ := datum.ChangeID(s)
	return document.Inlines{b.datum(id, datum.Judged, "–")}
}

func status(d indicators.Direction) document.Status {
	switch d {
	case indicators.Better:
		return document.StatusBetter
	case indicators.Worse:
		return document.StatusWorse
	}
	return document.StatusSame
}

// pointWords are what a cell says in place of a value.
var pointWords = map[indicators.Status]string{
	indicators.NoSurvey:     "no survey",
	indicators.NotPublished: "not published",
	indicators.NotReported:  "not reported",
	indicators.Suppressed:   "suppressed",
	indicators.Missing:      "missing",
}

// pointCell is a value with its marks, or the reason why there is none.
func (b *builder) pointCell(s *indicators.Series, p *indicators.Point) document.Cell {
	var content document.Inlines
	if p.Value != nil {
		content = append(content, b.value(s, p))
	} else if word := pointWords[p.Status]; word != "" {
		content = append(content, &document.Text{Text: word})
	} else {
		content = append(content, &document.Text{Text: string(p.Status)})
	}
	for _, n := range p.Notes {
		mark := b.note(n)
		b.ofValue[mark.Note] = n == indicators.EstimateNote
		b.ofPeriod[mark.Note] = n == indicators.ProxyNote || n == indicators.CalendarChosenNote
		content = append(content, mark)
	}
	return document.Cell{Content: content}
}

// value is a point's value.
func (b *builder) value(s *indicators.Series, p *indicators.Point) document.Inline {
	return b.datum(of(s, datum.Value, p), datum.Usual, string(p.Status))
}

// indicatorTables are all indicators of the catalogue over the window.
func (b *builder) indicatorTables() *document.Section {
	t := b.report.Indicators
	if t == nil {
		return nil
	}
	s := b.section(1, "Core suite of integration indicators", "3(a)(ii)", "3(a)(iii)")
	b.say(s, b.report.Config.Wording.Indicators, "All %d indicators of the core suite, for %s and the reporting years before it, with Scotland's newest value beside them. Where there is no value the table says why. Better or worse follows from the direction that is desirable for each indicator; for survey indicators, no clear change means that the confidence limits overlap. Changes are worked out before rounding, so that they may differ by one in the last place from what the rounded values give. Rank 1 is the best of the authorities with a value.", len(t.Series), t.Year)
	s.Blocks = append(s.Blocks,
		b.windowTable("Outcome indicators, %s: from the Health and Care Experience survey", t, indicators.OutcomeIndicator),
		b.windowTable("Data indicators, %s", t, indicators.DataIndicator))
	if b.report.Config.Indicators.OtherAreas {
		b.hold(s, project.PartOtherAreas, b.otherAreas)
	}
	s.Sections = append(s.Sections, b.fullTitles(t))
	for _, series := range t.Series {
		if series.Indicator.Reported && b.drawn[series.Indicator.ID] == nil {
			if f := b.trend(series); f != nil {
				s.Blocks = append(s.Blocks, f)
			}
		}
	}
	return s
}

// fullTitles are the indicators' official titles: tables and charts have short
// ones.
func (b *builder) fullTitles(t *indicators.Table) *document.Section {
	s := b.section(2, "Full titles of the indicators")
	list := &document.Definitions{}
	for _, series := range t.Series {
		list.Entries = append(list.Entries, document.Definition{
			Term:    document.Plain(string(series.Indicator.ID)),
			Meaning: []document.Block{paragraph("%s.", series.Indicator.Title)},
		})
	}
	s.Blocks = append(s.Blocks, list)
	return s
}

// windowTable has the indicators of a kind, whose names its caption gives.
func (b *builder) windowTable(caption string, t *indicators.Table, kind indicators.Kind) *document.Table {
	columns := []document.Column{column("Indicator", document.Left, 3)}
	for _, y := range t.Window {
		if y >= b.report.Config.Authority.Since {
			columns = append(columns, column(y.String(), document.Right, 1.1))
		}
	}
	columns = append(columns, column("Scotland", document.Right, 1.15),
		column("Change", document.Left, 2.6), column("Rank", document.Right, 1))
	family := slices.ContainsFunc(t.Series, func(s *indicators.Series) bool { return s.FamilyAverage != nil })
	if family {
		columns = append(columns, column("Family average", document.Right, 1.15))
	}
	ofKind := func(i *indicators.Indicator) bool { return i.Kind == kind }
	table := b.table(fmt.Sprintf(caption, t.Names(ofKind)), columns...)
	table.Wide = true
	for _, s := range t.Series {
		if ofKind(&s.Indicator) {
			table.Rows = append(table.Rows, b.windowRow(s, family))
		}
	}
	if since := b.report.Config.Authority.Since; since > t.Window[0] {
		table.Notes = append(table.Notes, document.Plain(fmt.Sprintf("%s is the authority's first reporting year; there are no earlier ones to compare.", since)))
	}
	if family {
		table.Notes = append(table.Notes, document.Plain("Family average: the mean of "+wording.List(b.report.Config.Authority.Family)+"."))
	}
	return table
}

func (b *builder) windowRow(s *indicators.Series, family bool) document.Row {
	row := document.Row{Cells: []document.Cell{indicatorCell(s.Indicator)}}
	for i := range s.Points {
		if s.Points[i].Year >= b.report.Config.Authority.Since {
			row.Cells = append(row.Cells, b.pointCell(s, &s.Points[i]))
		}
	}
	scotland, rank, average := cell("–"), cell("–"), cell("–")
	change := cell("–")
	if p := s.Newest(); p != nil {
		scotland, change = b.nationalCell(s, p), b.changeCell(s)
		rank = b.datumCell(of(s, datum.Rank, p), datum.Usual, "–")
		average = b.datumCell(of(s, datum.FamilyAverage, p), datum.Usual, "–")
	}
	row.Cells = append(row.Cells, scotland, change, rank)
	if family {
		row.Cells = append(row.Cells, average)
	}
	return row
}

// trend is a series' line chart with Scotland next to it; nil without a value.
func (b *builder) trend(s *indicators.Series) *document.Figure {
	if s.Newest() == nil {
		return nil
	}
	area := b.report.Indicators.Area
	chart := &document.Chart{Kind: document.LineChart, Unit: s.Indicator.Unit, Decimals: s.Indicator.Decimals}
	own := document.ChartSeries{Name: area}
	scotland := document.ChartSeries{Name: "Scotland"}
	data := &document.Table{RowHeads: 1, Columns: []document.Column{column("Area", document.Left, 1.6)}}
	ownRow, scotlandRow := []document.Cell{cell(area)}, []document.Cell{cell("Scotland")}
	s = b.sinceBegun(s)
	for i := range s.Points {
		p := &s.Points[i]
		data.Columns = append(data.Columns, column(p.Year.String(), document.Right, 1))
		ownRow, scotlandRow = append(ownRow, b.pointCell(s, p)), append(scotlandRow, b.nationalCell(s, p))
		if p.Status == indicators.NoSurvey {
			continue // surveys are joined to the next survey: nothing is missing between them
		}
		chart.Categories = append(chart.Categories, p.Year.String())
		own.Points = append(own.Points, chartPoint(p.Value, p))
		scotland.Points = append(scotland.Points, chartPoint(p.Scotland, p))
	}
	data.Rows = []document.Row{{Cells: ownRow}, {Cells: scotlandRow}}
	chart.Series = []document.ChartSeries{own, scotland}
	f := b.figure(&document.Figure{
		Caption: trendCaption(s),
		Subtitle: fmt.Sprintf("%s (%s), %s and Scotland, %s to %s", s.Indicator.Title, s.Indicator.Unit,
			area, s.Points[0].Year, s.Points[len(s.Points)-1].Year),
		Source: b.phsSource(),
		Alt:    trendAlt(area, s),
		Chart:  chart,
		Data:   data,
	}, b.report.Config.Indicators.Figures[string(s.Indicator.ID)])
	data.Caption = fmt.Sprintf("Data for figure %d: %s", f.Number, s.Indicator.Title)
	return f
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
