package claims

import (
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads which place an indicator has among the areas of the family, behind a comma and with their number: "42.2%, second
// best of the four authorities in our family".

// familyBest holds such a place where the statement is of one indicator's newest figure and of nothing else.
func (s *statement) familyBest() bool {
	if s.lacks(language.IsExtreme) || len(s.facts.Family) == 0 || s.locality != "" || s.negated() || s.unsureMood() || len(s.all) != 1 || s.all[0].Kind != facts.Indicator {
		return false
	}
	t, e, family := s.all[0], -1, -1
	for i := range s.items {
		it := &s.items[i]
		switch it.Class {
		case language.IsExtreme:
			if e >= 0 {
				return false
			}
			e = i
		case language.IsArea:
			if family >= 0 || !lex.IsFamily(it) && it.Area != facts.Own {
				return false
			}
			if lex.IsFamily(it) {
				family = i
			}
		case language.IsPeriod:
			if !s.now(it) {
				return false
			}
		case language.IsMark:
			if it.Word != "," {
				return false
			}
		case language.IsMove:
			if it.Adj {
				return false
			}
		case language.IsSubject, language.IsQuantity, language.IsPlain, language.IsRole, language.IsHedge:
		default:
			return false
		}
	}
	if e < 1 || family < e || family+1 < len(s.items) && s.items[family+1].Class != language.IsMark || s.heldAt(&s.items[e]) || !s.familyBehind(e, family) {
		return false
	}
	rank, k := 1, e-1
	if s.items[k].Ordinal > 0 {
		rank, k = int(s.items[k].Ordinal), k-1
	}
	if s.text(k) == "the" {
		k--
	}
	if k < 0 || s.items[k].Class != language.IsMark && !slices.Contains([]string{"was", "were", "is", "are"}, s.text(k)) {
		return false
	}
	return s.holdFamilyBest(t, e, rank)
}

// familyBehind reports whether between a superlative and the family nothing stands but how many areas it has.
func (s *statement) familyBehind(e, family int) bool {
	for i := e + 1; i < family; i++ {
		it := &s.items[i]
		switch {
		case it.Class == language.IsQuantity:
			if it.Q.Unit != facts.Bare || it.Q.Value == nil || it.Q.Value.Cmp(exact.Rat(int64(len(s.facts.Family)+1), 1)) != 0 {
				return false
			}
		case it.Text != "the" && it.Text != "areas" && it.Text != "authorities" && it.Text != "partnerships" && it.Role != "of" && it.Role != "in":
			return false
		}
	}
	return true
}

// holdFamilyBest holds the place.
func (s *statement) holdFamilyBest(t *facts.Thing, e, rank int) bool {
	year, sign := s.facts.Newest(t, facts.FaceValue, facts.Own), s.items[e].Sign(t)
	w := s.facts.PlacedInFamily(t, year, sign, rank)
	if w.Expected == "" || sign == 0 {
		return false
	}
	s.understood(0, len(s.items))
	s.tellAt(saysRank, &s.items[e], t, facts.Own, w).Comparator = s.items[e].Text
	return true
}
