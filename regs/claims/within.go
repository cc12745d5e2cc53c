package claims

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// This file holds the figures of one sentence against each other. What doesn't add up
// by itself is wrong whatever the data have.

// within holds the sentence against itself: "down from £43.6m" behind £44.2m, "edged
// upwards, from 452 to 421". What was found wrong against the data isn't told again.
func (s *statement) within() {
	for i := range s.items {
		s.withinBeside(i)
		s.withinSequel(i)
		if s.items[i].class != isRole || s.items[i].role != "from" || i+1 >= len(s.items) {
			continue
		}
		a := s.plainTo(i+1, isQuantity)
		m := s.moveBefore(i)
		if a < 0 || m < 0 || s.denies() {
			continue
		}
		if b := s.toBehind(a); b >= 0 {
			s.holdWay(m, a, []int{b})
		} else if s.startsRemark(m) {
			s.holdWay(m, a, s.figuresBefore(m, s.items[a].q))
		}
	}
}

// withinBeside holds a comparison of two figures of the sentence: "71 people, more than the
// 164 a year earlier".
func (s *statement) withinBeside(i int) {
	it := &s.items[i]
	sign := it.n
	if it.judge && s.only != nil {
		sign *= s.only.Better
	} else if it.judge {
		sign = 0
	}
	if it.class != isBeside || sign == 0 || strings.Contains(it.text, "short of") || !s.startsRemark(i) || s.denies() {
		return
	}
	b := s.plainTo(i+1, isQuantity)
	if b < 0 || s.items[b].q.hedged || !s.plainFigure(b) {
		return
	}
	if before := s.figuresBefore(i, s.items[b].q); len(before) == 1 && s.plainFigure(before[0]) && !s.items[before[0]].q.hedged {
		s.holdAgainst(i, before[0], b, sign)
	}
}

// plainFigure reports whether the item at i is a figure of its own, not a fraction or a
// reference.
func (s *statement) plainFigure(i int) bool {
	q := s.items[i].q
	return q.ref == nil && !q.fraction && q.value != nil
}

// holdAgainst holds the word at i, which compares the figure at a with that at b: sign is 1
// where it says that a is more, -1 for less.
func (s *statement) holdAgainst(i, a, b, sign int) {
	qa, qb, word := s.items[a].q, s.items[b].q, &s.items[i]
	if what := s.countsOf(a); qa.unit == bare && what != "" && s.countsOf(b) != "" && s.countsOf(b) != what {
		return
	}
	if qa.value.Cmp(qb.value) != -sign || qa.in().meets(qb.in()) || slices.ContainsFunc(s.claims, func(cl *Claim) bool { return cl.Verdict == Contradicted }) {
		return
	}
	at, start, end := s.passage.Text, s.items[a].start, s.items[b].end
	s.dropUnreadAt(word)
	s.claims = append(s.claims, &Claim{Text: s.textOf(start, end), Position: at.At(start), End: at.At(end), At: at.At(word.start), AtEnd: at.At(word.end), Name: s.name,
		Words: s.textOf(word.start, word.end), Measure: saysArithmetic, Scope: "area", Unit: qa.unit, Mood: "asserted", Verdict: Contradicted, Comparator: word.text, Slip: "other-way",
		Message:  fmt.Sprintf("the text has %q; %s is %s %s", s.textOf(word.start, word.end), s.textOf(s.items[a].start, s.items[a].end), map[int]string{1: "less than", -1: "more than"}[sign], s.textOf(s.items[b].start, s.items[b].end)),
		Hint:     "correct the word or the figures",
		Expected: map[int]string{1: "less than", -1: "more than"}[sign],
		Evidence: related(at.At(start), "the figures")})
}

// withinSequel holds the way that a figure went on: "to 67.1% and then fell to 70.8%".
func (s *statement) withinSequel(i int) {
	if s.items[i].class != isBreak || s.items[i].word != "then" || s.denies() {
		return
	}
	m := s.plainTo(i+1, isMove)
	if m < 0 || s.items[m].judge || s.items[m].adj {
		return
	}
	to := s.plainTo(m+1, isRole)
	if to < 0 || s.items[to].role != "to" {
		return
	}
	b := s.plainTo(to+1, isQuantity)
	if b < 0 {
		return
	}
	if before := s.figuresBefore(i, s.items[b].q); len(before) > 0 {
		s.holdWay(m, before[len(before)-1], []int{b})
	}
}

