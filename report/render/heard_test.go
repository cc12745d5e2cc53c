package render_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"apr/report/render/pdf"
)

// stops counts what the keyboard stops at in a page as it opens on a wide screen, by
// kind. What is folded up, what the style shows only on narrow screens, and the ways
// back that it hides aren't stops.
func stops(root *html.Node) map[string]int {
	found := map[string]int{}
	var walk func(n *html.Node, kind string)
	walk = func(n *html.Node, kind string) {
		class := strings.Fields(attr(n, "class"))
		has := func(name string) bool { return slices.Contains(class, name) }
		switch {
		case n.Type == html.ElementNode && (has("narrow-screen") || has("on-paper") || has("grip") || has("other") && has("back")):
			return
		case n.Data == "nav":
			kind = "contents"
		case n.Data == "summary":
			found["unfold"]++
		case attr(n, "tabindex") == "0":
			found["regions"]++
		case n.Data == "a" && attr(n, "href") != "":
			switch {
			case has("back"):
				found["back"]++
			case strings.HasPrefix(attr(n, "id"), "doc-mark-"):
				found["marks"]++
			case kind != "":
				found[kind]++
			default:
				found["links"]++
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if n.Data == "details" && c.Data != "summary" {
				continue
			}
			walk(c, kind)
		}
	}
	walk(root, "")
	return found
}

// ceilings are the most stops that each report may have, by kind. There were 665 in the
// first example, 185 of them marks of notes and 268 ways back.
var ceilings = map[string]map[string]int{
	"carrickmoor":          {"contents": 95, "marks": 30, "back": 15, "unfold": 0, "links": 105},
	"ardenmuir":            {"contents": 55, "marks": 25, "back": 10, "unfold": 3, "links": 125},
	"edge-cases":           {"contents": 80, "marks": 20, "back": 15, "unfold": 0, "links": 90},
	"board":                {"contents": 15, "marks": 3, "back": 3, "unfold": 6, "links": 12},
	"management":           {"contents": 25, "marks": 30, "back": 10, "unfold": 6, "links": 12},
	"locality":             {"contents": 8, "marks": 7, "back": 3, "unfold": 0, "links": 12},
	"summary":              {"contents": 10, "marks": 0, "back": 0, "unfold": 0, "links": 20},
	"ardenmuir-board":      {"contents": 12, "marks": 0, "back": 0, "unfold": 6, "links": 12},
	"ardenmuir-management": {"contents": 25, "marks": 26, "back": 6, "unfold": 6, "links": 12},
	"ardenmuir-locality":   {"contents": 5, "marks": 0, "back": 0, "unfold": 0, "links": 12},
	"ardenmuir-summary":    {"contents": 10, "marks": 0, "back": 0, "unfold": 0, "links": 16},
	"ardenmuir-easy-read":  {"contents": 10, "marks": 0, "back": 0, "unfold": 0, "links": 12},
}

// TestTabStops holds what the keyboard stops at under a ceiling for each kind.
func TestTabStops(t *testing.T) {
	each(t, func(t *testing.T, b *built) {
		root, err := html.Parse(bytes.NewReader(b.file(t, "report.html")))
		if err != nil {
			t.Fatal(err)
		}
		got, total := stops(root), 0
		for _, n := range got {
			total += n
		}
		t.Log(got, total)
		if got["back"] != len(b.doc.Notes) {
			t.Errorf("%d ways back from %d notes", got["back"], len(b.doc.Notes))
		}
		if got["regions"] > 0 {
			t.Errorf("%d regions are stops whether they scroll or not", got["regions"])
		}
		for kind, n := range got {
			if most, known := ceilings[b.name][kind]; !known || n > most {
				t.Errorf("%d stops at %s; at most %d", n, kind, most)
			}
		}
	})
}

// TestNotesOfThePDFLeadBack holds the ways back from each note against the pages that
// have its marks.
func TestNotesOfThePDFLeadBack(t *testing.T) {
	each(t, func(t *testing.T, b *built) {
		back := tags(t, b.readOnce)
		want, got := map[string][]string{}, map[string][]string{}
		for _, mark := range back.Root.All("Reference") {
			if n := normal(mark.Text()); strings.HasPrefix(n, "[") {
				want[n] = append(want[n], fmt.Sprint("page ", mark.FirstPage()))
			}
		}
		for n, pages := range want {
			want[n] = slices.Compact(pages)
		}
		for _, note := range back.Root.All("Note") {
			n := normal(note.All("Lbl")[0].Text())
			for _, link := range note.All("Link") {
				for _, p := range link.Parts {
					if strings.HasPrefix(p.Link, "page ") {
						got[n] = append(got[n], p.Link)
					}
				}
			}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Error("pages with marks, and where notes lead (-marks +notes)", d)
		}
	})
}

// heard is what a screen reader says of a part of a page, without what helps only in a
// browser: the names of what unfolds and scrolls, and ways back.
func heard(n *html.Node) string {
	var out strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		class := strings.Fields(attr(n, "class"))
		has := func(name string) bool { return slices.Contains(class, name) }
		switch {
		case n.Type == html.TextNode:
			out.WriteString(n.Data + " ")
			return
		case attr(n, "aria-hidden") == "true", n.Data == "summary", has("grip"), has("back"), has("on-paper"):
			return
		case n.Data == "svg":
			if wide(n) == nil && has("sign") {
				out.WriteString(attr(n, "aria-label") + " ")
			} else if wide(n) == nil {
				out.WriteString("⟨" + attr(n, "aria-label") + "⟩ ")
			}
			return
		case n.Data == "img":
			out.WriteString("⟨" + attr(n, "alt") + "⟩ ")
			return
		case has("vh") && (n.Parent.Data == "a" || attr(n.Parent, "class") == "kf-label"):
			return // "note", and the colon behind a key figure's label
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return out.String()
}

// TestThePDFIsHeardAsThePageIs reads the PDF's structure tree as text, and the page as
// a screen reader does: both say the same words in the same order.
func TestThePDFIsHeardAsThePageIs(t *testing.T) {
	each(t, func(t *testing.T, b *built) {
		back := tags(t, b.readPDF)
		joinParts(back.Root)
		for _, f := range back.Root.All("Figure") {
			f.ActualText = "⟨" + f.Alt + "⟩ "
		}
		for _, item := range back.Root.All("LI") {
			for _, label := range item.All("Lbl") {
				if number, isOne := strings.CutSuffix(normal(label.Text()), "."); isOne && strings.Trim(number, "0123456789") == "" {
					label.ActualText = " " // a browser counts by itself
				}
			}
		}
		tree := ""
		if contents := back.Root.All("TOC"); b.doc.Meta.Brief {
			begins := letters(b.doc.Sections[0].Title) // right below the title of the whole
			_, rest, _ := strings.Cut(letters(back.Root.Text()), begins)
			tree = begins + rest
		} else {
			contents[0].ActualText = "⟨contents⟩ "
			_, tree, _ = strings.Cut(letters(back.Root.Text()), "⟨contents⟩")
		}
		tree, _, _ = strings.Cut(tree, letters("Notes "+pdf.NotesRemark))

		root, err := html.Parse(bytes.NewReader(b.file(t, "report.html")))
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		page{root}.all(func(n *html.Node) {
			if n.Data != "main" {
				return
			}
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				if attr(c, "id") != "doc-notes" && c.Data != "nav" {
					said += heard(c)
				}
			}
		})
		plain := func(s string) string { return strings.NewReplacer("—", "", "•", "").Replace(letters(s)) }
		if d := differ(plain(said), plain(tree)); d != "" {
			t.Error("the page goes on as the document, the PDF as the rendering: " + d)
		}
		if len(said) < 500 { // a report of two measures has some 800
			t.Errorf("only %d bytes were heard", len(said))
		}
	})
}
