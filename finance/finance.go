// Package finance has what an authority's account is made of and by: amounts of
// money, the specification of its ledgers and rules, and the account itself. Spend
// is by matter of regulation 4(2), by care group, locality, partner and funding,
// next to plan and earlier years. Amounts are integer pence and sums are exact.
//
// The packages below it do the work: mapping reads rules that were filled in in a
// spreadsheet, classify says by rules what a line belongs
// to, ledger reads one ledger, account adds all of them up, trace says what an
// amount was added up from, and suggest proposes rules.
//
// None of them knows more of the law than the names of the matters: what they find
// wrong with a ledger they return as source.Problem.
package finance

import (
	"apr/internal/period"
	"apr/internal/source"
)

// Matter is one of the matters of SSI 2014/326 regulation 4(2)(a)-(e), which
// partition spend: "4(2)(a)". Care groups, 4(2)(f), cut across them and are
// never added in.
type Matter string

// The matters.
const (
	Inpatient       Matter = "4(2)(a)" // health care to hospital inpatients
	OtherHealth     Matter = "4(2)(b)" // other health care
	CareHome        Matter = "4(2)(c)" // social care with a care home or adult placement
	UnpaidCarers    Matter = "4(2)(d)" // social care to support unpaid carers
	OtherSocialCare Matter = "4(2)(e)" // other social care
)

// Matters in the order of the law.
var Matters = []Matter{Inpatient, OtherHealth, CareHome, UnpaidCarers, OtherSocialCare}

// Funding says how money reaches the authority's use.
type Funding string

// Fundings.
const (
	Delegated Funding = "delegated"
	SetAside  Funding = "set-aside"
	Hosted    Funding = "hosted"
)

// Fundings in the order in which they are shown.
var Fundings = []Funding{Delegated, SetAside, Hosted}

// Kind is what a ledger's amounts are.
type Kind string

// Kinds.
const (
	Actual Kind = "actual"  // spend of the year
	Plan   Kind = "plan"    // the annual financial statement (section 39)
	Funded Kind = "funding" // amounts paid to or set aside for the authority
)

// Account is what the ledgers add up to. Amounts are those of the reporting
// year unless they are in Years.
type Account struct {
	Year    period.Year
	Spend   Amount
	Plan    Amount
	Funding Amount
	// Matters has all five, in order, also where nothing was spent.
	Matters    []Line
	CareGroups []Line
	// Localities has every locality of the plan, in order; Unallocated is what
	// no rule allocates to one.
	Localities  []Line
	Unallocated Line
	// FormerLocalities and FormerCareGroups are those of which only the history of
	// the years before knows, in its order. They aren't compared as if they were
	// still there.
	FormerLocalities, FormerCareGroups []Line
	// Unclassified is what no rule gives a matter: Spend is the sum of Matters
	// and Unclassified.
	Unclassified Line
	Partners     []Line
	// Fundings are delegated, set-aside and hosted, and a last line without an
	// ID for what is none of them, if there is any.
	Fundings []Line
	// Services are by the rules' service names, in order of the rules, and a last
	// line without an ID for what has no name, if there is any. ServiceGroups
	// are the same by partner.
	Services      []Line
	ServiceGroups []ServiceGroup
	// Years are the years of the window, oldest first, the reporting year last.
	Years      []YearTotals
	Ledgers    []Ledger
	Apportions []Apportionment
	// Transfers are those that agree, as they are counted.
	Transfers []Transfer
	Moved     []MovedAmount
	// Earlier is where earlier years come from, if that isn't a table of them.
	Earlier  Origin
	Problems []*source.Problem
	// Doubts are what looks wrong although it could be read and added up.
	Doubts []*source.Problem
}

// A MovedAmount is what a transfer that agrees comes to in a year.
type MovedAmount struct {
	Transfer string
	Kind     Kind
	Year     period.Year
	From, To string // partners
	Amount   Money
	// AsSpend is true where what arrives is counted, as spend, and else neither side is.
	AsSpend bool
}

// Origin is where figures of earlier years come from.
type Origin struct {
	Kind OriginKind
	Year period.Year // the newest that it has
	File string
}

// OriginKind is a kind of origin.
type OriginKind int

// Origins; the zero value is a table of earlier years, or none.
const (
	PublishedTables OriginKind = iota + 1
	EarlierProject
)

// Line is one row of the account. ID is the matter, or the name again.
type Line struct {
	ID, Name string
	Spend    Amount
	Plan     Amount
	// Funding is what was paid to or set aside for the authority under this
	// line; only those of Partners and Fundings know it.
	Funding Amount
	// Years has an entry for each year of the window for which something is
	// known, oldest first, the reporting year last.
	Years []YearAmount
}

