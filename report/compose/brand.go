package compose

import (
	"image/color"
	"strings"

	"apr/internal/contrast"
	"apr/internal/document"
	"apr/internal/project"
)

// brand is how apr.yaml wants the report to look.
func brand(b *project.Brand) document.Brand {
	out := document.Brand{
		Name: strings.TrimSpace(b.Name),
		Logo: brandPicture(b.Logo), Cover: brandPicture(b.CoverPicture),
		Colour: colour(b.Colour), Accent: colour(b.Accent),
	}
	if out.Accent == nil {
		out.Accent = out.Colour
	}
	return out
}

func brandPicture(p *project.BrandPicture) *document.BrandPicture {
	if p == nil {
		return nil
	}
	return &document.BrandPicture{Alt: strings.TrimSpace(p.Alt), MediaType: p.MediaType, Data: p.Data, Position: p.Position}
}

func colour(written string) *color.RGBA {
	c, ok := contrast.Parse(written)
	if !ok {
		return nil
	}
	return &c
}
