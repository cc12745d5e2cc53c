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

// This file reads what holds of each of several years, places or partners, or of none: "not once in
// six years has it fallen", "we have not kept within budget since 2021/22", "both partners overspent".

// notOnce reads that in none of several years something rose, or fell; it reports whether the clause
// says something of the kind.
func (c *clause) notOnce(t *facts.Thing, face facts.Face, area string, tm times) bool {
	denied := slices.IndexFunc(c.items, func(x *lex.Item) bool {
		return x.Class == language.IsNot && (x.Word == "not once" || x.Text == "never" || c.inAnyYear())
	})
	m, at, sign := c.direction(t)
	if denied < 0 || m == nil || m.Adj || at < denied {
		return false
	}
	last := c.facts.Newest(t, face, area)
	first, whole := 0, false
	switch {
	case tm.over > 1:
		first, whole = last-tm.over+1, true
	case tm.base != nil:
		first, whole = c.resolve(t, face, tm.base)[0], true
	default:
		first = c.facts.First
	}
	if sign == 0 || t.Survey || len(c.qs) > 0 && c.otherFigures() || tm.at != nil || c.has(language.IsThan, language.IsVersus, language.IsBeside, language.IsExtreme, language.IsTimes, language.IsStable) >= 0 || first < c.facts.First || first >= last {
		return true // it isn't read
	}
	w := facts.Way{Truth: facts.Yes, Year: last, Base: first}
	for y := first + 1; y <= last; y++ {
		step := c.facts.Move(t, face, area, y-1, y, sign)
		switch {
		case step.Expected == "":
			return true
		case step.Truth == facts.Yes && !c.sameIn(t, face, area, y-1, y):
			w.Truth, w.Expected, w.Evidence = facts.No, step.Expected, step.Evidence
		}
		if w.Expected == "" {
			w.Evidence = step.Evidence
		}
	}
	if w.Truth == facts.Yes && !whole {
		w.Truth = facts.Unknown // of the years before the window nothing is known
	}
	cl := c.tell(saysRun, m, t, area, []facts.Way{w})
	cl.Comparator, cl.Negated = m.Text+" in no year", true
	return true
}

// inAnyYear reports whether the clause speaks of any year of several: "has not risen in any year since 2020/21".
func (c *clause) inAnyYear() bool {
	for i, it := range c.items {
		if it.Text == "any" && i > 0 && c.roleAt(i-1, "in") && i+1 < len(c.items) && (c.items[i+1].Text == "year" || c.items[i+1].Text == "of") {
			return true
		}
	}
	return false
}

// sameIn reports whether two years' figures are shown alike.
func (c *clause) sameIn(t *facts.Thing, face facts.Face, area string, a, b int) bool {
	from, okFrom := c.facts.At(t, face, area, a)
	to, okTo := c.facts.At(t, face, area, b)
	return okFrom && okTo && facts.SameShown(from, to)
}

// variedSince reads in what years there was an over- or underspend by since when: "we haven't kept
// within our budget since 2021/22"; it reports whether the clause says so.
func (c *clause) variedSince(t *facts.Thing, sign int, word *lex.Item, tm times) bool {
	if tm.base == nil || len(c.qs) > 0 || len(c.subjects) > 1 || tm.at != nil && tm.at[0] != c.facts.Year || c.has(language.IsMove, language.IsRow, language.IsEach, language.IsExtreme, language.IsTimes, language.IsThan, language.IsVersus) >= 0 || c.lead != "" && c.lead != "and" && c.lead != "but" && c.lead != "frame" && !(c.lead == "," && tm.at != nil) {
		return false
	}
	since := c.resolve(t, facts.FaceVariance, tm.base)[0]
	if since < c.facts.First || since >= c.facts.Year {
		return false
	}
	w := facts.Way{Truth: facts.Yes, Year: c.facts.Year, Base: since}
	for y := since + 1; y <= c.facts.Year; y++ {
		v, ok := c.facts.At(t, facts.FaceVariance, facts.Own, y)
		if !ok {
			return false
		}
		if (v.Exact.Sign() == sign) == c.not {
			w.Truth, w.Expected, w.Evidence = facts.No, v.Display+" in "+facts.YearName(y), facts.Proof(v, y)
		}
	}
	if !c.not && w.Truth == facts.No {
		now, _ := c.facts.At(t, facts.FaceVariance, facts.Own, c.facts.Year)
		if now.Exact.Sign() == sign {
			w.Truth = facts.Unknown // "since" may say only that it began then
		}
	}
	cl := c.tell(saysRun, word, t, facts.Own, []facts.Way{w})
	cl.Comparator, cl.Negated = word.Text+" since "+facts.YearName(since), c.not
	return true
}

