package agree

import (
	"fmt"
	"math"
)

// Shares finds percentages that don't follow from the two amounts beside them:
// "£20m of £100m (25%)", "149 of 212 people (60%)", "from £20m to £25m (30%)".
func (p *Prose) Shares() []Finding {
	r := &reader{Prose: p}
	for _, s := range p.sentences {
		if !s.has("%", "per cent", "percent") {
			continue
		}
		s.read()
		c := clause{s, s.tokens}
		for i := range c.tokens {
			if c.tokens[i].kind == percent {
				r.share(c, i)
			}
		}
	}
	return r.findings
}

// pair is two amounts that a percentage stands beside.
type pair struct {
	part, whole int // places of the tokens
	change      bool
}

func (r *reader) share(c clause, i int) {
	q, ok := c.pairBefore(i)
	if !ok {
		if q, ok = c.pairAfter(i); !ok {
			return
		}
	}
	part, whole, t := &c.tokens[q.part], &c.tokens[q.whole], &c.tokens[i]
	if part.kind != whole.kind || whole.value <= 0 || !q.change && part.value > whole.value {
		return
	}
	low, high := quotients(part, whole, q.change)
	step := t.step / 2
	if r := t.loose(); b0(c, i).in(approximate) {
		step = math.Max(2, r)
	}
	if t.value+step >= low-1e-9 && t.value-step <= high+1e-9 {
		return
	}
	exact := 100 * part.value / whole.value
	what := "of"
	if q.change {
		exact, what = math.Abs(100*(part.value-whole.value)/whole.value), "after"
	}
	r.add(c.sentence.passage, t.start, "correct the percentage or the amounts",
		fmt.Sprintf("the text has %s; %s %s %s is %.1f%%", r.written(c, *t), r.written(c, *part), what, r.written(c, *whole), exact),
		related(c.sentence.passage.text.At(part.start), "the amounts")...)
}

// quotients are the least and the greatest percentage that the amounts can
// give before they were rounded.
func quotients(part, whole *token, change bool) (low, high float64) {
	p, w := part.loose()/2, whole.loose()/2
	low, high = 100*(part.value-p)/(whole.value+w), 100*(part.value+p)/math.Max(whole.value-w, w)
	if !change {
		return low, high
	}
	low, high = low-100, high-100
	switch {
	case high < 0:
		return -high, -low
	case low < 0:
		return 0, math.Max(-low, high)
	}
	return low, high
}

// pairBefore finds "A of B … (P%)" and "from A to B … (P%)" before the
// percentage at i, which has to end the remark.
func (c clause) pairBefore(i int) (q pair, ok bool) {
	if !c.ends(i + 1) {
		return q, false
	}
	at := i - 1
	for at >= 0 && (c.tokens[at].in(approximate) || c.tokens[at].is("up", "down", "or", "a", "an", "rise", "increase", "fall", "reduction", "drop", "of", "which", "is")) {
		at--
	}
	if at < 0 || !c.tokens[at].is("(", ",", "—", "–") {
		return q, false
	}
	changes := false
	for _, t := range c.tokens[at+1 : i] {
		changes = changes || t.is("up", "down", "rise", "increase", "fall", "reduction", "drop")
	}
	// The amount before, with up to four words behind it.
	last := at - 1
	for n := 0; last >= 0 && n < 5 && c.tokens[last].kind == word; n++ {
		if c.tokens[last].is("and", "or", "but", "than", "by") {
			return q, false
		}
		last--
	}
	if last < 0 || !c.amount(last) {
		return q, false
	}
	first := last - 1
	for first >= 0 && c.tokens[first].is("the", "a", "total", "its", "our", "all", "these", "those", "budget", "of", "out", "in", "to") {
		first--
	}
	if first < 0 || first == last-1 || c.tokens[first].kind == year || !c.amount(first) || c.tokens[last].in(approximate) {
		return q, false
	}
	switch joint := b0(c, last); {
	case c.tokens[first+1].is("to") && first+2 == last && b0(c, first).is("from"):
		return pair{part: last, whole: first, change: true}, c.tokens[first].kind != percent
	case changes:
		return q, false
	case c.tokens[first+1].is("of", "out") && joint.is("of", "the", "total", "its", "our", "all", "these", "those", "budget"):
		return pair{part: first, whole: last}, true
	}
	return q, false
}

// pairAfter finds "P% (A of B)" behind the percentage at i.
func (c clause) pairAfter(i int) (q pair, ok bool) {
	if i+4 >= len(c.tokens) || !c.tokens[i+1].is("(") || !c.amount(i+2) || !c.tokens[i+3].is("of") {
		return q, false
	}
	last := i + 4
	for last < len(c.tokens) && c.tokens[last].is("the", "its", "our", "all") {
		last++
	}
	if last+1 >= len(c.tokens) || !c.amount(last) || !c.tokens[last+1].is(")") {
		return q, false
	}
	return pair{part: i + 2, whole: last}, true
}

// amount reports whether the token at i is an amount of money or a number.
func (c clause) amount(i int) bool {
	t := &c.tokens[i]
	return t.kind == money || t.kind == number && !t.isYear()
}

// ends reports whether a remark ends before the token at i.
func (c clause) ends(i int) bool {
	return i >= len(c.tokens) || c.tokens[i].is(")", ",", ";", ":", "—", "–")
}
