package ledger

import (
	"fmt"

	"apr/finance"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// watch finds a column that says debit or credit and isn't mapped: one with such a
// header, or of whose first cells each says either, and both occur.
func (r *Reader) watch() {
	if r.side >= 0 || r.Amounts < 0 {
		return
	}
	for i, header := range r.Table.Header {
		if !r.mapped[i] && (finance.IsSideHeader(header) || r.saysSides(i)) {
			r.watched = i
			return
		}
	}
}

// saysSides reports whether the first cells of a column all say debit or credit, or of
// which kind a document is. Credit notes that have a minus need no column to say so.
func (r *Reader) saysSides(column int) bool {
	var debits, credits bool
	for _, record := range r.Table.First {
		cell := celltext.At(record, column)
		if celltext.Trim(cell) == "" || r.Table.IsRepeatedHeader(record) {
			continue
		}
		credit, ok := finance.Side(cell)
		if !ok {
			return false
		}
		if m, _, err := finance.ParseCellAmount(celltext.At(record, r.Amounts)); credit && err == nil && m < 0 {
			if _, document := finance.Document(cell); document {
				return false
			}
		}
		debits, credits = debits || !credit, credits || credit
	}
	return debits && credits
}

// reportUnsided reports credits that were added as if they were debits.
func (r *Reader) reportUnsided() {
	t := &r.unsided
	if t.lines == 0 {
		return
	}
	header := celltext.Short(celltext.Spaced(r.Table.Header[r.watched]))
	r.Out.Soft.Add(&source.Problem{Code: finance.CodeUnmappedSide, Position: t.first,
		Message: fmt.Sprintf("%s, %s in all, with credit in the column %q, which isn't mapped: they are added as if they were debits", wording.Count(t.lines, "line"), t.total.Exact(), header),
		Hint:    fmt.Sprintf("map it under columns, as in dr_cr: %q", header)})
}

// reportTakenBack reports a column of credits all of which are below nought. One among
// others takes an earlier credit back; where all are, the minus is likely to be merely
// how the finance system writes a credit, unless the control total says otherwise.
func (r *Reader) reportTakenBack() {
	control := r.Out.Spec.ControlTotal
	if r.takenBack == 0 || r.taken > 0 || control != nil && *control == r.Sums.Amount {
		return
	}
	header := celltext.Short(celltext.Spaced(r.Table.Header[r.Credit]))
	off, _ := r.Sums.Debit.Add(r.Sums.Credit)
	r.Out.Soft.Add(&source.Problem{Code: finance.CodeUnmappedSide, Position: source.Position{File: r.Out.Spec.File},
		Message: fmt.Sprintf("every credit in the column %q is below nought (%s, %s in all), and a credit below nought is added: the ledger comes to %s; with the credits taken off it would be %s",
			header, wording.Count(r.takenBack, "line"), r.Sums.Credit.Exact(), r.Sums.Amount.Exact(), off.Exact()),
		Hint: "if they are to be taken off, export the credits without the minus; if they take credits back, write the finance system's total as control_total"})
}
