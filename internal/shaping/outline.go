package shaping

import (
	"fmt"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Point is a place in an outline, in ems, from the glyph's origin on the baseline; Y is
// upwards.
type Point struct{ X, Y float64 }

// Segment is a step of an outline: M moves to P; L is a straight line to it, and C a
// cubic Bézier curve with the control points A and B.
type Segment struct {
	Kind    byte
	A, B, P Point
}

// Outline is what a glyph looks like, to be filled by the nonzero winding rule.
type Outline struct {
	Segments    []Segment
	Top, Bottom float64 // how far it is above and below the baseline, in ems
}

// outline is a glyph's.
func (f *Font) outline(id int) (*Outline, error) {
	if o, ok := f.drawn[id]; ok {
		return o, nil
	}
	em := f.outlines.UnitsPerEm()
	segments, err := f.outlines.LoadGlyph(&f.buffer, sfnt.GlyphIndex(id), fixed.I(int(em)), nil)
	if err != nil {
		return nil, fmt.Errorf("the outline of glyph %d of %s can't be read: %w", id, f.File, err)
	}
	o := &Outline{}
	at := func(p fixed.Point26_6) Point {
		return Point{float64(p.X) / 64 / float64(em), -float64(p.Y) / 64 / float64(em)}
	}
	var last Point
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			last = o.add(Segment{Kind: 'M', P: at(s.Args[0])})
		case sfnt.SegmentOpLineTo:
			last = o.add(Segment{Kind: 'L', P: at(s.Args[0])})
		case sfnt.SegmentOpQuadTo: // as a cubic curve, which PDF has
			q, p := at(s.Args[0]), at(s.Args[1])
			last = o.add(Segment{'C', between(last, q), between(p, q), p})
		case sfnt.SegmentOpCubeTo:
			last = o.add(Segment{'C', at(s.Args[0]), at(s.Args[1]), at(s.Args[2])})
		}
	}
	f.drawn[id] = o
	return o, nil
}

// between is two thirds of the way from p to q.
func between(p, q Point) Point { return Point{p.X + (q.X-p.X)*2/3, p.Y + (q.Y-p.Y)*2/3} }

func (o *Outline) add(s Segment) Point {
	o.Segments = append(o.Segments, s)
	o.Top, o.Bottom = max(o.Top, s.P.Y), max(o.Bottom, -s.P.Y)
	return s.P
}
