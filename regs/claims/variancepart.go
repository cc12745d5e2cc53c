package claims

import (
	"math/big"
	"slices"

	"apr/internal/lazyregexp"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// partsVariance reads which part of an over- or underspend a service, a locality or a partner made:
// "GP prescribing makes up half of the overspend", "two thirds of it arose in council services".
// It reports whether the clause says so.
func (c *clause) partsVariance(tm times) bool {
	q, v := c.partOfWhole()
	if q == nil || c.unknown != "" || c.not || c.locality != "" || c.statement.reader.money != nil || tm.base != nil || tm.previous || c.has(language.IsExtreme, language.IsMove, language.IsNot) >= 0 || c.has(language.IsBase) >= 0 && c.openedByWhole(q.i) != v {
		return false
	}
	part, whole := c.partAndWhole(v)
	if part == nil || whole == nil || tm.at != nil && c.resolve(whole, facts.FaceVariance, tm.at)[0] != c.facts.Year {
		return false
	}
	sign, y := c.items[v].N, c.facts.Year
	a, okA := c.facts.At(part, facts.FaceVariance, facts.Own, y)
	b, okB := c.facts.At(whole, facts.FaceVariance, facts.Own, y)
	if !okA || !okB || b.Exact.Sign() != sign {
		return false
	}
	of := func(sum *big.Rat) (facts.Value, bool) {
		if sum.Sign() == 0 {
			return facts.Value{}, false
		}
		p := new(big.Rat).Quo(a.Exact, sum)
		p.Mul(p, exact.Rat(100, 1))
		return facts.Value{Exact: p, Shown: facts.ShownPercent(p)}, true
	}
	net, _ := of(b.Exact)
	w := facts.Way{Truth: facts.TruthOf(a.Exact.Sign() == sign && facts.Fits(q.Q.In(), net)), Year: y, Evidence: append(facts.Proof(a, y), facts.Proof(b, y)...),
		Expected: part.Called() + " " + a.Display + " of " + b.Display + ", or " + net.Exact.FloatString(1) + "%"}
	ways := []facts.Way{w}
	if gross, ok := of(c.facts.AllVaried(part.Group, sign, y)); ok && a.Exact.Sign() == sign && facts.Fits(q.Q.In(), gross) {
		ways = append(ways, facts.Way{Truth: facts.Unknown, Year: y}) // of all that went over, before what went under
	}
	q.used = true
	cl := c.tell(saysShare, q.Item, part, facts.Own, ways)
	cl.Quantity, cl.Unit, cl.Comparator = q.Q.Bounds(), facts.Percent, "of the "+c.items[v].Text
	for _, o := range c.qs { // "of the £2.8m overspend"
		if o.i > min(q.i, v) && o.i < max(q.i, v) && o.Q.Unit == facts.Pounds && o.Q.Ref == nil {
			o.used = true
			cl := c.tell(saysVariance, o.Item, whole, facts.Own, []facts.Way{c.facts.Level(whole, facts.FaceVariance, facts.Own, y, o.Q)})
			cl.Quantity, cl.Unit = o.Q.Bounds(), facts.Pounds
		}
	}
	return true
}

// partOfWhole are the percentage or the fraction of an over- or underspend that the clause gives,
// and the place of that; nil where it gives none.
func (c *clause) partOfWhole() (*placed, int) {
	for _, q := range c.qs {
		if q.Q.Unit != facts.Percent || q.Q.Ref != nil {
			continue
		}
		if v := c.openedByWhole(q.i); v >= 0 {
			return q, v
		}
		of := false
		for k := q.i + 1; k < len(c.items); k++ {
			switch it := c.items[k]; {
			case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0:
				if of {
					return q, k
				}
				k = len(c.items)
			case it.Class == language.IsRole && it.Role == "of" && !of:
				of = true
			case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds, it.Class == language.IsPlain, it.Class == language.IsPeriod, it.Is(facts.Own):
			case it.Class == language.IsSubject && it.Thing.ID == "total":
			default:
				k = len(c.items)
			}
		}
	}
	return nil, -1
}

// openedByWhole is the over- or underspend that the clause begins with where what stands at i is a part
// of it: "Of the overspend just over two thirds arose in …". It is -1 where the clause begins otherwise.
func (c *clause) openedByWhole(i int) int {
	if language.FirstWord(c.items[0].Text) != "of" { // "of the total" is one item
		return -1
	}
	v := -1
	for k, it := range c.items[1:i] {
		switch {
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 && v < 0:
			v = k + 1
		case it.Class == language.IsPlain, it.Class == language.IsHedge, it.Is(facts.Own), v < 0 && it.Class == language.IsPeriod, v < 0 && it.Class == language.IsSubject && it.Thing.ID == "total",
			v >= 0 && (it.Role == "of" || it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds):
		default:
			return -1
		}
	}
	return v
}

// partAndWhole are the amount that made a part of the over- or underspend at v, and the one whose
// that is; nil where it isn't plain which they are.
func (c *clause) partAndWhole(v int) (part, whole *facts.Thing) {
	whole = c.total
	var named []*facts.Thing
	for i, it := range c.items {
		t := it.Thing
		if it.Class == language.IsArea && facts.IsLocality(it.Area) {
			t = c.things[it.Area]
		} else if it.Class != language.IsSubject {
			if it.Class == language.IsArea && it.Area != facts.Own {
				return nil, nil
			}
			continue
		}
		if t == nil || t.Kind != facts.Money {
			return nil, nil
		}
		if t.ID == "total" || slices.Contains(named, t) {
			continue
		}
		if i > v && t.Group == "partner" && len(named) == 1 && named[0].Group != "partner" && (c.roleAt(i-1, "in", "of") || c.items[i-1].Text == "on" || c.items[i-1].Text == "by") {
			whole = t // "of the overspend on the council's services"
			continue
		}
		named = append(named, t)
	}
	if len(named) != 1 {
		return nil, nil
	}
	return named[0], whole
}

// variedInAll are the amounts of which the clause before said that each went over or under, where
// this one gives the sum: "… closed under budget, by £1.5m in all"; nil where it doesn't.
func (c *clause) variedInAll() []*facts.Thing {
	if len(c.went) < 2 || len(c.subjects) > 0 || !c.goesOn() || c.unknown != "" || !c.says("in all", "in total", "altogether", "all told", "together", "between them", "combined") && c.has(language.IsTogether) < 0 {
		return nil
	}
	return c.went
}

// largerBy holds the amount right before the comparative at m against how far two years' over- or
// underspends are from each other: "£2.1m larger than the year before's".
func (c *clause) largerBy(t *facts.Thing, m, at, base int, apart *big.Rat) {
	for _, q := range c.qs {
		if q.used || q.Q.Ref != nil || q.Q.Unit != facts.Pounds && q.Q.Unit != facts.Percent || q.i != m-1 {
			continue
		}
		if q.Q.Unit == facts.Percent {
			c.largerByPart(t, m, at, base, q)
			continue
		}
		d := facts.Value{Exact: new(big.Rat).Abs(apart)}
		q.used = true
		cl := c.tell(saysChange, q.Item, t, facts.Own, []facts.Way{{Truth: facts.TruthOf(facts.Fits(q.Q.In(), d)), Expected: facts.DisplayOf(d.Exact, facts.FaceSpend) + " between the two", Year: at, Base: base}})
		cl.Quantity, cl.Unit, cl.Comparator = q.Q.Bounds(), facts.Pounds, c.items[m].Text
	}
}

// exchangedPartners reports whether the figures of a sentence are the partners' over- or
// underspends, each given for the other, which leaves no doubt of what they are.
func (s *statement) exchangedPartners(t told) bool {
	if t.thing.Group != "partner" || t.item.Q == nil || t.claim.Slip != "other-thing" {
		return false
	}
	v, ok := s.facts.At(t.thing, facts.FaceVariance, facts.Own, s.facts.Year)
	if !ok {
		return false
	}
	size := facts.Value{Exact: new(big.Rat).Abs(v.Exact)}
	return language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsQuantity && x.Q != t.item.Q && x.Q.Unit == facts.Pounds && x.Q.Ref == nil && x.Q.Value != nil && facts.Fits(x.Q.In(), size)
	})
}

