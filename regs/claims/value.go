package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// read reads the clause's claims.
func (c *clause) read() {
	c.gather()
	defer c.doubt()
	if c.lead == "aside" || len(c.items) == 0 {
		c.unread("the words give a reason, and aren't read")
		return
	}
	if c.references(); c.got {
		return
	}
	if c.mood != "" {
		c.unread(c.reasonOfMood())
		return
	}
	if c.scopeless {
		c.unread("the words before it say of what it is, and aren't understood")
		return
	}
	if c.lead == "where" && c.vague && c.statement.subject == nil && len(c.statement.before) == 0 {
		c.unread("the words before it say where it is, and aren't understood")
		return
	}
	c.people()
	c.furtherChange()
	group := c.statement.money && c.ofGroup()
	if !group {
		c.counts()
	}
	if !group && c.statement.money && c.isMoney() {
		c.moneyClaims()
	}
	if !c.got {
		c.onDays()
	}
	if !c.got {
		c.figures()
	}
	if !c.got && c.onlyFamily() && c.sizeOfFamily() {
		return
	}
	c.leftover()
}

// figures reads claims about an indicator or a local measure.
func (c *clause) figures() {
	if c.saidOfSeveral() || c.partOfTheTarget() {
		return
	}
	t, ok := c.about()
	if t != nil && t.Survey && c.otherSource() {
		return
	}
	if o := c.statement.subject; t != nil && t.ID == "count:localities" && o != nil && o.Kind == facts.Measure && !c.narrowed && slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Word == "of the localities" }) {
		t = o // "23 in Glenside, more than in either of the other localities"
	}
	if t == nil || !ok {
		c.targetGiven()
	}
	if t == nil || !ok || t.Kind == facts.Money || t.Kind == facts.Count || len(c.subjects) == 0 && (c.ofMoneyItself() || c.ofNobody()) {
		return
	}
	tm := c.times()
	if c.alsoOn(t, tm) || c.otherAreas(t) || c.fromPlaceToPlace(t) || c.inFamily(t, tm) {
		return
	}
	if len(c.all) > 1 && language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Text == "respectively" }) {
		return // inTurn reads it
	}
	if c.someInFamily() {
		return // "no area in our family came near 42.2%": it isn't the average
	}
	if len(c.subjects) == 0 && c.ofPopulation(t) || len(c.qs) == 0 && c.comparative() >= 0 && !c.says("days", "time") && slices.ContainsFunc(c.items, func(x *lex.Item) bool { return language.LastWord(x.Text) == "spent" }) && len(c.subjects) == 0 {
		return // how many people live there, or what was spent there
	}
	if c.ofAreas > 0 && len(c.qs) > 0 {
		c.othersOfAreas(t)
		return // "of the four areas, two have …"
	}
	area, set, other, compared := c.scope()
	if c.locality != "" && set && area == facts.Own && c.says("here") {
		set = false // in a text about a locality, here is there
	}
	if c.partOfCount(t, area) || c.extremeLocality(t, area) {
		return
	}
	if from := c.differsFrom(); !compared && from != facts.Own {
		other, compared = from, true
	}
	if compared && facts.IsLocality(other) && facts.IsLocality(area) {
		if m := c.countOf(t, other); m != nil {
			t = m // of which the data have the localities' figures
		}
	}
	if c.locality != "" && !set && t.Kind == facts.Indicator || c.service && t.Kind == facts.Measure {
		return // it may be the locality's, or the service's
	}
	if c.locality != "" && !set && t.Kind == facts.Measure {
		area = "locality:" + c.locality
	}
	if t.Kind == facts.Measure {
		if at := c.placeBehind(area); at != area {
			area = at
		}
		if c.targets(t, area); c.hasFace(facts.FacePlan) >= 0 {
			return // a measure has a target; what was budgeted or planned is another number
		}
	} else if c.hasFace(facts.FaceTarget) >= 0 || c.hasFace(facts.FacePlan) >= 0 {
		return
	}
	if c.hasFace(facts.FaceSpend) >= 0 && t.Unit != facts.Pounds {
		return // the spending on it
	}
	tm = c.sincePeak(t, area, tm)
	if c.gapMoved(t, tm) {
		return
	}
	if c.margins(t, area, compared, tm) && !c.got {
		c.unread("of what the margin of error is isn't understood")
		return
	}
	if c.bestOfFamily(t, tm) || c.notOnce(t, facts.FaceValue, area, tm) || c.never(t, facts.FaceValue, area) {
		return
	}
	if c.fromPeak(t, facts.FaceValue, area) || c.betweenPlaces(t, tm) {
		c.levels(t, facts.FaceValue, area, tm)
		return
	}
	defer c.turningPoint(t, facts.FaceValue, area)
	c.morePeopleThan(t, facts.FaceValue, area, tm)
	c.extremes(t, facts.FaceValue, area, tm)
	if c.besideRuns(t, facts.FaceValue, area, other, compared) || c.runs(t, facts.FaceValue, area, tm) {
		c.levels(t, facts.FaceValue, area, tm)
		return
	}
	if c.sameThere(t, facts.FaceValue, area, set, compared) {
		return
	}
	c.comparisons(t, facts.FaceValue, area, set, other, compared, tm)
	c.changes(t, facts.FaceValue, area, other, compared, tm)
	c.levels(t, facts.FaceValue, area, tm)
}

