package pdf

import (
	"fmt"

	"apr/internal/document"
	"apr/internal/tagpdf"
)

// List lays out a list, its labels hanging to the left of its items.
func (r *renderer) List(b *document.List) error {
	g := r.g
	numbering := "Disc"
	hang := indentList
	if b.Ordered {
		numbering = "Decimal"
		last := fmt.Sprintf("%d. ", b.Start+len(b.Items)-1)
		hang = max(hang, r.text.font.Width(r.text.size, last)+2)
	}
	g.space(r.paragraphGap())
	tight := r.tight
	r.tight = true
	err := g.element(tagpdf.L, func() error {
		ends := []int{len(g.strips)}
		for i, item := range b.Items {
			label := "• "
			if b.Ordered {
				label = fmt.Sprintf("%d. ", b.Start+i)
			}
			if err := r.item(label, hang, item); err != nil {
				return err
			}
			ends = append(ends, len(g.strips))
		}
		g.keepItems(ends)
		return nil
	}, tagpdf.Numbering(numbering))
	r.tight = tight
	g.space(r.paragraphGap())
	return err
}

// keepItems keeps the first two and the last two items of a list on a page
// where they are of a line each. The first end is the list's beginning.
func (g *galley) keepItems(ends []int) {
	const few = 2 // lines of both
	pair := func(i int) {
		if i >= 0 && i+2 < len(ends) && ends[i+1] > ends[i] && ends[i+2]-ends[i] <= few {
			g.strips[ends[i+1]-1].keep = true
		}
	}
	pair(0)
	pair(len(ends) - 3)
}

func (r *renderer) item(label string, hang float64, blocks []document.Block) error {
	g, s := r.g, r.text
	return g.element(tagpdf.LI, func() error {
		x := g.x + 4
		g.at(func(p *painter, y float64) {
			e := p.w.Begin(tagpdf.Lbl)
			p.w.Text(s.font, s.size, x, y+baseline(s), p.ink(s.colour), label)
			p.w.End(e)
		})
		return g.element(tagpdf.LBody, func() error {
			return g.indented(hang, 0, func() error { return r.blocks(blocks) })
		})
	})
}

// Definitions lays out terms in bold with their meanings: next to them where the terms
// take no more than about a third of the width, otherwise indented below.
func (r *renderer) Definitions(b *document.Definitions) error {
	const gutter = 12.0
	g := r.g
	short := 0.36*g.width - gutter
	terms := make([][]atom, len(b.Entries))
	hang := 0.0
	for i, d := range b.Entries {
		atoms, err := r.setWith(d.Term, r.text.bold(), true)
		if err != nil {
			return err
		}
		terms[i] = atoms
		hang = max(hang, unitWidth(atoms))
	}
	g.space(r.paragraphGap())
	err := g.element(tagpdf.L, func() error {
		ends := []int{len(g.strips)}
		for i, d := range b.Entries {
			lay := r.below
			if hang <= short {
				lay = r.sideBySide
				if i > 0 {
					g.gap = min(g.gap, r.text.lead*0.18)
				}
			}
			if err := g.element(tagpdf.LI, func() error { return lay(terms[i], hang+gutter, d.Meaning) }); err != nil {
				return err
			}
			ends = append(ends, len(g.strips))
			g.gap = 0
			g.space(r.text.lead * 0.18)
		}
		g.keepItems(ends)
		return nil
	}, tagpdf.Numbering("None"))
	g.space(r.paragraphGap())
	return err
}

// sideBySide lays out a meaning next to its term.
func (r *renderer) sideBySide(term []atom, hang float64, meaning []document.Block) error {
	g, s := r.g, r.text
	strips, pending := len(g.strips), len(g.pending)
	if n := len(term); n > 0 && term[n-1].space == 0 {
		term[n-1].space = s.font.Width(s.size, " ") // so that the words are two
	}
	x := g.x
	g.at(func(p *painter, y float64) {
		e := p.w.Begin(tagpdf.Lbl)
		p.line(line{atoms: term}, x, y+baseline(s))
		p.w.End(e)
	})
	if err := r.meaning(hang, meaning); err != nil || len(g.strips) > strips {
		return err
	}
	g.pending = g.pending[:pending] // there is no meaning to be next to
	return g.text(tagpdf.Lbl, term, s)
}

// below lays out a meaning under its term.
func (r *renderer) below(term []atom, _ float64, meaning []document.Block) error {
	g := r.g
	first := len(g.strips)
	if err := g.text(tagpdf.Lbl, term, r.text); err != nil {
		return err
	}
	g.keepFrom(first)
	g.gap = 0
	return r.meaning(indentList, meaning)
}

func (r *renderer) meaning(indent float64, blocks []document.Block) error {
	g := r.g
	return g.element(tagpdf.LBody, func() error {
		return g.indented(indent, 0, func() error {
			first, gap := len(g.strips), g.gap // the item's, not its first paragraph's
			err := r.blocks(blocks)
			if len(g.strips) > first {
				g.strips[first].gap = gap
			}
			return err
		})
	})
}
