package ledger

import (
	"fmt"

	"apr/finance"
	"apr/finance/ledger/sketch"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// copied looks whether the lines of a month are those of another. It keeps in which months there is a line with the same codes and
// amount, of a ledger of no more lines than repeats keeps.
type copied struct {
	seen  map[uint64]uint16 // a bit for each month
	lines [13]int32         // of a month with an amount
	pairs [13][13]pairOfMonths
	// recurring are the lines that were there before in their month.
	recurring int
}

// A pairOfMonths are the lines of a month that an earlier one has too.
type pairOfMonths struct {
	same  int32
	row   int32 // of the first
	total finance.Money
}

// newCopied has room for so many lines.
func newCopied(lines int) copied { return copied{seen: make(map[uint64]uint16, lines)} }

// add takes in a line of a month, which the repeats have taken in.
func (c *copied) add(r *Reader, record []string, month int, f *figures) {
	if month == 0 || f.Amount == 0 || r.review.repeats.full() {
		return
	}
	key := sketch.Empty
	for _, i := range r.alike[:r.alikeDates] {
		key = sketch.WithCell(key, celltext.Trim(celltext.At(record, i)))
	}
	key = mix(uint64(f.Amount)*prime ^ key)
	months := c.seen[key]
	c.lines[month]++
	if months&(1<<month) != 0 {
		c.recurring++
	} else {
		c.seen[key] = months | 1<<month
		for m := 1; months>>m != 0; m++ {
			if months&(1<<m) != 0 {
				c.pair(r, m, month, f)
			}
		}
	}
}

// pair notes a line of one month that another has too.
func (c *copied) pair(r *Reader, m, month int, f *figures) {
	p := &c.pairs[min(m, month)][max(m, month)]
	if p.same++; p.same == 1 {
		p.row = r.row()
	}
	p.total += f.Amount // too large a sum is found with the ledger's
}

// A month repeats another where it has so many lines and nineteen in twenty of the lines of
// both are the same, and of no other two months more than three in five are.
const leastCopied = 50

// reportCopied reports months whose lines are those of an earlier month.
func (r *Reader) reportCopied() {
	c := &r.review.copied
	if r.review.repeats.full() || r.Out.Ledger.Kind != finance.Actual {
		return
	}
	months, copies := 0, [13]int{} // the earlier month, by the later
	told := 0
	for m := 1; m <= 12; m++ {
		if c.lines[m] == 0 {
			continue
		}
		months++
		for k := 1; k < m; k++ {
			most := max(c.lines[k], c.lines[m])
			switch same := c.pairs[k][m].same; {
			case same >= leastCopied && same*20 >= most*19:
				if copies[m] == 0 {
					copies[m] = k
					told++
				}
			case c.lines[k] > 0 && same*5 > most*3:
				return // amounts recur from month to month
			}
		}
	}
	if months < 3 || told > max(1, months/3) {
		return
	}
	for m, k := range copies {
		if k == 0 {
			continue
		}
		p := &c.pairs[k][m]
		r.Out.Doubts.Add(&source.Problem{Code: finance.CodeMayRepeat, Position: r.atRow(p.row), About: fmt.Sprintf("%s, period %d", r.Out.Spec.File, m), Likely: months >= 6,
			Message: fmt.Sprintf("%d of the %s of %s have the codes and amounts of %s to the penny, %s in all: period %d repeats period %d",
				p.same, wording.Count(int(c.lines[m]), "line"), calendarMonth(m), calendarMonth(k), p.total.Exact(), m, k),
			Hint: "see whether the export of one month was taken for the other's, and ask the partner for it"})
	}
}
