package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file has ways to speak of targets that take more than a word.

// beyondTarget makes "over" and the like at i compare with a target that is named behind them:
// "three weeks beyond the target", "two over the 114 that we had aimed for".
func beyondTarget(items []item, i int) {
	n := 0
	switch items[i].text {
	case "off":
		if behindFigure(items, i) && nextTarget(items, i+1) >= 0 || i > 1 && slices.Contains([]string{"long way", "some way", "a long way", "far"}, items[i-1].text) && nextTarget(items, i+1) >= 0 {
			items[i].Entry = language.Entry{Class: language.IsBeside, N: -1, Word: items[i].text} // on the wrong side of it; see besideTarget
		}
		return
	case "outside":
		if outsideTarget(items, i) {
			items[i].Entry = language.Entry{Class: language.IsMet, N: -1, Word: "outside"}
		}
		return
	case "over", "beyond", "past":
		n = 1
	case "under":
		n = -1
	}
	if n == 0 || items[i].Class == language.IsBeside || !behindFigure(items, i) && !(i > 0 && slices.Contains(stays, items[i-1].text)) && !(i > 0 && items[i-1].Class == language.IsPlain && strings.HasSuffix(items[i-1].text, "ly") && i+1 < len(items) && items[i+1].text == "the") {
		return
	}
	for k := i + 1; k < len(items) && k <= i+6; k++ {
		switch it := &items[k]; {
		case it.Class == language.IsFace && it.Face == facts.FaceTarget:
			items[i].Entry = language.Entry{Class: language.IsBeside, N: n, Word: items[i].text}
			return
		case it.Class != language.IsPlain && it.Class != language.IsQuantity && !it.is(facts.Own) && it.Role != "of":
			return
		}
	}
}

// enoughFor takes "enough to meet the target" at i for a target that was met, and "not quite enough", "far from enough"
// and "too high" for one that wasn't.
func enoughFor(items []item, i int) {
	too := items[i].text == "too"
	if !too && items[i].text != "enough" {
		return
	}
	if too && i+1 < len(items) && items[i+1].Role != "to" {
		i++ // the "high" of "too high"
	}
	if i+2 >= len(items) || items[i+1].Role != "to" && items[i+1].text != "for" {
		return
	}
	verb := i + 1 // "to reach" is one item, and "good enough for the target"
	if k := i + 2; items[i+1].text == "to" && (items[k].Class == language.IsMet && items[k].N > 0 || slices.Contains([]string{"pass", "deliver", "fulfil", "satisfy", "clear"}, items[k].text)) {
		verb = k
	} else if items[i+1].text == "to" {
		return
	}
	if k := nextTarget(items, verb+1); k < 0 || items[i].Class != language.IsPlain && items[i].Class != language.IsUnknown {
		return
	}
	met := 1
	if i > 0 {
		switch before := &items[i-1]; {
		case too:
			met = -1
		case before.text == "not quite", before.text == "nearly", before.text == "almost", before.text == "not far off", before.text == "hardly", before.text == "barely", before.text == "scarcely":
			met = -1
			before.makePlain()
		case before.text == "more than", before.Class == language.IsHedge:
			before.makePlain()
		case before.Role == "from" && i > 1 && slices.Contains([]string{"far", "short", "some way", "a long way"}, items[i-2].text):
			met = -1
			before.makePlain()
		}
	}
	items[i].Entry = language.Entry{Class: language.IsMet, N: met, Word: items[i].text}
	for k := i + 1; k <= verb; k++ {
		items[k].makePlain()
	}
}

// nextTarget is the place of a target that is named at item k, or behind its figure, -1 where none is: "the target", "this
// year's 90% target".
func nextTarget(items []item, k int) int {
	for n := 0; k < len(items) && n < 4; k, n = k+1, n+1 {
		switch it := &items[k]; {
		case isTarget(it):
			return k
		case it.Class != language.IsPlain && it.Class != language.IsPeriod && it.Class != language.IsQuantity && !it.is(facts.Own):
			return -1
		}
	}
	return -1
}

