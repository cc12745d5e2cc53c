package compose

import (
	"fmt"
	"slices"

	"apr/indicators"
	"apr/internal/document"
	"apr/internal/period"
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

// suiteSource is the source of a chart of the core suite, as short as it can be.
func (b *builder) suiteSource() string {
	s := "Public Health Scotland, core suite"
	if w := b.report.Workbook; w != nil && w.Release != "" {
		s += " (" + w.Release + ")"
	}
	return s
}

// outcomeIndicators is a chart for each indicator that speaks to an outcome and that no
// earlier outcome has drawn, and where the others are. Their values stand once, in the
// tables of the core suite.
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
	b.charts(section, series)
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
	b.charts(section, series)
}

// charts appends a chart for each series that isn't drawn yet, and says where the
// others are.
func (b *builder) charts(section *document.Section, series []*indicators.Series) {
	var elsewhere, figures []document.Block
	var seen document.Inlines
	var without []string
	for _, s := range series {
		id := s.Indicator.ID
		if f := b.drawn[id]; f != nil {
			seen = append(seen, seeFigure(len(seen) == 0, s.Indicator, f)...)
		} else if f := b.trend(s); f != nil {
			b.drawn[id] = f
			figures = append(figures, f)
		} else {
			without = append(without, fmt.Sprintf("%s %s", id, wording.SmallFirst(s.Indicator.ShortTitle)))
		}
	}
	if len(without) > 0 {
		if len(seen) > 0 {
			seen = append(seen, &document.Text{Text: ". "})
		}
		seen = append(seen, &document.Text{Text: "Without a value in these years: " + wording.List(without)})
	}
	if len(seen) > 0 {
		elsewhere = append(elsewhere, &document.Paragraph{Content: append(seen, &document.Text{Text: "."})})
	}
	section.Blocks = append(append(section.Blocks, figures...), elsewhere...)
}

