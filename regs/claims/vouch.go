package claims

import (
	"math/big"
	"slices"
	"strings"
)

// vouched reports whether the figures of the clause say by themselves that it is about the
// sentence's only subject as a whole, so that words before them that aren't understood narrow
// nothing: "On co-ordination of services we scored 60.2%". Figures of three digits together
// have to be the subject's; no word behind the last of them may be unknown.
func (c *clause) vouched() bool {
	s, t := c.statement, c.statement.only
	if t == nil || t.Kind == isCount || t.Kind == isPeople {
		return false
	}
	if slices.ContainsFunc(c.items, (*item).partOfYear) {
		return false // another figure of the same kind
	}
	if !slices.ContainsFunc(c.qs, func(q *placed) bool { return c.rightNow(t, q.q) }) {
		return false // "in care homes falls put 22.9 …": that it was ours in another year says nothing
	}
	digits, last, end := 0, -1, c.vouchesUntil()
	for i := range s.items {
		it := &s.items[i]
		if it.start < c.items[0].start || it.start >= end {
			continue
		}
		if it.class != isQuantity || it.q.ref != nil || it.q.fraction || it.q.hedged || it.q.value == nil {
			continue
		}
		if s.isOne(t, it.q, i) {
			digits, last = digits+significant(it.q.value), i
		}
	}
	if digits < 3 {
		return false
	}
	for i := last + 1; i < len(s.items); i++ {
		if s.items[i].class == isUnknown && s.items[i].start < end {
			return false
		}
	}
	return true
}

// rightNow reports whether a figure is that of a thing in the reporting year, or in one that the
// sentence names.
func (c *clause) rightNow(t *Thing, q *quantity) bool {
	face := value
	if t.Kind == isMoney {
		face = spend
	}
	for _, y := range append(c.resolve(t, face, c.statement.stated()), c.facts.newest(t, face, own)) {
		if v, ok := c.facts.at(t, face, own, y); ok && q.value != nil && fits(q.in(), v) {
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
		if it.start < end || it.class == isMark && it.word == "," {
			continue
		}
		if it.class == isMove && (it.text == "up" || it.text == "down") && i+1 < len(c.statement.items) && c.statement.items[i+1].role == "from" {
			continue // ", up from 655"
		}
		if it.class != isVersus && !(it.class == isRole && (it.role == "from" || it.role == "to")) {
			return end
		}
		for k := i; k < len(c.statement.items) && c.statement.items[k].class != isMark && c.statement.items[k].class != isBreak; k++ {
			end = c.statement.items[k].end
		}
		return end
	}
	return end
}

// isOne reports whether a figure is one that the data have of a thing, or of Scotland where
// that is named.
func (s *statement) isOne(t *Thing, q *quantity, i int) bool {
	faces, areas := []Face{value}, []string{own}
	if t.Kind == isMoney {
		faces = []Face{spend, plan}
	}
	if s.speaksOf(scotland) {
		areas = append(areas, scotland)
	}
	for _, face := range faces {
		if !sameUnit(t, face, q) {
			continue
		}
		for _, area := range areas {
			for y := s.facts.First; y <= s.facts.Year; y++ {
				if v, ok := s.facts.at(t, face, area, y); ok && fits(q.in(), v) {
					return true
				}
			}
		}
	}
	return false
}

// significant is how many digits a figure has that aren't zeros of rounding.
func significant(v *big.Rat) int {
	n := 0
	if whole, d, ok := small(v); ok && d == 1 {
		for ; whole != 0; whole /= 10 {
			if n > 0 || whole%10 != 0 {
				n++
			}
		}
		return n
	}
	for _, c := range decimal(v) {
		if c >= '1' && c <= '9' || c == '0' && n > 0 {
			n++
		}
	}
	for u, ten := v, rat(1, 10); u.IsInt() && u.Sign() != 0; n-- {
		if u = mulRat(u, ten); !u.IsInt() {
			break
		}
	}
	return n
}

// partOfYear reports whether an item is of a part of a year: "in the first half of the year".
func (it *item) partOfYear() bool {
	return it.class == isUnknown && (strings.Contains(it.text, "half") || strings.Contains(it.text, "quarter") || strings.Contains(it.text, "month"))
}
