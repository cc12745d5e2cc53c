package claims

import (
	"math/big"
	"slices"
	"strings"
)

// This file reads what holds of each of several years, places or partners, or of none: "not once in
// six years has it fallen", "we have not kept within budget since 2021/22", "both partners overspent".

// notOnce reads that in none of several years something rose, or fell; it reports whether the clause
// says something of the kind.
func (c *clause) notOnce(t *Thing, face Face, area string, tm times) bool {
	denied := slices.IndexFunc(c.items, func(x *item) bool {
		return x.class == isNot && (x.word == "not once" || x.text == "never" || c.inAnyYear())
	})
	m, at, sign := c.direction(t)
	if denied < 0 || m == nil || m.adj || at < denied {
		return false
	}
	last := c.facts.newest(t, face, area)
	first, whole := 0, false
	switch {
	case tm.over > 1:
		first, whole = last-tm.over+1, true
	case tm.base != nil:
		first, whole = c.resolve(t, face, tm.base)[0], true
	default:
		first = c.facts.First
	}
	if sign == 0 || t.Survey || len(c.qs) > 0 && c.otherFigures() || tm.at != nil || c.has(isThan, isVersus, isBeside, isExtreme, isTimes, isStable) >= 0 || first < c.facts.First || first >= last {
		return true // it isn't read
	}
	w := way{truth: yes, year: last, base: first}
	for y := first + 1; y <= last; y++ {
		step := c.facts.move(t, face, area, y-1, y, sign)
		switch {
		case step.expected == "":
			return true
		case step.truth == yes && !c.sameIn(t, face, area, y-1, y):
			w.truth, w.expected, w.evidence = no, step.expected, step.evidence
		}
		if w.expected == "" {
			w.evidence = step.evidence
		}
	}
	if w.truth == yes && !whole {
		w.truth = unknown // of the years before the window nothing is known
	}
	cl := c.tell(saysRun, m, t, area, []way{w})
	cl.Comparator, cl.Negated = m.text+" in no year", true
	return true
}

// inAnyYear reports whether the clause speaks of any year of several: "has not risen in any year since 2020/21".
func (c *clause) inAnyYear() bool {
	for i, it := range c.items {
		if it.text == "any" && i > 0 && c.roleAt(i-1, "in") && i+1 < len(c.items) && (c.items[i+1].text == "year" || c.items[i+1].text == "of") {
			return true
		}
	}
	return false
}

// sameIn reports whether two years' figures are shown alike.
func (c *clause) sameIn(t *Thing, face Face, area string, a, b int) bool {
	from, okFrom := c.facts.at(t, face, area, a)
	to, okTo := c.facts.at(t, face, area, b)
	return okFrom && okTo && sameShown(from, to)
}

// variedSince reads in what years there was an over- or underspend by since when: "we haven't kept
// within our budget since 2021/22"; it reports whether the clause says so.
func (c *clause) variedSince(t *Thing, sign int, word *item, tm times) bool {
	if tm.base == nil || len(c.qs) > 0 || len(c.subjects) > 1 || tm.at != nil && tm.at[0] != c.facts.Year || c.has(isMove, isRow, isEach, isExtreme, isTimes, isThan, isVersus) >= 0 || c.lead != "" && c.lead != "and" && c.lead != "but" && c.lead != "frame" && !(c.lead == "," && tm.at != nil) {
		return false
	}
	since := c.resolve(t, variance, tm.base)[0]
	if since < c.facts.First || since >= c.facts.Year {
		return false
	}
	w := way{truth: yes, year: c.facts.Year, base: since}
	for y := since + 1; y <= c.facts.Year; y++ {
		v, ok := c.facts.at(t, variance, own, y)
		if !ok {
			return false
		}
		if (v.Exact.Sign() == sign) == c.not {
			w.truth, w.expected, w.evidence = no, v.Display+" in "+yearName(y), proof(v, y)
		}
	}
	if !c.not && w.truth == no {
		now, _ := c.facts.at(t, variance, own, c.facts.Year)
		if now.Exact.Sign() == sign {
			w.truth = unknown // "since" may say only that it began then
		}
	}
	cl := c.tell(saysRun, word, t, own, []way{w})
	cl.Comparator, cl.Negated = word.text+" since "+yearName(since), c.not
	return true
}

