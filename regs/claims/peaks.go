package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads how far a figure is from its highest or lowest, and when that was.

// highest and lowest are words for the highest and the lowest of a series.
var highest, lowest = []string{"peak", "peaked", "peaks", "high", "highest", "height"}, []string{"low", "lowest", "trough", "bottom"}

// fromPeak reads "some 3,300 below their peak", "217 below the peak of 2023/24"; it reports whether
// the clause says how far from it a figure is.
func (c *clause) fromPeak(t *facts.Thing, face facts.Face, area string) bool {
	b := slices.IndexFunc(c.items, func(x *item) bool { return x.Class == language.IsBeside && x.N < 0 && !x.Judge || x.text == "off" })
	if b < 0 || c.not {
		return false
	}
	p := b + 1
	for p < len(c.items) && (c.items[p].Class == language.IsPlain && !slices.Contains(highest, c.items[p].text) || c.items[p].is(facts.Own)) {
		p++
	}
	if p >= len(c.items) || !slices.Contains([]string{"peak", "high", "highest"}, c.items[p].text) {
		return false
	}
	q := slices.IndexFunc(c.qs, func(q *placed) bool { return q.i < b && c.next(q.i) >= b && q.q.Ref == nil && !q.q.Fraction && !q.used })
	if q < 0 {
		return false
	}
	at := c.facts.Newest(t, face, area)
	peak := c.facts.ExtremeYear(t, face, area, at, 1)
	for k := p + 1; k < len(c.items); k++ {
		if it := c.items[k]; it.Class == language.IsPeriod && it.known {
			peak = c.resolve(t, face, c.yearsOf(it))[0]
		} else if it.Class == language.IsQuantity {
			return false // the peak itself, which levels reads
		}
	}
	if peak == 0 || peak >= at {
		return false
	}
	of := c.qs[q]
	of.used = true
	w := c.facts.Delta(t, face, area, peak, at, -1, of.q)
	cl := c.tell(saysChange, of.item, t, area, []facts.Way{w})
	cl.Quantity, cl.Unit, cl.Comparator = of.q.Bounds(), of.q.Unit, "below its peak"
	return true
}

// thanAtTurn takes the name of the highest or lowest of a series for the year that is given of it, where something is
// compared with that: "9,000 fewer than at the peak of 2022/23" are fewer than in 2022/23.
func thanAtTurn(items []item) {
	for i := 2; i < len(items); i++ {
		if items[i].Class != language.IsPeriod || !items[i].known {
			continue
		}
		k := i - 1
		if items[k].Class == language.IsRole && (items[k].Role == "of" || items[k].Role == "in") {
			k--
		}
		if k > 0 && items[k].text == "point" {
			k--
		}
		if k > 1 && items[k].Class == language.IsMark && items[k].Word == "," && items[i-1].Role == "in" {
			k-- // "at their height, in 2022/23, …"
			if k > 3 || items[0].text != "at" || i+1 >= len(items) || items[i+1].Class != language.IsMark {
				continue
			}
			items[i-2].Entry, items[i-2].text = language.Entry{Class: language.IsPlain}, ""
		}
		turn := k
		if k < 1 || items[k].Class != language.IsExtreme && items[k].Class != language.IsPlain && items[k].Class != language.IsUnknown || !slices.ContainsFunc(strings.Fields(items[k].text), func(w string) bool { return slices.Contains(highest, w) || slices.Contains(lowest, w) }) {
			continue
		}
		for k--; k > 0 && (items[k].Class == language.IsPlain && !slices.Contains([]string{"a", "an"}, items[k].text) || items[k].is(facts.Own) || items[k].Class == language.IsRole && items[k].Role == "in" && items[k].text == "at"); k-- {
		}
		if it := &items[k]; k == 0 && it.text == "at" && it.Class == language.IsRole {
			items[turn].makePlain() // and what it was then follows
			continue
		} else if it.Class != language.IsThan && it.Class != language.IsVersus && it.Class != language.IsBeside && !(it.Class == language.IsRole && it.Role == "since") {
			continue
		}
		for n := k + 1; n < i; n++ {
			items[n].makePlain()
		}
		items[turn].Word = "turn"
	}
}

