package claims

import (
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file gives figures the unit that the sentence has behind another one of them.

// takeUnits makes percentages of figures without a unit that stand next to one: "from 45.0 to
// 43.5 per cent", "79.3 per cent, and has since climbed to 86.2".
func (s *statement) takeUnits() {
	bare, percents := 0, false
	for i := range s.items {
		if q := s.items[i].Q; q != nil {
			percents = percents || q.Unit == facts.Percent && !q.Fraction || q.Unit == facts.Points
			if s.unitless(i) {
				bare++
			}
		}
	}
	if bare == 0 || !percents {
		return
	}
	for i := range s.items {
		if s.items[i].Role == "from" || s.items[i].Role == "between" {
			s.takeUnitOfPair(i)
		}
	}
	for i := range s.items {
		if s.unitless(i) && s.items[i].Q.Den > 1 && (s.only != nil && s.only.Unit == facts.Percent && s.near(s.only, facts.FaceValue, facts.Own, s.items[i].Q) || s.downFrom(i)) {
			s.items[i].Q = inPercent(s.items[i].Q)
		}
	}
}

// unitless reports whether the figure at i has no unit, and nothing behind it that it counts.
func (s *statement) unitless(i int) bool {
	it := &s.items[i]
	if it.Class != language.IsQuantity || it.Q.Unit != facts.Bare || it.Q.Per != 0 || it.Q.InWords || it.Q.Hedged || it.Q.Ref != nil || it.Q.Value == nil || exact.MoreThan(it.Q.Value, 100) {
		return false
	}
	if i+1 == len(s.items) {
		return true
	}
	switch next := &s.items[i+1]; next.Class {
	case language.IsMark, language.IsBreak, language.IsPeriod, language.IsArea, language.IsAside:
		return true
	case language.IsRole:
		return next.Role != "of"
	case language.IsPlain:
		return slices.Contains([]string{"now", "then", "here", "today", "ours", "a", "the", "over", "two", "three"}, next.Text)
	}
	return false
}

// takeUnitOfPair gives one of two figures between which something moved the unit of the other.
func (s *statement) takeUnitOfPair(i int) {
	a := s.plainTo(i+1, language.IsQuantity)
	if a < 0 {
		return
	}
	for k := a + 1; k < len(s.items); k++ {
		switch it := &s.items[k]; {
		case it.Class == language.IsRole && it.Role == "to", it.Class == language.IsBreak && it.Word == "and" && s.items[i].Role == "between":
			b := s.plainTo(k+1, language.IsQuantity)
			if b < 0 {
				return
			}
			switch {
			case s.unitless(b) && s.items[a].Q.Unit == facts.Percent:
				s.items[b].Q = inPercent(s.items[b].Q)
			case s.items[b].Q.Unit == facts.Percent && s.items[a].Q.Unit == facts.Bare && s.items[a].Q.Per == 0 && s.items[a].Q.Ref == nil && s.unitless(a):
				s.items[a].Q = inPercent(s.items[a].Q)
			}
			return
		case it.Class == language.IsPlain, it.Class == language.IsPeriod, it.Class == language.IsArea, it.Class == language.IsRole && (it.Role == "in" || it.Role == "of"):
		default:
			return
		}
	}
}

// downFrom reports whether the figure at i is what a percentage before it came from: "17.9 per
// cent, down from 20.0".
func (s *statement) downFrom(i int) bool {
	if i < 3 || s.items[i-1].Role != "from" || s.items[i-2].Class != language.IsMove {
		return false
	}
	for k := i - 3; k >= 0; k-- {
		switch it := &s.items[k]; it.Class {
		case language.IsMark, language.IsPlain, language.IsPeriod:
		case language.IsQuantity:
			return it.Q.Unit == facts.Percent && !it.Q.Fraction
		default:
			return false
		}
	}
	return false
}

// inPercent is a figure as a percentage.
func inPercent(q *facts.Quantity) *facts.Quantity {
	p := *q
	p.Unit = facts.Percent
	return &p
}

// near reports whether a figure without a unit is about as large as a thing's.
func (s *statement) near(t *facts.Thing, face facts.Face, area string, q *facts.Quantity) bool {
	return s.facts.Near(t, face, area, q, exact.Rat(1, 2), exact.Rat(2, 1))
}

// takePounds makes pounds of each amount in words that has no unit in a sentence of money alone: "the board overspent by half a million".
func (s *statement) takePounds() {
	ofMoney := false
	for i := range s.items {
		switch it := &s.items[i]; it.Class {
		case language.IsFace:
			ofMoney = ofMoney || it.Face == facts.FaceVariance && it.N != 0 || it.Face == facts.FaceSpend
		case language.IsSubject:
			if it.Thing.Unit != facts.Pounds && it.Thing.Kind != facts.Money {
				return
			}
			ofMoney = ofMoney || it.Thing.Kind == facts.Measure
		}
	}
	if !ofMoney {
		return
	}
	for i := range s.items {
		if it := &s.items[i]; it.Class == language.IsQuantity && it.Q.Unit == facts.Bare && it.Q.InWords && it.Q.Per == 0 && it.Q.Ref == nil && it.Q.Value != nil && exact.MoreThan(it.Q.Value, 200_000) && s.countsNothing(i+1) {
			q := *it.Q
			q.Unit, it.Q = facts.Pounds, &q
		}
	}
}

// countsNothing reports whether item i, right behind a number, isn't what that counts.
func (s *statement) countsNothing(i int) bool {
	if i >= len(s.items) {
		return true
	}
	switch it := &s.items[i]; it.Class {
	case language.IsMark, language.IsBreak, language.IsPeriod, language.IsFace, language.IsBeside, language.IsThan:
		return true
	case language.IsMove:
		return !s.itemIs(i+1, language.IsUnknown) && !s.itemIs(i+1, language.IsPlain) // "a million more items"
	case language.IsRole:
		return it.Role != "of"
	case language.IsPlain:
		return slices.Contains([]string{"on", "too", "under", "over", "short"}, it.Text)
	case language.IsHedge:
		return it.Text == "over" || it.Text == "under" // of a budget
	}
	return false
}
