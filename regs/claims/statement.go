package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
	"apr/regs/claims/grades"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
	"apr/regs/sentence"
)

// statement is a sentence being read: what its clauses share.
type statement struct {
	*reader
	items []lex.Item
	// subject is the last that a clause had; narrowed is true where words that
	// aren't understood was near it.
	subject  *facts.Thing
	narrowed bool
	// area and year are what an earlier clause said, "" and 0 where none did.
	area    string
	hasArea bool
	year    []int
	face    facts.Face
	moved   *lex.Item // the word of direction of the clause before
	// only is the sentence's only subject, or nil.
	only *facts.Thing
	// all are its subjects, without amounts where it is about none.
	all    []*facts.Thing
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
	// hadMoved is true where the clause before said how something had moved until then.
	hadMoved bool
	// ended are the years with which the clause before ended, nil where it didn't.
	ended []int
	// carried is the place that a clause before spoke of, for what hangs on it.
	carried string
	// list are the amounts of a list that goes on: "Prescribing, telecare and …".
	list []*facts.Thing
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
	went []*facts.Thing
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
	// ofFamily is true where a clause before said no more than that it is of the areas of the family.
	ofFamily bool
	// found has the classes of the items while overClauses reads, 0 else.
	found language.Classes
	// writes is true where it then has a figure that the text itself writes.
	writes bool
	// segmented is true where the reader has the sentence's segments.
	segmented bool
	// passed is how many words that weren't understood were passed over.
	passed int
	// shared is true where the clause before gave a share of the money.
	shared bool
	// sequel is what the sentence goes on with that has no subject of its own, nil where it doesn't.
	sequel *facts.Thing
	// ofSeveral is true where a clause said something of each of several things.
	ofSeveral bool
	// outdone is what a clause before said of how many other areas are beyond ours.
	outdone outdoing
	// namedAreas are the areas of the family of which a clause before said on which side of ours they are.
	namedAreas []string
	// besidePlace is the place beside which a clause before set the subject.
	besidePlace string
	// behind is what the sentence right before gave a right figure of, nil where it gave none.
	behind *facts.Thing
}

// tokens are those of a sentence, until the next is read.
func (r *reader) tokens(s *sentence.Sentence) []language.Token { return r.lexer.Tokens(s) }

// lex reads the items of a sentence of the text being read, until the next is read.
func (r *reader) lex(ts []language.Token) []lex.Item {
	return r.lexer.Items(ts, lex.Context{Passage: r.passage, Before: r.before, Locality: r.locality, Last: r.last, LastNarrow: r.lastNarrow})
}

