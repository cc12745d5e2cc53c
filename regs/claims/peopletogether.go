package claims

import (
	"math/big"
	"slices"
	"strings"
)

// This file reads how many people several localities have together and what share of all that is, and which
// place among the localities one has that is named right before.

// localityRun is the first list of two or more localities, with the items where it begins and ends: "Strathmoor
// and Glenside", "in the north or on the coast". areas is nil where there is none.
func (s *statement) localityRun() (from, to int, areas []string) {
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.class == isArea && isLocality(it.area):
			if len(areas) == 0 {
				from = i
			}
			if to = i; !slices.Contains(areas, it.area) {
				areas = append(areas, it.area)
			}
		case len(areas) == 0, it.text == "and", it.text == "or", it.text == "the", it.text == "both", it.text == "on", it.class == isRole && it.role == "in" && it.text == "in", it.class == isMark && it.word == ",":
		case len(areas) > 1:
			return from, to, areas
		default:
			areas = nil
		}
	}
	if len(areas) < 2 {
		return 0, 0, nil
	}
	return from, to, areas
}

// ofSeveralPlaces reports whether a share of the people may be that of several localities that are listed in the
// clause or, where it names none, before it.
func (c *clause) ofSeveralPlaces() bool {
	if c.has(isTogether) >= 0 && len(c.localitiesNamed()) < 2 && anyOf(c.statement.items, func(x *item) bool { return x.class == isArea && isLocality(x.area) }) {
		return true // "Strathmoor, with 52,300 people, and Glenside, with 38,100, together make up 76%"
	}
	_, to, areas := c.statement.localityRun()
	if areas == nil || len(c.items) == 0 {
		return false
	}
	last := &c.statement.items[to]
	if named := len(c.localitiesNamed()); named > 0 {
		return named > 1
	}
	return last.start < c.items[0].start
}

// ofPeopleThere reports whether a share is of the people of one locality: "a fifth of the population of the north are over 70".
func (c *clause) ofPeopleThere(q *placed) bool {
	k := q.i + 1
	if !c.roleAt(k, "of") {
		return false
	}
	for k++; k < len(c.items) && (c.items[k].text == "the" || c.items[k].text == "all"); k++ {
	}
	return k < len(c.items) && c.items[k].namesPeople() && (c.roleAt(k+1, "of") || c.roleAt(k+1, "in")) && c.is(k+2, isArea) && isLocality(c.items[k+2].area)
}

// lastLocality is the locality that the sentence names last before the clause, area where it names none.
func (c *clause) lastLocality(area string) string {
	for i := range c.statement.items {
		it := &c.statement.items[i]
		if it.start >= c.items[0].start {
			break
		}
		if it.class == isArea && isLocality(it.area) {
			area = it.area
		}
	}
	return area
}

// ofAnotherWhole reports whether a percentage is of all the money or of all who live in the area, and so not that of an indicator
// or a measure: "11.2% of all spending".
func (c *clause) ofAnotherWhole(q *placed) bool {
	if k := q.i + 1; c.is(k, isBase) {
		return q.q.unit == percent && c.items[k].text != "of the total"
	}
	return c.ofAllHere(q)
}

// ofAllHere reports whether a percentage is of all who live in the area: "76% of our residents", "two fifths of our 56,500
// people".
func (c *clause) ofAllHere(q *placed) bool {
	k := q.i + 1
	if q.q.unit != percent || !c.roleAt(k, "of") || c.locality != "" {
		return false
	}
	for k++; k < len(c.items) && (c.items[k].text == "the" || c.items[k].text == "our" || c.items[k].text == "all" || c.items[k].is(own)); k++ {
	}
	if c.is(k, isQuantity) && c.items[k].q.unit == bare && k+1 < len(c.items) && c.items[k+1].countsPeople() || k < len(c.items) && c.items[k].text == "everyone" {
		return true
	}
	if k >= len(c.items) || !c.items[k].namesPeople() {
		return false
	}
	return c.items[k].text != "people" && c.next(k) < 0 || c.roleAt(k+1, "of") && c.is(k+2, isArea) && c.items[k+2].is(own) && k+3 == len(c.items)
}

