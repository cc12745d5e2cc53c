package account

import (
	"cmp"
	"fmt"
	"math"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// Accounts have the same lines where they have so many periods with the same amounts, of which so
// many differ, so much in all, in pence, and no amount of whole hundreds of pounds.
const (
	leastSame    = 4
	leastDiffer  = 3
	leastAlike   = 1_000_000
	roundAmounts = 10_000
)

// A print is what an account came to in each period, by which it is known again.
type print struct {
	periods [13]finance.Money
	n       int
	sum     finance.Money
}

// printOf is the print of an account; ok is false where it has too few amounts, or such as two
// accounts may well have both: round ones, the same over and over, or so much a day.
func printOf(a *ledger.AccountLines) (k print, ok bool) {
	differ := map[finance.Money]bool{}
	for i := range a.Periods {
		p := &a.Periods[i]
		if p.Month == 0 || p.Amount == 0 {
			continue
		}
		if p.Amount%roundAmounts == 0 {
			return k, false
		}
		k.periods[p.Month-1] = p.Amount
		k.n++
		k.sum += p.Amount
		differ[p.Amount] = true
	}
	return k, k.n >= leastSame && len(differ) >= leastDiffer && k.sum.Magnitude() >= leastAlike && !k.daily()
}

// daysIn are the days of the months from April on.
var daysIn = [...]float64{30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31}

// daily reports whether the amounts are so much for each day of their month, or of the months
// since the one before.
func (k *print) daily() bool {
	low, high, days := math.Inf(1), 0.0, 0.0
	for m, amount := range k.periods[:12] {
		days += daysIn[m]
		if amount == 0 {
			continue
		}
		rate := math.Abs(float64(amount)) / days
		low, high, days = min(low, rate), max(high, rate), 0
	}
	return high <= low*1.002
}

// reportAccountsTwice reports two accounts of a cost centre with the same amounts in the same
// periods, as where rows were entered again under another code.
func (b *posting) reportAccountsTwice() {
	type key struct {
		centre *ledger.Centre
		print
	}
	for _, l := range b.ledgers {
		if l.Ledger.Kind != finance.Actual {
			continue
		}
		seen := map[key]*ledger.AccountLines{}
		for _, a := range followed(l) {
			k, ok := printOf(a)
			if !ok {
				continue
			}
			of := seen[key{a.Centre, k}]
			if of == nil {
				seen[key{a.Centre, k}] = a
				continue
			}
			b.accountTwice(l, of, a, k)
		}
	}
}

func (b *posting) accountTwice(l *ledger.Result, of, a *ledger.AccountLines, k print) {
	plans := ""
	if planOf(of) == planOf(a) && planOf(a) != 0 {
		plans = " and plans"
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeMayRepeat, Position: l.At(&a.Periods[0]), About: ledgerOf(l) + " " + a.Centre.Code + " " + a.Code,
		Message: fmt.Sprintf("the accounts %s and %s of the cost centre %s have the same amounts%s in each of %d periods, %s in all: the same money seems to count twice",
			of.Title(), a.Title(), a.Centre.Title(), plans, k.n, k.sum.Exact()),
		Hint:    "see whether rows were entered again under another code; exclude one of the two",
		Related: []source.Related{{Position: l.At(&of.Periods[0]), Message: "the first line of " + cmp.Or(of.Code, of.Name)}}})
}

// planOf is what was planned for an account.
func planOf(a *ledger.AccountLines) (plan finance.Money) {
	for i := range a.Periods {
		plan += a.Periods[i].Plan
	}
	return plan
}

// reportAccountsInBoth reports accounts of a cost centre that two ledgers have with the same
// codes and the same amounts in the same periods. Ledgers that are alike, and cost centres that
// are in both with all their lines, are told for themselves.
func (b *posting) reportAccountsInBoth() {
	for j, later := range b.ledgers {
		for _, first := range b.ledgers[:j] {
			if later.Ledger.Kind != finance.Actual || first.Ledger.Kind != finance.Actual || later.Ledger.Year != first.Ledger.Year || sameTable(first.Spec, later.Spec) {
				continue
			}
			b.accountsInBoth(first, later)
		}
	}
}

