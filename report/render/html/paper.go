package html

import (
	"slices"

	"apr/internal/document"
	"apr/internal/document/columns"
	"apr/internal/tagpdf"
)

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
	fit := columns.OnPaper(t, w.boxed)
	if len(fit.Groups) > 0 {
		parts = columns.Parts(w.meta, t, fit.Groups)
	}
	return parts, fit.Turned
}

// uneven reports whether a row lacks cells or has too many: an error that names the row.
func uneven(t *document.Table) bool {
	return slices.ContainsFunc(t.Rows, func(r document.Row) bool { return len(r.Cells) != len(t.Columns) })
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
	case columns.HasOverlong(content, columns.PrintWidth):
		return "long"
	}
	return ""
}
