package claims

import (
	"slices"
	"strconv"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// told is a claim that a clause made, with what it was read of.
type told struct {
	claim *Claim
	item  *lex.Item
	thing *facts.Thing
	area  string
}

// doubt takes a contradiction back where the sentence names something else of which
// the figure would be right: another thing, place or year, or the difference of two
// of them. What stands right beside the figure isn't doubted: "in 2023/24".
func (c *clause) doubt() {
	for _, t := range c.told {
		if t.claim.Verdict != Contradicted {
			continue
		}
		var q *placed
		if i := slices.IndexFunc(c.qs, func(q *placed) bool { return q.Item == t.item }); i >= 0 {
			q = c.qs[i]
		}
		if c.exchangesTarget(t) {
			t.claim.Slip = "exchanged"
			t.claim.Message += "; the figure and its target are exchanged"
			continue
		}
		if c.crowded(t, q) {
			t.claim.Unsure("the sentence gives several figures, and it isn't clear of what this one is")
			continue
		}
		if len(c.subjects) == 0 && t.thing.Kind != facts.Count && t.thing.Kind != facts.People && !c.standsAlone(t.thing) {
			if w := c.unknownBefore(); w != "" && !(t.claim.Slip != "" && c.apposed(t.thing)) {
				t.claim.Unsure(strconv.Quote(w) + " isn't understood, and may say what it is of")
				continue
			}
		}
		if t.thing.Kind != facts.People && c.ofThem() && (c.unknownBefore() != "" || len(c.statement.claims) == len(c.told) && (c.last != t.thing || c.lastNarrow)) {
			t.claim.Unsure("it isn't clear of whom it is said")
			continue
		}
		if t.claim.Measure == saysChange && t.thing.Kind == facts.Money && c.thanPlanned() {
			t.claim.Unsure("it compares with the plan, and not with another year")
			continue
		}
		if why := c.borrowed(t); why != "" {
			t.claim.Unsure(why)
			continue
		}
		if why := c.ofSomethingElse(t); why != "" {
			t.claim.Unsure(why)
			continue
		}
		if o := c.wordsRightOf(t); o != nil {
			t.claim.Unsure("it is right of " + o.Called() + ", which has nearly the same name")
			continue
		}
		if t.claim.Slip == "other-thing" && t.thing.ID == "total" && len(c.subjects) == 0 && slices.ContainsFunc(c.items, func(x *lex.Item) bool {
			return x.Class == language.IsFace && x.Face == facts.FaceVariance && besidePlanned(x)
		}) {
			t.claim.Unsure("it may be of what the sentence before names")
			continue
		}
		if why := c.elsewhere(t, q); why != "" {
			t.claim.Unsure(why)
			continue
		}
		if t.claim.Comparator == eachTime || t.claim.Slip == "other-day" || q == nil || q.Q.Ref != nil || q.Q.Value == nil || t.thing.Kind == facts.Count || t.thing.Kind == facts.People {
			continue
		}
		if t.claim.Slip == "other-year" && q.years == nil && c.goesOnTo(q) {
			t.claim.Unsure("the sentence gives several figures, and not the year of each")
			continue
		}
		if o := c.namesake(t, q); o != nil {
			t.claim.Unsure("it is right of " + o.Called() + ", which has nearly the same name")
			continue
		}
		if q.role == isDelta && c.sinceOther(t, q) {
			t.claim.Unsure("the sentence gives another figure, since which it would be right")
			continue
		}
		if q.role == isDelta && c.thenAgain(q) {
			t.claim.Unsure("the sentence gives several changes, and not the years of each")
			continue
		}
		if c.otherwise(t, q) {
			t.claim.Unsure("the sentence names something else of which the figure would be right")
		}
	}
}

// unknownBefore is the last word before the clause that isn't understood and may narrow what
// the clause takes from those before it; "" where there is none, or one of those was
// held against the data.
func (c *clause) unknownBefore() (word string) {
	if slices.ContainsFunc(c.statement.claims, func(cl *Claim) bool {
		return cl.Verdict == Confirmed && !slices.ContainsFunc(c.told, func(t told) bool { return t.claim == cl })
	}) {
		return ""
	}
	for i := range c.statement.items {
		if it := &c.statement.items[i]; it.Class == language.IsUnknown && it.Start < c.items[0].Start && !c.statement.besides(i, c.items[0].Start) && !c.statement.conceded(i) {
			word = it.Text
		}
	}
	return word
}

// besides reports whether item i is in a relative clause between commas that ends before a
// byte and says by itself what rose or fell, which narrows nothing: "care at home, where pay
// went up, overspent".
func (s *statement) besides(i, before int) bool {
	start := i
	for start > 1 && s.items[start].Class != language.IsMark && !(s.items[start].Class == language.IsBreak && s.items[start].Word != "and") {
		start--
	}
	if start < 2 || s.items[start-1].Class != language.IsMark || s.items[start-1].Word != "," || s.items[start-2].Class != language.IsSubject {
		return false
	}
	switch s.items[start].Text {
	case "which", "where", "who":
	default:
		return false
	}
	moved := false
	for end := start + 1; end < len(s.items) && s.items[end].Start < before; end++ {
		moved = moved || s.items[end].Class == language.IsMove && !s.items[end].Adj
		if s.items[end].Class == language.IsMark {
			return s.items[end].Word == "," && end > i && moved
		}
	}
	return false
}

// ofThem reports whether the clause speaks of some that were named before: "79% of them".
func (c *clause) ofThem() bool {
	for i, it := range c.items {
		if (it.Text == "them" || it.Text == "these" || it.Text == "whom") && c.roleAt(i-1, "of") && (it.Text != "these" || i+1 == len(c.items) || c.items[i+1].Class != language.IsSubject) {
			return true
		}
	}
	return false
}

// doubtSeries takes back that a figure is another year's, or any where the sentence speaks of a
// whole, where the sentence also has the right one: "from 93.5% to 92.0% and now 91.0%",
// "fourteen weeks in December and 11.0 over the whole year".
func (s *statement) doubtSeries() {
	if !someAre(s.claims, Contradicted) {
		return // as most sentences
	}
	whole := language.AnyOf(s.items, func(x *lex.Item) bool {
		return strings.Contains(x.Text, "whole") || x.Text == "overall" || x.Text == "across"
	})
	for _, cl := range s.claims {
		if cl.Verdict != Contradicted || cl.Measure != saysValue && cl.Measure != saysShare {
			continue
		}
		why := "the sentence gives several figures, and not the year of each"
		if s.givenAlready(cl) {
			cl.Unsure("the sentence gives another figure of it, which is right")
			continue
		}
		if cl.Slip != "other-year" && !whole {
			if t := s.things[cl.Subject]; cl.Measure != saysValue || t == nil || t.Kind == facts.Money || !s.goesOnFrom(cl) {
				continue
			}
			why = "the sentence gives several figures, and not of what each is"
		}
		if slices.ContainsFunc(s.claims, func(o *Claim) bool {
			return o.Verdict == Confirmed && o.Measure == cl.Measure && !(cl.Measure == saysValue && s.besideFraction(cl)) && o.Subject == cl.Subject && o.Scope == cl.Scope && o.Period == cl.Period && o.Unit == cl.Unit && (o.Expected == cl.Expected || cl.Unit != facts.Pounds)
		}) {
			cl.Unsure(why)
		}
	}
}

// besideFraction reports whether the figure of a claim stands in brackets behind a fraction, which it then is: "four in
// five people (81.8%)".
func (s *statement) besideFraction(cl *Claim) bool {
	i := language.IndexOf(s.items, func(x *lex.Item) bool { return s.passage.Text.At(x.Start) == cl.At })
	if i < 1 || s.items[i].Class != language.IsQuantity || s.items[i].Start == 0 || s.plain[s.items[i].Start-1] != '(' {
		return false
	}
	for i--; i >= 0; i-- {
		switch it := &s.items[i]; it.Class {
		case language.IsQuantity:
			return it.Q.Fraction
		case language.IsPlain, language.IsSubject, language.IsMark:
		case language.IsRole:
			if it.Role != "of" && it.Role != "in" {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// goesOnFrom reports whether the words of a claim go on with a list, and don't name of what it is:
// "76% were completed, 11% were revoked and 13% are still running".
func (s *statement) goesOnFrom(cl *Claim) bool {
	start := 0
	for i := range s.items {
		if it := &s.items[i]; s.passage.Text.At(it.Start) == cl.At {
			start = i
		}
	}
	for i := start; i > 0; i-- {
		switch it := &s.items[i-1]; {
		case it.Class == language.IsBreak && it.Word == "and", it.Class == language.IsMark && (it.Word == "," || it.Word == ";"):
			for k := start + 1; k < len(s.items) && s.items[k].Class != language.IsMark && s.items[k].Class != language.IsBreak; k++ {
				if x := &s.items[k]; x.Class == language.IsSubject && x.Thing.ID == cl.Subject || x.Class == language.IsPeriod && x.Word != "onyear" || x.Class == language.IsArea {
					return false
				}
			}
			return true
		case it.Class != language.IsPlain && it.Class != language.IsHedge:
			return false
		}
	}
	return false
}

// thenAgain reports whether the size of a further change follows: "by 2.9 points and then by
// 3.7".
func (c *clause) thenAgain(q *placed) bool {
	then := false
	for i := range c.statement.items {
		it := &c.statement.items[i]
		if it.Start <= q.Start {
			continue
		}
		then = then || it.Text == "then" || it.Text == "and then" || it.Text == "again"
		if then && it.Class == language.IsQuantity {
			return true
		}
	}
	return false
}

// sinceOther reports whether the size of a change is right since the year of another figure that
// the sentence gives: "was to fall from 22.4; it went up by 8%".
func (c *clause) sinceOther(t told, q *placed) bool {
	newest := c.facts.Newest(t.thing, facts.FaceValue, t.area)
	for i := range c.statement.items {
		o := &c.statement.items[i]
		if o.Class != language.IsQuantity || o.Q == q.Q || o.Q.Ref != nil || o.Q.Value == nil || !sameUnit(t.thing, facts.FaceValue, o.Q) {
			continue
		}
		for y := c.facts.First; y < newest; y++ {
			if v, ok := c.facts.At(t.thing, facts.FaceValue, t.area, y); ok && facts.Fits(o.Q.In(), v) && c.differsBy(t.thing, facts.FaceValue, t.area, t.area, y, newest, q.Q) {
				return true
			}
		}
	}
	return false
}

// goesOnTo reports whether a further figure of the kind follows: "from 71% to 76% and
// then to 88%".
func (c *clause) goesOnTo(q *placed) bool {
	items := c.statement.items
	joined := false
	for i := range items {
		it := &items[i]
		if it.Start <= q.Start {
			continue
		}
		switch {
		case it.Class == language.IsSubject, it.Class == language.IsArea, it.Class == language.IsVersus, it.Class == language.IsThan, it.Class == language.IsRole && it.Role != "to", it.Class == language.IsBeside && it.N != 0:
			return false
		case it.Class == language.IsBreak && it.Word == "and", it.Class == language.IsMark && it.Word == ",":
			joined = true
		case it.Class == language.IsQuantity:
			gap := i+1 < len(items) && (items[i+1].Class == language.IsBeside && items[i+1].N != 0 || items[i+1].Class == language.IsMove && items[i+1].Adj)
			return joined && it.Q.Unit == q.Q.Unit && !it.Q.Fraction && !gap // "655 made, 42 above target"
		}
	}
	return false
}

// namesake is a thing of nearly the same name of which a figure is right, or nil.
func (c *clause) namesake(t told, q *placed) *facts.Thing {
	if len(c.all) == 0 && c.behind == t.thing || c.statement.coded(t.thing) {
		return nil // which the sentence before told from the other by its figure
	}
	if t.thing.Kind == facts.Measure && (q.Q.Hedge == facts.Over || q.Q.Hedge == facts.Under) {
		return nil // what is many times as large is more than any figure
	}
	for _, o := range c.dictionary.Namesakes[t.thing] {
		if c.rightOf(o, t, []string{t.area}, q) {
			return o
		}
	}
	return nil
}
