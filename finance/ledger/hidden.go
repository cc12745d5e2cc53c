package ledger

import (
	"fmt"

	"apr/finance"
	"apr/internal/source"
	"apr/internal/wording"
)

// reportHidden reports lines in rows that the workbook doesn't show, as where a filter is
// on. A control total that the ledger comes to says that they belong to it, and where no line
// is shown an outline is folded up.
func (r *Reader) reportHidden() {
	h, control := &r.hidden, r.Out.Spec.ControlTotal
	if h.lines == 0 || h.lines == r.Sums.Lines || control != nil && *control == r.Sums.Amount {
		return
	}
	r.Out.Doubts.Add(&source.Problem{Code: finance.CodeLedgerSays, Position: h.first, About: r.Out.Spec.File + " hidden rows", Likely: true,
		Message: fmt.Sprintf("%s in rows that the workbook hides, %s in all, and %s counted like the others", wording.Count(h.lines, "line is", "lines are"), h.total.Exact(), wording.Form(h.lines, "is", "are")),
		Hint:    "show all rows, and see whether those that a filter hid are the authority's; if not, delete them"})
}
