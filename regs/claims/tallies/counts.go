package tallies

import (
	"slices"
	"strings"
	"sync"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads counts of commitments and of local measures: "of the plan's 24 commitments, 15 were
// met, six in part and three not", "five of our 14 local measures are green".

// countOf is a count that a sentence gives: of all where state is "".
type countOf struct {
	q           *facts.Quantity
	at          *lex.Item
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
		exactly precisely performance measures commitments commitment target targets met each part partly partially wholly whether not at all march 31 just only two three out also being left leaving both full fully
		under put down as on this same while but when then so together taken between them saw achieved kept delivered fulfilled honoured reached hit missed unmet behind way underway green amber red our
		judgement view count reckoning short total summary sum about some nearly almost accounts accounted account did best worst priorities priority not dozen
		among already far still data figures framework framework's well progress course track schedule delayed tolerance within outside beyond stand stands stood being off term incomplete done rag across three-year five-year four-year current latest`) {
		words[w] = true
	}
	return words
})

// leadWords say that what comes behind "that" is so.
var leadWords = []string{"note", "noted", "notes", "report", "reported", "say", "saying", "see", "pleased", "glad", "clear", "encouraging", "know", "stress", "record"}

// countsGiven are the counts that the sentence gives, nil where its words don't all belong to them;
// grouped is true where it names a priority.
func (s *reading) countsGiven() (all []countOf, grouped bool) {
	noun := ""
	for i := range s.items {
		switch s.items[i].Text {
		case "commitments":
			noun = "commitments"
		case "promises", "pledges":
			if noun == "" && s.promisesOfPlan() {
				noun = "commitments"
			}
		case "measures":
			if noun == "" && (i > 0 && s.items[i-1].Text == "local" || i > 1 && s.items[i-1].Text == "performance" && s.items[i-2].Text == "local" ||
				language.AnyOf(s.items, func(x *lex.Item) bool { return x.Text == "scorecard" || x.Text == "framework" })) {
				noun = "measures"
			}
		}
	}
	if noun == "" || !language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsQuantity }) {
		return nil, false
	}
	whole := tallying{reading: s, items: s.items, named: make([]bool, len(s.items))}
	whole.nameGroups()
	grouped = len(whole.groups) > 0
	var groups []string
	from := s.behindLead()
	if k := s.countsBegin(); from == 0 && k > 0 { // "Home first did well, with six of its eight commitments met"
		lead := tallying{reading: s, items: s.items[:k], noun: noun, named: make([]bool, k)}
		lead.nameGroups()
		if lead.leads() {
			from, groups = k, lead.groups
		}
	}
	for from < len(s.items) {
		to := from
		for to < len(s.items) && s.items[to].Word != ";" {
			to++
		}
		t := tallying{reading: s, items: s.items[from:to], noun: noun, before: groups}
		read := t.read()
		if !read {
			if len(all) == 0 || language.AnyOf(t.items, func(x *lex.Item) bool { return x.Class == language.IsQuantity }) || t.changes(0) {
				return nil, grouped
			}
			break // "; the cut in falls was not among them"
		}
		all, groups = append(all, t.found...), t.groups
		from = to + 1
	}
	return all, grouped
}

// promisesOfPlan reports whether the promises that the sentence speaks of are the plan's commitments: it names the plan, or there
// are as many.
func (s *reading) promisesOfPlan() bool {
	text := " " + strings.Join(facts.WordsOf(string(s.Plain[s.Start:s.End])), " ")
	if strings.Contains(text, " plan") || len(s.facts.Plan.Title) > 0 && strings.Contains(text, " "+strings.Join(s.facts.Plan.Title, " ")) {
		return true
	}
	t := s.Of("commitments", "")
	return t != nil && language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsQuantity && x.Q.Value != nil && x.Q.Unit == facts.Bare && x.Q.Value.Cmp(exact.Rat(t.All[0], 1)) == 0
	})
}

// counts reports whether an item names what is counted.
func (t *tallying) counts(it *lex.Item) bool {
	return it.Text == t.noun || t.noun == "commitments" && (it.Text == "promises" || it.Text == "pledges")
}

