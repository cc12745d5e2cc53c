package claims

import (
	"math/big"
	"slices"

	"apr/internal/lazyregexp"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

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
	size := c.sizeBehind(i)
	if total == nil || c.not || len(things) > 1 || len(c.subjects) == 0 || c.locality != "" || c.has(language.IsQuantity) > i && size == nil || c.reader.money != nil ||
		t == total || t.Kind != facts.Money || t.Group == "locality" {
		return true // it isn't read
	}
	year := c.atYears(total, facts.FaceVariance, facts.Own, tm)[0]
	whole, ok := c.facts.At(total, facts.FaceVariance, facts.Own, year)
	if !ok || sign == 0 || whole.Exact.Sign() != sign {
		return true
	}
	if size != nil && c.facts.Level(total, facts.FaceVariance, facts.Own, year, size.q).Truth != facts.Yes {
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
	if size != nil {
		size.used = true
		cl := c.tell(saysVariance, size.item, total, facts.Own, []facts.Way{c.facts.Level(total, facts.FaceVariance, facts.Own, year, size.q)})
		cl.Quantity, cl.Unit = size.q.Bounds(), facts.Pounds
	}
	return true
}

// sizeBehind is the only amount of the clause where it is the size of the over- or underspend at i: "of the overspend
// of £2.8m". It is nil where there is none.
func (c *clause) sizeBehind(i int) *placed {
	if len(c.qs) != 1 || !c.roleAt(i+1, "of") || c.qs[0].i != i+2 || c.qs[0].q.Unit != facts.Pounds || c.qs[0].q.Ref != nil {
		return nil
	}
	return c.qs[0]
}
