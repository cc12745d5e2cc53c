package claims

import (
	"fmt"
	"slices"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
	"apr/regs/claims/sums"
	"apr/regs/sentence"
)

// This file holds the figures of one sentence against each other: as package sums reads them, and by the words that
// compare them. What doesn't add up by itself is wrong whatever the data have.

// within holds the sentence against itself: "down from £43.6m" behind £44.2m, "edged
// upwards, from 452 to 421". What was found wrong against the data isn't told again.
func (s *statement) within() {
	for i := range s.items {
		s.withinBeside(i)
		s.withinSequel(i)
		s.withinMultiple(i)
		if s.items[i].Class != language.IsRole || s.items[i].Role != "from" || i+1 >= len(s.items) {
			continue
		}
		a := s.plainTo(i+1, language.IsQuantity)
		m := s.moveBefore(i)
		if a < 0 || m < 0 || s.denies() {
			continue
		}
		if b := s.toBehind(a); b >= 0 {
			s.holdWay(m, a, []int{b})
		} else if s.startsRemark(m) {
			s.holdWay(m, a, s.figuresBefore(m, s.items[a].Q))
		}
	}
}

// withinBeside holds a comparison of two figures of the sentence: "71 people, more than the
// 164 a year earlier".
func (s *statement) withinBeside(i int) {
	it := &s.items[i]
	sign := it.N
	if it.Judge && s.only != nil {
		sign *= s.only.Better
	} else if it.Judge {
		sign = 0
	}
	if it.Class != language.IsBeside || sign == 0 || strings.Contains(it.Text, "short of") || !s.startsRemark(i) || s.denies() {
		return
	}
	b := s.plainTo(i+1, language.IsQuantity)
	if b < 0 || s.items[b].Q.Hedged || !s.plainFigure(b) {
		return
	}
	if before := s.figuresBefore(i, s.items[b].Q); len(before) == 1 && s.plainFigure(before[0]) && !s.items[before[0]].Q.Hedged && !s.alsoInPercent(before[0], i) {
		s.holdAgainst(i, before[0], b, sign)
	}
}

// alsoInPercent reports whether a percentage is between items a and i, of which the figure at a says the same: "£3.0m, or
// 4.2%, above the £71.4m planned".
func (s *statement) alsoInPercent(a, i int) bool {
	return language.AnyOf(s.items[a+1:i], func(x *lex.Item) bool { return x.Class == language.IsQuantity && x.Q.Unit == facts.Percent })
}

// plainFigure reports whether the item at i is a figure of its own, not a fraction or a
// reference.
func (s *statement) plainFigure(i int) bool {
	q := s.items[i].Q
	return q.Ref == nil && !q.Fraction && q.Value != nil
}

// holdAgainst holds the word at i, which compares the figure at a with that at b: sign is 1
// where it says that a is more, -1 for less.
func (s *statement) holdAgainst(i, a, b, sign int) {
	qa, qb := s.items[a].Q, s.items[b].Q
	if what := s.countsOf(a); qa.Unit == facts.Bare && what != "" && s.countsOf(b) != "" && s.countsOf(b) != what {
		return
	}
	if qa.Value.Cmp(qb.Value) != -sign || qa.In().Meets(qb.In()) || someAre(s.claims, Contradicted) {
		return
	}
	expected := map[int]string{1: "less than", -1: "more than"}[sign]
	is := fmt.Sprintf("%s is %s %s", s.textOf(s.items[a].Start, s.items[a].End), expected, s.textOf(s.items[b].Start, s.items[b].End))
	s.saysOtherWay(i, a, b, expected, is)
}

// saysOtherWay tells that the word at i says the other way than the figures at a and b: expected is the way of these, and is
// says it of them.
func (s *statement) saysOtherWay(i, a, b int, expected, is string) {
	word, from, to := &s.items[i], &s.items[a], &s.items[b]
	s.dropUnreadAt(word)
	cl := s.claimOf(min(word.Start, from.Start, to.Start), max(word.End, from.End, to.End), word)
	cl.Measure, cl.Unit, cl.Verdict, cl.Comparator, cl.Slip = saysArithmetic, from.Q.Unit, Contradicted, word.Text, "other-way"
	cl.Expected, cl.Message, cl.Hint = expected, fmt.Sprintf("the text has %q; %s", cl.Words, is), "correct the word or the figures"
	cl.Evidence = claim.Related(s.passage.Text.At(from.Start), "the figures")
	s.claims = append(s.claims, cl)
}

