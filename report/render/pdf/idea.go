package pdf

import (
	"apr/internal/document"
	"apr/internal/tagpdf"
)

// Idea lays out a picture and, at its right, the words that it goes with, which begin at
// one distance from the edge in all ideas. An idea isn't broken over pages.
func (r *renderer) Idea(b *document.Idea) error {
	g := r.g
	first := len(g.strips)
	width := g.width * document.IdeaPicture / 100
	gap := r.paragraphGap() * 2
	g.space(gap)
	err := g.element(tagpdf.Div, func() error {
		tall, err := r.ideaPicture(b, width)
		if err != nil {
			return err
		}
		words := len(g.strips)
		if err := g.indented(width+2*gutter, 0, func() error { return r.blocks(b.Blocks) }); err != nil {
			return err
		}
		if used := next(g.strips[words:], words > first, 0); used < tall {
			g.add(tall-used, nil).gap = 0
		}
		return nil
	})
	for i := first; i+1 < len(g.strips); i++ {
		g.strips[i].keep = true
	}
	g.space(gap)
	return err
}

// ideaPicture lays out an idea's picture, or the place of one, beside what comes next, and
// returns how high it is.
func (r *renderer) ideaPicture(b *document.Idea, width float64) (tall float64, err error) {
	g := r.g
	x := g.x
	switch {
	case b.Picture != nil:
		h, err := r.hang(b.Picture, document.IdeaPicture, width)
		if err != nil {
			return 0, err
		}
		err = g.element(tagpdf.Sect, func() error {
			g.named(b.Picture.ID)
			g.add(0, func(p *painter, y float64) {
				h.draw(p, x, y+3)
				h.drawCaption(p, x, y+3)
			})
			return nil
		})
		return h.tall() + 3, err
	case b.Slot:
		return r.slot(x, width)
	}
	return 0, nil
}

// slot lays out the place of a picture that isn't there: a frame with its words.
func (r *renderer) slot(x, width float64) (tall float64, err error) {
	const tallSlot = 0.7 // of the width
	s := r.sized(smallText)
	atoms, err := r.set(r.doc.Meta.OwnLine(document.SlotWords), s)
	if err != nil {
		return 0, err
	}
	lines := breakLines(atoms, width-2*boxPadding)
	tall = max(width*tallSlot, float64(len(lines))*s.lead+2*boxPadding)
	r.g.add(0, func(p *painter, y float64) {
		y += 3
		p.w.Artifact(tagpdf.Layout, func() {
			edge := tagpdf.Stroke{Width: 1, Colour: s.colour}
			p.w.Line(x, y, x+width, y, edge)
			p.w.Line(x, y+tall, x+width, y+tall, edge)
			p.w.Line(x, y, x, y+tall, edge)
			p.w.Line(x+width, y, x+width, y+tall, edge)
		})
		e := p.w.Begin(tagpdf.P)
		at := y + (tall-float64(len(lines))*s.lead)/2
		for _, l := range lines {
			p.line(l, x+boxPadding, at+baseline(s))
			at += s.lead
		}
		p.w.End(e)
	})
	return tall + 3, nil
}
