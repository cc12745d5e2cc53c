package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// vary keeps what a clause says of an under- or overspend for those that go on with
// it.
func (s *statement) vary(c *clause) {
	sign, sized := 0, false
	for _, it := range c.items {
		if it.Class == language.IsFace && it.Face == facts.FaceVariance {
			sign = it.N
		}
	}
	for _, q := range c.qs {
		sized = sized || q.Q.Unit == facts.Pounds
	}
	s.went = nil
	if sign != 0 && len(c.subjects) > 0 && c.isMoney() && c.unknown == "" && !sized && !(c.lead == "," && s.vague) {
		s.went = append(slices.Clone(c.listed), c.subjects...)
	}
	switch {
	case sign != 0 && (c.variedMore() || c.partGiven() && language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Class == language.IsMet })):
		s.varied, s.part = 0, false // "the overspend has grown: by £0.3m"
	case sign != 0:
		s.varied, s.part = sign, c.ofVariance() || c.partOfVariance()
	case s.varied != 0 && !(sized && c.goesOn()) && len(c.items) > 0 && c.lead != "(" && !c.onlyNames() && !c.ofBudget():
		s.varied, s.part = 0, false
	}
}

// variedMore reports whether the clause says that an under- or overspend itself went up or down.
func (c *clause) variedMore() bool {
	v := c.hasFace(facts.FaceVariance)
	return v >= 0 && len(c.qs) == 0 && slices.ContainsFunc(c.items[v+1:], func(x *lex.Item) bool { return x.Class == language.IsMove && !x.Adj })
}

// goesOn reports whether a clause goes on with the under- or overspend of the one
// before: "and Strathmoor by £1.5m", "the overspend on prescribing, £1.4m, was …",
// "of the overspend, £1.4m was in prescribing".
func (c *clause) goesOn() bool {
	if c.varied == 0 || len(c.qs) != 1 || c.qs[0].Q.Unit != facts.Pounds || c.qs[0].Q.Ref != nil || c.has(language.IsFace, language.IsMove, language.IsTimes, language.IsStable, language.IsBeside, language.IsBase) >= 0 || c.not {
		return false
	}
	if c.roleAt(c.prev(c.qs[0].i), "by") {
		return true
	}
	if c.part {
		return len(c.subjects) == 1 || c.has(language.IsArea) >= 0
	}
	sized := slices.ContainsFunc(c.before, func(q placed) bool { return q.Q.Unit == facts.Pounds })
	alone := !slices.ContainsFunc(c.items, func(x *lex.Item) bool {
		return x.Class != language.IsPlain && x.Class != language.IsQuantity && x.Class != language.IsPeriod && !(x.Class == language.IsMark && x.Word == ":") && !(x.Class == language.IsRole && x.Text == "at")
	})
	other := c.has(language.IsPeriod) >= 0 // "(2024/25: £0.7m)"
	return alone && ((c.lead == "," || c.lead == ":" || c.lead == "–") && !sized && !other || c.lead == "(" && other || c.ofAfter())
}

// ofBudget reports whether a clause only says again as a percentage of the budget what the one
// before said of an under- or overspend: "£1.4m over, or 7.6% of its budget".
func (c *clause) ofBudget() bool {
	if c.varied == 0 || c.lead != "or" && c.lead != "," && c.lead != "which" && c.lead != "(" || len(c.qs) != 1 || c.qs[0].Q.Unit != facts.Percent || c.qs[0].Q.Ref != nil || len(c.subjects) > 0 || c.not {
		return false
	}
	b := c.has(language.IsBase)
	return (c.hasFace(facts.FacePlan) >= 0 || b >= 0 && strings.Contains(c.items[b].Text, "budget")) && c.has(language.IsMove, language.IsTimes, language.IsBeside, language.IsExtreme, language.IsArea) < 0
}

// ofAfter reports whether the clause is an amount in brackets behind the name of what it is
// of: "the largest overspends were in prescribing (£1.4m) and …".
func (c *clause) ofAfter() bool {
	return c.lead == "(" && c.after != nil && c.after.Class == language.IsSubject && c.after.Thing.Kind == facts.Money
}

// onlyNames reports whether a clause is no more than the names of amounts in a list.
func (c *clause) onlyNames() bool {
	return len(c.subjects) > 0 && c.isMoney() && !slices.ContainsFunc(c.items, func(x *lex.Item) bool {
		return x.Class != language.IsSubject && x.Class != language.IsPlain && x.Class != language.IsBreak
	})
}

// ofVariance reports whether a clause only says of which under- or overspend the next
// one names a part.
func (c *clause) ofVariance() bool {
	return len(c.qs) == 0 && c.roleAt(0, "of") && !slices.ContainsFunc(c.items[1:], func(x *lex.Item) bool {
		return x.Class != language.IsPlain && !(x.Class == language.IsFace && x.Face == facts.FaceVariance) && x.Class != language.IsPeriod
	})
}

