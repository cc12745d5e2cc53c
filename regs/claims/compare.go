package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
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
	var word *lex.Item
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
			if q.hasArea && q.area != facts.Own && q.role == isOther && q.Start > word.Start {
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
	if slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Word == "no other" }) {
		return // "no area did better than ours", which extremes reads
	}
	if i := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsArea && x.Possessive }); i >= 0 && c.is(c.next(i), language.IsExtreme) && c.next(i) == i+1 {
		return // "lower than in Angus's worst year"
	}
	if word == nil || t.Kind != facts.Indicator && t.Kind != facts.Measure || c.countsAreas() || c.ofChange() || c.besideTwo() {
		return
	}
	if judge {
		if overtaking(word.Text) && t.Better < 0 {
			return // what overtakes a rate is above it, or better than it
		}
		if sign *= t.Better; sign == 0 {
			return
		}
	}
	a, b := facts.Own, other
	local := t.Kind == facts.Measure && compared && other != area && (facts.IsLocality(area) || facts.IsLocality(other))
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
	case compared && !set:
		if a, b = c.placeBefore(word), facts.Own; a == "" {
			return
		}
	default:
		return
	}
	if a == b || !local && (facts.IsLocality(a) || facts.IsLocality(b)) || local && (c.has(language.IsTogether) >= 0 || c.says("combined", "put together", "together", "added together")) {
		return // nothing is added up
	}
	var ways []facts.Way
	for _, y := range c.atYears(t, face, a, tm) {
		var w facts.Way
		gap := slices.IndexFunc(c.qs, func(q *placed) bool { return (q.role == isGap || q.role == isDelta) && !q.used && q.Q.Ref == nil })
		switch {
		case gap >= 0 && sign != 0 && !c.not:
			c.inPoints(t, c.qs[gap])
			w = c.facts.Gap(t, face, a, b, y, sign, c.qs[gap].Q)
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
	cl.Comparator, cl.Negated = word.Text+" "+c.facts.Place(b), c.not
	if cl.Verdict == Contradicted && sign != 0 {
		cl.Slip = "the other way"
	}
	if a == facts.Own && !c.not {
		c.besideAlso(t, face, other, word, sign, tm)
	}
}

// besideAlso holds the comparison of our figure with that of one place against those of the others that the clause names.
func (c *clause) besideAlso(t *facts.Thing, face facts.Face, other string, word *lex.Item, sign int, tm times) {
	for _, b := range c.also {
		if facts.IsLocality(b) {
			break
		}
		if b == facts.Own || b == other {
			continue // "our family of similar partnerships" is one place
		}
		var ways []facts.Way
		for _, y := range c.atYears(t, face, facts.Own, tm) {
			ways = append(ways, c.facts.BesideBy(t, face, facts.Own, b, y, sign, c.degree(word)))
		}
		cl := c.tell(saysComparison, word, t, facts.Own, ways)
		cl.Comparator = word.Text + " " + c.facts.Place(b)
		if cl.Verdict == Contradicted && sign != 0 {
			cl.Slip = "the other way"
		}
	}
}

// placeBefore is the other place whose figure is said to be on one side of ours by a word: "Scotland's 942 was 37% higher than
// ours"; "" where there is none.
func (c *clause) placeBefore(word *lex.Item) string {
	for _, q := range c.qs {
		if q.hasArea && q.role == isOther && q.Start < word.Start && (q.area == facts.Scotland || q.area == facts.Family) && c.items[0].Start <= q.Start && !slices.ContainsFunc(c.items, func(x *lex.Item) bool {
			return x.Class == language.IsSubject && x.Start < q.Start
		}) {
			return q.area
		}
	}
	return ""
}

// saysBeside reports whether a word is right behind what says on which side of another figure something is.
func (c *clause) saysBeside(word string) bool {
	i := c.has(language.IsBeside)
	return i >= 0 && i+1 < len(c.items) && c.items[i+1].Text == word
}

// inPoints gives points to a bare figure behind one that has them: "nine points above Scotland and four above the
// average of our family".
func (c *clause) inPoints(t *facts.Thing, q *placed) {
	if t.Unit != facts.Percent || q.Q.Unit != facts.Bare || q.Q.Per != 0 || q.Q.Fraction || q.Q.Ref != nil || !c.is(q.i+1, language.IsBeside) {
		return
	}
	if language.AnyOf(c.statement.items, func(x *lex.Item) bool {
		return x.Class == language.IsQuantity && x.Start < q.Start && x.Q.Unit == facts.Points
	}) {
		in := *q.Q
		in.Unit = facts.Points
		q.Q = &in
	}
}

// What follows reads that it is the same elsewhere, where the clause before gave our figure: "91.3% of us look after our
// health well; across the country it is about the same".

// sameThere reports whether the clause says that another place's figure is the same as ours, and holds it.
func (c *clause) sameThere(t *facts.Thing, face facts.Face, area string, set, compared bool) bool {
	i := c.has(language.IsStable)
	if i < 0 || !set || compared || area != facts.Scotland && area != facts.Family || len(c.subjects) > 0 || len(c.qs) > 0 || len(c.before) == 0 || t.Kind != facts.Indicator {
		return false
	}
	if w := c.items[i].Text; !strings.HasSuffix(w, "the same") && !strings.HasPrefix(w, "no different") && !strings.HasSuffix(w, "similar") {
		return false
	}
	if !c.says("is", "was", "it's") || c.says("stayed", "remained", "still", "remains", "stays", "been") || c.has(language.IsPeriod, language.IsMove) >= 0 || c.before[0].hasArea && c.before[0].area != facts.Own {
		return false
	}
	w := c.facts.Beside(t, face, facts.Own, area, c.facts.Newest(t, face, facts.Own), 0)
	if c.not {
		return true // it isn't read
	}
	cl := c.tell(saysComparison, c.items[i], t, facts.Own, []facts.Way{w})
	cl.Comparator = c.items[i].Text + " " + c.facts.Place(area)
	return true
}

// What follows reads that a figure lies between those of two places: "is between the Scottish figure and our family average".

// betweenPlaces reads it; it reports whether the clause says so.
func (c *clause) betweenPlaces(t *facts.Thing, tm times) bool {
	i := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsRole && x.Role == "between" })
	if i < 1 || t.Kind != facts.Indicator || !slices.Contains([]string{"is", "are", "was", "were", "lies", "lie", "lay", "sits", "sit", "falls", "fell", "stands", "stood", "somewhere", "midway"}, c.items[i-1].Text) {
		return false
	}
	var places []string
	for _, it := range c.items[i+1:] {
		switch {
		case it.Class == language.IsArea && it.Area != facts.Own && !facts.IsLocality(it.Area):
			places = append(places, it.Area)
		case it.Class != language.IsPlain && it.Class != language.IsQuantity && !(it.Class == language.IsBreak && it.Word == "and") && !(it.Class == language.IsRole && (it.Role == "of" || it.Role == "in")):
			return false
		}
	}
	if len(places) != 2 || c.not || c.has(language.IsMove, language.IsBeside, language.IsTimes) >= 0 || tm.base != nil || tm.over > 0 || slices.ContainsFunc(c.items, gapWord) {
		return false
	}
	var ways []facts.Way
	for _, y := range c.atYears(t, facts.FaceValue, facts.Own, tm) {
		first, second := c.facts.Beside(t, facts.FaceValue, facts.Own, places[0], y, 1), c.facts.Beside(t, facts.FaceValue, facts.Own, places[1], y, 1)
		w := facts.Way{Year: y, Expected: first.Expected + "; " + second.Expected, Evidence: first.Evidence}
		if first.Truth != facts.Unknown && second.Truth != facts.Unknown {
			w.Truth = facts.TruthOf(first.Truth != second.Truth)
		}
		ways = append(ways, w)
	}
	cl := c.tell(saysComparison, c.items[i], t, facts.Own, ways)
	cl.Comparator = "between " + c.facts.Place(places[0]) + " and " + c.facts.Place(places[1])
	return true
}

