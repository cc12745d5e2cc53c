package claims

import (
	"math/big"
	"slices"
)

// This file has ways to speak of over- and underspends that take more than a word.

// exceeded reads "exceeded its £18.6m by £1.4m" as of a budget, which is what an amount exceeds
// that is its own.
func exceeded(items []item, i int) {
	it := &items[i]
	if it.class != isBeside || it.judge || it.n == 0 || i+4 >= len(items) || items[i+1].text != "its" && items[i+1].text != "their" {
		return
	}
	if a := &items[i+2]; a.class != isQuantity || a.q.unit != pounds || items[i+3].role != "by" || items[i+4].class != isQuantity || items[i+4].q.unit != pounds {
		return
	}
	*it = item{entry: entry{class: isFace, face: variance, n: -it.n, word: it.text}, start: it.start, end: items[i+1].end, text: it.text + " its budget"}
	items[i+1] = item{entry: entry{class: isRole, role: "of", word: "of"}, start: items[i+1].end, end: items[i+1].end, text: "of"}
}

// partOfVariance reports whether the clause gives its subject a part of an over- or underspend:
// "the council answers for £0.9m of the overspend".
func (c *clause) partOfVariance() bool {
	v := c.hasFace(variance)
	return v > 0 && len(c.subjects) == 1 && c.subjects[0].Kind == isMoney && c.roleAt(c.prev(v), "of") && c.is(c.prev(c.prev(v)), isQuantity) && c.items[c.prev(c.prev(v))].q.unit == pounds
}

// opensRun reports whether all that is before a comma says how often something happened in a
// row: "For the third year in succession, we spent …".
func opensRun(cur *clause) bool {
	return cur.has(isRow, isEach) >= 0 && !slices.ContainsFunc(cur.items, func(x *item) bool {
		return x.class != isPlain && x.class != isRow && x.class != isEach && x.class != isPeriod && !(x.class == isRole && x.role == "in")
	})
}

// appositive reports whether a comma is before or behind the size of an over- or underspend of
// which it is said then where it was: "The largest underspend of any service, £787,000, was in …".
func appositive(cur *clause, behind []*item) bool {
	if cur.has(isExtreme) < 0 || cur.hasFace(variance) < 0 || len(cur.subjects) > 0 || cur.has(isSubject) >= 0 || len(behind) < 2 {
		return false
	}
	switch n := len(cur.items); {
	case cur.has(isQuantity) < 0:
		return behind[0].class == isQuantity && behind[0].q.unit == pounds && behind[1].class == isMark && behind[1].word == ","
	case cur.items[n-1].class == isQuantity:
		return slices.Contains([]string{"was", "is", "were", "came", "arose", "lay", "occurred"}, behind[0].text) && behind[1].class == isRole
	}
	return false
}

// ofYear reports whether the clause says at its beginning of which year it is.
func (c *clause) ofYear() bool {
	for _, it := range c.items[:min(3, len(c.items))] {
		if it.class == isPeriod && it.known {
			return true
		}
	}
	return false
}

// timesVaried reads "in the six years the board has finished within its plan twice"; it reports
// whether the clause says how often there was an over- or underspend.
func (c *clause) timesVaried(t *Thing, sign, i int, tm times) bool {
	n, q := c.howOften(i)
	if n < 0 {
		return false
	}
	years := tm.over
	for k := range c.statement.items {
		if it := &c.statement.items[k]; it.class == isPeriod && it.word == "over" && years == 0 {
			years = it.year
		}
	}
	if years < 2 || c.not || c.facts.Year-years+1 < c.facts.First {
		return true // of which years isn't said
	}
	count, w := 0, way{year: c.facts.Year}
	for y := c.facts.Year; y > c.facts.Year-years; y-- {
		v, ok := c.facts.at(t, variance, own, y)
		if !ok {
			return true
		}
		if v.Exact.Sign() == sign {
			count++
			w.evidence = append(w.evidence, proof(v, y)...)
		}
	}
	w.truth, w.expected = truthOf(count == n), itoa(count)+" of the "+itoa(years)+" years"
	if q != nil {
		q.used = true
	}
	cl := c.tell(saysRun, c.items[i], t, own, []way{w})
	cl.Comparator = c.items[i].text
	return true
}

// howOften is how many times the clause says that what is at item i happened, -1 where it
// doesn't say.
func (c *clause) howOften(i int) (n int, q *placed) {
	for k := i + 1; k < len(c.items); k++ {
		switch it := c.items[k]; {
		case it.class == isPlain && it.text == "once":
			return 1, nil
		case it.class == isPlain && it.text == "twice":
			return 2, nil
		case it.class == isQuantity && it.q.unit == bare && it.q.value != nil && it.q.value.IsInt() && k+1 < len(c.items) && c.items[k+1].text == "times":
			for _, o := range c.qs {
				if o.i == k {
					q = o
				}
			}
			return int(it.q.value.Num().Int64()), q
		}
	}
	return -1, nil
}

// variedAgainst reads "Carrick Coast overspent by more than Strathmoor did"; it reports whether
// the clause sets two over- or underspends against each other.
func (c *clause) variedAgainst(tm times) bool {
	v := c.hasFace(variance)
	two := c.subjects
	if len(two) == 0 {
		two = c.localitiesNamed()
	}
	if v < 0 || c.items[v].n == 0 || len(two) != 2 || two[0].Kind != isMoney || two[0].Group != two[1].Group || len(c.qs) > 0 || c.not || c.unknown != "" || tm.at != nil && tm.at[0] != c.facts.Year || c.comparedInTime() || c.has(isTimes, isExtreme) >= 0 {
		return false
	}
	names := func(t *Thing) func(*item) bool {
		return func(x *item) bool { return x.class == isSubject && x.thing == t || x.is(t.ID) }
	}
	first, last := slices.IndexFunc(c.items, names(two[0])), slices.IndexFunc(c.items, names(two[1]))
	word, n := -1, 0
	for i := v + 1; i < last; i++ {
		switch it := c.items[i]; {
		case it.class == isPace, it.class == isMove && it.adj && !it.judge, it.class == isBeside && !it.judge:
			word, n = i, it.n
		case it.text == "more than", it.text == "over":
			word, n = i, 1
		case it.text == "less than", it.text == "under":
			word, n = i, -1
		case it.class == isThan && slices.Contains([]string{"further", "deeper"}, c.items[max(v-1, 0)].text):
			word, n = i, 1 // "further over budget than"
		}
	}
	if word < 0 || n == 0 || first > v {
		return false
	}
	y, sign := c.facts.Year, c.items[v].n
	a, okA := c.facts.at(two[0], variance, own, y)
	b, okB := c.facts.at(two[1], variance, own, y)
	w := way{year: y}
	if okA && okB {
		size := func(v Value) *big.Rat { return new(big.Rat).Mul(v.Exact, rat(int64(sign), 1)) }
		w.truth = truthOf(size(a).Sign() > 0 && size(a).Cmp(size(b)) == n)
		w.expected, w.evidence = two[0].called()+" "+a.Display+" and "+two[1].called()+" "+b.Display, append(proof(a, y), proof(b, y)...)
	}
	cl := c.tell(saysComparison, c.items[word], two[0], own, []way{w})
	cl.Comparator = c.items[word].text
	return true
}
