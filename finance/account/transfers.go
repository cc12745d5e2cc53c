package account

import (
	"cmp"
	"fmt"
	"slices"

	"apr/finance"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/wording"
)

// transfersFound are what the transfers came to.
type transfersFound struct {
	counted  []finance.Transfer // those that agree, as they are to be left out
	moved    []finance.MovedAmount
	problems []*source.Problem
	again    bool // what is left out isn't what was
}

// A transferSide is what one side comes to in ledgers of a kind and year.
type transferSide struct {
	amount, planned finance.Money
	lines           int
	partner, file   string
	first           source.Position
}

func (s *transferSide) add(l *finance.Ledger, e *finance.Exclusion) {
	s.amount += e.Total
	s.planned += e.Planned
	s.lines += e.Lines
	if s.partner == "" {
		s.partner, s.file, s.first = l.Partner, l.File, e.Position
	}
}

// transfersOf compares the sides of each transfer, by kind of ledger and year.
func transfersOf(a *finance.Account, transfers []finance.Transfer) *transfersFound {
	out := &transfersFound{}
	for _, t := range transfers {
		type of struct {
			year period.Year
			kind finance.Kind
		}
		sides := map[of]*[2]transferSide{}
		var order []of
		for i := range a.Ledgers {
			l := &a.Ledgers[i]
			for k := range l.Exclusions {
				e := &l.Exclusions[k]
				if e.Transfer != t.Name {
					continue
				}
				key := of{l.Year, l.Kind}
				if sides[key] == nil {
					sides[key] = &[2]transferSide{}
					order = append(order, key)
				}
				side := &sides[key][0]
				if e.Arrives {
					side = &sides[key][1]
				}
				side.add(l, e)
			}
		}
		slices.SortFunc(order, func(a, b of) int {
			return cmp.Or(cmp.Compare(a.year, b.year), cmp.Compare(a.kind, b.kind))
		})
		agree, asSpend, asIncome := len(order) > 0, false, false
		var moved []finance.MovedAmount
		for _, key := range order {
			from, to := &sides[key][0], &sides[key][1]
			if p := differ(&t, key.year, from, to); p != nil {
				out.problems = append(out.problems, p)
				agree = false
				continue
			}
			spend := from.amount == to.amount && from.amount != 0
			asSpend = asSpend || spend
			asIncome = asIncome || !spend && from.amount != 0
			moved = append(moved, finance.MovedAmount{Transfer: t.Name, Kind: key.kind, Year: key.year, From: from.partner, To: to.partner, Amount: from.amount, AsSpend: spend})
		}
		if len(order) == 0 {
			out.problems = append(out.problems, &source.Problem{Code: finance.CodeTransfer, Position: t.Position,
				Message: fmt.Sprintf("no line of any ledger is a side of the transfer %s", t.Name), Hint: "see how the ledgers write it, or take the transfer out"})
		}
		if agree && asSpend && asIncome {
			out.problems = append(out.problems, &source.Problem{Code: finance.CodeTransfer, Position: t.Position,
				Message: fmt.Sprintf("what the transfer %s brings stands as spend in one ledger or year and as income in another; all of it is counted", t.Name),
				Hint:    "name one transfer for each"})
			agree = false
		}
		out.take(t, agree, asSpend, moved)
	}
	return out
}

// take keeps a transfer that agrees. What arrives as spend is counted.
func (out *transfersFound) take(t finance.Transfer, agree, asSpend bool, moved []finance.MovedAmount) {
	if !agree {
		out.again = true
		return
	}
	if asSpend {
		out.again = true
		t.To = nil
		for i := range moved {
			moved[i].AsSpend = true
		}
	}
	out.counted = append(out.counted, t)
	out.moved = append(out.moved, moved...)
}

// differ says that what arrives isn't what left; nil where it is. What arrives may
// be in its ledger as income, which is negative, or as spend.
func differ(t *finance.Transfer, year period.Year, from, to *transferSide) *source.Problem {
	what, left, arrived := "", from.amount, to.amount
	switch {
	case from.amount != -to.amount && from.amount != to.amount:
	case from.planned != -to.planned && from.planned != to.planned:
		what, left, arrived = "planned amounts of the ", from.planned, to.planned
	default:
		return nil
	}
	difference := left - arrived
	if (left < 0) != (arrived < 0) {
		difference = left + arrived
	}
	p := &source.Problem{Code: finance.CodeTransfer, Position: from.first,
		Message: fmt.Sprintf("the %stransfer %s of %s: %s leaves %s (%s), and %s arrives in %s (%s), a difference of %s; both are counted",
			what, t.Name, year, left.Exact(), side(from), wording.Count(from.lines, "line"), arrived.Exact(), side(to), wording.Count(to.lines, "line"), difference.Exact()),
		Hint: "ask both partners which amount is right, or mend the conditions of the transfer"}
	if from.lines == 0 {
		p.Position = to.first
	} else if to.lines > 0 {
		p.Related = append(p.Related, source.Related{Position: to.first, Message: "the first line of what arrives"})
	}
	p.Related = append(p.Related, source.Related{Position: t.Position, Message: "the transfer is named here"})
	return p
}

func side(s *transferSide) string { return cmp.Or(s.file, "no ledger") }