// behindLead is the first item behind words such as "Members should note that".
func (s *reading) behindLead() int {
	for i := range s.items {
		it := &s.items[i]
		if it.Class == language.IsQuantity || it.Text == "commitments" || it.Text == "promises" || it.Text == "pledges" || it.Text == "measures" {
			return 0
		}
		if language.LastWord(it.Text) != "that" {
			continue
		}
		said := false
		for k := range s.items[:i+1] {
			if s.items[k].Class == language.IsNot {
				return 0
			}
			for _, w := range strings.Fields(s.items[k].Text) {
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
	*reading
	items   []lex.Item
	noun    string
	groups  []string
	before  []string // the priorities of what is before the semicolon
	named   []bool   // items that are a priority's name, or the plan's
	found   []countOf
	current int    // the count whose state is being read, -1 for none
	verb    string // the state of a verb before a count: "we met 15"
	carried string // that of the current count
	is      stated
	shares  []int // the shares before the current count that it gives in numbers: "almost three quarters, 18 of 24, were met"
	settled bool  // a count's state is known, and a comma or "and" is behind it
	apart   bool  // a comma or "and" is behind the count before
	mark    int   // where the last of these is
}

// read reads the counts; it reports whether all the words belong to them.
func (t *tallying) read() bool {
	t.named, t.current = make([]bool, len(t.items)), -1
	t.nameGroups()
	if len(t.groups) > 1 && !t.together() {
		return false
	}
	for i := 0; i < len(t.items); i++ {
		it := &t.items[i]
		if t.named[i] {
			continue
		}
		if it.Class == language.IsQuantity {
			if !t.quantity(i) {
				return false
			}
			i = t.behindName(i)
			continue
		}
		switch it.Class {
		case language.IsMark, language.IsBreak:
			t.settled = t.settled || t.current >= 0 && t.is != stated{} || t.current < 0 && len(t.found) > 0
			t.apart, t.mark = true, it.Start
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
		if n := slices.IndexFunc(t.found, func(c countOf) bool { return c.at.Start > t.mark }); n >= 0 { // "and all 22 of the old plan"
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
		if t.items[i].Class == language.IsTogether && !t.named[i] {
			return true
		}
	}
	return t.says("between", "them")
}

// says reports whether all of the words are there.
func (t *tallying) says(words ...string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !language.AnyOf(t.items, func(x *lex.Item) bool { return x.Text == w }) })
}

// changes reports whether what is behind item i may say that the counts aren't so, or when they were.
func (t *tallying) changes(i int) bool {
	return language.AnyOf(t.items[i:], func(x *lex.Item) bool {
		return x.Class == language.IsMood || x.Class == language.IsAside || x.Class == language.IsPeriod || x.Text == "but" || x.Text == "if" || x.Text == "that" || x.Text == "this" || x.Class == language.IsThan
	})
}

// nameGroups finds the priorities and the plan's title.
func (t *tallying) nameGroups() {
	var words []string
	var at []int
	for i := range t.items {
		for _, w := range strings.Fields(t.items[i].Text) {
			words, at = append(words, w), append(at, i)
		}
	}
	name := func(title []string) bool {
		k := language.IndexName(words, title, language.SameWord)
		if k < 0 {
			return false
		}
		for n := range title {
			t.named[at[k+n]] = true
		}
		last := at[k+len(title)-1]
		for i := last + 1; i < len(t.items) && i <= last+3; i++ { // "2023 to 2026"
			x := &t.items[i]
			if p := t.facts.Plan; x.Class == language.IsPeriod && x.Known && x.Calendar && (x.Year == p.First || x.Year == p.Last) || x.Text == "to" && i+1 < len(t.items) && t.items[i+1].Class == language.IsPeriod {
				t.named[i] = true
			}
		}
		return true
	}
	name(t.facts.Plan.Title)
	for _, o := range slices.Concat(t.Counted, t.facts.Tallies) {
		if o.Group != "" && !slices.Contains(t.groups, o.Group) && name(strings.Fields(o.Group)) {
			t.groups = append(t.groups, o.Group)
		}
	}
}

// belongs reports whether the words of an item say no more than of which plan and of what time the
// counts are.
func (t *tallying) belongs(i int) bool {
	it := &t.items[i]
	n, last := t.facts.Plan.Year(t.facts.Year)
	switch {
	case it.Text == "that":
		return i > 0 && (t.counts(&t.items[i-1]) || t.items[i-1].Class == language.IsQuantity) // "local measures that are red and three that are amber"
	case t.counts(it), it.Text == "partly", it.Text == "whether", it.Class == language.IsStatus, it.Text == "off target", it.Text == "behind target":
		return true
	case it.Class == language.IsPeriod && it.Known:
		return !it.Calendar && it.Year == t.facts.Year || it.Calendar && it.Year == t.facts.Year+1 && i > 0 && strings.HasSuffix(t.items[i-1].Text, "march")
	case it.Class == language.IsPeriod:
		return it.Entry.Year == 0 && it.Word != "onyear" && it.Word != "over" && it.Word != "ago" && it.Word != "survey" && it.Word != "first"
	case it.Ordinal > 0:
		return n > 0 && it.Ordinal == int64(n)
	case it.Text == "last", it.Text == "final":
		return last
	case it.Text == "ended", it.Text == "ends", it.Text == "closed", it.Text == "closes", it.Text == "when":
		return last || t.says("year") || i+1 < len(t.items) && t.items[i+1].Class == language.IsPeriod
	case it.Class == language.IsArea:
		return it.Area == facts.Own
	case it.Class == language.IsMood, it.Class == language.IsSubject, it.Class == language.IsAside, it.Class == language.IsMove, it.Class == language.IsThan, it.Class == language.IsVersus, it.Class == language.IsBeside && it.Text != "under" && it.Text != "behind", it.Class == language.IsRow, it.Class == language.IsEach && it.Text != "each":
		return false
	case it.Class == language.IsFace && it.Face == facts.FaceTarget:
		return t.noun == "measures"
	case it.Class == language.IsFace && it.Face != facts.FacePlan:
		return false
	case it.Class == language.IsMark, it.Class == language.IsNot, it.Class == language.IsMet, it.Class == language.IsTogether, it.Word == "all but":
		return true
	case strings.HasSuffix(it.Text, "end of"):
		for k := i + 1; k < len(t.items) && k <= i+2; k++ {
			if w := t.items[k].Text; (w == "plan" || w == "plan's" || w == "term") && !last && !t.says("year") {
				return false
			}
		}
		return true
	}
	for _, w := range strings.Fields(it.Text) {
		if !tallyWords()[w] {
			return false
		}
	}
	return true
}

// quantity takes a count; it reports false where a figure is of something else.
func (t *tallying) quantity(i int) bool {
	it := &t.items[i]
	q := it.Q
	if q.Ref != nil || q.Per != 0 || q.Value == nil || q.Unit != facts.Bare && q.Unit != facts.Percent || q.Unit == facts.Bare && !q.Value.IsInt() {
		return false
	}
	if i > 0 && t.items[i-1].Text == "year" && (i == 1 || t.items[i-2].Ordinal == 0) { // "year two"
		n, _ := t.facts.Plan.Year(t.facts.Year)
		return q.Value.Cmp(exact.Rat(int64(n), 1)) == 0
	}
	if i+1 < len(t.items) && t.items[i+1].Text == "priorities" && i > 0 && t.items[i-1].Text == "across" {
		return q.Value.Cmp(exact.Rat(int64(t.facts.Plan.Priorities), 1)) == 0
	}
	if it.Text == "half" && t.current >= 0 && i+1 < len(t.items) && (t.items[i+1].Text == "kept" || t.items[i+1].Text == "met") && slices.Contains([]string{"are", "is", "was", "were"}, t.items[i-1].Text) {
		return true // "a quarter were half kept"
	}
	c := countOf{q: q, at: it, noun: t.noun}
	if i > 0 && t.items[i-1].Word == "all but" {
		c.allBut = true
	}
	if c.whole = !c.allBut && q.Unit == facts.Bare && t.isWhole(i); c.whole {
		t.found = append(t.found, c)
		return true
	}
	if t.current >= 0 && t.is == (stated{}) && t.found[t.current].q.Unit == facts.Percent && q.Unit == facts.Bare && t.items[i-1].Class == language.IsMark {
		t.shares = append(t.shares, t.current)
	}
	if t.current >= 0 && t.is != (stated{}) && q.Unit == facts.Percent && i > 2 && t.items[i-2].Text == "of" && slices.Contains([]string{"these", "those", "them"}, t.items[i-1].Text) {
		return false // "15 were met, and of these a third, five, were met early"
	}
	before := t.current
	t.flush()
	if before >= 0 && t.shareOfSame(i) {
		c.state = t.found[before].state
		t.found = append(t.found, c)
		return true
	}
	t.found = append(t.found, c)
	t.current, t.carried, t.verb = len(t.found)-1, t.verb, ""
	return true
}

// shareOfSame reports whether the figure at i is no more than what part of all the count before it is: "15 were met, exactly three quarters
// of them", and not "half of them late".
func (t *tallying) shareOfSame(i int) bool {
	k := i - 1
	for k > 0 && (t.items[k].Class == language.IsPlain && t.items[k].Text != "of" && t.items[k].Text != "these" || t.items[k].Class == language.IsHedge || t.items[k].Word == "or") {
		k--
	}
	if t.items[i].Q.Unit != facts.Percent || k < 1 || t.items[k].Word != "," || t.items[k-1].Class == language.IsQuantity {
		return false
	}
	for k = i + 1; k < len(t.items) && slices.Contains([]string{"of", "them", "these", "those", "the", "total", "all"}, t.items[k].Text); k++ {
	}
	if k+1 < len(t.items) && t.items[k].Class == language.IsMark {
		k++
		return t.items[k].Class != language.IsQuantity && t.items[k].Text != "or" // "40%, or six, of them early"
	}
	return k == len(t.items) || k+1 < len(t.items) && t.items[k].Class == language.IsBreak && t.items[k+1].Class == language.IsQuantity
}
