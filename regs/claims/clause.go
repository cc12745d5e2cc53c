package claims

import (
	"slices"
	"strings"
)

// clause is a run of a sentence's items that makes one statement.
type clause struct {
	*statement
	items []*item
	lead  string // what it begins behind: "", ",", "but", "which", "(", "aside"
	// after is the item before the parenthesis that the clause is.
	after *item

	subjects []*Thing
	qs       []*placed
	not      bool
	mood     string
	unknown  string   // the first word that wasn't understood
	got      bool     // a claim was read
	also     []string // further places that the subject is compared with
	told     []told   // the claims that were held against the data
	listed   []*Thing // the amounts of a list that the clause ends
}

// placed is a quantity in its clause.
type placed struct {
	*item
	i    int
	role role
	// years are the readings of the period that it is bound to, nil where none is.
	years   []int
	area    string
	hasArea bool
	used    bool
}

// role is what a quantity does in a clause.
type role string

const (
	isLevel    role = "level"
	isDelta    role = "delta"
	isFrom     role = "from"
	isOther    role = "other" // what the subject is compared with
	isGap      role = "gap"   // by how much it differs from that
	isGoal     role = "target"
	isVariance role = "variance"
	isPlan     role = "plan"
	isPlace    role = "place" // a number of years, of areas, or a rank
	isWhole    role = "whole" // of which others are parts
)

// anchors reports whether an item can carry a claim.
func (it *item) anchors() bool {
	switch it.class {
	case isQuantity, isMove, isStable, isTimes, isBeside, isExtreme, isRank, isMiddle, isMet, isEach, isRow:
		return true
	case isFace:
		return it.face == variance
	case isStatus:
		return true
	}
	return false
}

// prev and next are the places of the nearest items that aren't plain words, or
// -1.
func (c *clause) prev(i int) int {
	for i--; i >= 0; i-- {
		if c.items[i].class != isPlain {
			return i
		}
	}
	return -1
}

func (c *clause) next(i int) int {
	for i++; i < len(c.items); i++ {
		if c.items[i].class != isPlain {
			return i
		}
	}
	return -1
}

func (c *clause) is(i int, classes ...class) bool {
	return i >= 0 && i < len(c.items) && slices.Contains(classes, c.items[i].class)
}

func (c *clause) roleAt(i int, roles ...string) bool {
	return c.is(i, isRole) && slices.Contains(roles, c.items[i].role)
}

// has is the first item of a class, or -1.
func (c *clause) has(classes ...class) int {
	return slices.IndexFunc(c.items, func(x *item) bool { return slices.Contains(classes, x.class) })
}

func (c *clause) hasFace(f Face) int {
	return slices.IndexFunc(c.items, func(x *item) bool { return x.class == isFace && x.face == f })
}

// says reports whether one of the words is in the clause.
func (c *clause) says(words ...string) bool {
	return slices.ContainsFunc(c.items, func(x *item) bool { return slices.Contains(words, x.text) })
}

// gather reads what the clause holds.
func (c *clause) gather() {
	if len(c.items) > 0 && c.items[0].text == "or" {
		c.lead = "or"
	}
	if len(c.items) > 1 && c.items[1].class == isSubject && slices.Contains([]string{"reported", "recorded", "known"}, c.items[0].text) {
		c.items[0].class = isUnknown // reported falls aren't the rate of falls
	}
	for i := range c.items {
		it := c.items[i]
		switch it.class {
		case isUnknown:
			if c.unknown == "" {
				c.unknown = it.text
			}
		case isNot:
			c.not = true
		case isMood:
			if c.mood == "" {
				c.mood = it.word
			}
		case isSubject:
			if it.thing.ID != "total" && !slices.Contains(c.subjects, it.thing) {
				c.subjects = append(c.subjects, it.thing)
			}
		case isQuantity:
			c.qs = append(c.qs, &placed{item: it, i: i})
		}
	}
	if c.unknown != "" && c.vouched() {
		c.unknown = ""
	}
	if len(c.items) > 1 && c.roleAt(0, "to") && slices.Contains([]string{"have", "be", "become", "get", "see"}, c.items[1].text) && c.mood == "" {
		c.mood = "target"
	}
	if c.mood == "quoted" && len(c.subjects) == 1 && c.subjects[0].Survey && slices.ContainsFunc(c.qs, func(q *placed) bool { return q.q.unit == percent }) {
		c.mood = "" // a survey has people say it
	}
	if c.asked && c.mood == "" {
		c.mood = "hypothetical"
	}
	for _, q := range c.qs {
		q.role = c.roleOf(q)
	}
	for _, q := range c.qs {
		c.bind(q)
	}
}

