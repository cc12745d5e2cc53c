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
		if s.items[i].class != isRole || s.items[i].role != "from" || i+1 >= len(s.items) {
			continue
		}
		a := s.plainTo(i+1, isQuantity)
		m := s.moveBefore(i)
		if a < 0 || m < 0 || s.denies() {
			continue
		}
		if b := s.toBehind(a); b >= 0 {
			s.heldWay(m, a, []int{b})
		} else if s.startsRemark(m) {
			s.heldWay(m, a, s.figuresBefore(m, s.items[a].q))
		}
	}
}

// denies reports whether the sentence has a word that turns its sense, or speaks of
// places in a table, where up is a smaller number.
func (s *statement) denies() bool {
	return slices.ContainsFunc(s.items, func(x item) bool {
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
			if b >= 0 && slices.ContainsFunc(s.items[b:min(b+4, len(s.items))], func(x item) bool { return x.class == isRole && x.role == "to" }) {
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

// heldWay holds a direction against the figure at a and those that it may have gone to.
func (s *statement) heldWay(m, a int, to []int) {
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
	s.claims = append(s.claims, &Claim{Text: s.textOf(start, end), Position: at.At(start), End: at.At(end), At: at.At(word.start), AtEnd: at.At(word.end), Name: s.name,
		Words: s.textOf(word.start, word.end), Measure: saysArithmetic, Scope: "area", Unit: from.unit, Mood: "asserted", Verdict: Contradicted, Comparator: word.text, Slip: "other-way",
		Message:  fmt.Sprintf("the text has %q; %s to %s is the other way", s.textOf(word.start, word.end), s.textOf(s.items[a].start, s.items[a].end), s.textOf(s.items[b].start, s.items[b].end)),
		Hint:     "correct the word or the figures",
		Expected: map[int]string{1: "down", -1: "up"}[word.n],
		Evidence: related(at.At(s.items[a].start), "the figures")})
}

// leaves are the words before what is left of two amounts.
var leaves = []string{"leaving", "leaves", "left", "underspend", "overspend", "shortfall", "gap", "difference"}

// remainders reads what is left of one amount beside another: "£4.7m against the £6.2m
// required, leaving £1.5m", "spent £250.4m against a plan of £247.6m, an overspend of
// £2.8m".
func (c *sums) remainders() {
	var numbers []int
	for k := range c.ts {
		switch c.ts[k].kind {
		case referenceToken:
			return
		case numberToken:
			numbers = append(numbers, k)
		}
	}
	if len(numbers) != 3 || !c.amount(numbers[0]) || !c.amount(numbers[1]) || !c.amount(numbers[2]) {
		return
	}
	a, b, d := numbers[0], numbers[1], numbers[2]
	if c.ts[a].q.unit != c.ts[b].q.unit || c.ts[a].q.unit != c.ts[d].q.unit || c.ts[a].q.hedged {
		return
	}
	planFirst := c.has(a-4, a, "against") // "against a plan of £247.6m we spent £250.4m"
	if !planFirst && !c.has(a, b, "against") {
		return
	}
	lead := -1
	for k := b + 1; k < d; k++ {
		if slices.Contains(leaves, c.text(k)) {
			lead = k
		}
	}
	if lead < 0 || d-lead > 4 {
		return
	}
	x, y := unrounded(c.ts[a].q), unrounded(c.ts[b].q)
	if x.Low == nil || y.Low == nil || x.High == nil || y.High == nil {
		return
	}
	low, high := new(big.Rat).Sub(x.Low, y.High), new(big.Rat).Sub(x.High, y.Low)
	is := Interval{Low: low, High: high}
	if low.Sign() < 0 && high.Sign() < 0 {
		is = Interval{Low: new(big.Rat).Neg(high), High: new(big.Rat).Neg(low)}
	} else if low.Sign() < 0 {
		return // the two are the same
	}
	spentMore := low.Sign() > 0
	wrong := !c.hedged(d) && !c.ts[d].q.in().meets(is)
	carrier, said := d, "amount"
	if planFirst {
		spentMore = !spentMore
	}
	if sign := c.variance(a, b, lead, planFirst); !wrong && sign != 0 && spentMore != (sign < 0) {
		wrong, carrier, said = true, lead, "word"
	}
	if !wrong {
		return
	}
	diff := new(big.Rat).Sub(c.ts[a].q.value, c.ts[b].q.value)
	expected := decimal(diff.Abs(diff))
	if c.ts[a].q.unit == pounds {
		expected = strings.TrimPrefix(inWords(diff, spend), "−")
	}
	if said == "word" {
		expected = map[bool]string{true: "an overspend of ", false: "an underspend of "}[spentMore] + expected
	}
	at := c.passage.Text
	start, end := c.ts[a].start, c.ts[d].end
	c.reading.Claims = append(c.reading.Claims, &Claim{Text: c.textOf(start, end), Position: at.At(start), End: at.At(end), At: at.At(c.ts[carrier].start), AtEnd: at.At(c.ts[carrier].end),
		Name: c.name, Words: c.textOf(c.ts[carrier].start, c.ts[carrier].end), Measure: saysArithmetic, Scope: "area", Quantity: c.ts[d].q.bounds(), Unit: c.ts[a].q.unit, Mood: "asserted",
		Verdict: Contradicted, Comparator: c.text(lead), Slip: "sum", Expected: expected,
		Message: fmt.Sprintf("the text has %q; %s against %s is %s", c.textOf(c.ts[min(lead, carrier)].start, c.ts[d].end), c.textOf(c.ts[a].start, c.ts[a].end), c.textOf(c.ts[b].start, c.ts[b].end), expected),
		Hint:    "correct the " + said + " or the amounts", Evidence: related(at.At(start), "the amounts")})
}

// has reports whether a word is between two tokens.
func (c *sums) has(a, b int, words ...string) bool {
	return slices.ContainsFunc(c.ts[max(a, 0):b], func(t token) bool { return t.kind == wordToken && slices.Contains(words, t.text) })
}

// hedged reports whether the amount at token i isn't meant exactly.
func (c *sums) hedged(i int) bool {
	return c.has(i-3, i, "about", "around", "almost", "nearly", "over", "under", "than", "some", "roughly", "approximately", "least", "most")
}

// variance is 1 for an underspend and -1 for an overspend at token i, where the first
// amount is what was spent and the second what was planned, or the other way round where
// planFirst is true; 0 else.
func (c *sums) variance(a, b, i int, planFirst bool) int {
	spends := []string{"spent", "spending", "spend", "cost", "expenditure", "outturn", "out-turn"}
	switch {
	case planFirst && (!c.has(a-4, a+2, "plan", "budget", "planned", "budgeted") || !c.has(a, b, spends...)):
		return 0
	case planFirst:
	case !c.has(a-5, a, spends...) && !c.has(a, b, "spent") || !c.has(a, b+3, "plan", "budget", "planned", "budgeted") || c.has(a-5, a, "plan", "budget"):
		return 0
	}
	switch c.text(i) {
	case "underspend":
		return 1
	case "overspend":
		return -1
	}
	for k := i; k < i+4; k++ {
		switch c.text(k) {
		case "underspend":
			return 1
		case "overspend":
			return -1
		}
	}
	return 0
}
