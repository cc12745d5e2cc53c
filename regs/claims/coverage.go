package claims

import (
	"slices"
	"strconv"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// notUnderstood is why words aren't read that say something.
const notUnderstood = "the words aren't understood"

// unreadClaim is what the text says from start to end, as a claim that isn't read.
func (r *reader) unreadClaim(start, end int, reason string) *Claim {
	from, to := r.passage.Text.At(start), r.passage.Text.At(end)
	return &Claim{Text: r.textOf(start, end), Position: from, End: to, At: from, AtEnd: to, Name: r.name, Mood: "asserted", Verdict: Unread, Reason: reason}
}

// unread counts what a clause says and that wasn't held against anything.
func (c *clause) unread(reason string) {
	if c.got || !c.speaks() {
		return
	}
	start, end := c.words()
	cl := c.unreadClaim(start, end, reason)
	if c.mood != "" {
		cl.Mood = c.mood
	}
	if t, _ := c.about(); t != nil {
		cl.Subject, cl.Scope = t.ID, claim.ScopeOf(facts.Own)
	}
	c.got = true
	c.claims = append(c.claims, cl)
}

// speaks reports whether a clause says something that figures could bear out: a
// figure with a unit, an over- or underspend, or a word of comparison about a thing.
func (c *clause) speaks() bool {
	about := len(c.subjects) > 0 || c.statement.subject != nil || language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Class == language.IsSubject })
	for i := range c.items {
		switch it := c.items[i]; it.Class {
		case language.IsUnknown:
			if c.lead == "aside" && about && slices.Contains(monthNames, it.Text) {
				return true // "because Ward 2 joined it in October"
			}
		case language.IsQuantity:
			if c.isNumberOfPart(it) {
				continue
			}
			if it.Q.Unit != facts.Bare || it.Q.Per != 0 || it.Q.Ref != nil || about || it.Q.Value != nil && exact.MoreThan(it.Q.Value, 10) {
				return true
			}
		case language.IsMove, language.IsTimes, language.IsStable, language.IsBeside, language.IsExtreme:
			if about && (!it.Adj || c.not || c.has(language.IsThan, language.IsPeriod) >= 0 || slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsRole && language.FirstWord(x.Text) == "than" })) {
				return true
			}
		case language.IsFace:
			if it.Face == facts.FaceVariance && (it.N != 0 || len(c.subjects) > 0 && isOnBudget(it)) {
				return true
			}
		case language.IsRank, language.IsMiddle:
			if about {
				return true
			}
		case language.IsPeriod:
			if c.lead == "aside" && about && it.Known && slices.Contains([]string{"did", "was", "were"}, c.items[0].Text) {
				return true // "exactly as it did in 2022/23"
			}
		case language.IsMet:
			if about && (strings.HasSuffix(it.Text, "target") || language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Class == language.IsFace && x.Face == facts.FaceTarget })) {
				return true
			}
		}
	}
	return about && c.mood == "" && c.keeps() != nil
}

// leftover counts what the clause says in addition to the claims that were read: each
// figure by itself where some of it was read, and else the clause as a whole.
func (c *clause) leftover() {
	if len(c.told) == 0 && (c.got || !c.speaks()) {
		return
	}
	reason := notUnderstood
	if c.unknown != "" && c.ofNothingKnown() {
		reason = "it is about nothing that the data have"
	} else if c.unknown != "" {
		reason = c.reasonOfUnknown()
	}
	if len(c.told) == 0 {
		c.unread(reason)
		return
	}
	for _, it := range c.untold() {
		c.leaveUnread(it, it, reason)
	}
}

// dropTold takes away what is counted as not read where all that it says was held since.
func (s *statement) dropTold() {
	if allAre(s.claims, Unread) {
		return
	}
	s.claims = slices.DeleteFunc(s.claims, func(cl *Claim) bool {
		if cl.Verdict != Unread || cl.Measure != saysSomething {
			return false
		}
		held := false
		for i := range s.items {
			it := &s.items[i]
			switch it.Class {
			case language.IsQuantity:
				if cl.Covers(s.passage.Text.At(it.Start)) {
					if !s.heldAt(it) {
						return false
					}
					held = true
				}
			case language.IsMove, language.IsTimes, language.IsStable, language.IsBeside, language.IsThan, language.IsExtreme, language.IsRank, language.IsMiddle, language.IsMet, language.IsRow, language.IsEach:
				if cl.Covers(s.passage.Text.At(it.Start)) {
					return false
				}
			}
		}
		return held
	})
}

