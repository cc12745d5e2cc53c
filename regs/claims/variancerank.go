package claims

import (
	"math/big"
	"slices"

	"apr/internal/lazyregexp"
	"apr/regs/claims/exact"
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

// mostOf is what says that more than half of an over- or underspend is meant, right before it, and lessOf what
// says that less than half is.
var (
	mostOf = lazyregexp.Lazy(`(?i)\b(?:(?:larger|greater|bigger|better|main) (?:part|share|portion)|most|bulk|majority|more than half|over half|lion's share)\s+of\s+(?:\w+(?:['’]s)?\s+){0,3}$`)
	lessOf = lazyregexp.Lazy(`(?i)\b(?:(?:smaller|lesser) (?:part|share|portion)|less than half|under half|minority)\s+of\s+(?:\w+(?:['’]s)?\s+){0,3}$`)
)

// mostOfVariance reads of which amount more than half of the whole's over- or underspend is, or less: "The
// larger part of the overspend arose in the council's services". It reports whether the clause says so.
func (c *clause) mostOfVariance(things []*facts.Thing, sign, i int, tm times) bool {
	if !slices.ContainsFunc(c.items[max(0, i-4):i], func(x *item) bool { return x.Class == language.IsRole && x.Role == "of" }) {
		return false
	}
	before := c.plain[c.items[0].start:c.items[i].start]
	more := mostOf().Match(before)
	if !more && !lessOf().Match(before) {
		return false
	}
	total := c.things["total"]
	t := things[0]
	if total == nil || c.not || len(things) > 1 || len(c.subjects) == 0 || c.locality != "" || c.has(language.IsQuantity) > i || c.reader.money != nil ||
		t == total || t.Kind != facts.Money || t.Group == "locality" {
		return true // it isn't read
	}
	year := c.atYears(total, facts.FaceVariance, facts.Own, tm)[0]
	whole, ok := c.facts.At(total, facts.FaceVariance, facts.Own, year)
	if !ok || sign == 0 || whole.Exact.Sign() != sign {
		return true
	}
	v, ok := c.facts.At(t, facts.FaceVariance, facts.Own, year)
	if !ok {
		return true
	}
	part := new(big.Rat).Quo(v.Exact, whole.Exact)
	expected := facts.InWords(v.Exact, facts.FaceVariance) + " of " + facts.InWords(whole.Exact, facts.FaceSpend)
	cl := c.tell(saysShare, c.items[i], t, facts.Own, []facts.Way{{Truth: facts.TruthOf((part.Cmp(exact.Rat(1, 2)) > 0) == more), Expected: expected, Evidence: facts.Proof(v, year), Year: year}})
	cl.Comparator = "most of the variance"
	if cl.Verdict == Contradicted {
		cl.Message = "the text says that " + map[bool]string{true: "most", false: "less than half"}[more] + " of it was in " + t.Called() + "; the account has " + expected
	}
	return true
}
