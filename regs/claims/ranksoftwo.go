package claims

import (
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads the places that one sentence gives for several indicators.

// ranksOfSeveral reads "Of the 32 areas we ranked 14th for falls and 17th for bed days" and "For falls we ranked 14th of
// the 32 areas, for bed days 17th".
func (s *statement) ranksOfSeveral() bool {
	if len(s.all) == 0 || s.locality != "" || s.negated() || s.unsureMood() {
		return false
	}
	var places []int
	var named []int
	of, ranked, inFamily := int64(0), false, false
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Ordinal > 0 && it.Class != language.IsPeriod && it.Class != language.IsExtreme:
			places = append(places, i)
		case it.Class == language.IsSubject && it.Thing.Kind == facts.Indicator && it.Thing.Better != 0:
			named = append(named, i)
		case it.Class == language.IsRank, it.Class == language.IsPlain && (it.Text == "came" || it.Text == "placed"):
			ranked = true
		case it.Class == language.IsQuantity && of == 0 && it.Q.IsWhole() && it.Q.Ref == nil && !it.Q.Hedged:
			of = it.Q.Value.Num().Int64()
		case lex.IsFamily(it):
			inFamily = true
		case it.Class == language.IsPeriod && !it.Known && it.Entry.Year == 0, it.Class == language.IsPeriod && it.Known:
		case it.Class == language.IsPlain && !it.Demoted, it.Is(facts.Own), it.Class == language.IsMark && it.Word == ",", it.Class == language.IsBreak && it.Word == "and", it.Class == language.IsRole && (it.Role == "of" || it.Role == "in"):
		default:
			return false
		}
	}
	if !ranked || len(places) == 0 || of < 2 || len(places) == 1 && int(of) != len(s.facts.Family)+1 {
		return false
	}
	if len(places) == 1 && len(named) > 1 && s.inList(named) {
		for range named[1:] {
			places = append(places, places[0]) // "first of the four areas for independence and having a say"
		}
	} else if _, ok := s.inPairs(places, named); !ok {
		return false
	}
	if int(of) != len(s.facts.Family)+1 {
		inFamily = false
	} else if !inFamily && of != s.facts.ManyAreas() {
		inFamily = true // "of the four areas"
	}
	if !inFamily && of != s.facts.ManyAreas() {
		return false
	}
	ways := make([]facts.Way, len(places))
	for k, i := range named {
		t := s.items[i].Thing
		year := s.facts.Newest(t, facts.FaceValue, facts.Own)
		if !s.yearsAre(t, year) {
			return false
		}
		rank := int(s.items[places[k]].Ordinal)
		if ways[k] = s.facts.Ranked(t, year, t.Better, rank); inFamily {
			ways[k] = s.facts.PlacedInFamily(t, year, t.Better, rank)
		}
	}
	s.takeOver(0, len(s.items)-1)
	for k, i := range places {
		carrier := i
		if k > 0 && places[k-1] == i {
			carrier = named[k]
		}
		cl := s.tellAt(saysRank, &s.items[carrier], s.items[named[k]].Thing, facts.Own, ways[k])
		cl.Comparator = s.items[i].Text
	}
	return true
}

// inList reports whether nothing but commas and "and" stands between things that are named.
func (s *statement) inList(named []int) bool {
	return !language.AnyOf(s.items[named[0]:named[len(named)-1]], func(x *lex.Item) bool {
		return x.Class != language.IsSubject && (x.Class != language.IsMark || x.Word != ",") && (x.Class != language.IsBreak || x.Word != "and") && x.Text != "the" && x.Text != "both"
	})
}

// placesBehind reports whether another place follows a clause: it may be of the thing that the sentence names, and that of
// the clause of one that isn't known.
func (s *statement) placesBehind(c *clause) bool {
	_, end := c.words()
	return language.AnyOf(s.items, func(x *lex.Item) bool { return x.Ordinal > 0 && x.Class != language.IsPeriod && x.Start >= end })
}

// yearsAre reports whether the years that the sentence names are that of a thing.
func (s *statement) yearsAre(t *facts.Thing, year int) bool {
	for i := range s.items {
		it := &s.items[i]
		if it.Class != language.IsPeriod || !it.Known {
			continue
		}
		if v, ok := s.facts.At(t, facts.FaceValue, facts.Own, year); !ok || it.Calendar != language.IsYearNumber(v.Period) || it.Calendar && itoa(it.Year) != v.Period || !it.Calendar && it.Year != year {
			return false
		}
	}
	return true
}
