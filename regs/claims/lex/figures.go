package lex

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// age reads "aged 65 and over", "over-65s", "65+": what a subject is about by
// itself, and what narrows any other.
func (l *lexer) age(i int) int {
	at := func(k int) string {
		if k < len(l.ts) {
			return l.ts[k].Text
		}
		return ""
	}
	isAge := func(k int) bool {
		if k >= len(l.ts) || l.ts[k].Kind != language.NumberToken || !l.ts[k].Q.IsWhole() || l.ts[k].Q.InWords {
			return false
		}
		n := l.ts[k].Q.Value.Num().Int64()
		return n >= 16 && n <= 100
	}
	n := 0
	var age string
	switch w := at(i); {
	case (w == "aged" || w == "age" || w == "ages") && isAge(i+1):
		n, age = 2, at(i+1)
	case (w == "aged" || w == "age") && (at(i+1) == "over" || at(i+1) == "under") && isAge(i+2):
		n, age = 3, at(i+2)
	case (w == "people" || w == "adults" || w == "those" || w == "patients" || w == "residents") && (at(i+1) == "over" || at(i+1) == "under") && isAge(i+2):
		n, age = 3, at(i+2)
	case (w == "over" || w == "under") && strings.HasSuffix(at(i+1), "s") && len(at(i+1)) == 3 && at(i + 1)[0] >= '1' && at(i + 1)[0] <= '9':
		n, age = 2, strings.TrimSuffix(at(i+1), "s")
	case strings.HasPrefix(w, "over-") || strings.HasPrefix(w, "under-"):
		_, a, _ := strings.Cut(w, "-")
		n, age = 1, strings.TrimSuffix(a, "s")
	case isAge(i) && (at(i+1) == "and" || at(i+1) == "or" || at(i+1) == "years") && (at(i+2) == "over" || at(i+2) == "older" || at(i+2) == "above" || at(i+2) == "and" || at(i+2) == "or"):
		n, age = 1, w
	default:
		return 0
	}
	if k := i + n; at(k) == "years" {
		n++
	}
	if k := i + n; (at(k) == "and" || at(k) == "or") && (at(k+1) == "over" || at(k+1) == "older" || at(k+1) == "above" || at(k+1) == "more") {
		n += 2
	}
	class := language.IsUnknown
	if l.owns(age) || l.isRate() && l.namesakeOwns(age) {
		class = language.IsPlain
	}
	l.items = append(l.items, Item{Entry: language.Entry{Class: class, Word: "aged " + age}, Start: l.ts[i].Start, End: l.ts[i+n-1].End, Text: "aged " + age})
	return n
}

// isRate reports whether the figure read last is per so many people.
func (l *lexer) isRate() bool {
	for _, it := range slices.Backward(l.items) {
		if it.Class == language.IsQuantity {
			return it.Q.Per != 0
		}
	}
	return false
}

// namesakeOwns reports whether a word is one of a thing that goes by nearly the name of a subject.
func (l *lexer) namesakeOwns(word string) bool {
	return slices.ContainsFunc(l.own, func(t *facts.Thing) bool {
		return slices.ContainsFunc(l.dictionary.Namesakes[t], func(o *facts.Thing) bool { own, _ := o.Owns(word); return own })
	})
}