// partOfPartner reads which part of what a partner spends on the board's services one of them has:
// "GP prescribing is almost a sixth of everything that the health board spends". It reports whether
// the clause says so.
func (c *clause) partOfPartner(tm times) bool {
	if len(c.subjects) != 2 || c.unknown != "" || c.not || c.locality != "" || tm.base != nil || tm.previous || tm.at != nil && tm.at[0] != c.facts.Year || c.hasFace(facts.FaceVariance) >= 0 || c.hasFace(facts.FacePlan) >= 0 || c.has(language.IsExtreme, language.IsMove, language.IsBeside, language.IsBase, language.IsNot) >= 0 {
		return false
	}
	part, whole := c.subjects[0], c.subjects[1]
	if part.Group == "partner" {
		part, whole = whole, part
	}
	if o := c.serviceAlsoCalled(part); o != nil {
		part = o
	}
	q := c.onlyPart()
	if whole.Group != "partner" || part.Group != "service" || q == nil {
		return false
	}
	s := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsSubject && x.Thing == whole })
	if q.Q.Unit != facts.Percent || q.Q.Ref != nil || s < q.i || !c.roleAt(c.next(q.i), "of") && !c.says("everything", "everything that", "all that", "of all that", "of everything that") || c.hasFace(facts.FaceSpend) < 0 {
		return false
	}
	a, okA := c.facts.At(part, facts.FaceSpend, facts.Own, c.facts.Year)
	b, okB := c.facts.At(whole, facts.FaceSpend, facts.Own, c.facts.Year)
	if !okA || !okB || b.Exact.Sign() <= 0 {
		return false
	}
	p := new(big.Rat).Quo(a.Exact, b.Exact)
	p.Mul(p, exact.Rat(100, 1))
	q.used = true
	cl := c.tell(saysShare, q.Item, part, facts.Own, []facts.Way{{Truth: facts.TruthOf(facts.Fits(q.Q.In(), facts.Value{Exact: p, Shown: facts.ShownPercent(p)})), Year: c.facts.Year, Evidence: append(facts.Proof(a, c.facts.Year), facts.Proof(b, c.facts.Year)...),
		Expected: part.Called() + " " + a.Display + " of " + b.Display + ", or " + p.FloatString(1) + "%"}})
	cl.Quantity, cl.Unit, cl.Comparator = q.Q.Bounds(), facts.Percent, "of what "+whole.Called()+" spent"
	if c.items[q.i].Class == language.IsTimes {
		c.items[q.i].MakePlain()
	}
	return true
}

