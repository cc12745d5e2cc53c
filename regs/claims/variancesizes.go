package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// variedSizes reads the amounts of an over- or underspend; any is true where the clause's
// only amount is one. denied is true where the clause says that it isn't so.
func (c *clause) variedSizes(things []*facts.Thing, years []int, sign int, word *lex.Item, any bool) (told, denied bool) {
	for _, q := range c.qs {
		if q.role != isVariance && !(any && q.role == isLevel && q.Q.Unit == facts.Pounds && q.Q.Ref == nil && len(c.qs) == 1) || q.Q.Unit != facts.Pounds || q.Q.Ref != nil {
			continue
		}
		if n := c.next(q.i); c.is(n, language.IsMove) && c.items[n].Adj && c.is(c.next(n), language.IsThan) {
			continue // "the overspend was £2.1m larger than the year before's"
		}
		if c.not {
			return told, true
		}
		var ways []facts.Way
		for _, t := range things {
			for _, y := range years {
				w := c.facts.Level(t, facts.FaceVariance, facts.Own, y, q.Q)
				if v, ok := c.facts.At(t, facts.FaceVariance, facts.Own, y); ok && v.Exact.Sign() != sign {
					w.Truth = facts.No
				}
				ways = append(ways, w)
				if c.ofAfter() || c.roleAt(c.prev(q.i), "in") && c.lead == "," {
					ways = append(ways, c.facts.Level(t, facts.FaceSpend, facts.Own, y, q.Q)) // or what it cost
				}
			}
		}
		for _, since := range c.resolve(things[0], facts.FaceVariance, c.times().base) {
			ways = append(ways, c.facts.VariedInAll(things[0], since, sign, q.Q), c.facts.VariedInAll(things[0], since+1, sign, q.Q)) // "since" may leave its own year out
		}
		q.used, told = true, true
		cl := c.tell(saysVariance, q.Item, things[0], facts.Own, ways)
		cl.Quantity, cl.Unit, cl.Comparator = q.Q.Bounds(), facts.Pounds, word.Text
		c.slipOfVariance(cl, things[0], years[0], sign, q.Q)
	}
	return told, false
}

// variancePercent reads "an overspend of 1.1%", "2.8% of planned spending": of what
// was planned, or of what was spent where the words say that.
func (c *clause) variancePercent(things []*facts.Thing, years []int, sign int, word *lex.Item) (told bool) {
	for _, q := range c.qs {
		if q.Q.Unit != facts.Percent || q.Q.Ref != nil || q.used || q.role != isVariance && !(q.role == isLevel && c.onlyOthersVary(q) && (c.hasFace(facts.FacePlan) >= 0 || c.has(language.IsBase) >= 0)) {
			continue
		}
		if c.not || c.says("any", "limit") {
			return true
		}
		var ways []facts.Way
		ofPlan := strings.HasSuffix(word.Text, "budget") || strings.HasSuffix(word.Text, "plan")
		for _, t := range things {
			for _, y := range years {
				ways = append(ways, c.facts.VariedBy(t, t, facts.FacePlan, y, sign, q.Q))
				if !ofPlan {
					ways = append(ways, c.facts.VariedBy(t, t, facts.FaceSpend, y, sign, q.Q))
				}
				if next := c.next(q.i); t != c.total && c.total != nil && next >= 0 && strings.HasSuffix(c.items[next].Text, "the budget") {
					ways = append(ways, c.facts.VariedBy(t, c.total, facts.FacePlan, y, sign, q.Q)) // the board's, where it isn't "its budget"
				}
			}
		}
		q.used, told = true, true
		cl := c.tell(saysVariance, q.Item, things[0], facts.Own, ways)
		cl.Quantity, cl.Unit, cl.Comparator = q.Q.Bounds(), facts.Percent, word.Text
	}
	return told
}

// moreThanPlanned reads "In the end we spent more" behind a sentence about the
// plan.
func (c *clause) moreThanPlanned(things []*facts.Thing, tm times) bool {
	i := c.has(language.IsMove)
	if i < 0 || !c.items[i].Adj || !c.planned || c.hasFace(facts.FaceSpend) < 0 || len(c.qs) > 0 || c.has(language.IsThan, language.IsArea) >= 0 && !c.items[max(c.has(language.IsArea), 0)].Is(facts.Own) || c.not {
		return false
	}
	y := c.atYears(things[0], facts.FaceVariance, facts.Own, tm)[0]
	v, ok := c.facts.At(things[0], facts.FaceVariance, facts.Own, y)
	if !ok {
		return false
	}
	cl := c.tell(saysVariance, c.items[i], things[0], facts.Own, []facts.Way{{Truth: facts.TruthOf(v.Exact.Sign() == -c.items[i].N), Expected: v.Display, Evidence: facts.Proof(v, y), Year: y}})
	cl.Comparator = c.items[i].Text
	if cl.Verdict == Contradicted {
		cl.Slip = "the other way"
	}
	return true
}

// onlyOthersVary reports whether the clause has no other figures than the sizes of an over- or underspend: "the overspend of
// £2.8m was equivalent to 1.1% of the budget".
func (c *clause) onlyOthersVary(q *placed) bool {
	return !slices.ContainsFunc(c.qs, func(o *placed) bool { return o != q && (o.role != isVariance || o.Q.Unit != facts.Pounds) })
}

// ofBudgetBehind reports whether what is said from item n on is a percentage of the budget, and nothing else.
func (c *clause) ofBudgetBehind(n int) bool {
	shared := false
	for _, it := range c.items[n:] {
		switch {
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Percent && it.Q.Ref == nil && !shared:
			shared = true
		case it.Class == language.IsBase && shared, it.Class == language.IsFace && it.Face == facts.FacePlan && shared, it.Class == language.IsPlain, it.Class == language.IsHedge, it.Class == language.IsRole, it.Class == language.IsPeriod, it.Class == language.IsBeside && it.N == 0:
		default:
			return false
		}
	}
	return shared
}
