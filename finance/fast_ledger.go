package finance

import (
	"context"

	"apr/internal/table"
)

// A layout says what of a text's records matters.
type layout struct {
	file  string
	text  *table.Text
	width int // cells of the header
	// amount, credit and plan are columns of amounts, or -1. Where there is a column
	// of credits the other is that of debits.
	amount, credit, plan int
	date, period         int   // columns, or -1
	group, describe      int   // columns by which unclassified lines are grouped, and described, or -1
	identity             []int // columns of which one must say what a line is
	classifier           *classifier
	// complete is true where a line needs no matter to be classified.
	complete bool
	// isTotal reports whether a cell calls its row a total.
	isTotal func(cell string) bool
	// dateFits and periodFits report whether there is nothing to say about a cell.
	dateFits, periodFits func(cell string) bool
}

// isMoney reports whether a column holds amounts.
func (l *layout) isMoney(column int) bool {
	return column >= 0 && (column == l.amount || column == l.credit || column == l.plan)
}

// A lineLedger is what the lines of a text are added to.
type lineLedger interface {
	// addRecords reads records one by one, and addRecord the one of a line. An error
	// ends the reading.
	addRecords(ctx context.Context, records table.Records) error
	addRecord(line int, record []string) error
	// count counts lines that are added up otherwise.
	count(n lineCount)
	// addClass adds up lines of a class, addCentre unclassified ones of a cost centre.
	// They come in order of their first lines.
	addClass(k *class, amount, plan lineSum)
	addCentre(c *centreSum)
	// near reports whether any sum is so large that it may overflow within so many
	// pence.
	near(pence Money) bool
}

// lineCount are numbers of lines, and what their amounts and plans sum to.
type lineCount struct {
	zero, classified, unclassified int
	sum, planned                   Money
}

// since is what was counted after an earlier count.
func (n lineCount) since(o lineCount) lineCount {
	return lineCount{n.zero - o.zero, n.classified - o.classified, n.unclassified - o.unclassified, n.sum - o.sum, n.planned - o.planned}
}

// A lineSum is the sum of an amount of lines, how many those are, and the first.
type lineSum struct {
	Money
	lines, first int
}
