package pdf

import (
	"fmt"

	"apr/internal/document"
	"apr/internal/document/columns"
	"apr/internal/tagpdf"
)

// cellPadX is the space left and right of a cell's text, and cellPadWide of a wide
// table's: what is saved is a line of its rows' heads.
const (
	cellPadX    = 5.0
	cellPadWide = 3.5
)

func (t *tableLayout) padX() float64 {
	if t.table.Wide {
		return cellPadWide
	}
	return cellPadX
}

// cellPad is the space above and below a cell's text.
func (t *tableLayout) cellPad() (above, below float64) { return 1.5, 2 }

// Table lays out a table. One that is wide goes on a landscape page, and so does
// one whose numbers and words don't fit a page upright.
func (r *renderer) Table(b *document.Table) error {
	g := r.g
	if len(b.Columns) == 0 {
		return nil
	}
	within := len(g.frames) > 0
	if !b.Wide || within {
		t, fitted, err := r.fitted(b, tableText, false)
		if err != nil {
			return err
		}
		if fitted || within || r.shortInParts(t) {
			g.space(r.paragraphGap() + 8)
			if err := r.layDivided(t, fitted, false); err != nil {
				return err
			}
			g.space(r.paragraphGap() + 8)
			return nil
		}
	}
	x, width := g.x, g.width
	long, _ := tagpdf.Landscape.Size()
	g.space(r.paragraphGap() + 8)
	g.turnOpening()
	g.x, g.width, g.wide = marginSide, long-2*marginSide, true
	err := r.table(b, tableText, false)
	g.x, g.width, g.wide = x, width, false
	return err
}

// shortInParts reports whether a table that doesn't fit a page upright does in two parts,
// and has so few rows that a turned page would be more than half empty.
func (r *renderer) shortInParts(t *tableLayout) bool {
	const few, parts = 4, 2
	groups, ok := columns.Divide(t.table, t.least, r.g.width)
	return ok && len(groups) == parts && len(t.table.Rows) <= few
}

// turnOpening moves a chapter's heading and first lines to the landscape page
// of the wide table after them, so that they don't have a page to themselves.
func (g *galley) turnOpening() {
	const most = 190 // what leaves room for the table's head and first rows
	height := g.gap
	for i := len(g.strips) - 1; i >= 0 && !g.strips[i].wide; i-- {
		s := g.strips[i]
		height += s.height
		if !s.newPage && !s.chapter {
			height += s.gap // there is none at the top of a page
		}
		if height > most || len(s.frames) > 0 {
			return
		}
		if s.newPage || s.chapter {
			for _, s := range g.strips[i:] {
				s.wide, s.keep = true, true
			}
			return
		}
	}
}

// table lays out a table in a style of text. A figure's data is whole: it isn't
// divided between pages as long as it fits one.
func (r *renderer) table(b *document.Table, s style, whole bool) error {
	if len(b.Columns) == 0 {
		return nil
	}
	t, fitted, err := r.fitted(b, s, whole)
	if err != nil {
		return err
	}
	return r.layDivided(t, fitted, whole)
}

// fitted is a table in a style of text: in a smaller one where a number or word would
// be cut even in a part of the table. It says whether each number and word fits.
func (r *renderer) fitted(b *document.Table, s style, whole bool) (*tableLayout, bool, error) {
	t, fitted, err := r.inStyle(b, s, whole)
	if err != nil || fitted {
		return t, fitted, err
	}
	if _, divisible := columns.Divide(b, t.least, r.g.width); divisible && len(b.Columns) > 1 {
		return t, false, nil
	}
	return r.inStyle(b, denseText, whole)
}

func (r *renderer) inStyle(b *document.Table, s style, whole bool) (*tableLayout, bool, error) {
	t := &tableLayout{r: r, table: b, style: s}
	if err := t.setCells(); err != nil {
		return nil, false, fmt.Errorf("table %q: %w", b.Caption, err)
	}
	return t, t.columns(r.g.x, r.g.width, whole), nil
}

// divided is a table that fits, or its parts: some of its columns after others.
func (r *renderer) divided(t *tableLayout, fitted, whole bool) ([]*tableLayout, error) {
	if fitted {
		return []*tableLayout{t}, nil
	}
	groups, _ := columns.Divide(t.table, t.least, r.g.width)
	if len(groups) < 2 {
		return []*tableLayout{t}, nil
	}
	var parts []*tableLayout
	for _, part := range columns.Parts(&r.doc.Meta, t.table, groups) {
		p, _, err := r.inStyle(part, t.style, whole)
		if err != nil {
			return nil, err
		}
		parts = append(parts, p)
	}
	return parts, nil
}

// layDivided adds a table to the galley, or its parts one under another.
func (r *renderer) layDivided(t *tableLayout, fitted, whole bool) error {
	parts, err := r.divided(t, fitted, whole)
	if err != nil {
		return err
	}
	for i, part := range parts {
		if i > 0 {
			r.g.space(r.paragraphGap() + 8)
		}
		if err := part.lay(whole); err != nil {
			return err
		}
	}
	return nil
}

