package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads for how many years one place's figure was above, or below, another's.

// besideRuns reads "has been below the Scottish rate in each of the last six years", "better than
// Scotland's in three of the six years"; it reports whether the clause says something of the
// kind.
func (c *clause) besideRuns(t *facts.Thing, face facts.Face, area, other string, compared bool) bool {
	e, over, none := c.has(language.IsEach, language.IsRow), c.yearsOutOf(), c.besideInNoYear()
	if !compared || t.Kind != facts.Indicator || facts.IsLocality(other) || facts.IsLocality(area) || area == other {
		return false
	}
	if e < 0 && over == nil && none == nil {
		if e = c.forLastYears(); e >= 0 {
			return c.besideForYears(t, face, area, other, c.items[e].Year, false)
		}
		if n := c.yearsSince(t, face, area); n > 0 {
			return c.besideForYears(t, face, area, other, n, true)
		}
		return c.ofSomeYears() // in how many of them isn't read
	}
	m := slices.IndexFunc(c.items, func(x *lex.Item) bool {
		return x.Class == language.IsBeside && x.N != 0 || x.Class == language.IsMove && x.Adj
	})
	if m < 0 || c.has(language.IsMove) >= 0 && !c.items[c.has(language.IsMove)].Adj || c.deltas() || len(c.also) > 0 {
		return false
	}
	sign := c.items[m].Sign(t)
	first, last, sure, since := 0, c.facts.Newest(t, face, area), true, false
	switch {
	case none != nil && none.Class == language.IsPeriod:
		first = last - none.Year + 1
	case none != nil:
		first, sure = c.facts.First, false
	case over != nil:
		first = last - over.Year + 1
	case c.items[e].Class == language.IsEach && c.items[e].Word == "all":
		if from, to := c.fromToBehind(e, t, face); from > 0 {
			if to > last {
				return true // of a year without a figure
			}
			first, last = from, to
			break
		}
		first, sure = c.facts.First, false
	default:
		var n int
		if n, since = c.yearsOfRun(e, t, face, area); n == 0 {
			return true // it isn't read
		}
		first = last - n + 1
	}
	if none != nil && slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsPeriod && x != none }) || c.not && none == nil || sign == 0 || first < c.facts.First {
		return true
	}
	var held []facts.Truth
	w := facts.Way{Year: last, Base: first}
	for y := first; y <= last; y++ {
		one := c.facts.Beside(t, face, area, other, y, sign)
		if a, b, ok := c.facts.PlacesIn(t, face, area, other, y); ok && facts.SameShown(a, b) {
			one.Truth = facts.Unknown
		}
		held = append(held, one.Truth)
		if one.Truth == facts.No || w.Expected == "" {
			w.Expected, w.Evidence = one.Expected, one.Evidence
		}
	}
	it := c.items[m]
	switch {
	case none != nil:
		zero := language.Exactly(0)
		if w = c.yearsHeld(held, &zero, w); w.Truth == facts.Yes && !sure {
			w.Truth = facts.Unknown // of the years before the window nothing is known
		}
	case over != nil:
		q := c.qs[slices.IndexFunc(c.qs, func(q *placed) bool { return c.ofYears(q) == over })]
		it, q.used = q.Item, true
		w = c.yearsHeld(held, c.asCounted(q, over.Year), w)
	default:
		w.Truth = heldThroughout(held, sure)
		if since {
			c.inFirstYear(t, face, area, other, sign, &w)
		}
	}
	cl := c.tell(saysRun, it, t, area, []facts.Way{w})
	cl.Comparator = c.items[m].Text + " " + c.facts.Place(other) + " each year"
	if none != nil {
		cl.Comparator, cl.Negated = c.items[m].Text+" "+c.facts.Place(other)+" in no year", true
	}
	return true
}

// fromToBehind are the years between which the clause says that something was so in each, both included, 0 where it doesn't:
// "in each year from 2020 to 2024".
func (c *clause) fromToBehind(e int, t *facts.Thing, face facts.Face) (from, to int) {
	f := c.next(e + 1)
	last := c.next(c.next(f))
	if !c.roleAt(e+1, "from", "between") || !c.is(f, language.IsPeriod) || !c.is(last, language.IsPeriod) {
		return 0, 0
	}
	a, b := c.resolve(t, face, c.yearsOf(c.items[f])), c.resolve(t, face, c.yearsOf(c.items[last]))
	if len(a) != 1 || len(b) != 1 || a[0] >= b[0] {
		return 0, 0
	}
	return a[0], b[0]
}

// forLastYears is the item "for the last four years" of a clause that says what has been, or -1.
func (c *clause) forLastYears() int {
	return slices.IndexFunc(c.items, func(x *lex.Item) bool {
		return x.Class == language.IsPeriod && x.Word == "over" && x.Year > 1 && strings.HasPrefix(x.Text, "for the ") && c.says("been", "remained", "stayed")
	})
}

// yearsSince is how many years there were since the one since when the clause says that something has been so: "has been
// above Scotland's since 2022/23"; 0 where it says nothing of the kind.
func (c *clause) yearsSince(t *facts.Thing, face facts.Face, area string) int {
	if !c.says("been", "remained", "stayed", "exceeded") || !c.says("has", "have") || !slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Role == "since" }) {
		return 0
	}
	base := c.resolve(t, face, c.times().base)
	if len(base) != 1 {
		return 0
	}
	return c.facts.Newest(t, face, area) - base[0]
}

