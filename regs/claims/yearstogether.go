package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// yearsTogether is of how many years up to the reporting year the sentence gives one sum: "Put the
// last four years together and …", "across the last four years … in all". It is 0 where it gives
// none.
func (s *statement) yearsTogether() int {
	years, put := 0, false
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsPeriod && it.Word == "over":
			if years != 0 {
				return 0
			}
			years = it.Year
		case it.Class == language.IsTogether, slices.Contains([]string{"in all", "in total", "altogether", "cumulative", "cumulatively"}, it.Text), slices.Contains([]string{"add", "added", "adding", "adds"}, language.FirstWord(it.Text)), strings.HasSuffix(it.Text, "together"):
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
func (c *clause) variedOverYears(t *facts.Thing, sign int, word *lex.Item) bool {
	if c.says("averaged", "average", "averages", "averaging", "mean") && language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Class == language.IsPeriod && x.Word == "over" }) {
		return true // it isn't read
	}
	years := c.statement.yearsTogether()
	if years == 0 || c.partedFromYears() || slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsPeriod && x.Word != "over" && x.Word != "onyear" }) && !slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsPeriod && x.Word == "over" }) {
		return false
	}
	last, ok := c.lastOfYears()
	if !ok {
		return true
	}
	net, gross, w := new(big.Rat), new(big.Rat), facts.Way{Year: last}
	for y := last; y > last-years; y-- {
		v, ok := c.facts.At(t, facts.FaceVariance, facts.Own, y)
		if !ok {
			return true
		}
		if net.Add(net, v.Exact); v.Exact.Sign() == sign {
			gross.Add(gross, v.Exact)
		}
		w.Evidence = append(w.Evidence, facts.Proof(v, y)...)
	}
	if len(c.qs) != 1 || c.qs[0].Q.Unit != facts.Pounds || c.qs[0].Q.Ref != nil || c.not || c.has(language.IsMove, language.IsTimes, language.IsExtreme) >= 0 {
		return true // it isn't read
	}
	q := c.qs[0]
	size := func(v *big.Rat) facts.Value { return facts.Value{Exact: new(big.Rat).Abs(v)} }
	w.Truth = facts.TruthOf(net.Sign() == sign && facts.Fits(q.Q.In(), size(net)) || facts.Fits(q.Q.In(), size(gross)))
	w.Expected = facts.DisplayOf(net, facts.FaceVariance) + " over those " + itoa(years) + " years together"
	q.used = true
	cl := c.tell(saysVariance, q.Item, t, facts.Own, []facts.Way{w})
	cl.Quantity, cl.Unit, cl.Comparator = q.Q.Bounds(), facts.Pounds, word.Text
	if cl.Verdict == Contradicted {
		cl.Message = "the text says of " + t.Called() + " " + claim.Quoted(c.textOf(q.Start, q.End)) + "; the account has " + w.Expected
	}
	return true
}

// lastOfYears is the last of several years of which the sentence gives one sum: the one that it names,
// "the three years to 2024/25", or else the reporting year. ok is false where it names more of them.
func (c *clause) lastOfYears() (year int, ok bool) {
	year = 0
	for i := range c.statement.items {
		if it := &c.statement.items[i]; it.Class == language.IsPeriod && it.Known && it.Start >= c.statement.items[c.yearsAt()].Start && it.Start < c.items[len(c.items)-1].End {
			if year != 0 {
				return 0, false
			}
			year = it.Year
		}
	}
	if year == 0 {
		year = c.facts.Year
	}
	return year, true
}

// yearsAt is the place of the years of which the sentence gives one sum, 0 where it names none.
func (c *clause) yearsAt() int {
	return max(0, language.IndexOf(c.statement.items, func(x *lex.Item) bool { return x.Class == language.IsPeriod && x.Word == "over" }))
}

// partedFromYears reports whether a conjunction or a semicolon is between the clause and those years.
func (c *clause) partedFromYears() bool {
	from := c.statement.items[c.yearsAt()].Start
	start, end := c.items[0].Start, c.items[len(c.items)-1].End
	return language.AnyOf(c.statement.items, func(x *lex.Item) bool {
		parts := x.Class == language.IsBreak && x.Word != "and" && x.Word != "frame" || x.Class == language.IsMark && x.Word == ";"
		return parts && (x.Start > from && x.Start < start || x.Start > end && x.Start < from)
	})
}
