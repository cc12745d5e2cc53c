// Package tagpdftest reads tagged PDF files back for tests: the structure tree
// with its text, and what a tagged file has to get right besides.
package tagpdftest

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/validate"
)

// Document is a tagged PDF file.
type Document struct {
	Root      *Element
	Pages     []Page
	Title     string // from the information dictionary
	Language  string
	Bookmarks []Bookmark
	// UserProperties is what the file says of its elements having some.
	UserProperties bool
}

// Page is one page.
type Page struct {
	Width, Height float64
	Artifacts     string // the text of its artifacts
}

// Bookmark is an entry of the outline.
type Bookmark struct {
	Level int
	Title string
	Page  int
}

// Element is a structure element.
type Element struct {
	Role, Alt, ActualText, Language, ID, Scope string
	// Columns and Rows are how many a cell takes; 0 where it doesn't say.
	Columns, Rows int
	BBox          []float64
	Properties    map[string]string // the user properties
	Parts         []Part
}

// Part is one of: a child, text on a page, a link's target.
type Part struct {
	Element *Element
	Text    string
	Page    int
	Link    string // an address, or "page N"
	Says    string // what a link says of itself
}

// Text is the element's text in reading order, with the ActualText of those
// that have one in place of what they draw.
func (e *Element) Text() string {
	var b strings.Builder
	e.write(&b)
	return b.String()
}

func (e *Element) write(b *strings.Builder) {
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
	switch e.Role {
	case "Span", "Strong", "Em", "Link", "Reference":
	default:
		b.WriteByte('\n')
	}
}

// All are the elements with one of the roles, in reading order; without roles,
// every element.
func (e *Element) All(roles ...string) []*Element {
	var list []*Element
	match := len(roles) == 0
	for _, r := range roles {
		match = match || e.Role == r
	}
	if match {
		list = append(list, e)
	}
	for _, p := range e.Parts {
		if p.Element != nil {
			list = append(list, p.Element.All(roles...)...)
		}
	}
	return list
}

// FirstPage is the first page that the element has content on, 0 for none.
func (e *Element) FirstPage() int {
	for _, p := range e.Parts {
		if p.Element == nil && p.Page > 0 {
			return p.Page
		}
		if p.Element != nil {
			if n := p.Element.FirstPage(); n > 0 {
				return n
			}
		}
	}
	return 0
}

// Read reads a file. It is an error if the file isn't valid PDF, if marked
// content isn't balanced or nested, if anything is drawn outside an element and
// outside an artifact, if a character drawn has no Unicode value, or if the
// parent tree and the structure tree disagree.
func Read(pdf []byte) (*Document, error) {
	if err := check(pdf); err != nil {
		return nil, fmt.Errorf("pdfcpu: %w", err)
	}
	ctx, err := pdfcpu.Read(bytes.NewReader(pdf), model.NewDefaultConfiguration())
	if err != nil {
		return nil, fmt.Errorf("pdfcpu: %w", err)
	}
	if err := ctx.EnsurePageCount(); err != nil {
		return nil, err
	}
	r := &reader{ctx: ctx, doc: &Document{}, text: map[content]string{}, owner: map[content]int{}, pages: map[int]int{}}
	if err := r.read(); err != nil {
		return nil, err
	}
	return r.doc, nil
}

// noConfiguration has pdfcpu look for none in the home folder.
var noConfiguration = sync.OnceFunc(func() { model.ConfigPath = "disable" })

// check has pdfcpu validate a file strictly. Its package api does the same, and
// takes 50 ms to start, for forms: too much where tests run apr hundreds of times.
func check(pdf []byte) error {
	noConfiguration()
	conf := model.NewDefaultConfiguration()
	conf.Cmd = model.VALIDATE
	conf.ValidationMode = model.ValidationStrict
	ctx, err := pdfcpu.Read(bytes.NewReader(pdf), conf)
	if err != nil {
		return err
	}
	if err := validate.XRefTable(ctx); err != nil {
		return err
	}
	return pdfcpu.OptimizeXRefTable(ctx)
}

// content is marked content: a page, and an identifier on it.
type content struct{ page, id int }

type reader struct {
	ctx   *model.Context
	doc   *Document
	text  map[content]string
	owner map[content]int // the element by the parent tree, as an object number
	pages map[int]int     // page objects to page numbers
	seen  int             // pieces of marked content met in the tree
}

