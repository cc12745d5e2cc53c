package indicators

import "apr/internal/source"

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
	scan func(want selection, each func(*row) (more bool)) error
	// percent says whether a cell's format shows a fraction as a percentage.
	percent func(style int) bool
	// mayCompare reports, faster than reading would tell, whether a cell may speak
	// of what may be compared with what.
	mayCompare func() bool
	// merged are the blocks of joined cells.
	merged []merged
}

// selection is what is wanted of a grid; the zero value is everything.
type selection struct {
	// columns marks the wanted ones; nil means all.
	columns []bool
	// drop reports, from one cell of it, that a row isn't wanted: the rest of it
	// is passed over. Three rows in five are quarters. Nil drops none.
	drop func(column int, text string) bool
}

func (s *selection) has(column int) bool {
	return s.columns == nil || column < len(s.columns) && s.columns[column]
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
