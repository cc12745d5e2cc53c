package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads that a figure lies between those of two places: "is between the Scottish figure and our family average".

// betweenPlaces reads it; it reports whether the clause says so.
func (c *clause) betweenPlaces(t *facts.Thing, tm times) bool {
	i := slices.IndexFunc(c.items, func(x *item) bool { return x.Class == language.IsRole && x.Role == "between" })
	if i < 1 || t.Kind != facts.Indicator || !slices.Contains([]string{"is", "are", "was", "were", "lies", "lie", "lay", "sits", "sit", "falls", "fell", "stands", "stood", "somewhere", "midway"}, c.items[i-1].text) {
		return false
	}
	var places []string
	for _, it := range c.items[i+1:] {
		switch {
		case it.Class == language.IsArea && it.Area != facts.Own && !isLocality(it.Area):
			places = append(places, it.Area)
		case it.Class != language.IsPlain && it.Class != language.IsQuantity && !(it.Class == language.IsBreak && it.Word == "and") && !(it.Class == language.IsRole && (it.Role == "of" || it.Role == "in")):
			return false
		}
	}
	if len(places) != 2 || c.not || c.has(language.IsMove, language.IsBeside, language.IsTimes) >= 0 || tm.base != nil || tm.over > 0 || slices.ContainsFunc(c.items, gapWord) {
		return false
	}
	var ways []facts.Way
	for _, y := range c.atYears(t, facts.FaceValue, facts.Own, tm) {
		first, second := c.facts.Beside(t, facts.FaceValue, facts.Own, places[0], y, 1), c.facts.Beside(t, facts.FaceValue, facts.Own, places[1], y, 1)
		w := facts.Way{Year: y, Expected: first.Expected + "; " + second.Expected, Evidence: first.Evidence}
		if first.Truth != facts.Unknown && second.Truth != facts.Unknown {
			w.Truth = facts.TruthOf(first.Truth != second.Truth)
		}
		ways = append(ways, w)
	}
	cl := c.tell(saysComparison, c.items[i], t, facts.Own, ways)
	cl.Comparator = "between " + c.facts.Place(places[0]) + " and " + c.facts.Place(places[1])
	return true
}
