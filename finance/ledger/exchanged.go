package ledger

import (
	"fmt"

	"apr/finance"
	"apr/internal/source"
	"apr/internal/wording"
)

// exchangedLines are lines with pence in their plan and none in their amount, by cost centre:
// in a ledger whose other plans are in whole pounds, and whose amounts aren't, the two cells of
// such lines have each other's places.
type exchangedLines struct {
	by    map[*Centre]*oddLines
	order []*Centre
	lines int
}

// oddLines are those of a cost centre, with the plans and amounts that they have.
type oddLines struct {
	OffLines
	plans, amounts map[finance.Money]bool
}

// Lines are exchanged where so many of a cost centre are odd. Of a contract that is paid in
// whole pounds, plan and amount are the same in each period, unless there are as many as
// manyOdd plans. No more than maxOddCentres have odd lines, or the ledger is of another kind.
const (
	leastOdd      = 3
	manyOdd       = 6
	maxOddCentres = 100
)

// add takes in a line of a cost centre with a plan and an amount.
func (e *exchangedLines) add(r *Reader, f *figures) {
	c := r.review.last
	if c == nil || f.Amount%100 != 0 || f.Plan%100 == 0 {
		return
	}
	e.lines++
	o := e.by[c]
	if o == nil {
		if len(e.by) == maxOddCentres {
			return
		}
		if e.by == nil {
			e.by = map[*Centre]*oddLines{}
		}
		o = &oddLines{plans: map[finance.Money]bool{}, amounts: map[finance.Money]bool{}}
		o.First = r.Table.Records.Position(r.AmountAt())
		e.by[c], e.order = o, append(e.order, c)
	}
	o.Lines++
	o.Amount += f.Amount // too large a sum is found with the ledger's
	o.Plan += f.Plan
	if len(o.plans) <= manyOdd*manyOdd {
		o.plans[f.Plan], o.amounts[f.Amount] = true, true
	}
}

// report reports the cost centres whose plan and amount seem to be exchanged.
func (e *exchangedLines) report(r *Reader) {
	m := &r.review.monthly
	rest := m.both - e.lines
	others := rest - m.wholePlan // further lines with pence in their plan
	if len(e.by) == maxOddCentres || rest < leastEqual || rest <= e.lines || others*10 > e.lines || 4*(m.whole-e.lines) > 3*rest {
		return
	}
	var all OffLines
	var of []*Centre
	for _, c := range e.order {
		o := e.by[c]
		if o.Lines < leastOdd || len(o.plans) <= len(o.amounts) && len(o.plans) < manyOdd {
			continue
		}
		if of = append(of, c); len(of) == 1 {
			all.First = o.First
		}
		all.Lines, all.Amount, all.Plan = all.Lines+o.Lines, all.Amount+o.Amount, all.Plan+o.Plan
	}
	if len(of) == 0 {
		return
	}
	which := "the cost centre " + of[0].Title()
	if len(of) > 1 {
		which = wording.Count(len(of), "cost centre") + ", the first " + of[0].Title()
	}
	r.Out.Doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: all.First, About: r.Out.Spec.File + " plan and amount of " + of[0].Code, Likely: true,
		Message: fmt.Sprintf("%s of %s have pence in their plan, %s in all, and none in their amount, %s; of the other %d lines of the ledger nearly all have a plan in whole pounds, and amounts with pence: the two columns seem to be exchanged in these",
			wording.Count(all.Lines, "line"), which, all.Plan.Exact(), all.Amount.Exact(), rest),
		Hint: "see whether cells were pasted into the wrong column"})
}
