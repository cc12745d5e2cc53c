package claims

import (
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// opensIn is the year of a sentence that begins with it and names no other before the clause, else 0: "In 2022/23 one in
// ten (10.1%) was vacant, the most in six years".
func (c *clause) opensIn() (year int) {
	items := c.statement.items
	for i := range items {
		it := &items[i]
		switch {
		case it.Start >= c.items[0].Start:
			return year
		case it.Class == language.IsPeriod && it.Known && i == 1 && items[0].Role == "in" && !it.Calendar:
			year = it.Year
		case it.Class == language.IsPeriod:
			return 0
		}
	}
	return year
}

// extremes reads "the lowest since 2020/21", "the second highest in Scotland",
// "ranked 14th of 32", "in the middle of the areas".
func (c *clause) extremes(t *facts.Thing, face facts.Face, area string, tm times) {
	if c.not || area != facts.Own && area != facts.Scotland && !strings.HasPrefix(area, "locality:") || c.ofAnotherArea() || c.amongOtherNumber(t) {
		return
	}
	if i := c.has(language.IsMiddle); i >= 0 {
		c.middle(t, i, tm)
		return
	}
	if c.noOther(t, face, tm) || len(c.subjects) == 0 && c.countsResults() {
		return
	}
	e := c.has(language.IsExtreme)
	rank := 1
	among := c.amongAreas()
	if e < 0 {
		c.holdPlaceGiven(t, face, among, tm)
		return
	}
	if nx := e + 1; nx < len(c.items) && (c.items[nx].Class == language.IsMove || c.items[nx].Text == "that" && !(e > 1 && slices.Contains(lex.Stayings, c.items[e-2].Text))) || c.deltas() || c.is(c.prev(c.prev(e)), language.IsThan) || c.roleAt(c.prev(e), "since") {
		return // "the largest fall"
	}
	if c.says("compares", "compare", "compared", "indicator", "indicators", "measure", "measures") && !among || c.says("compares", "compare") {
		return // "the indicator on which we compare worst with Scotland"
	}
	if (c.items[e].Text == "most" || c.items[e].Text == "least") && !c.mostOfYears(e) {
		return
	}
	sign := c.items[e].Sign(t)
	if n := c.place(e); n > 0 {
		rank = n
	}
	if c.says("one") || sign == 0 || c.amongOthers(e) {
		return
	}
	if n := c.amongYears(e); tm.over == 0 && n > 1 && n <= c.facts.Year-c.facts.First+1 {
		tm.over = n
	}
	at, ok := c.yearOfExtreme(t, face)
	if !ok {
		return
	}
	if q := c.valueOfExtreme(e); q != nil && rank == 1 {
		q.used = true
		y := c.facts.ExtremeYear(t, face, area, at, sign)
		cl := c.tell(saysExtreme, q.Item, t, area, []facts.Way{c.facts.Level(t, face, area, y, q.Q)})
		cl.Quantity, cl.Unit, cl.Comparator = q.Q.Bounds(), q.Q.Unit, c.items[e].Text
		return
	}
	turn := c.figureOfTurn(e)
	if turn != nil && turn.years == nil {
		return // "to a peak of 905", of whatever year
	}
	var w facts.Way
	switch {
	case turn != nil && !among:
		w = c.facts.Extreme(t, face, area, c.resolve(t, face, turn.years)[0], c.facts.First, c.facts.Year, sign, rank)
	case tm.at != nil && tm.stated && tm.base == nil && !among && (tm.over > 0 || c.items[e].Word == "turning"):
		first := c.facts.First
		if tm.over > 0 {
			first = c.facts.Year - tm.over + 1
		}
		w = c.extremeOf(t, face, area, c.resolve(t, face, tm.at), first, sign, rank)
	case strings.HasPrefix(c.items[e].Text, "peak") && tm.at != nil && tm.stated && !among:
		w = c.facts.Extreme(t, face, area, c.resolve(t, face, tm.at)[0], c.facts.First, c.facts.Year, sign, rank) // "having peaked at 984 in 2021/22"
	case among:
		w = c.facts.Ranked(t, at, sign, rank)
	case tm.base != nil && c.sinceFirstMeasured():
		w = c.facts.Extreme(t, face, area, at, c.resolve(t, face, tm.base)[0], c.facts.Year, sign, rank)
	case tm.base != nil:
		since := c.resolve(t, face, tm.base)[0]
		w = c.facts.Extreme(t, face, area, at, since+1, c.facts.Year, sign, rank)
		if w2 := c.facts.Extreme(t, face, area, at, since, c.facts.Year, sign, rank); w2.Truth == facts.Yes || w.Truth == facts.Unknown {
			w = w2
		}
		if w.Truth == facts.Yes && rank == 1 && c.milderThen(t, face, area, since, at, sign) {
			then, _ := c.facts.At(t, face, area, since)
			w.Truth = facts.No
			w.Expected += ", and " + then.Display + " in " + facts.When(then, since)
			w.Evidence = append(w.Evidence, facts.Proof(then, since)...)
		}
	case tm.over > 0:
		w = c.facts.Extreme(t, face, area, at, at-tm.over+1, c.facts.Year, sign, rank)
		if c.says("years") && w.Truth == facts.No && tm.over < 6 {
			if w2 := c.facts.Extreme(t, face, area, at, at-tm.over, c.facts.Year, sign, rank); w2.Truth == facts.Yes {
				w = w2
			}
		}
	case c.says("period", "window", "series") || slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsPeriod && x.Word == "first" }):
		w = c.facts.Extreme(t, face, area, at, c.facts.First, c.facts.Year, sign, rank)
	case tm.at != nil && (c.resolve(t, face, tm.at)[0] != at || strings.HasPrefix(c.items[e].Text, "peak")): // "it was lowest in 2020/21"
		y := c.resolve(t, face, tm.at)[0]
		w = c.facts.Extreme(t, face, area, y, c.facts.First, c.facts.Year, sign, rank)
	case tm.at != nil && tm.stated && !c.items[e].Judge && e > 0 && slices.Contains([]string{"is", "are", "was", "were"}, c.items[e-1].Text) && c.roleAt(e+1, "in") && c.is(e+2, language.IsPeriod): // "was highest in 2025/26"
		w = c.facts.Extreme(t, face, area, c.resolve(t, face, tm.at)[0], c.facts.First, c.facts.Year, sign, rank)
	case rank > 1 && t.Kind == facts.Indicator && tm.at == nil && !c.speaksOf(facts.Family) && len(c.localitiesNamed()) == 0 && c.says("we"):
		w, among = c.facts.Ranked(t, at, sign, rank), true // "we had the third lowest rate"
	case c.items[e].Word == "never":
		if w = c.facts.Extreme(t, face, area, at, c.facts.First, c.facts.Year, sign, 1); w.Truth != facts.No {
			return // of the years before the window nothing is known
		}
	default:
		return
	}
	kind := saysExtreme
	if among {
		kind, area = saysRank, facts.Own
	}
	cl := c.tell(kind, c.items[e], t, area, []facts.Way{w})
	cl.Comparator = c.items[e].Text
}

