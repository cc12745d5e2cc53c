package sums

import (
	"fmt"
	"math/big"
	"slices"

	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/language"
)

// This file holds what is left of one amount beside another against both: "£4.7m against the £6.2m required, leaving
// £1.5m".

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
	expected := ExactAmount(left.Abs(left), c.ts[r.a].Q.Unit)
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
	cl := c.tell(r.a, r.d, carrier, carrier)
	cl.Quantity, cl.Unit, cl.Comparator, cl.Expected = c.ts[r.d].Q.Bounds(), c.ts[r.a].Q.Unit, c.text(r.lead), expected
	cl.Verdict, cl.Slip = claim.Contradicted, "sum"
	cl.Message = fmt.Sprintf("the text has %q; %s against %s is %s", c.words(r.lead, r.d), c.words(r.a, r.a), c.words(r.b, r.b), expected)
	cl.Hint, cl.Evidence = "correct the "+what+" or the amounts", c.evidence(r.a, "the amounts")
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

// partOfOverspend reports whether the tokens from a to b speak of a part of an over- or underspend: "half of the overspend".
func (c *sums) partOfOverspend(a, b int) bool {
	for i := max(a-6, 0); i < min(b, len(c.ts)); i++ {
		if c.text(i) == "last" || (c.text(i) == "overspend" || c.text(i) == "underspend") && c.text(i-1) == "the" && c.text(i-2) == "of" {
			return true
		}
	}
	return false
}
