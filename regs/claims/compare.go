package claims

import (
	"slices"
	"strings"
)

// comparisons reads "above Scotland", "better than the national average".
func (c *clause) comparisons(t *Thing, face Face, area string, set bool, other string, compared bool, tm times) {
	if c.overtakes(t, area, other, compared, tm) {
		return
	}
	var word *item
	sign, judge := 0, false
	for i := range c.items {
		it := c.items[i]
		switch {
		case it.class == isBeside && (word == nil || word.class != isBeside) && !c.is(c.next(i), isPeriod):
			word, sign, judge = it, it.n, it.judge
		case it.class == isMove && it.adj && word == nil && (compared || set && area != own):
			word, sign, judge = it, it.n, it.judge
		case it.class == isStable && word == nil && compared:
			word, sign = it, 0
		}
	}
	if word == nil && c.versus != "" && !compared {
		if m, _, s := c.direction(t); m != nil && m.adj {
			word, sign, other, compared = m, s, c.versus, true
		}
	}
	if word != nil && word.class == isBeside && !compared && !set {
		for _, q := range c.qs { // "compares favourably with 81.8% nationally"
			if q.hasArea && q.area != own && q.role == isOther && q.start > word.start {
				other, compared = q.area, true
			}
		}
	}
	if word != nil && word.class == isBeside && !compared && !set && c.besidePlace != "" && len(c.subjects) > 0 && c.saysBeside("it") {
		other, compared = c.besidePlace, true // "above Scotland on falls and below it on readmissions"
	}
	if i := c.has(isPace); i >= 0 {
		c.paces(t, face, area, other, compared, tm, i)
		return
	}
	if slices.ContainsFunc(c.items, func(x *item) bool { return x.word == "no other" }) {
		return // "no area did better than ours", which extremes reads
	}
	if i := slices.IndexFunc(c.items, func(x *item) bool { return x.class == isArea && x.possessive }); i >= 0 && c.is(c.next(i), isExtreme) && c.next(i) == i+1 {
		return // "lower than in Angus's worst year"
	}
	if word == nil || t.Kind != isIndicator && t.Kind != isMeasure || c.countsAreas() || c.ofChange() {
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
	a, b := own, other
	local := t.Kind == isMeasure && compared && other != area && (isLocality(area) || isLocality(other))
	switch {
	case local:
		a = area
	case t.Kind == isMeasure:
		return
	case compared && other != own:
		if set && area != own {
			a = area
		}
	case set && area != own && (compared || word.adj || word.class == isBeside):
		// "Scotland's rate is higher", "… is above ours".
		if (word.class == isMove || !compared) && c.comparedInTime() || c.has(isRank) >= 0 || c.says("among", "amongst") {
			return
		}
		a, b = area, own
	default:
		return
	}
	if a == b || !local && (isLocality(a) || isLocality(b)) || local && (c.has(isTogether) >= 0 || c.says("combined", "put together", "together", "added together")) {
		return // nothing is added up
	}
	var ways []way
	for _, y := range c.atYears(t, face, a, tm) {
		var w way
		gap := slices.IndexFunc(c.qs, func(q *placed) bool { return (q.role == isGap || q.role == isDelta) && !q.used && q.q.ref == nil })
		switch {
		case gap >= 0 && sign != 0 && !c.not:
			c.inPoints(t, c.qs[gap])
			w = c.facts.gap(t, face, a, b, y, sign, c.qs[gap].q)
			c.qs[gap].used = true
		case c.not && sign != 0:
			w = c.facts.notBeside(t, face, a, b, y, sign)
		default:
			w = c.facts.beside(t, face, a, b, y, sign)
			if c.not {
				w.truth = unknown
			}
		}
		ways = append(ways, w)
	}
	cl := c.tell(saysComparison, word, t, a, ways)
	cl.Comparator, cl.Negated = word.text+" "+c.facts.place(b), c.not
	if cl.Verdict == Contradicted && sign != 0 {
		cl.Slip = "the other way"
	}
	for _, b := range c.also {
		if c.not || a != own || isLocality(b) {
			break
		}
		if b == a || b == other {
			continue // "our family of similar partnerships" is one place
		}
		ways = nil
		for _, y := range c.atYears(t, face, own, tm) {
			ways = append(ways, c.facts.beside(t, face, a, b, y, sign))
		}
		cl := c.tell(saysComparison, word, t, a, ways)
		cl.Comparator = word.text + " " + c.facts.place(b)
		if cl.Verdict == Contradicted && sign != 0 {
			cl.Slip = "the other way"
		}
	}
}

// saysBeside reports whether a word is right behind what says on which side of another figure something is.
func (c *clause) saysBeside(word string) bool {
	i := c.has(isBeside)
	return i >= 0 && i+1 < len(c.items) && c.items[i+1].text == word
}

// inPoints gives points to a bare figure behind one that has them: "nine points above Scotland and four above the
// average of our family".
func (c *clause) inPoints(t *Thing, q *placed) {
	if t.Unit != percent || q.q.unit != bare || q.q.per != 0 || q.q.fraction || q.q.ref != nil || !c.is(q.i+1, isBeside) {
		return
	}
	if anyOf(c.statement.items, func(x *item) bool { return x.class == isQuantity && x.start < q.start && x.q.unit == points }) {
		in := *q.q
		in.unit = points
		q.q = &in
	}
}

// isLocality reports whether an area is a locality.
func isLocality(area string) bool { return strings.HasPrefix(area, "locality:") }
