package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/internal/source"
	"apr/internal/wording"
)

// isMoney reports whether the clause can be about an amount: it names one, or a
// figure of it is in pounds.
func (c *clause) isMoney() bool {
	if named := c.named(); len(named) > 0 {
		return !slices.ContainsFunc(named, func(t *Thing) bool { return t.Kind != isMoney })
	}
	if c.statement.subject != nil && c.statement.subject.Kind != isMoney && c.statement.subject.Unit != pounds {
		return slices.ContainsFunc(c.qs, func(q *placed) bool { return q.q.unit == pounds && q.q.ref == nil }) && c.hasFace(spend) >= 0
	}
	return !(c.statement.subject != nil && c.statement.subject.Kind == isMeasure)
}

// named are the clause's subjects but for the localities that it counts: "the smallest share
// of the three localities".
func (c *clause) named() []*Thing {
	if !slices.ContainsFunc(c.subjects, func(t *Thing) bool { return t.ID == "count:localities" }) {
		return c.subjects
	}
	return slices.DeleteFunc(slices.Clone(c.subjects), func(t *Thing) bool { return t.ID == "count:localities" })
}

// withoutWhole leaves out the second of two amounts where it is what a figure of the first is
// of: "care at home accounted for £20.0m of spending on other social care".
func (c *clause) withoutWhole(two []*Thing) []*Thing {
	if len(two) != 2 || len(c.qs) != 1 || c.qs[0].q.unit != pounds {
		return two
	}
	last := slices.IndexFunc(c.items, func(x *item) bool { return x.class == isSubject && x.thing == two[1] })
	if n := c.next(c.qs[0].i); (c.roleAt(n, "of") || c.is(n, isBase)) && n < last {
		return two[:1]
	}
	return two
}

