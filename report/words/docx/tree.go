package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// element is an element of a part, by the usual prefix of its namespace.
type element struct {
	name  string // w:p
	attrs []xml.Attr
	kids  []*element
	text  string // of an element that has text alone
	buf   []byte // the text while it is read
}

// Limits of what is kept of a file's XML.
const (
	maxElements = 1_500_000
	maxDepth    = 250
)

// prefixes are the usual ones of namespaces, of the transitional and the strict form.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w", "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r", "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
	"http://schemas.openxmlformats.org/package/2006/relationships":           "rel",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                  "a",
	"http://purl.oclc.org/ooxml/drawingml/main":                              "a",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
	"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":             "wp",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":               "pic",
	"http://purl.oclc.org/ooxml/drawingml/picture":                           "pic",
	"http://schemas.openxmlformats.org/drawingml/2006/chart":                 "c",
	"http://purl.oclc.org/ooxml/drawingml/chart":                             "c",
	"http://schemas.openxmlformats.org/drawingml/2006/diagram":               "dgm",
	"http://schemas.microsoft.com/office/drawing/2014/chartex":               "cx",
	"http://purl.oclc.org/ooxml/drawingml/diagram":                           "dgm",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":             "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":                         "m",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":            "mc",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":      "wps",
	"http://schemas.microsoft.com/office/word/2010/wordml":                   "w14",
	"http://schemas.microsoft.com/office/word/2012/wordml":                   "w15",
	"http://schemas.microsoft.com/office/drawing/2017/decorative":            "adec",
	"urn:schemas-microsoft-com:vml":                                          "v",
	"urn:schemas-microsoft-com:office:office":                                "o",
	"urn:apr:words:1":                  "apr",
	"http://purl.org/dc/elements/1.1/": "dc",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
}

// tree is a part's root with all that is below it; nil for a part that isn't there.
func (a *archive) tree(part string) (*element, error) {
	data, err := a.read(part)
	if err != nil || data == nil {
		return nil, err
	}
	return a.parse(part, data)
}

// parse is the root of what a part holds.
func (a *archive) parse(part string, data []byte) (*element, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	var open []*element
	var root *element
	fail := func(message, hint string) (*element, error) {
		line, _ := d.InputPos()
		return nil, a.problem(part, line, message, hint)
	}
	const odd = "this isn't what a word processor writes; ask where the file comes from"
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return fail("the XML is damaged: "+strings.TrimPrefix(err.Error(), "XML syntax error on "), "open the file in Word, which may mend it, and save it again")
		}
		switch token := token.(type) {
		case xml.Directive:
			return fail("the part has a document type, which could have it fetch or repeat what isn't in it", odd)
		case xml.StartElement:
			if a.elements++; a.elements > maxElements {
				return fail(fmt.Sprintf("the file has more than %d elements", maxElements), odd)
			}
			if len(open) >= maxDepth {
				return fail(fmt.Sprintf("elements stand within each other more than %d deep", maxDepth), odd)
			}
			e := &element{name: qualified(token.Name), attrs: kept(token.Attr)}
			if len(open) > 0 {
				parent := open[len(open)-1]
				parent.kids = append(parent.kids, e)
			} else if root == nil {
				root = e
			}
			open = append(open, e)
		case xml.EndElement:
			last := open[len(open)-1]
			last.text, last.buf = string(last.buf), nil
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 && len(open[len(open)-1].kids) == 0 {
				last := open[len(open)-1]
				last.buf = append(last.buf, token...)
			}
		}
	}
}

func qualified(n xml.Name) string {
	if p := prefixes[n.Space]; p != "" {
		return p + ":" + n.Local
	}
	return n.Local
}

// kept are the attributes that say more than when something was typed.
func kept(attrs []xml.Attr) []xml.Attr {
	var out []xml.Attr
	for _, a := range attrs {
		if a.Name.Space == "xmlns" || a.Name.Local == "xmlns" || strings.HasPrefix(a.Name.Local, "rsid") {
			continue
		}
		out = append(out, xml.Attr{Name: xml.Name{Space: prefixes[a.Name.Space], Local: a.Name.Local}, Value: strings.Clone(a.Value)})
	}
	return out
}

// attr is an attribute by its local name, "" for none.
func (e *element) attr(local string) string {
	if e == nil {
		return ""
	}
	for _, a := range e.attrs {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// relID is an attribute that names a relation.
func (e *element) relID(local string) string {
	if e == nil {
		return ""
	}
	for _, a := range e.attrs {
		if a.Name.Local == local && a.Name.Space == "r" {
			return a.Value
		}
	}
	return ""
}

// kid is the first child of a name, or nil.
func (e *element) kid(name string) *element {
	if e == nil {
		return nil
	}
	for _, k := range e.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// at is the element at a path of names below e, or nil.
func (e *element) at(names ...string) *element {
	for _, n := range names {
		e = e.kid(n)
	}
	return e
}

// find is the first element of a name below e in reading order, or nil.
func (e *element) find(name string) *element {
	if e == nil {
		return nil
	}
	for _, k := range e.kids {
		if k.name == name {
			return k
		}
		if found := k.find(name); found != nil {
			return found
		}
	}
	return nil
}

// all are the elements of a name within one, in order.
func (e *element) all(name string, out []*element) []*element {
	if e == nil {
		return out
	}
	for _, k := range e.kids {
		if k.name == name {
			out = append(out, k)
		}
		out = k.all(name, out)
	}
	return out
}

// on reports whether a switch such as w:b is there and on.
func (e *element) on() bool {
	if e == nil {
		return false
	}
	switch e.attr("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// words are all the texts of a name below e.
func (e *element) words(name string) string {
	var b strings.Builder
	var walk func(*element)
	walk = func(e *element) {
		if e.name == name {
			b.WriteString(e.text)
		}
		for _, k := range e.kids {
			walk(k)
		}
		if strings.HasSuffix(e.name, ":p") && b.Len() > 0 {
			b.WriteByte(' ')
		}
	}
	if e != nil {
		walk(e)
	}
	return strings.TrimSpace(b.String())
}
