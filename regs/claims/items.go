package claims

import (
	"math/big"
	"slices"
	"strings"
)

// item is a run of tokens with what it means.
type item struct {
	entry
	start, end int // bytes of the passage
	text       string
	q          *quantity
	// calendar is true of a period such as "2025".
	calendar bool
	// known is true of a period that is a year as written.
	known bool
	// possessive is true of "Scotland's".
	possessive bool
	ordinal    int64
	ref        *referred
	// loose is true of a name that people use loosely, and of a word that only such sentences
	// have.
	loose bool
	// demoted is true of an amount's name in a sentence that speaks of no money.
	demoted bool
}

// age reads "aged 65 and over", "over-65s", "65+": what a subject is about by
// itself, and what narrows any other.
func (l *lexer) age(i int) int {
	at := func(k int) string {
		if k < len(l.ts) {
			return l.ts[k].text
		}
		return ""
	}
	isAge := func(k int) bool {
		if k >= len(l.ts) || l.ts[k].kind != numberToken || l.ts[k].q.unit != bare || l.ts[k].q.inWords || !l.ts[k].q.value.IsInt() {
			return false
		}
		n := l.ts[k].q.value.Num().Int64()
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
	class := isUnknown
	if l.owns(age) || l.isRate() && l.namesakeOwns(age) {
		class = isPlain
	}
	l.items = append(l.items, item{entry: entry{class: class, word: "aged " + age}, start: l.ts[i].start, end: l.ts[i+n-1].end, text: "aged " + age})
	return n
}

// isRate reports whether the figure read last is per so many people.
func (l *lexer) isRate() bool {
	for _, it := range slices.Backward(l.items) {
		if it.class == isQuantity {
			return it.q.per != 0
		}
	}
	return false
}

// namesakeOwns reports whether a word is one of a thing that goes by nearly the name of a subject.
func (l *lexer) namesakeOwns(word string) bool {
	return slices.ContainsFunc(l.own, func(t *Thing) bool {
		return slices.ContainsFunc(l.dictionary.namesakes[t], func(o *Thing) bool { own, _ := o.owns(word); return own })
	})
}

// fraction reads "a third of", "two thirds", "one in five", "half", "nine out of ten".
func (l *lexer) fraction(i int) int {
	t := &l.ts[i]
	get := func(k int) *token {
		if k < len(l.ts) {
			return &l.ts[k]
		}
		return &token{}
	}
	// "by two in four years" is no share
	ofTime := func(k int) bool {
		return slices.Contains([]string{"years", "months", "weeks", "days", "quarters", "surveys"}, get(k).text)
	}
	whole := func(k int) (int64, bool) {
		x := get(k)
		if x.kind == numberToken && x.q.value != nil && x.q.value.IsInt() && x.q.unit == bare {
			return x.q.value.Num().Int64(), true
		}
		return 0, false
	}
	add := func(q quantity, n int) int {
		q, n = l.ofMillions(q, i, n)
		q, n = l.ofAPoint(q, i, n)
		l.quantity(item{entry: entry{class: isQuantity}, q: &q, start: t.start, end: l.ts[i+n-1].end, text: t.text})
		return n
	}
	if n, ok := whole(i); ok && n > 0 {
		switch {
		case get(i+1).text == "in" && ofTime(i+3):
		case get(i+1).text == "in" && get(i+2).kind == numberToken && (get(i+2).q.inWords || t.q.inWords || n < 10):
			if d, ok := whole(i + 2); ok && d > n && d <= 100 && (d <= 20 || d == 100 || d == 50) {
				return add(fractionOf(n, d), 3)
			}
		case t.q.inWords && i+3 < len(l.ts) && (get(i+1).kind == wordToken && (l.plainWord(i+1) || get(i+1).text == "resident") || get(i+1).kind == markToken && get(i+1).text == "") && get(i+2).text == "in" && get(i+3).kind == numberToken && get(i+3).q.inWords && !ofTime(i+4):
			if d, ok := whole(i + 3); ok && d > n && d <= 20 {
				add(fractionOf(n, d), 1) // "one carer in ten": the carer is read behind it
				for k := i + 2; k <= i+3; k++ {
					l.ts[k].kind, l.ts[k].text, l.ts[k].ordinal = markToken, "", 0
				}
				return 1
			}
		case t.q.inWords && get(i+1).text == "in" && get(i+2).text == "every" && get(i+3).kind == numberToken && get(i+3).q.inWords:
			if d, ok := whole(i + 3); ok && d > n && d <= 20 {
				return add(fractionOf(n, d), 4) // "nine in every ten"
			}
		case get(i+1).text == "out" && get(i+2).text == "of":
			k := i + 3
			if get(k).text == "every" {
				k++
			}
			if d, ok := whole(k); ok && d > n && (d <= 20 && t.q.inWords || d == 10) { // "4 out of 10", but not "15 out of 24"
				return add(fractionOf(n, d), k-i+1)
			}
		case parts[get(i+1).text] > 0 && t.q.inWords && get(i+1).text != "second":
			if d := parts[get(i+1).text]; n < d {
				return add(fractionOf(n, d), 2)
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
	case (t.text == "a" || t.text == "an" || t.text == "one") && parts[get(i+1).text] > 0 && get(i+2).text != "year" && get(i+2).text != "consecutive" && get(i+2).text != "successive" && get(i+2).text != "of a" &&
		get(i+1).text != "quarters":
		return add(fractionOf(1, parts[get(i+1).text]), 2)
	case t.text == "half" && get(i+1).text == "as":
	case t.text == "half" || t.text == "one-half":
		return add(fractionOf(1, 2), 1)
	case t.text == "one-third" || t.text == "two-thirds" || t.text == "one-quarter" || t.text == "three-quarters" || t.text == "one-fifth" || t.text == "two-fifths" || t.text == "three-fifths":
		a, b, _ := strings.Cut(t.text, "-")
		return add(fractionOf(smallNumbers[a], parts[b]), 1)
	}
	return 0
}

// aPoint reads "a point", "a full percentage point", "half a point", "half a per cent".
func (l *lexer) aPoint(i int) int {
	k := i
	next := func(words ...string) bool {
		if k < len(l.ts) && slices.Contains(words, l.ts[k].text) {
			k++
			return true
		}
		return false
	}
	half := next("half")
	if one := l.ts[i].text == "one" && i > 0 && (l.ts[i-1].text == "within" || l.ts[i-1].text == "by"); !(one && next("one")) && !next("a") {
		return 0
	}
	if !half {
		next("full", "whole")
	}
	if half && next("per") && next("cent") || half && next("percent") {
		q := quantity{value: rat(1, 2), step: 5, loose: 5, den: 10, unit: percent, inWords: true}
		l.quantity(item{entry: entry{class: isQuantity}, q: &q, start: l.ts[i].start, end: l.ts[k-1].end, text: l.ts[i].text})
		return k - i
	}
	next("percentage")
	if !next("point") {
		return 0
	}
	end := k
	if next("of", "in", "where") && !half && !(i > 0 && l.ts[i-1].text == "within") {
		return 0 // "a point of principle"
	}
	q := quantity{value: rat(1, 1), step: 1, loose: 1, den: 1, unit: points, inWords: true}
	if half {
		q = quantity{value: rat(1, 2), step: 5, loose: 5, den: 10, unit: points, inWords: true}
	}
	l.quantity(item{entry: entry{class: isQuantity}, q: &q, start: l.ts[i].start, end: l.ts[end-1].end, text: l.ts[i].text})
	return end - i
}

// inDays reads "a fortnight" and "a week" as days where they are the difference between two
// times that the sentence has in days: "117 days, a fortnight less than in the year before".
func (l *lexer) inDays(i int) int {
	if i+1 >= len(l.ts) || l.ts[i].text != "a" {
		return 0
	}
	days := int64(0)
	switch l.ts[i+1].text {
	case "week":
		days = 7
	case "fortnight":
		days = 14
	}
	next := ""
	if i+2 < len(l.ts) {
		next = l.ts[i+2].text
	}
	switch next {
	case "less", "more", "fewer", "shorter", "longer":
	default:
		if i == 0 || l.ts[i-1].text != "by" || !l.inDaysToo {
			return 0
		}
	}
	if days != 0 && l.inDaysToo {
		return l.fewDays(i, days)
	}
	if days == 0 || !anyOf(l.ts[:i], func(t *token) bool { return t.text == "days" }) {
		return 0
	}
	return l.fewDays(i, days)
}

// fewDays adds a time that is said in weeks, in days.
func (l *lexer) fewDays(i int, days int64) int {
	q := exactly(days)
	is := around(q.value, rat(2, 1))
	q.is, q.inWords = &is, true
	l.quantity(item{entry: entry{class: isQuantity}, q: &q, start: l.ts[i].start, end: l.ts[i+1].end, text: l.ts[i].text})
	return 2
}

// ofMillions makes an amount of a fraction of n tokens at i where a million or so is behind
// it: "a quarter of a billion pounds", "half a million".
func (l *lexer) ofMillions(q quantity, i, n int) (quantity, int) {
	k := i + n
	if k < len(l.ts) && l.ts[k].text == "of" {
		k++
	} else if l.ts[i].text != "half" {
		return q, n
	}
	if k+1 >= len(l.ts) || l.ts[k].text != "a" || scales[l.ts[k+1].text] < 1_000 {
		return q, n
	}
	scale := scales[l.ts[k+1].text]
	v := new(big.Rat).Mul(q.value, rat(scale, 100))
	is := around(v, new(big.Rat).Mul(v, rat(1, 20)))
	q = quantity{value: v, step: scale / 1_000, den: 1, is: &is, unit: bare, inWords: true}
	n = k + 2 - i
	if i+n < len(l.ts) && l.ts[i+n].text == "pounds" {
		q.unit, n = pounds, n+1
	} else if anyOf(l.ts, func(t *token) bool { return t.kind == numberToken && t.q.unit == pounds }) {
		q.unit = pounds // as the sentence's other amounts
	}
	return q, n
}

// ofAPoint makes points of a fraction of n tokens at i where "of a point" is behind it: "three
// tenths of a percentage point".
func (l *lexer) ofAPoint(q quantity, i, n int) (quantity, int) {
	k := i + n
	word := func(w string) bool {
		if k < len(l.ts) && l.ts[k].text == w {
			k++
			return true
		}
		return false
	}
	if !word("of") || !word("a") {
		return q, n
	}
	word("percentage")
	if !word("point") || q.value == nil {
		return q, n
	}
	v := new(big.Rat).Mul(q.value, rat(1, 100))
	is := around(v, new(big.Rat).Mul(v, rat(1, 3))) // "a fifth of a point"
	if strings.HasPrefix(l.ts[i+n-1].text, "tenth") {
		is = around(v, rat(1, 20))
	}
	return quantity{value: v, step: 1, den: 10, is: &is, unit: points, inWords: true}, k - i
}

// plainWord reports whether the word at token i belongs to a subject, or is plain.
func (l *lexer) plainWord(i int) bool {
	if l.owns(l.ts[i].text) || l.dictionary.plain[l.ts[i].text] {
		return true
	}
	n := l.says(i)
	return n != nil && len(n.here) > 0 && n.here[0].class == isPlain
}

// quantity adds a quantity, under the hedge before it.
func (l *lexer) quantity(it item) {
	if n := len(l.items); n > 0 && l.items[n-1].class == isHedge {
		it.q.apply(l.items[n-1].hedge)
		it.start = l.items[n-1].start
		l.items = l.items[:n-1]
	}
	l.items = append(l.items, it)
}

// number reads a figure with what it is per: "24.1 per 1,000 people aged 65 and over".
func (l *lexer) number(i int) int {
	t := &l.ts[i]
	if i > 0 && l.ts[i-1].text == "per" && t.q.unit == bare {
		return 1 // the base of a rate that is only named
	}
	if i > 1 && l.ts[i-1].text == "every" && (l.ts[i-2].text == "for" || l.ts[i-2].text == "of" || l.ts[i-2].text == "in") && t.q.unit == bare && t.q.value.IsInt() && t.q.value.Cmp(rat(100, 1)) >= 0 {
		if n := len(l.items) - 3; i > 2 && l.ts[i-3].kind == numberToken && n >= 0 && l.items[n].class == isQuantity && l.items[n].q.unit == bare {
			l.items[n].q.per = t.q.value.Num().Int64() // "107 of every 1,000 people"
			return 1
		}
		l.every = t.q.value.Num().Int64() // "for every 1,000 discharges there were 87"
		return 1
	}
	q := *t.q
	if n := l.pointsBehind(i); n > 1 && q.unit == bare {
		q.unit = points
		l.quantity(item{entry: entry{class: isQuantity}, q: &q, start: t.start, end: l.ts[i+n-1].end, text: t.text})
		return n
	}
	if l.every != 0 && q.unit == bare {
		q.per, l.every = l.every, 0
	} else if per := l.base(i); per != 0 {
		q.per = per
	}
	l.quantity(item{entry: entry{class: isQuantity}, q: &q, start: t.start, end: t.end, text: t.text})
	return 1
}

// pointsBehind is how many tokens "0.4 of a percentage point" has at i, 1 where it isn't one.
func (l *lexer) pointsBehind(i int) int {
	form := []string{"of", "a", "percentage", "point"}
	n := 1
	for _, w := range form {
		switch {
		case i+n < len(l.ts) && l.ts[i+n].text == w:
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
		if x.kind == markToken && x.text != "" || x.kind == numberToken {
			break
		}
		if x.text == "per" || (x.text == "for" || x.text == "in") && k+1 < len(l.ts) && (l.ts[k+1].text == "every" || l.ts[k+1].text == "each") {
			b := k + 1
			if b < len(l.ts) && (l.ts[b].text == "every" || l.ts[b].text == "each") {
				b++
			}
			if b < len(l.ts) && l.ts[b].text == "thousand" {
				l.ts[b].kind, l.ts[b].text = markToken, ""
				l.ts[k].kind, l.ts[k].text = markToken, ""
				return 1000
			}
			if b < len(l.ts) && l.ts[b].kind == numberToken && l.ts[b].q.value.IsInt() && l.ts[b].q.unit == bare {
				per = l.ts[b].q.value.Num().Int64()
				l.ts[b].kind, l.ts[b].text = markToken, ""
				l.ts[k].kind, l.ts[k].text = markToken, ""
			}
			return per
		}
	}
	return 0
}
