package claims

import (
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
		if k := c.multipleBefore(i); k >= 0 {
			t.base = c.yearsOf(it)
			continue // "twice what they were in 2020/21"
		}
		if k := p; c.is(c.prev(k), isExtreme) && c.roleAt(k, "in") { // "than at its worst in 2023/24"
			for k >= 0 && (c.roleAt(k, "in", "of") || c.is(k, isExtreme)) {
				k = c.prev(k)
			}
			if c.is(k, isThan, isVersus, isBeside) || c.roleAt(k, "since", "from") {
				p = k
			}
		}
		compared := c.roleAt(p, "since", "from") || c.is(p, isThan, isVersus) || c.is(p, isBeside) && !it.known ||
			c.is(p, isBeside) && it.known || c.againstYear(i) || c.roleAt(i-1, "of", "in") && i > 1 && (c.items[i-2].text == "that" || c.items[i-2].text == "those")
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
			if t.base == nil && c.fromAt(i) {
				t.base = c.yearsOf(it) // "fell from 121,040 in 2022"
			}
		case compared, it.entry.year == 1 && strings.HasPrefix(it.text, "from "):
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
	if len(c.items) > 0 && c.items[0].text == "when" && t.at == nil && c.ended != nil {
		t.at, t.stated = c.ended, true // "since 2023/24, when they peaked at 905"
	}
	if t.base == nil && c.lead == "then" {
		for i := range c.before {
			if c.before[i].years != nil {
				t.base = c.before[i].years // since the figure that the clause before ended with
			}
		}
	}
	if t.base == nil && c.sinceThen() {
		t.base = c.namedBefore()
	}
	if t.base == nil && !t.previous && t.over == 0 && len(c.subjects) == 0 && (c.lead == "," && !(len(c.items) > 1 && c.items[0].text == "and" && c.is(1, isArea)) || c.lead == "or" || c.lead == "(") {
		if !c.hadMoved || c.has(isMove) < 0 { // "which had risen since 2020/21, fell back": since the year before
			t.base = c.since
		}
	}
	if t.base == nil && !t.previous && t.over == 0 && c.lead == "," {
		t.base = c.openingSince()
	}
	if t.base == nil && t.over == 0 && t.at == nil && c.shared && c.sharesOfOther() {
		t.base, t.over = c.sharedSince()
	}
	if t.over == 0 && t.at == nil && t.base == nil && !(len(c.subjects) > 0 && (c.lead == "but" || c.lead == ";")) {
		t.over = c.statement.over
	}
	if t.at == nil && c.year != nil && !(c.sinceThen() && slices.Equal(t.base, c.year)) && !(len(c.subjects) > 0 && (t.base != nil || t.over > 0) && c.says("has", "have")) {
		t.at, t.stated = c.year, true
	}
	return t
}

// openingSince are the years since when the clause is by the words right before it, "Since 2020/21, sickness absence has
// risen", nil where they say nothing of the kind.
func (c *clause) openingSince() []int {
	items := c.statement.items
	if len(c.items) == 0 {
		return nil
	}
	i := indexOf(items, func(x *item) bool { return x.start == c.items[0].start })
	if i < 3 || items[i-1].class != isMark || items[i-2].class != isPeriod || !items[i-2].known {
		return nil
	}
	k := i - 3
	for k > 0 && (items[k].class == isPlain && (items[k].word == "turn" || slices.Contains([]string{"the", "its", "their", "our", "of", "in", "point", "figure", "position", "rate", "level"}, items[k].text)) || items[k].role == "in" || items[k].role == "of") {
		k--
	}
	against := k >= 0 && items[k].class == isVersus
	for against && k > 0 && items[k-1].class == isPlain {
		k-- // "measured against 2022/23"
	}
	if !against && !(k == i-3 && items[k].text == "since" && items[k].class == isRole) ||
		k > 0 && items[k-1].class != isMark && items[k-1].class != isBreak && items[k-1].text != "that" {
		return nil
	}
	return c.yearsOf(&items[i-2])
}

// multipleBefore is the multiple that is of what was in the period at i, "three times what it was
// in 2020/21", or -1.
func (c *clause) multipleBefore(i int) int {
	of := strings.HasSuffix(c.items[i].text, "'s")
	for k := i - 1; k >= 0; k-- {
		it := c.items[k]
		switch {
		case it.class == isTimes:
			if of || strings.HasSuffix(it.text, " what") || strings.HasSuffix(it.text, " as") || ofStated(it) {
				return k
			}
			return -1
		case it.text == "what", it.text == "as", it.text == "that", it.text == "those", it.text == "the" && k == i-1:
			of = true
		case it.class != isPlain && it.class != isSubject && it.class != isThan && !it.is(own) && !c.roleAt(k, "in", "of"):
			return -1
		}
	}
	return -1
}

// sinceThen reports whether "since" stands alone: "has since come down".
func (c *clause) sinceThen() bool {
	return slices.ContainsFunc(c.items, func(x *item) bool {
		if x.text != "since" || x.class != isRole && x.class != isPlain {
			return false
		}
		return !slices.ContainsFunc(c.items, func(o *item) bool { return o.start > x.start && o.class == isPeriod && o.word != "onyear" })
	})
}

// namedBefore is the last year that the sentence names before the clause, or nil.
func (c *clause) namedBefore() (years []int) {
	for i := range c.statement.items {
		if it := &c.statement.items[i]; it.class == isPeriod && it.known && it.start < c.items[0].start {
			years = c.yearsOf(it)
		}
	}
	return years
}

