package claims

import (
	"math/big"
	"slices"
	"strings"
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
	if c.bothBeside() {
		return
	}
	t, ok := c.about()
	if t != nil && t.Survey && c.otherSource() {
		return
	}
	if o := c.statement.subject; t != nil && t.ID == "count:localities" && o != nil && o.Kind == isMeasure && !c.narrowed && slices.ContainsFunc(c.items, func(x *item) bool { return x.word == "of the localities" }) {
		t = o // "23 in Glenside, more than in either of the other localities"
	}
	if t == nil || !ok {
		c.targetGiven()
	}
	if t == nil || !ok || t.Kind == isMoney || t.Kind == isCount || len(c.subjects) == 0 && (c.ofMoneyItself() || c.ofNobody()) {
		return
	}
	if c.alsoOn(t, c.times()) || c.otherAreas(t) || c.fromPlaceToPlace(t) || c.inFamily(t, c.times()) {
		return
	}
	if len(c.all) > 1 && anyOf(c.statement.items, func(x *item) bool { return x.text == "respectively" }) {
		return // inTurn reads it
	}
	if len(c.subjects) == 0 && c.ofPopulation(t) || len(c.qs) == 0 && c.comparative() >= 0 && !c.says("days", "time") && slices.ContainsFunc(c.items, func(x *item) bool { return lastWord(x.text) == "spent" }) && len(c.subjects) == 0 {
		return // how many people live there, or what was spent there
	}
	if c.ofAreas > 0 && len(c.qs) > 0 {
		c.othersOfAreas(t)
		return // "of the four areas, two have …"
	}
	area, set, other, compared := c.scope()
	if c.partOfCount(t, area) || c.extremeLocality(t, area) {
		return
	}
	if from := c.differsFrom(); !compared && from != own {
		other, compared = from, true
	}
	if compared && isLocality(other) && isLocality(area) {
		if m := c.countOf(t, other); m != nil {
			t = m // of which the data have the localities' figures
		}
	}
	if c.locality != "" && !set && t.Kind == isIndicator || c.service && t.Kind == isMeasure {
		return // it may be the locality's, or the service's
	}
	if c.locality != "" && !set && t.Kind == isMeasure {
		area = "locality:" + c.locality
	}
	if t.Kind == isMeasure {
		if at := c.placeBehind(area); at != area {
			area = at
		}
		if c.targets(t, area); c.hasFace(plan) >= 0 {
			return // a measure has a target; what was budgeted or planned is another number
		}
	} else if c.hasFace(target) >= 0 || c.hasFace(plan) >= 0 {
		return
	}
	if c.hasFace(spend) >= 0 && t.Unit != pounds {
		return // the spending on it
	}
	tm := c.sincePeak(t, area, c.times())
	if c.gapMoved(t, tm) {
		return
	}
	if c.margins(t, area, compared, tm) && !c.got {
		c.unread("of what the margin of error is isn't understood")
		return
	}
	if c.bestOfFamily(t, tm) || c.notOnce(t, value, area, tm) || c.never(t, value, area) {
		return
	}
	if c.fromPeak(t, value, area) || c.betweenPlaces(t, tm) {
		c.levels(t, value, area, tm)
		return
	}
	defer c.turningPoint(t, value, area)
	c.morePeopleThan(t, value, area, tm)
	c.extremes(t, value, area, tm)
	if c.besideRuns(t, value, area, other, compared) || c.runs(t, value, area, tm) {
		c.levels(t, value, area, tm)
		return
	}
	if c.sameThere(t, value, area, set, compared) {
		return
	}
	c.comparisons(t, value, area, set, other, compared, tm)
	c.changes(t, value, area, other, compared, tm)
	c.levels(t, value, area, tm)
}

// differsFrom is the place from whose figure there is said to be no clear difference, own for none: "no
// clear difference from Scotland's 33.6%" is no remark on the years.
func (c *clause) differsFrom() string {
	i := c.has(isStable)
	if i < 0 || !strings.Contains(c.items[i].text, "differen") {
		return own
	}
	for _, q := range c.qs {
		if q.hasArea && q.area != own && q.start > c.items[i].start {
			return q.area
		}
	}
	return own
}

// speaksOf reports whether the sentence names a place.
func (s *statement) speaksOf(area string) bool {
	return anyOf(s.items, func(x *item) bool { return x.class == isArea && x.area == area })
}

