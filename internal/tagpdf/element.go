package tagpdf

import (
	"fmt"
	"strconv"
)

// Role is a structure type of ISO 32000-1, 14.8.4, or one of the two below it
// that the role map explains.
type Role string

// The roles in use. Strong and Em are mapped to Span, which readers that don't
// know them take them for.
const (
	Sect       Role = "Sect"
	Div        Role = "Div"
	BlockQuote Role = "BlockQuote"
	Caption    Role = "Caption"
	TOC        Role = "TOC"
	TOCI       Role = "TOCI"
	P          Role = "P"
	L          Role = "L"
	LI         Role = "LI"
	Lbl        Role = "Lbl"
	LBody      Role = "LBody"
	Table      Role = "Table"
	THead      Role = "THead"
	TBody      Role = "TBody"
	TR         Role = "TR"
	TH         Role = "TH"
	TD         Role = "TD"
	Span       Role = "Span"
	Link       Role = "Link"
	Note       Role = "Note"
	Reference  Role = "Reference"
	Figure     Role = "Figure"
	Strong     Role = "Strong"
	Em         Role = "Em"
)

// roleMap names the standard type of each role that isn't standard.
var roleMap = []struct{ role, standard Role }{{Em, Span}, {Strong, Span}}

// Heading is the role of a heading from level 1 to 6.
func Heading(level int) Role { return Role(fmt.Sprintf("H%d", min(max(level, 1), 6))) }

// Element is a structure element: a node of the tree that assistive technology
// reads.
type Element struct {
	role      Role
	alt       string
	actual    string
	language  string
	id        string
	scope     string
	columns   int // that a cell takes; 0 for one
	rows      int
	numbering string
	box       *box
	user      []Property
	parent    *Element
	children  []child
	object    int
}

// box is a rectangle in points from the page's bottom left corner.
type box struct{ x1, y1, x2, y2 float64 }

// child is one of: an element; marked content on a page; a link on a page.
type child struct {
	element *Element
	link    *link
	page    int // from 1
	marked  int // marked-content identifier
}

// Option is a property of an element.
type Option func(*Writer, *Element)

// Alt describes a figure in words.
func Alt(s string) Option { return func(_ *Writer, e *Element) { e.alt = s } }

// ActualText is what the element's marks stand for.
func ActualText(s string) Option { return func(_ *Writer, e *Element) { e.actual = s } }

// Language is a BCP 47 tag, where it isn't the parent's.
func Language(tag string) Option { return func(_ *Writer, e *Element) { e.language = tag } }

// ID names the element; it is unique in the document. A Note needs one.
func ID(id string) Option { return func(_ *Writer, e *Element) { e.id = id } }

// ColumnScope marks a header cell as the head of its column.
func ColumnScope() Option { return func(_ *Writer, e *Element) { e.scope = "Column" } }

// RowScope marks a header cell as the head of its row.
func RowScope() Option { return func(_ *Writer, e *Element) { e.scope = "Row" } }

// ColumnSpan says how many columns a cell takes.
func ColumnSpan(n int) Option { return func(_ *Writer, e *Element) { e.columns = n } }

// RowSpan says how many rows a cell takes.
func RowSpan(n int) Option { return func(_ *Writer, e *Element) { e.rows = n } }

// Numbering says how a list's labels count: Disc, Circle, Decimal, None.
func Numbering(style string) Option { return func(_ *Writer, e *Element) { e.numbering = style } }

// Property is a user property (ISO 32000-1, 14.7.5.4): something that the element
// says of its content to programs.
type Property struct{ Name, Value string }

// Properties are an element's user properties.
func Properties(list ...Property) Option {
	return func(w *Writer, e *Element) { e.user, w.userProperties = list, true }
}

// BBox is where a figure is on the current page.
func BBox(x, y, width, height float64) Option {
	return func(w *Writer, e *Element) {
		_, h := w.PageSize()
		e.box = &box{x, h - y - height, x + width, h - y}
	}
}

func (w *Writer) top() *Element { return w.stack[len(w.stack)-1] }

// Begin opens an element within the one that is open.
func (w *Writer) Begin(role Role, options ...Option) *Element {
	e := &Element{role: role, parent: w.top()}
	for _, o := range options {
		o(w, e)
	}
	e.parent.children = append(e.parent.children, child{element: e})
	w.stack = append(w.stack, e)
	return e
}

// Resume opens an element again that was ended, to add to it: the rest of a
// cell on the next page, say. Its parent must be open.
func (w *Writer) Resume(e *Element) {
	if e.parent != w.top() {
		w.fail(fmt.Errorf("tagpdf: %s resumed inside %s, begun inside %s", e.role, w.top().role, e.parent.role))
	}
	w.stack = append(w.stack, e)
}

// End closes e, which must be the innermost open element.
func (w *Writer) End(e *Element) {
	if len(w.stack) < 2 || w.top() != e {
		w.fail(fmt.Errorf("tagpdf: %s ended inside %s", e.role, w.top().role))
		return
	}
	w.stack = w.stack[:len(w.stack)-1]
}

// appendProperties writes an element's own entries.
func (e *Element) appendProperties(b []byte) []byte {
	if e.alt != "" {
		b = append(append(b, " /Alt "...), textString(e.alt)...)
	}
	if e.actual != "" {
		b = append(append(b, " /ActualText "...), textString(e.actual)...)
	}
	if e.language != "" {
		b = append(append(b, " /Lang "...), textString(e.language)...)
	}
	if e.id != "" {
		b = append(append(b, " /ID "...), byteString(e.id)...)
	}
	switch e.owners() {
	case 0:
		return b
	case 1:
		return e.appendAttributes(append(b, " /A "...))
	}
	return append(e.appendAttributes(append(b, " /A ["...)), ']')
}

// owners is how many attribute objects the element has: one for each owner.
func (e *Element) owners() (n int) {
	for _, has := range [...]bool{e.scope != "", e.numbering != "", e.box != nil, len(e.user) > 0} {
		if has {
			n++
		}
	}
	return n
}

// appendAttributes writes the element's attribute objects.
func (e *Element) appendAttributes(b []byte) []byte {
	start := len(b)
	owner := func(head string) {
		if len(b) > start {
			b = append(b, ' ')
		}
		b = append(b, head...)
	}
	if e.scope != "" {
		owner("<</O /Table /Scope /")
		b = append(b, e.scope...)
		if e.columns > 1 {
			b = strconv.AppendInt(append(b, " /ColSpan "...), int64(e.columns), 10)
		}
		if e.rows > 1 {
			b = strconv.AppendInt(append(b, " /RowSpan "...), int64(e.rows), 10)
		}
		b = append(b, ">>"...)
	}
	if e.numbering != "" {
		owner("<</O /List /ListNumbering /")
		b = append(append(b, e.numbering...), ">>"...)
	}
	if e.box != nil {
		owner("<</O /Layout /Placement /Block /BBox ")
		b = append(append(b, e.box.String()...), ">>"...)
	}
	if len(e.user) > 0 {
		owner("<</O /UserProperties /P [")
		for _, p := range e.user {
			b = append(append(b, "<</N "...), textString(p.Name)...)
			b = append(append(append(b, " /V "...), textString(p.Value)...), ">>"...)
		}
		b = append(b, "]>>"...)
	}
	return b
}
