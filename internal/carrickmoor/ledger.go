package main

import (
	"math"
	"math/rand/v2"
)

// pence is an amount of money.
type pence = int64

// A service is one line of the annual financial statement with what was
// planned and spent in 2025/26.
type service struct {
	name string
	// plan is in whole pounds, as boards set budgets; actual is in pence.
	plan    int64
	actual  pence
	centres []centre
}

// A centre is a cost centre: its parts of the service's plan and spend, as
// weights, and what kind of accounts it has.
type centre struct {
	code, name   string
	plan, actual float64
	kind         kind
	shape        shape
}

// An account is a subjective code with its weight in a kind's plan and spend.
// Income has negative weights.
type account struct {
	code, name   string
	plan, actual float64
}

// A kind is the accounts of one sort of cost centre.
type kind []account

// A shape says how spend runs over the twelve months; the plan is even.
type shape func(month int) float64

func even(int) float64 { return 1 }

// winter is demand that peaks in December to February.
func winter(month int) float64 {
	return [...]float64{.96, .95, .95, .96, .97, .98, 1, 1.02, 1.06, 1.08, 1.05, 1.02}[month-1]
}

// growing is demand that grows all year.
func growing(month int) float64 { return 0.9 + float64(month)*0.016 }

// closing runs down to the closure of Ward 2 in October.
func closing(month int) float64 {
	return [...]float64{1, 1, 1.02, 1.01, .99, .93, .28, .04, .02, .01, .01, .01}[month-1]
}

// opening is the hospital-at-home team, which takes the ward's staff in October.
func opening(month int) float64 {
	return [...]float64{.42, .42, .42, .42, .43, .5, 1.25, 1.5, 1.6, 1.65, 1.66, 1.68}[month-1]
}

// A line is one line of a ledger before a finance system has written it.
type line struct {
	centre  centre
	account account
	period  int
	plan    pence
	actual  pence
}

// periods are the twelve months and the adjustments at the year's end.
const periods = 13

// lines posts a partner's services month by month. Each step splits a whole
// amount exactly, so the lines of a service sum to its plan and spend.
func lines(services []service, chance *rand.Rand) []line {
	var all []line
	for _, s := range services {
		var planned, spent []float64
		for _, c := range s.centres {
			planned, spent = append(planned, c.plan), append(spent, c.actual)
		}
		plans, actuals := share(s.plan, planned), share(s.actual, spent)
		for i, c := range s.centres {
			all = append(all, c.post(plans[i], actuals[i], chance)...)
		}
	}
	return all
}

// post splits a centre's plan, in pounds, and spend, in pence, by account and
// period.
func (c centre) post(plan int64, actual pence, chance *rand.Rand) []line {
	var planned, spent []float64
	for _, a := range c.kind {
		planned = append(planned, a.plan)
		spent = append(spent, a.actual*(0.97+0.06*chance.Float64()))
	}
	plans, actuals := share(plan, planned), share(actual, spent)
	var all []line
	for i, a := range c.kind {
		var monthly, weights []float64
		for m := 1; m < periods; m++ {
			monthly = append(monthly, 1)
			weights = append(weights, c.shape(m)*(0.93+0.14*chance.Float64()))
		}
		// Accruals and corrections of the year's end go either way.
		weights = append(weights, math.Round((chance.Float64()-0.45)*10)/80)
		planByMonth, actualByPeriod := share(plans[i], monthly), share(actuals[i], weights)
		for p := 1; p <= periods; p++ {
			l := line{centre: c, account: a, period: p, actual: actualByPeriod[p-1]}
			if p < periods {
				l.plan = planByMonth[p-1] * 100
			}
			if l.plan != 0 || l.actual != 0 {
				all = append(all, l)
			}
		}
	}
	return all
}

// totals are the control totals of lines.
func totals(all []line) (plan, actual pence) {
	for _, l := range all {
		plan, actual = plan+l.plan, actual+l.actual
	}
	return plan, actual
}
