package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what was spent for each person in several localities: "we spent about £2,150 a head on the coast,
// £2,120 in Strathmoor and £1,980 in Glenside".

// headsListed reads it where each amount has a locality and each locality an amount.
func (s *statement) headsListed() {
	if s.negated() || s.unsureMood() || !language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsFace && x.Face == facts.FacePerHead || x.Text == "each" || x.Text == "apiece"
	}) {
		return
	}
	var sums []*lex.Item
	var areas []string
	order, opened := "", "" // the locality before a colon, which "there" may name
	for i := range s.items {
		it := &s.items[i]
		switch it.Class {
		case language.IsQuantity:
			if it.Q.Unit != facts.Pounds || it.Q.Ref != nil || it.Q.Value == nil || it.Q.Value.Cmp(exact.Rat(100_000, 1)) > 0 {
				return
			}
			sums, order = append(sums, it), order+"s"
		case language.IsArea:
			if !facts.IsLocality(it.Area) && it.Area != facts.Own {
				return
			}
			if facts.IsLocality(it.Area) {
				areas, order = append(areas, it.Area), order+"a"
			}
		case language.IsMark:
			if it.Word == ":" && len(sums) == 0 {
				if len(areas) != 1 {
					return
				}
				opened, areas, order = areas[0], nil, ""
			}
		case language.IsPlain, language.IsRole, language.IsLives, language.IsHedge, language.IsVersus:
			if it.Text == "there" && opened != "" {
				areas, order = append(areas, opened), order+"a"
			}
			if it.Ordinal > 0 || it.Text == "between" || it.Class == language.IsRole && it.Role != "in" && it.Role != "to" && it.Role != "of" && it.Role != "by" && it.Role != "from" {
				return
			}
		case language.IsBreak:
			if !slices.Contains([]string{"and", "while", "but", "whereas", "compared"}, it.Word) && !slices.Contains([]string{"and", "while", "but", "whereas"}, it.Text) {
				return
			}
		case language.IsFace:
			if it.Face != facts.FaceSpend && it.Face != facts.FacePerHead {
				return
			}
		case language.IsExtreme:
			if len(sums) > 0 {
				return // "the highest of the three"
			}
		case language.IsPeriod:
			if !s.now(it) {
				return
			}
		case language.IsUnknown:
			if !strings.HasPrefix(it.Text, "localit") {
				return
			}
		case language.IsSubject:
			if it.Thing.ID != "count:localities" && it.Thing.ID != "total" && it.Thing.ID != "population" {
				return
			}
		default:
			return
		}
	}
	if len(sums) < 2 || len(sums) != len(areas) || strings.Contains(order, "ss") || strings.Contains(order, "aa") {
		return
	}
	for n, it := range sums {
		t := s.things[areas[n]]
		if t == nil || slices.Contains(areas[:n], areas[n]) {
			return
		}
		v, ok := s.facts.At(t, facts.FacePerHead, facts.Own, s.facts.Year)
		if !ok || !(&clause{statement: s}).near(t, facts.FacePerHead, facts.Own, it.Q, exact.Rat(1, 2), exact.Rat(2, 1)) {
			return
		}
		if s.heldAt(it) {
			continue
		}
		cl := s.tellAt(saysValue, it, t, facts.Own, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(facts.Fits(it.Q.In(), v)), Expected: v.Display, Evidence: facts.Proof(v, s.facts.Year)})
		cl.Quantity, cl.Unit = it.Q.Bounds(), facts.Pounds
	}
	s.understood(0, len(s.items))
}