// besideForYears reads "has been above the Scottish rate for the last four years"; since is true of those since another one.
func (c *clause) besideForYears(t *facts.Thing, face facts.Face, area, other string, years int, since bool) bool {
	m := slices.IndexFunc(c.items, func(x *lex.Item) bool {
		return x.Class == language.IsBeside && x.N != 0 || x.Class == language.IsMove && x.Adj
	})
	last := c.facts.Newest(t, face, area)
	if m < 0 || c.not || c.moving() || len(c.also) > 0 || len(c.qs) > 0 || last-years+1 < c.facts.First {
		return false
	}
	sign := c.items[m].Sign(t)
	if sign == 0 {
		return false
	}
	var held []facts.Truth
	w := facts.Way{Year: last, Base: last - years + 1}
	for y := w.Base; y <= last; y++ {
		one := c.facts.Beside(t, face, area, other, y, sign)
		held = append(held, one.Truth)
		if one.Truth == facts.No || w.Expected == "" {
			w.Expected, w.Evidence = one.Expected, one.Evidence
		}
	}
	w.Truth = heldThroughout(held, true)
	if since {
		c.inFirstYear(t, face, area, other, sign, &w)
	}
	cl := c.tell(saysRun, c.items[m], t, area, []facts.Way{w})
	cl.Comparator = c.items[m].Text + " " + c.facts.Place(other) + " each year"
	return true
}

// moving reports whether the clause has a word of direction that compares nothing.
func (c *clause) moving() bool {
	return slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsMove && !x.Adj })
}

// inFirstYear holds what is said of each year since one against that year, too, which may be meant or not. Where it was
// otherwise in it, a year behind it has to bear the words out to the last digit.
func (c *clause) inFirstYear(t *facts.Thing, face facts.Face, area, other string, sign int, w *facts.Way) {
	one := c.facts.Beside(t, face, area, other, w.Base-1, sign)
	if one.Truth != facts.No {
		return
	}
	if w.Truth == facts.Yes {
		w.Truth = facts.Unknown
	}
	for y := w.Base; y <= w.Year && w.Truth == facts.Unknown; y++ {
		if a, b, ok := c.facts.PlacesIn(t, face, area, other, y); ok && a.Exact.Cmp(b.Exact) == -sign {
			w.Truth, w.Expected, w.Evidence = facts.No, one.Expected, one.Evidence
		}
	}
}

// besideInNoYear is the word with which the clause says that in no year one place was above, or
// below, another, or the years of which it says so: "in none of the six years was our rate higher
// than Scotland's". It is nil where it says nothing of the kind.
func (c *clause) besideInNoYear() *lex.Item {
	i := c.noYear()
	if i < 0 || c.items[i].Text == "never" || !slices.ContainsFunc(c.items, func(x *lex.Item) bool {
		return x.Class == language.IsArea && x.Area != facts.Own && !facts.IsLocality(x.Area)
	}) {
		return nil
	}
	for _, it := range c.items {
		if it.Class == language.IsPeriod && it.Word == "over" && it.Year > 1 {
			return it
		}
	}
	return c.items[i]
}

// heldThroughout reports whether something held in each of several years; sure is false where the
// words don't say in which, so that the last of them are enough for a doubt.
func heldThroughout(held []facts.Truth, sure bool) facts.Truth {
	if slices.Contains(held, facts.No) {
		n := len(held)
		if !sure && n > 2 && held[n-1] == facts.Yes && held[n-2] == facts.Yes {
			return facts.Unknown
		}
		return facts.No
	}
	if slices.Contains(held, facts.Unknown) {
		return facts.Unknown
	}
	return facts.Yes
}

// yearsHeld holds in how many years something held against the number of the text.
func (c *clause) yearsHeld(held []facts.Truth, q *facts.Quantity, w facts.Way) facts.Way {
	sure, may := int64(0), int64(0)
	for _, h := range held {
		switch h {
		case facts.Yes:
			sure++
		case facts.Unknown:
			may++
		}
	}
	w.Expected = itoa(int(sure)) + " of the " + itoa(len(held)) + " years"
	for n := sure; n <= sure+may; n++ {
		if q.In().Has(exact.Rat(n, 1)) {
			if w.Truth = facts.Yes; may > 0 {
				w.Truth = facts.Unknown
			}
			return w
		}
	}
	w.Truth = facts.No
	return w
}

// ofSomeYears reports whether the clause speaks of some, or each, of several years in words that
// say no number: "in most of the six years".
func (c *clause) ofSomeYears() bool {
	for i, it := range c.items {
		if it.Class == language.IsPeriod && it.Word == "over" && strings.HasPrefix(it.Text, "of ") && i > 0 && c.items[i-1].Class != language.IsQuantity {
			return true
		}
	}
	return false
}

// asCounted is a number of years as it counts them: "all but one" of six are five.
func (c *clause) asCounted(q *placed, of int) *facts.Quantity {
	if q.i == 0 || c.items[q.i-1].Word != "all but" {
		return q.Q
	}
	left := language.Exactly(int64(of) - q.Q.Value.Num().Int64())
	return &left
}

// yearsOutOf is the period of which the clause says in how many years something held: "in three of
// the six years". It is nil where the clause has no such number.
func (c *clause) yearsOutOf() *lex.Item {
	for _, q := range c.qs {
		if p := c.ofYears(q); p != nil {
			return p
		}
	}
	return nil
}

// ofYears is the period of several years of which a number counts some, or nil.
func (c *clause) ofYears(q *placed) *lex.Item {
	if !q.Q.IsWhole() || q.Q.Hedged || !c.roleAt(c.prev(q.i), "in") ||
		slices.Contains([]string{"every", "each", "any", "not", "no"}, c.items[q.i-1].Text) {
		return nil
	}
	k := c.next(q.i)
	if c.roleAt(k, "of") {
		k = c.next(k)
	}
	if !c.is(k, language.IsPeriod) || c.items[k].Word != "over" || c.items[k].Year < 2 {
		return nil
	}
	return c.items[k]
}