// roleOf is what a quantity does.
func (c *clause) roleOf(q *placed) role {
	p, n := c.prev(q.i), c.next(q.i)
	pp := -1
	if p >= 0 {
		pp = c.prev(p)
	}
	isVar := func(i int) bool { return c.is(i, isFace) && c.items[i].face == variance }
	switch {
	case c.roleAt(p, "of") && (p == 0 && c.lead == "" || c.is(pp, isQuantity)):
		return isWhole
	case q.q.ref != nil && q.q.ref.face == "change":
		return isDelta
	case q.q.ref != nil && q.q.ref.face == variance:
		return isVariance
	case isVar(n) && q.q.unit == pounds && !c.verbBetween(q.i, n), isVar(p), c.roleAt(p, "of", "by") && isVar(pp),
		c.roleAt(p, "to") && isVar(pp) && c.says("amounted", "equivalent", "equal", "equates"):
		return isVariance
	case p == 0 && c.items[0].text == "at" && q.q.unit == pounds && isVar(n):
		return isVariance // "At £2.8m, the overspend is …"
	case c.roleAt(p, "by") && c.roleBy(p):
		return isVariance
	case c.is(p, isFace) && c.items[p].face == target, c.is(n, isFace) && c.items[n].face == target && (q.q.unit != bare || n == q.i+1),
		c.roleAt(p, "of") && c.is(pp, isFace) && c.items[pp].face == target:
		return isGoal
	case c.roleAt(p, "of", "at") && c.is(pp, isFace) && c.items[pp].face == plan, c.is(p, isFace) && c.items[p].face == plan:
		return isPlan
	case c.roleAt(p, "by") && c.has(isBeside) >= 0 && c.has(isBeside) < p && !c.moves():
		return isGap
	case c.lead == "or" && len(c.before) > 0 && c.before[len(c.before)-1].role == isDelta:
		return isDelta
	case c.sameAgain(q):
		return isDelta
	case c.lead == "," && p == 0 && c.roleAt(p, "by") && c.moved != nil && q.q.unit != pounds && c.has(isFace, isBeside, isTimes, isStable) < 0 && !c.moves():
		return isDelta // "rebounded sharply, by 10.8 points"
	case c.roleAt(p, "by") && c.moves(), c.roleAt(p, "of") && c.is(pp, isMove, isTimes) && !c.items[pp].adj:
		return isDelta
	case c.is(p, isMove) && !c.items[p].adj && !c.items[p].judge && c.items[q.i-1].text != "on" && (q.q.unit != bare || q.q.per == 0 && q.lead(c) != "to"):
		return isDelta
	case c.is(n, isMove) && !c.items[n].judge && (c.items[n].adj || c.noun(n)) && n-q.i <= 2:
		return isDelta
	case c.is(n, isBeside) && (q.q.unit != bare || q.q.per != 0 || n == q.i+1) && n-q.i <= 2 && c.items[n].n != 0 && !c.roleAt(p, "at", "in", "to", "of") && (p < 0 || q.q.unit != bare || c.items[max(q.i-1, 0)].text != "at"):
		return isGap
	case c.is(p, isMove) && !c.items[p].adj && c.items[q.i-1].text == "on" && q.i-1 > p && q.q.unit != pounds && !c.deltaBefore(p):
		return isFrom // "an improvement on 92.0% last year"
	case c.levelOf(p) && c.roleAt(c.prev(pp), "from"), c.roleAt(p, "from"), c.roleAt(p, "since") && strings.HasPrefix(c.items[p].text, "from"): // "from the peak of 121,040"
		return isFrom
	case c.is(p, isVersus, isThan, isBeside), c.roleAt(p, "since") && q.q.unit != bare:
		return isOther
	case (c.roleAt(p, "of") || c.besideAt(p)) && c.is(pp, isArea) && c.items[pp].area != own, c.is(p, isArea) && c.items[p].area != own && c.items[p].area[0] != 'l':
		return isOther
	}
	return isLevel
}

