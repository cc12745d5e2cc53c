package pdf

import (
	"fmt"
	"strings"

	"apr/internal/document"
	"apr/internal/number"
)

// words are n words of invented prose.
func words(n int) string {
	const prose = "People were seen sooner in the mainland practices than in the island ones, and the gap did not close over the six years. " +
		"The median wait fell where the clinic ran in the evening; it rose where the post stayed empty for more than a quarter. "
	list := strings.Fields(strings.Repeat(prose, n/40+1))
	return strings.Join(list[:n], " ")
}

func para(s string) *document.Paragraph { return &document.Paragraph{Content: document.Plain(s)} }

// report is a sound document with sections.
func report(sections ...*document.Section) *document.Document {
	return &document.Document{
		Meta: document.Meta{
			Title: "Annual performance report 2025/26", Subtitle: "1 April 2025 to 31 March 2026", Authority: "Carrickmoor Integration Joint Board",
			Year: "2025/26", Language: "en-GB", Date: "2026-07-01", Generator: "apr test",
		},
		Sections: sections,
	}
}

// chapter is a section of the first level.
func chapter(id string, blocks ...document.Block) *document.Section {
	return &document.Section{ID: id, Level: 1, Title: "Chapter " + id, Blocks: blocks}
}

// grid is a table with a row head, and numbers in its other columns.
func grid(id string, rows, columns int) *document.Table {
	t := &document.Table{ID: id, Number: 1, Caption: "Table of " + id, RowHeads: 1, Columns: []document.Column{{Head: document.Plain("Board and month")}}}
	for c := 1; c < columns; c++ {
		t.Columns = append(t.Columns, document.Column{Head: document.Plain(fmt.Sprintf("20%d/%d", 19+c, 20+c)), Align: document.Decimal})
	}
	for i := range rows {
		row := document.Row{Cells: []document.Cell{{Content: document.Plain(fmt.Sprintf("Row %d", i+1))}}}
		for c := 1; c < columns; c++ {
			row.Cells = append(row.Cells, document.Cell{Content: document.Plain(number.Format(float64(i*c*37)/8, 1))})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// trend is a figure with two lines over six years.
func trend(n int) *document.Figure {
	years := []string{"2020/21", "2021/22", "2022/23", "2023/24", "2024/25", "2025/26"}
	f := &document.Figure{
		ID: fmt.Sprintf("figure-%d", n), Number: n, Caption: "Emergency admissions are falling", Subtitle: "Carrickmoor and Scotland, 2020/21 to 2025/26",
		Source: "Core suite of integration indicators, Public Health Scotland", Alt: fmt.Sprintf("A line chart, number %d, that falls from 11,900 to 11,150.", n),
		Chart: &document.Chart{Kind: document.LineChart, Unit: "per 100,000", Categories: years},
		Data:  grid(fmt.Sprintf("figure-%d-data", n), 6, 3),
	}
	f.Data.Number = 0
	for s, name := range []string{"Carrickmoor", "Scotland"} {
		series := document.ChartSeries{Name: name}
		for i := range years {
			series.Points = append(series.Points, document.ChartPoint{Value: float64(10900 + 150*i*(s+1)%700), Present: true})
		}
		f.Chart.Series = append(f.Chart.Series, series)
	}
	return f
}

// typical is a report of the size of a real one: 12,000 words, 20 charts and 15
// tables.
func typical() *document.Document {
	doc := report()
	for c := range 15 {
		s := chapter(fmt.Sprintf("chapter-%d", c))
		s.Blocks = append(s.Blocks, &document.StatutoryReference{Provisions: []string{"regulation 4(1)(b)"}, Instrument: "SSI 2014/326"})
		for i := range 4 {
			s.Blocks = append(s.Blocks, para(words(60+7*i)))
		}
		t := grid(fmt.Sprintf("table-%d", c), 12, 7)
		t.Number = c + 1
		s.Blocks = append(s.Blocks, trend(c+1), t)
		for k := range 3 {
			below := &document.Section{ID: fmt.Sprintf("section-%d-%d", c, k), Level: 2, Title: "What changed in the localities"}
			below.Blocks = append(below.Blocks, para(words(90)), &document.List{Items: [][]document.Block{{para(words(15))}, {para(words(12))}}}, para(words(60)))
			if k == 1 && c < 5 {
				below.Blocks = append(below.Blocks, trend(c+16), &document.Box{Kind: document.CaseStudy, Level: 3, Title: "Going home", Blocks: []document.Block{para(words(70))}})
			}
			s.Sections = append(s.Sections, below)
		}
		doc.Sections = append(doc.Sections, s)
	}
	return doc
}
