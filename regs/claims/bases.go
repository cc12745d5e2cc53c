package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// baseYears are the years that a change can be since, of one that ends in at.
func (c *clause) baseYears(t *facts.Thing, face facts.Face, area string, tm times, at int) []int {
	prev := c.facts.Before(t, face, area, at)
	if tm.base != nil {
		bases := c.resolve(t, face, tm.base)
		if t.Survey && len(bases) == 1 && bases[0] == c.facts.Year-1 {
			return []int{prev} // "last year" of a survey is the one before
		}
		if len(bases) == 1 && bases[0] == at && at == c.facts.Year-1 && !c.namesYear() {
			return []int{prev} // a year before the newest figure
		}
		return bases
	}
	if tm.over > 0 {
		bases := []int{at - tm.over}
		if tm.over > 2 {
			bases = append(bases, at-tm.over+1, max(c.facts.First, at-tm.over))
		}
		return bases
	}
	if years := c.sinceFigure(t, face, area, at); years != nil {
		return years
	}
	if from := c.changeSince(t); from != 0 {
		return []int{from}
	}
	if years := c.yearsOfFrom(t, face, area, at); years != nil {
		return years
	}
	if tm.previous || tm.stated || tm.survey || !c.deltas() && !c.says("have", "has") {
		return []int{prev}
	}
	bases := []int{prev}
	for _, y := range c.resolve(t, face, c.bases) { // "It peaked in 2022/23. It is 7.4% lower now."
		if y < at && y != prev {
			bases = append(bases, y)
		}
	}
	first := 0
	for y := c.facts.First; y < at && first == 0; y++ {
		if _, ok := c.facts.At(t, face, area, y); ok && t.Comparable(y, at) {
			first = y
		}
	}
	if first == 0 || slices.Contains(bases, first) {
		return bases
	}
	return append(bases, first)
}

// namesYear reports whether the clause names a year by its number.
func (c *clause) namesYear() bool {
	return slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsPeriod && x.Known })
}

// sinceFigure are the years of the figure that a change is said to be since, "since the low
// of 79.3%", or nil where none is said.
func (c *clause) sinceFigure(t *facts.Thing, face facts.Face, area string, at int) (years []int) {
	for _, q := range c.qs {
		if c.roleAt(c.prev(q.i), "since") || c.roleAt(c.prev(q.i), "of") && c.roleAt(c.prev(c.prev(q.i)), "since") {
			years = append(years, c.yearsOfFigure(q, t, face, area, at)...)
		}
	}
	return years
}

// yearsOfFrom are the years of the figure from which something changed, where no year stands by it: "slipped from
// 66.8% to 66.5%". It is nil where the data have no such figure.
func (c *clause) yearsOfFrom(t *facts.Thing, face facts.Face, area string, at int) (years []int) {
	for _, q := range c.qs {
		if q.role == isFrom && q.years == nil {
			years = append(years, c.yearsOfFigure(q, t, face, area, at)...)
		}
	}
	return years
}

// yearsOfFigure are the years before one in which a thing had a figure.
func (c *clause) yearsOfFigure(q *placed, t *facts.Thing, face facts.Face, area string, before int) (years []int) {
	if q.Q.Ref != nil {
		return nil
	}
	for y := c.facts.First; y < before; y++ {
		if v, ok := c.facts.At(t, face, area, y); ok && facts.Fits(q.Q.In(), v) {
			years = append(years, y)
		}
	}
	return years
}