// periodOfOther reports whether the period at i is next to a figure that isn't the
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

// fromAt reports whether the period at i stands by the figure that a change began
// with.
func (c *clause) fromAt(i int) bool {
	p := c.prev(i)
	if c.roleAt(p, "in", "of") {
		p = c.prev(p)
	}
	return slices.ContainsFunc(c.qs, func(q *placed) bool { return q.i == p && q.role == isFrom })
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
	if c.says("is", "are", "now", "remain", "remains", "currently", "stands", "sits") {
		return years
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
		if len(bases) == 1 && bases[0] == at && at == c.facts.Year-1 && !c.namesYear() {
			return []int{prev} // a year before the newest figure
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
	if years := c.sinceFigure(t, face, area, at); years != nil {
		return years
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

// namesYear reports whether the clause names a year by its number.
func (c *clause) namesYear() bool {
	return slices.ContainsFunc(c.items, func(x *item) bool { return x.class == isPeriod && x.known })
}

// sinceFigure are the years of the figure that a change is said to be since, "since the low
// of 79.3%", or nil where none is said.
func (c *clause) sinceFigure(t *Thing, face Face, area string, at int) (years []int) {
	for _, q := range c.qs {
		if q.q.ref != nil || !c.roleAt(c.prev(q.i), "since") && !(c.roleAt(c.prev(q.i), "of") && c.roleAt(c.prev(c.prev(q.i)), "since")) {
			continue
		}
		for y := c.facts.First; y < at; y++ {
			if v, ok := c.facts.at(t, face, area, y); ok && fits(q.q.in(), v) {
				years = append(years, y)
			}
		}
	}
	return years
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

// scope is where the clause claims something of its subject, and what it compares
// it with.
func (c *clause) scope() (area string, set bool, other string, compared bool) {
	carried := c.carried != "" && (c.lead == "," || c.lead == "(" || c.lead == "and" && (c.onlyFigure() || c.sinceThen()) || c.lead == ";" && len(c.subjects) == 0 && c.looksToBefore())
	if c.another = c.another || carried && c.lead == "," && len(c.subjects) > 0 && c.items[0].class == isBreak; c.another {
		carried = false // ", and sickness absence rose": another statement
	}
	if carried && !c.behindComparedThing() {
		area, set = c.carried, true
	}
	c.also = nil
	if place := c.ofPlaceBefore(); place != "" {
		area, set = place, true
	}
	last := -1 // the place that the subject was compared with last
	if c.hasArea || c.lead == "where" && c.statement.area != "" {
		area, set = c.statement.area, true
	}
	for i := range c.items {
		it := c.items[i]
		if it.class != isArea {
			continue
		}
		k := i - 1
		for k >= 0 && (c.items[k].class == isPlain || c.roleAt(k, "in", "of", "to") || c.roleAt(k, "from") && c.is(k-1, isThan) || c.items[k].class == isSubject && k > 0 || c.is(k, isQuantity) && (c.roleAt(k-1, "of") && c.is(c.prev(k-1), isBeside) || isLocality(it.area) && c.is(c.prev(k), isBeside))) {
			k--
		}
		switch {
		case c.is(k, isThan, isVersus, isBeside), c.roleAt(k, "since") && (strings.HasPrefix(c.items[k].text, "than") || strings.HasPrefix(c.items[k].text, "compared")):
			other, compared, last = it.area, true, i
		case last >= 0 && c.joined(last, i):
			c.also, last = append(c.also, it.area), i
		case c.areaOfQuantity(i):
		case it.area == own && set && (carried || it.text == "here" || it.text == "ours"):
			area, set, carried = own, false, false // "Scotland's fell, that of Carrickmoor rose"
		case it.area == own && set:
		default:
			area, set, carried = it.area, true, false
		}
	}
	return area, set, other, compared
}

// behindComparedThing reports whether the clause is a parenthesis behind the thing with which another
// place's figure is compared: "The Scottish rate (114) is higher than readmissions here (107)".
func (c *clause) behindComparedThing() bool {
	if c.lead != "(" || c.after == nil {
		return false
	}
	items, named := c.statement.items, false
	for i := len(items) - 1; i >= 0; i-- {
		switch it := &items[i]; {
		case it.start > c.after.start:
		case it.class == isSubject:
			named = true
		case it.class == isThan, it.class == isBeside:
			return named
		case it.class == isArea:
			return false
		}
	}
	return false
}

// onlyFigure reports whether a clause is no more than a figure with its year, which goes on
// with the one before: "and 67.2% in 2021/22".
func (c *clause) onlyFigure() bool {
	return len(c.qs) == 1 && !c.says("now", "stand", "stands", "stood", "is", "are", "was", "were", "has", "had") && !slices.ContainsFunc(c.items, func(x *item) bool {
		return x.class != isPlain && x.class != isQuantity && x.class != isPeriod && x.class != isHedge && x.class != isBreak && !(x.class == isRole && (x.role == "in" || x.role == "of" || x.role == "from"))
	})
}

// joined reports whether nothing but "and" is between two items: "both Scotland and
// our family".
func (c *clause) joined(i, j int) bool {
	and := j == i+1 // of a list
	for _, it := range c.items[i+1 : j] {
		if it.class != isPlain && it.class != isQuantity && !(it.class == isBreak && it.word == "and") && !(it.class == isRole && it.role == "in") {
			return false
		}
		and = and || it.class == isBreak
	}
	return and
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
