package account

import (
	"fmt"
	"math"
	"strings"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// A line that was planned below nought and spent above it has one of the two signs by a slip.
// Its plan has, where the account's other periods are planned above nought, more of them, at
// least so many, and about as much; or where the account is planned above nought in so many
// other cost centres and below nought in none. A period with so many times the usual plan puts
// right what was planned anew.
const (
	leastOtherPlans = 2
	leastPeers      = 3
)

var (
	nearOtherPlans = math.Log(1.5)
	// nearSingle is how near an account's only line is to its plan with the other sign, where
	// no other cost centre has the account.
	nearSingle = math.Log(1.25)
)

// mostSingle is how many accounts of one line may have a plan and an amount of different signs
// for it to be a slip, in a ledger in which so many agree.
const (
	mostSingle    = 2
	leastAgreeing = 10
)

// eitherWay is what may be planned below nought and come out above it, and namedIncome what
// comes in: of the two signs that of the amount is wrong then.
var (
	eitherWay   = lazyregexp.Lazy(`(?i)\breserves?\b|\bsavings?\b|\bvacanc|\bturnover\b|\bvirement|\bbalances?\b|\befficienc|\b(?:budget|cash|cost|corporate) reductions?\b|\btargets?\b|\bunidentified\b|\buncommitted\b|\bunallocated\b|\bcontingenc`)
	namedIncome = lazyregexp.Lazy(`(?i)\bincome\b|\breceipts?\b|\bcontributions?\b|\bfees\b|\bgrants?\b|\brecover|\brecharg|\bsales\b|\brents\b|\breimburse`)
)

// peers are how many cost centres have an account above nought, in plan and amount, and below.
type peers struct{ above, below int }

// reportTurnedPlans reports lines whose plan has the wrong sign: the planned spending is too
// small by twice what it should be, and the overspend too large.
func (b *posting) reportTurnedPlans(l *ledger.Result, all []*ledger.AccountLines) {
	by, agreeing := map[string]peers{}, 0
	var single []*ledger.AccountLines
	for _, a := range all {
		p := by[celltext.Code(a.Code)]
		switch amount, plan := amountsOf(a); {
		case plan > 0 && amount > 0:
			p.above++
			agreeing++
		case plan < 0 && amount < 0:
			p.below++
			agreeing++
		}
		by[celltext.Code(a.Code)] = p
	}
	for _, a := range all {
		if eitherWay().MatchString(a.Name) || eitherWay().MatchString(a.Centre.Name) {
			continue
		}
		if t := planTurnedIn(a); t.lines > 0 {
			b.turnedPlan(l, &t, fmt.Sprintf("the account's other %s planned above nought", wording.Count(t.rest, "period is", "periods are")))
			continue
		}
		t, p := allTurned(a), by[celltext.Code(a.Code)]
		switch {
		case t.lines == 0 || namedIncome().MatchString(a.Name):
		case a.Code != "" && p.above >= leastPeers && p.below == 0:
			b.turnedPlan(l, &t, fmt.Sprintf("the account is planned above nought in %s", wording.Count(p.above, "other cost centre")))
		case p.below == 0 && len(a.Periods) == 1 && a.Periods[0].Month != 1 && apartBy(float64(t.amount), float64(-t.plan)) <= nearSingle:
			single = append(single, a)
		}
	}
	if len(single) > mostSingle || agreeing < leastAgreeing {
		return
	}
	for _, a := range single {
		t := allTurned(a)
		b.turnedPlan(l, &t, "in the ledger's other accounts the two have the same sign")
	}
}

// amountsOf are what an account came to and what was planned for it.
func amountsOf(a *ledger.AccountLines) (amount, plan finance.Money) {
	for i := range a.Periods {
		amount, plan = amount+a.Periods[i].Amount, plan+a.Periods[i].Plan
	}
	return amount, plan
}

// otherSign reports whether a period was planned below nought and spent above it, by about as much.
func otherSign(p *ledger.PeriodLines) bool {
	if p.Plan >= 0 || p.Amount <= 0 || p.Planned != 1 {
		return false
	}
	part := -float64(p.Amount) / float64(p.Plan)
	return part <= turnedPart && part >= 1./turnedPart
}

// allTurned are the lines of an account of which each was planned below nought and spent above it.
func allTurned(a *ledger.AccountLines) (t turnedAccount) {
	t.of = a
	for i := range a.Periods {
		p := &a.Periods[i]
		if !otherSign(p) {
			return turnedAccount{}
		}
		t.take(p)
	}
	return t
}

// take adds a period whose signs differ.
func (t *turnedAccount) take(p *ledger.PeriodLines) {
	if t.lines++; t.lines == 1 {
		t.first = p
	}
	t.amount, t.plan = t.amount+p.Amount, t.plan+p.Plan
}

// planTurnedIn are the periods of an account that were planned below nought and spent above it,
// where its others were planned above nought.
func planTurnedIn(a *ledger.AccountLines) (t turnedAccount) {
	periods, ok := inMonths(a)
	if !ok {
		return t
	}
	t.of = a
	var plans []float64
	for _, p := range periods {
		switch {
		case otherSign(p):
			t.take(p)
		case p.Plan < 0:
			return turnedAccount{}
		case p.Plan > 0:
			plans = append(plans, float64(p.Plan))
		}
	}
	if t.rest = len(plans); t.lines == 0 || t.rest < leastOtherPlans || t.rest <= t.lines {
		return turnedAccount{}
	}
	usual := median(plans)
	for _, p := range periods {
		if otherSign(p) && apartBy(float64(-p.Plan), usual) > nearOtherPlans || float64(p.Plan) >= putRightFrom*usual {
			return turnedAccount{}
		}
	}
	return t
}

func (b *posting) turnedPlan(l *ledger.Result, t *turnedAccount, others string) {
	if t.plan.Magnitude() < leastPlanned || b.isOff(t.of.Centre) {
		return
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: l.PlanAt(t.first), Likely: true,
		About: strings.TrimSpace(ledgerOf(l) + " plan of " + t.of.Centre.Code + " " + t.of.Code),
		Message: fmt.Sprintf("%s of %s %s planned at %s, below nought, and %s was spent; %s: with a minus sign that doesn't belong there the planned spending is %s too small",
			wording.Count(t.lines, "line"), accountOf(t.of), wording.Form(t.lines, "is", "are"), t.plan.Exact(), t.amount.Exact(), others, (-2 * t.plan).Exact()),
		Hint: "see whether the minus sign of the budget is a slip; if it is income, its amount has lost one"})
	b.setOff(l, t.of.Centre)
}
