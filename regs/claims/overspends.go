package claims

import (
	"math/big"
	"slices"

	"apr/regs/sentence"
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
		t := s.things["total"]
		from, okFrom := s.facts.at(t, variance, own, base)
		to, okTo := s.facts.at(t, variance, own, at)
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
func (s *statement) holdBeside(k, times int, part *quantity, from, to Value, base, at int) {
	w := way{year: at, base: base, expected: fromTo(from, to, base, at), evidence: append(proof(to, at), proof(from, base)...)}
	if d := new(big.Rat).Abs(to.Exact).Cmp(new(big.Rat).Abs(from.Exact)); part != nil {
		w.truth = truthOf(part.in().has(new(big.Rat).Mul(new(big.Rat).Quo(to.Exact, from.Exact), rat(100, 1))))
	} else if times != 0 {
		w.truth = truthOf(timesHeld(from.Exact, to.Exact, times, s.hedgeOf(k)))
	} else if d != 0 {
		w.truth = truthOf(d == s.items[k].n)
	}
	cl := s.tellAt(saysChange, &s.items[k], s.things["total"], own, w)
	cl.Comparator = s.items[k].text
	(&clause{statement: s}).ofVaried(cl, s.things["total"], to.Exact.Sign(), &s.items[k])
}

// overspendBefore reads "It is almost four times that of 2024/25" behind a sentence that gives this year's overspend.
func (s *statement) overspendBefore(sn *sentence.Sentence) {
	if len(s.items) < 5 || sn.Before == nil || len(s.all) > 0 || s.locality != "" || s.negated() || s.unsureMood() || !slices.Contains([]string{"it", "this", "that"}, s.items[0].text) || s.items[1].text != "is" {
		return
	}
	for k := 2; k < len(s.items); k++ {
		if times, part, ok := s.comparesSizes(k); ok {
			base, _, size, end := s.yearsOverspend(k + 1)
			t, at := s.things["total"], s.facts.Year
			from, okFrom := s.facts.at(t, variance, own, base)
			to, okTo := s.facts.at(t, variance, own, at)
			if end != len(s.items)-1 && (end < 0 || end+2 != len(s.items)) || !okFrom || !okTo || base == at || from.Exact.Sign() != to.Exact.Sign() || !s.gaveOverspend(sn.Before) {
				return
			}
			s.takeOver(0, len(s.items)-1)
			s.holdBeside(k, times, part, from, to, base, at)
			if size != nil {
				s.holdVaried(size, t, base, from.Exact.Sign())
			}
			return
		}
		if it := &s.items[k]; it.class != isPlain && it.class != isHedge && it.class != isBeside {
			return
		}
	}
}

// gaveOverspend reports whether the sentence before was right about this year's over- or underspend and of no other amount.
func (s *statement) gaveOverspend(before *sentence.Sentence) bool {
	from, gave := s.passage.Text.At(before.Start), false
	for _, cl := range slices.Backward(s.reading.Claims) {
		if cl.Name != s.name || cl.At.Line < from.Line || cl.At.Line == from.Line && cl.At.Column < from.Column {
			break
		}
		if cl.Subject != "total" || cl.Verdict != Confirmed || cl.Period != "" && cl.Period != yearName(s.facts.Year) {
			return false
		}
		gave = gave || cl.Measure == saysVariance && cl.Quantity != nil
	}
	return gave
}

// comparesSizes reports whether the item at k sets one amount beside another, and how many times as large, or which
// part of it, it makes it; neither where it says no more than larger or smaller.
func (s *statement) comparesSizes(k int) (times int, part *quantity, ok bool) {
	switch it := &s.items[k]; {
	case it.class == isTimes:
		return it.n, nil, true
	case it.text == "twice" && it.class == isPlain:
		return 2, nil, true
	case it.class == isQuantity && it.q.fraction && it.q.unit == percent && it.q.ref == nil:
		return 0, it.q, true // "half the overspend of 2024/25"
	case it.class == isBeside && it.n != 0 && !it.judge:
		return 0, nil, slices.Contains([]string{"larger than", "smaller than", "bigger than", "greater than", "higher than", "lower than"}, it.text)
	case it.class == isMove && it.adj && !it.judge:
		return 0, nil, k+1 < len(s.items) && s.items[k+1].class == isThan
	}
	return 0, nil, false
}

// hedgeOf is how exact the factor at k is said to be.
func (s *statement) hedgeOf(k int) hedge {
	if k > 0 && s.items[k-1].class == isBeside && s.items[k-1].n < 0 {
		return under // "less than twice"
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
func (s *statement) yearsOverspend(i int) (base, sign int, size *item, end int) {
	named := false
	for ; i < len(s.items); i++ {
		switch it := &s.items[i]; {
		case it.class == isThan, it.class == isRole && (it.role == "of" || it.role == "in"):
		case it.text == "that" || it.text == "the one":
			named = true
		case it.class == isFace && it.face == variance && it.n != 0 && sign == 0:
			named, sign = true, it.n
		case it.class == isPlain && !it.demoted:
		case it.class == isPeriod && named && !it.calendar && (it.known || it.entry.year > 0 && it.word != "over" && it.word != "onyear"):
			if base = it.year; !it.known {
				base = s.facts.Year - it.entry.year
			}
			end = i
			if i+2 < len(s.items) && s.items[i+1].class == isMark && (s.items[i+1].word == "(" || s.items[i+1].word == ",") && plainAmount(&s.items[i+2]) {
				size, end = &s.items[i+2], i+2
				if s.items[i+1].word == "(" && (i+3 == len(s.items) || s.items[i+3].word != ")") || s.items[i+1].word == "," && i+3 < len(s.items) && s.items[i+3].class != isMark {
					return 0, 0, nil, -1
				}
			} else if i+1 < len(s.items) && s.items[i+1].class != isMark && s.items[i+1].class != isBreak {
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
func (s *statement) amountBefore(k, base, sign int) (amount *item, at, first int) {
	at, called := s.facts.Year, false
	years := 0
	for first = k; first > 0; first-- {
		switch it := &s.items[first-1]; {
		case it.class == isBreak && it.word == "and" && first > 2 && s.items[first-2].class == isFace && s.items[first-3].text == "difference between":
		case it.class == isMark && it.word != ",", it.class == isBreak && it.word != "which":
			return s.isOverspend(amount, at, first, base, sign, called)
		case plainAmount(it) && amount == nil:
			amount = it
		case it.class == isFace && it.face == variance && it.n != 0 && (sign == 0 || it.n == sign):
			called = true
		case it.word == "gap", it.text == "the gap", it.text == "difference", it.text == "difference between", it.text == "gap", it.text == "shortfall", it.text == "deficit", it.text == "surplus":
			called = true
		case it.class == isPeriod && it.known && !it.calendar && years == 0:
			at, years = it.year, 1
		case s.now(it), it.is(own), it.class == isPlain && !it.demoted, it.class == isMark, it.class == isBreak, it.class == isHedge, it.class == isBeside && first == k, it.class == isFace && (it.face == spend || it.face == plan):
		case it.class == isRole && slices.Contains([]string{"of", "in", "at", "by", "between"}, it.role):
		default:
			return nil, 0, 0
		}
	}
	return s.isOverspend(amount, at, first, base, sign, called)
}

// isOverspend is the amount where it is what was over or under in the year.
func (s *statement) isOverspend(amount *item, at, first, base, sign int, called bool) (*item, int, int) {
	if amount == nil || !called || at <= base {
		return nil, 0, 0
	}
	v, ok := s.facts.at(s.things["total"], variance, own, at)
	if !ok || sign != 0 && v.Exact.Sign() != sign || !fits(amount.q.in(), Value{Exact: new(big.Rat).Abs(v.Exact)}) {
		return nil, 0, 0
	}
	return amount, at, first
}
