package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// clause is a run of a sentence's items that makes one statement.
type clause struct {
	*statement
	items []*lex.Item
	lead  string // what it begins behind: "", ",", "but", "which", "(", "aside"
	// after is the item before the parenthesis that the clause is.
	after *lex.Item

	subjects []*facts.Thing
	qs       []*placed
	qRoom    []placed // where they are
	not      bool
	mood     string
	unknown  string         // the first word that wasn't understood
	got      bool           // a claim was read
	also     []string       // further places that the subject is compared with
	told     []told         // the claims that were held against the data
	listed   []*facts.Thing // the amounts of a list that the clause ends
	// scopeless is true where the sentence began with a scope that isn't understood.
	scopeless bool
	another   bool // it is another statement than the one before
	ran       int  // for how many years in a row it says that something went on, 0 where it doesn't
}

// placed is a quantity in its clause.
type placed struct {
	*lex.Item
	i    int
	role role
	// years are the readings of the period that it is bound to, nil where none is.
	years   []int
	area    string
	hasArea bool
	used    bool
}

// prev and next are the places of the nearest items that aren't plain words, or
// -1.
func (c *clause) prev(i int) int {
	for i--; i >= 0; i-- {
		if c.items[i].Class != language.IsPlain {
			return i
		}
	}
	return -1
}

func (c *clause) next(i int) int {
	for i++; i < len(c.items); i++ {
		if c.items[i].Class != language.IsPlain {
			return i
		}
	}
	return -1
}

func (c *clause) is(i int, classes ...language.Class) bool {
	return i >= 0 && i < len(c.items) && slices.Contains(classes, c.items[i].Class)
}

func (c *clause) roleAt(i int, roles ...string) bool {
	return c.is(i, language.IsRole) && slices.Contains(roles, c.items[i].Role)
}

// has is the first item of a class, or -1.
func (c *clause) has(of ...language.Class) int {
	set := language.Classes(0)
	for _, one := range of {
		set |= 1 << one
	}
	for i, x := range c.items {
		if set.Has(x.Class) {
			return i
		}
	}
	return -1
}

func (c *clause) hasFace(f facts.Face) int {
	return slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsFace && x.Face == f })
}

// says reports whether one of the words is in the clause.
func (c *clause) says(words ...string) bool {
	return slices.ContainsFunc(c.items, func(x *lex.Item) bool { return slices.Contains(words, x.Text) })
}

// gather reads what the clause holds.
func (c *clause) gather() {
	if len(c.items) > 0 && c.items[0].Text == "or" {
		c.lead = "or"
	}
	if len(c.items) > 1 && c.items[1].Class == language.IsSubject && slices.Contains([]string{"reported", "recorded", "known"}, c.items[0].Text) {
		c.items[0].Class = language.IsUnknown // reported falls aren't the rate of falls
	}
	c.cutMultiple()
	for i := range c.items {
		it := c.items[i]
		switch it.Class {
		case language.IsUnknown:
			if c.unknown == "" {
				c.unknown = it.Text
			}
		case language.IsNot:
			c.not = true
		case language.IsMood:
			if c.mood == "" {
				c.mood = it.Word
			}
		case language.IsSubject:
			if it.Thing.ID != "total" && !slices.Contains(c.subjects, it.Thing) {
				c.subjects = append(c.subjects, it.Thing)
			}
		case language.IsQuantity:
			if c.partOfAnother(i) {
				continue
			}
			c.qRoom = append(c.qRoom, placed{Item: it, i: i})
			c.qs = append(c.qs, &c.qRoom[len(c.qRoom)-1])
		}
	}
	if len(c.subjects) == 1 && c.subjects[0].Group == "partner" && c.says("whole") && c.unknown == "" {
		c.unknown = "whole" // with what it spends elsewhere
	}
	if len(c.subjects) == 0 && len(c.items) > 2 && c.items[0].Text == "the" && c.items[1].Ordinal > 0 && c.items[1].Class != language.IsPeriod && c.items[2].Class != language.IsExtreme && c.has(language.IsRow) < 0 && c.unknown == "" {
		c.unknown = c.items[1].Text // of several: "the first two better than a year ago"
	}
	if c.unknown != "" && c.vouched() {
		c.unknown = ""
	}
	if c.unknown == "" && c.inIt() {
		c.unknown = "it"
	}
	if len(c.items) > 1 && c.roleAt(0, "to") && slices.Contains([]string{"have", "be", "become", "get", "see"}, c.items[1].Text) && c.mood == "" {
		c.mood = "target"
	}
	if c.mood == "" && (c.wishesOn() || c.asksFor()) {
		c.mood = "target"
	}
	if t := c.answered(); c.mood == "quoted" && t != nil && t.Survey && slices.ContainsFunc(c.qs, func(q *placed) bool { return q.Q.Unit == facts.Percent }) {
		c.mood = "" // a survey has people say it
	}
	if c.asked && c.mood == "" {
		c.mood = "hypothetical"
	}
	c.scopeless = c.opened && c.mood == ""
	for _, q := range c.qs {
		q.role = c.roleOf(q)
	}
	for _, q := range c.qs {
		c.bind(q)
	}
}

