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
	// Identifies reports whether a cell of an identity column says what a line is, and
	// suspect whether the ledger must see its row. Labels reports the same of a cell
	// in any other column.
	Identifies, Suspect, Labels func(cell string) bool
	// DateFits and periodFits report whether there is nothing to say about a cell.
	DateFits, PeriodFits func(cell string) bool
	// SeeDate takes cells of the columns Dates, of a few lines out of each stretch; it may
	// be called by scanners side by side. It returns false where the column has no dates and
	// needn't be looked at again.
	Dates   []int
	SeeDate func(column int, cell string) bool
	// Sketch takes what lines are, by the cells of the columns Alike, of which those from
	// AlikeDates on hold dates or periods.
	Sketch     *sketch.Sketch
	Alike      []int
	AlikeDates int
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
	// Count counts lines that are added up otherwise, and Bound says that a section may
	// begin after those counted so far.
	Count(n Count)
	Bound()
	// AddClass adds up lines of a class, of which so many are excluded, AddCentre unclassified ones of a cost centre.
	// They come in order of their first lines.
	AddClass(k *classify.Class, excluded int, amount, plan Sum)
	AddCentre(c *Centre)
	// Near reports whether any sum is so large that it may overflow within so many
	// pence.
	Near(pence finance.Money) bool
}

// Count are numbers of lines, and what their amounts and plans sum to. Sum is that of
// the amounts, or of debits less credits. Last is the last line with an amount.
type Count struct {
	Zero, Classified, Unclassified, Excluded   int
	Sum, Debits, Credits, Planned, ExcludedSum finance.Money

	// Unspent are lines with a plan and no amount, and UnspentPlan is what that comes to.
	Unspent     int
	UnspentPlan finance.Money

	// Taken are the credits above nought, and TakenBack those below it.
	Taken, TakenBack int

	Last lastLine
}

// A LastLine is the amount of a line and where it is.
type lastLine struct {
	Amount   finance.Money
	Line     int
	Excluded bool
}

// since is what was counted after an earlier count.
func (n Count) since(o Count) Count {
	return Count{n.Zero - o.Zero, n.Classified - o.Classified, n.Unclassified - o.Unclassified, n.Excluded - o.Excluded,
		n.Sum - o.Sum, n.Debits - o.Debits, n.Credits - o.Credits, n.Planned - o.Planned, n.ExcludedSum - o.ExcludedSum,
		n.Unspent - o.Unspent, n.UnspentPlan - o.UnspentPlan, n.Taken - o.Taken, n.TakenBack - o.TakenBack, n.Last}
}

// Lines are those with an amount or a plan.
func (n *Count) Lines() int { return n.Classified + n.Unclassified + n.Excluded }

// A Sum is the sum of an amount of lines, how many those are, and the first.
type Sum struct {
	finance.Money
	Lines, First int
}