// holdPlaceGiven holds the place among the areas that the clause gives a thing without a word such as "highest": "ranked fourth".
func (c *clause) holdPlaceGiven(t *facts.Thing, face facts.Face, among bool, tm times) {
	r := c.has(language.IsRank)
	n := c.place(-1)
	if r < 0 && c.has(language.IsRow, language.IsEach) >= 0 {
		return // "for the fourth year in succession" is no place
	}
	if r < 0 && !(n > 0 && (among || c.outOfAll(t, c.facts.Newest(t, face, facts.Own)))) || n == 0 || t.Better == 0 || t.Kind != facts.Indicator || len(c.subjects) == 0 && c.statement.placesBehind(c) {
		return
	}
	word := c.items[max(r, 0)]
	for _, q := range c.qs {
		q.used = q.used || q.Q.Unit == facts.Bare && q.Q.Ref == nil
	}
	years := []int{c.facts.Newest(t, face, facts.Own)}
	if tm.at != nil {
		years = c.resolve(t, face, tm.at)
	}
	var ways []facts.Way
	for _, y := range years {
		ways = append(ways, c.facts.Ranked(t, y, t.Better, n))
	}
	cl := c.tell(saysRank, word, t, facts.Own, ways)
	cl.Comparator = "place " + itoa(n)
}

