package ledger

import (
	"fmt"

	"apr/finance"
	"apr/internal/source"
	"apr/internal/wording"
)

// A wholeTotal is a row that is called a total and is the sum of all lines above it.
type wholeTotal struct {
	sums Running
	at   source.Position
}

// The lines below the total of a whole ledger are few beside those above it: one in so many. Where
// they are more, the total is that of a section.
const (
	leastAboveTotal = 10
	fewBelowTotal   = 10
)

// noteWhole keeps a total of all lines above it.
func (r *Reader) noteWhole(w *rowWords, f *figures) {
	r.whole = wholeTotal{}
	if w.label == totalWord && f.any() && !f.zero() && f.miss(r.Sums) == nil {
		r.whole = wholeTotal{r.Sums, r.Table.Records.Position(r.AmountAt())}
	}
}

// reportBelowTotal reports lines below the one total of a ledger, which sums all lines above it:
// the total hasn't got them, and they are counted.
func (r *Reader) reportBelowTotal() {
	below := r.Sums.since(r.whole.sums)
	above := r.whole.sums.Lines
	if r.Out.Ledger.Totals != 1 || above < leastAboveTotal || below.Lines == 0 || below.Lines*fewBelowTotal > above || below.Amount == 0 && below.Plan == 0 {
		return
	}
	r.Out.Doubts.Add(&source.Problem{Code: finance.CodeLedgerSays, Position: r.whole.at, About: r.Out.Spec.File + " below the total",
		Message: fmt.Sprintf("%s below this total, %s in all, and %s counted: the total is the sum of the %s above it alone",
			wording.Count(below.Lines, "line stands", "lines stand"), below.Amount.Exact(), wording.Form(below.Lines, "is", "are"), wording.Count(above, "line")),
		Hint: "see whether the partner's total should have them; if not, take them out of the export, or exclude them by a rule"})
}
