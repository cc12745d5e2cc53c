package claims

import (
	"math/big"
	"slices"

	"apr/internal/number"
)

// This file reads how many of the people of the whole area live in a locality, and how many more
// or fewer live in one than in another.

// peopleOfWhole is the locality in which a figure's people live where the clause begins with those of
// the whole area: "Of the 56,500 people of Ardenmuir 24,600 live in the north". "" where it doesn't.
func (c *clause) peopleOfWhole(q *placed) string {
	if len(c.qs) == 0 || !c.roleAt(0, "of") || c.qs[0].i > 2 || c.qs[0] == q {
		return ""
	}
	lives := false
	for k := q.i + 1; k < len(c.items); k++ {
		switch it := c.items[k]; {
		case it.class == isLives:
			lives = true
		case it.class == isArea && isLocality(it.area) && lives:
			return it.area
		case it.class != isPlain && !c.roleAt(k, "in"):
			return ""
		}
	}
	return ""
}

// countsPeople reports whether an item is a word for people who live somewhere.
func (it *item) countsPeople() bool {
	return it.text == "people" || it.text == "residents" || it.text == "inhabitants"
}

// peopleBeside reads how many more or fewer people live in one locality than in others: "Glenside has
// 10,100 more people than the Coast and 14,200 fewer than Strathmoor", "the largest, Strathmoor, has
// fewer residents than the other two together by 13,800".
func (s *statement) peopleBeside() {
	t := s.population
	if t == nil || s.lacks(isArea) || !anyOf(s.items, func(x *item) bool { return x.countsPeople() }) || s.denies() || s.unsureMood() || s.namesMeasure() {
		return
	}
	if anyOf(s.items, func(x *item) bool { return x.class == isMove && !x.adj || x.class == isTimes }) {
		return // it is of how many more there are than before
	}
	var first []string // the localities that are compared
	for i := 0; i < len(s.items); i++ {
		it := &s.items[i]
		if it.class == isArea && isLocality(it.area) && !slices.Contains(first, it.area) {
			first = append(first, it.area)
		}
		word := it.class == isMove && it.adj || it.class == isBeside
		if !word || it.judge || it.n == 0 || len(first) == 0 {
			continue
		}
		if others, by, end := s.peopleThan(i, first); others != nil {
			s.holdPeopleBeside(t, i, by, first, others)
			i = end
		}
	}
}

// namesMeasure reports whether the sentence is about a measure or an indicator, too, of whose people it
// may speak: "more people in Strathmoor than in Glenside waited for care at home".
func (s *statement) namesMeasure() bool {
	return slices.ContainsFunc(s.all, func(t *Thing) bool { return t.Kind == isMeasure || t.Kind == isIndicator })
}

// peopleThan are the localities whose people the comparative at i is set against, and the place of
// the figure that says by how many, -1 for none; end is the last item of it. It is nil where the words
// are no such comparison.
func (s *statement) peopleThan(i int, first []string) (others []string, by, end int) {
	by = -1
	if i > 0 && s.items[i-1].class == isQuantity {
		by = i - 1
	}
	k := i + 1
	if k < len(s.items) && s.items[k].countsPeople() {
		k++
	}
	if s.items[i].class == isMove {
		if k >= len(s.items) || s.items[k].class != isThan {
			return nil, -1, i
		}
		k++
	}
	rest, together := 0, false
	for end = i; k < len(s.items); k++ {
		it := &s.items[k]
		switch {
		case it.class == isArea && isLocality(it.area) && rest == 0:
			others = append(others, it.area)
		case it.class == isTogether, it.text == "put together":
			together = true
		case it.text == "put" && k+1 < len(s.items) && s.items[k+1].class == isTogether:
		case it.class == isSubject && it.thing.ID == "count:localities", it.text == "localities":
		case it.text == "the other", it.text == "other", it.text == "the", it.text == "in", it.class == isPlain && it.text == "has":
		case it.class == isQuantity && it.q.unit == bare && it.q.value != nil && it.q.value.Cmp(rat(2, 1)) == 0 && s.items[k-1].text == "other" && len(others) == 0:
			rest = 2
		case it.class == isBreak && it.word == "and" && k+1 < len(s.items) && s.items[k+1].class == isArea && isLocality(s.items[k+1].area) && anyOf(s.items[k+2:], func(x *item) bool { return x.class == isTogether }):
		case it.class == isRole && it.role == "by" && by < 0 && k+1 < len(s.items) && s.items[k+1].class == isQuantity && s.items[k+1].q.unit == bare:
			by, k = k+1, k+1
		case it.class == isMark && it.word == "," && by < 0 && k+2 < len(s.items) && s.items[k+1].role == "by" && s.items[k+2].class == isQuantity && s.items[k+2].q.unit == bare:
			by, k = k+2, k+2
		case it.class == isBreak && it.word == "which":
			return nil, -1, i // "who need care"
		case it.class == isMark, it.class == isBreak:
			end, k = k-1, len(s.items)
			continue
		default:
			return nil, -1, i
		}
		end = k
	}
	if rest > 0 {
		for _, o := range s.facts.Things {
			if o.Group == "locality" && !slices.Contains(first, o.ID) {
				others = append(others, o.ID)
			}
		}
		if len(first) != 1 || len(others) != rest {
			return nil, -1, i
		}
	}
	if len(others) == 0 || len(others) > 1 && !together {
		return nil, -1, i
	}
	return others, by, end
}

