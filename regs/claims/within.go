package claims

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

// This file holds the figures of one sentence against each other. What doesn't add up
// by itself is wrong whatever the data have.

// within holds the sentence against itself: "down from £43.6m" behind £44.2m, "edged
// upwards, from 452 to 421". What was found wrong against the data isn't told again.
func (s *statement) within() {
	for i := range s.items {
		s.withinBeside(i)
		s.withinSequel(i)
		s.withinMultiple(i)
		if s.items[i].Class != language.IsRole || s.items[i].Role != "from" || i+1 >= len(s.items) {
			continue
		}
		a := s.plainTo(i+1, language.IsQuantity)
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
	sign := it.N
	if it.Judge && s.only != nil {
		sign *= s.only.Better
	} else if it.Judge {
		sign = 0
	}
	if it.Class != language.IsBeside || sign == 0 || strings.Contains(it.text, "short of") || !s.startsRemark(i) || s.denies() {
		return
	}
	b := s.plainTo(i+1, language.IsQuantity)
	if b < 0 || s.items[b].q.Hedged || !s.plainFigure(b) {
		return
	}
	if before := s.figuresBefore(i, s.items[b].q); len(before) == 1 && s.plainFigure(before[0]) && !s.items[before[0]].q.Hedged && !s.alsoInPercent(before[0], i) {
		s.holdAgainst(i, before[0], b, sign)
	}
}

// alsoInPercent reports whether a percentage is between items a and i, of which the figure at a says the same: "£3.0m, or
// 4.2%, above the £71.4m planned".
func (s *statement) alsoInPercent(a, i int) bool {
	return anyOf(s.items[a+1:i], func(x *item) bool { return x.Class == language.IsQuantity && x.q.Unit == facts.Percent })
}

// plainFigure reports whether the item at i is a figure of its own, not a fraction or a
// reference.
func (s *statement) plainFigure(i int) bool {
	q := s.items[i].q
	return q.Ref == nil && !q.Fraction && q.Value != nil
}

// holdAgainst holds the word at i, which compares the figure at a with that at b: sign is 1
// where it says that a is more, -1 for less.
func (s *statement) holdAgainst(i, a, b, sign int) {
	qa, qb, word := s.items[a].q, s.items[b].q, &s.items[i]
	if what := s.countsOf(a); qa.Unit == facts.Bare && what != "" && s.countsOf(b) != "" && s.countsOf(b) != what {
		return
	}
	if qa.Value.Cmp(qb.Value) != -sign || qa.In().Meets(qb.In()) || slices.ContainsFunc(s.claims, func(cl *Claim) bool { return cl.Verdict == Contradicted }) {
		return
	}
	at, start, end := s.passage.Text, s.items[a].start, s.items[b].end
	s.dropUnreadAt(word)
	s.claims = append(s.claims, &Claim{Text: s.textOf(start, end), Position: at.At(start), End: at.At(end), At: at.At(word.start), AtEnd: at.At(word.end), Name: s.name,
		Words: s.textOf(word.start, word.end), Measure: saysArithmetic, Scope: "area", Unit: qa.Unit, Mood: "asserted", Verdict: Contradicted, Comparator: word.text, Slip: "other-way",
		Message:  fmt.Sprintf("the text has %q; %s is %s %s", s.textOf(word.start, word.end), s.textOf(s.items[a].start, s.items[a].end), map[int]string{1: "less than", -1: "more than"}[sign], s.textOf(s.items[b].start, s.items[b].end)),
		Hint:     "correct the word or the figures",
		Expected: map[int]string{1: "less than", -1: "more than"}[sign],
		Evidence: claim.Related(at.At(start), "the figures")})
}

// withinSequel holds the way that a figure went on: "to 67.1% and then fell to 70.8%".
func (s *statement) withinSequel(i int) {
	if s.items[i].Class != language.IsBreak || s.items[i].Word != "then" || s.denies() {
		return
	}
	m := s.plainTo(i+1, language.IsMove)
	if m < 0 || s.items[m].Judge || s.items[m].Adj {
		return
	}
	to := s.plainTo(m+1, language.IsRole)
	if to < 0 || s.items[to].Role != "to" {
		return
	}
	b := s.plainTo(to+1, language.IsQuantity)
	if b < 0 {
		return
	}
	if before := s.figuresBefore(i, s.items[b].q); len(before) > 0 {
		s.holdWay(m, before[len(before)-1], []int{b})
	}
}

// denies reports whether the sentence has a word that turns its sense, or speaks of
// places in a table, where up is a smaller number.
func (s *statement) denies() bool {
	return anyOf(s.items, func(x *item) bool {
		return x.Class == language.IsNot || x.Class == language.IsRank || x.ordinal > 0 || x.text == "table" || x.text == "32"
	})
}

// plainTo is the first item of a class from i on that has only plain words before it,
// or -1.
func (s *statement) plainTo(i int, is language.Class) int {
	for ; i < len(s.items); i++ {
		switch s.items[i].Class {
		case is:
			return i
		case language.IsPlain, language.IsHedge:
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
		switch it := &s.items[k]; it.Class {
		case language.IsMove:
			if it.Judge || it.Adj {
				return -1
			}
			return k
		case language.IsMark:
			if it.Word != "," || k != i-1 {
				return -1
			}
			comma = true
		case language.IsPlain, language.IsQuantity, language.IsPeriod, language.IsHedge, language.IsRole:
		default:
			if !comma {
				return -1
			}
			if it.Class == language.IsBreak || it.Class == language.IsAside {
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
		case it.Class == language.IsRole && it.Role == "to":
			b := s.plainTo(k+1, language.IsQuantity)
			if b >= 0 && b+1 < len(s.items) && s.items[b+1].Adj {
				return -1 // "to 70 fewer"
			}
			if b >= 0 && anyOf(s.items[b:min(b+4, len(s.items))], func(x *item) bool { return x.Class == language.IsRole && x.Role == "to" }) {
				return -1 // "from 5 to 10 weeks to 3"
			}
			return b
		case it.Class == language.IsPlain, it.Class == language.IsPeriod, it.Class == language.IsArea, it.Class == language.IsRole && (it.Role == "in" || it.Role == "of"):
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
		switch s.items[k].Class {
		case language.IsPlain:
		case language.IsMark:
			return s.items[k].Word == "," || s.items[k].Word == "(" || s.items[k].Word == "–"
		default:
			return false
		}
	}
	return false
}

// figuresBefore are the figures before item m that can be of the same thing as q.
func (s *statement) figuresBefore(m int, q *facts.Quantity) (all []int) {
	for k := range m {
		if o := s.items[k].q; s.items[k].Class == language.IsQuantity && o.Unit == q.Unit && !s.wholeAt(k) {
			all = append(all, k)
		}
	}
	return all
}

// wholeAt reports whether the figure at k is what others are of: "Of 38 services", "5 of
// 38".
func (s *statement) wholeAt(k int) bool {
	for k--; k >= 0 && s.items[k].Class == language.IsPlain; k-- {
	}
	if k < 0 || s.items[k].Role != "of" {
		return false
	}
	for k--; k >= 0 && s.items[k].Class == language.IsPlain; k-- {
	}
	return k < 0 || s.items[k].Class == language.IsMark || s.items[k].Class == language.IsQuantity
}

// countsOf is the word behind a figure that isn't understood, which is what it counts, or
// "".
func (s *statement) countsOf(k int) string {
	if k+1 < len(s.items) && (s.items[k+1].Class == language.IsUnknown || s.items[k+1].Class == language.IsPlain && slices.Contains(counted, s.items[k+1].text)) {
		return s.items[k+1].text
	}
	return ""
}

// holdWay holds a direction against the figure at a and those that it may have gone to.
func (s *statement) holdWay(m, a int, to []int) {
	from, word := s.items[a].q, &s.items[m]
	if len(to) == 0 || from.Ref != nil || from.Fraction || from.Value == nil {
		return
	}
	for _, k := range to {
		q := s.items[k].q
		if q.Ref != nil || q.Fraction || q.Value == nil || q.Unit != from.Unit || q.Value.Cmp(from.Value) != -word.N || q.In().Meets(from.In()) {
			return
		}
	}
	b := to[len(to)-1]
	if what := s.countsOf(a); from.Unit == facts.Bare && what != "" && s.countsOf(b) != "" && s.countsOf(b) != what {
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
		Words: s.textOf(word.start, word.end), Measure: saysArithmetic, Scope: "area", Unit: from.Unit, Mood: "asserted", Verdict: Contradicted, Comparator: word.text, Slip: "other-way",
		Message:  fmt.Sprintf("the text has %q; %s to %s is the other way", s.textOf(word.start, word.end), s.textOf(s.items[a].start, s.items[a].end), s.textOf(s.items[b].start, s.items[b].end)),
		Hint:     "correct the word or the figures",
		Expected: map[int]string{1: "down", -1: "up"}[word.N],
		Evidence: claim.Related(at.At(s.items[a].start), "the figures")})
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
	x, y := unrounded(c.ts[r.a].Q), unrounded(c.ts[r.b].Q)
	if x.Low == nil || y.Low == nil || x.High == nil || y.High == nil {
		return
	}
	is := exact.Interval{Low: new(big.Rat).Sub(x.Low, y.High), High: new(big.Rat).Sub(x.High, y.Low)}
	more := is.Low.Sign() > 0 // the first is more than the second
	switch {
	case is.High.Sign() < 0:
		is = exact.Interval{Low: new(big.Rat).Neg(is.High), High: new(big.Rat).Neg(is.Low)}
	case !more:
		return // the two may be the same
	}
	left := new(big.Rat).Sub(c.ts[r.a].Q.Value, c.ts[r.b].Q.Value)
	expected := amountInWords(left.Abs(left), c.ts[r.a].Q.Unit)
	if !c.hedged(r.d) && !c.ts[r.d].Q.In().Meets(is) {
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
		switch c.ts[k].Kind {
		case language.ReferenceToken:
			return r, false
		case language.NumberToken:
			numbers = append(numbers, k)
		}
	}
	if len(numbers) != 3 || !c.amount(numbers[0]) || !c.amount(numbers[1]) || !c.amount(numbers[2]) {
		return r, false
	}
	r = remainder{a: numbers[0], b: numbers[1], d: numbers[2], lead: -1}
	unit := c.ts[r.a].Q.Unit
	if c.ts[r.b].Q.Unit != unit || c.ts[r.d].Q.Unit != unit || c.ts[r.a].Q.Hedged {
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
	at, words := c.passage.Text, func(from, to int) string { return c.textOf(c.ts[from].Start, c.ts[to].End) }
	start, end := c.ts[r.a].Start, c.ts[r.d].End
	c.reading.Claims = append(c.reading.Claims, &Claim{Text: c.textOf(start, end), Position: at.At(start), End: at.At(end), At: at.At(c.ts[carrier].Start), AtEnd: at.At(c.ts[carrier].End),
		Name: c.name, Words: words(carrier, carrier), Measure: saysArithmetic, Scope: "area", Quantity: c.ts[r.d].Q.Bounds(), Unit: c.ts[r.a].Q.Unit, Mood: "asserted",
		Verdict: Contradicted, Comparator: c.text(r.lead), Slip: "sum", Expected: expected,
		Message: fmt.Sprintf("the text has %q; %s against %s is %s", words(r.lead, r.d), words(r.a, r.a), words(r.b, r.b), expected),
		Hint:    "correct the " + what + " or the amounts", Evidence: claim.Related(at.At(start), "the amounts")})
}

// amountInWords is a difference as texts have it.
func amountInWords(v *big.Rat, unit facts.Unit) string {
	switch {
	case unit != facts.Pounds:
		return exact.Decimal(v)
	case v.Cmp(exact.Rat(10_000, 1)) < 0:
		return "£" + exact.Decimal(v)
	}
	return "£" + exact.Decimal(new(big.Rat).Quo(v, exact.Rat(1_000_000, 1))) + "m"
}

// has reports whether a word is between two tokens.
func (c *sums) has(a, b int, words ...string) bool {
	a, b = max(a, 0), min(b, len(c.ts))
	return a < b && anyOf(c.ts[a:b], func(t *language.Token) bool { return t.Kind == language.WordToken && slices.Contains(words, t.Text) })
}

// hedged reports whether the amount at token i isn't meant exactly.
func (c *sums) hedged(i int) bool {
	from := i - 3
	for k := max(from, 0); k < i; k++ {
		if c.ts[k].Kind == language.NumberToken || c.text(k) == "by" {
			from = k + 1 // "for adults under 65 £4.4m", "went over by £1.4m"
		}
	}
	return c.has(from, i, "about", "around", "almost", "nearly", "over", "under", "than", "some", "roughly", "approximately", "least", "most")
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
