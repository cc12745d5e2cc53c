package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file says when a sentence gives so many figures that it isn't clear of what each is.

// crowded reports whether a contradicted figure of the clause may be of something else: the sentence gives many figures, and
// the clause doesn't say of what its own is. Where its digits show a slip, there is no doubt.
func (c *clause) crowded(t told, q *placed) bool {
	if t.thing == c.population && len(c.localitiesNamed()) == 1 {
		return false // "Glenside has 38,100 residents"
	}
	if q != nil && q.role == isFrom && q.years != nil && c.only == t.thing && !c.statement.speaksElsewhere() {
		return false // "78, down from 92 in 2022/23"
	}
	return len(c.subjects) == 0 && t.thing.Kind != facts.Count && t.claim.Slip != "digits" && c.statement.figuresGiven(t.thing) >= mostFigures && !c.setsApart(t) && !c.listedByPlace(t)
}

// figuresGiven is how many figures the sentence gives, without those in a thing's title: "at 27 to 30 months".
func (s *statement) figuresGiven(t *facts.Thing) (n int) {
	title := strings.Fields(t.Title)
	for i := range s.items {
		if s.items[i].Class == language.IsQuantity && !slices.Contains(title, s.items[i].Text) {
			n++
		}
	}
	return n
}

// setsApart reports whether a claim is of how far our figure and another's are apart, of which the clause gives the other's and
// the sentence ours, and both are right: "63.7% were, 2.8 points short of Scotland's 66.5%".
func (c *clause) setsApart(t told) bool {
	own := claim.ScopeOf(facts.Own)
	if t.claim.Measure != saysComparison || len(c.qs) > 2 || c.has(language.IsPeriod, language.IsUnknown) >= 0 {
		return false
	}
	return slices.ContainsFunc(c.told, func(o told) bool {
		return o.claim.Verdict == Confirmed && o.claim.Measure == saysValue && o.thing == t.thing && o.claim.Scope != own
	}) && slices.ContainsFunc(c.statement.claims, func(cl *Claim) bool {
		return cl.Verdict == Confirmed && cl.Measure == saysValue && cl.Subject == t.thing.ID && cl.Scope == own
	})
}

// listedByPlace reports whether a figure of a locality is in a list of those of several, of which another is right: "41 from
// the north and 47 from the south".
func (c *clause) listedByPlace(t told) bool {
	if t.claim.Measure != saysValue || !facts.IsLocality(t.area) || !isOfPlace(c.statement.items, t.item) {
		return false
	}
	for i := range c.statement.items {
		it := &c.statement.items[i]
		if it == t.item || it.Class != language.IsQuantity || it.Q.Ref != nil || !isOfPlace(c.statement.items, it) {
			continue
		}
		area := c.statement.items[i+2].Area
		v, ok := c.facts.At(t.thing, facts.FaceValue, area, c.facts.Newest(t.thing, facts.FaceValue, area))
		if area != t.area && ok && facts.Fits(it.Q.In(), v) {
			return true
		}
	}
	return false
}

// isOfPlace reports whether a figure is followed by "from" or "in" and a locality, and by nothing else of its clause.
func isOfPlace(items []lex.Item, figure *lex.Item) bool {
	i := language.IndexOf(items, func(x *lex.Item) bool { return x.Start == figure.Start })
	if i < 0 || i+2 >= len(items) || items[i+1].Class != language.IsRole || items[i+2].Class != language.IsArea || !facts.IsLocality(items[i+2].Area) {
		return false
	}
	return i+3 == len(items) || items[i+3].Class == language.IsMark || items[i+3].Class == language.IsBreak
}
