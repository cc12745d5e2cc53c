package pdf

import (
	"apr/internal/document"
	"apr/internal/tagpdf"
)

// status draws the mark of a status in a square of the given size. Each has a
// shape of its own, so that colour adds nothing that shape doesn't say: a disc
// with a tick, a diamond with an exclamation mark, a disc with a bar, a square
// with a tick, a square with a cross; for targets a hexagon with a tick, a
// triangle on its point with a bar, an octagon with a cross.
func (p *painter) status(s document.Status, x, y, size float64) {
	at := func(dx, dy float64) tagpdf.Point { return tagpdf.Point{X: x + dx*size, Y: y + dy*size} }
	var field tagpdf.Path
	var marks []tagpdf.Path
	colour := teal
	tick := polyline(at(0.24, 0.53), at(0.43, 0.71), at(0.76, 0.31))
	switch s {
	case document.StatusBetter:
		field.Circle(at(0.5, 0.5), size/2)
		marks = append(marks, tick)
	case document.StatusWorse:
		colour = orange
		field = polygon(at(0.5, -0.06), at(1.06, 0.5), at(0.5, 1.06), at(-0.06, 0.5))
		marks = append(marks, polyline(at(0.5, 0.22), at(0.5, 0.57)), polyline(at(0.5, 0.69), at(0.5, 0.79)))
	case document.StatusSame:
		colour = grey
		field.Circle(at(0.5, 0.5), size/2)
		marks = append(marks, polyline(at(0.25, 0.5), at(0.75, 0.5)))
	case document.StatusMet:
		field = polygon(at(0.02, 0.02), at(0.98, 0.02), at(0.98, 0.98), at(0.02, 0.98))
		marks = append(marks, tick)
	case document.StatusMissing:
		colour = orange
		field = polygon(at(0.02, 0.02), at(0.98, 0.02), at(0.98, 0.98), at(0.02, 0.98))
		marks = append(marks, polyline(at(0.28, 0.28), at(0.72, 0.72)), polyline(at(0.72, 0.28), at(0.28, 0.72)))
	case document.StatusGreen:
		colour = green
		field = polygon(at(0.25, 0.04), at(0.75, 0.04), at(1.03, 0.5), at(0.75, 0.96), at(0.25, 0.96), at(-0.03, 0.5))
		marks = append(marks, tick)
	case document.StatusAmber:
		colour = amber
		field = polygon(at(-0.04, 0.06), at(1.04, 0.06), at(0.5, 1.02))
		marks = append(marks, polyline(at(0.3, 0.33), at(0.7, 0.33)))
	case document.StatusRed:
		colour = red
		field = polygon(at(0.3, 0), at(0.7, 0), at(1, 0.3), at(1, 0.7), at(0.7, 1), at(0.3, 1), at(0, 0.7), at(0, 0.3))
		marks = append(marks, polyline(at(0.3, 0.3), at(0.7, 0.7)), polyline(at(0.7, 0.3), at(0.3, 0.7)))
	default:
		return
	}
	p.w.FillPath(field, colour)
	for _, m := range marks {
		p.w.StrokePath(m, tagpdf.Stroke{Width: size * 0.13, Colour: white})
	}
}

func polyline(points ...tagpdf.Point) tagpdf.Path {
	var path tagpdf.Path
	for i, pt := range points {
		if i == 0 {
			path.Move(pt)
		} else {
			path.Line(pt)
		}
	}
	return path
}

func polygon(points ...tagpdf.Point) tagpdf.Path {
	path := polyline(points...)
	path.Close()
	return path
}
