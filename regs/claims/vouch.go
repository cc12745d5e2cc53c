package claims

import (
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// vouched reports whether the figures of the clause say by themselves that it is about the
// sentence's only subject as a whole, so that words before them that aren't understood narrow
// nothing: "On co-ordination of services we scored 60.2%". Figures of three digits together
// have to be the subject's; no word behind the last of them may be unknown.
func (c *clause) vouched() bool {
	s, t := c.statement, c.statement.only
	if t == nil || t.Kind == facts.Count || t.Kind == facts.People {
		return false
	}
	if slices.ContainsFunc(c.items, (*lex.Item).PartOfYear) {
		return false // another figure of the same kind
	}
	if !slices.ContainsFunc(c.qs, func(q *placed) bool { return c.rightNow(t, q.Q) }) {
		return false // "in care homes falls put 22.9 …": that it was ours in another year says nothing
	}
	digits, last, end := 0, -1, c.vouchesUntil()
	for i := range s.items {
		it := &s.items[i]
		if it.Start < c.items[0].Start || it.Start >= end {
			continue
		}
		if it.Class != language.IsQuantity || it.Q.Ref != nil || it.Q.Fraction || it.Q.Hedged || it.Q.Value == nil {
			continue
		}
		if s.isOne(t, it.Q, i) {
			digits, last = digits+exact.Significant(it.Q.Value), i
		}
	}
	if digits < 3 {
		return false
	}
	for i := last + 1; i < len(s.items); i++ {
		if s.items[i].Class == language.IsUnknown && s.items[i].Start < end {
			return false
		}
	}
	return true
}

// rightNow reports whether a figure is that of a thing in the reporting year, or in one that the
// sentence names.
func (c *clause) rightNow(t *facts.Thing, q *facts.Quantity) bool {
	face := facts.FaceValue
	if t.Kind == facts.Money {
		face = facts.FaceSpend
	}
	for _, y := range append(c.resolve(t, face, c.statement.stated()), c.facts.Newest(t, face, facts.Own)) {
		if v, ok := c.facts.At(t, face, facts.Own, y); ok && q.Value != nil && facts.Fits(q.In(), v) {
			return true
		}
	}
	return false
}

// vouchesUntil is the byte where the words end of which figures vouch for a clause: with the
// figures that its change is from and to where they follow.
func (c *clause) vouchesUntil() int {
	_, end := c.words()
	for i := range c.statement.items {
		it := &c.statement.items[i]
		if it.Start < end || it.Class == language.IsMark && it.Word == "," {
			continue
		}
		if it.Class == language.IsMove && (it.Text == "up" || it.Text == "down") && i+1 < len(c.statement.items) && c.statement.items[i+1].Role == "from" {
			continue // ", up from 655"
		}
		if it.Class != language.IsVersus && !(it.Class == language.IsRole && (it.Role == "from" || it.Role == "to")) {
			return end
		}
		for k := i; k < len(c.statement.items) && c.statement.items[k].Class != language.IsMark && c.statement.items[k].Class != language.IsBreak; k++ {
			end = c.statement.items[k].End
		}
		return end
	}
	return end
}

// isOne reports whether a figure is one that the data have of a thing, or of Scotland where
// that is named.
func (s *statement) isOne(t *facts.Thing, q *facts.Quantity, i int) bool {
	faces, areas := []facts.Face{facts.FaceValue}, []string{facts.Own}
	if t.Kind == facts.Money {
		faces = []facts.Face{facts.FaceSpend, facts.FacePlan}
	}
	if s.speaksOf(facts.Scotland) {
		areas = append(areas, facts.Scotland)
	}
	for _, face := range faces {
		if !sameUnit(t, face, q) {
			continue
		}
		for _, area := range areas {
			for y := s.facts.First; y <= s.facts.Year; y++ {
				if v, ok := s.facts.At(t, face, area, y); ok && facts.Fits(q.In(), v) {
					return true
				}
			}
		}
	}
	return false
}
