package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file counts what a sentence says beside its claims where each of them is confirmed, so that nobody takes
// for right what was passed over: "an overspend of £2.8m, the third in a row".

// passedOver counts the parts of the sentence that say something of which no claim was made. The claims from the
// one at summed on are the sentence's, too.
func (s *statement) passedOver(summed int) {
	said := append(slices.Clone(s.reading.Claims[summed:]), s.claims...)
	if len(said) == 0 || s.asked || !allAre(said, Confirmed) {
		return
	}
	for start := 0; start < len(s.items); {
		end := start
		for end < len(s.items) && !s.partEnds(end) {
			end++
		}
		if items := s.items[start:end]; len(items) > 0 {
			if from := s.saysMore(items, said); from >= 0 {
				s.leaveUnread(&items[from], &items[len(items)-1], notUnderstood)
			} else if start > 0 && s.listsMore(items, said) {
				s.leaveUnread(&items[0], &items[len(items)-1], notUnderstood)
			}
		}
		start = end + 1
	}
}

// partEnds reports whether item i ends a part of the sentence.
func (s *statement) partEnds(i int) bool {
	it := &s.items[i]
	return it.Class == language.IsMark || it.Class == language.IsBreak && it.Word != "and" && it.Word != "or"
}

// saysMore is where what a part of the sentence says begins that none of its claims does: at the part's first word
// where none is of it, or else at the word that says it; -1 where there is no such word.
func (s *statement) saysMore(items []lex.Item, said []*Claim) int {
	if language.AnyOf(items, func(x *lex.Item) bool {
		return x.Class == language.IsMood || x.Class == language.IsAside && x.Text != "before" && x.Text != "until"
	}) {
		return -1
	}
	for i := range items {
		if s.countsMore(items, i, said) {
			return i
		}
		needs := s.needs(items, i)
		if needs == nil {
			continue
		}
		at := s.passage.Text.At(items[i].Start)
		covers := func(c *Claim) bool { return c.Covers(at) }
		switch {
		case !slices.ContainsFunc(said, covers):
			return 0
		case !slices.ContainsFunc(said, func(c *Claim) bool { return covers(c) && slices.Contains(needs, c.Measure) }):
			return i
		}
	}
	return -1
}

// countsMore reports whether item i is a number of things that none of the claims has: "38,100 people and six general
// practices".
func (s *statement) countsMore(items []lex.Item, i int, said []*Claim) bool {
	it := &items[i]
	if it.Class != language.IsQuantity || !it.Q.IsWhole() || !exact.MoreThan(it.Q.Value, 1) || i+1 >= len(items) {
		return false
	}
	if next := &items[i+1]; next.Class != language.IsPlain && next.Class != language.IsUnknown {
		return false
	}
	at := s.passage.Text.At(it.Start)
	return !slices.ContainsFunc(said, func(c *Claim) bool { return c.Covers(at) || c.At == at })
}

// listsMore reports whether a part of the sentence goes on with names of things of which it says the same as of those
// before it, and of which there is no claim: "did better on having a say, on GP care".
func (s *statement) listsMore(items []lex.Item, said []*Claim) bool {
	named := false
	for i := range items {
		switch it := &items[i]; it.Class {
		case language.IsPlain, language.IsRole, language.IsBreak:
		case language.IsUnknown:
			if !it.Demoted {
				return false
			}
		case language.IsSubject:
			if it.Thing.Kind == facts.Count || it.Thing.ID == "total" {
				return false
			}
			at := s.passage.Text.At(it.Start)
			if slices.ContainsFunc(said, func(c *Claim) bool { return c.Subject == it.Thing.ID || c.Covers(at) }) {
				return false
			}
			named = true
		default:
			return false
		}
	}
	return named
}

