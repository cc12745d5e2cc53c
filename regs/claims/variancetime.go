package claims

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// varianceMoved reads "the overspend rose from £0.7m in 2024/25 to £2.8m": what it was
// and is, and which way it went.
func (c *clause) varianceMoved(t *facts.Thing, tm times, sign, m int) bool {
	if c.not || len(c.qs) == 0 || c.items[m].Judge {
		return false
	}
	at, base := c.atYears(t, facts.FaceVariance, facts.Own, tm)[0], 0
	for _, q := range c.qs {
		if q.Q.Unit != facts.Pounds || q.Q.Ref != nil || q.role != isFrom && q.role != isLevel {
			return false
		}
		if q.role == isLevel && q.years != nil {
			at = c.resolve(t, facts.FaceVariance, q.years)[0]
		}
	}
	for _, q := range c.qs {
		year := at
		if q.role == isFrom {
			if year = at - 1; q.years != nil {
				year = c.resolve(t, facts.FaceVariance, q.years)[0]
			} else if tm.base != nil {
				year = c.resolve(t, facts.FaceVariance, tm.base)[0]
			}
			base = year
		}
		w := c.facts.Level(t, facts.FaceVariance, facts.Own, year, q.Q)
		if v, ok := c.facts.At(t, facts.FaceVariance, facts.Own, year); ok && v.Exact.Sign() != sign {
			w.Truth = facts.No
		}
		q.used = true
		cl := c.tell(saysVariance, q.Item, t, facts.Own, []facts.Way{w})
		cl.Quantity, cl.Unit = q.Q.Bounds(), facts.Pounds
	}
	if base == 0 && tm.base == nil && tm.over == 0 && c.has(language.IsPace, language.IsExtreme, language.IsRow, language.IsEach, language.IsBeside) < 0 && !c.endsAtMoment() {
		base = at - 1 // "the overspend fell to £2.8m"
	}
	from, okFrom := c.facts.At(t, facts.FaceVariance, facts.Own, base)
	to, okTo := c.facts.At(t, facts.FaceVariance, facts.Own, at)
	if base == 0 || !okFrom || !okTo || from.Exact.Sign() != sign || to.Exact.Sign() != sign {
		return true
	}
	d := new(big.Rat).Abs(to.Exact).Cmp(new(big.Rat).Abs(from.Exact))
	cl := c.tell(saysChange, c.items[m], t, facts.Own, []facts.Way{{Truth: facts.TruthOf(d == c.items[m].N), Expected: facts.FromTo(from, to, base, at), Evidence: append(facts.Proof(to, at), facts.Proof(from, base)...), Year: at, Base: base}})
	cl.Comparator = c.items[m].Text
	c.ofVaried(cl, t, sign, c.items[m])
	return true
}

// comparative is the first word such as "smaller", or -1.
func (c *clause) comparative() int {
	return slices.IndexFunc(c.items, func(x *lex.Item) bool {
		return !x.Judge && x.N != 0 && (x.Class == language.IsMove && x.Adj || x.Class == language.IsBeside)
	})
}

// variedThan reads "the overspend was smaller than that of the year before"; it reports
// whether the clause compares two years so.
func (c *clause) variedThan(t *facts.Thing, at int, tm times, sign int) bool {
	m := c.comparative()
	if m < 0 || !c.comparedInTime() && !tm.previous || c.deltas() && !c.partBefore(m) {
		return false
	}
	base := at - 1
	if tm.base != nil {
		base = c.resolve(t, facts.FaceVariance, tm.base)[0]
	}
	w := facts.Way{Year: at, Base: base}
	from, okFrom := c.facts.At(t, facts.FaceVariance, facts.Own, base)
	to, okTo := c.facts.At(t, facts.FaceVariance, facts.Own, at)
	if c.not || base >= at || !okFrom || !okTo || from.Exact.Sign() != sign || to.Exact.Sign() != sign {
		return true // it isn't read
	}
	d := new(big.Rat).Abs(to.Exact).Cmp(new(big.Rat).Abs(from.Exact))
	if d != 0 {
		w.Truth = facts.TruthOf(d == c.items[m].N)
	}
	w.Expected, w.Evidence = facts.FromTo(from, to, base, at), append(facts.Proof(to, at), facts.Proof(from, base)...)
	cl := c.tell(saysChange, c.items[m], t, facts.Own, []facts.Way{w})
	cl.Comparator = c.items[m].Text
	if cl.Verdict == Contradicted {
		cl.Slip = "the other way"
	}
	c.ofVaried(cl, t, sign, c.items[m])
	c.largerBy(t, m, at, base, new(big.Rat).Sub(to.Exact, from.Exact))
	return true
}

