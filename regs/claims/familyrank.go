package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads where the authority stands among the areas of its family: "we lead our small group of areas
// on how carers feel", "has the highest rate of the areas it is compared with".

// leadings are words by which one leads a group of areas.
var leadings = []string{"lead", "leads", "led", "tops", "heads"}

// leadsFamily makes a superlative of "leads" and "last of" at i where the family is behind it.
func leadsFamily(items []item, i int) {
	it := &items[i]
	n, next := 0, i+1
	switch {
	case (it.Class == language.IsUnknown || it.Class == language.IsPlain || it.Class == language.IsBreak) && slices.Contains(leadings, it.text):
		n = 1
	case it.Class == language.IsPlain && (it.text == "last" || it.text == "bottom" || it.text == "first" || it.text == "top") && i+1 < len(items) && items[i+1].Class == language.IsRole && i > 0 && slices.Contains(beforePlace, items[i-1].text):
		n, next = 1, i+2
		if it.text == "last" || it.text == "bottom" {
			n = -1
		}
	default:
		return
	}
	for next < len(items) && items[next].Class == language.IsPlain {
		next++
	}
	if next < len(items) && isFamily(&items[next]) {
		it.Entry = language.Entry{Class: language.IsExtreme, N: n, Judge: true, Word: "family"}
	}
}

// isFamily reports whether an item names the areas of the family, and not a figure of theirs.
func isFamily(it *item) bool {
	return it.Class == language.IsArea && it.Area == facts.Family && !it.possessive && !strings.Contains(it.text, "average") && !strings.Contains(it.text, "mean") && !strings.HasPrefix(it.text, "the figure") && !strings.HasPrefix(it.text, "the rate")
}

// placeInFamily is the item that says in which place among its family's a figure is, with the
// place and the way in which places are counted; -1 where the clause says none.
func (c *clause) placeInFamily(t *facts.Thing) (e, rank, sign int) {
	at := slices.IndexFunc(c.items, func(x *item) bool { return isFamily(x) })
	if at < 0 && !c.statement.ofFamily {
		return -1, 0, 0
	}
	if at < 0 {
		at = len(c.items) // "of the areas in our family, we have the highest"
	}
	if i := c.cameIn(); i >= 0 && (i < at || c.roleAt(0, "of")) && c.has(language.IsExtreme, language.IsRank) < 0 && t.Better != 0 {
		return i, int(c.items[i].ordinal), t.Better
	}
	if e = c.has(language.IsExtreme); e < 0 { // "ranked third of the four areas in our comparison"
		if e = c.has(language.IsRank); t.Better != 0 {
			rank = c.place(-1)
		}
		if e > at || rank < 1 {
			e = -1
		}
		return e, rank, t.Better
	}
	k := c.prev(at)
	if c.is(k, language.IsQuantity) {
		k = c.prev(k) // "of the four areas in our family"
	}
	if at < len(c.items) && (at < e || k != e && !c.roleAt(k, "in", "of") && !slices.Contains([]string{"among", "amongst"}, c.items[at-1].text)) {
		return -1, 0, 0
	}
	if !slices.ContainsFunc(c.items[:e], func(x *item) bool { return x.is(facts.Own) }) && !c.saidOfSubject(e) && !(c.lead == "," && len(c.subjects) == 0 && (e == 1 || e == 2 && c.items[1].ordinal > 0) && c.items[0].text == "the") {
		return -1, 0, 0 // "the worst of our family stands at 1,310"
	}
	if sign = c.items[e].N; c.items[e].Judge {
		sign *= t.Better
	}
	return e, max(c.place(e), 1), sign
}

// bestOfFamily reads that the authority's figure is the highest, the lowest or the best among its family's; it
// reports whether the clause says so.
func (c *clause) bestOfFamily(t *facts.Thing, tm times) bool {
	e, rank, sign := c.placeInFamily(t)
	if e < 0 || len(c.facts.Family) == 0 || t.Kind != facts.Indicator {
		return false
	}
	if c.is(c.prev(e), language.IsThan, language.IsBeside) {
		return true // "lower than the highest in our family"
	}
	year := c.facts.Newest(t, facts.FaceValue, facts.Own)
	if sign == 0 || c.not || tm.at != nil && c.resolve(t, facts.FaceValue, tm.at)[0] != year || tm.base != nil || tm.over > 0 || c.says("one") || c.has(language.IsMove, language.IsTimes) >= 0 || len(c.localitiesNamed()) > 0 || c.ofAnotherArea() {
		return true // it isn't read
	}
	w := c.facts.PlacedInFamily(t, year, sign, rank)
	if w.Expected == "" || len(c.facts.Family) < 2 {
		return true
	}
	cl := c.tell(saysRank, c.items[e], t, facts.Own, []facts.Way{w})
	cl.Comparator = c.items[e].text
	return true
}

// cameIn is the place that is said with a verb and without a noun, "came third of the four areas", or -1.
func (c *clause) cameIn() int {
	if slices.ContainsFunc(c.items, func(x *item) bool { return x.Class == language.IsRole && x.Role == "to" || x.Class == language.IsMood }) {
		return -1 // "was first in our family to publish its figures"
	}
	for i, it := range c.items {
		if it.ordinal == 0 || i == 0 || !slices.Contains(beforePlace, c.items[i-1].text) {
			continue
		}
		if i+1 == len(c.items) || c.roleAt(i+1, "of", "in") || slices.Contains([]string{"among", "amongst", "out"}, c.items[i+1].text) {
			return i
		}
	}
	return -1
}

// saidOfSubject reports whether the superlative at e is said of what the clause begins with:
// "positive experience of GP care is the lowest in our family".
func (c *clause) saidOfSubject(e int) bool {
	subject := slices.IndexFunc(c.items[:e], func(x *item) bool { return x.Class == language.IsSubject })
	return subject >= 0 && slices.ContainsFunc(c.items[subject:e], func(x *item) bool {
		return slices.Contains([]string{"is", "are", "was", "were", "remains", "remain", "stays", "stay"}, x.text)
	})
}
