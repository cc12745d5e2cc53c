package account

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/source"
	"apr/internal/wording"
)

// A cost centre has lost its plan where so many of its lines, a quarter or more, have an
// amount and an empty plan, and they are a two hundredth of the ledger or more.
const (
	partUnplanned  = 4
	moneyUnplanned = 200
)

// reportUnplanned reports cost centres with spend and empty cells for what was planned, in a
// ledger whose other lines have a plan. Where lines of other cost centres have none here and
// there, the ledger writes nought as nothing.
func (b *posting) reportUnplanned() {
	for _, l := range b.ledgers {
		if l.Ledger.Kind != finance.Actual || l.Ledger.PlanTotal == nil {
			continue
		}
		var lost []*ledger.Centre
		planned, scattered := 0, 0
		for _, c := range sortedCentres(l) {
			planned += c.Planned
			switch {
			case c.Unplanned == nil || l.Separate && c.Planned > 0 || c.Class.Exclude != "":
			case c.Unplanned.Lines >= leastLines && c.Unplanned.Lines*partUnplanned >= c.Up+c.Down &&
				c.Unplanned.Amount >= leastPlanned && c.Unplanned.Amount*moneyUnplanned >= l.Ledger.Total:
				lost = append(lost, c)
			default:
				scattered++
			}
		}
		if len(lost) > 0 && scattered <= len(lost) && planned >= leastPlannedLines {
			b.unplanned(l, lost, planned)
		}
	}
}

// leastPlannedLines is how many lines with a plan show that a ledger gives it.
const leastPlannedLines = 10

func (b *posting) unplanned(l *ledger.Result, lost []*ledger.Centre, planned int) {
	lines, amount := 0, finance.Money(0)
	for _, c := range lost {
		lines, amount = lines+c.Unplanned.Lines, amount+c.Unplanned.Amount
		b.planLost = append(b.planLost, offCentre{l.Spec.Partner, c})
	}
	which, about := "the cost centre "+lost[0].Title(), lost[0].Code
	if more := len(lost) - 1; more > 0 { // an answer is of these alone
		which, about = wording.Count(len(lost), "cost centre"), fmt.Sprintf("%s and %d more", about, more)
	}
	p := &source.Problem{Code: finance.CodeImplausible, Position: lost[0].Unplanned.First, About: ledgerOf(l) + " plan of " + about, Likely: true,
		Message: fmt.Sprintf("%s of %s, %s in all, have an empty cell for what was planned, and %s of the ledger %s have a plan: they count as nothing planned",
			wording.Count(lines, "line"), which, amount.Exact(), wording.Count(planned, "other line"), l.Spec.File),
		Hint: "ask the partner whether the budget is missing, and have nought written as 0.00"}
	if len(lost) > 1 {
		p.Message += ": " + titles(lost)
	}
	b.doubts.Add(p)
}

// planUnlikeBefore reports a plan that is further from what was paid or set aside than it ever
// was before: a part of one of the two may be missing.
func (b *posting) planUnlikeBefore(a *finance.Account) {
	usual, n, off := apartFromFunding(a, func(y *finance.YearTotals) finance.Amount { return y.Plan })
	if n < leastChanges || off < leastOffPlan || off < timesUnlike*usual {
		return
	}
	before := "was never further from it than " + percent(usual)
	if usual == 0 {
		before = "was the same"
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: a.Plan.Source(), About: "plan and funding",
		Message: fmt.Sprintf("%s was planned and %s paid or set aside: the plan is %s of it, and in the %d years before it %s",
			a.Plan.Exact(), a.Funding.Exact(), percent(float64(a.Plan.Money)/float64(a.Funding.Money)), n, before),
		Hint: "see whether the budget of a part of a ledger is missing or there twice, or funding that came in the year isn't in the table of funding"})
}

// leastOffPlan is from which part on a plan is unlike its funding.
const leastOffPlan = 0.02

// titles are the names of cost centres, of which the first three are listed.
func titles(centres []*ledger.Centre) string {
	var names []string
	for _, c := range centres[:min(len(centres), 3)] {
		names = append(names, c.Title())
	}
	if more := len(centres) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return strings.Join(names, ", ")
}

// sortedCentres are a ledger's cost centres in the order of their codes.
func sortedCentres(l *ledger.Result) (all []*ledger.Centre) {
	for _, code := range slices.Sorted(maps.Keys(l.Centres)) {
		all = append(all, l.Centres[code])
	}
	return all
}
