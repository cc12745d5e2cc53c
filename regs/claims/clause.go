package claims

import (
	"slices"
	"strings"
	"sync"

	"apr/regs/sentence"
)

// statement is a sentence being read: what its clauses share.
type statement struct {
	*reader
	items []item
	// subject is the last that a clause had; narrowed is true where words that
	// aren't understood stood by it.
	subject  *Thing
	narrowed bool
	// area and year are what an earlier clause said, "" and 0 where none did.
	area    string
	hasArea bool
	year    []int
	face    Face
	moved   *item // the word of direction of the clause before
	// only is the sentence's only subject, or nil.
	only *Thing
	// all are its subjects, without amounts where it is about none.
	all    []*Thing
	money  bool // it speaks of money
	before []placed
	claims []*Claim
	start  int
	end    int
	// vague is true where the clause before wasn't understood.
	vague bool
	// mixed is true where it says of one subject that it rose and fell.
	mixed bool
	asked bool // it hangs on an "if" or "when"
	// since is the year that the clause before compares with.
	since []int
	// ended are the years with which the clause before ended, nil where it didn't.
	ended []int
	// carried is the place that a clause before spoke of, for what hangs on it.
	carried string
	// list are the amounts of a list that goes on: "Prescribing, telecare and …".
	list []*Thing
	// versus is the place that a clause before set the subject against.
	versus string
}

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

// longestSentence is how many words a sentence may have to be read: what is longer
// is no sentence, and would take long.
const longestSentence = 400

// sentence reads one sentence.
func (r *reader) sentence(s *sentence.Sentence) {
	ts := r.tokens(s)
	if !worthReading(ts) {
		r.passed = append(r.passed, s)
		return
	}
	if len(r.passed) > 0 && slices.ContainsFunc(ts, func(t token) bool { return slices.Contains(anaphors, t.text) }) {
		for _, before := range r.passed {
			r.remember(r.tokens(before))
		}
		ts = r.tokens(s)
	}
	r.passed = nil
	st := &statement{reader: r, start: s.Start, end: s.End}
	if len(ts) > longestSentence {
		at := r.passage.Text.At(s.Start)
		r.reading.Claims = append(r.reading.Claims, &Claim{Text: r.textOf(s.Start, min(s.Start+80, s.End)), Position: at, End: r.passage.Text.At(s.End), At: at, Name: r.name,
			Mood: "asserted", Verdict: Unread, Reason: "the sentence is too long"})
		return
	}
	r.arithmetic(st, ts)
	r.countWholes(ts, r.passage.Text.At(s.Start))
	if quotes(ts) {
		return
	}
	st.items = r.lex(ts)
	st.survey()
	for _, c := range st.split() {
		c.listed = st.list
		c.read()
		st.follow(c)
	}
	r.settle(st)
}

// worthReading reports whether anything in the tokens can carry a claim.
func worthReading(ts []token) bool {
	for i := range ts {
		switch t := &ts[i]; t.kind {
		case numberToken, referenceToken:
			return true
		case wordToken:
			if carrying()[t.text] {
				return true
			}
			if parts[t.text] > 0 {
				return true
			}
		}
	}
	return false
}

// carrying are the words with which a phrase that can carry a claim begins.
var carrying = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for w, t := range languageOfReports().next {
		words[w] = t.carries()
	}
	return words
})

// carries reports whether a phrase below can carry a claim.
func (t *trie) carries() bool {
	for _, e := range t.here {
		switch e.class {
		case isMove, isStable, isTimes, isBeside, isExtreme, isRank, isMet, isStatus, isMiddle:
			return true
		case isFace:
			if e.face == variance || e.face == spend {
				return true
			}
		}
	}
	for _, n := range t.next {
		if n.carries() {
			return true
		}
	}
	return false
}

// remember keeps what a sentence without claims is about, for the one behind it.
func (r *reader) remember(ts []token) {
	st := &statement{reader: r}
	st.items = r.lex(ts)
	st.survey()
	r.settle(st)
}

// quotes reports whether somebody is quoted at length.
func quotes(ts []token) bool {
	open, words := false, 0
	for i := range ts {
		switch {
		case ts[i].kind == markToken && ts[i].text == `"`:
			if open && words >= 2 {
				return true
			}
			open, words = !open, 0
		case open:
			words++
		}
	}
	return false
}

