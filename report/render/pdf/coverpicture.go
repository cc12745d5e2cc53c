package pdf

import (
	"fmt"

	"apr/internal/document"
	"apr/internal/tagpdf"
)

// A logo isn't larger than this; a picture on the cover gets this height at least.
const (
	logoWidth, logoHeight = 220.0, 64.0
	leastCoverPicture     = 140.0
)

// coverPicture is a logo or the cover's picture with its place and size.
type coverPicture struct {
	image         *tagpdf.Image
	alt           string // "" where it is decorative
	x, above      float64
	width, height float64
}

// coverPictures are the brand's logo and picture; nil for none.
func (r *renderer) coverPictures() (logo, picture *coverPicture, err error) {
	b := r.doc.Meta.Brand
	if logo, err = readCoverPicture(b.Logo); err != nil {
		return nil, nil, fmt.Errorf("the logo: %w", err)
	}
	if picture, err = readCoverPicture(b.Cover); err != nil {
		return nil, nil, fmt.Errorf("the picture on the cover: %w", err)
	}
	if logo != nil {
		logo.scale(logoWidth, logoHeight)
	}
	return logo, picture, nil
}

func readCoverPicture(p *document.BrandPicture) (*coverPicture, error) {
	if p == nil {
		return nil, nil
	}
	image, err := tagpdf.ReadImage(p.Data, p.MediaType)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.Position, err)
	}
	return &coverPicture{image: image, alt: p.Alt}, nil
}

// scale makes the picture as large as fits.
func (c *coverPicture) scale(width, height float64) {
	k := min(width/float64(c.image.Width), height/float64(c.image.Height))
	c.width, c.height = k*float64(c.image.Width), k*float64(c.image.Height)
}

// fit sets a picture across the page where there is room for its height, else
// as large as the room, within the margins. The notes that follow it go on the
// next page where they would leave too little.
func (c *coverPicture) fit(room float64, notes []*strip) {
	left := room
	for _, s := range notes {
		left -= s.gap + s.height
	}
	if left < leastCoverPicture && len(notes) > 0 {
		notes[0].newPage, left = true, room
	}
	left = max(left, leastCoverPicture)
	page, _ := tagpdf.Portrait.Size()
	if c.scale(page, 1e6); c.height <= left {
		return
	}
	c.x, c.above = marginSide, 24
	c.scale(page-2*marginSide, left-c.above)
}

// draw draws the picture, tagged unless it is decorative.
func (c *coverPicture) draw(p *painter, x, y float64) {
	if c.alt == "" {
		p.w.Artifact(tagpdf.Background, func() { p.w.Image(c.image, x, y, c.width, c.height) })
		return
	}
	e := p.w.Begin(tagpdf.Figure, tagpdf.Alt(c.alt), tagpdf.BBox(x, y, c.width, c.height))
	p.w.Image(c.image, x, y, c.width, c.height)
	p.w.End(e)
}
