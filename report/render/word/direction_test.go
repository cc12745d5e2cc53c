package word

import (
	"strings"
	"testing"

	"apr/internal/document"
)

// A file in a language that is written from right to left has its paragraphs, tables, pages
// and words so; figures, and passages in English, run from left to right.
func TestAFileRunsAsItsLanguageDoes(t *testing.T) {
	doc := one(&document.Paragraph{Content: document.Inlines{
		&document.Text{Text: "یہ رپورٹ"}, &document.Datum{Display: "11,152", ID: "NI12@2025/26"}, &document.Text{Text: "Best value", Lang: "en"},
	}}, &document.Table{ID: "t", Number: 1, Caption: "سال", RowHeads: 1, Columns: []document.Column{{Head: document.Plain("سال"), Weight: 1}},
		Rows: []document.Row{{Cells: []document.Cell{{Content: document.Plain("سال")}}}}})
	for lang, want := range map[string]int{"ur": 1, "en-GB": 0} {
		doc.Meta.Language = lang
		parts := rendered(t, doc, nil)
		sound(t, parts)
		main, styles := parts["word/document.xml"], parts["word/styles.xml"]
		for what, found := range map[string]int{
			"the usual style":   strings.Count(styles, `<w:name w:val="Normal"/><w:qFormat/><w:pPr><w:bidi/></w:pPr>`),
			"the usual letters": strings.Count(styles, `w:bidi="ur"`),
			"a table":           strings.Count(main, "<w:bidiVisual/>"),
			"the pages":         strings.Count(main, "<w:bidi/></w:sectPr>"),
			"words":             strings.Count(main, `<w:rtl/><w:lang w:bidi="ur"/></w:rPr><w:t xml:space="preserve">یہ رپورٹ`),
		} {
			if found != want {
				t.Errorf("in %s %s runs from right to left %d times; want %d", lang, what, found, want)
			}
		}
		for _, run := range strings.Split(main, "<w:r>") {
			if strings.Contains(run, "<w:rtl/>") && (strings.Contains(run, ">11,152<") || strings.Contains(run, ">Best value<")) {
				t.Errorf("this run is from right to left: %s", run)
			}
		}
	}
}
