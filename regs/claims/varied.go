package claims

import (
	"math/big"
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file has ways to speak of over- and underspends that take more than a word.

// partOfVariance reports whether the clause gives its subject a part of an over- or underspend:
// "the council answers for £0.9m of the overspend".
func (c *clause) partOfVariance() bool {
	v := c.hasFace(facts.FaceVariance)
	return v > 0 && len(c.subjects) == 1 && c.subjects[0].Kind == facts.Money && c.roleAt(c.prev(v), "of") && c.is(c.prev(c.prev(v)), language.IsQuantity) && c.items[c.prev(c.prev(v))].Q.Unit == facts.Pounds
}

// opensRun reports whether all that is before a comma says how often something happened in a
// row: "For the third year in succession, we spent …".
func opensRun(cur *clause) bool {
	return cur.has(language.IsRow, language.IsEach) >= 0 && !slices.ContainsFunc(cur.items, func(x *lex.Item) bool {
		return x.Class != language.IsPlain && x.Class != language.IsRow && x.Class != language.IsEach && x.Class != language.IsPeriod && !(x.Class == language.IsRole && x.Role == "in")
	})
}

// appositive reports whether a comma is before or behind the size of an over- or underspend of
// which it is said then where it was: "The largest underspend of any service, £787,000, was in …".
func appositive(cur *clause, behind []*lex.Item) bool {
	if cur.has(language.IsExtreme) < 0 || cur.hasFace(facts.FaceVariance) < 0 || len(cur.subjects) > 0 || cur.has(language.IsSubject) >= 0 || len(behind) < 2 {
		return false
	}
	switch n := len(cur.items); {
	case cur.has(language.IsQuantity) < 0:
		return behind[0].Class == language.IsQuantity && behind[0].Q.Unit == facts.Pounds && behind[1].Class == language.IsMark && behind[1].Word == ","
	case cur.items[n-1].Class == language.IsQuantity:
		return slices.Contains([]string{"was", "is", "were", "came", "arose", "lay", "occurred"}, behind[0].Text) && behind[1].Class == language.IsRole
	}
	return false
}

// ofYear reports whether the clause says at its beginning of which year it is.
func (c *clause) ofYear() bool {
	for _, it := range c.items[:min(3, len(c.items))] {
		if it.Class == language.IsPeriod && it.Known {
			return true
		}
	}
	return false
}

// timesVaried reads "in the six years the board has finished within its plan twice"; it reports
// whether the clause says how often there was an over- or underspend.
func (c *clause) timesVaried(t *facts.Thing, sign, i int, tm times) bool {
	n, q := c.howOften(i)
	if n < 0 {
		return false
	}
	years := tm.over
	for k := range c.statement.items {
		if it := &c.statement.items[k]; it.Class == language.IsPeriod && it.Word == "over" && years == 0 {
			years = it.Year
		}
	}
	if years < 2 || c.not || c.facts.Year-years+1 < c.facts.First {
		return true // of which years isn't said
	}
	count, w, ok := c.yearsVaried(t, years, sign)
	if !ok {
		return true
	}
	w.Truth = facts.TruthOf(count == n)
	if q != nil {
		q.used = true
	}
	cl := c.tell(saysRun, c.items[i], t, facts.Own, []facts.Way{w})
	cl.Comparator = c.items[i].Text
	return true
}

// yearsVaried is in how many of the last years something was over or under its budget, and what the data have of it; ok is
// false where one of the years isn't known.
func (s *statement) yearsVaried(t *facts.Thing, years, sign int) (count int, w facts.Way, ok bool) {
	w.Year = s.facts.Year
	for y := s.facts.Year; y > s.facts.Year-years; y-- {
		v, ok := s.facts.At(t, facts.FaceVariance, facts.Own, y)
		if !ok {
			return 0, w, false
		}
		if v.Exact.Sign() == sign {
			count++
			w.Evidence = append(w.Evidence, facts.Proof(v, y)...)
		}
	}
	w.Expected = itoa(count) + " of the " + itoa(years) + " years"
	return count, w, true
}

// howOften is how many times the clause says that what is at item i happened, -1 where it
// doesn't say.
func (c *clause) howOften(i int) (n int, q *placed) {
	for k := i + 1; k < len(c.items); k++ {
		switch it := c.items[k]; {
		case it.Class == language.IsPlain && it.Text == "once":
			return 1, nil
		case it.Class == language.IsPlain && it.Text == "twice":
			return 2, nil
		case it.Class == language.IsQuantity && it.Q.IsWhole() && k+1 < len(c.items) && c.items[k+1].Text == "times":
			for _, o := range c.qs {
				if o.i == k {
					q = o
				}
			}
			return int(it.Q.Value.Num().Int64()), q
		}
	}
	return -1, nil
}

// variedAgainst reads "Carrick Coast overspent by more than Strathmoor did"; it reports whether
// the clause sets two over- or underspends against each other.
func (c *clause) variedAgainst(tm times) bool {
	v := c.hasFace(facts.FaceVariance)
	two := c.subjects
	if len(two) == 0 {
		two = c.localitiesNamed()
	}
	if v < 0 || c.items[v].N == 0 || len(two) != 2 || two[0].Kind != facts.Money || two[0].Group != two[1].Group || len(c.qs) > 0 || c.not || c.unknown != "" || tm.at != nil && tm.at[0] != c.facts.Year || c.comparedInTime() || c.has(language.IsTimes, language.IsExtreme) >= 0 {
		return false
	}
	names := func(t *facts.Thing) func(*lex.Item) bool {
		return func(x *lex.Item) bool { return x.Class == language.IsSubject && x.Thing == t || x.Is(t.ID) }
	}
	first, last := slices.IndexFunc(c.items, names(two[0])), slices.IndexFunc(c.items, names(two[1]))
	word, n := -1, 0
	for i := v + 1; i < last; i++ {
		switch it := c.items[i]; {
		case it.Class == language.IsPace, it.Class == language.IsMove && it.Adj && !it.Judge, it.Class == language.IsBeside && !it.Judge:
			word, n = i, it.N
		case it.Text == "more than", it.Text == "over":
			word, n = i, 1
		case it.Text == "less than", it.Text == "under":
			word, n = i, -1
		case it.Class == language.IsThan && slices.Contains([]string{"further", "deeper"}, c.items[max(v-1, 0)].Text):
			word, n = i, 1 // "further over budget than"
		}
	}
	if word < 0 || n == 0 || first > v {
		return false
	}
	y, sign := c.facts.Year, c.items[v].N
	a, okA := c.facts.At(two[0], facts.FaceVariance, facts.Own, y)
	b, okB := c.facts.At(two[1], facts.FaceVariance, facts.Own, y)
	w := facts.Way{Year: y}
	if okA && okB {
		size := func(v facts.Value) *big.Rat { return new(big.Rat).Mul(v.Exact, exact.Rat(int64(sign), 1)) }
		w.Truth = facts.TruthOf(size(a).Sign() > 0 && size(a).Cmp(size(b)) == n)
		w.Expected, w.Evidence = two[0].Called()+" "+a.Display+" and "+two[1].Called()+" "+b.Display, append(facts.Proof(a, y), facts.Proof(b, y)...)
	}
	cl := c.tell(saysComparison, c.items[word], two[0], facts.Own, []facts.Way{w})
	cl.Comparator = c.items[word].Text
	return true
}
