package ledger

import (
	"fmt"
	"io"
	"io/fs"
	"strings"

	"apr/finance"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// amountColumns are those in which a merged cell holds for its first row alone.
var amountColumns = []string{finance.AmountColumn, finance.DebitColumn, finance.CreditColumn, finance.PlanColumn}

// OpenTable opens a ledger whose rows are to be looked at one by one. A workbook is
// first read to its end, where it says which cells are merged.
func OpenTable(fsys fs.FS, spec table.Spec) (*table.Table, error) {
	t, err := table.Open(fsys, spec)
	if err != nil || t.Workbook == nil {
		return t, err
	}
	for err == nil {
		_, err = t.Records.Next()
	}
	if err == io.EOF { // else it is met again
		spec.Merged = t.Unfilled(amountColumns)
	}
	t.Close() // read only: nothing can be lost
	return table.Open(fsys, spec)
}

// checkDigits notes a line whose code a spreadsheet has taken for a number too long
// for it.
func (r *Reader) checkDigits(record []string, f *figures) {
	for _, i := range r.identity {
		if cell := celltext.At(record, i); strings.IndexByte(cell, '+') > 0 && celltext.LostDigits(cell) {
			t := &r.lostDigits
			if t.lines == 0 {
				t.first, t.example = r.Table.Records.Position(i), celltext.Short(celltext.Spaced(cell))
			}
			t.lines++
			t.total, _ = t.total.Add(f.Amount) // too large a sum is found with the ledger's
			return
		}
	}
}

// reportLostDigits reports lines with such codes.
func (r *Reader) reportLostDigits() {
	t := &r.lostDigits
	if t.lines == 0 {
		return
	}
	r.Out.Soft.Add(&source.Problem{Code: finance.CodeLostDigits, Position: t.first,
		Message: fmt.Sprintf("%s, %s in all, with a code that a spreadsheet has taken for a number%s: its digits are lost", wording.Count(t.lines, "line"), t.total.Exact(), t.such()),
		Hint:    "export the ledger again, and don't save it from a spreadsheet, or give the column the format Text there first"})
}