// fraction reads "a third of", "two thirds", "one in five", "half", "nine out of ten".
func (l *lexer) fraction(i int) int {
	t := &l.ts[i]
	get := func(k int) *language.Token {
		if k < len(l.ts) {
			return &l.ts[k]
		}
		return &language.Token{}
	}
	// "by two in four years" is no share
	ofTime := func(k int) bool {
		return slices.Contains([]string{"years", "months", "weeks", "days", "quarters", "surveys"}, get(k).Text)
	}
	whole := func(k int) (int64, bool) {
		x := get(k)
		if x.Kind == language.NumberToken && x.Q.IsWhole() {
			return x.Q.Value.Num().Int64(), true
		}
		return 0, false
	}
	add := func(q facts.Quantity, n int) int {
		q, n = l.ofMillions(q, i, n)
		q, n = l.ofAPoint(q, i, n)
		l.quantity(Item{Entry: language.Entry{Class: language.IsQuantity}, Q: &q, Start: t.Start, End: l.ts[i+n-1].End, Text: t.Text})
		return n
	}
	if n, ok := whole(i); ok && n > 0 {
		switch {
		case get(i+1).Text == "in" && ofTime(i+3):
		case get(i+1).Text == "in" && get(i+2).Kind == language.NumberToken && (get(i+2).Q.InWords || t.Q.InWords || n < 10):
			if d, ok := whole(i + 2); ok && d > n && d <= 100 && (d <= 20 || d == 100 || d == 50) {
				return add(facts.FractionOf(n, d), 3)
			}
		case t.Q.InWords && i+3 < len(l.ts) && (get(i+1).Kind == language.WordToken && (l.plainWord(i+1) || get(i+1).Text == "resident") || get(i+1).Kind == language.MarkToken && get(i+1).Text == "") && get(i+2).Text == "in" && get(i+3).Kind == language.NumberToken && get(i+3).Q.InWords && !ofTime(i+4):
			if d, ok := whole(i + 3); ok && d > n && d <= 20 {
				add(facts.FractionOf(n, d), 1) // "one carer in ten": the carer is read behind it
				l.take(i+2, i+3)
				return 1
			}
		case t.Q.InWords && get(i+1).Text == "in" && get(i+2).Text == "every" && get(i+3).Kind == language.NumberToken && get(i+3).Q.InWords:
			if d, ok := whole(i + 3); ok && d > n && d <= 20 {
				return add(facts.FractionOf(n, d), 4) // "nine in every ten"
			}
		case get(i+1).Text == "out" && get(i+2).Text == "of":
			k := i + 3
			if get(k).Text == "every" {
				k++
			}
			if d, ok := whole(k); ok && d > n && (d <= 20 && t.Q.InWords || d == 10) { // "4 out of 10", but not "15 out of 24"
				return add(facts.FractionOf(n, d), k-i+1)
			}
		case language.Parts[get(i+1).Text] > 0 && t.Q.InWords && get(i+1).Text != "second":
			if d := language.Parts[get(i+1).Text]; n < d {
				return add(facts.FractionOf(n, d), 2)
			}
		}
	}
	if n := l.aPoint(i); n > 0 {
		return n
	}
	if n := max(l.inDays(i), l.inWeeks(i)); n > 0 {
		return n
	}
	switch {
	case (t.Text == "a" || t.Text == "an" || t.Text == "one") && language.Parts[get(i+1).Text] > 0 && get(i+2).Text != "year" && get(i+2).Text != "consecutive" && get(i+2).Text != "successive" && get(i+2).Text != "of a" &&
		get(i+1).Text != "quarters":
		return add(facts.FractionOf(1, language.Parts[get(i+1).Text]), 2)
	case t.Text == "half" && get(i+1).Text == "as":
	case t.Text == "half" || t.Text == "one-half":
		return add(facts.FractionOf(1, 2), 1)
	case t.Text == "one-third" || t.Text == "two-thirds" || t.Text == "one-quarter" || t.Text == "three-quarters" || t.Text == "one-fifth" || t.Text == "two-fifths" || t.Text == "three-fifths":
		a, b, _ := strings.Cut(t.Text, "-")
		return add(facts.FractionOf(language.SmallNumbers[a], language.Parts[b]), 1)
	}
	return 0
}

// aPoint reads "a point", "a full percentage point", "half a point", "half a per cent".
func (l *lexer) aPoint(i int) int {
	k := i
	next := func(words ...string) bool {
		if k < len(l.ts) && slices.Contains(words, l.ts[k].Text) {
			k++
			return true
		}
		return false
	}
	half := next("half")
	if one := l.ts[i].Text == "one" && i > 0 && (l.ts[i-1].Text == "within" || l.ts[i-1].Text == "by"); !(one && next("one")) && !next("a") {
		return 0
	}
	if !half {
		next("full", "whole", "single", "mere", "bare")
	}
	if half && next("per") && next("cent") || half && next("percent") {
		q := facts.Quantity{Value: exact.Rat(1, 2), Step: 5, Loose: 5, Den: 10, Unit: facts.Percent, InWords: true}
		l.quantity(Item{Entry: language.Entry{Class: language.IsQuantity}, Q: &q, Start: l.ts[i].Start, End: l.ts[k-1].End, Text: l.ts[i].Text})
		return k - i
	}
	next("percentage")
	if !next("point") {
		return 0
	}
	end := k
	if next("of", "in", "where") && !half && !(i > 0 && l.ts[i-1].Text == "within") {
		return 0 // "a point of principle"
	}
	q := facts.Quantity{Value: exact.Rat(1, 1), Step: 1, Loose: 1, Den: 1, Unit: facts.Points, InWords: true}
	if half {
		is := exact.Around(exact.Rat(1, 2), exact.Rat(3, 20)) // which 0.7 of a point isn't
		q = facts.Quantity{Value: exact.Rat(1, 2), Is: &is, Step: 5, Loose: 5, Den: 10, Unit: facts.Points, InWords: true}
	}
	l.quantity(Item{Entry: language.Entry{Class: language.IsQuantity}, Q: &q, Start: l.ts[i].Start, End: l.ts[end-1].End, Text: l.ts[i].Text})
	return end - i
}

