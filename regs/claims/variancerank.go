package claims

import (
	"slices"
)

// firstVariance reads "the first overspend since 2022/23", "the fourth overspend in six years"; it
// reports whether the clause counts over- or underspends so.
func (c *clause) firstVariance(t *Thing, sign int, tm times) bool {
	at := slices.IndexFunc(c.items, func(x *item) bool { return x.class == isFace && x.face == variance })
	n := 0
	for k := at - 1; k >= 0 && c.items[k].class == isPlain; k-- {
		if c.items[k].ordinal > 0 {
			n = int(c.items[k].ordinal)
			break
		}
	}
	if n == 0 || c.not || sign == 0 || tm.base == nil && tm.over < 2 || c.has(isRow, isEach, isExtreme, isMove, isTimes) >= 0 || len(c.subjects) > 0 {
		return false
	}
	last := c.facts.Year
	if tm.at != nil {
		last = c.resolve(t, variance, tm.at)[0]
	}
	first := last - tm.over + 1
	if tm.base != nil {
		first = c.resolve(t, variance, tm.base)[0] + 1
	}
	w := way{year: last, base: first}
	count := 0
	for y := first; y <= last; y++ {
		v, ok := c.facts.at(t, variance, own, y)
		if !ok {
			return true // it isn't read
		}
		if v.Exact.Sign() == sign {
			count++
			w.evidence = append(w.evidence, proof(v, y)...)
		}
	}
	now, _ := c.facts.at(t, variance, own, last)
	w.truth = truthOf(count == n && now.Exact.Sign() == sign)
	what := map[int]string{-1: " overspends", 1: " underspends"}[sign]
	w.expected = itoa(count) + what + " from " + yearName(first) + " to " + yearName(last)
	cl := c.tell(saysRun, c.items[at], t, own, []way{w})
	cl.Comparator = "place " + itoa(n) + " " + c.items[at].text
	return true
}