// variedOn reads which way the over- or underspend itself went, or for how many years in a row: "our overspend
// shrank for the second year running". It reports whether the clause says so.
func (c *clause) variedOn(t *facts.Thing, tm times, sign, m int) bool {
	if c.not || c.items[m].Judge || t.Kind != facts.Money || tm.over > 0 {
		return false
	}
	if c.variedBetween(t, tm, sign, m) {
		return true
	}
	if tm.at != nil {
		return false
	}
	if c.has(language.IsPace) >= 0 || c.says("month", "months", "quarter", "quarters", "week", "weeks") || c.endsAtMoment() {
		return true // within the year
	}
	at, n := c.facts.Year, 1
	r := c.has(language.IsRow, language.IsEach)
	switch {
	case r >= 0 && c.items[r].Class == language.IsEach && c.items[r].Word == "all":
		return true // of which years isn't said
	case r >= 0:
		if n, _ = c.yearsOfRun(r, t, facts.FaceVariance, facts.Own); n < 1 {
			return true
		}
	case tm.base != nil && c.resolve(t, facts.FaceVariance, tm.base)[0] != at-1:
		return false
	}
	size := func(y int) (facts.Value, *big.Rat, bool) {
		v, ok := c.facts.At(t, facts.FaceVariance, facts.Own, y)
		if !ok || v.Exact.Sign() != sign {
			return v, nil, false
		}
		return v, new(big.Rat).Abs(v.Exact), true
	}
	w := facts.Way{Truth: facts.Yes, Year: at, Base: at - n}
	for y := at; y > at-n; y-- {
		from, before, okFrom := size(y - 1)
		to, now, okTo := size(y)
		if !okTo || !okFrom && from.Exact == nil {
			return true
		}
		if !okFrom { // no overspend then, which an overspend has grown from
			before = new(big.Rat)
		}
		if w.Truth == facts.Yes || w.Expected == "" {
			w.Expected, w.Evidence = facts.FromTo(from, to, y-1, y), append(facts.Proof(to, y), facts.Proof(from, y-1)...)
		}
		if now.Cmp(before) != c.items[m].N {
			w.Truth = facts.No
			break
		}
	}
	cl := c.tell(saysRun, c.items[m], t, facts.Own, []facts.Way{w})
	cl.Comparator = c.items[m].Text
	c.ofVaried(cl, t, sign, c.items[m])
	return true
}

// endsAtMoment reports whether a time within the year, or a cause, is behind the clause: "shrank after September".
func (c *clause) endsAtMoment() bool {
	last := c.items[len(c.items)-1]
	for i := range c.statement.items {
		if it := &c.statement.items[i]; it.Start >= last.End {
			return it.Class == language.IsAside && slices.Contains([]string{"after", "before", "when", "once", "following"}, it.Text)
		}
	}
	return false
}

// noneMore reads that no other of a group went further over or under its plan, or that none but it did: "no
// service underspent by more than community mental health", "was the only service to go over budget". It
// reports whether the clause says something of the kind.
func (c *clause) noneMore(t *facts.Thing, sign, v int) bool {
	groups := map[string]string{"service": "service", "services": "service", "locality": "locality", "partner": "partner", "matter": "matter"}
	noun := slices.IndexFunc(c.items, func(x *lex.Item) bool { return groups[x.Text] != "" && x.Class != language.IsSubject })
	if noun < 1 || sign == 0 {
		return false
	}
	before := c.items[noun-1].Text
	if before == "other" && noun > 1 {
		before = c.items[noun-2].Text
	}
	only := before == "only"
	if before != "no" && !only {
		return false
	}
	more := slices.IndexFunc(c.items, func(x *lex.Item) bool {
		return x.Class == language.IsMove && x.Adj && x.N > 0 || x.Class == language.IsBeside && x.N > 0 || x.Class == language.IsPace && x.N > 0 || x.Class == language.IsHedge && x.Hedge == facts.Over || strings.HasPrefix(x.Text, "further")
	})
	if t.Group != groups[c.items[noun].Text] || len(c.subjects) != 1 || len(c.qs) > 0 || c.has(language.IsRow, language.IsEach) >= 0 || !only && more < 0 || only && (more >= 0 || c.not) || c.has(language.IsPeriod) >= 0 && c.times().at != nil {
		return true // it isn't read
	}
	o, ok := c.facts.At(t, facts.FaceVariance, facts.Own, c.facts.Year)
	if !ok {
		return true
	}
	w := facts.Way{Truth: facts.TruthOf(o.Exact.Sign() == sign), Expected: o.Display, Evidence: facts.Proof(o, c.facts.Year), Year: c.facts.Year}
	for _, x := range c.facts.Things {
		xv, ok := c.facts.At(x, facts.FaceVariance, facts.Own, c.facts.Year)
		if x == t || x.Group != t.Group || !ok || xv.Exact.Sign() != sign {
			continue
		}
		if only || new(big.Rat).Abs(xv.Exact).Cmp(new(big.Rat).Abs(o.Exact)) > 0 && !facts.SameShown(xv, o) {
			if w.Truth == facts.Yes {
				w.Expected += ", and " + x.Called() + " " + xv.Display
				w.Evidence = append(w.Evidence, facts.Proof(xv, c.facts.Year)...)
			}
			w.Truth = facts.No
		}
	}
	cl := c.tell(saysRank, c.items[v], t, facts.Own, []facts.Way{w})
	cl.Comparator = c.items[v].Text
	return true
}

