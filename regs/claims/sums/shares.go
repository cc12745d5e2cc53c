package sums

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file holds a percentage, a fraction or a multiple against the two amounts that are next to it: "149 of 212
// people (60%)", "of 60 that were reviewed 14, almost half", "from 64 to 31, more than halved". It needs to know no
// thing.

// shares holds each percentage and fraction of the sentence against the two amounts that are next to it.
func (c *sums) shares() {
	for i := range c.ts {
		q, end, ok := c.portion(i)
		if !ok {
			continue
		}
		part, whole, change, ok := c.beside(i, end)
		if !ok || c.ts[part].Q.Unit != c.ts[whole].Q.Unit {
			continue
		}
		c.check(i, end, q, part, whole, change)
	}
}

// portion is the percentage or fraction at token i, under its hedge.
func (c *sums) portion(i int) (q facts.Quantity, end int, ok bool) {
	if i >= len(c.ts) {
		return q, 0, false
	}
	t := &c.ts[i]
	if t.Kind == language.WordToken && t.Form != nil && !t.Form.Parts {
		return q, 0, false // as most words
	}
	switch {
	case t.Kind == language.NumberToken && t.Q.Unit == facts.Percent:
		q, end, ok = *t.Q, i+1, true
	case (t.Text == "a" || t.Text == "one") && language.Parts[c.text(i+1)] > 0 && c.text(i+2) != "year" && (c.text(i+2) != "of" || c.behindIt(i+2) > i+2):
		q, end, ok = facts.FractionOf(1, language.Parts[c.text(i+1)]), i+2, true
	case t.Text == "half" && (c.text(i+1) != "of" || c.behindIt(i+1) > i+1) && c.text(i-1) != "a":
		q, end, ok = facts.FractionOf(1, 2), i+1, true
	case t.Kind == language.NumberToken && t.Q.InWords && language.Parts[c.text(i+1)] > 0 && t.Q.Value.IsInt() && t.Q.Value.Sign() > 0:
		if n, d := t.Q.Value.Num().Int64(), language.Parts[c.text(i+1)]; n < d {
			q, end, ok = facts.FractionOf(n, d), i+2, true
		}
	}
	if !ok {
		return q, 0, false
	}
	c.hedge(&q, i)
	return q, c.behindIt(end), true
}

// behindIt is the token behind "of it" at a token, which says no more than that a portion is of what was named before, or
// that token where the words aren't there or don't end the remark: "£60.4m of the £108.7m, or more than half of it".
func (c *sums) behindIt(i int) int {
	if c.text(i) == "of" && slices.Contains([]string{"it", "that", "them", "this", "these", "those"}, c.text(i+1)) && (i+2 == len(c.ts) || c.ts[i+2].Kind == language.MarkToken) {
		return i + 2
	}
	return i
}

// hedge puts a portion under the hedge that is before token i.
func (c *sums) hedge(q *facts.Quantity, i int) {
	for _, h := range []struct {
		words []string
		is    facts.Hedge
	}{{[]string{"almost"}, facts.Nearly}, {[]string{"nearly"}, facts.Nearly}, {[]string{"just", "under"}, facts.Nearly}, {[]string{"about"}, facts.About}, {[]string{"around"}, facts.About}, {[]string{"roughly"}, facts.About},
		{[]string{"some"}, facts.About}, {[]string{"just", "over"}, facts.JustOver}, {[]string{"over"}, facts.Over}, {[]string{"more", "than"}, facts.Over}, {[]string{"less", "than"}, facts.Under}, {[]string{"fewer", "than"}, facts.Under}, {[]string{"under"}, facts.Under}, {[]string{"at", "least"}, facts.AtLeast}} {
		n := len(h.words)
		if i >= n && slices.EqualFunc(c.ts[i-n:i], h.words, func(t language.Token, w string) bool { return t.Text == w }) {
			q.Apply(h.is)
			break
		}
	}
}

// hedges may be between a mark and a portion.
var portionLead = []string{"almost", "nearly", "just", "under", "over", "about", "around", "roughly", "some", "more", "less", "fewer", "than", "at", "least", "or", "which", "is", "was",
	"that", "up", "down", "a", "an", "rise", "increase", "fall", "reduction", "drop", "of", "by", "only", "equivalent", "to", "being", "equal", "making", "i.e", "decrease", "also"}

