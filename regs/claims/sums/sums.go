// Package sums holds the figures of one sentence against each other, whatever they are of: what doesn't add up by itself
// is wrong whatever the data have. "149 of 212 people (60%)", "from 64 to 31, more than halved", "£90.3m, £16.8m and
// £1.6m, which comes to £108.7m in all", "£4.7m against the £6.2m required, leaving £1.5m".
//
// shares.go reads a percentage or a fraction of two amounts, figures.go the size of a change and an amount a head,
// addsup.go and named.go a sum of what is listed before it or behind it, parts.go the parts of a whole that is counted,
// remainders.go and shortfalls.go what is left of two amounts. Figures between which there may be something else than
// what is said of them aren't held.
package sums

import (
	"math/big"
	"slices"

	"apr/internal/source"
	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/sentence"
)

// Claims are what a sentence with the given tokens makes of its own figures, and the parts of a whole that it counts
// without naming how many they are together, nil where there are none. The facts only say whether an amount may be
// that of more than the sentence lists.
func Claims(f *facts.Facts, s *sentence.Sentence, ts []language.Token) ([]*claim.Claim, *Parts) {
	c := sums{facts: f, passage: s.Passage, ts: ts}
	if !c.compares() {
		return nil, nil
	}
	c.shares()
	c.remainders()
	c.shortfalls()
	c.fractionBeside()
	c.parted()
	c.figures()
	return c.claims, c.parts
}

// sums reads the tokens of a sentence.
type sums struct {
	facts   *facts.Facts
	passage *sentence.Passage
	ts      []language.Token
	claims  []*claim.Claim
	parts   *Parts
}

// compares reports whether the sentence has two figures, without which nothing can be held.
func (c *sums) compares() bool {
	figures := 0
	for i := range c.ts {
		if c.ts[i].Kind == language.NumberToken {
			figures++
		}
	}
	return figures > 1
}

// tell records what tokens first to last say, which tokens from to end carry; it is right unless it is found wrong.
func (c *sums) tell(first, last, from, end int) *claim.Claim {
	cl := claim.New(c.passage, sentence.Span{Start: c.ts[first].Start, End: c.ts[last].End}, sentence.Span{Start: c.ts[from].Start, End: c.ts[end].End})
	cl.Measure, cl.Verdict = claim.SaysArithmetic, claim.Confirmed
	c.claims = append(c.claims, cl)
	return cl
}

// words are what the text has from one token to another.
func (c *sums) words(from, to int) string { return c.passage.Words(c.ts[from].Start, c.ts[to].End) }

// evidence is where the figures are that a claim is held against.
func (c *sums) evidence(k int, what string) []source.Related {
	return claim.Related(c.passage.Text.At(c.ts[k].Start), what)
}

// amount reports whether a token is an amount that others can be counted of.
func (c *sums) amount(i int) bool {
	if i < 0 || i >= len(c.ts) || c.ts[i].Kind != language.NumberToken || c.ts[i].Q.Value == nil {
		return false
	}
	u := c.ts[i].Q.Unit
	return (u == facts.Bare || u == facts.Pounds) && c.ts[i].Q.Value.Sign() > 0
}

// text is that of a token, "" where there is none.
func (c *sums) text(i int) string {
	if i < 0 || i >= len(c.ts) {
		return ""
	}
	return c.ts[i].Text
}

// has reports whether a word is between two tokens.
func (c *sums) has(a, b int, words ...string) bool {
	a, b = max(a, 0), min(b, len(c.ts))
	return a < b && language.AnyOf(c.ts[a:b], func(t *language.Token) bool { return t.Kind == language.WordToken && slices.Contains(words, t.Text) })
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

// unrounded is what an amount may have been before it was rounded: small numbers
// are counted, and aren't rounded to tens.
func unrounded(q *facts.Quantity) exact.Interval {
	if q.Unit == facts.Bare && !q.Hedged && q.Value.Cmp(exact.Rat(1000, 1)) < 0 {
		if q.Value.IsInt() {
			return exact.Interval{Low: q.Value, High: q.Value}
		}
		return exact.Around(q.Value, exact.Rat(q.Step, 2*max(q.Den, 1)))
	}
	return q.In()
}

// ExactAmount is a sum or difference of figures of the text, with all its digits: in pounds, or in millions from ten thousand
// pounds on.
func ExactAmount(v *big.Rat, unit facts.Unit) string {
	switch {
	case unit != facts.Pounds:
		return exact.Decimal(v)
	case v.Cmp(exact.Rat(10_000, 1)) < 0:
		return "£" + exact.Decimal(v)
	}
	return "£" + exact.Decimal(new(big.Rat).Quo(v, exact.Rat(1_000_000, 1))) + "m"
}
