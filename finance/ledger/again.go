package ledger

import (
	"fmt"

	"apr/finance"
	"apr/finance/ledger/sketch"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// linesAgain finds single lines that are there a second time, wherever they stand: the same in
// every cell. Of as many lines as repeats keeps, it keeps where each stands.
type linesAgain struct {
	rows map[uint64]int32
	// large are the lines of much money by their codes and amount, whatever their day: one with
	// the other sign takes a line back.
	large map[uint64]bool
	found []lineAgain
	n     int // those found, and those for which there is no room
}

// A lineAgain is a line that is there a second time.
type lineAgain struct {
	row, first int32
	amount     finance.Money
	planned    bool
	back       uint64 // the line that would take it back
}

// A line that is there again is told from muchDoubled pence on. Where lines have budgets, and no
// other line has the codes and the day of another, one of so many may be there again; elsewhere
// payments may recur, and no more than fewDoubled are told, where no other recurs.
const (
	muchDoubled   = 1_000_000
	fewDoubled    = 2
	oneDoubledOf  = 10
	maxLinesAgain = 200
)

func newLinesAgain(lines int) linesAgain {
	return linesAgain{rows: make(map[uint64]int32, lines), large: map[uint64]bool{}}
}

// add takes in a line, which the repeats have taken in.
func (a *linesAgain) add(r *Reader, record []string, f *figures) {
	if f.Amount == 0 || r.review.repeats.full() {
		return
	}
	last := &r.review.repeats.last[stretchLines-1]
	key := mix(last.is*prime ^ uint64(f.Plan))
	back := uint64(0)
	if f.Amount.Magnitude() >= muchDoubled {
		codes := sketch.Empty
		for _, i := range r.alike[:r.alikeDates] {
			codes = sketch.WithCell(codes, celltext.Trim(celltext.At(record, i)))
		}
		a.large[mix(uint64(f.Amount)*prime^codes)] = true
		back = mix(uint64(-f.Amount)*prime ^ codes)
	}
	first, ok := a.rows[key]
	if !ok {
		a.rows[key] = last.row
		return
	}
	if a.n++; len(a.found) < maxLinesAgain {
		a.found = append(a.found, lineAgain{last.row, first, f.Amount, f.Plan != 0, back})
	}
}

// reportAgain reports single lines that are there a second time and weren't taken back.
func (r *Reader) reportAgain() {
	a, p := &r.review.again, &r.review.repeats
	if a.n == 0 || a.n > len(a.found) || p.full() {
		return
	}
	var large *lineAgain
	total, planned := finance.Money(0), true
	for i := range a.found {
		l := &a.found[i]
		if l.back != 0 && a.large[l.back] {
			return // what was posted twice was put right
		}
		if large == nil && l.amount >= muchDoubled {
			large = l
		}
		total += l.amount
		planned = planned && l.planned
	}
	n := a.n
	alone := planned && int(p.again) == n && n*oneDoubledOf <= int(p.lines)
	few := n <= fewDoubled && r.review.copied.recurring == n
	if large == nil || !alone && !few {
		return
	}
	r.Out.Doubts.Add(&source.Problem{Code: finance.CodeMayRepeat, Position: r.atRow(large.row), About: r.Out.Spec.File + " line again",
		Message: a.says(total) + ", with the same codes, dates, words and amounts, and no other line of the ledger is there twice",
		Hint:    "see whether a row was pasted twice; if both were paid, say so in an answer",
		Related: []source.Related{{Position: r.atRow(large.first), Message: "the line for the first time"}}})
}

// says is how many lines are there again, and where they stand.
func (a *linesAgain) says(total finance.Money) string {
	below := true
	for _, l := range a.found {
		below = below && l.row == l.first+1
	}
	switch n := len(a.found); {
	case below && n == 1:
		return fmt.Sprintf("the line is the one above it again, %s", total.Exact())
	case below:
		return fmt.Sprintf("%d lines are the ones above them again, %s in all", n, total.Exact())
	default:
		return fmt.Sprintf("%s here a second time, %s in all", wording.Count(n, "line is", "lines are"), total.Exact())
	}
}