// yearOfExtreme is the year of the figure that is said to be the highest or lowest, by what the clause before gave; it isn't ok
// where it is of another figure.
func (c *clause) yearOfExtreme(t *facts.Thing, face facts.Face) (at int, ok bool) {
	years := c.atYears(t, face, facts.Own, times{})
	if len(years) == 0 {
		return 0, false
	}
	at = years[0]
	switch {
	case c.givesFigureOf(t, face, at): // "since the low of 2022/23, and at 87.9% is the second highest"
	case c.lead != "," || len(c.subjects) > 0:
	case c.ended != nil:
		at = c.resolve(t, face, c.ended)[0]
	case len(c.before) > 0:
		switch b := &c.before[len(c.before)-1]; {
		case b.Q.Ref != nil && b.Q.Ref.Thing == t:
			at = b.Q.Ref.Year
		case b.role == isFrom && b.years == nil:
			return 0, false // of the figure from which it came: "eased to 7.2% from 7.5%, its highest"
		case b.years != nil:
			at = c.resolve(t, face, b.years)[0]
		case c.opensIn() > 0:
			at = c.opensIn()
		}
	}
	return at, true
}

// sinceFirstMeasured reports whether the clause has an item by which it speaks of all years since there are figures, the first
// among them: "the lowest since the measure began in 2022/23".
func (c *clause) sinceFirstMeasured() bool {
	return slices.ContainsFunc(c.items, func(x *lex.Item) bool {
		return x.Role == "since" && (strings.Contains(x.Text, " began") || strings.Contains(x.Text, " started") || strings.Contains(x.Text, " first "))
	})
}

// givesFigureOf reports whether the clause gives a thing's figure of a year.
func (c *clause) givesFigureOf(t *facts.Thing, face facts.Face, year int) bool {
	v, ok := c.facts.At(t, face, facts.Own, year)
	return ok && slices.ContainsFunc(c.qs, func(q *placed) bool { return q.role == isLevel && q.Q.Unit != facts.Bare && facts.Fits(q.Q.In(), v) })
}

// amongOthers reports whether something is said to be only among the highest, before the word at e: "was among the lowest"
// and not "falls among older people were lowest".
func (c *clause) amongOthers(e int) bool {
	for i, it := range c.items[:e] {
		if it.Text != "among" && it.Text != "amongst" || i > 0 && c.items[i-1].Class == language.IsSubject {
			continue // "sickness among staff"
		}
		k := i + 1
		for k < e && c.items[k].Class == language.IsPlain && (c.items[k].Text == "the" || c.items[k].Text == "our") {
			k++
		}
		if k == e || c.items[k].Text != "older" && !strings.HasPrefix(c.items[k].Text, "aged") && !slices.Contains(nounsOfPeople, language.LastWord(c.items[k].Text)) {
			return true
		}
	}
	return false
}

// valueOfExtreme is the figure that is said to be the highest or lowest of the period, "the highest
// value in the period was 905", or nil.
func (c *clause) valueOfExtreme(e int) (only *placed) {
	if e+1 >= len(c.items) || !slices.Contains([]string{"value", "figure", "level", "rate", "number", "point", "result", "score"}, c.items[e+1].Text) ||
		!c.says("period", "window", "series") && !slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsPeriod && x.Word == "first" }) {
		return nil
	}
	for _, q := range c.qs {
		if only != nil || q.role != isLevel || q.i < e || q.Q.Ref != nil {
			return nil
		}
		only = q
	}
	return only
}

