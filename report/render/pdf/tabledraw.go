package pdf

import (
	"apr/internal/document"
	"apr/internal/tagpdf"
)

// drawHead draws the row of column heads: in the tags the first time, as an
// artifact on later pages.
func (t *tableLayout) drawHead(p *painter, y, height float64, tagged bool) {
	left, right := t.x[0], t.x[len(t.x)-1]
	p.w.Artifact(tagpdf.Layout, func() {
		p.w.Rect(left, y, right-left, height, p.ink(tintNavy))
		p.w.Line(left, y+height, right, y+height, tagpdf.Stroke{Width: 1.2, Colour: p.ink(navy)})
	})
	if t.over != nil {
		t.drawHeads(p, y, height, tagged)
		return
	}
	if !tagged {
		for i, c := range t.head {
			t.drawCell(i, c, y+t.headGap(c, height), p.bare)
		}
		return
	}
	row := p.w.Begin(tagpdf.TR)
	for i, c := range t.head {
		p.beginCell(c)
		t.drawCell(i, c, y+t.headGap(c, height), p.line)
		p.w.End(c.element)
	}
	p.w.End(row)
}

// headGap sets a head that is lower than others on the row's foot.
func (t *tableLayout) headGap(c *cell, height float64) float64 {
	above, below := t.cellPad()
	return height - above - below - float64(len(c.lines))*t.style.lead
}

// drawRow draws a row of the body, or a part of one.
func (t *tableLayout) drawRow(p *painter, cells []*cell, y, height float64, total bool) {
	left, right := t.x[0], t.x[len(t.x)-1]
	p.w.Artifact(tagpdf.Layout, func() {
		rule := tagpdf.Stroke{Width: 0.5, Colour: hairline}
		if total {
			rule = tagpdf.Stroke{Width: 0.9, Colour: p.ink(navy)}
			p.w.Line(left, y, right, y, rule)
		}
		p.w.Line(left, y+height, right, y+height, rule)
	})
	for i, c := range cells {
		p.beginCell(c)
		t.drawCell(i, c, y, p.line)
		p.w.End(c.element)
	}
}

// beginCell begins a cell's element, or goes on with it on its next page.
func (p *painter) beginCell(c *cell) {
	switch {
	case c.element != nil:
		p.w.Resume(c.element)
	default:
		c.element = p.w.Begin(c.role, c.options...)
	}
}

// drawCell draws a cell's lines with one of the painter's ways to draw a line.
func (t *tableLayout) drawCell(column int, c *cell, y float64, draw func(l line, x, y float64)) {
	t.drawWithin(t.x[column]+t.padX(), t.x[column+1]-t.padX(), column, c, y, draw)
}

// drawWithin draws a cell's lines between two edges.
func (t *tableLayout) drawWithin(left, right float64, column int, c *cell, y float64, draw func(l line, x, y float64)) {
	above, _ := t.cellPad()
	y += above + baseline(c.style)
	align := c.align
	if len(c.lines) > 2 {
		align = document.Left // prose, whatever its column holds
	}
	for _, l := range c.lines {
		x := left
		switch align {
		case document.Right, document.Decimal:
			x = right - l.width
			if before, after := c.alignAt(l); len(c.lines) == 1 && c.role != tagpdf.TH && before+after > 0 {
				x = right - t.after[column] - before
			}
		case document.Centre:
			x = (left + right - l.width) / 2
		}
		draw(l, max(x, left), y)
		y += t.style.lead
	}
}
