package finance

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/period"
	"apr/internal/source"
)

// books keeps the figures of all ledgers while the account is made of them.
type books struct {
	spec     *Spec
	rules    *Rules
	ledgers  []*ledgerRead
	history  *historyRead
	figures  *figures
	problems *source.Problems
	// missing are the partners that don't give what others do.
	missing map[figureKey][]*ledgerRead
}

// amountOf and plannedOf pick what a ledger gives for a measure.
func amountOf(t *tally) sum  { return t.amount }
func plannedOf(t *tally) sum { return t.plan }

// post adds up all ledgers, year by year.
func (b *books) post() {
	for _, year := range b.spec.Window() {
		b.postMeasure(spendMeasure, year, b.ledgersOf(year, Actual), nil)
		fromLedgers, fromColumns := b.plans(year)
		b.postMeasure(planMeasure, year, fromLedgers, fromColumns)
		b.postMeasure(fundingMeasure, year, b.ledgersOf(year, Funded), nil)
	}
}

// ledgersOf are the ledgers of a year and kind, in order of the specification.
func (b *books) ledgersOf(year period.Year, kind Kind) (list []*ledgerRead) {
	for _, l := range b.ledgers {
		if l.ledger.Year == year && l.ledger.Kind == kind {
			list = append(list, l)
		}
	}
	return list
}

// plans are the ledgers that give planned spend: plan ledgers, and ledgers of
// spend that have a plan column. Where one partner has both, they must agree,
// and the plan ledger, which is likely to say more, is the one that counts.
func (b *books) plans(year period.Year) (fromLedgers, fromColumns []*ledgerRead) {
	fromLedgers = b.ledgersOf(year, Plan)
	both := map[string]bool{}
	for _, l := range fromLedgers {
		both[l.spec.Partner] = true
	}
	columns := map[string][]*ledgerRead{}
	for _, l := range b.ledgersOf(year, Actual) {
		if l.ledger.PlanTotal == nil {
			continue
		}
		if !both[l.spec.Partner] {
			fromColumns = append(fromColumns, l)
			continue
		}
		columns[l.spec.Partner] = append(columns[l.spec.Partner], l)
	}
	for i, l := range fromLedgers {
		partner := l.spec.Partner
		if samePartner := func(o *ledgerRead) bool { return o.spec.Partner == partner }; slices.IndexFunc(fromLedgers, samePartner) == i {
			b.comparePlans(year, partner, slices.DeleteFunc(slices.Clone(fromLedgers), func(o *ledgerRead) bool { return !samePartner(o) }), columns[partner])
		}
	}
	return fromLedgers, fromColumns
}

// comparePlans compares a partner's plan ledgers with its plan columns.
func (b *books) comparePlans(year period.Year, partner string, ledgers, columns []*ledgerRead) {
	if len(columns) == 0 {
		return
	}
	var inLedgers, inColumns Money
	for _, l := range ledgers {
		inLedgers += l.ledger.Total
	}
	for _, l := range columns {
		inColumns += *l.ledger.PlanTotal
	}
	if inLedgers == inColumns {
		return
	}
	b.problems.Add(&source.Problem{Code: CodeConflictingFigure, Position: ledgers[0].spec.Position,
		Message: fmt.Sprintf("the %s plan of %s is %s in its plan ledger %s and %s in the plan column of %s, a difference of %s; the plan ledger's is used",
			year, partner, inLedgers.Exact(), ledgers[0].spec.File, inColumns.Exact(), columns[0].spec.File, (inLedgers - inColumns).Exact()),
		Hint:    "leave out the one that isn't the annual financial statement, or mend the one that is wrong",
		Related: []source.Related{{Position: columns[0].spec.Position, Message: "the ledger with the plan column is named here"}}})
}

// postMeasure adds up one measure of one year.
func (b *books) postMeasure(m measure, year period.Year, ledgers, columns []*ledgerRead) {
	if len(ledgers)+len(columns) == 0 {
		return
	}
	for _, l := range ledgers {
		b.figures.post(m, year, l, amountOf)
	}
	for _, l := range columns {
		b.figures.post(m, year, l, plannedOf)
	}
	if m != fundingMeasure {
		b.figures.share(m, year, b.spec.Apportions, b.rules.localities)
		b.figures.knowNamed(m, year, &b.rules.names)
	}
	if m == spendMeasure {
		return
	}
	if missing := b.withoutPlan(year, slices.Concat(ledgers, columns)); len(missing) > 0 {
		b.missing[figureKey{m, year, byTotal, ""}] = missing
		b.figures.forget(m, year, byPartner, byPartnerService)
	}
}

// withoutPlan are the first ledgers of partners that spend in the year and
// aren't among those given, although others are. A plan that isn't a partner's
// but, say, the joint board's own is taken to be of all of them.
func (b *books) withoutPlan(year period.Year, given []*ledgerRead) (missing []*ledgerRead) {
	partners := func(ls []*ledgerRead) map[string]bool {
		set := map[string]bool{}
		for _, l := range ls {
			set[l.spec.Partner] = true
		}
		return set
	}
	spenders := b.ledgersOf(year, Actual)
	has, spends := partners(given), partners(spenders)
	for p := range has {
		if !spends[p] {
			return nil
		}
	}
	for _, l := range spenders {
		if !has[l.spec.Partner] {
			has[l.spec.Partner] = true
			missing = append(missing, l)
		}
	}
	return missing
}

// tellIncomplete tells of totals that can't be made because some partners'
// part is missing, and that the history doesn't give either.
func (b *books) tellIncomplete() {
	for _, year := range b.spec.Window() {
		for _, m := range []measure{planMeasure, fundingMeasure} {
			k := figureKey{m, year, byTotal, ""}
			missing := b.missing[k]
			if len(missing) == 0 || b.figures.get(k).Known {
				continue
			}
			code, what := CodeIncompletePlan, "planned spend"
			if m == fundingMeasure {
				code, what = CodeIncompleteFunding, "funding"
			}
			var names []string
			for _, l := range missing {
				names = append(names, l.spec.Partner)
			}
			b.problems.Add(&source.Problem{Code: code, Position: missing[0].spec.Position,
				Message: fmt.Sprintf("the %s of %s isn't known: the inputs give other partners' but not that of %s", what, year, strings.Join(names, " and ")),
				Hint:    fmt.Sprintf("add a ledger of kind %s for each partner, or the total to the history table", m)})
		}
	}
}
