package report

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"apr/finance"
	"apr/internal/period"
	"apr/internal/source"
	"apr/report/document"
)

// subject is something that money is counted for: a line of the account, or
// all of it where line is nil.
type subject struct {
	kind string // "matter", "care group" …
	id   string
	line *finance.Line
}

// subjects are all that references may name.
func (r *Report) subjects() []subject {
	subjects := []subject{{id: "total"}}
	add := func(kind string, lines []finance.Line) {
		for i := range lines {
			subjects = append(subjects, subject{kind, lines[i].ID, &lines[i]})
		}
	}
	a := r.Account
	add("matter", a.Matters)
	add("funding", a.Fundings)
	add("partner", a.Partners)
	add("care group", a.CareGroups)
	add("locality", a.Localities)
	add("service", a.Services)
	return subjects
}

// subject is what the first argument names, of a kind where one is given.
func (e *evaluation) subject(kind string) (subject, *source.Problem) {
	name := e.arg(0)
	subjects := e.report.subjects()
	for _, s := range subjects {
		if rest, found := strings.CutPrefix(name, s.kind+":"); found && s.kind != "" && kind == "" {
			kind, name = s.kind, strings.TrimSpace(rest)
		}
	}
	var found []subject
	var names []string
	for _, s := range subjects {
		if kind != "" && s.kind != kind {
			continue
		}
		if s.id == name {
			found = append(found, s)
		}
		if !slices.Contains(names, s.id) {
			names = append(names, s.id)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) == 0 && kind != "":
		return subject{}, e.unknown(0, source.DidYouMean(name, names), "no %s is called %q", kind, name)
	case len(found) == 0:
		return subject{}, e.unknown(0, source.DidYouMean(name, names), "the account has nothing that is called %q", name)
	}
	var hints []string
	for _, s := range found {
		hints = append(hints, fmt.Sprintf("%q", s.kind+": "+s.id))
	}
	return subject{}, e.unknown(0, "write "+strings.Join(hints, " or "), "%q names more than one thing", name)
}

// totals are a year's totals of the whole authority.
func (r *Report) totals(y period.Year) finance.YearTotals {
	for _, t := range r.Account.Years {
		if t.Year == y {
			return t
		}
	}
	t := finance.YearTotals{Year: y}
	if y == r.Account.Year {
		t.Spend, t.Plan, t.Funding = r.Account.Spend, r.Account.Plan, r.Account.Funding
	}
	return t
}

// in is what is known of the subject in a year.
func (r *Report) in(s subject, y period.Year) finance.YearAmount {
	totals := r.totals(y)
	if s.line == nil {
		return finance.YearAmount{Year: y, Spend: totals.Spend, Plan: totals.Plan, Funding: totals.Funding}
	}
	a := finance.YearAmount{Year: y, Funding: totals.Funding}
	if known := s.line.In(y); known != nil {
		a.Spend, a.Plan = known.Spend, known.Plan
	}
	if y == r.Account.Year {
		a.Spend, a.Plan = s.line.Spend, s.line.Plan
	}
	return a
}

// lookup finds what the arguments name. ok is false where datum and problem
// already are the answer.
func (e *evaluation) lookup(kind string) (s subject, a finance.YearAmount, datum document.Datum, problem *source.Problem, ok bool) {
	y, p := e.yearArg(1)
	if p != nil {
		return s, a, datum, p, false
	}
	if e.report.Account == nil {
		datum, problem = e.none("", "no amount for %q: the project has no ledgers", e.arg(0))
		return s, a, datum, problem, false
	}
	s, p = e.subject(kind)
	if p != nil {
		return s, a, datum, p, false
	}
	return s, e.report.in(s, y), datum, nil, true
}

// amount is the answer with one of a year's amounts.
func (e *evaluation) amount(kind, of string, pick func(finance.YearAmount) finance.Amount) (document.Datum, *source.Problem) {
	s, a, datum, problem, ok := e.lookup(kind)
	if !ok {
		return datum, problem
	}
	picked := pick(a)
	if !picked.Known {
		return e.none("", "no %s of %s is known for %s", of, s.id, a.Year)
	}
	return document.Datum{
		Display:  displayMoney(picked.Money),
		Value:    picked.Money.String(),
		ID:       fmt.Sprintf("%s/%s/%s", of, s.id, a.Year),
		Position: picked.Position,
	}, nil
}

// displayMoney is £ million with one decimal, or whole pounds where that would
// be £0.0m.
func displayMoney(m finance.Money) string {
	if limit := finance.Money(50_000_00); m > -limit && m < limit {
		return m.Pounds()
	}
	return m.Millions()
}

func (e *evaluation) spend() (document.Datum, *source.Problem) {
	return e.amount("", "spend", func(a finance.YearAmount) finance.Amount { return a.Spend })
}

func (e *evaluation) locality() (document.Datum, *source.Problem) {
	return e.amount("locality", "spend", func(a finance.YearAmount) finance.Amount { return a.Spend })
}

func (e *evaluation) plan() (document.Datum, *source.Problem) {
	return e.amount("", "plan", func(a finance.YearAmount) finance.Amount { return a.Plan })
}

func (e *evaluation) funding() (document.Datum, *source.Problem) {
	if e.arg(0) != "total" {
		return document.Datum{}, e.unknown(0, fmt.Sprintf(`write {{ funding "total" }}, or {{ spend %q }}`, e.arg(0)),
			`funding is known in total only, not of %q`, e.arg(0))
	}
	return e.amount("", "funding", func(a finance.YearAmount) finance.Amount { return a.Funding })
}

func (e *evaluation) variance() (document.Datum, *source.Problem) {
	s, a, datum, problem, ok := e.lookup("")
	if !ok {
		return datum, problem
	}
	v, known := finance.YearTotals{Year: a.Year, Spend: a.Spend, Plan: a.Plan}.Variance()
	if !known {
		return e.none("", "no variance of %s is known for %s: planned or actual spend is missing", s.id, a.Year)
	}
	display := "neither an underspend nor an overspend"
	switch {
	case v > 0:
		display = "an underspend of " + displayMoney(v)
	case v < 0:
		display = "an overspend of " + displayMoney(-v)
	}
	return document.Datum{
		Display:  display,
		Value:    v.String(),
		ID:       fmt.Sprintf("variance/%s/%s", s.id, a.Year),
		Position: a.Spend.Position,
	}, nil
}

func (e *evaluation) proportion() (document.Datum, *source.Problem) {
	s, a, datum, problem, ok := e.lookup("")
	if !ok {
		return datum, problem
	}
	p, known := a.Proportion()
	if !known {
		return e.none("", "no proportion of %s is known for %s: its spend or the funding is missing", s.id, a.Year)
	}
	return document.Datum{
		Display:  displayShare(a.Spend.Money, a.Funding.Money),
		Value:    strconv.FormatFloat(p, 'f', -1, 64),
		ID:       fmt.Sprintf("proportion/%s/%s", s.id, a.Year),
		Position: a.Spend.Position,
	}, nil
}

// displayShare is a part in percent with one decimal, rounded half away from
// zero from the exact fraction.
func displayShare(part, whole finance.Money) string {
	r := big.NewRat(int64(part), int64(whole))
	s := r.Mul(r, big.NewRat(100, 1)).FloatString(1)
	if s == "-0.0" {
		s = "0.0"
	}
	return strings.Replace(s, "-", "−", 1) + "%"
}
