package claims

import (
	"math/big"
	"slices"
)

// variedSizes reads the amounts of an over- or underspend; any is true where the clause's
// only amount is one. denied is true where the clause says that it isn't so.
func (c *clause) variedSizes(things []*Thing, years []int, sign int, word *item, any bool) (told, denied bool) {
	for _, q := range c.qs {
		if q.role != isVariance && !(any && q.role == isLevel && q.q.unit == pounds && q.q.ref == nil && len(c.qs) == 1) || q.q.unit != pounds || q.q.ref != nil {
			continue
		}
		if n := c.next(q.i); c.is(n, isMove) && c.items[n].adj && c.is(c.next(n), isThan) {
			continue // "the overspend was £2.1m larger than the year before's"
		}
		if c.not {
			return told, true
		}
		var ways []way
		for _, t := range things {
			for _, y := range years {
				w := c.facts.level(t, variance, own, y, q.q)
				if v, ok := c.facts.at(t, variance, own, y); ok && v.Exact.Sign() != sign {
					w.truth = no
				}
				ways = append(ways, w)
				if c.ofAfter() || c.roleAt(c.prev(q.i), "in") && c.lead == "," {
					ways = append(ways, c.facts.level(t, spend, own, y, q.q)) // or what it cost
				}
			}
		}
		q.used, told = true, true
		cl := c.tell(saysVariance, q.item, things[0], own, ways)
		cl.Quantity, cl.Unit, cl.Comparator = q.q.bounds(), pounds, word.text
		c.slipOfVariance(cl, things[0], years[0], sign, q.q)
	}
	return told, false
}

// variancePercent reads "an overspend of 1.1%", "2.8% of planned spending": of what
// was planned, or of what was spent where the words say that.
func (c *clause) variancePercent(things []*Thing, years []int, sign int, word *item) (told bool) {
	for _, q := range c.qs {
		if q.q.unit != percent || q.q.ref != nil || q.used || q.role != isVariance && !(q.role == isLevel && c.onlyOthersVary(q) && (c.hasFace(plan) >= 0 || c.has(isBase) >= 0)) {
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

// besideItsBudget makes an over- or underspend of the word at i that sets an amount beside the
// budget that was named before: "budgeted at £27.2m, came in £0.8m dearer than that", "with a
// budget of £11.9m, finished £0.4m below it".
func besideItsBudget(items []item, i int) {
	it := &items[i]
	if it.n == 0 || it.judge || i < 1 || items[i-1].class != isQuantity || items[i-1].q.unit != pounds || items[i-1].q.ref != nil || !(it.class == isBeside || it.class == isMove && it.adj) {
		return
	}
	k := i + 1
	if k < len(items) && items[k].class == isThan {
		k++
	} else if it.class == isMove {
		return
	}
	if k >= len(items) || items[k].text != "it" && items[k].text != "that" && items[k].text != "this" || k+1 < len(items) && items[k+1].class != isMark {
		return
	}
	for n := i - 2; n >= 0; n-- {
		switch x := &items[n]; {
		case x.class == isMark && x.word != ",", x.class == isQuantity && x.q.unit != pounds, x.class == isBreak && x.word != "and":
			return
		case x.class == isQuantity && n > 1 && (items[n-1].role == "of" || items[n-1].role == "in") && items[n-2].class == isFace && items[n-2].face == plan:
			sign := -it.n
			end := items[k].end
			it.entry = entry{class: isFace, face: variance, n: sign, word: it.text}
			it.end = end
			for m := i + 1; m <= k; m++ {
				items[m].entry = entry{class: isPlain, word: items[m].text}
			}
			return
		case x.class == isQuantity:
			return
		}
	}
}

// allButOfBudget makes an underspend of what is left of a budget: "used all but £0.4m of its
// budget".
func allButOfBudget(items []item, i int) {
	if items[i].word != "all but" || i < 1 || i+3 >= len(items) || items[i+1].class != isQuantity || items[i+1].q.unit != pounds || items[i+2].role != "of" || items[i+3].class != isFace || items[i+3].face != plan {
		return
	}
	switch items[i-1].text {
	case "used", "spent", "spend", "spends", "needed", "drew", "using", "spending":
	default:
		return
	}
	over := item{entry: entry{class: isFace, face: variance, n: 1, word: "all but"}, start: items[i].start, end: items[i].end, text: items[i].text}
	items[i-1].entry = entry{class: isPlain, word: items[i-1].text}
	items[i] = over
	items[i+3].entry = entry{class: isPlain, word: items[i+3].text}
	items[i+2].entry = entry{class: isPlain, word: items[i+2].text}
}

// onlyOthersVary reports whether the clause has no other figures than the sizes of an over- or underspend: "the overspend of
// £2.8m was equivalent to 1.1% of the budget".
func (c *clause) onlyOthersVary(q *placed) bool {
	return !slices.ContainsFunc(c.qs, func(o *placed) bool { return o != q && (o.role != isVariance || o.q.unit != pounds) })
}

// ofBudgetBehind reports whether what is said from item n on is a percentage of the budget, and nothing else.
func (c *clause) ofBudgetBehind(n int) bool {
	shared := false
	for _, it := range c.items[n:] {
		switch {
		case it.class == isQuantity && it.q.unit == percent && it.q.ref == nil && !shared:
			shared = true
		case it.class == isBase && shared, it.class == isFace && it.face == plan && shared, it.class == isPlain, it.class == isHedge, it.class == isRole, it.class == isPeriod, it.class == isBeside && it.n == 0:
		default:
			return false
		}
	}
	return shared
}