// deliversTarget takes "delivered" at i for a target that was met, where one is its object or its subject: "so this year's
// target has been delivered", "which delivers the target in full".
func deliversTarget(items []item, i int) {
	if !strings.HasPrefix(items[i].text, "deliver") || items[i].text == "delivery" {
		return
	}
	is := nextTarget(items, i+1) >= 0 && (items[i].text != "delivered" || i > 0 && (items[i-1].Class != language.IsQuantity && items[i-1].Class != language.IsSubject))
	for k := i - 1; k >= 0 && k >= i-5 && !is && beenDone(items, i); k-- {
		if is = isTarget(&items[k]) || items[k].Class == language.IsQuantity && k > 1 && items[k-1].Role == "of" && isTarget(&items[k-2]); items[k].Class != language.IsPlain && items[k].Class != language.IsNot && items[k].Class != language.IsQuantity {
			break
		}
	}
	partly := anyOf(items, func(x *item) bool { return slices.Contains([]string{"part", "partly", "partially"}, x.text) })
	if is && !partly {
		items[i].Entry = language.Entry{Class: language.IsMet, N: 1, Word: items[i].text}
	}
}

// behindFigure reports whether a figure is right before item i, or before what it counts.
func behindFigure(items []item, i int) bool {
	return i > 0 && items[i-1].Class == language.IsQuantity || i > 1 && items[i-2].Class == language.IsQuantity && (items[i-1].Class == language.IsPlain || items[i-1].Class == language.IsUnknown)
}

// aimed takes "that we aim for" at i for a hope where neither a figure nor a target is before it.
func aimed(items []item, i int) {
	if items[i].Class != language.IsFace || items[i].Word != "aimed" {
		return
	}
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		switch it := &items[k]; {
		case it.Class == language.IsQuantity, it.Class == language.IsFace && it.Face == facts.FaceTarget, it.Class == language.IsThan, it.Class == language.IsBeside && it.N != 0, it.Word == "as wanted":
			return
		case it.Class != language.IsPlain && it.Class != language.IsUnknown && it.Class != language.IsSubject && it.Role != "of" && it.Class != language.IsBeside:
			k = 0
		}
	}
	items[i].Entry = language.Entry{Class: language.IsMood, Word: "target"}
}

// outsideTarget reports whether a target is named right behind item i.
func outsideTarget(items []item, i int) bool {
	for k := i + 1; k < len(items) && k <= i+4; k++ {
		if items[k].Class == language.IsFace && items[k].Face == facts.FaceTarget {
			return true
		}
		if items[k].Class != language.IsPlain && items[k].Class != language.IsQuantity {
			return false
		}
	}
	return false
}

// metIt reports whether the clause says that what the one before gave as a target was met or
// missed: "our aim was 8 per cent, and we missed it".
func (c *clause) metIt() int {
	i := c.has(language.IsMet)
	if i < 0 || c.hasFace(facts.FaceTarget) >= 0 || len(c.qs) > 0 || len(c.subjects) > 0 || c.next(i) >= 0 && !c.is(c.next(i), language.IsPeriod) {
		return -1
	}
	said := i+1 < len(c.items) && (c.items[i+1].text == "it" || c.items[i+1].text == "that" || c.items[i+1].text == "this") || i > 1 && c.items[0].text == "it"
	if !said {
		return -1
	}
	for k := range c.statement.items {
		if it := &c.statement.items[k]; it.start < c.items[0].start && (it.Class == language.IsFace && it.Face == facts.FaceTarget || it.Class == language.IsMood && (it.Word == "target" || it.text == "aim" || it.text == "ambition")) {
			return i
		}
	}
	return -1
}

