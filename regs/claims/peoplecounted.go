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

// This file reads more of what is said of people and of localities: how many the board serves, what share
// of them lives in a locality, in which more live than in others, and how many localities there are.

// peopleCounted reads them where the sentence is of nothing else that is counted.
func (s *statement) peopleCounted() {
	t := s.population
	if t == nil || !s.writes && s.lacks(language.IsMove) || s.negated() || s.unsureMood() || s.money || s.namesMeasure() || language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsArea && x.Area != facts.Own && !facts.IsLocality(x.Area)
	}) {
		return
	}
	aged := language.AnyOf(s.items, func(x *lex.Item) bool { return strings.Contains(x.Text, "aged") })
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsQuantity && it.Q.Ref == nil && it.Q.Value != nil && it.Q.Per == 0 && !s.heldAt(it):
			switch {
			case it.Q.Unit == facts.Bare && !it.Q.Fraction && exact.CompareWhole(it.Q.Value, 500) >= 0:
				s.servedPeople(t, i)
			case it.Q.IsWhole() && exact.CompareWhole(it.Q.Value, 20) < 0:
				s.localitiesCounted(i)
			case aged:
			case it.Q.Unit == facts.Percent:
				s.shareOfPeople(t, i)
			}
		case aged:
		case it.Class == language.IsMove && it.Adj && !it.Judge && it.N != 0 && (it.Text == "more" || it.Text == "fewer"):
			s.moreLiveIn(t, i)
		case it.Class == language.IsMove && it.Adj && !it.Judge && it.N != 0:
			s.largerOfTwo(t, i, it.N)
		}
	}
}

// text is the text of item i, "" where there is none.
func (s *statement) text(i int) string {
	if i < 0 || i >= len(s.items) {
		return ""
	}
	return s.items[i].Text
}

// ends reports whether a part of the sentence ends before item i.
func (s *statement) ends(i int) bool {
	return i >= len(s.items) || s.items[i].Class == language.IsMark || s.items[i].Class == language.IsBreak && s.items[i].Word == "and"
}

// endsOrInLocalities reports whether a part of the sentence ends before item i, or says there in how many localities.
func (s *statement) endsOrInLocalities(i int) bool {
	if s.ends(i) {
		return true
	}
	if t := s.text(i); t != "in" && t != "across" && t != "living in" {
		return false
	}
	i++
	for i < len(s.items) && s.items[i].Class == language.IsPlain {
		i++
	}
	return s.itemIs(i, language.IsQuantity) && s.itemIs(i+1, language.IsSubject) && s.items[i+1].Thing.ID == "count:localities" && s.ends(i+2)
}

// servedPeople holds "we serve 118,400 people" and "for the 118,400 people who live here".
func (s *statement) servedPeople(t *facts.Thing, i int) {
	before, behind := s.text(i-1), s.text(i+1)
	area := facts.Own
	switch {
	case s.locality != "":
		return
	case (before == "serve" || before == "serves" || before == "served") && s.itemIs(i-2, language.IsArea) && s.items[i-2].Area == facts.Own && (behind == "people" || behind == "residents") && s.endsOrInLocalities(i+2):
	case before == "of" && s.text(i-2) == "population" && s.text(i-3) == "a" && (s.text(i-4) == "serve" || s.text(i-4) == "serves") && s.ends(i+1):
	case before == "the" && behind == "people" && s.text(i+2) == "who" && s.text(i+3) == "live" && s.text(i+4) == "here" && s.ends(i+5):
	case before == "the" && behind == "people" && s.text(i+2) == "who" && s.text(i+3) == "live" && s.text(i+4) == "in" && s.itemIs(i+5, language.IsArea):
		area = s.items[i+5].Area
		if n := i + 6; !s.ends(n) && !(s.items[i+5].Possessive && s.itemIs(n, language.IsQuantity) && s.itemIs(n+1, language.IsSubject) && s.ends(n+2)) {
			return
		}
	case before == "with" && behind == "people" && s.ends(i+2) && s.appositionOf(i-1) != "":
		area = s.appositionOf(i - 1)
	default:
		return
	}
	if _, known := s.facts.At(t, facts.FaceValue, area, s.facts.Year); !known {
		return
	}
	it := &s.items[i]
	cl := s.tellAt(saysCount, it, t, area, s.facts.Level(t, facts.FaceValue, area, s.facts.Year, it.Q))
	cl.Quantity = it.Q.Bounds()
	s.messageOfPeople(cl, it, area)
}

