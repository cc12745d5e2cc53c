// Package lex makes items of the words of a sentence: names of things and places, figures, years, words for which way
// something went and on which side of another figure it is. An item is a run of tokens with what it means.
//
// A sentence goes through these stages, each of which begins in the file named:
//
//   - opinions.go and frames.go take out what only tells readers how somebody feels about the rest, pounds.go and
//     rates.go write shares in pounds and in hundreds of people as percentages.
//   - subjects.go finds what the sentence is about, whose words may be apart; spoken.go has names that people use loosely.
//   - lex.go goes from left to right: figures.go reads figures, ages and fractions, references.go what a reference
//     stands for, and the dictionary of package language knows the phrases.
//   - comparatives.go and besideothers.go read items with those next to them; other files have the readers, by what
//     they read.
package lex

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/sentence"
)

// Reader reads the items of sentences, one after the other: those of one are overwritten by the next.
type Reader struct {
	facts      *facts.Facts
	dictionary *language.Dictionary
	things     map[string]*facts.Thing // by their names for apr
	lexicon    *language.Lexicon
	Cues       language.Cue // those of the sentence whose tokens were made last
	tokenRoom  []language.Token
	itemRoom   []Item
	ownRoom    []*facts.Thing
	titleRoom  []language.TitleMatch
	nameRoom   [language.WordsOfName]int
}

// Context are what a sentence stands in.
type Context struct {
	Passage  *sentence.Passage
	Before   *sentence.Sentence // the sentence right before, nil for none
	Locality string             // the locality that the text is about, or ""
	Last     *facts.Thing       // the only thing that the paragraph is about so far, or nil
	// LastNarrow is true where that stood among words that weren't understood.
	LastNarrow bool
}

// lexer makes items of tokens.
type lexer struct {
	*Reader
	Context
	ts    []language.Token
	items []Item
	// own are the sentence's subjects, whose words narrow nothing; gap are the tokens inside a
	// subject's name.
	own []*facts.Thing
	gap map[int]bool
	// joint are the tokens between two words of a title that are next to each other but for these.
	joint map[int]bool
	// every is the base that the next figure is of, 0 where none was named.
	every int64
	// suite is true where the sentence has a subject of the core suite.
	suite bool
	// inDaysToo is true where one of its subjects is a number of days.
	inDaysToo bool
	// inWeeksToo is true where one is of weeks.
	inWeeksToo bool
}

func NewReader(f *facts.Facts, d *language.Dictionary, l *language.Lexicon, things map[string]*facts.Thing) *Reader {
	return &Reader{facts: f, dictionary: d, things: things, lexicon: l, titleRoom: make([]language.TitleMatch, len(d.Titles))}
}

// Tokens are those of a sentence, until the next is read.
func (r *Reader) Tokens(s *sentence.Sentence) []language.Token {
	r.tokenRoom = r.lexicon.Tokens(r.tokenRoom[:0], s)
	r.Cues = language.CuesOf(r.tokenRoom)
	return r.tokenRoom
}

// Items reads the items of a sentence.
func (r *Reader) Items(ts []language.Token, around Context) []Item {
	ts = withoutFrame(withoutOpinions(ts))
	l := &lexer{Reader: r, Context: around, ts: ts, items: r.itemRoom[:0], own: r.ownRoom[:0]}
	l.sharesInPounds()
	l.inEveryHundred()
	subjects := l.subjects()
	for _, c := range subjects {
		l.withWords(c.thing)
		l.suite, l.inDaysToo, l.inWeeksToo = true, l.inDaysToo || c.thing.Unit == "days", l.inWeeksToo || c.thing.Unit == "weeks"
	}
	l.others()
	if len(subjects) == 0 && l.Last != nil {
		l.withWords(l.Last)
	}
	for i := 0; i < len(ts); {
		if n := l.at(i, subjects); n > 0 {
			l.lend(i, n)
			i += n
			continue
		}
		i++
	}
	r.itemRoom, r.ownRoom = compared(l.items), l.own
	return r.itemRoom
}

// narrowingClasses are those of words that narrow nothing where they are a subject's own.
const narrowingClasses language.Classes = 1<<language.IsMood | 1<<language.IsFace | 1<<language.IsStatus | 1<<language.IsLives | 1<<language.IsAside | 1<<language.IsBreak | 1<<language.IsMet

