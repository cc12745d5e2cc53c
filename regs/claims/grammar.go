package claims

import (
	"math/big"
	"slices"
	"strings"
)

// times are the years that a clause speaks of.
type times struct {
	at, base []int
	// over is how many years it speaks over, 0 where it doesn't say.
	over int
	// stated is true where the clause names the year; previous where it compares
	// with the year before; survey with the survey before.
	stated, previous, survey bool
}

// times reads the periods of a clause that belong to no single figure.
func (c *clause) times() times {
	var t times
	moves := c.has(isMove, isTimes, isStable) >= 0
	between := false
	for i := range c.items {
		it := c.items[i]
		if it.class != isPeriod {
			continue
		}
		p := c.prev(i)
		if c.roleAt(p, "in", "of") && !c.roleAt(p, "since") && c.prev(p) >= 0 && c.is(c.prev(p), isThan, isVersus) {
			p = c.prev(p)
		}
		compared := c.roleAt(p, "since", "from") || c.is(p, isThan, isVersus) || c.is(p, isBeside) && !it.known ||
			c.is(p, isBeside) && it.known
		switch {
		case it.word == "onyear":
			t.previous = true
		case c.is(i-1, isEach):
			t.base = c.yearsOf(it)
		case it.word == "survey":
			t.survey = true
		case it.word == "over":
			t.over = it.year
		case c.roleAt(p, "between") || between:
			if between {
				t.at, t.stated = c.yearsOf(it), true
			} else {
				t.base = c.yearsOf(it)
			}
			between = !between
		case c.periodOfOther(i):
		case compared:
			t.base = c.yearsOf(it)
		case it.word == "ago" && moves, it.word == "first" && moves:
			t.base = c.yearsOf(it)
		case it.entry.year == 1 && !it.known && (moves && (strings.Contains(it.text, "before") || strings.Contains(it.text, "earlier") || strings.Contains(it.text, "ago"))):
			t.base = c.yearsOf(it)
		default:
			if t.at == nil || it.known {
				t.at = c.yearsOf(it)
				if it.entry.year == 1 && !it.known {
					// "Last year" may be the year reported, which has ended.
					t.at = append(t.at, c.facts.Year)
				}
			}
			t.stated = true
		}
	}
	if t.base == nil && !t.previous && t.over == 0 && len(c.subjects) == 0 && (c.lead == "," || c.lead == "or" || c.lead == "(") {
		t.base = c.since
	}
	if t.at == nil && c.year != nil {
		t.at, t.stated = c.year, true
	}
	return t
}

// periodOfOther reports whether the period at i stands by a figure that isn't the
// subject's of the year: "from 11,900 in 2020/21".
func (c *clause) periodOfOther(i int) bool {
	p := c.prev(i)
	if c.roleAt(p, "in", "of") {
		p = c.prev(p)
	}
	for _, q := range c.qs {
		if q.i == p {
			return q.role == isFrom || q.role == isOther
		}
	}
	return false
}

// atYears are the years that a figure of a thing can be of.
func (c *clause) atYears(t *Thing, face Face, area string, tm times) []int {
	if tm.at != nil {
		return c.resolve(t, face, tm.at)
	}
	years := []int{c.facts.Year}
	if n := c.facts.newest(t, face, area); n != 0 {
		years[0] = n
	}
	// What the sentence before was about may be the time of this one, too.
	return append(years, c.resolve(t, face, c.lastYears)...)
}

// baseYears are the years that a change can be since, of one that ends in at.
func (c *clause) baseYears(t *Thing, face Face, area string, tm times, at int) []int {
	prev := c.facts.before(t, face, area, at)
	if tm.base != nil {
		bases := c.resolve(t, face, tm.base)
		if t.Survey && len(bases) == 1 && bases[0] == c.facts.Year-1 {
			return []int{prev} // "last year" of a survey is the one before
		}
		return bases
	}
	if tm.over > 0 {
		bases := []int{at - tm.over}
		if tm.over > 2 {
			bases = append(bases, at-tm.over+1, max(c.facts.First, at-tm.over))
		}
		return bases
	}
	if from := c.changeSince(t); from != 0 {
		return []int{from}
	}
	if tm.previous || tm.stated || tm.survey || !c.deltas() && !c.says("have", "has") {
		return []int{prev}
	}
	first := 0
	for y := c.facts.First; y < at && first == 0; y++ {
		if _, ok := c.facts.at(t, face, area, y); ok && t.comparable(y, at) {
			first = y
		}
	}
	if first == 0 || first == prev {
		return []int{prev}
	}
	return []int{prev, first}
}

