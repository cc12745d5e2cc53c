package claims

import (
	"math/big"
	"slices"
	"strings"
)

// vary keeps what a clause says of an under- or overspend for those that go on with
// it.
func (s *statement) vary(c *clause) {
	sign, sized := 0, false
	for _, it := range c.items {
		if it.class == isFace && it.face == variance {
			sign = it.n
		}
	}
	for _, q := range c.qs {
		sized = sized || q.q.unit == pounds
	}
	s.went = nil
	if sign != 0 && len(c.subjects) > 0 && c.isMoney() && c.unknown == "" && !sized && !(c.lead == "," && s.vague) {
		s.went = append(slices.Clone(c.listed), c.subjects...)
	}
	switch {
	case sign != 0 && (c.variedMore() || c.partGiven() && anyOf(c.statement.items, func(x *item) bool { return x.class == isMet })):
		s.varied, s.part = 0, false // "the overspend has grown: by £0.3m"
	case sign != 0:
		s.varied, s.part = sign, c.ofVariance() || c.partOfVariance()
	case s.varied != 0 && !(sized && c.goesOn()) && len(c.items) > 0 && c.lead != "(" && !c.onlyNames() && !c.ofBudget():
		s.varied, s.part = 0, false
	}
}

// variedMore reports whether the clause says that an under- or overspend itself went up or down.
func (c *clause) variedMore() bool {
	v := c.hasFace(variance)
	return v >= 0 && len(c.qs) == 0 && slices.ContainsFunc(c.items[v+1:], func(x *item) bool { return x.class == isMove && !x.adj })
}

// goesOn reports whether a clause goes on with the under- or overspend of the one
// before: "and Strathmoor by £1.5m", "the overspend on prescribing, £1.4m, was …",
// "of the overspend, £1.4m was in prescribing".
func (c *clause) goesOn() bool {
	if c.varied == 0 || len(c.qs) != 1 || c.qs[0].q.unit != pounds || c.qs[0].q.ref != nil || c.has(isFace, isMove, isTimes, isStable, isBeside, isBase) >= 0 || c.not {
		return false
	}
	if c.roleAt(c.prev(c.qs[0].i), "by") {
		return true
	}
	if c.part {
		return len(c.subjects) == 1 || c.has(isArea) >= 0
	}
	sized := slices.ContainsFunc(c.before, func(q placed) bool { return q.q.unit == pounds })
	alone := !slices.ContainsFunc(c.items, func(x *item) bool {
		return x.class != isPlain && x.class != isQuantity && x.class != isPeriod && !(x.class == isMark && x.word == ":") && !(x.class == isRole && x.text == "at")
	})
	other := c.has(isPeriod) >= 0 // "(2024/25: £0.7m)"
	return alone && ((c.lead == "," || c.lead == ":" || c.lead == "–") && !sized && !other || c.lead == "(" && other || c.ofAfter())
}

// ofBudget reports whether a clause only says again as a percentage of the budget what the one
// before said of an under- or overspend: "£1.4m over, or 7.6% of its budget".
func (c *clause) ofBudget() bool {
	if c.varied == 0 || c.lead != "or" && c.lead != "," && c.lead != "which" && c.lead != "(" || len(c.qs) != 1 || c.qs[0].q.unit != percent || c.qs[0].q.ref != nil || len(c.subjects) > 0 || c.not {
		return false
	}
	b := c.has(isBase)
	return (c.hasFace(plan) >= 0 || b >= 0 && strings.Contains(c.items[b].text, "budget")) && c.has(isMove, isTimes, isBeside, isExtreme, isArea) < 0
}

// ofAfter reports whether the clause is an amount in brackets behind the name of what it is
// of: "the largest overspends were in prescribing (£1.4m) and …".
func (c *clause) ofAfter() bool {
	return c.lead == "(" && c.after != nil && c.after.class == isSubject && c.after.thing.Kind == isMoney
}

// onlyNames reports whether a clause is no more than the names of amounts in a list.
func (c *clause) onlyNames() bool {
	return len(c.subjects) > 0 && c.isMoney() && !slices.ContainsFunc(c.items, func(x *item) bool {
		return x.class != isSubject && x.class != isPlain && x.class != isBreak
	})
}

// ofVariance reports whether a clause only says of which under- or overspend the next
// one names a part.
func (c *clause) ofVariance() bool {
	return len(c.qs) == 0 && c.roleAt(0, "of") && !slices.ContainsFunc(c.items[1:], func(x *item) bool {
		return x.class != isPlain && !(x.class == isFace && x.face == variance) && x.class != isPeriod
	})
}