// peopleTogether reads "together Strathmoor and Glenside are home to 90,400 people, more than three quarters of
// the population".
func (s *statement) peopleTogether() {
	t := s.things["population"]
	if t == nil || s.money || s.negated() || s.unsureMood() || s.namesMeasure() {
		return
	}
	from, to, areas := s.localityRun()
	if areas == nil {
		return
	}
	together, lives, count, part := false, false, -1, -1
	for i := range s.items {
		it := &s.items[i]
		switch it.class {
		case isArea:
			if isLocality(it.area) && (i < from || i > to) || !isLocality(it.area) && it.area != own {
				return
			}
		case isQuantity:
			switch q := it.q; {
			case q.ref != nil || q.value == nil || q.per != 0:
				return
			case q.unit == percent && part < 0 && s.ofAllPeople(i+1):
				part = i
			case q.unit == bare && !q.fraction && count < 0 && q.value.Cmp(rat(500, 1)) >= 0 && s.countsThem(i+1):
				count = i
			default:
				return
			}
		case isTogether:
			together = true
		case isLives:
			lives = true
		case isPlain, isRole, isMark, isHedge:
			if it.ordinal > 0 || strings.Contains(it.text, "aged") || slices.Contains([]string{"each", "apiece", "respectively", "either"}, it.text) {
				return
			}
			together = together || it.text == "in all" || it.text == "in total" || it.text == "all told"
		case isBreak:
			if it.word != "and" && !strings.HasPrefix(it.text, "or") && it.text != "which" && it.text != "who" {
				return
			}
		default:
			return
		}
		lives = lives || it.namesPeople()
	}
	if !lives || count < 0 && part < 0 || !together && (part < 0 || part > from) {
		return
	}
	sum, all := new(big.Rat), Value{}
	w := way{year: s.facts.Year}
	for _, a := range areas {
		v, ok := s.facts.at(t, value, a, s.facts.Year)
		if !ok {
			return
		}
		sum.Add(sum, v.Exact)
		w.evidence = append(w.evidence, proof(v, s.facts.Year)...)
	}
	all, ok := s.facts.at(t, value, own, s.facts.Year)
	if !ok || all.Exact.Sign() <= 0 {
		return
	}
	told := false
	if count >= 0 && !s.heldAt(&s.items[count]) {
		it := &s.items[count]
		w.truth, w.expected, told = truthOf(it.q.in().has(sum)), numberOf(sum), true
		s.tellAt(saysCount, it, t, own, w).Quantity = it.q.bounds()
	}
	if part >= 0 && !s.heldAt(&s.items[part]) {
		it := &s.items[part]
		p := new(big.Rat).Quo(sum, all.Exact)
		p.Mul(p, rat(100, 1))
		w.truth, w.expected, told = truthOf(fits(it.q.in(), Value{Exact: p, Shown: shownPercent(p)})), p.FloatString(1)+"%, or "+numberOf(sum)+" of "+all.Display+" people,", true
		cl := s.tellAt(saysShare, it, t, own, w)
		cl.Quantity, cl.Unit = it.q.bounds(), percent
	}
	if told {
		s.understood(0, len(s.items))
	}
}

// ofAllPeople reports whether the words from item k on say that a share is of all who live in the area: "of the
// population", "of everyone who lives here".
func (s *statement) ofAllPeople(k int) bool {
	if s.text(k) != "of" {
		return false
	}
	for k++; s.text(k) == "the" || s.text(k) == "our" || s.text(k) == "all" || s.itemIs(k, isArea) && s.items[k].area == own && s.items[k].possessive; k++ {
	}
	switch {
	case k >= len(s.items):
		return false
	case s.items[k].text == "everyone" && s.text(k+1) == "who":
		return s.itemIs(k+2, isLives) && (s.text(k+3) == "here" || s.itemIs(k+3, isArea))
	case s.itemIs(k, isLives):
	case !s.items[k].namesPeople():
		return false
	}
	return s.itemIs(k, isLives) && s.text(k) != "population" || s.noFurther(k+1)
}

// countsThem reports whether the words from item k on say that a number is of people.
func (s *statement) countsThem(k int) bool {
	if k < len(s.items) && s.items[k].countsPeople() {
		return s.noFurther(k + 1)
	}
	return s.itemIs(k, isLives) || s.text(k) == "in all" || s.text(k) == "in total" || s.text(k) == "all told" || s.text(k) == "altogether" || s.itemIs(k, isTogether)
}

// noFurther reports whether nothing that narrows a word for people follows it at item k.
func (s *statement) noFurther(k int) bool {
	if s.ends(k) || s.itemIs(k, isLives) || s.itemIs(k, isTogether) || s.itemIs(k, isArea) && s.items[k].area == own {
		return true
	}
	if s.text(k) == "of" || s.text(k) == "in" {
		return s.itemIs(k+1, isArea)
	}
	return s.text(k) == "on" || s.text(k) == "or" || s.text(k) == "in all" || s.text(k) == "altogether"
}

