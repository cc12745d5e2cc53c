package claims

import (
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
	until := func(at int) way {
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
		return w
	}
	ways := []way{until(at)}
	if b := c.facts.before(t, face, area, at); c.earlier() && b > since {
		ways = slices.Insert(ways, 0, until(b)) // "which had risen each year since 2020/21, fell back"
	}
	cl := c.tell(saysRun, m, t, area, ways)
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
