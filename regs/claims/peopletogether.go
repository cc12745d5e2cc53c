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

// This file reads how many people several localities have together and what share of all that is, and which
// place among the localities one has that is named right before.

// localityRun is the first list of two or more localities, with the items where it begins and ends: "Strathmoor
// and Glenside", "in the north or on the coast". areas is nil where there is none.
func (s *statement) localityRun() (from, to int, areas []string) {
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsArea && facts.IsLocality(it.Area):
			if len(areas) == 0 {
				from = i
			}
			if to = i; !slices.Contains(areas, it.Area) {
				areas = append(areas, it.Area)
			}
		case len(areas) == 0, it.Text == "and", it.Text == "or", it.Text == "the", it.Text == "both", it.Text == "on", it.Class == language.IsRole && it.Role == "in" && it.Text == "in", it.Class == language.IsMark && it.Word == ",":
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
	if c.has(language.IsTogether) >= 0 && len(c.localitiesNamed()) < 2 && language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Class == language.IsArea && facts.IsLocality(x.Area) }) {
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
	return last.Start < c.items[0].Start
}

// ofPeopleThere reports whether a share is of the people of one locality: "a fifth of the population of the north are over 70".
func (c *clause) ofPeopleThere(q *placed) bool {
	k := q.i + 1
	if !c.roleAt(k, "of") {
		return false
	}
	for k++; k < len(c.items) && (c.items[k].Text == "the" || c.items[k].Text == "all"); k++ {
	}
	return k < len(c.items) && c.items[k].NamesPeople() && (c.roleAt(k+1, "of") || c.roleAt(k+1, "in")) && c.is(k+2, language.IsArea) && facts.IsLocality(c.items[k+2].Area)
}

// lastLocality is the locality that the sentence names last before the clause, area where it names none.
func (c *clause) lastLocality(area string) string {
	for i := range c.statement.items {
		it := &c.statement.items[i]
		if it.Start >= c.items[0].Start {
			break
		}
		if it.Class == language.IsArea && facts.IsLocality(it.Area) {
			area = it.Area
		}
	}
	return area
}

// ofAnotherWhole reports whether a percentage is of all the money or of all who live in the area, and so not that of an indicator
// or a measure: "11.2% of all spending".
func (c *clause) ofAnotherWhole(q *placed) bool {
	if k := q.i + 1; c.is(k, language.IsBase) {
		return q.Q.Unit == facts.Percent && c.items[k].Text != "of the total"
	}
	return c.ofAllHere(q)
}

// ofAllHere reports whether a percentage is of all who live in the area: "76% of our residents", "two fifths of our 56,500
// people".
func (c *clause) ofAllHere(q *placed) bool {
	k := q.i + 1
	if q.Q.Unit != facts.Percent || !c.roleAt(k, "of") || c.locality != "" {
		return false
	}
	for k++; k < len(c.items) && (c.items[k].Text == "the" || c.items[k].Text == "our" || c.items[k].Text == "all" || c.items[k].Is(facts.Own)); k++ {
	}
	if c.is(k, language.IsQuantity) && c.items[k].Q.Unit == facts.Bare && k+1 < len(c.items) && c.items[k+1].CountsPeople() || k < len(c.items) && c.items[k].Text == "everyone" {
		return true
	}
	if k >= len(c.items) || !c.items[k].NamesPeople() {
		return false
	}
	return c.items[k].Text != "people" && c.next(k) < 0 || c.roleAt(k+1, "of") && c.is(k+2, language.IsArea) && c.items[k+2].Is(facts.Own) && k+3 == len(c.items)
}

