package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// direction is the clause's word of direction and its sign for a thing.
func (c *clause) direction(t *facts.Thing) (m *lex.Item, at, sign int) {
	for i := range c.items {
		it := c.items[i]
		if it.Class != language.IsMove || it.Word == "gap" {
			continue // a gap narrows, which gapMoved reads
		}
		if it.Word == "of good" && t.Better < 1 || it.Judge && !it.Adj && t.Kind == facts.Money {
			return nil, -1, 0
		}
		if strings.Contains(it.Text, "short") || strings.Contains(it.Text, "long") || strings.Contains(it.Text, "length") {
			switch t.Unit { // only a time is long or short
			case "days", "weeks", "months", "hours", "minutes":
			default:
				if !c.queues(t) {
					return nil, -1, 0
				}
			}
		}
		s := it.N
		if it.Judge || c.says("performance", "performing") {
			s *= t.Better
		}
		if m == nil || m.Adj && !it.Adj {
			m, at, sign = it, i, s
		} else if !it.Adj && s != sign {
			return nil, -1, 0 // rose and fell
		}
	}
	return m, at, sign
}

// changes reads "fell by 2.2%", "has halved since", "remained stable".
func (c *clause) changes(t *facts.Thing, face facts.Face, area, other string, compared bool, tm times) {
	if c.has(language.IsExtreme) >= 0 && c.has(language.IsTimes) < 0 && !c.deltas() || c.has(language.IsRank) >= 0 {
		return
	}
	m, at, sign := c.direction(t)
	not := c.not && !c.attributive(at)
	if area == facts.Own && m != nil {
		if place := c.placeBefore(m); place != "" {
			area = place // "Scotland's 430 was 5% lower than in 2021"
		}
	}
	if m != nil && not && at >= 0 && at < c.has(language.IsNot) || m != nil && at >= 0 && c.has(language.IsMet) > at && c.items[c.has(language.IsMet)].N < 0 && c.roleAt(at+1, "in", "of") {
		return // "five increases have not taken the rate above Scotland's" denies something else
	}
	if m == nil && (c.lead == "or" || c.lead == "," || c.lead == "(" || c.lead == "which" && c.roleAt(0, "by")) && c.moved != nil && c.deltas() { // "by 8.1 points, or 11%"
		m, sign = c.moved, c.moved.Sign(t)
	}
	if c.lookedBack(t, face, area) {
		return
	}
	if i := c.has(language.IsTimes); i >= 0 {
		c.multiples(t, face, area, c.versusPlace(other, compared), tm, i)
		return
	}
	if c.has(language.IsPace) >= 0 && !c.deltas() {
		return // comparisons reads it
	}
	if m != nil && !c.deltas() && c.firstMove(t, face, area, tm, m, sign) {
		return
	}
	if c.lead == "then" && tm.base == nil {
		return // since a figure of which the year isn't said
	}
	if m == nil {
		if c.stable() && !compared {
			c.steadied(t, face, area, tm)
		}
		return
	}
	if sign == 0 || m.Adj && compared && tm.base == nil || m.Adj && c.ofChange() {
		return
	}
	if c.ofOtherFigures(t, face, area) || c.countsWhom(t, m) {
		return
	}
	years := c.atYears(t, face, area, tm)
	if told := c.changedBy(t, face, area, tm, m, sign, not, years); told || m.Adj && (tm.base == nil && !tm.previous || !c.comparedInTime()) {
		return
	}
	if c.mixed && !tm.stated && tm.base == nil || c.earlier() {
		return // rose, and then fell
	}
	c.changedAtAll(t, face, area, tm, m, sign, not, years)
}

// multiples reads how many times as much the thing is, by the word at i, as it was or as it is in the place versus, or
// another place's as it is here.
func (c *clause) multiples(t *facts.Thing, face facts.Face, area, versus string, tm times, i int) {
	switch {
	case versus != facts.Own:
		c.timesPlace(t, face, area, versus, tm, i)
	case i+1 < len(c.items) && c.items[i+1].Is(facts.Own): // another place's, beside ours: "Scotland's is double ours"
		if j := slices.IndexFunc(c.qs, func(q *placed) bool { return q.hasArea && q.i < i }); j >= 0 && area == facts.Own {
			area = c.qs[j].area
		}
		if area != facts.Own {
			c.timesPlace(t, face, area, facts.Own, tm, i)
		}
	case c.items[i].Word != "as much" || tm.base != nil || tm.previous || c.comparedInTime():
		c.multiplied(t, face, area, tm, i)
	}
}

