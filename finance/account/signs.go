package account

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/wording"
)

// reportTurned reports ledgers that come to less than nothing: their signs are turned
// round, or income is among what was spent. It returns whether there was one for sure, in
// which case all that the account adds up to is wrong. A file of income alone, next to
// others of its partner, is below nought by right.
func (b *posting) reportTurned() (sure bool) {
	type whose struct {
		partner string
		kind    finance.Kind
		year    period.Year
	}
	totals := map[whose]finance.Money{}
	of := func(l *ledger.Result) whose { return whose{l.Spec.Partner, l.Ledger.Kind, l.Ledger.Year} }
	for _, l := range b.ledgers {
		totals[of(l)] += l.Ledger.Total
	}
	for _, l := range b.ledgers {
		total, plan := l.Ledger.Total, l.Ledger.PlanTotal
		what := "amounts"
		switch {
		case total < 0:
		case plan != nil && *plan < 0 && total > 0:
			total, what = *plan, "plan"
		default:
			continue
		}
		p := &source.Problem{Code: finance.CodeBelowNought, Position: l.Spec.Position, About: l.Spec.File, Likely: true,
			Message: fmt.Sprintf("the %s of the ledger %s come to %s, below nought%s", what, l.Spec.File, total.Exact(), manyBelow(l, what)),
			Hint:    turnHint(l)}
		if what == "plan" {
			p.Message = fmt.Sprintf("the plan of the ledger %s comes to %s, below nought, and its amounts to %s", l.Spec.File, total.Exact(), l.Ledger.Total.Exact())
		}
		if what == "amounts" && totals[of(l)] > 0 && (plan == nil || *plan <= 0) {
			p.Code, p.Likely = finance.CodeImplausible, false
			p.Hint = "see whether it holds income alone; if not, " + p.Hint
		} else {
			sure = true
		}
		b.doubts.Add(p)
	}
	return sure
}

// cumulative reports whether a ledger's amounts go back to April in each period for sure.
func (b *posting) cumulative() bool {
	return slices.ContainsFunc(b.ledgers, func(l *ledger.Result) bool {
		return slices.ContainsFunc(l.Soft.List(), func(p *source.Problem) bool { return p.Code == finance.CodeCumulative })
	})
}

// grows reports whether nearly all amounts of a ledger only grow from period to period, which
// is told of it: what else is odd about them follows from that.
func (b *posting) grows() bool {
	return slices.ContainsFunc(b.ledgers, func(l *ledger.Result) bool { return l.Grows && l.Ledger.Kind == finance.Actual })
}

// manyBelow says how many cost centres are below nought, where nearly all are.
func manyBelow(l *ledger.Result, what string) string {
	below := 0
	for _, c := range l.Centres {
		if c.Amount < 0 {
			below++
		}
	}
	if n := len(l.Centres); what == "amounts" && n > 1 && below*10 >= n*9 {
		return fmt.Sprintf(" (%d of %d cost centres are): their signs seem to be turned round", below, n)
	}
	return ""
}

// turnHint says what to do about a ledger whose signs are turned round.
func turnHint(l *ledger.Result) string {
	debit, credit := l.Spec.Columns[finance.DebitColumn], l.Spec.Columns[finance.CreditColumn]
	if debit != "" && credit != "" {
		return fmt.Sprintf("see whether debit and credit are mapped the wrong way round: debit is read from %q and credit from %q", debit, credit)
	}
	if l.Spec.Columns[finance.SideColumn] != "" {
		return "see what the column of debit and credit means by its signs, and export the ledger with what was spent above nought"
	}
	return "export the ledger with what was spent above nought and income below"
}

// reportCentres reports cost centres whose amounts have another sign or another unit than
// their plan. A cost centre of income is planned below nought too; one that took in a
// little more than it spent, or spent little of its plan, is none.
func (b *posting) reportCentres() {
	for _, l := range b.ledgers {
		for _, code := range slices.Sorted(maps.Keys(l.Centres)) {
			c := l.Centres[code]
			if l.Ledger.Kind != finance.Actual || c.Class.Exclude != "" {
				continue
			}
			turned := b.turnedIncome(l, c)
			if flipped := b.flippedLines(l, c); turned || flipped || b.slippedLines(l, c) || b.againstCentrePlan(l, c) {
				b.setOff(l, c)
			}
		}
	}
}

// Cost centres are looked at whose plan or spend is so much, in pence, in so many lines.
// Turned amounts are from a third of the plan to three times it.
const (
	leastPlanned = 1_000_000
	leastLines   = 3
	turnedFrom   = 3
)

func (b *posting) againstCentrePlan(l *ledger.Result, c *ledger.Centre) bool {
	if c.PlanDown || c.Plan <= 0 || max(c.Plan, c.Amount) < leastPlanned || c.Planned < leastLines || c.Up+c.Down < leastLines {
		return false
	}
	part := float64(c.Amount) / float64(c.Plan)
	if c.Up != 0 || -part < 1./turnedFrom || -part > turnedFrom {
		return b.centreIsOff(l, c)
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: c.Position, About: cmp.Or(l.Spec.Partner, l.Spec.File) + " " + c.Code, Likely: true,
		Message: fmt.Sprintf("the spend on the cost centre %s is %s, below nought in each line, and %s was planned for %s", c.Title(), c.Amount.Exact(), c.Plan.Exact(), l.Ledger.Year),
		Hint:    "see whether its signs are turned round"})
	return true
}

// turnedIncome reports lines that were planned below nought, as income is, and whose amounts
// are above it: added up, the income counts as spend.
func (b *posting) turnedIncome(l *ledger.Result, c *ledger.Centre) bool {
	t := c.Turned
	if t == nil || b.isOff(c) || t.Lines < 2 || t.Lines <= int(c.Income) || t.Amount < leastPlanned {
		return false
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: t.First, About: cmp.Or(l.Spec.Partner, l.Spec.File) + " income of " + c.Code, Likely: true,
		Message: fmt.Sprintf("%s of the cost centre %s, %s in all, were planned at %s, below nought: income that counts as spend", wording.Count(t.Lines, "line"), c.Title(), t.Amount.Exact(), t.Plan.Exact()),
		Hint:    "see whether the signs of income are turned round in the column of what was spent"})
	return true
}

// flippedLines reports a few lines that are about as far below nought as was planned above it.
func (b *posting) flippedLines(l *ledger.Result, c *ledger.Centre) bool {
	t := c.Flipped
	if t == nil || 4*t.Lines > c.Up+c.Down || -t.Amount < leastPlanned {
		return false
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: t.First, About: cmp.Or(l.Spec.Partner, l.Spec.File) + " signs of " + c.Code, Likely: true,
		Message: fmt.Sprintf("%s of the cost centre %s, %s in all, %s below nought, and %s was planned for %s: the sign seems to be turned round",
			wording.Count(t.Lines, "line"), c.Title(), t.Amount.Exact(), wording.Form(t.Lines, "is", "are"), t.Plan.Exact(), wording.Form(t.Lines, "it", "them")),
		Hint: "see whether it is a credit, and else write it without the minus"})
	return true
}
