package claims

import (
	"slices"
)

// This file reads what is said of several indicators at once: "both emergency admissions and falls were above the Scottish
// rates".

// bothBeside reads a comparison of two indicators with the same place; it reports whether the clause makes one.
func (c *clause) bothBeside() bool {
	if len(c.subjects) < 2 || len(c.qs) > 0 || c.not || c.unknown != "" || slices.ContainsFunc(c.subjects, func(t *Thing) bool { return t.Kind != isIndicator }) {
		return false
	}
	m := c.has(isBeside)
	if m < 0 && (c.says("both", "all") || c.times().base != nil) {
		return c.bothMoved()
	}
	if m < 0 || c.items[m].n == 0 || c.has(isMove, isStable, isExtreme, isRank, isTimes, isEach, isRow, isFace, isPace) >= 0 || c.has(isAside) >= 0 {
		return false
	}
	and := false
	for _, it := range c.items[:m] {
		switch {
		case it.class == isBreak && it.word == "and":
			and = true
		case it.class != isPlain && it.class != isSubject && it.class != isRole && !it.is(own):
			return false
		}
	}
	area, set, other, compared := c.scope()
	tm := c.times()
	if !and || !compared || set && area != own || other == own || isLocality(other) || len(c.also) > 0 || tm.base != nil || tm.over > 0 || tm.previous || !c.says("were", "are", "remained", "remain", "stayed", "stay", "both") {
		return false
	}
	if cl := c.tellBoth(saysComparison, m, func(t *Thing, sign int) (ways []way) {
		for _, y := range c.atYears(t, value, own, tm) {
			ways = append(ways, c.facts.beside(t, value, own, other, y, sign))
		}
		return ways
	}); cl != nil {
		cl.Comparator = c.items[m].text + " " + c.facts.place(other)
	}
	return true
}

// tellBoth adds what the word at m says of two indicators as one claim: of the one of which it is wrong, or of the
// first where it is right of both. It is nil where neither is so.
func (c *clause) tellBoth(says Measure, m int, waysOf func(t *Thing, sign int) []way) *Claim {
	var right, wrong []way
	var of *Thing
	sure := true
	for _, t := range c.subjects {
		sign := c.items[m].n
		if c.items[m].judge {
			sign *= t.Better
		}
		ways := waysOf(t, sign)
		switch {
		case sign == 0 || len(ways) == 0:
			return nil
		case !slices.ContainsFunc(ways, func(w way) bool { return w.truth != no }):
			if wrong == nil {
				wrong, of = ways, t
			}
		case ways[0].truth != yes:
			sure = false
		case right == nil:
			right = ways
		}
	}
	if wrong == nil && !sure {
		return nil
	}
	if wrong != nil {
		cl := c.tell(says, c.items[m], of, own, wrong)
		cl.Slip = "the other way"
		return cl
	}
	return c.tell(says, c.items[m], c.subjects[0], own, right)
}

// bothMoved reads that two indicators went one way: "emergency admissions and falls both rose"; it reports whether
// the clause says so.
func (c *clause) bothMoved() bool {
	m := c.has(isMove)
	if m < 0 || c.items[m].adj || c.items[m].n == 0 || c.items[m].word == "gap" || c.deltas() || c.has(isThan, isVersus, isExtreme, isRank, isTimes, isEach, isRow, isFace, isPace, isAside) >= 0 || c.earlier() {
		return false
	}
	if slices.ContainsFunc(c.items[:m], func(x *item) bool {
		return x.class != isPlain && x.class != isSubject && x.class != isRole && x.class != isPeriod && !x.is(own) && !(x.class == isBreak && x.word == "and")
	}) {
		return false
	}
	tm := c.times()
	if _, set, _, compared := c.scope(); set || compared || tm.over > 0 || !slices.ContainsFunc(c.items[:m], func(x *item) bool { return x.class == isBreak && x.word == "and" }) {
		return false
	}
	if cl := c.tellBoth(saysChange, m, func(t *Thing, sign int) (ways []way) {
		for _, y := range c.atYears(t, value, own, tm) {
			for _, b := range c.baseYears(t, value, own, tm, y) {
				if b < y {
					ways = append(ways, c.facts.move(t, value, own, b, y, sign))
				}
			}
		}
		return ways
	}); cl != nil {
		cl.Comparator = c.items[m].text
	}
	return true
}

// listsThings reports whether a comma is between two of several indicators of which the same is said: "falls,
// readmissions and delayed discharge are all below Scotland".
func listsThings(cur *clause, behind []*item) bool {
	indicator := func(x *item) bool { return x.class == isSubject && x.thing.Kind == isIndicator }
	n := len(cur.items)
	if n == 0 || !indicator(cur.items[n-1]) || slices.ContainsFunc(cur.items, func(x *item) bool {
		return !indicator(x) && x.class != isPlain && !(x.class == isRole && (x.role == "in" || x.role == "of"))
	}) {
		return false
	}
	and := false
	for i, x := range behind {
		switch {
		case indicator(x):
			if and {
				return true
			}
		case x.class == isBreak && x.word == "and" && x.text == "and" && i > 0:
			and = true
		case x.class == isPlain && (x.text == "the" || i > 0 && !and && behind[i-1].class == isSubject), x.class == isMark && x.word == "," && i > 0 && !and:
		default:
			return false
		}
	}
	return false
}
