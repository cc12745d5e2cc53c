package pdf

import (
	"golang.org/x/image/math/f64"

	"apr/internal/contrast"
	"apr/internal/tagpdf"
	"apr/report/render/sign"
)

// signWidth is a sign's with the room around it, relative to the text's size; it
// is drawn signSize high.
const signWidth, signSize = 1.02, 0.86

// sign draws a sign in text whose baseline is y. What it is called is the
// ActualText of the element around it.
func (p *painter) sign(s *sign.Sign, x, y, size float64, ink tagpdf.Colour) {
	square := size * signSize
	x, y = x+size*(signWidth-signSize)/2, y-square*0.9
	at := func(v f64.Vec2) tagpdf.Point { return tagpdf.Point{X: x + v[0]*square, Y: y + v[1]*square} }
	of := func(hex string) tagpdf.Colour {
		if c, ok := contrast.Parse(hex); ok {
			return tagpdf.Colour{R: c.R, G: c.G, B: c.B}
		}
		return ink
	}
	field := polygon(points(s.Field, at)...)
	if s.Disc {
		field = nil
		field.Circle(at(f64.Vec2{.5, .5}), square/2)
	}
	if s.Disc || s.Field != nil {
		p.w.FillPath(field, of(s.Fill))
	}
	if s.Edge {
		p.w.StrokePath(field, tagpdf.Stroke{Width: square * 0.06, Colour: of(s.Ink)})
	}
	for _, m := range s.Marks {
		p.w.StrokePath(polyline(points(m, at)...), tagpdf.Stroke{Width: square * s.Width, Colour: of(s.Ink)})
	}
}

func points(of []f64.Vec2, at func(f64.Vec2) tagpdf.Point) []tagpdf.Point {
	out := make([]tagpdf.Point, len(of))
	for i, v := range of {
		out[i] = at(v)
	}
	return out
}
