package claims

import (
	"slices"
)

// This file reads how many areas of the family, or which of them, are beyond the authority: "two of the three
// areas in our family had a lower rate than ours", "only Angus and Moray did better".

// inFamily reads which areas of the family have a higher or a lower figure than ours, or how many; it
// reports whether the clause says either.
func (c *clause) inFamily(t *Thing, tm times) bool {
	at := slices.IndexFunc(c.items, func(x *item) bool { return isFamily(x) })
	named, only := c.areasAtStart()
	if t.Kind != isIndicator || len(c.facts.Family) == 0 || at < 0 && !c.statement.ofFamily && len(named) == 0 {
		return false
	}
	m := slices.IndexFunc(c.items, func(x *item) bool { return x.n != 0 && (x.class == isBeside || x.class == isMove && x.adj) })
	if m < 0 && at >= 0 && c.unknown == "" {
		return c.asLowInFamily(t, at, tm)
	}
	if m < 0 || c.unknown != "" || c.has(isTimes, isExtreme, isRank, isStable, isEach, isRow) >= 0 {
		return false
	}
	sign := c.items[m].n
	if c.items[m].judge {
		sign *= t.Better
	}
	year := c.facts.newest(t, value, own)
	another := tm.base != nil || tm.over > 0 || tm.at != nil && !slices.Contains(c.resolve(t, value, tm.at), year)
	if len(named) > 0 {
		if !only && len(named) < 2 || another || sign == 0 || c.not || len(c.qs) > 0 || !c.thanOwn(m) {
			return false
		}
		c.tellFamily(t, m, c.facts.theseBeyond(t, year, sign, named, only))
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
	c.tellFamily(t, m, c.facts.manyBeyond(t, year, sign, n))
	if at <= m {
		c.statement.outdone = outdoing{c.items[m], true, t, n}
	}
	return true
}

// ofNobody reports whether a clause says that none of several went one way, which isn't said of the thing before: "falls
// went up; none of the others did rise".
func (c *clause) ofNobody() bool {
	first := c.items[0]
	return first.class == isNot && slices.Contains([]string{"none", "nobody", "no one", "none of the others"}, first.text) && c.moving()
}

// asLowInFamily reads "none of the areas in our family has a rate as low as ours"; it reports whether the clause says so.
func (c *clause) asLowInFamily(t *Thing, at int, tm times) bool {
	if c.items[0].class != isNot || c.items[0].text != "none" || tm.at != nil || tm.base != nil || tm.over > 0 {
		return false
	}
	for i := at + 1; i+3 < len(c.items); i++ {
		e, ok := soAdjectives[c.items[i+1].text]
		if c.items[i].text != "as" || !ok || c.items[i+2].text != "as" || !c.items[i+3].is(own) {
			continue
		}
		sign := e.n
		if e.judge {
			sign *= t.Better
		}
		if sign == 0 {
			return true // it isn't read
		}
		w, beyond, _ := c.facts.besideFamily(t, c.facts.newest(t, value, own), sign)
		if w.expected != "" {
			w.truth = truthOf(len(beyond) == 0)
		}
		c.tellFamily(t, i+1, w)
		return true
	}
	return false
}

// tellFamily adds the claim that the comparative at m makes of the areas of the family.
func (c *clause) tellFamily(t *Thing, m int, w way) {
	for _, q := range c.qs {
		q.used = true
	}
	cl := c.tell(saysRank, c.items[m], t, own, []way{w})
	cl.Comparator = c.items[m].text
}

// areasAtStart are the other authorities with which the clause begins; only is true where no others
// are meant.
func (c *clause) areasAtStart() (named []string, only bool) {
	items := c.items
	if first := items[0]; first.role == "of" || first.text == "among" || first.text == "amongst" || first.text == "in" {
		if i := slices.IndexFunc(items, func(x *item) bool { return isFamily(x) }); i > 0 && !slices.ContainsFunc(items[:i], func(x *item) bool { return x.class != isPlain && x.class != isRole }) {
			items = items[i+1:] // "among our family Moray and Angus do better"
		}
	}
	for _, it := range items {
		switch {
		case it.class == isArea && it.area != own && it.area != scotland && it.area != family && !isLocality(it.area) && !it.possessive:
			named = append(named, it.area)
		case it.text == "only" && len(named) == 0:
			only = true
		case it.class == isPlain && len(named) == 0, it.text == "both", it.text == "the", it.class == isBreak && it.word == "and":
		default:
			return named, only
		}
	}
	return named, only
}

// thanOwn reports whether the comparative at m compares with ours, or with nothing that is named.
func (c *clause) thanOwn(m int) bool {
	than := c.items[m].class == isBeside
	for i := m + 1; i < len(c.items); i++ {
		switch it := c.items[i]; {
		case it.class == isArea:
			return it.area == own
		case it.class == isThan:
			than = true
		case it.class == isVersus, it.class == isQuantity, it.class == isMove, it.class == isFace:
			return false
		}
	}
	return !than
}

// countAtStart is the number of areas with which the clause begins: "two of the three areas in our family",
// "none", "all".
func (c *clause) countAtStart(at, m int) (n int, ok bool) {
	i := c.behindFamily(at)
	for i < m && (c.is(i, isBreak) || c.items[i].class == isPlain && !isAll(c.items[i]) && c.items[i].word != "all but" && c.items[i].word != "no other") {
		i++
	}
	if n, ok = c.countAt(i); !ok || i >= m || at > m {
		return 0, false
	}
	for _, it := range c.items[i+1 : m] {
		switch it.class {
		case isPlain, isQuantity, isRole, isSubject:
		case isArea:
			if it.area != family {
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
	if at < 1 || !c.roleAt(0, "of", "in") && c.items[0].text != "among" && c.items[0].text != "amongst" && c.items[0].text != "within" {
		return 0
	}
	size := int64(len(c.facts.Family))
	for _, it := range c.items[1:at] {
		if it.class == isQuantity && (it.q.value == nil || it.q.value.Cmp(rat(size, 1)) != 0 && it.q.value.Cmp(rat(size+1, 1)) != 0) || it.class != isQuantity && it.class != isPlain && it.class != isRole || isAll(it) {
			return 0
		}
	}
	start := at + 1
	if c.roleAt(start, "of") && c.is(start+1, isQuantity) && c.items[start+1].q.value != nil && c.items[start+1].q.value.Cmp(rat(size+1, 1)) == 0 {
		start += 2 // "our family of seven"
	}
	for i := start; i < len(c.items); i++ {
		if _, ok := c.countAt(i); ok {
			return start
		}
		if c.items[i].class != isPlain && c.items[i].class != isRole {
			break
		}
	}
	return 0
}

// countBehind is the number of areas of the family at item at with which the comparative at m compares ours: "lower
// than in two of the areas in our family".
func (c *clause) countBehind(m, at int) (n int, ok bool) {
	i := m + 1
	for i < at && (c.items[i].class == isThan || c.items[i].class == isSubject || c.items[i].class == isArea || c.items[i].class == isBreak || c.roleAt(i, "in", "since") || c.items[i].class == isPlain && !isAll(c.items[i]) && c.items[i].word != "all but") {
		i++
	}
	if i == at {
		return 0, false
	}
	return c.countAt(i)
}

// isAll reports whether an item says that all are meant.
func isAll(it *item) bool { return it.text == "all" || it.text == "every" || it.text == "each" }

// countAt is how many areas item i counts; ok is false where there can't be so many.
func (c *clause) countAt(i int) (n int, ok bool) {
	if i >= len(c.items) {
		return 0, false
	}
	size := len(c.facts.Family)
	if c.items[i].word == "all but" {
		n, ok = c.countAt(i + 1)
		return size - n, ok
	}
	for _, q := range c.qs {
		if q.i > i && (q.q.value == nil || q.q.unit != bare || q.q.value.Cmp(rat(int64(size), 1)) != 0 && q.q.value.Cmp(rat(int64(size+1), 1)) != 0) {
			return 0, false // "two of the 32 areas"
		}
	}
	switch it := c.items[i]; {
	case it.class == isQuantity && it.q.inWords && !it.q.hedged && !it.q.fraction && it.q.unit == bare && it.q.value != nil && it.q.value.IsInt():
		n = int(it.q.value.Num().Int64())
		return n, n <= size
	case it.class == isNot && slices.Contains([]string{"none", "nobody", "no-one", "no one", "none of the others"}, it.text), it.word == "no other":
		return 0, true
	case isAll(it):
		return size, true
	}
	return 0, false
}

// onlyFamily reports whether the clause says no more than that it is of the areas of the family: "of the three
// areas that we compare ourselves with".
func (c *clause) onlyFamily() bool {
	named := false
	for i, it := range c.items {
		switch it.class {
		case isPlain, isQuantity, isBreak:
		case isArea:
			named = named || isFamily(it)
			if it.area != own && it.area != family {
				return false
			}
		case isRole:
			if it.role != "of" && it.role != "in" {
				return false
			}
		default:
			return false
		}
		if i == 0 && it.role != "of" && it.text != "in" && it.text != "within" && it.text != "among" && it.text != "amongst" {
			return false
		}
	}
	return named
}

// sizeOfFamily reports whether the clause counts as many areas as the family has, with ours or without.
func (c *clause) sizeOfFamily() bool {
	size := int64(len(c.facts.Family))
	return !slices.ContainsFunc(c.qs, func(q *placed) bool {
		return q.q.value == nil || q.q.value.Cmp(rat(size, 1)) != 0 && q.q.value.Cmp(rat(size+1, 1)) != 0
	})
}

// manyBeyond holds how many areas of the family have a figure above ours, or below it.
func (f *Facts) manyBeyond(t *Thing, year, sign, n int) way {
	w, beyond, same := f.besideFamily(t, year, sign)
	if w.expected != "" {
		w.truth = truthOf(len(beyond) <= n && n <= len(beyond)+same)
	}
	return w
}

// theseBeyond holds that areas have a figure above ours, or below it, and where only they are meant that no others of
// the family have.
func (f *Facts) theseBeyond(t *Thing, year, sign int, named []string, only bool) way {
	w, beyond, _ := f.besideFamily(t, year, sign)
	if w.expected == "" {
		return w
	}
	w.truth = yes
	for _, area := range named {
		one := f.beside(t, value, area, own, year, sign)
		if one.truth == no || w.truth == yes {
			w.truth = one.truth
		}
		if !slices.Contains(f.Family, area) && one.expected != "" {
			w.expected += "; " + one.expected
		}
	}
	if only && slices.ContainsFunc(beyond, func(area string) bool { return !slices.Contains(named, area) }) {
		w.truth = no
	}
	return w
}

// besideFamily are the areas of the family with a figure above ours, or below it, and how many have the same; the way
// is empty where not all have one.
func (f *Facts) besideFamily(t *Thing, year, sign int) (w way, beyond []string, same int) {
	v, ok := f.at(t, value, own, year)
	if !ok {
		return way{year: year}, nil, 0
	}
	w = way{year: year, expected: f.place(own) + " " + v.Display, evidence: proof(v, year)}
	for _, area := range f.Family {
		o, ok := f.at(t, value, area, year)
		if !ok {
			return way{year: year}, nil, 0
		}
		w.expected += ", " + area + " " + o.Display
		switch {
		case sameShown(o, v):
			same++
		case o.Exact.Cmp(v.Exact) == sign:
			beyond = append(beyond, area)
		}
	}
	w.expected += " in " + when(v, year)
	return w, beyond, same
}
