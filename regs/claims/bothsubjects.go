package claims

import (
	"slices"
)

// This file reads what is said of two indicators at once: "both emergency admissions and falls were above the Scottish
// rates".

// bothBeside reads a comparison of two indicators with the same place; it reports whether the clause makes one.
func (c *clause) bothBeside() bool {
	if len(c.subjects) != 2 || len(c.qs) > 0 || c.not || c.unknown != "" || c.subjects[0].Kind != isIndicator || c.subjects[1].Kind != isIndicator {
		return false
	}
	m := c.has(isBeside)
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
	for _, t := range slices.Clone(c.subjects) {
		sign := c.items[m].n
		if c.items[m].judge {
			sign *= t.Better
		}
		if sign == 0 {
			continue
		}
		var ways []way
		for _, y := range c.atYears(t, value, own, tm) {
			ways = append(ways, c.facts.beside(t, value, own, other, y, sign))
		}
		cl := c.tell(saysComparison, c.items[m], t, own, ways)
		cl.Comparator = c.items[m].text + " " + c.facts.place(other)
		if cl.Verdict == Contradicted {
			cl.Slip = "the other way"
		}
	}
	return true
}
