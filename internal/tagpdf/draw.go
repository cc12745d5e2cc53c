package tagpdf

import (
	"bytes"
	"fmt"
	"slices"
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

// state is what fpdf was told last, so that it isn't told again.
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
	w.pdf.SetFont(family, f.style(), size)
	w.state.font, w.state.size = f, size
}

// setFill sets the colour of fills and text alike: fpdf brackets each text with
// q and Q when they differ.
func (w *Writer) setFill(c Colour) {
	if w.state.fillKnown && w.state.fill == c {
		return
	}
	w.pdf.SetTextColor(int(c.R), int(c.G), int(c.B))
	w.pdf.SetFillColor(int(c.R), int(c.G), int(c.B))
	w.state.fill, w.state.fillKnown = c, true
}

func (w *Writer) setStroke(s Stroke) {
	old := w.state.line
	if !w.state.lineKnown || old.Colour != s.Colour {
		w.pdf.SetDrawColor(int(s.Colour.R), int(s.Colour.G), int(s.Colour.B))
	}
	if !w.state.lineKnown || old.Width != s.Width {
		w.pdf.SetLineWidth(s.Width)
	}
	if !w.state.lineKnown || !slices.Equal(old.Dash, s.Dash) || old.Phase != s.Phase {
		w.pdf.SetDashPattern(s.Dash, s.Phase)
	}
	s.Dash = slices.Clone(s.Dash)
	w.state.line, w.state.lineKnown = s, true
}

// covered keeps the runes of s for the font's character map, or fails.
func (w *Writer) covered(f Font, s string) bool {
	fc, used := faces[f](), &w.used[f]
	for _, r := range s {
		if fc.width(r) < 0 {
			w.fail(&CoverageError{Rune: r, Text: s, Font: f})
			return false
		}
		if r < common {
			used.first[r] = true
		} else if !used.rest[r] {
			used.rest[r] = true
		}
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
	w.pdf.Text(x, y, s)
}

// RotatedText draws s turned counterclockwise by degrees about its start.
func (w *Writer) RotatedText(f Font, size, x, y, degrees float64, c Colour, s string) {
	if s == "" || !w.covered(f, s) || !w.mark() {
		return
	}
	w.pdf.TransformBegin()
	w.pdf.TransformRotate(degrees, x, y)
	w.state = state{} // what is set from here on is undone by TransformEnd
	w.setFont(f, size)
	w.setFill(c)
	w.pdf.Text(x, y, s)
	w.pdf.TransformEnd()
	w.state = state{}
}

// Line draws a straight line.
func (w *Writer) Line(x1, y1, x2, y2 float64, s Stroke) {
	if !w.mark() {
		return
	}
	w.setStroke(s)
	w.pdf.Line(x1, y1, x2, y2)
}

// Rect fills a rectangle.
func (w *Writer) Rect(x, y, width, height float64, c Colour) {
	if !w.mark() {
		return
	}
	w.setFill(c)
	w.pdf.Rect(x, y, width, height, "F")
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
	w.pdf.DrawPath("F")
}

// StrokePath draws a path's line.
func (w *Writer) StrokePath(p Path, s Stroke) {
	if len(p) == 0 || !w.mark() {
		return
	}
	w.setStroke(s)
	w.trace(p)
	w.pdf.DrawPath("D")
}

func (w *Writer) trace(p Path) {
	for _, s := range p {
		switch s.kind {
		case 'm':
			w.pdf.MoveTo(s.p.X, s.p.Y)
		case 'l':
			w.pdf.LineTo(s.p.X, s.p.Y)
		case 'c':
			w.pdf.CurveBezierCubicTo(s.a.X, s.a.Y, s.b.X, s.b.Y, s.p.X, s.p.Y)
		case 'h':
			w.pdf.ClosePath()
		}
	}
}

// Image draws an image scaled to a rectangle. Equal images are embedded once.
func (w *Writer) Image(img *Image, x, y, width, height float64) {
	if !w.ready() {
		return
	}
	if !w.images[img.name] {
		if err := w.register(img); err != nil {
			w.fail(err)
			return
		}
		w.images[img.name] = true
	}
	if w.mark() {
		w.pdf.Image(img.name, x, y, width, height, false, img.kind, 0, "")
	}
}

// register hands an image to fpdf, whose reader panics on forms of PNG that it
// doesn't know.
func (w *Writer) register(img *Image) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("tagpdf: embedding an image: %v", r)
		}
	}()
	w.pdf.RegisterImageReader(img.name, img.kind, bytes.NewReader(img.data))
	if e := w.pdf.Error(); e != nil {
		return fmt.Errorf("tagpdf: embedding an image: %w", e)
	}
	return nil
}
