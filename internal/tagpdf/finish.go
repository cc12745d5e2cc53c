package tagpdf

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// finish adds to fpdf's file what makes it a tagged one. It depends on what
// fpdf writes to the letter, so anything unexpected is an error.
func (w *Writer) finish(in []byte) ([]byte, error) {
	f, err := split(in)
	if err != nil {
		return nil, err
	}
	pages, err := f.pageObjects(len(w.pages))
	if err != nil {
		return nil, err
	}
	t := &tagger{w: w, file: f, pages: pages}
	t.number()
	for _, step := range []func() error{t.elements, t.annotations, t.tree, t.outlines, t.pageEntries, t.catalog, t.dates, t.fonts} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return f.bytes(), nil
}

// tagger adds a writer's structure to a file.
type tagger struct {
	w     *Writer
	file  *file
	pages []int // page objects
	all   []*Element
	links []*link

	treeRoot, parentTree, outlineRoot int
}

// number gives every new object its number: elements depth first, then links.
func (t *tagger) number() {
	t.treeRoot, t.parentTree = t.file.add(), t.file.add()
	var walk func(*Element)
	walk = func(e *Element) {
		e.object = t.file.add()
		t.all = append(t.all, e)
		for _, c := range e.children {
			if c.element != nil {
				walk(c.element)
			}
		}
	}
	walk(t.w.root)
	key := len(t.w.pages) // the keys below are the pages'
	for _, p := range t.w.pages {
		for _, l := range p.links {
			l.object, l.parentKey = t.file.add(), key
			key++
			t.links = append(t.links, l)
		}
	}
}

// elements writes the structure elements.
func (t *tagger) elements() error {
	for _, e := range t.all {
		b := make([]byte, 0, 128)
		parent := t.treeRoot
		if e.parent != nil {
			parent = e.parent.object
		}
		b = append(b, "<</Type /StructElem /S /"...)
		b = append(b, e.role...)
		b = append(b, " /P "...)
		b = append(b, ref(parent)...)
		b = t.appendChildren(b, e)
		b = e.appendProperties(b)
		t.file.objects[e.object] = append(b, ">>"...)
	}
	return nil
}

// appendChildren writes K, and Pg for the page of most of what is in it.
func (t *tagger) appendChildren(b []byte, e *Element) []byte {
	if len(e.children) == 0 {
		return b
	}
	page := 0
	for _, c := range e.children {
		if c.element == nil && c.link == nil {
			page = c.page
			break
		}
	}
	if page > 0 {
		b = append(b, " /Pg "...)
		b = append(b, ref(t.pages[page-1])...)
	}
	b = append(b, " /K ["...)
	for i, c := range e.children {
		if i > 0 {
			b = append(b, ' ')
		}
		switch {
		case c.element != nil:
			b = append(b, ref(c.element.object)...)
		case c.link != nil:
			b = fmt.Appendf(b, "<</Type /OBJR /Obj %d 0 R /Pg %d 0 R>>", c.link.object, t.pages[c.page-1])
		case c.page == page:
			b = strconv.AppendInt(b, int64(c.marked), 10)
		default:
			b = fmt.Appendf(b, "<</Type /MCR /Pg %d 0 R /MCID %d>>", t.pages[c.page-1], c.marked)
		}
	}
	return append(b, ']')
}

// appendProperties writes an element's own entries.
func (e *Element) appendProperties(b []byte) []byte {
	if e.alt != "" {
		b = append(b, " /Alt "+textString(e.alt)...)
	}
	if e.actual != "" {
		b = append(b, " /ActualText "+textString(e.actual)...)
	}
	if e.language != "" {
		b = append(b, " /Lang "+textString(e.language)...)
	}
	if e.id != "" {
		b = append(b, " /ID "+byteString(e.id)...)
	}
	if a := e.attributes(); len(a) == 1 {
		b = append(b, " /A "+a[0]...)
	} else if len(a) > 1 {
		b = append(b, " /A ["+strings.Join(a, " ")+"]"...)
	}
	return b
}

// attributes are the element's attribute objects, one per owner.
func (e *Element) attributes() []string {
	var list []string
	table := ""
	if e.scope != "" {
		table += " /Scope /" + e.scope
	}
	if len(e.headers) > 0 {
		table += " /Headers ["
		for _, id := range e.headers {
			table += byteString(id)
		}
		table += "]"
	}
	if table != "" {
		list = append(list, "<</O /Table"+table+">>")
	}
	if e.numbering != "" {
		list = append(list, "<</O /List /ListNumbering /"+e.numbering+">>")
	}
	if e.box != nil {
		list = append(list, "<</O /Layout /Placement /Block /BBox "+e.box.String()+">>")
	}
	return list
}

// annotations writes the links.
func (t *tagger) annotations() error {
	for _, l := range t.links {
		b := fmt.Appendf(nil, "<</Type /Annot /Subtype /Link /Rect %s /Border [0 0 0] /F 4 /P %d 0 R /StructParent %d /Contents %s",
			l.box, t.pages[l.page-1], l.parentKey, textString(l.words))
		if l.uri != "" {
			b = fmt.Appendf(b, " /A <</Type /Action /S /URI /URI %s>>", byteString(uri(l.uri)))
		} else {
			d, ok := t.w.destinations[l.destination]
			if !ok {
				return fmt.Errorf("a link leads to %q, which isn't in the document", l.destination)
			}
			b = append(b, " /Dest "+t.place(d)...)
		}
		t.file.objects[l.object] = append(b, ">>"...)
	}
	return nil
}

