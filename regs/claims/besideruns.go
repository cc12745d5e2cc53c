package claims

import (
	"slices"
	"strings"
)

// This file reads for how many years one place's figure was above, or below, another's.

// besideRuns reads "has been below the Scottish rate in each of the last six years", "better than
// Scotland's in three of the six years"; it reports whether the clause says something of the
// kind.
func (c *clause) besideRuns(t *Thing, face Face, area, other string, compared bool) bool {
	e, over, none := c.has(isEach, isRow), c.yearsOutOf(), c.besideInNoYear()
	if !compared || t.Kind != isIndicator || isLocality(other) || isLocality(area) || area == other {
		return false
	}
	if e < 0 && over == nil && none == nil {
		if e = c.forLastYears(); e >= 0 {
			return c.besideForYears(t, face, area, other, c.items[e].year)
		}
		return c.ofSomeYears() // in how many of them isn't read
	}
	m := slices.IndexFunc(c.items, func(x *item) bool { return x.class == isBeside && x.n != 0 || x.class == isMove && x.adj })
	if m < 0 || c.has(isMove) >= 0 && !c.items[c.has(isMove)].adj || c.deltas() || len(c.also) > 0 {
		return false
	}
	sign := c.items[m].n
	if c.items[m].judge {
		sign *= t.Better
	}
	first, last, sure, since := 0, c.facts.newest(t, face, area), true, false
	switch {
	case none != nil && none.class == isPeriod:
		first = last - none.year + 1
	case none != nil:
		first, sure = c.facts.First, false
	case over != nil:
		first = last - over.year + 1
	case c.items[e].class == isEach && c.items[e].word == "all":
		first, sure = c.facts.First, false
	default:
		var n int
		if n, since = c.howMany(e, t, face, area); n == 0 {
			return true // it isn't read
		}
		first = last - n + 1
	}
	if none != nil && slices.ContainsFunc(c.items, func(x *item) bool { return x.class == isPeriod && x != none }) || c.not && none == nil || sign == 0 || first < c.facts.First {
		return true
	}
	var held []truth
	w := way{year: last, base: first}
	for y := first; y <= last; y++ {
		one := c.facts.beside(t, face, area, other, y, sign)
		if a, b, ok := c.facts.placesIn(t, face, area, other, y); ok && sameShown(a, b) {
			one.truth = unknown
		}
		held = append(held, one.truth)
		if one.truth == no || w.expected == "" {
			w.expected, w.evidence = one.expected, one.evidence
		}
	}
	it := c.items[m]
	switch {
	case none != nil:
		zero := exactly(0)
		if w = c.yearsHeld(held, &zero, w); w.truth == yes && !sure {
			w.truth = unknown // of the years before the window nothing is known
		}
	case over != nil:
		q := c.qs[slices.IndexFunc(c.qs, func(q *placed) bool { return c.ofYears(q) == over })]
		it, q.used = q.item, true
		w = c.yearsHeld(held, c.asCounted(q, over.year), w)
	default:
		w.truth = heldThroughout(held, sure)
		if since {
			c.inFirstYear(t, face, area, other, sign, &w)
		}
	}
	cl := c.tell(saysRun, it, t, area, []way{w})
	cl.Comparator = c.items[m].text + " " + c.facts.place(other) + " each year"
	if none != nil {
		cl.Comparator, cl.Negated = c.items[m].text+" "+c.facts.place(other)+" in no year", true
	}
	return true
}

// forLastYears is the item "for the last four years" of a clause that says what has been, or -1.
func (c *clause) forLastYears() int {
	return slices.IndexFunc(c.items, func(x *item) bool {
		return x.class == isPeriod && x.word == "over" && x.year > 1 && strings.HasPrefix(x.text, "for the ") && c.says("been", "remained", "stayed")
	})
}

// besideForYears reads "has been above the Scottish rate for the last four years".
func (c *clause) besideForYears(t *Thing, face Face, area, other string, years int) bool {
	m := slices.IndexFunc(c.items, func(x *item) bool { return x.class == isBeside && x.n != 0 || x.class == isMove && x.adj })
	last := c.facts.newest(t, face, area)
	if m < 0 || c.not || c.moving() || len(c.also) > 0 || len(c.qs) > 0 || last-years+1 < c.facts.First {
		return false
	}
	sign := c.items[m].n
	if c.items[m].judge {
		sign *= t.Better
	}
	if sign == 0 {
		return false
	}
	var held []truth
	w := way{year: last, base: last - years + 1}
	for y := w.base; y <= last; y++ {
		one := c.facts.beside(t, face, area, other, y, sign)
		held = append(held, one.truth)
		if one.truth == no || w.expected == "" {
			w.expected, w.evidence = one.expected, one.evidence
		}
	}
	w.truth = heldThroughout(held, true)
	cl := c.tell(saysRun, c.items[m], t, area, []way{w})
	cl.Comparator = c.items[m].text + " " + c.facts.place(other) + " each year"
	return true
}