// survey finds what the sentence as a whole is about.
func (s *statement) survey() {
	for i := range s.items {
		it := &s.items[i]
		s.money = s.money || it.class == isSubject && it.thing.ID == "total" && spends(it.text) || it.q != nil && (it.q.unit == pounds || it.q.ref != nil && it.q.ref.thing.Kind == isMoney) || it.class == isBase ||
			it.class == isFace && it.face != target && it.face != plan && !(it.face == variance && it.n == 0)
	}
	for i := range s.items {
		it := &s.items[i]
		if it.class != isSubject {
			continue
		}
		if it.thing.Kind == isMoney && !s.money {
			s.demote(it)
			continue
		}
		if it.thing.ID != "total" && !slices.Contains(s.all, it.thing) {
			s.all = append(s.all, it.thing)
		}
	}
	if len(s.all) == 1 {
		s.only = s.all[0]
	}
	s.mixed = len(s.all) <= 1 && s.bothWays()
	first := 0
	for first < len(s.items) && s.items[first].class == isPlain {
		first++
	}
	if first < len(s.items) {
		switch s.items[first].text {
		case "if", "when", "unless", "had", "were", "should", "whenever":
			s.asked = s.items[first].class != isSubject
		}
	}
	if len(s.items) > 0 && slices.Contains([]string{"had", "were", "should"}, s.items[0].text) && s.items[0].class != isSubject {
		s.asked = true
	}
}

// bothWays reports whether words of both directions stand in the sentence.
func (s *statement) bothWays() bool {
	up, down := false, false
	for i := range s.items {
		it := &s.items[i]
		if it.class == isArea && it.area != own {
			return false
		}
		if it.class == isMove && !it.judge && !it.adj {
			up, down = up || it.n > 0, down || it.n < 0
		}
	}
	return up && down
}

// referredTo is the only thing that the clause's references are of, or nil.
func (c *clause) referredTo() *Thing {
	var only *Thing
	for i := range c.items {
		if q := c.items[i].q; q != nil && q.ref != nil {
			if only != nil && only != q.ref.thing {
				return nil
			}
			only = q.ref.thing
		}
	}
	return only
}

// demote takes an amount's name for plain words where the sentence speaks of no
// money: they narrow unless they belong to another subject.
func (s *statement) demote(it *item) {
	own := true
	for _, w := range wordsOf(it.text) {
		found := s.dictionary.plain[w] || titleStops[w] || w == "of" || w == "in" || w == "a"
		if e := languageOfReports().next[w]; e != nil && len(e.here) > 0 && e.here[0].class == isPlain {
			found = true
		}
		for k := range s.items {
			if t := s.items[k].thing; t != nil && t != it.thing && t.Kind != isMoney && slices.Contains(t.Vocabulary, w) {
				found = true
			}
		}
		own = own && found
	}
	it.class, it.word = isUnknown, it.text
	if own || it.thing.ID == "total" {
		it.class = isPlain
	}
}

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

// split cuts the sentence into clauses.
func (s *statement) split() []*clause {
	var all []*clause
	refs := make([]*item, len(s.items))
	for i := range s.items {
		refs[i] = &s.items[i]
	}
	cur := &clause{statement: s}
	flush := func(lead string) {
		if len(cur.items) > 0 || len(all) == 0 && lead != "," {
			all = append(all, cur)
		}
		cur = &clause{statement: s, lead: lead}
	}
	var after []*clause // parentheses, read behind the clause that they are in
	for i := 0; i < len(s.items); i++ {
		it := refs[i]
		switch {
		case it.class == isMark && it.word == "(":
			end := i + 1
			for end < len(s.items) && !(s.items[end].class == isMark && s.items[end].word == ")") {
				end++
			}
			inner := refs[min(i+1, len(refs)):min(end, len(refs))]
			if inline(inner) {
				cur.items = append(cur.items, inner...)
			} else if slices.ContainsFunc(inner, func(x *item) bool { return x.anchors() }) {
				p := &clause{statement: s, lead: "(", items: inner}
				if n := len(cur.items); n > 0 {
					p.after = cur.items[n-1]
				}
				after = append(after, p)
			}
			i = end
		case it.class == isMark && it.word == ")" || it.class == isMark && it.word == `"`:
		case it.class == isMark && it.word == ":" && s.titles(cur, refs[i+1:]):
		case it.class == isMark:
			flush(it.word)
			all, after = append(all, after...), nil
		case it.class == isBreak && it.word == "and":
			if s.divides(cur, i) {
				flush("and")
				all, after = append(all, after...), nil
			} else {
				cur.items = append(cur.items, it)
			}
		case it.class == isBreak:
			flush(it.word)
			all, after = append(all, after...), nil
		case it.class == isAside && len(cur.items) == 0 && len(all) == 0:
			cur.lead = "aside"
		case it.class == isAside && cur.lead != "aside":
			flush("aside")
			all, after = append(all, after...), nil
		default:
			cur.items = append(cur.items, it)
		}
	}
	flush("")
	return append(all, after...)
}