// at adds the item at token i and says how many tokens it took.
func (l *lexer) at(i int, subjects []claimed) int {
	t := &l.ts[i]
	for k := range subjects {
		if subjects[k].at[0] == i {
			return l.subject(i, subjects[k])
		}
	}
	switch t.Kind {
	case language.MarkToken:
		if t.Text != "" && !l.gap[i] {
			l.items = append(l.items, Item{Entry: language.Entry{Class: language.IsMark, Word: t.Text}, Start: t.Start, End: t.End, Text: t.Text})
		}
		return 1
	case language.ReferenceToken:
		l.reference(t)
		l.base(i)
		return 1
	}
	if (t.Text == "thousand" || t.Text == "hundred") && i > 1 && (l.ts[i-1].Text == "every" || l.ts[i-1].Text == "each") && slices.Contains([]string{"for", "of", "in"}, l.ts[i-2].Text) {
		l.every = language.Scales[t.Text] // "for every thousand discharges there were 87"
		return 1
	}
	plain := t.Kind == language.WordToken && t.Form != nil
	if !plain || t.Form.Ages {
		if n := l.age(i); n > 0 {
			return n
		}
	}
	if !plain || t.Form.Parts {
		if n := l.fraction(i); n > 0 {
			return n
		}
	}
	best, n := l.longest(i)
	var e language.Entry
	if n > 0 {
		e = *best
	}
	if n > 1 && i == 0 && e.Class == language.IsBreak && t.Text == "that" {
		e, n = language.Entry{Class: language.IsPlain, Word: t.Text}, 1 // "That is 217 more than in 2023/24": of the sentence before
	}
	if n == 2 && e.Class == language.IsPace && t.Text == "by" && i+3 < len(l.ts) && l.ts[i+2].Text == "than" && (l.ts[i+3].Kind == language.NumberToken || l.ts[i+3].Form != nil && l.ts[i+3].Form.Parts) {
		e, n = language.Entry{Class: language.IsRole, Role: "by", Word: "by"}, 1 // "down by more than 3,000"
	}
	if n == 1 && t.Text == "may" && t.Proper && i > 0 {
		e = language.Entry{Class: language.IsUnknown, Word: t.Text} // the month
	}
	if e.Class == language.IsSubject && l.owns(t.Text) && overlaps(subjects, i, n) {
		e, n = language.Entry{Class: language.IsPlain, Word: t.Text}, 1 // "unpaid carers feel supported": no name of an amount
	}
	if n == 1 && (narrowingClasses.Has(e.Class) && e.Word != "and" && !(e.Class == language.IsMet && l.hasTarget()) ||
		e.Class == language.IsMove && (e.Judge || e.Adj) && !l.saysHigher(i) || e.Class == language.IsSubject && e.Thing.Kind == facts.Count && l.suite) && l.owns(t.Text) && !(e.Class == language.IsFace && l.ofPounds(i)) {
		e = language.Entry{Class: language.IsPlain, Word: t.Text}
	}
	if n == 2 && e.Class == language.IsMood && l.owns(t.Text) && l.owns(l.ts[i+1].Text) {
		e, n = language.Entry{Class: language.IsPlain, Word: t.Text}, 1 // a survey's "helped to improve … quality of life"
	}
	if n == 2 && e.Class == language.IsUnknown && (t.Text == "took" || t.Text == "take" || t.Text == "takes" || t.Text == "taken") && l.owns(t.Text) && l.owns(l.ts[i+1].Text) && (l.ts[i+1].Text == "up" || l.ts[i+1].Text == "down") {
		e = language.Entry{Class: language.IsPlain, Word: t.Text} // "unplanned stays took up 47,405 bed days"
	}
	if n == 2 && e.Class == language.IsBeside && e.Judge && l.owns(t.Text) && i > 0 && l.ts[i-1].Text == "or" {
		e, n = language.Entry{Class: language.IsPlain, Word: t.Text}, 1 // "good or better" than
	}
	if n > 0 && e.Class == language.IsAside && l.joint[i] {
		e = language.Entry{Class: language.IsPlain, Word: t.Text} // "absence due to sickness"
	}
	if n == 1 && e.Class == language.IsBreak && t.Text == "and" && l.joint[i] && !l.joint[i-1] && l.ts[i+1].Text == "" {
		e = language.Entry{Class: language.IsPlain, Word: t.Text} // "alcohol and drug services"
	}
	if n > 0 && !e.Adj && (narrowingClasses.Has(e.Class) || e.Class == language.IsStable || e.Class == language.IsMove) && l.gap[i] {
		e, n = language.Entry{Class: language.IsPlain, Word: t.Text}, 1
	}
	if n > 0 && !(n == 1 && t.Kind != language.WordToken) {
		l.phrase(i, &e, n)
		return n
	}
	switch t.Kind {
	case language.YearToken:
		it := Item{Entry: language.Entry{Class: language.IsPeriod, Year: t.Year, Word: "year"}, Known: true, Calendar: t.Calendar, Start: t.Start, End: t.End, Text: t.Text}
		if n := len(l.items); n > 0 && (l.items[n-1].Word == "31 march" || l.items[n-1].Text == "march") && t.Calendar {
			it.Year, it.Calendar = t.Year-1, false
		}
		l.items = append(l.items, it)
		return 1
	case language.NumberToken:
		return l.number(i)
	}
	if (t.Text == "locality" || t.Text == "locality's") && l.Locality != "" && i > 0 && slices.Contains([]string{"this", "the", "our"}, l.ts[i-1].Text) {
		l.items = append(l.items, Item{Entry: language.Entry{Class: language.IsArea, Area: "locality:" + l.Locality, Word: t.Text}, Start: t.Start, End: t.End, Text: t.Text})
		return 1
	}
	class := language.IsUnknown
	w := strings.TrimSuffix(strings.TrimSuffix(t.Text, "'s"), "'")
	if plain && t.Form.Plain || !plain && l.dictionary.Plain[t.Text] || strings.HasSuffix(w, "ly") && len(w) > 4 || l.owns(w) {
		class = language.IsPlain
	}
	if t.Ordinal > 0 {
		class = language.IsPlain
	}
	l.items = append(l.items, Item{Entry: language.Entry{Class: class, Word: t.Text}, Start: t.Start, End: t.End, Text: t.Text, Ordinal: t.Ordinal})
	return 1
}

