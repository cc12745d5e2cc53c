package account

import (
	"fmt"
	"strings"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/source"
	"apr/internal/wording"
)

// An account whose income lost its minus sign has lines planned below nought that stand about as
// far above it: from half of the plan to twice it. A line of which a month beside it has so many
// times its plan was put right there. Whole accounts are told where so many others of the
// ledger, and four times as many, are below nought as they were planned.
const (
	turnedPart       = 2
	putRightFrom     = 1.6
	leastIncome      = 3
	fewTurnedOfThose = 4
)

// turnedAccount is an account with lines that seem to have lost their minus sign.
type turnedAccount struct {
	of           *ledger.AccountLines
	first        *ledger.PeriodLines
	lines        int
	amount, plan finance.Money
	rest         int // lines below nought as they were planned
}

// reportTurnedAccounts reports income of single accounts that counts as spend, in a ledger whose
// other income is below nought. What is told of the cost centre isn't told again.
func (b *posting) reportTurnedAccounts(l *ledger.Result, all []*ledger.AccountLines) {
	var found []turnedAccount
	below := 0
	for _, a := range all {
		t, income := turnedIn(a)
		switch {
		case t.lines > 0:
			found = append(found, t)
		case income >= leastIncome:
			below++
		}
	}
	if len(found) > 2 && len(found)*fewTurnedOfThose > below {
		return // what is below nought means something else in this plan
	}
	for i := range found {
		t := &found[i]
		if b.isOff(t.of.Centre) || t.amount < leastPlanned || t.rest < leastIncome && (t.rest > 0 || t.lines < 2 || below < leastIncome) {
			continue
		}
		b.turnedAccount(l, t)
		b.setOff(l, t.of.Centre)
	}
}

// turnedIn are the lines of an account that seem to have lost their minus sign, if any, and how
// many are below nought as they were planned. Money that goes to a reserve or comes from it may
// do either.
func turnedIn(a *ledger.AccountLines) (t turnedAccount, income int) {
	periods, ok := inMonths(a)
	if !ok || strings.Contains(strings.ToLower(a.Name), "reserve") {
		return t, 0
	}
	t.of = a
	for i, p := range periods {
		switch {
		case p.Plan < 0 && p.Amount < 0:
			income++
		case p.Plan > 0, p.Plan == 0 && p.Amount > 0:
			return turnedAccount{}, 0 // an account of both
		case p.Plan < 0 && p.Amount > 0:
			part := -float64(p.Amount) / float64(p.Plan)
			if p.Lines != 1 || p.Planned != 1 || part > turnedPart || part < 1./turnedPart || putRight(periods, i) {
				return turnedAccount{}, 0 // paid back
			}
			if t.lines++; t.lines == 1 {
				t.first = p
			}
			t.amount, t.plan = t.amount+p.Amount, t.plan+p.Plan
		}
	}
	if t.rest = income; t.lines == 1 && t.first.Month == 1 {
		return turnedAccount{}, income // what was expected of the year before is taken back in April
	}
	return t, income
}

// putRight reports whether a month beside a period has so much more income than was planned that
// it makes up for it.
func putRight(periods []*ledger.PeriodLines, i int) bool {
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(periods) && periods[k].Plan < 0 && float64(periods[k].Amount)/float64(periods[k].Plan) >= putRightFrom {
			return true
		}
	}
	return false
}

func (b *posting) turnedAccount(l *ledger.Result, t *turnedAccount) {
	others := fmt.Sprintf("%s of the account %s below nought", wording.Count(t.rest, "other line"), wording.Form(t.rest, "is", "are"))
	if t.rest == 0 {
		others = "the income of other accounts is below nought"
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: l.At(t.first), About: ledgerOf(l) + " income of " + t.of.Centre.Code + " " + t.of.Code, Likely: true,
		Message: fmt.Sprintf("%s of %s, %s in all, %s planned at %s, below nought, and %s: income that counts as spend",
			wording.Count(t.lines, "line"), accountOf(t.of), t.amount.Exact(), wording.Form(t.lines, "was", "were"), t.plan.Exact(), others),
		Hint: "see whether the minus signs of income were lost; what was paid back may stand as it is"})
}