// titles reports whether what stands before a colon names what the figure behind
// it is of: "Falls rate: 24.1 per 1,000".
func (s *statement) titles(cur *clause, behind []*item) bool {
	named := false
	for _, x := range cur.items {
		switch {
		case x.class == isSubject, x.class == isFace:
			named = true
		case x.class != isPlain && x.class != isArea && x.class != isPeriod:
			return false
		}
	}
	for _, x := range behind {
		if x.class != isPlain && x.class != isHedge {
			return named && (x.class == isQuantity || x.class == isMove || x.class == isStable)
		}
	}
	return false
}

// anchored reports whether one of the items can carry a claim.
func anchored(items []item) bool {
	return slices.ContainsFunc(items, func(x item) bool { return x.anchors() })
}

// inline reports whether what stands in brackets is read with what stands around:
// a code, a year or a place.
func inline(items []*item) bool {
	for i := range items {
		switch items[i].class {
		case isSubject, isPeriod, isPlain:
		default:
			return false
		}
	}
	return true
}

// divides reports whether a conjunction begins another statement: the one before
// has its verb, and so has the one behind.
func (s *statement) divides(cur *clause, i int) bool {
	has := func(items []*item) bool {
		return slices.ContainsFunc(items, func(x *item) bool { return x.anchors() })
	}
	end := i + 1
	for end < len(s.items) && s.items[end].class != isMark && s.items[end].class != isBreak && s.items[end].class != isAside {
		end++
	}
	if !has(cur.items) || !anchored(s.items[i+1:end]) {
		return false
	}
	if n := len(cur.items); n > 0 && (cur.items[n-1].class == isPeriod || cur.items[n-1].class == isQuantity) {
		for k := n - 2; k >= 0; k-- {
			if cur.items[k].role == "between" {
				return false
			}
		}
	}
	// "above or below" and the like is no second statement.
	return s.items[i].text == "and" || s.items[i].text != "or"
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

// says reports whether one of the words stands in the clause.
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
	if len(c.items) > 1 && c.roleAt(0, "to") && slices.Contains([]string{"have", "be", "become", "get", "see"}, c.items[1].text) && c.mood == "" {
		c.mood = "target"
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
	case isVar(n) && q.q.unit == pounds && !c.verbBetween(q.i, n), isVar(p), c.roleAt(p, "of", "by") && isVar(pp):
		return isVariance
	case c.roleAt(p, "by") && c.roleBy(p):
		return isVariance
	case c.is(p, isFace) && c.items[p].face == target, c.is(n, isFace) && c.items[n].face == target && q.q.unit != bare,
		c.roleAt(p, "of") && c.is(pp, isFace) && c.items[pp].face == target:
		return isGoal
	case c.roleAt(p, "of", "at") && c.is(pp, isFace) && c.items[pp].face == plan, c.is(p, isFace) && c.items[p].face == plan:
		return isPlan
	case c.roleAt(p, "by") && c.has(isBeside) >= 0 && c.has(isBeside) < p && !c.moves():
		return isGap
	case c.lead == "or" && len(c.before) > 0 && c.before[len(c.before)-1].role == isDelta:
		return isDelta
	case c.roleAt(p, "by") && c.moves(), c.roleAt(p, "of") && c.is(pp, isMove, isTimes) && !c.items[pp].adj:
		return isDelta
	case c.is(p, isMove) && !c.items[p].adj && !c.items[p].judge && (q.q.unit != bare || q.q.per == 0 && q.lead(c) != "to"):
		return isDelta
	case c.is(n, isMove) && !c.items[n].judge && (c.items[n].adj || c.noun(n)) && n-q.i <= 2:
		return isDelta
	case c.is(n, isBeside) && q.q.unit != bare && n-q.i <= 2 && c.items[n].n != 0 && !c.roleAt(p, "at", "in", "to"):
		return isGap
	case c.roleAt(p, "from"):
		return isFrom
	case c.is(p, isVersus, isThan, isBeside), c.roleAt(p, "since") && q.q.unit != bare:
		return isOther
	case c.roleAt(p, "of") && c.is(pp, isArea) && c.items[pp].area != own, c.is(p, isArea) && c.items[p].area != own && c.items[p].area[0] != 'l':
		return isOther
	}
	return isLevel
}

