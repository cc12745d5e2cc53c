package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what a statement says of the people of one locality among all: how many they are, of how many, what share that is,
// and whether theirs is the largest or the smallest.

// everyone are words of all people of the area.
var everyone = []string{"everyone", "everybody", "all", "them", "those"}

// housing are verbs of what a place has people for; of other things they may say anything.
var housing = []string{"contains", "houses", "accommodates", "comprises"}

// peopleOfOne reads "just over half of our 118,400 people live in Glenside", "the coast, with 28,000 of our 118,400 people, is
// the smallest of our three localities", "Glenside has 38,100 people, a third of everyone in Carrickmoor". It holds nothing
// where any word of the statement isn't of this.
func (s *statement) peopleOfOne() bool {
	if s.population == nil || s.lacks(language.IsArea) || s.negated() || s.unsureMood() || s.namesMeasure() || len(s.items) < 5 || s.ofLand() {
		return false
	}
	area := s.onlyLocality()
	if area == "" {
		return false
	}
	extreme, people, among := -1, false, false
	var counts, shares []int
	for i := range s.items {
		it := &s.items[i]
		people = people || slices.Contains(inhabitants, language.FirstWord(it.Text)) || it.Class == language.IsLives || it.Text == "everyone"
		switch it.Class {
		case language.IsSubject:
			if it.Thing.ID != "count:localities" {
				return false
			}
			among = true
		case language.IsArea:
			if it.Area != area && it.Area != facts.Own {
				return false
			}
		case language.IsQuantity:
			switch q := it.Q; {
			case q.Ref != nil || q.Value == nil || q.Per != 0:
				return false
			case q.Unit == facts.Percent:
				shares = append(shares, i)
			case q.Unit != facts.Bare:
				return false
			case s.itemIs(i+1, language.IsSubject) && exact.CompareWhole(q.Value, int64(len(s.facts.Localities()))) == 0: // "one of our three localities"
			case s.text(i-1) == "the" && s.text(i-2) == "of" && s.ends(i+1) && q.InWords && exact.CompareWhole(q.Value, int64(len(s.facts.Localities()))) == 0: // "the smallest of the three"
			case exact.CompareWhole(q.Value, 1000) < 0:
				return false
			default:
				counts = append(counts, i)
			}
		case language.IsExtreme, language.IsMove:
			if extreme >= 0 || it.Class == language.IsMove && !it.Adj || it.Judge || !slices.Contains([]string{"largest", "smallest", "biggest", "larger", "smaller", "bigger"}, it.Text) {
				return false
			}
			extreme = i
		case language.IsTogether:
			if it.Text != "between them" {
				return false
			}
		case language.IsLives, language.IsHedge:
		case language.IsPeriod:
			if !s.now(it) {
				return false
			}
		case language.IsRole:
			if it.Role != "of" && it.Role != "in" {
				return false
			}
		case language.IsMark, language.IsBreak:
			if !slices.Contains([]string{",", ":", "and", "which", "where"}, it.Word) && it.Text != "where" {
				return false
			}
		case language.IsPlain:
			if it.Demoted || it.Ordinal > 0 || slices.Contains([]string{"aged", "old", "older", "not", "one", "each", "a", "than", "between", "other", "both", "only"}, it.Text) && !(it.Text == "a" && extreme < 0) {
				return false
			}
		case language.IsUnknown:
			if !slices.Contains(housing, it.Text) && !s.weServe(i) {
				return false
			}
		default:
			return false
		}
	}
	if !people && (extreme < 0 || !among) || len(counts)+len(shares) == 0 && extreme < 0 || len(shares) > 1 || extreme >= 0 && !s.amongLocalities(extreme) {
		return false
	}
	return s.holdPeopleOfOne(area, extreme, counts, shares)
}

// amongLocalities reports whether the superlative at i is said to be of the localities.
func (s *statement) amongLocalities(i int) bool {
	return s.text(i-1) == "the" && language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsSubject || x.Text == "localities" })
}

// holdPeopleOfOne holds the numbers and shares of people of a locality, and that it is the largest.
func (s *statement) holdPeopleOfOne(area string, extreme int, counts, shares []int) bool {
	of := func(a string) (facts.Value, bool) {
		return s.facts.At(s.population, facts.FaceValue, a, s.facts.Newest(s.population, facts.FaceValue, a))
	}
	own, okOwn := of(facts.Own)
	there, ok := of(area)
	if !ok || !okOwn {
		return false
	}
	type held struct {
		i    int
		area string
	}
	var all []held
	for _, i := range counts {
		a, v := area, there
		if s.ofEveryone(i) {
			a, v = facts.Own, own
		}
		q := s.items[i].Q.Value
		if q.Cmp(exact.Mul(v.Exact, exact.Rat(1, 2))) < 0 || q.Cmp(exact.Mul(v.Exact, exact.Rat(2, 1))) > 0 {
			return false // of something else
		}
		all = append(all, held{i, a})
	}
	for _, i := range shares {
		if !s.shareOfEveryone(i) {
			return false
		}
	}
	s.takeOver(0, len(s.items)-1)
	for _, h := range all {
		v, _ := of(h.area)
		q := s.items[h.i].Q
		cl := s.tellAt(saysCount, &s.items[h.i], s.population, h.area, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(facts.Fits(q.In(), v)), Expected: v.Display, Evidence: facts.Proof(v, s.facts.Year)})
		cl.Quantity = q.Bounds()
		s.messageOfPeople(cl, &s.items[h.i], h.area)
	}
	proof := append(facts.Proof(there, s.facts.Year), facts.Proof(own, s.facts.Year)...)
	for _, i := range shares {
		p := new(big.Rat).Quo(there.Exact, own.Exact)
		p.Mul(p, exact.Rat(100, 1))
		q := s.items[i].Q
		cl := s.tellAt(saysShare, &s.items[i], s.population, area, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(facts.Fits(q.In(), facts.Value{Exact: p, Shown: facts.ShownPercent(p)})), Expected: there.Display + " of " + own.Display + ", or " + p.FloatString(1) + "%,", Evidence: proof})
		cl.Quantity, cl.Unit = q.Bounds(), facts.Percent
	}
	if extreme >= 0 {
		it := &s.items[extreme]
		w := facts.Way{Year: s.facts.Year, Truth: facts.Yes, Expected: s.facts.Place(area) + " " + there.Display, Evidence: facts.Proof(there, s.facts.Year)}
		for _, o := range s.facts.Things {
			if v, ok := of(o.ID); ok && o.Group == "locality" && v.Exact.Cmp(there.Exact) == it.N {
				w.Truth = facts.No
				w.Expected += ", and " + s.facts.Place(o.ID) + " " + v.Display
			}
		}
		s.tellAt(saysRank, it, s.population, area, w).Comparator = it.Text
	}
	return true
}

