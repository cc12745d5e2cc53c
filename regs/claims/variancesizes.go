package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// variedSizes reads the amounts of an over- or underspend; any is true where the clause's
// only amount is one. denied is true where the clause says that it isn't so.
func (c *clause) variedSizes(things []*facts.Thing, years []int, sign int, word *item, any bool) (told, denied bool) {
	for _, q := range c.qs {
		if q.role != isVariance && !(any && q.role == isLevel && q.q.Unit == facts.Pounds && q.q.Ref == nil && len(c.qs) == 1) || q.q.Unit != facts.Pounds || q.q.Ref != nil {
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
				w := c.facts.Level(t, facts.FaceVariance, facts.Own, y, q.q)
				if v, ok := c.facts.At(t, facts.FaceVariance, facts.Own, y); ok && v.Exact.Sign() != sign {
					w.Truth = facts.No
				}
				ways = append(ways, w)
				if c.ofAfter() || c.roleAt(c.prev(q.i), "in") && c.lead == "," {
					ways = append(ways, c.facts.Level(t, facts.FaceSpend, facts.Own, y, q.q)) // or what it cost
				}
			}
		}
		for _, since := range c.resolve(things[0], facts.FaceVariance, c.times().base) {
			ways = append(ways, c.facts.VariedInAll(things[0], since, sign, q.q), c.facts.VariedInAll(things[0], since+1, sign, q.q)) // "since" may leave its own year out
		}
		q.used, told = true, true
		cl := c.tell(saysVariance, q.item, things[0], facts.Own, ways)
		cl.Quantity, cl.Unit, cl.Comparator = q.q.Bounds(), facts.Pounds, word.text
		c.slipOfVariance(cl, things[0], years[0], sign, q.q)
	}
	return told, false
}

// variancePercent reads "an overspend of 1.1%", "2.8% of planned spending": of what
// was planned, or of what was spent where the words say that.
func (c *clause) variancePercent(things []*facts.Thing, years []int, sign int, word *item) (told bool) {
	for _, q := range c.qs {
		if q.q.Unit != facts.Percent || q.q.Ref != nil || q.used || q.role != isVariance && !(q.role == isLevel && c.onlyOthersVary(q) && (c.hasFace(facts.FacePlan) >= 0 || c.has(language.IsBase) >= 0)) {
			continue
		}
		if c.not {
			return true
		}
		var ways []facts.Way
		ofPlan := strings.HasSuffix(word.text, "budget") || strings.HasSuffix(word.text, "plan")
		for _, t := range things {
			for _, y := range years {
				ways = append(ways, c.facts.VariedBy(t, facts.FacePlan, y, sign, q.q))
				if !ofPlan {
					ways = append(ways, c.facts.VariedBy(t, facts.FaceSpend, y, sign, q.q))
				}
			}
		}
		q.used, told = true, true
		cl := c.tell(saysVariance, q.item, things[0], facts.Own, ways)
		cl.Quantity, cl.Unit, cl.Comparator = q.q.Bounds(), facts.Percent, word.text
	}
	return told
}

// moreThanPlanned reads "In the end we spent more" behind a sentence about the
// plan.
func (c *clause) moreThanPlanned(things []*facts.Thing, tm times) bool {
	i := c.has(language.IsMove)
	if i < 0 || !c.items[i].Adj || !c.planned || c.hasFace(facts.FaceSpend) < 0 || len(c.qs) > 0 || c.has(language.IsThan, language.IsArea) >= 0 && !c.items[max(c.has(language.IsArea), 0)].is(facts.Own) || c.not {
		return false
	}
	y := c.atYears(things[0], facts.FaceVariance, facts.Own, tm)[0]
	v, ok := c.facts.At(things[0], facts.FaceVariance, facts.Own, y)
	if !ok {
		return false
	}
	cl := c.tell(saysVariance, c.items[i], things[0], facts.Own, []facts.Way{{Truth: facts.TruthOf(v.Exact.Sign() == -c.items[i].N), Expected: v.Display, Evidence: facts.Proof(v, y), Year: y}})
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
	if it.N == 0 || it.Judge || i < 1 || items[i-1].Class != language.IsQuantity || items[i-1].q.Unit != facts.Pounds || items[i-1].q.Ref != nil || !(it.Class == language.IsBeside || it.Class == language.IsMove && it.Adj) {
		return
	}
	k := i + 1
	if k < len(items) && items[k].Class == language.IsThan {
		k++
	} else if it.Class == language.IsMove {
		return
	}
	if k >= len(items) || items[k].text != "it" && items[k].text != "that" && items[k].text != "this" || k+1 < len(items) && items[k+1].Class != language.IsMark {
		return
	}
	for n := i - 2; n >= 0; n-- {
		switch x := &items[n]; {
		case x.Class == language.IsMark && x.Word != ",", x.Class == language.IsQuantity && x.q.Unit != facts.Pounds, x.Class == language.IsBreak && x.Word != "and":
			return
		case x.Class == language.IsQuantity && n > 1 && (items[n-1].Role == "of" || items[n-1].Role == "in") && items[n-2].Class == language.IsFace && items[n-2].Face == facts.FacePlan:
			sign := -it.N
			end := items[k].end
			it.Entry = language.Entry{Class: language.IsFace, Face: facts.FaceVariance, N: sign, Word: it.text}
			it.end = end
			for m := i + 1; m <= k; m++ {
				items[m].makePlain()
			}
			return
		case x.Class == language.IsQuantity:
			return
		}
	}
}

// allButOfBudget makes an underspend of what is left of a budget: "used all but £0.4m of its
// budget".
func allButOfBudget(items []item, i int) {
	if items[i].Word != "all but" || i < 1 || i+3 >= len(items) || items[i+1].Class != language.IsQuantity || items[i+1].q.Unit != facts.Pounds || items[i+2].Role != "of" || items[i+3].Class != language.IsFace || items[i+3].Face != facts.FacePlan {
		return
	}
	switch items[i-1].text {
	case "used", "spent", "spend", "spends", "needed", "drew", "using", "spending":
	default:
		return
	}
	over := item{Entry: language.Entry{Class: language.IsFace, Face: facts.FaceVariance, N: 1, Word: "all but"}, start: items[i].start, end: items[i].end, text: items[i].text}
	items[i-1].makePlain()
	items[i] = over
	items[i+3].makePlain()
	items[i+2].makePlain()
}

// onlyOthersVary reports whether the clause has no other figures than the sizes of an over- or underspend: "the overspend of
// £2.8m was equivalent to 1.1% of the budget".
func (c *clause) onlyOthersVary(q *placed) bool {
	return !slices.ContainsFunc(c.qs, func(o *placed) bool { return o != q && (o.role != isVariance || o.q.Unit != facts.Pounds) })
}

// ofBudgetBehind reports whether what is said from item n on is a percentage of the budget, and nothing else.
func (c *clause) ofBudgetBehind(n int) bool {
	shared := false
	for _, it := range c.items[n:] {
		switch {
		case it.Class == language.IsQuantity && it.q.Unit == facts.Percent && it.q.Ref == nil && !shared:
			shared = true
		case it.Class == language.IsBase && shared, it.Class == language.IsFace && it.Face == facts.FacePlan && shared, it.Class == language.IsPlain, it.Class == language.IsHedge, it.Class == language.IsRole, it.Class == language.IsPeriod, it.Class == language.IsBeside && it.N == 0:
		default:
			return false
		}
	}
	return shared
}