// verbBetween reports whether "was" or the like stands between two items.
func (c *clause) verbBetween(i, j int) bool {
	return slices.ContainsFunc(c.items[i+1:j], func(x *item) bool {
		return slices.Contains([]string{"was", "were", "is", "are", "has", "had"}, x.text)
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

// bind gives a quantity the period and the place that stand right by it.
func (c *clause) bind(q *placed) {
	for k := q.i + 1; k < len(c.items); k++ {
		it := c.items[k]
		if it.class == isPeriod && (it.word == "onyear" || it.word == "over" || it.word == "first") {
			break
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
		if p := c.prev(q.i); c.is(p, isPeriod) && !c.bound(p) {
			q.years = c.yearsOf(c.items[p])
		}
	}
	p := c.prev(q.i)
	switch {
	case q.role == isOther && c.is(p, isArea):
		q.area, q.hasArea = c.items[p].area, true
	case q.role == isOther && c.roleAt(p, "of") && c.is(c.prev(p), isArea):
		q.area, q.hasArea = c.items[c.prev(p)].area, true
	case c.after != nil && c.after.class == isArea && c.after.area != own && len(c.qs) == 1:
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
	return []int{y - it.entry.year}
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
		found := false
		for k := c.facts.First; k <= c.facts.Year && t != nil; k++ {
			if v, ok := t.values[valueKey{face, own, k}]; ok && v.Period == label {
				out, found = append(out, k), true
			}
		}
		if !found {
			out = append(out, y, y-1)
		}
	}
	return out
}

// follow keeps what the clauses behind may take from this one.
func (s *statement) follow(c *clause) {
	if c.lead == "aside" {
		if i := c.has(isArea); i >= 0 && c.items[i].area != own {
			s.area = c.items[i].area // "unlike Scotland, where …"
		}
		return
	}
	if len(c.subjects) == 1 {
		s.subject = c.subjects[0]
		s.narrowed = c.unknown != "" && (anchoredRefs(c.items) || narrowed(c.items) || interrupted(c.items))
	} else if len(c.subjects) > 1 {
		s.subject, s.narrowed = nil, true
	}
	if len(c.items) == 0 {
		return
	}
	s.vague = c.unknown != "" || s.vague && !anchoredRefs(c.items)
	if c.mood == "quoted" {
		s.asked = true
	}
	if last := c.items[len(c.items)-1].text; last == "said" || last == "says" || last == "asked" {
		s.asked = true // what follows is quoted
	}
	s.list = nil
	if len(c.subjects) == 1 && len(c.qs) == 0 && c.unknown == "" && c.subjects[0].Kind == isMoney {
		s.list = append(c.listed, c.subjects[0])
	}
	anchored := slices.ContainsFunc(c.items, func(x *item) bool { return x.anchors() })
	if !anchored && c.mood != "" && c.lead == "" {
		s.asked = true // "our ambition, to have …"
	}
	// "Among people over 85, …" narrows all that follows.
	if !anchored && c.unknown != "" && len(c.subjects) == 0 && c.lead == "" {
		switch c.items[0].text {
		case "in", "among", "for", "of", "at", "from", "within", "across", "on", "amongst", "over", "during":
			s.narrowed = true
			s.asked = s.asked || true
		}
	}
	if !anchored && c.unknown == "" {
		for i := range c.items {
			it := c.items[i]
			if it.class == isArea && !c.is(c.prev(i), isVersus, isThan, isBeside) && it.area != own {
				s.area, s.hasArea = it.area, true
			}
			if it.class == isPeriod && it.word != "onyear" && !c.roleAt(c.prev(i), "since") && !c.is(c.prev(i), isVersus, isThan) {
				s.year = c.yearsOf(it)
			}
		}
	}
	s.since = c.times().base
	s.ended = nil
	if last := c.items[len(c.items)-1]; last.class == isPeriod && last.known {
		s.ended = c.yearsOf(last)
	}
	if area, set, _, _ := c.area0(); anchored && c.lead != "(" && c.lead != "where" {
		s.carried = ""
		if set && area != own {
			s.carried = area
		}
	}
	for i := range c.items {
		if it := c.items[i]; it.class == isArea && c.is(c.prev(i), isVersus) && !anchored {
			s.versus, s.area, s.hasArea = it.area, it.area, false
		}
		if it := c.items[i]; it.class == isFace && (it.face == spend || it.face == plan || it.face == funding) {
			s.face = it.face
		}
		if it := c.items[i]; it.class == isMove && !it.adj {
			s.moved = it
		}
	}
	if c.lead == "where" {
		s.hasArea = false
	}
	s.before = nil
	for _, q := range c.qs {
		s.before = append(s.before, *q)
	}
}

// settle keeps for the paragraph what the sentence was about.
func (r *reader) settle(s *statement) {
	r.reading.Claims = append(r.reading.Claims, s.claims...)
	if years := s.stated(); years != nil {
		r.lastYears = years
	}
	r.planned = slices.ContainsFunc(s.items, func(x item) bool { return x.class == isFace && x.face == plan })
	switch {
	case len(s.all) == 1 && s.all[0].Kind != isCount:
		if r.last != nil && r.last != s.all[0] {
			r.several = true
		}
		r.last = s.all[0]
		r.lastNarrow = s.narrows()
	case len(s.all) > 1:
		r.several, r.last = true, nil
	}
}

// stated are the years that a sentence names for what it says, where the
// reporting year isn't among them.
func (s *statement) stated() []int {
	var years []int
	for i := range s.items {
		it := &s.items[i]
		if it.class != isPeriod || !it.known {
			continue
		}
		if it.year == s.facts.Year || it.calendar && it.year >= s.facts.Year {
			return nil
		}
		y := it.year
		if it.calendar {
			y = -y
		}
		years = append(years, y)
	}
	return years
}

// narrows reports whether words that aren't understood stand by the subject.
func (s *statement) narrows() bool {
	refs := make([]*item, len(s.items))
	for i := range s.items {
		refs[i] = &s.items[i]
	}
	return narrowed(refs)
}

// narrowed reports whether words that aren't understood stand by the subject:
// "falls in care homes", "planned admissions", but not "we monitor falls".
func narrowed(items []*item) bool {
	for i := range items {
		if items[i].class != isSubject {
			continue
		}
		if i > 1 && items[i-1].class == isUnknown && items[i-2].area != own {
			return true
		}
		for k := i + 1; k < min(i+4, len(items)) && items[k].class != isMark; k++ {
			if items[k].class == isUnknown && (k == i+1 || items[k-1].class == isRole || slices.Contains([]string{"among", "within", "across", "amongst", "by"}, items[k-1].text) || k > i+1 && items[k-2].class == isRole) {
				return true
			}
		}
	}
	return false
}

// interrupted reports whether words that aren't understood stand between the
// subject and its verb: "carers who came to the new group feel supported".
func interrupted(items []*item) bool {
	for i := range items {
		if items[i].class != isSubject {
			continue
		}
		for _, x := range items[i+1:] {
			if x.class == isUnknown {
				return true
			}
			if x.anchors() || slices.Contains([]string{"was", "were", "is", "are", "has", "have"}, x.text) {
				break
			}
		}
	}
	return false
}

func anchoredRefs(items []*item) bool {
	return slices.ContainsFunc(items, func(x *item) bool { return x.anchors() })
}

// anaphors stand for what the sentence before was about.
var anaphors = []string{"they", "it", "this", "these", "that", "its", "their", "rate", "figure", "proportion", "number", "rates", "figures", "percentage", "those", "level"}

// about is the clause's subject: its own, the one before, or the paragraph's only
// one. ok is false where it can't be told.
func (c *clause) about() (t *Thing, ok bool) {
	switch {
	case len(c.subjects) == 1:
		return c.subjects[0], c.unknown == ""
	case len(c.subjects) > 1:
		return nil, false
	case c.unknown != "" || c.dangles():
		return nil, false
	case c.lead == "(" && c.after != nil && c.after.class == isSubject:
		return c.after.thing, true
	case c.subject != nil:
		return c.subject, !c.narrowed
	case len(c.all) == 0 && c.referredTo() != nil:
		return c.referredTo(), !c.narrowed
	case c.only != nil:
		return c.only, !c.narrowed
	case len(c.all) > 0:
		return nil, false
	}
	if c.last != nil && c.lead != "which" && !c.several && !c.narrowed && !c.lastNarrow && slices.ContainsFunc(c.statement.items, func(x item) bool { return slices.Contains(anaphors, x.text) }) {
		return c.last, true
	}
	return nil, false
}

// dangles reports whether the clause hangs on words that aren't understood: a
// parenthesis, or what begins with "of which".
func (c *clause) dangles() bool {
	return c.lead == "(" && c.after != nil && c.after.class == isUnknown || c.lead == "which" && c.vague
}

// words are the text of the clause.
func (c *clause) words() (start, end int) {
	if len(c.items) == 0 {
		return c.start, c.end
	}
	return c.items[0].start, c.items[len(c.items)-1].end
}

func (r *reader) textOf(start, end int) string {
	return strings.Join(strings.Fields(r.passage.Text.Markdown[start:end]), " ")
}
