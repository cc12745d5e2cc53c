package claims

import (
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what is said of a part of the family's areas: "half of our comparators had a higher rate", "we are in the
// top half of our family".

// partOfFamily reads that a part of the family's areas, which at is the item of, have a higher or a lower figure than ours; it
// reports whether the clause speaks of a part of them, and so not of their average.
func (c *clause) partOfFamily(t *facts.Thing, at int, tm times) bool {
	if at < 2 || !c.roleAt(at-1, "of", "in") {
		return false
	}
	part := c.items[at-2]
	most := part.Text == "most"
	if !most && (part.Class != language.IsQuantity || !part.Q.Fraction || part.Q.Value == nil) || slices.ContainsFunc(c.items[:at-2], func(x *lex.Item) bool { return x.Class != language.IsPlain }) {
		return false
	}
	m := slices.IndexFunc(c.items, func(x *lex.Item) bool {
		return x.N != 0 && x.Start > part.Start && (x.Class == language.IsBeside || x.Class == language.IsMove && x.Adj)
	})
	year := c.facts.Newest(t, facts.FaceValue, facts.Own)
	if m < at || c.not || !c.thanOwn(m) || tm.base != nil || tm.over > 0 || tm.at != nil && !slices.Contains(c.resolve(t, facts.FaceValue, tm.at), year) || c.has(language.IsTimes, language.IsRank, language.IsStable, language.IsEach, language.IsRow) >= 0 {
		return true // it isn't read
	}
	sign := c.items[m].Sign(t)
	w, beyond, same := c.facts.BesideFamily(t, year, sign)
	if sign == 0 || w.Expected == "" {
		return true
	}
	size := int64(len(c.facts.Family))
	holds := func(n int) bool {
		if most {
			return 2*int64(n) > size
		}
		return facts.Fits(part.Q.In(), facts.Value{Exact: exact.Rat(100*int64(n), size)})
	}
	w.Truth = facts.No
	for n := len(beyond); n <= len(beyond)+same; n++ {
		if holds(n) {
			w.Truth = facts.Yes
		}
	}
	c.tellFamily(t, m, w)
	return true
}

// halfOfFamily reads in which half of the family's areas, ours among them, a figure is: by how good it is, or by how high
// where that makes it right; it reports whether the clause says so.
func (c *clause) halfOfFamily(t *facts.Thing, tm times) bool {
	i := c.has(language.IsMiddle)
	at := slices.IndexFunc(c.items, lex.IsFamily)
	if i < 0 || at < i || t.Kind != facts.Indicator || c.items[i].N != 1 && c.items[i].N != -1 {
		return false
	}
	for _, it := range c.items[i+1 : at] {
		if it.Class != language.IsPlain && it.Class != language.IsRole {
			return false
		}
	}
	year := c.facts.Newest(t, facts.FaceValue, facts.Own)
	if c.not || len(c.qs) > 0 || c.unknown != "" || t.Better == 0 || tm.base != nil || tm.over > 0 || tm.at != nil && !slices.Contains(c.resolve(t, facts.FaceValue, tm.at), year) || c.has(language.IsMove, language.IsTimes, language.IsRow, language.IsEach) >= 0 {
		return true // it isn't read
	}
	w, beyond, same := c.facts.BesideFamily(t, year, t.Better)
	if w.Expected == "" {
		return true
	}
	of := len(c.facts.Family) + 1
	in := func(best, worst int) bool {
		if c.items[i].N > 0 {
			return 2*best <= of+1
		}
		return 2*worst >= of+1
	}
	best, worst := len(beyond)+1, len(beyond)+same+1
	w.Truth = facts.TruthOf(in(best, worst))
	if w.Truth == facts.No && t.Better < 0 && c.items[i].Text != "better half" && c.items[i].Text != "worse half" && in(of+1-worst, of+1-best) {
		w.Truth = facts.Unknown // a high rate is at the top of a list that begins with the highest
	}
	c.tellFamily(t, i, w)
	return true
}

// otherSize reports whether the clause speaks of more or fewer areas than the family has, ours among them or not, so that it
// isn't of the family: "third of the eight areas we compare ourselves with".
func (c *clause) otherSize(at int) bool {
	size := int64(len(c.facts.Family))
	other := func(i int) bool {
		return c.is(i, language.IsQuantity) && c.items[i].Q.Unit == facts.Bare && c.items[i].Q.Value != nil && c.items[i].Q.Value.Cmp(exact.Rat(size, 1)) != 0 && c.items[i].Q.Value.Cmp(exact.Rat(size+1, 1)) != 0
	}
	k := at - 1
	for k >= 0 && (c.items[k].Class == language.IsPlain || c.items[k].Is(facts.Own)) {
		k--
	}
	return other(k) || c.roleAt(at+1, "of") && other(at+2)
}
