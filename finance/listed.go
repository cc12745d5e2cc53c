package finance

import "apr/internal/source"

// A Listed is a row of a ledger that is listed because of what became of it.
type Listed struct {
	Position source.Position
	// Why says what the row is: the reason of its exclusion, or what was reported of it.
	Why                              string
	CostCentre, Account, Description string
	// Amount is what the row says, nil where it says none. It is counted unless the row
	// is excluded, or isn't a line.
	Amount *Money
}
