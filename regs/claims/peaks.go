package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads how far a figure is from its highest or lowest, and when that was.

// fromPeak reads "some 3,300 below their peak", "217 below the peak of 2023/24"; it reports whether
// the clause says how far from it a figure is.
func (c *clause) fromPeak(t *facts.Thing, face facts.Face, area string) bool {
	b := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsBeside && x.N < 0 && !x.Judge || x.Text == "off" })
	if b < 0 || c.not {
		return false
	}
	p := b + 1
	for p < len(c.items) && (c.items[p].Class == language.IsPlain && !slices.Contains(lex.Highest, c.items[p].Text) || c.items[p].Is(facts.Own)) {
		p++
	}
	if p >= len(c.items) || !slices.Contains([]string{"peak", "high", "highest"}, c.items[p].Text) {
		return false
	}
	q := slices.IndexFunc(c.qs, func(q *placed) bool { return q.i < b && c.next(q.i) >= b && q.Q.Ref == nil && !q.Q.Fraction && !q.used })
	if q < 0 {
		return false
	}
	at := c.facts.Newest(t, face, area)
	peak := c.facts.ExtremeYear(t, face, area, at, 1)
	for k := p + 1; k < len(c.items); k++ {
		if it := c.items[k]; it.Class == language.IsPeriod && it.Known {
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
	w := c.facts.Delta(t, face, area, peak, at, -1, of.Q)
	cl := c.tell(saysChange, of.Item, t, area, []facts.Way{w})
	cl.Quantity, cl.Unit, cl.Comparator = of.Q.Bounds(), of.Q.Unit, "below its peak"
	return true
}

// turningPoint reads when a figure is said to have been at its highest or lowest: "from their low
// point in 2021/22", "since it peaked in 2021/22".
func (c *clause) turningPoint(t *facts.Thing, face facts.Face, area string) {
	for i, it := range c.items {
		if it.Class != language.IsPeriod || !it.Known || i == 0 || c.not {
			continue
		}
		sign, word, given := 0, (*lex.Item)(nil), false
		from := c.lead == "," && c.items[0].Text == "after"
		for k := i - 1; k >= max(0, i-6); k-- {
			x := c.items[k]
			from = from || x.Class == language.IsRole && (x.Role == "from" || x.Role == "since") || x.Text == "since" || word != nil && word.Word == "turn" && (x.Class == language.IsThan || x.Class == language.IsVersus)
			if x.Class == language.IsQuantity && word == nil && k > 0 && (c.roleAt(k-1, "of", "from") || c.items[k-1].Text == "at") {
				given = true
				continue // "a low of 81.6% in 2021/22"
			}
			if x.Class != language.IsPlain && x.Class != language.IsRole && x.Class != language.IsExtreme && x.Class != language.IsUnknown && !x.Is(facts.Own) || x.Class == language.IsUnknown && x.Text != "point" {
				break
			}
			for w := range strings.FieldsSeq(x.Text) {
				switch {
				case word != nil || strings.HasPrefix(x.Text, "than"):
				case slices.Contains(lex.Highest, w):
					sign, word = 1, x
				case slices.Contains(lex.Lowest, w):
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
		cl.Comparator = word.Text
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