// changeSince is the year since which a reference of the sentence gives the
// thing's change, or 0.
func (c *clause) changeSince(t *Thing) int {
	for i := range c.statement.items {
		if q := c.statement.items[i].q; q != nil && q.ref != nil && q.ref.face == "change" && q.ref.thing == t {
			return q.ref.from
		}
	}
	return 0
}

// area0 is where the clause claims something of its subject, and what it compares
// it with.
func (c *clause) area0() (area string, set bool, other string, compared bool) {
	if c.carried != "" && (c.lead == "," || c.lead == "(") {
		area, set = c.carried, true
	}
	if c.hasArea || c.lead == "where" && c.statement.area != "" {
		area, set = c.statement.area, true
	}
	for i := range c.items {
		it := c.items[i]
		if it.class != isArea {
			continue
		}
		k := i - 1
		for k >= 0 && (c.items[k].class == isPlain || c.roleAt(k, "in", "of", "to") || c.items[k].class == isSubject && k > 0) {
			k--
		}
		switch {
		case c.is(k, isThan, isVersus, isBeside), c.roleAt(k, "since") && (strings.HasPrefix(c.items[k].text, "than") || strings.HasPrefix(c.items[k].text, "compared")):
			other, compared = it.area, true
		case c.areaOfQuantity(i):
		case it.area == own && set:
		default:
			area, set = it.area, true
		}
	}
	return area, set, other, compared
}

// areaOfQuantity reports whether the place at i belongs to one of several figures.
func (c *clause) areaOfQuantity(i int) bool {
	for _, q := range c.qs {
		if q.hasArea && q.area == c.items[i].area && (len(c.qs) > 1 || q.role == isOther) {
			return true
		}
	}
	return false
}

// read reads the clause's claims.
func (c *clause) read() {
	c.gather()
	if c.lead == "aside" || len(c.items) == 0 {
		c.unread("the words give a reason, and aren't read")
		return
	}
	if c.references(); c.got {
		return
	}
	if c.mood != "" {
		c.unread("the words are of what is wanted or expected")
		return
	}
	c.people()
	c.counts()
	if c.statement.money && c.isMoney() {
		c.moneyClaims()
	}
	if !c.got {
		c.figures()
	}
	c.leftover()
}

// figures reads claims about an indicator or a local measure.
func (c *clause) figures() {
	t, ok := c.about()
	if t == nil || !ok || t.Kind == isMoney || t.Kind == isCount {
		return
	}
	area, set, other, compared := c.area0()
	if c.locality != "" && !set && t.Kind == isIndicator {
		return // it may be the locality's
	}
	if c.locality != "" && !set && t.Kind == isMeasure {
		area = "locality:" + c.locality
	}
	if t.Kind == isMeasure {
		c.targets(t, area)
	} else if c.hasFace(target) >= 0 || c.hasFace(plan) >= 0 {
		return
	}
	if c.hasFace(spend) >= 0 && t.Unit != pounds {
		return // the spending on it
	}
	tm := c.times()
	c.extremes(t, value, area, tm)
	if c.runs(t, value, area, tm) {
		c.levels(t, value, area, tm)
		return
	}
	c.comparisons(t, value, area, set, other, compared, tm)
	c.changes(t, value, area, other, compared, tm)
	c.levels(t, value, area, tm)
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
	if q.value == nil {
		return false
	}
	for y := c.facts.First; y <= c.facts.Year; y++ {
		if v, ok := c.facts.at(t, face, area, y); ok && v.Exact.Sign() != 0 {
			r := new(big.Rat).Quo(q.value, new(big.Rat).Abs(v.Exact))
			if r.Cmp(low) >= 0 && r.Cmp(high) <= 0 {
				return true
			}
		}
	}
	return false
}

