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
