package render_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"

	"apr/internal/document"
	"apr/internal/document/documenttest"
	"apr/report/render/pdf"
)

// normal is text on one line, as it is compared.
func normal(s string) string { return strings.Join(strings.Fields(norm.NFC.String(s)), " ") }

func normalAll(texts []string) []string {
	var out []string
	for _, s := range texts {
		out = append(out, normal(s))
	}
	return out
}

// letters leave out where lines, cells and words are divided.
func letters(s string) string { return strings.Join(strings.Fields(norm.NFC.String(s)), "") }

// compare holds what a rendering says against the document.
func compare(t *testing.T, want *documenttest.ReadingOrder, headings, heads, alts []string) {
	t.Helper()
	if d := cmp.Diff(normalAll(want.Headings), headings); d != "" {
		t.Errorf("headings (-document +rendering):\n%s", d)
	}
	if d := cmp.Diff(normalAll(want.Heads), heads); d != "" {
		t.Errorf("header cells (-document +rendering):\n%s", d)
	}
	if d := cmp.Diff(normalAll(want.Alts), alts); d != "" {
		t.Errorf("descriptions (-document +rendering):\n%s", d)
	}
}

// TestTheTagsOfThePDFSayTheDocument reads the PDF's structure tree back: the
// same headings in the same order, each table's header cells with their scope,
// each figure's description and box, and every word once, in reading order.
func TestTheTagsOfThePDFSayTheDocument(t *testing.T) {
	each(t, func(t *testing.T, b *built) {
		back := tags(t, b.readPDF)
		joinParts(back.Root)
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
				t.Errorf("the figure %q has no box", f.Alt)
			}
			f.ActualText = "⟨" + f.Alt + "⟩ "
		}
		want := documenttest.InReadingOrder(b.doc)
		if b.doc.Meta.Brief { // on paper it has no list of contents
			want.Headings = slices.DeleteFunc(want.Headings, func(h string) bool { return h == "2 Contents" })
			want.Text = strings.Replace(want.Text, "Contents ⟨contents⟩", "", 1)
		}
		compare(t, want, headings, heads, alts)
		if n := len(back.Root.All("Table")); n != want.Tables {
			t.Errorf("%d tables; the document has %d", n, want.Tables)
		}
		if n := len(back.Root.All("Note")); n != want.Notes {
			t.Errorf("%d notes; the document has %d", n, want.Notes)
		}
		contents := back.Root.All("TOC")
		if (len(contents) == 0) != b.doc.Meta.Brief {
			t.Fatalf("%d lists of contents", len(contents))
		}
		if len(contents) > 0 {
			contents[0].ActualText = "⟨contents⟩ "
		}
		for _, n := range back.Root.All("Note") {
			for _, pages := range n.All("P")[1:] {
				pages.ActualText = " " // that it is marked on
			}
		}
		said := strings.Replace(letters(back.Root.Text()), letters(pdf.NotesRemark), "", 1)
		if d := differ(letters(want.Text), said); d != "" {
			t.Error("words: " + d)
		}
	})
}

// differ shows where two long texts part.
func differ(want, got string) string {
	if want == got {
		return ""
	}
	a, b := []rune(want), []rune(got)
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	around := func(s []rune) string { return string(s[max(i-60, 0):min(i+60, len(s))]) }
	return fmt.Sprintf("the document goes on …%s…\nthe rendering …%s…", around(a), around(b))
}

// page is an HTML page that was read back.
type page struct{ root *html.Node }

func (p page) all(f func(*html.Node)) {
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode {
			f(n)
		}
	}
}

// withoutPrint takes out what only print shows: the parts of tables that are too
// wide for paper.
func (p page) withoutPrint() {
	var printed []*html.Node
	p.all(func(n *html.Node) {
		if slices.Contains(strings.Fields(attr(n, "class")), "on-paper") {
			printed = append(printed, n)
		}
	})
	for _, n := range printed {
		n.Parent.RemoveChild(n)
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func content(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode:
			b.WriteString(d.Data)
		case d.Type == html.ElementNode && d.Data == "br":
			b.WriteByte(' ')
		}
	}
	return normal(b.String())
}

