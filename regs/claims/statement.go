package claims

import (
	"iter"
	"slices"
	"sync"

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
	// shared is true where the clause before gave a share of the money.
	shared bool
}

// longestSentence is how many words a sentence may have to be read: what is longer
// isn't a sentence, and would take long.
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
	if figuresOnly(ts) {
		r.reading.LeftOut.Tables++
		return
	}
	st := &statement{reader: r, start: s.Start, end: s.End}
	if len(ts) > longestSentence {
		at := r.passage.Text.At(s.Start)
		r.reading.Claims = append(r.reading.Claims, &Claim{Text: r.textOf(s.Start, min(s.Start+80, s.End)), Position: at, End: r.passage.Text.At(s.End), At: at, Name: r.name,
			Mood: "asserted", Verdict: Unread, Reason: "the sentence is too long"})
		return
	}
	summed := len(r.reading.Claims)
	r.arithmetic(st, ts)
	r.countWholes(ts, r.passage.Text.At(s.Start))
	if quotes(ts) {
		return
	}
	st.items = r.lex(ts)
	st.survey()
	var before *clause
	for _, c := range st.split() {
		c.listed = st.list
		if c.lead == "which" && before != nil && before.endsOn(st.subject) {
			st.narrowed = false // "the largest pressure was prescribing, which …"
		}
		c.read()
		st.follow(c)
		before = c
	}
	st.within()
	r.tellOnce(summed, st.claims)
	r.settle(st)
}

// figuresOnly reports whether a sentence is rather a row of figures, such as what is
// left of a table or a chart.
func figuresOnly(ts []token) bool {
	figures, words := 0, 0
	for i := range ts {
		switch ts[i].kind {
		case numberToken, yearToken:
			figures++
		case wordToken:
			words++
		}
	}
	return figures >= 5 && figures >= words
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

// split cuts the sentence into clauses.
func (s *statement) split() []*clause {
	var all []*clause
	refs := make([]*item, len(s.items))
	for i := range s.items {
		refs[i] = &s.items[i]
	}
	room := make([]*item, 0, len(s.items)) // of the clauses, one behind the other
	cur := &clause{statement: s, items: room}
	flush := func(lead string) {
		n := len(cur.items)
		room = cur.items[n:n:cap(cur.items)]
		cur.items = cur.items[:n:n]
		if n > 0 || len(all) == 0 && lead != "," {
			all = append(all, cur)
		}
		cur = &clause{statement: s, lead: lead, items: room}
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
				for part := range parted(inner) {
					p := &clause{statement: s, lead: "(", items: part}
					if n := len(cur.items); n > 0 {
						p.after = cur.items[n-1]
					}
					after = append(after, p)
				}
			}
			i = end
		case it.class == isMark && it.word == ")" || it.class == isMark && it.word == `"`:
		case it.class == isMark && it.word == "," && i+2 < len(s.items) && s.items[i+1].class == isTogether && s.items[i+2].class == isMark && s.items[i+2].word == ",":
			cur.items = append(cur.items, refs[i+1]) // "prescribing and care at home were, taken together, …"
			i += 2
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

// parted are the parts of a parenthesis between semicolons: "(2024/25: 11,398;
// Scotland: 11,757)".
func parted(items []*item) iter.Seq[[]*item] {
	return func(yield func([]*item) bool) {
		for start, i := 0, 0; i <= len(items); i++ {
			if i == len(items) || items[i].class == isMark && (items[i].word == ";" || items[i].word == "," && i+1 < len(items) && items[i+1].class == isMove) {
				if i > start && !yield(items[start:i:i]) {
					return
				}
				start = i + 1
			}
		}
	}
}

// titles reports whether what is before a colon names what the figure behind
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

// inline reports whether what is in brackets is read with what is around:
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
	// "above or below" and the like isn't a second statement.
	return s.items[i].text == "and" || s.items[i].text != "or"
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
	} else if s.subject == nil && len(s.all) == 0 && len(c.told) > 0 && c.told[0].thing == s.last {
		s.subject = s.last // "It has fallen to 688, which is the lowest …"
	}
	if len(c.items) == 0 {
		return
	}
	s.vary(c)
	s.beside = ""
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
	if area, set, _, _ := c.scope(); anchored && c.lead != "(" && c.lead != "where" {
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

// settle keeps for the paragraph what the sentence was about.
func (r *reader) settle(s *statement) {
	s.doubtSeries()
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