// inDays reads "a fortnight" and "a week" as days where they are the difference between two
// times that the sentence has in days: "117 days, a fortnight less than in the year before".
func (l *lexer) inDays(i int) int {
	if i+1 >= len(l.ts) || l.ts[i].Text != "a" {
		return 0
	}
	days := int64(0)
	switch l.ts[i+1].Text {
	case "week":
		days = 7
	case "fortnight":
		days = 14
	}
	next := ""
	if i+2 < len(l.ts) {
		next = l.ts[i+2].Text
	}
	switch next {
	case "less", "more", "fewer", "shorter", "longer":
	default:
		if i == 0 || l.ts[i-1].Text != "by" || !l.inDaysToo {
			return 0
		}
	}
	if days != 0 && l.inDaysToo {
		return l.fewDays(i, days)
	}
	if days == 0 || !language.AnyOf(l.ts[:i], func(t *language.Token) bool { return t.Text == "days" }) {
		return 0
	}
	return l.fewDays(i, days)
}

// fewDays adds a time that is said in weeks, in days.
func (l *lexer) fewDays(i int, days int64) int {
	q := language.Exactly(days)
	is := exact.Around(q.Value, exact.Rat(2, 1))
	q.Is, q.InWords = &is, true
	l.quantity(Item{Entry: language.Entry{Class: language.IsQuantity}, Q: &q, Start: l.ts[i].Start, End: l.ts[i+1].End, Text: l.ts[i].Text})
	return 2
}

// ofMillions makes an amount of a fraction of n tokens at i where a million or so is behind
// it: "a quarter of a billion pounds", "half a million".
func (l *lexer) ofMillions(q facts.Quantity, i, n int) (facts.Quantity, int) {
	k := i + n
	if k < len(l.ts) && l.ts[k].Text == "of" {
		k++
	} else if l.ts[i].Text != "half" {
		return q, n
	}
	if k+1 >= len(l.ts) || l.ts[k].Text != "a" || language.Scales[l.ts[k+1].Text] < 1_000 {
		return q, n
	}
	scale := language.Scales[l.ts[k+1].Text]
	v := new(big.Rat).Mul(q.Value, exact.Rat(scale, 100))
	is := exact.Around(v, new(big.Rat).Mul(v, exact.Rat(1, 20)))
	q = facts.Quantity{Value: v, Step: scale / 1_000, Den: 1, Is: &is, Unit: facts.Bare, InWords: true}
	n = k + 2 - i
	if i+n < len(l.ts) && l.ts[i+n].Text == "pounds" {
		q.Unit, n = facts.Pounds, n+1
	} else if language.AnyOf(l.ts, func(t *language.Token) bool { return t.Kind == language.NumberToken && t.Q.Unit == facts.Pounds }) {
		q.Unit = facts.Pounds // as the sentence's other amounts
	}
	return q, n
}

// ofAPoint makes points, or a percentage, of a fraction of n tokens at i where "of a point" or "of one per cent" is
// behind it: "three tenths of a percentage point".
func (l *lexer) ofAPoint(q facts.Quantity, i, n int) (facts.Quantity, int) {
	k := i + n
	word := func(w string) bool {
		if k < len(l.ts) && l.ts[k].Text == w {
			k++
			return true
		}
		return false
	}
	unit := facts.Points
	if !word("of") {
		return q, n
	}
	switch one := k < len(l.ts) && l.ts[k].Kind == language.NumberToken && l.ts[k].Q.Unit == facts.Percent && l.ts[k].Q.Value.Cmp(exact.Rat(1, 1)) == 0; {
	case one:
		unit, k = facts.Percent, k+1
	case !word("a"):
		return q, n
	case word("percent") || word("per") && word("cent"):
		unit = facts.Percent
	default:
		word("percentage")
		if !word("point") {
			return q, n
		}
	}
	if q.Value == nil {
		return q, n
	}
	v := new(big.Rat).Mul(q.Value, exact.Rat(1, 100))
	is := exact.Around(v, new(big.Rat).Mul(v, exact.Rat(1, 3))) // "a fifth of a point"
	if strings.HasPrefix(l.ts[i+n-1].Text, "tenth") {
		is = exact.Around(v, exact.Rat(1, 20))
	}
	return facts.Quantity{Value: v, Step: 1, Den: 10, Is: &is, Unit: unit, InWords: true}, k - i
}

