package claims

import (
	"math/big"
	"slices"
	"strings"
)

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
	if !found && c.goesOn() {
		sign, found, i = c.varied, true, c.qs[0].i
		c.qs[0].role = isVariance
	}
	if !found {
		return c.moreThanPlanned(things, tm)
	}
	if e := c.has(isExtreme); e >= 0 && sign != 0 {
		return c.largestVariance(things, sign, e)
	}
	if c.ofVariance() {
		return true // "of the overspend, …"
	}
	if m := c.has(isMove); sign != 0 && m >= 0 && !c.items[m].adj && c.has(isExtreme) < 0 {
		return c.varianceMoved(things[0], tm, sign, m)
	}
	if sign == 0 || c.has(isMove) >= 0 && !c.items[c.has(isMove)].adj {
		return false
	}
	word := c.items[i]
	if strings.HasSuffix(word.text, "spends") && c.has(isRow, isEach) < 0 {
		return false // several, and not of one year
	}
	years := c.atYears(things[0], variance, own, tm)
	if r := c.has(isRow, isEach); r >= 0 {
		n, _ := c.howMany(r, things[0], variance, own)
		if n > 0 && !c.not {
			w := c.facts.spent(things[0], years[0], n, sign)
			if more := c.facts.spent(things[0], years[0], n+1, sign); c.ordinalRun(r) && more.truth == yes {
				w.truth, w.expected, w.evidence = no, "the same for more than "+itoa(n)+" years", more.evidence
			}
			cl := c.tell(saysRun, word, things[0], own, []way{w})
			cl.Comparator = word.text
		}
		return n > 0
	}
	told := c.variancePercent(things, years, sign, word)
	for _, q := range c.qs {
		if q.role != isVariance && !(q.role == isLevel && q.q.unit == pounds && q.q.ref == nil && len(c.qs) == 1) || q.q.unit != pounds || q.q.ref != nil {
			continue
		}
		if c.not {
			return true
		}
		var ways []way
		for _, t := range things {
			for _, y := range years {
				w := c.facts.level(t, variance, own, y, q.q)
				if v, ok := c.facts.at(t, variance, own, y); ok && v.Exact.Sign() != sign {
					w.truth = no
				}
				ways = append(ways, w)
			}
		}
		q.used, told = true, true
		cl := c.tell(saysVariance, q.item, things[0], own, ways)
		cl.Quantity, cl.Unit, cl.Comparator = q.q.bounds(), pounds, word.text
		c.slipOfVariance(cl, things[0], years[0], sign, q.q)
	}
	if m := c.has(isTimes); m >= 0 {
		c.variedTimes(things[0], years, tm, sign, m)
		told = true
	}
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

// variancePercent reads "an overspend of 1.1%", "2.8% of planned spending": of what
// was planned, or of what was spent where the words say that.
func (c *clause) variancePercent(things []*Thing, years []int, sign int, word *item) (told bool) {
	for _, q := range c.qs {
		if q.q.unit != percent || q.q.ref != nil || q.used || q.role != isVariance && !(q.role == isLevel && len(c.qs) == 1 && (c.hasFace(plan) >= 0 || c.has(isBase) >= 0)) {
			continue
		}
		if c.not {
			return true
		}
		var ways []way
		for _, t := range things {
			for _, y := range years {
				ways = append(ways, c.facts.variedBy(t, plan, y, sign, q.q), c.facts.variedBy(t, spend, y, sign, q.q))
			}
		}
		q.used, told = true, true
		cl := c.tell(saysVariance, q.item, things[0], own, ways)
		cl.Quantity, cl.Unit, cl.Comparator = q.q.bounds(), percent, word.text
	}
	return told
}

// variedBy holds the size of an over- or underspend as a percentage of an amount.
func (f *Facts) variedBy(t *Thing, of Face, year, sign int, q *quantity) way {
	w := way{year: year}
	v, okV := f.at(t, variance, own, year)
	whole, okW := f.at(t, of, own, year)
	if !okV || !okW || whole.Exact.Sign() <= 0 {
		return w
	}
	p := new(big.Rat).Quo(v.Exact, whole.Exact)
	p.Mul(p.Abs(p), rat(100, 1))
	w.truth = truthOf(v.Exact.Sign() == sign && fits(q.in(), Value{Exact: p, Shown: shownPercent(p)}))
	w.expected, w.evidence = v.Display+", or "+p.FloatString(1)+"%", proof(v, year)
	return w
}

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
	from, okFrom := c.facts.at(t, variance, own, base)
	to, okTo := c.facts.at(t, variance, own, at)
	if base == 0 || !okFrom || !okTo || from.Exact.Sign() != sign || to.Exact.Sign() != sign {
		return true
	}
	d := new(big.Rat).Abs(to.Exact).Cmp(new(big.Rat).Abs(from.Exact))
	cl := c.tell(saysChange, c.items[m], t, own, []way{{truth: truthOf(d == c.items[m].n), expected: fromTo(from, to, base, at), evidence: append(proof(to, at), proof(from, base)...), year: at, base: base}})
	cl.Comparator = c.items[m].text
	return true
}

// variedTimes reads how many times as large an over- or underspend is as another
// year's.
func (c *clause) variedTimes(t *Thing, years []int, tm times, sign, i int) {
	if c.not || c.items[i].n < 0 {
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
			h := plainly
			if c.items[max(i-1, 0)].class == isHedge {
				h = c.items[i-1].hedge
			}
			w.truth = truthOf(timesHeld(from.Exact, to.Exact, c.items[i].n, h))
			ways = append(ways, w)
		}
	}
	cl := c.tell(saysChange, c.items[i], t, own, ways)
	cl.Comparator = c.items[i].text
}

