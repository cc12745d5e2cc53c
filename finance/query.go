package finance

import "apr/internal/period"

// A Query asks package trace what a figure of the account was added up from.
type Query struct {
	// Measure is "spend", "plan" or "funding".
	Measure string
	// Dimension is a word of the history table's ("total", "matter", "locality",
	// "care group", "partner", "service", "funding"), or UnclassifiedDimension or
	// UnallocatedDimension for what is left over.
	Dimension string
	// Item is the matter or the name, "" for a total and for what has none.
	Item string
	Year period.Year
	// Amount is the figure as the account has it.
	Amount Amount
}

// Dimensions of what is left over.
const (
	UnclassifiedDimension = "unclassified"
	UnallocatedDimension  = "unallocated"
)
