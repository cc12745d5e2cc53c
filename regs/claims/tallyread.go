package claims

import (
	"slices"
	"strings"
	"sync"
)

// This file reads counts of commitments and of local measures: "of the plan's 24 commitments, 15 were
// met, six in part and three not", "five of our 14 local measures are green".

// countOf is a count that a sentence gives: of all where state is "".
type countOf struct {
	q           *quantity
	at          *item
	noun, group string
	state       string
	allBut      bool
	whole       bool
}

// tallyWords are those that a count may have around it: they say no more than that it is of the plan, or
// of the end of the reporting year.
var tallyWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(`the its our their all these those a of in for with to at by and or which were was is are be been had has have having now we it they them plan plan's strategic
		board partnership ended ends closed close closes end year during over made set out contained contains has holds held comprises included came comprised there rated rating status scorecard local
		performance measures commitments commitment target targets met each part partly partially wholly whether not at all march 31 just only two three out also being left leaving both full fully
		under put down as on this same while but when then so together taken between them saw achieved kept delivered fulfilled honoured reached hit missed unmet behind way underway green amber red our
		judgement view short total summary sum about some nearly almost accounts accounted account did best worst priorities priority not dozen`) {
		words[w] = true
	}
	return words
})

// leadWords say that what comes behind "that" is so.
var leadWords = []string{"note", "noted", "notes", "report", "reported", "say", "saying", "see", "pleased", "glad", "clear", "encouraging", "know", "stress", "record"}

// countsGiven are the counts that the sentence gives, nil where its words don't all belong to them;
// grouped is true where it names a priority.
func (s *statement) countsGiven() (all []countOf, grouped bool) {
	noun := ""
	for i := range s.items {
		switch s.items[i].text {
		case "commitments":
			noun = "commitments"
		case "measures":
			if noun == "" && (i > 0 && s.items[i-1].text == "local" || anyOf(s.items, func(x *item) bool { return x.text == "scorecard" })) {
				noun = "measures"
			}
		}
	}
	if noun == "" || !anyOf(s.items, func(x *item) bool { return x.class == isQuantity }) {
		return nil, false
	}
	whole := tallying{statement: s, items: s.items, named: make([]bool, len(s.items))}
	whole.nameGroups()
	grouped = len(whole.groups) > 0
	var groups []string
	from := s.behindLead()
	if k := s.countsBegin(); from == 0 && k > 0 { // "Home first did well, with six of its eight commitments met"
		lead := tallying{statement: s, items: s.items[:k], noun: noun, named: make([]bool, k)}
		lead.nameGroups()
		if lead.leads() {
			from, groups = k, lead.groups
		}
	}
	for from < len(s.items) {
		to := from
		for to < len(s.items) && s.items[to].word != ";" {
			to++
		}
		t := tallying{statement: s, items: s.items[from:to], noun: noun, before: groups}
		read := t.read()
		if !read {
			if len(all) == 0 || anyOf(t.items, func(x *item) bool { return x.class == isQuantity }) || t.changes(0) {
				return nil, grouped
			}
			break // "; the cut in falls was not among them"
		}
		all, groups = append(all, t.found...), t.groups
		from = to + 1
	}
	return all, grouped
}

// behindLead is the first item behind words such as "Members should note that".
func (s *statement) behindLead() int {
	for i := range s.items {
		it := &s.items[i]
		if it.class == isQuantity || it.text == "commitments" || it.text == "measures" {
			return 0
		}
		if lastWord(it.text) != "that" {
			continue
		}
		said := false
		for k := range s.items[:i+1] {
			if s.items[k].class == isNot {
				return 0
			}
			for _, w := range strings.Fields(s.items[k].text) {
				said = said || slices.Contains(leadWords, w)
			}
		}
		if said {
			return i + 1
		}
		return 0
	}
	return 0
}

// tallying is a part of a sentence whose counts are read.
type tallying struct {
	*statement
	items   []item
	noun    string
	groups  []string
	before  []string // the priorities of what is before the semicolon
	named   []bool   // items that are a priority's name, or the plan's
	found   []countOf
	current int    // the count whose state is being read, -1 for none
	verb    string // the state of a verb before a count: "we met 15"
	carried string // that of the current count
	is      stated
	settled bool // a count's state is known, and a comma or "and" is behind it
	apart   bool // a comma or "and" is behind the count before
	mark    int  // where the last of these is
}

// stated are the words of a state.
type stated struct {
	met, unmet, part, full, not, all bool
	other                            string // a colour, "under way", "behind"
}