// sentence reads one sentence.
func (r *reader) sentence(s *sentence.Sentence) {
	r.before = s.Before
	ts := r.tokens(s)
	r.means(s, ts)
	r.restated(s, ts)
	graded := grades.Claims(r.facts, s, ts, &r.inspected)
	if !worthReading(ts) {
		r.reading.Claims = append(r.reading.Claims, graded...)
		if compares(ts) && len(graded) == 0 {
			st := &statement{reader: r, start: s.Start, end: s.End}
			st.items = r.lex(ts)
			if s.Before != nil {
				st.goesOn(s.Before.Start)
			}
			st.silent(ts)
			r.reading.Claims = append(r.reading.Claims, st.claims...)
		}
		r.passed = append(r.passed, s)
		r.spentAll, r.ofOther, r.targeted, r.counting = false, false, false, ""
		return
	}
	if len(r.passed) > 0 && language.AnyOf(ts, func(t *language.Token) bool { return slices.Contains(anaphors, t.Text) }) {
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
	*st = statement{reader: r, start: s.Start, end: s.End, claims: st.claims[:0], all: st.all[:0], before: st.before[:0]}
	if len(ts) > longestSentence {
		cl := r.unreadClaim(s.Start, s.End, "the sentence is too long")
		cl.Text = r.textOf(s.Start, min(s.Start+80, s.End))
		r.reading.Claims = append(r.reading.Claims, cl)
		return
	}
	summed := len(r.reading.Claims)
	r.sums(s, ts)
	var held []*Claim
	grouped := false
	quoted := quotes(ts)
	if !quoted {
		st.items = r.lex(ts)
		held, grouped = r.tallies.Claims(s, st.items)
	}
	counted := r.asCounted(s, ts, st.items)
	if language.AnyOf(ts, func(t *language.Token) bool { return t.Kind == language.NumberToken }) {
		if at := r.passage.Text.At(s.Start); !grouped {
			r.countWholes(ts, at)
			r.countMet(ts, at)
		}
		r.mentions.Count(&r.reading.kept, counted)
	}
	if quoted {
		return
	}
	r.mentions.Read(&r.reading.kept, counted)
	if s.Before != nil {
		st.goesOn(s.Before.Start)
	}
	st.read()
	st.within()
	st.overClauses(s)
	st.dropTold()
	r.readAgain(s)
	r.readLoosely(s)
	st.keepTallied(held)
	st.keepGraded(graded)
	st.doubtUnread(graded)
	st.claims = r.tellOnce(summed, st.claims)
	st.passedOver(summed)
	if len(st.claims) == 0 && len(r.reading.Claims) == summed && compares(ts) {
		st.silent(ts)
	}
	shown := st.shownByFigure()
	r.settle(st, shown)
	r.keepGiven(st, shown)
}

// read reads the items clause by clause.
func (s *statement) read() {
	s.peopleFell()
	s.survey()
	var before *clause
	clauses := s.split()
	s.year = yearAccording(clauses)
	for _, c := range clauses {
		c.listed = s.list
		if (c.lead == "which" || c.lead == ",") && before != nil && before.endsOn(s.subject) {
			s.narrowed = false // "the largest pressure was prescribing, which …"
		}
		c.read()
		c.defined()
		c.otherUnits()
		c.otherScale()
		s.follow(c)
		before = c
	}
	s.misstated(clauses)
	s.doubtSeries()
	s.doubtLoose()
	s.surelyOfSeveral()
}

// yearAccording are the years of the source that the sentence ends with: "92.5% look after their own health, according
// to the survey of 2024/25".
func yearAccording(clauses []*clause) []int {
	last := clauses[len(clauses)-1]
	if len(clauses) < 2 || len(last.items) < 2 || last.items[0].Text != "according" && !strings.HasPrefix(last.items[0].Text, "according to") || len(last.qs) > 0 {
		return nil
	}
	for _, it := range last.items {
		if it.Class == language.IsPeriod && it.Known {
			return last.yearsOf(it)
		}
	}
	return nil
}

// endsOn reports whether a clause ends with a subject behind a verb, so that nothing
// narrows it.
func (c *clause) endsOn(t *facts.Thing) bool {
	n := len(c.items) - 1
	if t == nil || n < 1 || c.items[n].Class != language.IsSubject || c.items[n].Thing != t || c.mood != "" || c.not {
		return false
	}
	return slices.Contains([]string{"was", "were", "is", "are", "been"}, c.items[n-1].Text)
}

// remember keeps what a sentence without claims is about, for the one behind it.
func (r *reader) remember(ts []language.Token) {
	st := &statement{reader: r}
	st.items = r.lex(ts)
	st.peopleFell()
	st.survey()
	r.settle(st, st.shownByFigure())
}

// survey finds what the sentence as a whole is about.
func (s *statement) survey() {
	s.withoutAppositions()
	s.byCode()
	s.rename()
	s.costs()
	s.busier()
	s.measured()
	s.averages()
	s.limitsInTitles()
	s.amountsCome()
	s.receivedMoreThan()
	s.weSaved()
	s.besidePlanBefore()
	s.shareWent()
	for i := range s.items {
		it := &s.items[i]
		s.money = s.money || it.Class == language.IsSubject && it.Thing.ID == "total" && spends(it.Text) || it.Class == language.IsTimes && i+1 < len(s.items) && s.items[i+1].Class == language.IsFace && s.items[i+1].Face == facts.FacePlan || it.Q != nil && (it.Q.Unit == facts.Pounds || it.Q.OfMoney || it.Q.Ref != nil && it.Q.Ref.Thing.Kind == facts.Money) || it.Class == language.IsBase ||
			it.Class == language.IsFace && it.Face != facts.FaceTarget && it.Face != facts.FacePlan && !(it.Face == facts.FaceVariance && it.N == 0 && !(isOnBudget(it) && !strings.Contains(it.Text, "plan"))) || it.Text == "matters" && it.Class == language.IsPlain || it.Text == "on" && s.moreWentOn(i)
	}
	for i := range s.items {
		it := &s.items[i]
		if it.Class != language.IsSubject {
			continue
		}
		if it.Thing.Kind == facts.Money && !s.money {
			s.demote(it)
			continue
		}
		if it.Thing.ID != "total" && !slices.Contains(s.all, it.Thing) {
			s.all = append(s.all, it.Thing)
		}
	}
	if len(s.all) == 1 {
		s.only = s.all[0]
	}
	s.mixed = len(s.all) <= 1 && s.bothWays()
	s.takeUnits()
	s.takePounds()
	s.unitOfTarget()
	s.atYearEnd()
	first := 0
	for first < len(s.items) && s.items[first].Class == language.IsPlain {
		first++
	}
	if first < len(s.items) {
		switch s.items[first].Text {
		case "if", "when", "unless", "had", "were", "should", "whenever", "where", "wherever":
			s.asked = s.items[first].Class != language.IsSubject && !(first+1 < len(s.items) && language.FirstWord(s.items[first+1].Text) == "asked") // of a survey
		}
	}
	if s.asked && s.items[first].Text == "where" && first+1 < len(s.items) && s.items[first+1].Class == language.IsArea && s.items[first+1].Area != facts.Own {
		s.asked = false // "Where Scotland stands at 942, we stand at 688"
	}
	if s.asked && s.items[first].Text == "where" && s.wasThen(first+1) {
		s.asked = false
	}
	if s.asked && s.atTheEnd(first) {
		s.asked = false
	}
	if first == 0 && len(s.items) > 3 && s.items[0].Role == "by" && s.items[2].Text == "time" {
		s.atTheEnd(2) // "By the time the books closed, …"
	}
	if len(s.items) > 0 && slices.Contains([]string{"asked whether", "asked if"}, s.items[0].Text) && !slices.ContainsFunc(s.all, func(t *facts.Thing) bool { return t.Survey }) {
		s.asked = true // "Asked whether the overspend was £3.8m, …", of no survey
	}
	if len(s.items) > 0 && slices.Contains([]string{"had", "were", "should"}, s.items[0].Text) && s.items[0].Class != language.IsSubject {
		s.asked = true
	}
	if len(s.items) > 0 && s.asks() && slices.Contains([]string{"was", "is", "are", "did", "does", "do", "has", "have", "will", "can", "could", "would"}, language.FirstWord(s.items[0].Text)) {
		s.asked = true // "Was the overspend £3.8m?", unlike "Where did the overspend of £2.8m arise?"
	}
}

// bothWays reports whether words of both directions are in the sentence.
func (s *statement) bothWays() bool {
	up, down := false, false
	for i := range s.items {
		it := &s.items[i]
		if it.Class == language.IsArea && it.Area != facts.Own {
			return false
		}
		if it.Class == language.IsMove && !it.Judge && !it.Adj {
			up, down = up || it.N > 0, down || it.N < 0
		}
	}
	return up && down
}

// settle keeps for the paragraph what the sentence was about, and shown, which a figure of it alone shows it to be about.
func (r *reader) settle(s *statement, shown *facts.Thing) {
	for i, cl := range s.claims {
		if cl.Verdict == Unread && slices.ContainsFunc(s.claims[:i], func(o *Claim) bool { return o.Verdict == Unread && o.At == cl.At && o.Text == cl.Text }) {
			continue // "each around £0.4m", of several things, is counted once
		}
		r.reading.Claims = append(r.reading.Claims, cl)
	}
	if years, reporting := s.yearsNamed(); years != nil {
		if r.bases = years; !reporting {
			r.lastYears = years
		}
	}
	r.planned = language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsFace && x.Face == facts.FacePlan })
	r.spentAll = slices.ContainsFunc(s.claims, func(c *Claim) bool {
		return c.Subject == "total" && c.Measure == saysValue && c.Verdict == Confirmed && c.Scope == claim.ScopeOf(facts.Own)
	}) && len(s.all) == 0
	r.ofOther = language.AnyOf(s.items, func(x *lex.Item) bool { return x.Q != nil && x.Q.Unit == facts.Pounds }) &&
		!slices.ContainsFunc(s.claims, func(c *Claim) bool { return c.Subject == "total" })
	r.targeted = r.last != nil && slices.ContainsFunc(s.claims, func(c *Claim) bool {
		return c.Subject == r.last.ID && c.Measure == saysTarget && c.Quantity != nil && c.Verdict == Confirmed
	})
	r.counting = s.nounCounted()
	switch {
	case shown != nil:
		r.several = r.several || r.last != nil && r.last != shown
		r.last, r.lastNarrow = shown, false
	case language.AnyOf(s.items, func(x *lex.Item) bool { return x.Loose && x.Class == language.IsSubject }):
		// What the sentence is about isn't sure enough for the next one.
	case len(s.all) == 1 && s.all[0].Kind != facts.Count:
		if r.last != nil && r.last != s.all[0] {
			r.several = true
		}
		r.last = s.all[0]
		r.lastNarrow = s.narrows() || s.loose()
	case len(s.all) > 1:
		r.several, r.last = true, nil
	}
}

// keepGraded adds what was held of grades to the claims of the sentence, in the place of what else was made of the
// same words, and of what wasn't read of all services that are "good or better".
func (s *statement) keepGraded(held []*claim.Claim) {
	if len(held) == 0 {
		return
	}
	s.claims = slices.DeleteFunc(s.claims, func(cl *claim.Claim) bool {
		return cl.Verdict == Unread && cl.Subject == "NI17" || slices.ContainsFunc(held, func(h *claim.Claim) bool { return !before(cl.At, h.At) && before(cl.At, h.AtEnd) })
	})
	for _, cl := range s.claims {
		if cl.Verdict == Confirmed && cl.Subject == "count:recommendations" {
			cl.Unsure("it may be of the recommendations on that service alone")
		}
	}
	s.claims = append(s.claims, held...)
}
