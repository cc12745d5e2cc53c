package account

import (
	"fmt"
	"math"
	"slices"

	"apr/finance"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/wording"
)

// A lineYear is a line of the account in a year.
type lineYear struct {
	line string
	year period.Year
}

// earlierYears looks at a list of lines year by year: at those that seem to stand in each
// other's place, those that lie far from the years before and behind them, and at what
// they come to beside the whole. It returns what it has reported.
func (b *posting) earlierYears(a *finance.Account, what string, lines, former []finance.Line, parts bool) map[lineYear]bool {
	reported := map[lineYear]bool{}
	for _, y := range b.spec.Window() {
		for i := range lines {
			for j := range lines[:i] {
				b.exchanged(&lines[j], &lines[i], y, reported)
			}
		}
	}
	for _, y := range b.spec.Window() {
		for i := range lines {
			if y < a.Year && !reported[lineYear{lines[i].ID, y}] && b.oddYear(&lines[i], y) {
				reported[lineYear{lines[i].ID, y}] = true
			}
		}
	}
	if parts {
		b.againstTheWhole(a, what, slices.Concat(lines, former), reported)
	}
	return reported
}

// spent is a line's spend in a year that is known and above nought.
func spent(l *finance.Line, y period.Year) (finance.Amount, bool) {
	in := l.In(y)
	if in == nil || !in.Spend.Known || in.Spend.Money <= 0 {
		return finance.Amount{}, false
	}
	return in.Spend, true
}

// apart is how far one amount is from another, as a part of that.
func apart(x, from finance.Amount) float64 {
	return math.Abs(float64(x.Money)/float64(from.Money) - 1)
}

// Amounts are taken for exchanged where each is so near the other's of the years beside
// it, and so far from its own.
const nearOther, farFromOwn = 0.15, 0.25

// swapped reports whether two lines have each other's amounts in a year, as another year
// shows; ok is false where one of them isn't known.
func swapped(i, j *finance.Line, y, beside period.Year) (yes, ok bool) {
	iy, ok1 := spent(i, y)
	jy, ok2 := spent(j, y)
	in, ok3 := spent(i, beside)
	jn, ok4 := spent(j, beside)
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return false, false
	}
	return apart(iy, jn) <= nearOther && apart(jy, in) <= nearOther && apart(iy, in) > farFromOwn && apart(jy, jn) > farFromOwn, true
}

// exchanged reports two lines that have each other's amounts in a year.
func (b *posting) exchanged(i, j *finance.Line, y period.Year, reported map[lineYear]bool) {
	before, known := swapped(i, j, y, y-1)
	behind, also := swapped(i, j, y, y+1)
	switch {
	case before && behind, y < b.spec.Year && swappedByTrend(i, j, y):
	case known && also:
		return
	case known && before:
		if again, ok := swapped(i, j, y-1, y-2); ok && again {
			return // the year before is the odd one
		}
	case also && behind:
		if again, ok := swapped(i, j, y+1, y+2); !ok || again {
			return // of the two years the later is reported
		}
	default:
		return
	}
	reported[lineYear{i.ID, y}], reported[lineYear{j.ID, y}] = true, true
	iy, _ := spent(i, y)
	jy, _ := spent(j, y)
	beside := y - 1
	if !known {
		beside = y + 1
	}
	in, _ := spent(i, beside)
	jn, _ := spent(j, beside)
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: jy.Source(), Likely: true, About: fmt.Sprintf("%s and %s in %s", i.ID, j.ID, y),
		Message: fmt.Sprintf("%s and %s seem to be exchanged in %s: %s and %s, and in %s %s and %s", lineName(i), lineName(j), y,
			iy.Exact(), jy.Exact(), beside, in.Exact(), jn.Exact()),
		Hint: "see whether each amount stands in its own row"})
}

// oddYear reports a year in which a line is far from the years beside it, which are near
// each other: a digit too few or too many, or another than the line's other years let expect.
func (b *posting) oddYear(l *finance.Line, y period.Year) bool {
	at := l.In(y)
	if at == nil || !at.Spend.Known {
		return false
	}
	if at.Spend.Money < 0 {
		b.implausible(at.Spend, l.ID+" in "+y.String(), 1, "the spend on %s is %s in %s, below nought", lineName(l), at.Spend.Exact(), y)
		return true
	}
	far := func(from finance.Amount) int { // -1 far below, 1 far above
		switch part := float64(at.Spend.Money) / float64(from.Money); {
		case part < 1-b.spec.Limits.LastYear():
			return -1
		case part > 1+b.spec.Limits.LastYear():
			return 1
		}
		return 0
	}
	behind, ok := spent(l, y+1)
	if !ok {
		return false
	}
	usual, unlike := againstPattern(l, y)
	if far(behind) == 0 && !unlike {
		return false
	}
	before, ok := spent(l, y-1)
	text := "the spend on %s is %s in %s, %s of the %s of %s"
	args := []any{lineName(l), at.Spend.Exact(), y, percent(float64(at.Spend.Money) / float64(behind.Money)), behind.Exact(), y + 1}
	if ok {
		if far(before) != far(behind) && !unlike {
			return false
		}
		text += ", and %s of the %s of %s"
		args = append(args, percent(float64(at.Spend.Money)/float64(before.Money)), before.Exact(), y-1)
	} else {
		next, ok := spent(l, y+2)
		if l.In(y-1) != nil || !ok || apart(behind, next) > b.spec.Limits.LastYear() {
			return false
		}
	}
	if unlike {
		text += "; between the other years it changed by %s at most"
		args = append(args, percent(usual))
	}
	b.implausible(at.Spend, l.ID+" in "+y.String(), float64(at.Spend.Money)/float64(behind.Money), text, args...)
	return true
}