// itemIs reports whether item i is of a class.
func (s *statement) itemIs(i int, is language.Class) bool {
	return i >= 0 && i < len(s.items) && s.items[i].Class == is
}

// appositionOf is the locality that is called the largest or the smallest of them right before item i:
// "Carrick Coast, the smallest of our localities with 28,000 people".
func (s *statement) appositionOf(i int) string {
	if !s.itemIs(i-1, language.IsSubject) || s.items[i-1].Thing.ID != "count:localities" {
		return ""
	}
	for k := i - 2; k > 1; k-- {
		switch it := &s.items[k]; {
		case it.Class == language.IsExtreme, it.Class == language.IsMove && it.Adj:
			if s.text(k-1) == "the" && s.itemIs(k-2, language.IsMark) && s.itemIs(k-3, language.IsArea) && facts.IsLocality(s.items[k-3].Area) {
				return s.items[k-3].Area
			}
			return ""
		case it.Class == language.IsMark, it.Class == language.IsArea && it.Area != facts.Own:
			return ""
		}
	}
	return ""
}

// shareOfPeople holds "Strathmoor has 44% of our people" and "…, or just over half of the population".
func (s *statement) shareOfPeople(t *facts.Thing, i int) {
	switch before := s.text(i - 1); {
	case before == "has", before == "with", before == "holds", before == "or", strings.HasPrefix(before, "or "):
	default:
		return
	}
	if s.text(i+1) != "of" {
		return
	}
	k := i + 2
	for k < len(s.items) && (s.items[k].Text == "the" || s.items[k].Text == "our" || s.items[k].Text == "all") {
		k++
	}
	if k >= len(s.items) || !s.items[k].NamesPeople() {
		return
	}
	if k++; s.text(k) == "of" && s.itemIs(k+1, language.IsArea) && s.items[k+1].Area == facts.Own || s.itemIs(k, language.IsArea) && s.items[k].Area == facts.Own {
		k += 2
	}
	area := s.onlyLocality()
	if !s.ends(k) || area == "" || !language.AnyOf(s.items[:i], func(x *lex.Item) bool { return x.Class == language.IsArea && x.Area == area }) {
		return
	}
	part, okP := s.facts.At(t, facts.FaceValue, area, s.facts.Year)
	whole, okW := s.facts.At(t, facts.FaceValue, facts.Own, s.facts.Year)
	if !okP || !okW || whole.Exact.Sign() <= 0 {
		return
	}
	p := new(big.Rat).Quo(part.Exact, whole.Exact)
	p.Mul(p, exact.Rat(100, 1))
	it := &s.items[i]
	w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(facts.Fits(it.Q.In(), facts.Value{Exact: p, Shown: facts.ShownPercent(p)})), Expected: p.FloatString(1) + "%, or " + part.Display + " people", Evidence: facts.Proof(part, s.facts.Year)}
	cl := s.tellAt(saysShare, it, t, area, w)
	cl.Quantity, cl.Unit = it.Q.Bounds(), facts.Percent
}