// holdPeopleBeside holds the comparative at i, and the figure at by, against the people of the
// localities.
func (s *statement) holdPeopleBeside(t *Thing, i, by int, first, others []string) {
	if len(first) > 1 && !anyOf(s.items[:i], func(x *item) bool { return x.class == isTogether }) {
		return
	}
	if slices.ContainsFunc(others, func(o string) bool { return slices.Contains(first, o) }) {
		return
	}
	sum := func(areas []string) (*big.Rat, bool) {
		all := new(big.Rat)
		for _, a := range areas {
			v, ok := s.facts.at(t, value, a, s.facts.Year)
			if !ok {
				return nil, false
			}
			all.Add(all, v.Exact)
		}
		return all, true
	}
	a, okA := sum(first)
	b, okB := sum(others)
	if !okA || !okB {
		return
	}
	d := new(big.Rat).Sub(a, b)
	w := way{year: s.facts.Year, truth: truthOf(d.Sign() == s.items[i].n), expected: numberOf(a) + " people and " + numberOf(b)}
	carrier := &s.items[i]
	if by >= 0 {
		q := s.items[by].q
		if q.unit != bare || q.ref != nil || q.fraction || q.value == nil {
			return
		}
		carrier = &s.items[by]
		w.truth = truthOf(w.truth == yes && q.in().has(d.Abs(d)))
	}
	if s.heldAt(carrier) {
		return
	}
	cl := s.tellAt(saysComparison, carrier, t, first[0], w)
	cl.Comparator = s.items[i].text
}

// numberOf is a count as texts have it.
func numberOf(v *big.Rat) string { return number.Format(float64(v.Num().Int64()), 0) }

// morePeopleHere reads how many more or fewer than the figure before live in a further locality:
// "24,600 live in the north and 7,300 more than that in the south".
func (s *statement) morePeopleHere() {
	t := s.population
	if t == nil || s.lacks(isQuantity) || s.lacks(isArea) || s.unsureMood() || s.denies() {
		return
	}
	for i := 1; i+3 < len(s.items); i++ {
		it := &s.items[i]
		q := s.items[i-1].q
		if it.n == 0 || it.judge || s.items[i-1].class != isQuantity || q.unit != bare || q.ref != nil || q.fraction || q.value == nil || q.value.Cmp(rat(500, 1)) < 0 {
			continue
		}
		k := i + 1
		if it.class == isMove && it.adj && s.items[k].class == isThan {
			k++
		} else if it.class != isBeside {
			continue
		}
		if k+2 >= len(s.items) || s.items[k].text != "that" && s.items[k].text != "there" || s.items[k+1].text != "in" && s.items[k+1].text != "on" || s.items[k+2].class != isArea || !isLocality(s.items[k+2].area) || k+3 < len(s.items) && s.items[k+3].class != isMark {
			continue
		}
		from := s.livesBefore(i - 1)
		a, okA := s.facts.at(t, value, s.items[k+2].area, s.facts.Year)
		b, okB := s.facts.at(t, value, from, s.facts.Year)
		if from == "" || !okA || !okB {
			continue
		}
		d := new(big.Rat).Sub(a.Exact, b.Exact)
		w := way{year: s.facts.Year, truth: truthOf(d.Sign() == it.n && q.in().has(new(big.Rat).Abs(d))), expected: a.Display + " people, and " + b.Display + " in " + s.facts.place(from), evidence: append(proof(a, s.facts.Year), proof(b, s.facts.Year)...)}
		cl := s.tellAt(saysComparison, &s.items[i-1], t, s.items[k+2].area, w)
		cl.Comparator = it.text
	}
}

// livesBefore is the locality in which people are said to live before item i, "" where that isn't one
// alone.
func (s *statement) livesBefore(i int) (area string) {
	lives := false
	for k := range i {
		switch it := &s.items[k]; {
		case it.class == isLives:
			lives = true
		case it.class == isArea && isLocality(it.area):
			if area != "" {
				return ""
			}
			area = it.area
		}
	}
	if !lives {
		return ""
	}
	return area
}
