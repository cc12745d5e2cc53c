package claims

import (
	"math/big"

	"apr/internal/lazyregexp"
)

// mostOf is what says that more than half of an over- or underspend is meant, right before it.
var mostOf = lazyregexp.Lazy(`(?i)\b(?:(?:larger|greater|bigger|better|main) (?:part|share|portion)|most|bulk|majority|more than half|over half|lion's share)\s+of\s+(?:\w+(?:['’]s)?\s+){0,3}$`)

// mostOfVariance reads of which amount more than half of the whole's over- or underspend is: "The
// larger part of the overspend arose in the council's services". It reports whether the clause says so.
func (c *clause) mostOfVariance(things []*Thing, sign, i int, tm times) bool {
	from := c.items[0].start
	if !mostOf().MatchString(string(c.plain[from:c.items[i].start])) {
		return false
	}
	total := c.things["total"]
	t := things[0]
	if total == nil || c.not || len(things) > 1 || len(c.subjects) == 0 || c.locality != "" || c.has(isQuantity) > i || c.reader.money != nil ||
		t == total || t.Kind != isMoney || t.Group == "locality" {
		return true // it isn't read
	}
	year := c.atYears(total, variance, own, tm)[0]
	whole, ok := c.facts.at(total, variance, own, year)
	if !ok || sign == 0 || whole.Exact.Sign() != sign {
		return true
	}
	v, ok := c.facts.at(t, variance, own, year)
	if !ok {
		return true
	}
	part := new(big.Rat).Quo(v.Exact, whole.Exact)
	expected := inWords(v.Exact, variance) + " of " + inWords(whole.Exact, spend)
	cl := c.tell(saysShare, c.items[i], t, own, []way{{truth: truthOf(part.Cmp(rat(1, 2)) > 0), expected: expected, evidence: proof(v, year), year: year}})
	cl.Comparator = "most of the variance"
	if cl.Verdict == Contradicted {
		cl.Message = "the text says that most of it was in " + t.called() + "; the account has " + expected
	}
	return true
}