// withinSequel holds the way that a figure went on: "to 67.1% and then fell to 70.8%".
func (s *statement) withinSequel(i int) {
	if s.items[i].Class != language.IsBreak || s.items[i].Word != "then" || s.denies() {
		return
	}
	m := s.plainTo(i+1, language.IsMove)
	if m < 0 || s.items[m].Judge || s.items[m].Adj {
		return
	}
	to := s.plainTo(m+1, language.IsRole)
	if to < 0 || s.items[to].Role != "to" {
		return
	}
	b := s.plainTo(to+1, language.IsQuantity)
	if b < 0 {
		return
	}
	if before := s.figuresBefore(i, s.items[b].Q); len(before) > 0 {
		s.holdWay(m, before[len(before)-1], []int{b})
	}
}

// denies reports whether the sentence has a word that turns its sense, or speaks of
// places in a table, where up is a smaller number.
func (s *statement) denies() bool {
	return language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsNot || x.Class == language.IsRank || x.Ordinal > 0 || x.Text == "table" || x.Text == "32"
	})
}

// plainTo is the first item of a class from i on that has only plain words before it,
// or -1.
func (s *statement) plainTo(i int, is language.Class) int {
	for ; i < len(s.items); i++ {
		switch s.items[i].Class {
		case is:
			return i
		case language.IsPlain, language.IsHedge:
		default:
			return -1
		}
	}
	return -1
}

// moveBefore is the word of direction to which "from" at i belongs, or -1.
func (s *statement) moveBefore(i int) int {
	comma := false
	for k := i - 1; k >= 0 && i-k <= 12; k-- {
		switch it := &s.items[k]; it.Class {
		case language.IsMove:
			if it.Judge || it.Adj {
				return -1
			}
			return k
		case language.IsMark:
			if it.Word != "," || k != i-1 {
				return -1
			}
			comma = true
		case language.IsPlain, language.IsQuantity, language.IsPeriod, language.IsHedge, language.IsRole:
		default:
			if !comma {
				return -1
			}
			if it.Class == language.IsBreak || it.Class == language.IsAside {
				return -1
			}
		}
	}
	return -1
}

// toBehind is the figure that the one at a went to, or -1.
func (s *statement) toBehind(a int) int {
	for k := a + 1; k < len(s.items); k++ {
		switch it := &s.items[k]; {
		case it.Class == language.IsRole && it.Role == "to":
			b := s.plainTo(k+1, language.IsQuantity)
			if b >= 0 && b+1 < len(s.items) && s.items[b+1].Adj {
				return -1 // "to 70 fewer"
			}
			if b >= 0 && language.AnyOf(s.items[b:min(b+4, len(s.items))], func(x *lex.Item) bool { return x.Class == language.IsRole && x.Role == "to" }) {
				return -1 // "from 5 to 10 weeks to 3"
			}
			return b
		case it.Class == language.IsPlain, it.Class == language.IsPeriod, it.Class == language.IsArea, it.Class == language.IsRole && (it.Role == "in" || it.Role == "of"):
		default:
			return -1
		}
	}
	return -1
}

// startsRemark reports whether the word of direction at m begins what is said of the
// figure before: ", down from 64".
func (s *statement) startsRemark(m int) bool {
	for k := m - 1; k >= 0; k-- {
		switch s.items[k].Class {
		case language.IsPlain:
		case language.IsMark:
			return s.items[k].Word == "," || s.items[k].Word == "(" || s.items[k].Word == "–"
		default:
			return false
		}
	}
	return false
}

// figuresBefore are the figures before item m that can be of the same thing as q.
func (s *statement) figuresBefore(m int, q *facts.Quantity) (all []int) {
	for k := range m {
		if o := s.items[k].Q; s.items[k].Class == language.IsQuantity && o.Unit == q.Unit && !s.wholeAt(k) {
			all = append(all, k)
		}
	}
	return all
}

// wholeAt reports whether the figure at k is what others are of: "Of 38 services", "5 of
// 38".
func (s *statement) wholeAt(k int) bool {
	for k--; k >= 0 && s.items[k].Class == language.IsPlain; k-- {
	}
	if k < 0 || s.items[k].Role != "of" {
		return false
	}
	for k--; k >= 0 && s.items[k].Class == language.IsPlain; k-- {
	}
	return k < 0 || s.items[k].Class == language.IsMark || s.items[k].Class == language.IsQuantity
}

