// Package tagpdf writes tagged PDF files that meet PDF/UA-1 (ISO 14289-1) and
// PDF/A-2 at level A (ISO 19005-2).
//
// fpdf writes the file with its pages, images and properties, and cuts fonts; it
// knows nothing of tags. A Writer writes the content of the pages, bracketed with
// marked content, keeps the structure tree in memory, and adds to fpdf's finished
// file the fonts and what fpdf has no words for: structure tree, parent tree, tagged
// links, outlines, identifiers.
//
// Whatever is drawn belongs to the structure element that is open, or to an
// Artifact. Coordinates are points from the page's top left corner.
//
// The first thing that goes wrong is kept and returned by Output; after it
// drawing does nothing. Nothing panics on account of text.
package tagpdf

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

// Info is what the file says about itself.
type Info struct {
	Title    string
	Author   string
	Subject  string
	Language string // BCP 47; PDF/UA-1 clause 7.2 needs one
	// Generator names the program; the producer adds the libraries beneath it.
	Generator string
	// Date is the day of creation; a zero date leaves all dates out.
	Date time.Time
}

// Orientation of an A4 page.
type Orientation int

// The two ways an A4 page may lie.
const (
	Portrait Orientation = iota
	Landscape
)

// A4 in points, as fpdf rounds it.
const (
	A4Short = 595.28
	A4Long  = 841.89
)

// Size is the width and height of an A4 page.
func (o Orientation) Size() (width, height float64) {
	if o == Landscape {
		return A4Long, A4Short
	}
	return A4Short, A4Long
}

// Writer is a document in the making.
type Writer struct {
	info Info
	err  error

	root  *Element
	stack []*Element // open elements; the first is root
	pages []*page

	content  content  // of the current page
	marked   *Element // the element whose marked content is open
	artifact bool
	packing  sync.WaitGroup // compresses the pages that are done

	destinations map[string]destination
	bookmarks    []bookmark
	images       []*Image // in the order of their resources
	used         [fontCount]runeSet
	state        state
	// userProperties is true once an element has one.
	userProperties bool
}

// page is what the structure tree needs to know of a page.
type page struct {
	orientation Orientation
	contents    []*Element // by marked-content identifier
	links       []*link
	stream      []byte // the content, when it has been compressed
}

// New starts a document without pages.
func New(info Info) *Writer {
	w := &Writer{
		info:         info,
		destinations: map[string]destination{},
	}
	w.root = &Element{role: "Document"}
	w.stack = []*Element{w.root}
	for f := range w.used {
		w.used[f].rest = map[rune]bool{}
	}
	if info.Title == "" || info.Language == "" {
		w.fail(errors.New("tagpdf: a tagged document needs a title and a language"))
	}
	return w
}

// fail keeps the first error.
func (w *Writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

// AddPage ends the page and starts another. Open elements stay open.
func (w *Writer) AddPage(o Orientation) {
	if w.err != nil {
		return
	}
	if w.artifact {
		w.fail(errors.New("tagpdf: page turned inside an artifact"))
		return
	}
	w.endPage()
	w.pages = append(w.pages, &page{orientation: o})
	w.state = state{}
}

// endPage has the page's content compressed next to what is drawn next.
func (w *Writer) endPage() {
	w.endMarked()
	if len(w.pages) == 0 {
		return
	}
	done, p := w.content, w.current()
	w.content = make(content, 0, max(len(done), 8<<10))
	w.packing.Go(func() { p.stream = stream("", done) })
}

// PageSize is the size of the current page.
func (w *Writer) PageSize() (width, height float64) {
	if len(w.pages) == 0 {
		return Portrait.Size()
	}
	return w.current().orientation.Size()
}

func (w *Writer) current() *page { return w.pages[len(w.pages)-1] }

// ready reports whether there is a page to draw on and no error yet.
func (w *Writer) ready() bool {
	if w.err == nil && len(w.pages) == 0 {
		w.fail(errors.New("tagpdf: drawn before the first page"))
	}
	return w.err == nil
}

// Output is the finished file.
func (w *Writer) Output() ([]byte, error) {
	if w.err == nil && len(w.pages) == 0 {
		w.fail(errors.New("tagpdf: a document without pages"))
	}
	if w.err == nil && len(w.stack) > 1 {
		w.fail(fmt.Errorf("tagpdf: element %s was not ended", w.top().role))
	}
	if w.err != nil {
		return nil, w.err
	}
	w.endPage()
	out, err := w.finish()
	w.packing.Wait()
	if err != nil {
		return nil, fmt.Errorf("tagpdf: %w", err)
	}
	return out, nil
}