// place is a destination array.
func (t *tagger) place(d destination) string {
	return "[" + ref(t.pages[d.page-1]) + " /XYZ 0 " + number(d.y) + " null]"
}

// tree writes the tree's root, with the parent tree that leads from content and
// annotations to elements, and the identifiers.
func (t *tagger) tree() error {
	var nums bytes.Buffer
	nums.WriteString("<</Nums [")
	for i, p := range t.w.pages {
		nums.WriteString(strconv.Itoa(i) + " [")
		for _, e := range p.contents {
			nums.WriteString(ref(e.object) + " ")
		}
		nums.WriteString("]\n")
	}
	for _, l := range t.links {
		nums.WriteString(strconv.Itoa(l.parentKey) + " " + ref(l.element.object) + "\n")
	}
	nums.WriteString("]>>")
	t.file.objects[t.parentTree] = nums.Bytes()

	b := fmt.Appendf(nil, "<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d /RoleMap <<",
		t.w.root.object, t.parentTree, len(t.w.pages)+len(t.links))
	for _, m := range roleMap {
		b = fmt.Appendf(b, "/%s /%s ", m.role, m.standard)
	}
	b = append(b, ">>"...)
	ids, err := t.identifiers()
	if err != nil {
		return err
	}
	t.file.objects[t.treeRoot] = append(append(b, ids...), ">>"...)
	return nil
}

// identifiers is the IDTree, in the order of the names' bytes.
func (t *tagger) identifiers() (string, error) {
	var named []*Element
	for _, e := range t.all {
		if e.id != "" {
			named = append(named, e)
		}
	}
	if len(named) == 0 {
		return "", nil
	}
	slices.SortStableFunc(named, func(a, b *Element) int { return cmp.Compare(a.id, b.id) })
	var b strings.Builder
	b.WriteString(" /IDTree <</Names [")
	for i, e := range named {
		if i > 0 && named[i-1].id == e.id {
			return "", fmt.Errorf("two elements have the identifier %q", e.id)
		}
		b.WriteString(byteString(e.id) + " " + ref(e.object) + " ")
	}
	b.WriteString("]>>")
	return b.String(), nil
}

// pageEntries ties each page to the parent tree, its tab order to the
// structure, and its links to it.
func (t *tagger) pageEntries() error {
	for i, p := range t.w.pages {
		const head = "<</Type /Page\n"
		var b strings.Builder
		fmt.Fprintf(&b, "%s/StructParents %d\n/Tabs /S\n", head, i)
		if len(p.links) > 0 {
			b.WriteString("/Annots [")
			for _, l := range p.links {
				b.WriteString(ref(l.object) + " ")
			}
			b.WriteString("]\n")
		}
		if bytes.Contains(t.file.objects[t.pages[i]], []byte("/Annots")) {
			return fmt.Errorf("page %d has annotations of fpdf's", i+1)
		}
		if err := t.file.replace(t.pages[i], head, b.String()); err != nil {
			return err
		}
	}
	return nil
}

// emptyNames is the name dictionary that fpdf writes with nothing in it.
var emptyNames = regexp.MustCompile(`/Names <<\s*/EmbeddedFiles\s*<<\s*/Names\s*\[\s*\]\s*>>\s*>>\n?`)

func (t *tagger) catalog() error {
	f := t.file
	if !bytes.Contains(f.objects[f.root], []byte("/Metadata ")) {
		return fmt.Errorf("the catalog, object %d, has no metadata", f.root)
	}
	f.objects[f.root] = emptyNames.ReplaceAll(f.objects[f.root], nil)
	more := fmt.Sprintf("/Type /Catalog\n/MarkInfo <</Marked true>>\n/StructTreeRoot %d 0 R\n/ViewerPreferences <</DisplayDocTitle true>>", t.treeRoot)
	if t.outlineRoot > 0 {
		more += fmt.Sprintf("\n/Outlines %d 0 R\n/PageMode /UseOutlines", t.outlineRoot)
	}
	return f.replace(f.root, "/Type /Catalog", more)
}

var infoDate = regexp.MustCompile(`/(CreationDate|ModDate) \(D:(\d{14})\)\n?`)

// dates gives the information dictionary's dates their offset from UTC, so that
// they equal the metadata's, or takes them out.
func (t *tagger) dates() error {
	f := t.file
	if n := len(infoDate.FindAll(f.objects[f.info], -1)); n != 2 {
		return fmt.Errorf("the information dictionary, object %d, has %d dates instead of 2", f.info, n)
	}
	with := []byte("/$1 (D:$2+00'00')\n")
	if t.w.info.Date.IsZero() {
		with = nil
	}
	f.objects[f.info] = infoDate.ReplaceAll(f.objects[f.info], with)
	return nil
}
