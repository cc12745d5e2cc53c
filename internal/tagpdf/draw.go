package tagpdf

import (
	"math"
	"slices"
	"strconv"

	"apr/internal/common"
)

// Colour is red, green and blue.
type Colour struct{ R, G, B uint8 }

// Stroke is how a line is drawn. Width is in points; an empty Dash is solid.
type Stroke struct {
	Width  float64
	Colour Colour
	Dash   []float64
	Phase  float64
}

// state is what the page's content set last, so that it isn't set again.
type state struct {
	font      Font
	size      float64 // 0: unknown
	fill      Colour
	fillKnown bool
	line      Stroke
	lineKnown bool
}

func (w *Writer) setFont(f Font, size float64) {
	if w.state.font == f && w.state.size == size {
		return
	}
	w.content = append(append(w.content, '/'), f.resource()...)
	w.content = append(w.content, ' ')
	w.content.numbers(size)
	w.content.op("Tf")
	w.state.font, w.state.size = f, size
}

// setFill sets the colour of fills and text.
func (w *Writer) setFill(c Colour) {
	if w.state.fillKnown && w.state.fill == c {
		return
	}
	w.content.colour(c, "rg")
	w.state.fill, w.state.fillKnown = c, true
}

func (w *Writer) setStroke(s Stroke) {
	old := w.state.line
	if !w.state.lineKnown || old.Colour != s.Colour {
		w.content.colour(s.Colour, "RG")
	}
	if !w.state.lineKnown || old.Width != s.Width {
		w.content.numbers(s.Width)
		w.content.op("w")
	}
	same := slices.Equal(old.Dash, s.Dash)
	if !w.state.lineKnown || !same || old.Phase != s.Phase {
		w.content.dash(s)
	}
	if same {
		s.Dash = old.Dash
	} else {
		s.Dash = slices.Clone(s.Dash)
	}
	w.state.line, w.state.lineKnown = s, true
}

// covered keeps the runes of s for the font's character map, or fails.
func (w *Writer) covered(f Font, s string) bool {
	fc, used := faces[f](), &w.used[f]
	for _, r := range s {
		if i := common.Index(r); i >= 0 {
			if fc.first[i] >= 0 {
				used.first[i] = true
				continue
			}
		} else if used.rest[r] {
			continue
		}
		if fc.width(r) < 0 {
			w.fail(&CoverageError{Rune: r, Text: s, Font: f})
			return false
		}
		used.rest[r] = true
	}
	return true
}

// Text draws s from x on, on the baseline y.
func (w *Writer) Text(f Font, size, x, y float64, c Colour, s string) {
	if s == "" || !w.covered(f, s) || !w.mark() {
		return
	}
	w.setFont(f, size)
	w.setFill(c)
	w.content.text(x, w.fromFoot(y), s)
}

// RotatedText draws s turned counterclockwise by degrees about its start.
func (w *Writer) RotatedText(f Font, size, x, y, degrees float64, c Colour, s string) {
	if s == "" || !w.covered(f, s) || !w.mark() {
		return
	}
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	before := w.state
	w.content.op("q")
	for _, v := range [...]float64{cos, sin, -sin, cos} {
		w.content = append(strconv.AppendFloat(w.content, v, 'f', 5, 64), ' ')
	}
	w.content.numbers(x, w.fromFoot(y))
	w.content.op("cm")
	w.setFont(f, size)
	w.setFill(c)
	w.content.text(0, 0, s)
	w.content.op("Q")
	w.state = before
}

// Line draws a straight line.
func (w *Writer) Line(x1, y1, x2, y2 float64, s Stroke) {
	if !w.mark() {
		return
	}
	w.setStroke(s)
	w.content.numbers(x1, w.fromFoot(y1))
	w.content = append(w.content, "m "...)
	w.content.numbers(x2, w.fromFoot(y2))
	w.content.op("l S")
}

// Rect fills a rectangle.
func (w *Writer) Rect(x, y, width, height float64, c Colour) {
	if !w.mark() {
		return
	}
	w.setFill(c)
	w.content.numbers(x, w.fromFoot(y), width, -height)
	w.content.op("re f")
}

// Point is a place on the page.
type Point struct{ X, Y float64 }

// Path is a sequence of lines and curves.
type Path []segment

type segment struct {
	kind    byte // m, l, c or h, as in PDF
	a, b, p Point
}

// Move starts a part of the path at p.
func (p *Path) Move(to Point) { *p = append(*p, segment{kind: 'm', p: to}) }

// Line continues in a straight line.
func (p *Path) Line(to Point) { *p = append(*p, segment{kind: 'l', p: to}) }

// Curve continues in a cubic Bézier curve with control points a and b.
func (p *Path) Curve(a, b, to Point) { *p = append(*p, segment{'c', a, b, to}) }

// Close leads back to the start of the part.
func (p *Path) Close() { *p = append(*p, segment{kind: 'h'}) }

// Circle adds a circle.
func (p *Path) Circle(centre Point, r float64) {
	const k = 0.5522847498 // makes a cubic curve a quarter of a circle
	x, y := centre.X, centre.Y
	p.Move(Point{x + r, y})
	p.Curve(Point{x + r, y + k*r}, Point{x + k*r, y + r}, Point{x, y + r})
	p.Curve(Point{x - k*r, y + r}, Point{x - r, y + k*r}, Point{x - r, y})
	p.Curve(Point{x - r, y - k*r}, Point{x - k*r, y - r}, Point{x, y - r})
	p.Curve(Point{x + k*r, y - r}, Point{x + r, y - k*r}, Point{x + r, y})
	p.Close()
}

// FillPath fills a path.
func (w *Writer) FillPath(p Path, c Colour) {
	if len(p) == 0 || !w.mark() {
		return
	}
	w.setFill(c)
	w.trace(p)
	w.content.op("f")
}

// StrokePath draws a path's line.
func (w *Writer) StrokePath(p Path, s Stroke) {
	if len(p) == 0 || !w.mark() {
		return
	}
	w.setStroke(s)
	w.trace(p)
	w.content.op("S")
}

func (w *Writer) trace(p Path) {
	for _, s := range p {
		switch s.kind {
		case 'c':
			w.content.numbers(s.a.X, w.fromFoot(s.a.Y), s.b.X, w.fromFoot(s.b.Y), s.p.X, w.fromFoot(s.p.Y))
		case 'm', 'l':
			w.content.numbers(s.p.X, w.fromFoot(s.p.Y))
		}
		w.content = append(w.content, s.kind, '\n')
	}
}

// Image draws an image scaled to a rectangle. Equal images are embedded once.
func (w *Writer) Image(img *Image, x, y, width, height float64) {
	if !w.mark() {
		return
	}
	i := slices.IndexFunc(w.images, func(known *Image) bool { return known.name == img.name })
	if i < 0 {
		i = len(w.images)
		w.images = append(w.images, img)
	}
	w.content.op("q")
	w.content.numbers(width, 0, 0, height, x, w.fromFoot(y+height))
	w.content.op("cm")
	w.content.op("/" + imageResource(i) + " Do")
	w.content.op("Q")
}

// fromFoot is a height above the page's foot.
func (w *Writer) fromFoot(y float64) float64 {
	_, height := w.current().orientation.Size()
	return height - y
}