// tellOnce leaves out what the sums from one on found wrong where the data say so of the
// same figure.
func (r *reader) tellOnce(from int, told []*Claim) {
	sums := slices.DeleteFunc(r.reading.Claims[from:], func(sum *Claim) bool {
		return sum.Measure == saysArithmetic && sum.Verdict == Contradicted &&
			slices.ContainsFunc(told, func(cl *Claim) bool { return cl.Verdict == Contradicted && cl.At == sum.At })
	})
	r.reading.Claims = r.reading.Claims[:from+len(sums)]
	for _, cl := range told { // "by 70%, from £1.7m to £2.9m": right by the figures as they are written
		if cl.Verdict == Contradicted && cl.Measure == saysChange && slices.ContainsFunc(sums, func(sum *Claim) bool { return sum.Verdict == Confirmed && sum.At == cl.At }) && bothRight(told, cl.Subject) {
			cl.unsure("it follows from the figures as they are rounded")
		}
	}
}

// denies reports whether the sentence has a word that turns its sense, or speaks of
// places in a table, where up is a smaller number.
func (s *statement) denies() bool {
	return anyOf(s.items, func(x *item) bool {
		return x.class == isNot || x.class == isRank || x.ordinal > 0 || x.text == "table" || x.text == "32"
	})
}

// plainTo is the first item of a class from i on that has only plain words before it,
// or -1.
func (s *statement) plainTo(i int, is class) int {
	for ; i < len(s.items); i++ {
		switch s.items[i].class {
		case is:
			return i
		case isPlain, isHedge:
		default:
			return -1
		}
	}
	return -1
}

// moveBefore is the word of direction to which "from" at i belongs, or -1.
func (s *statement) moveBefore(i int) int {
	comma := false
	for k := i - 1; k >= 0 && i-k <= 12; k-- {
		switch it := &s.items[k]; it.class {
		case isMove:
			if it.judge || it.adj {
				return -1
			}
			return k
		case isMark:
			if it.word != "," || k != i-1 {
				return -1
			}
			comma = true
		case isPlain, isQuantity, isPeriod, isHedge, isRole:
		default:
			if !comma {
				return -1
			}
			if it.class == isBreak || it.class == isAside {
				return -1
			}
		}
	}
	return -1
}

// toBehind is the figure that the one at a went to, or -1.
func (s *statement) toBehind(a int) int {
	for k := a + 1; k < len(s.items); k++ {
		switch it := &s.items[k]; {
		case it.class == isRole && it.role == "to":
			b := s.plainTo(k+1, isQuantity)
			if b >= 0 && b+1 < len(s.items) && s.items[b+1].adj {
				return -1 // "to 70 fewer"
			}
			if b >= 0 && anyOf(s.items[b:min(b+4, len(s.items))], func(x *item) bool { return x.class == isRole && x.role == "to" }) {
				return -1 // "from 5 to 10 weeks to 3"
			}
			return b
		case it.class == isPlain, it.class == isPeriod, it.class == isArea, it.class == isRole && (it.role == "in" || it.role == "of"):
		default:
			return -1
		}
	}
	return -1
}

// startsRemark reports whether the word of direction at m begins what is said of the
// figure before: ", down from 64".
func (s *statement) startsRemark(m int) bool {
	for k := m - 1; k >= 0; k-- {
		switch s.items[k].class {
		case isPlain:
		case isMark:
			return s.items[k].word == "," || s.items[k].word == "(" || s.items[k].word == "–"
		default:
			return false
		}
	}
	return false
}

// figuresBefore are the figures before item m that can be of the same thing as q.
func (s *statement) figuresBefore(m int, q *quantity) (all []int) {
	for k := range m {
		if o := s.items[k].q; s.items[k].class == isQuantity && o.unit == q.unit && !s.wholeAt(k) {
			all = append(all, k)
		}
	}
	return all
}

// wholeAt reports whether the figure at k is what others are of: "Of 38 services", "5 of
// 38".
func (s *statement) wholeAt(k int) bool {
	for k--; k >= 0 && s.items[k].class == isPlain; k-- {
	}
	if k < 0 || s.items[k].role != "of" {
		return false
	}
	for k--; k >= 0 && s.items[k].class == isPlain; k-- {
	}
	return k < 0 || s.items[k].class == isMark || s.items[k].class == isQuantity
}

