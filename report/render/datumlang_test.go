package render_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"apr/internal/document"
	"apr/report/render"
)

// Figures in words are in English in a report in any language, and marked so in every
// format that is read aloud, wherever they stand.
func TestFiguresInWordsAreMarked(t *testing.T) {
	figure := func(id string) document.Inlines {
		return document.Inlines{&document.Datum{Display: "+9.0 points, better", Value: "9", ID: id, Lang: "en"}}
	}
	doc := &document.Document{
		Meta: document.Meta{Title: "Aithisg", Authority: "Bòrd", Year: "2025/26", Language: "gd", OwnLanguage: "en", Date: "2026-07-19"},
		Sections: []*document.Section{{ID: "s", Level: 1, Title: "Àireamhan", Blocks: []document.Block{
			&document.Paragraph{Content: append(document.Plain("Chaidh e suas: "), figure("in a text")...)},
			&document.Paragraph{Content: append(document.Plain("Chaidh e suas: "), figure("")...)},
			&document.Table{ID: "t", Number: 1, Caption: "Clàr", RowHeads: 1, Columns: []document.Column{{Head: document.Plain("Dè"), Weight: 1}, {Head: document.Plain("Atharrachadh"), Weight: 1}},
				Rows: []document.Row{{Cells: []document.Cell{{Content: document.Plain("Sgìre")}, {Content: figure("in a table")}}}}},
			&document.KeyFigures{Items: []document.KeyFigure{{Value: figure("in a tile"), Label: document.Plain("Sgìre")}}},
		}}},
	}
	files, err := render.Render(context.Background(), doc, []string{"html", "md", "pdf", "docx"})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		found := 0
		for _, p := range passages(t, f) {
			whole := ""
			for _, piece := range p.pieces {
				if piece.lang == "en" {
					whole += piece.text
				}
				if piece.lang != "en" && slices.ContainsFunc([]string{"points", "better"}, func(word string) bool { return strings.Contains(piece.text, word) }) {
					t.Errorf("%s says %q and doesn't mark it as English", p.where, piece.text)
				}
			}
			found += strings.Count(whole, "better")
		}
		if found < 4 {
			t.Errorf("%s has %d of the 4 figures", f.Name, found)
		}
	}
}
