package compose

import (
	"apr/indicators"
	"apr/internal/document"
	"apr/internal/project/datum"
)

// otherAreas is a table of the benchmarking family's values of each indicator, beside
// the area's own newest value and Scotland's of the same period; nil without a family.
func (b *builder) otherAreas() *document.Section {
	t := b.report.Indicators
	if t == nil {
		return nil
	}
	var family []string
	for _, area := range b.report.Config.Authority.Family {
		if area != t.Area {
			family = append(family, area)
		}
	}
	if len(family) == 0 {
		return nil
	}
	columns := []document.Column{column("Indicator", document.Left, 2.6), column(periodHead, document.Left, 1.1), column(t.Area, document.Right, 1.1), column(indicators.Scotland, document.Right, 1)}
	for _, area := range family {
		columns = append(columns, column(area, document.Right, 1.1))
	}
	table := b.table(b.words("Newest values of the indicators in {areas}", b.list(family)), columns...)
	table.Wide = len(family) > 3
	for _, s := range t.Series {
		if s.Indicator.Reported && s.Newest() != nil {
			table.Rows = append(table.Rows, b.otherAreasRow(s, family))
		}
	}
	if len(table.Rows) == 0 {
		b.tables-- // a table that isn't printed isn't counted
		return nil
	}
	section := b.section(2, "Values of other areas")
	b.say(section, b.report.Config.Wording.OtherAreas, "The newest values of {area} beside those of Scotland and of the areas that it is compared with, each for the same period.", t.Area)
	section.Blocks = append(section.Blocks, table)
	return section
}

// otherAreasRow is an indicator's values in each area.
func (b *builder) otherAreasRow(s *indicators.Series, family []string) document.Row {
	p := s.Newest()
	row := document.Row{Cells: []document.Cell{indicatorCell(s.Indicator), cell(p.Period), b.pointCell(s, p), b.nationalCell(s, p)}}
	for _, area := range family {
		id := of(s, datum.AreaValue, p)
		id.Area = area
		if _, err := b.facts.Resolve(id); err != nil {
			row.Cells = append(row.Cells, noted("–", b.note(b.words("The workbook has no value of {area} for that period.", area))))
			continue
		}
		row.Cells = append(row.Cells, b.datumCell(id, datum.Usual, "–"))
	}
	return row
}
