package indicators

import (
	"strings"

	"apr/internal/table/xlsx"
)

// merged is a block of cells that a sheet joins into one: its first cell has the
// text, the others are empty. Rows and columns are both included; columns count
// from 0, rows from 1.
type merged struct {
	top, bottom int
	left, right int
	text        string // of its first cell, once that was passed
}

// mergedCells are the blocks of a worksheet. A block that can't be understood is
// passed over: it joins nothing that is read.
func mergedCells(part []byte) (list []merged) {
	for _, ref := range xlsx.MergedCells(part) {
		if m, ok := mergedOf(ref); ok {
			list = append(list, m)
		}
	}
	return list
}

// mergedOf reads a reference such as "C2:C6".
func mergedOf(ref string) (m merged, ok bool) {
	first, last, _ := strings.Cut(ref, ":")
	var okFirst, okLast bool
	m.left, m.top, okFirst = cellOf(first)
	m.right, m.bottom, okLast = cellOf(last)
	return m, okFirst && okLast && m.left <= m.right && m.top <= m.bottom
}

// cellOf is the column, from 0, and the row of a cell's name.
func cellOf(name string) (column, row int, ok bool) {
	column, err := xlsx.ColumnOf(name)
	if err != nil {
		return 0, 0, false
	}
	for _, c := range strings.TrimLeft(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") {
		if c < '0' || c > '9' || row > 1<<21 {
			return 0, 0, false
		}
		row = row*10 + int(c-'0')
	}
	return column, row, row > 0
}

// repeatMerged puts the text of blocks that reach down several rows into those
// of a row's cells which say what the row is about. Values aren't repeated: one
// number for several rows is none of theirs.
func (rd *reader) repeatMerged(r *row) {
	for i := range rd.merged {
		m := &rd.merged[i]
		switch {
		case m.top == m.bottom || r.Number < m.top || r.Number > m.bottom:
		case r.Number == m.top:
			m.text = strings.Clone(r.At(m.left))
		case m.text != "" && r.At(m.left) == "" && rd.header.isKey(m.left):
			r.Set(m.left, m.text, 0)
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
