package claims

import (
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads that one place's figure overtook another's: "falls overtook the Scottish rate this year".

// overtakes reports whether the clause says so. It holds where the figures were on one side of each other and are then
// on the other; which side is ahead is left open where less is better.
func (c *clause) overtakes(t *facts.Thing, area, other string, compared bool, tm times) bool {
	i := c.has(language.IsBeside)
	if i < 0 || !overtaking(c.items[i].text) || !compared || other == facts.Own || isLocality(other) || area != facts.Own {
		return false
	}
	if c.not || t.Kind != facts.Indicator || t.Better == 0 || tm.base != nil || tm.over > 0 || tm.at == nil && c.lastYears != nil {
		return true // it isn't read
	}
	var ways []facts.Way
	if tm.at == nil { // in whatever year
		for y := c.facts.Newest(t, facts.FaceValue, facts.Own); y > c.facts.First; y-- {
			ways = append(ways, c.facts.Overtook(t, other, y))
		}
	} else {
		for _, y := range c.resolve(t, facts.FaceValue, tm.at) {
			ways = append(ways, c.facts.Overtook(t, other, y))
		}
	}
	cl := c.tell(saysComparison, c.items[i], t, facts.Own, ways)
	cl.Comparator = c.items[i].text + " " + c.facts.Place(other)
	return true
}

// overtaking reports whether a word says that one figure went past another.
func overtaking(word string) bool {
	return strings.HasPrefix(word, "overt") || strings.HasPrefix(word, "passed")
}

// passedPlace makes a comparison of "passed" at i where another place's figure is right behind it: "passed Scotland's".
func passedPlace(items []item, i int) {
	if items[i].Class != language.IsMet || items[i].text != "passed" || !nextIsPlace(items, i) {
		return
	}
	items[i].Entry = language.Entry{Class: language.IsBeside, N: 1, Judge: true, Word: items[i].text}
}
