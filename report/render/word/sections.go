package word

import (
	"fmt"
	"slices"

	"apr/internal/document"
)

// Pages are A4 with margins of 2 cm left and right, in twips.
const (
	a4Short, a4Long = 11906, 16838
	marginSide      = 1134
)

// page is how pages are turned where the writer is.
type page struct {
	landscape bool
	turned    bool // the first section of pages has ended: it has the cover
}

// width is of the text, in twips.
func (w *writer) width() int {
	if w.page.landscape {
		return a4Long - 2*marginSide
	}
	return a4Short - 2*marginSide
}

// turn begins a section of pages that lie otherwise.
func (w *writer) turn(landscape bool) {
	if w.page.landscape == landscape {
		return
	}
	if w.properties == 0 { // a table ends here, and a section ends with a paragraph
		_ = w.paragraph(paragraph{style: "SectionEnd"}, func() error { return nil })
	}
	end := &writer{file: w.file, page: w.page}
	end.sectionProperties()
	w.buf = slices.Insert(w.buf, w.properties, end.buf...)
	w.page = page{landscape: landscape, turned: true}
	w.properties, w.afterTable = 0, false
}

// sectionProperties write the size of the pages and their heads and feet.
func (w *writer) sectionProperties() {
	way, width, height, bottom := "portrait", a4Short, a4Long, 1360
	if w.page.landscape {
		way, width, height, bottom = "landscape", a4Long, a4Short, 1190
	}
	top := 1440
	if w.file.meta.Large {
		top = 1800 // its running head may take two lines
	}
	w.raw("<w:sectPr>")
	if !w.page.turned {
		w.raw(`<w:headerReference w:type="first" r:id="`, furnitureID("header", "cover"), `"/><w:footerReference w:type="first" r:id="`, furnitureID("footer", "cover"), `"/>`)
	}
	w.raw(`<w:headerReference w:type="default" r:id="`, furnitureID("header", way), `"/><w:footerReference w:type="default" r:id="`, furnitureID("footer", way), `"/>`)
	w.raw(fmt.Sprintf(`<w:type w:val="nextPage"/><w:pgSz w:w="%d" w:h="%d" w:orient="%s"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="680" w:footer="560" w:gutter="0"/>`,
		width, height, way, top, marginSide, bottom, marginSide))
	if !w.page.turned {
		w.raw("<w:titlePg/>")
	}
	if w.file.rightToLeft() {
		w.raw("<w:bidi/>")
	}
	w.raw("</w:sectPr>")
}

// section writes a section and those below it. Wide tables lie on landscape pages,
// with the heading and the few words before them.
func (w *writer) section(s *document.Section, newPage bool) error {
	wide := landscapes(s.Blocks)
	w.turn(opensWide(s))
	if err := w.clear(); err != nil {
		return err
	}
	p := paragraph{style: fmt.Sprint("Heading", s.Level), newPage: newPage || s.OnePage}
	heading := document.Inlines{&document.Text{Text: s.Title, Lang: s.Lang}}
	p.rtl = heading.RightToLeft()
	err := w.paragraph(p, func() error {
		return w.marked(w.file.bookmark(s.ID), func() error { return w.inlines(heading, format{}) })
	})
	for i, b := range s.Blocks {
		if err != nil {
			break
		}
		w.turn(wide[i])
		if !fitsNextToPicture(b) {
			err = w.clear()
		}
		if err == nil {
			err = b.Accept(w)
		}
	}
	if err != nil {
		return fmt.Errorf("section %q: %w", s.Title, err)
	}
	for i, sub := range s.Sections {
		if err := w.section(sub, i > 0 && s.Sections[i-1].OnePage); err != nil {
			return err
		}
	}
	return nil
}

// landscapes says of each block whether it is on a landscape page: wide tables do, and
// what is so short before or between them that it would have a page to itself.
func landscapes(blocks []document.Block) []bool {
	const few = 700 // characters
	out := make([]bool, len(blocks))
	from, length := 0, 0
	for i, b := range blocks {
		t, isTable := b.(*document.Table)
		switch n, text := plainLength(b); {
		case isTable && t.Wide:
			for k := from; k <= i && length <= few; k++ {
				out[k] = true
			}
			out[i], from, length = true, i+1, 0
		case text:
			length += n
		default:
			length = few + 1
		}
	}
	return out
}

// plainLength is how long a block is that is only text.
func plainLength(b document.Block) (n int, text bool) {
	switch b := b.(type) {
	case *document.Paragraph:
		return len(b.Content.String()), true
	case *document.StatutoryReference:
		return len(b.String()), true
	}
	return 0, false
}

// opensWide reports whether a section begins on a landscape page.
func opensWide(s *document.Section) bool {
	if len(s.Blocks) > 0 {
		return landscapes(s.Blocks)[0]
	}
	return len(s.Sections) > 0 && opensWide(s.Sections[0])
}
