package claims

import (
	"slices"
	"strings"
)

// This file reads an amount's shares of the money in several years, and which way its share has gone since one.

// sharesOfYears reads "a growing share every year: 27.8% in 2020/21, almost a third now". A share that is right
// of its year has to vouch for it that the others are of the same money.
func (s *statement) sharesOfYears() {
	if s.lacks(isQuantity) {
		return
	}
	t := s.soleAmount()
	if t == nil || t.Group == "" || t.Group == "partner" || s.locality != "" || s.negated() || s.unsureMood() || !s.saysShare() {
		return
	}
	right := 0
	var open []*item
	var years []int
	for i := range s.items {
		it := &s.items[i]
		if it.class != isQuantity || it.q.unit != percent || it.q.ref != nil || it.q.value == nil {
			continue
		}
		y := s.yearOfShare(i)
		if y == 0 {
			continue
		}
		w, all := s.facts.level(t, share, own, y, it.q), s.facts.ofAll(t, y, it.q)
		switch {
		case w.truth == yes || all.truth == yes:
			if !it.q.fraction && significant(it.q.value) > 2 {
				right++
			}
			if it.q.fraction && it.q.hedge == plainly {
				right++
			}
		case w.truth == no && !s.heldAt(it):
			open, years = append(open, it), append(years, y)
		}
	}
	if right == 0 {
		return
	}
	for n, it := range open {
		cl := s.tellAt(saysShare, it, t, own, s.facts.level(t, share, own, years[n], it.q), s.facts.ofAll(t, years[n], it.q))
		cl.Quantity, cl.Unit = it.q.bounds(), percent
	}
}

// saysShare reports whether the sentence speaks of a share of the money, and of no other money than the
// board's.
func (s *statement) saysShare() bool {
	said := false
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.class == isArea && it.area != own && !isLocality(it.area), it.class == isFace && it.face != spend, it.class == isUnknown && !it.demoted && !strings.HasSuffix(it.text, " up") && it.text != "groups":
			return false
		case it.class == isLives:
			return false
		case it.class == isBase:
			said = true
		case slices.Contains([]string{"share", "part", "slice", "portion", "proportion"}, it.text):
			if said = true; i+1 < len(s.items) && s.items[i+1].class == isRole && s.items[i+1].role == "of" {
				return false // of something else
			}
		case it.text == "money" && i > 0 && s.items[i-1].class != isPlain:
			return false
		}
	}
	return said
}

// yearOfShare is the year that stands right behind the share at i, "27.8% in 2020/21", "over a third now"; 0 for
// none.
func (s *statement) yearOfShare(i int) int {
	for k := i + 1; k < len(s.items); k++ {
		switch it := &s.items[k]; {
		case it.class == isPeriod && it.known && !it.calendar:
			return it.year
		case it.class == isPeriod && it.text == "this year", it.text == "now", it.text == "today", it.text == "currently":
			return s.facts.Year
		case it.class == isBase, it.class == isRole && it.text == "in":
		default:
			return 0
		}
	}
	return 0
}

// shareSince reads which way an amount's share has gone since a year of which the sentence gives it: "took
// 10.1% of the money in 2020/21, since when its part has grown".
func (s *statement) shareSince() {
	if s.lacks(isQuantity) {
		return
	}
	t := s.soleAmount()
	if t == nil || s.locality != "" || s.negated() || s.unsureMood() {
		return
	}
	base, from := 0, 0
	for i := range s.items {
		it := &s.items[i]
		if it.class != isQuantity {
			continue
		}
		if base != 0 || it.q.unit != percent || it.q.ref != nil || it.q.value == nil {
			return
		}
		y := s.yearOfShare(i)
		if y == 0 || y >= s.facts.Year || s.facts.level(t, share, own, y, it.q).truth != yes && s.facts.ofAll(t, y, it.q).truth != yes {
			return
		}
		base, from = y, i+1
	}
	if base == 0 {
		return
	}
	since, shared, move := false, false, (*item)(nil)
	for i := from; i < len(s.items); i++ {
		it := &s.items[i]
		switch {
		case it.class == isPeriod && it.known && !since && move == nil && !shared: // that of the share
		case it.text == "since" || it.text == "since when" || it.text == "since then":
			since = true
		case slices.Contains([]string{"share", "part", "slice", "portion", "proportion"}, it.text):
			shared = true
		case it.class == isMove && !it.adj && move == nil && (!it.judge || strings.HasSuffix(it.text, "ground")):
			move = it
			shared = shared || strings.HasSuffix(it.text, "ground")
		case it.class == isPlain, it.class == isMark && it.word != ":", it.class == isBase, it.class == isRole && it.text == "in" && !since && !shared, it.class == isBreak && it.word == "and", it.text == "when":
		default:
			return
		}
	}
	a, okA := s.facts.at(t, share, own, base)
	b, okB := s.facts.at(t, share, own, s.facts.Year)
	if !since || !shared || move == nil || !okA || !okB || sameShown(a, b) || s.heldAt(move) {
		return
	}
	cl := s.tellAt(saysChange, move, t, own, way{year: s.facts.Year, base: base, truth: truthOf(b.Exact.Cmp(a.Exact) == move.n), expected: fromTo(a, b, base, s.facts.Year), evidence: append(proof(b, s.facts.Year), proof(a, base)...)})
	cl.Comparator = move.text
}