// What follows reads that one place's figure overtook another's: "falls overtook the Scottish rate this year".

// overtakes reports whether the clause says so. It holds where the figures were on one side of each other and are then
// on the other; which side is ahead is left open where less is better.
func (c *clause) overtakes(t *facts.Thing, area, other string, compared bool, tm times) bool {
	i := c.has(language.IsBeside)
	if i < 0 || !overtaking(c.items[i].Text) || !compared || other == facts.Own || facts.IsLocality(other) || area != facts.Own {
		return false
	}
	if c.not || t.Kind != facts.Indicator || t.Better == 0 || tm.base != nil && c.has(language.IsPeriod) >= 0 || tm.over > 0 || tm.at == nil && c.lastYears != nil {
		return true // it isn't read
	}
	var ways []facts.Way
	if tm.at == nil { // in whatever year
		for y := c.facts.Newest(t, facts.FaceValue, facts.Own); y > c.facts.First; y-- {
			ways = append(ways, c.facts.Overtook(t, other, y))
		}
	} else {
		for _, y := range c.resolve(t, facts.FaceValue, tm.at) {
			ways = append(ways, c.facts.Overtook(t, other, y))
		}
	}
	cl := c.tell(saysComparison, c.items[i], t, facts.Own, ways)
	cl.Comparator = c.items[i].Text + " " + c.facts.Place(other)
	return true
}

// overtaking reports whether a word says that one figure went past another.
func overtaking(word string) bool {
	return strings.HasPrefix(word, "overt") || strings.HasPrefix(word, "passed")
}
