package compose

import (
	"slices"

	"apr/finance"
	"apr/internal/document"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/project/datum"
	"apr/internal/wording"
)

// datum is a figure, written in a form, that remembers where it came from; or
// words, where it has no value.
func (b *builder) datum(id datum.ID, form datum.Form, without string) document.Inline {
	f, err := b.facts.Resolve(id)
	if err != nil {
		return &document.Text{Text: without}
	}
	return f.Write(form)
}

// datumCell is a table's cell with a figure.
func (b *builder) datumCell(id datum.ID, form datum.Form, without string) document.Cell {
	return document.Cell{Content: document.Inlines{b.datum(id, form, without)}}
}

// notKnown is in a cell of money without a value.
const notKnown = "not known"

// money is an amount in £ million.
func (b *builder) money(m datum.Measure, key string, year period.Year) document.Inline {
	return b.datum(datum.ID{Measure: m, Of: key, Year: year}, datum.Usual, notKnown)
}

// units are what the columns of tables of money are in, for a caption.
func (b *builder) units() string {
	if b.report.Config.Finance.Units == project.Millions {
		return "£m"
	}
	return "£000"
}

// inUnits is an amount for a column headed £000 or £m, where every row is rounded
// from its own exact pence. Variances are signed: positive is an underspend.
func (b *builder) inUnits(m datum.Measure, key string, year period.Year) document.Cell {
	return b.amountInUnits(datum.ID{Measure: m, Of: key, Year: year})
}

func (b *builder) amountInUnits(id datum.ID) document.Cell {
	form := datum.Thousands
	if b.report.Config.Finance.Units == project.Millions {
		form = datum.InMillions
	}
	return b.datumCell(id, form, notKnown)
}

// share is spend as a proportion of the amount paid to or set aside for the
// authority.
func (b *builder) share(key string, year period.Year) document.Cell {
	return b.datumCell(datum.ID{Measure: datum.Proportion, Of: key, Year: year}, datum.Usual, notKnown)
}

const varianceNote = "Positive variances are underspends and negative ones overspends against the annual financial statement (section 39 of the Act)."

// moneyTable starts a table with amounts of the reporting year, or proportions
// of them.
func (b *builder) moneyTable(caption string, columns ...document.Column) *document.Table {
	return b.unaudited(b.table(caption, columns...))
}

// unaudited has a table with amounts of the reporting year say that they are,
// as long as they are, because tables are quoted without their cover.
func (b *builder) unaudited(t *document.Table) *document.Table {
	if p := b.report.Config; p.State == project.Provisional {
		t.Notes = append(t.Notes, b.inlines("Provisional and unaudited: the accounts that the figures of {year} come from have not yet been audited.", p.Year))
	}
	return t
}

// finance is regulation 4.
func (b *builder) finance() *document.Section {
	s := b.section(1, "Financial performance")
	b.write(s, b.report.Narrative.Reg4.Introduction)
	for _, part := range financeParts {
		b.hold(s, part.name, func() *document.Section { return part.compose(b) })
	}
	return s
}

func (b *builder) outlook() *document.Section {
	text := b.report.Narrative.Reg4.Outlook
	if text.IsZero() {
		return nil
	}
	s := b.section(2, "Financial outlook")
	b.write(s, text)
	return s
}

// matterName is a matter for a row header.
func (b *builder) matterName(id string) string {
	return b.law.MatterTitle(id) + ": " + id
}

// matters is the amount spent on each matter (regulation 4(1)(a)).
func (b *builder) matters() *document.Section {
	a := b.report.Account
	if a == nil {
		return nil
	}
	s := b.section(2, "Spend on each matter", "4(1)(a)", "4(1)(b)")
	t := b.moneyTable(b.words("Spend on the matters of regulation 4(2) in {year}, {units}", a.Year, b.units()),
		column("Matter", document.Left, 4), column("Planned", document.Right, 1.2), column("Spent", document.Right, 1.2),
		column("Variance", document.Right, 1.2), column("Proportion of amount paid or set aside", document.Right, 1.6))
	chart := &document.Chart{Kind: document.BarChart, Unit: b.words("£ million"), Decimals: 1, Series: []document.ChartSeries{{Name: b.words("Spent")}}}
	for _, m := range a.Matters {
		t.Rows = append(t.Rows, b.spendRow(b.matterName(m.ID), datum.LineKey("matter", m), true))
		chart.Categories = append(chart.Categories, b.law.MatterTitle(m.ID))
		chart.Series[0].Points = append(chart.Series[0].Points, millions(m.Spend))
	}
	t.Rows = append(t.Rows, b.totalRow())
	roundingNote(t)
	t.Notes = append(t.Notes, document.Plain(varianceNote), b.baseNote())
	s.Blocks = append(s.Blocks, t)
	if f := b.amountsFigure(t, chart, a.Matters, "Most was spent on {matter}: {amount}", "Spend by matter of regulation 4(2), {authority}, {year}, £ million", b.report.Config.Finance.Figures.Matters); f != nil {
		s.Blocks = append(s.Blocks, f)
	}
	for _, m := range a.Matters {
		if text := b.report.Narrative.Reg4.MatterNotes[m.ID]; !text.IsZero() {
			sub := b.section(3, b.law.MatterTitle(m.ID))
			b.write(sub, text)
			s.Sections = append(s.Sections, sub)
		}
	}
	return s
}

