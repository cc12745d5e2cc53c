package claims

import (
	"slices"
	"strings"
)

// lexer makes items of tokens.
type lexer struct {
	*reader
	ts    []token
	items []item
	// own are the sentence's subjects, whose words narrow nothing; gap are the tokens inside a
	// subject's name.
	own []*Thing
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

// lex reads the items of a sentence.
func (r *reader) lex(ts []token) []item {
	if r.titleRoom == nil {
		r.titleRoom = make([]titleMatch, len(r.dictionary.titles))
	}
	ts = withoutFrame(withoutOpinions(ts))
	l := &lexer{reader: r, ts: ts, items: r.itemRoom[:0], own: r.ownRoom[:0]}
	l.sharesInPounds()
	l.inEveryHundred()
	subjects := l.subjects()
	for _, c := range subjects {
		l.withWords(c.thing)
		l.suite, l.inDaysToo, l.inWeeksToo = true, l.inDaysToo || c.thing.Unit == "days", l.inWeeksToo || c.thing.Unit == "weeks"
	}
	l.others()
	if len(subjects) == 0 && r.last != nil {
		l.withWords(r.last)
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
const narrowingClasses classes = 1<<isMood | 1<<isFace | 1<<isStatus | 1<<isLives | 1<<isAside | 1<<isBreak | 1<<isMet

// at adds the item at token i and says how many tokens it took.
func (l *lexer) at(i int, subjects []claimed) int {
	t := &l.ts[i]
	for k := range subjects {
		if subjects[k].at[0] == i {
			return l.subject(i, subjects[k])
		}
	}
	switch t.kind {
	case markToken:
		if t.text != "" && !l.gap[i] {
			l.items = append(l.items, item{entry: entry{class: isMark, word: t.text}, start: t.start, end: t.end, text: t.text})
		}
		return 1
	case referenceToken:
		l.reference(t)
		l.base(i)
		return 1
	}
	if (t.text == "thousand" || t.text == "hundred") && i > 1 && (l.ts[i-1].text == "every" || l.ts[i-1].text == "each") && slices.Contains([]string{"for", "of", "in"}, l.ts[i-2].text) {
		l.every = scales[t.text] // "for every thousand discharges there were 87"
		return 1
	}
	plain := t.kind == wordToken && t.form != nil && t.form.text == t.text
	if !plain || t.form.ages {
		if n := l.age(i); n > 0 {
			return n
		}
	}
	if !plain || t.form.parts {
		if n := l.fraction(i); n > 0 {
			return n
		}
	}
	e, n, number := l.longest(i)
	if n > 1 && i == 0 && e.class == isBreak && t.text == "that" {
		e, n = entry{class: isPlain, word: t.text}, 1 // "That is 217 more than in 2023/24": of the sentence before
	}
	if n == 2 && e.class == isPace && t.text == "by" && i+3 < len(l.ts) && l.ts[i+2].text == "than" && (l.ts[i+3].kind == numberToken || l.ts[i+3].form != nil && l.ts[i+3].form.parts) {
		e, n = entry{class: isRole, role: "by", word: "by"}, 1 // "down by more than 3,000"
	}
	if n == 1 && t.text == "may" && t.proper && i > 0 {
		e = entry{class: isUnknown, word: t.text} // the month
	}
	if e.class == isSubject && l.owns(t.text) && overlaps(subjects, i, n) {
		e, n = entry{class: isPlain, word: t.text}, 1 // "unpaid carers feel supported": no name of an amount
	}
	if n == 1 && (narrowingClasses.has(e.class) && e.word != "and" && !(e.class == isMet && l.hasTarget()) ||
		e.class == isMove && (e.judge || e.adj) && !l.saysHigher(i) || e.class == isSubject && e.thing.Kind == isCount && l.suite) && l.owns(t.text) && !(e.class == isFace && l.ofPounds(i)) {
		e = entry{class: isPlain, word: t.text}
	}
	if n == 2 && e.class == isMood && l.owns(t.text) && l.owns(l.ts[i+1].text) {
		e, n = entry{class: isPlain, word: t.text}, 1 // a survey's "helped to improve … quality of life"
	}
	if n == 2 && e.class == isUnknown && (t.text == "took" || t.text == "take" || t.text == "takes" || t.text == "taken") && l.owns(t.text) && l.owns(l.ts[i+1].text) && (l.ts[i+1].text == "up" || l.ts[i+1].text == "down") {
		e = entry{class: isPlain, word: t.text} // "unplanned stays took up 47,405 bed days"
	}
	if n == 2 && e.class == isBeside && e.judge && l.owns(t.text) && i > 0 && l.ts[i-1].text == "or" {
		e, n = entry{class: isPlain, word: t.text}, 1 // "good or better" than
	}
	if n > 0 && e.class == isAside && l.joint[i] {
		e = entry{class: isPlain, word: t.text} // "absence due to sickness"
	}
	if n == 1 && e.class == isBreak && t.text == "and" && l.joint[i] && !l.joint[i-1] && l.ts[i+1].text == "" {
		e = entry{class: isPlain, word: t.text} // "alcohol and drug services"
	}
	if n > 0 && l.gap[i] && !e.adj && (narrowingClasses.has(e.class) || e.class == isStable || e.class == isMove) {
		e, n = entry{class: isPlain, word: t.text}, 1
	}
	if n > 0 && !(n == 1 && t.kind != wordToken) {
		l.phrase(i, e, n, number)
		return n
	}
	switch t.kind {
	case yearToken:
		it := item{entry: entry{class: isPeriod, year: t.year, word: "year"}, known: true, calendar: t.calendar, start: t.start, end: t.end, text: t.text}
		if n := len(l.items); n > 0 && (l.items[n-1].word == "31 march" || l.items[n-1].text == "march") && t.calendar {
			it.year, it.calendar = t.year-1, false
		}
		l.items = append(l.items, it)
		return 1
	case numberToken:
		return l.number(i)
	}
	if (t.text == "locality" || t.text == "locality's") && l.locality != "" && i > 0 && slices.Contains([]string{"this", "the", "our"}, l.ts[i-1].text) {
		l.items = append(l.items, item{entry: entry{class: isArea, area: "locality:" + l.locality, word: t.text}, start: t.start, end: t.end, text: t.text})
		return 1
	}
	class := isUnknown
	w := strings.TrimSuffix(strings.TrimSuffix(t.text, "'s"), "'")
	if plain && t.form.plain || !plain && l.dictionary.plain[t.text] || strings.HasSuffix(w, "ly") && len(w) > 4 || l.owns(w) {
		class = isPlain
	}
	if t.ordinal > 0 {
		class = isPlain
	}
	l.items = append(l.items, item{entry: entry{class: class, word: t.text}, start: t.start, end: t.end, text: t.text, ordinal: t.ordinal})
	return 1
}

// saysHigher reports whether "higher" or "lower" at token i compares, and isn't of the grades of inspectors: "four or higher".
func (l *lexer) saysHigher(i int) bool {
	return (l.ts[i].text == "higher" || l.ts[i].text == "lower") && i > 0 && l.ts[i-1].text != "or" && l.ts[i-1].text != "and"
}

// hasTarget reports whether the sentence speaks of a target, which is met or missed.
func (l *lexer) hasTarget() bool {
	return anyOf(l.ts, func(t *token) bool {
		switch t.text {
		case "target", "targets", "goal", "goals", "standard", "aim", "ambition":
			return true
		}
		return false
	})
}

// withWords adds a thing's own words to those that change nothing.
func (l *lexer) withWords(t *Thing) {
	if !slices.Contains(l.own, t) {
		l.own = append(l.own, t)
	}
}

// ofPounds reports whether the word at token i is of an amount behind it: "a plan of £27.2m".
func (l *lexer) ofPounds(i int) bool {
	return i+2 < len(l.ts) && l.ts[i+1].text == "of" && l.ts[i+2].kind == numberToken && l.ts[i+2].q.unit == pounds
}

// owns reports whether a word is one of a subject's own.
func (l *lexer) owns(word string) bool {
	return slices.ContainsFunc(l.own, func(t *Thing) bool { own, _ := t.owns(word); return own })
}

// lends reports whether a word is one of a subject's own only by a loose name: it narrows nothing
// where a figure vouches for it.
func (l *lexer) lends(word string) bool {
	lends := false
	for _, t := range l.own {
		own, lent := t.owns(word)
		if own && !lent {
			return false
		}
		lends = lends || lent
	}
	return lends
}

// longest is the longest phrase at token i; of two as long, this report's own.
func (l *lexer) longest(i int) (best entry, n int, number int64) {
	var here []*entry // what it can mean
	for _, node := range [...]*trie{l.named(i), l.says(i), l.ofNumber(l.dictionary.words, i)} {
		for k := i; node != nil; {
			if len(node.here) > 0 && k-i+1 > n && !l.halfA(i, k) {
				here, n = node.here, k-i+1
			}
			if k++; k+1 < len(l.ts) && l.ts[k].text == "," && (l.ts[k-1].text == "to" || l.ts[k-1].text == "for") && node.after(l.ts[k+1].text) != nil {
				k++ // "paid to, or set aside for, the board"
			}
			if k == len(l.ts) || l.ts[k].kind == markToken || l.ts[k].kind == referenceToken {
				break
			}
			next := node.after(l.ts[k].text)
			if next == nil {
				next = l.ofNumber(node, k)
			}
			node = next
		}
	}
	if n == 0 {
		return best, 0, 0
	}
	return *l.choose(here, i+n), n, l.numberIn(i, i+n-1)
}

// halfA reports whether a phrase from token i to k would end with the half of an amount: "fell by
// half a million".
func (l *lexer) halfA(i, k int) bool {
	if k == i || l.ts[k].text != "half" || k+2 >= len(l.ts) || l.ts[k+1].text != "a" {
		return false
	}
	switch w := l.ts[k+2].text; w {
	case "point", "percentage", "day", "week", "dozen":
		return true
	default:
		return scales[w] > 1
	}
}

// says are the phrases of every report that begin with the word of token i, nil where none does.
func (l *lexer) says(i int) *trie {
	t := &l.ts[i]
	if t.form != nil && t.form.text == t.text {
		return t.form.words
	}
	return l.dictionary.words.after(t.text)
}

// ofNumber is the node behind any number below a node, where token k is a whole one; nil else.
func (l *lexer) ofNumber(node *trie, k int) *trie {
	if q := l.ts[k].q; l.ts[k].kind == numberToken && q.value != nil && q.value.IsInt() && q.unit == bare {
		return node.afterNumber()
	}
	return nil
}

// numberIn is the last whole number among the tokens from i to k, 0 for none.
func (l *lexer) numberIn(i, k int) int64 {
	for ; k >= i; k-- {
		if q := l.ts[k].q; l.ts[k].kind == numberToken && q.value != nil && q.value.IsInt() && q.unit == bare {
			return q.value.Num().Int64()
		}
	}
	return 0
}

// choose picks of several meanings by what follows at token k.
func (l *lexer) choose(here []*entry, k int) *entry {
	best := here[0]
	if len(here) == 1 && best.class != isHedge {
		return best
	}
	number := k < len(l.ts) && (l.ts[k].kind == numberToken || l.ts[k].text == "half" || (l.ts[k].text == "a" || l.ts[k].text == "an") && k+1 < len(l.ts) && parts[l.ts[k+1].text] > 0 ||
		l.ts[k].kind == referenceToken)
	if number && k+2 < len(l.ts) && (l.ts[k+1].text == "years" || l.ts[k+1].text == "months") && slices.Contains([]string{"ago", "earlier", "before", "previously"}, l.ts[k+2].text) {
		number = false // "higher than five years ago"
	}
	for _, e := range here {
		switch {
		case e.class == isHedge && number:
			return e
		case e.class == isHedge && best.class == isUnknown:
		case best.class == isPlain && e.class != isHedge, best.class == isHedge, e.class == isArea:
			best = e
		}
	}
	if best.class == isHedge && !number && best.hedge == about {
		best = &entry{class: isPlain, word: best.word}
	}
	return best
}

// phrase adds the item of a phrase of n tokens.
func (l *lexer) phrase(i int, e entry, n int, number int64) {
	it := item{entry: e, start: l.ts[i].start, end: l.ts[i+n-1].end, text: l.ts[i].text, ordinal: l.ts[i].ordinal}
	last := l.ts[i+n-1].text
	it.possessive = strings.HasSuffix(last, "'s")
	if e.class == isSubject && e.thing != nil && e.thing.Kind != isMoney {
		l.withWords(e.thing)
		l.inDaysToo, l.inWeeksToo = l.inDaysToo || e.thing.Unit == "days", l.inWeeksToo || e.thing.Unit == "weeks"
	}
	if e.class == isPeriod && (e.word == "ago" || e.word == "over") {
		it.year = int(number)
	}
	if e.class == isPeriod && e.word == "surveys" && number > 0 {
		it.word, it.year = "over", 2*int(number)-1 // every second year has one
	}
	if e.class == isEach {
		it.n = int(number)
	}
	it.text = l.passage.Lower[it.start:it.end]
	l.items = append(l.items, it)
}