// allDid reports whether "all" right behind the last of several amounts says the same of
// each: "telecare and direct payments all finished under budget".
func (c *clause) allDid() bool {
	return slices.ContainsFunc(c.items, func(x *lex.Item) bool {
		i := slices.Index(c.items, x)
		return x.Text == "all" && i > 0 && c.items[i-1].Class == language.IsSubject && !c.roleAt(i+1, "of")
	})
}

// severally reads what is said of several amounts each: "nursing and physiotherapy
// each ended the year £0.4m under budget", "£1.4m and £0.6m respectively".
func (c *clause) severally(list []*facts.Thing, tm times) {
	i := c.hasFace(facts.FaceVariance)
	if i < 0 || c.not || c.has(language.IsMove, language.IsRow, language.IsEach, language.IsExtreme, language.IsBase) >= 0 || c.hasFace(facts.FaceSpend) >= 0 || c.items[i].N == 0 {
		return
	}
	sign, word := c.items[i].N, c.items[i]
	var sizes []*placed
	for _, q := range c.qs {
		if q.Q.Unit != facts.Pounds || q.Q.Ref != nil {
			return
		}
		sizes = append(sizes, q)
	}
	if len(sizes) > 1 && (len(sizes) != len(list) || !c.says("respectively")) || c.says("respectively") && len(sizes) < 2 {
		return
	}
	for n, t := range list {
		it := word
		var q *placed
		if len(sizes) == 1 {
			q = sizes[0]
		} else if len(sizes) > 1 {
			q = sizes[n]
		}
		var ways []facts.Way
		for _, y := range c.atYears(t, facts.FaceVariance, facts.Own, tm) {
			v, ok := c.facts.At(t, facts.FaceVariance, facts.Own, y)
			w := facts.Way{Year: y}
			if ok {
				w = facts.Way{Truth: facts.TruthOf(v.Exact.Sign() == sign), Expected: v.Display, Evidence: facts.Proof(v, y), Year: y}
				if q != nil && w.Truth == facts.Yes {
					w.Truth = facts.TruthOf(facts.Fits(q.Q.InThousands(), facts.Value{Exact: new(big.Rat).Abs(v.Exact)}))
				}
			}
			ways = append(ways, w)
		}
		if q != nil {
			it, q.used = q.Item, true
		}
		cl := c.tell(saysVariance, it, t, facts.Own, ways)
		cl.Comparator = word.Text
		if q != nil {
			cl.Quantity, cl.Unit = q.Q.Bounds(), facts.Pounds
		}
	}
}

// timesPlanned reads "cost double its budget of £0.6m", "twice what had been budgeted".
func (c *clause) timesPlanned(t *facts.Thing, tm times) bool {
	i := c.has(language.IsTimes)
	if i < 0 || c.not || c.comparedInTime() {
		return false
	}
	word := c.items[i]
	planned := strings.Contains(word.Text, "budget") || strings.Contains(word.Text, "plan") || word.Text == "twice what" && c.hasFace(facts.FacePlan) > i || c.is(c.next(i), language.IsFace) && c.items[c.next(i)].Face == facts.FacePlan
	if !planned || word.N < 0 {
		return false
	}
	h := c.hedgeBefore(i)
	var ways []facts.Way
	for _, y := range c.atYears(t, facts.FaceSpend, facts.Own, tm) {
		p, okP := c.facts.At(t, facts.FacePlan, facts.Own, y)
		s, okS := c.facts.At(t, facts.FaceSpend, facts.Own, y)
		w := facts.Way{Year: y}
		if okP && okS && p.Exact.Sign() > 0 {
			w = facts.Way{Truth: facts.TruthOf(facts.TimesHeld(p.Exact, s.Exact, word.N, h)), Expected: s.Display + " against a plan of " + p.Display, Evidence: facts.Proof(s, y), Year: y}
		}
		ways = append(ways, w)
	}
	cl := c.tell(saysVariance, word, t, facts.Own, ways)
	cl.Comparator = word.Text
	for _, q := range c.qs { // the budget itself
		if q.Q.Unit == facts.Pounds && q.Q.Ref == nil && q.i > i && c.roleAt(c.prev(q.i), "of") {
			q.used = true
			cl := c.tell(saysValue, q.Item, t, facts.Own, []facts.Way{c.facts.Level(t, facts.FacePlan, facts.Own, c.facts.Year, q.Q)})
			cl.Quantity, cl.Unit = q.Q.Bounds(), facts.Pounds
		}
	}
	return true
}

