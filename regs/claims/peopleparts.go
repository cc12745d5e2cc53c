package claims

import (
	"math/big"
	"slices"

	"apr/internal/number"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
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
		case it.Class == language.IsLives:
			lives = true
		case it.Class == language.IsArea && facts.IsLocality(it.Area) && lives:
			return it.Area
		case it.Class != language.IsPlain && !c.roleAt(k, "in"):
			return ""
		}
	}
	return ""
}

// peopleBeside reads how many more or fewer people live in one locality than in others: "Glenside has
// 10,100 more people than the Coast and 14,200 fewer than Strathmoor", "the largest, Strathmoor, has
// fewer residents than the other two together by 13,800".
func (s *statement) peopleBeside() {
	t := s.population
	if t == nil || s.lacks(language.IsArea) || !language.AnyOf(s.items, func(x *lex.Item) bool { return x.CountsPeople() }) || s.denies() || s.unsureMood() || s.namesMeasure() {
		return
	}
	if language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsMove && !x.Adj || x.Class == language.IsTimes }) {
		return // it is of how many more there are than before
	}
	var first []string // the localities that are compared
	for i := 0; i < len(s.items); i++ {
		it := &s.items[i]
		if it.Class == language.IsArea && facts.IsLocality(it.Area) && !slices.Contains(first, it.Area) {
			first = append(first, it.Area)
		}
		word := it.Class == language.IsMove && it.Adj || it.Class == language.IsBeside
		if !word || it.Judge || it.N == 0 || len(first) == 0 {
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
	return slices.ContainsFunc(s.all, func(t *facts.Thing) bool { return t.Kind == facts.Measure || t.Kind == facts.Indicator })
}

// peopleThan are the localities whose people the comparative at i is set against, and the place of
// the figure that says by how many, -1 for none; end is the last item of it. It is nil where the words
// are no such comparison.
func (s *statement) peopleThan(i int, first []string) (others []string, by, end int) {
	by = -1
	if i > 0 && s.items[i-1].Class == language.IsQuantity {
		by = i - 1
	}
	k := i + 1
	if k < len(s.items) && s.items[k].CountsPeople() {
		k++
	}
	if s.items[i].Class == language.IsMove {
		if k >= len(s.items) || s.items[k].Class != language.IsThan {
			return nil, -1, i
		}
		k++
	}
	rest, together := 0, false
	for end = i; k < len(s.items); k++ {
		it := &s.items[k]
		switch {
		case it.Class == language.IsArea && facts.IsLocality(it.Area) && rest == 0:
			others = append(others, it.Area)
		case it.Class == language.IsTogether, it.Text == "put together":
			together = true
		case it.Text == "put" && k+1 < len(s.items) && s.items[k+1].Class == language.IsTogether:
		case it.Class == language.IsSubject && it.Thing.ID == "count:localities", it.Text == "localities":
		case it.Text == "the other", it.Text == "other", it.Text == "the", it.Text == "in", it.Class == language.IsPlain && it.Text == "has":
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Bare && it.Q.Value != nil && it.Q.Value.Cmp(exact.Rat(2, 1)) == 0 && s.items[k-1].Text == "other" && len(others) == 0:
			rest = 2
		case it.Class == language.IsBreak && it.Word == "and" && k+1 < len(s.items) && s.items[k+1].Class == language.IsArea && facts.IsLocality(s.items[k+1].Area) && language.AnyOf(s.items[k+2:], func(x *lex.Item) bool { return x.Class == language.IsTogether }):
		case it.Class == language.IsRole && it.Role == "by" && by < 0 && k+1 < len(s.items) && s.items[k+1].Class == language.IsQuantity && s.items[k+1].Q.Unit == facts.Bare:
			by, k = k+1, k+1
		case it.Class == language.IsMark && it.Word == "," && by < 0 && k+2 < len(s.items) && s.items[k+1].Role == "by" && s.items[k+2].Class == language.IsQuantity && s.items[k+2].Q.Unit == facts.Bare:
			by, k = k+2, k+2
		case it.Class == language.IsBreak && it.Word == "which":
			return nil, -1, i // "who need care"
		case it.Class == language.IsMark, it.Class == language.IsBreak:
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
func (s *statement) holdPeopleBeside(t *facts.Thing, i, by int, first, others []string) {
	if len(first) > 1 && !language.AnyOf(s.items[:i], func(x *lex.Item) bool { return x.Class == language.IsTogether }) {
		return
	}
	if slices.ContainsFunc(others, func(o string) bool { return slices.Contains(first, o) }) {
		return
	}
	sum := func(areas []string) (*big.Rat, bool) {
		all := new(big.Rat)
		for _, a := range areas {
			v, ok := s.facts.At(t, facts.FaceValue, a, s.facts.Year)
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
	w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(d.Sign() == s.items[i].N), Expected: numberOf(a) + " people and " + numberOf(b)}
	carrier := &s.items[i]
	if by >= 0 {
		q := s.items[by].Q
		if q.Unit != facts.Bare || q.Ref != nil || q.Fraction || q.Value == nil {
			return
		}
		carrier = &s.items[by]
		w.Truth = facts.TruthOf(w.Truth == facts.Yes && q.In().Has(d.Abs(d)))
	}
	if s.heldAt(carrier) {
		return
	}
	cl := s.tellAt(saysComparison, carrier, t, first[0], w)
	cl.Comparator = s.items[i].Text
}

// numberOf is a count as texts have it.
func numberOf(v *big.Rat) string { return number.Format(float64(v.Num().Int64()), 0) }

// morePeopleHere reads how many more or fewer than the figure before live in a further locality:
// "24,600 live in the north and 7,300 more than that in the south".
func (s *statement) morePeopleHere() {
	t := s.population
	if t == nil || s.lacks(language.IsQuantity) || s.lacks(language.IsArea) || s.unsureMood() || s.denies() {
		return
	}
	for i := 1; i+3 < len(s.items); i++ {
		it := &s.items[i]
		q := s.items[i-1].Q
		if it.N == 0 || it.Judge || s.items[i-1].Class != language.IsQuantity || q.Unit != facts.Bare || q.Ref != nil || q.Fraction || q.Value == nil || q.Value.Cmp(exact.Rat(500, 1)) < 0 {
			continue
		}
		k := i + 1
		if it.Class == language.IsMove && it.Adj && s.items[k].Class == language.IsThan {
			k++
		} else if it.Class != language.IsBeside {
			continue
		}
		if k+2 >= len(s.items) || s.items[k].Text != "that" && s.items[k].Text != "there" || s.items[k+1].Text != "in" && s.items[k+1].Text != "on" || s.items[k+2].Class != language.IsArea || !facts.IsLocality(s.items[k+2].Area) || k+3 < len(s.items) && s.items[k+3].Class != language.IsMark {
			continue
		}
		from := s.livesBefore(i - 1)
		a, okA := s.facts.At(t, facts.FaceValue, s.items[k+2].Area, s.facts.Year)
		b, okB := s.facts.At(t, facts.FaceValue, from, s.facts.Year)
		if from == "" || !okA || !okB {
			continue
		}
		d := new(big.Rat).Sub(a.Exact, b.Exact)
		w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(d.Sign() == it.N && q.In().Has(new(big.Rat).Abs(d))), Expected: a.Display + " people, and " + b.Display + " in " + s.facts.Place(from), Evidence: append(facts.Proof(a, s.facts.Year), facts.Proof(b, s.facts.Year)...)}
		cl := s.tellAt(saysComparison, &s.items[i-1], t, s.items[k+2].Area, w)
		cl.Comparator = it.Text
	}
}

// livesBefore is the locality in which people are said to live before item i, "" where that isn't one
// alone.
func (s *statement) livesBefore(i int) (area string) {
	lives := false
	for k := range i {
		switch it := &s.items[k]; {
		case it.Class == language.IsLives:
			lives = true
		case it.Class == language.IsArea && facts.IsLocality(it.Area):
			if area != "" {
				return ""
			}
			area = it.Area
		}
	}
	if !lives {
		return ""
	}
	return area
}