// sameAgain reports whether a percentage can only say again how far a rate, a count or an
// amount moved in the clause before: "from 781 to 688, equivalent to 12%".
func (c *clause) sameAgain(q *placed) bool {
	if c.moved == nil || q.q.unit != percent || q.q.ref != nil || len(c.qs) != 1 || c.lead != "," && c.lead != "or" && c.lead != "(" {
		return false
	}
	t := c.statement.subject
	if t == nil {
		t = c.only
	}
	if t == nil || t.Kind == isMoney && c.statement.shared || t.Unit == percent {
		return false
	}
	return q.i == len(c.items)-1 && !slices.ContainsFunc(c.items, func(x *item) bool {
		return x.class != isPlain && x.class != isQuantity && x.class != isHedge && !(x.class == isRole && (x.role == "to" || x.role == "of" || x.role == "by"))
	})
}

// besideAt reports whether "at" at i gives the figure of the place before it that the
// subject is compared with: "ahead of Scotland at 91.4%".
func (c *clause) besideAt(i int) bool {
	return c.is(i, isRole) && (c.items[i].text == "at" || c.items[i].text == "on") && c.is(c.prev(i), isArea) && c.is(c.prev(c.prev(i)), isBeside, isThan, isVersus)
}

// levelOf reports whether "of" at i gives the figure of the year before it: "from its 2023/24
// level of 7.4%".
func (c *clause) levelOf(i int) bool {
	return c.roleAt(i, "of") && c.is(c.prev(i), isPeriod) && c.items[c.prev(i)].known && i > 0 && c.items[i-1].class == isPlain
}

// deltaBefore reports whether a figure right before the word of direction at i is the
// size of the change.
func (c *clause) deltaBefore(i int) bool { return c.is(c.prev(i), isQuantity) }

// verbBetween reports whether "was" or the like is between two items.
func (c *clause) verbBetween(i, j int) bool {
	return slices.ContainsFunc(c.items[i+1:j], func(x *item) bool {
		return slices.Contains([]string{"was", "were", "is", "are", "has", "had", "this", "which", "it", "that", "represents", "represented", "gives", "gave", "made", "makes", "ended", "recorded", "reported"}, x.text)
	})
}

// roleBy reports whether "by" at i belongs to going over or under a budget.
func (c *clause) roleBy(i int) bool {
	for k := i - 1; k >= 0; k-- {
		if c.items[k].class == isFace && c.items[k].face == variance {
			return true
		}
		if c.items[k].class == isMove || c.items[k].class == isQuantity {
			return false
		}
	}
	return false
}

// lead is the role word right before a quantity.
func (q *placed) lead(c *clause) string {
	if p := c.prev(q.i); c.is(p, isRole) {
		return c.items[p].role
	}
	return ""
}

// moves reports whether the clause has a word of direction.
func (c *clause) moves() bool { return c.has(isMove, isTimes) >= 0 }

// noun reports whether the word of direction at i is a noun here: "in", "on" or
// the end follows.
func (c *clause) noun(i int) bool {
	switch c.items[i].text {
	case "rise", "increase", "fall", "drop", "decrease", "decline", "reduction", "growth", "cut", "uplift", "up", "down", "higher", "lower":
		return true
	}
	return false
}