// cutVariance leaves out what is said of an overspend behind its amount: "the
// overspend of £2.8m was met from reserves".
func (c *clause) cutVariance() {
	for _, q := range c.qs {
		n := q.i + 1
		if q.role != isVariance || n >= len(c.items) || !slices.Contains([]string{"was", "were", "is", "has", "had", "will"}, c.items[n].Text) {
			continue
		}
		if slices.ContainsFunc(c.items[:n], func(x *lex.Item) bool { return x.Class == language.IsUnknown }) {
			return
		}
		if c.has(language.IsRow) > n {
			return // "is the third in succession"
		}
		if c.ofBudgetBehind(n) {
			return // "was 1.1% of the budget"
		}
		if rest := c.items[n:]; !slices.ContainsFunc(rest, func(x *lex.Item) bool { return x.Class == language.IsUnknown }) && (c.has(language.IsTimes) > n || c.comparative() > n && c.comparedInTime() || c.has(language.IsExtreme) > n && c.has(language.IsPeriod) >= 0 && c.has(language.IsSubject) < 0) {
			return // "was smaller than that of the year before", "was the largest since 2020/21"
		}
		c.items, c.unknown = c.items[:n], ""
		c.qs = slices.DeleteFunc(c.qs, func(o *placed) bool { return o.i >= n })
		return
	}
}

// spends reports whether the name of the whole says that it is of spending.
func spends(name string) bool {
	return strings.Contains(name, "spen") || strings.Contains(name, "expenditure") || strings.HasSuffix(name, "bill") || strings.Contains(name, "outturn")
}

// variances reads over- and underspends: their way, size and runs.
func (c *clause) variances(things []*facts.Thing, tm times) bool {
	i, sign, found, both := c.variedWord()
	switch {
	case both:
		return false
	case found:
		if sign != 0 && c.timesVaried(things[0], sign, i, tm) {
			return true
		}
	case c.ofBudget():
		return c.variancePercent(things, c.atYears(things[0], facts.FaceVariance, facts.Own, tm), c.varied, c.qs[0].Item)
	case c.goesOn():
		if tm.at == nil && c.lead == "," && c.ended != nil && len(c.subjects) == 0 {
			tm.at = c.ended // "the underspend of 2021/22, £1.1m, was the last"
		}
		sign, i = c.varied, c.qs[0].i
		c.qs[0].role = isVariance
	default:
		return c.variedUnnamed(things, tm)
	}
	if c.variedApart(things, sign, i, tm) {
		return true
	}
	if e := c.has(language.IsExtreme); e >= 0 && sign != 0 {
		if years := c.atYears(things[0], facts.FaceVariance, facts.Own, times{at: tm.at}); !c.not && len(things) == 1 {
			c.variedSizes(things, years, sign, c.items[i], false)
			if c.extremeVariance(things[0], sign, e, years[0], tm) || years[0] != c.facts.Year {
				return true
			}
		}
		return c.largestVariance(things, sign, e)
	}
	if c.ofVariance() || c.partGiven() {
		return true // "of the overspend, …"
	}
	if c.noneMore(things[0], sign, i) {
		return true
	}
	if sign == 0 {
		c.balanced(things, c.items[i], tm)
		return false // the amount beside it is read as well
	}
	if m := c.has(language.IsMove); m >= 0 && !c.items[m].Adj {
		return m > i && len(c.qs) == 0 && c.variedOn(things[0], tm, sign, m) || c.varianceMoved(things[0], tm, sign, m)
	}
	return c.varianceOf(things, sign, i, tm)
}

// variedWord is the word at i that says that more or less was spent than planned, with its sign; both where the clause
// says the one and the other.
func (c *clause) variedWord() (i, sign int, found, both bool) {
	i = c.has(language.IsFace)
	for k, it := range c.items {
		if it.Class == language.IsFace && it.Face == facts.FaceVariance {
			if found && it.N != sign {
				return k, sign, true, true
			}
			i, sign, found = k, it.N, true
		}
	}
	return i, sign, found, false
}

// variedUnnamed reads a clause that has no word for what was spent beyond the plan, which one before it has.
func (c *clause) variedUnnamed(things []*facts.Thing, tm times) bool {
	if m := c.has(language.IsTimes); m >= 0 && c.varied != 0 && len(c.subjects) == 0 && len(c.before) > 0 && c.before[len(c.before)-1].years != nil {
		c.variedTimes(things[0], []int{c.facts.Year}, times{base: c.before[len(c.before)-1].years}, c.varied, m)
		return true // "last year's overspend was £0.7m; this year's is four times as large"
	}
	if m := c.has(language.IsTimes); m >= 0 && c.varied != 0 && len(c.subjects) == 0 && len(c.qs) == 0 && (tm.base != nil || tm.previous) {
		c.variedTimes(things[0], []int{c.facts.Year}, tm, c.varied, m)
		return true // "the deficit, £2.8m, is four times that of the year before"
	}
	return c.variedFromTo(things[0]) || c.moreThanPlanned(things, tm)
}