// allDid reports whether "all" right behind the last of several amounts says the same of
// each: "telecare and direct payments all finished under budget".
func (c *clause) allDid() bool {
	return slices.ContainsFunc(c.items, func(x *item) bool {
		i := slices.Index(c.items, x)
		return x.text == "all" && i > 0 && c.items[i-1].class == isSubject && !c.roleAt(i+1, "of")
	})
}

// severally reads what is said of several amounts each: "nursing and physiotherapy
// each ended the year £0.4m under budget", "£1.4m and £0.6m respectively".
func (c *clause) severally(list []*Thing, tm times) {
	i := c.hasFace(variance)
	if i < 0 || c.not || c.has(isMove, isRow, isEach, isExtreme, isBase) >= 0 || c.hasFace(spend) >= 0 || c.items[i].n == 0 {
		return
	}
	sign, word := c.items[i].n, c.items[i]
	var sizes []*placed
	for _, q := range c.qs {
		if q.q.unit != pounds || q.q.ref != nil {
			return
		}
		sizes = append(sizes, q)
	}
	if len(sizes) > 1 && (len(sizes) != len(list) || !c.says("respectively")) || c.says("respectively") && len(sizes) < 2 {
		return
	}
	for n, t := range list {
		it := word
		var q *placed
		if len(sizes) == 1 {
			q = sizes[0]
		} else if len(sizes) > 1 {
			q = sizes[n]
		}
		var ways []way
		for _, y := range c.atYears(t, variance, own, tm) {
			v, ok := c.facts.at(t, variance, own, y)
			w := way{year: y}
			if ok {
				w = way{truth: truthOf(v.Exact.Sign() == sign), expected: v.Display, evidence: proof(v, y), year: y}
				if q != nil && w.truth == yes {
					w.truth = truthOf(fits(q.q.in(), Value{Exact: new(big.Rat).Abs(v.Exact)}))
				}
			}
			ways = append(ways, w)
		}
		if q != nil {
			it, q.used = q.item, true
		}
		cl := c.tell(saysVariance, it, t, own, ways)
		cl.Comparator = word.text
		if q != nil {
			cl.Quantity, cl.Unit = q.q.bounds(), pounds
		}
	}
}

// timesPlanned reads "cost double its budget of £0.6m", "twice what had been budgeted".
func (c *clause) timesPlanned(t *Thing, tm times) bool {
	i := c.has(isTimes)
	if i < 0 || c.not || c.comparedInTime() {
		return false
	}
	word := c.items[i]
	planned := strings.Contains(word.text, "budget") || strings.Contains(word.text, "plan") || word.text == "twice what" && c.hasFace(plan) > i || c.is(c.next(i), isFace) && c.items[c.next(i)].face == plan
	if !planned || word.n < 0 {
		return false
	}
	h := c.hedgeBefore(i)
	var ways []way
	for _, y := range c.atYears(t, spend, own, tm) {
		p, okP := c.facts.at(t, plan, own, y)
		s, okS := c.facts.at(t, spend, own, y)
		w := way{year: y}
		if okP && okS && p.Exact.Sign() > 0 {
			w = way{truth: truthOf(timesHeld(p.Exact, s.Exact, word.n, h)), expected: s.Display + " against a plan of " + p.Display, evidence: proof(s, y), year: y}
		}
		ways = append(ways, w)
	}
	cl := c.tell(saysVariance, word, t, own, ways)
	cl.Comparator = word.text
	for _, q := range c.qs { // the budget itself
		if q.q.unit == pounds && q.q.ref == nil && q.i > i && c.roleAt(c.prev(q.i), "of") {
			q.used = true
			cl := c.tell(saysValue, q.item, t, own, []way{c.facts.level(t, plan, own, c.facts.Year, q.q)})
			cl.Quantity, cl.Unit = q.q.bounds(), pounds
		}
	}
	return true
}

