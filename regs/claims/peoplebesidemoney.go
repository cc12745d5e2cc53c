package claims

import (
	"math/big"
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what share of the people one locality has, beside the money that was spent there: "With 44% of our population,
// Strathmoor accounted for £111.0m of spending", "its share of the money is larger than its share of the people".

// peopleBesideMoney reads them where the sentence names one locality, and speaks of now.
func (s *statement) peopleBesideMoney() {
	area := s.onlyLocality()
	if s.population == nil || area == "" || s.locality != "" || s.negated() || s.unsureMood() || s.namesMeasure() || language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsPeriod && !s.now(x) || x.Class == language.IsArea && x.Area != area && x.Area != facts.Own || x.Class == language.IsSubject && x.Thing.ID != "total" && x.Thing.ID != "count:localities" && x.Thing.ID != area
	}) {
		return
	}
	all, ok := s.facts.At(s.population, facts.FaceValue, facts.Own, s.facts.Year)
	part, there := s.facts.At(s.population, facts.FaceValue, area, s.facts.Year)
	if !ok || !there || all.Exact.Sign() <= 0 {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.Class != language.IsQuantity || it.Q.Unit != facts.Percent || it.Q.Ref != nil || it.Q.Value == nil {
			continue
		}
		switch {
		case s.shareOfPeopleBehind(i):
			s.takeOver(i, i)
			s.tellShare(i, s.population, area, part, all)
		case !s.heldAt(it) && s.peopleOfPlaceAt(i, area):
			s.tellShare(i, s.population, area, part, all)
		}
	}
	s.sharesBeside(area, new(big.Rat).Quo(exact.Mul(part.Exact, exact.Rat(100, 1)), all.Exact))
}

// allPeopleAt is the item behind the words from item k on where these are of all people of the area, -1 else.
func (s *statement) allPeopleAt(k int) int {
	for s.text(k) == "the" || s.text(k) == "our" || s.text(k) == "all" || s.text(k) == "area's" || s.itemIs(k, language.IsArea) && s.items[k].Is(facts.Own) {
		k++
	}
	if s.text(k) != "population" && !slices.Contains(inhabitants, s.text(k)) || !s.ends(k+1) && s.text(k+1) != "but" && s.text(k+1) != "is" {
		return -1
	}
	return k + 1
}

// peopleOfPlaceAt reports whether the share at i is of all people, and is said to be a place's: "with 44% of our population,
// Strathmoor", "Strathmoor, home to 44% of our people", "Strathmoor has 44% of our people", "its 52,300 people, 44% of our
// population".
func (s *statement) peopleOfPlaceAt(i int, area string) bool {
	end := i + 2
	switch {
	case s.itemIs(i+1, language.IsBase) && s.text(i+1) == "of the total" && s.itemIs(i-1, language.IsMark) && s.peopleCountedAt(i-2) && s.ends(end):
		return true // "28,000 residents, 24% of the total"
	case s.text(i+1) != "of":
		return false
	default:
		if end = s.allPeopleAt(end); end < 0 {
			return false
		}
	}
	k := i - 1
	for k >= 0 && (s.items[k].Class == language.IsHedge || slices.Contains([]string{"about", "some", "around", "roughly", "just", "a", "an", "nearly", "almost"}, s.text(k))) {
		k--
	}
	placeBefore := func(k int) bool {
		for k >= 0 && (s.itemIs(k, language.IsPlain) && !s.items[k].Demoted || s.itemIs(k, language.IsMark) && s.text(k) == ",") {
			k--
		}
		return k >= 0 && s.items[k].Is(area)
	}
	switch s.text(k) {
	case "has", "holds", "home to":
		return placeBefore(k - 1)
	case "with":
		if k > 0 && !(s.text(k-1) == "," && placeBefore(k-1)) {
			return s.itemIs(k-1, language.IsBase)
		}
		for end++; k == 0 && s.text(end) == "the"; end++ {
		}
		return k > 0 || s.text(end-1) == "," && end < len(s.items) && s.items[end].Is(area)
	case ",":
		return s.peopleCountedAt(k-1) && s.text(k-1) != "total"
	}
	return false
}