// wide is the drawing for wide pages before the one for narrow pages, which the
// style shows in its place; nil for the first.
func wide(svg *html.Node) *html.Node {
	for n := svg.PrevSibling; n != nil; n = n.PrevSibling {
		if n.Type == html.ElementNode {
			if n.Data == "svg" {
				return n
			}
			return nil
		}
	}
	return nil
}

// TestThePageSaysTheDocument reads the HTML back: what can be known without a
// browser.
func TestThePageSaysTheDocument(t *testing.T) {
	each(t, func(t *testing.T, b *built) {
		root, err := html.Parse(bytes.NewReader(b.file(t, "report.html")))
		if err != nil {
			t.Fatal(err)
		}
		page{root}.withoutPrint()
		var headings, heads, alts []string
		captions, last := 0, 0
		page{root}.all(func(n *html.Node) {
			switch n.Data {
			case "h1", "h2", "h3", "h4", "h5", "h6":
				rank := int(n.Data[1] - '0')
				if rank > last+1 {
					t.Errorf("%s %q skips a level", n.Data, content(n))
				}
				last = rank
				headings = append(headings, fmt.Sprintf("%d %s", rank, content(n)))
			case "th":
				scope := map[string]string{"col": "Column", "colgroup": "Column", "row": "Row"}[attr(n, "scope")]
				heads = append(heads, normal(scope+" "+strings.ReplaceAll(content(n), "[note ", "[")))
			case "caption":
				if content(n) != "" {
					captions++
				}
			case "svg":
				if label := normal(attr(n, "aria-label")); wide(n) != nil {
					if label != normal(attr(wide(n), "aria-label")) {
						t.Errorf("the narrow drawing says %q, the wide one something else", label)
					}
				} else if attr(n, "role") == "img" {
					alts = append(alts, normal(attr(n, "aria-label")))
				} else if attr(n, "aria-hidden") != "true" {
					t.Error("a drawing is neither described nor hidden")
				}
			case "img":
				if alt := normal(attr(n, "alt")); alt != "" { // else it is decorative
					alts = append(alts, alt)
				}
			case "a":
				if attr(n, "href") != "" && content(n) == "" {
					t.Errorf("the link to %q has no text", attr(n, "href"))
				}
			}
		})
		want := documenttest.InReadingOrder(b.doc)
		// The page's contents are navigation with a label, not a heading.
		want.Headings = slices.DeleteFunc(want.Headings, func(h string) bool { return h == "2 Contents" })
		compare(t, want, headings, heads, alts)
		if captions != want.Tables {
			t.Errorf("%d captions; the document has %d tables", captions, want.Tables)
		}
	})
}

// Under a heading is one sentence about the law, the same in every format.
func TestEveryFormatCitesTheLawInTheSameSentence(t *testing.T) {
	each(t, func(t *testing.T, b *built) {
		back := tags(t, b.readOnce)
		root, err := html.Parse(bytes.NewReader(b.file(t, "report.html")))
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{
			"PDF": letters(back.Root.Text()), "HTML": letters(content(root)),
			"Markdown": letters(strings.ReplaceAll(string(b.file(t, "report.md")), `\`, "")),
		}
		var sentences []string
		w := document.Walker{Block: func(block document.Block) error {
			if r, ok := block.(*document.StatutoryReference); ok {
				sentences = append(sentences, r.String())
			}
			return nil
		}}
		if err := w.Walk(b.doc); err != nil {
			t.Fatal(err)
		}
		for _, sentence := range sentences {
			for format, text := range texts {
				if !strings.Contains(text, letters(sentence)) {
					t.Errorf("the %s lacks %q", format, sentence)
				}
			}
		}
	})
}