// required takes "what the budget required" at i for what is wanted, but for a part of it: "76% of
// what the budget required".
func required(items []item, i int) {
	if items[i].Class != language.IsFace || items[i].Word != "required" {
		return
	}
	if i > 0 && items[i-1].Class == language.IsQuantity && items[i-1].q.Unit == facts.Pounds {
		return // "against the £6.2m that was required to balance the budget"
	}
	if i > 1 && items[i-1].Role == "of" && items[i-2].Class == language.IsQuantity && items[i-2].q.Unit == facts.Percent && items[i-2].q.Ref == nil {
		return
	}
	items[i].Entry = language.Entry{Class: language.IsMood, Word: "target"}
}

// partOfTarget reads "76% of the target" of a measure that counts, or is of money; it reports
// whether the clause says so.
func (c *clause) partOfTarget(t *facts.Thing, area string) bool {
	k := c.hasFace(facts.FaceTarget)
	if k < 2 || t.Unit == facts.Percent || t.Better < 0 || c.not {
		return false
	}
	goal, ok := c.goal(t, area)
	year := c.facts.Newest(t, facts.FaceValue, area)
	if tm := c.times(); tm.at != nil {
		year = c.resolve(t, facts.FaceValue, tm.at)[0]
	}
	v, okV := c.facts.At(t, facts.FaceValue, area, year)
	if !ok || !okV || goal.Exact.Sign() <= 0 {
		return false
	}
	for _, q := range c.qs {
		p := c.prev(k)
		if c.is(p, language.IsSubject) {
			p = c.prev(p) // "three quarters of the savings target"
		}
		if q.q.Unit != facts.Percent || q.q.Ref != nil || q.used || !c.roleAt(p, "of") || c.prev(p) != q.i {
			continue
		}
		part := new(big.Rat).Quo(v.Exact, goal.Exact)
		part.Mul(part, exact.Rat(100, 1))
		w := c.againstTarget(q.q.In().Has(part), v, goal, year)
		w.Truth = facts.TruthOf(facts.Fits(q.q.In(), facts.Value{Exact: part}) || near(q.q, part))
		w.Expected += ", which is " + part.FloatString(1) + "%"
		q.used = true
		cl := c.tell(saysTarget, q.item, t, area, []facts.Way{w})
		cl.Quantity, cl.Unit = q.q.Bounds(), facts.Percent
		return true
	}
	return false
}

// near reports whether a percentage is within a point of a part: the figures that it is reckoned
// from may have been rounded.
func near(q *facts.Quantity, part *big.Rat) bool {
	if q.Value == nil {
		return true
	}
	d := new(big.Rat).Sub(q.Value, part)
	return d.Abs(d).Cmp(exact.Rat(3, 2)) <= 0
}

// wishesOn reports whether the clause goes on with what the sentence says is wanted: "we aim for fewer than 40 people, and
// for a falls rate under 23.5".
func (c *clause) wishesOn() bool {
	k := 0
	for k < len(c.items) && c.items[k].text == "and" {
		k++
	}
	if c.lead != "and" && c.lead != "," || k+1 >= len(c.items) || c.items[k].text != "for" || c.is(k+1, language.IsPeriod, language.IsRow, language.IsEach) || c.verbBetween(k, len(c.items)) ||
		slices.ContainsFunc(c.items, func(x *item) bool { return x.Class == language.IsMet || x.Class == language.IsMove && !x.Adj }) {
		return false
	}
	items := c.statement.items
	for i := range items {
		if items[i].start >= c.items[0].start {
			break
		}
		plan := items[i].Class == language.IsFace && (items[i].Face == facts.FacePlan || items[i].Face == facts.FaceTarget)
		if !plan && items[i].Class != language.IsMood || items[i].Word == "historic" || items[i].Word == "quoted" {
			continue
		}
		next := i + 1
		if plan && next < len(items) && (items[next].text == "is" || items[next].text == "was") {
			next++
		}
		if lastWord(items[i].text) == "for" || next < len(items) && items[next].text == "for" && items[next].start < c.items[0].start {
			return true
		}
	}
	return false
}
