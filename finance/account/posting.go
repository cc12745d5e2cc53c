package account

import (
	"fmt"
	"slices"
	"strings"

	"apr/finance"
	"apr/finance/classify"
	"apr/finance/ledger"
	"apr/internal/period"
	"apr/internal/source"
)

// posting keeps the figures of all ledgers while the account is made of them.
type posting struct {
	spec     *finance.Spec
	rules    *classify.Rules
	ledgers  []*ledger.Result
	history  *HistoryRead
	sums     *sums
	problems *source.Problems
	doubts   source.Problems
	off      []offCentre // cost centres that were reported by themselves
	// planLost are the cost centres that have lost their plan.
	planLost []offCentre
	// moved are the findings about money that passes between partners; nil before they are
	// looked for.
	moved    []*source.Problem
	mistaken map[*finance.Rule]bool // rules whose code was taken for a number
	// missing are the partners that don't give what others do.
	missing map[Key][]*ledger.Result
	// former are the localities and care groups that only the history knows.
	former map[Dimension][]string
}

// amountOf and plannedOf pick what a ledger gives for a measure.
func amountOf(t *ledger.Tally) ledger.Sum  { return t.Amount }
func plannedOf(t *ledger.Tally) ledger.Sum { return t.Plan }

// post adds up all ledgers, year by year.
func (b *posting) post() {
	for _, year := range b.spec.Window() {
		b.postMeasure(SpendMeasure, year, b.ledgersOf(year, finance.Actual), nil)
		fromLedgers, fromColumns := b.plans(year)
		b.postMeasure(PlanMeasure, year, fromLedgers, fromColumns)
		b.postMeasure(FundingMeasure, year, b.ledgersOf(year, finance.Funded), nil)
	}
}

// ledgersOf are the ledgers of a year and kind, in order of the specification.
func (b *posting) ledgersOf(year period.Year, kind finance.Kind) (list []*ledger.Result) {
	for _, l := range b.ledgers {
		if l.Ledger.Year == year && l.Ledger.Kind == kind {
			list = append(list, l)
		}
	}
	return list
}

// plans are the ledgers that give planned spend: plan ledgers, and ledgers of
// spend that have a plan column. Where one partner has both, they must agree,
// and the plan ledger, which is likely to say more, is the one that counts.
func (b *posting) plans(year period.Year) (fromLedgers, fromColumns []*ledger.Result) {
	fromLedgers = b.ledgersOf(year, finance.Plan)
	both := map[string]bool{}
	for _, l := range fromLedgers {
		both[l.Spec.Partner] = true
	}
	columns := map[string][]*ledger.Result{}
	for _, l := range b.ledgersOf(year, finance.Actual) {
		if l.Ledger.PlanTotal == nil {
			continue
		}
		if !both[l.Spec.Partner] {
			fromColumns = append(fromColumns, l)
			continue
		}
		columns[l.Spec.Partner] = append(columns[l.Spec.Partner], l)
	}
	for i, l := range fromLedgers {
		partner := l.Spec.Partner
		if samePartner := func(o *ledger.Result) bool { return o.Spec.Partner == partner }; slices.IndexFunc(fromLedgers, samePartner) == i {
			b.comparePlans(year, partner, slices.DeleteFunc(slices.Clone(fromLedgers), func(o *ledger.Result) bool { return !samePartner(o) }), columns[partner])
		}
	}
	return fromLedgers, fromColumns
}

// comparePlans compares a partner's plan ledgers with its plan columns.
func (b *posting) comparePlans(year period.Year, partner string, ledgers, columns []*ledger.Result) {
	if len(columns) == 0 {
		return
	}
	var inLedgers, inColumns finance.Money
	for _, l := range ledgers {
		inLedgers += l.Ledger.Total
	}
	for _, l := range columns {
		inColumns += *l.Ledger.PlanTotal
	}
	if inLedgers == inColumns {
		return
	}
	b.problems.Add(&source.Problem{Code: finance.CodeConflictingFigure, Position: ledgers[0].Spec.Position,
		Message: fmt.Sprintf("the %s plan of %s is %s in its plan ledger %s and %s in the plan column of %s, a difference of %s; the plan ledger's is used",
			year, partner, inLedgers.Exact(), ledgers[0].Spec.File, inColumns.Exact(), columns[0].Spec.File, (inLedgers - inColumns).Exact()),
		Hint:    "leave out the one that isn't the annual financial statement, or correct the one that is wrong",
		Related: []source.Related{{Position: columns[0].Spec.Position, Message: "the ledger with the plan column is named here"}}})
}

// postMeasure adds up one measure of one year.
func (b *posting) postMeasure(m Measure, year period.Year, ledgers, columns []*ledger.Result) {
	if len(ledgers)+len(columns) == 0 {
		return
	}
	for _, l := range ledgers {
		b.sums.post(m, year, l, amountOf)
	}
	for _, l := range columns {
		b.sums.post(m, year, l, plannedOf)
	}
	if m != FundingMeasure {
		b.sums.share(m, year, b.spec.Apportions, b.rules.Localities)
		b.sums.knowNamed(m, year, &b.rules.Names)
	}
	if m == SpendMeasure {
		return
	}
	if missing := b.withoutPlan(year, slices.Concat(ledgers, columns)); len(missing) > 0 {
		b.missing[Key{m, year, ByTotal, ""}] = missing
		b.sums.forget(m, year, ByPartner, byPartnerService)
	}
}

// withoutPlan are the first ledgers of partners that spend in the year and
// aren't among those given, although others are. A plan that isn't a partner's
// but, say, the joint board's own is taken to be of all of them.
func (b *posting) withoutPlan(year period.Year, given []*ledger.Result) (missing []*ledger.Result) {
	partners := func(ls []*ledger.Result) map[string]bool {
		set := map[string]bool{}
		for _, l := range ls {
			set[l.Spec.Partner] = true
		}
		return set
	}
	spenders := b.ledgersOf(year, finance.Actual)
	has, spends := partners(given), partners(spenders)
	for p := range has {
		if !spends[p] {
			return nil
		}
	}
	for _, l := range spenders {
		if !has[l.Spec.Partner] {
			has[l.Spec.Partner] = true
			missing = append(missing, l)
		}
	}
	return missing
}

// reportIncomplete reports totals that can't be made because some partners'
// part is missing, and that the history doesn't give either.
func (b *posting) reportIncomplete() {
	for _, year := range b.spec.Window() {
		for _, m := range []Measure{PlanMeasure, FundingMeasure} {
			k := Key{m, year, ByTotal, ""}
			missing := b.missing[k]
			if len(missing) == 0 || b.sums.get(k).Known {
				continue
			}
			code, what := finance.CodeIncompletePlan, "planned spend"
			if m == FundingMeasure {
				code, what = finance.CodeIncompleteFunding, "funding"
			}
			var names []string
			for _, l := range missing {
				names = append(names, l.Spec.Partner)
			}
			b.problems.Add(&source.Problem{Code: code, Position: missing[0].Spec.Position,
				Message: fmt.Sprintf("the %s of %s isn't known: the inputs give other partners' but not that of %s", what, year, strings.Join(names, " and ")),
				Hint:    fmt.Sprintf("add a ledger of kind %s for each partner, or the total to the history table", m)})
		}
	}
}