// changedAtAll reads that the thing changed, of which the clause doesn't say by how much.
func (c *clause) changedAtAll(t *facts.Thing, face facts.Face, area string, tm times, m *lex.Item, sign int, not bool, years []int) {
	var ways []facts.Way
	for _, y := range years {
		for _, b := range c.baseYears(t, face, area, tm, y) {
			if b >= y && len(years) > 1 {
				continue
			}
			w := c.facts.MoveBy(t, face, area, b, y, sign, c.degree(m))
			from, to, ok := c.facts.Pair(t, face, area, b, y)
			unclear := ok && facts.Unclear(from, to) // within the margins of the survey
			switch {
			case not && unclear:
				w.Truth = facts.Yes
			case not:
				w.Truth = w.Truth.Not()
			case unclear && c.says("statistically"):
				w.Truth = facts.No
			}
			ways = append(ways, w)
		}
	}
	for _, b := range c.resolve(t, face, tm.also) {
		if w := c.facts.Move(t, face, area, b, years[0], sign); w.Truth == facts.No && !not {
			ways = []facts.Way{w}
		}
	}
	if tm.base == nil && len(ways) > 1 && ways[0].Truth == facts.No && ways[0].Year == ways[1].Year && ways[1].Truth == facts.Yes {
		ways[1].Truth = facts.Unknown // it fell since the year before, and rose over the years
		if c.reachesFigure(tm) {
			ways = ways[:1] // "has risen to 8.6%" is of the figure before
		}
	}
	cl := c.tell(saysChange, m, t, area, ways)
	cl.Comparator, cl.Negated = m.Text, not
	c.slipOfMove(cl, t, sign)
}

// besideWhich is the place of the figure with which the sentence before the clause ended, with which the clause may
// compare ours: "compares with 430 for Scotland, which is 35 fewer", "Scotland's figure was 942 and ours is 27% lower"; "" where
// there is none.
func (c *clause) besideWhich() string {
	if len(c.before) == 0 {
		return ""
	}
	if (c.carried == facts.Scotland || c.carried == facts.Family) && c.says("ours") && c.has(language.IsThan, language.IsVersus, language.IsPeriod, language.IsBeside) < 0 {
		return c.carried
	}
	ours := c.lead != "which" && c.has(language.IsThan, language.IsVersus, language.IsPeriod, language.IsBeside) < 0 && (len(c.subjects) > 0 || slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Is(facts.Own) }))
	if !ours && (c.lead != "which" || len(c.subjects) > 0) {
		return ""
	}
	if q := c.before[len(c.before)-1]; q.hasArea && (q.area == facts.Scotland || q.area == facts.Family) {
		return q.area
	}
	return ""
}

// reachesFigure reports whether the clause says to which figure something moved, and neither since when nor over
// what time.
func (c *clause) reachesFigure(tm times) bool {
	return tm.over == 0 && c.over == 0 && c.statement.stated() == nil && c.lastYears == nil && slices.ContainsFunc(c.qs, func(q *placed) bool {
		return q.role == isLevel && q.lead(c) == "to"
	})
}

// ofOtherFigures reports whether the figures that a change is said to be from and to can't be
// the thing's, so that neither is the direction: "Adult protection inquiries rose from 611 to
// 702", of which the data have the share that was completed in time; "answered by 63% of staff, up from
// 60%, and its engagement index was 77".
func (c *clause) ofOtherFigures(t *facts.Thing, face facts.Face, area string) bool {
	from := false
	for _, q := range c.qs {
		if q.Q.Ref != nil || q.Q.Fraction || q.role != isFrom && q.lead(c) != "to" || c.statement.inTitle(q.Text) {
			continue
		}
		aPart := q.Q.Unit == facts.Percent && t.Unit != facts.Percent && face != facts.FaceShare && (t.Kind == facts.Money || len(c.subjects) > 0 || q.role != isFrom)
		if q.hasArea || aPart || c.suits(t, face, area, q.Q) || c.reached(t, face, area, q) {
			return false // a part in the place of a figure is held where the words name the thing
		}
		from = true
	}
	return from
}

// earlier reports whether "had", or "before" behind it, puts the clause's movement before its time.
func (c *clause) earlier() bool {
	if c.endsBefore() {
		return true
	}
	for i := range c.items {
		if c.items[i].Class == language.IsMove && !c.items[i].Adj && (i > 0 && c.items[i-1].Text == "had" || i > 1 && c.items[i-2].Text == "had") {
			return true
		}
	}
	return false
}

// endsBefore reports whether "before" or "until" goes on behind the clause: "went the wrong way for three
// years before it turned".
func (c *clause) endsBefore() bool {
	last := c.items[len(c.items)-1]
	for i := range c.statement.items {
		if it := &c.statement.items[i]; it.Start >= last.End {
			return it.Text == "before" || it.Text == "until" || it.Text == "till"
		}
	}
	return false
}

// deltas reports whether a figure of the clause is the size of a change.
func (c *clause) deltas() bool {
	return slices.ContainsFunc(c.qs, func(q *placed) bool { return q.role == isDelta })
}

