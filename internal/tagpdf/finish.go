package tagpdf

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sync/errgroup"

	"apr/internal/lazyregexp"
)

// finish is fpdf's file with what makes it a tagged one.
func (w *Writer) finish() ([]byte, error) {
	var beside errgroup.Group
	var frame []byte
	var fonts [][]byte
	beside.Go(func() (err error) {
		frame, err = w.frame()
		return err
	})
	beside.Go(func() (err error) {
		fonts, err = w.fontObjects()
		return err
	})
	t := newTagger(w)
	if err := t.structure(); err != nil {
		return nil, err
	}
	tags := t.file.pack(t.first, len(t.file.objects))
	if err := beside.Wait(); err != nil {
		return nil, err
	}
	if err := t.join(frame, fonts); err != nil {
		return nil, fmt.Errorf("tagging the pages: %w", err)
	}
	w.packing.Wait()
	for i, p := range w.pages {
		t.file.objects[t.pages[i]+1] = p.stream
	}
	return t.file.bytes(slices.Concat(t.file.pack(1, t.first), tags)), nil
}

// tagger adds a writer's structure to a file.
type tagger struct {
	w     *Writer
	file  *file
	first int   // the first object that isn't fpdf's
	pages []int // page objects
	all   []*Element
	links []*link

	treeRoot, parentTree, outlineRoot, colours int
}

// newTagger gives every new object its number: elements depth first, then links.
// They start where fpdf's objects are sure to have ended, so that structure and
// fonts can be written side by side.
func newTagger(w *Writer) *tagger {
	const each, others = 8, 16 // objects that a font or an image may take, and the rest
	t := &tagger{w: w, first: firstPage + 2*len(w.pages) + each*(int(fontCount)+len(w.images)) + others}
	t.file = &file{objects: make([][]byte, t.first, t.first+2048)}
	for i := range w.pages {
		t.pages = append(t.pages, firstPage+2*i) // each is followed by its content
	}
	t.treeRoot, t.parentTree, t.colours = t.file.add(), t.file.add(), t.file.add()
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
	walk(w.root)
	key := len(w.pages) // the keys below are the pages'
	for _, p := range w.pages {
		for _, l := range p.links {
			l.object, l.parentKey = t.file.add(), key
			key++
			t.links = append(t.links, l)
		}
	}
	return t
}