// saysHigher reports whether "higher" or "lower" at token i compares, and isn't of the grades of inspectors: "four or higher".
func (l *lexer) saysHigher(i int) bool {
	return (l.ts[i].Text == "higher" || l.ts[i].Text == "lower") && i > 0 && l.ts[i-1].Text != "or" && l.ts[i-1].Text != "and"
}

// hasTarget reports whether the sentence speaks of a target, which is met or missed.
func (l *lexer) hasTarget() bool {
	return language.AnyOf(l.ts, func(t *language.Token) bool {
		switch t.Text {
		case "target", "targets", "goal", "goals", "standard", "aim", "ambition":
			return true
		}
		return false
	})
}

// withWords adds a thing's own words to those that change nothing.
func (l *lexer) withWords(t *facts.Thing) {
	if !slices.Contains(l.own, t) {
		l.own = append(l.own, t)
	}
}

// ofPounds reports whether the word at token i is of an amount behind it: "a plan of £27.2m".
func (l *lexer) ofPounds(i int) bool {
	return i+2 < len(l.ts) && l.ts[i+1].Text == "of" && l.ts[i+2].Kind == language.NumberToken && l.ts[i+2].Q.Unit == facts.Pounds
}

// owns reports whether a word is one of a subject's own.
func (l *lexer) owns(word string) bool {
	return slices.ContainsFunc(l.own, func(t *facts.Thing) bool { own, _ := t.Owns(word); return own })
}

// lends reports whether a word is one of a subject's own only by a loose name: it narrows nothing
// where a figure vouches for it.
func (l *lexer) lends(word string) bool {
	lends := false
	for _, t := range l.own {
		own, lent := t.Owns(word)
		if own && !lent {
			return false
		}
		lends = lends || lent
	}
	return lends
}

// longest is the longest phrase at token i, nil where none is; of two as long, this report's own.
func (l *lexer) longest(i int) (best *language.Entry, n int) {
	var here []*language.Entry // what it can mean
	tries := [...]*language.Trie{l.named(i), l.says(i), nil}
	if l.ts[i].Kind == language.NumberToken {
		tries[2] = l.ofNumber(l.dictionary.Words, i)
	}
	for _, node := range tries {
		for k := i; node != nil; {
			if len(node.Here) > 0 && k-i+1 > n && !l.halfA(i, k) {
				here, n = node.Here, k-i+1
			}
			if k++; k+1 < len(l.ts) && l.ts[k].Text == "," && (l.ts[k-1].Text == "to" || l.ts[k-1].Text == "for") && node.After(l.ts[k+1].Text) != nil {
				k++ // "paid to, or set aside for, the board"
			}
			if k == len(l.ts) || l.ts[k].Kind == language.MarkToken || l.ts[k].Kind == language.ReferenceToken {
				break
			}
			next := node.After(l.ts[k].Text)
			if next == nil && l.ts[k].Kind == language.NumberToken {
				next = l.ofNumber(node, k)
			}
			node = next
		}
	}
	if n == 0 {
		return nil, 0
	}
	return l.choose(here, i+n), n
}

