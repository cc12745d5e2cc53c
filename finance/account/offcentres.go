package account

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/source"
	"apr/internal/wording"
)

// An offCentre is a cost centre that was reported by itself: what it belongs to needn't be.
type offCentre struct {
	partner string
	*ledger.Centre
}

// centreIsOff reports a cost centre that is a hundred or a thousand times its plan, a
// thousandth of it, or, in each line alike, a hundredth, ten times it or a tenth; or some of whose lines are and the
// others aren't; or whose amounts go back to April in each period.
func (b *posting) centreIsOff(l *ledger.Result, c *ledger.Centre) bool {
	part := float64(c.Amount) / float64(c.Plan)
	p := &source.Problem{Code: finance.CodeImplausible, Position: c.Position, About: cmp.Or(l.Spec.Partner, l.Spec.File) + " " + c.Code, Likely: true}
	p.Message = fmt.Sprintf("the spend on the cost centre %s is %s, %s of the %s planned for %s", c.Title(), c.Amount.Exact(), percent(part), c.Plan.Exact(), l.Ledger.Year)
	switch {
	case c.Down == 0 && (ledger.Times(part) == 1000 || ledger.Times(1/part) == 1000):
		p.Hint = "see whether both are in pounds; one seems to be in thousands"
	case c.Down == 0 && (ledger.Times(part) == 100 || ledger.Times(1/part) == 100 && alikeOff(c)):
		p.Hint = "see whether both are in pounds; one seems to be in pence"
	case part > 2 && restIsNear(c):
		p.Position = c.Off.First
		p.Message += fmt.Sprintf(": %s of it, %s in all, %s a hundred or a thousand times what was planned, and the others are near it",
			wording.Count(c.Off.Lines, "line"), c.Off.Amount.Exact(), wording.Form(c.Off.Lines, "is", "are"))
		p.Hint = "see whether the decimal point was lost, or amounts are in pence"
	case toDateAlone(c, part):
		p.Message += ", and its amounts only grow from period to period: they seem to go back to April, and the sum counts the first months again"
		p.Hint = "keep the lines of the last period alone, or export the amounts of each period"
	case yearOnEachLine(c, part):
		p.Message += ", and so is each of its lines: each seems to have the plan of the whole year"
		p.Hint = "map the column of the plan of each period, or export it"
	case tenfold(c, part):
		if nearly, _ := nearPlans(l); !nearly {
			return false
		}
		p.Message += ", and so is each of its lines, where nearly all other lines are near their plan"
		p.Hint = "see whether a digit is missing, or is one too many, in its amounts or in its plan"
	default:
		return false
	}
	b.doubts.Add(p)
	return true
}

// tenfold reports whether each line of a cost centre is about ten times its plan, or a tenth
// of it, and about the same part of it: where posts are vacant or a service begins, accounts
// and months differ.
func tenfold(c *ledger.Centre, part float64) bool {
	times := max(part, 1/part)
	return times > 8 && times < 12.5 && min(c.Plan, c.Amount) >= leastPlanned/2 && c.Down == 0 && alikeOff(c) && c.High <= 1.5*c.Low
}

// yearOnEachLine reports whether each line of a cost centre is about the part of its plan that
// its month or quarter is of the year.
func yearOnEachLine(c *ledger.Centre, part float64) bool {
	n := float64(ledger.Months(c.Months))
	return n >= 4 && c.Down == 0 && alikeOff(c) && part*n > 0.8 && part*n < 1.25
}

// restIsNear reports whether some lines of a cost centre are far off their plan, and what the
// others come to is near theirs.
func restIsNear(c *ledger.Centre) bool {
	if c.Off == nil || c.Planned-c.Off.Lines < leastLines {
		return false
	}
	rest := float64(c.Amount-c.Off.Amount) / float64(c.Plan-c.Off.Plan)
	return rest > 0.5 && rest < 2
}

// alikeOff reports whether each line of a cost centre is about the same part of its plan,
// which the little that was spent of a reserve isn't.
func alikeOff(c *ledger.Centre) bool { return c.Both >= 2*leastLines && c.High <= 2*c.Low }

// toDateAlone reports whether a cost centre's amounts go back to April in each period: all
// grow, what the last come to is about the year's plan, and all come to twice that and more,
// as the sums of even spending do. A service that begins late doesn't.
func toDateAlone(c *ledger.Centre, part float64) bool {
	last := float64(c.Last) / float64(c.Plan)
	return float64(c.Amount) > 2.1*float64(c.Last) && part >= 1.5 && c.Grown > 0 && c.Grown == c.Followed && last > 0.7 && last < 1.35
}

// explained reports whether a line is no longer off its plan without the cost centres that
// were reported by themselves.
func (b *posting) explained(l *finance.Line, what string) bool {
	spend, plan, found := l.Spend.Money, l.Plan.Money, false
	for _, c := range slices.Concat(b.off, b.planLost) {
		of := map[string]string{"matters": string(c.Class.Matter), "key care groups": c.Class.CareGroup, "localities": c.Class.Locality, "partners": c.partner}[what]
		if of == l.ID && !c.Mixed && c.Class.Exclude == "" {
			spend, plan, found = spend-c.Amount, plan-c.Plan, true
		}
	}
	if !found || plan <= 0 {
		return found
	}
	return math.Abs(float64(spend)/float64(plan)-1) <= b.spec.Limits.Plan()
}
