package documenttest

import (
	"encoding/base64"

	"apr/internal/document"
	"apr/internal/number"
	"apr/internal/source"
)

// dot is a PNG of one pixel.
const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

func cell(s string) document.Cell { return document.Cell{Content: document.Plain(s)} }

func row(cells ...string) document.Row {
	r := document.Row{}
	for _, c := range cells {
		r.Cells = append(r.Cells, cell(c))
	}
	return r
}

func column(head string, align document.Align) document.Column {
	return document.Column{Head: document.Plain(head), Align: align}
}

func (b *builder) tables() *document.Section {
	calendar := b.note("calendar", text("Calendar year 2025."))
	judged := func(word string, s document.Status) document.Row {
		return document.Row{Cells: []document.Cell{cell("The " + word + " row"), cell("1,234.5"), {Content: document.Plain(word), Status: s}}}
	}
	total := row("Total", "6,172.5", "")
	total.Total = true
	small := &document.Table{
		ID: "table-small", Number: 1, Caption: "Every status, with a total", RowHeads: 1,
		Columns: []document.Column{column("Row | <b>", document.Left), column("Amount (£ million)", document.Decimal), column("Judgement", document.Centre)},
		Rows: []document.Row{
			judged("better", document.StatusBetter), judged("worse", document.StatusWorse), judged("same", document.StatusSame),
			judged("met", document.StatusMet), judged("missing", document.StatusMissing),
			judged("green", document.StatusGreen), judged("amber", document.StatusAmber), judged("red", document.StatusRed), total,
		},
		Notes: []document.Inlines{{text("Amounts are invented"), mark(calendar), text(" | and *rounded*.")}},
	}
	wide := &document.Table{
		ID: "table-wide", Number: 2, Caption: "A wide table with two columns of row heads & " + Gaelic, RowHeads: 2, Wide: true,
		Columns: []document.Column{
			{Head: document.Plain("Id"), Weight: 1}, {Head: document.Plain("Indicator"), Weight: 4},
			column("2020/21", document.Right), column("2021/22", document.Right), column("2022/23", document.Right),
			column("2023/24", document.Right), column("2024/25", document.Right),
			{Head: document.Inlines{text("2025/26"), mark(calendar)}, Align: document.Right},
			column("Scotland", document.Right), column("Remark", document.Left),
		},
		Rows: []document.Row{
			{Cells: []document.Cell{cell("NI12"), cell("Emergency admissions per 100,000"), cell("10,900"), cell("11,600"), cell("11,900"), cell("11,700"), cell("11,400"),
				{Content: document.Inlines{datum("11,150", "11150.4271", "NI12@2025/26", "I12"), mark(calendar)}}, cell("11,803"),
				{Content: document.Inlines{text("down | "), strong("better")}, Status: document.StatusBetter}}},
			row("NI20", "Cost of emergency stays "+LongWord[:40], "", "", "", "", "", "", "", Markup),
		},
	}
	return &document.Section{ID: "tables", Level: 1, Title: "Tables", Blocks: []document.Block{small, wide, pairs(calendar)}}
}

// pairs is a table with value pairs under years, lines that break and a subtotal.
func pairs(calendar *document.Note) *document.Table {
	t := &document.Table{
		ID: "table-pairs", Number: 3, Caption: "Pairs of values under years", RowHeads: 1,
		Groups: []document.Group{
			{Span: 1}, {Head: document.Plain("2024/25"), Span: 2}, {Head: document.Inlines{text("2025/26 & <provisional>"), mark(calendar)}, Span: 2}, {Span: 1},
		},
		Columns: []document.Column{
			column("Partner", document.Left), column("Number", document.Right), column("Share of all", document.Right),
			column("Number", document.Right), column("Share of all", document.Right), column("A remark that takes both rows of heads and several lines", document.Left),
		},
		Rows: []document.Row{
			{Cells: []document.Cell{{Content: document.Inlines{text("Council"), &document.LineBreak{}, text("(care at home)")}}, cell("1,200"), cell("60%"),
				{Content: document.Inlines{datum("1,300", "1300", "NI1@2025/26", "C3")}}, cell("65%"), cell("–")}},
			row("Adults", "800", "40%", "700", "35%", "falling"),
			row("All", "2,000", "100%", "2,000", "100%", ""),
		},
	}
	t.Rows[1].Subtotal, t.Rows[2].Total = true, true
	return t
}

