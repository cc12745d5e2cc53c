package html

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"apr/internal/document"
)

// wideTable has a row head and columns of data with a footnote.
func wideTable(columns int, note *document.Note) *document.Table {
	t := &document.Table{ID: "t", Number: 1, Caption: "Spend", RowHeads: 1, Columns: []document.Column{{Head: document.Plain("Locality")}}}
	row := document.Row{Cells: []document.Cell{{Content: document.Plain("Moor")}}}
	for i := range columns {
		t.Columns = append(t.Columns, document.Column{Head: document.Plain(fmt.Sprintf("Month %d", i)), Align: document.Right})
		row.Cells = append(row.Cells, document.Cell{Content: document.Inlines{
			&document.Datum{Display: "£12,345,678", ID: "d", Value: "12345678.00"}, &document.NoteMark{Note: note}}})
	}
	t.Rows = []document.Row{row}
	return t
}

// TestPaper: a table too wide for paper turns the page; one too wide for that is
// printed in parts, each with the row heads; on a screen it is one all the same.
func TestPaper(t *testing.T) {
	for _, test := range []struct {
		columns int
		boxed   bool
		class   string
		parts   int
	}{
		{3, false, "scroll", 0}, {6, false, "scroll turned", 0}, {11, false, "scroll on-screen", 2},
		{3, true, "scroll", 0}, {6, true, "scroll on-screen", 2},
	} {
		note := &document.Note{ID: "n", Number: 1, Content: document.Plain("Note.")}
		blocks := []document.Block{wideTable(test.columns, note)}
		if test.boxed {
			blocks = []document.Block{&document.Callout{Title: "Box", Blocks: blocks}}
		}
		doc := &document.Document{Meta: document.Meta{Title: "Report", Language: "en-GB"}, Notes: []*document.Note{note},
			Sections: []*document.Section{{ID: "a", Level: 1, Title: "A", Blocks: blocks}}}
		out, err := Render(doc, nil)
		if err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(strings.NewReader(string(out)))
		if err != nil {
			t.Fatal(err)
		}
		var classes []string
		ids, data, heads := map[string]int{}, 0, 0
		for n := range root.Descendants() {
			for _, a := range n.Attr {
				switch {
				case a.Key == "id":
					ids[a.Val]++
				case a.Key == "class" && n.Data == "div" && (strings.HasPrefix(a.Val, "scroll") || strings.HasPrefix(a.Val, "on-paper")):
					without, _, _ := strings.Cut(a.Val, " needs-")
					classes = append(classes, without)
				case a.Key == "data-figure":
					data++
				case a.Key == "scope" && a.Val == "row":
					heads++
				}
			}
		}
		if len(classes) != 1+test.parts || classes[0] != test.class {
			t.Errorf("%d columns, boxed %t: tables of the classes %q, want %q and %d parts", test.columns, test.boxed, classes, test.class, test.parts)
		}
		if data != test.columns || heads != 1+test.parts {
			t.Errorf("%d columns: %d figures and %d row heads", test.columns, data, heads)
		}
		for id, n := range ids {
			if n > 1 {
				t.Errorf("%d columns: the id %s is used %d times", test.columns, id, n)
			}
		}
	}
}

// TestWholeness: a number isn't broken at its spaces and dashes, and an address is.
func TestWholeness(t *testing.T) {
	for text, want := range map[string]string{
		"£12,345": "", "12 345 678": "whole", "2019–2024": "whole", "£ 12": "whole", "10.5 %": "whole", "-3": "", "2025/26": "",
		"12 people in two places": "", "Moor": "", "1, 2, 3": "", "https://www.example.org/a/very/long/address/of/a/page": "long",
	} {
		if got := wholeness(document.Plain(text)); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
