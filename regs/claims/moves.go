package claims

import (
	"math/big"
	"slices"
)

// firstMove reads "its first fall since 2020/21", "fell for the first time".
func (c *clause) firstMove(t *Thing, face Face, area string, tm times, m *item, sign int) bool {
	first := slices.ContainsFunc(c.items, func(x *item) bool { return x.ordinal == 1 || x.text == "for the first time" })
	if !first || c.not || sign == 0 {
		return false
	}
	if m.adj || tm.at != nil {
		return true // it isn't read
	}
	at := c.facts.newest(t, face, area)
	since := c.facts.First
	if tm.base != nil {
		since = c.resolve(t, face, tm.base)[0]
	} else if c.facts.before(t, face, area, c.facts.First+1) == 0 {
		return true // of the years before the window nothing is known
	}
	w := c.facts.move(t, face, area, c.facts.before(t, face, area, at), at, sign)
	for y := at - 1; y > since && w.truth == yes; y-- {
		b := c.facts.before(t, face, area, y)
		if b == 0 || b < since {
			continue
		}
		if earlier := c.facts.move(t, face, area, b, y, sign); earlier.truth == yes {
			w.truth, w.expected, w.evidence = no, earlier.expected, earlier.evidence
		}
	}
	if tm.base == nil && w.truth == yes {
		w.truth = unknown
	}
	cl := c.tell(saysChange, m, t, area, []way{w})
	cl.Comparator = "the first to have " + m.text
	return true
}

// versusPlace is the place that a multiple is of: "twice the Scottish rate".
func (c *clause) versusPlace(other string, compared bool) string {
	if compared {
		return other
	}
	if c.versus != "" {
		return c.versus
	}
	for i, it := range c.items {
		if it.class == isArea && it.area != own && !isLocality(it.area) && c.has(isTimes) < i {
			return it.area
		}
	}
	return own
}

// timesPlace reads how many times as high one place's figure is as another's.
func (c *clause) timesPlace(t *Thing, face Face, area, b string, tm times, i int) {
	if c.not || area != own && area != b || isLocality(b) || c.comparedInTime() {
		return
	}
	h := c.hedgeBefore(i)
	var ways []way
	for _, y := range c.atYears(t, face, own, tm) {
		va, okA := c.facts.at(t, face, own, y)
		vb, okB := c.facts.at(t, face, b, y)
		w := way{year: y}
		if okA && okB && vb.Exact.Sign() > 0 {
			w = c.facts.beside(t, face, own, b, y, 1)
			w.truth = truthOf(timesHeld(vb.Exact, va.Exact, c.items[i].n, h))
		}
		ways = append(ways, w)
	}
	cl := c.tell(saysComparison, c.items[i], t, own, ways)
	cl.Comparator = c.items[i].text + " " + c.facts.place(b)
}

// everyYear reads "has worsened every year": through all the years that the report
// covers, or those since the one that is named.
func (c *clause) everyYear(t *Thing, face Face, area string, tm times) bool {
	m, _, sign := c.direction(t)
	if m == nil || sign == 0 || m.adj || c.deltas() {
		return false
	}
	at := c.facts.newest(t, face, area)
	since := c.facts.First
	if tm.base != nil {
		since = c.resolve(t, face, tm.base)[0]
	}
	if tm.at != nil || at <= since {
		return true // it isn't read
	}
	n := 0
	for y := at; y > since; n++ {
		if y = c.facts.before(t, face, area, y); y == 0 {
			break
		}
	}
	w := c.facts.run(t, face, area, at, n, sign)
	if w.truth == no && tm.base == nil && c.facts.run(t, face, area, at, 2, sign).truth == yes {
		w = way{} // it may be so of the years that are meant
	}
	cl := c.tell(saysRun, m, t, area, []way{w})
	cl.Comparator = m.text + " every year"
	return true
}

