package claims

import (
	"slices"
	"strings"

	"apr/regs/sentence"
)

// statement is a sentence being read: what its clauses share.
type statement struct {
	*reader
	items []item
	// subject is the last that a clause had; narrowed is true where words that
	// aren't understood was near it.
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
	// ofPart is true where it begins with an amount of which shares are given.
	ofPart bool
	// opened is true where it begins with a scope that isn't understood.
	opened bool
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
	// beside is the place that the clause before compared its subject with, of which
	// a figure behind it can be: "above the family's average, which was 11,007".
	beside string
	// varied is 1 or -1 where the clause before spoke of an under- or overspend whose
	// size may come now: "by £0.9m and Strathmoor by £1.5m"; part is true where it
	// spoke of parts of one: "of the overspend, …".
	varied int
	part   bool
	// went are the amounts of which the clause before said that they went over or under.
	went []*Thing
	// eachHead is true where a clause before a colon said that what follows is for each head.
	eachHead bool
	// peopled is true where a clause before gave a share of the people.
	peopled bool
	// over is the number of years that a clause before spoke of, 0 where none did.
	over int
	// apart is the place from which a clause before gave the subject's distance.
	apart string
	// ofAreas is the number of areas among which a clause before said that it compares, 0 where none
	// did: "of the four areas, …".
	ofAreas int
	// passed is how many words that weren't understood were passed over.
	passed int
	// shared is true where the clause before gave a share of the money.
	shared bool
}

// sentence reads one sentence.
func (r *reader) sentence(s *sentence.Sentence) {
	ts := r.tokens(s)
	r.means(s, ts)
	r.restated(s, ts)
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
	if figuresOnly(ts) {
		r.reading.LeftOut.Tables++
		return
	}
	if r.one == nil {
		r.one = new(statement)
	}
	st := r.one
	*st = statement{reader: r, start: s.Start, end: s.End, claims: st.claims[:0]}
	if len(ts) > longestSentence {
		at := r.passage.Text.At(s.Start)
		r.reading.Claims = append(r.reading.Claims, &Claim{Text: r.textOf(s.Start, min(s.Start+80, s.End)), Position: at, End: r.passage.Text.At(s.End), At: at, Name: r.name,
			Mood: "asserted", Verdict: Unread, Reason: "the sentence is too long"})
		return
	}
	summed := len(r.reading.Claims)
	r.arithmetic(st, ts)
	if slices.ContainsFunc(ts, func(t token) bool { return t.kind == numberToken }) {
		at := r.passage.Text.At(s.Start)
		if !r.holdCommitments(s) {
			r.countWholes(ts, at)
			r.countMet(ts, at)
		}
		r.countNouns(ts, at)
	}
	if quotes(ts) {
		return
	}
	st.items = r.lex(ts)
	st.read()
	st.within()
	r.readAgain(s)
	r.readLoosely(s)
	r.tellOnce(summed, st.claims)
	r.settle(st)
}

// read reads the items clause by clause.
func (s *statement) read() {
	s.peopleFell()
	s.survey()
	var before *clause
	clauses := s.split()
	for _, c := range clauses {
		c.listed = s.list
		if (c.lead == "which" || c.lead == ",") && before != nil && before.endsOn(s.subject) {
			s.narrowed = false // "the largest pressure was prescribing, which …"
		}
		c.read()
		c.defined()
		c.otherUnits()
		s.follow(c)
		before = c
	}
	s.misstated(clauses)
	s.doubtSeries()
	s.doubtLoose()
}

// endsOn reports whether a clause ends with a subject behind a verb, so that nothing
// narrows it.
func (c *clause) endsOn(t *Thing) bool {
	n := len(c.items) - 1
	if t == nil || n < 1 || c.items[n].class != isSubject || c.items[n].thing != t || c.mood != "" || c.not {
		return false
	}
	return slices.Contains([]string{"was", "were", "is", "are", "been"}, c.items[n-1].text)
}

// remember keeps what a sentence without claims is about, for the one behind it.
func (r *reader) remember(ts []token) {
	st := &statement{reader: r}
	st.items = r.lex(ts)
	st.peopleFell()
	st.survey()
	r.settle(st)
}

