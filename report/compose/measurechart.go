package compose

import (
	"slices"
	"strconv"

	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/period"
	"apr/internal/project"
)

// measurePoint is a measure's value of a reporting year, with the target that it had or
// has: a trajectory goes on into the years to come.
type measurePoint struct {
	year   period.Year
	point  *measures.Point
	target *float64
}

// yearsAhead is how many years of a trajectory a chart shows after the reporting year.
const yearsAhead = 3

// measurePoints are a measure's values of the report's years from its first one on; the
// point of a year without a value is nil.
func (b *builder) measurePoints(m *project.LocalMeasure) []measurePoint {
	var points []measurePoint
	window := period.Window(b.report.Config.Year)
	for i, p := range m.Years {
		switch {
		case p != nil && p.Value != nil:
			points = append(points, measurePoint{window[i], p, p.TargetOr(m.Terms)})
		case len(points) > 0:
			points = append(points, measurePoint{year: window[i], target: m.Measure.Whole().TargetIn(window[i])})
		}
	}
	ahead := 0
	for n := 1; n <= yearsAhead && len(points) > 0; n++ {
		y := b.report.Config.Year + period.Year(n)
		points = append(points, measurePoint{year: y, target: m.Measure.Whole().TargetIn(y)})
		if points[len(points)-1].target != nil {
			ahead = n
		}
	}
	return points[:max(0, len(points)-yearsAhead+ahead)]
}

// measureTrend is a local measure's line chart over the years, with its target; nil where
// it has fewer than two values.
func (b *builder) measureTrend(m *project.LocalMeasure) *document.Figure {
	points := b.measurePoints(m)
	valued := slices.DeleteFunc(slices.Clone(points), func(p measurePoint) bool { return p.point == nil })
	if len(valued) < 2 {
		return nil
	}
	area := b.report.Config.Authority.Area
	own, target := document.ChartSeries{Name: area, Lead: true}, document.ChartSeries{Name: b.words("Target")}
	chart := &document.Chart{Kind: document.LineChart, Unit: m.Unit, Decimals: m.Decimals}
	data := &document.Table{RowHeads: 1, Columns: []document.Column{column("Line", document.Left, 1.6)}}
	rows := []document.Row{{Cells: []document.Cell{cell(area)}}, {Cells: []document.Cell{cell("Target")}}}
	targets := false
	for _, p := range points {
		chart.Categories = append(chart.Categories, p.year.String())
		data.Columns = append(data.Columns, column(p.year.String(), document.Right, 1))
		value, aim := document.ChartPoint{}, document.ChartPoint{}
		value.Present = p.point != nil
		if value.Present {
			value.Value = *p.point.Value
		}
		if aim.Present = p.target != nil; aim.Present {
			aim.Value, targets = *p.target, true
		}
		own.Points, target.Points = append(own.Points, value), append(target.Points, aim)
		rows[0].Cells = append(rows[0].Cells, b.trajectoryCell(m, p))
		rows[1].Cells = append(rows[1].Cells, b.targetOf(m, p))
	}
	chart.Series, data.Rows = []document.ChartSeries{own}, rows[:1]
	names := []string{area}
	if targets {
		chart.Series, data.Rows = append(chart.Series, target), rows
		names = append(names, b.words("the target"))
	}
	words := b.compared(m, points, chart, data)
	names = append(names, words.drawn...)
	f := b.figure(&document.Figure{
		Caption:  b.measureCaption(m, valued),
		Subtitle: b.words("{measure}, {areas}, {first} to {last}", measureName(m), b.list(names), points[0].year, points[len(points)-1].year),
		Source:   b.measureSource(m),
		Alt:      b.sentences(append(b.measureAlt(m, area, b.report.Config.Year, points, valued), words.alt...)),
		Chart:    chart,
		Data:     data,
	}, project.FigureText{})
	data.Caption = b.words("Data for figure {number}: {indicator}", f.Number, m.Title)
	return f
}

