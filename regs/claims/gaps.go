package claims

import (
	"math/big"
	"slices"
	"strings"
)

// This file reads how far two places are apart, and how that changed: "the gap with Scotland
// has narrowed", "shrank from 5.3 points in 2020 to 0.5 in 2024".

// gapWord reports whether an item speaks of how far two places are apart.
func gapWord(x *item) bool { return x.class == isPlain && x.word == "gap" }

// nearing reports whether an item says that something is closer to another place's figure than it was.
func nearing(x *item) bool { return x.class == isMove && x.word == "gap" && x.adj }

// closerThan makes a move of "closer to" and "further from" where a place and an earlier time follow: "closer to the
// Scottish figure than in 2021/22".
func closerThan(items []item) {
	for i := 0; i+3 < len(items); i++ {
		n, k := 0, i+1
		switch it := &items[i]; {
		case it.class == isUnknown && (it.text == "closer to" || it.text == "nearer to" || it.text == "nearer"):
			n = -1
		case it.class == isPlain && (it.text == "further" || it.text == "farther") && items[k].text == "from":
			n, k = 1, i+2
		default:
			continue
		}
		for k < len(items)-2 && items[k].class == isPlain {
			k++
		}
		if items[k].class != isArea || items[k].area == own || !(items[k+1].class == isThan || items[k+1].class == isRole && items[k+1].role == "since" && strings.HasPrefix(items[k+1].text, "than")) {
			continue
		}
		for p := k + 2; p < len(items) && p < k+6 && items[p].class != isMark; p++ {
			if items[p].class == isPeriod {
				items[i].entry = entry{class: isMove, n: n, adj: true, word: "gap"}
				if n > 0 {
					items[i+1].entry = entry{class: isPlain, word: "from"}
				}
				break
			}
		}
	}
}

// gapMoved reads "the gap between our rate and Scotland's has narrowed", and its sizes; it reports
// whether the clause speaks of such a gap.
func (c *clause) gapMoved(t *Thing, tm times) bool {
	goesOn := c.apart != "" && len(c.subjects) == 0 && c.has(isArea, isBeside, isFace, isExtreme, isTimes) < 0 && len(c.qs) > 0
	if !slices.ContainsFunc(c.items, gapWord) && !slices.ContainsFunc(c.items, nearing) && !goesOn {
		return false
	}
	m, other := c.has(isMove), c.apart
	for _, it := range c.items {
		if it.class == isArea && it.area != own {
			if other != own && other != it.area {
				return true
			}
			other = it.area
		}
	}
	if other == own {
		other = c.besidePlace // "is above Scotland's, and that gap has widened"
	}
	if other == own && slices.ContainsFunc(c.items, func(x *item) bool { return gapWord(x) && !strings.Contains(x.text, "gap") }) {
		return false // another difference, perhaps
	}
	if other == own || isLocality(other) || c.not || t.Kind != isIndicator || m >= 0 && (c.items[m].judge || c.items[m].adj && (tm.base == nil || !nearing(c.items[m]) && c.has(isThan) < m && !(c.is(m+1, isRole) && c.items[m+1].role == "since"))) {
		return true // it isn't read
	}
	c.apart = other
	if c.gapSizes(t, other, tm) || m < 0 || slices.ContainsFunc(c.qs, func(q *placed) bool { return !c.statement.inTitle(q.text) }) {
		return true
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

// gapSizes reads how large the gap was, each size in its year; it reports whether the clause
// gives any.
func (c *clause) gapSizes(t *Thing, other string, tm times) (told bool) {
	for _, q := range c.qs {
		if q.used || c.statement.inTitle(q.text) || q.q.ref != nil || q.q.fraction || q.q.value == nil || q.hasArea && q.area != other || q.role == isDelta && q.lead(c) == "by" || q.q.unit == pounds || q.q.unit == percent {
			continue
		}
		years := q.years
		switch {
		case years != nil:
			years = c.resolve(t, value, years)
		case q.role == isFrom && tm.base != nil:
			years = c.resolve(t, value, tm.base)
		case q.role == isFrom:
			continue // of which year isn't said
		case tm.at != nil && len(c.qs) == 1:
			years = c.resolve(t, value, tm.at)
		default:
			years = []int{c.facts.newest(t, value, own)}
		}
		var ways []way
		for _, y := range years {
			ways = append(ways, c.facts.apart(t, other, y, q.q))
		}
		q.used, told = true, true
		cl := c.tell(saysComparison, q.item, t, own, ways)
		cl.Quantity, cl.Unit, cl.Comparator = q.q.bounds(), q.q.unit, "the gap with "+c.facts.place(other)
	}
	return told
}

// apart holds how far the authority's figure and another place's are from each other.
func (f *Facts) apart(t *Thing, other string, year int, q *quantity) way {
	a, b, ok := f.placesIn(t, value, own, other, year)
	w := way{year: year}
	if !ok {
		return w
	}
	if q.unit == points && t.Unit != percent {
		return w
	}
	sizes := differences(b, a, t.Unit, q)
	if sizes == nil {
		return w
	}
	w.truth = truthOf(slices.ContainsFunc(sizes, q.in().has))
	w.expected = f.place(own) + " " + a.Display + " and " + f.place(other) + " " + b.Display + " in " + when(a, year) + ": " + differs(b, a, t.Unit)
	w.evidence = proof(a, year)
	return w
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
