package lex

import (
	"math/big"
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads shares of the money that are written in pounds: "one pound in every five", "of
// every £5 spent, £3".

// sharesInPounds makes a share of each such figure among the tokens.
func (l *lexer) sharesInPounds() {
	if !language.AnyOf(l.ts, func(t *language.Token) bool { return t.IsPounds() || t.Text == "pound" || t.Text == "pounds" }) {
		return
	}
	for i := range l.ts {
		switch {
		case l.poundsIn(i):
		case l.ts[i].Text == "every" || l.ts[i].Text == "each":
			l.ofEvery(i)
		}
	}
}

// poundsIn reads "two pounds in every five" and "£3 in every £5" at token i.
func (l *lexer) poundsIn(i int) bool {
	n, money := l.whole(i)
	k := i + 1
	if l.word(i) == "a" && l.word(k) == "pound" {
		n = 1 // "a pound in every five"
	}
	if n <= 0 {
		return false
	}
	behind := false // "four in every ten pounds"
	if !money {
		if behind = l.word(k) == "in" || l.word(k) == "out"; !behind && l.word(k) != "pound" && l.word(k) != "pounds" {
			return false
		}
		if !behind {
			k++
		}
	}
	switch {
	case l.word(k) == "in":
		k++
	case l.word(k) == "out" && l.word(k+1) == "of":
		k += 2
	default:
		return false
	}
	every := l.word(k) == "every" || l.word(k) == "each"
	if every {
		k++
	}
	d, of := l.whole(k)
	if behind && l.word(k+1) != "pounds" {
		return false
	}
	if d <= n || d > 100 || of != money || money && !every {
		return false
	}
	q := partOfMoney(n, d)
	l.ts[i].Q, l.ts[i].Kind = &q, language.NumberToken
	if behind {
		k++
	}
	l.ts[i].End = l.ts[k].End
	l.take(i+1, k)
	return true
}

// ofEvery reads "of every £5 spent, £3" where token i is "every".
func (l *lexer) ofEvery(i int) {
	d, money := l.whole(i + 1)
	if l.word(i+1) == "hundred" {
		d = 100
	}
	if !money && l.word(i+2) == "pounds" {
		l.ofEveryPounds(i, d)
		return
	}
	if !money || d < 2 || d > 1000 || i == 0 || l.word(i-1) != "of" && l.word(i-1) != "for" && l.word(i-1) != "from" && l.word(i-1) != "in" {
		return
	}
	found := false
	for k := i + 2; k < len(l.ts); k++ {
		t := &l.ts[k]
		if t.Kind != language.NumberToken || t.Q.Unit != facts.Pounds || t.Q.Value.Cmp(exact.Rat(d, 1)) >= 0 {
			continue
		}
		q := partOfMoney(1, 1)
		if n, _ := l.whole(k); n > 0 {
			q = partOfMoney(n, d)
		} else {
			v := new(big.Rat).Mul(t.Q.Value, exact.Rat(100, d))
			is := exact.Around(v, new(big.Rat).Mul(t.Q.Digit(), exact.Rat(50, d)))
			q.Value, q.Is = v, &is
		}
		t.Q, found = &q, true
	}
	if found {
		l.take(i, i+1)
	}
}

// ofEveryPounds reads "of every hundred pounds that we spent, 23 went on care homes" where token i is "every" and d the number behind it.
func (l *lexer) ofEveryPounds(i int, d int64) {
	if d != 10 && d != 100 && d != 1000 || i == 0 || l.word(i-1) != "of" && l.word(i-1) != "for" && l.word(i-1) != "from" && l.word(i-1) != "in" {
		return
	}
	for k := i + 3; k < len(l.ts); k++ {
		n, money := l.whole(k)
		if n == 0 || n >= d || money || l.ts[k].Q.Unit != facts.Bare || !slices.Contains([]string{"went", "goes", "go", "is", "are", "was", "were", "pounds"}, l.word(k+1)) {
			if w := l.word(k); w != "" && !slices.Contains([]string{"that", "which", "we", "us", "the", "board", "was", "is", "were", "spent", "spend", "paid", "given", "to", "or", "set", "aside", "for", "our", "use", "made", "available"}, w) {
				return // it may be of a part
			}
			continue
		}
		q := partOfMoney(n, d)
		l.ts[k].Q = &q
		if l.word(k+1) == "pounds" {
			l.take(k+1, k+1)
		}
		l.take(i-1, k-1)
		return
	}
}

// word is the text of a word's token, "" for none.
func (l *lexer) word(i int) string {
	if i < 0 || i >= len(l.ts) || l.ts[i].Kind != language.WordToken {
		return ""
	}
	return l.ts[i].Text
}

// whole is a whole number at token i, and whether it is of pounds; 0 for none.
func (l *lexer) whole(i int) (n int64, money bool) {
	if i < 0 || i >= len(l.ts) || l.ts[i].Kind != language.NumberToken {
		return 0, false
	}
	q := l.ts[i].Q
	if q.Value == nil || q.Unit != facts.Bare && q.Unit != facts.Pounds || !q.Value.IsInt() || !q.Value.Num().IsInt64() {
		return 0, false
	}
	if n = q.Value.Num().Int64(); n <= 0 || n > 1000 {
		return 0, false
	}
	return n, q.Unit == facts.Pounds
}

// take leaves the tokens from i to k out, which are read.
func (l *lexer) take(i, k int) {
	for ; i <= k; i++ {
		l.ts[i].Kind, l.ts[i].Text, l.ts[i].Form, l.ts[i].Ordinal = language.MarkToken, "", nil, 0
	}
}

// partOfMoney is n pounds of d.
func partOfMoney(n, d int64) facts.Quantity {
	q := facts.FractionOf(n, d)
	if d > 20 { // written as a percentage would be
		is := exact.Around(q.Value, exact.Rat(60, d))
		q.Is = &is
	}
	q.OfMoney = true
	return q
}
