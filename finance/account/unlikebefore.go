package account

import (
	"fmt"
	"math"
	"slices"

	"apr/finance"
	"apr/internal/period"
	"apr/internal/source"
)

// A change from last year is unlike those before where it is so large, and so many times the
// largest of at least leastChanges others.
const (
	leastUnlike  = 0.12
	timesUnlike  = 3
	leastChanges = 3
	leastUsual   = 0.02
)

// unlikeBefore reports a line whose spend changed from last year as it never has before: a
// rule, a cost centre or a part of a ledger may be missing, or be of something else.
func (b *posting) unlikeBefore(a *finance.Account, l *finance.Line, last finance.Amount, part float64) {
	usual, n := usualChange(a, func(y period.Year) finance.Amount {
		in := l.In(y)
		if in == nil {
			return finance.Amount{}
		}
		return in.Spend
	})
	if n < leastChanges || !isUnlike(part, usual) || b.hasOff(l) {
		return
	}
	b.unlike(l.Spend, l.ID+" and last year", "the spend on %s is %s in %s, %s of the %s of %s; in the %d years before it changed by %s at most",
		lineName(l), l.Spend.Exact(), a.Year, percent(part), last.Exact(), a.Year-1, n, percent(usual))
}

// unlike adds an amount that is unlike those of the years before it.
func (b *posting) unlike(at finance.Amount, about, format string, args ...any) {
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: at.Source(), About: about, Message: fmt.Sprintf(format, args...),
		Hint: "see whether a rule, a cost centre or a part of a ledger is missing, there twice, or of something else"})
}

// hasOff reports whether one of the cost centres that were reported by themselves belongs to
// a line.
func (b *posting) hasOff(l *finance.Line) bool {
	for _, c := range b.off {
		if slices.Contains([]string{string(c.Class.Matter), c.Class.CareGroup, c.Class.Locality, c.partner}, l.ID) {
			return true
		}
	}
	return false
}

// Spend is unlike its funding where it is so far from it, and so many times as far as in any
// of the years before.
const leastOffFunding, usuallyOffFunding = 0.05, 0.01

// fundingUnlikeBefore reports spend that is further from what was paid or set aside than it
// ever was before, where it isn't so far that it is told for itself.
func (b *posting) fundingUnlikeBefore(a *finance.Account) {
	usual, n, off := apartFromFunding(a, func(y *finance.YearTotals) finance.Amount { return y.Spend })
	if n < leastChanges || off < leastOffFunding || off > b.spec.Limits.Funding() || off < timesUnlike*max(usual, usuallyOffFunding) {
		return
	}
	b.unlike(a.Funding, "spend and funding", "%s was spent and %s paid or set aside: spend is %s of it, and in the %d years before it was never further from it than %s",
		a.Spend.Exact(), a.Funding.Exact(), percent(float64(a.Spend.Money)/float64(a.Funding.Money)), n, percent(usual))
}

// apartFromFunding is how far an amount was from what was paid or set aside, as a part of that: at
// most in the years before the reporting year, in how many years, and in the reporting year.
func apartFromFunding(a *finance.Account, of func(*finance.YearTotals) finance.Amount) (usual float64, n int, off float64) {
	for i := range a.Years {
		y := &a.Years[i]
		amount := of(y)
		if !amount.Known || !y.Funding.Known || y.Funding.Money <= 0 || amount.Money <= 0 {
			continue
		}
		part := math.Abs(float64(amount.Money)/float64(y.Funding.Money) - 1)
		if y.Year == a.Year {
			off = part
			continue
		}
		n++
		usual = max(usual, part)
	}
	return usual, n, off
}

// isUnlike reports whether an amount that is so many times last year's is unlike the usual.
func isUnlike(part, usual float64) bool {
	return math.Abs(part-1) >= leastUnlike && math.Abs(math.Log(part)) >= timesUnlike*math.Log(1+max(usual, leastUsual))
}

// usualChange is the largest change between two years before the reporting year, as a part
// of the earlier, and of how many it is.
func usualChange(a *finance.Account, of func(period.Year) finance.Amount) (largest float64, n int) {
	for _, y := range a.Years {
		now, before := of(y.Year), of(y.Year-1)
		if y.Year >= a.Year || !now.Known || !before.Known || now.Money <= 0 || before.Money <= 0 {
			continue
		}
		n++
		largest = max(largest, math.Exp(math.Abs(math.Log(float64(now.Money)/float64(before.Money))))-1)
	}
	return largest, n
}
