package claims

import (
	"math/big"
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// changedBy reads by how much the thing changed, and reports whether the clause says so.
func (c *clause) changedBy(t *facts.Thing, face facts.Face, area string, tm times, m *lex.Item, sign int, not bool, years []int) (told bool) {
	for _, q := range c.qs {
		if q.role != isDelta || q.used || q.Q.Ref != nil || c.ofTheGroup(q) {
			continue
		}
		ways := c.deltaWays(t, face, area, tm, m, sign, q, years)
		if not || q.Q.Unit == facts.Bare && !c.near(t, face, area, q.Q, exact.Rat(1, 1000), c.mostOf(t, q)) {
			continue
		}
		q.used, told = true, true
		cl := c.tell(saysChange, q.Item, t, area, ways)
		cl.Quantity, cl.Unit, cl.Comparator = q.Q.Bounds(), q.Q.Unit, m.Text
		if cl.Verdict == Confirmed && ways[0].Truth == facts.No && c.facts.Delta(t, face, area, ways[0].Base, ways[0].Year, -sign, q.Q).Truth == facts.Yes {
			cl.Unsure("it is right since an earlier year, and the other way since the one that is likelier to be meant")
		}
		c.slipOfDelta(cl, t, face, area, sign, q.Q, ways)
	}
	return told
}

// deltaWays are what q, by how much the thing changed, can mean: since when, and in per cent or in points.
func (c *clause) deltaWays(t *facts.Thing, face facts.Face, area string, tm times, m *lex.Item, sign int, q *placed, years []int) (ways []facts.Way) {
	inPoints := *q.Q
	inPoints.Unit = facts.Points
	if b := c.besideWhich(); b != "" && m.Adj && area == facts.Own && tm.base == nil && !tm.previous {
		ways = append(ways, c.facts.Gap(t, face, area, b, years[0], sign, q.Q))
	}
	for _, y := range years {
		for _, b := range c.baseYears(t, face, area, tm, y) {
			if b >= y && len(years) > 1 { // a year that was spoken of before may be the one it is since
				continue
			}
			if q.Q.OfMoney { // "32p of each pound, four pence more"
				ways = append(ways, c.facts.Delta(t, facts.FaceShare, area, b, y, sign, &inPoints))
				continue
			}
			ways = append(ways, c.facts.Delta(t, face, area, b, y, sign, q.Q))
			if c.areaAside(area) {
				ways = append(ways, c.facts.Delta(t, face, facts.Own, b, y, sign, q.Q))
			}
			if t.Unit == facts.Percent && c.signed(q) { // or in points
				ways = append(ways, c.facts.Delta(t, face, area, b, y, sign, &inPoints))
			}
		}
	}
	if y := years[0]; m.Adj && tm.stated && tm.base == nil && !tm.previous && y < c.facts.Year { // "was 3,342 higher in 2022/23" than it is now
		ways = append(ways, c.facts.Delta(t, face, area, c.facts.Year, y, sign, q.Q))
	}
	for _, b := range c.resolve(t, face, tm.also) {
		if w := c.facts.Delta(t, face, area, b, years[0], sign, q.Q); w.Truth == facts.No {
			ways = []facts.Way{w}
		}
	}
	return ways
}

// mostOf is how many times a thing's figure the size of its change can be: once, or more where it is plainly of it
// and so wrong: "the number of people who wait has come down by 231".
func (c *clause) mostOf(t *facts.Thing, q *placed) *big.Rat {
	n := q.i + 1
	plainly := n == len(c.items) || c.items[n].Class != language.IsPlain && c.items[n].Class != language.IsUnknown
	if t.Kind == facts.Measure && q.lead(c) == "by" && plainly && slices.Contains(c.subjects, t) {
		return exact.Rat(4, 1)
	}
	return exact.Rat(1, 1)
}