// read reads the counts; it reports whether all the words belong to them.
func (t *tallying) read() bool {
	t.named, t.current = make([]bool, len(t.items)), -1
	t.nameGroups()
	if len(t.groups) > 1 && !t.together() {
		return false
	}
	for i := range t.items {
		it := &t.items[i]
		if t.named[i] {
			continue
		}
		if it.class == isQuantity {
			if !t.quantity(i) {
				return false
			}
			continue
		}
		switch it.class {
		case isMark, isBreak:
			t.settled = t.settled || t.current >= 0 && t.is != stated{} || t.current < 0 && len(t.found) > 0
			t.apart, t.mark = true, it.start
		}
		if t.belongs(i) {
			t.word(i)
			continue
		}
		if !t.settled || !t.apart || t.changes(i) {
			return false
		}
		if t.current >= 0 && t.is == (stated{}) { // "and one, fewer falls, is behind"
			t.found, t.current = t.found[:t.current], -1
		}
		if n := slices.IndexFunc(t.found, func(c countOf) bool { return c.at.start > t.mark }); n >= 0 { // "and all 22 of the old plan"
			t.found, t.current = t.found[:n], min(t.current, n-1)
		}
		t.items = t.items[:i] // what goes on is of something else
		break
	}
	t.flush()
	if len(t.groups) == 0 && !t.says("plan") && !t.says("plan's") {
		t.groups = t.before // "Start early has six commitments; three were met"
	}
	if len(t.groups) > 1 && t.wholes() > 1 {
		return false // of one, and of another
	}
	t.place()
	return true
}

// together reports whether the counts are said to be those of several priorities together.
func (t *tallying) together() bool {
	for i := range t.items {
		if t.items[i].class == isTogether && !t.named[i] {
			return true
		}
	}
	return t.says("between", "them")
}

// says reports whether all of the words are there.
func (t *tallying) says(words ...string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !anyOf(t.items, func(x *item) bool { return x.text == w }) })
}

// changes reports whether what is behind item i may say that the counts aren't so, or when they were.
func (t *tallying) changes(i int) bool {
	return anyOf(t.items[i:], func(x *item) bool {
		return x.class == isMood || x.class == isAside || x.class == isPeriod || x.text == "but" || x.text == "if" || x.text == "that" || x.text == "this" || x.class == isThan
	})
}

// nameGroups finds the priorities and the plan's title.
func (t *tallying) nameGroups() {
	var words []string
	var at []int
	for i := range t.items {
		for _, w := range strings.Fields(t.items[i].text) {
			words, at = append(words, w), append(at, i)
		}
	}
	name := func(title []string) bool {
		for k := 0; len(title) > 0 && k+len(title) <= len(words); k++ {
			if slices.Equal(words[k:k+len(title)], title) {
				for n := range title {
					t.named[at[k+n]] = true
				}
				for i := at[k+len(title)-1] + 1; i < len(t.items) && i <= at[k+len(title)-1]+3; i++ { // "2023 to 2026"
					x := &t.items[i]
					if p := t.facts.Plan; x.class == isPeriod && x.known && x.calendar && (x.year == p.First || x.year == p.Last) || x.text == "to" && i+1 < len(t.items) && t.items[i+1].class == isPeriod {
						t.named[i] = true
					}
				}
				return true
			}
		}
		return false
	}
	name(t.facts.Plan.Title)
	for _, o := range slices.Concat(t.counted, t.facts.Tallies) {
		if o.Group != "" && !slices.Contains(t.groups, o.Group) && name(strings.Fields(o.Group)) {
			t.groups = append(t.groups, o.Group)
		}
	}
}

