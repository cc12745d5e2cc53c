package tagpdf

import "fmt"

// outlineItem is a bookmark with its place in the tree.
type outlineItem struct {
	bookmark
	object   int
	parent   *outlineItem
	children []*outlineItem
}

// outlines writes the bookmarks. fpdf's own can't be used: it measures their
// heights from the last page's size and writes a count of 0, which strict
// readers refuse.
func (t *tagger) outlines() error {
	if len(t.w.bookmarks) == 0 {
		return nil
	}
	root := &outlineItem{object: t.file.add()}
	t.outlineRoot = root.object
	path := []*outlineItem{root} // the last item of each level
	for _, b := range t.w.bookmarks {
		parent := path[b.level-1]
		item := &outlineItem{bookmark: b, object: t.file.add(), parent: parent}
		parent.children = append(parent.children, item)
		path = append(path[:b.level], item)
	}
	visible := len(root.children)
	for _, item := range root.children {
		visible += len(item.children) // the first level is open, those below closed
	}
	t.file.objects[root.object] = fmt.Appendf(nil, "<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>",
		root.children[0].object, root.children[len(root.children)-1].object, visible)
	t.writeItems(root, true)
	return nil
}

func (t *tagger) writeItems(parent *outlineItem, open bool) {
	for i, item := range parent.children {
		b := fmt.Appendf(nil, "<</Title %s /Parent %d 0 R /Dest %s", textString(item.title), parent.object, t.place(item.destination))
		if i > 0 {
			b = fmt.Appendf(b, " /Prev %d 0 R", parent.children[i-1].object)
		}
		if i+1 < len(parent.children) {
			b = fmt.Appendf(b, " /Next %d 0 R", parent.children[i+1].object)
		}
		if n := len(item.children); n > 0 {
			count := n
			if !open {
				count = -n
			}
			b = fmt.Appendf(b, " /First %d 0 R /Last %d 0 R /Count %d", item.children[0].object, item.children[n-1].object, count)
		}
		t.file.objects[item.object] = append(b, ">>"...)
		t.writeItems(item, false)
	}
}