// paces reads "fell faster here than across Scotland".
func (c *clause) paces(t *Thing, face Face, area, other string, compared bool, tm times, i int) {
	m, _, sign := c.direction(t)
	if m == nil || m.adj || sign == 0 || c.not || !compared || other == area || t.Kind != isIndicator || len(c.qs) > 0 {
		return
	}
	var ways []way
	for _, y := range c.atYears(t, face, own, tm) {
		for _, b := range c.baseYears(t, face, own, tm, y) {
			ours, theirs := c.facts.move(t, face, area, b, y, sign), c.facts.move(t, face, other, b, y, sign)
			w := way{year: y, base: b}
			from, to, ok := c.facts.pair(t, face, area, b, y)
			oFrom, oTo, okO := c.facts.pair(t, face, other, b, y)
			if ok && okO {
				d, e := percentChange(from.Exact, to.Exact), percentChange(oFrom.Exact, oTo.Exact)
				if d == nil || e == nil {
					continue
				}
				w.expected = c.facts.place(area) + " " + differs(from, to, t.Unit) + " and " + c.facts.place(other) + " " + differs(oFrom, oTo, t.Unit)
				w.evidence = ours.evidence
				w.truth = truthOf(ours.truth == yes && d.Cmp(e) == sign*c.items[i].n)
				if ours.truth == yes && theirs.truth != yes && c.items[i].n > 0 {
					w.truth = yes
				}
			}
			ways = append(ways, w)
		}
	}
	cl := c.tell(saysComparison, c.items[i], t, area, ways)
	cl.Comparator = c.items[i].text + " than " + c.facts.place(other)
}

// gapMoved reads "the gap between our rate and Scotland's has narrowed"; it reports whether the
// clause speaks of such a gap.
func (c *clause) gapMoved(t *Thing, tm times) bool {
	if !slices.ContainsFunc(c.items, func(x *item) bool { return x.class == isPlain && x.word == "gap" }) {
		return false
	}
	m, other := c.has(isMove), own
	for _, it := range c.items {
		if it.class == isArea && it.area != own {
			if other != own && other != it.area {
				return true
			}
			other = it.area
		}
	}
	if m < 0 || other == own || isLocality(other) || c.not || len(c.qs) > 0 || c.items[m].judge || c.items[m].adj || t.Kind != isIndicator {
		return true // it isn't read
	}
	var ways []way
	for _, y := range c.atYears(t, value, own, tm) {
		for _, b := range c.baseYears(t, value, own, tm, y) {
			ways = append(ways, c.facts.gapsOf(t, other, b, y, c.items[m].n))
		}
	}
	cl := c.tell(saysChange, c.items[m], t, own, ways)
	cl.Comparator = "the gap with " + c.facts.place(other) + " " + c.items[m].text
	return true
}

// gapsOf holds how the gap between the authority's figure and another place's changed.
func (f *Facts) gapsOf(t *Thing, other string, base, at, sign int) way {
	w := way{year: at, base: base}
	from, to, ok := f.pair(t, value, own, base, at)
	oFrom, oTo, okO := f.pair(t, value, other, base, at)
	if !ok || !okO {
		return w
	}
	size := func(a, b Value) *big.Rat { d := new(big.Rat).Sub(a.Exact, b.Exact); return d.Abs(d) }
	before, now := size(from, oFrom), size(to, oTo)
	w.expected = f.place(own) + " " + from.Display + " and " + f.place(other) + " " + oFrom.Display + " in " + when(from, base) + ", " + to.Display + " and " + oTo.Display + " in " + when(to, at)
	w.evidence = append(proof(to, at), proof(from, base)...)
	d := new(big.Rat).Sub(now, before)
	if slack := new(big.Rat).Mul(before, rat(1, 20)); new(big.Rat).Abs(d).Cmp(slack) <= 0 {
		return w // too little to say
	}
	w.truth = truthOf(d.Sign() == sign)
	return w
}