// beside finds the two amounts that the portion at tokens i to end is said of.
func (c *sums) beside(i, end int) (part, whole int, change, ok bool) {
	// Behind: "60% (149 of 212)".
	if c.text(end) == "(" && c.amount(end+1) && (c.text(end+2) == "of" || c.text(end+2) == "out") {
		k := end + 3
		for slices.Contains([]string{"of", "the", "its", "our", "all"}, c.text(k)) {
			k++
		}
		if c.amount(k) && c.text(k+1) == ")" {
			return end + 1, k, false, true
		}
	}
	// After words: "86% of the savings that were planned: £4.7m of £6.2m".
	if k := c.nextMark(end); k > end && (c.text(k) == ":" || c.text(k) == "(") && c.amount(k+1) && c.text(k+2) == "of" {
		b := k + 3
		for slices.Contains([]string{"the", "its", "our", "all"}, c.text(b)) {
			b++
		}
		if c.amount(b) && (b+1 >= len(c.ts) || c.text(b+1) == ")" || c.text(b+1) == ",") {
			return k + 1, b, false, true
		}
	}
	// Within: "£2.8m is 1.1% of the budget of £247.6m".
	if verb := c.text(i - 1); c.amount(i-2) && c.text(end) == "of" && slices.Contains([]string{"is", "was", "equals", "represents", "makes", "are", "were"}, verb) {
		for k := end + 1; k < min(end+7, len(c.ts)); k++ {
			if c.amount(k) && c.ts[k].Q.Value.Cmp(c.ts[i-2].Q.Value) >= 0 {
				return i - 2, k, false, true
			}
			if c.ts[k].Kind != language.WordToken {
				break
			}
		}
	}
	if part, whole, ok := c.ofBudget(i, end); ok {
		return part, whole, false, true
	}
	// The portion ends the remark, and a mark is before it.
	if !slices.Contains([]string{"", ")", ",", ";", ":", "–"}, c.text(end)) && end < len(c.ts) {
		return 0, 0, false, false
	}
	at := i - 1
	for at >= 0 && slices.Contains(portionLead, c.text(at)) {
		if w := c.text(at); w == "up" || w == "down" || w == "rise" || w == "increase" || w == "fall" || w == "reduction" || w == "drop" || w == "decrease" {
			change = true
		}
		at--
	}
	if at < 0 || !slices.Contains([]string{"(", ",", "–", ":"}, c.text(at)) {
		return 0, 0, false, false
	}
	start := at - 1
	for start >= 0 && !slices.Contains([]string{";", "(", ":", "–"}, c.text(start)) {
		start--
	}
	var numbers []int
	for k := start + 1; k < at; k++ {
		if c.ts[k].Kind == language.NumberToken || c.ts[k].Kind == language.ReferenceToken || c.ts[k].Kind == language.YearToken {
			numbers = append(numbers, k)
		}
	}
	numbers = slices.DeleteFunc(numbers, func(k int) bool { return c.ts[k].Kind == language.YearToken })
	if len(numbers) != 2 || !c.amount(numbers[0]) || !c.amount(numbers[1]) {
		return 0, 0, false, false
	}
	a, b := numbers[0], numbers[1]
	between := func(words ...string) bool {
		for k := a + 1; k < b; k++ {
			if c.ts[k].Kind == language.WordToken && slices.Contains(words, c.ts[k].Text) {
				return true
			}
		}
		return false
	}
	switch {
	case c.text(a-1) == "from" && c.text(b-1) == "to":
		return b, a, true, c.ts[a].Q.Unit == c.ts[b].Q.Unit
	case change:
		return 0, 0, false, false
	case between("against") && c.limits(b) && c.ts[a].Q.Value.Cmp(c.ts[b].Q.Value) <= 0:
		return a, b, false, true
	case c.openedBy(a) && !between("and", "than", "to", "from") && c.ts[a].Q.Value.Cmp(c.ts[b].Q.Value) >= 0:
		return b, a, false, true
	case c.text(a-1) == "but" || c.text(a-1) == "except":
		return 0, 0, false, false // "all but nine of 204, or 96%"
	case c.text(a+1) == "out" && (c.ts[b].Q.Value.Cmp(exact.Rat(10, 1)) == 0 || c.hedged(a)):
		return 0, 0, false, false // "more than 7 out of 10 people (77.1%)" is a fraction, which is held against the data
	case (c.text(a+1) == "of" || c.text(a+1) == "out") && c.near(a+1, b) && c.ts[a].Q.Value.Cmp(c.ts[b].Q.Value) <= 0:
		return a, b, false, true
	}
	return 0, 0, false, false
}

// limits reports whether an amount is that of a target or a budget: "against a target of £6.2m".
func (c *sums) limits(b int) bool {
	return c.text(b-1) == "of" && slices.Contains([]string{"target", "budget", "plan", "goal", "allocation"}, c.text(b-2))
}

