package claims

import (
	"slices"
	"strings"
)

// runs reads "for the third year in a row", "in each of the last five years".
func (c *clause) runs(t *Thing, face Face, area string, tm times) bool {
	i := c.has(isRow, isEach)
	if i < 0 {
		i = c.goesOnFor()
	}
	years := 0
	if i < 0 {
		i, years = c.yearsOfMoving()
	}
	if i < 0 || c.not && years == 0 {
		return false
	}
	if c.items[i].class == isEach && c.items[i].word == "all" {
		return c.everyYear(t, face, area, tm)
	}
	n, since := c.howMany(i, t, face, area)
	switch {
	case years > 0:
		n = years
	case c.items[i].word == "for years":
		n = 2 // at the least
	case c.items[i].class == isPeriod:
		n = c.items[i].year
	}
	m, _, sign := c.direction(t)
	if n <= 0 || sign == 0 || m == nil {
		return false
	}
	c.ran = n
	var ways []way
	for _, y := range c.atYears(t, face, area, tm) {
		w := c.facts.run(t, face, area, y, n, sign)
		if b := c.facts.before(t, face, area, y); since && n > 1 && b != 0 && c.earlier() {
			ways = append(ways, c.facts.run(t, face, area, b, n-1, sign)) // "which had risen each year since 2020/21, fell back"
		}
		if since {
			ways = append(ways, w)
			continue
		}
		w = c.longer(w, c.facts.run(t, face, area, y, n+1, sign), i, n, map[int]string{-1: "a fall", 1: "a rise"}[sign])
		ways = append(ways, w)
	}
	cl := c.tell(saysRun, m, t, area, ways)
	cl.Comparator = m.text + " " + itoa(n) + " times running"
	if c.items[i].class == isEach && (cl.Verdict == Confirmed || cl.Verdict == Unread && c.deltas() && c.facts.run(t, face, area, c.atYears(t, face, area, tm)[0], n, sign).truth == yes) {
		c.eachStep(t, face, area, n, sign, tm)
	}
	return true
}

// goesOnFor is the item that says for how many years something has been going on, "has been
// climbing for four years", or -1.
func (c *clause) goesOnFor() int {
	i := slices.IndexFunc(c.items, func(x *item) bool {
		return x.class == isPeriod && x.word == "over" && strings.HasPrefix(x.text, "for ") && x.year > 1 || x.word == "for years"
	})
	m := c.has(isMove)
	if i < 0 || m < 1 || m > i || c.items[m-1].text != "been" && c.items[m-1].text != "a" || !strings.HasSuffix(c.items[m].text, "ing") || c.deltas() {
		return -1
	}
	return i
}

// ordinalRun reports whether a run is counted by a place, such as "third", which is
// wrong of one that is longer.
func (c *clause) ordinalRun(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		if c.items[k].ordinal > 0 {
			return true
		}
	}
	return false
}

// howMany is how many years a run is said to have; since is true where the clause
// says from which year on.
func (c *clause) howMany(i int, t *Thing, face Face, area string) (n int, since bool) {
	it := c.items[i]
	switch {
	case it.class == isEach && it.n > 0:
		n = it.n
	case it.class == isEach && it.word == "since":
		if k := c.next(i); c.is(k, isPeriod) {
			last := c.facts.Year
			if t.Kind == isIndicator {
				last = c.facts.newest(t, face, area)
			}
			return last - c.resolve(t, face, c.yearsOf(c.items[k]))[0], true
		}
		return 0, false
	case it.class == isEach:
		return 0, false // of which years, everyYear finds out
	default:
		for k := i - 1; k >= 0 && k >= i-6 && n == 0; k-- {
			switch {
			case c.items[k].ordinal > 0:
				n = int(c.items[k].ordinal)
			case c.items[k].class == isPeriod && c.items[k].word == "over":
				n = c.items[k].year
			case c.items[k].class == isQuantity && c.items[k].q.unit == bare && c.items[k].q.value != nil && c.items[k].q.value.IsInt():
				n = int(c.items[k].q.value.Num().Int64())
				for _, q := range c.qs {
					q.used = q.used || q.i == k
				}
			}
		}
	}
	if n > 30 {
		n = 0
	}
	return n, false
}

// longer is what is made of a run of n years where the same was so for a year more: "the third year
// in a row" and "now for three years" are wrong then, and "for three years" is part of the truth. i
// is where the clause says the number.
func (c *clause) longer(w, more way, i, n int, what string) way {
	if w.truth != yes || more.truth != yes || c.says("at least", "more than", "over") || c.items[i].word == "for years" {
		return w
	}
	w.expected, w.evidence = what+" in more than "+itoa(n)+" years in a row", more.evidence
	sized := slices.ContainsFunc(c.qs, func(q *placed) bool { return q.q.unit != bare && !q.used }) // "by more than £1m for three years"
	if w.truth = unknown; (c.ordinalRun(i) || c.says("now")) && !sized {
		w.truth = no
	}
	return w
}
