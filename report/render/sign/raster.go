package sign

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"

	"golang.org/x/image/math/f64"
	"golang.org/x/image/vector"

	"apr/internal/contrast"
)

// PNG is a sign as pixels on a clear ground, so many wide and high, for programs that
// don't draw vectors alike. What has the text's colour is in ink, such as #1a1a1a.
func PNG(s Sign, ink string, side int) ([]byte, error) {
	c := &pixels{image.NewRGBA(image.Rect(0, 0, side, side)), ink}
	field := s.Field
	if s.Disc {
		field = disc(f64.Vec2{.5, .5}, .47) // with room for its edge
	}
	if field != nil {
		c.fill(s.Fill, field)
	}
	if s.Edge {
		const edge = .06
		c.line(s.Ink, edge, append(field[:len(field):len(field)], field[0]))
	}
	for _, m := range s.Marks {
		c.line(s.Ink, s.Width, m)
	}
	var out bytes.Buffer
	err := png.Encode(&out, c.image)
	return out.Bytes(), err
}

// pixels are a drawing of 1 by 1 on its way.
type pixels struct {
	image *image.RGBA
	ink   string // the text's colour
}

// line draws a line: a rectangle for each straight part and a disc where two meet. All
// turn the same way round, so that none cancels another.
func (c *pixels) line(colour string, width float64, points []f64.Vec2) {
	half := width / 2
	closed := points[0] == points[len(points)-1]
	var areas [][]f64.Vec2
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		length := math.Hypot(b[0]-a[0], b[1]-a[1])
		x, y := -(b[1]-a[1])/length*half, (b[0]-a[0])/length*half
		areas = append(areas, []f64.Vec2{{a[0] - x, a[1] - y}, {b[0] - x, b[1] - y}, {b[0] + x, b[1] + y}, {a[0] + x, a[1] + y}})
		if i > 1 || closed {
			areas = append(areas, disc(a, half))
		}
	}
	c.fill(colour, areas...)
}

// fill fills outlines together.
func (c *pixels) fill(colour string, outlines ...[]f64.Vec2) {
	side := c.image.Rect.Dx()
	area := vector.NewRasterizer(side, side)
	at := func(p f64.Vec2) (x, y float32) { return float32(p[0] * float64(side)), float32(p[1] * float64(side)) }
	for _, o := range outlines {
		area.MoveTo(at(o[0]))
		for _, p := range o[1:] {
			area.LineTo(at(p))
		}
		area.ClosePath()
	}
	if colour == "" {
		colour = c.ink
	}
	rgb, ok := contrast.Parse(colour)
	if !ok {
		rgb = color.RGBA{A: 0xff}
	}
	area.Draw(c.image, c.image.Rect, image.NewUniform(rgb), image.Point{})
}

// disc is a circle as a polygon whose sides can't be seen.
func disc(middle f64.Vec2, radius float64) []f64.Vec2 {
	const sides = 48
	all := make([]f64.Vec2, sides)
	for i := range all {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / sides)
		all[i] = f64.Vec2{middle[0] + radius*cos, middle[1] + radius*sin}
	}
	return all
}
