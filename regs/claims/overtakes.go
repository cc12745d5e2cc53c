package claims

import "strings"

// This file reads that one place's figure overtook another's: "falls overtook the Scottish rate this year".

// overtakes reports whether the clause says so. It holds where the figures were on one side of each other and are then
// on the other; which side is ahead is left open where less is better.
func (c *clause) overtakes(t *Thing, area, other string, compared bool, tm times) bool {
	i := c.has(isBeside)
	if i < 0 || !overtaking(c.items[i].text) || !compared || other == own || isLocality(other) || area != own {
		return false
	}
	if c.not || t.Kind != isIndicator || t.Better == 0 || tm.base != nil || tm.over > 0 || tm.at == nil && c.lastYears != nil {
		return true // it isn't read
	}
	var ways []way
	if tm.at == nil { // in whatever year
		for y := c.facts.newest(t, value, own); y > c.facts.First; y-- {
			ways = append(ways, c.facts.overtook(t, other, y))
		}
	} else {
		for _, y := range c.resolve(t, value, tm.at) {
			ways = append(ways, c.facts.overtook(t, other, y))
		}
	}
	cl := c.tell(saysComparison, c.items[i], t, own, ways)
	cl.Comparator = c.items[i].text + " " + c.facts.place(other)
	return true
}

// overtaking reports whether a word says that one figure went past another.
func overtaking(word string) bool {
	return strings.HasPrefix(word, "overt") || strings.HasPrefix(word, "passed")
}

// passedPlace makes a comparison of "passed" at i where another place's figure is right behind it: "passed Scotland's".
func passedPlace(items []item, i int) {
	if items[i].class != isMet || items[i].text != "passed" || !nextIsPlace(items, i) {
		return
	}
	items[i].entry = entry{class: isBeside, n: 1, judge: true, word: items[i].text}
}

// overtook holds that the authority's figure overtook another place's in a year.
func (f *Facts) overtook(t *Thing, other string, year int) way {
	w := way{year: year, base: f.before(t, value, own, year)}
	is, there := f.at(t, value, own, year)
	isOther, otherThere := f.limits(t, value, other, year)
	if !there || !otherThere || sameShown(is, isOther) {
		return w
	}
	now := is.Exact.Cmp(isOther.Exact)
	w.expected, w.evidence = f.place(own)+" "+is.Display+" and "+f.place(other)+" "+isOther.Display+" in "+when(is, year), proof(is, year)
	if t.Better > 0 && now < 0 {
		w.truth = no
		return w
	}
	was, there := f.at(t, value, own, w.base)
	wasOther, otherThere := f.limits(t, value, other, w.base)
	if w.base == 0 || !there || !otherThere || !t.comparable(w.base, year) || sameShown(was, wasOther) {
		return w
	}
	w.expected += ", after " + was.Display + " and " + wasOther.Display + " in " + when(was, w.base)
	w.evidence = append(w.evidence, proof(was, w.base)...)
	w.truth = truthOf(was.Exact.Cmp(wasOther.Exact) != now)
	return w
}