// variedApart reads what isn't a size of the thing's own over- or underspend of one year, and reports whether the clause
// says such, read or not.
func (c *clause) variedApart(things []*facts.Thing, sign, i int, tm times) bool {
	if c.toldLast() || c.roleAt(0, "since") && c.is(1, language.IsPeriod) && len(c.items) > 2 && (c.items[2].Text == "has" || c.items[2].Text == "have") {
		return true
	}
	if sign != 0 && c.variedOverYears(things[0], sign, c.items[i]) {
		return true
	}
	if (c.noYear() >= 0 || c.has(language.IsNot) == 0) && c.comparative() >= 0 {
		return true // "in none of the last three years has the overspend been larger": it isn't read
	}
	if things[0].Group == "partner" && slices.ContainsFunc(c.qs, func(q *placed) bool {
		return q.Q.Unit == facts.Pounds && q.Q.Ref == nil && (q.role == isVariance || len(c.qs) == 1) && !c.near(things[0], facts.FaceVariance, facts.Own, q.Q, exact.Rat(1, 3), exact.Rat(3, 1))
	}) {
		return true // that of all its areas, or an amount that it isn't of
	}
	if sized := slices.ContainsFunc(c.qs, func(q *placed) bool { return q.Q.Unit != facts.Bare }); !sized && (c.notOfAll() || c.countsSome()) {
		return true
	}
	return c.mostOfVariance(things, sign, i, tm)
}

// varianceOf reads how large the things' over- or underspends are, of one year or of each of several.
func (c *clause) varianceOf(things []*facts.Thing, sign, i int, tm times) bool {
	word := c.items[i]
	if c.firstOfYears(things[0], sign, i, tm) || c.firstVariance(things[0], sign, tm) {
		return true
	}
	if c.yearsOfVariance(things[0], sign, word, tm) || c.variedSince(things[0], sign, word, tm) {
		return true
	}
	if lex.SeveralVaried(word) && c.has(language.IsRow, language.IsEach) < 0 && !c.says("began", "started") {
		return false // several, and not of one year
	}
	if m := c.has(language.IsTimes); m >= 0 && tm.at != nil && tm.base == nil && c.is(c.next(m), language.IsFace) && c.items[c.next(m)].Face == facts.FaceVariance &&
		!slices.ContainsFunc(c.items[:m], func(x *lex.Item) bool { return x.Class == language.IsPeriod }) {
		tm.base, tm.at = tm.at, nil // "nearly double the overspend of 2024/25"
	}
	years := c.atYears(things[0], facts.FaceVariance, facts.Own, tm)
	if r := c.has(language.IsRow, language.IsEach); r >= 0 {
		return c.variedInRow(things, years, sign, i, r)
	}
	told := c.variancePercent(things, years, sign, word)
	sized, denied := c.variedSizes(things, years, sign, word, true)
	if denied {
		return true
	}
	told = told || sized
	c.planBehind(things, years)
	if m := c.has(language.IsTimes); m >= 0 {
		c.variedTimes(things[0], years, tm, sign, m)
		told = true
	}
	told = c.variedThan(things[0], years[0], tm, sign) || told
	if told {
		return true
	}
	c.holdVariedSo(things, years, sign, i)
	return true
}

// holdVariedSo holds that something was over or under its budget, as the word at i says, where nothing is said of by how much.
func (c *clause) holdVariedSo(things []*facts.Thing, years []int, sign, i int) {
	word := c.items[i]
	var ways []facts.Way
	for _, t := range things {
		for _, y := range years {
			v, ok := c.facts.At(t, facts.FaceVariance, facts.Own, y)
			w := facts.Way{Year: y}
			if ok {
				w.Truth, w.Expected, w.Evidence = facts.TruthOf(v.Exact.Sign() == sign), v.Display, facts.Proof(v, y)
				if sign > 0 && v.Exact.Sign() == 0 && !strings.Contains(word.Text, "underspen") {
					w.Truth = facts.Yes // what it had is within its budget
				}
				if n := c.has(language.IsNot); n > i {
					w.Truth = facts.Unknown // it isn't this that is denied
				} else if c.not {
					w.Truth = w.Truth.Not()
				}
			}
			ways = append(ways, w)
		}
	}
	cl := c.tell(saysVariance, word, things[0], facts.Own, ways)
	cl.Comparator, cl.Negated = word.Text, c.not
	if cl.Verdict == Contradicted {
		cl.Slip = "the other way"
	}
	for _, q := range c.qs {
		if q.Q.Ref != nil {
			q.used = true
		}
	}
}