// ofGroup reads that all, or none, of the localities, or of the partners, spent more or less than
// planned; it reports whether the clause says so.
func (c *clause) ofGroup() bool {
	v := c.hasFace(facts.FaceVariance)
	if v < 0 || c.items[v].N == 0 || c.mood != "" {
		return false
	}
	group, at := "", -1
	for i, it := range c.items[:v] {
		switch {
		case it.Class == language.IsSubject && it.Thing.ID == "count:localities", it.Text == "localities", it.Text == "locality":
			group, at = "locality", i
		case it.Text == "partners" || it.Text == "partner":
			group, at = "partner", i
		}
	}
	if group == "" || slices.ContainsFunc(c.subjects, func(t *facts.Thing) bool { return t.ID != "count:localities" }) {
		return false
	}
	all := c.items[:at]
	says := func(words ...string) bool {
		return slices.ContainsFunc(all, func(x *lex.Item) bool { return slices.Contains(words, x.Text) })
	}
	none := says("none", "neither", "no")
	if !none && !says("all", "every", "each", "both") || !none && c.not {
		return false
	}
	var list []*facts.Thing
	for _, t := range c.facts.Things {
		if t.Group == group {
			list = append(list, t)
		}
	}
	if len(list) < 2 || (says("both", "neither") && len(list) != 2) {
		return false
	}
	for i, it := range c.items {
		number := i < at && it.Class == language.IsQuantity && it.Q.Unit == facts.Bare && it.Q.Value != nil && (it.Q.In().Has(exact.Rat(int64(len(list)), 1)) || i > 0 && c.items[i-1].Text == "every")
		if !number && (it.Class == language.IsUnknown && !strings.HasPrefix(it.Text, "partner") || it.Class == language.IsQuantity || it.Class == language.IsPeriod && (it.Known && it.Year != c.facts.Year || it.Entry.Year != 0 || it.Word == "over") || it.Class == language.IsMove || it.Class == language.IsThan || it.Class == language.IsArea && it.Area != "" && it.Area[0] == 'l' || i > v && it.Class == language.IsNot) {
			return false
		}
	}
	sign, w := c.items[v].N, facts.Way{Truth: facts.Yes, Year: c.facts.Year}
	for _, t := range list {
		o, ok := c.facts.At(t, facts.FaceVariance, facts.Own, c.facts.Year)
		if !ok {
			return false
		}
		if (o.Exact.Sign() == sign) == none {
			w.Truth = facts.No
			if w.Expected != "" {
				w.Expected += ", and "
			}
			w.Expected += t.Called() + " " + o.Display
			w.Evidence = append(w.Evidence, facts.Proof(o, c.facts.Year)...)
		}
	}
	for _, q := range c.qs {
		q.used = true
	}
	cl := c.tell(saysVariance, c.items[v], list[0], facts.Own, []facts.Way{w})
	cl.Comparator, cl.Negated = c.items[v].Text, none
	if cl.Verdict == Contradicted {
		cl.Message = "the text says of " + map[bool]string{true: "none", false: "each"}[none] + " of the " + map[string]string{"locality": "localities", "partner": "partners"}[group] + " \"" + c.items[v].Text + "\"; the account has " + w.Expected
		cl.Slip = "the other way"
	}
	return true
}
