package claims

import (
	"math/big"
	"slices"
	"strings"
)

// vary keeps what a clause says of an under- or overspend for those that go on with
// it.
func (s *statement) vary(c *clause) {
	sign, sized := 0, false
	for _, it := range c.items {
		if it.class == isFace && it.face == variance {
			sign = it.n
		}
	}
	for _, q := range c.qs {
		sized = sized || q.q.unit == pounds
	}
	switch {
	case sign != 0:
		s.varied, s.part = sign, c.ofVariance()
	case s.varied != 0 && !(sized && c.goesOn()) && len(c.items) > 0 && c.lead != "(":
		s.varied, s.part = 0, false
	}
}

// goesOn reports whether a clause goes on with the under- or overspend of the one
// before: "and Strathmoor by £1.5m", "the overspend on prescribing, £1.4m, was …",
// "of the overspend, £1.4m was in prescribing".
func (c *clause) goesOn() bool {
	if c.varied == 0 || len(c.qs) != 1 || c.qs[0].q.unit != pounds || c.qs[0].q.ref != nil || c.has(isFace, isMove, isTimes, isStable, isBeside, isBase) >= 0 || c.not {
		return false
	}
	if c.roleAt(c.prev(c.qs[0].i), "by") {
		return true
	}
	if c.part {
		return len(c.subjects) == 1 || c.has(isArea) >= 0
	}
	sized := slices.ContainsFunc(c.before, func(q placed) bool { return q.q.unit == pounds })
	alone := !slices.ContainsFunc(c.items, func(x *item) bool {
		return x.class != isPlain && x.class != isQuantity && x.class != isPeriod && !(x.class == isMark && x.word == ":")
	})
	other := c.has(isPeriod) >= 0 // "(2024/25: £0.7m)"
	return alone && (c.lead == "," && !sized && !other || c.lead == "(" && other)
}

// ofVariance reports whether a clause only says of which under- or overspend the next
// one names a part.
func (c *clause) ofVariance() bool {
	return len(c.qs) == 0 && c.roleAt(0, "of") && !slices.ContainsFunc(c.items[1:], func(x *item) bool {
		return x.class != isPlain && !(x.class == isFace && x.face == variance) && x.class != isPeriod
	})
}

// severally reads what is said of several amounts each: "nursing and physiotherapy
// each ended the year £0.4m under budget", "£1.4m and £0.6m respectively".
func (c *clause) severally(list []*Thing, tm times) {
	i := c.hasFace(variance)
	if i < 0 || c.not || c.has(isMove, isRow, isEach, isExtreme, isBase) >= 0 || c.hasFace(spend) >= 0 || c.items[i].n == 0 {
		return
	}
	sign, word := c.items[i].n, c.items[i]
	var sizes []*placed
	for _, q := range c.qs {
		if q.q.unit != pounds || q.q.ref != nil {
			return
		}
		sizes = append(sizes, q)
	}
	if len(sizes) > 1 && (len(sizes) != len(list) || !c.says("respectively")) || c.says("respectively") && len(sizes) < 2 {
		return
	}
	for n, t := range list {
		it := word
		var q *placed
		if len(sizes) == 1 {
			q = sizes[0]
		} else if len(sizes) > 1 {
			q = sizes[n]
		}
		var ways []way
		for _, y := range c.atYears(t, variance, own, tm) {
			v, ok := c.facts.at(t, variance, own, y)
			w := way{year: y}
			if ok {
				w = way{truth: truthOf(v.Exact.Sign() == sign), expected: v.Display, evidence: proof(v, y), year: y}
				if q != nil && w.truth == yes {
					w.truth = truthOf(fits(q.q.in(), Value{Exact: new(big.Rat).Abs(v.Exact)}))
				}
			}
			ways = append(ways, w)
		}
		if q != nil {
			it, q.used = q.item, true
		}
		cl := c.tell(saysVariance, it, t, own, ways)
		cl.Comparator = word.text
		if q != nil {
			cl.Quantity, cl.Unit = q.q.bounds(), pounds
		}
	}
}