// comparedInTime reports whether "higher" is said of two years.
func (c *clause) comparedInTime() bool {
	for i := range c.items {
		if it := c.items[i]; it.Class == language.IsPeriod {
			p := c.prev(i)
			if it.Word == "onyear" && strings.HasPrefix(it.Text, "on ") {
				return true // "higher on the year before"
			}
			if c.roleAt(p, "in", "of") {
				p = c.prev(p)
			}
			if c.is(p, language.IsQuantity) && c.is(c.prev(p), language.IsThan, language.IsBeside) {
				p = c.prev(p) // "more than the 22.0% of 2023/24"
			}
			if c.is(p, language.IsThan, language.IsVersus, language.IsBeside) || c.roleAt(p, "since", "from", "between") {
				return true
			}
		}
	}
	return false
}

// stable reports whether the clause says that nothing changed.
func (c *clause) stable() bool {
	i := c.has(language.IsStable)
	if i >= 0 {
		return !c.sameOfOther(i)
	}
	// "remained in line with last year".
	for k := range c.items {
		if it := c.items[k]; it.Class == language.IsBeside && it.N == 0 && c.is(c.next(k), language.IsPeriod) {
			return true
		}
	}
	return false
}

// sameOfOther reports whether "the same" at i is of what something is reckoned by: "on the same numbers of people".
func (c *clause) sameOfOther(i int) bool {
	return strings.HasPrefix(c.items[i].Text, "the same") && i > 0 && slices.Contains([]string{"on", "with", "for", "under", "over", "using", "from"}, c.items[i-1].Text) && i+1 < len(c.items) && c.items[i+1].Class != language.IsPeriod && c.items[i+1].Text != "as"
}

func (c *clause) steadied(t *facts.Thing, face facts.Face, area string, tm times) {
	i := c.has(language.IsStable, language.IsBeside)
	var ways []facts.Way
	for _, y := range c.atYears(t, face, area, tm) {
		for _, b := range c.baseYears(t, face, area, tm, y) {
			w := c.facts.Steady(t, face, area, b, y)
			if !c.not && w.Truth == facts.Unknown && c.unhedged(i) {
				w.Truth = c.facts.Moved(t, face, area, b, y)
			}
			if c.not && !strings.Contains(c.items[i].Text, "no") {
				w.Truth = w.Truth.Not()
			}
			ways = append(ways, w)
		}
	}
	cl := c.tell(saysChange, c.items[i], t, area, ways)
	cl.Comparator = "unchanged"
}

// multiplied reads "halved" and "doubled", by the figures next to them or by the
// data.
func (c *clause) multiplied(t *facts.Thing, face facts.Face, area string, tm times, i int) {
	h := c.hedgeBefore(i)
	if c.not {
		return
	}
	var ways []facts.Way
	for _, y := range c.atYears(t, face, area, tm) {
		for _, b := range c.baseYears(t, face, area, tm, y) {
			ways = append(ways, c.facts.Ratio(t, face, area, b, y, c.items[i].N, h))
		}
	}
	cl := c.tell(saysChange, c.items[i], t, area, ways)
	cl.Comparator = c.items[i].Text
}

// hedgeBefore is what is before a multiple that isn't meant exactly: "more than halved".
func (c *clause) hedgeBefore(i int) facts.Hedge {
	switch p := i - 1; {
	case c.items[i].Hedge != facts.Plainly:
		return c.items[i].Hedge
	case p < 0:
	case c.items[p].Class == language.IsHedge:
		return c.items[p].Hedge
	case c.items[p].Text == "about", c.items[p].Text == "roughly", c.items[p].Text == "around", c.items[p].Text == "approximately", c.items[p].Text == "some":
		return facts.About
	case c.items[p].Class == language.IsBeside && c.items[p].N > 0, c.items[p].Text == "more than", c.items[p].Text == "over":
		return facts.Over
	case c.items[p].Text == "nearly", c.items[p].Text == "almost":
		return facts.Nearly
	}
	return facts.Plainly
}

// unhedged reports whether the word at i says that a figure is the very same: "unchanged", but not
// "broadly unchanged".
func (c *clause) unhedged(i int) bool {
	if c.items[i].Text != "unchanged" && c.items[i].Text != "the same" {
		return false
	}
	return i == 0 || c.items[i-1].Class != language.IsHedge && (c.items[i-1].Class != language.IsPlain || !strings.HasSuffix(c.items[i-1].Text, "ly") && c.items[i-1].Text != "almost" && c.items[i-1].Text != "about")
}

// ofTheGroup reports whether a figure is how many there are of which one is the first or the last: "the smallest fall of
// the three".
func (c *clause) ofTheGroup(q *placed) bool {
	return q.Q.Unit == facts.Bare && q.Q.InWords && q.i == len(c.items)-1 && q.i > 1 && c.items[q.i-1].Text == "the" && c.roleAt(q.i-2, "of") && c.has(language.IsExtreme) >= 0
}
