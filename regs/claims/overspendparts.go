package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what amounts of the whole over- or underspend services or partners account for.

// partsOfVaried reads "Of the overspend of £1.6m, the services of the council account for £958,000", "£1.4m of the
// £2.8m came from prescribing", "we overspent by £2.8m, £1.4m of it in prescribing".
func (s *statement) partsOfVaried() bool {
	if len(s.all) == 0 || s.locality != "" || s.reader.money != nil || s.negated() || s.unsureMood() {
		return false
	}
	v, sign := -1, 0
	rest := len(s.items) // where the words for what is left begin
	var amounts, named []int
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsBreak && (strings.HasPrefix(it.Text, "and the rest") || strings.HasPrefix(it.Text, "and the remainder")), (it.Text == "rest" || it.Text == "remainder") && s.text(i-1) == "the" && s.text(i-2) == "and":
			rest = i
		case i > rest && (s.partAt(i) != nil || lex.PlainAmount(it)):
			if lex.PlainAmount(it) {
				return false
			}
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 && (sign == 0 || it.N == sign):
			if v < 0 {
				v, sign = i, it.N
			}
		case lex.PlainAmount(it):
			amounts = append(amounts, i)
		case s.partAt(i) != nil:
			named = append(named, i)
		case it.Class == language.IsPlain && !it.Demoted, it.Is(facts.Own), s.now(it), i == 0 && it.Text == "in all", it.Class == language.IsMark && (it.Word == "," || it.Word == ":"), it.Class == language.IsBreak && (it.Word == "and" || it.Text == "which"), it.Class == language.IsAside && it.Text == "due to":
		case tiesPart(it):
		default:
			return false
		}
	}
	whole := s.wholeVaried(v, amounts)
	if whole < 0 {
		return false
	}
	amounts = slices.DeleteFunc(amounts, func(i int) bool { return i == whole })
	first, ok := s.inPairs(amounts, named)
	if ok && amounts[0] < whole && language.AnyOf(s.items[amounts[0]:whole], func(x *lex.Item) bool { return x.Class == language.IsMark || x.Class == language.IsBreak }) {
		return false // "£2.5m went on equipment, and £0.4m of the £2.8m came from care homes"
	}
	if !ok || !s.partedHere(v, whole, first) {
		return false
	}
	total := s.total
	all, okAll := s.facts.At(total, facts.FaceVariance, facts.Own, s.facts.Year)
	if !okAll || sign == 0 && all.Exact.Sign() >= 0 || sign != 0 && all.Exact.Sign() != sign || !s.facts.Near(total, facts.FaceVariance, facts.Own, s.items[whole].Q, exact.Rat(2, 3), exact.Rat(3, 2)) {
		return false
	}
	sign = all.Exact.Sign()
	if v < 0 && !facts.Fits(s.items[whole].Q.In(), facts.Value{Exact: new(big.Rat).Abs(all.Exact)}) {
		return false // it may be another amount that is parted
	}
	s.takeOver(0, len(s.items)-1)
	s.holdVaried(&s.items[whole], total, s.facts.Year, sign)
	for k, i := range amounts {
		s.holdVaried(&s.items[i], s.partAt(named[k]), s.facts.Year, sign)
	}
	return true
}

// partAt is the service or the partner that the item at i names, nil where it names none.
func (s *statement) partAt(i int) *facts.Thing {
	it := &s.items[i]
	if it.Class != language.IsSubject || it.Thing.Kind != facts.Money || it.Thing.ID == "total" {
		return nil
	}
	if t := s.serviceCalled(it.Text); t != nil {
		return t
	}
	if it.Thing.Group == "service" || it.Thing.Group == "partner" || it.Thing.Group == "matter" {
		return it.Thing
	}
	return nil
}

// wholeVaried is the amount that is parted: the one that the over- or underspend at v is said to be, or
// one of which others are with no word for it. It is -1 where there is none.
func (s *statement) wholeVaried(v int, amounts []int) int {
	if len(amounts) < 2 {
		return -1
	}
	for _, i := range amounts {
		switch {
		case v < 0:
			if i > 1 && s.items[i-1].Text == "the" && s.items[i-2].Role == "of" {
				return i
			}
		case i == v-1:
			return i
		case i > v && !slices.ContainsFunc(s.items[v+1:i], func(x lex.Item) bool {
			return x.Class != language.IsPlain && (x.Class != language.IsRole || x.Role != "of" && x.Role != "by") && !x.Is(facts.Own) && !s.now(&x) && (x.Class != language.IsMark || x.Word != ",")
		}):
			return i
		}
	}
	return -1
}

// inPairs reports whether amounts and names stand in turns, each amount with its name, and which of all the items is the
// first of them.
func (s *statement) inPairs(amounts, named []int) (first int, ok bool) {
	if len(amounts) == 0 || len(amounts) != len(named) {
		return 0, false
	}
	before := amounts[0] < named[0]
	for k := range amounts {
		a, b := amounts[k], named[k]
		if a < b != before || k > 0 && min(a, b) < max(amounts[k-1], named[k-1]) {
			return 0, false
		}
	}
	return min(amounts[0], named[0]), true
}

// partedHere reports whether what stands first is said to be a part of the whole, and isn't what the whole is of: "of the
// overspend of £2.8m on prescribing".
func (s *statement) partedHere(v, whole, first int) bool {
	of, behind := false, false
	from, to := min(whole, max(v, 0)), max(whole, v)
	if v < 0 {
		from = whole
	}
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsRole && it.Role == "part" && i < from, (it.Text == "it" || it.Text == "which" || it.Text == "this" || it.Text == "that") && i > 0 && s.items[i-1].Role == "of":
			of = true
		case it.Class == language.IsRole && it.Role == "of" && i < from && !slices.ContainsFunc(s.items[i+1:from], func(x lex.Item) bool { return x.Class != language.IsPlain && x.Role != "of" && !x.Is(facts.Own) }):
			of = true
		case i > to && !behind:
			if it.Class == language.IsSubject {
				return false // it is of this
			}
			behind = it.Class == language.IsMark || it.Class == language.IsBreak || verb(it) || it.Class == language.IsAside
		}
	}
	return of
}

// partGiven reports whether the clause gives an amount of an over- or underspend, and what that is: "£0.9m of the overspend
// of £2.8m was met by the health board". What the part is of, partsOfVaried reads.
func (c *clause) partGiven() bool {
	v := c.hasFace(facts.FaceVariance)
	if v < 0 || len(c.qs) != 2 || !lex.PlainAmount(c.qs[0].Item) || !lex.PlainAmount(c.qs[1].Item) || c.qs[0].i > v || !c.roleAt(c.next(c.qs[0].i), "of") {
		return false
	}
	w := c.qs[1].i
	return w == v-1 || c.roleAt(c.next(v), "of") && c.next(c.next(v)) == w
}
