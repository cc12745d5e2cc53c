package sums

import (
	"math/big"
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file holds what is short of what was needed, and a fraction of some of them, against the figures
// beside it, whatever they are of.

// Words of what was needed, what was had, and what is missing.
var (
	needs = []string{"needed", "need", "needs", "required", "requires", "require", "asked", "wanted", "find", "save", "recruit"}
	makes = []string{"made", "found", "delivered", "saved", "achieved", "secured", "recruited", "raised", "managed"}
)

// shortfalls reads "needed £6.2m, made £4.7m, so £1.5m short", "of the £6.2m asked for we delivered
// £4.7m; £1.5m is still to be found".
func (c *sums) shortfalls() {
	var n []int
	for k := range c.ts {
		switch c.ts[k].Kind {
		case language.ReferenceToken:
			return
		case language.NumberToken:
			n = append(n, k)
		}
	}
	if len(n) != 3 || !c.amount(n[0]) || !c.amount(n[1]) || !c.amount(n[2]) || c.has(n[1], len(c.ts), "that", "which", "them", "these") && c.has(n[1], n[2]+3, "of") {
		return
	}
	a, b, d := n[0], n[1], n[2]
	unit := c.ts[a].Q.Unit
	if c.ts[b].Q.Unit != unit || c.ts[d].Q.Unit != unit || c.hedged(a) || c.hedged(b) || c.hedged(d) || c.has(0, len(c.ts), "not", "would", "if", "next", "half", "each") {
		return
	}
	if c.has(a-3, a, makes...) && c.has(b-3, b, needs...) && c.ts[a].Q.Value.Cmp(c.ts[b].Q.Value) < 0 {
		a, b = b, a // "savings made, £4.7m; savings needed, £6.2m"
	}
	after := max(a, b)
	needed := c.has(a-4, a, needs...) || c.has(a+1, min(a+5, b), needs...)
	made := a > b || c.has(a+1, b, makes...) && c.has(b-3, b, makes...) || c.has(b+1, min(b+3, d), makes...) || c.has(max(a+1, b-2), b, "made", "found")
	if !needed || !made || !c.missing(d, after) {
		return
	}
	x, y := unrounded(c.ts[a].Q), unrounded(c.ts[b].Q)
	if x.Low == nil || y.Low == nil || x.High == nil || y.High == nil || c.ts[a].Q.Value.Cmp(c.ts[b].Q.Value) <= 0 {
		return
	}
	is := exact.Interval{Low: new(big.Rat).Sub(x.Low, y.High), High: new(big.Rat).Sub(x.High, y.Low)}
	if !c.ts[d].Q.In().Meets(is) {
		c.wrongRemainder(remainder{a: a, b: b, d: d, lead: d}, d, ExactAmount(new(big.Rat).Sub(c.ts[a].Q.Value, c.ts[b].Q.Value), unit))
	}
}

// missing reports whether the amount at d is said to be what is missing, in words behind token b.
func (c *sums) missing(d, b int) bool {
	end := d + 1
	for end < len(c.ts) && c.ts[end].Kind == language.WordToken {
		end++
	}
	switch last := c.text(end - 1); {
	case last == "short" || last == "missing" || last == "little" && c.text(end-2) == "too":
		return end-d <= 3
	case slices.Contains([]string{"found", "find", "made", "saved"}, last):
		return c.has(d+1, end, "to") && c.has(d+1, end, "still", "left", "remains", "yet")
	case end > d+1:
		return false
	}
	before := []string{c.text(d - 1), c.text(d - 2)}
	if before[0] == "of" || before[0] == "by" || before[0] == "was" || before[0] == "is" {
		return d-2 > b && slices.Contains([]string{"gap", "shortfall", "short"}, before[1])
	}
	return false
}

// fractionAt is the fraction in words at token i and the token behind it.
func (c *sums) fractionAt(i int) (q facts.Quantity, end int, ok bool) {
	t, next := &c.ts[i], c.text(i+1)
	number := func(k int) int64 {
		if k < len(c.ts) && c.ts[k].Kind == language.NumberToken && c.ts[k].Q.InWords && c.ts[k].Q.IsWhole() {
			return c.ts[k].Q.Value.Num().Int64()
		}
		return 0
	}
	switch n := number(i); {
	case t.Text == "half":
		q, end = facts.FractionOf(1, 2), i+1
	case (t.Text == "a" || t.Text == "one") && language.Parts[next] > 2:
		q, end = facts.FractionOf(1, language.Parts[next]), i+2
	case n > 0 && language.Parts[next] > n:
		q, end = facts.FractionOf(n, language.Parts[next]), i+2
	case n > 0 && next == "in" && number(i+2) > n:
		q, end = facts.FractionOf(n, number(i+2)), i+3
	default:
		return q, 0, false
	}
	c.hedge(&q, i)
	return q, end, true
}

// fractionBeside reads "six in ten of the bed days, 3,051 out of 5,064, were …": a fraction of some of them
// beside the two numbers that it is made of; those in brackets fractionsOf reads.
func (c *sums) fractionBeside() {
	for i := range c.ts {
		t := &c.ts[i]
		if t.Kind == language.MarkToken || t.Kind == language.WordToken && t.Text != "half" && t.Text != "a" && t.Text != "one" || t.Kind == language.NumberToken && !t.Q.InWords {
			continue
		}
		q, end, ok := c.fractionAt(i)
		if !ok || c.text(end) != "of" {
			continue
		}
		mark := c.nextMark(end)
		if mark < 0 || c.text(mark) != "," || !c.amount(mark+1) || c.text(mark+2) != "of" && c.text(mark+2) != "out" {
			continue
		}
		whole := mark + 3
		for slices.Contains([]string{"of", "the", "all", "its", "our"}, c.text(whole)) {
			whole++
		}
		if !c.amount(whole) || c.ts[whole].Q.Unit != c.ts[mark+1].Q.Unit || whole+1 < len(c.ts) && c.ts[whole+1].Kind != language.MarkToken || c.ts[whole].Q.Value.Cmp(c.ts[mark+1].Q.Value) < 0 {
			continue
		}
		c.check(i, end, q, mark+1, whole, false)
	}
}