// largestVariance reads "the largest underspend was in community mental health".
func (c *clause) largestVariance(things []*Thing, sign, e int) bool {
	t, rank := things[0], max(c.place(e), 1)
	if len(things) != 1 || t.Group == "" || c.items[e].judge || c.items[e].n < 0 || c.not || len(c.qs) > 0 || len(c.subjects) != 1 || c.says("one", "among") {
		return true // it isn't read
	}
	y := c.facts.Year
	v, ok := c.facts.at(t, variance, own, y)
	w := way{year: y}
	if ok {
		size := func(v Value) *big.Rat { return new(big.Rat).Mul(v.Exact, rat(int64(sign), 1)) }
		beyond := 0
		w.expected, w.evidence = v.Display, proof(v, y)
		for _, o := range c.facts.Things {
			ov, found := c.facts.at(o, variance, own, y)
			if o == t || o.Group != t.Group || !found || size(ov).Cmp(size(v)) <= 0 {
				continue
			}
			if beyond++; beyond == 1 {
				w.expected += ", and " + o.called() + " " + ov.Display
				w.evidence = append(w.evidence, proof(ov, y)...)
			}
		}
		w.truth = truthOf(beyond == rank-1 && size(v).Sign() > 0)
	}
	cl := c.tell(saysRank, c.items[e], t, own, []way{w})
	cl.Comparator = c.items[e].text
	return true
}

// cutVariance leaves out what is said of an overspend behind its amount: "the
// overspend of £2.8m was met from reserves".
func (c *clause) cutVariance() {
	for _, q := range c.qs {
		n := q.i + 1
		if q.role != isVariance || n >= len(c.items) || !slices.Contains([]string{"was", "were", "is", "has", "had", "will"}, c.items[n].text) {
			continue
		}
		if slices.ContainsFunc(c.items[:n], func(x *item) bool { return x.class == isUnknown }) {
			return
		}
		if c.ofBudgetBehind(n) {
			return // "was 1.1% of the budget"
		}
		if rest := c.items[n:]; !slices.ContainsFunc(rest, func(x *item) bool { return x.class == isUnknown }) && (c.has(isTimes) > n || c.comparative() > n && c.comparedInTime()) {
			return // "was smaller than that of the year before"
		}
		c.items, c.unknown = c.items[:n], ""
		c.qs = slices.DeleteFunc(c.qs, func(o *placed) bool { return o.i >= n })
		return
	}
}

// spends reports whether the name of the whole says that it is of spending.
func spends(name string) bool {
	return strings.Contains(name, "spen") || strings.Contains(name, "expenditure") || strings.HasSuffix(name, "bill") || strings.Contains(name, "outturn")
}