// levels reads "stood at 11,152", "from 11,398", "against 59.4% in Scotland".
func (c *clause) levels(t *Thing, face Face, area string, tm times) {
	for _, q := range c.qs {
		if q.used || q.q.ref != nil || !c.suits(t, face, area, q.q) {
			continue
		}
		var ways []way
		where := area
		if q.hasArea {
			where = q.area
		}
		years := q.years
		if years != nil {
			years = c.resolve(t, face, years)
		}
		switch q.role {
		case isLevel:
			if years == nil {
				years = c.atYears(t, face, where, tm)
			}
		case isFrom, isOther:
			if years == nil && q.hasArea && q.area != own {
				years = c.atYears(t, face, where, tm)
			}
			if years == nil && tm.base != nil {
				years = c.resolve(t, face, tm.base)
			}
			if years == nil {
				for y := c.facts.Year; y >= c.facts.First; y-- {
					years = append(years, y)
				}
				if q.role == isOther {
					ways = append(ways, c.facts.level(t, face, scotland, c.facts.newest(t, face, scotland), q.q))
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
		if c.not {
			continue
		}
		q.used = true
		cl := c.tell(saysValue, q.item, t, where, ways)
		cl.Quantity, cl.Unit = q.q.bounds(), q.q.unit
		c.slipOfLevel(cl, t, face, where, q.q, ways)
		if q.role == isLevel {
			c.sayAgain(cl, t, face, where, years, q)
		}
	}
}

// direction is the clause's word of direction and its sign for a thing.
func (c *clause) direction(t *Thing) (m *item, at, sign int) {
	for i := range c.items {
		it := c.items[i]
		if it.class != isMove {
			continue
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
	m, _, sign := c.direction(t)
	if m == nil && c.lead == "or" && c.moved != nil && c.deltas() { // "by 8.1 points, or 11%"
		m, sign = c.moved, c.moved.n
		if m.judge {
			sign *= t.Better
		}
	}
	if i := c.has(isTimes); i >= 0 {
		c.multiplied(t, face, area, tm, i)
		return
	}
	if m == nil {
		if c.stable() && !compared {
			c.steadied(t, face, area, tm)
		}
		return
	}
	if sign == 0 || m.adj && compared && tm.base == nil {
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
				ways = append(ways, c.facts.delta(t, face, area, b, y, sign, q.q))
			}
		}
		if c.not || q.q.unit == bare && !c.near(t, face, area, q.q, rat(1, 1000), rat(1, 1)) {
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
			w := c.facts.move(t, face, area, b, y, sign)
			if c.not {
				if from, to, ok := c.facts.pair(t, face, area, b, y); ok && unclear(from, to) {
					w.truth = yes
				} else {
					w.truth = w.truth.not()
				}
			}
			ways = append(ways, w)
		}
	}
	cl := c.tell(saysChange, m, t, area, ways)
	cl.Comparator, cl.Negated = m.text, c.not
	c.slipOfMove(cl, t, sign)
}

// earlier reports whether "had" puts the clause's movement before its time.
func (c *clause) earlier() bool {
	for i := range c.items {
		if c.items[i].class == isMove && !c.items[i].adj && (i > 0 && c.items[i-1].text == "had" || i > 1 && c.items[i-2].text == "had") {
			return true
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
			if c.roleAt(p, "in", "of") {
				p = c.prev(p)
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
			if c.not && !strings.Contains(c.items[i].text, "no") {
				w.truth = w.truth.not()
			}
			ways = append(ways, w)
		}
	}
	cl := c.tell(saysChange, c.items[i], t, area, ways)
	cl.Comparator = "unchanged"
}

// multiplied reads "halved" and "doubled", by the figures beside them or by the
// data.
func (c *clause) multiplied(t *Thing, face Face, area string, tm times, i int) {
	h := plainly
	switch p := i - 1; {
	case p < 0:
	case c.items[p].class == isHedge || c.items[p].class == isBeside && c.items[p].n > 0 || c.items[p].text == "more than" || c.items[p].text == "over":
		h = over
		if c.items[p].class == isHedge && c.items[p].hedge != over {
			h = c.items[p].hedge
		}
	case c.items[p].text == "nearly" || c.items[p].text == "almost":
		h = nearly
	}
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

// comparisons reads "above Scotland", "better than the national average".
func (c *clause) comparisons(t *Thing, face Face, area string, set bool, other string, compared bool, tm times) {
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
	if word == nil || t.Kind != isIndicator {
		return
	}
	if judge {
		if sign *= t.Better; sign == 0 {
			return
		}
	}
	a, b := own, other
	switch {
	case compared && other != own:
		if set && area != own {
			a = area
		}
	case set && area != own && (compared || word.adj || word.class == isBeside):
		// "Scotland's rate is higher", "… is above ours".
		if word.class == isMove && c.comparedInTime() {
			return
		}
		a, b = area, own
	default:
		return
	}
	if a == b || strings.HasPrefix(a, "locality:") || strings.HasPrefix(b, "locality:") {
		return
	}
	var ways []way
	for _, y := range c.atYears(t, face, own, tm) {
		var w way
		gap := slices.IndexFunc(c.qs, func(q *placed) bool { return (q.role == isGap || q.role == isDelta) && !q.used && q.q.ref == nil })
		switch {
		case gap >= 0 && sign != 0 && !c.not:
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
}

// extremes reads "the lowest since 2020/21", "the second highest in Scotland",
// "ranked 14th of 32", "in the middle of the areas".
func (c *clause) extremes(t *Thing, face Face, area string, tm times) {
	if c.not || area != own && area != scotland && !strings.HasPrefix(area, "locality:") {
		return
	}
	if i := c.has(isMiddle); i >= 0 {
		c.middle(t, i, tm)
		return
	}
	e := c.has(isExtreme)
	rank := 1
	among := c.amongAreas()
	if e < 0 {
		r := c.has(isRank)
		n := c.place(-1)
		if r < 0 && !(n > 0 && among) || n == 0 || t.Better == 0 || t.Kind != isIndicator {
			return
		}
		word := c.items[max(r, 0)]
		for _, q := range c.qs {
			q.used = q.used || q.q.unit == bare && q.q.ref == nil
		}
		cl := c.tell(saysRank, word, t, own, []way{c.facts.ranked(t, c.facts.newest(t, face, own), t.Better, n)})
		cl.Comparator = "place " + itoa(n)
		return
	}
	if nx := e + 1; nx < len(c.items) && c.items[nx].class == isMove || c.deltas() {
		return // "the largest fall"
	}
	if c.items[e].text == "most" || c.items[e].text == "least" {
		return
	}
	sign := c.items[e].n
	if c.items[e].judge {
		sign *= t.Better
	}
	if n := c.place(e); n > 0 {
		rank = n
	}
	if c.says("one", "among", "amongst") || sign == 0 {
		return
	}
	years := c.atYears(t, face, own, times{})
	if len(years) == 0 {
		return
	}
	at := years[0]
	if c.lead == "," && len(c.subjects) == 0 && c.ended != nil {
		at = c.resolve(t, face, c.ended)[0]
	} else if c.lead == "," && len(c.subjects) == 0 && len(c.before) > 0 {
		switch b := &c.before[len(c.before)-1]; {
		case b.q.ref != nil && b.q.ref.thing == t:
			at = b.q.ref.year
		case b.years != nil:
			at = c.resolve(t, face, b.years)[0]
		}
	}
	var w way
	switch {
	case among:
		w = c.facts.ranked(t, at, sign, rank)
	case tm.base != nil:
		since := c.resolve(t, face, tm.base)[0]
		w = c.facts.extreme(t, face, area, at, since+1, c.facts.Year, sign, rank)
		if w2 := c.facts.extreme(t, face, area, at, since, c.facts.Year, sign, rank); w2.truth == yes || w.truth == unknown {
			w = w2
		}
	case tm.over > 0:
		w = c.facts.extreme(t, face, area, at, at-tm.over+1, c.facts.Year, sign, rank)
		if c.says("years") && w.truth == no && tm.over < 6 {
			if w2 := c.facts.extreme(t, face, area, at, at-tm.over, c.facts.Year, sign, rank); w2.truth == yes {
				w = w2
			}
		}
	case c.says("period", "window", "series") || slices.ContainsFunc(c.items, func(x *item) bool { return x.class == isPeriod && x.word == "first" }):
		w = c.facts.extreme(t, face, area, at, c.facts.First, c.facts.Year, sign, rank)
	case tm.at != nil && (c.resolve(t, face, tm.at)[0] != at || strings.HasPrefix(c.items[e].text, "peak")): // "it was lowest in 2020/21"
		y := c.resolve(t, face, tm.at)[0]
		w = c.facts.extreme(t, face, area, y, c.facts.First, c.facts.Year, sign, rank)
	default:
		return
	}
	kind := saysExtreme
	if among {
		kind, area = saysRank, own
	}
	cl := c.tell(kind, c.items[e], t, area, []way{w})
	cl.Comparator = c.items[e].text
}

// amongAreas reports whether the clause compares with the other authorities.
func (c *clause) amongAreas() bool {
	for i := range c.items {
		it := c.items[i]
		if it.class == isArea && it.area == scotland && !c.is(c.prev(i), isThan, isVersus, isBeside) && !it.possessive {
			return true
		}
	}
	return c.says("areas", "partnerships", "authorities", "boards", "nationally", "councils")
}

// place is the rank that stands before item e, or anywhere where e is -1.
func (c *clause) place(e int) int {
	for i := range c.items {
		it := c.items[i]
		if it.ordinal > 0 && (e < 0 || i < e && c.next(i) == e || i == e-1) {
			return int(it.ordinal)
		}
	}
	if e >= 0 {
		return 0
	}
	for _, q := range c.qs {
		if r := c.has(isRank); r >= 0 && q.i > r && q.q.unit == bare && q.q.value.IsInt() && !q.used {
			q.used = true
			return int(q.q.value.Num().Int64())
		}
	}
	return 0
}

// middle reads "in the middle of the 32 areas", "in the top half".
func (c *clause) middle(t *Thing, i int, tm times) {
	sign := t.Better
	if sign == 0 {
		return
	}
	year := c.facts.newest(t, value, own)
	best, worst, of, v, ok := c.facts.placeAmong(t, year, sign)
	w := way{year: year}
	if ok {
		w.expected, w.evidence = v.Display+" is in place "+itoa(best)+" of "+itoa(of), proof(v, year)
		switch c.items[i].n {
		case 0:
			w.truth = truthOf(3*worst > of && 3*best <= 2*of+3)
		case 1:
			w.truth = truthOf(2*best <= of+1)
		case -1:
			w.truth = truthOf(2*worst >= of)
		case 2:
			w.truth = truthOf(4*best <= of+3)
		case -2:
			w.truth = truthOf(4*worst >= 3*of-3)
		}
	}
	for _, q := range c.qs {
		q.used = true
	}
	cl := c.tell(saysRank, c.items[i], t, own, []way{w})
	cl.Comparator = c.items[i].text
}

// runs reads "for the third year in a row", "in each of the last five years".
func (c *clause) runs(t *Thing, face Face, area string, tm times) bool {
	i := c.has(isRow, isEach)
	if i < 0 || c.not {
		return false
	}
	n, _ := c.howMany(i, t, face, area)
	m, _, sign := c.direction(t)
	if n <= 0 || sign == 0 || m == nil {
		return false
	}
	var ways []way
	for _, y := range c.atYears(t, face, area, tm) {
		ways = append(ways, c.facts.run(t, face, area, y, n, sign))
	}
	cl := c.tell(saysRun, m, t, area, ways)
	cl.Comparator = m.text + " " + itoa(n) + " times running"
	return true
}

// howMany is how many years a run is said to have; since is true where the clause
// says from which year on.
func (c *clause) howMany(i int, t *Thing, face Face, area string) (n int, since bool) {
	it := c.items[i]
	switch {
	case it.class == isEach && it.n > 0:
		n = it.n
	case it.class == isEach && it.word == "since":
		if k := c.next(i); c.is(k, isPeriod) {
			return c.facts.Year - c.resolve(t, face, c.yearsOf(c.items[k]))[0], true
		}
		return 0, false
	case it.class == isEach:
		return 0, false
	default:
		for k := i - 1; k >= 0 && k >= i-6 && n == 0; k-- {
			switch {
			case c.items[k].ordinal > 0:
				n = int(c.items[k].ordinal)
			case c.items[k].class == isPeriod && c.items[k].word == "over":
				n = c.items[k].year
			case c.items[k].class == isQuantity && c.items[k].q.unit == bare && c.items[k].q.value != nil && c.items[k].q.value.IsInt():
				n = int(c.items[k].q.value.Num().Int64())
				for _, q := range c.qs {
					q.used = q.used || q.i == k
				}
			}
		}
	}
	if n > 30 {
		n = 0
	}
	return n, false
}

// targets reads "met the target of 90%".
func (c *clause) targets(t *Thing, area string) {
	var goal Value
	ok := false
	for y := c.facts.Year; y >= c.facts.First && !ok; y-- {
		goal, ok = c.facts.at(t, target, area, y)
	}
	if !ok {
		return
	}
	for _, q := range c.qs {
		if q.role == isGoal && c.suits(t, value, area, q.q) && q.q.ref == nil {
			q.used = true
			cl := c.tell(saysTarget, q.item, t, area, []way{{truth: truthOf(fits(q.q.in(), goal)), expected: "a target of " + goal.Display, evidence: proof(goal, c.facts.Year)}})
			cl.Quantity, cl.Unit = q.q.bounds(), q.q.unit
		}
	}
	i := c.has(isMet)
	if i < 0 || c.hasFace(target) < 0 || t.Better == 0 {
		return
	}
	year := c.facts.newest(t, value, area)
	v, ok := c.facts.at(t, value, area, year)
	if !ok {
		return
	}
	met := v.Exact.Cmp(goal.Exact) != -t.Better
	claims := c.items[i].n > 0
	if c.not && claims {
		claims = false
	} else if c.not {
		return
	}
	cl := c.tell(saysTarget, c.items[i], t, area, []way{{truth: truthOf(met == claims), expected: v.Display + " against a target of " + goal.Display, evidence: proof(v, year), year: year}})
	cl.Comparator = c.items[i].text
	if cl.Verdict == Contradicted {
		cl.Slip = "the other way"
	}
}
