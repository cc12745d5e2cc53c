package claims

import (
	"math/big"
	"slices"
	"strings"
)

// direction is the clause's word of direction and its sign for a thing.
func (c *clause) direction(t *Thing) (m *item, at, sign int) {
	for i := range c.items {
		it := c.items[i]
		if it.class != isMove || it.word == "gap" {
			continue // a gap narrows, which gapMoved reads
		}
		if it.word == "of good" && t.Better < 1 || it.judge && !it.adj && t.Kind == isMoney {
			return nil, -1, 0
		}
		if strings.Contains(it.text, "short") || strings.Contains(it.text, "long") || strings.Contains(it.text, "length") {
			switch t.Unit { // only a time is long or short
			case "days", "weeks", "months", "hours", "minutes":
			default:
				if !c.queues(t) {
					return nil, -1, 0
				}
			}
		}
		s := it.n
		if it.judge || c.says("performance", "performing") {
			s *= t.Better
		}
		if m == nil || m.adj && !it.adj {
			m, at, sign = it, i, s
		} else if !it.adj && s != sign {
			return nil, -1, 0 // rose and fell
		}
	}
	return m, at, sign
}

// changes reads "fell by 2.2%", "has halved since", "remained stable".
func (c *clause) changes(t *Thing, face Face, area, other string, compared bool, tm times) {
	if c.has(isExtreme) >= 0 && c.has(isTimes) < 0 && !c.deltas() || c.has(isRank) >= 0 {
		return
	}
	m, at, sign := c.direction(t)
	not := c.not && !c.attributive(at)
	if m == nil && (c.lead == "or" || c.lead == "," || c.lead == "(" || c.lead == "which" && c.roleAt(0, "by")) && c.moved != nil && c.deltas() { // "by 8.1 points, or 11%"
		m, sign = c.moved, c.moved.n
		if m.judge {
			sign *= t.Better
		}
	}
	if c.lookedBack(t, face, area) {
		return
	}
	if i := c.has(isTimes); i >= 0 {
		if b := c.versusPlace(other, compared); b != own {
			c.timesPlace(t, face, area, b, tm, i)
			return
		}
		if c.items[i].word != "as much" || tm.base != nil || tm.previous || c.comparedInTime() {
			c.multiplied(t, face, area, tm, i)
		}
		return
	}
	if c.has(isPace) >= 0 && !c.deltas() {
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
	if sign == 0 || m.adj && compared && tm.base == nil || m.adj && c.ofChange() {
		return
	}
	if c.ofOtherFigures(t, face, area) || c.countsWhom(t, m) {
		return
	}
	years := c.atYears(t, face, area, tm)
	told := false
	for _, q := range c.qs {
		if q.role != isDelta || q.used || q.q.ref != nil {
			continue
		}
		var ways []way
		for _, y := range years {
			for _, b := range c.baseYears(t, face, area, tm, y) {
				if b < y || len(years) == 1 { // a year that was spoken of before may be the one it is since
					ways = append(ways, c.facts.delta(t, face, area, b, y, sign, q.q))
					if t.Unit == percent && c.signed(q) { // or in points
						inPoints := *q.q
						inPoints.unit = points
						ways = append(ways, c.facts.delta(t, face, area, b, y, sign, &inPoints))
					}
				}
			}
		}
		if not || q.q.unit == bare && !c.near(t, face, area, q.q, rat(1, 1000), c.mostOf(t, q)) {
			continue
		}
		q.used, told = true, true
		cl := c.tell(saysChange, q.item, t, area, ways)
		cl.Quantity, cl.Unit, cl.Comparator = q.q.bounds(), q.q.unit, m.text
		c.slipOfDelta(cl, t, face, area, sign, q.q, ways)
	}
	if told || m.adj && tm.base == nil && !tm.previous {
		return
	}
	if m.adj && !c.comparedInTime() {
		return
	}
	if c.mixed && !tm.stated && tm.base == nil || c.earlier() {
		return // rose, and then fell
	}
	var ways []way
	for _, y := range years {
		for _, b := range c.baseYears(t, face, area, tm, y) {
			if b >= y && len(years) > 1 {
				continue
			}
			w := c.facts.move(t, face, area, b, y, sign)
			if from, to, ok := c.facts.pair(t, face, area, b, y); ok && !not && c.says("statistically") && unclear(from, to) {
				w.truth = no // within the margins of the survey
			}
			if not {
				if from, to, ok := c.facts.pair(t, face, area, b, y); ok && unclear(from, to) {
					w.truth = yes
				} else {
					w.truth = w.truth.not()
				}
			}
			ways = append(ways, w)
		}
	}
	if tm.base == nil && len(ways) > 1 && ways[0].truth == no && ways[0].year == ways[1].year && ways[1].truth == yes {
		ways[1].truth = unknown // it fell since the year before, and rose over the years
		if c.reachesFigure(tm) {
			ways = ways[:1] // "has risen to 8.6%" is of the figure before
		}
	}
	cl := c.tell(saysChange, m, t, area, ways)
	cl.Comparator, cl.Negated = m.text, not
	c.slipOfMove(cl, t, sign)
}

// mostOf is how many times a thing's figure the size of its change can be: once, or more where it is plainly of it
// and so wrong: "the number of people who wait has come down by 231".
func (c *clause) mostOf(t *Thing, q *placed) *big.Rat {
	n := q.i + 1
	plainly := n == len(c.items) || c.items[n].class != isPlain && c.items[n].class != isUnknown
	if t.Kind == isMeasure && q.lead(c) == "by" && plainly && slices.Contains(c.subjects, t) {
		return rat(4, 1)
	}
	return rat(1, 1)
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
func (c *clause) ofOtherFigures(t *Thing, face Face, area string) bool {
	from := false
	for _, q := range c.qs {
		if q.q.ref != nil || q.q.fraction || q.role != isFrom && q.lead(c) != "to" || c.statement.inTitle(q.text) {
			continue
		}
		aPart := q.q.unit == percent && t.Unit != percent && face != share && (t.Kind == isMoney || len(c.subjects) > 0 || q.role != isFrom)
		if q.hasArea || aPart || c.suits(t, face, area, q.q) || c.reached(t, face, area, q) {
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
		if c.items[i].class == isMove && !c.items[i].adj && (i > 0 && c.items[i-1].text == "had" || i > 1 && c.items[i-2].text == "had") {
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
		if it := &c.statement.items[i]; it.start >= last.end {
			return it.text == "before" || it.text == "until" || it.text == "till"
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
		if it := c.items[i]; it.class == isPeriod {
			p := c.prev(i)
			if it.word == "onyear" && strings.HasPrefix(it.text, "on ") {
				return true // "higher on the year before"
			}
			if c.roleAt(p, "in", "of") {
				p = c.prev(p)
			}
			if c.is(p, isQuantity) && c.is(c.prev(p), isThan, isBeside) {
				p = c.prev(p) // "more than the 22.0% of 2023/24"
			}
			if c.is(p, isThan, isVersus, isBeside) || c.roleAt(p, "since", "from", "between") {
				return true
			}
		}
	}
	return false
}

// stable reports whether the clause says that nothing changed.
func (c *clause) stable() bool {
	i := c.has(isStable)
	if i >= 0 {
		return true
	}
	// "remained in line with last year".
	for k := range c.items {
		if it := c.items[k]; it.class == isBeside && it.n == 0 && c.is(c.next(k), isPeriod) {
			return true
		}
	}
	return false
}

func (c *clause) steadied(t *Thing, face Face, area string, tm times) {
	i := c.has(isStable, isBeside)
	var ways []way
	for _, y := range c.atYears(t, face, area, tm) {
		for _, b := range c.baseYears(t, face, area, tm, y) {
			w := c.facts.steady(t, face, area, b, y)
			if !c.not && w.truth == unknown && c.unhedged(i) {
				w.truth = c.facts.moved(t, face, area, b, y)
			}
			if c.not && !strings.Contains(c.items[i].text, "no") {
				w.truth = w.truth.not()
			}
			ways = append(ways, w)
		}
	}
	cl := c.tell(saysChange, c.items[i], t, area, ways)
	cl.Comparator = "unchanged"
}

// multiplied reads "halved" and "doubled", by the figures next to them or by the
// data.
func (c *clause) multiplied(t *Thing, face Face, area string, tm times, i int) {
	h := c.hedgeBefore(i)
	if c.not {
		return
	}
	var ways []way
	for _, y := range c.atYears(t, face, area, tm) {
		for _, b := range c.baseYears(t, face, area, tm, y) {
			ways = append(ways, c.facts.ratio(t, face, area, b, y, c.items[i].n, h))
		}
	}
	cl := c.tell(saysChange, c.items[i], t, area, ways)
	cl.Comparator = c.items[i].text
}

// hedgeBefore is what is before a multiple that isn't meant exactly: "more than halved".
func (c *clause) hedgeBefore(i int) hedge {
	switch p := i - 1; {
	case c.items[i].hedge != plainly:
		return c.items[i].hedge
	case p < 0:
	case c.items[p].class == isHedge:
		return c.items[p].hedge
	case c.items[p].text == "about", c.items[p].text == "roughly", c.items[p].text == "around", c.items[p].text == "approximately", c.items[p].text == "some":
		return about
	case c.items[p].class == isBeside && c.items[p].n > 0, c.items[p].text == "more than", c.items[p].text == "over":
		return over
	case c.items[p].text == "nearly", c.items[p].text == "almost":
		return nearly
	}
	return plainly
}

// unhedged reports whether the word at i says that a figure is the very same: "unchanged", but not
// "broadly unchanged".
func (c *clause) unhedged(i int) bool {
	if c.items[i].text != "unchanged" && c.items[i].text != "the same" {
		return false
	}
	return i == 0 || c.items[i-1].class != isHedge && (c.items[i-1].class != isPlain || !strings.HasSuffix(c.items[i-1].text, "ly") && c.items[i-1].text != "almost" && c.items[i-1].text != "about")
}

// moved is no where two years' figures, which differ by a little, aren't a survey's and aren't
// shown alike; unknown else.
func (f *Facts) moved(t *Thing, face Face, area string, base, at int) truth {
	from, to, ok := f.pair(t, face, area, base, at)
	if !ok || t.Survey || sameShown(from, to) {
		return unknown
	}
	return no
}
