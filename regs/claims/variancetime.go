package claims

import (
	"fmt"
	"math/big"
	"slices"
)

// varianceMoved reads "the overspend rose from £0.7m in 2024/25 to £2.8m": what it was
// and is, and which way it went.
func (c *clause) varianceMoved(t *Thing, tm times, sign, m int) bool {
	if c.not || len(c.qs) == 0 || c.items[m].judge {
		return false
	}
	at, base := c.atYears(t, variance, own, tm)[0], 0
	for _, q := range c.qs {
		if q.q.unit != pounds || q.q.ref != nil || q.role != isFrom && q.role != isLevel {
			return false
		}
		if q.role == isLevel && q.years != nil {
			at = c.resolve(t, variance, q.years)[0]
		}
	}
	for _, q := range c.qs {
		year := at
		if q.role == isFrom {
			if year = at - 1; q.years != nil {
				year = c.resolve(t, variance, q.years)[0]
			} else if tm.base != nil {
				year = c.resolve(t, variance, tm.base)[0]
			}
			base = year
		}
		w := c.facts.level(t, variance, own, year, q.q)
		if v, ok := c.facts.at(t, variance, own, year); ok && v.Exact.Sign() != sign {
			w.truth = no
		}
		q.used = true
		cl := c.tell(saysVariance, q.item, t, own, []way{w})
		cl.Quantity, cl.Unit = q.q.bounds(), pounds
	}
	if base == 0 && tm.base == nil && tm.over == 0 && c.has(isPace, isExtreme, isRow, isEach, isBeside) < 0 && !c.endsAtMoment() {
		base = at - 1 // "the overspend fell to £2.8m"
	}
	from, okFrom := c.facts.at(t, variance, own, base)
	to, okTo := c.facts.at(t, variance, own, at)
	if base == 0 || !okFrom || !okTo || from.Exact.Sign() != sign || to.Exact.Sign() != sign {
		return true
	}
	d := new(big.Rat).Abs(to.Exact).Cmp(new(big.Rat).Abs(from.Exact))
	cl := c.tell(saysChange, c.items[m], t, own, []way{{truth: truthOf(d == c.items[m].n), expected: fromTo(from, to, base, at), evidence: append(proof(to, at), proof(from, base)...), year: at, base: base}})
	cl.Comparator = c.items[m].text
	c.ofVaried(cl, t, sign, c.items[m])
	return true
}

// comparative is the first word such as "smaller", or -1.
func (c *clause) comparative() int {
	return slices.IndexFunc(c.items, func(x *item) bool {
		return !x.judge && x.n != 0 && (x.class == isMove && x.adj || x.class == isBeside)
	})
}

// variedThan reads "the overspend was smaller than that of the year before"; it reports
// whether the clause compares two years so.
func (c *clause) variedThan(t *Thing, at int, tm times, sign int) bool {
	m := c.comparative()
	if m < 0 || !c.comparedInTime() && !tm.previous || c.deltas() && !c.partBefore(m) {
		return false
	}
	base := at - 1
	if tm.base != nil {
		base = c.resolve(t, variance, tm.base)[0]
	}
	w := way{year: at, base: base}
	from, okFrom := c.facts.at(t, variance, own, base)
	to, okTo := c.facts.at(t, variance, own, at)
	if c.not || base >= at || !okFrom || !okTo || from.Exact.Sign() != sign || to.Exact.Sign() != sign {
		return true // it isn't read
	}
	d := new(big.Rat).Abs(to.Exact).Cmp(new(big.Rat).Abs(from.Exact))
	if d != 0 {
		w.truth = truthOf(d == c.items[m].n)
	}
	w.expected, w.evidence = fromTo(from, to, base, at), append(proof(to, at), proof(from, base)...)
	cl := c.tell(saysChange, c.items[m], t, own, []way{w})
	cl.Comparator = c.items[m].text
	if cl.Verdict == Contradicted {
		cl.Slip = "the other way"
	}
	c.ofVaried(cl, t, sign, c.items[m])
	c.largerBy(t, m, at, base, new(big.Rat).Sub(to.Exact, from.Exact))
	return true
}

// ofVaried says in the message of a contradiction that it is of an over- or underspend.
func (c *clause) ofVaried(cl *Claim, t *Thing, sign int, it *item) {
	if cl.Verdict != Contradicted {
		return
	}
	what := map[int]string{-1: "the overspend", 1: "the underspend"}[sign]
	if t.ID != "total" {
		what += " on " + t.called()
	}
	cl.Message = fmt.Sprintf("the text says of %s %q; the account has %s", what, c.textOf(it.start, it.end), cl.Expected)
}

// variedTimes reads how many times as large an over- or underspend is as another
// year's.
func (c *clause) variedTimes(t *Thing, years []int, tm times, sign, i int) {
	if c.not {
		return
	}
	var ways []way
	for _, y := range years {
		bases := []int{y - 1}
		if tm.base != nil {
			bases = c.resolve(t, variance, tm.base)
		}
		for _, b := range bases {
			from, okFrom := c.facts.at(t, variance, own, b)
			to, okTo := c.facts.at(t, variance, own, y)
			if !okFrom || !okTo || from.Exact.Sign() != sign {
				continue
			}
			w := way{year: y, base: b, expected: fromTo(from, to, b, y), evidence: append(proof(to, y), proof(from, b)...)}
			w.truth = truthOf(timesHeld(from.Exact, to.Exact, c.items[i].n, c.hedgeBefore(i)))
			ways = append(ways, w)
		}
	}
	cl := c.tell(saysChange, c.items[i], t, own, ways)
	cl.Comparator = c.items[i].text
	c.ofVaried(cl, t, sign, c.items[i])
}

