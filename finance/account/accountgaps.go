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

// A period of an account is missing in a ledger of so many whole accounts or more, among which no
// more than one in gapsAmong has such a gap and one in fewUneven comes and goes. Amounts of less
// than leastTyped pence a period aren't looked at.
const (
	leastWhole = 10
	gapsAmong  = 40
)

// comesAndGoes is an account that isn't posted to in each period, by its name.
var comesAndGoes = lazyregexp.Lazy(`(?i)\b(?:once|one[- ]off|redundanc\w*|severance|legal|equipment|adaptations?|repairs?|grants?|training|travel|agency|overtime|bank|locum|temporary|recharges?|accruals?|adjust\w*|insurance|rates|audit|bonus|arrears|backdated|back[- ]pay|projects?|capital|depreciation|in advance|prepa(?:id|yments?)|subscriptions?)\b`)

// A gappedAccount is an account that lacks one of the periods.
type gappedAccount struct {
	of     *ledger.AccountLines
	have   []*ledger.PeriodLines
	month  int
	atLast bool // the last period is missing
}

// reportAccountGaps reports accounts without a line in one month or quarter, which have one in
// each other, in a ledger in which nearly all accounts have one in all of them. An account that
// begins later lacks the first; one that ends earlier lacks the last. That, and any in a ledger
// without plans, whose lines may come when they come, is told where no other account has a gap.
func (b *posting) reportAccountGaps(l *ledger.Result, all []*ledger.AccountLines) {
	var steps []int
	for _, a := range all {
		for _, p := range a.Periods {
			if p.Month > 0 && p.Month <= 12 && !slices.Contains(steps, p.Month) {
				steps = append(steps, p.Month)
			}
		}
	}
	slices.Sort(steps)
	if len(steps) < leastSteps {
		return
	}
	whole, comes, parts := 0, 0, 0
	var gapped []gappedAccount
	for _, a := range all {
		periods, ok := inMonths(a)
		if ok = ok && large(periods); !ok {
			continue
		}
		missing := lacking(periods, steps)
		switch {
		case len(missing) == 0:
			whole++
		case len(missing) == 1 && missing[0] != steps[0]:
			gapped = append(gapped, gappedAccount{a, periods, missing[0], missing[0] == steps[len(steps)-1]})
		case together(missing, steps) && (missing[0] == steps[0] || missing[len(missing)-1] == steps[len(steps)-1]):
			parts++
		default:
			comes++
		}
	}
	if whole < leastWhole || comes*fewUneven > whole || len(gapped) > max(1, whole/gapsAmong) {
		return
	}
	for i := range gapped {
		g := &gapped[i]
		if (g.atLast || l.Ledger.PlanTotal == nil) && (parts > 0 || comes > 0 || len(gapped) > 1) || !g.steady(l) || b.elsewhere(l, g) {
			continue
		}
		b.accountGap(l, g, whole)
	}
}

// large reports whether each of some periods is of enough money, on the average.
func large(periods []*ledger.PeriodLines) bool {
	sum := finance.Money(0)
	for _, p := range periods {
		sum += p.Amount
	}
	return len(periods) > 0 && sum.Magnitude()/uint64(len(periods)) >= leastTyped
}

// lacking are the steps of which an account has no line with an amount.
func lacking(periods []*ledger.PeriodLines, steps []int) (missing []int) {
	for _, m := range steps {
		if !slices.ContainsFunc(periods, func(p *ledger.PeriodLines) bool { return p.Month == m && p.Lines > 0 }) {
			missing = append(missing, m)
		}
	}
	return missing
}

// steady reports whether an account has about the same plan in each of its periods, or, in a
// ledger without plans, about the same amounts, and its name says of neither it nor its cost
// centre that it comes and goes.
func (g *gappedAccount) steady(l *ledger.Result) bool {
	c := g.of.Centre
	if c.Months&(1<<g.month) == 0 || forAPart().MatchString(c.Name) || forAPart().MatchString(g.of.Name) || comesAndGoes().MatchString(g.of.Name) {
		return false
	}
	amounts, plans := [2]finance.Money{}, [2]finance.Money{}
	n := 0
	for _, p := range g.have {
		if p.Lines == 0 {
			continue
		}
		a, b := p.Amount, p.Plan
		if n++; n == 1 {
			amounts, plans = [2]finance.Money{a, a}, [2]finance.Money{b, b}
		}
		amounts = [2]finance.Money{min(amounts[0], a), max(amounts[1], a)}
		plans = [2]finance.Money{min(plans[0], b), max(plans[1], b)}
	}
	most := 1.2
	if l.Ledger.PlanTotal != nil {
		if most = 1.35; !closeTogether(plans, 1.02) {
			return false
		}
	}
	return closeTogether(amounts, most)
}

// closeTogether reports whether the least and the most of some amounts have one sign, and are no
// further apart than so many times.
func closeTogether(of [2]finance.Money, times float64) bool {
	low, high := float64(of[0]), float64(of[1])
	if high < 0 {
		low, high = -high, -low
	}
	return low > 0 && high <= low*times
}

// elsewhere reports whether another ledger of the partner has the period that an account lacks.
func (b *posting) elsewhere(l *ledger.Result, g *gappedAccount) bool {
	for _, o := range b.ledgers {
		if o == l || o.Ledger.Kind != finance.Actual || o.Ledger.Year != l.Ledger.Year || !sameText(o.Spec.Partner, l.Spec.Partner) {
			continue
		}
		if len(o.Accounts) == 0 || slices.ContainsFunc(o.Accounts, func(a *ledger.AccountLines) bool {
			return a.Centre != nil && sameText(a.Centre.Code, g.of.Centre.Code) && sameText(a.Code, g.of.Code) && a.In(g.month) != nil
		}) {
			return true
		}
	}
	return false
}

func (b *posting) accountGap(l *ledger.Result, g *gappedAccount, whole int) {
	before, behind := g.have[0], (*ledger.PeriodLines)(nil)
	sum, months := finance.Money(0), []int{}
	for _, p := range g.have {
		if p.Lines == 0 {
			continue
		}
		sum += p.Amount
		months = append(months, p.Month)
		if p.Month < g.month {
			before = p
		} else if behind == nil {
			behind = p
		}
	}
	none := "none"
	if a := g.of.In(g.month); a != nil && a.Planned > 0 {
		none = "only a plan"
	}
	p := &source.Problem{Code: finance.CodeMonthsMissing, Position: l.At(before), About: ledgerOf(l) + " " + g.of.Centre.Code + " " + g.of.Code + " " + monthOf(g.month),
		Message: fmt.Sprintf("%s has lines in %s, %s in all, and %s in %s, in which %s have some",
			accountOf(g.of), monthNames(months), sum.Exact(), none, monthOf(g.month), wording.Count(whole, "other account")),
		Hint: "see whether a row was left out of the export"}
	if behind != nil {
		p.Related = []source.Related{{Position: l.At(behind), Message: "the first line behind the gap"}}
	}
	b.doubts.Add(p)
}