// seeFigure is a piece of a sentence that says where other charts are.
func seeFigure(first bool, i indicators.Indicator, f *document.Figure) document.Inlines {
	lead := fmt.Sprintf("; %s %s in ", i.ID, wording.SmallFirst(i.ShortTitle))
	if first {
		lead = fmt.Sprintf("Shown elsewhere: %s %s in ", i.ID, wording.SmallFirst(i.ShortTitle))
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

// indicatorCell is an indicator's row header. Percentages carry their sign.
func indicatorCell(i indicators.Indicator) document.Cell {
	name := fmt.Sprintf("%s %s", i.ID, i.ShortTitle)
	if i.Unit != "%" {
		name += " (" + i.Unit + ")"
	}
	return cell(name)
}

// changeCell says how a series moved and whether that is better or worse.
func (b *builder) changeCell(s *indicators.Series) document.Cell {
	if s.FromPrevious == nil {
		return cell("no comparable value")
	}
	return document.Cell{Content: b.change(s), Status: changeStatus(s)}
}

// changeStatus is how a change since the value before is marked: one that is too small
// to be shown is no alarm.
func changeStatus(s *indicators.Series) document.Status {
	if s.FromPrevious.Slight(s.Indicator) {
		return document.StatusSame
	}
	return status(s.FromPrevious.Direction)
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
	survey := b.windowTable("Outcome indicators, %s: from the Health and Care Experience survey", t, indicators.OutcomeIndicator)
	data := b.windowTable("Data indicators, %s", t, indicators.DataIndicator)
	b.suite = map[indicators.Kind]*document.Table{indicators.OutcomeIndicator: survey, indicators.DataIndicator: data}
	s.Blocks = append(s.Blocks, survey, data)
	if b.national = b.nationalTable(t); b.national != nil {
		s.Blocks = append(s.Blocks, b.national)
	}
	b.say(s, b.report.Config.Wording.Indicators, "All %d indicators of the core suite are in these tables. %s", len(t.Series), howToRead)
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

// howToRead follows the tables of the core suite.
const howToRead = "Where there is no value they or their notes say why. Better or worse follows from the direction that is desirable for each indicator; for survey indicators, no clear change means that the confidence limits overlap. Changes are worked out before rounding, so that they may differ by one in the last place from what the rounded values give. Rank 1 is the best of the authorities with a value."

// fullTitles are the indicators' official titles, for tables and charts have short ones.
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

// nationalTable is Scotland's values in the years before the newest, which the charts
// draw, of the data indicators: the survey's are beside the area's. Nil where there are
// none.
func (b *builder) nationalTable(t *indicators.Table) *document.Table {
	ofKind := func(i *indicators.Indicator) bool { return i.Kind == indicators.DataIndicator }
	years := b.windowYears(t, ofKind)
	if len(nationalYears(years)) > 0 {
		return nil
	}
	years = years[:len(years)-1]
	columns := []document.Column{column("Indicator", document.Left, 3)}
	for _, y := range years {
		columns = append(columns, column(y.String(), document.Right, 1))
	}
	table := b.table(fmt.Sprintf("Scotland's values of the data indicators before %s", t.Year), columns...)
	for _, series := range t.Series {
		if !ofKind(&series.Indicator) || series.Newest() == nil {
			continue
		}
		row := document.Row{Cells: []document.Cell{indicatorCell(series.Indicator)}}
		for _, y := range years {
			row.Cells = append(row.Cells, b.nationalCell(series, series.At(y)))
		}
		table.Rows = append(table.Rows, row)
	}
	if len(table.Rows) == 0 {
		b.tables-- // a table that isn't printed isn't counted
		return nil
	}
	return table
}

// windowYears are the years from the authority's first one on in which an indicator of
// those that are asked for is reported: without the years that had no survey, where all
// of them are from the survey.
func (b *builder) windowYears(t *indicators.Table, asked func(*indicators.Indicator) bool) []period.Year {
	return slices.DeleteFunc(slices.Clone(t.Window), func(y period.Year) bool {
		if y < b.report.Config.Authority.Since {
			return true
		}
		surveyed, other := false, false
		for _, s := range t.Series {
			if p := s.At(y); asked(&s.Indicator) && p != nil {
				surveyed = surveyed || p.Status == indicators.NoSurvey
				other = other || p.Status != indicators.NoSurvey && p.Status != indicators.NotReported
			}
		}
		return surveyed && !other
	})
}

// windowTable has the indicators of a kind, whose names its caption gives.
func (b *builder) windowTable(caption string, t *indicators.Table, kind indicators.Kind) *document.Table {
	ofKind := func(i *indicators.Indicator) bool { return i.Kind == kind }
	years := b.windowYears(t, ofKind)
	columns := []document.Column{column("Indicator", document.Left, 3)}
	for _, y := range years {
		columns = append(columns, column(y.String(), document.Right, 1.1))
	}
	heads := headsOf(t, kind)
	heads.national = nationalYears(years)
	for _, y := range heads.national {
		columns = append(columns, column("Scotland "+y.String(), document.Right, 1.15))
	}
	if len(heads.national) == 0 {
		columns = append(columns, column("Scotland", document.Right, 1.15))
	}
	columns = append(columns, column(heads.change(), document.Left, 2.6), column(heads.rank(), document.Right, 1))
	family := slices.ContainsFunc(t.Series, func(s *indicators.Series) bool { return s.FamilyAverage != nil })
	if family {
		columns = append(columns, column("Family average", document.Right, 1.15))
	}
	table := b.table(fmt.Sprintf(caption, t.Names(ofKind)), columns...)
	table.Wide = true
	for _, s := range t.Series {
		if ofKind(&s.Indicator) {
			table.Rows = append(table.Rows, b.windowRow(s, years, heads, family))
		}
	}
	b.windowNotes(table, t, years, family && kind == indicators.OutcomeIndicator)
	return table
}

// windowNotes say which years and areas a table of the core suite has.
func (b *builder) windowNotes(table *document.Table, t *indicators.Table, years []period.Year, family bool) {
	first := b.report.Config.Authority.Since
	if first > t.Window[0] {
		table.Notes = append(table.Notes, document.Plain(fmt.Sprintf("%s is the authority's first reporting year; there are no earlier ones to compare.", first)))
	}
	var without []string
	for _, y := range t.Window {
		if y >= first && !slices.Contains(years, y) {
			without = append(without, y.String())
		}
	}
	if len(without) > 0 {
		table.Notes = append(table.Notes, document.Plain("There was no survey in "+wording.List(without)+"."))
	}
	if family {
		table.Notes = append(table.Notes, document.Plain("Family average: the mean of "+wording.List(b.report.Config.Authority.Family)+"."))
	}
}

// commonHeads are what the heads of a kind's table say for its rows: the period since
// which most of the changes are, and of how many authorities all ranks are. They are
// empty where no two rows have the same.
type commonHeads struct {
	since string
	of    int
	// national are the years of which the table has Scotland's values too; it has the
	// newest alone where there are none.
	national []period.Year
}

// nationalYears are all years, where they are so few, as of a survey, that the table has
// room for both areas' values.
func nationalYears(years []period.Year) []period.Year {
	const few = 3
	if len(years) > few {
		return nil
	}
	return years
}

func headsOf(t *indicators.Table, kind indicators.Kind) (c commonHeads) {
	n := map[string]int{}
	sizes := map[int]int{}
	for _, s := range t.Series {
		if s.Indicator.Kind != kind || s.Newest() == nil {
			continue
		}
		if p := s.Newest(); p.Rank > 0 {
			sizes[p.Of]++
		}
		if s.FromPrevious == nil {
			continue
		}
		from := s.FromPrevious.From
		n[from]++
		if n[from] > 1 && n[from] > n[c.since] {
			c.since = from
		}
	}
	for of, rows := range sizes {
		if len(sizes) == 1 && rows > 1 {
			c.of = of
		}
	}
	return c
}

func (c commonHeads) change() string {
	if c.since == "" {
		return "Change"
	}
	return "Change since " + c.since
}

func (c commonHeads) rank() string {
	if c.of == 0 {
		return "Rank"
	}
	return fmt.Sprintf("Rank of %d", c.of)
}

// rankForm is how ranks are written below that head.
func (c commonHeads) rankForm() datum.Form {
	if c.of == 0 {
		return datum.Usual
	}
	return datum.Place
}

// windowRow is a series' values in the years, and how the newest compares. The change
// says since when, where the column's head doesn't.
func (b *builder) windowRow(s *indicators.Series, years []period.Year, heads commonHeads, family bool) document.Row {
	row := document.Row{Cells: []document.Cell{indicatorCell(s.Indicator)}}
	unreported := neverReported(s)
	for _, y := range years {
		c := b.pointCell(s, s.At(y))
		if unreported {
			c.Content[0] = &document.Text{Text: "–"} // the note at the row's head says why
		}
		row.Cells = append(row.Cells, c)
	}
	scotland := []document.Cell{cell("–")}
	rank, average, change := cell("–"), cell("–"), cell("–")
	if p := s.Newest(); p != nil {
		scotland[0], change = b.nationalCell(s, p), b.changeCell(s)
		if c := s.FromPrevious; c != nil && c.From == heads.since {
			id, _ := datum.ChangeID(s)
			change.Content = document.Inlines{b.datum(id, datum.JudgedShort, "–")}
		}
		rank = b.datumCell(of(s, datum.Rank, p), heads.rankForm(), "–")
		average = b.datumCell(of(s, datum.FamilyAverage, p), datum.Usual, "–")
	}
	for i, y := range heads.national {
		scotland = append(scotland[:i], b.nationalCell(s, s.At(y)))
	}
	row.Cells = append(append(row.Cells, scotland...), change, rank)
	if family {
		row.Cells = append(row.Cells, average)
	}
	return row
}

// neverReported reports whether a series has no value in any year, for one reason, which
// its notes give.
func neverReported(s *indicators.Series) bool {
	return !slices.ContainsFunc(s.Points, func(p indicators.Point) bool {
		return p.Value != nil || len(p.Notes) == 0 || !slices.Equal(p.Notes, s.Points[0].Notes)
	})
}

// trend is a series' line chart with Scotland next to it; nil without a value. Its data
// are in the tables of the core suite, or beside it in a report without them.
func (b *builder) trend(s *indicators.Series) *document.Figure {
	if s.Newest() == nil {
		return nil
	}
	area := b.report.Indicators.Area
	chart := &document.Chart{Kind: document.LineChart, Unit: s.Indicator.Unit, Decimals: s.Indicator.Decimals}
	own := document.ChartSeries{Name: area, Lead: true}
	scotland := document.ChartSeries{Name: "Scotland"}
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
		Caption:  trendCaption(s),
		Subtitle: fmt.Sprintf("%s and Scotland, %s to %s", area, chart.Categories[0], chart.Categories[len(chart.Categories)-1]),
		Source:   b.suiteSource(),
		Alt:      trendAlt(area, s),
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
	f.DataIn = seeTable(own)
	if s.Indicator.Kind == indicators.DataIndicator && b.national != nil {
		// One link is enough: the second table follows the first.
		f.DataIn = document.Inlines{&document.Reference{Target: own.ID, Content: document.Plain(fmt.Sprintf("tables %d and %d", own.Number, b.national.Number))}}
	}
}

// trendData is a trend's values as a table.
func (b *builder) trendData(f *document.Figure, s *indicators.Series) *document.Table {
	area := b.report.Indicators.Area
	data := &document.Table{RowHeads: 1, Columns: []document.Column{column("Area", document.Left, 1.6)},
		Caption: fmt.Sprintf("Data for figure %d: %s", f.Number, s.Indicator.Title)}
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
func seeTable(t *document.Table) document.Inlines {
	return document.Inlines{&document.Reference{Target: t.ID, Content: document.Plain(fmt.Sprintf("table %d", t.Number))}}
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
