package account

import (
	"cmp"
	"fmt"
	"math"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/lazyregexp"
	"apr/internal/number"
	"apr/internal/source"
	"apr/internal/wording"
)

// reportImplausible reports amounts that are far from those that they should be near.
func (b *posting) reportImplausible(a *finance.Account) {
	b.againstFunding(a)
	for _, of := range []struct {
		what          string
		lines, former []finance.Line
		parts         bool
	}{{"matters", a.Matters, nil, false}, {"key care groups", a.CareGroups, a.FormerCareGroups, true}, {"localities", a.Localities, a.FormerLocalities, true}, {"partners", a.Partners, nil, false}} {
		told := b.earlierYears(a, of.what, of.lines, of.former, of.parts)
		for i := range of.lines {
			l := &of.lines[i]
			if !b.explained(l, of.what) {
				b.againstPlan(a, l)
			}
			if !told[lineYear{l.ID, a.Year}] && !told[lineYear{l.ID, a.Year - 1}] {
				b.againstLastYear(a, l)
			}
		}
	}
	for i := range a.Services {
		b.belowNought(a, &a.Services[i])
	}
	b.planAsSpend(a)
	b.fundingUnlikeBefore(a)
	if b.fundingExchanged(a) != a.Year {
		b.planUnlikeBefore(a)
	}
	b.yearAgainstLast(a)
	b.yearsAgainstPlan(a)
	b.copiedYears(a)
	b.earlierPlanUnlikeFunding(a)
	b.amountsOfTheYearBefore(a)
	b.withoutSetAside(a)
	b.withoutControl(a)
	b.withoutActual(a)
	b.planColumnAsSpend()
}

// againstFunding compares the spend of the reporting year with what was paid or set aside,
// and that of each year before it.
func (b *posting) againstFunding(a *finance.Account) {
	b.funded(a.Spend, a.Funding, "spend and funding", "")
	for _, y := range a.Years {
		if y.Year < a.Year {
			b.funded(y.Spend, y.Funding, "spend and funding of "+y.Year.String(), " in "+y.Year.String())
		}
	}
}

// funded compares the spend of a year with its funding.
func (b *posting) funded(spend, funding finance.Amount, about, when string) {
	if !spend.Known || !funding.Known || spend.Money == 0 {
		return
	}
	if funding.Money <= 0 {
		if when != "" {
			b.implausible(funding, about, 0, "%s was spent%s and %s paid or set aside", spend.Exact(), when, funding.Exact())
		}
		return
	}
	part := float64(spend.Money) / float64(funding.Money)
	p := &source.Problem{Position: cmp.Or(funding.Source(), spend.Source()), About: about,
		Message: fmt.Sprintf("%s was spent%s and %s paid or set aside: spend is %s of it", spend.Exact(), when, funding.Exact(), percent(part)),
		Hint:    "see whether " + amiss(part) + ", and whether both are in pounds" + unitHint(part)}
	if when != "" {
		p.Hint = "correct the one that is wrong in the table of earlier years" + unitHint(part)
	}
	switch {
	case part > 2 || part < 0.5:
		p.Code, p.Likely = finance.CodeBeyondFunding, true
	case math.Abs(part-1) > b.spec.Limits.Funding():
		p.Code = finance.CodeImplausible
	default:
		return
	}
	b.doubts.Add(p)
}

// amiss says what may be there twice, or not at all.
func amiss(part float64) string {
	if part < 1 {
		return "a ledger or some of its months are missing, or part of the funding is there twice"
	}
	return "a ledger is there twice, or part of the funding isn't there"
}

// unitHint says what two amounts that differ so much are likely to be in.
func unitHint(part float64) string {
	part = max(part, 1/part)
	switch {
	case part > 500 && part < 2000:
		return "; one seems to be in thousands"
	case part > 50 && part < 200:
		return "; one seems to be in pence"
	case part > 500_000:
		return "; one seems to be in millions"
	}
	return ""
}

// percent is a part as a percentage; "1,376%" is exact enough.
func percent(part float64) string {
	p, decimals := 100*part, 0
	switch {
	case p < 10:
		decimals = 2
	case p < 1000:
		decimals = 1
	}
	return number.Format(p, decimals) + "%"
}