// suits reports whether a figure can be one of the thing's.
func (c *clause) suits(t *Thing, face Face, area string, q *quantity) bool {
	unit := t.Unit
	if face == share || face == ofSpend {
		unit = percent
	}
	if q.ref != nil {
		return true
	}
	switch {
	case c.counted(q):
		return false
	case unit == percent:
		return q.unit == percent
	case unit == pounds:
		return q.unit == pounds && (t.Kind != isMeasure || c.near(t, face, area, q, rat(1, 2), rat(2, 1)))
	case q.unit != bare || q.fraction:
		return false
	case strings.HasPrefix(string(unit), "per "):
		base := strings.ReplaceAll(strings.TrimPrefix(string(unit), "per "), ",", "")
		if q.per != 0 {
			return itoa(int(q.per)) == base
		}
		return c.near(t, face, area, q, rat(3, 5), rat(8, 5))
	}
	return q.per == 0 && c.near(t, face, area, q, rat(1, 2), rat(2, 1))
}

// counts are nouns of what a rate counts: a figure before one is of these and not
// the rate, where no base is named.
var counted = []string{"admissions", "falls", "readmissions", "days", "deaths", "people", "adults", "patients", "discharges", "stays", "cases", "occasions", "hours", "weeks", "times"}

// counted reports whether a figure without a base is a count of things.
func (c *clause) counted(q *quantity) bool {
	if q.per != 0 || q.unit != bare || q.ref != nil {
		return false
	}
	for i := range c.items {
		if c.items[i].q != q {
			continue
		}
		if n := c.next(i); c.is(n, isSubject) && n == i+1 && c.items[n].thing.Kind == isIndicator {
			return true
		}
		return i+1 < len(c.items) && slices.Contains(counted, c.items[i+1].text) && !c.ofMeasure() || i+2 < len(c.items) && c.items[i+2].text == "number"
	}
	return false
}

// ofMeasure reports whether the clause is about a local measure, which counts.
func (c *clause) ofMeasure() bool {
	t, _ := c.about()
	return t != nil && t.Kind == isMeasure
}

// near reports whether a figure is within factors of those of the thing.
func (c *clause) near(t *Thing, face Face, area string, q *quantity, low, high *big.Rat) bool {
	return c.facts.near(t, face, area, q, low, high)
}

// near reports whether a figure is between two fractions of one that the thing had in a year of the window.
func (f *Facts) near(t *Thing, face Face, area string, q *quantity, low, high *big.Rat) bool {
	if q.value == nil {
		return false
	}
	for y := f.First; y <= f.Year; y++ {
		if v, ok := f.at(t, face, area, y); ok && v.Exact.Sign() != 0 {
			of := absRat(v.Exact)
			if compare(q.value, mulRat(of, low)) >= 0 && compare(q.value, mulRat(of, high)) <= 0 {
				return true
			}
		}
	}
	return false
}

// levels reads "were at 11,152", "from 11,398", "against 59.4% in Scotland".
func (c *clause) levels(t *Thing, face Face, area string, tm times) {
	if tm.over > 1 && c.says("averaged", "averages", "averaging", "average", "mean") {
		return // of several years
	}
	if area != own && c.says("ours") && len(c.qs) > 1 {
		return // some are of another place
	}
	for _, q := range c.qs {
		if q.used || q.q.ref != nil || c.countsAmong(q) || !c.suits(t, face, area, q.q) && !c.reached(t, face, area, q) || c.partOf(q) || c.partOfFirst(q) || t.Kind != isMoney && c.ofAnotherWhole(q) || t.Kind != isMoney && q.role == isLevel && q.lead(c) == "by" && !c.verbBetween(c.prev(q.i), q.i) && !c.saidBy(q, t) {
			continue
		}
		var ways, others []way // those of other places come behind
		where := area
		if q.hasArea {
			where = q.area
		}
		years, inYear := q.years, false
		if years != nil {
			years = c.resolve(t, face, years)
		}
		if c.lead == "(" && where == family && anyOf(c.statement.items, func(x *item) bool { return x.class == isExtreme || x.class == isRank }) {
			others = append(others, c.facts.level(t, face, family, c.facts.newest(t, face, own), q.q))
			where = own // "is the lowest of the areas in our comparison (65.9%)"
		}
		switch q.role {
		case isLevel:
			if years == nil {
				years = c.atYears(t, face, where, tm)
			}
			if c.lead == "(" && !q.hasArea && c.speaksOf(scotland) {
				// "… and are above it now (59.4%)": ours, or Scotland's
				others = append(others, c.facts.level(t, face, scotland, c.facts.newest(t, face, scotland), q.q))
			}
			if c.beside != "" && !q.hasArea && len(c.subjects) == 0 {
				others = append(others, c.facts.level(t, face, c.beside, c.facts.newest(t, face, own), q.q))
			}
		case isFrom, isOther:
			if years == nil && q.hasArea && q.area != own {
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
				years, inYear = []int{c.facts.before(t, face, where, c.atYears(t, face, where, tm)[0])}, true
			}
			if years == nil {
				for y := c.facts.Year; y >= c.facts.First; y-- {
					years = append(years, y)
				}
				if q.role == isFrom {
					years = append(years[1:], c.facts.Year) // what it was before is told first
				}
				if q.role == isOther {
					others = append(others, c.facts.level(t, face, scotland, c.facts.newest(t, face, scotland), q.q))
				}
			}
		default:
			continue
		}
		for _, y := range years {
			if w := c.facts.level(t, face, where, y, q.q); w.expected != "" || len(years) == 1 {
				ways = append(ways, w)
			}
		}
		ways = append(ways, others...)
		if c.not {
			continue
		}
		locality := t.Kind == isMeasure && where == own && c.facts.ofLocality(t, q.q)
		if locality {
			ways = append(ways, way{}) // the text may be about the locality
		}
		q.used = true
		cl := c.tell(saysValue, q.item, t, where, ways)
		cl.Quantity, cl.Unit = q.q.bounds(), q.q.unit
		if v, ok := c.facts.at(t, face, scotland, c.facts.newest(t, face, scotland)); q.role == isOther && !q.hasArea && cl.Verdict == Confirmed && ok && cl.Expected == v.Display && where == own {
			cl.Scope = scotland
		}
		if y := c.alsoIn(q); y != nil && cl.Verdict == Confirmed {
			c.tell(saysValue, q.item, t, where, []way{c.facts.level(t, face, where, c.resolve(t, face, y)[0], q.q)}).Comparator = eachTime
		}
		c.slipOfLevel(cl, t, face, where, q.q, ways)
		if inYear && cl.Verdict == Contradicted && cl.Slip == "" {
			cl.unsure("it may be of some time within the year")
		}
		if q.role == isLevel && !locality {
			c.sayAgain(cl, t, face, where, years, q)
		}
	}
}

