package ledger

import (
	"apr/finance"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// belowLines are subtotals that stand below their lines with the lines' own code, as a report
// that groups by cost centre writes them. Such a row is the sum of the lines with its code
// above it, all of them or those directly above, and lacks something that the line above it
// has, such as the account or the date.
type belowLines struct {
	// found are those of several lines, and single those of one line alone, which may be
	// chance where there are no others.
	found, single reportedLines
}

// A pending is a row that has all that its lines have, and sums them in plan and amount. It is
// a subtotal where no line of its code follows.
type pending struct {
	amount finance.Money
	row    int32
	is     bool
}

// leastBelow is how many lines a row that has all that they have must sum.
const leastBelow = 3

// isBelow reports whether a line, which has been added to the sums, is the sum of the lines
// directly above it with its n+1 codes, of which h is the first. before is what the ledger
// summed to before it.
func (a *belowLines) isBelow(r *Reader, h *head, n int, f *figures, before Running, cells *aboveLines) bool {
	run := before.since(h.before).since(h.subtotals)
	if f.Amount == 0 || run.Lines == 0 {
		return false
	}
	switch _, missed := f.missedIn(run); {
	case missed:
		return false
	case !cells.lacks():
		h.last = pending{f.Amount, r.row(), n == 0 && run.Lines >= leastBelow && bothSum(f) && !cells.excluded}
		return false
	}
	if !cells.excluded {
		a.note(r, run.Lines, h.code(), f.Amount, r.row())
	}
	return true
}

// ofCentre reports whether a line that lacks something is the sum of all lines of its cost
// centre above it, wherever they are.
func (a *belowLines) ofCentre(r *Reader, f *figures, cells *aboveLines) bool {
	c := r.review.last
	if c == nil || f.Amount == 0 || c.Amount-f.Amount-c.subtotals.Amount != f.Amount || f.hasPlan && c.Plan-f.Plan-c.subtotals.Plan != f.Plan || !cells.lacks() {
		return false
	}
	lines := c.lines - 1 - c.subtotals.Lines
	if lines > 0 && !cells.excluded {
		a.note(r, lines, c.Code, f.Amount, r.row())
	}
	return lines > 0
}

// note keeps a row that sums so many lines.
func (a *belowLines) note(r *Reader, lines int, code string, amount finance.Money, row int32) {
	to := &a.found
	if lines == 1 {
		to = &a.single
	}
	if to.lines == 0 {
		to.first, to.example = r.atRow(row), celltext.Short(celltext.Spaced(code))
	}
	to.lines++
	to.total, _ = to.total.Add(amount) // too large a sum is found with the ledger's
}

// end notes the last line of a run where it is a subtotal.
func (a *belowLines) end(r *Reader, h *head) {
	if h.last.is {
		a.note(r, leastBelow, h.code(), h.last.amount, h.last.row)
	}
}

// report reports the subtotals that stand below their lines: they are counted, and so are
// their lines.
func (a *belowLines) report(r *Reader) {
	t := a.found
	if t.lines == 0 {
		return
	}
	t.lines += a.single.lines
	t.total, _ = t.total.Add(a.single.total)
	r.Out.Soft.Add(&source.Problem{Code: finance.CodeTotalAbove, Position: t.first, About: r.Out.Spec.File + " below", Likely: true,
		Message: wording.Count(t.lines, "row") + ", " + t.total.Exact() + " in all" + t.such() + ", " + wording.Form(t.lines, "is the sum", "are the sums") +
			" of the lines with the same code above " + wording.Form(t.lines, "it", "them") + ": the same money counts twice",
		Hint: "export the ledger without subtotals"})
}
