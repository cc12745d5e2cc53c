package indicators

import "apr/internal/source"

// grid is rows and columns of text: a worksheet, or a CSV file.
type grid struct {
	file string
	// sheet is empty for a CSV file.
	sheet  string
	hidden bool
	// scan calls each for every row until it returns false. Only the columns
	// that are wanted need to be filled in; nil means all.
	scan func(wanted []bool, each func(*row) (more bool)) error
	// percent says whether a cell's format shows a fraction as a percentage.
	percent func(style int) bool
}

// position is the place of a cell.
func (g *grid) position(r *row, column int) source.Position {
	p := source.Position{File: g.file, Sheet: g.sheet}
	if g.sheet != "" {
		p.Cell = cellName(column, r.number)
		return p
	}
	p.Line = r.number
	if column < len(r.column) {
		p.Column = r.column[column]
	}
	return p
}
