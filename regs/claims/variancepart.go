package claims

import (
	"math/big"
	"slices"
)

// partsVariance reads which part of an over- or underspend a service, a locality or a partner made:
// "GP prescribing makes up half of the overspend", "two thirds of it arose in council services".
// It reports whether the clause says so.
func (c *clause) partsVariance(tm times) bool {
	q, v := c.partOfWhole()
	if q == nil || c.unknown != "" || c.not || c.locality != "" || c.statement.reader.money != nil || tm.base != nil || tm.previous || c.has(isTimes, isExtreme, isMove, isBase, isNot) >= 0 {
		return false
	}
	part, whole := c.partAndWhole(v)
	if part == nil || whole == nil || tm.at != nil && c.resolve(whole, variance, tm.at)[0] != c.facts.Year {
		return false
	}
	sign, y := c.items[v].n, c.facts.Year
	a, okA := c.facts.at(part, variance, own, y)
	b, okB := c.facts.at(whole, variance, own, y)
	if !okA || !okB || b.Exact.Sign() != sign {
		return false
	}
	of := func(sum *big.Rat) (Value, bool) {
		if sum.Sign() == 0 {
			return Value{}, false
		}
		p := new(big.Rat).Quo(a.Exact, sum)
		p.Mul(p, rat(100, 1))
		return Value{Exact: p, Shown: shownPercent(p)}, true
	}
	net, _ := of(b.Exact)
	w := way{truth: truthOf(a.Exact.Sign() == sign && fits(q.q.in(), net)), year: y, evidence: append(proof(a, y), proof(b, y)...),
		expected: part.called() + " " + a.Display + " of " + b.Display + ", or " + net.Exact.FloatString(1) + "%"}
	ways := []way{w}
	if gross, ok := of(c.facts.allVaried(part.Group, sign, y)); ok && a.Exact.Sign() == sign && fits(q.q.in(), gross) {
		ways = append(ways, way{truth: unknown, year: y}) // of all that went over, before what went under
	}
	q.used = true
	cl := c.tell(saysShare, q.item, part, own, ways)
	cl.Quantity, cl.Unit, cl.Comparator = q.q.bounds(), percent, "of the "+c.items[v].text
	for _, o := range c.qs { // "of the £2.8m overspend"
		if o.i > q.i && o.i < v && o.q.unit == pounds && o.q.ref == nil {
			o.used = true
			cl := c.tell(saysVariance, o.item, whole, own, []way{c.facts.level(whole, variance, own, y, o.q)})
			cl.Quantity, cl.Unit = o.q.bounds(), pounds
		}
	}
	return true
}

// partOfWhole are the percentage or the fraction of an over- or underspend that the clause gives,
// and the place of that; nil where it gives none.
func (c *clause) partOfWhole() (*placed, int) {
	for _, q := range c.qs {
		if q.q.unit != percent || q.q.ref != nil {
			continue
		}
		of := false
		for k := q.i + 1; k < len(c.items); k++ {
			switch it := c.items[k]; {
			case it.class == isFace && it.face == variance && it.n != 0:
				if of {
					return q, k
				}
				k = len(c.items)
			case it.class == isRole && it.role == "of" && !of:
				of = true
			case it.class == isQuantity && it.q.unit == pounds, it.class == isPlain, it.class == isPeriod, it.is(own):
			case it.class == isSubject && it.thing.ID == "total":
			default:
				k = len(c.items)
			}
		}
	}
	return nil, -1
}