// structure writes the objects that fpdf knows nothing of.
func (t *tagger) structure() error {
	for _, step := range []func() error{t.elements, t.annotations, t.tree, t.outlines, t.outputIntent} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// join takes over the objects of fpdf's file, and puts those of the fonts among them. It
// depends on what fpdf writes to the letter, so anything unexpected is an error.
func (t *tagger) join(in []byte, fonts [][]byte) error {
	f, err := split(in)
	if err != nil {
		return err
	}
	if len(f.objects) > t.first {
		return fmt.Errorf("%d objects in the file, %d expected at most", len(f.objects), t.first)
	}
	copy(t.file.objects, f.objects)
	t.file.root, t.file.info = f.root, f.info
	for _, step := range []func() error{t.pageEntries, t.catalog, t.dates} {
		if err := step(); err != nil {
			return err
		}
	}
	return t.fonts(fonts)
}

// elements writes the structure elements.
func (t *tagger) elements() error {
	parts := slices.Collect(slices.Chunk(t.all, packed))
	each(len(parts), func(i int) {
		var b []byte // of them all, so that they aren't many small allocations
		for _, e := range parts[i] {
			start := len(b)
			b = t.appendElement(b, e)
			t.file.objects[e.object] = b[start:len(b):len(b)]
		}
	})
	return nil
}

func (t *tagger) appendElement(b []byte, e *Element) []byte {
	parent := t.treeRoot
	if e.parent != nil {
		parent = e.parent.object
	}
	b = append(append(b, "<</S /"...), e.role...)
	b = appendRef(append(b, " /P "...), parent)
	b = t.appendChildren(b, e)
	return append(e.appendProperties(b), ">>"...)
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
		b = appendRef(append(b, " /Pg "...), t.pages[page-1])
	}
	b = append(b, " /K ["...)
	for i, c := range e.children {
		if i > 0 {
			b = append(b, ' ')
		}
		switch {
		case c.element != nil:
			b = appendRef(b, c.element.object)
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
	nums := []byte("<</Nums [")
	for i, p := range t.w.pages {
		nums = append(strconv.AppendInt(nums, int64(i), 10), " ["...)
		for _, e := range p.contents {
			nums = append(appendRef(nums, e.object), ' ')
		}
		nums = append(nums, "]\n"...)
	}
	for _, l := range t.links {
		nums = append(strconv.AppendInt(nums, int64(l.parentKey), 10), ' ')
		nums = append(appendRef(nums, l.element.object), '\n')
	}
	t.file.objects[t.parentTree] = append(nums, "]>>"...)

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
	found, err := t.file.pageObjects()
	if err != nil {
		return err
	}
	if !slices.Equal(found, t.pages) {
		return fmt.Errorf("the pages are the objects %v instead of %v", found, t.pages)
	}
	for i, p := range t.w.pages {
		const head = "<</Type /Page\n"
		page := t.file.objects[t.pages[i]]
		if bytes.Contains(page, []byte("/Annots")) {
			return fmt.Errorf("page %d has annotations of fpdf's", i+1)
		}
		if !bytes.Contains(page, []byte("/Contents "+ref(t.pages[i]+1))) {
			return fmt.Errorf("page %d isn't followed by its content", i+1)
		}
		b := fmt.Appendf(nil, "%s/StructParents %d\n/Tabs /S\n", head, i)
		if len(p.links) > 0 {
			b = append(b, "/Annots ["...)
			for _, l := range p.links {
				b = append(appendRef(b, l.object), ' ')
			}
			b = append(b, "]\n"...)
		}
		if err := t.file.replace(t.pages[i], head, string(b)); err != nil {
			return err
		}
	}
	return nil
}

// emptyNames is the name dictionary that fpdf writes with nothing in it.
var emptyNames = lazyregexp.Lazy(`/Names <<\s*/EmbeddedFiles\s*<<\s*/Names\s*\[\s*\]\s*>>\s*>>\n?`)

func (t *tagger) catalog() error {
	f := t.file
	if !bytes.Contains(f.objects[f.root], []byte("/Metadata ")) {
		return fmt.Errorf("the catalog, object %d, has no metadata", f.root)
	}
	f.objects[f.root] = emptyNames().ReplaceAll(f.objects[f.root], nil)
	marked := "/Marked true"
	if t.w.userProperties {
		marked += " /UserProperties true"
	}
	more := fmt.Sprintf("/Type /Catalog\n/MarkInfo <<%s>>\n/StructTreeRoot %d 0 R\n/ViewerPreferences <</DisplayDocTitle true>>", marked, t.treeRoot)
	more += fmt.Sprintf("\n/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (%[1]s) /Info (%[1]s) /DestOutputProfile %[2]d 0 R>>]",
		colourSpace, t.colours)
	if t.outlineRoot > 0 {
		more += fmt.Sprintf("\n/Outlines %d 0 R\n/PageMode /UseOutlines", t.outlineRoot)
	}
	return f.replace(f.root, "/Type /Catalog", more)
}

// outputIntent writes the profile of the file's colours. fpdf can write one, but
// then its trailer names that as the information dictionary.
func (t *tagger) outputIntent() error {
	t.file.objects[t.colours] = stream("/N 3 /Alternate /DeviceRGB", srgb())
	return nil
}

var infoDate = lazyregexp.Lazy(`/(CreationDate|ModDate) \(D:(\d{14})\)\n?`)

// dates gives the information dictionary's dates their offset from UTC, so that
// they equal the metadata's, or takes them out.
func (t *tagger) dates() error {
	f := t.file
	if n := len(infoDate().FindAll(f.objects[f.info], -1)); n != 2 {
		return fmt.Errorf("the information dictionary, object %d, has %d dates instead of 2", f.info, n)
	}
	with := []byte("/$1 (D:$2+00'00')\n")
	if t.w.info.Date.IsZero() {
		with = nil
	}
	f.objects[f.info] = infoDate().ReplaceAll(f.objects[f.info], with)
	return nil
}