// Measures by which a claim says what words of some kinds do.
var (
	bySome    = []Measure{saysValue, saysChange, saysComparison, saysRank, saysExtreme, saysRun, saysShare, saysVariance, saysCount, saysTarget, saysArithmetic, saysTwice}
	byRun     = []Measure{saysRun, saysChange, saysComparison, saysExtreme, saysVariance}
	byExtreme = []Measure{saysExtreme, saysRank, saysCount, saysShare, saysVariance, saysRun, saysChange, saysComparison}
	byMoved   = []Measure{saysChange, saysComparison, saysRank, saysExtreme, saysRun, saysShare, saysVariance, saysTarget, saysCount, saysArithmetic}
	byTarget  = []Measure{saysTarget, saysVariance, saysCount, saysComparison}
	byRank    = []Measure{saysRank, saysCount}
)

// partsOfWholes are nouns that "larger" and the like say of which of two parts something is, areaNouns nouns for areas,
// and seeming verbs behind which "high" compares.
var (
	partsOfWholes = []string{"part", "share", "number", "portion", "half", "slice"}
	seeming       = []string{"is", "are", "was", "were", "look", "looks", "looked", "seem", "seems", "seemed", "appear", "appears", "appeared", "remain", "remains", "remained", "stay", "stays", "stayed"}
	areaNouns     = []string{"area", "areas", "partnership", "partnerships", "authority", "authorities"}
)

// onlyOf reports whether "only" is before the areas at item i, with or without their number: "one of only three areas",
// "the only area".
func (s *statement) onlyOf(items []lex.Item, i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if strings.HasPrefix(items[k].Text, "only") {
			return true
		}
	}
	return false
}

// needs are the measures of which a claim has to be that says what item i does, nil where the item says nothing.
func (s *statement) needs(items []lex.Item, i int) []Measure {
	it := &items[i]
	switch it.Class {
	case language.IsMove:
		if !it.Adj || i+1 < len(items) && slices.Contains(partsOfWholes, items[i+1].Text) {
			return byMoved
		}
	case language.IsThan:
		return byMoved
	case language.IsRole:
		if strings.HasPrefix(it.Text, "than ") {
			return byMoved
		}
	case language.IsNot:
		if language.AnyOf(items, func(x *lex.Item) bool { return x.Class == language.IsPeriod }) {
			return bySome
		}
	case language.IsStable, language.IsTimes, language.IsBeside, language.IsMiddle, language.IsPace:
		return bySome
	case language.IsExtreme:
		return byExtreme
	case language.IsRow, language.IsEach:
		return byRun
	case language.IsRank:
		return bySome
	case language.IsMet:
		if strings.HasSuffix(it.Text, "target") || language.AnyOf(items, func(x *lex.Item) bool { return x.Class == language.IsFace && x.Face == facts.FaceTarget }) {
			return byTarget
		}
	case language.IsPlain:
		if i > 0 && (it.Text == "high" || it.Text == "low") && slices.Contains(seeming, items[i-1].Text) {
			return byMoved
		}
		if i > 0 && slices.Contains(areaNouns, it.Text) && s.onlyOf(items, i) {
			return byRank
		}
	case language.IsFace:
		if it.Face == facts.FaceTarget {
			return byTarget
		}
	case language.IsUnknown:
		switch {
		case it.Text == "red" || it.Text == "amber" || it.Text == "green":
			return byTarget
		case len(it.Text) > 5 && strings.HasSuffix(it.Text, "est") && it.Text != "interest" && it.Text != "request":
			return byExtreme
		}
	case language.IsPeriod:
		if i > 0 && s.likened(items[:i]) {
			return []Measure{saysChange, saysComparison}
		}
	}
	return nil
}

// likened reports whether the words before a period say that something is as it was then: "just as in 2024/25",
// "precisely what it was last year".
func (s *statement) likened(before []lex.Item) bool {
	return language.AnyOf(before, func(x *lex.Item) bool { return x.Text == "as" || x.Text == "what" || x.Text == "same" })
}
