package pdf

import "apr/internal/tagpdf"

// needOf is how wide a head above columns is by a measure of its atoms, with the space
// beside it.
func (t *tableLayout) needOf(measure func([]atom) float64) func(group int) float64 {
	return func(group int) float64 {
		if t.over[group] == nil {
			return 0
		}
		return measure(t.over[group].atoms) + 2*t.padX() + 0.01
	}
}

// breakOver breaks the lines of heads above columns to the width of these.
func (t *tableLayout) breakOver() {
	t.eachOver(func(c *cell, from, to int) {
		if c != nil {
			c.lines = breakLines(c.atoms, t.x[to]-t.x[from]-2*t.padX())
		}
	})
}

// eachOver calls f with the head above each group of columns, nil for none, and which
// columns these are: from one up to another.
func (t *tableLayout) eachOver(f func(c *cell, from, to int)) {
	at := 0
	for i, g := range t.table.Groups {
		f(t.over[i], at, at+g.Span)
		at += g.Span
	}
}

// headHeight is that of the row of heads, or of both rows.
func (t *tableLayout) headHeight() float64 {
	if t.over == nil {
		return t.height(t.head)
	}
	upper, lower := t.headRows()
	return upper + lower
}

// headRows are the heights of both rows of heads. A head that takes both may need more
// than these have: the lower one gets what is lacking.
func (t *tableLayout) headRows() (upper, lower float64) {
	whole := 0.0
	upper, lower = t.height(nil), t.height(nil)
	t.eachOver(func(c *cell, from, to int) {
		if c == nil {
			whole = max(whole, t.height(t.head[from:to]))
			return
		}
		upper, lower = max(upper, t.height([]*cell{c})), max(lower, t.height(t.head[from:to]))
	})
	return upper, max(lower, whole-upper)
}

// drawHeads draws both rows of heads on their ground: in the tags row by row, or as
// artifacts on later pages.
func (t *tableLayout) drawHeads(p *painter, y, height float64, tagged bool) {
	upper, _ := t.headRows()
	draw, begin, end := p.bare, func(*cell) {}, func(*cell) {}
	if tagged {
		draw, begin, end = p.line, p.beginCell, func(c *cell) { p.w.End(c.element) }
	}
	rows := [2]func(){}
	rows[0] = func() {
		t.eachOver(func(c *cell, from, to int) {
			if c != nil {
				begin(c)
				t.drawWithin(t.x[from]+t.padX(), t.x[to]-t.padX(), from, c, y, draw)
				end(c)
				return
			}
			for i := from; i < to; i++ {
				begin(t.head[i])
				t.drawCell(i, t.head[i], y+t.headGap(t.head[i], height), draw)
				end(t.head[i])
			}
		})
	}
	rows[1] = func() {
		t.eachOver(func(c *cell, from, to int) {
			for i := from; c != nil && i < to; i++ {
				begin(t.head[i])
				t.drawCell(i, t.head[i], y+t.headGap(t.head[i], height), draw)
				end(t.head[i])
			}
		})
	}
	t.eachOver(func(c *cell, from, to int) {
		if c != nil { // a line holds together what is under the head
			p.w.Artifact(tagpdf.Layout, func() {
				p.w.Line(t.x[from]+t.padX(), y+upper, t.x[to]-t.padX(), y+upper, tagpdf.Stroke{Width: 0.9, Colour: p.ink(navy)})
			})
		}
	})
	for _, row := range rows {
		if !tagged {
			row()
			continue
		}
		e := p.w.Begin(tagpdf.TR)
		row()
		p.w.End(e)
	}
}