// bind gives a quantity the period and the place that are right next to it.
func (c *clause) bind(q *placed) {
	for k := q.i + 1; k < len(c.items); k++ {
		it := c.items[k]
		if it.class == isPeriod && (it.word == "onyear" || it.word == "over" || it.word == "first") || q.role == isDelta && c.againstYear(k) {
			break // what the change is since
		}
		if it.class == isPeriod && !(c.roleAt(c.prev(k), "since", "from") || c.is(c.prev(k), isThan, isVersus)) {
			q.years = c.yearsOf(it)
			break
		}
		if it.class == isPlain || it.class == isRole && (it.role == "in" || it.role == "of") || it.class == isArea || it.class == isSubject && q.role != isFrom {
			continue
		}
		break
	}
	if q.years == nil {
		if p := c.prev(q.i); c.levelOf(p) {
			q.years = c.yearsOf(c.items[c.prev(p)])
		} else if c.is(p, isPeriod) && !c.bound(p) {
			q.years = c.yearsOf(c.items[p])
		}
	}
	p := c.prev(q.i)
	switch {
	case q.role == isOther && c.is(p, isArea):
		q.area, q.hasArea = c.items[p].area, true
	case q.role == isOther && (c.roleAt(p, "of") || c.besideAt(p)) && c.is(c.prev(p), isArea):
		q.area, q.hasArea = c.items[c.prev(p)].area, true
	case c.after != nil && c.after.class == isArea && len(c.qs) == 1 && (c.after.area != own || c.speaksElsewhere()):
		q.area, q.hasArea, q.role = c.after.area, true, isOther
	}
	for k := q.i + 1; k < len(c.items) && !q.hasArea; k++ {
		it := c.items[k]
		if it.class == isArea && (it.area != own || len(c.qs) > 1) {
			q.area, q.hasArea = it.area, true
		}
		if it.class != isPlain && !c.roleAt(k, "in", "of") && it.class != isPeriod {
			break
		}
	}
	if c.after != nil && c.after.class == isPeriod && q.years == nil {
		q.years = c.yearsOf(c.after)
	}
	if c.after != nil && c.after.class == isQuantity && q.years == nil && len(c.qs) == 1 {
		for i := range c.before { // "Four in five (81.8%) … in 2023/24"
			if b := &c.before[i]; b.item == c.after {
				q.years = b.years
				if b.hasArea && !q.hasArea {
					q.area, q.hasArea = b.area, true
				}
			}
		}
	}
}

// speaksElsewhere reports whether the sentence names another place than the
// authority's own.
func (s *statement) speaksElsewhere() bool {
	return s.locality != "" || slices.ContainsFunc(s.items, func(x item) bool { return x.class == isArea && x.area != own })
}

// againstYear reports whether the period at i is what a change is measured from:
// "an increase of 6.9 percentage points on 2022/23".
func (c *clause) againstYear(i int) bool {
	k := i - 1
	if k >= 0 && c.items[k].text == "the" {
		k--
	}
	return c.is(i, isPeriod) && c.items[i].known && k >= 0 && c.items[k].text == "on" && c.deltas()
}

// bound reports whether the period at i belongs to a quantity before it.
func (c *clause) bound(i int) bool {
	p := c.prev(i)
	if c.roleAt(p, "in", "of") {
		p = c.prev(p)
	}
	return c.is(p, isQuantity) || c.roleAt(p, "since", "between") || c.is(p, isThan)
}

// yearsOf are the years that a period can mean, the likeliest first.
func (c *clause) yearsOf(it *item) []int {
	y := c.facts.Year
	switch {
	case it.known && it.calendar:
		return []int{-it.year} // resolved by the subject
	case it.known:
		return []int{it.year}
	case it.word == "ago", it.word == "over":
		return []int{y - it.year}
	case it.word == "survey":
		return []int{y - 2}
	case it.word == "first":
		return []int{c.facts.First}
	}
	if it.entry.year == 1 && it.entry.word != "onyear" {
		if before := c.statement.namedUpTo(it); before != 0 && before != y {
			return []int{before - 1, y - 1} // "in 2024/25, up from 601 in the year before"
		}
	}
	return []int{y - it.entry.year}
}

// namedUpTo is the last reporting year that the sentence names before an item, or 0.
func (s *statement) namedUpTo(it *item) (year int) {
	for i := range s.items {
		if x := &s.items[i]; x.class == isPeriod && x.known && !x.calendar && x.start < it.start {
			year = x.year
		}
	}
	return year
}

// resolve makes reporting years of what yearsOf gave, for a thing.
func (c *clause) resolve(t *Thing, face Face, years []int) []int {
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
			v, ok := t.values[valueKey{face, own, k}]
			if ok && v.Period == label {
				out, found = append(out, k), true
			}
			calendar = calendar || ok && isYearNumber(v.Period)
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
	return c.items[0].start, c.items[len(c.items)-1].end
}

func (r *reader) textOf(start, end int) string {
	text := r.passage.Text.Markdown[start:end]
	if !strings.ContainsAny(text, "\n\t\r") && !strings.Contains(text, "  ") && strings.TrimSpace(text) == text {
		return text
	}
	return strings.Join(strings.Fields(r.passage.Text.Markdown[start:end]), " ")
}
