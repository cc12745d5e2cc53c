package html

import (
	"slices"

	"apr/internal/document"
	"apr/internal/tagpdf"
	"apr/report/render/columns"
)

// Print has text of 12 points in tables, in Arial or what has its widths, as
// Liberation Sans has; see style.css.
const (
	printSize    = 12.0
	printPadding = 10.0 // of a cell, left and right together
	rounding     = 1.01 // browsers place letters by whole pixels, or nearly
	boxInset     = 60.0 // of a box, a quotation or a list
	statusWidth  = 92.0 // of a column with signs, at least, and of a wide table's heads
	headWidth    = 100.0
)

// The text of an A4 page with margins of 2 cm, upright and turned, in points.
const (
	paperUpright = tagpdf.A4Short - 2*56.7
	paperTurned  = tagpdf.A4Long - 2*56.7
)

// printWidth is how wide a text is in print.
func printWidth(s string, bold bool) float64 { return width(s, bold, printSize) * rounding }

// width is how wide a text is in a size, in its units.
func width(s string, bold bool, size float64) float64 {
	f := tagpdf.Regular
	if bold {
		f = tagpdf.Bold
	}
	return f.Width(size, s)
}

// onPaper says how a table goes on paper: as it is, on a turned page, or in parts.
// Within a box the page can't be turned.
func (w *blockWriter) onPaper(t *document.Table) (parts []*document.Table, turned bool) {
	if len(t.Columns) == 0 || uneven(t) || w.unprinted {
		return nil, false
	}
	least, total := columns.Least(t, printWidth), 0.0
	for i := range least {
		least[i] += printPadding
		if hasStatus(t, i) {
			least[i] = max(least[i], statusWidth)
		}
		if t.Wide && i == t.RowHeads-1 {
			least[i] = max(least[i], headWidth)
		}
		total += least[i]
	}
	room := paperTurned
	switch {
	case total <= paperUpright && w.boxed == 0 && !t.Wide:
		return nil, false
	case w.boxed > 0:
		room = paperUpright - float64(w.boxed)*boxInset
	}
	if total <= room {
		return nil, w.boxed == 0
	}
	groups, _ := columns.Groups(least, max(t.RowHeads, 1), room)
	if len(groups) < 2 {
		return nil, w.boxed == 0
	}
	return columns.Parts(t, groups), w.boxed == 0
}

// uneven reports whether a row lacks cells or has too many: an error that names the row.
func uneven(t *document.Table) bool {
	return slices.ContainsFunc(t.Rows, func(r document.Row) bool { return len(r.Cells) != len(t.Columns) })
}

// hasStatus reports whether a column has signs of a status.
func hasStatus(t *document.Table, column int) bool {
	return slices.ContainsFunc(t.Rows, func(r document.Row) bool { return r.Cells[column].Status != document.StatusNone })
}

// printed writes the parts of a table that only print shows: they are hidden
// whatever a project's own style says. They aren't a second
// table to anybody else: without ids, marks that lead somewhere, and data.
func (w *blockWriter) printed(parts []*document.Table, turned bool) error {
	class := "on-paper"
	if turned {
		class += " turned"
	}
	copied := w.copied
	w.copied = true
	defer func() { w.copied = copied }()
	for _, part := range parts {
		w.w().raw(`<div class="`, class, "\" hidden>\n<table>\n<caption><span>")
		if err := w.grid(part); err != nil {
			return err
		}
		w.w().raw("</div>\n")
	}
	return nil
}

// inBox writes blocks that are in a box.
func (w *blockWriter) inBox(blocks []document.Block) error {
	w.boxed++
	defer func() { w.boxed-- }()
	return w.w().blocks(blocks)
}

// wholeness is the class of a cell that a browser would break in the wrong place:
// a number with a space or a dash in it, or a word longer than a column.
func wholeness(content document.Inlines) string {
	switch {
	case columns.Breakable(content.String()):
		return "whole"
	case columns.HasOverlong(content, printWidth):
		return "long"
	}
	return ""
}