// partOfAnother reports whether the fraction at i is one of another figure: "half the rate on the coast".
func (c *clause) partOfAnother(i int) bool {
	return c.items[i].Q.Fraction && i+2 < len(c.items) && c.items[i+1].Text == "the" && slices.Contains([]string{"rate", "level", "figure", "number", "average", "proportion"}, c.items[i+2].Text)
}

// bind gives a quantity the period and the place that are right next to it.
func (c *clause) bind(q *placed) {
	if q.i > 0 && c.is(q.i-1, language.IsPeriod) && c.items[q.i-1].Text == "this year's" {
		q.years = c.yearsOf(c.items[q.i-1])
	}
	for k := q.i + 1; k < len(c.items); k++ {
		it := c.items[k]
		if it.Class == language.IsTimes && it.Word == "as much" {
			break // "at 898 it is more than double the level of 2020/21"
		}
		if it.Class == language.IsPeriod && (it.Word == "onyear" || it.Word == "over" || it.Word == "first") || q.role == isDelta && c.againstYear(k) {
			break // what the change is since
		}
		if q.years == nil && it.Class == language.IsPeriod && !(c.roleAt(c.prev(k), "since", "from") || c.is(c.prev(k), language.IsThan, language.IsVersus)) {
			q.years = c.yearsOf(it)
			break
		}
		if it.Class == language.IsPlain || it.Class == language.IsRole && (it.Role == "in" || it.Role == "of") || it.Class == language.IsArea || it.Class == language.IsSubject && q.role != isFrom {
			continue
		}
		break
	}
	if q.years == nil {
		if p := c.prev(q.i); c.levelOf(p) {
			q.years = c.yearsOf(c.items[c.prev(p)])
		} else if c.is(p, language.IsPeriod) && !c.bound(p) {
			q.years = c.yearsOf(c.items[p])
		}
	}
	p := c.prev(q.i)
	switch {
	case q.role == isOther && c.is(p, language.IsArea):
		q.area, q.hasArea = c.items[p].Area, true
	case q.role == isOther && (c.roleAt(p, "of") || c.besideAt(p)) && c.is(c.prev(p), language.IsArea):
		q.area, q.hasArea = c.items[c.prev(p)].Area, true
	case c.after != nil && c.after.Class == language.IsArea && len(c.qs) == 1 && (c.after.Area != facts.Own || c.speaksElsewhere()):
		q.area, q.hasArea, q.role = c.after.Area, true, isOther
	}
	for k := q.i - 1; k >= 0 && (c.items[k].Class == language.IsPlain || c.items[k].Class == language.IsRole || c.items[k].Text == "ours"); k-- {
		if c.items[k].Text == "ours" {
			q.area, q.hasArea = facts.Own, true // "is below ours of 86.2%"
		}
	}
	for k := q.i + 1; k < len(c.items) && !q.hasArea; k++ {
		it := c.items[k]
		if it.Class == language.IsArea && (it.Area != facts.Own || len(c.qs) > 1) {
			q.area, q.hasArea = it.Area, true
		}
		if c.roleAt(k, "from") && q.role == isLevel && c.is(k+1, language.IsArea) && facts.IsLocality(c.items[k+1].Area) {
			continue // "31 were from North Ardenmuir"
		}
		if it.Class != language.IsPlain && !c.roleAt(k, "in", "of") && it.Class != language.IsPeriod {
			break
		}
	}
	if c.after != nil && c.after.Class == language.IsPeriod && q.years == nil {
		if q.years = c.yearsOf(c.after); c.comparedWith(c.after) {
			q.years = append(q.years, c.facts.Year) // "fewer than in the year before (898)"
		}
	}
	if c.after != nil && c.after.Class == language.IsQuantity && q.years == nil && len(c.qs) == 1 {
		for i := range c.before { // "Four in five (81.8%) … in 2023/24"
			if b := &c.before[i]; b.Item == c.after {
				q.years = b.years
				if b.hasArea && !q.hasArea {
					q.area, q.hasArea = b.area, true
				}
			}
		}
	}
}

// comparedWith reports whether a period is what something of another time is compared with.
func (s *statement) comparedWith(period *lex.Item) bool {
	for i := range s.items {
		if &s.items[i] != period {
			continue
		}
		for i--; i >= 0; i-- {
			switch it := &s.items[i]; {
			case it.Class == language.IsThan, it.Class == language.IsVersus, it.Class == language.IsRole && it.Role == "since":
				return true
			case it.Class != language.IsPlain && it.Class != language.IsRole:
				return false
			}
		}
	}
	return false
}

