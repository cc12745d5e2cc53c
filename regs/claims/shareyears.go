package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads an amount's shares of the money in several years, and which way its share has gone since one.

// sharesOfYears reads "a growing share every year: 27.8% in 2020/21, almost a third now". A share that is right
// of its year has to vouch for it that the others are of the same money.
func (s *statement) sharesOfYears() {
	if !s.writes {
		return
	}
	t := s.soleAmount()
	if t == nil || t.Group == "" || t.Group == "partner" || s.locality != "" || s.negated() || s.unsureMood() || !s.saysShare() {
		return
	}
	right := 0
	var open []*lex.Item
	var years []int
	for i := range s.items {
		it := &s.items[i]
		if it.Class != language.IsQuantity || it.Q.Unit != facts.Percent || it.Q.Ref != nil || it.Q.Value == nil {
			continue
		}
		y := s.yearOfShare(i)
		if y == 0 {
			continue
		}
		w, all := s.facts.Level(t, facts.FaceShare, facts.Own, y, it.Q), s.facts.OfAll(t, y, it.Q)
		switch {
		case w.Truth == facts.Yes || all.Truth == facts.Yes:
			if !it.Q.Fraction && exact.Significant(it.Q.Value) > 2 {
				right++
			}
			if it.Q.Fraction && it.Q.Hedge == facts.Plainly {
				right++
			}
		case w.Truth == facts.No && !s.heldAt(it):
			open, years = append(open, it), append(years, y)
		}
	}
	if right == 0 {
		return
	}
	for n, it := range open {
		cl := s.tellAt(saysShare, it, t, facts.Own, s.facts.Level(t, facts.FaceShare, facts.Own, years[n], it.Q), s.facts.OfAll(t, years[n], it.Q))
		cl.Quantity, cl.Unit = it.Q.Bounds(), facts.Percent
	}
}

// namesOfShare are nouns for a share of something.
var namesOfShare = []string{"share", "part", "slice", "portion", "proportion"}

// saysShare reports whether the sentence speaks of a share of the money, and of no other money than the
// board's.
func (s *statement) saysShare() bool {
	said := false
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsArea && it.Area != facts.Own && !facts.IsLocality(it.Area), it.Class == language.IsFace && it.Face != facts.FaceSpend, it.Class == language.IsUnknown && !it.Demoted && !strings.HasSuffix(it.Text, " up") && it.Text != "groups":
			return false
		case it.Class == language.IsLives:
			return false
		case it.Class == language.IsBase:
			said = true
		case slices.Contains(namesOfShare, it.Text):
			if said = true; i+1 < len(s.items) && s.items[i+1].Class == language.IsRole && s.items[i+1].Role == "of" {
				return false // of something else
			}
		case it.Text == "money" && i > 0 && s.items[i-1].Class != language.IsPlain:
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
		case it.Class == language.IsPeriod && it.Known && !it.Calendar:
			return it.Year
		case it.Class == language.IsPeriod && it.Text == "this year", it.Text == "now", it.Text == "today", it.Text == "currently":
			return s.facts.Year
		case it.Class == language.IsBase, it.Class == language.IsRole && it.Text == "in":
		default:
			return 0
		}
	}
	return 0
}

// shareSince reads which way an amount's share has gone since a year of which the sentence gives it: "took
// 10.1% of the money in 2020/21, since when its part has grown".
func (s *statement) shareSince() {
	if s.lacks(language.IsQuantity) {
		return
	}
	t := s.soleAmount()
	if t == nil || s.locality != "" || s.negated() || s.unsureMood() {
		return
	}
	base, from := 0, 0
	for i := range s.items {
		it := &s.items[i]
		if it.Class != language.IsQuantity {
			continue
		}
		if base != 0 || it.Q.Unit != facts.Percent || it.Q.Ref != nil || it.Q.Value == nil {
			return
		}
		y := s.yearOfShare(i)
		if y == 0 || y >= s.facts.Year || s.facts.Level(t, facts.FaceShare, facts.Own, y, it.Q).Truth != facts.Yes && s.facts.OfAll(t, y, it.Q).Truth != facts.Yes {
			return
		}
		base, from = y, i+1
	}
	if base == 0 {
		return
	}
	since, shared, move := false, false, (*lex.Item)(nil)
	for i := from; i < len(s.items); i++ {
		it := &s.items[i]
		switch {
		case it.Class == language.IsPeriod && it.Known && !since && move == nil && !shared: // that of the share
		case it.Text == "since" || it.Text == "since when" || it.Text == "since then":
			since = true
		case slices.Contains(namesOfShare, it.Text):
			shared = true
		case it.Class == language.IsMove && !it.Adj && move == nil && (!it.Judge || strings.HasSuffix(it.Text, "ground")):
			move = it
			shared = shared || strings.HasSuffix(it.Text, "ground")
		case it.Class == language.IsPlain, it.Class == language.IsMark && it.Word != ":", it.Class == language.IsBase, it.Class == language.IsRole && it.Text == "in" && !since && !shared, it.Class == language.IsBreak && it.Word == "and", it.Text == "when":
		default:
			return
		}
	}
	a, okA := s.facts.At(t, facts.FaceShare, facts.Own, base)
	b, okB := s.facts.At(t, facts.FaceShare, facts.Own, s.facts.Year)
	if !since || !shared || move == nil || !okA || !okB || facts.SameShown(a, b) || s.heldAt(move) {
		return
	}
	cl := s.tellAt(saysChange, move, t, facts.Own, facts.Way{Year: s.facts.Year, Base: base, Truth: facts.TruthOf(b.Exact.Cmp(a.Exact) == move.N), Expected: facts.FromTo(a, b, base, s.facts.Year), Evidence: append(facts.Proof(b, s.facts.Year), facts.Proof(a, base)...)})
	cl.Comparator = move.Text
}
