package scan

import (
	"context"

	"apr/finance"
	"apr/finance/classify"
	"apr/finance/ledger/sketch"
	"apr/internal/table"
)

// A Layout says what of a text's records matters.
type Layout struct {
	File  string
	Text  *table.Text
	Width int // cells of the header
	// Amount, credit and plan are columns of amounts, or -1. Where there is a column
	// of credits the other is that of debits.
	Amount, Credit, Plan int
	Date, Period         int   // columns, or -1
	Group, Describe      int   // columns by which unclassified lines are grouped, and described, or -1
	Identity             []int // columns of which one must say what a line is
	Classifier           *classify.Classifier
	// Complete is true where a line needs no matter to be classified.
	Complete bool
	// IsTotal reports whether a cell calls its row a total.
	IsTotal func(cell string) bool
	// DateFits and periodFits report whether there is nothing to say about a cell.
	DateFits, PeriodFits func(cell string) bool
	// Sketch takes what lines are, by the cells of the columns Alike.
	Sketch *sketch.Sketch
	Alike  []int
}

// isMoney reports whether a column holds amounts.
func (l *Layout) isMoney(column int) bool {
	return column >= 0 && (column == l.Amount || column == l.Credit || column == l.Plan)
}

// A Ledger is what the lines of a text are added to.
type Ledger interface {
	// AddRecords reads records one by one, and AddRecord the one of a line. An error
	// ends the reading.
	AddRecords(ctx context.Context, records table.Records) error
	AddRecord(line int, record []string) error
	// Count counts lines that are added up otherwise.
	Count(n Count)
	// AddClass adds up lines of a class, AddCentre unclassified ones of a cost centre.
	// They come in order of their first lines.
	AddClass(k *classify.Class, amount, plan Sum)
	AddCentre(c *Centre)
	// Near reports whether any sum is so large that it may overflow within so many
	// pence.
	Near(pence finance.Money) bool
}

// Count are numbers of lines, and what their amounts and plans sum to.
type Count struct {
	Zero, Classified, Unclassified int
	Sum, Planned                   finance.Money
}

// since is what was counted after an earlier count.
func (n Count) since(o Count) Count {
	return Count{n.Zero - o.Zero, n.Classified - o.Classified, n.Unclassified - o.Unclassified, n.Sum - o.Sum, n.Planned - o.Planned}
}

// A Sum is the sum of an amount of lines, how many those are, and the first.
type Sum struct {
	finance.Money
	Lines, First int
}