// speaksElsewhere reports whether the sentence names another place than the
// authority's own.
func (s *statement) speaksElsewhere() bool {
	return s.locality != "" || language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsArea && x.Area != facts.Own })
}

// againstYear reports whether the period at i is what a change is measured from:
// "an increase of 6.9 percentage points on 2022/23", "a reduction on 2022/23".
func (c *clause) againstYear(i int) bool {
	k := i - 1
	if k >= 0 && c.is(k, language.IsPeriod) && c.items[k].Word == "survey" {
		k-- // "on the survey of 2021/22"
	}
	if k >= 0 && (c.items[k].Text == "the" || c.items[k].Text == "both" || c.items[k].Text == "either") {
		k--
	}
	return c.is(i, language.IsPeriod) && c.items[i].Known && k >= 0 && c.items[k].Text == "on" && (c.deltas() || c.has(language.IsMove, language.IsTimes) >= 0)
}

// beforeIn is the item before the one at i, with "in" and "of" passed over: that which a period belongs to.
func (c *clause) beforeIn(i int) int {
	p := c.prev(i)
	if c.roleAt(p, "in", "of") {
		p = c.prev(p)
	}
	return p
}

// bound reports whether the period at i belongs to a quantity before it.
func (c *clause) bound(i int) bool {
	p := c.beforeIn(i)
	return c.is(p, language.IsQuantity) || c.roleAt(p, "since", "between") || c.is(p, language.IsThan)
}

// yearsOf are the years that a period can mean, the likeliest first.
func (c *clause) yearsOf(it *lex.Item) []int {
	y := c.facts.Year
	switch {
	case it.Known && it.Calendar:
		return []int{-it.Year} // resolved by the subject
	case it.Known:
		return []int{it.Year}
	case it.Word == "ago" && !strings.HasSuffix(it.Text, "ago") && c.statement.periodBefore(it) != nil:
		// "In 2024 it was 395, down from 417 four years before"
		from := c.statement.periodBefore(it)
		year := from.Year - it.Year
		if from.Calendar {
			year = -year // resolved by the subject
		}
		return []int{year, y - it.Year}
	case it.Word == "ago", it.Word == "over":
		return []int{y - it.Year}
	case it.Word == "survey":
		return []int{y - 2}
	case it.Word == "first":
		return []int{c.facts.First}
	}
	if it.Entry.Year == 1 && it.Entry.Word != "onyear" {
		if before := c.statement.namedUpTo(it); before != 0 && before != y {
			return []int{before - 1, y - 1} // "in 2024/25, up from 601 in the year before"
		}
		if from := c.statement.periodBefore(it); from != nil && from.Calendar && from.Year < y {
			return []int{1 - from.Year} // "in 2024, from 429 in the year before", resolved by the subject
		}
	}
	return []int{y - it.Entry.Year}
}

// periodBefore is the last year that the sentence names before an item, nil where there is none.
func (s *statement) periodBefore(it *lex.Item) (of *lex.Item) {
	for i := range s.items {
		if x := &s.items[i]; x.Class == language.IsPeriod && x.Known && x.Start < it.Start {
			of = x
		}
	}
	return of
}

// namedUpTo is the last reporting year that the sentence names before an item, or 0.
func (s *statement) namedUpTo(it *lex.Item) (year int) {
	for i := range s.items {
		if x := &s.items[i]; x.Class == language.IsPeriod && x.Known && !x.Calendar && x.Start < it.Start {
			year = x.Year
		}
	}
	return year
}

// resolve makes reporting years of what yearsOf gave, for a thing.
func (c *clause) resolve(t *facts.Thing, face facts.Face, years []int) []int {
	var out []int
	for _, y := range years {
		if y >= 0 {
			out = append(out, y)
			continue
		}
		y = -y
		label := itoa(y)
		found, calendar := false, false
		for k := c.facts.First; k <= c.facts.Year && t != nil; k++ {
			v, ok := t.Figure(face, facts.Own, k)
			if ok && v.Period == label {
				out, found = append(out, k), true
			}
			calendar = calendar || ok && language.IsYearNumber(v.Period)
		}
		switch {
		case !found && calendar: // a calendar year for which there is no figure yet
			out = append(out, y)
		case !found:
			out = append(out, y, y-1)
		}
	}
	return out
}

// words are the text of the clause.
func (c *clause) words() (start, end int) {
	if len(c.items) == 0 {
		return c.start, c.end
	}
	start, end = c.items[0].Start, c.items[len(c.items)-1].End
	if text := c.passage.Text.Markdown; end < len(text) && text[end] == ')' && strings.IndexByte(text[start:end], '(') >= 0 {
		end++ // "£111.0m (Strathmoor)"
	}
	return start, end
}

// textOf is the text between two bytes as it is read.
func (r *reader) textOf(start, end int) string { return r.passage.Words(start, end) }

// lowerText is textOf in small letters.
func (r *reader) lowerText(start, end int) string { return strings.ToLower(r.textOf(start, end)) }