// leaveUnread counts what is said from one item to another as not read.
func (s *statement) leaveUnread(from, to *lex.Item, reason string) {
	s.claims = append(s.claims, s.unreadClaim(from.Start, to.End, reason))
}

// leaveAllUnread counts what the sentence says of a subject as not read.
func (s *statement) leaveAllUnread(subject string) {
	cl := s.unreadClaim(s.start, s.end, notUnderstood)
	cl.Subject, cl.Scope = subject, claim.ScopeOf(facts.Own)
	s.claims = append(s.claims, cl)
}

// ofNothingKnown reports whether neither the sentence nor the one before names anything that
// the data have.
func (c *clause) ofNothingKnown() bool {
	return len(c.all) == 0 && c.statement.subject == nil && c.last == nil && !c.money && c.locality == "" && !c.several
}

// isNumberOfPart reports whether a number is that of a part of a report, as in "Table 11".
func (c *clause) isNumberOfPart(it *lex.Item) bool {
	return it.Q.Unit == facts.Bare && language.Numbered()[language.LastWord(strings.TrimRight(c.passage.Lower[:it.Start], " "))]
}

// givesGoal reports whether an item is the figure of a target.
func (c *clause) givesGoal(it *lex.Item) bool {
	return slices.ContainsFunc(c.qs, func(q *placed) bool { return q.Item == it && q.role == isGoal })
}

// untold are the figures of the clause that are in no claim, or where there are none of these
// its first word of direction that is in none.
func (c *clause) untold() (rest []*lex.Item) {
	isTold := func(it *lex.Item) bool {
		return slices.ContainsFunc(c.told, func(t told) bool {
			return t.item == it || t.claim.Comparator == it.Text || strings.HasPrefix(t.claim.Comparator, it.Text+" ")
		})
	}
	changed := false
	for _, q := range c.qs {
		changed = changed || q.Q.Ref != nil && q.Q.Ref.Face == "change"
		if !q.used && !isTold(q.Item) && !c.isNumberOfPart(q.Item) && (q.Q.Unit != facts.Bare || q.Q.Value == nil || q.Q.Value.Cmp(exact.Rat(10, 1)) > 0 || q.Q.Per != 0) {
			rest = append(rest, q.Item)
		}
	}
	if it := c.keeps(); it != nil && !isTold(it) && !slices.ContainsFunc(c.told, func(t told) bool { return t.claim.Measure == saysTarget && !c.givesGoal(t.item) }) {
		return append(rest, it)
	}
	if len(rest) > 0 || changed {
		return rest
	}
	for i, it := range c.items {
		if it.Class == language.IsBeside && c.is(i+1, language.IsTimes) {
			continue // "more than halved"
		}
		switch it.Class {
		case language.IsMove, language.IsTimes, language.IsStable, language.IsBeside, language.IsExtreme, language.IsMiddle:
			if !it.Adj && !isTold(it) {
				return []*lex.Item{it}
			}
		}
	}
	return nil
}

// reasonOfMood says why a clause that isn't plainly of what was isn't read.
func (c *clause) reasonOfMood() string {
	i := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsMood && x.Word == c.mood })
	if i < 0 {
		if c.asked {
			return "the sentence is of a condition, or of what somebody said"
		}
		return "the words are of what is wanted or expected"
	}
	word := c.textOf(c.items[i].Start, c.items[i].End)
	switch c.mood {
	case "quoted":
		return "with " + strconv.Quote(word) + " it is what somebody said or thought, or another body's figure"
	case "historic":
		return "with " + strconv.Quote(word) + " it is of an earlier time"
	}
	return "with " + strconv.Quote(word) + " it may be of what is wanted or expected"
}

// reasonOfUnknown says why a clause with a word that isn't known isn't read.
func (c *clause) reasonOfUnknown() string {
	if slices.Contains(monthNames, c.unknown) {
		return "it is of a month, and the figures are held against those of years"
	}
	return strconv.Quote(c.unknown) + " isn't understood"
}

// monthNames are the months but March, with which the reporting year ends.
var monthNames = []string{"january", "february", "april", "may", "june", "july", "august", "september", "october", "november", "december"}
