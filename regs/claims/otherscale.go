package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file finds amounts that are right to the digits given and a thousand times too small or too large: "the board spent
// £38,466 on other health care", "£247.6 thousand" for £247.6m.

// ofOne say that an amount is that of one of many.
var ofOne = []string{"average", "averaged", "averages", "person", "each", "per", "every", "apiece", "place", "head", "resident", "household", "patient", "week", "day", "month"}

// otherScale holds the clause's amounts against what they are of in another unit.
func (c *clause) otherScale() {
	if !c.statement.money || c.mood != "" || c.not || c.lead == "aside" || c.statement.unsureMood() || c.locality != "" || c.inThousands() || c.says(ofOne...) {
		return
	}
	for _, it := range c.items {
		if it.Class == language.IsPeriod && it.Known && (it.Calendar || it.Year != c.facts.Year) {
			return
		}
	}
	for _, q := range c.qs {
		if q.used || q.Q.Unit != facts.Pounds || q.Q.Ref != nil || q.Q.Value == nil || q.Q.Fraction || q.Q.Per != 0 || q.role == isDelta || q.role == isGap || q.role == isVariance || c.heldAt(q.Item) {
			continue
		}
		digits := digitsGiven(q.Q)
		amounts := c.amountsMeant(digits > 2)
		if exact.Compare(q.Q.Value, exact.Rat(1e9, 1)) >= 0 && len(c.subjects) > 1 {
			amounts = c.subjects // nobody spends so much on anything
		}
		for _, t := range amounts {
			for _, face := range []facts.Face{facts.FaceSpend, facts.FacePlan, facts.FaceFunding} {
				if v, ok := c.facts.At(t, face, facts.Own, c.facts.Year); ok && !q.used && digits > 1 {
					c.holdScale(q, t, v)
				}
			}
		}
	}
}

// amountsMeant are the amounts that the clause can be about. Where few digits are given it has to name one and say that it
// is what was spent.
func (c *clause) amountsMeant(manyDigits bool) (all []*facts.Thing) {
	if !manyDigits && (len(c.subjects) != 1 || c.hasFace(facts.FaceSpend) < 0 || c.unknown != "") {
		return nil
	}
	if c.unknown == "partners" && len(c.subjects) == 0 && c.lead == "" && c.total != nil {
		return []*facts.Thing{c.total} // "the partners paid over or set aside"
	}
	lists, _ := c.amountsOf()
	for _, list := range lists {
		if len(list) == 1 && list[0] != nil && list[0].Kind == facts.Money {
			all = append(all, list[0])
		}
	}
	return all
}

// digitsGiven is how many digits a figure is given to: three of "£20.0k", two of "£2,900".
func digitsGiven(q *facts.Quantity) int {
	digits := exact.Significant(q.Value)
	if q.Step > 1 || q.Den > 1 {
		digits = max(digits, len(exact.Decimal(new(big.Rat).Quo(q.Value, q.Digit()))))
	}
	return digits
}

// inThousands reports whether the sentence says that its figures are in thousands.
func (c *clause) inThousands() bool {
	text := c.lowerText(c.statement.start, c.statement.end)
	return strings.Contains(text, "£000") || strings.Contains(text, "'000") || strings.Contains(text, "’000") || strings.Contains(text, "in thousands")
}

// holdScale holds an amount against a figure of which it is a thousandth, or the other way about.
func (c *clause) holdScale(q *placed, t *facts.Thing, v facts.Value) {
	said := inOtherScale(q.Q, v)
	if said == "" {
		return
	}
	q.used = true
	cl := c.tell(saysValue, q.Item, t, facts.Own, []facts.Way{{Truth: facts.No, Expected: v.Display, Year: c.facts.Year, Evidence: facts.Proof(v, c.facts.Year)}})
	cl.Quantity, cl.Unit, cl.Slip = q.Q.Bounds(), q.Q.Unit, "unit"
	cl.Message += said
	c.statement.claims = slices.DeleteFunc(c.statement.claims, func(o *Claim) bool {
		return o != cl && o.Verdict == Unread && o.At.Line == cl.At.Line && o.Text == cl.Text
	})
}

// inOtherScale says of an amount that is a figure in another unit how they differ; "" of any other.
func inOtherScale(q *facts.Quantity, v facts.Value) string {
	for _, o := range []struct {
		factor *big.Rat
		said   string
	}{{exact.Rat(1000, 1), "a thousandth of that"}, {exact.Rat(1_000_000, 1), "a millionth of that"}, {exact.Rat(1, 1000), "a thousand times that"}} {
		scaled := exact.Around(exact.Mul(q.Value, o.factor), exact.Mul(exact.Rat(max(q.Loose, 1), 2*max(q.Den, 1)), o.factor))
		if facts.Fits(scaled, v) {
			return "; the text has " + o.said + ", in the wrong unit"
		}
	}
	return ""
}
