package claims

import (
	"math/big"
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads one year's over- or underspend beside another's where the sentence gives the amounts, too.

// overspends reads "At £2.8m, the overspend is almost four times that of 2024/25 (£0.7m)" and "the difference, £2.8m,
// is nearly double the overspend of 2023/24".
func (s *statement) overspends() bool {
	if len(s.all) > 0 || s.locality != "" || s.reader.money != nil || s.negated() || s.unsureMood() {
		return false
	}
	told := false
	for k := range s.items {
		times, part, isIt := s.comparesSizes(k)
		if !isIt {
			continue
		}
		base, sign, size, end := s.yearsOverspend(k + 1)
		if end < 0 {
			continue
		}
		amount, at, first := s.amountBefore(k, base, sign)
		if amount == nil {
			continue
		}
		t := s.total
		from, okFrom := s.facts.At(t, facts.FaceVariance, facts.Own, base)
		to, okTo := s.facts.At(t, facts.FaceVariance, facts.Own, at)
		if !okFrom || !okTo || at == base || from.Exact.Sign() != to.Exact.Sign() || sign != 0 && from.Exact.Sign() != sign {
			continue
		}
		s.takeOver(first, end)
		s.holdVaried(amount, t, at, to.Exact.Sign())
		s.holdBeside(k, times, part, from, to, base, at)
		if size != nil {
			s.holdVaried(size, t, base, from.Exact.Sign())
		}
		told = true
	}
	return told
}

// holdBeside holds what the item at k says of one year's over- or underspend beside another's.
func (s *statement) holdBeside(k, times int, part *facts.Quantity, from, to facts.Value, base, at int) {
	w := facts.Way{Year: at, Base: base, Expected: facts.FromTo(from, to, base, at), Evidence: append(facts.Proof(to, at), facts.Proof(from, base)...)}
	if d := new(big.Rat).Abs(to.Exact).Cmp(new(big.Rat).Abs(from.Exact)); part != nil {
		w.Truth = facts.TruthOf(part.In().Has(new(big.Rat).Mul(new(big.Rat).Quo(to.Exact, from.Exact), exact.Rat(100, 1))))
	} else if times != 0 {
		w.Truth = facts.TruthOf(facts.TimesHeld(from.Exact, to.Exact, times, s.hedgeOf(k)))
	} else if d != 0 {
		w.Truth = facts.TruthOf(d == s.items[k].N)
	}
	cl := s.tellAt(saysChange, &s.items[k], s.total, facts.Own, w)
	cl.Comparator = s.items[k].Text
	(&clause{statement: s}).ofVaried(cl, s.total, to.Exact.Sign(), &s.items[k])
}

// comparesSizes reports whether the item at k sets one amount beside another, and how many times as large, or which
// part of it, it makes it; neither where it says no more than larger or smaller.
func (s *statement) comparesSizes(k int) (times int, part *facts.Quantity, ok bool) {
	switch it := &s.items[k]; {
	case it.Class == language.IsTimes:
		return it.N, nil, true
	case it.Text == "twice" && it.Class == language.IsPlain:
		return 2, nil, true
	case it.Class == language.IsQuantity && it.Q.Fraction && it.Q.Unit == facts.Percent && it.Q.Ref == nil:
		return 0, it.Q, true // "half the overspend of 2024/25"
	case it.Class == language.IsBeside && it.N != 0 && !it.Judge:
		return 0, nil, slices.Contains([]string{"larger than", "smaller than", "bigger than", "greater than", "higher than", "lower than"}, it.Text)
	case it.Class == language.IsMove && it.Adj && !it.Judge:
		return 0, nil, k+1 < len(s.items) && s.items[k+1].Class == language.IsThan
	}
	return 0, nil, false
}

// hedgeOf is how exact the factor at k is said to be.
func (s *statement) hedgeOf(k int) facts.Hedge {
	if k > 0 && s.items[k-1].Class == language.IsBeside && s.items[k-1].N < 0 {
		return facts.Under // "less than twice"
	}
	c := &clause{statement: s}
	for i := range s.items {
		c.items = append(c.items, &s.items[i])
	}
	return c.hedgeBefore(k)
}

// yearsOverspend reads the over- or underspend of another year from item i on, and its amount where one is given:
// "the overspend of 2023/24 (£1.1m)", "that of the year before". end is its last item, -1 where there is none;
// sign is 0 where it has no word of its own.
func (s *statement) yearsOverspend(i int) (base, sign int, size *lex.Item, end int) {
	named := false
	for ; i < len(s.items); i++ {
		switch it := &s.items[i]; {
		case it.Class == language.IsThan, it.Class == language.IsRole && (it.Role == "of" || it.Role == "in"):
		case it.Text == "that" || it.Text == "the one":
			named = true
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 && sign == 0:
			named, sign = true, it.N
		case it.Class == language.IsPlain && !it.Demoted:
		case it.Class == language.IsPeriod && named && !it.Calendar && (it.Known || it.Entry.Year > 0 && it.Word != "over" && it.Word != "onyear"):
			if base = it.Year; !it.Known {
				base = s.facts.Year - it.Entry.Year
			}
			end = i
			if i+2 < len(s.items) && s.items[i+1].Class == language.IsMark && (s.items[i+1].Word == "(" || s.items[i+1].Word == ",") && lex.PlainAmount(&s.items[i+2]) {
				size, end = &s.items[i+2], i+2
				if s.items[i+1].Word == "(" && (i+3 == len(s.items) || s.items[i+3].Word != ")") || s.items[i+1].Word == "," && i+3 < len(s.items) && s.items[i+3].Class != language.IsMark {
					return 0, 0, nil, -1
				}
			} else if i+1 < len(s.items) && s.items[i+1].Class != language.IsMark && s.items[i+1].Class != language.IsBreak {
				return 0, 0, nil, -1
			}
			return base, sign, size, end
		default:
			return 0, 0, nil, -1
		}
	}
	return 0, 0, nil, -1
}

// amountBefore is the amount of which the comparative at k speaks, and the year that it is of. It is nil where it
// isn't plain that it is an over- or underspend, or where it isn't that of the year: what is wrong then is read as
// it stands.
func (s *statement) amountBefore(k, base, sign int) (amount *lex.Item, at, first int) {
	at, called := s.facts.Year, false
	years := 0
	for first = k; first > 0; first-- {
		switch it := &s.items[first-1]; {
		case it.Class == language.IsBreak && it.Word == "and" && first > 2 && s.items[first-2].Class == language.IsFace && s.items[first-3].Text == "difference between":
		case it.Class == language.IsMark && it.Word != ",", it.Class == language.IsBreak && it.Word != "which":
			return s.isOverspend(amount, at, first, base, sign, called)
		case lex.PlainAmount(it) && amount == nil:
			amount = it
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 && (sign == 0 || it.N == sign):
			called = true
		case it.Word == "gap", it.Text == "the gap", it.Text == "difference", it.Text == "difference between", it.Text == "gap", it.Text == "shortfall", it.Text == "deficit", it.Text == "surplus":
			called = true
		case it.Class == language.IsPeriod && it.Known && !it.Calendar && years == 0:
			at, years = it.Year, 1
		case s.now(it), it.Is(facts.Own), it.Class == language.IsPlain && !it.Demoted, it.Class == language.IsMark, it.Class == language.IsBreak, it.Class == language.IsHedge, it.Class == language.IsBeside && first == k, it.Class == language.IsFace && (it.Face == facts.FaceSpend || it.Face == facts.FacePlan):
		case it.Class == language.IsRole && slices.Contains([]string{"of", "in", "at", "by", "between"}, it.Role):
		default:
			return nil, 0, 0
		}
	}
	return s.isOverspend(amount, at, first, base, sign, called)
}

// isOverspend is the amount where it is what was over or under in the year.
func (s *statement) isOverspend(amount *lex.Item, at, first, base, sign int, called bool) (*lex.Item, int, int) {
	if amount == nil || !called || at <= base {
		return nil, 0, 0
	}
	v, ok := s.facts.At(s.total, facts.FaceVariance, facts.Own, at)
	if !ok || sign != 0 && v.Exact.Sign() != sign || !facts.Fits(amount.Q.In(), facts.Value{Exact: new(big.Rat).Abs(v.Exact)}) {
		return nil, 0, 0
	}
	return amount, at, first
}