// countsOf is the word behind a figure that isn't understood, which is what it counts, or
// "".
func (s *statement) countsOf(k int) string {
	if k+1 < len(s.items) && (s.items[k+1].Class == language.IsUnknown || s.items[k+1].Class == language.IsPlain && slices.Contains(counted, s.items[k+1].Text)) {
		return s.items[k+1].Text
	}
	return ""
}

// ofPace are words that say how fast something went, so that figures behind them may be of that.
var ofPace = []string{"slowed", "slowing", "slows", "eased", "slackened", "quickened", "accelerated", "narrowed", "widened"}

// holdWay holds a direction against the figure at a and those that it may have gone to.
func (s *statement) holdWay(m, a int, to []int) {
	from, word := s.items[a].Q, &s.items[m]
	if len(to) == 0 || from.Ref != nil || from.Fraction || from.Value == nil {
		return
	}
	for _, k := range to {
		q := s.items[k].Q
		if q.Ref != nil || q.Fraction || q.Value == nil || q.Unit != from.Unit || q.Value.Cmp(from.Value) != -word.N || q.In().Meets(from.In()) {
			return
		}
	}
	if language.AnyOf(s.items[min(m, a):max(m, a)], func(x *lex.Item) bool { return slices.Contains(ofPace, x.Text) }) {
		return // "the rise slowed, from 0.9 to 0.7"
	}
	b := to[len(to)-1]
	if what := s.countsOf(a); from.Unit == facts.Bare && what != "" && s.countsOf(b) != "" && s.countsOf(b) != what {
		return
	}
	if someAre(s.claims, Contradicted) {
		return
	}
	is := fmt.Sprintf("%s to %s is the other way", s.textOf(s.items[a].Start, s.items[a].End), s.textOf(s.items[b].Start, s.items[b].End))
	s.saysOtherWay(m, a, b, map[int]string{1: "down", -1: "up"}[word.N], is)
}

// sums adds what the sentence makes of its own figures, and keeps the whole of which it counts the parts.
func (r *reader) sums(s *sentence.Sentence, ts []language.Token) {
	claims, parts := sums.Claims(r.facts, s, ts)
	r.reading.Claims = append(r.reading.Claims, claims...)
	if parts == nil || slices.Contains(passing, parts.Of) {
		return
	}
	q := language.Exactly(parts.Together)
	r.reading.said = append(r.reading.said, said{key: "whole:" + r.locality + ":" + parts.Of, what: fmt.Sprintf("(%d) %s", parts.Together, parts.Of), is: q.In(), written: parts.Written,
		sentence: r.passage.Text.At(ts[0].Start), position: parts.From, end: parts.To, name: r.name})
}

// tellOnce leaves out what the sums from one on found wrong where the data say so of the
// same figure, and what the sentence's claims say of a figure that is the sum of others.
func (r *reader) tellOnce(from int, told []*Claim) []*Claim {
	at := func(cl *Claim, is func(sum *Claim) bool) bool {
		return slices.ContainsFunc(r.reading.Claims[from:], func(sum *Claim) bool { return sum.Measure == saysArithmetic && sum.At == cl.At && is(sum) })
	}
	told = slices.DeleteFunc(told, func(cl *Claim) bool {
		return cl.Verdict != Confirmed && cl.Measure != saysArithmetic && at(cl, func(sum *Claim) bool { return sum.Comparator == "sum" })
	})
	sums := slices.DeleteFunc(r.reading.Claims[from:], func(sum *Claim) bool {
		return sum.Measure == saysArithmetic && sum.Verdict == Contradicted &&
			slices.ContainsFunc(told, func(cl *Claim) bool { return cl.Verdict == Contradicted && cl.At == sum.At })
	})
	r.reading.Claims = r.reading.Claims[:from+len(sums)]
	for _, cl := range told { // "by 70%, from £1.7m to £2.9m": right by the figures as they are written
		if cl.Verdict == Contradicted && cl.Measure == saysChange && at(cl, func(sum *Claim) bool { return sum.Verdict == Confirmed }) && bothRight(told, cl.Subject) {
			cl.Unsure("it follows from the figures as they are rounded")
		}
	}
	return told
}

// bothRight reports whether two figures of a thing are right, as those that a change is from and to.
func bothRight(told []*Claim, subject string) bool {
	right := 0
	for _, cl := range told {
		if cl.Verdict == Confirmed && cl.Measure == saysValue && cl.Subject == subject {
			right++
		}
	}
	return right > 1
}