// variedCalled is what an amount of a sign is called in messages.
func variedCalled(sign int) string {
	if sign < 0 {
		return "an overspend"
	}
	return "an underspend"
}

// ofVaried says in the message of a contradiction that it is of an over- or underspend.
func (c *clause) ofVaried(cl *Claim, t *facts.Thing, sign int, it *lex.Item) {
	if cl.Verdict != Contradicted {
		return
	}
	what := map[int]string{-1: "the overspend", 1: "the underspend"}[sign]
	if t.ID != "total" {
		what += " on " + t.Called()
	}
	cl.Message = fmt.Sprintf("the text says of %s %q; the account has %s", what, c.textOf(it.Start, it.End), cl.Expected)
}

// variedTimes reads how many times as large an over- or underspend is as another
// year's.
func (c *clause) variedTimes(t *facts.Thing, years []int, tm times, sign, i int) {
	if c.not {
		return
	}
	var ways []facts.Way
	for _, y := range years {
		bases := []int{y - 1}
		if tm.base != nil {
			bases = c.resolve(t, facts.FaceVariance, tm.base)
		}
		for _, b := range bases {
			from, okFrom := c.facts.At(t, facts.FaceVariance, facts.Own, b)
			to, okTo := c.facts.At(t, facts.FaceVariance, facts.Own, y)
			if !okFrom || !okTo || from.Exact.Sign() != sign {
				continue
			}
			w := facts.Way{Year: y, Base: b, Expected: facts.FromTo(from, to, b, y), Evidence: append(facts.Proof(to, y), facts.Proof(from, b)...)}
			w.Truth = facts.TruthOf(facts.TimesHeld(from.Exact, to.Exact, c.items[i].N, c.hedgeBefore(i)))
			ways = append(ways, w)
		}
	}
	cl := c.tell(saysChange, c.items[i], t, facts.Own, ways)
	cl.Comparator = c.items[i].Text
	c.ofVaried(cl, t, sign, c.items[i])
}

// extremeVariance reads "the largest overspend since 2020/21", "the second smallest of the six
// years"; it reports whether the clause speaks of years.
func (c *clause) extremeVariance(t *facts.Thing, sign, e, at int, tm times) bool {
	place := max(c.place(e), 1)
	if c.items[e].Judge || tm.base == nil && tm.over == 0 && !(t.ID == "total" && tm.at != nil && len(c.qs) == 0) || c.says("one", "among") {
		return false
	}
	that := c.yearOfThat()
	if that != 0 {
		at, tm.base = that, nil
	}
	since := c.facts.Year - tm.over + 1
	open := tm.base == nil && tm.over == 0 // of all years, of which those before the report aren't known
	if open {
		since = c.facts.First
	}
	if tm.base != nil {
		since = c.resolve(t, facts.FaceVariance, tm.base)[0]
	}
	last := c.facts.Year
	if c.untilThisYear() {
		if last--; that == 0 {
			return true
		}
	}
	v, ok := c.facts.At(t, facts.FaceVariance, facts.Own, at)
	w := facts.Way{Year: at}
	if ok && since >= c.facts.First {
		w.Truth, w.Expected, w.Evidence = facts.TruthOf(v.Exact.Sign() == sign), v.Display+" in "+facts.YearName(at), facts.Proof(v, at)
		beyond, first := 0, 0 // how many are, and whether that of the first year is, which "since" may leave out
		for y := since; y <= last; y++ {
			o, found := c.facts.At(t, facts.FaceVariance, facts.Own, y)
			if !found || y == at || o.Exact.Sign() != sign || o.Display == v.Display || new(big.Rat).Abs(o.Exact).Cmp(new(big.Rat).Abs(v.Exact)) != c.items[e].N {
				continue
			}
			if y == since && tm.base != nil {
				first = 1
				continue
			}
			beyond++
			w.Expected += ", and " + o.Display + " in " + facts.YearName(y)
			w.Evidence = append(w.Evidence, facts.Proof(o, y)...)
		}
		if place <= beyond || place > beyond+first+1 {
			w.Truth = facts.No
		}
		if beyond == 0 && place > 1 {
			w.Expected += ", and none that is " + map[int]string{1: "larger", -1: "smaller"}[c.items[e].N]
		}
	}
	if open && (w.Truth == facts.Yes || place > 1) {
		w.Truth = facts.Unknown
	}
	cl := c.tell(saysExtreme, c.items[e], t, facts.Own, []facts.Way{w})
	word := *c.items[e]
	for i := e - 1; place > 1 && i >= 0 && word.Start == c.items[e].Start; i-- {
		if c.items[i].Ordinal > 0 {
			word.Start = c.items[i].Start // "second largest"
		}
	}
	cl.Comparator = c.lowerText(word.Start, word.End)
	c.ofVaried(cl, t, sign, &word)
	return true
}

