package sums

import (
	"fmt"
	"math/big"
	"slices"

	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file holds what a sentence makes of two of its own figures against them, whatever
// they are of: "rose by 16 points, from 74% in the spring to 88%", "three quarters of the
// pledges (15 of 24)", "£84,000, or £210 a head for the 500 carers".

// figures holds what the sentence says of two of its figures.
func (c *sums) figures() {
	c.sizes()
	c.fractionsOf()
	c.perHead()
	c.addsUp()
}

// pairOf is two figures of a sentence, the earlier one first, and the tokens that they are at.
type pairOf struct {
	from, to   int
	start, end int // the tokens of the whole
}

// sizes holds the size of a change against the figures that it is from and to.
func (c *sums) sizes() {
	now := c.has(0, len(c.ts), "now")
	for i := range c.ts {
		p, ok := c.fromTo(i)
		if !ok && now {
			p, ok = c.thenNow(i)
		}
		if !ok {
			continue
		}
		if q, at, end, sign, ok := c.sizeBefore(p.start); ok {
			c.holdChange(q, at, end, sign, p)
		} else if q, at, end, sign, ok := c.sizeBehind(p.end); ok {
			c.holdChange(q, at, end, sign, p)
		}
	}
}

// fromTo reads "from A … to B" or "(A to B)" at token i, with words and years between that
// aren't figures.
func (c *sums) fromTo(i int) (p pairOf, ok bool) {
	switch c.text(i) {
	case "from":
	case "(":
	default:
		return p, false
	}
	p = pairOf{from: i + 1, start: i}
	if !c.figure(p.from) || slices.Contains(ranges, c.text(i-1)) || c.text(i-1) == "up" || c.text(i-1) == "down" && c.text(i+2) == "to" && c.figure(i+5) {
		return p, false
	}
	for k := p.from + 1; k < len(c.ts) && k <= p.from+9; k++ {
		switch t := &c.ts[k]; {
		case t.Text == "to" && c.figure(k+1):
			p.to, p.end = k+1, k+2
			if c.text(i) == "(" {
				if c.text(p.end) != ")" {
					return p, false
				}
				p.end++
			}
			return p, c.ts[p.from].Q.Unit == c.ts[p.to].Q.Unit && !c.goesOn(p.end)
		case t.Kind == language.YearToken, t.Kind == language.WordToken && !slices.Contains(ends, t.Text) && c.text(i) != "(":
		default:
			return p, false
		}
	}
	return p, false
}

// thenNow reads a figure at token i that is now another: "stood at £24.3m; it is now £29.8m".
func (c *sums) thenNow(i int) (p pairOf, ok bool) {
	if !c.figure(i) || !c.has(i-9, i, "ago", "stood", "was", "were", "had", "took") && !c.has(i, i+4, "ago") && !language.AnyOf(c.ts[i:min(i+4, len(c.ts))], func(t *language.Token) bool { return t.Kind == language.YearToken }) {
		return p, false
	}
	for k := i + 1; k < min(i+12, len(c.ts)); k++ {
		switch {
		case c.figure(k) && (c.has(k-4, k, "now") || c.text(k+1) == "now"):
			end := k + 1
			if c.text(end) == "now" {
				end++
			}
			return pairOf{from: i, to: k, start: i, end: end}, c.ts[i].Q.Unit == c.ts[k].Q.Unit
		case c.ts[k].Kind == language.NumberToken, c.ts[k].Kind == language.ReferenceToken:
			return p, false
		}
	}
	return p, false
}

// ranges are words before "from 5 to 12" that make it a range; ends are those behind a figure
// with which something else begins.
var (
	ranges = []string{"aged", "ages", "age", "range", "ranged", "ranging", "ranges", "varied", "varying", "open", "anywhere", "grades", "levels", "between"}
	ends   = []string{"and", "but", "while", "or", "then", "with", "by", "which", "before", "after"}
)

// goesOn reports whether what is behind the second figure makes it another one: "to 12 weeks
// to 3", "to 5 on weekdays and 10 to 4".
func (c *sums) goesOn(end int) bool {
	for k := end; k < min(end+7, len(c.ts)); k++ {
		switch t := &c.ts[k]; {
		case t.Text == "to" || t.Text == "fewer" || t.Text == "more" && k == end:
			return true
		case t.Kind == language.MarkToken && t.Text != "" && t.Text != ")":
			return false
		}
	}
	return false
}

// figure reports whether a token is a figure that can be subtracted.
func (c *sums) figure(i int) bool {
	return i >= 0 && i < len(c.ts) && c.ts[i].Kind == language.NumberToken && c.ts[i].Q.Value != nil && !c.ts[i].Q.Fraction && !c.ts[i].Q.Hedged &&
		(c.ts[i].Q.Unit == facts.Bare || c.ts[i].Q.Unit == facts.Pounds || c.ts[i].Q.Unit == facts.Percent)
}

// directionOf is 1 or -1 where a token is a word of direction, and 0 else.
func (c *sums) directionOf(i int) int {
	if i < 0 || i >= len(c.ts) || c.ts[i].Kind != language.WordToken {
		return 0
	}
	node := language.OfReports().After(c.ts[i].Text)
	if node == nil {
		return 0
	}
	for _, e := range node.Here {
		if e.Class == language.IsMove && !e.Judge && e.Word != "gap" {
			return e.N
		}
	}
	return 0
}

// sizeBefore is the size of a change right before the figures: "rose by 16 points over the
// year, from".
func (c *sums) sizeBefore(start int) (q facts.Quantity, at, end, sign int, ok bool) {
	for k := start - 1; k >= max(0, start-9); k-- {
		switch t := &c.ts[k]; {
		case t.Text == "by" && k > 0:
			if q, end, ok = c.size(k + 1); !ok || slices.Contains(each, c.text(end)) || c.has(end, start, each...) {
				return q, 0, 0, 0, false
			}
			sign = c.directionOf(k - 1)
			return q, k + 1, end, sign, sign != 0
		case t.Kind == language.ReferenceToken, t.Kind == language.MarkToken && t.Text != "," && t.Text != "":
			return q, 0, 0, 0, false
		case t.Kind == language.MarkToken && k != start-1 && t.Text != "":
			return q, 0, 0, 0, false
		case t.Kind == language.WordToken && slices.Contains(ends, t.Text) && t.Text != "by":
			return q, 0, 0, 0, false
		}
	}
	return q, 0, 0, 0, false
}

// each are words behind the size of one of several steps.
var each = []string{"a", "each", "every", "per", "annually", "yearly", "monthly"}

// sizeBehind is the size of a change right behind the figures: ", a rise of 25%", ", 83 fewer".
func (c *sums) sizeBehind(end int) (q facts.Quantity, at, stop, sign int, ok bool) {
	k := end
	for k < len(c.ts) && k < end+6 && c.ts[k].Kind == language.WordToken && !slices.Contains(ends, c.text(k)) {
		k++ // "to 71 in the year, …"
	}
	for slices.Contains([]string{",", "(", "–", "or", "which", "is", "was", "that", "equivalent", "to", "i.e"}, c.text(k)) {
		k++
	}
	if k == end {
		return q, 0, 0, 0, false
	}
	of := k
	if c.text(of) == "a" || c.text(of) == "an" {
		of++
	}
	if sign = c.directionOf(of); sign != 0 && (c.text(of+1) == "of" || c.text(of+1) == "by") {
		q, stop, ok = c.size(of + 2)
		return q, of + 2, stop, sign, ok && !slices.Contains(each, c.text(stop))
	}
	if q, stop, ok = c.size(k); !ok {
		return q, 0, 0, 0, false
	}
	if sign = c.directionOf(stop); sign != 0 && slices.Contains([]string{"more", "fewer", "less", "higher", "lower"}, c.text(stop)) && c.ends(stop+1) {
		return q, k, stop, sign, true
	}
	return q, 0, 0, 0, false
}

// ends reports whether a remark ends before token i.
func (c *sums) ends(i int) bool {
	return i >= len(c.ts) || c.ts[i].Kind == language.MarkToken && c.ts[i].Text != "" && c.ts[i].Text != "("
}

// size is a figure or a fraction under its hedge, at token i.
func (c *sums) size(i int) (q facts.Quantity, end int, ok bool) {
	for slices.Contains([]string{"some", "about", "around", "roughly", "just", "over", "under", "almost", "nearly", "more", "less", "than", "at", "least", "only"}, c.text(i)) {
		i++
	}
	if q, end, ok = c.portion(i); ok {
		return q, end, true
	}
	if c.text(i) == "half" {
		q, end, ok = facts.FractionOf(1, 2), i+1, true
	} else if i < len(c.ts) && c.ts[i].Kind == language.NumberToken && c.ts[i].Q.Value != nil {
		q, end, ok = *c.ts[i].Q, i+1, true
	}
	if ok && c.hedged(i) {
		q.Apply(facts.About)
	}
	return q, end, ok
}

// holdChange holds the size of a change against two figures.
func (c *sums) holdChange(q facts.Quantity, at, end, sign int, p pairOf) {
	from, to := c.ts[p.from].Q, c.ts[p.to].Q
	if to.Value.Cmp(from.Value) != sign || from.Value.Sign() <= 0 {
		return // the way is held by holdWay
	}
	a, b := unrounded(from), unrounded(to)
	difference := exact.Interval{Low: new(big.Rat).Sub(b.Low, a.High), High: new(big.Rat).Sub(b.High, a.Low)}
	ratio := exact.Interval{Low: exact.PercentChange(a.High, b.Low), High: exact.PercentChange(a.Low, b.High)}
	if sign < 0 {
		difference = exact.Interval{Low: new(big.Rat).Neg(difference.High), High: new(big.Rat).Neg(difference.Low)}
		ratio = exact.Interval{Low: new(big.Rat).Neg(ratio.High), High: new(big.Rat).Neg(ratio.Low)}
	}
	is, inPoints := new(big.Rat).Sub(to.Value, from.Value), false
	expected := ExactAmount(is.Abs(is), from.Unit)
	got := difference
	switch {
	case q.Fraction || q.Unit == facts.Percent:
		got = ratio
		change := exact.PercentChange(from.Value, to.Value)
		expected = change.Abs(change).FloatString(1) + "%"
		if from.Unit == facts.Percent {
			inPoints = true
			expected = exact.Decimal(is) + " percentage points, or " + expected
		}
	case from.Unit == facts.Percent && q.Unit == facts.Points:
		expected = exact.Decimal(is) + " percentage points"
	case q.Unit != from.Unit || from.Unit == facts.Percent || c.counts(at, end, p):
		return
	}
	c.tellFigures(q, at, end, p, got, expected, inPoints && q.In().Meets(difference))
}

// counts reports whether a size counts something else than the two figures do: "grew by
// two homes, from 60 beds to 84".
func (c *sums) counts(at, end int, p pairOf) bool {
	what := c.nounAt(end)
	for _, k := range []int{p.from, p.to} {
		if of := c.nounAt(k + 1); what != "" && of != "" && of != what {
			return true
		}
	}
	return false
}

// nounAt is the word that says what a figure counts, or "" where what is behind it is another
// kind of word.
func (c *sums) nounAt(i int) string {
	t := c.text(i)
	if i >= len(c.ts) || c.ts[i].Kind != language.WordToken || c.directionOf(i) != 0 {
		return ""
	}
	if node := language.OfReports().After(t); node != nil && slices.ContainsFunc(node.Here, func(e *language.Entry) bool { return e.Class != language.IsPlain && e.Class != language.IsUnknown }) {
		return ""
	}
	if slices.Contains([]string{"in", "at", "on", "over", "the", "to", "by", "from", "since", "during", "between", "a", "this", "last"}, t) {
		return ""
	}
	return t
}

// fractionsOf holds a fraction against the part and the whole that are named in brackets or
// between dashes behind it: "almost three quarters of the pledges – 15 of 24 –".
func (c *sums) fractionsOf() {
	for i := range c.ts {
		q, end, ok := c.portion(i)
		if !ok || q.Unit == facts.Percent && !q.Fraction {
			if c.text(i) != "half" || c.text(i+1) != "of" {
				continue
			}
			q, end = facts.FractionOf(1, 2), i+1
			c.hedge(&q, i)
		}
		if c.text(end) != "of" {
			continue
		}
		k := c.nextMark(end)
		if k < 0 || k > end+9 || c.text(k) != "(" && c.text(k) != "–" || !c.amount(k+1) || c.text(k+2) != "of" {
			continue
		}
		whole := k + 3
		for slices.Contains([]string{"the", "its", "our", "all"}, c.text(whole)) {
			whole++
		}
		if !c.amount(whole) || !c.ends(whole+1) || c.ts[whole].Q.Unit != c.ts[k+1].Q.Unit {
			continue
		}
		c.check(i, end, q, k+1, whole, false)
	}
}

// perHead holds an amount for each of a number of people against the whole: "£84,000, or £210
// a head for the 500 carers".
func (c *sums) perHead() {
	var amounts, counts []int
	for i := range c.ts {
		switch t := &c.ts[i]; {
		case t.Kind == language.ReferenceToken:
			return
		case t.Kind == language.NumberToken && t.Q.Unit == facts.Pounds && t.Q.Value != nil:
			amounts = append(amounts, i)
		case t.Kind == language.NumberToken:
			counts = append(counts, i)
		}
	}
	if len(amounts) != 2 || len(counts) != 1 || c.ts[counts[0]].Q.Value == nil || c.ts[counts[0]].Q.Unit != facts.Bare || c.ts[counts[0]].Q.Value.Cmp(exact.Rat(1, 1)) <= 0 {
		return
	}
	whole, one, n := c.ts[amounts[0]].Q, c.ts[amounts[1]].Q, c.ts[counts[0]].Q
	k := amounts[1] + 1
	behind := c.text(k) == "each" || c.text(k) == "apiece" || (c.text(k) == "a" || c.text(k) == "per") && (c.text(k+1) == "head" || c.text(k+1) == "person") || c.text(k) == "for" && (c.text(k+1) == "each" || c.text(k+1) == "every")
	named := counts[0] < amounts[1] && c.ends(k+1) || counts[0] > amounts[1] && counts[0] <= k+5
	if !behind || !named || one.Value.Cmp(whole.Value) > 0 || one.Value.Sign() <= 0 || c.hedged(amounts[0]) || c.hedged(counts[0]) || c.has(0, len(c.ts), "more", "extra", "further", "rise", "increase") {
		return
	}
	w, m, q := unrounded(whole), unrounded(n), *one
	if c.hedged(amounts[1]) {
		q.Apply(facts.About)
	}
	got := exact.Interval{Low: new(big.Rat).Quo(w.Low, m.High), High: new(big.Rat).Quo(w.High, m.Low)}
	is := new(big.Rat).Quo(whole.Value, n.Value)
	digits := 0
	if is.Cmp(exact.Rat(10, 1)) < 0 {
		digits = 2
	}
	c.tellFigures(q, amounts[1], amounts[1]+1, pairOf{from: amounts[0], to: counts[0], start: amounts[0], end: max(counts[0], amounts[1]) + 1}, got, "£"+is.FloatString(digits), false)
}

// tellFigures tells what a sentence makes of two figures, which is got.
func (c *sums) tellFigures(q facts.Quantity, at, end int, p pairOf, got exact.Interval, expected string, inPoints bool) {
	cl := c.tell(min(at, p.start), max(end, p.end)-1, at, end-1)
	cl.Quantity, cl.Unit, cl.Comparator, cl.Expected = q.Bounds(), q.Unit, "of", expected
	if !q.In().Meets(got) {
		cl.Verdict, cl.Slip = claim.Contradicted, "sum"
		cl.Message = fmt.Sprintf("the text has %s; with %s and %s it is %s", cl.Words, c.words(p.from, p.from), c.words(p.to, p.to), expected)
		if inPoints {
			cl.Slip = "points"
			cl.Message += "; percent and percentage points are taken for each other"
		}
		cl.Hint = "correct it or the figures"
		cl.Evidence = c.evidence(min(p.from, p.to), "the figures")
	}
}