// differsFrom is the place from whose figure there is said to be no clear difference, own for none: "no
// clear difference from Scotland's 33.6%" is no remark on the years.
func (c *clause) differsFrom() string {
	i := c.has(language.IsStable)
	if i < 0 || !strings.Contains(c.items[i].Text, "differen") {
		return facts.Own
	}
	for _, q := range c.qs {
		if q.hasArea && q.area != facts.Own && q.Start > c.items[i].Start {
			return q.area
		}
	}
	return facts.Own
}

// speaksOf reports whether the sentence names a place.
func (s *statement) speaksOf(area string) bool {
	return language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsArea && x.Area == area })
}

// suits reports whether a figure can be one of the thing's.
func (c *clause) suits(t *facts.Thing, face facts.Face, area string, q *facts.Quantity) bool {
	unit := t.Unit
	if face == facts.FaceShare || face == facts.FaceOfSpend {
		unit = facts.Percent
	}
	if q.Ref != nil {
		return true
	}
	switch {
	case c.counted(q), c.inOtherTime(t, q):
		return false
	case unit == facts.Percent:
		return q.Unit == facts.Percent
	case unit == facts.Pounds:
		return q.Unit == facts.Pounds && (t.Kind != facts.Measure || c.near(t, face, area, q, exact.Rat(1, 2), exact.Rat(2, 1)))
	case q.Unit != facts.Bare || q.Fraction:
		return false
	case strings.HasPrefix(string(unit), "per "):
		base := strings.ReplaceAll(strings.TrimPrefix(string(unit), "per "), ",", "")
		if q.Per != 0 {
			return itoa(int(q.Per)) == base
		}
		return c.near(t, face, area, q, exact.Rat(3, 5), exact.Rat(8, 5))
	}
	return q.Per == 0 && (c.near(t, face, area, q, exact.Rat(1, 2), exact.Rat(2, 1)) || area == facts.Own && c.ofLocalityAlone(t, face, q))
}

// counts are nouns of what a rate counts: a figure before one is of these and not
// the rate, where no base is named.
var counted = []string{"admissions", "falls", "readmissions", "days", "deaths", "people", "adults", "patients", "discharges", "stays", "cases", "occasions", "hours", "weeks", "times"}

// counted reports whether a figure without a base is a count of things.
func (c *clause) counted(q *facts.Quantity) bool {
	if q.Per != 0 || q.Unit != facts.Bare || q.Ref != nil {
		return false
	}
	for i := range c.items {
		if c.items[i].Q != q {
			continue
		}
		if c.ofScotland(q) {
			return false // "Scotland's 842 days": the whole country counts far more
		}
		if n := c.next(i); c.is(n, language.IsSubject) && n == i+1 && c.items[n].Thing.Kind == facts.Indicator {
			return true
		}
		if c.goesOnCounting(i) {
			return false
		}
		return i+1 < len(c.items) && slices.Contains(counted, c.items[i+1].Text) && !c.ofMeasure() || i+2 < len(c.items) && c.items[i+2].Text == "number"
	}
	return false
}

