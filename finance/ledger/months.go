package ledger

import (
	"fmt"
	"math/bits"
	"strings"

	"apr/finance"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// monthly is what lines say by month, 1 for April: in which their amounts are their plan to
// the penny, and which month a cell names.
type monthly struct {
	column   int // that says of which month a line is, or -1
	isPeriod bool
	last     monthOfCell
	known    map[string]monthOfCell
	equal    [13]equalLines
	// whole are how many lines have an amount in whole pounds, and wholePlan a plan; both are
	// those that have both.
	both, whole, wholePlan int
}

// A monthOfCell is the month that a cell names, 1 for April, or 0, and whether it is the period
// of the adjustments of the year's end.
type monthOfCell struct {
	cell    string
	month   int
	adjusts bool
}

// equalLines are the lines of a month with an amount and a plan, and those of which the two
// are the same.
type equalLines struct {
	both, same int
	total      finance.Money
	first      source.Position
}

// newMonthly finds the column that says of which month lines are: the period or the date that
// is mapped, or else one whose head is that of periods.
func (r *Reader) newMonthly() monthly {
	m := monthly{column: r.period, isPeriod: true, known: map[string]monthOfCell{}}
	if r.period < 0 && r.date >= 0 {
		m.column, m.isPeriod = r.date, false
	}
	for _, c := range r.dates.columns {
		if m.column < 0 && c.ofMonths && !strings.Contains(strings.ToLower(c.header), "end") {
			m.column = c.column
		}
	}
	return m
}

// of is the month of a line, 1 for April, or 0.
func (m *monthly) of(r *Reader, record []string) int {
	if m.column < 0 {
		return 0
	}
	cell := celltext.At(record, m.column)
	if cell == m.last.cell {
		return m.last.month
	}
	in, ok := m.known[cell]
	if !ok {
		text := cell
		if r.Table.Date1904 {
			text = since1899(cell)
		}
		var one seenMonths
		one.see(celltext.Trim(text), r.Out.Ledger.Year, m.isPeriod)
		in = monthOfCell{strings.Clone(cell), one.last(), one.periods.Load()>>Adjustments != 0}
		if len(m.known) < maxKnown {
			m.known[in.cell] = in
		}
	}
	m.last = in
	return in.month
}

// period is the month of the line that it was asked for last, or Adjustments.
func (m *monthly) period() int {
	if m.last.adjusts {
		return Adjustments
	}
	return m.last.month
}

// add takes in a line of a month.
func (m *monthly) add(r *Reader, month int, f *figures) {
	if !f.hasPlan || f.Plan == 0 || f.Amount == 0 {
		return
	}
	m.both++
	r.review.exchanged.add(r, f)
	if f.Amount%100 == 0 {
		m.whole++
	}
	if f.Plan%100 == 0 {
		m.wholePlan++
	}
	e := &m.equal[month]
	e.both++
	if f.Amount == f.Plan {
		if e.same++; e.same == 1 {
			e.first = r.Table.Records.Position(r.AmountAt())
		}
		e.total += f.Amount
	}
}

// A month's amounts are taken for its plan where it has so many lines with both and nearly
// all are the same, and of the other months' lines less than half are.
const leastEqual = 20

// reportEqual reports months or quarters in which nearly each line is its plan to the penny,
// which those of the others aren't: an estimate, or the budget in place of the actual.
func (r *Reader) reportEqual() {
	m := &r.review.monthly
	var equal, rest equalLines
	var names []string
	months, last := 0, 0
	for i := 1; i < len(m.equal); i++ {
		e := m.equal[i]
		if e.both == 0 {
			continue
		}
		months++
		to := &rest
		if e.both >= leastEqual && e.same*20 >= e.both*19 {
			to, last, names = &equal, i, append(names, calendarMonth(i))
			if to.same == 0 {
				to.first = e.first
			}
		}
		to.both, to.same, to.total = to.both+e.both, to.same+e.same, to.total+e.total
	}
	if months < 3 || len(names) == 0 || 2*len(names) > months || rest.both < leastEqual || 2*rest.same >= rest.both {
		return
	}
	r.Out.Doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: equal.first, About: fmt.Sprintf("%s, period %d", r.Out.Spec.File, last), Likely: true,
		Message: fmt.Sprintf("%s of %s cost what was planned to the penny, %s in all; of the %d of other months %s: an estimate, or the budget, seems to stand for what was spent",
			wording.Count(equal.same, "line"), wording.List(names), equal.total.Exact(), rest.both, doSo(rest.same)),
		Hint: "ask the partner for what was spent in the end"})
}

func doSo(n int) string {
	switch n {
	case 0:
		return "none does"
	case 1:
		return "one does"
	}
	return fmt.Sprintf("%d do", n)
}

// calendarMonth is the name of a month of the financial year, of which April is the first.
func calendarMonth(n int) string {
	return [...]string{"", "April", "May", "June", "July", "August", "September", "October", "November", "December", "January", "February", "March"}[n]
}

// reportColumnsExchanged reports columns of plan and amount that seem to have each other's
// heads: what was spent has pence and differs from month to month, and a plan mostly is in
// whole pounds and the same in each.
func (r *Reader) reportColumnsExchanged(steady, followed int) {
	m := &r.review.monthly
	if r.Amounts < 0 || m.both < leastEqual || m.whole < m.both || m.wholePlan*2 >= m.both || followed < 5 || steady*10 < followed*9 {
		return
	}
	head := func(i int) string { return celltext.Short(celltext.Spaced(r.Table.Header[i])) }
	r.Out.Doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: source.Position{File: r.Out.Spec.File}, About: "columns of " + r.Out.Spec.File, Likely: true,
		Message: fmt.Sprintf("the amounts of the column %q are all in whole pounds and the same from month to month, and those of %q have pence: the two columns seem to be exchanged", head(r.Amounts), head(r.Plan)),
		Hint:    "see whether the heads of the two columns, or amount and plan in apr.yaml, are the wrong way round"})
}

// Months is how many months have a bit each.
func Months(seen uint32) int { return bits.OnesCount32(seen) }