// variances reads over- and underspends: their way, size and runs.
func (c *clause) variances(things []*Thing, tm times) bool {
	i := c.has(isFace)
	sign, found := 0, false
	for k := range c.items {
		if it := c.items[k]; it.class == isFace && it.face == variance {
			if found && it.n != sign {
				return false
			}
			i, sign, found = k, it.n, true
		}
	}
	if !found && c.ofBudget() {
		return c.variancePercent(things, c.atYears(things[0], variance, own, tm), c.varied, c.qs[0].item)
	}
	if found && sign != 0 && c.timesVaried(things[0], sign, i, tm) {
		return true
	}
	if !found && c.goesOn() {
		if tm.at == nil && c.lead == "," && c.ended != nil && len(c.subjects) == 0 {
			tm.at = c.ended // "the underspend of 2021/22, £1.1m, was the last"
		}
		sign, found, i = c.varied, true, c.qs[0].i
		c.qs[0].role = isVariance
	}
	if m := c.has(isTimes); !found && m >= 0 && c.varied != 0 && len(c.subjects) == 0 && len(c.before) > 0 && c.before[len(c.before)-1].years != nil {
		c.variedTimes(things[0], []int{c.facts.Year}, times{base: c.before[len(c.before)-1].years}, c.varied, m)
		return true // "last year's overspend was £0.7m; this year's is four times as large"
	}
	if m := c.has(isTimes); !found && m >= 0 && c.varied != 0 && len(c.subjects) == 0 && len(c.qs) == 0 && (tm.base != nil || tm.previous) {
		c.variedTimes(things[0], []int{c.facts.Year}, tm, c.varied, m)
		return true // "the deficit, £2.8m, is four times that of the year before"
	}
	if !found && c.variedFromTo(things[0]) {
		return true
	}
	if !found {
		return c.moreThanPlanned(things, tm)
	}
	if c.toldLast() || c.roleAt(0, "since") && c.is(1, isPeriod) && len(c.items) > 2 && (c.items[2].text == "has" || c.items[2].text == "have") {
		return true
	}
	if sign != 0 && c.variedOverYears(things[0], sign, c.items[i]) {
		return true
	}
	if (c.noYear() >= 0 || c.has(isNot) == 0) && c.comparative() >= 0 {
		return true // "in none of the last three years has the overspend been larger": it isn't read
	}
	if things[0].Group == "partner" && slices.ContainsFunc(c.qs, func(q *placed) bool {
		return q.q.unit == pounds && q.q.ref == nil && (q.role == isVariance || len(c.qs) == 1) && !c.near(things[0], variance, own, q.q, rat(1, 3), rat(3, 1))
	}) {
		return true // that of all its areas, or an amount that it isn't of
	}
	if c.mostOfVariance(things, sign, i, tm) {
		return true
	}
	if e := c.has(isExtreme); e >= 0 && sign != 0 {
		if years := c.atYears(things[0], variance, own, times{at: tm.at}); !c.not && len(things) == 1 {
			c.variedSizes(things, years, sign, c.items[i], false)
			if c.extremeVariance(things[0], sign, e, years[0], tm) {
				return true
			}
		}
		return c.largestVariance(things, sign, e)
	}
	if c.ofVariance() || c.partGiven() {
		return true // "of the overspend, …"
	}
	if c.noneMore(things[0], sign, i) {
		return true
	}
	if m := c.has(isMove); sign != 0 && m > i && !c.items[m].adj && c.has(isExtreme) < 0 && len(c.qs) == 0 && c.variedOn(things[0], tm, sign, m) {
		return true
	}
	if m := c.has(isMove); sign != 0 && m >= 0 && !c.items[m].adj && c.has(isExtreme) < 0 {
		return c.varianceMoved(things[0], tm, sign, m)
	}
	if sign == 0 || c.has(isMove) >= 0 && !c.items[c.has(isMove)].adj {
		return false
	}
	word := c.items[i]
	if c.firstOfYears(things[0], sign, i, tm) || c.firstVariance(things[0], sign, tm) {
		return true
	}
	if c.yearsOfVariance(things[0], sign, word, tm) || c.variedSince(things[0], sign, word, tm) {
		return true
	}
	if strings.HasSuffix(word.text, "spends") && c.has(isRow, isEach) < 0 {
		return false // several, and not of one year
	}
	if m := c.has(isTimes); m >= 0 && tm.at != nil && tm.base == nil && c.is(c.next(m), isFace) && c.items[c.next(m)].face == variance &&
		!slices.ContainsFunc(c.items[:m], func(x *item) bool { return x.class == isPeriod }) {
		tm.base, tm.at = tm.at, nil // "nearly double the overspend of 2024/25"
	}
	years := c.atYears(things[0], variance, own, tm)
	if r := c.has(isRow, isEach); r >= 0 {
		n, _ := c.howMany(r, things[0], variance, own)
		if c.not && c.has(isNot) < i {
			sign = -sign // "did not stay within our budget"
		}
		if n > 0 && (!c.not || c.has(isNot) < i) {
			w := c.longer(c.facts.spent(things[0], years[0], n, sign), c.facts.spent(things[0], years[0], n+1, sign), r, n, map[int]string{-1: "an overspend", 1: "an underspend"}[sign])
			cl := c.tell(saysRun, word, things[0], own, []way{w})
			cl.Comparator = word.text
		}
		return n > 0
	}
	told := c.variancePercent(things, years, sign, word)
	sized, denied := c.variedSizes(things, years, sign, word, true)
	if denied {
		return true
	}
	told = told || sized
	c.planBehind(things, years)
	if m := c.has(isTimes); m >= 0 {
		c.variedTimes(things[0], years, tm, sign, m)
		told = true
	}
	told = c.variedThan(things[0], years[0], tm, sign) || told
	if told {
		return true
	}
	var ways []way
	for _, t := range things {
		for _, y := range years {
			v, ok := c.facts.at(t, variance, own, y)
			w := way{year: y}
			if ok {
				w.truth, w.expected, w.evidence = truthOf(v.Exact.Sign() == sign), v.Display, proof(v, y)
				if sign > 0 && v.Exact.Sign() == 0 && !strings.Contains(word.text, "underspen") {
					w.truth = yes // what it had is within its budget
				}
				if n := c.has(isNot); n > i {
					w.truth = unknown // it isn't this that is denied
				} else if c.not {
					w.truth = w.truth.not()
				}
			}
			ways = append(ways, w)
		}
	}
	cl := c.tell(saysVariance, word, things[0], own, ways)
	cl.Comparator, cl.Negated = word.text, c.not
	if cl.Verdict == Contradicted {
		cl.Slip = "the other way"
	}
	for _, q := range c.qs {
		if q.q.ref != nil {
			q.used = true
		}
	}
	return true
}