// withinYear reports whether the clause says that something moved from the year before to this
// one: "fell over the year from 7.1% to 6.9%".
func (c *clause) withinYear() bool {
	return slices.ContainsFunc(c.items, func(x *item) bool {
		return x.class == isPeriod && (x.word == "onyear" || slices.Contains([]string{"over the year", "during the year", "across the year", "in the year", "through the year", "in year"}, x.text))
	})
}

// beyondData reports whether the time that the clause names is one for which the data
// have no figure.
func (c *clause) beyondData(t *Thing, face Face, area string, tm times) bool {
	if tm.at == nil {
		return false
	}
	return !slices.ContainsFunc(c.resolve(t, face, tm.at), func(y int) bool {
		_, ok := c.facts.at(t, face, area, y)
		return ok
	})
}

// partOf reports whether a figure is a part of the one behind it: "54 of 71".
func (c *clause) partOf(q *placed) bool {
	n := c.next(q.i)
	return q.q.unit == bare && c.roleAt(n, "of") && c.is(c.next(n), isQuantity) && c.items[c.next(n)].q.unit == bare
}

// partOfFirst reports whether a figure is a part of the one that the sentence begins with: "Of
// the £1.3m that was gained, £0.6m was …".
func (c *clause) partOfFirst(q *placed) bool {
	if c.lead != "," || len(c.subjects) > 0 {
		return false
	}
	for i := range c.statement.items {
		switch it := &c.statement.items[i]; {
		case it.class == isQuantity:
			return i > 0 && it.q != q.q && it.q.unit == q.q.unit && it.q.value != nil && q.q.value != nil && it.q.value.Cmp(q.q.value) > 0 && c.statement.wholeAt(i)
		case it.class != isPlain && it.role != "of":
			return false
		}
	}
	return false
}

// reached reports whether a figure is what another one of the thing went to, however
// far: "from 64 people to 13".
func (c *clause) reached(t *Thing, face Face, area string, q *placed) bool {
	return q.lead(c) == "to" && q.q.unit == bare && q.q.per == 0 && !q.q.fraction && t.Unit != percent && t.Unit != pounds && !c.counted(q.q) &&
		slices.ContainsFunc(c.qs, func(o *placed) bool { return o.role == isFrom && o.i < q.i && c.suits(t, face, area, o.q) })
}

// ofLocality reports whether a figure is a locality's for a local measure: a finished
// report's text doesn't say which locality the section is about.
func (f *Facts) ofLocality(t *Thing, q *quantity) bool {
	return slices.ContainsFunc(f.Things, func(o *Thing) bool {
		if o.Group != "locality" {
			return false
		}
		v, ok := f.at(t, value, o.ID, f.Year)
		return ok && fits(q.in(), v)
	})
}