func (b *posting) accountsInBoth(first, later *ledger.Result) {
	type codes struct{ centre, account string }
	of := func(a *ledger.AccountLines) codes { return codes{celltext.Code(a.Centre.Code), celltext.Code(a.Code)} }
	known := map[codes]*ledger.AccountLines{}
	for _, a := range followed(first) {
		known[of(a)] = a
	}
	var both, others []*ledger.AccountLines
	all := followed(later)
	for _, a := range all {
		o := known[of(a)]
		if o == nil || a.Centre.SameLines(o.Centre) {
			continue
		}
		k, ok := printOf(a)
		if ko, also := printOf(o); ok && also && k == ko {
			both, others = append(both, a), append(others, o)
		}
	}
	if len(both) == 0 || len(both)*10 >= len(all)*9 {
		return
	}
	sum := finance.Money(0)
	for _, a := range both {
		k, _ := printOf(a)
		sum += k.sum
	}
	k, _ := printOf(both[0])
	which := accountOf(both[0])
	if more := len(both) - 1; more > 0 {
		which += " and " + wording.Count(more, "more", "more")
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeMayRepeat, Position: later.At(&both[0].Periods[0]), About: later.Spec.File + " " + both[0].Centre.Code + " " + both[0].Code,
		Message: fmt.Sprintf("%s %s in the ledgers %s and %s with the same codes and amounts, in each of %d periods, %s in all: the same money seems to count twice",
			which, wording.Form(len(both), "is", "are"), first.Spec.File, later.Spec.File, k.n, sum.Exact()),
		Hint:    "take the lines out of the ledger of the partner that didn't spend them",
		Related: []source.Related{{Position: first.At(&others[0].Periods[0]), Message: "the first of its lines in the other ledger"}}})
}

// reportToDate reports an account whose amounts grow in each period by about what was planned
// for it, where the plan is the same in each: they go back to April.
func (b *posting) reportToDate(l *ledger.Result, all []*ledger.AccountLines) {
	for _, a := range all {
		periods, ok := inMonths(a)
		if !ok || b.isOff(a.Centre) || !toDate(periods) {
			continue
		}
		sum, plan := finance.Money(0), finance.Money(0)
		for _, p := range periods {
			sum, plan = sum+p.Amount, plan+p.Plan
		}
		first, last := periods[0], periods[len(periods)-1]
		b.doubts.Add(&source.Problem{Code: finance.CodeMayRepeat, Position: l.At(first), About: ledgerOf(l) + " to date " + a.Centre.Code + " " + a.Code,
			Message: fmt.Sprintf("the amounts of %s grow in each period by about what was planned for it, from %s to %s: they seem to go back to April, and their sum, %s where %s was planned, counts the first months again",
				accountOf(a), first.Amount.Exact(), last.Amount.Exact(), sum.Exact(), plan.Exact()),
			Hint:    "have the amounts of each period exported",
			Related: []source.Related{{Position: l.At(last), Message: last.Amount.Exact() + " in " + monthOf(last.Month)}}})
		b.setOff(l, a.Centre)
	}
}

// toDate reports whether the amounts of some periods go back to the first of them: each is what
// the one before was and about its own plan, which is the same in each, and what they grow by is
// near what it is on the average. A service that grows begins with less.
func toDate(periods []*ledger.PeriodLines) bool {
	if len(periods) < leastSteps {
		return false
	}
	plans := [2]finance.Money{periods[0].Plan, periods[0].Plan}
	before, last := finance.Money(0), periods[len(periods)-1].Amount
	sign := finance.Money(1)
	if plans[0] < 0 {
		sign = -1
	}
	for _, p := range periods {
		plans = [2]finance.Money{min(plans[0], p.Plan), max(plans[1], p.Plan)}
		if p.Lines != 1 || p.Plan*sign < leastTyped {
			return false
		}
		step, mean := float64(p.Amount-before), float64(last)/float64(len(periods))
		if part := step / float64(p.Plan); part < 0.6 || part > 1.6 || apartBy(step, mean) > nearLine {
			return false
		}
		before = p.Amount
	}
	return closeTogether(plans, 1.1)
}
