package pdf

import "apr/internal/tagpdf"

// A galley is the report in one long column: strips that follow each other
// downwards, with what pages need to know to cut it. Nothing is drawn before
// all of it is cut, so page numbers in the contents are known when they are.
type galley struct {
	strips []*strip
	x      float64 // the left edge and width of what is added next
	width  float64
	gap    float64 // the space wanted above the next strip
	frames []*frame

	// level is the strip that starts at the same height in galleys side by side.
	level int

	pending []event // what happens at the top of the next strip
	wide    bool    // what is added goes on landscape pages
	newPage bool    // the next strip starts a page
	chapter bool    // the next strip starts a chapter
}

// event is something that happens at a strip's top or after it: an element
// begins or ends, a destination is named.
type event func(p *painter, y float64)

// strip is what isn't cut: a line, a row, a chart.
type strip struct {
	gap     float64 // above it; dropped at the top of a page
	height  float64
	keep    bool // on the page of the next strip
	heading bool // a heading, or what belongs to it
	wide    bool
	newPage bool
	chapter bool     // starts a page unless most of the last one is empty
	frames  []*frame // that it is in, outermost first
	before  []event
	after   []event
	draw    event
	// split cuts the strip so that the head fits the room; nil where it can't
	// be, and head is nil where the room is too small.
	split func(room float64) (head, tail *strip)
	place string // a destination at its top, whose page number is asked for
}

// frame is what goes around strips on every page that they are on: a tinted box,
// or a table, whose head is repeated.
type frame struct {
	top, bottom float64 // space inside
	// repeat is drawn at the top of the second and later pages, repeatHeight high.
	repeat       event
	repeatHeight float64
	// paint draws the background from top to bottom on one page; nil for none.
	paint func(p *painter, top, bottom float64, first bool)
}

// space asks for at least h above the next strip.
func (g *galley) space(h float64) { g.gap = max(g.gap, h) }

// add appends a strip as high as height, drawn by draw.
func (g *galley) add(height float64, draw event) *strip {
	s := &strip{gap: g.gap, height: height, draw: draw, wide: g.wide, newPage: g.newPage, chapter: g.chapter, frames: g.frames, before: g.pending}
	g.strips = append(g.strips, s)
	g.gap, g.pending, g.newPage, g.chapter = 0, nil, false, false
	return s
}

// last is the last strip, nil at first.
func (g *galley) last() *strip {
	if len(g.strips) == 0 {
		return nil
	}
	return g.strips[len(g.strips)-1]
}

// at makes e happen at the top of the next strip.
func (g *galley) at(e event) { g.pending = append(g.pending, e) }

// element adds what fill adds within a structure element. It is left out when
// fill adds nothing.
func (g *galley) element(role tagpdf.Role, fill func() error, options ...tagpdf.Option) error {
	strips, pending := len(g.strips), len(g.pending)
	var e *tagpdf.Element
	g.at(func(p *painter, _ float64) { e = p.w.Begin(role, options...) })
	if err := fill(); err != nil {
		return err
	}
	if len(g.strips) == strips {
		g.pending = g.pending[:pending]
		return nil
	}
	s := g.last()
	s.after = append(s.after, func(p *painter, _ float64) { p.w.End(e) })
	return nil
}

// framed adds what fill adds inside a frame, narrower by inset on both sides.
func (g *galley) framed(f *frame, inset float64, fill func() error) error {
	frames := g.frames
	g.frames = append(frames[:len(frames):len(frames)], f)
	err := g.indented(inset, inset, fill)
	g.frames = frames
	return err
}

// indented adds what fill adds within narrower edges.
func (g *galley) indented(left, right float64, fill func() error) error {
	x, width := g.x, g.width
	g.x, g.width = x+left, max(width-left-right, 40)
	err := fill()
	g.x, g.width = x, width
	return err
}

// lines adds lines of text, none of them left alone at a page's foot or head.
func (g *galley) lines(lines []line, s style) {
	first := len(g.strips)
	rtl := isRightToLeft(lines)
	for _, l := range lines {
		x := g.x
		if rtl {
			x += g.width - l.width
		}
		above, below := l.overflow(s)
		g.add(above+s.lead+below, func(p *painter, y float64) { p.line(l, x, y+above+baseline(s)) })
	}
	keepEnds(g.strips[first:])
}

// aside lays out columns of the same width side by side, as one strip: what is in them
// is read one column after another. Each fill adds to a galley of its own.
func (g *galley) aside(gutter float64, fills []func(*galley) error) error {
	width := (g.width - gutter*float64(len(fills)-1)) / float64(len(fills))
	columns := make([]*galley, len(fills))
	high, lowest := 0.0, 0.0
	for i, fill := range fills {
		c := &galley{x: g.x + float64(i)*(width+gutter), width: width}
		if err := fill(c); err != nil {
			return err
		}
		columns[i] = c
		high = max(high, c.heightTo(c.level))
	}
	for _, c := range columns {
		if c.level < len(c.strips) {
			c.strips[c.level].gap += high - c.heightTo(c.level)
		}
		lowest = max(lowest, c.heightTo(len(c.strips)))
	}
	g.add(lowest, func(p *painter, y float64) {
		for _, c := range columns {
			c.draw(p, y)
		}
	})
	return nil
}

// heightTo is how high the first n strips are, with the gap above the next one.
func (g *galley) heightTo(n int) float64 {
	height := 0.0
	for i, s := range g.strips[:min(n+1, len(g.strips))] {
		if i > 0 {
			height += s.gap
		}
		if i < n {
			height += s.height
		}
	}
	return height
}

// draw draws all strips below a height, as they are.
func (g *galley) draw(p *painter, y float64) {
	for i, s := range g.strips {
		if i > 0 {
			y += s.gap
		}
		for _, e := range s.before {
			e(p, y)
		}
		s.draw(p, y)
		for _, e := range s.after {
			e(p, y)
		}
		y += s.height
	}
}

// keepEnds keeps the first two and the last two strips together.
func keepEnds(strips []*strip) {
	if n := len(strips); n > 1 {
		strips[0].keep = true
		strips[n-2].keep = true
	}
}

// keepFrom keeps strips from an index on with what follows the last of them.
func (g *galley) keepFrom(first int) {
	for _, s := range g.strips[first:] {
		s.keep = true
	}
}

// baseline is how far below the top of its line a style's text is.
func baseline(s style) float64 { return (s.lead-s.size)/2 + s.size*0.86 }

// text adds inlines as an element of text.
func (g *galley) text(role tagpdf.Role, atoms []atom, s style, options ...tagpdf.Option) error {
	return g.element(role, func() error {
		g.lines(breakLines(atoms, g.width), s)
		return nil
	}, options...)
}

// named puts a destination at the top of the next strip.
func (g *galley) named(name string) {
	g.at(func(p *painter, y float64) { p.w.Destination(name, y-4) })
}
