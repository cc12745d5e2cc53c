package account

import (
	"fmt"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/source"
)

// A cost centre's month is another's where so many accounts of the two, all that both have, have
// the same amounts in it, as they have in none of so many other months; and no more than so many
// months of a ledger are, or the amounts follow a rule.
const (
	leastOverwritten = 3
	leastOtherMonths = 2
	mostOverwritten  = 2
)

// A sharedMonth is a month of two cost centres with accounts of the same amounts.
type sharedMonth struct {
	one, other *ledger.Centre
	month      int
}

// sharedLines are the lines of a shared month.
type sharedLines struct {
	lines      int
	amount     finance.Money
	first      [2]*ledger.PeriodLines
	off        [2]float64 // how far from their plans
	differ     map[finance.Money]bool
	asPlanned  int // lines with the same plan
	otherwhere int // accounts with amounts in other months
}

// reportOverwritten reports a month of a cost centre that has the amounts of another's.
func (b *posting) reportOverwritten(l *ledger.Result, all []*ledger.AccountLines) {
	shared, order := sharedMonths(all)
	var found []sharedMonth
	for _, k := range order {
		s := shared[k]
		if s.lines < leastOverwritten || len(s.differ) < leastOverwritten || s.otherwhere < s.lines || s.asPlanned == s.lines ||
			s.amount < leastAlike || commonAccounts(all, k) != s.lines {
			continue
		}
		again := false
		for m := range ledger.Adjustments + 1 {
			o := k
			o.month = m
			again = again || m != k.month && shared[o] != nil
		}
		if !again {
			found = append(found, k)
		}
	}
	if len(found) > mostOverwritten {
		return
	}
	for _, k := range found {
		if !b.isOff(k.one) && !b.isOff(k.other) {
			b.overwritten(l, k, shared[k])
		}
	}
}

// sharedMonths are the months in which two cost centres have the same amounts in an account, in
// the order of their lines. Round amounts may well be the same.
func sharedMonths(all []*ledger.AccountLines) (shared map[sharedMonth]*sharedLines, order []sharedMonth) {
	type key struct {
		account, month int
		amount         finance.Money
	}
	shared = map[sharedMonth]*sharedLines{}
	periods := 0
	for _, a := range all {
		periods += len(a.Periods)
	}
	seen := make(map[key]*ledger.AccountLines, periods)
	codes := map[string]int{} // numbers of accounts, by which they are found sooner
	for _, a := range all {
		code, ok := codes[a.Code]
		if !ok {
			code = len(codes)
			codes[a.Code] = code
		}
		for i := range a.Periods {
			p := &a.Periods[i]
			k := key{code, p.Month, p.Amount}
			if p.Amount == 0 || p.Month == 0 || p.Amount%roundAmounts == 0 || a.Code == "" {
				continue
			}
			o := seen[k]
			if o == nil {
				seen[k] = a
				continue
			}
			if o.Centre == a.Centre {
				continue
			}
			at := sharedMonth{o.Centre, a.Centre, p.Month}
			s := shared[at]
			if s == nil {
				s = &sharedLines{differ: map[finance.Money]bool{}}
				shared[at], order = s, append(order, at)
			}
			s.add(o, a, p.Month)
		}
	}
	return shared, order
}

// add takes in an account of two cost centres with the same amount in a month.
func (s *sharedLines) add(one, other *ledger.AccountLines, month int) {
	p, q := one.In(month), other.In(month)
	if s.lines++; s.lines == 1 {
		s.first = [2]*ledger.PeriodLines{p, q}
	}
	s.amount += p.Amount
	s.differ[p.Amount] = true
	if p.Plan == q.Plan && p.Plan != 0 {
		s.asPlanned++
	}
	for i, of := range []*ledger.PeriodLines{p, q} {
		if of.Plan != 0 {
			s.off[i] += min(apartFrom(of.Amount, of.Plan), 10)
		}
	}
	if otherMonths(one, month) >= leastOtherMonths && otherMonths(other, month) >= leastOtherMonths {
		s.otherwhere++
	}
}

// otherMonths is how many months beside one an account has amounts in.
func otherMonths(a *ledger.AccountLines, month int) (n int) {
	for i := range a.Periods {
		if p := &a.Periods[i]; p.Month != month && p.Amount != 0 {
			n++
		}
	}
	return n
}

// commonAccounts is how many accounts with amounts in a month both cost centres have.
func commonAccounts(all []*ledger.AccountLines, k sharedMonth) (n int) {
	codes := map[string]bool{}
	for _, c := range []*ledger.Centre{k.one, k.other} {
		for _, a := range all {
			if p := a.In(k.month); a.Centre != c || p == nil || p.Amount == 0 {
				continue
			}
			if c == k.one {
				codes[a.Code] = true
			} else if codes[a.Code] {
				n++
			}
		}
	}
	return n
}

func (b *posting) overwritten(l *ledger.Result, k sharedMonth, s *sharedLines) {
	c, o, at, from := k.other, k.one, s.first[1], s.first[0]
	if s.off[0] > s.off[1] { // what is further from its plan has the other's amounts
		c, o, at, from = o, c, from, at
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: l.At(at), About: fmt.Sprintf("%s %s and %s in %s", ledgerOf(l), k.one.Code, k.other.Code, monthOf(k.month)), Likely: true,
		Message: fmt.Sprintf("the cost centre %s has the amounts of %s to the penny in %s, in each of the %d accounts that both have, %s in all, and in no other month: they seem to have been written over its own",
			c.Title(), o.Title(), monthOf(k.month), s.lines, s.amount.Exact()),
		Hint:    "see whether the lines of one were pasted into the other's",
		Related: []source.Related{{Position: l.At(from), Message: "the lines of " + o.Title()}}})
	b.setOff(l, c)
}
