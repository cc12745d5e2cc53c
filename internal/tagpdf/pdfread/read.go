// Package pdfread reads a tagged PDF file back: the structure tree with the text of
// its elements and what they say of themselves to programs. It reads what apr has
// written, also after another program has saved it; of other files it reads what is
// tagged in the same way.
//
// pdfcpu, which takes a file apart, has no limit on the whole of what a file unpacks
// to, so that is measured before; see limits.go.
package pdfread

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Document is a tagged PDF file.
type Document struct {
	Root  *Element
	Pages int
	// Loose are texts that are drawn and belong to no element, nor to an artifact,
	// which readers of the tags skip.
	Loose []Part
	// Forms are the pages that draw another content stream, once for each time: what
	// is in it isn't read.
	Forms []int
}

// Element is a structure element.
type Element struct {
	Role       string
	ActualText string
	Properties map[string]string // the user properties that are texts
	Parts      []Part
}

// Part is one of: an element; text on a page.
type Part struct {
	Element *Element
	Text    string
	Page    int // from 1
}

// Text is the element's text in reading order, with the ActualText of those that
// have one in place of what they draw.
func (e *Element) Text() string {
	var b bytes.Buffer
	e.write(&b)
	return b.String()
}

func (e *Element) write(b *bytes.Buffer) {
	if e.ActualText != "" {
		b.WriteString(e.ActualText)
		return
	}
	for _, p := range e.Parts {
		if p.Element != nil {
			p.Element.write(b)
		} else {
			b.WriteString(p.Text)
		}
	}
}

// Page is the first page that the element has text on, 0 for none.
func (e *Element) Page() int {
	for _, p := range e.Parts {
		if p.Element == nil && p.Page > 0 {
			return p.Page
		}
		if p.Element != nil {
			if n := p.Element.Page(); n > 0 {
				return n
			}
		}
	}
	return 0
}

// Error says why a file can't be read, and what to do about it.
type Error struct{ Message, Hint string }

func (e *Error) Error() string { return e.Message }

// Read reads a file. Where it can't be read the error is an *Error.
func Read(ctx context.Context, data []byte) (doc *Document, err error) {
	if err := sound(data); err != nil {
		return nil, err
	}
	defer func() { // pdfcpu panics on some damaged files
		if problem := recover(); problem != nil {
			doc, err = nil, damaged(fmt.Errorf("%v", problem))
		}
	}()
	c, err := pdfcpu.ReadWithContext(ctx, bytes.NewReader(data), configuration())
	if err != nil {
		return nil, damaged(err)
	}
	r := &reader{ctx: c, doc: &Document{}, pages: map[int]int{}, text: map[content]string{}, taken: map[content]bool{},
		seen: map[int]bool{}, fonts: map[int]*font{}, budget: maxUnpacked}
	if err := r.read(); err != nil {
		if as := (*Error)(nil); errors.As(err, &as) {
			return nil, err
		}
		return nil, damaged(err)
	}
	return r.doc, nil
}

// configuration is pdfcpu's, written out: its own way to one looks in the home folder.
func configuration() *model.Configuration {
	limits := model.DefaultResourceLimits()
	limits.MaxStreamBytes, limits.MaxDecodeBytes = maxStream, maxStream
	limits.MaxObjectCount, limits.MaxXRefEntries, limits.MaxObjectStreamCount = maxObjects, maxObjects, maxObjects
	return &model.Configuration{Reader15: true, Offline: true, ValidationMode: model.ValidationRelaxed, Eol: types.EolLF, Limits: limits}
}

func damaged(err error) error {
	return &Error{Message: fmt.Sprintf("the PDF can't be read: %v", err), Hint: "it is damaged: take it again from where it was published"}
}

// content is marked content: a page, and an identifier on it.
type content struct{ page, id int }

type reader struct {
	ctx      *model.Context
	doc      *Document
	pages    map[int]int // page objects to page numbers
	text     map[content]string
	order    []content // of text
	taken    map[content]bool
	seen     map[int]bool // elements and nodes of the page tree that were visited
	fonts    map[int]*font
	budget   int64 // bytes that may still be unpacked
	elements int
}

