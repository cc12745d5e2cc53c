package claims

import (
	"slices"
)

// This file reads what no year was: "no other year of the six saw fewer", "never in the six years
// has it been higher than it is now".

// never reads that no other year's figure was above, or below, that of one year; it reports
// whether the clause says something of the kind.
func (c *clause) never(t *Thing, face Face, area string) bool {
	denied := c.noYear()
	if denied < 0 || c.besideInNoYear() != nil {
		return false
	}
	if c.excepts() >= 0 {
		return true // onlyOtherYear reads it
	}
	m := slices.IndexFunc(c.items, func(x *item) bool {
		return x.n != 0 && (x.class == isMove && x.adj || x.class == isBeside)
	})
	if m < denied {
		return false
	}
	than := c.thanBehind(m)
	if than < 0 && (c.standsBare(m) || m == len(c.items)-1 && c.items[denied].text == "no" && c.items[denied+1].text != "year" && c.items[m].class == isMove) {
		than = len(c.items) // than it is now
	}
	if than < 0 || c.has(isTimes, isStable, isRank, isMiddle, isPace, isMet) >= 0 || slices.ContainsFunc(c.items, func(x *item) bool { return x.class == isArea && x.area != own && x.area != area }) {
		return true // it isn't read
	}
	sign := c.items[m].n
	if c.items[m].judge {
		sign *= t.Better
	}
	pivot, ok := c.facts.newest(t, face, area), true
	if than < len(c.items) {
		pivot, ok = c.yearBehind(than, t, face, area)
	}
	first, last, bounded := c.yearsAround(than, t, face)
	if !ok || sign == 0 || c.otherFigures() {
		return true
	}
	w := c.facts.extreme(t, face, area, pivot, first, last, sign, 1)
	if !bounded && w.truth == yes {
		w.truth = unknown // of the years before the window nothing is known
	}
	cl := c.tell(saysExtreme, c.items[m], t, area, []way{w})
	cl.Comparator, cl.Negated = "no year "+c.items[m].text, true
	return true
}

// noYear is the word with which the clause says that no year was so, or -1.
func (c *clause) noYear() int {
	for i, it := range c.items {
		year := func(k int) bool { return k < len(c.items) && (c.items[k].text == "year" || c.items[k].text == "time") }
		switch {
		case it.text == "never":
			return i
		case it.text == "no" && (year(i+1) || i+1 < len(c.items) && (c.items[i+1].text == "other" || c.items[i+1].text == "earlier" || c.items[i+1].text == "previous") && year(i+2)):
			return i
		case (it.text == "none" || it.text == "not" && i+1 < len(c.items) && c.items[i+1].text == "one") && slices.ContainsFunc(c.items[i:min(i+4, len(c.items))], func(x *item) bool { return x.class == isPeriod && x.word == "over" }):
			return i
		}
	}
	return -1
}

// standsBare reports whether the comparative at m is said of now: "has never been higher", "no year
// since 2020/21 has brought a higher rate".
func (c *clause) standsBare(m int) bool {
	if c.items[m].class != isMove || !c.items[m].adj {
		return false
	}
	return !slices.ContainsFunc(c.items[m+1:], func(x *item) bool {
		return x.class != isPlain && x.class != isSubject && !(x.class == isPeriod && x.word == "over") && x.class != isQuantity && !(x.class == isRole && (x.role == "in" || x.role == "of")) && !x.is(own)
	}) && (c.says("has", "have") || c.says("now"))
}

// thanBehind is "than" behind the comparative at m, or that itself where it has it; -1 for none.
func (c *clause) thanBehind(m int) int {
	if c.items[m].class == isBeside {
		return m
	}
	for i := m + 1; i < len(c.items); i++ {
		if it := c.items[i]; it.class == isThan || it.class == isRole && len(it.text) >= 4 && it.text[:4] == "than" {
			return i
		}
	}
	return -1
}

// yearBehind is the year that others are said not to be beyond: "than this one", "than in
// 2021/22".
func (c *clause) yearBehind(than int, t *Thing, face Face, area string) (int, bool) {
	for _, it := range c.items[than+1:] {
		if it.class == isPeriod && (it.known || it.entry.year == 0 && it.word != "ago" && it.word != "over" && it.word != "onyear") {
			return c.resolve(t, face, c.yearsOf(it))[0], true
		}
	}
	for _, it := range c.items[than:] {
		switch it.text {
		case "this", "now", "it", "they", "today", "currently", "ours":
			y := c.facts.newest(t, face, area)
			return y, y != 0
		}
	}
	return 0, false
}

// yearsAround are the years among which the clause says that there is none; bounded is false where
// it says it of all time.
func (c *clause) yearsAround(than int, t *Thing, face Face) (first, last int, bounded bool) {
	last = c.facts.Year
	for i, it := range c.items {
		switch {
		case it.class == isPeriod && it.word == "over" && it.year > 1:
			return last - it.year + 1, last, true
		case it.class == isPeriod && it.word == "first":
			return c.facts.First, last, true
		case it.class == isPeriod && i < than && c.roleAt(c.prev(i), "since"):
			return c.resolve(t, face, c.yearsOf(it))[0] + 1, last, true
		case it.class == isQuantity && it.q.inWords && it.q.unit == bare && it.q.value != nil && it.q.value.IsInt() && c.roleAt(c.prev(i), "of") && i < than:
			for _, q := range c.qs {
				q.used = q.used || q.i == i
			}
			return last - int(it.q.value.Num().Int64()) + 1, last, true // "no year of the last six"
		}
	}
	return c.facts.First, last, false
}

// otherFigures reports whether the clause has a figure that nothing has read.
func (c *clause) otherFigures() bool {
	return slices.ContainsFunc(c.qs, func(q *placed) bool {
		return !q.used && !(q.i > 0 && c.items[q.i-1].text == "this") // "than this one"
	})
}
