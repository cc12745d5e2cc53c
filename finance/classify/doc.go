// Package classify says what the lines of a ledger belong to: it compiles the rules
// of a specification and finds the class of a line by its cells.
package classify
