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

// slipOfLevel finds the likely cause of a wrong figure, and says so.
func (c *clause) slipOfLevel(cl *Claim, t *facts.Thing, face facts.Face, area string, q *facts.Quantity, ways []facts.Way) {
	if cl.Verdict != Contradicted || q.Value == nil {
		return
	}
	said := claim.Quoted(strings.TrimSpace(c.figureAt(cl)))
	year := c.facts.Year
	if len(ways) > 0 {
		year = ways[0].Year
	}
	add := func(slip, sentence string) {
		cl.Slip = slip
		cl.Message += "; " + sentence
	}
	for y := c.facts.Year; y >= c.facts.First; y-- {
		if v, ok := c.facts.At(t, face, area, y); ok && y != year && facts.Fits(q.In(), v) && !q.Fraction {
			add("other-year", fmt.Sprintf("%s is %s's figure", said, facts.YearName(y)))
			cl.Evidence = append(cl.Evidence, facts.Proof(v, y)...)
			return
		}
	}
	v, ok := c.facts.At(t, face, area, year)
	if area == facts.Own {
		if s, found := c.facts.At(t, face, facts.Scotland, year); found && facts.Fits(q.In(), s) {
			add("scotland", fmt.Sprintf("%s is Scotland's figure", said))
			return
		}
	} else if o, found := c.facts.At(t, face, facts.Own, year); found && facts.Fits(q.In(), o) {
		add("other-area", fmt.Sprintf("%s is %s's figure", said, c.facts.Authority))
		return
	}
	if facts.IsLocality(area) && !q.Fraction && !q.Hedged {
		for _, l := range c.facts.Things {
			if l.Group != "locality" || l.ID == area {
				continue
			}
			if o, found := c.facts.At(t, face, l.ID, year); found && facts.Fits(q.In(), o) {
				add("other-area", fmt.Sprintf("%s is %s's figure", said, c.facts.Place(l.ID)))
				return
			}
		}
	}
	for _, o := range c.facts.Things {
		if o == t || o.Group != t.Group || o.Unit != t.Unit || t.Group == "" || q.Fraction || q.Hedged {
			continue
		}
		if ov, found := c.facts.At(o, face, area, year); found && facts.Fits(q.In(), ov) {
			add("other-thing", fmt.Sprintf("%s is the figure of %s", said, o.Called()))
			return
		}
	}
	if t.Kind == facts.Money && face != facts.FacePlan {
		if p, found := c.facts.At(t, facts.FacePlan, area, year); found && face == facts.FaceSpend && facts.Fits(q.In(), p) {
			add("plan", fmt.Sprintf("%s was planned", said))
			return
		}
	}
	if differ := slippedDigits(q.Value, v); ok && differ == 1 {
		add("digits", "one digit differs")
	} else if ok && differ > 1 {
		add("digits", "the digits are in another order")
	}
}

// figureAt is a claim's figure as the text has it.
func (c *clause) figureAt(cl *Claim) string {
	for i := range c.items {
		if it := c.items[i]; it.Class == language.IsQuantity && c.passage.Text.At(it.Start) == cl.At {
			return c.textOf(it.Start, it.End)
		}
	}
	return "it"
}

// slippedDigits is how many digits of a figure differ from those of the data: 1,
// or more where they are the same digits in another order; 0 where it isn't a slip
// of digits.
func slippedDigits(said *big.Rat, v facts.Value) int {
	clean := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, s)
	}
	want := clean(v.Display)
	got := clean(exact.Decimal(said))
	if strings.HasSuffix(v.Display, "m") && len(got) > len(want) {
		got = strings.TrimRight(got, "0")
	}
	few := len(got) < 3
	if len(got) < len(want) {
		got += strings.Repeat("0", len(want)-len(got))
	}
	if len(got) != len(want) || got == want || len(want) < 2 {
		return 0
	}
	differ := 0
	for i := range got {
		if got[i] != want[i] {
			differ++
		}
	}
	a, b := []byte(got), []byte(want)
	slices.Sort(a)
	slices.Sort(b)
	if differ == 1 && !few || string(a) == string(b) {
		return differ
	}
	return 0
}

