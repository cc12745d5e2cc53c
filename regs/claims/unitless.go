package claims

import (
	"slices"
)

// This file gives figures the unit that the sentence has behind another one of them.

// takeUnits makes percentages of figures without a unit that stand next to one: "from 45.0 to
// 43.5 per cent", "79.3 per cent, and has since climbed to 86.2".
func (s *statement) takeUnits() {
	bare, percents := 0, false
	for i := range s.items {
		if q := s.items[i].q; q != nil {
			percents = percents || q.unit == percent && !q.fraction || q.unit == points
			if s.unitless(i) {
				bare++
			}
		}
	}
	if bare == 0 || !percents {
		return
	}
	for i := range s.items {
		if s.items[i].role == "from" || s.items[i].role == "between" {
			s.takeUnitOfPair(i)
		}
	}
	for i := range s.items {
		if s.unitless(i) && s.items[i].q.den > 1 && (s.only != nil && s.only.Unit == percent && s.near(s.only, value, own, s.items[i].q) || s.downFrom(i)) {
			s.items[i].q = inPercent(s.items[i].q)
		}
	}
}

// unitless reports whether the figure at i has no unit, and nothing behind it that it counts.
func (s *statement) unitless(i int) bool {
	it := &s.items[i]
	if it.class != isQuantity || it.q.unit != bare || it.q.per != 0 || it.q.inWords || it.q.hedged || it.q.ref != nil || it.q.value == nil || moreThan(it.q.value, 100) {
		return false
	}
	if i+1 == len(s.items) {
		return true
	}
	switch next := &s.items[i+1]; next.class {
	case isMark, isBreak, isPeriod, isArea, isAside:
		return true
	case isRole:
		return next.role != "of"
	case isPlain:
		return slices.Contains([]string{"now", "then", "here", "today", "ours", "a", "the", "over", "two", "three"}, next.text)
	}
	return false
}

// takeUnitOfPair gives one of two figures between which something moved the unit of the other.
func (s *statement) takeUnitOfPair(i int) {
	a := s.plainTo(i+1, isQuantity)
	if a < 0 {
		return
	}
	for k := a + 1; k < len(s.items); k++ {
		switch it := &s.items[k]; {
		case it.class == isRole && it.role == "to", it.class == isBreak && it.word == "and" && s.items[i].role == "between":
			b := s.plainTo(k+1, isQuantity)
			if b < 0 {
				return
			}
			switch {
			case s.unitless(b) && s.items[a].q.unit == percent:
				s.items[b].q = inPercent(s.items[b].q)
			case s.items[b].q.unit == percent && s.items[a].q.unit == bare && s.items[a].q.per == 0 && s.items[a].q.ref == nil && s.unitless(a):
				s.items[a].q = inPercent(s.items[a].q)
			}
			return
		case it.class == isPlain, it.class == isPeriod, it.class == isArea, it.class == isRole && (it.role == "in" || it.role == "of"):
		default:
			return
		}
	}
}

// downFrom reports whether the figure at i is what a percentage before it came from: "17.9 per
// cent, down from 20.0".
func (s *statement) downFrom(i int) bool {
	if i < 3 || s.items[i-1].role != "from" || s.items[i-2].class != isMove {
		return false
	}
	for k := i - 3; k >= 0; k-- {
		switch it := &s.items[k]; it.class {
		case isMark, isPlain, isPeriod:
		case isQuantity:
			return it.q.unit == percent && !it.q.fraction
		default:
			return false
		}
	}
	return false
}

// inPercent is a figure as a percentage.
func inPercent(q *quantity) *quantity {
	p := *q
	p.unit = percent
	return &p
}

// near reports whether a figure without a unit is about as large as a thing's.
func (s *statement) near(t *Thing, face Face, area string, q *quantity) bool {
	return s.facts.near(t, face, area, q, rat(1, 2), rat(2, 1))
}
