// Package trace says which lines of ledgers and rows of the history an amount of
// the account was added up from.
package trace
