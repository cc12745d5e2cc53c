package format

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"apr/finance"
)

// lines writes rows of ledgers as CSV, each with its file and line.
type lines struct{ csv *csv.Writer }

// NewLines begins the CSV with its header.
func NewLines(w io.Writer) (*lines, error) {
	l := &lines{csv.NewWriter(w)}
	return l, l.csv.Write([]string{"file", "sheet", "line", "why", "cost_centre", "account", "description", "amount"})
}

// Write writes a row.
func (l *lines) Write(row finance.Listed) error {
	line := strconv.Itoa(row.Position.Line)
	if row.Position.Cell != "" {
		line = strings.TrimLeft(row.Position.Cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	}
	amount := ""
	if row.Amount != nil {
		amount = row.Amount.String()
	}
	return l.csv.Write([]string{row.Position.File, row.Position.Sheet, line, row.Why, row.CostCentre, row.Account, row.Description, amount})
}

// Close writes what is left.
func (l *lines) Close() error {
	l.csv.Flush()
	return l.csv.Error()
}
