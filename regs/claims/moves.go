package claims

import (
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// firstMove reads "its first fall since 2020/21", "fell for the first time".
func (c *clause) firstMove(t *facts.Thing, face facts.Face, area string, tm times, m *lex.Item, sign int) bool {
	first := slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Ordinal == 1 || x.Text == "for the first time" })
	if !first || c.not || sign == 0 {
		return false
	}
	if m.Adj || tm.at != nil {
		return true // it isn't read
	}
	at := c.facts.Newest(t, face, area)
	since := c.facts.First
	if tm.base != nil {
		since = c.resolve(t, face, tm.base)[0]
	} else if c.facts.Before(t, face, area, c.facts.First+1) == 0 {
		return true // of the years before the window nothing is known
	}
	w := c.facts.Move(t, face, area, c.facts.Before(t, face, area, at), at, sign)
	for y := at - 1; y > since && w.Truth == facts.Yes; y-- {
		b := c.facts.Before(t, face, area, y)
		if b == 0 || b < since {
			continue
		}
		if earlier := c.facts.Move(t, face, area, b, y, sign); earlier.Truth == facts.Yes {
			w.Truth, w.Expected, w.Evidence = facts.No, earlier.Expected, earlier.Evidence
		}
	}
	if tm.base == nil && w.Truth == facts.Yes {
		w.Truth = facts.Unknown
	}
	cl := c.tell(saysChange, m, t, area, []facts.Way{w})
	cl.Comparator = "the first to have " + m.Text
	return true
}

// versusPlace is the place that a multiple is of: "twice the Scottish rate".
func (c *clause) versusPlace(other string, compared bool) string {
	if compared {
		return other
	}
	if c.versus != "" {
		return c.versus
	}
	for i, it := range c.items {
		if it.Class == language.IsArea && it.Area != facts.Own && !facts.IsLocality(it.Area) && c.has(language.IsTimes) < i {
			return it.Area
		}
	}
	return facts.Own
}

// timesPlace reads how many times as high our figure is as another place's or, where b is ours, that place's as ours.
func (c *clause) timesPlace(t *facts.Thing, face facts.Face, area, b string, tm times, i int) {
	if c.not || b != facts.Own && area != facts.Own && area != b || facts.IsLocality(b) || facts.IsLocality(area) || c.comparedInTime() {
		return
	}
	a := facts.Own
	if b == facts.Own {
		a = area
	}
	h := c.hedgeBefore(i)
	var ways []facts.Way
	for _, y := range c.atYears(t, face, facts.Own, tm) {
		va, okA := c.facts.At(t, face, a, y)
		vb, okB := c.facts.At(t, face, b, y)
		w := facts.Way{Year: y}
		if okA && okB && vb.Exact.Sign() > 0 {
			w = c.facts.Beside(t, face, a, b, y, 1)
			w.Truth = facts.TruthOf(facts.TimesHeld(vb.Exact, va.Exact, c.items[i].N, h))
		}
		ways = append(ways, w)
	}
	cl := c.tell(saysComparison, c.items[i], t, a, ways)
	cl.Comparator = c.items[i].Text + " " + c.facts.Place(b)
}

// everyYear reads "has worsened every year": through all the years that the report
// covers, or those since the one that is named.
func (c *clause) everyYear(t *facts.Thing, face facts.Face, area string, tm times) bool {
	m, _, sign := c.direction(t)
	if m == nil || sign == 0 || m.Adj && !(t.Survey && c.has(language.IsThan, language.IsBeside, language.IsArea) < 0) || c.deltas() {
		return false
	}
	at := c.facts.Newest(t, face, area)
	since := c.facts.First
	if tm.base != nil {
		since = c.resolve(t, face, tm.base)[0]
	}
	if tm.at != nil || at <= since {
		return true // it isn't read
	}
	until := func(at int) facts.Way {
		n := 0
		for y := at; y > since; n++ {
			if y = c.facts.Before(t, face, area, y); y == 0 {
				break
			}
		}
		w := c.facts.Run(t, face, area, at, n, sign)
		if w.Truth == facts.No && tm.base == nil && c.facts.Run(t, face, area, at, 2, sign).Truth == facts.Yes {
			w = facts.Way{} // it may be so of the years that are meant
		}
		return w
	}
	ways := []facts.Way{until(at)}
	if b := c.facts.Before(t, face, area, at); c.earlier() && b > since {
		ways = slices.Insert(ways, 0, until(b)) // "which had risen each year since 2020/21, fell back"
	}
	cl := c.tell(saysRun, m, t, area, ways)
	cl.Comparator = m.Text + " every year"
	return true
}

// paces reads "fell faster here than across Scotland".
func (c *clause) paces(t *facts.Thing, face facts.Face, area, other string, compared bool, tm times, i int) {
	m, _, sign := c.direction(t)
	if m == nil || m.Adj || sign == 0 || c.not || !compared || other == area || t.Kind != facts.Indicator || len(c.qs) > 0 {
		return
	}
	var ways []facts.Way
	for _, y := range c.atYears(t, face, facts.Own, tm) {
		for _, b := range c.baseYears(t, face, facts.Own, tm, y) {
			ours, theirs := c.facts.Move(t, face, area, b, y, sign), c.facts.Move(t, face, other, b, y, sign)
			w := facts.Way{Year: y, Base: b}
			from, to, ok := c.facts.Pair(t, face, area, b, y)
			oFrom, oTo, okO := c.facts.Pair(t, face, other, b, y)
			if ok && okO {
				d, e := exact.PercentChange(from.Exact, to.Exact), exact.PercentChange(oFrom.Exact, oTo.Exact)
				if d == nil || e == nil {
					continue
				}
				w.Expected = c.facts.Place(area) + " " + facts.Differs(from, to, t.Unit) + " and " + c.facts.Place(other) + " " + facts.Differs(oFrom, oTo, t.Unit)
				w.Evidence = ours.Evidence
				w.Truth = facts.TruthOf(ours.Truth == facts.Yes && d.Cmp(e) == sign*c.items[i].N)
				if ours.Truth == facts.Yes && theirs.Truth != facts.Yes && c.items[i].N > 0 {
					w.Truth = facts.Yes
				}
			}
			ways = append(ways, w)
		}
	}
	cl := c.tell(saysComparison, c.items[i], t, area, ways)
	cl.Comparator = c.items[i].Text + " than " + c.facts.Place(other)
}
