package pdf

import (
	"image/color"

	"apr/internal/document"
	"apr/internal/tagpdf"
)

// look is what a brand puts in the place of the house's colours; empty without
// one. Colours that mean something, such as a status', aren't in it.
type look map[tagpdf.Colour]tagpdf.Colour

// lookOf is a brand's: its colour for headings, links and the cover, its accent
// for lines and edges, and a neutral grey under both.
func lookOf(b document.Brand) look {
	l := look{}
	if b.Colour != nil {
		l[navy], l[purple], l[deepTeal], l[blue] = ink(*b.Colour), ink(*b.Colour), ink(*b.Colour), ink(b.Link())
		l[paleBlue] = white
		l[tintNavy], l[tintPurple], l[tintTeal] = ink(document.Boxes), ink(document.Boxes), ink(document.Boxes)
	}
	if b.Accent != nil {
		l[teal] = ink(*b.Accent)
	}
	return l
}

func ink(c color.RGBA) tagpdf.Colour { return tagpdf.Colour{R: c.R, G: c.G, B: c.B} }

// ink is the colour to draw where the house's is meant.
func (p *painter) ink(house tagpdf.Colour) tagpdf.Colour {
	if c, ok := p.look[house]; ok {
		return c
	}
	return house
}
