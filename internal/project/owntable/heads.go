package owntable

import (
	"slices"

	"apr/internal/lazyregexp"
	"apr/internal/table"
	"apr/internal/table/celltext"
	"apr/internal/yamlpos"
)

// heads reads the row of column heads, or both rows.
func (r *reader) heads() {
	lower := r.rows[r.spec.Heads-1]
	if r.spec.Heads == 1 {
		for _, c := range r.columns {
			r.spilled = c
			r.column(r.cell(lower, c))
		}
		return
	}
	h := &headRows{reader: r, upper: r.rows[0], lower: lower}
	h.merged = slices.ContainsFunc(r.shown.Merged, h.isOver)
	for i := range r.columns {
		h.read(i)
	}
	if !slices.ContainsFunc(r.out.Groups, func(g Group) bool { return g.Head.Markdown != "" }) {
		r.out.Groups = nil
	}
}

// column adds a column by its head.
func (r *reader) column(head yamlpos.Text) {
	switch row, ok := r.longRow(head); {
	case head.Markdown != "":
	case ok:
		r.add("missing-column-head", r.at(row, r.spilled), `a number with commas is written between quotation marks, as "1,140"`, "the row has more cells than there are heads: %q stands behind the last of them", celltext.Short(celltext.At(row.Cells, r.spilled)))
	default:
		r.add("missing-column-head", head.Position, "write what the column holds, such as Locality: a reader who hears the table is told it with each cell", "the column has no head")
	}
	r.out.Columns = append(r.out.Columns, head)
}

// threeDigits is what a comma leaves of a number behind it.
var threeDigits = lazyregexp.Lazy(`^\d{3}(?:\.\d+)?$`)

// longRow is the first row of a text with a cell below a head that isn't there, where that
// is the rest of a number that a comma has divided.
func (r *reader) longRow(head yamlpos.Text) (long table.ShownRow, ok bool) {
	if head.Markdown != "" || r.shown.Sheet != "" || r.spec.Heads != 1 {
		return long, false
	}
	for _, row := range r.rows[1:] {
		cell := celltext.Trim(celltext.At(row.Cells, r.spilled))
		switch {
		case cell == "":
		case !threeDigits().MatchString(cell):
			return long, false
		case !ok:
			long, ok = row, true
		}
	}
	return long, ok
}

// headRows are two rows of heads. A head of the upper row goes on over the columns to
// its right where these have the same head or, in a text, none: a workbook merges them.
type headRows struct {
	*reader
	upper, lower table.ShownRow
	merged       bool // the sheet merges heads over columns
}

// isOver reports whether a block of merged cells is of the upper row, over columns.
func (h *headRows) isOver(m table.Merged) bool {
	return m.Left < m.Right && m.Top <= h.upper.Number && h.upper.Number <= m.Bottom
}

// read reads both heads of a column.
func (h *headRows) read(i int) {
	above, below := h.cell(h.upper, h.columns[i]), h.cell(h.lower, h.columns[i])
	groups := h.out.Groups
	switch {
	case h.goesOn(i, above, below):
		groups[len(groups)-1].Span++
		h.column(below)
	case above.Markdown != "" && below.Markdown != "":
		h.out.Groups = append(groups, Group{above, 1})
		h.column(below)
	case above.Markdown != "" && !h.begins(i): // the column's only head, in the upper row
		h.out.Groups = append(groups, Group{Span: 1})
		h.column(above)
	case above.Markdown != "":
		h.out.Groups = append(groups, Group{above, 1})
		h.column(below) // which it lacks
	default:
		h.out.Groups = append(groups, Group{Span: 1})
		h.column(below)
	}
}

// begins reports whether a merged head begins at a column.
func (h *headRows) begins(i int) bool {
	return slices.ContainsFunc(h.shown.Merged, func(m table.Merged) bool { return h.isOver(m) && m.Left == h.columns[i] })
}

// goesOn reports whether the head above the column before is above this one, too.
func (h *headRows) goesOn(i int, above, below yamlpos.Text) bool {
	if i == 0 {
		return false
	}
	last := h.out.Groups[len(h.out.Groups)-1].Head.Markdown
	if last == "" {
		return false
	}
	column := h.columns[i]
	for _, m := range h.shown.Merged {
		if h.isOver(m) && m.Left < column && column <= m.Right {
			return true
		}
	}
	if above.Markdown == "" {
		return below.Markdown != "" && !h.merged && i >= h.spec.RowHeads
	}
	return celltext.Fold(above.Markdown) == celltext.Fold(last)
}