// moreThanPlanned reads "In the end we spent more" behind a sentence about the
// plan.
func (c *clause) moreThanPlanned(things []*Thing, tm times) bool {
	i := c.has(isMove)
	if i < 0 || !c.items[i].adj || !c.planned || c.hasFace(spend) < 0 || len(c.qs) > 0 || c.has(isThan, isArea) >= 0 && !c.items[max(c.has(isArea), 0)].is(own) || c.not {
		return false
	}
	y := c.atYears(things[0], variance, own, tm)[0]
	v, ok := c.facts.at(things[0], variance, own, y)
	if !ok {
		return false
	}
	cl := c.tell(saysVariance, c.items[i], things[0], own, []way{{truth: truthOf(v.Exact.Sign() == -c.items[i].n), expected: v.Display, evidence: proof(v, y), year: y}})
	cl.Comparator = c.items[i].text
	if cl.Verdict == Contradicted {
		cl.Slip = "the other way"
	}
	return true
}

// shares reads "12.0% of the money paid to or set aside", "a fifth of spending".
func (c *clause) shares(things []*Thing, tm times) {
	if things[0].ID == "total" {
		return
	}
	base := c.has(isBase)
	took := c.says("accounted for", "accounts for", "account for", "took", "takes", "received", "absorbed", "represents", "represented") || c.says("accounted", "accounts", "account", "share", "proportion", "made", "makes", "percentage")
	if base < 0 && !took && !c.sharesOn() || c.moves() && c.deltas() || c.not {
		return
	}
	for _, q := range c.qs {
		if q.used || q.q.unit != percent || q.q.ref != nil || q.role != isLevel && q.role != isFrom && q.role != isOther || c.ofPeople(q) {
			continue
		}
		years := q.years
		if years != nil {
			years = c.resolve(things[0], share, years)
		} else if q.role != isLevel {
			for y := c.facts.Year; y >= c.facts.First; y-- {
				years = append(years, y)
			}
		} else {
			years = c.atYears(things[0], share, own, tm)
		}
		var ways []way
		for _, t := range things {
			if t.ID == "total" {
				continue
			}
			for _, y := range years {
				if base < 0 || !spends(c.items[base].text) || !c.items[base].ofAllSpending() {
					ways = append(ways, c.facts.level(t, share, own, y, q.q))
				}
				if w := c.facts.ofAll(t, y, q.q); base < 0 || c.items[base].face == ofSpend {
					ways = append(ways, w)
				}
			}
		}
		q.used = true
		cl := c.tell(saysShare, q.item, things[0], own, ways)
		cl.Quantity, cl.Unit = q.q.bounds(), percent
		c.slipOfLevel(cl, things[0], share, own, q.q, ways)
	}
}

// ofPeople reports whether a share is of the people who live in a place: "with 23.6% of
// the population".
func (c *clause) ofPeople(q *placed) bool {
	n := c.next(q.i)
	return c.is(n, isLives) || c.roleAt(n, "of") && c.is(c.next(n), isLives)
}

// ofAllSpending reports whether a base is plainly all that was spent, and not the money
// that was there to be spent.
func (it *item) ofAllSpending() bool {
	return it.face == ofSpend && strings.HasPrefix(it.text, "of ") && !strings.Contains(it.text, "money")
}

// ofAll holds a share of all spending.
func (f *Facts) ofAll(t *Thing, y int, q *quantity) way {
	w := way{year: y}
	var total *Thing
	for _, o := range f.Things {
		if o.ID == "total" {
			total = o
		}
	}
	if total == nil {
		return w
	}
	part, ok1 := f.at(t, spend, own, y)
	whole, ok2 := f.at(total, spend, own, y)
	if !ok1 || !ok2 || whole.Exact.Sign() <= 0 {
		return w
	}
	p := new(big.Rat).Quo(part.Exact, whole.Exact)
	p.Mul(p, rat(100, 1))
	w.truth, w.expected, w.evidence = truthOf(fits(q.in(), Value{Exact: p, Shown: shownPercent(p)})), p.FloatString(1)+"% of all spending", proof(part, y)
	return w
}

// largest reads "the second largest matter".
func (c *clause) largest(t *Thing, face Face) {
	e := c.has(isExtreme)
	groups := map[string][]string{"matter": {"matter", "matters"}, "locality": {"locality", "localities"}, "service": {"service", "services"}, "care group": {"group", "groups"}, "partner": {"partner", "partners"}}
	rank := max(c.place(e), 1)
	if c.not || c.says("one", "increase", "rise", "overspend", "growth") || c.items[e].judge || c.moves() {
		return
	}
	named := c.says(groups[t.Group]...)
	if !named && !(t.Group == "matter" && (c.says("heading") || c.says("area", "areas") && (c.hasFace(spend) >= 0 || c.has(isBase) >= 0))) && !(c.has(isBase) >= 0 && c.says("share", "part")) {
		return
	}
	if t.Group == "service" {
		return // services are the authority's own cut
	}
	if face == "" {
		face = spend
	}
	cl := c.tell(saysRank, c.items[e], t, own, []way{c.facts.group(t, face, c.facts.Year, c.items[e].n, rank)})
	cl.Comparator = c.items[e].text
}
