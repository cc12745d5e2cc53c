package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"apr/internal/document"
	"apr/internal/document/documenttest"
	"apr/internal/tagpdf/tagpdftest"
)

// read renders a document and reads it back.
func read(t *testing.T, doc *document.Document) *tagpdftest.Document {
	t.Helper()
	out, err := Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	back, err := tagpdftest.Read(out)
	if err != nil {
		t.Fatal(err)
	}
	return back
}

// normal is text on one line, as it is compared.
func normal(s string) string { return strings.Join(strings.Fields(norm.NFC.String(s)), " ") }

func normalAll(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = normal(s)
	}
	return out
}

// TestTree compares the tags of a report with its document.
func TestTree(t *testing.T) {
	for name, doc := range map[string]*document.Document{
		"one of each": documenttest.OneOfEach(),
		"typical":     typical(),
	} {
		t.Run(name, func(t *testing.T) {
			back, want := read(t, doc), documenttest.InReadingOrder(doc)
			var headings, heads, alts []string
			for _, h := range back.Root.All("H1", "H2", "H3", "H4", "H5", "H6") {
				headings = append(headings, normal(h.Role[1:]+" "+h.Text()))
			}
			for _, th := range back.Root.All("TH") {
				heads = append(heads, normal(th.Scope+" "+th.Text()))
			}
			for _, f := range back.Root.All("Figure") {
				alts = append(alts, normal(f.Alt))
				if len(f.BBox) != 4 {
					t.Errorf("figure %q has no box", f.Alt)
				}
			}
			if d := cmp.Diff(normalAll(want.Headings), headings); d != "" {
				t.Error("headings (-document +PDF)", d)
			}
			if d := cmp.Diff(normalAll(want.Heads), heads); d != "" {
				t.Error("header cells", d)
			}
			if d := cmp.Diff(normalAll(want.Alts), alts); d != "" {
				t.Error("figures", d)
			}
			if tables, notes := len(back.Root.All("Table")), len(back.Root.All("Note")); tables != want.Tables || notes != want.Notes {
				t.Errorf("%d tables and %d notes, the document has %d and %d", tables, notes, want.Tables, want.Notes)
			}
			if d := cmp.Diff(letters(want.Text), strings.Replace(letters(spoken(back)), letters(NotesRemark), "", 1)); d != "" {
				t.Error("words", d)
			}
		})
	}
}