// comparedWords are what a chart says of those that the area is compared with: the
// names of the lines, and their ends.
type comparedWords struct {
	drawn []string
	alt   []string
}

// compared adds to a chart the lines of Scotland and others, and to its data a row of
// each. What is of another size, as a count of all Scotland is, would press the area's
// own line flat, and is in the data alone.
func (b *builder) compared(m *project.LocalMeasure, points []measurePoint, chart *document.Chart, data *document.Table) (words comparedWords) {
	window := period.Window(b.report.Config.Year)
	for _, o := range m.Others {
		line := document.ChartSeries{Name: o.Name}
		row := document.Row{Cells: []document.Cell{cell(o.Name)}}
		var last *measures.Point
		for _, p := range points {
			var other *measures.Point
			if i := slices.Index(window, p.year); i >= 0 {
				other = o.Years[i]
			}
			row.Cells = append(row.Cells, b.otherCell(m, o.Name, other))
			drawn := document.ChartPoint{Present: other != nil && other.Value != nil}
			if drawn.Present {
				drawn.Value, last = *other.Value, other
			}
			line.Points = append(line.Points, drawn)
		}
		if last == nil {
			continue
		}
		data.Rows = append(data.Rows, row)
		if !alike(chart.Series[0], line) || len(words.drawn) == othersDrawn {
			words.alt = append(words.alt, b.words("{line}, at {value}, is in the data and not drawn.", o.Name, b.valueIn(m, last)))
			continue
		}
		chart.Series = append(chart.Series, line)
		words.drawn = append(words.drawn, o.Name)
		words.alt = append(words.alt, b.words("{line} ends at {value}.", o.Name, b.valueIn(m, last)))
	}
	return words
}

// othersDrawn is how many lines of others a chart has room for.
const othersDrawn = 2

// alike reports whether another line's values are near enough to a line's for one
// chart: none more than three times its largest, and not all less than a third of its
// smallest.
func alike(own, other document.ChartSeries) bool {
	low, high := limits(own)
	otherLow, otherHigh := limits(other)
	return otherHigh <= 3*high && 3*otherLow >= low
}

func limits(s document.ChartSeries) (low, high float64) {
	first := true
	for _, p := range s.Points {
		if p.Present {
			if first {
				low, high, first = p.Value, p.Value, false
			}
			low, high = min(low, p.Value), max(high, p.Value)
		}
	}
	return low, high
}

// otherCell is a value of Scotland or others, or a dash.
func (b *builder) otherCell(m *project.LocalMeasure, place string, p *measures.Point) document.Cell {
	switch {
	case p == nil:
		return cell("–")
	case p.Value == nil:
		return noted("–", b.note(b.words("The source has {mark} in place of the value of {measure} for {period}, {place}.", strconv.Quote(p.Mark), m.ID, b.span(p.Period), place)))
	}
	return document.Cell{Content: document.Inlines{b.measured(m, place, p.Period)}}
}

// trajectoryCell is a measure's value of a year, or a dash in a year to come.
func (b *builder) trajectoryCell(m *project.LocalMeasure, p measurePoint) document.Cell {
	if p.year > b.report.Config.Year {
		return cell("–")
	}
	return b.yearCell(m, "", p.year, p.point)
}

func (b *builder) targetOf(m *project.LocalMeasure, p measurePoint) document.Cell {
	if p.target == nil {
		return cell("none")
	}
	if span := m.TargetPeriod(p.year); span != nil {
		return b.targetDatum(m, *span, *p.target)
	}
	return cell(m.Format(*p.target))
}

// measureSource is where a measure's values are from.
func (b *builder) measureSource(m *project.LocalMeasure) string {
	if m.Source != "" {
		return m.Source
	}
	return b.words("Tables of local measures")
}

