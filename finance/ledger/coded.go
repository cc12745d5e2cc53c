package ledger

import "apr/finance"

// codedTotals finds subtotals that stand below their lines and have a code of their own, as
// a line of a hierarchy has: "E199 Care at home, all" below the lines of E110 and E120.
type codedTotals struct {
	// begins has, by what the lines above each cost centre's first sum to, how many they are.
	begins map[beginning]int32
	now    []byte
	runs   int
	off    bool // the lines aren't in order of their cost centres
}

// A beginning is what the lines above a cost centre's first sum to.
type beginning struct{ amount, plan finance.Money }

// maxBegins is how many beginnings are kept. A line that has all that the one above it has
// is taken for a sum from leastCoded pence on, and where its plan is one as well, or the
// line above it is a sum too.
// Lines that go from one cost centre to another and back more than runsPerCentre times for
// each, and fewRuns times more, are in no order in which a subtotal stands below them.
const (
	maxBegins     = 1 << 12
	leastCoded    = 100_000
	fewRuns       = 64
	runsPerCentre = 3
)

// add takes in the first line of a cost centre, which has been added to the sums. above has
// a mark for each cell of the line above it that isn't empty.
func (c *codedTotals) add(r *Reader, record []string, above []byte, f *figures) {
	if c.off {
		return
	}
	if c.runs++; c.runs > fewRuns+runsPerCentre*len(r.review.centres) {
		c.begins, c.off = nil, true
		return
	}
	before := r.summing.others(r.Sums)
	if !r.summing.any || r.summing.row != r.row() {
		before = before.before(f)
	}
	if before.Lines > 0 && f.Amount != 0 {
		from, ok := c.begins[beginning{before.Amount - f.Amount, before.Plan - f.Plan}]
		if ok && before.Lines-int(from) >= 2 && (c.lacks(r, record, above) || bothSum(f) || r.summing.endHere(before) && f.Amount.Magnitude() >= leastCoded) {
			r.noteSumming(&rowWords{at: r.describe}, f, r.Sums.before(f))
		}
	}
	if c.begins == nil {
		c.begins = map[beginning]int32{}
	}
	if len(c.begins) < maxBegins {
		c.begins[beginning{before.Amount, before.Plan}] = int32(before.Lines)
	}
}

// lacks reports whether a line lacks something that the one above it has, such as the account
// and the date.
func (c *codedTotals) lacks(r *Reader, record []string, above []byte) bool {
	c.now = filledCells(r, c.now[:0], record)
	return holdsMore(above, c.now)
}

// bothSum reports whether it is no chance that a line is a sum, where plan and amount are.
func bothSum(f *figures) bool {
	return f.hasPlan && f.Plan != f.Amount && min(f.Amount.Magnitude(), f.Plan.Magnitude()) >= leastCoded
}
