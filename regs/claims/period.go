package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// times are the years that a clause speaks of.
type times struct {
	at, base []int
	// over is how many years it speaks over, 0 where it doesn't say.
	over int
	// also are further years that something is compared with: "more than in 2021/22 or 2022/23".
	also []int
	// stated is true where the clause names the year; previous where it compares
	// with the year before; survey with the survey before.
	stated, previous, survey bool
}

// times reads the periods of a clause that belong to no single figure.
func (c *clause) times() times {
	var t times
	moves := c.has(language.IsMove, language.IsTimes, language.IsStable) >= 0
	between, since := false, -1
	for i := range c.items {
		it := c.items[i]
		if it.Class != language.IsPeriod {
			continue
		}
		if since >= 0 && i == since+2 && it.Known && (c.items[i-1].Text == "or" || c.items[i-1].Text == "and") {
			t.also, since = append(t.also, c.yearsOf(it)...), i
			continue
		}
		p := c.prev(i)
		if c.roleAt(p, "in", "of") && !c.roleAt(p, "since") && c.prev(p) >= 0 && c.is(c.prev(p), language.IsThan, language.IsVersus) {
			p = c.prev(p)
		}
		if k := c.multipleBefore(i); k >= 0 {
			t.base = c.yearsOf(it)
			continue // "twice what they were in 2020/21"
		}
		if k := p; c.is(c.prev(k), language.IsExtreme) && c.roleAt(k, "in") { // "than at its worst in 2023/24"
			for k >= 0 && (c.roleAt(k, "in", "of") || c.is(k, language.IsExtreme)) {
				k = c.prev(k)
			}
			if c.is(k, language.IsThan, language.IsVersus, language.IsBeside) || c.roleAt(k, "since", "from") {
				p = k
			}
		}
		compared := c.roleAt(p, "since", "from") || c.sinceItBegan(i) || i > 0 && strings.HasPrefix(c.items[i-1].Text, "yet to") || c.is(p, language.IsThan, language.IsVersus) || c.is(p, language.IsBeside) && !it.Known ||
			c.is(p, language.IsBeside) && it.Known || c.againstYear(i) || c.roleAt(i-1, "of", "in") && i > 1 && (c.items[i-2].Text == "that" || c.items[i-2].Text == "those")
		if compared && it.Known {
			since = i
		}
		switch {
		case it.Word == "onyear":
			t.previous = true
		case c.is(i-1, language.IsEach):
			t.base = c.yearsOf(it)
		case it.Word == "survey":
			t.survey = true
		case it.Word == "over":
			t.over = it.Year
		case it.Word == "first" && c.has(language.IsExtreme) >= 0 && c.statement.money && !strings.Contains(it.Text, "start") && !strings.Contains(it.Text, "beginning") && !strings.Contains(it.Text, "outset") && !strings.Contains(it.Text, "first"):
			t.over = c.facts.Year - c.facts.First + 1 // "the largest overspend in the six-year period"
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
		case compared, it.Entry.Year == 1 && strings.HasPrefix(it.Text, "from "):
			t.base = c.yearsOf(it)
		case it.Word == "ago" && i < 3 && c.besideThere(): // "Two years ago fewer here than in Scotland felt …"
			t.at, t.stated = c.yearsOf(it), true
		case it.Word == "ago" && moves, it.Word == "first" && moves:
			t.base = c.yearsOf(it)
		case it.Entry.Year == 1 && !it.Known && (moves && (strings.Contains(it.Text, "before") || strings.Contains(it.Text, "earlier") || strings.Contains(it.Text, "ago"))):
			t.base = c.yearsOf(it)
		default:
			if t.at == nil || it.Known {
				t.at = c.yearsOf(it)
				if it.Entry.Year == 1 && !it.Known {
					// "Last year" may be the year reported, which has ended.
					t.at = append(t.at, c.facts.Year)
				}
			}
			t.stated = true
		}
	}
	if len(c.items) > 0 && (c.items[0].Text == "when" || len(c.items) > 2 && c.items[1].Text == "year" && c.items[2].Text == "in which") && t.at == nil && c.ended != nil {
		t.at, t.stated = c.ended, true // "since 2023/24, when they peaked at 905"
	}
	if n := len(c.before); t.at == nil && n > 0 && c.before[n-1].years != nil && c.statement.isSaid(c.before[n-1].Item) && c.is(0, language.IsBeside) && (c.lead == "and" || c.lead == ",") {
		t.at, t.stated = c.before[n-1].years, true // "in 2020/21 it was 21.9 and below Scotland's 24.3"
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
	if t.base == nil && !t.previous && t.over == 0 && len(c.subjects) == 0 && (c.lead == "," && !(len(c.items) > 1 && c.items[0].Text == "and" && c.is(1, language.IsArea)) || c.lead == "or" || c.lead == "(") {
		if !c.hadMoved || c.has(language.IsMove) < 0 { // "which had risen since 2020/21, fell back": since the year before
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

// sinceItBegan reports whether the period at i is when something began, since when the clause counts, by words of the clause
// behind "since": "the lowest since this count began in 2020/21". Where the whole is one item, as "since the measure began in"
// is, sinceFirstMeasured knows it.
func (c *clause) sinceItBegan(i int) bool {
	began := false
	for k := i - 1; k >= 0; k-- {
		switch it := c.items[k]; {
		case c.roleAt(k, "since"):
			return began
		case it.Text == "began" || it.Text == "started" || it.Text == "begun" || it.Text == "opened" || it.Text == "launched":
			began = true
		case it.Class != language.IsPlain && !c.roleAt(k, "in") && it.Class != language.IsUnknown:
			return false
		}
	}
	return false
}

// besideThere reports whether a figure of ours is compared with another place's: "fewer here than in Scotland".
func (c *clause) besideThere() bool {
	than := slices.IndexFunc(c.items, func(x *lex.Item) bool {
		return x.Class == language.IsThan || x.Class == language.IsBeside || language.FirstWord(x.Text) == "than"
	})
	return than >= 0 && slices.ContainsFunc(c.items[than:], func(x *lex.Item) bool { return x.Class == language.IsArea && x.Area != facts.Own })
}

// openingSince are the years since when the clause is by the words right before it, "Since 2020/21, sickness absence has
// risen", nil where they say nothing of the kind.
func (c *clause) openingSince() []int {
	items := c.statement.items
	if len(c.items) == 0 {
		return nil
	}
	i := language.IndexOf(items, func(x *lex.Item) bool { return x.Start == c.items[0].Start })
	if i < 3 || items[i-1].Class != language.IsMark || items[i-2].Class != language.IsPeriod || !items[i-2].Known {
		return nil
	}
	k := i - 3
	for k > 0 && (items[k].Class == language.IsPlain && (items[k].Word == "turn" || slices.Contains([]string{"the", "its", "their", "our", "of", "in", "point", "figure", "position", "rate", "level"}, items[k].Text)) || items[k].Role == "in" || items[k].Role == "of") {
		k--
	}
	against := k >= 0 && items[k].Class == language.IsVersus
	for against && k > 0 && items[k-1].Class == language.IsPlain {
		k-- // "measured against 2022/23"
	}
	if !against && !(k == i-3 && items[k].Text == "since" && items[k].Class == language.IsRole) ||
		k > 0 && items[k-1].Class != language.IsMark && items[k-1].Class != language.IsBreak && items[k-1].Text != "that" {
		return nil
	}
	return c.yearsOf(&items[i-2])
}

// multipleBefore is the multiple that is of what was in the period at i, "three times what it was
// in 2020/21", or -1.
func (c *clause) multipleBefore(i int) int {
	of := strings.HasSuffix(c.items[i].Text, "'s")
	for k := i - 1; k >= 0; k-- {
		it := c.items[k]
		switch {
		case it.Class == language.IsTimes:
			if of || strings.HasSuffix(it.Text, " what") || strings.HasSuffix(it.Text, " as") || strings.HasSuffix(it.Text, " level of") || ofStated(it) {
				return k
			}
			return -1
		case it.Text == "what", it.Text == "as", it.Text == "that", it.Text == "those", it.Text == "the" && k == i-1, slices.Contains([]string{"level", "rate", "figure"}, it.Text) && k > 0 && slices.Contains([]string{"its", "their", "the"}, c.items[k-1].Text):
			of = true
		case it.Class != language.IsPlain && it.Class != language.IsSubject && it.Class != language.IsThan && !it.Is(facts.Own) && !c.roleAt(k, "in", "of"):
			return -1
		}
	}
	return -1
}

// sinceThen reports whether "since" stands alone: "has since come down".
func (c *clause) sinceThen() bool {
	return slices.ContainsFunc(c.items, func(x *lex.Item) bool {
		if x.Text != "since" || x.Class != language.IsRole && x.Class != language.IsPlain {
			return false
		}
		return !slices.ContainsFunc(c.items, func(o *lex.Item) bool { return o.Start > x.Start && o.Class == language.IsPeriod && o.Word != "onyear" })
	})
}

// namedBefore is the last year that the sentence names before the clause, or nil.
func (c *clause) namedBefore() (years []int) {
	for i := range c.statement.items {
		if it := &c.statement.items[i]; it.Class == language.IsPeriod && it.Known && it.Start < c.items[0].Start {
			years = c.yearsOf(it)
		}
	}
	return years
}

// periodOfOther reports whether the period at i is next to a figure that isn't the
// subject's of the year: "from 11,900 in 2020/21".
func (c *clause) periodOfOther(i int) bool {
	p := c.beforeIn(i)
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
	p := c.beforeIn(i)
	return slices.ContainsFunc(c.qs, func(q *placed) bool { return q.i == p && q.role == isFrom })
}

// atYears are the years that a figure of a thing can be of.
func (c *clause) atYears(t *facts.Thing, face facts.Face, area string, tm times) []int {
	if tm.at != nil {
		return c.resolve(t, face, tm.at)
	}
	years := []int{c.facts.Year}
	if n := c.facts.Newest(t, face, area); n != 0 {
		years[0] = n
	}
	if c.says("is", "are", "now", "remain", "remains", "currently", "stands", "sits") {
		return years
	}
	// What the sentence before was about may be the time of this one, too.
	return append(years, c.resolve(t, face, c.lastYears)...)
}

// changeSince is the year since which a reference of the sentence gives the thing's change, or 0.
func (c *clause) changeSince(t *facts.Thing) int {
	for i := range c.statement.items {
		if q := c.statement.items[i].Q; q != nil && q.Ref != nil && q.Ref.Face == "change" && q.Ref.Thing == t {
			return q.Ref.From
		}
	}
	return 0
}

// behindThan is the "than" of "than those in any of the three" comparator areas, of which the number is item k, else -1.
func (c *clause) behindThan(k int) int {
	if !c.is(k, language.IsQuantity) || c.items[k].Q.Unit != facts.Bare || !c.items[k].Q.InWords || !c.roleAt(c.prev(k), "of") {
		return -1
	}
	for k = c.prev(k) - 1; k > 0 && (c.items[k].Class == language.IsPlain || c.items[k].Class == language.IsUnknown && c.items[k].Text == "any" || c.roleAt(k, "in")); k-- {
	}
	if !c.is(k, language.IsThan) {
		return -1
	}
	return k
}

// scope is where the clause claims something of its subject, and what it compares
// it with.
func (c *clause) scope() (area string, set bool, other string, compared bool) {
	carried := c.carried != "" && (c.lead == "," || c.lead == "(" || c.lead == "and" && (c.onlyFigure() || c.sinceThen()) || c.lead == ";" && len(c.subjects) == 0 && c.looksToBefore())
	if c.another = c.another || carried && c.lead == "," && len(c.subjects) > 0 && c.items[0].Class == language.IsBreak; c.another {
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
		if it.Class != language.IsArea {
			continue
		}
		if c.nextTo(i) {
			continue
		}
		k := i - 1
		for k >= 0 && (c.items[k].Class == language.IsPlain || c.roleAt(k, "in", "of", "to") || c.roleAt(k, "from") && c.is(k-1, language.IsThan) || c.items[k].Class == language.IsSubject && k > 0 || c.is(k, language.IsQuantity) && (c.roleAt(k-1, "of") && c.is(c.prev(k-1), language.IsBeside) || facts.IsLocality(it.Area) && c.is(c.prev(k), language.IsBeside) || c.roleAt(i-1, "of", "in") && c.is(c.prev(k), language.IsThan))) {
			k--
		}
		if than := c.behindThan(k); than >= 0 {
			k = than
		}
		switch {
		case c.is(k, language.IsThan, language.IsVersus, language.IsBeside), c.roleAt(k, "since") && (strings.HasPrefix(c.items[k].Text, "than") || strings.HasPrefix(c.items[k].Text, "compared")):
			other, compared, last = it.Area, true, i
		case last >= 0 && c.joined(last, i):
			c.also, last = append(c.also, it.Area), i
		case c.areaOfQuantity(i):
		case it.Area == facts.Own && set && (carried || it.Text == "here" || it.Text == "ours"):
			area, set, carried = facts.Own, false, false // "Scotland's fell, that of Carrickmoor rose"
		case it.Area == facts.Own && set:
		default:
			area, set, carried = it.Area, true, false
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
		case it.Start > c.after.Start:
		case it.Class == language.IsSubject:
			named = true
		case it.Class == language.IsThan, it.Class == language.IsBeside:
			return named
		case it.Class == language.IsArea:
			return false
		}
	}
	return false
}

// onlyFigure reports whether a clause is no more than a figure with its year, which goes on
// with the one before: "and 67.2% in 2021/22".
func (c *clause) onlyFigure() bool {
	return len(c.qs) == 1 && !c.says("now", "stand", "stands", "stood", "is", "are", "was", "were", "has", "had") && !slices.ContainsFunc(c.items, func(x *lex.Item) bool {
		return x.Class != language.IsPlain && x.Class != language.IsQuantity && x.Class != language.IsPeriod && x.Class != language.IsHedge && x.Class != language.IsBreak && !(x.Class == language.IsRole && (x.Role == "in" || x.Role == "of" || x.Role == "from"))
	})
}

// joined reports whether nothing but "and" is between two items: "both Scotland and
// our family".
func (c *clause) joined(i, j int) bool {
	and := j == i+1 // of a list
	for _, it := range c.items[i+1 : j] {
		if it.Class != language.IsPlain && it.Class != language.IsQuantity && !(it.Class == language.IsBreak && it.Word == "and") && !(it.Class == language.IsRole && it.Role == "in") {
			return false
		}
		and = and || it.Class == language.IsBreak
	}
	return and
}

// areaOfQuantity reports whether the place at i belongs to one of several figures.
func (c *clause) areaOfQuantity(i int) bool {
	for _, q := range c.qs {
		if q.hasArea && q.area == c.items[i].Area && (len(c.qs) > 1 || q.role == isOther) {
			return true
		}
	}
	return false
}
