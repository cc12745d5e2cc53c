package compose

import (
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/document"
	"apr/internal/number"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/project/datum"
	"apr/internal/wording"
)

// years are the reporting years of the window that the authority has had.
func (b *builder) years() []finance.YearTotals {
	first := b.report.Config.Authority.Since
	return slices.DeleteFunc(slices.Clone(b.report.Account.Years), func(y finance.YearTotals) bool { return y.Year < first })
}

// yearsTable is each line's proportion in each year of the window. Below them stands
// what was such a line in an earlier year and is none now.
func (b *builder) yearsTable(caption, head, kind string, lines []finance.Line, former ...finance.Line) *document.Table {
	years := b.years()
	columns := []document.Column{column(head, document.Left, 3)}
	for _, y := range years {
		columns = append(columns, column(y.Year.String(), document.Right, 1))
	}
	t := b.moneyTable(caption, columns...)
	for _, l := range lines {
		row := document.Row{Cells: []document.Cell{cell(b.lineName(l))}}
		for _, y := range years {
			if in := l.In(y.Year); y.Year < b.since(kind, l.Name) && (in == nil || !in.Spend.Known) {
				row.Cells = append(row.Cells, noted("–", b.note(b.words("{name} is new since {year}.", l.Name, b.since(kind, l.Name)))))
				continue
			}
			row.Cells = append(row.Cells, b.share(datum.LineKey(kind, l), y.Year))
		}
		t.Rows = append(t.Rows, row)
	}
	for _, l := range former {
		if row, ok := b.formerRow(kind, l, years); ok {
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// formerRow is a row of what is no longer a locality or care group: ok is false where
// it was none in the years either.
func (b *builder) formerRow(kind string, l finance.Line, years []finance.YearTotals) (row document.Row, ok bool) {
	var last period.Year
	for _, y := range years {
		if in := l.In(y.Year); in != nil && in.Spend.Known {
			last = y.Year
		}
	}
	if last == 0 {
		return row, false
	}
	row.Cells = []document.Cell{cell(b.words("{name} (until {year})", b.lineName(l), last))}
	for _, y := range years {
		if y.Year > last {
			row.Cells = append(row.Cells, noted("–", b.note(b.words(formerWords[kind], l.Name, last))))
			continue
		}
		row.Cells = append(row.Cells, b.share(datum.LineKey(kind, l), y.Year))
	}
	return row, true
}

// formerWords are notes on what was once a locality or a care group, by its kind.
var formerWords = map[string]string{
	"matter":     "{name} was a matter until {year}, and isn't compared with the years since.",
	"care group": "{name} was a care group until {year}, and isn't compared with the years since.",
	"locality":   "{name} was a locality until {year}, and isn't compared with the years since.",
}

// since is the first year of a locality or care group that apr.yaml calls new, else 0.
func (b *builder) since(kind, name string) period.Year {
	c := b.report.Config
	if kind == "care group" {
		return c.CareGroupsSince[name]
	}
	for _, l := range c.Localities {
		if kind == "locality" && l.Name == name {
			return l.Since
		}
	}
	return 0
}

// proportions is regulation 4(3) on 4(1)(b): the proportion spent on each
// matter in the reporting year and the years before it.
func (b *builder) proportions() *document.Section {
	a := b.report.Account
	if a == nil {
		return nil
	}
	s := b.section(2, "Proportion spent on each matter over the years", "4(1)(b)", "4(3)")
	t := b.yearsTable("Proportion of the amount paid or set aside spent on each matter, by reporting year", "Matter", "matter", a.Matters)
	s.Blocks = append(s.Blocks, t)
	if f := b.proportionFigure(t, a.Matters, "Proportion spent on each matter, of the amount paid to or set aside for {authority}, {first} to {last}", b.report.Config.Finance.Figures.MattersByYear); f != nil {
		s.Blocks = append(s.Blocks, f)
	}
	return s
}

// proportionFigure draws the lines' proportions, which a table has, as lines over the
// years: five shares are easier followed than stacked.
func (b *builder) proportionFigure(table *document.Table, lines []finance.Line, subtitle string, author project.FigureText) *document.Figure {
	a := b.report.Account
	chart := &document.Chart{Kind: document.LineChart, Unit: "%", Decimals: 1}
	years := b.years()
	for _, y := range years {
		chart.Categories = append(chart.Categories, y.Year.String())
	}
	var moves []string
	var largest finance.Line
	var size *finance.YearAmount
	lead := 0
	for i, l := range lines {
		series, last := b.proportionSeries(l, years)
		chart.Series = append(chart.Series, series)
		if words := b.move(l, series, years); words != "" {
			moves = append(moves, words)
		}
		if last == nil {
			continue
		}
		// All are of the same amount, so the largest spend is the largest share.
		if size == nil || last.Spend.Money > size.Spend.Money {
			largest, size, lead = l, last, i
		}
	}
	if size == nil {
		return nil
	}
	chart.Series[lead].Lead = true
	return b.figure(&document.Figure{
		Caption:  b.words("{name} took the largest share in {year}: {share}", b.lineName(largest), a.Year, percent(size)),
		Subtitle: b.words(subtitle, b.report.Config.Authority.Called(), b.years()[0].Year, a.Year),
		Source:   b.ledgerSource(),
		Alt:      b.words("Line chart, {first} to {last}: {moves}.", years[0].Year, a.Year, strings.Join(moves, "; ")),
		Chart:    chart,
		DataIn:   b.seeTable(table),
	}, author)
}

// proportionSeries is a line's proportions in percent, with the reporting year's.
func (b *builder) proportionSeries(l finance.Line, years []finance.YearTotals) (s document.ChartSeries, last *finance.YearAmount) {
	s.Name = b.lineName(l)
	for i, y := range years {
		point := document.ChartPoint{}
		if ya := l.In(y.Year); ya != nil {
			if _, ok := ya.Proportion(); ok {
				point = document.ChartPoint{Value: number.PercentValue(ya.Spend.Money, ya.Funding.Money), Present: true}
				if i == len(years)-1 {
					last = ya
				}
			}
		}
		s.Points = append(s.Points, point)
	}
	return s, last
}

// move says from what to what a line went, in which years where they aren't the
// chart's first and last, and where it has gaps; "" where nothing is drawn.
func (b *builder) move(l finance.Line, s document.ChartSeries, years []finance.YearTotals) string {
	var drawn []int
	for i, p := range s.Points {
		if p.Present {
			drawn = append(drawn, i)
		}
	}
	if len(drawn) == 0 {
		return ""
	}
	at := func(i int) string {
		text := percent(l.In(years[i].Year))
		if i != 0 && i != len(years)-1 {
			text = b.words("{value} in {period}", text, years[i].Year)
		}
		return text
	}
	first, last := drawn[0], drawn[len(drawn)-1]
	words := b.words("{name} from {first} to {last}", b.inSentence(l), at(first), at(last))
	if first == last {
		value := at(first)
		if first == 0 {
			value = b.words("{value} in {period}", value, years[0].Year)
		}
		words = b.words("{name} at {value}", b.inSentence(l), value)
	}
	var gaps []string
	for i := first; i <= last; i++ {
		if !s.Points[i].Present {
			gaps = append(gaps, years[i].Year.String())
		}
	}
	if len(gaps) > 0 {
		words = b.words("{line}, with no value for {years}", words, b.list(gaps))
	}
	return words
}

// percent is a line's proportion in a year, as tables have it.
func percent(y *finance.YearAmount) string { return number.Percent(y.Spend.Money, y.Funding.Money) }

// variance is regulation 4(1)(c) with its comparison.
func (b *builder) variance() *document.Section {
	if b.report.Account == nil {
		return b.varianceReasons(2)
	}
	s := b.section(2, "Underspend or overspend against the plan", "4(1)(c)", "4(3)")
	s.Blocks = append(s.Blocks, b.varianceStatement())
	t := b.moneyTable(b.words("Spend against the annual financial statement by reporting year, {units}", b.units()),
		column("Reporting year", document.Left, 2), column("Planned", document.Right, 1.2),
		column("Spent", document.Right, 1.2), column("Variance", document.Right, 1.2))
	chart := &document.Chart{Kind: document.DivergingChart, Unit: b.words("£ million"), Decimals: 1, Series: []document.ChartSeries{{Name: b.words("Variance")}}}
	known := 0
	for _, y := range b.years() {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			cell(y.Year.String()), b.inUnits(datum.Plan, datum.Total, y.Year),
			b.inUnits(datum.Spend, datum.Total, y.Year), b.inUnits(datum.Variance, datum.Total, y.Year),
		}})
		chart.Categories = append(chart.Categories, y.Year.String())
		v, ok := y.Variance()
		chart.Series[0].Points = append(chart.Series[0].Points, document.ChartPoint{Value: float64(v) / 1e8, Present: ok})
		if ok {
			known++
		}
	}
	t.Notes = append(t.Notes, document.Plain(varianceNote))
	s.Blocks = append(s.Blocks, t)
	if known > 0 {
		s.Blocks = append(s.Blocks, b.varianceFigure(t, chart))
	}
	s.Sections = append(s.Sections, b.varianceReasons(3))
	return s
}

