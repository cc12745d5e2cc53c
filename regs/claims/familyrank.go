package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads where the authority stands among the areas of its family: "we lead our small group of areas
// on how carers feel", "has the highest rate of the areas it is compared with".

// placeInFamily is the item that says in which place among its family's a figure is, with the
// place and the way in which places are counted; -1 where the clause says none.
func (c *clause) placeInFamily(t *facts.Thing) (e, rank, sign int) {
	at := slices.IndexFunc(c.items, func(x *lex.Item) bool { return lex.IsFamily(x) })
	if at < 0 && !c.statement.ofFamily {
		return -1, 0, 0
	}
	if at >= 0 && c.otherSize(at) {
		return 0, 0, 0 // which isn't read
	}
	if at < 0 {
		at = len(c.items) // "of the areas in our family, we have the highest"
	}
	if i := c.cameIn(); i >= 0 && (i < at || c.roleAt(0, "of")) && c.has(language.IsExtreme, language.IsRank) < 0 && t.Better != 0 {
		return i, int(c.items[i].Ordinal), t.Better
	}
	if e = c.has(language.IsExtreme); e < 0 { // "ranked third of the four areas in our comparison"
		if e = c.has(language.IsRank); t.Better != 0 {
			rank = c.place(-1)
		}
		if e > at && !c.roleAt(0, "of") || rank < 1 {
			e = -1 // else "of the four authorities compared we rank second"
		}
		return e, rank, t.Better
	}
	k := c.prev(at)
	if c.is(k, language.IsQuantity) {
		k = c.prev(k) // "of the four areas in our family"
	}
	if at < len(c.items) && (at < e || k != e && !c.roleAt(k, "in", "of") && !slices.Contains([]string{"among", "amongst"}, c.items[at-1].Text)) {
		return -1, 0, 0
	}
	if !slices.ContainsFunc(c.items[:e], func(x *lex.Item) bool { return x.Is(facts.Own) }) && !c.saidOfSubject(e) && !(c.lead == "," && len(c.subjects) == 0 && (e == 1 || e == 2 && c.items[1].Ordinal > 0) && c.items[0].Text == "the") {
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
	cl.Comparator = c.items[e].Text
	return true
}

// cameIn is the place that is said with a verb and without a noun, "came third of the four areas", or -1.
func (c *clause) cameIn() int {
	if slices.ContainsFunc(c.items, func(x *lex.Item) bool {
		return x.Class == language.IsRole && x.Role == "to" || x.Class == language.IsMood
	}) {
		return -1 // "was first in our family to publish its figures"
	}
	for i, it := range c.items {
		if it.Ordinal == 0 || i == 0 || !slices.Contains(lex.BeforePlace, c.items[i-1].Text) {
			continue
		}
		if i+1 == len(c.items) || c.roleAt(i+1, "of", "in") || slices.Contains([]string{"among", "amongst", "out"}, c.items[i+1].Text) {
			return i
		}
	}
	return -1
}

// saidOfSubject reports whether the superlative at e is said of what the clause begins with:
// "positive experience of GP care is the lowest in our family", "that was the best of the four areas".
func (c *clause) saidOfSubject(e int) bool {
	subject := slices.IndexFunc(c.items[:e], func(x *lex.Item) bool { return x.Class == language.IsSubject })
	if subject < 0 && len(c.subjects) == 0 && slices.Contains([]string{"it", "this", "that"}, c.items[0].Text) {
		subject = 0
	}
	return subject >= 0 && slices.ContainsFunc(c.items[subject:e], func(x *lex.Item) bool {
		return slices.Contains([]string{"is", "are", "was", "were", "remains", "remain", "stays", "stay"}, x.Text)
	})
}