// countsOf is the word behind a figure that isn't understood, which is what it counts, or
// "".
func (s *statement) countsOf(k int) string {
	if k+1 < len(s.items) && (s.items[k+1].class == isUnknown || s.items[k+1].class == isPlain && slices.Contains(counted, s.items[k+1].text)) {
		return s.items[k+1].text
	}
	return ""
}

// holdWay holds a direction against the figure at a and those that it may have gone to.
func (s *statement) holdWay(m, a int, to []int) {
	from, word := s.items[a].q, &s.items[m]
	if len(to) == 0 || from.ref != nil || from.fraction || from.value == nil {
		return
	}
	for _, k := range to {
		q := s.items[k].q
		if q.ref != nil || q.fraction || q.value == nil || q.unit != from.unit || q.value.Cmp(from.value) != -word.n || q.in().meets(from.in()) {
			return
		}
	}
	b := to[len(to)-1]
	if what := s.countsOf(a); from.unit == bare && what != "" && s.countsOf(b) != "" && s.countsOf(b) != what {
		return
	}
	start, end := min(s.items[m].start, s.items[a].start, s.items[b].start), max(s.items[m].end, s.items[a].end, s.items[b].end)
	for _, cl := range s.claims {
		if cl.Verdict == Contradicted {
			return
		}
	}
	at := s.passage.Text
	s.dropUnreadAt(word)
	s.claims = append(s.claims, &Claim{Text: s.textOf(start, end), Position: at.At(start), End: at.At(end), At: at.At(word.start), AtEnd: at.At(word.end), Name: s.name,
		Words: s.textOf(word.start, word.end), Measure: saysArithmetic, Scope: "area", Unit: from.unit, Mood: "asserted", Verdict: Contradicted, Comparator: word.text, Slip: "other-way",
		Message:  fmt.Sprintf("the text has %q; %s to %s is the other way", s.textOf(word.start, word.end), s.textOf(s.items[a].start, s.items[a].end), s.textOf(s.items[b].start, s.items[b].end)),
		Hint:     "correct the word or the figures",
		Expected: map[int]string{1: "down", -1: "up"}[word.n],
		Evidence: related(at.At(s.items[a].start), "the figures")})
}

// leaves are the words before what is left of two amounts.
var leaves = []string{"leaving", "leaves", "left", "underspend", "overspend", "shortfall", "gap", "difference"}

// remainder is what a sentence says is left of one amount beside another, by tokens.
type remainder struct {
	a, b, d   int // the two amounts, and what is left
	lead      int // the word that says so
	planFirst bool
}

// remainders reads what is left of one amount beside another: "£4.7m against the £6.2m
// required, leaving £1.5m", "spent £250.4m against a plan of £247.6m, an overspend of
// £2.8m".
func (c *sums) remainders() {
	r, ok := c.remainder()
	if !ok {
		return
	}
	x, y := unrounded(c.ts[r.a].q), unrounded(c.ts[r.b].q)
	if x.Low == nil || y.Low == nil || x.High == nil || y.High == nil {
		return
	}
	is := Interval{Low: new(big.Rat).Sub(x.Low, y.High), High: new(big.Rat).Sub(x.High, y.Low)}
	more := is.Low.Sign() > 0 // the first is more than the second
	switch {
	case is.High.Sign() < 0:
		is = Interval{Low: new(big.Rat).Neg(is.High), High: new(big.Rat).Neg(is.Low)}
	case !more:
		return // the two may be the same
	}
	left := new(big.Rat).Sub(c.ts[r.a].q.value, c.ts[r.b].q.value)
	expected := amountInWords(left.Abs(left), c.ts[r.a].q.unit)
	if !c.hedged(r.d) && !c.ts[r.d].q.in().meets(is) {
		c.wrongRemainder(r, r.d, expected)
		return
	}
	overspent := more != r.planFirst
	if sign := c.variance(r); sign != 0 && overspent != (sign < 0) {
		c.wrongRemainder(r, r.lead, map[bool]string{true: "an overspend of ", false: "an underspend of "}[overspent]+expected)
	}
}