// placeAmongLocalities reads "lives in Glenside, the largest of our three localities" where nothing but people is
// spoken of.
func (s *statement) placeAmongLocalities() {
	t := s.things["population"]
	if t == nil || s.money || s.negated() || s.unsureMood() || s.namesMeasure() || !anyOf(s.items, func(x *item) bool { return x.class == isLives || x.namesPeople() }) {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		larger := it.class == isMove && it.adj && slices.Contains([]string{"larger", "bigger", "smaller"}, it.text)
		if it.class != isExtreme && !larger || it.judge || it.n == 0 || s.heldAt(it) || s.text(i+1) != "of" {
			continue
		}
		k, rank := i+2, 1
		for ; s.text(k) == "the" || s.text(k) == "our" || s.itemIs(k, isQuantity) && s.items[k].q.unit == bare; k++ {
		}
		if !s.itemIs(k, isSubject) || s.items[k].thing.ID != "count:localities" || !s.ends(k+1) {
			continue
		}
		k = i - 1
		if k >= 0 && s.items[k].ordinal > 0 {
			rank, k = int(s.items[k].ordinal), k-1
		}
		if s.text(k) != "the" || !s.itemIs(k-1, isMark) || s.items[k-1].word != "," || !s.itemIs(k-2, isArea) || !isLocality(s.items[k-2].area) {
			continue
		}
		s.holdPlace(t, it, s.items[k-2].area, rank, larger)
	}
}

// holdPlace holds that a locality has the rank among them, by people.
func (s *statement) holdPlace(t *Thing, it *item, area string, rank int, larger bool) {
	v, ok := s.facts.at(t, value, area, s.facts.Year)
	if !ok {
		return
	}
	w := way{year: s.facts.Year, expected: s.facts.place(area) + " has " + v.Display + " people", evidence: proof(v, s.facts.Year)}
	beyond, others := 0, 0
	for _, o := range s.facts.Things {
		if o.Group != "locality" || o.ID == area {
			continue
		}
		ov, there := s.facts.at(t, value, o.ID, s.facts.Year)
		if !there {
			return
		}
		if others++; ov.Exact.Cmp(v.Exact) == it.n {
			beyond++
		}
		w.expected += ", " + s.facts.place(o.ID) + " " + ov.Display
	}
	if larger && others != 1 || rank > others+1 {
		return
	}
	w.truth = truthOf(beyond == rank-1)
	s.tellAt(saysCount, it, t, area, w).Comparator = it.text
}

// partAndPeople reads "about a quarter of our 118,400 people, 28,000, live on the coast".
func (s *statement) partAndPeople() {
	t, area := s.things["population"], s.onlyLocality()
	if t == nil || area == "" || s.money || s.negated() || s.unsureMood() || s.namesMeasure() {
		return
	}
	var at []int
	for i := range s.items {
		switch it := &s.items[i]; it.class {
		case isQuantity:
			if it.q.ref != nil || it.q.value == nil || it.q.per != 0 {
				return
			}
			at = append(at, i)
		case isPlain, isRole, isMark, isLives, isHedge, isArea:
			if strings.Contains(it.text, "aged") || it.ordinal > 0 {
				return
			}
		default:
			return
		}
	}
	all, ok := s.facts.at(t, value, own, s.facts.Year)
	part, okP := s.facts.at(t, value, area, s.facts.Year)
	if len(at) != 3 || !ok || !okP || s.items[at[0]].q.unit != percent || s.items[at[1]].q.unit != bare || s.items[at[2]].q.unit != bare || !fits(s.items[at[1]].q.in(), all) || !s.partOf(at[1]) && !s.itemIs(at[1]-1, isArea) ||
		!s.items[min(at[1]+1, len(s.items)-1)].namesPeople() || s.text(at[0]+1) != "of" || !s.ends(at[2]+1) || !s.itemIs(at[1]+2, isMark) || at[2] != at[1]+3 || !anyOf(s.items[at[2]:], func(x *item) bool { return x.class == isLives }) {
		return
	}
	s.tellCount(at[1], t, own, all, true)
	s.tellCount(at[2], t, area, part, fits(s.items[at[2]].q.in(), part))
	s.tellShare(at[0], t, area, part, all)
	s.understood(0, len(s.items))
}