// measureCaption says how a measure moved over the years, and how it does against its
// target.
func (b *builder) measureCaption(m *project.LocalMeasure, valued []measurePoint) string {
	name := m.ID + " " + m.Title
	move := b.measureMove(m, valued)
	switch m.Whole.Rating {
	case measures.Green:
		return b.words("{measure}: {move}; the target is met", name, move)
	case measures.Amber:
		return b.words("{measure}: {move}; the target is missed by little", name, move)
	case measures.Red:
		return b.words("{measure}: {move}; the target is missed", name, move)
	}
	return name + ": " + move
}

// measureMove is a move from the first value to the last, in the words of the numbers
// that readers see.
func (b *builder) measureMove(m *project.LocalMeasure, valued []measurePoint) string {
	first, last := valued[0].point, valued[len(valued)-1].point
	row := "fell from {first} to {last}"
	switch {
	case m.Format(*first.Value) == m.Format(*last.Value):
		row = "{first} and again {last}"
	case *first.Value < *last.Value:
		row = "rose from {first} to {last}"
	}
	return b.words(row, b.valueIn(m, first), b.valueIn(m, last))
}

// valueIn is a value with its period.
func (b *builder) valueIn(m *project.LocalMeasure, p *measures.Point) string {
	return b.words("{value} in {period}", inWords(m, *p.Value), b.span(p.Period))
}

// inWords is a value in a sentence, which has the sign of per cent.
func inWords(m *project.LocalMeasure, v float64) string {
	if m.Unit == "%" {
		return m.Format(v) + "%"
	}
	return m.Format(v)
}

// measureAlt describes a measure's chart: where the line begins and ends, its highest
// and lowest values between, the target, and the gaps.
func (b *builder) measureAlt(m *project.LocalMeasure, area string, year period.Year, points, valued []measurePoint) []string {
	first, last := valued[0].point, valued[len(valued)-1].point
	row := "{line} fell from {first} to {last}"
	switch {
	case m.Format(*first.Value) == m.Format(*last.Value):
		row = "{line} was {first} and again {last}"
	case *first.Value < *last.Value:
		row = "{line} rose from {first} to {last}"
	}
	course := b.words(row, area, b.valueIn(m, first), b.valueIn(m, last))
	high, low := first, first
	for _, p := range valued {
		if *p.point.Value > *high.Value {
			high = p.point
		}
		if *p.point.Value < *low.Value {
			low = p.point
		}
	}
	if high != first && high != last {
		course = b.words("{line}, with a high of {value}", course, b.valueIn(m, high))
	}
	if low != first && low != last {
		course = b.words("{line}, with a low of {value}", course, b.valueIn(m, low))
	}
	alt := []string{b.words("{measure}, line chart.", measureName(m)), course + ".", b.targetWords(m, points)}
	var gaps []string
	for _, p := range points {
		if p.point == nil && p.year <= year {
			gaps = append(gaps, p.year.String())
		}
	}
	if len(gaps) > 0 {
		alt = append(alt, b.words("No value for {years}.", b.list(gaps)))
	}
	return alt
}

// targetWords say where the line of the target is.
func (b *builder) targetWords(m *project.LocalMeasure, points []measurePoint) string {
	var first, last *measurePoint
	for i := range points {
		if p := &points[i]; p.target != nil {
			if first == nil {
				first = p
			}
			last = p
		}
	}
	switch {
	case first == nil:
		return ""
	case m.Format(*first.target) == m.Format(*last.target):
		return b.words("The target is {value}.", inWords(m, *last.target))
	}
	return b.words("The target moved from {first} to {last}.",
		b.words("{value} in {period}", inWords(m, *first.target), first.year), b.words("{value} in {period}", inWords(m, *last.target), last.year))
}

// measureParts append a measure's chart and what the narrative says of it.
func (b *builder) measureParts(s *document.Section, m *project.LocalMeasure) {
	if f := b.measureTrend(m); f != nil {
		b.trends[m.ID] = f
		s.Blocks = append(s.Blocks, f)
	}
	s.Blocks = append(s.Blocks, b.localityBlocks(m)...)
	b.commented[m.ID] = true
	b.write(s, m.Comment)
}
