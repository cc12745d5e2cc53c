package word

import (
	"fmt"

	"apr/internal/document"
)

// heads writes the row of column heads, or both rows: all are marked as such, and Word
// repeats them on each page.
func (w *writer) heads(t *table, widths []int) error {
	groups := t.GroupsOf(t.shown)
	const begin, end = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", "</w:tr>\n"
	if groups != nil {
		w.raw(begin)
		if err := w.upperHeads(t, groups, widths); err != nil {
			return err
		}
		w.raw(end)
	}
	w.raw(begin)
	for i, at := range t.shown {
		content, spans := t.Columns[at].Head, ""
		if groups != nil && len(t.Over(at)) == 0 {
			content, spans = nil, "<w:vMerge/>"
		}
		if err := w.columnHead(t, widths[i], at, content, t.Columns[at].Align, spans); err != nil {
			return err
		}
	}
	w.raw(end)
	return nil
}

// upperHeads writes the heads above those of columns, and the heads that take both rows.
func (w *writer) upperHeads(t *table, groups []document.Group, widths []int) error {
	i := 0
	for _, g := range groups {
		columns := t.shown[i : i+g.Span]
		if len(g.Head) > 0 {
			if err := w.columnHead(t, sum(widths[i:i+g.Span]), columns[0], g.Head, document.Centre, fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, g.Span)); err != nil {
				return err
			}
			i += g.Span
			continue
		}
		for _, at := range columns {
			if err := w.columnHead(t, widths[i], at, t.Columns[at].Head, t.Columns[at].Align, `<w:vMerge w:val="restart"/>`); err != nil {
				return err
			}
			i++
		}
	}
	return nil
}

// columnHead writes a head of columns. Of row heads that were in another part, figures
// aren't marked a second time.
func (w *writer) columnHead(t *table, width, at int, content document.Inlines, align document.Align, spans string) error {
	w.repeated = t.again && at < t.RowHeads
	err := w.spanning(t, width, at, document.Cell{Content: content}, format{}, true, align, spans)
	w.repeated = false
	return err
}