// belongs reports whether the words of an item say no more than of which plan and of what time the
// counts are.
func (t *tallying) belongs(i int) bool {
	it := &t.items[i]
	n, last := t.facts.Plan.year(t.facts.Year)
	switch {
	case it.text == "partly", it.text == "whether":
		return true
	case it.class == isPeriod && it.known:
		return !it.calendar && it.year == t.facts.Year || it.calendar && it.year == t.facts.Year+1 && i > 0 && strings.HasSuffix(t.items[i-1].text, "march")
	case it.class == isPeriod:
		return it.entry.year == 0 && it.word != "onyear" && it.word != "over" && it.word != "ago" && it.word != "survey" && it.word != "first"
	case it.ordinal > 0:
		return n > 0 && it.ordinal == int64(n)
	case it.text == "last", it.text == "final":
		return last
	case it.text == "ended", it.text == "ends", it.text == "closed", it.text == "closes", it.text == "when":
		return last || t.says("year")
	case it.class == isArea:
		return it.area == own
	case it.class == isMood, it.class == isSubject, it.class == isAside, it.class == isMove, it.class == isThan, it.class == isVersus, it.class == isBeside && it.text != "under" && it.text != "behind", it.class == isRow, it.class == isEach && it.text != "each":
		return false
	case it.class == isFace && it.face == target:
		return t.noun == "measures"
	case it.class == isFace && it.face != plan:
		return false
	case it.class == isMark, it.class == isNot, it.class == isMet, it.class == isTogether, it.word == "all but":
		return true
	case strings.HasSuffix(it.text, "end of"):
		for k := i + 1; k < len(t.items) && k <= i+2; k++ {
			if w := t.items[k].text; (w == "plan" || w == "plan's" || w == "term") && !last && !t.says("year") {
				return false
			}
		}
		return true
	}
	for _, w := range strings.Fields(it.text) {
		if !tallyWords()[w] {
			return false
		}
	}
	return true
}

// word takes what an item says of a state.
func (t *tallying) word(i int) {
	it := &t.items[i]
	is := stated{not: it.class == isNot || strings.HasPrefix(it.text, "not ") || strings.Contains(it.text, " not ")}
	switch lastWord(it.text) {
	case "met", "kept", "delivered", "achieved", "fulfilled", "honoured", "reached", "hit":
		is.met = true
	case "missed", "unmet":
		is.unmet = true
	case "part", "partly", "partially":
		is.part = true
	case "full", "fully", "wholly":
		is.full = true
	case "all":
		is.all = i > 0 && t.items[i-1].text == "at" || it.text == "at all"
	case "green", "amber", "red", "behind":
		is.other = it.text
	case "way", "underway":
		is.other = "under way"
	case "target", "targets":
		if t.is.not && !t.is.met {
			is.other = "without a target" // of which nothing is held
		}
	default:
		is.met, is.unmet = it.class == isMet && it.n > 0, it.class == isMet && it.n < 0
	}
	if is == (stated{}) {
		return
	}
	verb := is.met || is.unmet
	if is.not {
		is.unmet = false // "not met" is a word of its own
	}
	if verb && (t.current < 0 || t.carried != "") {
		t.verb = map[bool]string{true: stateMet, false: stateUnmet}[is.met]
		return
	}
	t.is = stated{t.is.met || is.met, t.is.unmet || is.unmet, t.is.part || is.part, t.is.full || is.full, t.is.not || is.not, t.is.all || is.all, t.is.other + is.other}
}

// flush gives the current count its state.
func (t *tallying) flush() {
	if t.current >= 0 {
		is, state := t.is, ""
		is.met, is.unmet = is.met || t.carried == stateMet, is.unmet || t.carried == stateUnmet
		switch {
		case is.other != "":
			if state = is.other; is.not || is.met || is.part || stateNames[state] == "" {
				state = ""
			}
		case is.not && is.part, is.met && is.unmet:
		case is.not && is.all:
			state = "not at all"
		case is.not && is.full:
			state = "not in full"
		case is.not, is.unmet:
			state = stateUnmet
		case is.part && is.full:
			state = stateAny
		case is.part:
			state = statePart
		case is.met, is.full:
			state = stateMet
		}
		t.found[t.current].state = state
	}
	t.current, t.is, t.carried, t.apart = -1, stated{}, "", false
}

// quantity takes a count; it reports false where a figure is of something else.
func (t *tallying) quantity(i int) bool {
	it := &t.items[i]
	q := it.q
	if q.ref != nil || q.per != 0 || q.value == nil || q.unit != bare && q.unit != percent || q.unit == bare && !q.value.IsInt() {
		return false
	}
	if i > 0 && t.items[i-1].text == "year" && (i == 1 || t.items[i-2].ordinal == 0) { // "year two"
		n, _ := t.facts.Plan.year(t.facts.Year)
		return q.value.Cmp(rat(int64(n), 1)) == 0
	}
	c := countOf{q: q, at: it, noun: t.noun}
	if i > 0 && t.items[i-1].word == "all but" {
		c.allBut = true
	}
	if c.whole = !c.allBut && q.unit == bare && t.isWhole(i); c.whole {
		t.found = append(t.found, c)
		return true
	}
	t.flush()
	t.found = append(t.found, c)
	t.current, t.carried, t.verb = len(t.found)-1, t.verb, ""
	return true
}
