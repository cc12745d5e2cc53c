package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// cutMultiple leaves out a multiple that isn't a whole number, and what it is of: "two and a half times what they were in
// 2020/21", whose figure and year aren't the clause's.
func (c *clause) cutMultiple() {
	for i := 0; i+2 < len(c.items); i++ {
		q := c.items[i].Q
		if c.items[i].Class != language.IsQuantity || q.Unit != facts.Bare || q.Fraction || c.items[i+1].Text != "times" || !c.is(i+2, language.IsArea, language.IsPeriod, language.IsFace, language.IsQuantity) && !slices.Contains([]string{"as", "that", "those", "the", "its", "their", "what", "our"}, c.items[i+2].Text) {
			continue
		}
		c.leaveUnread(c.items[i], c.items[len(c.items)-1], "only whole multiples are read")
		c.items = c.items[:i]
		return
	}
}
