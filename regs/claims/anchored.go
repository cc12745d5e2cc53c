package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
	"apr/regs/sentence"
)

// readAgain reads a sentence once more whose figures say what it is about, and passes over
// words behind them that weren't understood: "has fallen markedly, much to everybody's
// relief, to 11,152". Levels that contradict the data aren't taken from this reading: the
// words may say what else they are of.
func (r *reader) readAgain(s *sentence.Sentence) {
	st := r.one
	if !st.anchored() {
		return
	}
	first := slices.Clone(st.claims)
	*st = statement{reader: r, start: s.Start, end: s.End}
	if st.items = r.lex(r.tokens(s)); !passOver(st.items) {
		st.claims = first
		return
	}
	st.read()
	second := st.claims
	st.claims = slices.Clone(first) // some of which are taken out, while all of them are looked at
	for _, cl := range second {
		if cl.Verdict == Unread || slices.ContainsFunc(first, func(o *Claim) bool { return o.At == cl.At && o.Verdict != Unread }) {
			continue
		}
		if cl.Verdict == Contradicted && (cl.Measure == saysValue || cl.Measure == saysShare) && cl.Slip != "definition" {
			continue
		}
		st.claims = slices.DeleteFunc(st.claims, func(o *Claim) bool { return o.Verdict == Unread && (o.At == cl.At || o.Text == cl.Text) })
		st.claims = append(st.claims, cl)
	}
}

// anchored reports whether figures of three digits are those of the sentence's only
// subject, and words of it aren't understood.
func (s *statement) anchored() bool {
	t := s.only
	if t == nil || t.Kind == facts.Count || t.Kind == facts.People || !language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsUnknown }) {
		return false
	}
	if language.AnyOf(s.items, (*lex.Item).PartOfYear) {
		return false // a figure of a part of the year may be as large by chance
	}
	digits := 0
	for i := range s.items {
		it := &s.items[i]
		if it.Class != language.IsQuantity || it.Q.Ref != nil || it.Q.Fraction || it.Q.Hedged || it.Q.Value == nil {
			continue
		}
		if s.isOne(t, it.Q, i) {
			digits += exact.Significant(it.Q.Value)
		}
	}
	return digits >= 3
}

// passOver makes plain words of those that aren't understood and stand behind what is
// said, where they can't narrow it any more, and reports whether there are such.
func passOver(items []lex.Item) bool {
	said, passed := false, false
	for i := range items {
		it := &items[i]
		switch {
		case it.Class == language.IsMark && it.Word != "(" && it.Word != ")", it.Class == language.IsBreak && it.Word != "and":
			said = false
		case it.Anchors() || it.Class == language.IsSubject:
			said = true
		case it.Class == language.IsUnknown && said && !hasUnit(items, i) && !turns(items, i) && !slices.Contains(momentWords, it.Text) && !(i > 0 && strings.HasPrefix(items[i-1].Text, "with")):
			it.MakePlain()
			passed = true
		}
	}
	return passed
}

// hasUnit reports whether the word at i stands right behind a figure, of which it may say
// what it counts: "two weeks", "half a point".
func hasUnit(items []lex.Item, i int) bool {
	for i--; i >= 0; i-- {
		if items[i].Class != language.IsPlain && !(items[i].Class == language.IsMove && items[i].Adj) { // "94 more visits"
			return items[i].Class == language.IsQuantity
		}
	}
	return false
}

// turns reports whether the word at i stands right before one of direction, which it may
// belong to: "caught up".
func turns(items []lex.Item, i int) bool {
	return i+1 < len(items) && items[i+1].Class == language.IsMove
}

// momentWords are words of times that aren't reporting years.
var momentWords = []string{"point", "start", "peak", "end", "beginning", "height", "after", "time"}
