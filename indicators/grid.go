package indicators

import (
	"apr/internal/source"
	"apr/internal/table/xlsx"
)

// grid is rows and columns of text: a worksheet, or a CSV file.
type grid struct {
	file string
	// sheet is empty for a CSV file.
	sheet  string
	hidden bool
	// separator is between the cells of a CSV file.
	separator rune
	// scan calls each for every row until it returns false. What isn't wanted
	// need not be filled in, or passed on.
	scan func(want xlsx.Selection, each func(*row) (more bool)) error
	// percent says whether a cell's format shows a fraction as a percentage.
	percent func(style int) bool
	// mayCompare reports, faster than reading would tell, whether a cell below a
	// row may speak of what may be compared with what.
	mayCompare func(after int) bool
	// date1904 is true where serials of dates count from 1904.
	date1904 bool
	// joined are the blocks of joined cells, once they are known. Nil where there
	// can't be any.
	joined func() (blocks []merged, known bool)
}

// row is one row of a grid.
type row struct {
	xlsx.Row
	column []int // where the fields begin in their line, in a CSV file
}

// position is the place of a cell.
func (g *grid) position(r *row, column int) source.Position {
	p := source.Position{File: g.file, Sheet: g.sheet}
	if g.sheet != "" {
		p.Cell = xlsx.CellName(column, r.Number)
		return p
	}
	p.Line = r.Number
	if column < len(r.column) {
		p.Column = r.column[column]
	}
	return p
}