// varianceStatement says the year's variance in a sentence.
func (b *builder) varianceStatement() document.Block {
	a := b.report.Account
	v, ok := a.Years[len(a.Years)-1].Variance()
	if !ok {
		return b.paragraph("The variance for {year} is not known: planned spending or spend is missing.", a.Year)
	}
	if v == 0 {
		return b.paragraph("Spend in {year} equalled the planned spending to the penny: there was {variance}.", a.Year, b.varianceWords(v))
	}
	return b.paragraph("Planned spending for {year} was {plan} and spend was {spend}: {variance}.", a.Year,
		b.money(datum.Plan, datum.Total, a.Year), b.money(datum.Spend, datum.Total, a.Year),
		b.datum(datum.ID{Measure: datum.Variance, Of: datum.Total, Year: a.Year}, datum.Words, notKnown))
}

// varianceWords are a variance with its article.
func (b *builder) varianceWords(v finance.Money) string {
	return b.told(datum.VarianceWords(v), wording.Variances())
}

// varianceFigure draws the variances, which a table has, as bars.
func (b *builder) varianceFigure(table *document.Table, chart *document.Chart) *document.Figure {
	a := b.report.Account
	var words, even, unknown []string
	for _, y := range b.years() {
		v, ok := y.Variance()
		switch {
		case ok && v != 0:
			words = append(words, b.words("{value} in {period}", b.varianceWords(v), y.Year))
		case ok:
			even = append(even, y.Year.String())
		default:
			unknown = append(unknown, y.Year.String())
		}
	}
	caption := b.words("Spend was as planned in every year")
	if len(words) > 0 {
		caption = b.words("Variance by year, ending with {variance}", words[len(words)-1])
	}
	if len(even) > 0 {
		words = append(words, b.words("spend as planned in {years}", b.list(even)))
	}
	if len(unknown) > 0 {
		words = append(words, b.words("no value for {years}", b.list(unknown)))
	}
	return b.figure(&document.Figure{
		Caption:  caption,
		Subtitle: b.words("Planned spending minus spend, {authority}, {first} to {last}, £ million; overspends to the left", b.report.Config.Authority.Called(), b.years()[0].Year, a.Year),
		Source:   b.ledgerSource(),
		Alt:      b.words("Bar chart with a bar for each year to the left of zero for an overspend and to the right for an underspend: {years}.", strings.Join(words, "; ")),
		Chart:    chart,
		DataIn:   b.seeTable(table),
	}, b.report.Config.Finance.Figures.Variance)
}

// varianceReasons is the assessment of regulation 4(1)(c).
func (b *builder) varianceReasons(level int) *document.Section {
	s := b.section(level, "Reasons for the underspend or overspend")
	b.write(s, b.report.Narrative.Reg4.VarianceReasons)
	return s
}
