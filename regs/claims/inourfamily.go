package claims

import (
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads how many areas of the family, or which of them, are beyond the authority: "two of the three
// areas in our family had a lower rate than ours", "only Angus and Moray did better".

// inFamily reads which areas of the family have a higher or a lower figure than ours, or how many; it
// reports whether the clause says either.
func (c *clause) inFamily(t *facts.Thing, tm times) bool {
	at := slices.IndexFunc(c.items, func(x *lex.Item) bool { return lex.IsFamily(x) })
	named, only := c.areasAtStart()
	if t.Kind != facts.Indicator || len(c.facts.Family) == 0 || at < 0 && !c.statement.ofFamily && len(named) == 0 {
		return false
	}
	if c.partOfFamily(t, at, tm) || c.halfOfFamily(t, tm) {
		return true
	}
	m := slices.IndexFunc(c.items, func(x *lex.Item) bool {
		return x.N != 0 && (x.Class == language.IsBeside || x.Class == language.IsMove && x.Adj)
	})
	if m < 0 && at >= 0 && c.unknown == "" {
		return c.asLowInFamily(t, at, tm)
	}
	if m < 0 || c.unknown != "" || c.has(language.IsTimes, language.IsExtreme, language.IsRank, language.IsStable, language.IsEach, language.IsRow) >= 0 {
		return false
	}
	sign := c.items[m].Sign(t)
	year := c.facts.Newest(t, facts.FaceValue, facts.Own)
	another := tm.base != nil || tm.over > 0 || tm.at != nil && !slices.Contains(c.resolve(t, facts.FaceValue, tm.at), year)
	if len(named) > 0 {
		if !only && len(named) < 2 || another || sign == 0 || c.not || len(c.qs) > 0 || !c.thanOwn(m) {
			return false
		}
		c.tellFamily(t, m, c.facts.TheseBeyond(t, year, sign, named, only))
		if !only && !slices.ContainsFunc(named, func(area string) bool { return !slices.Contains(c.facts.Family, area) }) {
			c.statement.namedAreas = named
		}
		return true
	}
	n, ok := c.countAtStart(at, m)
	switch {
	case ok && c.thanOwn(m):
	case !ok && at > m:
		if n, ok = c.countBehind(m, at); !ok {
			return false
		}
		sign = -sign // "we had a lower rate than two of them"
	default:
		return false
	}
	if another || sign == 0 {
		return true // it isn't read
	}
	c.tellFamily(t, m, c.facts.ManyBeyond(t, year, sign, n))
	if at <= m {
		c.statement.outdone = outdoing{c.items[m], true, t, n}
	}
	return true
}

// ofNobody reports whether a clause says that none of several went one way, which isn't said of the thing before: "falls
// went up; none of the others did rise".
func (c *clause) ofNobody() bool {
	first := c.items[0]
	return first.Class == language.IsNot && slices.Contains([]string{"none", "nobody", "no one", "none of the others"}, first.Text) && c.moving()
}

// asLowInFamily reads "none of the areas in our family has a rate as low as ours"; it reports whether the clause says so.
func (c *clause) asLowInFamily(t *facts.Thing, at int, tm times) bool {
	if c.items[0].Class != language.IsNot || c.items[0].Text != "none" || tm.at != nil || tm.base != nil || tm.over > 0 {
		return false
	}
	for i := at + 1; i+3 < len(c.items); i++ {
		e, ok := lex.SoAdjectives[c.items[i+1].Text]
		if c.items[i].Text != "as" || !ok || c.items[i+2].Text != "as" || !c.items[i+3].Is(facts.Own) {
			continue
		}
		sign := e.Sign(t)
		if sign == 0 {
			return true // it isn't read
		}
		w, beyond, _ := c.facts.BesideFamily(t, c.facts.Newest(t, facts.FaceValue, facts.Own), sign)
		if w.Expected != "" {
			w.Truth = facts.TruthOf(len(beyond) == 0)
		}
		c.tellFamily(t, i+1, w)
		return true
	}
	return false
}

// tellFamily adds the claim that the comparative at m makes of the areas of the family.
func (c *clause) tellFamily(t *facts.Thing, m int, w facts.Way) {
	for _, q := range c.qs {
		q.used = true
	}
	cl := c.tell(saysRank, c.items[m], t, facts.Own, []facts.Way{w})
	cl.Comparator = c.items[m].Text
}

// areasAtStart are the other authorities with which the clause begins; only is true where no others
// are meant.
func (c *clause) areasAtStart() (named []string, only bool) {
	items := c.items
	if first := items[0]; first.Role == "of" || first.Text == "among" || first.Text == "amongst" || first.Text == "in" {
		if i := slices.IndexFunc(items, func(x *lex.Item) bool { return lex.IsFamily(x) }); i > 0 && !slices.ContainsFunc(items[:i], func(x *lex.Item) bool { return x.Class != language.IsPlain && x.Class != language.IsRole }) {
			items = items[i+1:] // "among our family Moray and Angus do better"
		}
	}
	for _, it := range items {
		switch {
		case it.Class == language.IsArea && it.Area != facts.Own && it.Area != facts.Scotland && it.Area != facts.Family && !facts.IsLocality(it.Area) && !it.Possessive:
			named = append(named, it.Area)
		case it.Text == "only" && len(named) == 0:
			only = true
		case it.Class == language.IsPlain && len(named) == 0, it.Text == "both", it.Text == "the", it.Class == language.IsBreak && it.Word == "and":
		default:
			return named, only
		}
	}
	return named, only
}

// thanOwn reports whether the comparative at m compares with ours, or with nothing that is named.
func (c *clause) thanOwn(m int) bool {
	than := c.items[m].Class == language.IsBeside
	for i := m + 1; i < len(c.items); i++ {
		switch it := c.items[i]; {
		case it.Class == language.IsArea:
			return it.Area == facts.Own
		case it.Class == language.IsThan:
			than = true
		case it.Class == language.IsVersus, it.Class == language.IsQuantity, it.Class == language.IsMove, it.Class == language.IsFace:
			return false
		}
	}
	return !than
}

// countAtStart is the number of areas with which the clause begins: "two of the three areas in our family",
// "none", "all".
func (c *clause) countAtStart(at, m int) (n int, ok bool) {
	i := c.behindFamily(at)
	for i < m && (c.is(i, language.IsBreak) || c.items[i].Class == language.IsPlain && !isAll(c.items[i]) && c.items[i].Word != "all but" && c.items[i].Word != "no other") {
		i++
	}
	if n, ok = c.countAt(i); !ok || i >= m || at > m {
		return 0, false
	}
	for _, it := range c.items[i+1 : m] {
		switch it.Class {
		case language.IsPlain, language.IsQuantity, language.IsRole, language.IsSubject:
		case language.IsArea:
			if it.Area != facts.Family {
				return 0, false
			}
		default:
			return 0, false
		}
	}
	return n, at >= 0 || c.statement.ofFamily
}

// behindFamily is the item behind the family at item at where the clause begins with that and the count follows: "among
// the three areas most like us no one did better"; 0 else.
func (c *clause) behindFamily(at int) int {
	if at < 1 || !c.roleAt(0, "of", "in") && c.items[0].Text != "among" && c.items[0].Text != "amongst" && c.items[0].Text != "within" {
		return 0
	}
	size := int64(len(c.facts.Family))
	for _, it := range c.items[1:at] {
		if it.Class == language.IsQuantity && (it.Q.Value == nil || it.Q.Value.Cmp(exact.Rat(size, 1)) != 0 && it.Q.Value.Cmp(exact.Rat(size+1, 1)) != 0) || it.Class != language.IsQuantity && it.Class != language.IsPlain && it.Class != language.IsRole || isAll(it) {
			return 0
		}
	}
	start := at + 1
	if c.roleAt(start, "of") && c.is(start+1, language.IsQuantity) && c.items[start+1].Q.Value != nil && c.items[start+1].Q.Value.Cmp(exact.Rat(size+1, 1)) == 0 {
		start += 2 // "our family of seven"
	}
	for i := start; i < len(c.items); i++ {
		if _, ok := c.countAt(i); ok {
			return start
		}
		if c.items[i].Class != language.IsPlain && c.items[i].Class != language.IsRole {
			break
		}
	}
	return 0
}

// countBehind is the number of areas of the family at item at with which the comparative at m compares ours: "lower
// than in two of the areas in our family".
func (c *clause) countBehind(m, at int) (n int, ok bool) {
	i := m + 1
	for i < at && (c.items[i].Class == language.IsThan || c.items[i].Class == language.IsSubject || c.items[i].Class == language.IsArea || c.items[i].Class == language.IsBreak || c.roleAt(i, "in", "of", "since") || c.items[i].Class == language.IsPlain && !isAll(c.items[i]) && c.items[i].Word != "all but") {
		i++
	}
	if i == at {
		return 0, false
	}
	return c.countAt(i)
}

// isAll reports whether an item says that all are meant.
func isAll(it *lex.Item) bool { return it.Text == "all" || it.Text == "every" || it.Text == "each" }

// countAt is how many areas item i counts; ok is false where there can't be so many.
func (c *clause) countAt(i int) (n int, ok bool) {
	if i >= len(c.items) {
		return 0, false
	}
	size := len(c.facts.Family)
	if c.items[i].Word == "all but" {
		n, ok = c.countAt(i + 1)
		return size - n, ok
	}
	for _, q := range c.qs {
		if q.i > i && (q.Q.Value == nil || q.Q.Unit != facts.Bare || q.Q.Value.Cmp(exact.Rat(int64(size), 1)) != 0 && q.Q.Value.Cmp(exact.Rat(int64(size+1), 1)) != 0) {
			return 0, false // "two of the 32 areas"
		}
	}
	switch it := c.items[i]; {
	case it.Class == language.IsQuantity && it.Q.InWords && !it.Q.Hedged && !it.Q.Fraction && it.Q.IsWhole():
		n = int(it.Q.Value.Num().Int64())
		return n, n <= size
	case it.Class == language.IsNot && slices.Contains([]string{"none", "nobody", "no-one", "no one", "none of the others"}, it.Text), it.Word == "no other":
		return 0, true
	case isAll(it):
		return size, true
	case it.Text == "no" && i+1 < len(c.items) && lex.IsFamily(c.items[i+1]):
		return 0, true // "no comparator has a higher rate"
	}
	return 0, false
}

// onlyFamily reports whether the clause says no more than that it is of the areas of the family: "of the three
// areas that we compare ourselves with".
func (c *clause) onlyFamily() bool {
	named := false
	for i, it := range c.items {
		switch it.Class {
		case language.IsPlain, language.IsQuantity, language.IsBreak:
		case language.IsArea:
			named = named || lex.IsFamily(it)
			if it.Area != facts.Own && it.Area != facts.Family {
				return false
			}
		case language.IsRole:
			if it.Role != "of" && it.Role != "in" {
				return false
			}
		default:
			return false
		}
		if i == 0 && it.Role != "of" && it.Text != "in" && it.Text != "within" && it.Text != "among" && it.Text != "amongst" {
			return false
		}
	}
	return named
}

// sizeOfFamily reports whether the clause counts as many areas as the family has, with ours or without.
func (c *clause) sizeOfFamily() bool {
	size := int64(len(c.facts.Family))
	return !slices.ContainsFunc(c.qs, func(q *placed) bool {
		return q.Q.Value == nil || q.Q.Value.Cmp(exact.Rat(size, 1)) != 0 && q.Q.Value.Cmp(exact.Rat(size+1, 1)) != 0
	})
}

// someInFamily reports whether the clause speaks of single areas of the family, or of none of them, and not of the family's
// average: "no area in our family", "one of the family".
func (c *clause) someInFamily() bool {
	for i, it := range c.items {
		if i < 2 || !lex.IsFamily(it) || !c.roleAt(i-1, "in", "of") {
			continue
		}
		if i > 4 && c.is(i-5, language.IsNot) && c.roleAt(i-4, "of") && c.items[i-3].Text == "the" && slices.Contains(nounsOfAreas, c.items[i-2].Text) {
			return true // "none of the areas in our family"
		}
		switch of := c.items[i-2]; {
		case of.Word == "no other", of.Class == language.IsNot, of.Text == "one", of.Text == "any", of.Text == "some", of.Text == "others", of.Class == language.IsQuantity && of.Q.Unit == facts.Bare && !of.Q.Fraction:
			return true
		}
	}
	return false
}