func (b *builder) figures() *document.Section {
	years := []string{"2020/21", "2021/22", "2022/23", "2023/24", "2024/25", "2025/26"}
	s := &document.Section{ID: "figures", Level: 1, Title: "Figures"}
	add := func(id, caption, alt string, c *document.Chart) {
		s.Blocks = append(s.Blocks, &document.Figure{
			ID: id, Number: len(s.Blocks) + 1, Caption: caption, Subtitle: "Carrickmoor & Scotland, 2020/21 to 2025/26",
			Source: "Core suite of integration indicators, Public Health Scotland", Alt: alt, Chart: c, Data: chartData(id, caption, c),
		})
	}
	add("figure-line", "Emergency admissions are falling", `A line chart: from 10,900 in 2020/21 to 11,150; "lower" than Scotland & <falling>.`, &document.Chart{
		Kind: document.LineChart, Unit: "per 100,000", Categories: years,
		Series: []document.ChartSeries{
			{Name: "Carrickmoor", Points: points(10900, 11600, 11900, 11700, 11400, 11150)},
			{Name: "Scotland", Points: points(10980, 11629, 11285, 11793, 11803, 11790)},
		},
	})
	line := s.Blocks[0].(*document.Figure).Chart
	for i := range line.Series {
		line.Series[i].Points[5].Proxy = true
	}
	broken := points(78, 0, 74, 71, 0, 76)
	broken[1].Present, broken[4].Present, broken[3].Break = false, false, true
	add("figure-broken", "Survey years, with gaps and a break", "A line chart with gaps in 2021/22 and 2024/25 and a break before 2023/24.", &document.Chart{
		Kind: document.LineChart, Unit: "%", Decimals: 1, Categories: years,
		Series: []document.ChartSeries{{Name: "Carrickmoor & Glenside", Points: broken}},
	})
	add("figure-empty", "Nothing was published", "A line chart without a value in any year.", &document.Chart{
		Kind: document.LineChart, Unit: "%", Categories: years, Series: []document.ChartSeries{{Name: "Carrickmoor", Points: make([]document.ChartPoint, 6)}},
	})
	add("figure-bars", "Most is spent on care in the community", "A bar chart: 130.2, 88.1 and 27.2 million pounds.", &document.Chart{
		Kind: document.BarChart, Unit: "£ million", Decimals: 1,
		Categories: []string{"Health care services", "Social care services, including those for adults with a learning disability", "Set-aside <hospital> services"},
		Series:     []document.ChartSeries{{Name: "2025/26", Points: points(130.2, 88.1, 27.2)}},
	})
	add("figure-variance", "Prescribing and wards overspent", "A diverging bar chart: from 1.9 million over to 0.8 million under.", &document.Chart{
		Kind: document.DivergingChart, Unit: "£ million", Decimals: 1,
		Categories: []string{"Wards", "Prescribing", "Carers", "Vacancies"},
		Series:     []document.ChartSeries{{Name: "Variance", Points: points(1.9, 1.2, 0, -0.8)}},
	})
	add("figure-share", "Shares hardly changed", "A stacked bar chart: Strathmoor 44%, Glenside 32%, Carrick Coast 24%.", &document.Chart{
		Kind: document.ProportionChart, Unit: "%", Decimals: 0, Categories: []string{"2024/25", "2025/26"},
		Series: []document.ChartSeries{
			{Name: "Strathmoor", Points: points(45, 44)}, {Name: "Glenside", Points: points(31, 32)}, {Name: "Carrick Coast", Points: points(24, 24)},
		},
	})
	png, err := base64.StdEncoding.DecodeString(dot)
	if err != nil {
		panic(err) // a constant of this package
	}
	s.Blocks = append(s.Blocks, &document.Picture{
		ID: "picture-dot", Alt: `A dot, "red" & <small>`, Caption: "A dot | a *picture*", MediaType: "image/png", Data: png,
		Position: source.Position{File: "narrative/opening.yaml", Line: 3, Column: 5},
	})
	picture := func(id, alt string) *document.Picture {
		return &document.Picture{ID: id, Alt: alt, MediaType: "image/png", Data: png}
	}
	film, map1, half := picture("picture-film", "Watch the film"), picture("picture-map", "A map"), picture("picture-half", "Half a page")
	film.Link, film.Side, film.Width, film.Caption = "https://example.org/film?a=1&b=2", document.RightSide, 20, "The film"
	map1.Link = "https://example.org/map"
	half.Width = 50
	s.Blocks = append(s.Blocks, half, film, para(text("Words beside the film.")), para(text("More of them.")),
		&document.PictureRow{Pictures: []*document.Picture{map1, picture("picture-code", "A code that leads to the map")}})
	return s
}

