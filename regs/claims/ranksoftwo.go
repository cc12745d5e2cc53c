package claims

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
		case it.ordinal > 0 && it.class != isPeriod && it.class != isExtreme:
			places = append(places, i)
		case it.class == isSubject && it.thing.Kind == isIndicator && it.thing.Better != 0:
			named = append(named, i)
		case it.class == isRank, it.class == isPlain && (it.text == "came" || it.text == "placed"):
			ranked = true
		case it.class == isQuantity && of == 0 && it.q.unit == bare && it.q.ref == nil && it.q.value != nil && it.q.value.IsInt() && !it.q.hedged:
			of = it.q.value.Num().Int64()
		case isFamily(it):
			inFamily = true
		case it.class == isPeriod && !it.known && it.entry.year == 0, it.class == isPeriod && it.known:
		case it.class == isPlain && !it.demoted, it.is(own), it.class == isMark && it.word == ",", it.class == isBreak && it.word == "and", it.class == isRole && (it.role == "of" || it.role == "in"):
		default:
			return false
		}
	}
	if !ranked || len(places) == 0 || of < 2 || len(places) == 1 && int(of) != len(s.facts.Family)+1 {
		return false
	}
	if _, ok := s.inPairs(places, named); !ok {
		return false
	}
	if int(of) != len(s.facts.Family)+1 {
		inFamily = false
	} else if !inFamily && of != s.facts.areas() {
		inFamily = true // "of the four areas"
	}
	if !inFamily && of != s.facts.areas() {
		return false
	}
	ways := make([]way, len(places))
	for k, i := range named {
		t := s.items[i].thing
		year := s.facts.newest(t, value, own)
		if !s.yearsAre(t, year) {
			return false
		}
		rank := int(s.items[places[k]].ordinal)
		if ways[k] = s.facts.ranked(t, year, t.Better, rank); inFamily {
			ways[k] = s.facts.placedInFamily(t, year, rank)
		}
	}
	s.takeOver(0, len(s.items)-1)
	for k, i := range places {
		cl := s.tellAt(saysRank, &s.items[i], s.items[named[k]].thing, own, ways[k])
		cl.Comparator = s.items[i].text
	}
	return true
}

// placesBehind reports whether another place follows a clause: it may be of the thing that the sentence names, and that of
// the clause of one that isn't known.
func (s *statement) placesBehind(c *clause) bool {
	_, end := c.words()
	return anyOf(s.items, func(x *item) bool { return x.ordinal > 0 && x.class != isPeriod && x.start >= end })
}

// yearsAre reports whether the years that the sentence names are that of a thing.
func (s *statement) yearsAre(t *Thing, year int) bool {
	for i := range s.items {
		it := &s.items[i]
		if it.class != isPeriod || !it.known {
			continue
		}
		if v, ok := s.facts.at(t, value, own, year); !ok || it.calendar != isYearNumber(v.Period) || it.calendar && itoa(it.year) != v.Period || !it.calendar && it.year != year {
			return false
		}
	}
	return true
}

// areas is how many authorities the data have figures of, at most.
func (f *Facts) areas() (most int64) {
	for _, t := range f.Things {
		if t.Kind == isIndicator {
			if _, _, of, _, ok := f.placeAmong(t, f.newest(t, value, own), 1); ok {
				most = max(most, int64(of))
			}
		}
	}
	return most
}

// placedInFamily holds the authority's place among the areas of its family, from the best.
func (f *Facts) placedInFamily(t *Thing, year, rank int) way {
	v, ok := f.at(t, value, own, year)
	w := way{year: year, expected: f.place(own) + " " + v.Display, evidence: proof(v, year)}
	beyond, same := 0, 0
	for _, area := range f.Family {
		o, found := f.at(t, value, area, year)
		if ok = ok && found; !ok {
			return way{year: year}
		}
		if sameShown(o, v) {
			same++
		} else if o.Exact.Cmp(v.Exact) == t.Better {
			beyond++
			w.expected += ", " + area + " " + o.Display
			w.evidence = append(w.evidence, proof(o, year)...)
		}
	}
	w.truth = truthOf(beyond < rank && rank <= beyond+same+1)
	return w
}
