package claims

import (
	"slices"
	"strings"
)

// This file reads what was spent for each person in several localities: "we spent about £2,150 a head on the coast,
// £2,120 in Strathmoor and £1,980 in Glenside".

// headsListed reads it where each amount has a locality and each locality an amount.
func (s *statement) headsListed() {
	if s.negated() || s.unsureMood() || !anyOf(s.items, func(x *item) bool {
		return x.class == isFace && x.face == perHead || x.text == "each" || x.text == "apiece"
	}) {
		return
	}
	var sums []*item
	var areas []string
	order, opened := "", "" // the locality before a colon, which "there" may name
	for i := range s.items {
		it := &s.items[i]
		switch it.class {
		case isQuantity:
			if it.q.unit != pounds || it.q.ref != nil || it.q.value == nil || it.q.value.Cmp(rat(100_000, 1)) > 0 {
				return
			}
			sums, order = append(sums, it), order+"s"
		case isArea:
			if !isLocality(it.area) && it.area != own {
				return
			}
			if isLocality(it.area) {
				areas, order = append(areas, it.area), order+"a"
			}
		case isMark:
			if it.word == ":" && len(sums) == 0 {
				if len(areas) != 1 {
					return
				}
				opened, areas, order = areas[0], nil, ""
			}
		case isPlain, isRole, isLives, isHedge, isVersus:
			if it.text == "there" && opened != "" {
				areas, order = append(areas, opened), order+"a"
			}
			if it.ordinal > 0 || it.text == "between" || it.class == isRole && it.role != "in" && it.role != "to" && it.role != "of" && it.role != "by" && it.role != "from" {
				return
			}
		case isBreak:
			if !slices.Contains([]string{"and", "while", "but", "whereas", "compared"}, it.word) && !slices.Contains([]string{"and", "while", "but", "whereas"}, it.text) {
				return
			}
		case isFace:
			if it.face != spend && it.face != perHead {
				return
			}
		case isExtreme:
			if len(sums) > 0 {
				return // "the highest of the three"
			}
		case isPeriod:
			if !s.now(it) {
				return
			}
		case isUnknown:
			if !strings.HasPrefix(it.text, "localit") {
				return
			}
		case isSubject:
			if it.thing.ID != "count:localities" && it.thing.ID != "total" && it.thing.ID != "population" {
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
		v, ok := s.facts.at(t, perHead, own, s.facts.Year)
		if !ok || !(&clause{statement: s}).near(t, perHead, own, it.q, rat(1, 2), rat(2, 1)) {
			return
		}
		if s.heldAt(it) {
			continue
		}
		cl := s.tellAt(saysValue, it, t, own, way{year: s.facts.Year, truth: truthOf(fits(it.q.in(), v)), expected: v.Display, evidence: proof(v, s.facts.Year)})
		cl.Quantity, cl.Unit = it.q.bounds(), pounds
	}
	s.understood(0, len(s.items))
}