// inOtherTime reports whether a figure is said to be of another unit of time than the thing is measured in: "11 months" of
// a wait in weeks.
func (c *clause) inOtherTime(t *facts.Thing, q *facts.Quantity) bool {
	ours := facts.HoursOf[strings.TrimSuffix(string(t.Unit), "s")]
	i := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Q == q })
	if ours == 0 || i < 0 || i+1 >= len(c.items) {
		return false
	}
	said := facts.HoursOf[strings.TrimSuffix(c.items[i+1].Text, "s")]
	return said != 0 && said != ours
}

// ofScotland reports whether a figure is said to be the whole country's.
func (c *clause) ofScotland(q *facts.Quantity) bool {
	return slices.ContainsFunc(c.qs, func(p *placed) bool { return p.Q == q && p.hasArea && p.area == facts.Scotland })
}

// ofMeasure reports whether the clause is about a local measure, which counts.
func (c *clause) ofMeasure() bool {
	t, _ := c.about()
	return t != nil && t.Kind == facts.Measure
}

// near reports whether a figure is within factors of those of the thing.
func (c *clause) near(t *facts.Thing, face facts.Face, area string, q *facts.Quantity, low, high *big.Rat) bool {
	return c.facts.Near(t, face, area, q, low, high)
}

// fromBase reports whether the clause gives from what something rose or fell, of which another says since when:
// "though from a base of £0.7m".
func (c *clause) fromBase() bool {
	return c.roleAt(0, "from") && c.says("base", "start", "starting point")
}

// levels reads "were at 11,152", "from 11,398", "against 59.4% in Scotland".
func (c *clause) levels(t *facts.Thing, face facts.Face, area string, tm times) {
	if tm.over > 1 && c.says("averaged", "averages", "averaging", "average", "mean") {
		return // of several years
	}
	if area != facts.Own && c.says("ours") && len(c.qs) > 1 {
		return // some are of another place
	}
	if c.fromBase() {
		return
	}
	for _, q := range c.qs {
		if q.used || q.Q.Ref != nil || c.countsAmong(q) || !c.suits(t, face, area, q.Q) && !c.reached(t, face, area, q) || c.partOf(q) || c.partOfFirst(q) || t.Kind != facts.Money && c.ofAnotherWhole(q) || t.Kind != facts.Money && q.role == isLevel && q.lead(c) == "by" && !c.verbBetween(c.prev(q.i), q.i) && !c.saidBy(q, t) {
			continue
		}
		var ways, others []facts.Way // those of other places come behind
		where := area
		if q.hasArea {
			where = q.area
		}
		years, inYear := q.years, false
		if years != nil {
			years = c.resolve(t, face, years)
		}
		if c.lead == "(" && where == facts.Family && language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Class == language.IsExtreme || x.Class == language.IsRank }) {
			others = append(others, c.facts.Level(t, face, facts.Family, c.facts.Newest(t, face, facts.Own), q.Q))
			where = facts.Own // "is the lowest of the areas in our comparison (65.9%)"
		}
		switch q.role {
		case isLevel:
			if years == nil {
				years = c.atYears(t, face, where, tm)
			}
			if c.lead == "(" && !q.hasArea && c.speaksOf(facts.Scotland) {
				// "… and are above it now (59.4%)": ours, or Scotland's
				others = append(others, c.facts.Level(t, face, facts.Scotland, c.facts.Newest(t, face, facts.Scotland), q.Q))
			}
			if c.beside != "" && !q.hasArea && len(c.subjects) == 0 {
				others = append(others, c.facts.Level(t, face, c.beside, c.facts.Newest(t, face, facts.Own), q.Q))
			}
		case isFrom, isOther:
			if years == nil && q.hasArea && q.area != facts.Own {
				years = c.atYears(t, face, where, tm)
			}
			if years == nil && tm.base != nil {
				years = c.resolve(t, face, tm.base)
			}
			if years == nil && q.role == isFrom && tm.over > 1 && !q.hasArea {
				at := c.atYears(t, face, where, tm)[0] // "over five years from 98 to 107"
				years = []int{at - tm.over, at - tm.over + 1, c.facts.First}
			}
			if years == nil && c.beyondData(t, face, where, tm) {
				continue
			}
			if years == nil && q.role == isFrom && c.withinYear() {
				years, inYear = []int{c.facts.Before(t, face, where, c.atYears(t, face, where, tm)[0])}, true
			}
			if years == nil {
				for y := c.facts.Year; y >= c.facts.First; y-- {
					years = append(years, y)
				}
				if q.role == isFrom {
					years = append(years[1:], c.facts.Year) // what it was before is told first
				}
				if q.role == isOther {
					others = append(others, c.facts.Level(t, face, facts.Scotland, c.facts.Newest(t, face, facts.Scotland), q.Q))
				}
			}
		default:
			continue
		}
		for _, y := range years {
			if w := c.facts.Level(t, face, where, y, q.Q); w.Expected != "" || len(years) == 1 {
				ways = append(ways, w)
			}
		}
		ways = append(ways, others...)
		if c.not {
			continue
		}
		locality := t.Kind == facts.Measure && where == facts.Own && c.facts.OfLocality(t, q.Q) && !c.ofLocalityAlone(t, face, q.Q)
		if locality {
			ways = append(ways, facts.Way{}) // the text may be about the locality
		}
		q.used = true
		cl := c.tell(saysValue, q.Item, t, where, ways)
		cl.Quantity, cl.Unit = q.Q.Bounds(), q.Q.Unit
		if v, ok := c.facts.At(t, face, facts.Scotland, c.facts.Newest(t, face, facts.Scotland)); q.role == isOther && !q.hasArea && cl.Verdict == Confirmed && ok && cl.Expected == v.Display && where == facts.Own {
			cl.Scope = facts.Scotland
		}
		if y := c.alsoIn(q); y != nil && cl.Verdict == Confirmed {
			c.tell(saysValue, q.Item, t, where, []facts.Way{c.facts.Level(t, face, where, c.resolve(t, face, y)[0], q.Q)}).Comparator = eachTime
		}
		c.slipOfLevel(cl, t, face, where, q.Q, ways)
		if inYear && cl.Verdict == Contradicted && cl.Slip == "" && (c.has(language.IsExtreme) >= 0 || c.says("start", "beginning", "outset", "peak", "first", "opening") || c.prev(q.i) >= 0 && strings.HasPrefix(c.items[c.prev(q.i)].Text, "from a")) {
			cl.Unsure("it may be of some time within the year")
		}
		if q.role == isLevel && !locality {
			c.sayAgain(cl, t, face, where, years, q)
		}
	}
}

