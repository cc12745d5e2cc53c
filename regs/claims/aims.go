package claims

import (
	"math/big"
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file has ways to speak of targets that take more than a word.

// metIt reports whether the clause says that what the one before gave as a target was met or
// missed: "our aim was 8 per cent, and we missed it".
func (c *clause) metIt() int {
	i := c.has(language.IsMet)
	if i < 0 || c.hasFace(facts.FaceTarget) >= 0 || len(c.qs) > 0 || len(c.subjects) > 0 || c.next(i) >= 0 && !c.is(c.next(i), language.IsPeriod) {
		return -1
	}
	said := i+1 < len(c.items) && (c.items[i+1].Text == "it" || c.items[i+1].Text == "that" || c.items[i+1].Text == "this") || i > 1 && c.items[0].Text == "it"
	if !said {
		return -1
	}
	for k := range c.statement.items {
		if it := &c.statement.items[k]; it.Start < c.items[0].Start && (it.Class == language.IsFace && it.Face == facts.FaceTarget || it.Class == language.IsMood && (it.Word == "target" || it.Text == "aim" || it.Text == "ambition")) {
			return i
		}
	}
	if c.targeted && c.lead == "" && len(c.all) == 0 {
		return i // "Our target was 75%. We did not meet it."
	}
	return -1
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
		if q.Q.Unit != facts.Percent || q.Q.Ref != nil || q.used || !c.roleAt(p, "of") || c.prev(p) != q.i {
			continue
		}
		part := new(big.Rat).Quo(v.Exact, goal.Exact)
		part.Mul(part, exact.Rat(100, 1))
		w := c.againstTarget(q.Q.In().Has(part), v, goal, year)
		w.Truth = facts.TruthOf(facts.Fits(q.Q.In(), facts.Value{Exact: part}) || near(q.Q, part))
		w.Expected += ", which is " + part.FloatString(1) + "%"
		q.used = true
		cl := c.tell(saysTarget, q.Item, t, area, []facts.Way{w})
		cl.Quantity, cl.Unit = q.Q.Bounds(), facts.Percent
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
	for k < len(c.items) && c.items[k].Text == "and" {
		k++
	}
	if c.lead != "and" && c.lead != "," || k+1 >= len(c.items) || c.items[k].Text != "for" || c.is(k+1, language.IsPeriod, language.IsRow, language.IsEach) || c.verbBetween(k, len(c.items)) ||
		slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsMet || x.Class == language.IsMove && !x.Adj }) {
		return false
	}
	items := c.statement.items
	for i := range items {
		if items[i].Start >= c.items[0].Start {
			break
		}
		plan := items[i].Class == language.IsFace && (items[i].Face == facts.FacePlan || items[i].Face == facts.FaceTarget)
		if !plan && items[i].Class != language.IsMood || items[i].Word == "historic" || items[i].Word == "quoted" {
			continue
		}
		next := i + 1
		if plan && next < len(items) && (items[next].Text == "is" || items[next].Text == "was") {
			next++
		}
		if language.LastWord(items[i].Text) == "for" || next < len(items) && items[next].Text == "for" && items[next].Start < c.items[0].Start {
			return true
		}
	}
	return false
}

// asksFor reports whether the clause asks for more or less of something, as what an inspector recommends does: "Reduce falls."
func (c *clause) asksFor() bool {
	if c.lead != "" || len(c.items) < 2 || c.items[0].Start != c.statement.items[0].Start {
		return false
	}
	next := c.items[1]
	return c.items[0].Class == language.IsMove && slices.Contains([]string{"reduce", "raise", "increase", "decrease", "shorten"}, c.items[0].Text) &&
		(next.Class == language.IsSubject || next.Class == language.IsPlain && slices.Contains([]string{"the", "our", "its", "their"}, next.Text))
}
