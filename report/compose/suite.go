package compose

import (
	"slices"

	"apr/indicators"
	"apr/internal/document"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/project/datum"
	"apr/internal/wording"
)

// indicatorTables are all indicators of the catalogue over the window.
func (b *builder) indicatorTables() *document.Section {
	t := b.report.Indicators
	if t == nil {
		return nil
	}
	s := b.section(1, "Core suite of integration indicators", "3(a)(ii)", "3(a)(iii)")
	survey := b.windowTable("Outcome indicators, {range}: from the Health and Care Experience survey", t, indicators.OutcomeIndicator)
	data := b.windowTable("Data indicators, {range}", t, indicators.DataIndicator)
	b.suite = map[indicators.Kind]*document.Table{indicators.OutcomeIndicator: survey, indicators.DataIndicator: data}
	s.Blocks = append(s.Blocks, survey, data)
	if b.national = b.nationalTable(t); b.national != nil {
		s.Blocks = append(s.Blocks, b.national)
	}
	b.say(s, b.report.Config.Wording.Indicators, "All {number} indicators of the core suite are in these tables. {reading}", len(t.Series), b.words(howToRead))
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
			Meaning: []document.Block{verbatim(series.Indicator.Title + ".")},
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
	table := b.table(b.words("Scotland's values of the data indicators before {year}", t.Year), columns...)
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
		columns = append(columns, column(b.words("Scotland {year}", y), document.Right, 1.15))
	}
	if len(heads.national) == 0 {
		columns = append(columns, column("Scotland", document.Right, 1.15))
	}
	columns = append(columns, column(b.changeHead(heads), document.Left, 2.6), column(b.rankHead(heads), document.Right, 1))
	family := slices.ContainsFunc(t.Series, func(s *indicators.Series) bool { return s.FamilyAverage != nil })
	if family {
		columns = append(columns, column("Family average", document.Right, 1.15))
	}
	table := b.table(b.words(caption, b.told(t.Names(ofKind), wording.Ranges())), columns...)
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
		table.Notes = append(table.Notes, b.inlines("{year} is the authority's first reporting year; there are no earlier ones to compare.", first))
	}
	var without []string
	for _, y := range t.Window {
		if y >= first && !slices.Contains(years, y) {
			without = append(without, y.String())
		}
	}
	if len(without) > 0 {
		table.Notes = append(table.Notes, b.inlines("There was no survey in {years}.", b.list(without)))
	}
	if family {
		table.Notes = append(table.Notes, b.inlines("Family average: the mean of {areas}.", b.list(b.familyWithRows())))
	}
}

// familyWithRows are the areas of the family that the average is of: those with rows in the workbook.
func (b *builder) familyWithRows() []string {
	w := b.report.Workbook
	if w == nil {
		return b.report.Config.Authority.Family
	}
	return slices.DeleteFunc(slices.Clone(b.report.Config.Authority.Family), func(area string) bool {
		return !slices.ContainsFunc(w.Observations, func(o indicators.Observation) bool { return o.Area == area })
	})
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

func (b *builder) changeHead(c commonHeads) string {
	if c.since == "" {
		return "Change"
	}
	return b.words("Change since {period}", c.since)
}

func (b *builder) rankHead(c commonHeads) string {
	if c.of == 0 {
		return "Rank"
	}
	return b.words("Rank of {number}", c.of)
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