func (r *reader) read() error {
	catalog, err := r.ctx.Catalog()
	if err != nil {
		return err
	}
	r.doc.Language = r.string(catalog["Lang"])
	r.doc.Title = r.string(r.dict(*r.ctx.Info)["Title"])
	said, _ := r.get(r.dict(catalog["MarkInfo"])["UserProperties"]).(types.Boolean)
	r.doc.UserProperties = bool(said)
	tree := r.dict(catalog["StructTreeRoot"])
	if tree == nil {
		return fmt.Errorf("no structure tree")
	}
	parents := map[int]types.Object{}
	nums := r.array(r.dict(tree["ParentTree"])["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		parents[r.int(nums[i])] = nums[i+1]
	}
	for n := 1; n <= r.ctx.PageCount; n++ {
		if err := r.page(n, parents); err != nil {
			return fmt.Errorf("page %d: %w", n, err)
		}
	}
	if r.doc.Root, err = r.element(tree["K"]); err != nil {
		return err
	}
	if r.seen != len(r.owner) {
		return fmt.Errorf("%d pieces of marked content in the structure tree, %d in the parent tree", r.seen, len(r.owner))
	}
	r.bookmarks(r.dict(catalog["Outlines"]), 1)
	return nil
}

func (r *reader) page(n int, parents map[int]types.Object) error {
	d, ref, inherited, err := r.ctx.PageDict(n, false)
	if err != nil {
		return err
	}
	r.pages[int(ref.ObjectNumber)] = n
	p := Page{Width: inherited.MediaBox.Width(), Height: inherited.MediaBox.Height()}
	if r.name(d["Tabs"]) != "S" {
		return fmt.Errorf("its tab order isn't the structure's")
	}
	for id, o := range r.array(parents[r.int(d["StructParents"])]) {
		r.owner[content{n, id}] = number(o)
	}
	resources := r.dict(d["Resources"])
	if resources == nil {
		resources = inherited.Resources
	}
	stream, ok := r.get(d["Contents"]).(types.StreamDict)
	if !ok {
		return fmt.Errorf("no content stream")
	}
	if err := stream.Decode(); err != nil {
		return err
	}
	s := &scanner{r: r, page: n, fonts: r.dict(resources["Font"]), maps: map[string]map[uint16]rune{}}
	if err := s.scan(stream.Content); err != nil {
		return err
	}
	p.Artifacts = s.artifacts.String()
	r.doc.Pages = append(r.doc.Pages, p)
	return nil
}

func (r *reader) element(o types.Object) (*Element, error) {
	d, n := r.dict(o), number(o)
	if d == nil {
		return nil, fmt.Errorf("a structure element is missing")
	}
	e := &Element{
		Role: r.name(d["S"]), Alt: r.string(d["Alt"]), ActualText: r.string(d["ActualText"]),
		Language: r.string(d["Lang"]), ID: r.string(d["ID"]),
	}
	attributes := r.array(d["A"])
	if attributes == nil && d["A"] != nil {
		attributes = types.Array{d["A"]}
	}
	for _, a := range attributes {
		if s := r.name(r.dict(a)["Scope"]); s != "" {
			e.Scope = s
		}
		e.Columns = max(e.Columns, int(r.float(r.dict(a)["ColSpan"])))
		e.Rows = max(e.Rows, int(r.float(r.dict(a)["RowSpan"])))
		for _, p := range r.array(r.dict(a)["P"]) {
			if e.Properties == nil {
				e.Properties = map[string]string{}
			}
			e.Properties[r.string(r.dict(p)["N"])] = r.string(r.dict(p)["V"])
		}
		for _, v := range r.array(r.dict(a)["BBox"]) {
			e.BBox = append(e.BBox, r.float(v))
		}
	}
	page := r.pages[number(d["Pg"])]
	for _, k := range r.array(d["K"]) {
		part, err := r.part(k, n, page)
		if err != nil {
			return nil, fmt.Errorf("%s > %w", e.Role, err)
		}
		e.Parts = append(e.Parts, part)
	}
	return e, nil
}

func (r *reader) part(k types.Object, parent, page int) (Part, error) {
	d := r.dict(k)
	id, marked := -1, false
	switch {
	case d == nil:
		id, marked = r.int(k), true
	case r.name(d["Type"]) == "MCR":
		id, marked, page = r.int(d["MCID"]), true, r.pages[number(d["Pg"])]
	case r.name(d["Type"]) == "OBJR":
		link, err := r.link(r.dict(d["Obj"]))
		return Part{Link: link, Says: r.string(r.dict(d["Obj"])["Contents"]), Page: r.pages[number(d["Pg"])]}, err
	}
	if marked {
		c := content{page, id}
		r.seen++
		if r.owner[c] != parent {
			return Part{}, fmt.Errorf("content %d of page %d belongs to object %d by the parent tree, %d by the structure tree", id, page, r.owner[c], parent)
		}
		return Part{Text: r.text[c], Page: page}, nil
	}
	if number(d["P"]) != parent {
		return Part{}, fmt.Errorf("an element's parent is object %d, not %d", number(d["P"]), parent)
	}
	e, err := r.element(k)
	return Part{Element: e}, err
}

// link is where a link annotation leads.
func (r *reader) link(d types.Dict) (string, error) {
	if r.string(d["Contents"]) == "" {
		return "", fmt.Errorf("a link without a description")
	}
	if a := r.dict(d["A"]); a != nil {
		return r.string(a["URI"]), nil
	}
	dest := r.array(d["Dest"])
	if len(dest) == 0 || r.pages[number(dest[0])] == 0 {
		return "", fmt.Errorf("a link leads nowhere")
	}
	return fmt.Sprintf("page %d", r.pages[number(dest[0])]), nil
}

func (r *reader) bookmarks(parent types.Dict, level int) {
	if parent == nil {
		return
	}
	for o := parent["First"]; o != nil; {
		d := r.dict(o)
		b := Bookmark{Level: level, Title: r.string(d["Title"])}
		if dest := r.array(d["Dest"]); len(dest) > 0 {
			b.Page = r.pages[number(dest[0])]
		}
		r.doc.Bookmarks = append(r.doc.Bookmarks, b)
		r.bookmarks(d, level+1)
		o = d["Next"]
	}
}
