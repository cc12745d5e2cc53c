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
		var lost, few []*ledger.Centre
		planned, scattered := 0, 0
		for _, c := range sortedCentres(l) {
			planned += c.Planned
			switch {
			case c.Unplanned == nil || l.Separate && c.Planned > 0 || c.Class.Exclude != "":
			case c.Unplanned.Lines >= leastLines && c.Unplanned.Lines*partUnplanned >= c.Up+c.Down &&
				c.Unplanned.Amount >= leastPlanned && c.Unplanned.Amount*moneyUnplanned >= l.Ledger.Total:
				lost = append(lost, c)
			default:
				scattered += c.Unplanned.Lines
				few = append(few, c)
			}
		}
		if len(lost) > 0 && len(few) <= len(lost) && planned >= leastPlannedLines {
			b.unplanned(l, lost, planned)
		}
		if len(lost) == 0 && scattered <= fewUnplanned && planned >= manyWithPlan && !l.Separate {
			b.fewUnplanned(l, few, planned)
		}
	}
}

// So few lines without a plan, among so many with one, are told where they are much money.
const fewUnplanned, manyWithPlan = 2, 50

// fewUnplanned reports the few lines of a ledger that have an empty cell for what was planned.
func (b *posting) fewUnplanned(l *ledger.Result, centres []*ledger.Centre, planned int) {
	for _, c := range centres {
		u := c.Unplanned
		if u.Amount < leastPlanned {
			continue
		}
		b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: u.First, About: ledgerOf(l) + " plan of " + c.Code,
			Message: fmt.Sprintf("%s of the cost centre %s, %s in all, %s an empty cell for what was planned, and %s of the ledger %s have a plan: it counts as nothing planned",
				wording.Count(u.Lines, "line"), c.Title(), u.Amount.Exact(), wording.Form(u.Lines, "has", "have"), wording.Count(planned, "other line"), l.Spec.File),
			Hint: "ask the partner whether the budget is missing; where nothing was planned, write 0.00"})
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
	least := leastOffPlan
	if usual == 0 {
		least = leastOffEqual
	}
	if n < leastChanges || off < least || off < timesUnlike*usual {
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

// leastOffPlan is from which part on a plan is unlike its funding, and leastOffEqual where the two
// were the same to the penny in each of the years before.
const leastOffPlan, leastOffEqual = 0.02, 0.01

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
