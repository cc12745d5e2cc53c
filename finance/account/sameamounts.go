package account

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"apr/finance"
	"apr/internal/period"
	"apr/internal/source"
)

// leastEqualYears is in how many other years plan and funding are the same to the penny where one
// in which they aren't has digits exchanged.
const leastEqualYears = 3

// fundingExchanged reports a year whose plan and funding are each other with two digits exchanged,
// where they are the same to the penny in all other years. It returns the year, or 0.
func (b *posting) fundingExchanged(a *finance.Account) period.Year {
	equal := 0
	var other *finance.YearTotals
	for i := range a.Years {
		y := &a.Years[i]
		switch {
		case !y.Plan.Known || !y.Funding.Known || y.Plan.Money <= 0:
		case y.Plan.Money == y.Funding.Money:
			equal++
		case other != nil:
			return 0
		default:
			other = y
		}
	}
	if other == nil || equal < leastEqualYears || !neighboursExchanged(other.Plan.Money, other.Funding.Money) {
		return 0
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: other.Funding.Source(), About: "plan and funding of " + other.Year.String(), Likely: true,
		Message: fmt.Sprintf("%s was paid or set aside in %s and %s planned, and in each of the %d other years the two are the same to the penny: two of the digits seem to be exchanged",
			other.Funding.Exact(), other.Year, other.Plan.Exact(), equal),
		Hint:    "see which of the two is right, and correct the other",
		Related: []source.Related{{Position: other.Plan.Source(), Message: other.Plan.Exact() + " planned"}}})
	return other.Year
}

// earlierPlanUnlikeFunding reports the one year before the reporting year whose plan and funding are
// apart, where they are the same to the penny in the other years. What is told of the year's plan or
// funding by itself isn't told again.
func (b *posting) earlierPlanUnlikeFunding(a *finance.Account) {
	equal := 0
	var other *finance.YearTotals
	for i := range a.Years {
		y := &a.Years[i]
		switch {
		case !y.Plan.Known || !y.Funding.Known || y.Plan.Money <= 0 || y.Funding.Money <= 0:
		case y.Plan.Money == y.Funding.Money:
			equal++
		case y.Year == a.Year:
		case other != nil:
			return
		default:
			other = y
		}
	}
	if other == nil || equal < leastEqualYears {
		return
	}
	part, year := float64(other.Plan.Money)/float64(other.Funding.Money), other.Year.String()
	told := slices.ContainsFunc(b.doubts.List(), func(p *source.Problem) bool {
		return slices.Contains([]string{"spend and funding of " + year, "the plan of " + year, "funding of " + year, "plan and funding of " + year}, p.About)
	})
	if told || math.Abs(part-1) < leastOffEqual {
		return
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: other.Funding.Source(), About: "plan and funding of " + year,
		Message: fmt.Sprintf("%s was paid or set aside in %s and %s planned: the plan is %s of it, and in each of the %d other years the two are the same to the penny",
			other.Funding.Exact(), year, other.Plan.Exact(), percent(part), equal),
		Hint:    "see which of the two is right; the proportions of the year are of its funding",
		Related: []source.Related{{Position: other.Plan.Source(), Message: other.Plan.Exact() + " planned"}}})
}

// neighboursExchanged reports whether two amounts are the same but for two digits beside each other,
// which have each other's place.
func neighboursExchanged(a, b finance.Money) bool {
	x, y := strconv.FormatUint(a.Magnitude(), 10), strconv.FormatUint(b.Magnitude(), 10)
	if len(x) != len(y) || (a < 0) != (b < 0) {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && x[i+2:] == y[i+2:]
}

// amountsOfTheYearBefore reports amounts of a matter, a care group or a locality that are those of
// the year before to the penny, where no other of the year is. A round sum, and one that often
// stays as it is, may well be the same.
func (b *posting) amountsOfTheYearBefore(a *finance.Account) {
	for _, lines := range [][]finance.Line{a.Matters, slices.Concat(a.CareGroups, a.FormerCareGroups), slices.Concat(a.Localities, a.FormerLocalities)} {
		for _, y := range b.spec.Window()[1:] {
			var same *finance.Line
			n, others := 0, 0
			for i := range lines {
				switch is, known := sameAsBefore(&lines[i], y); {
				case is:
					same = &lines[i]
					n++
				case known:
					others++
				}
			}
			if n == 1 && others > 0 && b.onceTheSame(same) {
				b.amountOfTheYearBefore(same, y)
			}
		}
	}
}

// sameAsBefore reports whether a line has the amount of the year before, and whether both are known.
func sameAsBefore(l *finance.Line, y period.Year) (same, known bool) {
	now, ok := spent(l, y)
	before, also := spent(l, y-1)
	return ok && also && now.Money == before.Money, ok && also
}

// onceTheSame reports whether a line has the amount of the year before in one year alone, and has
// others to show that it changes.
func (b *posting) onceTheSame(l *finance.Line) bool {
	same, changed := 0, 0
	for _, y := range b.spec.Window()[1:] {
		switch is, known := sameAsBefore(l, y); {
		case is:
			same++
		case known:
			changed++
		}
	}
	return same == 1 && changed >= 2
}

func (b *posting) amountOfTheYearBefore(l *finance.Line, y period.Year) {
	now, _ := spent(l, y)
	before, _ := spent(l, y-1)
	if now.Money < leastAlike || now.Money%roundAmounts == 0 {
		return
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: now.Source(), About: fmt.Sprintf("%s in %s and %s", l.ID, y-1, y),
		Message: fmt.Sprintf("the spend on %s is %s in %s, the amount of %s to the penny, and no other is that of the year before", lineName(l), now.Exact(), y, y-1),
		Hint:    "see whether one of the two was written into the other's row",
		Related: []source.Related{{Position: before.Source(), Message: before.Exact() + " in " + (y - 1).String()}}})
}
