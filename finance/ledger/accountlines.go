package ledger

import (
	"slices"
	"strings"

	"apr/finance"
	"apr/finance/classify"
	"apr/finance/ledger/sketch"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// AccountLines are the lines of one account of a cost centre, period by period.
type AccountLines struct {
	// Centre is the cost centre; nil where there are too many of them.
	Centre *Centre
	// Code and Name are those of the account, as the first of its lines writes them.
	Code, Name string
	// Class is what its first line belongs to. It is shared, since there are thousands of accounts.
	Class *classify.Class
	// Periods are in the order of their first lines.
	Periods []PeriodLines
	growing
}

// PeriodLines are the lines of an account in a period.
type PeriodLines struct {
	// Month is 1 for April, Adjustments for those of the year's end, and 0 where it isn't known.
	Month int
	// Lines are those with an amount, nought or not, and Planned those with a plan.
	Lines, Planned int32
	Amount, Plan   finance.Money
	row            int32 // of the first with an amount, or else with a plan
}

// Adjustments is the month of lines that adjust the year, which stand behind March.
const Adjustments = 13

// accounts follows each account of each cost centre. A ledger of more than maxFollowed is
// of transactions, and no account is followed.
type accounts struct {
	by      map[uint64]*AccountLines
	order   []*AccountLines
	periods int
	full    bool // there are too many accounts
	many    bool // there are too many periods of them
	name    int  // the column of the names of accounts, or -1
	// last is the account of the last line, with the cells that it was known by: most lines
	// stand below others of theirs.
	last  *AccountLines
	cells [][]byte
}

// maxGrowing is how many accounts of cost centres are followed, and maxPeriods how many
// periods of them all.
const (
	maxGrowing = 1 << 13
	maxPeriods = 1 << 15
)

func (r *Reader) newAccounts() accounts {
	a := accounts{by: map[uint64]*AccountLines{}, name: -1}
	for _, name := range []string{"account_description", "account_name"} {
		if i, ok := r.Table.Index[name]; ok && a.name < 0 {
			a.name = i
		}
	}
	return a
}

// of is the account of a line, or nil where there are too many.
func (s *accounts) of(r *Reader, record []string, class int) *AccountLines {
	if s.full {
		return nil
	}
	columns := r.alike[:r.alikeDates]
	if s.last != nil && s.isLast(columns, record) {
		return s.last
	}
	a := s.find(r, record, class)
	s.last, s.cells = a, slices.Grow(s.cells, len(columns))[:len(columns)]
	for n, i := range columns {
		s.cells[n] = append(s.cells[n][:0], celltext.At(record, i)...)
	}
	return a
}

// isLast reports whether a line has the cells of the last.
func (s *accounts) isLast(columns []int, record []string) bool {
	for n, i := range columns {
		if string(s.cells[n]) != celltext.At(record, i) {
			return false
		}
	}
	return true
}

// find is the account of a line, which may be new, or nil where there are too many.
func (s *accounts) find(r *Reader, record []string, class int) *AccountLines {
	h := sketch.Empty
	for _, i := range r.alike[:r.alikeDates] {
		h = sketch.WithCell(h, celltext.Code(celltext.At(record, i)))
	}
	a := s.by[h]
	if a != nil {
		return a
	}
	if len(s.by) == maxGrowing {
		s.by, s.order, s.full = nil, nil, true
		return nil
	}
	a = &AccountLines{Centre: r.review.last, Class: &r.Classifier.Classes[class]}
	if i, ok := r.Table.Index[finance.AccountColumn]; ok {
		a.Code = shortText(celltext.Trim(celltext.At(record, i)))
	}
	if s.name >= 0 {
		a.Name = shortText(celltext.Spaced(celltext.At(record, s.name)))
	}
	s.by[h], s.order = a, append(s.order, a)
	return a
}

// shortText is a copy of a text that isn't too long for a code or a name, or "".
func shortText(s string) string {
	if len(s) > maxCentreText {
		return ""
	}
	return strings.Clone(s)
}

// add takes in a line of a month.
func (s *accounts) add(r *Reader, a *AccountLines, month int, f *figures) {
	if a == nil || s.many {
		return
	}
	p := a.period(month)
	if p == nil {
		if s.periods++; s.periods > maxPeriods {
			s.many = true
			return
		}
		if len(a.Periods) == 2 {
			a.Periods = slices.Grow(a.Periods, Adjustments-2) // it has more than a few, so perhaps all
		}
		a.Periods = append(a.Periods, PeriodLines{Month: month, row: r.row()})
		p = &a.Periods[len(a.Periods)-1]
	}
	if f.hasAmount {
		if p.Lines++; p.Lines == 1 && p.Planned > 0 {
			p.row = r.row()
		}
		p.Amount += f.Amount // too large a sum is found with the ledger's
	}
	if f.hasPlan {
		p.Planned++
		p.Plan += f.Plan
	}
}

// period are its lines of a month, or nil.
func (a *AccountLines) period(month int) *PeriodLines {
	for i := len(a.Periods) - 1; i >= 0; i-- {
		if a.Periods[i].Month == month {
			return &a.Periods[i]
		}
	}
	return nil
}

// In are its lines of a month, 1 for April, or nil.
func (a *AccountLines) In(month int) *PeriodLines { return a.period(month) }

// Title is the account's name with its code, or what there is of the two.
func (a *AccountLines) Title() string {
	switch {
	case a.Name == "":
		return a.Code
	case a.Code == "":
		return a.Name
	}
	return a.Name + " (" + a.Code + ")"
}

// At is where the amount of a period's first line stands.
func (out *Result) At(p *PeriodLines) source.Position { return atRow(out.lastLine, p.row) }

// PlanAt is where its plan stands.
func (out *Result) PlanAt(p *PeriodLines) source.Position { return atRow(out.lastPlan, p.row) }
