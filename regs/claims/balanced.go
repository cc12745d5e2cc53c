package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads that as much was spent on something as had been planned: "care homes broke even", "£9.1m, exactly as budgeted".

// onBudget begin the words that say that about as much was spent as was planned.
var onBudget = []string{"broke even", "break-even", "breakeven", "on budget", "on plan", "to budget", "in line with", "as budgeted", "exactly", "precisely", "just as"}

// isOnBudget reports whether the words say so. A balanced budget is one that was set.
func isOnBudget(word *lex.Item) bool {
	return slices.ContainsFunc(onBudget, func(beginning string) bool { return strings.HasPrefix(word.Text, beginning) })
}

// balanced holds what word says against what was spent and planned. What is within half a per cent of its budget was on
// budget, and what is a per cent over or under it wasn't; with "broadly" it is two and three per cent.
func (c *clause) balanced(things []*facts.Thing, word *lex.Item, tm times) {
	t := things[0]
	if t.ID == "total" || t.Group == "partner" || !isOnBudget(word) || c.not || c.varied != 0 || !c.surelyOfAll() || slices.ContainsFunc(c.qs, func(q *placed) bool { return q.role != isLevel }) {
		return
	}
	loose := c.says("broadly", "largely", "close", "roughly", "about", "almost", "nearly", "approximately", "near", "virtually")
	within, beyond := exact.Rat(5, 1000), exact.Rat(10, 1000)
	if loose {
		within, beyond = exact.Rat(20, 1000), exact.Rat(30, 1000)
	}
	var ways []facts.Way
	for _, of := range things {
		for _, y := range c.atYears(of, facts.FaceVariance, facts.Own, tm) {
			ways = append(ways, c.offBudget(of, y, within, beyond))
		}
	}
	cl := c.tell(saysVariance, word, t, facts.Own, ways)
	cl.Comparator = word.Text
}

// surelyOfAll reports whether no word of the clause may make it one about less than all of what it names, in the whole area and
// over the whole year: neither "the number of care home places", "all but care homes" nor "care homes were on budget before
// new beds opened". Of the words by which it surely is about less, notOfAll asks.
func (c *clause) surelyOfAll() bool {
	if c.statement.reader.locality != "" || c.statement.locality != "" || language.AnyOf(c.statement.items, func(x *lex.Item) bool {
		return slices.Contains([]string{"before", "until", "till", "once", "at first", "initially"}, x.Text) || x.Class == language.IsArea && facts.IsLocality(x.Area)
	}) {
		return false
	}
	for _, it := range c.items {
		if it.Class == language.IsSubject {
			return true
		}
		if it.Class == language.IsFace && it.Face == facts.FaceVariance {
			break
		}
		if !slices.Contains([]string{"the", "our", "on", "of", "in", "all", "both", "overall", "and", "but", "while"}, it.Text) && !(it.Class == language.IsFace && it.Face == facts.FaceSpend) && it.Class != language.IsPeriod {
			return false
		}
	}
	return len(c.subjects) == 0
}

// offBudget says whether what was spent on something in a year was within so much of its budget, as a part of it.
func (s *statement) offBudget(t *facts.Thing, year int, within, beyond *big.Rat) facts.Way {
	w := facts.Way{Year: year}
	spent, okS := s.facts.At(t, facts.FaceSpend, facts.Own, year)
	plan, okP := s.facts.At(t, facts.FacePlan, facts.Own, year)
	if !okS || !okP || plan.Exact.Sign() <= 0 {
		return w
	}
	w.Expected, w.Evidence = spent.Display+" spent, and "+plan.Display+" planned", facts.Proof(spent, year)
	switch off := exact.Abs(exact.Quo(new(big.Rat).Sub(spent.Exact, plan.Exact), plan.Exact)); {
	case off.Cmp(within) < 0:
		w.Truth = facts.Yes
	case off.Cmp(beyond) >= 0:
		w.Truth = facts.No
	}
	return w
}
