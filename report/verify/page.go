// Package verify holds a finished report, a page, a PDF or a Word file, against the
// inputs it was made from: each figure in it is worked out again, and so is each
// machine-readable fact.
package verify

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"

	"apr/internal/source"
	"apr/internal/wording"
)

// Limits on a page, far above what a report needs.
const (
	// maxPage is how many bytes a page may have.
	maxPage   = 64 << 20
	maxPlaces = 1 << 20  // figures and facts
	maxText   = 64 << 10 // bytes of one figure's text
	maxToken  = 32 << 20 // a picture is one attribute
)

// page is what was found in a finished report.
type page struct {
	Name    string
	Figures []shown
	Facts   []fact
	kind    kindOfFile
	// prose is what is read for claims, nil for HTML, which is read as it is.
	prose *prose
	// findings are of the file alone.
	findings []Finding
}

// shown is a figure as the page shows it.
type shown struct {
	ID     string
	Value  string
	Source string
	// Text is what is read, blanks between words being one.
	Text     string
	Position source.Position
	at       span
	// agrees is true where it reads as its value does, and the inputs give that value.
	agrees bool
}

// span is where a figure is in what is read for claims: bytes of a page, or of a paragraph
// of prose, counted from 1; of none, 0, in an HTML page.
type span struct{ paragraph, start, end int }

// parsePage finds the figures in a page. Whatever the bytes are, it takes time
// and memory in proportion to them. An error is a *source.Problem.
func parsePage(name string, data []byte) (*page, error) {
	p := &pageReader{page: &page{Name: name, kind: htmlPage}, data: data, position: source.Position{File: name, Line: 1, Column: 1}}
	if len(data) > maxPage {
		return nil, p.problem(fmt.Sprintf("the page has more than %d MB", maxPage>>20), "")
	}
	z := html.NewTokenizer(bytes.NewReader(data))
	z.SetMaxBuf(maxToken)
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if err := z.Err(); err != io.EOF {
				return nil, p.problem(fmt.Sprintf("the page can't be read: %v", err), "")
			}
			break
		}
		size := len(z.Raw())
		p.behind = p.offset + size
		if err := p.token(kind, z); err != nil {
			return nil, err
		}
		p.advance(size)
	}
	p.close(len(p.open))
	if len(p.page.Figures) == 0 {
		return nil, p.problem("the page has no figure that apr has marked (data-figure)",
			"name the report.html that apr build wrote, or build it again")
	}
	return p.page, nil
}

// pageReader walks over a page's tokens.
type pageReader struct {
	page   *page
	data   []byte
	offset int
	// position is where offset is.
	position source.Position
	// behind is where the token that is being read ends.
	behind int
	// open are the elements with figures that aren't closed yet.
	open   []*opened
	inJSON bool
}

// opened is an element whose text is being read.
type opened struct {
	figure int // index
	tag    string
	depth  int // of elements of the same name within it
	text   strings.Builder
}

// maxOpen is how deep figures may be in one another; apr doesn't nest them.
const maxOpen = 16

func (p *pageReader) problem(message, hint string) *source.Problem {
	return &source.Problem{Code: "page", Position: p.position, Message: message, Hint: hint}
}

// advance moves on by so many bytes.
func (p *pageReader) advance(size int) {
	text := p.data[p.offset:min(p.offset+size, len(p.data))]
	p.offset += len(text)
	p.position = passed(p.position, text)
}

func (p *pageReader) token(kind html.TokenType, z *html.Tokenizer) error {
	switch kind {
	case html.TextToken:
		return p.text(z)
	case html.StartTagToken, html.SelfClosingTagToken:
		t := z.Token()
		p.inJSON = t.Data == "script" && kind == html.StartTagToken && attribute(t, "type") == "application/ld+json"
		return p.start(t)
	case html.EndTagToken:
		name, _ := z.TagName()
		p.end(string(name))
		p.inJSON = false
	}
	return nil
}

// text adds to the figures that are open, or reads facts.
func (p *pageReader) text(z *html.Tokenizer) error {
	if p.inJSON {
		facts, err := p.facts(z.Raw())
		p.page.Facts = append(p.page.Facts, facts...)
		return err
	}
	if len(p.open) == 0 {
		return nil
	}
	text := z.Token().Data
	for i := range p.open {
		b := &p.open[i].text
		b.WriteString(text[:min(len(text), max(0, maxText-b.Len()))])
	}
	return nil
}

// start opens an element.
func (p *pageReader) start(t html.Token) error {
	for i := range p.open {
		if p.open[i].tag == t.Data {
			p.open[i].depth++
		}
	}
	marked := false
	for _, a := range t.Attr {
		marked = marked || a.Key == "data-figure"
	}
	if !marked {
		return nil
	}
	switch {
	case len(p.page.Figures) >= maxPlaces:
		return p.problem(fmt.Sprintf("the page has more than %d figures", maxPlaces), "")
	case len(p.open) >= maxOpen:
		return p.problem(fmt.Sprintf("figures are more than %d deep in one another", maxOpen), "")
	}
	p.page.Figures = append(p.page.Figures, shown{ID: attribute(t, "data-figure"), Value: attribute(t, "value"),
		Source: attribute(t, "data-source"), Position: p.position, at: span{start: p.behind}})
	p.open = append(p.open, &opened{figure: len(p.page.Figures) - 1, tag: t.Data})
	return nil
}

// end closes an element, and with it those within it that were left open.
func (p *pageReader) end(tag string) {
	for i := range p.open {
		if p.open[i].tag != tag {
			continue
		}
		if p.open[i].depth == 0 {
			p.close(len(p.open) - i)
			return
		}
		p.open[i].depth--
	}
}

// close ends the innermost figures.
func (p *pageReader) close(n int) {
	for _, o := range p.open[len(p.open)-n:] {
		p.page.Figures[o.figure].Text = wording.OneLine(o.text.String())
		p.page.Figures[o.figure].at.end = p.offset
	}
	p.open = p.open[:len(p.open)-n]
}

// attribute is the first attribute of a name, as in a browser.
func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
