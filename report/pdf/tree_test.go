package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"apr/internal/tagpdf/tagpdftest"
	"apr/report/document"
	"apr/report/document/documenttest"
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

// model is what a listener should hear, taken from the document by itself.
type model struct {
	headings []string
	heads    []string // each table's header cells with their scope
	figures  []string // alternative texts
	words    []string
}

func (m *model) say(s string) { m.words = append(m.words, strings.Fields(norm.NFC.String(s))...) }

func modelOf(t *testing.T, doc *document.Document) *model {
	t.Helper()
	m := &model{}
	md := doc.Meta
	m.headings = append(m.headings, "H1 "+md.Title)
	m.say(md.Authority + " " + md.Title + " " + md.Subtitle)
	if !strings.Contains(md.Title+md.Subtitle, md.Year) {
		m.say("Reporting year " + md.Year)
	}
	m.say(md.State)
	for _, n := range md.CoverNotes {
		m.say(heard(n))
	}
	if len(doc.Sections)+len(doc.Notes) > 0 {
		m.headings = append(m.headings, "H2 Contents")
		m.say("Contents ⟨contents⟩")
	}
	for _, s := range doc.Sections {
		m.section(s)
	}
	if len(doc.Notes) > 0 {
		m.headings = append(m.headings, "H2 Notes")
		m.say("Notes")
	}
	for _, n := range doc.Notes {
		m.say(fmt.Sprintf("[%d] %s", n.Number, heard(n.Content)))
	}
	return m
}

// heard is a line of inlines with its note marks.
func heard(is document.Inlines) string {
	var b strings.Builder
	w := document.Walker{Inline: func(i document.Inline) error {
		switch i := i.(type) {
		case *document.Text:
			b.WriteString(i.Text)
		case *document.Datum:
			b.WriteString(i.Display)
		case *document.NoteMark:
			fmt.Fprintf(&b, "[%d]", i.Note.Number)
		case *document.LineBreak:
			b.WriteByte(' ')
		}
		return nil
	}}
	_ = w.Inlines(is)
	return b.String()
}

func (m *model) section(s *document.Section) {
	m.headings = append(m.headings, fmt.Sprintf("H%d %s", s.Level+1, s.Title))
	m.say(s.Title)
	m.blocks(s.Blocks)
	for _, below := range s.Sections {
		m.section(below)
	}
}

func (m *model) blocks(blocks []document.Block) {
	for _, b := range blocks {
		m.block(b)
	}
}

func (m *model) block(b document.Block) {
	switch b := b.(type) {
	case *document.Paragraph:
		m.say(heard(b.Content))
	case *document.List:
		for i, item := range b.Items {
			label := "•"
			if b.Ordered {
				label = fmt.Sprintf("%d.", b.Start+i)
			}
			m.say(label)
			m.blocks(item)
		}
	case *document.Definitions:
		for _, d := range b.Entries {
			m.say(heard(d.Term))
			m.blocks(d.Meaning)
		}
	case *document.Table:
		m.table(b)
	case *document.Figure:
		m.say(fmt.Sprintf("Figure %d: %s %s ⟨%s⟩ Source: %s", b.Number, b.Caption, b.Subtitle, b.Alt, b.Source))
		m.figures = append(m.figures, b.Alt)
		m.table(b.Data)
	case *document.Picture:
		m.say("⟨" + b.Alt + "⟩ " + b.Caption)
		m.figures = append(m.figures, b.Alt)
	case *document.Callout:
		m.say(b.Title)
		m.blocks(b.Blocks)
	case *document.CaseStudy:
		m.say("Case study: " + b.Title)
		m.blocks(b.Blocks)
	case *document.Quotation:
		m.blocks(b.Blocks)
		if len(b.Attribution) > 0 {
			m.say("— " + heard(b.Attribution))
		}
	case *document.StatutoryReference:
		m.say("Answers " + strings.Join(b.Provisions, " and ") + " (" + b.Instrument + ")")
	case *document.KeyFigures:
		for _, k := range b.Items {
			m.say(heard(k.Value) + " " + heard(k.Label) + " " + heard(k.StatusWord))
		}
	}
}

func (m *model) table(t *document.Table) {
	caption := t.Caption
	if t.Number > 0 {
		caption = fmt.Sprintf("Table %d: %s", t.Number, caption)
	}
	m.say(caption)
	for _, c := range t.Columns {
		m.heads = append(m.heads, "Column "+heard(c.Head))
		m.say(heard(c.Head))
	}
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			if i < t.RowHeads {
				m.heads = append(m.heads, "Row "+heard(c.Content))
			}
			m.say(heard(c.Content))
		}
	}
	for _, n := range t.Notes {
		m.say(heard(n))
	}
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
			back, want := read(t, doc), modelOf(t, doc)
			var headings, heads, figures []string
			for _, h := range back.Root.All("H1", "H2", "H3", "H4", "H5", "H6") {
				headings = append(headings, normal(h.Role+" "+h.Text()))
			}
			for _, th := range back.Root.All("TH") {
				heads = append(heads, normal(th.Scope+" "+th.Text()))
			}
			for _, f := range back.Root.All("Figure") {
				figures = append(figures, f.Alt)
				if len(f.BBox) != 4 {
					t.Errorf("figure %q has no box", f.Alt)
				}
			}
			if d := cmp.Diff(normalAll(want.headings), headings); d != "" {
				t.Error("headings (-document +PDF)", d)
			}
			if d := cmp.Diff(normalAll(want.heads), heads); d != "" {
				t.Error("header cells", d)
			}
			if d := cmp.Diff(want.figures, figures); d != "" {
				t.Error("figures", d)
			}
			// Words may be divided between elements, so letters are compared.
			letters := func(words []string) string { return strings.Join(words, "") }
			if d := cmp.Diff(letters(want.words), letters(strings.Fields(spoken(back)))); d != "" {
				t.Error("words", d)
			}
		})
	}
}

// spoken is the file's text with figures and contents as the model has them.
func spoken(back *tagpdftest.Document) string {
	for _, f := range back.Root.All("Figure") {
		f.ActualText = "⟨" + f.Alt + "⟩ "
	}
	if toc := back.Root.All("TOC"); len(toc) > 0 {
		toc[0].ActualText = "⟨contents⟩ "
	}
	return norm.NFC.String(back.Root.Text())
}

// TestContents compares the contents and the bookmarks with where the headings are.
func TestContents(t *testing.T) {
	back := read(t, typical())
	var want, got []string
	var marks, bookmarks []tagpdftest.Bookmark
	for _, h := range back.Root.All("H2", "H3") {
		if title := normal(h.Text()); title != "Contents" {
			want = append(want, fmt.Sprintf("%s %d", title, h.FirstPage()))
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
		link := n.All("Lbl")[0].All("Link")
		if len(link) != 1 || !strings.HasPrefix(link[0].Parts[len(link[0].Parts)-1].Link, "page ") {
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
	if marks != 6 {
		t.Errorf("%d marks in the tags, want 6", marks)
	}
}
