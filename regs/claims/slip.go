package claims

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// slipOfLevel finds the likely cause of a wrong figure, and says so.
func (c *clause) slipOfLevel(cl *Claim, t *Thing, face Face, area string, q *quantity, ways []way) {
	if cl.Verdict != Contradicted || q.value == nil {
		return
	}
	said := asQuoted(strings.TrimSpace(cl.said(c)))
	year := c.facts.Year
	if len(ways) > 0 {
		year = ways[0].year
	}
	add := func(slip, sentence string) {
		cl.Slip = slip
		cl.Message += "; " + sentence
	}
	for y := c.facts.Year; y >= c.facts.First; y-- {
		if v, ok := c.facts.at(t, face, area, y); ok && y != year && fits(q.in(), v) && !q.fraction {
			add("other-year", fmt.Sprintf("%s is %s's figure", said, yearName(y)))
			cl.Evidence = append(cl.Evidence, proof(v, y)...)
			return
		}
	}
	v, ok := c.facts.at(t, face, area, year)
	if area == own {
		if s, found := c.facts.at(t, face, scotland, year); found && fits(q.in(), s) {
			add("scotland", fmt.Sprintf("%s is Scotland's figure", said))
			return
		}
	} else if o, found := c.facts.at(t, face, own, year); found && fits(q.in(), o) {
		add("other-area", fmt.Sprintf("%s is %s's figure", said, c.facts.Authority))
		return
	}
	if isLocality(area) && !q.fraction && !q.hedged {
		for _, l := range c.facts.Things {
			if l.Group != "locality" || l.ID == area {
				continue
			}
			if o, found := c.facts.at(t, face, l.ID, year); found && fits(q.in(), o) {
				add("other-area", fmt.Sprintf("%s is %s's figure", said, c.facts.place(l.ID)))
				return
			}
		}
	}
	for _, o := range c.facts.Things {
		if o == t || o.Group != t.Group || o.Unit != t.Unit || t.Group == "" || q.fraction || q.hedged {
			continue
		}
		if ov, found := c.facts.at(o, face, area, year); found && fits(q.in(), ov) {
			add("other-thing", fmt.Sprintf("%s is the figure of %s", said, o.called()))
			return
		}
	}
	if t.Kind == isMoney && face != plan {
		if p, found := c.facts.at(t, plan, area, year); found && face == spend && fits(q.in(), p) {
			add("plan", fmt.Sprintf("%s was planned", said))
			return
		}
	}
	if differ := slippedDigits(q.value, v); ok && differ == 1 {
		add("digits", "one digit differs")
	} else if ok && differ > 1 {
		add("digits", "the digits are in another order")
	}
}

// said is the figure as the text has it.
func (cl *Claim) said(c *clause) string {
	for i := range c.items {
		if it := c.items[i]; it.class == isQuantity && c.passage.Text.At(it.start) == cl.At {
			return c.textOf(it.start, it.end)
		}
	}
	return "it"
}

// slippedDigits is how many digits of a figure differ from those of the data: 1,
// or more where they are the same digits in another order; 0 where it isn't a slip
// of digits.
func slippedDigits(said *big.Rat, v Value) int {
	clean := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, s)
	}
	want := clean(v.Display)
	got := clean(decimal(said))
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
func (c *clause) slipOfDelta(cl *Claim, t *Thing, face Face, area string, sign int, q *quantity, ways []way) {
	if cl.Verdict != Contradicted || len(ways) == 0 {
		return
	}
	w := ways[0]
	from, to, ok := c.facts.pair(t, face, area, w.base, w.year)
	if !ok {
		return
	}
	holds := func(q *quantity) bool { return slices.ContainsFunc(differences(from, to, t.Unit, q), q.in().has) }
	d := to.Exact.Cmp(from.Exact)
	other := *q
	switch q.unit {
	case percent:
		other.unit = points
	case points:
		other.unit = percent
	}
	switch {
	case holds(q) && d != sign:
		cl.Slip = "other-way"
		cl.Message += "; the size is right and the direction isn't"
	case other.unit != q.unit && d == sign && holds(&other):
		cl.Slip = "points"
		cl.Message += "; percent and percentage points are taken for each other"
	default:
		for y := c.facts.First; y < w.year; y++ {
			if f, ok := c.facts.at(t, face, area, y); ok && y != w.base && t.comparable(y, w.year) &&
				slices.ContainsFunc(differences(f, to, t.Unit, q), q.in().has) && to.Exact.Cmp(f.Exact) == sign {
				cl.Slip = "other-year"
				cl.Message += "; it is the change since " + yearName(y)
				return
			}
		}
		if d != sign && sign != 0 {
			cl.Slip = "other-way"
		}
	}
}

// slipOfMove calls a direction that the data contradict clearly likely.
func (c *clause) slipOfMove(cl *Claim, t *Thing, sign int) {
	if cl.Verdict == Contradicted {
		cl.Slip = "other-way"
	}
}

// slipOfVariance finds the likely cause of a wrong over- or underspend.
func (c *clause) slipOfVariance(cl *Claim, t *Thing, year, sign int, q *quantity) {
	if cl.Verdict != Contradicted {
		return
	}
	if v, ok := c.facts.at(t, variance, own, year); ok {
		size := Value{Exact: new(big.Rat).Abs(v.Exact)}
		switch {
		case fits(q.in(), size):
			cl.Slip = "other-way"
			cl.Message += "; the size is right and the sign isn't"
			return
		case slippedDigits(q.value, v) > 0:
			cl.Slip = "digits"
			return
		}
	}
	for _, o := range c.facts.Things {
		if v, ok := c.facts.at(o, variance, own, year); ok && o != t && (o.Group == t.Group || t.Group == "") && fits(q.in(), Value{Exact: new(big.Rat).Abs(v.Exact)}) && v.Exact.Sign() == sign {
			cl.Slip = "other-thing"
			cl.Message += "; it is that of " + o.called()
			return
		}
	}
	for y := c.facts.First; y <= c.facts.Year; y++ {
		if v, ok := c.facts.at(t, variance, own, y); ok && y != year && fits(q.in(), Value{Exact: new(big.Rat).Abs(v.Exact)}) && v.Exact.Sign() == sign {
			cl.Slip = "other-year"
			cl.Message += "; it is that of " + yearName(y)
			return
		}
	}
}
