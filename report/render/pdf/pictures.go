package pdf

import (
	"fmt"

	"apr/internal/document"
	"apr/internal/tagpdf"
)

// hung is a picture with its caption, as wide as it is to be.
type hung struct {
	*document.Picture
	image         *tagpdf.Image
	width, height float64
	caption       []line
	style         style // of the caption
}

// The highest that pictures are, and the space between what stands side by side.
const (
	mostHigh = 420.0
	gutter   = 14.0
)

// hang measures a picture: so many percent of the text's width, or at 150 dots an inch
// where percent is 0, and no wider than most.
func (r *renderer) hang(b *document.Picture, percent, most float64) (h hung, err error) {
	const dotsPerInch = 150
	h.Picture, h.style = b, r.sized(captionText)
	if h.image, err = tagpdf.ReadImage(b.Data, b.MediaType); err != nil {
		return h, fmt.Errorf("%s: the picture described as %q: %w", b.Position, b.Alt, err)
	}
	h.width, h.height = float64(h.image.Width)*72/dotsPerInch, float64(h.image.Height)*72/dotsPerInch
	if percent > 0 {
		h.height *= r.g.width * percent / 100 / h.width
		h.width = r.g.width * percent / 100
	}
	if k := min(most/h.width, mostHigh/h.height, 1); k < 1 {
		h.width, h.height = h.width*k, h.height*k
	}
	if b.Caption == "" {
		return h, nil
	}
	atoms, err := r.set(foreign(b.Caption, b.Lang), h.style)
	h.caption = breakLines(atoms, most)
	return h, err
}

// tall is how high the picture is with its caption.
func (h *hung) tall() float64 {
	if len(h.caption) == 0 {
		return h.height
	}
	return h.height + 4 + float64(len(h.caption))*h.style.lead
}

// draw draws the picture, in its link where it has one. The link's name is what the
// picture shows.
func (h *hung) draw(p *painter, x, y float64) {
	var link *tagpdf.Element
	if h.Link != "" {
		link = p.w.Begin(tagpdf.Link)
	}
	options := []tagpdf.Option{tagpdf.Alt(h.Alt), tagpdf.BBox(x, y, h.width, h.height)}
	if h.Lang != "" {
		options = append(options, tagpdf.Language(h.Lang))
	}
	e := p.w.Begin(tagpdf.Figure, options...)
	p.w.Image(h.image, x, y, h.width, h.height)
	p.w.End(e)
	if link != nil {
		p.w.LinkURI(x, y, h.width, h.height, h.Link, h.Alt)
		p.w.End(link)
	}
}

// drawCaption draws the caption below the picture.
func (h *hung) drawCaption(p *painter, x, y float64) {
	if len(h.caption) == 0 {
		return
	}
	e := p.w.Begin(tagpdf.Caption)
	y += h.height + 4
	for _, l := range h.caption {
		p.line(l, x, y+baseline(h.style))
		y += h.style.lead
	}
	p.w.End(e)
}

// Picture lays out an image from the narrative. One beside text stands alone here; see
// renderer.beside.
func (r *renderer) Picture(b *document.Picture) error {
	h, err := r.hang(b, float64(b.PercentWide()), r.g.width)
	if err != nil {
		return err
	}
	g := r.g
	x := g.x
	g.space(r.paragraphGap() + 4)
	err = g.element(tagpdf.Sect, func() error {
		g.named(b.ID)
		s := g.add(h.height, func(p *painter, y float64) { h.draw(p, x, y) })
		if b.Caption == "" {
			return nil
		}
		s.keep = true
		g.space(4)
		return r.captioned(foreign(b.Caption, b.Lang), h.style)
	})
	g.space(r.paragraphGap() + 4)
	return err
}

// PictureRow lays out pictures next to each other.
func (r *renderer) PictureRow(b *document.PictureRow) error {
	g := r.g
	var row []hung
	high := 0.0
	shares := b.Shares()
	for i, p := range b.Pictures {
		h, err := r.hang(p, float64(p.Width), g.width*shares[i]/100-gutter*float64(len(shares)-1)/float64(len(shares)))
		if err != nil {
			return err
		}
		row = append(row, h)
		high = max(high, h.tall())
	}
	g.space(r.paragraphGap() + 4)
	for i := range row {
		g.named(row[i].ID)
	}
	x := g.x
	g.add(high, func(p *painter, y float64) {
		x := x
		for i := range row {
			h := &row[i]
			e := p.w.Begin(tagpdf.Sect)
			h.draw(p, x, y)
			h.drawCaption(p, x, y)
			p.w.End(e)
			x += g.width*shares[i]/100 + gutter/float64(len(row))
		}
	})
	g.space(r.paragraphGap() + 4)
	return nil
}

// flows reports whether a block can stand next to a picture.
func flows(b document.Block) bool {
	switch b.(type) {
	case *document.Paragraph, *document.List:
		return true
	}
	return false
}

// beside lays out a picture with the paragraphs and lists that follow it next to it, as
// long as it is high, and returns how many those are. A paragraph that begins next to it
// stays as narrow to its end.
func (r *renderer) beside(b *document.Picture, following []document.Block) (int, error) {
	g := r.g
	h, err := r.hang(b, float64(b.PercentWide()), g.width*float64(b.PercentWide())/100)
	if err != nil {
		return 0, err
	}
	x, left, right := g.x, h.width+gutter, 0.0
	if b.Side == document.RightSide {
		x, left, right = g.x+g.width-h.width, 0, h.width+gutter
	}
	g.space(r.paragraphGap() + 2)
	err = g.element(tagpdf.Sect, func() error {
		g.named(b.ID)
		g.add(0, func(p *painter, y float64) {
			h.draw(p, x, y+3)
			h.drawCaption(p, x, y+3)
		}).keep = true
		return nil
	})
	if err != nil {
		return 0, err
	}
	tall := h.tall() + 3
	used, n := 0.0, 0
	err = g.indented(left, right, func() error {
		for ; n < len(following) && used < tall && flows(following[n]); n++ {
			first := len(g.strips)
			if err := following[n].Accept(r); err != nil {
				return err
			}
			used += next(g.strips[first:], n == 0, tall-used)
		}
		return nil
	})
	if used < tall {
		g.add(tall-used, nil).gap = 0
	}
	g.space(r.paragraphGap() + 4)
	return n, err
}

// next keeps strips together that stand next to a picture of which so much is left, and
// returns how high all of them are. The first of all stand at its top.
func next(strips []*strip, top bool, left float64) float64 {
	used := 0.0
	for i, s := range strips {
		if top && i == 0 {
			s.gap = 0
		}
		used += s.gap + s.height
		s.keep = s.keep || used < left
	}
	return used
}
