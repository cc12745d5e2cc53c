package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// firstVariance reads "the first overspend since 2022/23", "the fourth overspend in six years"; it
// reports whether the clause counts over- or underspends so.
func (c *clause) firstVariance(t *facts.Thing, sign int, tm times) bool {
	at := slices.IndexFunc(c.items, func(x *item) bool { return x.Class == language.IsFace && x.Face == facts.FaceVariance })
	n := 0
	for k := at - 1; k >= 0 && c.items[k].Class == language.IsPlain; k-- {
		if c.items[k].ordinal > 0 {
			n = int(c.items[k].ordinal)
			break
		}
	}
	if n == 0 || c.not || sign == 0 || tm.base == nil && tm.over < 2 || c.has(language.IsRow, language.IsEach, language.IsExtreme, language.IsMove, language.IsTimes) >= 0 || len(c.subjects) > 0 {
		return false
	}
	last := c.facts.Year
	if tm.at != nil {
		last = c.resolve(t, facts.FaceVariance, tm.at)[0]
	}
	first := last - tm.over + 1
	if tm.base != nil {
		first = c.resolve(t, facts.FaceVariance, tm.base)[0] + 1
	}
	w := facts.Way{Year: last, Base: first}
	count := 0
	for y := first; y <= last; y++ {
		v, ok := c.facts.At(t, facts.FaceVariance, facts.Own, y)
		if !ok {
			return true // it isn't read
		}
		if v.Exact.Sign() == sign {
			count++
			w.Evidence = append(w.Evidence, facts.Proof(v, y)...)
		}
	}
	now, _ := c.facts.At(t, facts.FaceVariance, facts.Own, last)
	w.Truth = facts.TruthOf(count == n && now.Exact.Sign() == sign)
	what := map[int]string{-1: " overspends", 1: " underspends"}[sign]
	w.Expected = itoa(count) + what + " from " + facts.YearName(first) + " to " + facts.YearName(last)
	cl := c.tell(saysRun, c.items[at], t, facts.Own, []facts.Way{w})
	cl.Comparator = "place " + itoa(n) + " " + c.items[at].text
	return true
}