// moving reports whether the clause has a word of direction that compares nothing.
func (c *clause) moving() bool {
	return slices.ContainsFunc(c.items, func(x *item) bool { return x.class == isMove && !x.adj })
}

// inFirstYear holds what is said of each year since one against that year, too, which may be meant or not. Where it was
// otherwise in it, a year behind it has to bear the words out to the last digit.
func (c *clause) inFirstYear(t *Thing, face Face, area, other string, sign int, w *way) {
	one := c.facts.beside(t, face, area, other, w.base-1, sign)
	if one.truth != no {
		return
	}
	if w.truth == yes {
		w.truth = unknown
	}
	for y := w.base; y <= w.year && w.truth == unknown; y++ {
		if a, b, ok := c.facts.placesIn(t, face, area, other, y); ok && a.Exact.Cmp(b.Exact) == -sign {
			w.truth, w.expected, w.evidence = no, one.expected, one.evidence
		}
	}
}

// besideInNoYear is the word with which the clause says that in no year one place was above, or
// below, another, or the years of which it says so: "in none of the six years was our rate higher
// than Scotland's". It is nil where it says nothing of the kind.
func (c *clause) besideInNoYear() *item {
	i := c.noYear()
	if i < 0 || c.items[i].text == "never" || !slices.ContainsFunc(c.items, func(x *item) bool { return x.class == isArea && x.area != own && !isLocality(x.area) }) {
		return nil
	}
	for _, it := range c.items {
		if it.class == isPeriod && it.word == "over" && it.year > 1 {
			return it
		}
	}
	return c.items[i]
}

// placesIn are two places' figures of a year.
func (f *Facts) placesIn(t *Thing, face Face, a, b string, year int) (va, vb Value, ok bool) {
	va, okA := f.at(t, face, a, year)
	vb, okB := f.at(t, face, b, year)
	return va, vb, okA && okB
}

// heldThroughout reports whether something held in each of several years; sure is false where the
// words don't say in which, so that the last of them are enough for a doubt.
func heldThroughout(held []truth, sure bool) truth {
	if slices.Contains(held, no) {
		n := len(held)
		if !sure && n > 2 && held[n-1] == yes && held[n-2] == yes {
			return unknown
		}
		return no
	}
	if slices.Contains(held, unknown) {
		return unknown
	}
	return yes
}

// yearsHeld holds in how many years something held against the number of the text.
func (c *clause) yearsHeld(held []truth, q *quantity, w way) way {
	sure, may := int64(0), int64(0)
	for _, h := range held {
		switch h {
		case yes:
			sure++
		case unknown:
			may++
		}
	}
	w.expected = itoa(int(sure)) + " of the " + itoa(len(held)) + " years"
	for n := sure; n <= sure+may; n++ {
		if q.in().has(rat(n, 1)) {
			if w.truth = yes; may > 0 {
				w.truth = unknown
			}
			return w
		}
	}
	w.truth = no
	return w
}

// ofSomeYears reports whether the clause speaks of some, or each, of several years in words that
// say no number: "in most of the six years".
func (c *clause) ofSomeYears() bool {
	for i, it := range c.items {
		if it.class == isPeriod && it.word == "over" && strings.HasPrefix(it.text, "of ") && i > 0 && c.items[i-1].class != isQuantity {
			return true
		}
	}
	return false
}

// asCounted is a number of years as it counts them: "all but one" of six are five.
func (c *clause) asCounted(q *placed, of int) *quantity {
	if q.i == 0 || c.items[q.i-1].word != "all but" {
		return q.q
	}
	left := exactly(int64(of) - q.q.value.Num().Int64())
	return &left
}

// yearsOutOf is the period of which the clause says in how many years something held: "in three of
// the six years". It is nil where the clause has no such number.
func (c *clause) yearsOutOf() *item {
	for _, q := range c.qs {
		if p := c.ofYears(q); p != nil {
			return p
		}
	}
	return nil
}

// ofYears is the period of several years of which a number counts some, or nil.
func (c *clause) ofYears(q *placed) *item {
	if q.q.unit != bare || q.q.value == nil || !q.q.value.IsInt() || q.q.hedged || !c.roleAt(c.prev(q.i), "in") ||
		slices.Contains([]string{"every", "each", "any", "not", "no"}, c.items[q.i-1].text) {
		return nil
	}
	k := c.next(q.i)
	if c.roleAt(k, "of") {
		k = c.next(k)
	}
	if !c.is(k, isPeriod) || c.items[k].word != "over" || c.items[k].year < 2 {
		return nil
	}
	return c.items[k]
}
