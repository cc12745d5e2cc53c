package compose

import (
	"slices"

	"apr/indicators"
	"apr/internal/document"
	"apr/internal/project/datum"
	"apr/internal/wording"
)

// phsSource is what a figure's source line says: publication, organisation.
func (b *builder) phsSource() string {
	return b.words("Core Suite of Integration Indicators{release}, Public Health Scotland", b.release())
}

// suiteSource is the source of a chart of the core suite, as short as it can be.
func (b *builder) suiteSource() string {
	return b.words("Public Health Scotland, core suite{release}", b.release())
}

// release is the workbook's in brackets, "" where it doesn't say which it is.
func (b *builder) release() string {
	if w := b.report.Workbook; w != nil && w.Release != "" {
		return " (" + w.Release + ")"
	}
	return ""
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
	section := b.section(3, b.words("Indicators for outcome {number}", outcome))
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
			seen = append(seen, b.seeFigure(len(seen) == 0, s.Indicator, f)...)
		} else if f := b.trend(s); f != nil {
			b.drawn[id] = f
			figures = append(figures, f)
		} else {
			without = append(without, string(id))
		}
	}
	if len(without) > 0 {
		if len(seen) > 0 {
			seen = append(seen, &document.Text{Text: ". "})
		}
		seen = append(seen, b.inlines("Without a value in these years: {indicators}", b.list(without))...)
	}
	if len(seen) > 0 {
		elsewhere = append(elsewhere, &document.Paragraph{Content: append(seen, &document.Text{Text: "."})})
	}
	section.Blocks = append(append(section.Blocks, figures...), elsewhere...)
}

// seeFigure is a piece of a sentence that says where other charts are.
func (b *builder) seeFigure(first bool, i indicators.Indicator, f *document.Figure) document.Inlines {
	row := "; {indicator} in {figure}"
	if first {
		row = "Shown elsewhere: {indicator} in {figure}"
	}
	return b.inlines(row, document.Plain(string(i.ID)+" "+wording.SmallFirst(i.ShortTitle)),
		&document.Reference{Target: f.ID, Content: b.inlines("figure {number}", f.Number)})
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
	name := string(i.ID) + " " + i.ShortTitle
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
