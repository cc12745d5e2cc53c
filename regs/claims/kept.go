package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads what was aimed for where a verb says whether it was kept to: "the limit of eight weeks was kept", and finds
// which figure is a target's where no word next to it says so.

// keptTo makes a target that was met of "was kept" at i, where the clause has named a limit or a target.
func keptTo(items []item, i int) {
	n := 0
	switch items[i].text {
	case "kept", "respected", "observed", "honoured":
		n = 1
	case "breached", "broken", "overstepped", "overshot":
		n = -1
	}
	if n == 0 || i+1 < len(items) && items[i+1].Class != language.IsMark && items[i+1].Class != language.IsBreak && items[i+1].Class != language.IsPeriod {
		return
	}
	was := false
	for k := i - 1; k >= 0 && items[k].Class != language.IsMark; k-- {
		switch it := &items[k]; {
		case it.Class == language.IsFace && it.Face == facts.FaceTarget && was:
			items[i].Entry = language.Entry{Class: language.IsMet, N: n, Word: items[i].text}
			return
		case it.Class == language.IsPlain || it.Class == language.IsNot:
			was = was || slices.Contains([]string{"was", "were", "is", "are", "been"}, it.text)
		case it.Class != language.IsQuantity && it.Class != language.IsHedge && !(it.Class == language.IsRole && it.Role == "of") && !it.is(facts.Own):
			return
		}
	}
}

// unitOfTarget gives a target in words the unit that its measure has: "88% … against a target of ninety".
func (s *statement) unitOfTarget() {
	if s.only == nil || s.only.Kind != facts.Measure || s.only.Unit != facts.Percent {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.Class != language.IsQuantity || it.q.Unit != facts.Bare || it.q.Ref != nil || it.q.Fraction || it.q.Per != 0 || i+1 < len(s.items) && s.items[i+1].Class != language.IsMark && s.items[i+1].Class != language.IsBreak {
			continue
		}
		k := i - 1
		for k >= 0 && (s.items[k].Class == language.IsPlain || s.items[k].Role == "of" || s.items[k].Class == language.IsHedge) {
			k--
		}
		if k >= 0 && s.items[k].Class == language.IsFace && s.items[k].Face == facts.FaceTarget && s.near(s.only, facts.FaceValue, facts.Own, it.q) {
			it.q = inPercent(it.q)
		}
	}
}

// targetInBrackets reports whether a figure in brackets is that of a target: "missed its target (75%)",
// "fell short of its target (60% against 75%)".
func (c *clause) targetInBrackets(q *placed) bool {
	if c.lead != "(" || c.after == nil || q.q.Ref != nil || c.next(q.i) >= 0 || c.has(language.IsMove, language.IsBeside, language.IsPeriod, language.IsArea) >= 0 {
		return false
	}
	against := c.is(c.prev(q.i), language.IsVersus) && c.is(c.prev(c.prev(q.i)), language.IsQuantity)
	if len(c.qs) > 1 && !against {
		return false
	}
	return c.after.Class == language.IsFace && c.after.Face == facts.FaceTarget
}

// achievedThere takes "achieved" at i between a figure and its place for a plain word: "behind the 78% achieved in
// Glenside".
func achievedThere(items []item, i int) {
	if items[i].Class == language.IsMet && items[i].N > 0 && i > 0 && i+2 < len(items) && items[i-1].Class == language.IsQuantity && items[i+1].Role == "in" && items[i+2].Class == language.IsArea {
		items[i].makePlain()
	}
}

// onlyThen holds "last met its target in 2021/22" and "for the first time" against the other years: there must
// be none behind it, or before it, in which the target was met.
func (c *clause) onlyThen(w *facts.Way, t *facts.Thing, area string, word, year int) {
	from, to := 0, -1
	switch {
	case word > 0 && c.items[word-1].text == "last" && c.namesYear():
		from, to = year+1, c.facts.Year
	case c.says("first") && c.says("time") || c.says("for the first time") || word > 0 && c.items[word-1].text == "first" && c.namesYear():
		from, to = c.facts.First, year-1
		if tm := c.times(); tm.base != nil {
			from = c.resolve(t, facts.FaceValue, tm.base)[0] + 1
		} else if tm.over > 0 {
			from = c.facts.Year - tm.over + 1
		}
	}
	for y := from; y <= to && w.Truth == facts.Yes; y++ {
		v, ok := c.facts.At(t, facts.FaceValue, area, y)
		goal, there := c.facts.At(t, facts.FaceTarget, area, y)
		if ok && there && v.Exact.Cmp(goal.Exact) != -t.Better {
			w.Truth, w.Expected, w.Evidence = facts.No, v.Display+" against a target of "+goal.Display+" in "+facts.When(v, y), facts.Proof(v, y)
		}
	}
}

// ofLocalities reports whether the clause says something of several localities, which counts as unread where it is that
// they met a target.
func (c *clause) ofLocalities() bool {
	if !slices.ContainsFunc(c.subjects, func(o *facts.Thing) bool { return o.ID == "count:localities" }) {
		return false
	}
	if i := c.has(language.IsMet); i >= 0 {
		c.leaveUnread(c.items[i], c.items[i], "how many of the localities it is said of isn't read")
	}
	return true
}