// halfA reports whether a phrase from token i to k would end with the half of an amount: "fell by
// half a million".
func (l *lexer) halfA(i, k int) bool {
	if k == i || l.ts[k].Text != "half" || k+2 >= len(l.ts) || l.ts[k+1].Text != "a" {
		return false
	}
	switch w := l.ts[k+2].Text; w {
	case "point", "percentage", "day", "week", "dozen":
		return true
	default:
		return language.Scales[w] > 1
	}
}

// says are the phrases of every report that begin with the word of token i, nil where none does.
func (l *lexer) says(i int) *language.Trie {
	t := &l.ts[i]
	if t.Form != nil {
		return t.Form.Words
	}
	return l.dictionary.Words.After(t.Text)
}

// ofNumber is the node behind any number below a node, where the number at token k is a whole one; nil else.
func (l *lexer) ofNumber(node *language.Trie, k int) *language.Trie {
	if q := l.ts[k].Q; q.IsWhole() {
		return node.AfterNumber()
	}
	return nil
}

// numberIn is the last whole number among the tokens from i to k, 0 for none.
func (l *lexer) numberIn(i, k int) int64 {
	for ; k >= i; k-- {
		if q := l.ts[k].Q; l.ts[k].Kind == language.NumberToken && q.IsWhole() {
			return q.Value.Num().Int64()
		}
	}
	return 0
}

// choose picks of several meanings by what follows at token k.
func (l *lexer) choose(here []*language.Entry, k int) *language.Entry {
	best := here[0]
	if len(here) == 1 && best.Class != language.IsHedge {
		return best
	}
	number := k < len(l.ts) && (l.ts[k].Kind == language.NumberToken || l.ts[k].Text == "half" || (l.ts[k].Text == "a" || l.ts[k].Text == "an") && k+1 < len(l.ts) && language.Parts[l.ts[k+1].Text] > 0 ||
		l.ts[k].Kind == language.ReferenceToken)
	if number && k+2 < len(l.ts) && (l.ts[k+1].Text == "years" || l.ts[k+1].Text == "months") && slices.Contains([]string{"ago", "earlier", "before", "previously"}, l.ts[k+2].Text) {
		number = false // "higher than five years ago"
	}
	for _, e := range here {
		switch {
		case e.Class == language.IsHedge && number:
			return e
		case e.Class == language.IsHedge && best.Class == language.IsUnknown:
		case best.Class == language.IsPlain && e.Class != language.IsHedge, best.Class == language.IsHedge, e.Class == language.IsArea:
			best = e
		}
	}
	if best.Class == language.IsHedge && !number && best.Hedge == facts.About {
		best = &language.Entry{Class: language.IsPlain, Word: best.Word}
	}
	return best
}

// phrase adds the item of a phrase of n tokens.
func (l *lexer) phrase(i int, e *language.Entry, n int) {
	l.items = append(l.items, Item{})
	it := &l.items[len(l.items)-1]
	it.Entry, it.Start, it.End, it.Ordinal = *e, l.ts[i].Start, l.ts[i+n-1].End, l.ts[i].Ordinal
	it.Text = l.Passage.Lower[it.Start:it.End]
	it.Possessive = strings.HasSuffix(l.ts[i+n-1].Text, "'s")
	if e.Class == language.IsSubject && e.Thing != nil && e.Thing.Kind != facts.Money {
		l.withWords(e.Thing)
		l.inDaysToo, l.inWeeksToo = l.inDaysToo || e.Thing.Unit == "days", l.inWeeksToo || e.Thing.Unit == "weeks"
	}
	switch {
	case e.Class == language.IsPeriod && (e.Word == "ago" || e.Word == "over"):
		it.Year = int(l.numberIn(i, i+n-1))
	case e.Class == language.IsPeriod && e.Word == "surveys":
		if number := l.numberIn(i, i+n-1); number > 0 {
			it.Word, it.Year = "over", 2*int(number)-1 // every second year has one
		}
	case e.Class == language.IsArea && e.Area == facts.Family:
		if number := int(l.numberIn(i, i+n-1)); number > 0 && number != len(l.facts.Family) && number != len(l.facts.Family)+1 {
			it.Class = language.IsUnknown // others than the areas of the family: "our six peers", where they are three
		}
	case e.Class == language.IsEach:
		it.N = int(l.numberIn(i, i+n-1))
	}
}
