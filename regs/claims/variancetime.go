package claims

import (
	"math/big"
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
			w.truth = truthOf(timesHeld(from.Exact, to.Exact, c.items[i].n, c.hedgeBefore(i)))
			ways = append(ways, w)
		}
	}
	cl := c.tell(saysChange, c.items[i], t, own, ways)
	cl.Comparator = c.items[i].text
}