// againstTheWhole compares what care groups or localities come to with the spend of each
// year: they can't come to more, and where they come to it in other years, to the penny,
// they should in each.
func (b *posting) againstTheWhole(a *finance.Account, what string, lines []finance.Line, reported map[lineYear]bool) {
	type year struct {
		totals finance.YearTotals
		sum    finance.Money
		first  finance.Amount
		odd    bool
	}
	var years []year
	whole := 0
	for _, t := range a.Years {
		y := year{totals: t}
		n := 0
		for i := range lines {
			if in := lines[i].In(t.Year); in != nil && in.Spend.Known {
				if n++; n == 1 {
					y.first = in.Spend
				}
				y.sum += in.Spend.Money
			}
			y.odd = y.odd || reported[lineYear{lines[i].ID, t.Year}]
		}
		if !t.Spend.Known || n < 2 {
			continue
		}
		if years = append(years, y); y.sum == t.Spend.Money {
			whole++
		}
	}
	for _, y := range years {
		switch off := y.sum - y.totals.Spend.Money; {
		case y.odd:
		case off > 0 && y.totals.Spend.Money > 0:
			b.implausible(y.first, what+" of "+y.totals.Year.String(), 0, "the %s of %s sum to %s, %s more than the %s that was spent in all",
				what, y.totals.Year, y.sum.Exact(), off.Exact(), y.totals.Spend.Exact())
		case off < 0 && whole >= 2 && y.totals.Year < a.Year:
			b.implausible(y.first, what+" of "+y.totals.Year.String(), 0, "the %s of %s sum to %s, %s less than the %s that was spent in all; in %s they come to it to the penny",
				what, y.totals.Year, y.sum.Exact(), (-off).Exact(), y.totals.Spend.Exact(), wording.Count(whole, "other year"))
		}
	}
}

// planOffFunding is how far the plan of a year is from its funding, as a part of that, and
// at most in the other years, and in how many.
func planOffFunding(a *finance.Account, year period.Year) (usual float64, n int, off float64) {
	for _, y := range a.Years {
		if !y.Plan.Known || !y.Funding.Known || y.Funding.Money <= 0 {
			continue
		}
		part := math.Abs(float64(y.Plan.Money)/float64(y.Funding.Money) - 1)
		if y.Year == year {
			off = part
			continue
		}
		n++
		usual = max(usual, part)
	}
	return usual, n, off
}

// yearsAgainstPlan compares the spend of each earlier year with what was planned for it, and
// what was planned with what was paid or set aside.
func (b *posting) yearsAgainstPlan(a *finance.Account) {
	for _, y := range a.Years {
		if y.Year == a.Year || !y.Spend.Known || !y.Plan.Known || y.Spend.Money <= 0 {
			continue
		}
		part := float64(y.Plan.Money) / float64(y.Spend.Money)
		if math.Abs(part-1) > b.spec.Limits.Plan() {
			b.implausible(y.Plan, "the plan of "+y.Year.String(), max(part, 0), "the plan of %s is %s, and %s was spent in it, an %s of %s",
				y.Year, y.Plan.Exact(), y.Spend.Exact(), overOrUnder(y), max(y.Plan.Money-y.Spend.Money, y.Spend.Money-y.Plan.Money).Exact())
		} else if usual, n, off := planOffFunding(a, y.Year); n >= leastChanges && math.Abs(part-1) >= leastUnlike && off >= leastUnlike && off >= timesUnlike*max(usual, usuallyOffFunding) {
			b.implausible(y.Plan, "the plan of "+y.Year.String(), 0, "the plan of %s is %s, and %s was paid or set aside in it: the plan is %s of it, and in the %d other years it was never further from it than %s",
				y.Year, y.Plan.Exact(), y.Funding.Exact(), percent(float64(y.Plan.Money)/float64(y.Funding.Money)), n, percent(usual))
		}
	}
}

func overOrUnder(y finance.YearTotals) string {
	if y.Plan.Money < y.Spend.Money {
		return "overspend"
	}
	return "underspend"
}

// A year is taken for a copy of another when so many of its amounts, of worthCopying pence
// or more, are the other's to the penny, and most of them are.
const (
	enoughCopied = 4
	worthCopying = 100_000
)

// copiedYears reports years whose amounts are those of the year before.
func (b *posting) copiedYears(a *finance.Account) {
	for _, y := range b.spec.Window()[1:] {
		same, both := 0, 0
		var first finance.Amount
		for _, lines := range [][]finance.Line{a.Matters, a.CareGroups, a.Localities} {
			for i := range lines {
				now, ok := spent(&lines[i], y)
				before, known := spent(&lines[i], y-1)
				if !ok || !known || now.Money < worthCopying {
					continue
				}
				if both++; now.Money == before.Money {
					if same++; same == 1 {
						first = now
					}
				}
			}
		}
		if same >= enoughCopied && 2*same > both {
			b.implausible(first, y.String()+" and the year before, to the penny", 1, "%d of the %d amounts spent on matters, care groups and localities in %s are those of %s to the penny", same, both, y, y-1)
		}
		if now, before := b.sums.get(Key{FundingMeasure, y, ByTotal, ""}), b.sums.get(Key{FundingMeasure, y - 1, ByTotal, ""}); now.Known && before.Known && now.Money == before.Money && now.Money >= worthCopying {
			b.implausible(now, "funding of "+y.String(), 0, "%s was paid or set aside in %s, the amount of %s to the penny", now.Exact(), y, y-1)
		}
	}
}
