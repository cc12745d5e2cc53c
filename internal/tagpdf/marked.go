package tagpdf

import (
	"errors"
	"fmt"
)

// ArtifactKind says why something is on the page that isn't content.
type ArtifactKind int

// Artifacts of ISO 32000-1, 14.8.2.2.
const (
	// Layout is decoration: rules, fills, dotted leaders.
	Layout ArtifactKind = iota
	// Background is behind the content.
	Background
	// Header is a running head.
	Header
	// Footer is a page number.
	Footer
	// Watermark is printed across the page.
	Watermark
	// Repeat is content shown again, such as a table's head on its next page.
	Repeat
)

var artifactProperties = [...]string{
	Layout:     "/Type /Layout",
	Background: "/Type /Background",
	Header:     "/Type /Pagination /Subtype /Header /Attached [/Top]",
	Footer:     "/Type /Pagination /Subtype /Footer /Attached [/Bottom]",
	Watermark:  "/Type /Pagination /Subtype /Watermark",
	Repeat:     "/Type /Pagination",
}

// Artifact makes what draw draws an artifact, which assistive technology skips.
func (w *Writer) Artifact(kind ArtifactKind, draw func()) {
	if !w.ready() {
		return
	}
	if w.artifact {
		draw()
		return
	}
	w.endMarked()
	w.artifact = true
	w.content.op("/Artifact <<" + artifactProperties[kind] + ">> BDC")
	draw()
	w.content.op("EMC")
	w.artifact = false
}

// mark makes what is drawn next content of the open element. What an element
// draws on a page without interruption is one piece of marked content.
func (w *Writer) mark() bool {
	if !w.ready() {
		return false
	}
	if w.artifact || w.marked == w.top() {
		return true
	}
	w.endMarked()
	e := w.top()
	if e == w.root {
		w.fail(errors.New("tagpdf: drawn outside every element and artifact"))
		return false
	}
	p := w.current()
	id := len(p.contents)
	p.contents = append(p.contents, e)
	e.children = append(e.children, child{page: len(w.pages), marked: id})
	w.content.begin(e.role, id)
	w.marked = e
	return true
}

func (w *Writer) endMarked() {
	if w.marked != nil {
		w.content.op("EMC")
	}
	w.marked = nil
}

// destination is a place that links lead to.
type destination struct {
	page int
	y    float64 // from the page's bottom
}

// Destination names the height y on the current page. Names are unique.
func (w *Writer) Destination(name string, y float64) {
	if !w.ready() {
		return
	}
	if _, taken := w.destinations[name]; taken {
		w.fail(fmt.Errorf("tagpdf: two destinations are called %q", name))
		return
	}
	_, h := w.PageSize()
	w.destinations[name] = destination{len(w.pages), h - y}
}

// link is a link annotation.
type link struct {
	element     *Element
	page        int
	box         box
	uri         string
	destination string
	words       string
	object      int
	parentKey   int
}

// LinkURI lays a link to an address over a rectangle. It belongs to the Link
// that is open. The words say where it leads.
func (w *Writer) LinkURI(x, y, width, height float64, uri, words string) {
	w.link(x, y, width, height, link{uri: uri, words: words})
}

// LinkTo lays a link to a named destination over a rectangle.
func (w *Writer) LinkTo(x, y, width, height float64, name, words string) {
	w.link(x, y, width, height, link{destination: name, words: words})
}

func (w *Writer) link(x, y, width, height float64, l link) {
	if !w.ready() {
		return
	}
	i := len(w.stack) - 1
	for i > 0 && w.stack[i].role != Link {
		i--
	}
	e := w.stack[i]
	if e == w.root {
		w.fail(fmt.Errorf("tagpdf: a link inside %s, outside every Link", w.top().role))
		return
	}
	_, h := w.PageSize()
	l.element, l.page = e, len(w.pages)
	l.box = box{x, h - y - height, x + width, h - y}
	p := w.current()
	p.links = append(p.links, &l)
	e.children = append(e.children, child{link: &l, page: l.page})
}

// bookmark is an entry of the outline.
type bookmark struct {
	title string
	level int
	destination
}

// Bookmark adds an entry to the document's outline, at level 1 or deeper. An
// entry more than one level deeper than the one before it goes one deeper.
func (w *Writer) Bookmark(level int, title string, y float64) {
	if !w.ready() {
		return
	}
	last := 0
	if n := len(w.bookmarks); n > 0 {
		last = w.bookmarks[n-1].level
	}
	_, h := w.PageSize()
	w.bookmarks = append(w.bookmarks, bookmark{title, max(1, min(level, last+1)), destination{len(w.pages), h - y}})
}
