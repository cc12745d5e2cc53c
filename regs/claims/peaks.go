package claims

import (
	"slices"
	"strings"
)

// This file reads how far a figure is from its highest or lowest, and when that was.

// highest and lowest are words for the highest and the lowest of a series.
var highest, lowest = []string{"peak", "peaked", "peaks", "high", "highest", "height"}, []string{"low", "lowest", "trough", "bottom"}

// fromPeak reads "some 3,300 below their peak", "217 below the peak of 2023/24"; it reports whether
// the clause says how far from it a figure is.
func (c *clause) fromPeak(t *Thing, face Face, area string) bool {
	b := slices.IndexFunc(c.items, func(x *item) bool { return x.class == isBeside && x.n < 0 && !x.judge || x.text == "off" })
	if b < 0 || c.not {
		return false
	}
	p := b + 1
	for p < len(c.items) && (c.items[p].class == isPlain && !slices.Contains(highest, c.items[p].text) || c.items[p].is(own)) {
		p++
	}
	if p >= len(c.items) || !slices.Contains([]string{"peak", "high", "highest"}, c.items[p].text) {
		return false
	}
	q := slices.IndexFunc(c.qs, func(q *placed) bool { return q.i < b && c.next(q.i) >= b && q.q.ref == nil && !q.q.fraction && !q.used })
	if q < 0 {
		return false
	}
	at := c.facts.newest(t, face, area)
	peak := c.facts.extremeYear(t, face, area, at, 1)
	for k := p + 1; k < len(c.items); k++ {
		if it := c.items[k]; it.class == isPeriod && it.known {
			peak = c.resolve(t, face, c.yearsOf(it))[0]
		} else if it.class == isQuantity {
			return false // the peak itself, which levels reads
		}
	}
	if peak == 0 || peak >= at {
		return false
	}
	of := c.qs[q]
	of.used = true
	w := c.facts.delta(t, face, area, peak, at, -1, of.q)
	cl := c.tell(saysChange, of.item, t, area, []way{w})
	cl.Quantity, cl.Unit, cl.Comparator = of.q.bounds(), of.q.unit, "below its peak"
	return true
}

// thanAtTurn takes the name of the highest or lowest of a series for the year that is given of it, where something is
// compared with that: "9,000 fewer than at the peak of 2022/23" are fewer than in 2022/23.
func thanAtTurn(items []item) {
	for i := 2; i < len(items); i++ {
		if items[i].class != isPeriod || !items[i].known {
			continue
		}
		k := i - 1
		if items[k].class == isRole && (items[k].role == "of" || items[k].role == "in") {
			k--
		}
		if k > 0 && items[k].text == "point" {
			k--
		}
		if k > 1 && items[k].class == isMark && items[k].word == "," && items[i-1].role == "in" {
			k-- // "at their height, in 2022/23, …"
			if k > 3 || items[0].text != "at" || i+1 >= len(items) || items[i+1].class != isMark {
				continue
			}
			items[i-2].entry, items[i-2].text = entry{class: isPlain}, ""
		}
		turn := k
		if k < 1 || items[k].class != isExtreme && items[k].class != isPlain && items[k].class != isUnknown || !slices.ContainsFunc(strings.Fields(items[k].text), func(w string) bool { return slices.Contains(highest, w) || slices.Contains(lowest, w) }) {
			continue
		}
		for k--; k > 0 && (items[k].class == isPlain && !slices.Contains([]string{"a", "an"}, items[k].text) || items[k].is(own) || items[k].class == isRole && items[k].role == "in" && items[k].text == "at"); k-- {
		}
		if it := &items[k]; k == 0 && it.text == "at" && it.class == isRole {
			items[turn].entry = entry{class: isPlain, word: items[turn].text} // and what it was then follows
			continue
		} else if it.class != isThan && it.class != isVersus && it.class != isBeside && !(it.class == isRole && it.role == "since") {
			continue
		}
		for n := k + 1; n < i; n++ {
			items[n].entry = entry{class: isPlain, word: items[n].text}
		}
		items[turn].word = "turn"
	}
}

// extremeYear is the year of the highest figure up to one, or of the lowest where sign is -1; 0 for
// none.
func (f *Facts) extremeYear(t *Thing, face Face, area string, last, sign int) (year int) {
	var best Value
	for y := f.First; y <= last; y++ {
		v, ok := f.at(t, face, area, y)
		if ok && t.comparable(y, last) && (year == 0 || v.Exact.Cmp(best.Exact) == sign) {
			year, best = y, v
		}
	}
	return year
}

// turningPoint reads when a figure is said to have been at its highest or lowest: "from their low
// point in 2021/22", "since it peaked in 2021/22".
func (c *clause) turningPoint(t *Thing, face Face, area string) {
	for i, it := range c.items {
		if it.class != isPeriod || !it.known || i == 0 || c.not {
			continue
		}
		sign, word, from := 0, (*item)(nil), false
		for k := i - 1; k >= max(0, i-6); k-- {
			x := c.items[k]
			from = from || x.class == isRole && (x.role == "from" || x.role == "since") || x.text == "since" || word != nil && word.word == "turn" && (x.class == isThan || x.class == isVersus)
			if x.class != isPlain && x.class != isRole && x.class != isExtreme && x.class != isUnknown && !x.is(own) || x.class == isUnknown && x.text != "point" {
				break
			}
			for w := range strings.FieldsSeq(x.text) {
				switch {
				case word != nil || strings.HasPrefix(x.text, "than"):
				case slices.Contains(highest, w):
					sign, word = 1, x
				case slices.Contains(lowest, w):
					sign, word = -1, x
				}
			}
		}
		if word == nil || !from || c.says("not") || slices.ContainsFunc(c.told, func(o told) bool { return o.item == word }) {
			continue
		}
		y := c.resolve(t, face, c.yearsOf(it))[0]
		w := c.facts.extreme(t, face, area, y, c.facts.First, c.facts.Year, sign, 1)
		if w.truth == yes && y == c.facts.First {
			w.truth = unknown
		}
		cl := c.tell(saysExtreme, word, t, area, []way{w})
		cl.Comparator = word.text
	}
}
