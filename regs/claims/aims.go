package claims

import (
	"math/big"
	"slices"
	"strings"
)

// This file has ways to speak of targets that take more than a word.

// beyondTarget makes "over" and the like at i compare with a target that is named behind them:
// "three weeks beyond the target", "two over the 114 that we had aimed for".
func beyondTarget(items []item, i int) {
	n := 0
	switch items[i].text {
	case "outside":
		if outsideTarget(items, i) {
			items[i].entry = entry{class: isMet, n: -1, word: "outside"}
		}
		return
	case "over", "beyond", "past":
		n = 1
	case "under":
		n = -1
	}
	if n == 0 || items[i].class == isBeside || !behindFigure(items, i) && !(i > 0 && slices.Contains(stays, items[i-1].text)) && !(i > 0 && items[i-1].class == isPlain && strings.HasSuffix(items[i-1].text, "ly") && i+1 < len(items) && items[i+1].text == "the") {
		return
	}
	for k := i + 1; k < len(items) && k <= i+6; k++ {
		switch it := &items[k]; {
		case it.class == isFace && it.face == target:
			items[i].entry = entry{class: isBeside, n: n, word: items[i].text}
			return
		case it.class != isPlain && it.class != isQuantity && !it.is(own) && it.role != "of":
			return
		}
	}
}

// behindFigure reports whether a figure is right before item i, or before what it counts.
func behindFigure(items []item, i int) bool {
	return i > 0 && items[i-1].class == isQuantity || i > 1 && items[i-2].class == isQuantity && (items[i-1].class == isPlain || items[i-1].class == isUnknown)
}

// aimed takes "that we aim for" at i for a hope where neither a figure nor a target is before it.
func aimed(items []item, i int) {
	if items[i].class != isFace || items[i].word != "aimed" {
		return
	}
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		switch it := &items[k]; {
		case it.class == isQuantity, it.class == isFace && it.face == target, it.class == isThan, it.class == isBeside && it.n != 0, it.word == "as wanted":
			return
		case it.class != isPlain && it.class != isUnknown && it.class != isSubject && it.role != "of" && it.class != isBeside:
			k = 0
		}
	}
	items[i].entry = entry{class: isMood, word: "target"}
}

// outsideTarget reports whether a target is named right behind item i.
func outsideTarget(items []item, i int) bool {
	for k := i + 1; k < len(items) && k <= i+4; k++ {
		if items[k].class == isFace && items[k].face == target {
			return true
		}
		if items[k].class != isPlain && items[k].class != isQuantity {
			return false
		}
	}
	return false
}

// metIt reports whether the clause says that what the one before gave as a target was met or
// missed: "our aim was 8 per cent, and we missed it".
func (c *clause) metIt() int {
	i := c.has(isMet)
	if i < 0 || c.hasFace(target) >= 0 || len(c.qs) > 0 || len(c.subjects) > 0 || c.next(i) >= 0 && !c.is(c.next(i), isPeriod) {
		return -1
	}
	said := i+1 < len(c.items) && (c.items[i+1].text == "it" || c.items[i+1].text == "that" || c.items[i+1].text == "this") || i > 1 && c.items[0].text == "it"
	if !said {
		return -1
	}
	for k := range c.statement.items {
		if it := &c.statement.items[k]; it.start < c.items[0].start && (it.class == isFace && it.face == target || it.class == isMood && (it.word == "target" || it.text == "aim" || it.text == "ambition")) {
			return i
		}
	}
	return -1
}

// required takes "what the budget required" at i for what is wanted, but for a part of it: "76% of
// what the budget required".
func required(items []item, i int) {
	if items[i].class != isFace || items[i].word != "required" {
		return
	}
	if i > 0 && items[i-1].class == isQuantity && items[i-1].q.unit == pounds {
		return // "against the £6.2m that was required to balance the budget"
	}
	if i > 1 && items[i-1].role == "of" && items[i-2].class == isQuantity && items[i-2].q.unit == percent && items[i-2].q.ref == nil {
		return
	}
	items[i].entry = entry{class: isMood, word: "target"}
}

// partOfTarget reads "76% of the target" of a measure that counts, or is of money; it reports
// whether the clause says so.
func (c *clause) partOfTarget(t *Thing, area string) bool {
	k := c.hasFace(target)
	if k < 2 || t.Unit == percent || t.Better < 0 || c.not {
		return false
	}
	goal, ok := c.goal(t, area)
	year := c.facts.newest(t, value, area)
	if tm := c.times(); tm.at != nil {
		year = c.resolve(t, value, tm.at)[0]
	}
	v, okV := c.facts.at(t, value, area, year)
	if !ok || !okV || goal.Exact.Sign() <= 0 {
		return false
	}
	for _, q := range c.qs {
		p := c.prev(k)
		if c.is(p, isSubject) {
			p = c.prev(p) // "three quarters of the savings target"
		}
		if q.q.unit != percent || q.q.ref != nil || q.used || !c.roleAt(p, "of") || c.prev(p) != q.i {
			continue
		}
		part := new(big.Rat).Quo(v.Exact, goal.Exact)
		part.Mul(part, rat(100, 1))
		w := c.againstTarget(q.q.in().has(part), v, goal, year)
		w.truth = truthOf(fits(q.q.in(), Value{Exact: part}) || near(q.q, part))
		w.expected += ", which is " + part.FloatString(1) + "%"
		q.used = true
		cl := c.tell(saysTarget, q.item, t, area, []way{w})
		cl.Quantity, cl.Unit = q.q.bounds(), percent
		return true
	}
	return false
}

// near reports whether a percentage is within a point of a part: the figures that it is reckoned
// from may have been rounded.
func near(q *quantity, part *big.Rat) bool {
	if q.value == nil {
		return true
	}
	d := new(big.Rat).Sub(q.value, part)
	return d.Abs(d).Cmp(rat(3, 2)) <= 0
}