func (r *reader) read() error {
	catalog, err := r.ctx.Catalog()
	if err != nil {
		return err
	}
	tree := r.dict(catalog["StructTreeRoot"])
	if tree == nil {
		return &Error{Message: "the PDF has no tags, so nothing in it says what its figures are",
			Hint: "name the report.pdf that apr build wrote; a PDF that was printed from it has lost its tags"}
	}
	if err := r.pageTree(catalog["Pages"], nil, 0); err != nil {
		return err
	}
	r.doc.Root = &Element{Role: "StructTreeRoot"}
	if err := r.kids(r.doc.Root, tree["K"], 0, 0); err != nil {
		return err
	}
	for _, c := range r.order {
		if !r.taken[c] {
			r.loose(c.page, r.text[c])
		}
	}
	return nil
}

// loose takes note of text that belongs to nothing.
func (r *reader) loose(page int, text string) {
	if len(bytes.TrimSpace([]byte(text))) > 0 {
		r.doc.Loose = append(r.doc.Loose, Part{Text: text, Page: page})
	}
}

// pageTree reads the pages below a node, with the resources that it hands down.
func (r *reader) pageTree(o types.Object, resources types.Dict, depth int) error {
	d, n := r.dict(o), number(o)
	if d == nil {
		return fmt.Errorf("a page is missing")
	}
	if n > 0 && r.seen[n] || depth > maxDepth {
		return fmt.Errorf("the pages lead back to themselves")
	}
	r.seen[n] = true
	if own := r.dict(d["Resources"]); own != nil {
		resources = own
	}
	if kids := r.array(d["Kids"]); kids != nil {
		for _, k := range kids {
			if err := r.pageTree(k, resources, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	if r.doc.Pages++; r.doc.Pages > maxPages {
		return &Error{Message: fmt.Sprintf("the PDF has more than %d pages", maxPages)}
	}
	r.pages[n] = r.doc.Pages
	if err := r.page(d, resources); err != nil {
		return fmt.Errorf("page %d: %w", r.doc.Pages, err)
	}
	return nil
}

// kids reads what an element has in it. page is where content is that doesn't say.
func (r *reader) kids(e *Element, o types.Object, page, depth int) error {
	if depth > maxDepth {
		return fmt.Errorf("the tags stand more than %d deep in one another", maxDepth)
	}
	switch v := r.get(o).(type) {
	case types.Array:
		for _, k := range v {
			if err := r.kids(e, k, page, depth+1); err != nil {
				return err
			}
		}
	case types.Integer:
		r.marked(e, content{page, int(v)})
	case types.Dict:
		return r.kid(e, v, number(o), page, depth)
	}
	return nil
}

// kid reads a dictionary within an element: content elsewhere, or an element. Others,
// such as links' annotations, have no text.
func (r *reader) kid(e *Element, d types.Dict, object, page, depth int) error {
	if p := r.pages[number(d["Pg"])]; p > 0 {
		page = p
	}
	switch r.name(d["Type"]) {
	case "MCR":
		if id, ok := r.get(d["MCID"]).(types.Integer); ok && d["Stm"] == nil {
			r.marked(e, content{page, int(id)})
		}
		return nil
	case "OBJR":
		return nil
	}
	if object > 0 && r.seen[object] {
		return fmt.Errorf("a tag stands in two places")
	}
	r.seen[object] = true
	if r.elements++; r.elements > maxObjects {
		return fmt.Errorf("it has more than %d tags", maxObjects)
	}
	child := &Element{Role: r.name(d["S"]), ActualText: r.string(d["ActualText"]), Properties: r.properties(d["A"])}
	e.Parts = append(e.Parts, Part{Element: child})
	return r.kids(child, d["K"], page, depth+1)
}

// marked adds the text of marked content to an element. Text that two elements name
// is the first one's.
func (r *reader) marked(e *Element, c content) {
	if text, ok := r.text[c]; ok && !r.taken[c] {
		r.taken[c] = true
		e.Parts = append(e.Parts, Part{Text: text, Page: c.page})
	}
}

// properties are the user properties among an element's attributes (ISO 32000-1,
// 14.7.5.4).
func (r *reader) properties(o types.Object) map[string]string {
	attributes := r.array(o)
	if d := r.dict(o); d != nil {
		attributes = types.Array{d}
	}
	var all map[string]string
	for _, a := range attributes {
		d := r.dict(a)
		if r.name(d["O"]) != "UserProperties" {
			continue
		}
		for _, p := range r.array(d["P"]) {
			d := r.dict(p)
			if name := r.string(d["N"]); name != "" {
				if all == nil {
					all = map[string]string{}
				}
				all[name] = r.string(d["V"])
			}
		}
	}
	return all
}