// extremeVariance reads "the largest overspend since 2020/21", "the smallest of the six
// years"; it reports whether the clause speaks of years.
func (c *clause) extremeVariance(t *Thing, sign, e, at int, tm times) bool {
	if c.items[e].judge || c.place(e) > 1 || tm.base == nil && tm.over == 0 && !(t.ID == "total" && tm.at != nil && len(c.qs) == 0) || c.says("one", "among") {
		return false
	}
	since := c.facts.Year - tm.over + 1
	open := tm.base == nil && tm.over == 0 // of all years, of which those before the report aren't known
	if open {
		since = c.facts.First
	}
	if tm.base != nil {
		since = c.resolve(t, variance, tm.base)[0]
	}
	v, ok := c.facts.at(t, variance, own, at)
	w := way{year: at}
	if ok && since >= c.facts.First {
		w.truth, w.expected, w.evidence = truthOf(v.Exact.Sign() == sign), v.Display+" in "+yearName(at), proof(v, at)
		for y := since; y <= c.facts.Year; y++ {
			o, found := c.facts.at(t, variance, own, y)
			if !found || y == at || o.Exact.Sign() != sign || o.Display == v.Display || new(big.Rat).Abs(o.Exact).Cmp(new(big.Rat).Abs(v.Exact)) != c.items[e].n {
				continue
			}
			if y == since && tm.base != nil {
				continue // "since" may leave its own year out
			}
			w.truth = no
			w.expected += ", and " + o.Display + " in " + yearName(y)
			w.evidence = append(w.evidence, proof(o, y)...)
		}
	}
	if open && w.truth == yes {
		w.truth = unknown
	}
	cl := c.tell(saysExtreme, c.items[e], t, own, []way{w})
	cl.Comparator = c.items[e].text
	return true
}

// yearsOfVariance reads "overspends occurred in four of the last six years".
func (c *clause) yearsOfVariance(t *Thing, sign int, word *item, tm times) bool {
	i := slices.IndexFunc(c.items, func(x *item) bool { return x.class == isPeriod && x.word == "over" })
	if i < 1 || tm.over < 2 || c.not || len(c.qs) != 1 || c.qs[0].q.unit != bare || c.qs[0].q.value == nil || c.qs[0].q.hedged || c.next(c.qs[0].i) != i && !(c.roleAt(c.next(c.qs[0].i), "of") && c.next(c.next(c.qs[0].i)) == i) {
		return false
	}
	n, w := int64(0), way{year: c.facts.Year}
	for y := c.facts.Year; y > c.facts.Year-tm.over; y-- {
		v, ok := c.facts.at(t, variance, own, y)
		if !ok {
			return true
		}
		if v.Exact.Sign() == sign {
			n++
			w.evidence = append(w.evidence, proof(v, y)...)
		}
	}
	q := c.qs[0]
	w.truth, w.expected = truthOf(q.q.in().has(rat(n, 1))), itoa(int(n))+" of the "+itoa(tm.over)+" years"
	q.used = true
	cl := c.tell(saysRun, q.item, t, own, []way{w})
	cl.Quantity, cl.Comparator = q.q.bounds(), word.text
	return true
}

// variedFromTo reads what the over- or underspend of the clause before was and is: "more than
// doubled, from £0.7m to £2.8m".
func (c *clause) variedFromTo(t *Thing) bool {
	if c.varied == 0 || c.lead != "," || len(c.subjects) > 0 || len(c.qs) != 2 || c.qs[0].role != isFrom || c.qs[1].role != isLevel || c.not || c.has(isFace, isMove, isTimes, isBeside, isBase) >= 0 {
		return false
	}
	at := c.facts.Year
	from := at - 1
	if c.since != nil {
		from = c.resolve(t, variance, c.since)[0]
	}
	for i, year := range []int{from, at} {
		q := c.qs[i]
		if q.q.unit != pounds || q.q.ref != nil {
			return false
		}
		if q.years != nil {
			year = c.resolve(t, variance, q.years)[0]
		}
		w := c.facts.level(t, variance, own, year, q.q)
		if v, ok := c.facts.at(t, variance, own, year); ok && v.Exact.Sign() != c.varied {
			w.truth = no
		}
		q.used = true
		cl := c.tell(saysVariance, q.item, t, own, []way{w})
		cl.Quantity, cl.Unit = q.q.bounds(), pounds
		c.slipOfVariance(cl, t, year, c.varied, q.q)
	}
	return true
}

// ofMoneyItself reports whether the clause speaks of an over- or underspend, or of spending that
// rose or fell, of which no measure of the sentence is the subject.
func (c *clause) ofMoneyItself() bool {
	v := c.hasFace(variance)
	if v >= 0 && c.items[v].n != 0 {
		return true
	}
	s := c.hasFace(spend)
	return s >= 0 && c.prev(s) < 0 && c.is(c.next(s), isMove)
}