func points(values ...float64) []document.ChartPoint {
	ps := make([]document.ChartPoint, len(values))
	for i, v := range values {
		ps[i] = document.ChartPoint{Value: v, Present: true}
	}
	return ps
}

// chartData is a figure's table: a row per category, a column per series.
func chartData(id, caption string, c *document.Chart) *document.Table {
	t := &document.Table{ID: id + "-data", Caption: "Data: " + caption, RowHeads: 1, Columns: []document.Column{column("Category", document.Left)}}
	for _, s := range c.Series {
		t.Columns = append(t.Columns, column(s.Name, document.Decimal))
	}
	for i, name := range c.Categories {
		r := row(name)
		for _, s := range c.Series {
			shown := "not available"
			if p := s.Points[i]; p.Present {
				shown = number.Format(p.Value, c.Decimals)
			}
			r.Cells = append(r.Cells, cell(shown))
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

func (b *builder) boxes() *document.Section {
	return &document.Section{ID: "boxes", Level: 1, Title: "Boxes", Blocks: []document.Block{
		&document.StatutoryReference{Provisions: []string{"regulation 4(1)(b)", "regulation 4(2)(f)"}, Instrument: "SSI 2014/326"},
		&document.Callout{Title: "Remark <1>", Blocks: []document.Block{para(text("A remark.")), &document.List{Items: [][]document.Block{{para(text("with a bullet"))}}}}},
		&document.Callout{Title: "Missing from this draft", Warning: true, Blocks: []document.Block{para(text("Regulation 9 has no answer."))}},
		&document.Callout{Blocks: []document.Block{para(text("A remark without a title."))}},
		&document.Box{Kind: document.CaseStudy, Level: 2, Title: "Mòrag’s story *", Blocks: []document.Block{para(text("Mòrag went home.")), para(text("She stayed there."))}},
		&document.Box{Kind: document.Spotlight, Level: 2, Title: "Ceanglaichean", Lang: "gd", Blocks: []document.Block{para(text("Link workers, "), &document.Text{Text: "mar a thuirt iad", Lang: "gd"}), &document.List{Items: [][]document.Block{{para(text("in six practices"))}}}}},
		&document.Box{Kind: document.YouSaidWeDid, Level: 2, Blocks: []document.Block{para(text("You said: too long.")), para(text("We did: a second clinic."))}},
		&document.Quotation{Blocks: []document.Block{para(text("I was listened to.")), para(text("Twice."))}, Attribution: document.Inlines{text("A carer, "), emphasis("Glenside")}},
		&document.Quotation{Blocks: []document.Block{para(text("Nobody signed this."))}},
	}}
}
