package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// besideTwo reports whether the clause says on which side of each of two places a figure is: "is short of Scotland, we
// remain above the family average".
func (c *clause) besideTwo() bool {
	places := 0
	for i := range c.items {
		if c.items[i].Class != language.IsBeside {
			continue
		}
		k := i + 1
		for k < len(c.items) && c.items[k].Class == language.IsPlain {
			k++
		}
		if c.is(k, language.IsArea) {
			places++
		}
	}
	return places > 1
}

// comparisons reads "above Scotland", "better than the national average".
func (c *clause) comparisons(t *facts.Thing, face facts.Face, area string, set bool, other string, compared bool, tm times) {
	if c.overtakes(t, area, other, compared, tm) {
		return
	}
	var word *item
	sign, judge := 0, false
	for i := range c.items {
		it := c.items[i]
		switch {
		case it.Class == language.IsBeside && (word == nil || word.Class != language.IsBeside) && !c.is(c.next(i), language.IsPeriod):
			word, sign, judge = it, it.N, it.Judge
		case it.Class == language.IsMove && it.Adj && word == nil && (compared || set && area != facts.Own):
			word, sign, judge = it, it.N, it.Judge
		case it.Class == language.IsStable && word == nil && compared:
			word, sign = it, 0
		}
	}
	if word == nil && c.versus != "" && !compared {
		if m, _, s := c.direction(t); m != nil && m.Adj {
			word, sign, other, compared = m, s, c.versus, true
		}
	}
	if word != nil && word.Class == language.IsBeside && !compared && !set {
		for _, q := range c.qs { // "compares favourably with 81.8% nationally"
			if q.hasArea && q.area != facts.Own && q.role == isOther && q.start > word.start {
				other, compared = q.area, true
			}
		}
	}
	if word != nil && word.Class == language.IsBeside && !compared && !set && c.besidePlace != "" && len(c.subjects) > 0 && c.saysBeside("it") {
		other, compared = c.besidePlace, true // "above Scotland on falls and below it on readmissions"
	}
	if i := c.has(language.IsPace); i >= 0 {
		c.paces(t, face, area, other, compared, tm, i)
		return
	}
	if slices.ContainsFunc(c.items, func(x *item) bool { return x.Word == "no other" }) {
		return // "no area did better than ours", which extremes reads
	}
	if i := slices.IndexFunc(c.items, func(x *item) bool { return x.Class == language.IsArea && x.possessive }); i >= 0 && c.is(c.next(i), language.IsExtreme) && c.next(i) == i+1 {
		return // "lower than in Angus's worst year"
	}
	if word == nil || t.Kind != facts.Indicator && t.Kind != facts.Measure || c.countsAreas() || c.ofChange() || c.besideTwo() {
		return
	}
	if judge {
		if overtaking(word.text) && t.Better < 0 {
			return // what overtakes a rate is above it, or better than it
		}
		if sign *= t.Better; sign == 0 {
			return
		}
	}
	a, b := facts.Own, other
	local := t.Kind == facts.Measure && compared && other != area && (isLocality(area) || isLocality(other))
	switch {
	case local:
		a = area
	case t.Kind == facts.Measure:
		return
	case compared && other != facts.Own:
		if set && area != facts.Own {
			a = area
		}
	case set && area != facts.Own && (compared || word.Adj || word.Class == language.IsBeside):
		// "Scotland's rate is higher", "… is above ours".
		if (word.Class == language.IsMove || !compared) && c.comparedInTime() || c.has(language.IsRank) >= 0 || c.says("among", "amongst") {
			return
		}
		a, b = area, facts.Own
	default:
		return
	}
	if a == b || !local && (isLocality(a) || isLocality(b)) || local && (c.has(language.IsTogether) >= 0 || c.says("combined", "put together", "together", "added together")) {
		return // nothing is added up
	}
	var ways []facts.Way
	for _, y := range c.atYears(t, face, a, tm) {
		var w facts.Way
		gap := slices.IndexFunc(c.qs, func(q *placed) bool { return (q.role == isGap || q.role == isDelta) && !q.used && q.q.Ref == nil })
		switch {
		case gap >= 0 && sign != 0 && !c.not:
			c.inPoints(t, c.qs[gap])
			w = c.facts.Gap(t, face, a, b, y, sign, c.qs[gap].q)
			c.qs[gap].used = true
		case c.not && sign != 0:
			w = c.facts.NotBeside(t, face, a, b, y, sign)
		default:
			w = c.facts.BesideBy(t, face, a, b, y, sign, c.degree(word))
			if c.not {
				w.Truth = facts.Unknown
			}
		}
		if !c.not {
			c.onlyThenBeside(&w, t, face, a, b, sign, slices.Index(c.items, word), y)
		}
		ways = append(ways, w)
	}
	cl := c.tell(saysComparison, word, t, a, ways)
	cl.Comparator, cl.Negated = word.text+" "+c.facts.Place(b), c.not
	if cl.Verdict == Contradicted && sign != 0 {
		cl.Slip = "the other way"
	}
	for _, b := range c.also {
		if c.not || a != facts.Own || isLocality(b) {
			break
		}
		if b == a || b == other {
			continue // "our family of similar partnerships" is one place
		}
		ways = nil
		for _, y := range c.atYears(t, face, facts.Own, tm) {
			ways = append(ways, c.facts.BesideBy(t, face, a, b, y, sign, c.degree(word)))
		}
		cl := c.tell(saysComparison, word, t, a, ways)
		cl.Comparator = word.text + " " + c.facts.Place(b)
		if cl.Verdict == Contradicted && sign != 0 {
			cl.Slip = "the other way"
		}
	}
}

// saysBeside reports whether a word is right behind what says on which side of another figure something is.
func (c *clause) saysBeside(word string) bool {
	i := c.has(language.IsBeside)
	return i >= 0 && i+1 < len(c.items) && c.items[i+1].text == word
}

// inPoints gives points to a bare figure behind one that has them: "nine points above Scotland and four above the
// average of our family".
func (c *clause) inPoints(t *facts.Thing, q *placed) {
	if t.Unit != facts.Percent || q.q.Unit != facts.Bare || q.q.Per != 0 || q.q.Fraction || q.q.Ref != nil || !c.is(q.i+1, language.IsBeside) {
		return
	}
	if anyOf(c.statement.items, func(x *item) bool {
		return x.Class == language.IsQuantity && x.start < q.start && x.q.Unit == facts.Points
	}) {
		in := *q.q
		in.Unit = facts.Points
		q.q = &in
	}
}

// isLocality reports whether an area is a locality.
func isLocality(area string) bool { return facts.IsLocality(area) }