// variedOn reads which way the over- or underspend itself went, or for how many years in a row: "our overspend
// shrank for the second year running". It reports whether the clause says so.
func (c *clause) variedOn(t *Thing, tm times, sign, m int) bool {
	if c.not || c.items[m].judge || t.Kind != isMoney || tm.over > 0 {
		return false
	}
	if c.variedBetween(t, tm, sign, m) {
		return true
	}
	if tm.at != nil {
		return false
	}
	if c.has(isPace) >= 0 || c.says("month", "months", "quarter", "quarters", "week", "weeks") || c.endsAtMoment() {
		return true // within the year
	}
	at, n := c.facts.Year, 1
	r := c.has(isRow, isEach)
	switch {
	case r >= 0 && c.items[r].class == isEach && c.items[r].word == "all":
		return true // of which years isn't said
	case r >= 0:
		if n, _ = c.howMany(r, t, variance, own); n < 1 {
			return true
		}
	case tm.base != nil && c.resolve(t, variance, tm.base)[0] != at-1:
		return false
	}
	size := func(y int) (Value, *big.Rat, bool) {
		v, ok := c.facts.at(t, variance, own, y)
		if !ok || v.Exact.Sign() != sign {
			return v, nil, false
		}
		return v, new(big.Rat).Abs(v.Exact), true
	}
	w := way{truth: yes, year: at, base: at - n}
	for y := at; y > at-n; y-- {
		from, before, okFrom := size(y - 1)
		to, now, okTo := size(y)
		if !okTo || !okFrom && from.Exact == nil {
			return true
		}
		if !okFrom { // no overspend then, which an overspend has grown from
			before = new(big.Rat)
		}
		if w.truth == yes || w.expected == "" {
			w.expected, w.evidence = fromTo(from, to, y-1, y), append(proof(to, y), proof(from, y-1)...)
		}
		if now.Cmp(before) != c.items[m].n {
			w.truth = no
			break
		}
	}
	cl := c.tell(saysRun, c.items[m], t, own, []way{w})
	cl.Comparator = c.items[m].text
	c.ofVaried(cl, t, sign, c.items[m])
	return true
}

// endsAtMoment reports whether a time within the year, or a cause, is behind the clause: "shrank after September".
func (c *clause) endsAtMoment() bool {
	last := c.items[len(c.items)-1]
	for i := range c.statement.items {
		if it := &c.statement.items[i]; it.start >= last.end {
			return it.class == isAside && slices.Contains([]string{"after", "before", "when", "once", "following"}, it.text)
		}
	}
	return false
}

// noneMore reads that no other of a group went further over or under its plan, or that none but it did: "no
// service underspent by more than community mental health", "was the only service to go over budget". It
// reports whether the clause says something of the kind.
func (c *clause) noneMore(t *Thing, sign, v int) bool {
	groups := map[string]string{"service": "service", "services": "service", "locality": "locality", "partner": "partner", "matter": "matter"}
	noun := slices.IndexFunc(c.items, func(x *item) bool { return groups[x.text] != "" && x.class != isSubject })
	if noun < 1 || sign == 0 {
		return false
	}
	before := c.items[noun-1].text
	if before == "other" && noun > 1 {
		before = c.items[noun-2].text
	}
	only := before == "only"
	if before != "no" && !only {
		return false
	}
	more := slices.IndexFunc(c.items, func(x *item) bool {
		return x.class == isMove && x.adj && x.n > 0 || x.class == isBeside && x.n > 0 || x.class == isPace && x.n > 0 || x.class == isHedge && x.hedge == over || strings.HasPrefix(x.text, "further")
	})
	if t.Group != groups[c.items[noun].text] || len(c.subjects) != 1 || len(c.qs) > 0 || c.has(isRow, isEach) >= 0 || !only && more < 0 || only && (more >= 0 || c.not) || c.has(isPeriod) >= 0 && c.times().at != nil {
		return true // it isn't read
	}
	o, ok := c.facts.at(t, variance, own, c.facts.Year)
	if !ok {
		return true
	}
	w := way{truth: truthOf(o.Exact.Sign() == sign), expected: o.Display, evidence: proof(o, c.facts.Year), year: c.facts.Year}
	for _, x := range c.facts.Things {
		xv, ok := c.facts.at(x, variance, own, c.facts.Year)
		if x == t || x.Group != t.Group || !ok || xv.Exact.Sign() != sign {
			continue
		}
		if only || new(big.Rat).Abs(xv.Exact).Cmp(new(big.Rat).Abs(o.Exact)) > 0 && !sameShown(xv, o) {
			if w.truth == yes {
				w.expected += ", and " + x.called() + " " + xv.Display
				w.evidence = append(w.evidence, proof(xv, c.facts.Year)...)
			}
			w.truth = no
		}
	}
	cl := c.tell(saysRank, c.items[v], t, own, []way{w})
	cl.Comparator = c.items[v].text
	return true
}