// serviceAlsoCalled is the service that has the name by which the clause names a matter, nil where there is none.
func (c *clause) serviceAlsoCalled(t *facts.Thing) *facts.Thing {
	for _, it := range c.items {
		if it.Class == language.IsSubject && it.Thing == t && t.Group == "matter" {
			return c.serviceCalled(it.Text)
		}
	}
	return nil
}

// onlyPart is the clause's only figure, or the fraction with which it begins: "a third of what the council spent". It is nil
// where the clause has several or none.
func (c *clause) onlyPart() *placed {
	i := c.has(language.IsTimes)
	switch {
	case i < 0 && len(c.qs) == 1:
		return c.qs[0]
	case i < 0 || i > 1 || len(c.qs) > 0 || c.items[i].Word != "as much" || c.items[i].N > -2 || !c.roleAt(i+1, "of") || i+2 >= len(c.items) || c.items[i+2].Text != "what":
		return nil
	}
	q := facts.FractionOf(1, int64(-c.items[i].N))
	q.Apply(c.hedgeBefore(i))
	it := *c.items[i]
	it.Q = &q
	return &placed{Item: &it, i: i}
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
	if !slices.ContainsFunc(c.items[max(0, i-4):i], func(x *lex.Item) bool { return x.Class == language.IsRole && x.Role == "of" }) {
		return false
	}
	before := c.plain[c.items[0].Start:c.items[i].Start]
	more := mostOf().Match(before)
	if !more && !lessOf().Match(before) {
		return false
	}
	total := c.total
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
	if size != nil && c.facts.Level(total, facts.FaceVariance, facts.Own, year, size.Q).Truth != facts.Yes {
		return true
	}
	v, ok := c.facts.At(t, facts.FaceVariance, facts.Own, year)
	if !ok {
		return true
	}
	part := new(big.Rat).Quo(v.Exact, whole.Exact)
	expected := facts.DisplayOf(v.Exact, facts.FaceVariance) + " of " + facts.DisplayOf(whole.Exact, facts.FaceSpend)
	cl := c.tell(saysShare, c.items[i], t, facts.Own, []facts.Way{{Truth: facts.TruthOf((part.Cmp(exact.Rat(1, 2)) > 0) == more), Expected: expected, Evidence: facts.Proof(v, year), Year: year}})
	cl.Comparator = "most of the variance"
	if cl.Verdict == Contradicted {
		cl.Message = "the text says that " + map[bool]string{true: "most", false: "less than half"}[more] + " of it was in " + t.Called() + "; the account has " + expected
	}
	if size != nil {
		size.used = true
		cl := c.tell(saysVariance, size.Item, total, facts.Own, []facts.Way{c.facts.Level(total, facts.FaceVariance, facts.Own, year, size.Q)})
		cl.Quantity, cl.Unit = size.Q.Bounds(), facts.Pounds
	}
	return true
}

// sizeBehind is the only amount of the clause where it is the size of the over- or underspend at i: "of the overspend
// of £2.8m". It is nil where there is none.
func (c *clause) sizeBehind(i int) *placed {
	if len(c.qs) != 1 || !c.roleAt(i+1, "of") || c.qs[0].i != i+2 || c.qs[0].Q.Unit != facts.Pounds || c.qs[0].Q.Ref != nil {
		return nil
	}
	return c.qs[0]
}
