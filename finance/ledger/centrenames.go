package ledger

import (
	"strings"

	"apr/finance"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// A SecondName are the lines of a cost centre that have another name than its first.
type SecondName struct {
	Name   string
	Lines  int
	Amount finance.Money
	Months uint32
	First  source.Position
	cell   string
}

// settleName gives a cost centre the name that most of its lines have: that of its first line
// may be another's.
func (c *Centre) settleName() {
	s := c.Second
	if s == nil || c.Various || 2*s.Lines <= c.lines {
		return
	}
	c.Second = &SecondName{Name: c.Name, Lines: c.lines - s.Lines, Amount: c.Amount - s.Amount, Months: c.NameMonths, First: c.Position}
	c.Name, c.NameMonths = s.Name, s.Months
}

// manyNamed is from how many cost centres with several names on the column holds what lines
// are called, and no names of cost centres.
const manyNamed = 20

// name takes in the name that a line gives its cost centre.
func (c *Centre) name(r *Reader, record []string, f *figures, month int) {
	v := &r.review
	if r.describe < 0 || v.variousNames > manyNamed {
		return
	}
	cell := celltext.At(record, r.describe)
	if cell == c.nameCell {
		c.NameMonths |= 1 << month
		return
	}
	if c.Various || cell == "" || len(cell) > maxCentreText {
		return
	}
	s := c.Second
	switch {
	case s != nil && s.cell == cell:
	case celltext.Fold(celltext.Spaced(cell)) == celltext.Fold(c.Name):
		c.nameCell = strings.Clone(cell) // in another spelling
		return
	case s == nil && c.Name != "":
		s = &SecondName{Name: strings.Clone(celltext.Spaced(cell)), cell: strings.Clone(cell), First: r.Table.Records.Position(r.describe)}
		c.Second = s
	default:
		c.Various = true
		v.variousNames++
		return
	}
	s.Lines++
	s.Amount += f.Amount
	s.Months |= 1 << month
}
