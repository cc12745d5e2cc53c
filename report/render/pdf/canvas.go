package pdf

import (
	"image/color"
	"math"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"apr/internal/document"
	"apr/internal/tagpdf"
	"apr/report/render/chart"
)

// recording is a canvas that keeps what a chart draws until its place on a page
// is known. Its origin is at the bottom left.
type recording struct {
	meta   *document.Meta // which names signs
	ops    []func(w *tagpdf.Writer, t transform)
	colour tagpdf.Colour
	line   tagpdf.Stroke
}

var _ chart.Canvas = (*recording)(nil)

// transform places a drawing on a page: its origin, and how it is scaled.
type transform struct{ x, y, scale float64 }

func (t transform) point(p vg.Point) tagpdf.Point {
	return tagpdf.Point{X: t.x + float64(p.X)*t.scale, Y: t.y - float64(p.Y)*t.scale}
}

// play draws the recording with its bottom left corner at x and y.
func (c *recording) play(w *tagpdf.Writer, x, y, scale float64) {
	for _, op := range c.ops {
		op(w, transform{x, y, scale})
	}
}

// SetColor sets the colour of lines, fills and text. Charts are opaque.
func (c *recording) SetColor(col color.Color) {
	if col == nil {
		col = color.Black
	}
	rgba := color.NRGBAModel.Convert(col).(color.NRGBA)
	c.colour = tagpdf.Colour{R: rgba.R, G: rgba.G, B: rgba.B}
}

// SetLineWidth sets the width of lines; at 0 or less none are drawn.
func (c *recording) SetLineWidth(w vg.Length) { c.line.Width = float64(w) }

// SetLineDash sets dashes and gaps.
func (c *recording) SetLineDash(pattern []vg.Length, offset vg.Length) {
	c.line.Dash = make([]float64, len(pattern))
	for i, l := range pattern {
		c.line.Dash[i] = float64(l)
	}
	c.line.Phase = float64(offset)
}

// Stroke draws a path's line.
func (c *recording) Stroke(p vg.Path) {
	s := c.line
	s.Colour = c.colour
	if s.Width <= 0 {
		return
	}
	c.ops = append(c.ops, func(w *tagpdf.Writer, t transform) { w.StrokePath(t.path(p), t.stroke(s)) })
}

// stroke is a line as wide as it is on the page.
func (t transform) stroke(s tagpdf.Stroke) tagpdf.Stroke {
	if t.scale == 1 {
		return s
	}
	dash := make([]float64, len(s.Dash))
	for i, l := range s.Dash {
		dash[i] = l * t.scale
	}
	return tagpdf.Stroke{Width: s.Width * t.scale, Colour: s.Colour, Dash: dash, Phase: s.Phase * t.scale}
}

// Fill fills a path.
func (c *recording) Fill(p vg.Path) {
	colour := c.colour
	c.ops = append(c.ops, func(w *tagpdf.Writer, t transform) { w.FillPath(t.path(p), colour) })
}

// FillString writes text from pt on, on its baseline.
func (c *recording) FillString(f font.Face, pt vg.Point, text string) {
	colour, size, face := c.colour, float64(f.Font.Size), tagpdf.Regular
	if f.Font.Weight >= xfont.WeightSemiBold {
		face = tagpdf.Bold
	} else if f.Font.Style != xfont.StyleNormal {
		face = tagpdf.Italic
	}
	words := drawable(text, c.meta)
	c.ops = append(c.ops, func(w *tagpdf.Writer, t transform) {
		at := t.point(pt)
		w.Text(face, size*t.scale, at.X, at.Y, colour, words)
	})
}

// path is a path on the page; charts have no curves but arcs. An arc is drawn as curves of at most a quarter of
// a circle each.
func (t transform) path(p vg.Path) tagpdf.Path {
	var out tagpdf.Path
	for _, c := range p {
		switch c.Type {
		case vg.MoveComp:
			out.Move(t.point(c.Pos))
		case vg.LineComp:
			out.Line(t.point(c.Pos))
		case vg.ArcComp:
			t.arc(&out, c)
		case vg.CloseComp:
			out.Close()
		}
	}
	return out
}

// arc adds an arc, counterclockwise for a positive angle.
func (t transform) arc(out *tagpdf.Path, c vg.PathComp) {
	parts := max(1, math.Ceil(math.Abs(c.Angle)/(math.Pi/2)-1e-9))
	step := c.Angle / parts
	k := 4.0 / 3 * math.Tan(step/4)
	on := func(a, along float64) vg.Point { // on the circle at a, moved along the tangent
		sin, cos := math.Sincos(a)
		return vg.Point{X: c.Pos.X + c.Radius*vg.Length(cos-along*sin), Y: c.Pos.Y + c.Radius*vg.Length(sin+along*cos)}
	}
	if len(*out) == 0 {
		out.Move(t.point(on(c.Start, 0)))
	} else {
		out.Line(t.point(on(c.Start, 0)))
	}
	a := c.Start
	for range int(parts) {
		out.Curve(t.point(on(a, k)), t.point(on(a+step, -k)), t.point(on(a+step, 0)))
		a += step
	}
}