// peopleTogether reads "together Strathmoor and Glenside are home to 90,400 people, more than three quarters of
// the population".
func (s *statement) peopleTogether() {
	t := s.population
	if t == nil || s.lacks(language.IsArea) || s.money || s.negated() || s.unsureMood() || s.namesMeasure() {
		return
	}
	from, to, areas := s.localityRun()
	if areas == nil {
		return
	}
	together, lives, count, part := false, false, -1, -1
	for i := range s.items {
		it := &s.items[i]
		switch it.Class {
		case language.IsArea:
			if facts.IsLocality(it.Area) && (i < from || i > to) || !facts.IsLocality(it.Area) && it.Area != facts.Own {
				return
			}
		case language.IsQuantity:
			switch q := it.Q; {
			case q.Ref != nil || q.Value == nil || q.Per != 0:
				return
			case q.Unit == facts.Percent && part < 0 && s.ofAllPeople(i+1):
				part = i
			case q.Unit == facts.Bare && !q.Fraction && count < 0 && q.Value.Cmp(exact.Rat(500, 1)) >= 0 && s.countsThem(i+1):
				count = i
			default:
				return
			}
		case language.IsTogether:
			together = true
		case language.IsLives:
			lives = true
		case language.IsPlain, language.IsRole, language.IsMark, language.IsHedge:
			if it.Ordinal > 0 || strings.Contains(it.Text, "aged") || slices.Contains([]string{"each", "apiece", "respectively", "either"}, it.Text) {
				return
			}
			together = together || it.Text == "in all" || it.Text == "in total" || it.Text == "all told"
		case language.IsBreak:
			if it.Word != "and" && !strings.HasPrefix(it.Text, "or") && it.Text != "which" && it.Text != "who" {
				return
			}
		default:
			return
		}
		lives = lives || it.NamesPeople()
	}
	if !lives || count < 0 && part < 0 || !together && (part < 0 || part > from) {
		return
	}
	sum, all := new(big.Rat), facts.Value{}
	w := facts.Way{Year: s.facts.Year}
	for _, a := range areas {
		v, ok := s.facts.At(t, facts.FaceValue, a, s.facts.Year)
		if !ok {
			return
		}
		sum.Add(sum, v.Exact)
		w.Evidence = append(w.Evidence, facts.Proof(v, s.facts.Year)...)
	}
	all, ok := s.facts.At(t, facts.FaceValue, facts.Own, s.facts.Year)
	if !ok || all.Exact.Sign() <= 0 {
		return
	}
	told := false
	if count >= 0 && !s.heldAt(&s.items[count]) {
		it := &s.items[count]
		w.Truth, w.Expected, told = facts.TruthOf(it.Q.In().Has(sum)), numberOf(sum), true
		s.tellAt(saysCount, it, t, facts.Own, w).Quantity = it.Q.Bounds()
	}
	if part >= 0 && !s.heldAt(&s.items[part]) {
		it := &s.items[part]
		p := new(big.Rat).Quo(sum, all.Exact)
		p.Mul(p, exact.Rat(100, 1))
		w.Truth, w.Expected, told = facts.TruthOf(facts.Fits(it.Q.In(), facts.Value{Exact: p, Shown: facts.ShownPercent(p)})), p.FloatString(1)+"%, or "+numberOf(sum)+" of "+all.Display+" people,", true
		cl := s.tellAt(saysShare, it, t, facts.Own, w)
		cl.Quantity, cl.Unit = it.Q.Bounds(), facts.Percent
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
	for k++; s.text(k) == "the" || s.text(k) == "our" || s.text(k) == "all" || s.itemIs(k, language.IsArea) && s.items[k].Area == facts.Own && s.items[k].Possessive; k++ {
	}
	switch {
	case k >= len(s.items):
		return false
	case s.items[k].Text == "everyone" && s.text(k+1) == "who":
		return s.itemIs(k+2, language.IsLives) && (s.text(k+3) == "here" || s.itemIs(k+3, language.IsArea))
	case s.itemIs(k, language.IsLives):
	case !s.items[k].NamesPeople():
		return false
	}
	return s.itemIs(k, language.IsLives) && s.text(k) != "population" || s.noFurther(k+1)
}

// countsThem reports whether the words from item k on say that a number is of people.
func (s *statement) countsThem(k int) bool {
	if k < len(s.items) && s.items[k].CountsPeople() {
		return s.noFurther(k + 1)
	}
	return s.itemIs(k, language.IsLives) || s.text(k) == "in all" || s.text(k) == "in total" || s.text(k) == "all told" || s.text(k) == "altogether" || s.itemIs(k, language.IsTogether)
}

// noFurther reports whether nothing that narrows a word for people follows it at item k.
func (s *statement) noFurther(k int) bool {
	if s.ends(k) || s.itemIs(k, language.IsLives) || s.itemIs(k, language.IsTogether) || s.itemIs(k, language.IsArea) && s.items[k].Area == facts.Own {
		return true
	}
	if s.text(k) == "of" || s.text(k) == "in" {
		return s.itemIs(k+1, language.IsArea)
	}
	return s.text(k) == "on" || s.text(k) == "or" || s.text(k) == "in all" || s.text(k) == "altogether"
}

// placeAmongLocalities reads "lives in Glenside, the largest of our three localities" where nothing but people is
// spoken of.
func (s *statement) placeAmongLocalities() {
	t := s.population
	if t == nil || s.lacks(language.IsArea) || s.money || s.negated() || s.unsureMood() || s.namesMeasure() || !language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsLives || x.NamesPeople() }) {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		larger := it.Class == language.IsMove && it.Adj && slices.Contains([]string{"larger", "bigger", "smaller"}, it.Text)
		if it.Class != language.IsExtreme && !larger || it.Judge || it.N == 0 || s.heldAt(it) || s.text(i+1) != "of" {
			continue
		}
		k, rank := i+2, 1
		for ; s.text(k) == "the" || s.text(k) == "our" || s.itemIs(k, language.IsQuantity) && s.items[k].Q.Unit == facts.Bare; k++ {
		}
		if !s.itemIs(k, language.IsSubject) || s.items[k].Thing.ID != "count:localities" || !s.ends(k+1) {
			continue
		}
		k = i - 1
		if k >= 0 && s.items[k].Ordinal > 0 {
			rank, k = int(s.items[k].Ordinal), k-1
		}
		if s.text(k) != "the" || !s.itemIs(k-1, language.IsMark) || s.items[k-1].Word != "," || !s.itemIs(k-2, language.IsArea) || !facts.IsLocality(s.items[k-2].Area) {
			continue
		}
		s.holdPlace(t, it, s.items[k-2].Area, rank, larger)
	}
}

