package claims

import (
	"math/big"

	"apr/internal/lazyregexp"
)

// mostOf is what says that more than half of an over- or underspend is meant, right before it.
var mostOf = lazyregexp.Lazy(`(?i)\b(?:(?:larger|greater|bigger|better|main) (?:part|share|portion)|most|bulk|majority|more than half|over half|lion's share)\s+of\s+(?:\w+(?:['’]s)?\s+){0,3}$`)

// mostOfVariance reads of which amounts more than half of the whole's over- or underspend is: "The
// larger part of the overspend arose in the council's services". It reports whether the clause says so.
func (c *clause) mostOfVariance(things []*Thing, sign, i int, tm times) bool {
	from := c.items[0].start
	if !mostOf().MatchString(string(c.plain[from:c.items[i].start])) {
		return false
	}
	total := c.things["total"]
	if total == nil || c.not || len(c.subjects) == 0 || c.locality != "" || c.has(isQuantity) > i || c.reader.money != nil {
		return true // it isn't read
	}
	for _, t := range things {
		if t == total || t.Kind != isMoney || t.Group == "locality" {
			return true
		}
	}
	year := c.atYears(total, variance, own, tm)[0]
	whole, ok := c.facts.at(total, variance, own, year)
	if !ok || whole.Exact.Sign() == 0 || whole.Exact.Sign() != sign {
		return true
	}
	sum, w := new(big.Rat), way{year: year}
	for _, t := range things {
		v, ok := c.facts.at(t, variance, own, year)
		if !ok {
			return true
		}
		sum.Add(sum, v.Exact)
		w.evidence = append(w.evidence, proof(v, year)...)
	}
	part := new(big.Rat).Quo(sum, whole.Exact)
	w.truth = truthOf(part.Cmp(rat(1, 2)) > 0)
	w.expected = inWords(sum, variance) + " of " + inWords(whole.Exact, spend)
	cl := c.tell(saysShare, c.items[i], things[0], own, []way{w})
	cl.Comparator = "most of the variance"
	if cl.Verdict == Contradicted {
		cl.Message = "the text says that most of it was in " + things[0].called() + "; the account has " + w.expected
	}
	return true
}