// plainWord reports whether the word at token i belongs to a subject, or is plain.
func (l *lexer) plainWord(i int) bool {
	if l.owns(l.ts[i].Text) || l.dictionary.Plain[l.ts[i].Text] {
		return true
	}
	n := l.says(i)
	return n != nil && len(n.Here) > 0 && n.Here[0].Class == language.IsPlain
}

// quantity adds a quantity, under the hedge before it.
func (l *lexer) quantity(it Item) {
	if n := len(l.items); n > 0 && l.items[n-1].Class == language.IsHedge {
		it.Q.Apply(l.hedge())
		it.Start = l.items[n-1].Start
		l.items = l.items[:n-1]
	}
	l.items = append(l.items, it)
}

// hedge is that of the last item: "a shade under" is nearly as much.
func (l *lexer) hedge() facts.Hedge {
	n := len(l.items)
	h := l.items[n-1].Hedge
	if n < 2 || l.items[n-2].Word != "a fraction|shade|touch|notch|whisker|hair" {
		return h
	}
	switch h {
	case facts.Under:
		return facts.Nearly
	case facts.Over:
		return facts.JustOver
	}
	return h
}

// number reads a figure with what it is per: "24.1 per 1,000 people aged 65 and over".
func (l *lexer) number(i int) int {
	t := &l.ts[i]
	if i > 0 && l.ts[i-1].Text == "per" && t.Q.Unit == facts.Bare {
		return 1 // the base of a rate that is only named
	}
	if i > 1 && l.ts[i-1].Text == "every" && (l.ts[i-2].Text == "for" || l.ts[i-2].Text == "of" || l.ts[i-2].Text == "in") && t.Q.IsWhole() && t.Q.Value.Cmp(exact.Rat(100, 1)) >= 0 {
		if n := len(l.items) - 3; i > 2 && l.ts[i-3].Kind == language.NumberToken && n >= 0 && l.items[n].Class == language.IsQuantity && l.items[n].Q.Unit == facts.Bare {
			l.items[n].Q.Per = t.Q.Value.Num().Int64() // "107 of every 1,000 people"
			return 1
		}
		l.every = t.Q.Value.Num().Int64() // "for every 1,000 discharges there were 87"
		return 1
	}
	q := *t.Q
	if n := l.pointsBehind(i); n > 1 && q.Unit == facts.Bare {
		q.Unit = facts.Points
		l.quantity(Item{Entry: language.Entry{Class: language.IsQuantity}, Q: &q, Start: t.Start, End: l.ts[i+n-1].End, Text: t.Text})
		return n
	}
	if l.every != 0 && q.Unit == facts.Bare {
		q.Per, l.every = l.every, 0
	} else if per := l.base(i); per != 0 {
		q.Per = per
	}
	l.quantity(Item{Entry: language.Entry{Class: language.IsQuantity}, Q: &q, Start: t.Start, End: t.End, Text: t.Text})
	return 1
}

// pointsBehind is how many tokens "0.4 of a percentage point" has at i, 1 where it isn't one.
func (l *lexer) pointsBehind(i int) int {
	form := []string{"of", "a", "percentage", "point"}
	n := 1
	for _, w := range form {
		switch {
		case i+n < len(l.ts) && l.ts[i+n].Text == w:
			n++
		case w != "percentage":
			return 1
		}
	}
	return n
}

// base is what the figure at token i is per, which is then read; 0 where nothing
// says. In "11,152 admissions per 100,000" it is some words on.
func (l *lexer) base(i int) (per int64) {
	for k := i + 1; k < len(l.ts) && k <= i+6; k++ {
		x := &l.ts[k]
		if x.Kind == language.MarkToken && x.Text != "" || x.Kind == language.NumberToken {
			break
		}
		if x.Text == "per" || (x.Text == "for" || x.Text == "in") && k+1 < len(l.ts) && (l.ts[k+1].Text == "every" || l.ts[k+1].Text == "each") {
			b := k + 1
			if b < len(l.ts) && (l.ts[b].Text == "every" || l.ts[b].Text == "each") {
				b++
			}
			if b < len(l.ts) && l.ts[b].Text == "thousand" {
				l.take(b, b)
				l.take(k, k)
				return 1000
			}
			if b < len(l.ts) && l.ts[b].Kind == language.NumberToken && l.ts[b].Q.IsWhole() {
				per = l.ts[b].Q.Value.Num().Int64()
				l.take(b, b)
				l.take(k, k)
			}
			return per
		}
	}
	return 0
}