// partAndWhole are the amount that made a part of the over- or underspend at v, and the one whose
// that is; nil where it isn't plain which they are.
func (c *clause) partAndWhole(v int) (part, whole *Thing) {
	whole = c.things["total"]
	var named []*Thing
	for i, it := range c.items {
		t := it.thing
		if it.class == isArea && isLocality(it.area) {
			t = c.things[it.area]
		} else if it.class != isSubject {
			if it.class == isArea && it.area != own {
				return nil, nil
			}
			continue
		}
		if t == nil || t.Kind != isMoney {
			return nil, nil
		}
		if t.ID == "total" || slices.Contains(named, t) {
			continue
		}
		if i > v && t.Group == "partner" && len(named) == 1 && named[0].Group != "partner" && (c.roleAt(i-1, "in", "of") || c.items[i-1].text == "on" || c.items[i-1].text == "by") {
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

// allVaried is the sum of those of a group of amounts that went over, or under, in a year.
func (f *Facts) allVaried(group string, sign, year int) *big.Rat {
	sum := new(big.Rat)
	for _, t := range f.Things {
		if t.Group != group || t.Kind != isMoney {
			continue
		}
		if v, ok := f.at(t, variance, own, year); ok && v.Exact.Sign() == sign {
			sum.Add(sum, v.Exact)
		}
	}
	return sum
}

// variedInAll are the amounts of which the clause before said that each went over or under, where
// this one gives the sum: "… closed under budget, by £1.5m in all"; nil where it doesn't.
func (c *clause) variedInAll() []*Thing {
	if len(c.went) < 2 || len(c.subjects) > 0 || !c.goesOn() || c.unknown != "" || !c.says("in all", "in total", "altogether", "all told", "together", "between them", "combined") && c.has(isTogether) < 0 {
		return nil
	}
	return c.went
}

// largerBy holds the amount right before the comparative at m against how far two years' over- or
// underspends are from each other: "£2.1m larger than the year before's".
func (c *clause) largerBy(t *Thing, m, at, base int, apart *big.Rat) {
	for _, q := range c.qs {
		if q.used || q.q.ref != nil || q.q.unit != pounds && q.q.unit != percent || q.i != m-1 {
			continue
		}
		if q.q.unit == percent {
			c.largerByPart(t, m, at, base, q)
			continue
		}
		d := Value{Exact: new(big.Rat).Abs(apart)}
		q.used = true
		cl := c.tell(saysChange, q.item, t, own, []way{{truth: truthOf(fits(q.q.in(), d)), expected: inWords(d.Exact, spend) + " between the two", year: at, base: base}})
		cl.Quantity, cl.Unit, cl.Comparator = q.q.bounds(), pounds, c.items[m].text
	}
}

// exchangedPartners reports whether the figures of a sentence are the partners' over- or
// underspends, each given for the other, which leaves no doubt of what they are.
func (s *statement) exchangedPartners(t told) bool {
	if t.thing.Group != "partner" || t.item.q == nil || t.claim.Slip != "other-thing" {
		return false
	}
	v, ok := s.facts.at(t.thing, variance, own, s.facts.Year)
	if !ok {
		return false
	}
	size := Value{Exact: new(big.Rat).Abs(v.Exact)}
	return anyOf(s.items, func(x *item) bool {
		return x.class == isQuantity && x.q != t.item.q && x.q.unit == pounds && x.q.ref == nil && x.q.value != nil && fits(x.q.in(), size)
	})
}

// partOfPartner reads which part of what a partner spends on the board's services one of them has:
// "GP prescribing is almost a sixth of everything that the health board spends". It reports whether
// the clause says so.
func (c *clause) partOfPartner(tm times) bool {
	if len(c.subjects) != 2 || c.unknown != "" || c.not || c.locality != "" || tm.base != nil || tm.previous || tm.at != nil && tm.at[0] != c.facts.Year || c.hasFace(variance) >= 0 || c.hasFace(plan) >= 0 || c.has(isTimes, isExtreme, isMove, isBeside, isBase, isNot) >= 0 {
		return false
	}
	part, whole := c.subjects[0], c.subjects[1]
	if part.Group == "partner" {
		part, whole = whole, part
	}
	if whole.Group != "partner" || part.Group != "service" || len(c.qs) != 1 {
		return false
	}
	q, s := c.qs[0], slices.IndexFunc(c.items, func(x *item) bool { return x.class == isSubject && x.thing == whole })
	if q.q.unit != percent || q.q.ref != nil || s < q.i || !c.roleAt(c.next(q.i), "of") && !c.says("everything", "everything that", "all that", "of all that", "of everything that") || c.hasFace(spend) < 0 {
		return false
	}
	a, okA := c.facts.at(part, spend, own, c.facts.Year)
	b, okB := c.facts.at(whole, spend, own, c.facts.Year)
	if !okA || !okB || b.Exact.Sign() <= 0 {
		return false
	}
	p := new(big.Rat).Quo(a.Exact, b.Exact)
	p.Mul(p, rat(100, 1))
	q.used = true
	cl := c.tell(saysShare, q.item, part, own, []way{{truth: truthOf(fits(q.q.in(), Value{Exact: p, Shown: shownPercent(p)})), year: c.facts.Year, evidence: append(proof(a, c.facts.Year), proof(b, c.facts.Year)...),
		expected: part.called() + " " + a.Display + " of " + b.Display + ", or " + p.FloatString(1) + "%"}})
	cl.Quantity, cl.Unit, cl.Comparator = q.q.bounds(), percent, "of what "+whole.called()+" spent"
	return true
}

// partOfOverspend reports whether the tokens from a to b speak of a part of an over- or underspend: "half of the overspend".
func (c *sums) partOfOverspend(a, b int) bool {
	for i := max(a-6, 0); i < min(b, len(c.ts)); i++ {
		if c.text(i) == "last" || (c.text(i) == "overspend" || c.text(i) == "underspend") && c.text(i-1) == "the" && c.text(i-2) == "of" {
			return true
		}
	}
	return false
}
