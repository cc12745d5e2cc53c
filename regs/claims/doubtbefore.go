package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file has what a sentence says before a clause by which its figures are of something else: of a change, of a part of an
// over- or underspend, of other areas.

// ofChangeItself reports whether the sentence compares a change with another one, so that its figures are those of changes: "the
// drop in days delayed was a quarter smaller than the time before: 93 after 124".
func (s *statement) ofChangeItself() bool {
	for i := 0; i+3 < len(s.items); i++ {
		it := &s.items[i]
		if it.Class != language.IsMove || it.Adj || s.items[i+1].Role != "in" && s.items[i+1].Role != "of" || s.items[i+2].Class != language.IsSubject || i > 0 && s.items[i-1].Class != language.IsPlain {
			continue
		}
		for k := i + 3; k < len(s.items) && s.items[k].Class != language.IsMark; k++ {
			if s.items[k].Class == language.IsMove && s.items[k].Adj && !s.items[k].Judge {
				return true
			}
		}
	}
	return false
}

// apposedToPart reports whether the clause is an apposition to a part of an over- or underspend: "half of the overspend on
// prescribing, some £0.7m, is put down to prices".
func (c *clause) apposedToPart() bool {
	items := c.statement.items
	if c.lead != "," || len(c.subjects) > 0 || len(c.qs) != 1 || len(items) < 4 {
		return false
	}
	k := 0
	for k < len(items) && (items[k].Class == language.IsPlain || items[k].Class == language.IsHedge) {
		k++
	}
	if k+2 >= len(items) || items[k].Class != language.IsQuantity || items[k].Q.Unit != facts.Percent && !items[k].Q.Fraction || items[k+1].Role != "of" && items[k+1].Class != language.IsBase {
		return false
	}
	varied := false
	for ; k < len(items) && items[k].Start < c.items[0].Start; k++ {
		varied = varied || items[k].Class == language.IsFace && items[k].Face == facts.FaceVariance
	}
	return varied
}

// otherAreas are words for areas that the data may not have by themselves.
var otherAreas = []string{"areas", "authorities", "partnerships", "boards", "councils", "neighbours"}

// besideOfOthers reports whether the clause goes on with a distance behind a figure of the same thing that is of something else,
// as it seems: "six similar areas stand at 26.4%, 7.2 points lower than Scotland".
func (c *clause) besideOfOthers(t told) bool {
	if c.lead != "," || len(c.subjects) > 0 || t.claim.Measure != saysComparison || slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Is(facts.Own) }) || !c.statement.hasOneOf(otherAreas) {
		return false
	}
	n := slices.Index(c.statement.claims, t.claim) - 1
	return n >= 0 && c.statement.claims[n].Verdict == Unread && c.statement.claims[n].Measure == saysValue && c.statement.claims[n].Subject == t.claim.Subject
}
