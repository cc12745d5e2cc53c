package verify

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"apr/internal/source"
	"apr/internal/tagpdf/pdfread"
	"apr/internal/wording"
	"apr/report/render/pdf"
)

// parsePDF finds the figures in a PDF by its tags. An error is a *source.Problem.
func parsePDF(ctx context.Context, name string, data []byte) (*page, error) {
	doc, err := pdfread.Read(ctx, data)
	if err != nil {
		p := &source.Problem{Code: "page", Position: source.Position{File: name}, Message: err.Error()}
		if as := (*pdfread.Error)(nil); errors.As(err, &as) {
			p.Hint = as.Hint
		}
		return nil, p
	}
	w := &pdfWalker{page: &page{Name: name, kind: pdfFile, prose: &prose{}}, blocks: map[int]int{}, spans: map[*pdfread.Element]*span{}}
	w.element(doc.Root, place{})
	if len(w.page.Figures) == 0 {
		return nil, &source.Problem{Code: "page", Position: source.Position{File: name}, Message: "the PDF has no figure that apr has marked in its tags",
			Hint: "name the report.pdf that apr build wrote, or build it again"}
	}
	for _, loose := range doc.Loose {
		w.untagged(loose.Page, fmt.Sprintf("%q is drawn on the page and belongs to no tag: readers of the tags don't meet it", shortened(loose.Text)))
	}
	for _, n := range doc.Forms {
		w.untagged(n, "a form is drawn on the page, which apr doesn't do: what it shows isn't read")
	}
	return w.page, nil
}

// shortened is the beginning of a long text.
func shortened(s string) string {
	const most = 60
	runes := []rune(wording.OneLine(s))
	if len(runes) <= most {
		return string(runes)
	}
	return string(runes[:most]) + "…"
}

// pdfWalker walks over a PDF's elements.
type pdfWalker struct {
	page   *page
	blocks map[int]int                // how many paragraphs each page has so far
	spans  map[*pdfread.Element]*span // of data in the prose
}

// place is where an element is: in a table, a quotation or neither, and in
// which paragraph.
type place struct {
	in string // "", "table", "quotation", "aside": not read as prose
	at source.Position
}

// inline are the roles of elements within a paragraph.
var inline = []string{"Span", "Strong", "Em", "Link", "Reference", "Lbl"}

func (w *pdfWalker) untagged(page int, message string) {
	w.page.findings = append(w.page.findings, Finding{Kind: Untagged, Message: message, Position: source.Position{File: w.page.Name, Page: page}})
}

// next is the place of the next paragraph, which has an element.
func (w *pdfWalker) next(e *pdfread.Element) source.Position {
	n := e.Page()
	if n == 0 {
		return source.Position{File: w.page.Name}
	}
	w.blocks[n]++
	return source.Position{File: w.page.Name, Page: n, Paragraph: w.blocks[n]}
}

// element reads an element and what is in it.
func (w *pdfWalker) element(e *pdfread.Element, p place) {
	left := &w.page.prose.leftOut
	switch role := e.Role; {
	case role == "TOC" || role == "Figure":
		p.in = "aside"
	case role == "TR":
		left.Tables++
		p = place{"table", w.next(e)}
	case role == "Table":
		p.in = "table"
	case role == "BlockQuote":
		left.Quotations++
		p.in = "quotation"
	}
	if isBlock(e) {
		if p.in != "table" || p.at.Paragraph == 0 {
			p.at = w.next(e)
		}
		switch {
		case len(e.Role) == 2 && e.Role[0] == 'H':
			w.page.prose.heading(int(e.Role[1]-'0'), wording.OneLine(e.Text()))
		case p.in == "":
			var text strings.Builder
			spans := w.sentences(&text, e)
			onOneLine(text.String(), spans)
			w.page.prose.add(wording.OneLine(text.String()), p.at)
		}
	}
	w.datum(e, p)
	for _, part := range e.Parts {
		if part.Element != nil {
			w.element(part.Element, p)
		}
	}
}

// datum takes note of an element that is one.
func (w *pdfWalker) datum(e *pdfread.Element, p place) {
	id, ok := e.Properties[pdf.DatumID]
	if !ok {
		return
	}
	at := p.at
	if n := e.Page(); n != at.Page { // its paragraph goes on there
		at.Page, at.Paragraph = n, 0
	}
	text := wording.OneLine(e.Text())
	figure := shown{ID: id, Value: e.Properties[pdf.DatumValue], Source: e.Properties[pdf.DatumSource],
		Text: text[:min(len(text), maxText)], Position: at}
	if s := w.spans[e]; s != nil {
		figure.at = *s
	}
	w.page.Figures = append(w.page.Figures, figure)
}

// isBlock reports whether an element has text in it, itself or in elements that
// are within a line.
func isBlock(e *pdfread.Element) bool {
	return !slices.Contains(inline, e.Role) && slices.ContainsFunc(e.Parts, func(p pdfread.Part) bool {
		return p.Element == nil || slices.Contains(inline, p.Element.Role) && p.Element.Role != "Lbl"
	})
}

// sentences writes the text of a block without the marks of notes and of items, and
// without blocks that are in it. It gives the places of the data in it.
func (w *pdfWalker) sentences(to *strings.Builder, e *pdfread.Element) (spans []*span) {
	start := to.Len()
	if e.ActualText != "" {
		to.WriteString(e.ActualText)
	} else {
		for _, p := range e.Parts {
			switch {
			case p.Element == nil:
				to.WriteString(p.Text)
			case p.Element.Role != "Reference" && p.Element.Role != "Lbl" && slices.Contains(inline, p.Element.Role):
				spans = append(spans, w.sentences(to, p.Element)...)
			}
		}
	}
	if _, ok := e.Properties[pdf.DatumID]; ok {
		w.spans[e] = &span{w.page.prose.next(), start, to.Len()}
		spans = append(spans, w.spans[e])
	}
	return spans
}