// moreLiveIn holds "more people live in Strathmoor than in Glenside and Carrick Coast together".
func (s *statement) moreLiveIn(t *facts.Thing, i int) {
	k := i + 1
	if s.text(k) == "of" { // "more of us live"
		for k++; k < len(s.items) && (s.items[k].Text == "us" || s.items[k].Text == "them" || s.items[k].Text == "our" || s.items[k].CountsPeople()); k++ {
		}
	}
	if !s.itemIs(k, language.IsLives) || s.text(k+1) != "in" || s.heldAt(&s.items[i]) || s.locality != "" {
		return
	}
	var sides [2][]string
	side := 0
	together := false
	for k += 2; k < len(s.items); k++ {
		switch it := &s.items[k]; {
		case it.Class == language.IsArea && facts.IsLocality(it.Area):
			sides[side] = append(sides[side], it.Area)
			continue
		case strings.HasPrefix(it.Text, "than") && side == 0:
			side = 1
			continue
		case it.Class == language.IsTogether:
			together = true
			continue
		case it.Text == "and" && side == 1, it.Text == "in", it.Text == "put", it.Text == "the":
			continue
		case it.Class == language.IsMark:
		default:
			return
		}
		break
	}
	if len(sides[0]) != 1 || len(sides[1]) == 0 || len(sides[1]) > 1 && !together || slices.Contains(sides[1], sides[0][0]) {
		return
	}
	s.holdPeopleBeside(t, i, -1, sides[0], sides[1])
}

// largerOfTwo holds "North Ardenmuir is the larger of our two localities".
func (s *statement) largerOfTwo(t *facts.Thing, i, sign int) {
	if s.text(i-1) != "the" || s.heldAt(&s.items[i]) || s.locality != "" || !slices.Contains([]string{"larger", "bigger", "smaller", "more", "less"}, s.items[i].Text) {
		return
	}
	k := i + 1
	if s.text(i) == "more" || s.text(i) == "less" {
		if s.text(k) != "populous" {
			return
		}
		k++
	}
	if s.text(k) != "of" {
		return
	}
	for k++; k < len(s.items) && (s.items[k].Text == "the" || s.items[k].Text == "our" || s.itemIs(k, language.IsQuantity) && s.items[k].Q.Unit == facts.Bare); k++ {
	}
	if !s.itemIs(k, language.IsSubject) || s.items[k].Thing.ID != "count:localities" || !s.ends(k+1) && s.text(k+1) != "with" {
		return
	}
	area := s.onlyLocality()
	var others []string
	for _, o := range s.facts.Things {
		if o.Group == "locality" && o.ID != area {
			others = append(others, o.ID)
		}
	}
	if area == "" || len(others) != 1 {
		return
	}
	s.holdPeopleBeside(t, i, -1, []string{area}, others)
}

// localitiesCounted holds "each of the three localities" and "Carrickmoor's three localities".
func (s *statement) localitiesCounted(i int) {
	n := s.things["count:localities"]
	if n == nil || !s.itemIs(i+1, language.IsSubject) || s.items[i+1].Thing != n || s.locality != "" {
		return
	}
	if !s.ends(i+2) && !slices.Contains([]string{"is", "are", "has", "have", "was", "were", "had", "each", "all"}, s.text(i+2)) && !(s.text(i+2) == "in" && s.itemIs(i+3, language.IsArea) && s.items[i+3].Area == facts.Own && s.text(i+3) != "our") {
		return // "that", "of the neighbouring partnership"
	}
	before := i - 1
	switch {
	case s.itemIs(before, language.IsArea) && s.items[before].Area == facts.Own && (s.items[before].Possessive || s.text(before) == "our"):
	case s.text(before) == "all" && s.text(before-1) == "in", s.text(before) == "the" && s.text(before-1) == "of" && s.text(before-2) == "each":
	case (s.text(before) == "in" || s.text(before) == "across") && s.itemIs(before-2, language.IsQuantity) && s.items[before-1].CountsPeople() && strings.HasPrefix(s.text(before-3), "serve"):
	case s.text(before) == "are" && s.text(before-1) == "there", s.text(before) == "for" && strings.HasPrefix(s.text(before-1), "service"):
	default:
		return
	}
	it := &s.items[i]
	v, ok := s.facts.At(n, facts.FaceValue, facts.Own, s.facts.Year)
	if !ok || s.text(before) == "the" && it.Q.Value.Cmp(v.Exact) < 0 { // each of some that were named before
		return
	}
	cl := s.tellAt(saysCount, it, n, facts.Own, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(it.Q.In().Has(v.Exact)), Expected: v.Display, Evidence: facts.Proof(v, s.facts.Year)})
	cl.Quantity = it.Q.Bounds()
}