// timesPlanned reads "cost double its budget of £0.6m", "twice what had been budgeted".
func (c *clause) timesPlanned(t *Thing, tm times) bool {
	i := c.has(isTimes)
	if i < 0 || c.not || c.comparedInTime() {
		return false
	}
	word := c.items[i]
	planned := strings.Contains(word.text, "budget") || strings.Contains(word.text, "plan") || word.text == "twice what" && c.hasFace(plan) > i
	if !planned || word.n < 0 {
		return false
	}
	h := plainly
	if c.is(i-1, isHedge) || c.is(i-1, isBeside) {
		h = over
		if c.items[i-1].class == isHedge {
			h = c.items[i-1].hedge
		}
	}
	var ways []way
	for _, y := range c.atYears(t, spend, own, tm) {
		p, okP := c.facts.at(t, plan, own, y)
		s, okS := c.facts.at(t, spend, own, y)
		w := way{year: y}
		if okP && okS && p.Exact.Sign() > 0 {
			w = way{truth: truthOf(timesHeld(p.Exact, s.Exact, word.n, h)), expected: s.Display + " against a plan of " + p.Display, evidence: proof(s, y), year: y}
		}
		ways = append(ways, w)
	}
	cl := c.tell(saysVariance, word, t, own, ways)
	cl.Comparator = word.text
	for _, q := range c.qs { // the budget itself
		if q.q.unit == pounds && q.q.ref == nil && q.i > i && c.roleAt(c.prev(q.i), "of") {
			q.used = true
			cl := c.tell(saysValue, q.item, t, own, []way{c.facts.level(t, plan, own, c.facts.Year, q.q)})
			cl.Quantity, cl.Unit = q.q.bounds(), pounds
		}
	}
	return true
}

// largestVariance reads "the largest underspend was in community mental health".
func (c *clause) largestVariance(things []*Thing, sign, e int) bool {
	t, rank := things[0], max(c.place(e), 1)
	if len(things) != 1 || t.Group == "" || c.items[e].judge || c.items[e].n < 0 || c.not || len(c.qs) > 0 || len(c.subjects) != 1 || c.says("one", "among") {
		return true // it isn't read
	}
	y := c.facts.Year
	v, ok := c.facts.at(t, variance, own, y)
	w := way{year: y}
	if ok {
		size := func(v Value) *big.Rat { return new(big.Rat).Mul(v.Exact, rat(int64(sign), 1)) }
		beyond := 0
		w.expected, w.evidence = v.Display, proof(v, y)
		for _, o := range c.facts.Things {
			ov, found := c.facts.at(o, variance, own, y)
			if o == t || o.Group != t.Group || !found || size(ov).Cmp(size(v)) <= 0 {
				continue
			}
			if beyond++; beyond == 1 {
				w.expected += ", and " + o.called() + " " + ov.Display
				w.evidence = append(w.evidence, proof(ov, y)...)
			}
		}
		w.truth = truthOf(beyond == rank-1 && size(v).Sign() > 0)
	}
	cl := c.tell(saysRank, c.items[e], t, own, []way{w})
	cl.Comparator = c.items[e].text
	return true
}

// perHead reads "£2,115 for each resident", "per head it was highest in Glenside".
func (c *clause) perHead(things []*Thing, tm times) bool {
	if c.hasFace(perHead) < 0 {
		return false
	}
	if tm.at != nil && c.resolve(things[0], perHead, tm.at)[0] != c.facts.Year || c.not || c.has(isMove, isTimes, isStable, isBase) >= 0 || len(things) != 1 {
		return true
	}
	t := things[0]
	if e := c.has(isExtreme); e >= 0 && t.Group == "locality" && !c.items[e].judge && len(c.localities()) == 1 {
		cl := c.tell(saysRank, c.items[e], t, own, []way{c.facts.group(t, perHead, c.facts.Year, c.items[e].n, max(c.place(e), 1))})
		cl.Comparator = c.items[e].text
		return true
	}
	for _, q := range c.qs {
		if q.q.unit != pounds || q.q.ref != nil || q.role != isLevel || !c.near(t, perHead, own, q.q, rat(1, 3), rat(3, 1)) {
			continue
		}
		q.used = true
		cl := c.tell(saysValue, q.item, t, own, []way{c.facts.level(t, perHead, own, c.facts.Year, q.q)})
		cl.Quantity, cl.Unit = q.q.bounds(), pounds
	}
	return true
}