// peopleCountedAt reports whether item k ends a number of people that was found right.
func (s *statement) peopleCountedAt(k int) bool {
	if k < 1 || !s.items[k].NamesPeople() || !s.itemIs(k-1, language.IsQuantity) {
		return false
	}
	at := s.passage.Text.At(s.items[k-1].Start)
	return slices.ContainsFunc(s.claims, func(cl *Claim) bool { return cl.At == at && cl.Verdict == Confirmed && cl.Measure == saysCount })
}

// shareOfPeopleBehind reports whether the figure at i stands behind the locality's share of the people, and so is that: "its share
// of the people, 23.6%".
func (s *statement) shareOfPeopleBehind(i int) bool {
	if i < 5 || s.text(i-1) != "," && s.text(i-1) != "(" {
		return false
	}
	k := i - 2
	if s.text(k) != "population" && !slices.Contains(inhabitants, s.text(k)) {
		return false
	}
	for k--; s.text(k) == "the" || s.text(k) == "our"; k-- {
	}
	return s.text(k) == "of" && s.text(k-1) == "share" && (s.text(k-2) == "its" || s.itemIs(k-2, language.IsArea))
}

// sharesBeside reads whether a locality's share of the money is larger or smaller than its share of the people.
func (s *statement) sharesBeside(area string, people *big.Rat) {
	t, w := s.things[area], -1
	money, persons := -1, -1 // where the shares are
	for i := range s.items {
		switch it := &s.items[i]; {
		case it.N != 0 && !it.Judge && (it.Class == language.IsBeside || it.Class == language.IsMove && it.Adj):
			if w >= 0 {
				return
			}
			w = i
		case it.Class == language.IsBase && it.Face != facts.FacePerHead && money < 0:
			money = i
		case it.Role == "of" && persons < 0 && s.allPeopleAt(i+1) > 0:
			persons = i
		case it.Class == language.IsPlain && !it.Demoted, it.Class == language.IsArea, it.Class == language.IsMark && (it.Word == "," || it.Word == "(" || it.Word == ")"), it.Class == language.IsQuantity && it.Q.Unit == facts.Percent, it.Class == language.IsThan, it.Class == language.IsLives && it.Text == "population":
		default:
			return
		}
	}
	if t == nil || s.total == nil || w < 0 || money < 0 || persons < 0 || s.text(min(money, persons)-1) != "share" || s.heldAt(&s.items[w]) {
		return
	}
	beside := s.items[w].Class == language.IsBeside // "its share of the money is larger than its share of the people"
	if beside && !(min(money, persons) < w && w < max(money, persons) && s.text(max(money, persons)-1) == "share") || !beside && !(w < min(money, persons) && s.text(w+1) == "share") {
		return
	}
	sign := s.items[w].N
	if persons < money {
		sign = -sign
	}
	of, okOf := s.facts.At(t, facts.FaceShare, facts.Own, s.facts.Year)
	spent, okSpent := s.facts.At(t, facts.FaceSpend, facts.Own, s.facts.Year)
	all, okAll := s.facts.At(s.total, facts.FaceSpend, facts.Own, s.facts.Year)
	if !okOf || !okSpent || !okAll {
		return
	}
	is := facts.Way{Year: s.facts.Year, Truth: facts.Unknown, Expected: of.Display + " of the money and " + people.FloatString(1) + "% of the people", Evidence: facts.Proof(of, s.facts.Year)}
	larger, smaller := true, true
	for _, share := range []*big.Rat{of.Exact, exact.Quo(exact.Mul(spent.Exact, exact.Rat(100, 1)), all.Exact)} { // of what was there to be spent, or of all that was
		by := new(big.Rat).Sub(share, people)
		larger, smaller = larger && by.Cmp(exact.Rat(1, 10)) > 0, smaller && by.Cmp(exact.Rat(-1, 10)) < 0
	}
	switch {
	case larger:
		is.Truth = facts.TruthOf(sign > 0)
	case smaller:
		is.Truth = facts.TruthOf(sign < 0)
	}
	s.understood(0, len(s.items))
	s.tellAt(saysComparison, &s.items[w], t, facts.Own, is).Comparator = s.items[w].Text
}
