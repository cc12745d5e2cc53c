package verify

import (
	"testing"

	"apr/internal/document"
	"apr/report/render/word"
)

// TestSignsOfWordAreRead: a drawing of a sign is read as the characters that it stands
// for.
func TestSignsOfWordAreRead(t *testing.T) {
	data, err := word.Render(&document.Document{
		Meta: document.Meta{Title: "Report", Authority: "Testmoor", Year: "2025/26", Language: "en-GB"},
		Sections: []*document.Section{{ID: "one", Level: 1, Title: "One", Blocks: []document.Block{
			&document.Paragraph{Content: document.Inlines{&document.Text{Text: "Beds "}, &document.Datum{ID: "beds", Display: "⬆ 12", Value: "12"}}},
		}}},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	page, err := parseWord("report.docx", data)
	if err != nil {
		t.Fatal(err)
	}
	if len(page.Figures) != 1 || page.Figures[0].ID != "beds" || page.Figures[0].Text != "⬆ 12" {
		t.Errorf("read %+v", page.Figures)
	}
}