// survey finds what the sentence as a whole is about.
func (s *statement) survey() {
	s.rename()
	s.costs()
	s.busier()
	s.measured()
	for i := range s.items {
		it := &s.items[i]
		s.money = s.money || it.class == isSubject && it.thing.ID == "total" && spends(it.text) || it.class == isTimes && i+1 < len(s.items) && s.items[i+1].class == isFace && s.items[i+1].face == plan || it.q != nil && (it.q.unit == pounds || it.q.ofMoney || it.q.ref != nil && it.q.ref.thing.Kind == isMoney) || it.class == isBase ||
			it.class == isFace && it.face != target && it.face != plan && !(it.face == variance && it.n == 0) || it.text == "matters" && it.class == isPlain
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
	s.takeUnits()
	s.atYearEnd()
	first := 0
	for first < len(s.items) && s.items[first].class == isPlain {
		first++
	}
	if first < len(s.items) {
		switch s.items[first].text {
		case "if", "when", "unless", "had", "were", "should", "whenever", "where", "wherever":
			s.asked = s.items[first].class != isSubject && !(first+1 < len(s.items) && s.items[first+1].text == "asked") // of a survey
		}
	}
	if s.asked && s.items[first].text == "where" && first+1 < len(s.items) && s.items[first+1].class == isArea && s.items[first+1].area != own {
		s.asked = false // "Where Scotland stands at 942, we stand at 688"
	}
	if s.asked && s.atTheEnd(first) {
		s.asked = false
	}
	if first == 0 && len(s.items) > 3 && s.items[0].role == "by" && s.items[2].text == "time" {
		s.atTheEnd(2) // "By the time the books closed, …"
	}
	if len(s.items) > 0 && slices.Contains([]string{"had", "were", "should"}, s.items[0].text) && s.items[0].class != isSubject {
		s.asked = true
	}
}

// bothWays reports whether words of both directions are in the sentence.
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
		s.narrowed = c.unknown != "" && (anchoredRefs(c.items) || narrowed(c.items) || interrupted(c.items)) || c.not && !anchoredRefs(c.items) // "the savings that we didn't make, £1.5m"
	} else if len(c.subjects) > 1 {
		s.subject, s.narrowed = nil, true
	} else if s.subject == nil && len(s.all) == 0 && len(c.told) > 0 && c.told[0].thing == s.last {
		s.subject = s.last // "It has fallen to 688, which is the lowest …"
	}
	if len(c.items) == 0 {
		return
	}
	s.vary(c)
	s.ofAreas = max(s.ofAreas, c.areasCounted())
	if c.lead != "(" {
		s.beside = ""
	}
	s.shared = c.has(isBase) >= 0 || s.shared && len(c.subjects) == 0
	if _, _, other, compared := c.scope(); compared && len(c.qs) == 0 {
		s.beside = other
	}
	s.vague = c.unknown != "" || s.vague && !anchoredRefs(c.items)
	if c.mood == "quoted" {
		s.asked = true
	}
	if last := c.items[len(c.items)-1].text; last == "said" || last == "says" || last == "asked" {
		s.asked = true // what follows is quoted
	}
	s.eachHead = len(c.qs) == 0 && c.hasFace(perHead) >= 0 && c.unknown == "" || s.eachHead && len(c.subjects) == 0 && c.has(isFace) < 0
	s.list = nil
	if len(c.subjects) > 0 && len(c.qs) == 0 && c.unknown == "" && c.isMoney() && c.items[0].text != "on" && (len(c.subjects) == 1 || c.onlyNames()) {
		s.list = append(c.listed, c.subjects...)
	}
	anchored := slices.ContainsFunc(c.items, func(x *item) bool { return x.anchors() })
	if !anchored && c.mood != "" && c.lead == "" {
		s.asked = true // "our ambition, to have …"
	}
	// "Among people over 85, …" narrows all that follows.
	if !anchored && c.unknown != "" && len(c.subjects) == 0 && c.lead == "" {
		switch first, _, _ := strings.Cut(c.items[0].text, " "); first {
		case "in", "among", "for", "of", "at", "from", "within", "across", "on", "amongst", "over", "during", "according", "prior":
			s.narrowed, s.opened = true, true
		}
	}
	if !anchored && c.unknown != "" && len(c.subjects) == 0 && c.lead == "" && c.namesBody() {
		s.narrowed, s.opened = true, true // "Kirkmoor Community Hospital, by its own count, readmitted …"
	}
	if c.lead == "" && strings.HasPrefix(c.items[0].text, "of") && (c.roleAt(0, "of") || c.is(0, isBase)) && slices.ContainsFunc(c.subjects, func(t *Thing) bool { return t.Kind == isMoney }) {
		s.ofPart = true // "Of the spending on older people, nearly a third …"
	}
	if !anchored && c.unknown != "" && c.lead == "" && c.leavesOut() {
		s.narrowed, s.opened = true, true
	}
	if c.opensNarrowed() {
		s.narrowed, s.opened = true, true
	}
	if !anchored && c.unknown == "" {
		for i := range c.items {
			it := c.items[i]
			if it.class == isArea && !c.is(c.prev(i), isVersus, isThan, isBeside) && it.area != own {
				s.area, s.hasArea = it.area, true
			}
			if it.class == isPeriod && it.word == "over" {
				s.over = it.year // "Over the six years covered by this report, …"
			} else if it.class == isPeriod && it.word != "onyear" && !c.roleAt(c.prev(i), "since") && !c.is(c.prev(i), isVersus, isThan) {
				s.year = c.yearsOf(it)
			}
		}
	}
	if s.since = c.times().base; s.since == nil && c.ran > 0 && s.subject != nil {
		// "three years in a row, by 861 in all": over those years, or in the last of them.
		at := s.facts.newest(s.subject, value, own)
		s.since = []int{at - c.ran, at - 1}
	}
	s.ended = nil
	if last := c.items[len(c.items)-1]; last.class == isPeriod && last.known {
		s.ended = c.yearsOf(last)
	}
	if area, set, _, _ := c.scope(); anchored && c.lead != "(" && c.lead != "where" {
		s.carried = ""
		if set && area != own {
			s.carried = area
		} else if !set && len(c.qs) == 1 && c.qs[0].hasArea && c.has(isVersus, isThan, isBeside) < 0 {
			s.carried = c.qs[0].area // "Nationally 61.9% agreed, down from 64.5%"
		}
	}
	for i := range c.items {
		if it := c.items[i]; it.class == isArea && c.is(c.prev(i), isVersus) && !anchored {
			s.versus, s.area, s.hasArea = it.area, it.area, false
		}
		if it := c.items[i]; it.class == isFace && (it.face == spend || it.face == plan || it.face == funding) {
			s.face = it.face
		}
		if it := c.items[i]; it.class == isSubject && it.thing.ID == "total" && spends(it.text) {
			s.face = spend // "the annual bill has gone up by £54.4m, an increase of 27.7%"
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

// leavesOut reports whether the clause says what is counted or left out: "excluding elective
// returns", "with zero-hours staff included".
func (c *clause) leavesOut() bool {
	switch c.items[0].text {
	case "excluding", "including", "without", "omitting", "discounting", "counting", "counted", "leaving", "setting", "disregarding", "ignoring":
		return true
	}
	return c.says("included", "excluded", "counted", "omitted", "disregarded") || strings.HasSuffix(string(c.plain[c.items[0].start:c.items[len(c.items)-1].end]), "ncluded")
}

// namesBody reports whether the clause is no more than the name of a body or a place that the data
// don't have, in words with capital letters.
func (c *clause) namesBody() bool {
	capitals, unknowns := 0, 0
	for i, it := range c.items {
		switch it.class {
		case isUnknown:
			unknowns++
		case isPlain:
		default:
			return false
		}
		for n, w := range strings.Fields(string(c.plain[it.start:it.end])) {
			switch {
			case w[0] >= 'A' && w[0] <= 'Z':
				capitals++
			case i+n > 0 && w != "the" && w != "of" && w != "and" && w != "for":
				return false
			}
		}
	}
	return capitals > 1 && unknowns > 0
}

// opensNarrowed reports whether the sentence begins with a scope that isn't understood, before
// anything is said: "On the stroke ward 12 beds were closed, and …".
func (c *clause) opensNarrowed() bool {
	if c.lead != "" || len(c.items) == 0 {
		return false
	}
	switch c.items[0].text {
	case "in", "among", "for", "of", "at", "from", "within", "across", "on", "amongst", "during", "according":
	default:
		if c.items[0].class != isVersus && c.items[0].class != isRole {
			return false
		}
	}
	for i, it := range c.items {
		switch {
		case it.class == isUnknown:
			return true
		case it.class == isQuantity && it.q.inWords && it.q.unit == bare && c.is(i+1, isUnknown):
			return true // "at one practice"
		case it.anchors(), it.class == isSubject:
			return false
		}
	}
	return false
}

// settle keeps for the paragraph what the sentence was about.
func (r *reader) settle(s *statement) {
	r.reading.Claims = append(r.reading.Claims, s.claims...)
	if years := s.stated(); years != nil {
		r.lastYears = years
	}
	r.planned = slices.ContainsFunc(s.items, func(x item) bool { return x.class == isFace && x.face == plan })
	switch {
	case slices.ContainsFunc(s.items, func(x item) bool { return x.loose && x.class == isSubject }):
		// What the sentence is about isn't sure enough for the next one.
	case len(s.all) == 1 && s.all[0].Kind != isCount:
		if r.last != nil && r.last != s.all[0] {
			r.several = true
		}
		r.last = s.all[0]
		r.lastNarrow = s.narrows() || s.loose()
	case len(s.all) > 1:
		r.several, r.last = true, nil
	}
}