// ofGroup reads that all, or none, of the localities, or of the partners, spent more or less than
// planned; it reports whether the clause says so.
func (c *clause) ofGroup() bool {
	v := c.hasFace(variance)
	if v < 0 || c.items[v].n == 0 || c.mood != "" {
		return false
	}
	group, at := "", -1
	for i, it := range c.items[:v] {
		switch {
		case it.class == isSubject && it.thing.ID == "count:localities", it.text == "localities", it.text == "locality":
			group, at = "locality", i
		case it.text == "partners" || it.text == "partner":
			group, at = "partner", i
		}
	}
	if group == "" || slices.ContainsFunc(c.subjects, func(t *Thing) bool { return t.ID != "count:localities" }) {
		return false
	}
	all := c.items[:at]
	says := func(words ...string) bool {
		return slices.ContainsFunc(all, func(x *item) bool { return slices.Contains(words, x.text) })
	}
	none := says("none", "neither", "no")
	if !none && !says("all", "every", "each", "both") || !none && c.not {
		return false
	}
	var list []*Thing
	for _, t := range c.facts.Things {
		if t.Group == group {
			list = append(list, t)
		}
	}
	if len(list) < 2 || (says("both", "neither") && len(list) != 2) {
		return false
	}
	for i, it := range c.items {
		number := i < at && it.class == isQuantity && it.q.unit == bare && it.q.value != nil && (it.q.in().has(rat(int64(len(list)), 1)) || i > 0 && c.items[i-1].text == "every")
		if !number && (it.class == isUnknown && !strings.HasPrefix(it.text, "partner") || it.class == isQuantity || it.class == isPeriod && (it.known && it.year != c.facts.Year || it.entry.year != 0 || it.word == "over") || it.class == isMove || it.class == isThan || it.class == isArea && it.area != "" && it.area[0] == 'l' || i > v && it.class == isNot) {
			return false
		}
	}
	sign, w := c.items[v].n, way{truth: yes, year: c.facts.Year}
	for _, t := range list {
		o, ok := c.facts.at(t, variance, own, c.facts.Year)
		if !ok {
			return false
		}
		if (o.Exact.Sign() == sign) == none {
			w.truth = no
			if w.expected != "" {
				w.expected += ", and "
			}
			w.expected += t.called() + " " + o.Display
			w.evidence = append(w.evidence, proof(o, c.facts.Year)...)
		}
	}
	for _, q := range c.qs {
		q.used = true
	}
	cl := c.tell(saysVariance, c.items[v], list[0], own, []way{w})
	cl.Comparator, cl.Negated = c.items[v].text, none
	if cl.Verdict == Contradicted {
		cl.Message = "the text says of " + map[bool]string{true: "none", false: "each"}[none] + " of the " + map[string]string{"locality": "localities", "partner": "partners"}[group] + " \"" + c.items[v].text + "\"; the account has " + w.expected
		cl.Slip = "the other way"
	}
	return true
}