// slipOfDelta finds the likely cause of a wrong change.
func (c *clause) slipOfDelta(cl *Claim, t *facts.Thing, face facts.Face, area string, sign int, q *facts.Quantity, ways []facts.Way) {
	if cl.Verdict != Contradicted || len(ways) == 0 {
		return
	}
	w := ways[0]
	from, to, ok := c.facts.Pair(t, face, area, w.Base, w.Year)
	if !ok {
		return
	}
	holds := func(q *facts.Quantity) bool {
		return slices.ContainsFunc(facts.Differences(from, to, t.Unit, q), q.In().Has)
	}
	d := to.Exact.Cmp(from.Exact)
	other := *q
	switch q.Unit {
	case facts.Percent:
		other.Unit = facts.Points
	case facts.Points:
		other.Unit = facts.Percent
	}
	switch {
	case holds(q) && d != sign:
		cl.Slip = "other-way"
		cl.Message += "; the size is right and the direction isn't"
	case other.Unit != q.Unit && d == sign && holds(&other):
		cl.Slip = "points"
		cl.Message += "; percent and percentage points are taken for each other"
	default:
		for y := c.facts.First; y < w.Year; y++ {
			if f, ok := c.facts.At(t, face, area, y); ok && y != w.Base && t.Comparable(y, w.Year) &&
				slices.ContainsFunc(facts.Differences(f, to, t.Unit, q), q.In().Has) && to.Exact.Cmp(f.Exact) == sign {
				cl.Slip = "other-year"
				cl.Message += "; it is the change since " + facts.YearName(y)
				return
			}
		}
		if d != sign && sign != 0 {
			cl.Slip = "other-way"
		}
	}
}

// slipOfMove calls a direction that the data contradict clearly likely.
func (c *clause) slipOfMove(cl *Claim, t *facts.Thing, sign int) {
	if cl.Verdict == Contradicted {
		cl.Slip = "other-way"
	}
}

// slipOfVariance finds the likely cause of a wrong over- or underspend.
func (c *clause) slipOfVariance(cl *Claim, t *facts.Thing, year, sign int, q *facts.Quantity) {
	if cl.Verdict != Contradicted {
		return
	}
	if v, ok := c.facts.At(t, facts.FaceVariance, facts.Own, year); ok {
		size := facts.Value{Exact: new(big.Rat).Abs(v.Exact)}
		switch {
		case facts.Fits(q.In(), size):
			cl.Slip = "other-way"
			cl.Message += "; the size is right and the sign isn't"
			return
		case q.Unit == facts.Pounds && q.Value != nil && digitsGiven(q) > 1 && inOtherScale(q, size) != "":
			cl.Slip = "unit"
			cl.Message += inOtherScale(q, size)
			return
		case slippedDigits(q.Value, v) > 0:
			cl.Slip = "digits"
			return
		}
	}
	for _, o := range c.facts.Things {
		if v, ok := c.facts.At(o, facts.FaceVariance, facts.Own, year); ok && o != t && (o.Group == t.Group || t.Group == "") && facts.Fits(q.In(), facts.Value{Exact: new(big.Rat).Abs(v.Exact)}) && v.Exact.Sign() == sign {
			cl.Slip = "other-thing"
			cl.Message += "; it is that of " + o.Called()
			return
		}
	}
	for y := c.facts.First; y <= c.facts.Year; y++ {
		if v, ok := c.facts.At(t, facts.FaceVariance, facts.Own, y); ok && y != year && facts.Fits(q.In(), facts.Value{Exact: new(big.Rat).Abs(v.Exact)}) && v.Exact.Sign() == sign {
			cl.Slip = "other-year"
			cl.Message += "; it is that of " + facts.YearName(y)
			return
		}
	}
}
