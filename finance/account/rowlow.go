package account

import (
	"fmt"
	"math"
	"slices"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/source"
	"apr/internal/wording"
)

// Amounts stand a row off where, of the lines of a cost centre that stand beside one of a clearly
// different plan, so many, and four in five, are near that plan and far from their own. In a
// ledger in which fewer than two lines in three are near their plan nobody knows.
const (
	leastRowsOff = 3
	leastRest    = 20
)

// clearly is how far two plans are apart, or a line and its own plan, to show that it isn't its own.
var clearly = math.Log(1.5)

// A placedLine is a line of an account with the row in which it stands.
type placedLine struct {
	of *ledger.AccountLines
	*ledger.PeriodLines
	row int
}

// reportRowsOff reports cost centres whose amounts were pasted a row too low or too high: where
// one account follows another, the amount is near the plan of the line beside it.
func (b *posting) reportRowsOff(l *ledger.Result, all []*ledger.AccountLines) {
	many := map[*ledger.Centre]int{}
	for _, a := range all {
		many[a.Centre] += len(a.Periods)
	}
	lines := map[*ledger.Centre][]placedLine{}
	var centres []*ledger.Centre
	known, near := 0, 0
	for _, a := range all {
		if lines[a.Centre] == nil {
			lines[a.Centre] = make([]placedLine, 0, many[a.Centre])
			centres = append(centres, a.Centre)
		}
		for i := range a.Periods {
			p := &a.Periods[i]
			lines[a.Centre] = append(lines[a.Centre], placedLine{a, p, l.At(p).Line})
			if p.Plan != 0 && p.Amount != 0 {
				if known++; apartFrom(p.Amount, p.Plan) < farLine {
					near++
				}
			}
		}
	}
	if known < leastRest || near*3 < known*2 {
		return
	}
	for _, c := range centres {
		for _, block := range blocks(lines[c]) {
			for _, by := range []int{-1, 1} {
				if n := rowsOff(block, by); n > 0 && !b.isOff(c) {
					b.rowsOff(l, c, block, n, by)
				}
			}
		}
	}
}

// apartFrom is how far an amount is from a plan; of another sign it is as far as can be.
func apartFrom(amount, plan finance.Money) float64 {
	if amount == 0 || plan == 0 || (amount < 0) != (plan < 0) {
		return math.Inf(1)
	}
	return apartBy(float64(amount), float64(plan))
}

// blocks are lines that stand directly below one another.
func blocks(lines []placedLine) (all [][]placedLine) {
	slices.SortFunc(lines, func(a, b placedLine) int { return a.row - b.row })
	start := 0
	for i := range lines {
		if i+1 == len(lines) || lines[i+1].row != lines[i].row+1 {
			all = append(all, lines[start:i+1])
			start = i + 1
		}
	}
	return all
}

// rowsOff is how many lines show that the amounts of a block belong so many rows on, or 0. The line
// at its end may have the amount of the one at the other end.
func rowsOff(block []placedLine, by int) int {
	off, beside := 0, 0
	for i, line := range block {
		k := (i + by + len(block)) % len(block)
		o := block[k]
		if line.Lines != 1 || o.Lines != 1 {
			return 0
		}
		around := k != i+by
		if o.of == line.of && line.Plan != 0 || o.Plan.Magnitude() < leastTyped || apartFrom(o.Plan, line.Plan) <= clearly {
			continue
		}
		fits := apartFrom(line.Amount, o.Plan) <= nearLine && apartFrom(line.Amount, line.Plan) > clearly
		if line.Plan == 0 { // an adjustment of the year's end may be anything, the line behind it isn't
			next := i - by
			fits = fits && next >= 0 && next < len(block) && block[next].of != line.of && apartFrom(block[next].Amount, block[next].Plan) > clearly
			if !fits && line.Amount == 0 {
				continue
			}
		}
		if fits {
			off++
		}
		if !around || fits {
			beside++
		}
	}
	if off < leastRowsOff || off*5 < beside*4 {
		return 0
	}
	return off
}

func (b *posting) rowsOff(l *ledger.Result, c *ledger.Centre, block []placedLine, off, by int) {
	beside, where := "above", "low"
	if by > 0 {
		beside, where = "below", "high"
	}
	total := finance.Money(0)
	for _, line := range block {
		total += line.Amount
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: l.At(block[0].PeriodLines), About: ledgerOf(l) + " rows of " + c.Code, Likely: true,
		Message: fmt.Sprintf("of %s of the cost centre %s, %s in all, %d where one account follows another are near the plan of the line %s and far from their own: the amounts seem to stand a row too %s",
			wording.Count(len(block), "line"), c.Title(), total.Exact(), off, beside, where),
		Hint: "see whether the amounts were pasted a row off: the sum is the same, and what each account came to isn't"})
	b.setOff(l, c)
}