// Amount is a sum with what made it. Known is false where no input speaks of
// it, which isn't zero.
type Amount struct {
	Money
	Known bool
	// Lines is how many ledger lines were added; Files are the ledgers they
	// are in, in order of the specification.
	Lines int
	Files []string
	// Position is the first line, or the row of the history table.
	Position source.Position
}

// ServiceGroup is one partner's part of the service table. Subtotal is the
// partner's line; it is added up in pence and never from the services as they
// are shown.
type ServiceGroup struct {
	Partner  string
	Services []Line
	Subtotal Line
}

// YearAmount is one line's spend in one year.
type YearAmount struct {
	Year  period.Year
	Spend Amount
	Plan  Amount
	// Funding is the whole authority's of that year: the base of proportions.
	Funding Amount
}

// YearTotals are a year's totals.
type YearTotals struct {
	Year    period.Year
	Spend   Amount
	Plan    Amount
	Funding Amount
}

// Ledger is the reconciliation of one file: Lines = Classified + Unclassified +
// Excluded + Totals + Unproven + Headings + Zero. Lines of a funding ledger need no
// matter and are classified.
type Ledger struct {
	File         string
	Partner      string
	Kind         Kind
	Year         period.Year
	Lines        int
	Classified   int
	Unclassified int
	// Excluded are the lines that a rule excludes: they aren't the authority's.
	Excluded int
	// Totals are the rows that sum what is above them. Unproven are those that
	// should and don't; they are reported and not added.
	Totals   int
	Unproven int
	// Headings are the rows of page headings and of headers over again.
	Headings int
	Zero     int // lines without an amount
	// Unspent are the lines with a plan and without an amount, and UnspentPlan what is
	// planned for them. An empty cell isn't nought.
	Unspent     int
	UnspentPlan Money
	// Total is the sum of all lines but recognised totals; Control is the stated
	// control total, nil when none is given.
	Total             Money
	Control           *Money
	UnclassifiedTotal Money
	ExcludedTotal     Money
	// Exclusions are the excluded lines by why they are, in order of their first lines.
	Exclusions []Exclusion
	// PlanTotal is the sum of the plan column, nil when none is mapped, and
	// PlanControl its stated control total.
	PlanTotal   *Money
	PlanControl *Money
	// Largest are the largest groups of unclassified lines by cost centre,
	// largest absolute amount first, ten at most. The first 4,000 cost centres
	// are kept apart; Overflow are the lines of all others, nil when there are none.
	Largest  []UnclassifiedGroup
	Overflow *UnclassifiedGroup
	Position source.Position
}

// Kept is what its lines come to without those that rules exclude.
func (l *Ledger) Kept() Money { return l.Total - l.ExcludedTotal }

// Agrees reports whether its lines come to its control total: all of them or, where some are
// excluded, such as a total row or what isn't the authority's, the others.
func (l *Ledger) Agrees() bool {
	return l.Control != nil && (*l.Control == l.Total || l.Excluded > 0 && *l.Control == l.Kept())
}

// Exclusion are the lines that rules exclude for one reason.
type Exclusion struct {
	Why   string
	Lines int
	Total Money
	// Planned is what their plan column comes to.
	Planned Money
	// Centres are the names of their cost centres, where these are known.
	Centres []string
	// Transfer is the name of the transfer that the lines are a side of, "" for none.
	// Arrives is true for its second side.
	Transfer string
	Arrives  bool
	Position source.Position
}

// UnclassifiedGroup are the unclassified lines of one cost centre, or of one
// value of the first mapped column where no cost centre is mapped. Description
// is the one that they share, from a column mapped as cost_centre_name,
// cost_centre_description or description.
type UnclassifiedGroup struct {
	CostCentre, Description string
	Lines                   int
	Total                   Money
	Position                source.Position
}

// Variance is planned minus actual spend: positive is an underspend. ok is
// false where either isn't known.
func (y YearTotals) Variance() (v Money, ok bool) {
	return y.Plan.Money - y.Spend.Money, y.Plan.Known && y.Spend.Known
}

// Proportion is spend divided by the amount paid to or set aside for the
// authority in that year (regulation 4(1)(b)); ok is false where either isn't
// known or the base is zero.
func (y YearAmount) Proportion() (p float64, ok bool) {
	if !y.Spend.Known || !y.Funding.Known || y.Funding.Money == 0 {
		return 0, false
	}
	return float64(y.Spend.Money) / float64(y.Funding.Money), true
}

// In is what is known of a year, or nil.
func (l *Line) In(year period.Year) *YearAmount {
	for i := range l.Years {
		if l.Years[i].Year == year {
			return &l.Years[i]
		}
	}
	return nil
}

// Texts are values as plain strings.
func Texts[S ~string](values []S) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// Source is where an amount comes from, for a problem: its first line, or its file.
func (a Amount) Source() source.Position {
	if a.Position.IsZero() && len(a.Files) > 0 {
		return source.Position{File: a.Files[0]}
	}
	return a.Position
}
