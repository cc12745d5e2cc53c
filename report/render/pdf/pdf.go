// Package pdf writes a report as a tagged PDF (PDF/UA-1 and PDF/A-2a): A4, Liberation Sans,
// with a cover, contents, bookmarks, running heads and page numbers.
//
// A document becomes a galley, one long column of lines, rows and charts; the
// galley is cut into sheets; then the sheets are drawn. Lines and pages are
// broken here; structure, fonts and objects are tagpdf's.
package pdf

import (
	"fmt"
	"time"

	"apr/internal/document"
	"apr/internal/tagpdf"
)

// Render is the report as a PDF file. The same document gives the same bytes.
//
// Characters that Liberation Sans doesn't have are drawn as an equivalent or,
// where they are symbols such as emoji, as their name in brackets, and keep
// their own text for copying and for reading aloud. Letters of another script
// are an error that quotes the words around them.
func Render(doc *document.Document) ([]byte, error) {
	if err := document.Validate(doc); err != nil {
		return nil, fmt.Errorf("write PDF: the document isn't sound: %w", err)
	}
	info, err := properties(doc.Meta)
	if err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	w := tagpdf.New(info)
	r := newRenderer(doc)
	if err := r.document(); err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	sheets := paginate(r.g.strips)
	p := &painter{w: w, meta: doc.Meta, look: lookOf(doc.Meta.Brand), pages: pageNumbers(sheets), cover: 1, noted: map[*document.Note][]int{}}
	p.draw(sheets)
	out, err := w.Output()
	if err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	return out, nil
}

// properties are the file's.
func properties(m document.Meta) (tagpdf.Info, error) {
	info := tagpdf.Info{Title: m.Title, Author: m.Authority, Subject: m.Subtitle, Language: m.Language, Generator: m.Generator}
	if m.Authority != "" {
		info.Title = m.Title + ", " + m.Authority
	}
	if m.Date != "" {
		day, err := time.Parse(time.DateOnly, m.Date)
		if err != nil {
			return info, fmt.Errorf("the report's date %q isn't of the form 2026-07-31", m.Date)
		}
		info.Date = day
	}
	return info, nil
}

// pageNumbers is the page of each named place.
func pageNumbers(sheets []*page) map[string]int {
	pages := map[string]int{}
	for i, s := range sheets {
		for _, st := range s.strips {
			if st.place != "" {
				pages[st.place] = i + 1
			}
		}
	}
	return pages
}

// renderer lays a document out as a galley.
type renderer struct {
	doc *document.Document
	g   *galley
	// text is the style of paragraphs where the layout is; tight paragraphs
	// are a list's.
	text  style
	tight bool
}

func newRenderer(doc *document.Document) *renderer {
	width, _ := tagpdf.Portrait.Size()
	r := &renderer{doc: doc, g: &galley{x: marginSide, width: width - 2*marginSide}}
	r.text = r.sized(bodyText)
	return r
}

// document lays everything out, front to back.
func (r *renderer) document() error {
	if err := r.cover(); err != nil {
		return fmt.Errorf("the cover: %w", err)
	}
	if err := r.contents(); err != nil {
		return fmt.Errorf("the contents: %w", err)
	}
	for _, s := range r.doc.Sections {
		if err := r.section(s); err != nil {
			return err
		}
	}
	if err := r.endnotes(); err != nil {
		return fmt.Errorf("the notes: %w", err)
	}
	return nil
}