// turningPoints are nouns for the highest and the lowest figure of a series.
var turningPoints = []string{"peak", "high", "height", "low", "trough"}

// figureOfTurn is the figure of the peak or low at item e, "a peak of 905 in 2023/24", or nil.
func (c *clause) figureOfTurn(e int) *placed {
	if !slices.Contains(turningPoints, c.items[e].Text) || !c.roleAt(c.next(e), "of") {
		return nil
	}
	at := c.next(c.next(e))
	if i := slices.IndexFunc(c.qs, func(q *placed) bool { return q.i == at }); i >= 0 {
		return c.qs[i]
	}
	return nil
}

// extremeOf holds that a year, the likeliest of several that can be meant, has the highest figure since
// another, or the lowest; nothing follows where it depends on which is meant.
func (c *clause) extremeOf(t *facts.Thing, face facts.Face, area string, years []int, first, sign, rank int) facts.Way {
	w := c.facts.Extreme(t, face, area, years[0], first, c.facts.Year, sign, rank)
	for _, y := range years[1:] {
		if c.facts.Extreme(t, face, area, y, first, c.facts.Year, sign, rank).Truth != w.Truth {
			w.Truth = facts.Unknown
		}
	}
	return w
}

// milderThen reports whether a figure that is said to be the highest since a year is higher than
// that year's, too, and than that of the year before: it has been so for longer than the words say.
// Nothing follows from the first year of the report, nor from one in which something began.
func (c *clause) milderThen(t *facts.Thing, face facts.Face, area string, since, at, sign int) bool {
	if since <= c.facts.First || since >= at || c.statement.begins() {
		return false
	}
	now, ok := c.facts.At(t, face, area, at)
	for _, y := range []int{since, since - 1} {
		v, there := c.facts.At(t, face, area, y)
		if !ok || !there || !t.Comparable(y, at) || facts.SameShown(v, now) || v.Exact.Cmp(now.Exact) != -sign || t.Survey {
			return false
		}
	}
	return true
}

// begins reports whether the sentence says that something began, or was changed, since when it
// counts.
func (s *statement) begins() bool {
	return beginning().Match(s.plain[s.start:s.end])
}

// beginning are words of something that began.
var beginning = lazyregexp.Lazy(`(?i)\b(?:began|begun|begins?|beginning|start(?:ed|s)?|launch(?:ed)?|opened|introduced|founded|set up|took over|first|baseline|base year|(?:this|our|the|its|strategic) (?:plan|strategy)|pandemic|covid|records|reform|changed?|merged|created)\b`)

// amongYears is how many years a figure is said to be the highest of, "the poorest year of the six", 0
// where it isn't; the number is used by that.
func (c *clause) amongYears(e int) int {
	for i := e + 1; i < len(c.items); i++ {
		if it := c.items[i]; it.Class == language.IsQuantity && it.Q.InWords {
			year := strings.HasSuffix(c.items[e].Text, " year") || slices.ContainsFunc(c.items[e+1:i], func(x *lex.Item) bool { return x.Text == "year" || x.Text == "years" }) || i+1 < len(c.items) && strings.HasPrefix(c.items[i+1].Text, "year")
			if !year || !c.roleAt(c.prev(i), "of") || !it.Q.IsWhole() || !it.Q.InWords {
				return 0
			}
			for _, q := range c.qs {
				q.used = q.used || q.i == i
			}
			n := int(it.Q.Value.Num().Int64())
			if c.items[i-1].Text == "other" || c.endsBefore() {
				n++ // "in any of the five years before"
			}
			return n
		}
	}
	return 0
}

// countsResults reports whether the clause says how many figures are so: "three are the best in
// Scotland".
func (c *clause) countsResults() bool {
	return slices.ContainsFunc(c.qs, func(q *placed) bool {
		return q.Q.Unit == facts.Bare && q.Q.InWords && q.i+1 < len(c.items) && slices.Contains([]string{"are", "were", "is", "was", "of"}, c.items[q.i+1].Text)
	})
}
