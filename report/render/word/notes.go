package word

import (
	"fmt"
	"slices"
	"strconv"

	"apr/internal/document"
)

// noteWriter is where a footnote is written. Word's footnotes can't have footnotes
// of their own: a note that is marked in a footnote only follows in the same one.
type noteWriter struct{ follow []*document.Note }

// noteBookmark is the name of the bookmark at a note's first mark. No id of a
// document begins with the prefix.
func noteBookmark(n *document.Note) string { return document.ReservedPrefix + "note-" + n.ID }

// mark writes a note's mark in the main part.
func (w *writer) mark(n *document.Note) error {
	f := w.file
	name := f.bookmark(noteBookmark(n))
	if id, again := f.footnoteID[n]; again {
		w.field(`NOTEREF `+name+` \f \h`, strconv.Itoa(id), format{style: "FootnoteReference"})
		return nil
	}
	f.footnotes = append(f.footnotes, n)
	id := len(f.footnotes)
	f.footnoteID[n] = id
	return w.marked(name, func() error {
		w.raw(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="`)
		w.number(id)
		w.raw(`"/></w:r>`)
		return nil
	})
}

// markInNote writes a note's mark in a footnote.
func (w *writer) markInNote(n *document.Note) {
	look := format{style: "FootnoteReference"}
	if id, known := w.file.footnoteID[n]; known {
		w.field(`NOTEREF `+w.file.bookmark(noteBookmark(n))+` \f \h`, strconv.Itoa(id), look)
		return
	}
	w.run(strconv.Itoa(n.Number), look)
	if !slices.Contains(w.note.follow, n) {
		w.note.follow = append(w.note.follow, n)
	}
}

// footnotesPart is the footnotes as a part. It is written when the main part is,
// for only then is it known which notes have a mark there.
func (f *file) footnotesPart() (part, error) {
	w := &writer{file: f, relations: &f.notes}
	w.raw(declaration, "<w:footnotes ", namespaces, ">\n",
		`<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>`, "\n",
		`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`, "\n")
	followed := map[*document.Note]bool{}
	for i, n := range f.footnotes {
		w.note = &noteWriter{}
		w.raw(`<w:footnote w:id="`)
		w.number(i + 1)
		w.raw(`">`)
		if err := w.footnote(n, func() { w.raw(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>`) }); err != nil {
			return part{}, err
		}
		for k := 0; k < len(w.note.follow); k++ { // grows with what these mark
			more := w.note.follow[k]
			if followed[more] {
				continue
			}
			followed[more] = true
			own := func() { w.run(strconv.Itoa(more.Number), format{style: "FootnoteReference"}) }
			if err := w.footnote(more, own); err != nil {
				return part{}, err
			}
		}
		w.raw("</w:footnote>\n")
	}
	w.raw("</w:footnotes>\n")
	return part{"word/footnotes.xml", wordType + "footnotes+xml", w.buf}, nil
}

// footnote writes one note's paragraph after its number.
func (w *writer) footnote(n *document.Note, number func()) error {
	err := w.paragraph(paragraph{style: "FootnoteText", rtl: n.Content.RightToLeft()}, func() error {
		number()
		w.run(" ", format{})
		return w.inlines(n.Content, format{})
	})
	if err != nil {
		return fmt.Errorf("note %q: %w", n.ID, err)
	}
	return nil
}
