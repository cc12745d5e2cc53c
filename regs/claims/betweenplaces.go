package claims

import "slices"

// This file reads that a figure lies between those of two places: "is between the Scottish figure and our family average".

// betweenPlaces reads it; it reports whether the clause says so.
func (c *clause) betweenPlaces(t *Thing, tm times) bool {
	i := slices.IndexFunc(c.items, func(x *item) bool { return x.class == isRole && x.role == "between" })
	if i < 1 || t.Kind != isIndicator || !slices.Contains([]string{"is", "are", "was", "were", "lies", "lie", "lay", "sits", "sit", "falls", "fell", "stands", "stood", "somewhere", "midway"}, c.items[i-1].text) {
		return false
	}
	var places []string
	for _, it := range c.items[i+1:] {
		switch {
		case it.class == isArea && it.area != own && !isLocality(it.area):
			places = append(places, it.area)
		case it.class != isPlain && it.class != isQuantity && !(it.class == isBreak && it.word == "and") && !(it.class == isRole && (it.role == "of" || it.role == "in")):
			return false
		}
	}
	if len(places) != 2 || c.not || c.has(isMove, isBeside, isTimes) >= 0 || tm.base != nil || tm.over > 0 || slices.ContainsFunc(c.items, gapWord) {
		return false
	}
	var ways []way
	for _, y := range c.atYears(t, value, own, tm) {
		first, second := c.facts.beside(t, value, own, places[0], y, 1), c.facts.beside(t, value, own, places[1], y, 1)
		w := way{year: y, expected: first.expected + "; " + second.expected, evidence: first.evidence}
		if first.truth != unknown && second.truth != unknown {
			w.truth = truthOf(first.truth != second.truth)
		}
		ways = append(ways, w)
	}
	cl := c.tell(saysComparison, c.items[i], t, own, ways)
	cl.Comparator = "between " + c.facts.place(places[0]) + " and " + c.facts.place(places[1])
	return true
}
