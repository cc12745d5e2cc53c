package chart

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
)

// point is a place in the drawing, down from its top left corner.
type point struct{ x, y vg.Length }

// at turns a place in the drawing into one on the canvas.
func (d *drawing) at(p point) vg.Point { return vg.Point{X: p.x, Y: d.h - p.y} }

// stroke draws a line through points; dash alternates dashes and gaps.
func (d *drawing) stroke(c color.Color, width vg.Length, dash []vg.Length, points ...point) {
	if len(points) < 2 {
		return
	}
	d.canvas.SetColor(c)
	d.canvas.SetLineWidth(width)
	d.canvas.SetLineDash(dash, 0)
	d.canvas.Stroke(d.path(points))
}

// fill fills a polygon.
func (d *drawing) fill(c color.Color, points ...point) {
	d.canvas.SetColor(c)
	path := d.path(points)
	path.Close()
	d.canvas.Fill(path)
}

func (d *drawing) rectangle(c color.Color, x, y, w, h vg.Length) {
	d.fill(c, point{x, y}, point{x + w, y}, point{x + w, y + h}, point{x, y + h})
}

func (d *drawing) path(points []point) vg.Path {
	path := make(vg.Path, 0, len(points)+1)
	for i, p := range points {
		if i == 0 {
			path.Move(d.at(p))
		} else {
			path.Line(d.at(p))
		}
	}
	return path
}

// text writes one line from x, on the baseline y, and remembers where it is.
func (d *drawing) text(f face, s string, x, y vg.Length, c color.Color) {
	if s == "" {
		return
	}
	d.written = append(d.written, box{x, y - 0.8*d.em, x + f.Width(s), y + 0.12*d.em})
	d.canvas.SetColor(c)
	d.canvas.FillString(f.Face, d.at(point{x, y}), s)
}

// marker is the shape of a series' points.
type marker int

const (
	circle marker = iota
	square
	triangle
	diamond
	pennant     // a triangle on its tip
	markers int = iota
)

// mark draws a marker about r in radius: filled, or hollow for a proxy.
func (d *drawing) mark(m marker, c color.Color, at point, r vg.Length, hollow bool) {
	path := d.outline(m, at, r)
	if !hollow {
		d.canvas.SetColor(c)
		d.canvas.Fill(path)
		return
	}
	d.canvas.SetColor(paper)
	d.canvas.Fill(path)
	d.canvas.SetColor(c)
	d.canvas.SetLineWidth(0.45 * r)
	d.canvas.SetLineDash(nil, 0)
	d.canvas.Stroke(path)
}

func (d *drawing) outline(m marker, at point, r vg.Length) vg.Path {
	var path vg.Path
	switch m {
	case square:
		r *= 0.9
		path = d.path([]point{{at.x - r, at.y - r}, {at.x + r, at.y - r}, {at.x + r, at.y + r}, {at.x - r, at.y + r}})
	case triangle:
		r *= 1.2
		path = d.path([]point{{at.x, at.y - r}, {at.x + 0.9*r, at.y + 0.7*r}, {at.x - 0.9*r, at.y + 0.7*r}})
	case pennant:
		r *= 1.2
		path = d.path([]point{{at.x, at.y + r}, {at.x + 0.9*r, at.y - 0.7*r}, {at.x - 0.9*r, at.y - 0.7*r}})
	case diamond:
		r *= 1.25
		path = d.path([]point{{at.x, at.y - r}, {at.x + r, at.y}, {at.x, at.y + r}, {at.x - r, at.y}})
	default:
		path.Arc(d.at(at), r, 0, 2*math.Pi)
	}
	path.Close()
	return path
}
