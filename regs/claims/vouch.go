package claims

import (
	"math/big"
)

// vouched reports whether the figures of the sentence say by themselves that it is about its
// only subject as a whole, so that words before them that aren't understood narrow nothing:
// "On co-ordination of services we scored 60.2%, below Scotland's 59.9%". Figures of three
// digits together have to be the subject's; no word behind the last of them may be
// unknown.
func (s *statement) vouched() bool {
	t := s.only
	if t == nil || t.Kind == isCount || t.Kind == isPeople {
		return false
	}
	digits, last := 0, -1
	for i := range s.items {
		it := &s.items[i]
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
		if s.items[i].class == isUnknown {
			return false
		}
	}
	return true
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
	for _, c := range decimal(v) {
		if c >= '1' && c <= '9' || c == '0' && n > 0 {
			n++
		}
	}
	for u, ten := new(big.Rat).Set(v), big.NewRat(1, 10); u.IsInt() && u.Sign() != 0; n-- {
		if u.Mul(u, ten); !u.IsInt() {
			break
		}
	}
	return n
}
