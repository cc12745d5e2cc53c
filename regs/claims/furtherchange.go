package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// furtherChange reads a change since another year behind the one that the clause before gives: "fell by 2.2% over the year, and
// by 10.1% since 2020/21", "a reduction of 11.9% on the previous year and of almost a quarter since 2023/24".
func (c *clause) furtherChange() {
	if c.lead != "and" && c.lead != "," || len(c.subjects) > 0 || len(c.qs) != 1 || c.not || len(c.statement.claims) == 0 {
		return
	}
	var size *placed
	var since *lex.Item
	for i, it := range c.items {
		switch it.Class {
		case language.IsQuantity:
			size = c.qs[0]
		case language.IsPeriod:
			if since != nil || size == nil {
				return
			}
			since = it
		case language.IsRole:
			if i == 0 && it.Role != "by" && it.Role != "of" || i > 0 && (size == nil || it.Role != "since" && it.Role != "from") {
				return
			}
		case language.IsVersus, language.IsHedge:
		case language.IsPlain:
			if it.Text != "about" && it.Text != "the" {
				return
			}
		default:
			return
		}
	}
	if size == nil || since == nil || c.items[0].Class != language.IsRole || size.Q.Ref != nil || size.Q.Unit == facts.Bare && size.Q.Fraction {
		return
	}
	before := c.statement.claims[len(c.statement.claims)-1]
	t := c.things[before.Subject]
	sign := c.statement.movedBefore(c.items[0])
	if before.Measure != saysChange || before.Verdict == Unread || before.Scope != "area" || t == nil || t.Survey || sign == 0 {
		return
	}
	face := facts.FaceValue
	if t.Kind == facts.Money {
		face = facts.FaceSpend
	}
	at := c.facts.Year
	if n := c.facts.Newest(t, face, facts.Own); n != 0 {
		at = n
	}
	var ways []facts.Way
	for _, base := range c.basesOf(since, t, face, at) {
		ways = append(ways, c.facts.Delta(t, face, facts.Own, base, at, sign, size.Q))
	}
	if len(ways) == 0 {
		return
	}
	size.used = true
	cl := c.tell(saysChange, size.Item, t, facts.Own, ways)
	cl.Quantity, cl.Unit = size.Q.Bounds(), size.Q.Unit
	c.slipOfDelta(cl, t, face, facts.Own, sign, size.Q, ways)
}

// basesOf are the years since which something is said to have changed up to another.
func (c *clause) basesOf(since *lex.Item, t *facts.Thing, face facts.Face, at int) []int {
	switch {
	case since.Word == "over":
		return []int{at - since.Year, at - since.Year + 1}
	case since.Word == "onyear":
		return []int{at - 1}
	case since.Word == "first":
		return []int{c.facts.First}
	case since.Known, since.Word == "ago", since.Entry.Year == 1, strings.HasPrefix(since.Text, "on "):
		return c.resolve(t, face, c.yearsOf(since))
	}
	return nil
}

// movedBefore is the way of the last word before an item that says how something moved, 0 for none.
func (s *statement) movedBefore(it *lex.Item) (sign int) {
	for i := range s.items {
		if x := &s.items[i]; x.Start < it.Start && x.Class == language.IsMove && !x.Judge && !x.Adj {
			sign = x.N
		}
	}
	return sign
}

// areaAside reports whether an authority, or Scotland, is one that the clause doesn't name, and whose figure the sentence gave only
// beside ours: "42.2% of carers feel supported, Scotland 33.6%, after a rise of nine points".
func (c *clause) areaAside(area string) bool {
	return area != facts.Own && !facts.IsLocality(area) && c.lead == "," && len(c.subjects) == 0 &&
		slices.ContainsFunc(c.statement.claims, func(cl *Claim) bool { return cl.Verdict == Confirmed && cl.Scope == "area" }) &&
		!slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsArea })
}
