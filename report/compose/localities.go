package compose

import (
	"apr/finance"
	"apr/internal/document"
	"apr/internal/number"
	"apr/internal/project"
	"apr/internal/project/datum"
)

// localities is regulation 6.
func (b *builder) localities() *document.Section {
	s := b.section(1, "Localities", b.place.Answers(project.PartLocalities)...)
	b.write(s, b.report.Narrative.Reg6.Introduction)
	b.hold(s, project.PartConsultation, b.consultation)
	for _, l := range b.report.Config.Localities {
		b.hold(s, project.LocalityPart(l.Name), func() *document.Section { return b.locality(l.Name) })
	}
	b.hold(s, project.PartLocalSpend, b.localitySpend)
	return s
}

func (b *builder) consultation() *document.Section {
	s := b.section(2, "Consultation and involvement")
	b.write(s, b.report.Narrative.Reg6.Consultation)
	return s
}

// locality is what regulation 6(1)(b) asks of one locality.
func (b *builder) locality(name string) *document.Section {
	s := b.section(2, name)
	for _, a := range b.report.Narrative.Reg6.Localities {
		if a.Locality != name {
			continue
		}
		b.write(s, a.Assessment)
		b.stories(s, a.Stories)
		if !a.Measures.IsZero() {
			m := b.section(3, b.words("Performance in {locality}", name))
			b.write(m, a.Measures)
			s.Sections = append(s.Sections, m)
		}
	}
	return s
}

// localitySpend is regulations 6(2) and 6(3), with the method of apportionment.
func (b *builder) localitySpend() *document.Section {
	a := b.report.Account
	if a == nil || len(a.Localities) == 0 {
		return nil
	}
	s := b.section(2, "Spend in each locality", "6(2)", "6(3)")
	t := b.moneyTable(b.words("Spend in relation to each locality in {year}, {units}", a.Year, b.units()),
		column("Locality", document.Left, 4), column("Spent", document.Right, 1.2), column("Proportion of amount paid or set aside", document.Right, 1.8))
	lines := a.Localities
	if a.Unallocated.Spend.Money != 0 {
		l := a.Unallocated
		l.Name = b.words("Not allocated to a locality")
		lines = append(lines[:len(lines):len(lines)], l)
	}
	chart := &document.Chart{Kind: document.BarChart, Unit: b.words("£ million"), Decimals: 1, Series: []document.ChartSeries{{Name: b.words("Spent")}}}
	for _, l := range lines {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{cell(l.Name), b.inUnits(datum.Spend, datum.LineKey("locality", l), a.Year), b.share(datum.LineKey("locality", l), a.Year)}})
		chart.Categories = append(chart.Categories, l.Name)
		chart.Series[0].Points = append(chart.Series[0].Points, millions(l.Spend))
	}
	t.Rows = append(t.Rows, document.Row{Total: true, Cells: []document.Cell{cell("Total"), b.inUnits(datum.Spend, datum.Total, a.Year),
		b.share(datum.Total, a.Year)}})
	roundingNote(t)
	t.Notes = append(t.Notes, b.baseNote())
	for _, ap := range a.Apportions {
		t.Notes = append(t.Notes, b.apportioned(ap))
	}
	years := b.yearsTable("Proportion of the amount paid or set aside spent in relation to each locality, by reporting year", "Locality", "locality", a.Localities, a.FormerLocalities...)
	s.Blocks = append(s.Blocks, t, years)
	if amounts := b.amountsFigure(t, chart, lines, "Most was spent in {locality}: {amount}", "Spend in relation to each locality, {authority}, {year}, £ million", b.report.Config.Finance.Figures.Localities); amounts != nil {
		amounts.Small = true
		s.Blocks = append(s.Blocks, amounts)
	}
	if f := b.proportionFigure(years, a.Localities, "Proportion spent in relation to each locality, of the amount paid to or set aside for {authority}, {first} to {last}", b.report.Config.Finance.Figures.LocalitiesByYear); f != nil {
		f.Small = true
		s.Blocks = append(s.Blocks, f)
	}
	return s
}

// apportioned says by which shares and why amounts are apportioned.
func (b *builder) apportioned(a finance.Apportionment) document.Inlines {
	var shares document.Inlines
	for i, s := range a.Shares {
		name := s.Locality + " "
		if i > 0 {
			name = ", " + name
		}
		shares = append(shares, &document.Text{Text: name},
			b.datum(project.ShareID(a.Name, s.Locality), datum.Usual, number.Percent(s.PPM, 1_000_000)))
	}
	return b.inlines("Apportioned by {name} ({shares}): {method}", a.Name, shares, document.Plain(a.Method))
}
