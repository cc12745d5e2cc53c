package tables

import (
	"strconv"
	"strings"
	"testing"

	"apr/internal/document"
)

// E-mail addresses, telephone numbers and addresses on the web are links in every
// format; a cell has one, the first that isn't a telephone number where there is one.
func TestCellsLeadToAddresses(t *testing.T) {
	words := func(s string) document.Cell { return document.Cell{Content: document.Plain(s)} }
	far := &document.Link{URL: "https://example.org/" + strings.Repeat("a", 3000), Content: document.Plain("far")}
	unsafe := &document.Link{URL: "javascript:alert(1)", Content: document.Plain("no")}
	doc := &document.Document{
		Meta: document.Meta{Title: "Report", Authority: "Board", CoverNotes: []document.Inlines{document.Plain("Phone 01632 960 120 or write to formats@example.org.")}},
		Sections: []*document.Section{{ID: "s", Title: "S", Blocks: []document.Block{&document.Table{
			ID: "t", Number: 1, Caption: "Contacts", RowHeads: 1,
			Columns: []document.Column{{Head: document.Plain("Who")}, {Head: document.Plain("How")}},
			Notes:   []document.Inlines{document.Plain("Or phone 01632 960 120.")},
			Rows: []document.Row{
				{Cells: []document.Cell{words("Carers"), words("carers@example.org or 01632 960 121")}},
				{Cells: []document.Cell{words("Plan"), {Content: document.Inlines{&document.Link{URL: "https://example.org/plan", Content: document.Plain("the plan")}}}}},
				{Cells: []document.Cell{words("Far"), {Content: document.Inlines{far}}}},
				{Cells: []document.Cell{words("No"), {Content: document.Inlines{unsafe}}}},
				{Total: true, Cells: []document.Cell{words("All"), words("+44 1632 960 122")}},
			}}}}},
		Notes: []*document.Note{{Number: 1, Content: document.Plain("Ask data@example.org.")}},
	}
	document.LinkContacts(doc)
	f := open(t, doc)
	found := map[string]string{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, text := range row {
				cell := string(rune('A'+c)) + strconv.Itoa(r+1)
				if has, to, err := f.GetCellHyperLink(sheet, cell); err != nil {
					t.Fatal(err)
				} else if has && !strings.Contains(to, "!A1") {
					found[text] = to
				}
			}
		}
	}
	want := map[string]string{
		"Phone 01632 960 120 or write to formats@example.org.": "mailto:formats@example.org",
		"Or phone 01632 960 120.":                              "tel:+441632960120",
		"carers@example.org or 01632 960 121":                  "mailto:carers@example.org",
		"the plan":                                             "https://example.org/plan",
		"+44 1632 960 122":                                     "tel:+441632960122",
		"Ask data@example.org.":                                "mailto:data@example.org",
	}
	for text, to := range want {
		if found[text] != to {
			t.Errorf("%q leads to %q, want %q", text, found[text], to)
		}
	}
	if len(found) != len(want) {
		t.Errorf("links: %v", found)
	}
}
