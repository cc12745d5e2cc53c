package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file says when a clause may be of something else than what the sentence names, by a word of it: of other places, of one
// of the areas that are compared, of a budget.

// ofOthersThanNamed is why a contradiction may be of something else than what is named; "" where it isn't.
func (c *clause) ofOthersThanNamed(t told) string {
	switch {
	case t.claim.Measure == saysChange && c.has(language.IsPeriod) < 0 && c.saysElsewhere():
		return "it may be of other places"
	case (t.claim.Measure == saysChange || t.claim.Measure == saysComparison) && c.ofOneCompared():
		return "it may be of one of the areas that are compared"
	case t.claim.Measure == saysValue && t.thing.Kind != facts.Money && c.statement.asksSome(c):
		return "it may be of those who were asked"
	case t.claim.Measure == saysChange && t.item.Class == language.IsQuantity && c.changedBefore(t):
		return "it may be the change of the year before"
	case t.claim.Measure == saysVariance && c.saysWhatItIsNot():
		return "it says what something isn't"
	case t.claim.Measure == saysVariance && t.thing.ID == "total" && c.ofUnnamedAmount():
		return "it isn't clear of which amount it is"
	case t.claim.Measure == saysValue && t.thing.Kind == facts.Money && c.says("had") && t.item.Q != nil && c.facts.Level(t.thing, facts.FacePlan, facts.Own, c.facts.Year, t.item.Q).Truth == facts.Yes:
		return "it may be what was planned" // "carers' services had £3.0m and used £2.9m of it"
	}
	return ""
}

// saysElsewhere reports whether "elsewhere" follows the clause in the same part of the sentence: "increases in delayed
// discharges and bed days elsewhere were larger".
func (c *clause) saysElsewhere() bool {
	from := c.items[len(c.items)-1].End
	for i := range c.statement.items {
		switch it := &c.statement.items[i]; {
		case it.Start < from:
		case it.Class == language.IsMark:
			return false
		case it.Text == "elsewhere":
			return true
		}
	}
	return false
}

// ofOneCompared reports whether the clause is of one of the areas of the family, of which the sentence counted some: "two of
// our three comparators have fewer, and one has more".
func (c *clause) ofOneCompared() bool {
	if len(c.subjects) > 0 || c.items[0].Text != "one" && !(len(c.items) > 1 && c.items[0].Class == language.IsBreak && c.items[1].Text == "one") {
		return false
	}
	return language.AnyOf(c.statement.items, func(x *lex.Item) bool { return lex.IsFamily(x) && x.Start < c.items[0].Start })
}

// asksSome reports whether the sentence says before the clause of how many somebody asked something: "the centre asked 230 of its
// members: 36% felt supported".
func (s *statement) asksSome(c *clause) bool {
	for i := range s.items {
		if it := &s.items[i]; it.Start < c.items[0].Start && slices.Contains([]string{"asked", "surveyed", "polled", "questioned", "interviewed"}, it.Text) && s.itemIs(i+1, language.IsQuantity) && s.items[i+1].Q.Unit == facts.Bare {
			return true
		}
	}
	return false
}

// changedBefore reports whether the year before is right behind a change, and not that since which it is, and this year's
// change follows: "dropped by 338 the year before and by 282 this time".
func (c *clause) changedBefore(t told) bool {
	i := slices.Index(c.items, t.item) + 1
	for i < len(c.items) && c.items[i].Class != language.IsPeriod {
		if c.items[i].Class == language.IsThan || c.items[i].Class == language.IsRole || c.items[i].Class == language.IsBreak {
			return false
		}
		i++
	}
	if i >= len(c.items) || c.items[i].Entry.Year != 1 || strings.HasPrefix(c.items[i].Text, "on ") || strings.HasPrefix(c.items[i].Text, "since ") {
		return false
	}
	lower := c.lowerText(c.items[i].End, c.statement.end)
	return strings.Contains(lower, "this time") || strings.Contains(lower, "this year")
}

// saysWhatItIsNot reports whether the clause says of something before it what it isn't: "That is not the overspend."
func (c *clause) saysWhatItIsNot() bool {
	first := c.items[0].Text
	return c.not && (first == "that" || first == "this" || first == "it") && c.says("the") && len(c.qs) == 0
}

// ofUnnamedAmount reports whether an over- or underspend is of "this", and the sentence before said nothing of all that was
// spent.
func (c *clause) ofUnnamedAmount() bool {
	s := c.statement
	return len(c.subjects) == 0 && len(c.items) > 1 && (c.items[0].Text == "this" || c.items[0].Text == "that") &&
		slices.Contains([]string{"is", "was", "came", "went", "made", "left", "meant"}, c.items[1].Text) && s.sequel == nil && !s.spentAll
}
