package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads sentences without a subject or a verb, which go on with what the sentence right before them gave a
// figure of: "Up again.", "A quarter above the Scottish figure.", "Target of 16,500 missed by 891."

// given is what a sentence gave a right figure of.
type given struct {
	thing *facts.Thing
	at    int // where the sentence begins
}

// keepGiven keeps for the next sentence what this one is about, by its words or as its figure has shown, where a figure of it
// was right.
func (r *reader) keepGiven(s *statement, shown *facts.Thing) {
	r.given = given{}
	t := s.only
	if s.sequel != nil && len(s.all) == 0 {
		t = s.sequel
	}
	if t == nil {
		t = shown
	}
	if t == nil || t.Kind != facts.Indicator && t.Kind != facts.Measure || len(s.all) > 1 || s.narrowed || s.narrows() || s.opened {
		return
	}
	if s.sequel == t || slices.ContainsFunc(s.claims, func(c *Claim) bool {
		return c.Subject == t.ID && c.Verdict == Confirmed && c.Measure == saysValue && c.Scope == claim.ScopeOf(facts.Own)
	}) {
		r.given = given{t, s.start}
	}
}

// shownByFigure is the only measure that a figure of a sentence shows it to be about, where its words name it only
// loosely or by what it counts: "Staff were off sick for 6.9% of the time". It is nil where the sentence names one
// by itself, or says something wrong.
func (s *statement) shownByFigure() (only *facts.Thing) {
	if slices.ContainsFunc(s.all, func(t *facts.Thing) bool { return t.Kind != facts.Indicator && t.Kind != facts.Measure }) || len(s.all) > 1 || s.locality != "" {
		return nil
	}
	if len(s.all) == 1 && !language.AnyOf(s.items, func(x *lex.Item) bool { return x.Loose && x.Class == language.IsSubject }) {
		return nil
	}
	for _, c := range s.claims {
		t := s.things[c.Subject]
		switch {
		case c.Verdict == Contradicted, t != nil && only != nil && t != only:
			return nil
		case t == nil || c.Verdict != Confirmed || c.Measure != saysValue || c.Scope != claim.ScopeOf(facts.Own):
		case t.Kind == facts.Indicator || t.Kind == facts.Measure:
			only = t
		}
	}
	return only
}

// nounCounted is what the right figure of a rate counts, the word behind it: "898 days" for every 1,000 people.
func (s *statement) nounCounted() string {
	right := func(c *Claim) bool {
		t := s.things[c.Subject]
		return c.Verdict == Confirmed && c.Measure == saysValue && t != nil && t.Kind == facts.Indicator
	}
	if !slices.ContainsFunc(s.claims, right) {
		return ""
	}
	for i := range s.items {
		it := &s.items[i]
		if it.Class != language.IsQuantity {
			continue
		}
		noun := language.FirstWord(strings.TrimSpace(s.lowerText(it.End, s.end)))
		at := s.passage.Text.At(it.Start)
		if slices.Contains(counted, noun) && slices.ContainsFunc(s.claims, func(c *Claim) bool { return c.At == at && right(c) }) {
			return noun
		}
	}
	return ""
}

// goesOnCounting reports whether the figure at i is of what the sentence before has the rate of, "for every 1,000 people there
// were 898 days of waiting. In 2024/25 it was 971 days", with the same noun and no other.
func (c *clause) goesOnCounting(i int) bool {
	return c.counting != "" && len(c.all) == 0 && c.says("it") && i+1 < len(c.items) && c.items[i+1].Text == c.counting && c.next(i+1) < 0
}

// goesOn sets what the sentence goes on with, where it begins with no subject of its own and says nothing that
// could be of another.
func (s *statement) goesOn(before int) {
	if s.given.thing == nil || s.given.at != before || len(s.items) == 0 || s.locality != "" {
		return
	}
	s.behind = s.given.thing
	first, anchors := -1, false
	for i := range s.items {
		it := &s.items[i]
		switch it.Class {
		case language.IsPlain:
			if !goesWith(it.Text) && it.Ordinal == 0 {
				return
			}
			anchors = anchors || it.Text == "inside" || it.Text == "within"
			continue
		case language.IsHedge:
			continue
		case language.IsMark:
			if it.Word != "," {
				return
			}
			continue
		case language.IsQuantity:
			if it.Q.Unit == facts.Pounds || it.Q.Ref != nil || i+1 < len(s.items) && s.items[i+1].Role == "of" && !(i+2 < len(s.items) && s.items[i+2].Class == language.IsArea) {
				return
			}
		case language.IsMove, language.IsBeside, language.IsExtreme, language.IsStable, language.IsMet, language.IsTimes:
			anchors = true
		case language.IsBreak:
			if it.Word != "and" || !s.beginsWith("our", "rate") {
				return
			}
		case language.IsRole, language.IsThan, language.IsPeriod, language.IsRow, language.IsEach:
		case language.IsArea:
			if facts.IsLocality(it.Area) {
				return
			}
		case language.IsFace:
			if it.Face != facts.FaceTarget {
				return
			}
		default:
			return
		}
		if first < 0 {
			first = i
		}
	}
	if first < 0 || !anchors {
		return
	}
	if s.items[first].Class == language.IsQuantity && language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsEach || x.Class == language.IsRow }) {
		return // "One area did worse in each of the last five years."
	}
	switch it := &s.items[first]; it.Class {
	case language.IsQuantity, language.IsMove, language.IsBeside, language.IsExtreme, language.IsStable, language.IsTimes, language.IsFace:
		s.sequel = s.given.thing
	case language.IsArea:
		if it.Area == facts.Scotland || it.Area == facts.Family || s.beginsWith("our", "rate") {
			s.sequel = s.given.thing
		}
	case language.IsRole:
		if it.Role == "of" && language.AnyOf(s.items, func(x *lex.Item) bool { return x.Text == "areas" || x.Text == "partnerships" }) {
			s.sequel = s.given.thing // "Of the four areas two do worse."
		}
	}
}

// goesWith reports whether a word that changes nothing can stand in such a sentence.
func goesWith(word string) bool {
	switch word {
	case "a", "an", "the", "that", "its", "our", "again", "once", "more", "yet", "another", "in", "on", "at", "just", "only", "still", "even", "also", "well", "far", "not", "some", "way", "shade", "touch", "bit", "little", "a shade", "a little", "a touch", "a bit", "some way", "quite",
		"slightly", "comfortably", "narrowly", "marginally", "clearly", "considerably", "slight", "rate", "figure", "average", "number", "level", "score", "share", "result", "year", "years", "before", "previous", "last", "six", "five", "all", "period", "as", "whole", "rather", "somewhat",
		"remains", "remain", "stays", "is", "other", "area", "areas", "partnership", "partnerships", "authority", "authorities", "did", "do", "does", "has", "have", "survey", "any", "no", "inside", "within", "lost", "had", "saw", "recorded", "reported", "managed", "scored", "adult", "person", "and", "too", "of", "out", "puts us", "places us":
		return true
	}
	return false
}

// beginsWith reports whether the sentence begins with these words.
func (s *statement) beginsWith(words ...string) bool {
	return len(s.items) > len(words) && slices.EqualFunc(words, s.items[:len(words)], func(w string, it lex.Item) bool { return w == it.Text })
}