// lay adds the table to the galley.
func (t *tableLayout) lay(whole bool) error {
	g, b := t.r.g, t.table
	first := len(g.strips)
	err := g.element(tagpdf.Table, func() error {
		if err := t.caption(whole); err != nil {
			return err
		}
		g.keepFrom(first)
		g.space(3)
		return t.rows()
	})
	if err != nil {
		return err
	}
	const most = 14 // rows that are worth keeping whole
	if whole && len(b.Rows) <= most {
		g.keepFrom(first)
		g.last().keep = false
	}
	return t.notes()
}

// tableLayout is a table being laid out.
type tableLayout struct {
	r     *renderer
	table *document.Table
	style style
	head  []*cell
	// over are the heads above those of columns, nil where a group has none.
	over  []*cell
	body  [][]*cell
	least []float64 // the columns' widths that keep numbers and words whole
	x     []float64 // the columns' left edges, and the table's right edge
	// after is, by column, the width of what follows the place where its
	// numbers are lined up: decimals, signs, note marks.
	after []float64
}

// caption lays out the caption, small above a figure's data.
func (t *tableLayout) caption(small bool) error {
	b := t.table
	if b.ID != "" {
		t.r.g.named(b.ID)
	}
	if b.Caption == "" {
		return nil
	}
	s := captionText
	if small {
		s = smallText.bold()
	}
	atoms, err := t.r.set(t.r.doc.Meta.TableTitle(b), s)
	if err != nil {
		return err
	}
	return t.r.g.text(tagpdf.Caption, atoms, s)
}

// rows lays out head and body. The head is repeated on each page as an artifact.
func (t *tableLayout) rows() error {
	g := t.r.g
	headHeight := t.headHeight()
	f := &frame{
		repeatHeight: headHeight,
		repeat:       func(p *painter, y float64) { t.drawHead(p, y, headHeight, false) },
	}
	head := func() error {
		g.add(headHeight, func(p *painter, y float64) { t.drawHead(p, y, headHeight, true) })
		return nil
	}
	return g.framed(f, 0, func() error {
		if len(t.table.Rows) == 0 {
			return head() // a THead is nothing without a TBody
		}
		if err := g.element(tagpdf.THead, head); err != nil {
			return err
		}
		g.last().keep = true
		return g.element(tagpdf.TBody, func() error {
			first := len(g.strips)
			for i, row := range t.table.Rows {
				t.row(t.body[i], row.Total)
			}
			t.keepRows(g.strips[first:])
			return nil
		})
	})
}

// keepRows keeps the first two and the last two rows on a page unless they are
// high: one high row alone isn't a widow.
func (t *tableLayout) keepRows(rows []*strip) {
	most := 4 * t.style.lead
	if n := len(rows); n > 1 && rows[0].height+rows[1].height < 2*most {
		rows[0].keep = true
	}
	if n := len(rows); n > 1 && rows[n-1].height+rows[n-2].height < 2*most {
		rows[n-2].keep = true
	}
}

// row adds a row. One that is higher than a page is cut between lines.
func (t *tableLayout) row(cells []*cell, total bool) {
	strip := t.rowStrip(cells, total)
	s := t.r.g.add(strip.height, strip.draw)
	s.split = strip.split
	var e *tagpdf.Element
	s.before = append(s.before, func(p *painter, _ float64) { e = p.w.Begin(tagpdf.TR) })
	s.after = append(s.after, func(p *painter, _ float64) { p.w.End(e) })
}

// rowStrip is the strip of a row, or of the part of one that is left.
func (t *tableLayout) rowStrip(cells []*cell, total bool) *strip {
	height := t.height(cells)
	return &strip{
		height: height,
		draw:   func(p *painter, y float64) { t.drawRow(p, cells, y, height, total) },
		split:  func(room float64) (*strip, *strip) { return t.splitRow(cells, total, room) },
	}
}

// splitRow cuts a row so that its head fits the room.
func (t *tableLayout) splitRow(cells []*cell, total bool, room float64) (head, tail *strip) {
	above, below := t.cellPad()
	n := int((room - above - below) / t.style.lead)
	if n < 1 {
		return nil, nil
	}
	top, rest := make([]*cell, len(cells)), make([]*cell, len(cells))
	for i, c := range cells {
		at := min(n, len(c.lines))
		top[i] = &cell{cellKind: c.cellKind, lines: c.lines[:at]}
		rest[i] = &cell{cellKind: c.cellKind, lines: c.lines[at:]}
	}
	return t.rowStrip(top, total), t.rowStrip(rest, total)
}

// notes lays out what is said under the table.
func (t *tableLayout) notes() error {
	g := t.r.g
	for i, n := range t.table.Notes {
		if i == 0 {
			g.last().keep = true
		}
		g.space(4)
		if err := t.r.paragraph(n, smallText); err != nil {
			return err
		}
	}
	return nil
}

// height is a row's.
func (t *tableLayout) height(cells []*cell) float64 {
	lines := 1
	for _, c := range cells {
		lines = max(lines, len(c.lines))
	}
	above, below := t.cellPad()
	return above + float64(lines)*t.style.lead + below
}