// ofBudget finds the amounts of a share of a budget: "cost £20.0m against a budget of £18.6m, an
// overspend of £1.4m, equal to 7.5% of its budget".
func (c *sums) ofBudget(i, end int) (part, whole int, ok bool) {
	if c.text(end) != "of" || !slices.Contains([]string{"its", "the", "that", "our", "their"}, c.text(end+1)) || c.text(end+2) != "budget" || end+3 < len(c.ts) && c.ts[end+3].Kind != language.MarkToken {
		return 0, 0, false
	}
	parts, wholes := 0, 0
	for k := 2; k < i; k++ {
		switch {
		case !c.amount(k) || c.ts[k].Q.Unit != facts.Pounds || c.text(k-1) != "of":
		case c.text(k-2) == "budget":
			whole, wholes = k, wholes+1
		case c.text(k-2) == "overspend" || c.text(k-2) == "underspend":
			part, parts = k, parts+1
		}
	}
	return part, whole, parts == 1 && wholes == 1
}

// nextMark is the first mark from token i on that has only words before it, or -1.
func (c *sums) nextMark(i int) int {
	for ; i < len(c.ts); i++ {
		switch {
		case c.ts[i].Kind == language.MarkToken && c.ts[i].Text != "":
			return i
		case c.ts[i].Kind != language.WordToken:
			return -1
		}
	}
	return -1
}

// openedBy reports whether "of" before a begins its clause: "Of the 60
// readmissions … 14".
func (c *sums) openedBy(a int) bool {
	k := a - 1
	for k > 0 && slices.Contains([]string{"the", "these", "those", "all", "our", "its"}, c.text(k)) {
		k--
	}
	if c.text(k) != "of" || c.text(k-1) == "out" {
		return false
	}
	p := c.text(k - 1)
	return k == 0 || slices.Contains([]string{",", ";", ":", "(", "–", "and", "but"}, p)
}

// near reports whether there is nothing but determiners from k up to b.
func (c *sums) near(k, b int) bool {
	for ; k < b; k++ {
		if !slices.Contains([]string{"of", "out", "the", "its", "our", "all", "these", "those", "a", "total", "budget", "every"}, c.text(k)) {
			return false
		}
	}
	return true
}

// check holds the portion against what the amounts can give before they were
// rounded.
func (c *sums) check(i, end int, q facts.Quantity, part, whole int, change bool) {
	p, w := c.ts[part].Q, c.ts[whole].Q
	if w.In().Low == nil || w.In().High == nil || p.In().Low == nil || p.In().High == nil || w.In().Low.Sign() <= 0 {
		return
	}
	if slices.Contains(language.TimeUnits, strings.TrimSuffix(c.text(part+1), "s")) && c.text(part+1) != c.text(whole+1) {
		return // "of the three localities … within three weeks, at 78.1%"
	}
	for k := max(part, whole) + 1; k < i; k++ {
		if slices.Contains([]string{"while", "whereas", "although", ";"}, c.text(k)) || c.text(k) == "," && (c.text(k+1) == "and" || c.text(k+1) == "but") {
			return // another clause has the portion
		}
	}
	pIs, wIs := unrounded(p), unrounded(w)
	if least := exact.Rat(80, 1); change && p.Unit == facts.Bare && p.Value.Cmp(least) >= 0 && w.Value.Cmp(least) >= 0 {
		pIs, wIs = p.Rounded(), w.Rounded() // rates, which were rounded
	}
	percentOf := func(a, b *big.Rat) *big.Rat {
		r := new(big.Rat).Quo(a, b)
		r.Mul(r, exact.Rat(100, 1))
		if change {
			r.Sub(r, exact.Rat(100, 1))
		}
		return r
	}
	got := exact.Interval{Low: percentOf(pIs.Low, wIs.High), High: percentOf(pIs.High, wIs.Low)}
	quotient := percentOf(p.Value, w.Value)
	if change {
		if quotient.Sign() < 0 {
			got = exact.Interval{Low: new(big.Rat).Neg(got.High), High: new(big.Rat).Neg(got.Low)}
		}
		quotient.Abs(quotient)
	}
	cl := c.tell(min(i, part, whole), max(end-1, part, whole), i, end-1)
	cl.Quantity, cl.Unit, cl.Comparator, cl.Expected = q.Bounds(), facts.Percent, "of", quotient.FloatString(1)+"%"
	if !q.In().Meets(got) {
		word := "of"
		if change {
			word = "after"
		}
		cl.Verdict, cl.Slip = claim.Contradicted, "sum"
		cl.Message = fmt.Sprintf("the text has %s; %s %s %s is %s", cl.Words, c.words(part, part), word, c.words(whole, whole), cl.Expected)
		cl.Hint = "correct the percentage or the amounts"
		cl.Evidence = c.evidence(min(part, whole), "the amounts")
	}
}