// beyondData reports whether the time that the clause names is one for which the data
// have no figure.
func (c *clause) beyondData(t *facts.Thing, face facts.Face, area string, tm times) bool {
	if tm.at == nil {
		return false
	}
	return !slices.ContainsFunc(c.resolve(t, face, tm.at), func(y int) bool {
		_, ok := c.facts.At(t, face, area, y)
		return ok
	})
}

// partOf reports whether a figure is a part of the one behind it: "54 of 71".
func (c *clause) partOf(q *placed) bool {
	n := c.next(q.i)
	return q.Q.Unit == facts.Bare && c.roleAt(n, "of") && c.is(c.next(n), language.IsQuantity) && c.items[c.next(n)].Q.Unit == facts.Bare
}

// partOfFirst reports whether a figure is a part of the one that the sentence begins with: "Of
// the £1.3m that was gained, £0.6m was …".
func (c *clause) partOfFirst(q *placed) bool {
	if c.lead != "," || len(c.subjects) > 0 {
		return false
	}
	for i := range c.statement.items {
		switch it := &c.statement.items[i]; {
		case it.Class == language.IsQuantity:
			return i > 0 && it.Q != q.Q && it.Q.Unit == q.Q.Unit && it.Q.Value != nil && q.Q.Value != nil && it.Q.Value.Cmp(q.Q.Value) > 0 && c.statement.wholeAt(i)
		case it.Class != language.IsPlain && it.Role != "of":
			return false
		}
	}
	return false
}

// reached reports whether a figure is what another one of the thing went to, however
// far: "from 64 people to 13".
func (c *clause) reached(t *facts.Thing, face facts.Face, area string, q *placed) bool {
	return q.lead(c) == "to" && q.Q.Unit == facts.Bare && q.Q.Per == 0 && !q.Q.Fraction && t.Unit != facts.Percent && t.Unit != facts.Pounds && !c.counted(q.Q) &&
		slices.ContainsFunc(c.qs, func(o *placed) bool { return o.role == isFrom && o.i < q.i && c.suits(t, face, area, o.Q) })
}