// amountsOf are the amounts that the clause can be about, each reading a list
// that is added up.
func (c *clause) amountsOf() (readings [][]*Thing, explicit bool) {
	if c.ofAfter() && c.ofUnnamed() {
		return nil, false
	}
	if c.unknown == "" && c.ofAfter() && len(c.subjects) == 0 {
		if o := c.serviceCalled(c.after.text); o != nil && o != c.after.thing {
			return [][]*Thing{{c.after.thing}, {o}}, true
		}
		return [][]*Thing{{c.after.thing}}, true
	}
	if went := c.variedInAll(); went != nil {
		return [][]*Thing{went}, true
	}
	if c.unknown != "" || c.narrowed && len(c.subjects) == 0 || c.dangles() || c.ofTheirOwn() || c.partOfBudget() || c.addsUp() {
		return nil, false
	}
	if c.lead == "," && len(c.listed) > 1 && len(c.subjects) == 0 && c.items[0].class == isTogether {
		return [][]*Thing{c.listed}, true // "nursing, physiotherapy and mental health, together returned £1.2m"
	}
	if c.has(isExtreme) < 0 && len(c.localitiesNamed()) == 0 && slices.ContainsFunc(c.qs, func(q *placed) bool { return q.q.unit == pounds }) && slices.ContainsFunc(c.subjects, func(t *Thing) bool { return t.ID == "count:localities" }) {
		return nil, false // localitiesTogether reads it
	}
	subjects := c.asServices(c.ofSetAside(c.withoutWhole(c.named())))
	area, set, _, _ := c.scope()
	if set && area != own && len(subjects) > 0 {
		return nil, false // of a service in a place nothing is known
	}
	if c.lead == "," && len(c.listed) > 0 && len(subjects) > 0 {
		subjects = slices.Clone(c.listed)
		for _, t := range c.named() {
			if !slices.Contains(subjects, t) {
				subjects = append(subjects, t)
			}
		}
	}
	switch {
	case len(subjects) == 1 && c.trails():
		return nil, false
	case len(subjects) == 1:
		return [][]*Thing{{subjects[0]}}, true
	case len(subjects) > 1:
		for _, t := range subjects {
			if t.Group != subjects[0].Group {
				return nil, false
			}
		}
		return [][]*Thing{subjects}, true
	}
	if c.namesWhole() {
		return [][]*Thing{{c.things["total"]}}, true
	}
	if t := c.placedAmount(); !set && t != nil && len(subjects) == 0 {
		return [][]*Thing{{t}}, true
	}
	if total := c.things["total"]; set && total != nil && isLocality(area) && c.things[area] != nil && len(c.localitiesNamed()) == 0 && c.ofWhole() {
		return [][]*Thing{{total}, {c.things[area]}}, true
	}
	if set && strings.HasPrefix(area, "locality:") {
		list := c.localities()
		switch {
		case len(list) < 2:
			return [][]*Thing{{c.things[area]}}, true
		case c.has(isTogether) >= 0:
			return [][]*Thing{list}, true
		}
		return nil, false // of each or of all
	}
	if set && area != own {
		return nil, false
	}
	whole := c.things["total"]
	if c.statement.subject != nil && c.statement.subject.Kind == isMoney {
		if whole != nil && c.ofWhole() {
			return [][]*Thing{{whole}, {c.statement.subject}}, true
		}
		if whole != nil && c.items[0].class == isBreak && (c.items[0].text == "while" || c.items[0].text == "whereas") {
			return [][]*Thing{{c.statement.subject}, {whole}}, true // "while £250.4m was spent"
		}
		return [][]*Thing{{c.statement.subject}}, true
	}
	if len(c.qs) > 0 && c.qs[0].role == isWhole && c.roleAt(0, "of") {
		return nil, false // "of the £250.4m that was spent", before anything is named
	}
	if f := c.next(0); c.lead == "" && c.roleAt(0, "of") && c.is(f, isFace) && c.items[f].face == variance {
		return [][]*Thing{{c.things["total"]}}, false // "of the overspend of £2.8m, £1.9m arose in …"
	}
	if c.only != nil && c.only.Kind == isMoney && whole != nil && c.lead == "" && c.ofWhole() {
		return [][]*Thing{{whole}, {c.only}}, true // what is named in a later clause
	}
	if c.only != nil && c.only.Kind == isMoney && whole != nil && c.lead == "" && slices.ContainsFunc(c.qs, func(q *placed) bool { return q.q.unit == pounds && q.role != isVariance }) && c.hasFace(plan) >= 0 && c.hasFace(spend) >= 0 {
		return [][]*Thing{{c.only}, {whole}}, true // "From £247.6m planned to £250.4m spent"
	}
	if c.only != nil && c.only.Kind == isMoney && (c.lead == "" || c.lead == "or" && c.has(isBase) >= 0) {
		return [][]*Thing{{c.only}}, true
	}
	if c.only != nil && c.only.Kind == isMoney && c.lead == "," && c.sharesOn() && !c.vague && c.qs[0].role == isLevel && len(c.qs) == 1 {
		return [][]*Thing{{c.only}}, true // "half of the money, 47.0% to be exact, was used for …"
	}
	if place := c.onlyLocality(); c.lead == "," && c.shared && !c.ofWhole() && place != "" && c.things[place] != nil {
		return [][]*Thing{{c.things[place]}}, true // "the largest share of the money, 44.8%, was spent in Strathmoor"
	}
	if place := c.onlyLocality(); c.ofIts() && place != "" && c.things[place] != nil {
		return [][]*Thing{{c.things[place]}}, true // "South Ardenmuir's share went down, although its spend rose to £60.5m"
	}
	if len(c.all) > 0 {
		return nil, false
	}
	total := []*Thing{c.things["total"]}
	if c.countedBefore() {
		return nil, false
	}
	if total[0] == nil || c.locality == "" && c.says("here") || c.costsSomething() {
		return nil, false
	}
	switch {
	case c.locality != "":
		if t := c.things["locality:"+c.locality]; t != nil {
			return [][]*Thing{{t}, total}, false
		}
	case c.statement.reader.money != nil:
		return [][]*Thing{{c.statement.reader.money}, total}, false
	}
	return [][]*Thing{total}, false
}

// placedAmount is the locality of the clause's only amount where that stands right behind it: "the
// three localities accounted for £111.0m (Strathmoor)". It is nil where there is none.
func (c *clause) placedAmount() (t *Thing) {
	for _, q := range c.qs {
		if q.q.unit != pounds {
			continue
		}
		if t != nil || !q.hasArea || !isLocality(q.area) || !c.is(q.i+1, isArea) {
			return nil
		}
		t = c.things[q.area]
	}
	return t
}

// countedBefore reports whether a number of other things is what over- or underspent: "Six
// services overspent by £0.2m or more, and 14 underspent".
func (c *clause) countedBefore() bool {
	v := c.hasFace(variance)
	return v > 0 && !slices.ContainsFunc(c.items, func(x *item) bool { return x.is(own) }) && slices.ContainsFunc(c.qs, func(q *placed) bool {
		return q.i < v && q.q.unit == bare && q.q.per == 0 && !q.q.fraction && q.q.ref == nil && !c.roleAt(c.prev(q.i), "in", "of", "since")
	})
}

