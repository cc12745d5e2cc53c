package pdf

import (
	"fmt"
	"strings"

	"apr/internal/document"
	"apr/internal/shaping"
	"apr/internal/tagpdf"
)

// listed is the deepest level of section in the contents. The bookmarks have every
// heading.
const listed = 2

// section lays out a section and those below it.
func (r *renderer) section(s *document.Section) error {
	if s.OnePage {
		r.g.newPage = true
	}
	first := len(r.g.strips)
	err := r.g.element(tagpdf.Sect, func() error {
		if err := r.heading(s.Level, foreign(s.Title, s.Lang), s.ID); err != nil {
			return fmt.Errorf("section %q: %w", s.Title, err)
		}
		if err := r.blocks(s.Blocks); err != nil {
			return fmt.Errorf("section %q: %w", s.Title, err)
		}
		for _, below := range s.Sections {
			if err := r.section(below); err != nil {
				return err
			}
		}
		return nil
	})
	if s.OnePage {
		squeeze(r.g.strips[first:], room(false))
		r.g.newPage = true
	}
	return err
}

// squeeze takes space out from between strips that are a little too high for
// their page. What is far too high goes on on the next page, well spaced.
func squeeze(strips []*strip, room float64) {
	const least = 0.45 // of the space that was wanted
	heights, gaps := 0.0, 0.0
	for i, s := range strips {
		heights += s.height
		if i > 0 {
			gaps += s.gap
		}
	}
	if share := (room - heights) / gaps; share >= least && share < 1 {
		for _, s := range strips {
			s.gap *= share
		}
	}
}

// heading lays out a heading, which stays with what follows it. Chapters begin
// a page where the last is well filled. The report's title is the only first-level heading in the tags.
func (r *renderer) heading(level int, title document.Inlines, id string) error {
	look := level
	if r.doc.Meta.Brief {
		look++ // a few pages have no room for large headings
	}
	st, above := headingStyle(look)
	if r.doc.Meta.Large {
		st = r.sized(st)
		st.lead = st.size * 1.25
	}
	if level == 1 {
		above = max(above, 32) // the rule above it stands clear of the text before
	}
	g := r.g
	if last := g.last(); last != nil && !last.heading {
		last.keep = false // what a line alone stays with isn't another section
	}
	g.space(above)
	if level == 1 {
		g.chapter = !r.doc.Meta.Brief
	}
	atoms, err := r.setWith(title, st, true)
	if err != nil {
		return err
	}
	first := len(g.strips)
	g.named(id)
	r.bookmark(level, title)
	if level == 1 {
		g.at(func(p *painter, y float64) {
			p.w.Artifact(tagpdf.Layout, func() { p.w.Rect(marginSide, y-10, 44, 3.5, p.ink(teal)) })
		})
	}
	if err := g.text(tagpdf.Heading(level+1), atoms, st); err != nil {
		return err
	}
	g.keepFrom(first)
	for _, s := range g.strips[first:] {
		s.heading = true
	}
	if len(g.strips) > first {
		g.strips[first].place = id
	}
	g.space(st.lead * 0.32)
	return nil
}

// bookmark adds what comes next to the bookmarks.
func (r *renderer) bookmark(level int, title document.Inlines) {
	r.g.at(func(p *painter, y float64) { p.w.Bookmark(level, bookmarked(title.String(), &p.meta), y-4) })
}

// bookmarked is a title as a bookmark, which the reader's program draws and not the
// file's font.
func bookmarked(title string, m *document.Meta) string {
	if shaping.Foreign(title) {
		return title
	}
	return drawable(title, m)
}

// bookmarkedText lays out a heading within a box.
func (r *renderer) bookmarkedText(level int, title document.Inlines, s style) error {
	atoms, err := r.setWith(title, s, true)
	if err != nil {
		return err
	}
	r.bookmark(level, title)
	return r.g.text(tagpdf.Heading(level+1), atoms, s)
}

// blocks lays out blocks: small figures that follow each other in rows, and beside a
// last one the paragraph that ends them.
func (r *renderer) blocks(blocks []document.Block) error {
	for i := 0; i < len(blocks); {
		if p, ok := blocks[i].(*document.Picture); ok && p.Side != document.NoSide {
			n, err := r.beside(p, blocks[i+1:])
			if err != nil {
				return err
			}
			i += 1 + n
			continue
		}
		row := document.SmallRow(blocks[i:], 2)
		if len(row) == 0 {
			if err := blocks[i].Accept(r); err != nil {
				return err
			}
			i++
			continue
		}
		i += len(row)
		var beside *document.Paragraph
		if len(row) == 1 && i+1 == len(blocks) {
			if beside, _ = blocks[i].(*document.Paragraph); beside != nil {
				i++
			}
		}
		if err := r.figures(row, beside); err != nil {
			return err
		}
	}
	return nil
}

// within lays blocks out in another style of running text.
func (r *renderer) within(s style, blocks []document.Block) error {
	old := r.text
	r.text = s
	err := r.blocks(blocks)
	r.text = old
	return err
}

// paragraphGap is the space between paragraphs, less within a list.
func (r *renderer) paragraphGap() float64 {
	if r.tight {
		return r.text.lead * 0.25
	}
	return r.text.lead * 0.42
}

// paragraph lays inlines out as one paragraph in a style.
func (r *renderer) paragraph(is document.Inlines, s style) error {
	atoms, err := r.set(is, s)
	if err != nil {
		return err
	}
	return r.g.text(tagpdf.P, atoms, s)
}

// Paragraph lays out running text. A single line below a heading stays with
// what follows, and so does one that announces it with a colon.
func (r *renderer) Paragraph(b *document.Paragraph) error {
	g := r.g
	g.space(r.paragraphGap())
	first := len(g.strips)
	if err := r.paragraph(b.Content, r.text); err != nil {
		return err
	}
	if n := len(g.strips); n > first {
		single := n == first+1 && first > 0 && g.strips[first-1].heading
		if single || strings.HasSuffix(strings.TrimSpace(b.Content.String()), ":") {
			g.last().keep = true
		}
	}
	g.space(r.paragraphGap())
	return nil
}

// StatutoryReference is the line that says which provisions a section answers.
func (r *renderer) StatutoryReference(b *document.StatutoryReference) error {
	first := len(r.g.strips)
	r.g.gap = min(r.g.gap, 4)
	if err := r.paragraph(r.doc.Meta.Citation(b), smallText); err != nil {
		return err
	}
	r.g.keepFrom(first)
	for _, s := range r.g.strips[first:] {
		s.heading = true
	}
	r.g.space(r.paragraphGap())
	return nil
}