// untilThisYear reports whether the sentence begins with the time before the reporting year.
func (c *clause) untilThisYear() bool {
	said := c.lowerText(c.statement.start, c.statement.end)
	return slices.ContainsFunc([]string{"until this year", "before this year", "until now", "up to this year", "up to last year"}, func(w string) bool { return strings.HasPrefix(said, w) })
}

// yearOfThat is the year of "the largest was that of 2023/24", 0 where none is said so.
func (c *clause) yearOfThat() int {
	for i, it := range c.items {
		if i > 1 && it.Class == language.IsPeriod && it.Known && !it.Calendar && c.roleAt(i-1, "of", "in") && c.items[i-2].Text == "that" {
			return it.Year
		}
	}
	return 0
}

// yearsOfVariance reads "overspends occurred in four of the last six years".
func (c *clause) yearsOfVariance(t *facts.Thing, sign int, word *lex.Item, tm times) bool {
	i := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsPeriod && x.Word == "over" })
	if i < 1 || tm.over < 2 || c.not || len(c.qs) != 1 || c.qs[0].Q.Unit != facts.Bare || c.qs[0].Q.Value == nil || c.qs[0].Q.Hedged || c.next(c.qs[0].i) != i && !(c.roleAt(c.next(c.qs[0].i), "of") && c.next(c.next(c.qs[0].i)) == i) {
		return false
	}
	count, w, ok := c.yearsVaried(t, tm.over, sign)
	if !ok {
		return true
	}
	q := c.qs[0]
	w.Truth = facts.TruthOf(q.Q.In().Has(exact.Rat(int64(count), 1)))
	q.used = true
	cl := c.tell(saysRun, q.Item, t, facts.Own, []facts.Way{w})
	cl.Quantity, cl.Comparator = q.Q.Bounds(), word.Text
	return true
}

// variedFromTo reads what the over- or underspend of the clause before was and is: "more than
// doubled, from £0.7m to £2.8m".
func (c *clause) variedFromTo(t *facts.Thing) bool {
	if c.varied == 0 || c.lead != "," || len(c.subjects) > 0 || len(c.qs) != 2 || c.qs[0].role != isFrom || c.qs[1].role != isLevel || c.not || c.has(language.IsFace, language.IsMove, language.IsTimes, language.IsBeside, language.IsBase) >= 0 {
		return false
	}
	at := c.facts.Year
	from := at - 1
	if c.since != nil {
		from = c.resolve(t, facts.FaceVariance, c.since)[0]
	}
	for i, year := range []int{from, at} {
		q := c.qs[i]
		if q.Q.Unit != facts.Pounds || q.Q.Ref != nil {
			return false
		}
		if q.years != nil {
			year = c.resolve(t, facts.FaceVariance, q.years)[0]
		}
		w := c.facts.Level(t, facts.FaceVariance, facts.Own, year, q.Q)
		if v, ok := c.facts.At(t, facts.FaceVariance, facts.Own, year); ok && v.Exact.Sign() != c.varied {
			w.Truth = facts.No
		}
		q.used = true
		cl := c.tell(saysVariance, q.Item, t, facts.Own, []facts.Way{w})
		cl.Quantity, cl.Unit = q.Q.Bounds(), facts.Pounds
		c.slipOfVariance(cl, t, year, c.varied, q.Q)
	}
	return true
}

// ofMoneyItself reports whether the clause speaks of an over- or underspend, or of spending that
// rose or fell, of which no measure of the sentence is the subject.
func (c *clause) ofMoneyItself() bool {
	v := c.hasFace(facts.FaceVariance)
	if v >= 0 && c.items[v].N != 0 {
		return true
	}
	s := c.hasFace(facts.FaceSpend)
	return s >= 0 && c.prev(s) < 0 && c.is(c.next(s), language.IsMove)
}