// baseNote says what proportions are of.
func (b *builder) baseNote() document.Inlines {
	a := b.report.Account
	return b.inlines("Proportions are of the total amount paid to or set aside for use by the authority, {amount}. Where more is spent than was paid or set aside they add up to more than 100%.",
		b.money(datum.Funding, datum.Total, a.Year))
}

// spendRow is one line of the account with plan, spend and variance, and its
// proportion where asked.
func (b *builder) spendRow(name, key string, proportion bool) document.Row {
	year := b.report.Account.Year
	row := document.Row{Cells: []document.Cell{
		cell(name),
		b.inUnits(datum.Plan, key, year),
		b.inUnits(datum.Spend, key, year),
		b.inUnits(datum.Variance, key, year),
	}}
	if proportion {
		row.Cells = append(row.Cells, b.share(key, year))
	}
	return row
}

func (b *builder) totalRow() document.Row {
	row := b.spendRow("Total", datum.Total, true)
	row.Total = true
	return row
}

// millions is a chart's point in £ million.
func millions(a finance.Amount) document.ChartPoint {
	return document.ChartPoint{Value: float64(a.Money) / 1e8, Present: a.Known}
}

// amountsFigure is a bar chart of lines of the account, which a table has, captioned by
// its largest; nil where nothing is known to have been spent. Caption and subtitle are rows of
// words, with the places that the two have.
func (b *builder) amountsFigure(table *document.Table, chart *document.Chart, lines []finance.Line, caption, subtitle string, author project.FigureText) *document.Figure {
	a := b.report.Account
	known := slices.DeleteFunc(slices.Clone(lines), func(l finance.Line) bool { return !l.Spend.Known })
	if !slices.ContainsFunc(known, func(l finance.Line) bool { return l.Spend.Money != 0 }) {
		return nil
	}
	largest, smallest := known[0], known[0]
	for _, l := range known {
		if l.Spend.Money > largest.Spend.Money {
			largest = l
		}
		if l.Spend.Money < smallest.Spend.Money {
			smallest = l
		}
	}
	return b.figure(&document.Figure{
		Caption:  b.words(caption, b.inSentence(largest), largest.Spend.Millions()),
		Subtitle: b.words(subtitle, b.report.Config.Authority.Called(), a.Year),
		Source:   b.ledgerSource(),
		Alt: b.words("Bar chart with {number} bars. The longest is {longest} at {most}, the shortest {shortest} at {least}; the total is {total}.", len(lines),
			b.inSentence(largest), largest.Spend.Millions(), b.inSentence(smallest), smallest.Spend.Millions(), a.Spend.Millions()),
		Chart:  chart,
		DataIn: b.seeTable(table),
	}, author)
}

// lineName is a line for a row header or a bar: matters have titles.
func (b *builder) lineName(l finance.Line) string {
	if isMatter(l) {
		return b.law.MatterTitle(l.ID)
	}
	return l.Name
}

// inSentence is a line's name within a sentence: a matter's title loses its
// capital, the name of a place doesn't.
func (b *builder) inSentence(l finance.Line) string {
	if isMatter(l) {
		return wording.SmallFirst(b.lineName(l))
	}
	return l.Name
}

func isMatter(l finance.Line) bool { return slices.Contains(finance.Matters, finance.Matter(l.ID)) }

// ledgerSource names the partners whose ledgers the figures come from.
func (b *builder) ledgerSource() string {
	var partners []string
	for _, p := range b.report.Account.Partners {
		partners = append(partners, p.Name)
	}
	if len(partners) == 0 {
		return b.words("Ledgers of the constituent authorities")
	}
	return b.words("Ledgers, {partners}", b.list(partners))
}

// careGroups is regulation 4(2)(f): they cut across the matters.
func (b *builder) careGroups() *document.Section {
	a := b.report.Account
	if a == nil || len(a.CareGroups) == 0 {
		return nil
	}
	s := b.section(2, "Spend on key care groups", "4(1)(a)", "4(1)(b)", "4(3)")
	b.say(s, b.report.Config.Wording.CareGroups, "Key care groups cut across health care and social care (regulation 4(2)(f)). Their spend is part of that on the other matters of regulation 4(2) and is not added to the total.")
	t := b.moneyTable(b.words("Spend on key care groups in {year}, {units}", a.Year, b.units()),
		column("Care group", document.Left, 4), column("Planned", document.Right, 1.2), column("Spent", document.Right, 1.2),
		column("Variance", document.Right, 1.2), column("Proportion of amount paid or set aside", document.Right, 1.6))
	for _, g := range a.CareGroups {
		t.Rows = append(t.Rows, b.spendRow(g.Name, datum.LineKey("care group", g), true))
	}
	s.Blocks = append(s.Blocks, t, b.yearsTable("Proportion of the amount paid or set aside spent on key care groups, by reporting year", "Care group", "care group", a.CareGroups, a.FormerCareGroups...))
	return s
}