// remainder finds the amounts and the words of a remainder in a sentence that has no
// others.
func (c *sums) remainder() (r remainder, ok bool) {
	var numbers []int
	for k := range c.ts {
		switch c.ts[k].kind {
		case referenceToken:
			return r, false
		case numberToken:
			numbers = append(numbers, k)
		}
	}
	if len(numbers) != 3 || !c.amount(numbers[0]) || !c.amount(numbers[1]) || !c.amount(numbers[2]) {
		return r, false
	}
	r = remainder{a: numbers[0], b: numbers[1], d: numbers[2], lead: -1}
	unit := c.ts[r.a].q.unit
	if c.ts[r.b].q.unit != unit || c.ts[r.d].q.unit != unit || c.ts[r.a].q.hedged {
		return r, false
	}
	r.planFirst = c.has(r.a-4, r.a, "against") // "against a plan of £247.6m we spent £250.4m"
	if !r.planFirst && !(c.has(r.a, r.b, "against") && c.has(r.b-4, r.b, "against")) {
		return r, false
	}
	for k := r.b + 1; k < r.d; k++ {
		if slices.Contains(leaves, c.text(k)) {
			r.lead = k
		}
	}
	return r, r.lead >= 0 && r.d-r.lead <= 4
}

// wrongRemainder tells that the amount, or the word, at a token is wrong.
func (c *sums) wrongRemainder(r remainder, carrier int, expected string) {
	what := "amount"
	if carrier == r.lead {
		what = "word"
	}
	at, words := c.passage.Text, func(from, to int) string { return c.textOf(c.ts[from].start, c.ts[to].end) }
	start, end := c.ts[r.a].start, c.ts[r.d].end
	c.reading.Claims = append(c.reading.Claims, &Claim{Text: c.textOf(start, end), Position: at.At(start), End: at.At(end), At: at.At(c.ts[carrier].start), AtEnd: at.At(c.ts[carrier].end),
		Name: c.name, Words: words(carrier, carrier), Measure: saysArithmetic, Scope: "area", Quantity: c.ts[r.d].q.bounds(), Unit: c.ts[r.a].q.unit, Mood: "asserted",
		Verdict: Contradicted, Comparator: c.text(r.lead), Slip: "sum", Expected: expected,
		Message: fmt.Sprintf("the text has %q; %s against %s is %s", words(r.lead, r.d), words(r.a, r.a), words(r.b, r.b), expected),
		Hint:    "correct the " + what + " or the amounts", Evidence: related(at.At(start), "the amounts")})
}

// amountInWords is a difference as texts have it.
func amountInWords(v *big.Rat, unit Unit) string {
	switch {
	case unit != pounds:
		return decimal(v)
	case v.Cmp(rat(10_000, 1)) < 0:
		return "£" + decimal(v)
	}
	return "£" + decimal(new(big.Rat).Quo(v, rat(1_000_000, 1))) + "m"
}

// has reports whether a word is between two tokens.
func (c *sums) has(a, b int, words ...string) bool {
	return anyOf(c.ts[max(a, 0):min(b, len(c.ts))], func(t *token) bool { return t.kind == wordToken && slices.Contains(words, t.text) })
}

// hedged reports whether the amount at token i isn't meant exactly.
func (c *sums) hedged(i int) bool {
	return c.has(i-3, i, "about", "around", "almost", "nearly", "over", "under", "than", "some", "roughly", "approximately", "least", "most")
}

// variance is 1 for an underspend and -1 for an overspend where the sentence says what
// was spent and what was planned; 0 else.
func (c *sums) variance(r remainder) int {
	spends := []string{"spent", "spending", "spend", "cost", "expenditure", "outturn", "out-turn"}
	plans := []string{"plan", "budget", "planned", "budgeted"}
	switch {
	case r.planFirst && !(c.has(r.a-4, r.a+2, plans...) && c.has(r.a, r.b, spends...)):
		return 0
	case !r.planFirst && (!c.has(r.a-5, r.a, spends...) && !c.has(r.a, r.b, "spent") || !c.has(r.a, r.b+3, plans...) || c.has(r.a-5, r.a, plans...)):
		return 0
	case c.partOfOverspend(r.lead, r.d):
		return 0
	case c.has(r.lead, r.d, "underspend"):
		return 1
	case c.has(r.lead, r.d, "overspend"):
		return -1
	}
	return 0
}
