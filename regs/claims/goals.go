package claims

// This file finds which figure is a target's where no word next to it says so.

// targetInBrackets reports whether a figure in brackets is that of a target: "missed its target (75%)",
// "fell short of its target (60% against 75%)".
func (c *clause) targetInBrackets(q *placed) bool {
	if c.lead != "(" || c.after == nil || q.q.ref != nil || c.next(q.i) >= 0 || c.has(isMove, isBeside, isPeriod, isArea) >= 0 {
		return false
	}
	against := c.is(c.prev(q.i), isVersus) && c.is(c.prev(c.prev(q.i)), isQuantity)
	if len(c.qs) > 1 && !against {
		return false
	}
	if c.after.class == isFace && c.after.face == target {
		return true
	}
	t := c.only
	if !against || t == nil || t.Kind != isMeasure || !c.speaksOfTarget() {
		return false
	}
	goal, ok := c.goal(t, own)
	return ok && fits(q.q.in(), goal) // "missed its target for the wait (11.0 weeks against 8.0 weeks)"
}

// speaksOfTarget reports whether a target is named before the clause.
func (c *clause) speaksOfTarget() bool {
	for i := range c.statement.items {
		if it := &c.statement.items[i]; it.start < c.items[0].start && it.class == isFace && it.face == target {
			return true
		}
	}
	return false
}