// ofEveryone reports whether the number at i is of the people of the whole area: "our 118,400 people", "Carrickmoor has 118,400
// people", "our three localities … have 118,400 people".
func (s *statement) ofEveryone(i int) bool {
	k, has := i-1, false
	if s.text(k) == "of" && s.text(k-1) == "population" {
		k -= 2 // "our population of 118,400"
	}
	for k >= 0 && (s.items[k].Class == language.IsPlain || s.items[k].Class == language.IsHedge || s.items[k].Class == language.IsLives) {
		if s.items[k].Text == "have" || s.items[k].Text == "hold" {
			return true // they have them together
		}
		if s.text(k) == "the" && k > 0 && s.items[k-1].Role == "of" || s.text(k) == "with" {
			return s.text(k) == "the"
		}
		has = has || s.text(k) == "has" || s.text(k) == "had"
		k--
	}
	return k >= 0 && s.items[k].Is(facts.Own) && (has || s.text(k) == "our" || strings.HasSuffix(s.text(k), "'s"))
}

// shareOfEveryone reports whether the share at i is of all people of the area, and not of what those of the locality are: "of our
// people", "of everyone in Carrickmoor", "of them".
func (s *statement) shareOfEveryone(i int) bool {
	if s.text(i+1) != "of" {
		return false
	}
	if s.ofAllServed(i + 2) {
		return true
	}
	switch k := i + 2; {
	case k >= len(s.items):
		return false
	case s.items[k].Is(facts.Own):
		return true
	case s.text(k) == "the":
		return s.text(k+1) == "population" || s.text(k+1) == "people" && !s.atEnd(k+1) || s.itemIs(k+1, language.IsQuantity)
	case slices.Contains(everyone, s.text(k)):
		if s.text(k) == "them" {
			return s.countedOf(i)
		}
		return language.AnyOf(s.items[k:], func(x *lex.Item) bool { return x.Is(facts.Own) })
	}
	return false
}

// ofAllServed reports whether the words from item k on are of all people of the area: "the population that we serve", "our
// residents", "those whom we serve", "all residents", "the area's population".
func (s *statement) ofAllServed(k int) bool {
	all := false // a word says that they are those of the area
	for ; s.text(k) == "the" || s.text(k) == "our" || s.text(k) == "all" || s.text(k) == "area's" || s.itemIs(k, language.IsArea) && s.items[k].Is(facts.Own); k++ {
		all = all || s.text(k) != "the"
	}
	if s.text(k) != "those" && s.text(k) != "population" && s.text(k) != "everyone" && !slices.Contains(inhabitants, s.text(k)) {
		return false
	}
	if k++; s.weServe(k + 1) {
		all, k = true, k+2
	} else if k < len(s.items) && s.items[k].Class == language.IsPlain && s.items[k].Word == "served" {
		all, k = true, k+1
	}
	return all && (s.ends(k) || s.itemIs(k, language.IsLives) || (s.text(k) == "is" || s.text(k) == "are") && (s.text(k+1) == "in" || s.text(k+1) == "on"))
}

// weServe reports whether item i ends "the people we serve".
func (s *statement) weServe(i int) bool {
	return (s.text(i) == "serve" || s.text(i) == "serves") && s.itemIs(i-1, language.IsArea) && s.items[i-1].Is(facts.Own)
}

// atEnd reports whether nothing is behind item i.
func (s *statement) atEnd(i int) bool { return i+1 >= len(s.items) }

// countedOf reports whether the people before item i, of whom it is a share, are those of the whole area.
func (s *statement) countedOf(i int) bool {
	for k := range s.items[:i] {
		if it := &s.items[k]; it.Class == language.IsQuantity && it.Q.Unit == facts.Bare && !s.itemIs(k+1, language.IsSubject) {
			return s.ofEveryone(k)
		}
	}
	return false
}

// ofLand reports whether the sentence speaks of how large places are on the map.
func (s *statement) ofLand() bool {
	for i := range s.items {
		switch s.items[i].Text {
		case "area", "size":
			if i > 0 && s.items[i-1].Class == language.IsRole && (s.items[i-1].Role == "in" || s.items[i-1].Role == "by") {
				return true
			}
		case "square", "miles", "kilometres", "km", "hectares", "acres":
			return true
		}
	}
	return false
}
