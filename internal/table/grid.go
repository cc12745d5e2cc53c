package table

import (
	"strings"

	"apr/internal/source"
	"apr/internal/table/xlsx"
)

// A Grid is the rows and columns of a worksheet or a text that is in memory, so
// that it may be read more than once.
type Grid struct {
	File string
	// Sheet is empty for a text.
	Sheet  string
	Hidden bool
	// Date1904 is true where serials of dates count from 1904.
	Date1904 bool
	// Scan calls each for every row until it returns false. What isn't wanted need
	// not be filled in, or passed on.
	Scan func(want xlsx.Selection, each func(*Row) (more bool)) error
	// Percent says whether a cell's format shows a fraction as a percentage.
	Percent func(style int) bool
	// Format is the number format of a style; nil for a text.
	Format func(style int) (id int, code string)
	// Below is the content as it stands in the file from about a row on, in which to
	// search faster than by reading: XML or text. Cells of XML may refer to Strings.
	Below   func(row int) []byte
	Strings *xlsx.Strings
	// Merged are the blocks of merged cells, once they are known. Nil where there
	// can't be any.
	Merged func() (blocks []Merged, known bool)
}

// A Row is one row of a grid.
type Row struct {
	xlsx.Row
	starts []int // where the cells begin in their line, in a text
}

// Position is the place of a cell.
func (g *Grid) Position(r *Row, column int) source.Position {
	return PositionOf(g.File, g.Sheet, r.Number, column, r.starts)
}

// PositionOf is the place of a cell of a row: by its name on a sheet, and else by its
// line and, of those whose starts in it are known, its column.
func PositionOf(file, sheet string, row, column int, starts []int) source.Position {
	p := source.Position{File: file, Sheet: sheet}
	if sheet != "" {
		p.Cell = xlsx.CellName(column, row)
		return p
	}
	p.Line = row
	if column < len(starts) {
		p.Column = starts[column]
	}
	return p
}

// Merged is a block of cells that a sheet merges into one: its first cell has the
// text, the others are empty. Rows and columns are both included; columns count
// from 0, rows from 1.
type Merged struct {
	Top, Bottom int
	Left, Right int
}

// mergedCells are the blocks of a worksheet. A block that can't be understood is
// passed over: it merges nothing that is read.
func mergedCells(part []byte) (list []Merged) {
	for _, ref := range xlsx.MergedCells(part) {
		if m, ok := mergedOf(ref); ok {
			list = append(list, m)
		}
	}
	return list
}

// mergedOf reads a reference such as "C2:C6".
func mergedOf(ref string) (m Merged, ok bool) {
	first, last, _ := strings.Cut(ref, ":")
	var okFirst, okLast bool
	m.Left, m.Top, okFirst = cellOf(first)
	m.Right, m.Bottom, okLast = cellOf(last)
	return m, okFirst && okLast && m.Left <= m.Right && m.Top <= m.Bottom
}

// ParseRange reads a range of cells such as C2:F6, which isn't the same as merged but
// has the same edges.
func ParseRange(ref string) (Merged, bool) {
	if !strings.Contains(ref, ":") {
		return Merged{}, false
	}
	return mergedOf(strings.TrimSpace(ref))
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
