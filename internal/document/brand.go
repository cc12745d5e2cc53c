package document

import (
	"image/color"

	"apr/internal/contrast"
	"apr/internal/source"
)

// Brand is how a report looks. Without colours the renderers have their own.
type Brand struct {
	// Name is what the public calls those who report, "" for nothing but the
	// authority's own. Lang is its BCP 47 tag where it isn't the document's.
	Name, Lang string
	// Logo is on white at the head of the cover; Cover is a picture below
	// the title. Nil for none. A picture without Alt is decorative.
	Logo, Cover *BrandPicture
	// Colour is of headings and, if need be darker, of links, and the ground of the cover, on which text
	// is white. Accent is of lines and edges. Nil for the renderer's own.
	Colour, Accent *color.RGBA
}

// Link is the colour of links where the brand has a colour: that colour, or a darker
// shade of it where it doesn't stand out enough.
func (b Brand) Link() color.RGBA {
	return contrast.Darkened(*b.Colour, Boxes, contrast.Enhanced)
}

// BrandPicture is a picture that isn't part of the text.
type BrandPicture struct {
	Alt string
	// MediaType is image/png or image/jpeg.
	MediaType string
	Data      []byte
	Position  source.Position
}

// Backgrounds of a brand's colours: the page, and boxes, which take no
// tint of their own next to colours that apr doesn't choose.
var (
	Paper = color.RGBA{R: 0xff, G: 0xff, B: 0xff, A: 0xff}
	Boxes = color.RGBA{R: 0xf3, G: 0xf3, B: 0xf3, A: 0xff}
)