// TestHeadsOverColumns: a head over a pair of columns takes both, and one beside it both
// rows, so that each value has its year and its unit as heads.
func TestHeadsOverColumns(t *testing.T) {
	var got []string
	for _, table := range read(t, documenttest.OneOfEach()).Root.All("Table") {
		if !strings.Contains(table.Text(), "Pairs of values under years") {
			continue
		}
		for _, row := range table.All("THead")[0].All("TR") {
			var cells []string
			for _, th := range row.All("TH") {
				cells = append(cells, fmt.Sprintf("%s %s %dx%d", normal(th.Text()), th.Scope, th.Columns, th.Rows))
			}
			got = append(got, strings.Join(cells, "; "))
		}
	}
	want := []string{
		"Partner Column 0x2; 2024/25 Column 2x0; 2025/26 & <provisional>[3] Column 2x0; A remark that takes both rows of heads and several lines Column 0x2",
		"Number Column 0x0; Share of all Column 0x0; Number Column 0x0; Share of all Column 0x0",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// letters are what texts are compared by, because words may be divided between
// elements.
func letters(s string) string { return strings.Join(strings.Fields(norm.NFC.String(s)), "") }

// spoken is the file's text with figures and contents as documenttest has them.
func spoken(back *tagpdftest.Document) string {
	for _, f := range back.Root.All("Figure") {
		f.ActualText = "⟨" + f.Alt + "⟩ "
	}
	if toc := back.Root.All("TOC"); len(toc) > 0 {
		toc[0].ActualText = "⟨contents⟩ "
	}
	for _, n := range back.Root.All("Note") {
		for _, pages := range n.All("P")[1:] {
			pages.ActualText = " " // the pages that it is marked on
		}
	}
	return norm.NFC.String(back.Root.Text())
}

// TestData compares what the tags say of data with the document's, place for place.
func TestData(t *testing.T) {
	doc := documenttest.OneOfEach()
	var want, got []string
	w := document.Walker{Inline: func(i document.Inline) error {
		if d, ok := i.(*document.Datum); ok {
			want = append(want, fmt.Sprintf("%s %s %s %s", d.Display, d.ID, d.Value, d.Position))
		}
		return nil
	}}
	if err := w.Walk(doc); err != nil {
		t.Fatal(err)
	}
	for _, s := range read(t, doc).Root.All("Span") {
		if s.Properties != nil {
			got = append(got, normal(fmt.Sprintf("%s %s %s %s", s.Text(), s.Properties[DatumID], s.Properties[DatumValue], s.Properties[DatumSource])))
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if d := cmp.Diff(normalAll(want), got); d != "" || len(want) < 5 {
		t.Errorf("%d data (-document +PDF) %s", len(want), d)
	}
}

// TestContents compares the contents with where the headings of the first two levels
// are, and the bookmarks with all of them.
func TestContents(t *testing.T) {
	back := read(t, typical())
	var want, got []string
	var marks, bookmarks []tagpdftest.Bookmark
	for _, h := range back.Root.All("H2", "H3", "H4", "H5", "H6") {
		if title := normal(h.Text()); title != "Contents" {
			if h.Role == "H2" || h.Role == "H3" && !strings.HasPrefix(title, document.CaseStudy.Words()) {
				want = append(want, fmt.Sprintf("%s %d", title, h.FirstPage()))
			}
			bookmarks = append(bookmarks, tagpdftest.Bookmark{Level: int(h.Role[1] - '1'), Title: title, Page: h.FirstPage()})
		}
	}
	for _, item := range back.Root.All("TOCI") {
		text := normal(item.Text())
		got = append(got, text)
		link := item.All("Link")[0]
		if target := link.Parts[len(link.Parts)-1].Link; !strings.HasSuffix(text, " "+strings.TrimPrefix(target, "page ")) {
			t.Errorf("%q leads to %s", text, target)
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error("contents (-headings +contents)", d)
	}
	for _, b := range back.Bookmarks {
		if b.Title != "Contents" {
			marks = append(marks, b)
		}
	}
	if d := cmp.Diff(bookmarks, marks); d != "" {
		t.Error("bookmarks (-headings +bookmarks)", d)
	}
}

// A note that is marked once has one way back, its number. One that is marked more often
// leads to each page that has a mark, and to a page once.
func TestWaysBackFromNotes(t *testing.T) {
	once := &document.Note{Number: 1, ID: "once", Content: document.Plain("Marked once.")}
	often := &document.Note{Number: 2, ID: "often", Content: document.Plain("Marked often.")}
	marked := func(notes ...*document.Note) *document.Paragraph {
		p := para(words(8))
		for _, n := range notes {
			p.Content = append(p.Content, &document.NoteMark{Note: n})
		}
		return p
	}
	one, two, three := chapter("one", marked(once, often, often)), chapter("two", marked(often)), chapter("three", marked(often, often))
	for _, s := range []*document.Section{one, two, three} {
		s.OnePage = true
	}
	doc := report(one, two, three)
	doc.Notes = []*document.Note{once, often}
	notes := read(t, doc).Root.All("Note")
	for i, want := range []string{"[1] Marked once. → [1] page 3", "[2] Marked often. Marked on pages 3, 4 and 5. → 3 page 3 → 4 page 4 → 5 page 5"} {
		got := normal(notes[i].Text())
		for _, l := range notes[i].All("Link") {
			for _, p := range l.Parts {
				if p.Link != "" {
					got += " → " + normal(l.Text()) + " " + p.Link
				}
			}
		}
		if got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// TestNotes checks that notes and their marks lead to each other.
func TestNotes(t *testing.T) {
	back := read(t, documenttest.OneOfEach())
	notes := back.Root.All("Note")
	if len(notes) != 3 {
		t.Fatalf("%d notes", len(notes))
	}
	pages := map[int]bool{}
	for _, n := range notes {
		if n.ID == "" {
			t.Error("a note has no ID")
		}
		pages[n.FirstPage()] = true
		if len(n.All("Link")) == 0 {
			t.Errorf("note %s has no way back", n.ID)
		}
	}
	marks := 0
	for _, ref := range back.Root.All("Reference") {
		if !strings.HasPrefix(ref.Text(), "[") {
			continue
		}
		marks++
		i := slices.IndexFunc(ref.All("Link")[0].Parts, func(p tagpdftest.Part) bool { return p.Link != "" })
		var page int
		if _, err := fmt.Sscanf(ref.All("Link")[0].Parts[i].Link, "page %d", &page); err != nil || !pages[page] {
			t.Errorf("mark %s leads to page %d, where no note is", ref.Text(), page)
		}
	}
	if marks != 7 {
		t.Errorf("%d marks in the tags, want 7", marks)
	}
}