// holdPlace holds that a locality has the rank among them, by people.
func (s *statement) holdPlace(t *facts.Thing, it *lex.Item, area string, rank int, larger bool) {
	v, ok := s.facts.At(t, facts.FaceValue, area, s.facts.Year)
	if !ok {
		return
	}
	beyond, others, ok := s.facts.LocalitiesBeyond(t, v, area, it.N)
	if !ok || larger && len(others) != 1 || rank > len(others)+1 {
		return
	}
	w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(beyond == rank-1), Evidence: facts.Proof(v, s.facts.Year)}
	w.Expected = strings.Join(append([]string{s.facts.Place(area) + " has " + v.Display + " people"}, others...), ", ")
	s.tellAt(saysCount, it, t, area, w).Comparator = it.Text
}

// partAndPeople reads "about a quarter of our 118,400 people, 28,000, live on the coast".
func (s *statement) partAndPeople() {
	t := s.population
	if t == nil || s.lacks(language.IsArea) {
		return
	}
	area := s.onlyLocality()
	if area == "" || s.money || s.negated() || s.unsureMood() || s.namesMeasure() {
		return
	}
	var at []int
	for i := range s.items {
		switch it := &s.items[i]; it.Class {
		case language.IsQuantity:
			if it.Q.Ref != nil || it.Q.Value == nil || it.Q.Per != 0 {
				return
			}
			at = append(at, i)
		case language.IsPlain, language.IsRole, language.IsMark, language.IsLives, language.IsHedge, language.IsArea:
			if strings.Contains(it.Text, "aged") || it.Ordinal > 0 {
				return
			}
		default:
			return
		}
	}
	all, ok := s.facts.At(t, facts.FaceValue, facts.Own, s.facts.Year)
	part, okP := s.facts.At(t, facts.FaceValue, area, s.facts.Year)
	if len(at) != 3 || !ok || !okP || s.items[at[0]].Q.Unit != facts.Percent || s.items[at[1]].Q.Unit != facts.Bare || s.items[at[2]].Q.Unit != facts.Bare || !facts.Fits(s.items[at[1]].Q.In(), all) || !s.partOf(at[1]) && !s.itemIs(at[1]-1, language.IsArea) ||
		!s.items[min(at[1]+1, len(s.items)-1)].NamesPeople() || s.text(at[0]+1) != "of" || !s.ends(at[2]+1) || !s.itemIs(at[1]+2, language.IsMark) || at[2] != at[1]+3 || !language.AnyOf(s.items[at[2]:], func(x *lex.Item) bool { return x.Class == language.IsLives }) {
		return
	}
	s.tellCount(at[1], t, facts.Own, all, true)
	s.tellCount(at[2], t, area, part, facts.Fits(s.items[at[2]].Q.In(), part))
	s.tellShare(at[0], t, area, part, all)
	s.understood(0, len(s.items))
}
