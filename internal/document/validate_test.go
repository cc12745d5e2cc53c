package document_test

import (
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/document/documenttest"
)

func TestOneOfEachIsValid(t *testing.T) {
	if err := document.Validate(documenttest.OneOfEach()); err != nil {
		t.Error(err)
	}
}

func TestValidateFinds(t *testing.T) {
	section := func(d *document.Document, i int) *document.Section { return d.Sections[i] }
	tests := []struct {
		want  string
		spoil func(*document.Document)
	}{
		{`the report's language is empty`, func(d *document.Document) { d.Meta.Language = "" }},
		{`section "words-2" has level 3 where 2 belongs`, func(d *document.Document) { section(d, 1).Sections[0].Level = 3 }},
		{`section "glance" has level 2 where 1 belongs`, func(d *document.Document) { section(d, 0).Level = 2 }},
		{`id "words" is used twice`, func(d *document.Document) { section(d, 0).ID = "words" }},
		{`id "a b" isn't a letter`, func(d *document.Document) { section(d, 0).ID = "a b" }},
		{`ids that begin "doc-" are the renderers'`, func(d *document.Document) { section(d, 0).ID = "doc-main" }},
		{`row 6 of table "table-small" has 2 cells and the table 3 columns`, func(d *document.Document) {
			r := &section(d, 2).Blocks[0].(*document.Table).Rows[5]
			r.Cells = r.Cells[:2]
		}},
		{`the caption of table "table-small" is empty`, func(d *document.Document) { section(d, 2).Blocks[0].(*document.Table).Caption = " " }},
		{`the word beside the status in row 1`, func(d *document.Document) { section(d, 2).Blocks[0].(*document.Table).Rows[0].Cells[2].Content = nil }},
		{`the description of figure "figure-line" is empty`, func(d *document.Document) { section(d, 3).Blocks[0].(*document.Figure).Alt = "" }},
		{`figure "figure-line" has no data`, func(d *document.Document) { section(d, 3).Blocks[0].(*document.Figure).Data = nil }},
		{`has 5 points and the chart 6 categories`, func(d *document.Document) {
			c := section(d, 3).Blocks[0].(*document.Figure).Chart
			c.Categories = append(c.Categories[:0:0], c.Categories...)
			c.Series[1].Points = c.Series[1].Points[:5]
		}},
		{`the description of picture "picture-dot" is empty`, func(d *document.Document) { section(d, 3).Blocks[6].(*document.Picture).Alt = "" }},
		{`reference "Table 2" leads to "nowhere"`, func(d *document.Document) {
			section(d, 1).Blocks[0].(*document.Paragraph).Content[9].(*document.Reference).Target = "nowhere"
		}},
		{`the text of the link to "https://example.org/a_b_(c)?q=1&r=<2>" is empty`, func(d *document.Document) {
			section(d, 1).Blocks[0].(*document.Paragraph).Content[7].(*document.Link).Content = nil
		}},
		{`note "survey" has number 2 where 1 belongs`, func(d *document.Document) { d.Notes[0].Number = 2 }},
		{`note "unmarked" is never marked`, func(d *document.Document) {
			d.Notes = append(d.Notes, &document.Note{Number: 4, ID: "unmarked", Content: document.Plain("x")})
		}},
		{`note "calendar" is marked and not in the document's notes`, func(d *document.Document) { d.Notes = d.Notes[:2] }},
		{`note "hostile-note" has number 1 and is the 2nd to be marked`, func(d *document.Document) {
			n := d.Notes
			n[0], n[1] = n[1], n[0]
			n[0].Number, n[1].Number = 1, 2
		}},
	}
	for _, test := range tests {
		d := documenttest.OneOfEach()
		test.spoil(d)
		err := document.Validate(d)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("want %q, got: %v", test.want, err)
		}
	}
}

func TestValidateReportsTogether(t *testing.T) {
	d := documenttest.OneOfEach()
	d.Meta.Title, d.Sections[1].Title = "", ""
	if n := strings.Count(document.Validate(d).Error(), "\n") + 1; n != 2 {
		t.Errorf("%d problems, want 2", n)
	}
}