// againstPlan compares a line's spend with its plan.
func (b *posting) againstPlan(a *finance.Account, l *finance.Line) {
	if !l.Spend.Known || !l.Plan.Known || l.Plan.Money <= 0 {
		return
	}
	part := float64(l.Spend.Money) / float64(l.Plan.Money)
	if math.Abs(part-1) <= b.spec.Limits.Plan() {
		return
	}
	b.implausible(l.Spend, l.ID+" and its plan", 0, "the spend on %s is %s, %s of the %s planned for %s",
		lineName(l), l.Spend.Exact(), percent(part), l.Plan.Exact(), a.Year)
}

// belowNought reports a service that cost less than nothing and was planned to cost
// something: the signs of its lines may be reversed.
func (b *posting) belowNought(a *finance.Account, l *finance.Line) {
	if l.Spend.Known && l.Plan.Known && l.Spend.Money < 0 && l.Plan.Money > 0 {
		b.implausible(l.Spend, l.ID+" and its plan", 0, "the spend on %s is %s, below nought, and %s was planned for %s",
			lineName(l), l.Spend.Exact(), l.Plan.Exact(), a.Year)
	}
}

// planAsSpend reports an account in which each service cost what was planned to the
// penny: the column of the budget may have been read as the actual.
func (b *posting) planAsSpend(a *finance.Account) {
	same := 0
	for i := range a.Services {
		l := &a.Services[i]
		if !l.Spend.Known || !l.Plan.Known || l.Spend.Money != l.Plan.Money {
			return
		}
		if l.Spend.Money != 0 {
			same++
		}
	}
	if same < 3 {
		return
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: a.Spend.Source(), About: "spend and plan", Likely: true,
		Message: fmt.Sprintf("each of %d services cost what was planned for it to the penny, %s in all", same, a.Spend.Exact()),
		Hint:    "see whether amount and plan name the right columns of the ledgers"})
}

// againstLastYear compares a line's spend with last year's, and reports a line that was
// never zero and is now.
func (b *posting) againstLastYear(a *finance.Account, l *finance.Line) {
	last := l.In(a.Year - 1)
	if !l.Spend.Known || last == nil || !last.Spend.Known || last.Spend.Money <= 0 {
		return
	}
	if l.Spend.Money == 0 {
		b.implausible(last.Spend, l.ID+" and last year", 1, "nothing was spent on %s in %s, and %s in %s: it was never nothing before",
			lineName(l), a.Year, last.Spend.Exact(), last.Year)
		return
	}
	part := float64(l.Spend.Money) / float64(last.Spend.Money)
	if math.Abs(part-1) <= b.spec.Limits.LastYear() {
		b.unlikeBefore(a, l, last.Spend, part)
		return
	}
	b.implausible(l.Spend, l.ID+" and last year", part, "the spend on %s is %s in %s, %s of the %s of %s",
		lineName(l), l.Spend.Exact(), a.Year, percent(part), last.Spend.Exact(), last.Year)
}

// yearAgainstLast compares each year's total with that of the year before.
func (b *posting) yearAgainstLast(a *finance.Account) {
	for i := 1; i < len(a.Years); i++ {
		before, y := a.Years[i-1], a.Years[i]
		if !before.Spend.Known || !y.Spend.Known || before.Spend.Money <= 0 {
			continue
		}
		if part := float64(y.Spend.Money) / float64(before.Spend.Money); math.Abs(part-1) > b.spec.Limits.LastYear()/2 {
			b.implausible(y.Spend, y.Year.String()+" and the year before", part, "the spend of %s is %s, %s of the %s of %s",
				y.Year, y.Spend.Exact(), percent(part), before.Spend.Exact(), before.Year)
		}
	}
}

// implausible adds an amount that is so many times what it should be near. Where it
// is so far that its unit must be another, the finding is likely.
func (b *posting) implausible(at finance.Amount, about string, part float64, format string, args ...any) {
	far := part > 0 && (part > 20 || part < 0.05)
	hint := "see whether it is right, and say why in the narrative"
	if far {
		hint += unitHint(part)
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: at.Source(), About: about, Likely: far || part == 1,
		Message: fmt.Sprintf(format, args...), Hint: hint})
}

func lineName(l *finance.Line) string {
	if l.Name == "" || l.Name == l.ID {
		return l.ID
	}
	return l.Name + " (" + l.ID + ")"
}

