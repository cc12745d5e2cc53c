package claims

import (
	"math/big"
	"slices"
	"strings"
)

// yearsTogether is of how many years up to the reporting year the sentence gives one sum: "Put the
// last four years together and …", "across the last four years … in all". It is 0 where it gives
// none.
func (s *statement) yearsTogether() int {
	years, put := 0, false
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.class == isPeriod && it.word == "over":
			if years != 0 {
				return 0
			}
			years = it.year
		case it.class == isTogether, slices.Contains([]string{"in all", "in total", "altogether", "cumulative", "cumulatively"}, it.text), slices.Contains([]string{"add", "added", "adding", "adds"}, firstWord(it.text)), strings.HasSuffix(it.text, "together"):
			put = true
		}
	}
	if !put || years < 2 {
		return 0
	}
	return years
}

// variedOverYears reads the sum of several years' over- or underspends; it reports whether the
// sentence gives one. What went the other way in one of them may be left out.
func (c *clause) variedOverYears(t *Thing, sign int, word *item) bool {
	if c.says("averaged", "average", "averages", "averaging", "mean") && anyOf(c.statement.items, func(x *item) bool { return x.class == isPeriod && x.word == "over" }) {
		return true // it isn't read
	}
	years := c.statement.yearsTogether()
	if years == 0 || c.partedFromYears() || slices.ContainsFunc(c.items, func(x *item) bool { return x.class == isPeriod && x.word != "over" && x.word != "onyear" }) && !slices.ContainsFunc(c.items, func(x *item) bool { return x.class == isPeriod && x.word == "over" }) {
		return false
	}
	last, ok := c.lastOfYears()
	if !ok {
		return true
	}
	net, gross, w := new(big.Rat), new(big.Rat), way{year: last}
	for y := last; y > last-years; y-- {
		v, ok := c.facts.at(t, variance, own, y)
		if !ok {
			return true
		}
		if net.Add(net, v.Exact); v.Exact.Sign() == sign {
			gross.Add(gross, v.Exact)
		}
		w.evidence = append(w.evidence, proof(v, y)...)
	}
	if len(c.qs) != 1 || c.qs[0].q.unit != pounds || c.qs[0].q.ref != nil || c.not || c.has(isMove, isTimes, isExtreme) >= 0 {
		return true // it isn't read
	}
	q := c.qs[0]
	size := func(v *big.Rat) Value { return Value{Exact: new(big.Rat).Abs(v)} }
	w.truth = truthOf(net.Sign() == sign && fits(q.q.in(), size(net)) || fits(q.q.in(), size(gross)))
	w.expected = inWords(net, variance) + " over those " + itoa(years) + " years together"
	q.used = true
	cl := c.tell(saysVariance, q.item, t, own, []way{w})
	cl.Quantity, cl.Unit, cl.Comparator = q.q.bounds(), pounds, word.text
	if cl.Verdict == Contradicted {
		cl.Message = "the text says of " + t.called() + " " + asQuoted(c.textOf(q.start, q.end)) + "; the account has " + w.expected
	}
	return true
}

// lastOfYears is the last of several years of which the sentence gives one sum: the one that it names,
// "the three years to 2024/25", or else the reporting year. ok is false where it names more of them.
func (c *clause) lastOfYears() (year int, ok bool) {
	year = 0
	for i := range c.statement.items {
		if it := &c.statement.items[i]; it.class == isPeriod && it.known && it.start >= c.statement.items[c.yearsAt()].start && it.start < c.items[len(c.items)-1].end {
			if year != 0 {
				return 0, false
			}
			year = it.year
		}
	}
	if year == 0 {
		year = c.facts.Year
	}
	return year, true
}

// yearsAt is the place of the years of which the sentence gives one sum, 0 where it names none.
func (c *clause) yearsAt() int {
	return max(0, indexOf(c.statement.items, func(x *item) bool { return x.class == isPeriod && x.word == "over" }))
}

// partedFromYears reports whether a conjunction or a semicolon is between the clause and those years.
func (c *clause) partedFromYears() bool {
	from := c.statement.items[c.yearsAt()].start
	start, end := c.items[0].start, c.items[len(c.items)-1].end
	return anyOf(c.statement.items, func(x *item) bool {
		parts := x.class == isBreak && x.word != "and" && x.word != "frame" || x.class == isMark && x.word == ";"
		return parts && (x.start > from && x.start < start || x.start > end && x.start < from)
	})
}
