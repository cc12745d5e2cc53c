package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file finds which figure is a target's where no word next to it says so.

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
