package account

import (
	"cmp"
	"math"
	"slices"

	"apr/finance"
	"apr/finance/ledger"
)

// reportAccounts reports what looks wrong with single accounts of cost centres, in ledgers
// whose other accounts show how they should look.
func (b *posting) reportAccounts() {
	b.reportAccountsTwice()
	b.reportAccountsInBoth()
	for _, l := range b.ledgers {
		if l.Ledger.Kind != finance.Actual || l.Grows {
			continue
		}
		all := followed(l)
		b.reportToDate(l, all)
		b.reportTurnedAccounts(l, all)
		b.reportIncomeAbove(l, all)
		b.reportOverwritten(l, all)
		b.reportRowsOff(l, all)
		b.reportMistyped(l, all)
		b.reportAccountGaps(l, all)
	}
}

// reportPlanSigns reports plans with the wrong sign, before their cost centres are looked at.
func (b *posting) reportPlanSigns() {
	for _, l := range b.ledgers {
		if l.Ledger.Kind == finance.Actual && l.Ledger.PlanTotal != nil {
			b.reportTurnedPlans(l, followed(l))
		}
	}
}

// followed are the accounts of a ledger whose lines count for the authority and have a code.
func followed(l *ledger.Result) (all []*ledger.AccountLines) {
	for _, a := range l.Accounts {
		if a.Class.Exclude == "" && a.Centre != nil && a.Centre.Code != "" && len(a.Periods) > 0 {
			all = append(all, a)
		}
	}
	return all
}

// isOff reports whether a cost centre was reported by itself.
func (b *posting) isOff(c *ledger.Centre) bool {
	return slices.ContainsFunc(b.off, func(o offCentre) bool { return o.Centre == c })
}

// setOff notes that a cost centre of a ledger was reported by itself.
func (b *posting) setOff(l *ledger.Result, c *ledger.Centre) {
	b.off = append(b.off, offCentre{l.Spec.Partner, c})
}

// inMonths are an account's periods of the year's twelve months, in their order; ok is false where
// the month of some isn't known.
func inMonths(a *ledger.AccountLines) (list []*ledger.PeriodLines, ok bool) {
	list = make([]*ledger.PeriodLines, 0, len(a.Periods))
	for i := range a.Periods {
		switch p := &a.Periods[i]; p.Month {
		case 0:
			return nil, false
		case ledger.Adjustments:
		default:
			list = append(list, p)
		}
	}
	slices.SortFunc(list, func(a, b *ledger.PeriodLines) int { return cmp.Compare(a.Month, b.Month) })
	return list, true
}

// accountOf is an account with its cost centre, as messages name the two.
func accountOf(a *ledger.AccountLines) string {
	title := a.Title()
	if title == "" {
		return "the cost centre " + a.Centre.Title()
	}
	return "the account " + title + " of the cost centre " + a.Centre.Title()
}

// median is the middle one of some amounts, which it sorts.
func median(all []float64) float64 {
	slices.Sort(all)
	n := len(all)
	return (all[(n-1)/2] + all[n/2]) / 2
}

// apartBy is how far two amounts above nought are from each other, as the logarithm of how many
// times one is the other.
func apartBy(a, b float64) float64 { return math.Abs(math.Log(a / b)) }
