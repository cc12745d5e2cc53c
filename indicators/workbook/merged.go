package workbook

import (
	"strings"

	"apr/internal/table"
)

// A merged block is one of merged cells, with the text of its first cell once that
// was passed.
type merged struct {
	table.Merged
	text string
}

// repeatMerged puts the text of blocks that reach down several rows into those
// of a row's cells which say what the row is about. Values aren't repeated: one
// number for several rows is none of theirs.
func (rd *reader) repeatMerged(r *table.Row) {
	for i := range rd.merged {
		m := &rd.merged[i]
		switch {
		case m.Top == m.Bottom || r.Number < m.Top || r.Number > m.Bottom:
		case r.Number == m.Top:
			m.text = strings.Clone(r.At(m.Left))
		case m.text != "" && r.At(m.Left) == "" && rd.header.isKey(m.Left):
			r.Set(m.Left, m.text, 0)
		}
	}
}

// isKey reports whether a column says what a row is about.
func (h *header) isKey(column int) bool {
	for _, f := range []field{yearField, areaField, indicatorField, numberField, timePeriodField, localityField} {
		if h.columns[f] == column {
			return true
		}
	}
	return false
}
