package ledger

import (
	"fmt"
	"strings"

	"apr/finance"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// reportedLines are lines that are counted and reported together.
type reportedLines struct {
	lines   int
	total   finance.Money
	first   source.Position
	example string
}

// note adds a row.
func (t *reportedLines) note(r *Reader, w *rowWords, f *figures) {
	if t.lines == 0 {
		t.first, t.example = r.Table.Records.Position(r.AmountAt()), strings.Clone(r.labelText(w))
	}
	t.lines++
	t.total, _ = t.total.Add(f.Amount) // too large a sum is found with the ledger's
}

// labelText is the label that a row has, as messages show it, or "".
func (r *Reader) labelText(w *rowWords) string {
	if w.at < 0 {
		return ""
	}
	return celltext.Short(celltext.Spaced(celltext.At(r.record, w.at)))
}

// such is ", such as LABEL", or "".
func (t *reportedLines) such() string {
	if t.example == "" {
		return ""
	}
	return fmt.Sprintf(", such as %q", t.example)
}

// reportTotals reports the lines whose words or sums are those of totals.
func (r *Reader) reportTotals() {
	if more := r.unprovenRows - MaxMalformed; more > 0 {
		r.Out.Soft.Add(&source.Problem{Code: finance.CodeTotalRow, Position: r.moreUnproven,
			Message: fmt.Sprintf("and %s from here on that should be totals and aren't the sum of what is above them", wording.Count(more, "more row"))})
	}
	if t := &r.summing; t.lines > 0 {
		r.Out.Soft.Add(&source.Problem{Code: finance.CodeTotalLine, Position: t.first,
			Message: fmt.Sprintf("%s, %s in all%s, are the sum of what is above them, but have codes or words of their own: they are counted as lines", wording.Count(t.lines, "row"), t.total.Exact(), t.such()),
			Hint:    "if they are totals, take them out of the export, or leave nothing but the word Total in them"})
	}
	if t := &r.labelled; t.lines > 0 {
		r.Out.Soft.Add(&source.Problem{Code: finance.CodeTotalLine, Position: t.first,
			Message: fmt.Sprintf("%s, %s in all%s, are called totals, but aren't the sum of what is above them: they are counted as lines", wording.Count(t.lines, "row"), t.total.Exact(), t.such()),
			Hint:    "see whether lines are missing above them, or take them out of the export"})
	}
	r.reportLast()
}

// minSummed is from how many lines on a last one that sums the others is more than
// chance.
const minSummed = 3

// reportLast reports a last line that is the sum of all others.
func (r *Reader) reportLast() {
	if r.last.excluded || r.summing.any && r.summing.last == r.last.at { // it is told already
		return
	}
	if r.Sums.Lines < minSummed || r.lastTotal == r.Sums.Lines || r.last.Amount == 0 || r.Sums.Amount-r.last.Amount != r.last.Amount {
		return
	}
	r.Out.Soft.Add(&source.Problem{Code: finance.CodeTotalLine, Position: r.last.at,
		Message: fmt.Sprintf("the last line, %s, is the sum of all lines above it, but has codes or words of its own: it is counted", r.last.Amount.Exact()),
		Hint:    "if it is the total, take it out of the export, or leave nothing but the word Total in it"})
}

// lastLine is the last line with an amount.
type lastLine struct {
	Amount   finance.Money
	at       source.Position
	excluded bool
}

// unproven reports a row that should be a total and isn't the sum of what is
// above it. One that is counted as a line is reported only where it nearly is; it
// returns whether it was.
func (r *Reader) unproven(w *rowWords, f *figures, counted bool) (reported bool) {
	m, near := r.nearest(f)
	if counted && (!near || r.excludes()) {
		return false
	}
	switch r.unprovenRows++; {
	case r.unprovenRows == MaxMalformed+1:
		r.moreUnproven = r.Table.Records.Position(r.columnOf(m.column))
		return true
	case r.unprovenRows > MaxMalformed:
		return true
	}
	what := "the row without a code says "
	if text := r.labelText(w); text != "" {
		what = fmt.Sprintf("the row %q says ", text)
	}
	message := what + m.said.Exact()
	if near {
		message += fmt.Sprintf(", a near miss: the lines above it sum to %s, a difference of %s", m.sum.Exact(), m.by().Exact())
	} else {
		message += fmt.Sprintf(", but the lines above it sum to %s, a difference of %s", m.sum.Exact(), m.by().Exact())
		if all := f.missed(r.Sums, m.column); all.sum != m.sum {
			message += fmt.Sprintf(" (since the total or heading before it; all lines sum to %s)", all.sum.Exact())
		}
	}
	p := &source.Problem{Code: finance.CodeTotalRow, Position: r.Table.Records.Position(r.columnOf(m.column)),
		Message: message + "; the row isn't counted", Hint: "see whether lines are missing from the export or there twice; if the row is a line, it needs a code, a date or a description"}
	for times, words := range []string{2: "twice", 3: "three times"} {
		if words != "" && m.said != 0 && f.missed(r.Sums, m.column).sum == m.said*finance.Money(times) {
			p.Hint = fmt.Sprintf("all lines come to %s that: sums that stand above their lines, as in a pivot table, were counted as lines; export the lines alone", words)
		}
	}
	if counted {
		p.Message, p.Hint = message+"; the row is counted as a line", "if it is a total, see why it differs, and leave nothing but the word Total in it"
	}
	r.Out.Soft.Add(p)
	return true
}

// A miss of up to £1, or of a ten thousandth, is a near one.
const nearPence, nearPart = 100, 10_000

// nearest is how far a row is from the sum of the section before it, or from that
// of another if it is near.
func (r *Reader) nearest(f *figures) (m *miss, near bool) {
	r.sections(func(sum Running) bool {
		this := f.miss(sum)
		if m == nil {
			m = this
		}
		by := this.by().Magnitude()
		if this.sum != 0 && (by <= nearPence || by <= this.sum.Magnitude()/nearPart) && (!near || by < m.by().Magnitude()) {
			m, near = this, true
		}
		return true
	})
	return m, near
}

// missed is what a row says in a column, and what that sums to.
func (f *figures) missed(sum Running, c column) *miss {
	switch c {
	case amountColumn:
		return &miss{c, f.Amount, sum.Amount}
	case debitColumn:
		return &miss{c, f.Debit, sum.Debit}
	case creditColumn:
		return &miss{c, f.Credit, sum.Credit}
	}
	return &miss{c, f.Plan, sum.Plan}
}