// afterTurn goes on with the highest or lowest of a series that "after" is followed by, where that has a figure and a time:
// "stood at 9,966, after a peak here of 10,827 in 2021/22". What else stands behind "after" is no claim.
func afterTurn(items []item) {
	if anyOf(items, func(x *item) bool {
		return x.Class == language.IsSubject && (x.Thing.Kind == facts.Money || strings.Contains(x.Thing.Title, "end of the"))
	}) {
		return // of amounts, and of counts that may have been higher within a year
	}
	for i := range items {
		if items[i].text != "after" && items[i].text != "following" || i == 0 {
			continue
		}
		turn := i + 1
		for turn < len(items) && (slices.Contains([]string{"a", "an", "its", "their", "the", "our", "record"}, items[turn].text)) {
			turn++
		}
		if turn >= len(items) || !slices.Contains(highest, items[turn].text) && !slices.Contains(lowest, items[turn].text) && items[turn].text != "peaking" {
			continue
		}
		k := turn + 1
		if k < len(items) && items[k].is(facts.Own) {
			k++ // "a peak here of"
		}
		given := k+2 < len(items) && (items[k].Role == "of" || items[k].text == "at") && items[k+1].Class == language.IsQuantity && items[k+1].q.Unit != facts.Pounds && items[k+1].q.Ref == nil
		if given {
			k += 2
		}
		if k < len(items) && (items[k].Role == "in" || items[k].text == "back") {
			k++
		}
		if k >= len(items) || items[k].Class != language.IsPeriod || !given && k+1 < len(items) {
			continue
		}
		if behind := k + 1; behind < len(items) && (items[behind].text == "that" || items[behind].text == "which") {
			items[behind].Entry = language.Entry{Class: language.IsBreak, Word: "which"}
		} else if behind < len(items) && items[behind].Class != language.IsMark && items[behind].Class != language.IsBreak {
			continue
		}
		if items[i].makePlain(); items[i-1].Class != language.IsMark {
			items[i].Entry = language.Entry{Class: language.IsMark, Word: ","}
		}
	}
}

// turningPoint reads when a figure is said to have been at its highest or lowest: "from their low
// point in 2021/22", "since it peaked in 2021/22".
func (c *clause) turningPoint(t *facts.Thing, face facts.Face, area string) {
	for i, it := range c.items {
		if it.Class != language.IsPeriod || !it.known || i == 0 || c.not {
			continue
		}
		sign, word, given := 0, (*item)(nil), false
		from := c.lead == "," && c.items[0].text == "after"
		for k := i - 1; k >= max(0, i-6); k-- {
			x := c.items[k]
			from = from || x.Class == language.IsRole && (x.Role == "from" || x.Role == "since") || x.text == "since" || word != nil && word.Word == "turn" && (x.Class == language.IsThan || x.Class == language.IsVersus)
			if x.Class == language.IsQuantity && word == nil && k > 0 && (c.roleAt(k-1, "of", "from") || c.items[k-1].text == "at") {
				given = true
				continue // "a low of 81.6% in 2021/22"
			}
			if x.Class != language.IsPlain && x.Class != language.IsRole && x.Class != language.IsExtreme && x.Class != language.IsUnknown && !x.is(facts.Own) || x.Class == language.IsUnknown && x.text != "point" {
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
		w := c.facts.Extreme(t, face, area, y, c.facts.First, c.facts.Year, sign, 1)
		if w.Truth == facts.Yes && y == c.facts.First || w.Truth == facts.No && given && c.turnsThere(t, face, area, y, sign) {
			w.Truth = facts.Unknown
		}
		cl := c.tell(saysExtreme, word, t, area, []facts.Way{w})
		cl.Comparator = word.text
	}
}

// turnsThere reports whether a figure is higher than those of the years before and behind, or lower, so that it can be called
// a high, or a low, although there are others.
func (c *clause) turnsThere(t *facts.Thing, face facts.Face, area string, year, sign int) bool {
	v, ok := c.facts.At(t, face, area, year)
	before, there := c.facts.At(t, face, area, c.facts.Before(t, face, area, year))
	for y := year + 1; y <= c.facts.Year; y++ {
		if behind, found := c.facts.At(t, face, area, y); found {
			return ok && there && v.Exact.Cmp(before.Exact) == sign && v.Exact.Cmp(behind.Exact) == sign
		}
	}
	return false
}
