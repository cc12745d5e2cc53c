package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file has words of reports in plain English, and turns of phrase that are read as others are:
// "half as high again as" as "50% higher than", and "above it" of a place that was named before.

// saidBy reports whether a share is that of those by whom something is said to be felt or thought: "was described as good by
// 71.0% of those who had it".
func (c *clause) saidBy(q *placed, t *facts.Thing) bool {
	p := c.prev(q.i)
	if p < 0 || !t.Survey || q.Q.Unit != facts.Percent || q.Q.Ref != nil || c.moves() || !c.roleAt(q.i+1, "of") || q.i+2 >= len(c.items) || c.items[p].Text != "by" {
		return false
	}
	next := q.i + 2
	for next+1 < len(c.items) && (c.items[next].Text == "the" || c.items[next].Text == "our") {
		next++
	}
	switch language.LastWord(c.items[next].Text) {
	case "those":
		return next+1 < len(c.items) && slices.Contains([]string{"who", "whom", "getting", "receiving", "supported"}, c.items[next+1].Text) && !c.says("wrote", "replied", "answered")
	case "people", "adults", "patients", "respondents", "users", "carers", "them":
		return true
	}
	return false
}
