package lex

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file makes percentages of rates in words: "93 people in every 100", "ninety-one in every hundred", "of every 100
// carers, 30". It puts the tokens so that they say "93% of people".

// verbsOfRates are verbs with which what is said of the people of a rate goes on, and words that make a difference of it.
var verbsOfRates = []string{"more", "fewer", "less", "was", "were", "is", "are", "have", "had", "has", "feel", "felt", "say", "said"}

// inEveryHundred makes a percentage of each such rate among the tokens.
func (l *lexer) inEveryHundred() {
	found := false
	for k := 2; k < len(l.ts); k++ {
		if l.isHundred(k) && !l.noShareBehind(k+1) {
			found = l.partsInHundred(k) || found
		}
	}
	if !found {
		return
	}
	for k := range l.ts { // "…, eight more than the year before"
		if n, inPounds := l.whole(k); n > 0 && !inPounds && slices.Contains([]string{"more", "fewer", "less"}, l.word(k+1)) && l.word(k+2) == "than" {
			q := *l.ts[k].Q
			q.Unit = facts.Points
			l.ts[k].Q = &q
		}
	}
}

// isHundred reports whether token k is "hundred" or 100.
func (l *lexer) isHundred(k int) bool {
	if l.ts[k].Kind != language.NumberToken {
		return l.word(k) == "hundred"
	}
	n, inPounds := l.whole(k)
	return n == 100 && !inPounds
}

// noShareBehind reports whether token k says that the hundred before it is no whole: "three in 100 days", "three people in
// a hundred fewer".
func (l *lexer) noShareBehind(k int) bool {
	return slices.Contains([]string{"days", "weeks", "months", "years", "hours", "pounds", "more", "fewer", "less"}, l.word(k)) || k < len(l.ts) && l.ts[k].Kind == language.NumberToken
}

// partsInHundred reads the rate of which the hundred is token k; it reports whether there is one.
func (l *lexer) partsInHundred(k int) bool {
	i := k - 1
	every := l.word(i) == "every" || l.word(i) == "each"
	if every || l.word(i) == "a" {
		i--
	}
	of := l.word(i) == "of"
	out := of && l.word(i-1) == "out"
	switch {
	case i == 0 && of && every, i > 0 && of && every && l.ts[i-1].Kind == language.MarkToken && l.ts[i-1].Text == ",":
		return l.ofHundred(i, k)
	case l.word(i) != "in" && !(of && every) && !out || i < 1:
		return false
	}
	first := i - 1
	if out {
		first--
	}
	at := first
	for at > 0 && first-at < 7 && l.ts[at].Kind == language.WordToken && !slices.Contains(verbsOfRates, l.word(at)) {
		at-- // "71 adults with intensive needs in every 100"
	}
	if !l.asPercent(at) {
		return false
	}
	ofToken := l.asOf(i)
	l.take(first+1, k)
	switch {
	case at < first:
		copy(l.ts[at+2:first+2], l.ts[at+1:first+1])
		ofToken.Start, ofToken.End = l.ts[at+2].Start, l.ts[at+2].Start
		l.ts[at+1] = ofToken
	case k+1 < len(l.ts) && l.ts[k+1].Kind == language.WordToken && l.word(k+1) != "of" && !slices.Contains(verbsOfRates, l.word(k+1)):
		l.ts[k] = ofToken
	}
	return true
}

// ofHundred reads "of every 100 carers, 30 feel supported", where token i is "of".
func (l *lexer) ofHundred(i, k int) bool {
	for n := k + 1; n < len(l.ts); n++ {
		if l.ts[n].Kind != language.MarkToken || l.ts[n].Text == "" {
			continue
		}
		if l.ts[n].Text != "," || !l.asPercent(n+1) {
			return false
		}
		l.take(i+1, k)
		return true
	}
	return false
}

// asPercent makes a percentage of the whole number at token i, which is of a hundred; it reports whether there is one.
func (l *lexer) asPercent(i int) bool {
	n, inPounds := l.whole(i)
	if n < 2 || n >= 100 || inPounds {
		return false
	}
	q := *l.ts[i].Q
	q.Unit = facts.Percent
	l.ts[i].Q = &q
	return true
}

// asOf is the token at i as "of".
func (l *lexer) asOf(i int) language.Token {
	t := l.ts[i]
	t.Text, t.Form = "of", l.lexicon.FormOf("of")
	return t
}