// withoutSetAside says that nothing is set aside for hospital services.
func (b *posting) withoutSetAside(a *finance.Account) {
	if len(b.ledgers) == 0 || !a.Spend.Known || a.Spend.Money == 0 {
		return
	}
	for _, f := range a.Fundings {
		if f.ID == string(finance.SetAside) && (f.Spend.Money != 0 || f.Plan.Money != 0 || f.Funding.Money != 0) {
			return
		}
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: b.ledgers[0].Spec.Position, About: "set-aside",
		Message: "no amount is set aside: no line, plan or funding is of large hospitals",
		Hint:    "give the rules of the hospital services funding: set-aside, or the health board's set-aside ledger"})
}

// unreviewed says that a ledger's lines weren't held against each other, or that it has more
// cost centres than are looked at one by one.
func unreviewed(l *ledger.Result) string {
	switch {
	case l.Reviewed && l.Centres != nil:
		return ""
	case l.Reviewed:
		return "; it has so many cost centres that it wasn't looked whether one has another sign or unit than its plan"
	}
	return "; it is so large that it wasn't looked whether lines are there twice, or a cost centre has another sign or unit than its plan"
}

// withoutControl reports ledgers that are only half checked.
func (b *posting) withoutControl(a *finance.Account) {
	for i := range a.Ledgers {
		l := &a.Ledgers[i]
		if l.Kind != finance.Actual || l.Control != nil || l.Lines == 0 {
			continue
		}
		b.doubts.Add(&source.Problem{Code: finance.CodeNoControl, Position: l.Position, About: l.File,
			Message: fmt.Sprintf("the ledger %s (%s, %s) has no control total: that it is whole can't be checked%s", l.File, wording.Count(l.Lines, "line"), l.Total.Exact(), unreviewed(b.ledgers[i])),
			Hint:    "ask the partner for the total, and write it as control_total"})
	}
}

// Lines with a budget and an empty cell beside it are reported from so many on, if they
// are a tenth of the lines or a hundredth of the budget.
const enoughUnspent = 3

// withoutActual reports ledgers with many lines that have a budget and no actual: what is
// empty was counted as nothing, and may be missing.
func (b *posting) withoutActual(a *finance.Account) {
	for i := range a.Ledgers {
		l := &a.Ledgers[i]
		unspent, plan := b.unspent(i)
		if l.Kind != finance.Actual || unspent < enoughUnspent || l.PlanTotal == nil ||
			10*unspent < l.Lines && 100*plan.Magnitude() < l.PlanTotal.Magnitude() {
			continue
		}
		b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: l.Position, About: "empty actuals of " + l.File,
			Message: fmt.Sprintf("%s of the ledger %s (%s) have a budget, %s in all, and an empty cell for what was spent: they count as nothing spent",
				wording.Count(unspent, "line"), l.File, wording.Count(l.Lines, "line"), plan.Exact()),
			Hint: "ask the partner whether the amounts are missing, and have nought written as 0.00"})
	}
}

// unspent are a ledger's lines with a budget and no actual, and their budget. Where budgets
// and actuals are in lines of their own, they are those of cost centres without an actual.
func (b *posting) unspent(ledger int) (lines int, plan finance.Money) {
	l := b.ledgers[ledger]
	if !l.Separate || len(l.Centres) == 0 {
		return l.Ledger.Unspent, l.Ledger.UnspentPlan
	}
	for _, c := range l.Centres {
		if c.Up+c.Down == 0 {
			lines, plan = lines+c.Planned, plan+c.Plan
		}
	}
	return lines, plan
}

var (
	planHead   = lazyregexp.Lazy(`(?i)\b(?:budgets?|plan|planned|commitments?|encumbrances?|estimates?)\b`)
	actualHead = lazyregexp.Lazy(`(?i)\b(?:actuals?|spend|spent|expenditure|outturn|variance|total)\b`)
)

// planColumnAsSpend reports ledgers whose amounts are read from a column that is headed as
// a budget. A forecast is reported with what else the ledger says of itself.
func (b *posting) planColumnAsSpend() {
	for _, l := range b.ledgers {
		head := l.Spec.Columns[finance.AmountColumn]
		if l.Ledger.Kind != finance.Actual || !planHead().MatchString(head) || actualHead().MatchString(head) {
			continue
		}
		b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: l.Spec.Position, About: "amounts of " + l.Spec.File, Likely: true,
			Message: fmt.Sprintf("the amounts of the ledger %s, %s in all, are read as what was spent, and come from its column %q", l.Spec.File, l.Ledger.Total.Exact(), head),
			Hint:    "name the column of the actuals under amount, or give the ledger kind: plan"})
	}
}
