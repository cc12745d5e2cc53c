package account

import (
	"fmt"
	"slices"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/wording"
)

// leastPlannedAbove is how many accounts or cost centres a ledger of a plan has above nought, where
// one that is below it seems to have a minus by a slip.
const leastPlannedAbove = 10

// lessSpending is what lowers a plan by right, beside savings and income.
var lessSpending = lazyregexp.Lazy(`(?i)\b(?:less|deduct\w*|reduc\w*|discounts?|rebates?|offsets?|slippage|underspends?|transfers?|charges?|charging|client|funding|funded|allocations?|contingent|adjust\w*|corrections?|recovery|refunds?|credits?|clawback|loans?|repayments?|share)\b`)

// reportPlanLedgers reports the one account of a ledger of a plan that is below nought, where nothing
// says that it is income, or saves: what was planned is too small by twice as much.
func (b *posting) reportPlanLedgers() {
	for _, l := range b.ledgers {
		if l.Ledger.Kind != finance.Plan || l.Ledger.Total <= 0 {
			continue
		}
		if all := followed(l); len(all) > 0 {
			b.accountBelow(l, all)
		} else {
			b.centreBelow(l)
		}
	}
}

// accountBelow reports the account of a ledger of a plan that alone is below nought.
func (b *posting) accountBelow(l *ledger.Result, all []*ledger.AccountLines) {
	var below *ledger.AccountLines
	above := 0
	for _, a := range all {
		switch amount, _ := amountsOf(a); {
		case amount > 0 && !slices.ContainsFunc(a.Periods, func(p ledger.PeriodLines) bool { return p.Amount < 0 }):
			above++
		case amount == 0:
		case amount > 0 || below != nil:
			return
		default:
			below = a
		}
	}
	if below == nil || above < leastPlannedAbove || b.spentBelow(l, below.Centre) {
		return
	}
	amount, _ := amountsOf(below)
	at := &below.Periods[slices.IndexFunc(below.Periods, func(p ledger.PeriodLines) bool { return p.Amount < 0 })]
	b.planBelow(l, below.Centre, below.Name, accountOf(below), amount, l.At(at), wording.Count(above, "other account"))
}

// centreBelow is accountBelow for a ledger without accounts.
func (b *posting) centreBelow(l *ledger.Result) {
	var below *ledger.Centre
	above := 0
	for _, c := range sortedCentres(l) {
		switch {
		case c.Down == 0:
			if c.Up > 0 {
				above++
			}
		case c.Up > 0 || below != nil:
			return
		default:
			below = c
		}
	}
	if below == nil || above < leastPlannedAbove || b.spentBelow(l, below) {
		return
	}
	b.planBelow(l, below, "", "the cost centre "+below.Title(), below.Amount, below.Position, wording.Count(above, "other cost centre"))
}

// spentBelow reports whether a cost centre is below nought in one of the partner's ledgers of spend:
// what was planned there may be, too.
func (b *posting) spentBelow(l *ledger.Result, c *ledger.Centre) bool {
	for _, o := range b.ledgers {
		if o.Ledger.Kind != finance.Actual || !sameText(o.Spec.Partner, l.Spec.Partner) {
			continue
		}
		for _, spent := range o.Centres {
			if spent.Amount < 0 && sameText(spent.Code, c.Code) {
				return true
			}
		}
	}
	return false
}

func (b *posting) planBelow(l *ledger.Result, c *ledger.Centre, account, name string, amount finance.Money, at source.Position, others string) {
	if amount.Magnitude() < leastPlanned || c.Class.Exclude != "" {
		return
	}
	for _, said := range []string{c.Name, account} {
		if eitherWay().MatchString(said) || namedIncome().MatchString(said) || lessSpending().MatchString(said) {
			return
		}
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: at, About: ledgerOf(l) + " planned for " + c.Code, Likely: true,
		Message: fmt.Sprintf("%s is planned at %s, below nought, and %s of the ledger %s are above it: with a minus sign that doesn't belong there the planned spending is %s too small",
			name, amount.Exact(), others, l.Spec.File, (-2 * amount).Exact()),
		Hint: "see whether the minus sign is a slip; what is income or saves says so in its name"})
}
