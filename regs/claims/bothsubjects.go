package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what is said of several indicators at once: "both emergency admissions and falls were above the Scottish
// rates".

// bothBeside reads a comparison of two indicators with the same place; it reports whether the clause makes one.
func (c *clause) bothBeside() bool {
	if len(c.subjects) < 2 || len(c.qs) > 0 || c.not || c.unknown != "" || slices.ContainsFunc(c.subjects, func(t *facts.Thing) bool { return t.Kind != facts.Indicator }) {
		return false
	}
	m := c.has(language.IsBeside)
	if m < 0 && (c.says("both", "all") || c.times().base != nil) {
		return c.bothMoved()
	}
	if m < 0 || c.items[m].N == 0 || c.has(language.IsMove, language.IsStable, language.IsExtreme, language.IsRank, language.IsTimes, language.IsEach, language.IsRow, language.IsFace, language.IsPace) >= 0 || c.has(language.IsAside) >= 0 {
		return false
	}
	and := false
	for _, it := range c.items[:m] {
		switch {
		case it.Class == language.IsBreak && it.Word == "and":
			and = true
		case it.Class != language.IsPlain && it.Class != language.IsSubject && it.Class != language.IsRole && !it.Is(facts.Own):
			return false
		}
	}
	area, set, other, compared := c.scope()
	tm := c.times()
	if !and || !compared || set && area != facts.Own || other == facts.Own || facts.IsLocality(other) || len(c.also) > 0 || tm.base != nil || tm.over > 0 || tm.previous || !c.says("were", "are", "remained", "remain", "stayed", "stay", "both") {
		return false
	}
	if cl := c.tellBoth(saysComparison, m, func(t *facts.Thing, sign int) (ways []facts.Way) {
		for _, y := range c.atYears(t, facts.FaceValue, facts.Own, tm) {
			ways = append(ways, c.facts.Beside(t, facts.FaceValue, facts.Own, other, y, sign))
		}
		return ways
	}); cl != nil {
		cl.Comparator = c.items[m].Text + " " + c.facts.Place(other)
	}
	return true
}

// tellBoth adds what the word at m says of two indicators as one claim: of the one of which it is wrong, or of the
// first where it is right of both. It is nil where neither is so.
func (c *clause) tellBoth(says Measure, m int, waysOf func(t *facts.Thing, sign int) []facts.Way) *Claim {
	var right, wrong []facts.Way
	var of *facts.Thing
	sure := true
	for _, t := range c.subjects {
		sign := c.items[m].Sign(t)
		ways := waysOf(t, sign)
		switch {
		case sign == 0 || len(ways) == 0:
			return nil
		case !slices.ContainsFunc(ways, func(w facts.Way) bool { return w.Truth != facts.No }):
			if wrong == nil {
				wrong, of = ways, t
			}
		case ways[0].Truth != facts.Yes:
			sure = false
		case right == nil:
			right = ways
		}
	}
	if wrong == nil && !sure {
		return nil
	}
	if wrong != nil {
		cl := c.tell(says, c.items[m], of, facts.Own, wrong)
		cl.Slip = "the other way"
		return cl
	}
	return c.tell(says, c.items[m], c.subjects[0], facts.Own, right)
}

// bothMoved reads that two indicators went one way: "emergency admissions and falls both rose"; it reports whether
// the clause says so.
func (c *clause) bothMoved() bool {
	m := c.has(language.IsMove)
	if m < 0 || c.items[m].Adj || c.items[m].N == 0 || c.items[m].Word == "gap" || c.deltas() || c.has(language.IsThan, language.IsVersus, language.IsExtreme, language.IsRank, language.IsTimes, language.IsEach, language.IsRow, language.IsFace, language.IsPace, language.IsAside) >= 0 || c.earlier() {
		return false
	}
	if slices.ContainsFunc(c.items[:m], func(x *lex.Item) bool {
		return x.Class != language.IsPlain && x.Class != language.IsSubject && x.Class != language.IsRole && x.Class != language.IsPeriod && !x.Is(facts.Own) && !(x.Class == language.IsBreak && x.Word == "and")
	}) {
		return false
	}
	tm := c.times()
	if _, set, _, compared := c.scope(); set || compared || tm.over > 0 || !slices.ContainsFunc(c.items[:m], func(x *lex.Item) bool { return x.Class == language.IsBreak && x.Word == "and" }) {
		return false
	}
	if cl := c.tellBoth(saysChange, m, func(t *facts.Thing, sign int) (ways []facts.Way) {
		for _, y := range c.atYears(t, facts.FaceValue, facts.Own, tm) {
			for _, b := range c.baseYears(t, facts.FaceValue, facts.Own, tm, y) {
				if b < y {
					ways = append(ways, c.facts.Move(t, facts.FaceValue, facts.Own, b, y, sign))
				}
			}
		}
		return ways
	}); cl != nil {
		cl.Comparator = c.items[m].Text
	}
	return true
}

// listsThings reports whether a comma is between two of several indicators of which the same is said: "falls,
// readmissions and delayed discharge are all below Scotland".
func listsThings(cur *clause, behind []*lex.Item) bool {
	indicator := func(x *lex.Item) bool { return x.Class == language.IsSubject && x.Thing.Kind == facts.Indicator }
	n := len(cur.items)
	if n == 0 || !indicator(cur.items[n-1]) || slices.ContainsFunc(cur.items, func(x *lex.Item) bool {
		return !indicator(x) && x.Class != language.IsPlain && !(x.Class == language.IsRole && (x.Role == "in" || x.Role == "of"))
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
		case x.Class == language.IsBreak && x.Word == "and" && x.Text == "and" && i > 0:
			and = true
		case x.Class == language.IsPlain && (x.Text == "the" || i > 0 && !and && behind[i-1].Class == language.IsSubject), x.Class == language.IsMark && x.Word == "," && i > 0 && !and:
		default:
			return false
		}
	}
	return false
}