// localities are those that the clause names, apart from what it compares them with.
func (c *clause) localities() (list []*Thing) {
	for i, it := range c.items {
		if it.class != isArea || !strings.HasPrefix(it.area, "locality:") || c.is(c.prev(i), isThan, isVersus, isBeside) {
			continue
		}
		if t := c.things[it.area]; t != nil && !slices.Contains(list, t) {
			list = append(list, t)
		}
	}
	return list
}

// localitiesNamed are those that the clause names, in order.
func (c *clause) localitiesNamed() (list []*Thing) {
	for _, it := range c.items {
		if it.class == isArea && isLocality(it.area) && c.things[it.area] != nil && !slices.Contains(list, c.things[it.area]) {
			list = append(list, c.things[it.area])
		}
	}
	return list
}

// costsSomething reports whether all that the clause says of spending is "cost": that
// is always of something, which the clause doesn't name, and never by itself of the
// whole.
func (c *clause) costsSomething() bool {
	costs := false
	for _, it := range c.items {
		if it.class == isFace && it.face == spend {
			if costs = it.word == "cost"; !costs {
				return false
			}
		}
	}
	return costs
}

// amount is a thing that adds others up.
func (f *Facts) amount(list []*Thing) *Thing {
	if len(list) == 1 {
		return list[0]
	}
	sum := &Thing{ID: "sum", Kind: isMoney, Unit: pounds, Better: -1, Group: list[0].Group}
	var names []string
	for _, t := range list {
		names = append(names, t.Title)
	}
	sum.Title = wording.List(names)
	for y := f.First; y <= f.Year; y++ {
		for _, face := range []Face{spend, plan, variance, share} {
			total, all := new(big.Rat), true
			for _, t := range list {
				v, ok := f.at(t, face, own, y)
				if all = all && ok; ok {
					total.Add(total, v.Exact)
				}
			}
			if all {
				sum.set(face, own, y, Value{Exact: total, Display: inWords(total, face), Place: f.placeOf(list[0], face, y)})
			}
		}
	}
	return sum
}

func (f *Facts) placeOf(t *Thing, face Face, y int) (at source.Position) {
	v, _ := f.at(t, face, own, y)
	return v.Place
}

// inWords is an amount or a share as texts have it.
func inWords(v *big.Rat, face Face) string {
	if face == share {
		return v.FloatString(1) + "%"
	}
	m := new(big.Rat).Quo(v, rat(1_000_000, 1))
	s := "£" + new(big.Rat).Abs(m).FloatString(1) + "m"
	if face == variance {
		name := "an underspend of "
		if v.Sign() < 0 {
			name = "an overspend of "
		}
		return name + s
	}
	return s
}

// ofTheirOwn reports whether the clause is about a partner's own under- or overspend, which is of more
// than what the authority directs: "the council's own overspend".
func (c *clause) ofTheirOwn() bool {
	v := c.hasFace(variance)
	return v > 0 && c.items[v-1].text == "own" && slices.ContainsFunc(c.subjects, func(t *Thing) bool { return t.Group == "partner" })
}

// partOfBudget reports whether the clause's amount is a part of a budget: "£1.3m of the budget for
// nursing was moved to reserves".
func (c *clause) partOfBudget() bool {
	if v := c.hasFace(variance); v >= 0 && c.items[v].n != 0 && c.is(v+1, isQuantity) {
		return false // "gave back £0.4m of its budget"
	}
	return slices.ContainsFunc(c.qs, func(q *placed) bool {
		of := c.next(q.i)
		face := c.next(of)
		return q.q.unit == pounds && (c.roleAt(of, "of") && c.is(face, isFace) && c.items[face].face == plan || c.is(of, isBase) && strings.HasSuffix(c.items[of].text, "budget"))
	})
}

// addsUp reports whether the clause is no more than a sum of amounts before it: "prescribing overspent by
// £1.4m and care at home by £1.4m, £2.8m in all".
func (c *clause) addsUp() bool {
	if c.lead != "," || len(c.qs) != 1 || len(c.subjects) > 0 || len(c.before) == 0 {
		return false
	}
	sum := false
	for _, it := range c.items {
		sum = sum || slices.Contains(sumWords, it.text)
		if it.class != isPlain && it.class != isQuantity && it.class != isHedge && it.class != isTogether && !slices.Contains(sumWords, it.text) {
			return false
		}
	}
	return sum
}

// sumWords say that an amount is a sum.
var sumWords = []string{"in all", "in total", "altogether", "all told", "together", "between them", "combined"}
