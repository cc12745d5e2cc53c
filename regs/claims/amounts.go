package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// isMoney reports whether the clause can be about an amount: it names one, or a
// figure of it is in pounds.
func (c *clause) isMoney() bool {
	if named := c.named(); len(named) > 0 {
		return !slices.ContainsFunc(named, func(t *facts.Thing) bool { return t.Kind != facts.Money })
	}
	if c.statement.subject != nil && c.statement.subject.Kind != facts.Money && c.statement.subject.Unit != facts.Pounds {
		return slices.ContainsFunc(c.qs, func(q *placed) bool { return q.Q.Unit == facts.Pounds && q.Q.Ref == nil }) && c.hasFace(facts.FaceSpend) >= 0
	}
	return !(c.statement.subject != nil && c.statement.subject.Kind == facts.Measure)
}

// named are the clause's subjects but for the localities that it counts: "the smallest share
// of the three localities".
func (c *clause) named() []*facts.Thing {
	if !slices.ContainsFunc(c.subjects, func(t *facts.Thing) bool { return t.ID == "count:localities" }) {
		return c.subjects
	}
	return slices.DeleteFunc(slices.Clone(c.subjects), func(t *facts.Thing) bool { return t.ID == "count:localities" })
}

// withoutWhole leaves out the second of two amounts where it is what a figure of the first is
// of: "care at home accounted for £20.0m of spending on other social care".
func (c *clause) withoutWhole(two []*facts.Thing) []*facts.Thing {
	if len(two) != 2 || len(c.qs) != 1 || c.qs[0].Q.Unit != facts.Pounds {
		return two
	}
	last := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsSubject && x.Thing == two[1] })
	if n := c.next(c.qs[0].i); (c.roleAt(n, "of") || c.is(n, language.IsBase)) && n < last {
		return two[:1]
	}
	return two
}

// callsBill reports whether the clause's subject is a bill, which in a text about a matter is the matter's: "the annual
// bill has grown by £5.5m".
func (c *clause) callsBill() bool {
	return slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsSubject && strings.HasSuffix(x.Text, "bill") })
}

// amountsOf are the amounts that the clause can be about, each reading a list
// that is added up; explicit where it names them.
func (c *clause) amountsOf() (readings [][]*facts.Thing, explicit bool) {
	if c.ofAfter() && c.ofUnnamed() {
		return nil, false
	}
	if c.unknown == "" && c.ofAfter() && len(c.subjects) == 0 {
		if o := c.serviceCalled(c.after.Text); o != nil && o != c.after.Thing {
			return [][]*facts.Thing{{c.after.Thing}, {o}}, true
		}
		return [][]*facts.Thing{{c.after.Thing}}, true
	}
	if went := c.variedInAll(); went != nil {
		return [][]*facts.Thing{went}, true
	}
	if c.unknown != "" || c.narrowed && len(c.subjects) == 0 || c.dangles() || c.ofTheirOwn() || c.partOfBudget() || c.addsUp() {
		return nil, false
	}
	if c.lead == "," && len(c.listed) > 1 && len(c.subjects) == 0 && c.items[0].Class == language.IsTogether {
		return [][]*facts.Thing{c.listed}, true // "nursing, physiotherapy and mental health, together returned £1.2m"
	}
	if c.has(language.IsExtreme) < 0 && len(c.localitiesNamed()) == 0 && slices.ContainsFunc(c.qs, func(q *placed) bool { return q.Q.Unit == facts.Pounds }) && slices.ContainsFunc(c.subjects, func(t *facts.Thing) bool { return t.ID == "count:localities" }) {
		return nil, false // localitiesTogether reads it
	}
	area, set, _, _ := c.scope()
	if subjects := c.asServices(c.ofSetAside(c.withoutWhole(c.named()))); len(subjects) > 0 {
		if set && area != facts.Own {
			return nil, false // of a service in a place nothing is known
		}
		return c.amountsNamed(subjects), true
	}
	if readings, ok := c.amountsInPlace(area, set); ok {
		return readings, len(readings) > 0
	}
	if n := c.severalBefore(); n > 0 {
		list := c.amountsBefore()
		if len(list) != n || slices.ContainsFunc(list, func(t *facts.Thing) bool { return t.Group != list[0].Group }) {
			return nil, false
		}
		return [][]*facts.Thing{list}, true
	}
	if readings := c.amountsOfSubject(); readings != nil {
		return readings, true
	}
	if len(c.qs) > 0 && c.qs[0].role == isWhole && c.roleAt(0, "of") {
		return nil, false // "of the £250.4m that was spent", before anything is named
	}
	if f := c.next(0); c.lead == "" && c.roleAt(0, "of") && c.is(f, language.IsFace) && c.items[f].Face == facts.FaceVariance {
		return [][]*facts.Thing{{c.total}}, false // "of the overspend of £2.8m, £1.9m arose in …"
	}
	if readings := c.amountsOfOthers(); readings != nil {
		return readings, true
	}
	return c.amountsUnderstood(), false
}

// amountsNamed are those of the services that the clause names, with those of the list that it ends.
func (c *clause) amountsNamed(subjects []*facts.Thing) [][]*facts.Thing {
	if c.lead == "," && len(c.listed) > 0 {
		subjects = slices.Clone(c.listed)
		for _, t := range c.named() {
			if !slices.Contains(subjects, t) {
				subjects = append(subjects, t)
			}
		}
	}
	if len(subjects) == 1 && c.trails() || slices.ContainsFunc(subjects, func(t *facts.Thing) bool { return t.Group != subjects[0].Group }) {
		return nil
	}
	return [][]*facts.Thing{subjects}
}

// amountsInPlace are those of the whole or of the localities that the clause names; known is true where it speaks of
// one of them, whether or not its amounts are known.
func (c *clause) amountsInPlace(area string, set bool) (readings [][]*facts.Thing, known bool) {
	if c.namesWhole() {
		if m := c.statement.reader.money; m != nil && c.callsBill() {
			return [][]*facts.Thing{{m}, {c.total}}, true
		}
		return [][]*facts.Thing{{c.total}}, true
	}
	if !set {
		t := c.placedAmount()
		return [][]*facts.Thing{{t}}, t != nil
	}
	if c.total != nil && facts.IsLocality(area) && c.things[area] != nil && len(c.localitiesNamed()) == 0 && c.ofWhole() {
		return [][]*facts.Thing{{c.total}, {c.things[area]}}, true
	}
	if strings.HasPrefix(area, "locality:") {
		list := c.localities()
		switch {
		case len(list) < 2:
			return [][]*facts.Thing{{c.things[area]}}, true
		case c.has(language.IsTogether) >= 0:
			return [][]*facts.Thing{list}, true
		}
		return nil, true // of each or of all
	}
	return nil, area != facts.Own
}

// amountsOfSubject are those of the sentence's subject, nil where it isn't an amount.
func (c *clause) amountsOfSubject() [][]*facts.Thing {
	subject := c.statement.subject
	switch {
	case subject == nil || subject.Kind != facts.Money:
		return nil
	case c.total != nil && c.ofWhole():
		return [][]*facts.Thing{{c.total}, {subject}}
	case c.total != nil && c.items[0].Class == language.IsBreak && (c.items[0].Text == "while" || c.items[0].Text == "whereas"):
		return [][]*facts.Thing{{subject}, {c.total}} // "while £250.4m was spent"
	}
	return [][]*facts.Thing{{subject}}
}

// amountsOfOthers are those of what other clauses of the sentence name, nil where the clause doesn't go on about them.
func (c *clause) amountsOfOthers() [][]*facts.Thing {
	if c.only != nil && c.only.Kind == facts.Money {
		switch {
		case c.total != nil && c.lead == "" && c.ofWhole():
			return [][]*facts.Thing{{c.total}, {c.only}} // what is named in a later clause
		case c.total != nil && c.lead == "" && slices.ContainsFunc(c.qs, func(q *placed) bool { return q.Q.Unit == facts.Pounds && q.role != isVariance }) && c.hasFace(facts.FacePlan) >= 0 && c.hasFace(facts.FaceSpend) >= 0:
			return [][]*facts.Thing{{c.only}, {c.total}} // "From £247.6m planned to £250.4m spent"
		case c.lead == "" || c.lead == "or" && c.has(language.IsBase) >= 0:
			return [][]*facts.Thing{{c.only}}
		case c.lead == "," && c.sharesOn() && !c.vague && c.qs[0].role == isLevel && len(c.qs) == 1:
			return [][]*facts.Thing{{c.only}} // "half of the money, 47.0% to be exact, was used for …"
		}
	}
	if t := c.things[c.onlyLocality()]; t != nil {
		switch {
		case c.lead == "," && c.shared && !c.ofWhole():
			return [][]*facts.Thing{{t}} // "the largest share of the money, 44.8%, was spent in Strathmoor"
		case c.ofIts():
			return [][]*facts.Thing{{t}} // "South Ardenmuir's share went down, although its spend rose to £60.5m"
		}
	}
	if t := c.things[c.carried]; len(c.all) == 0 && facts.IsLocality(c.carried) && t != nil && (c.lead == "and" || c.lead == "but") && c.has(language.IsArea) < 0 && !c.ofWhole() {
		return [][]*facts.Thing{{t}} // "the £48.2m spent on the north is 45.0% of the money and 7.6% more than in 2024/25"
	}
	return nil
}

// amountsUnderstood are those of a clause in a sentence that names none: of what the text was about, of the locality
// whose text it is, or of the whole.
func (c *clause) amountsUnderstood() [][]*facts.Thing {
	if len(c.all) > 0 {
		return nil
	}
	if c.ofAmountBefore() {
		if t := c.statement.reader.last; t != nil && t.Kind == facts.Money {
			return [][]*facts.Thing{{t}}
		}
		return nil
	}
	if c.total == nil || c.countedBefore() || c.locality == "" && c.says("here") || c.costsSomething() {
		return nil
	}
	of := c.statement.reader.money
	if c.locality != "" {
		of = c.things["locality:"+c.locality]
	}
	if of == nil {
		return [][]*facts.Thing{{c.total}}
	}
	return [][]*facts.Thing{{of}, {c.total}}
}

// ofAmountBefore reports whether the clause says what was planned for what the sentence before gives the amount of: "Care at home
// cost £12.7m. The budget was £12.2m."
func (c *clause) ofAmountBefore() bool {
	if !c.statement.reader.ofOther || c.lead != "" || len(c.items) < 4 || c.items[0].Text != "the" || c.items[1].Class != language.IsFace || c.items[1].Face != facts.FacePlan {
		return false
	}
	verb := 2
	for verb < len(c.items) && slices.Contains([]string{"was", "is", "had", "been"}, c.items[verb].Text) {
		verb++
	}
	return verb > 2 && c.is(verb, language.IsQuantity)
}

// severalBefore is how many of the amounts before it the clause is about together, 0 where it doesn't say so: "the two make up
// 22% of what we spent", "both together took 23%".
func (c *clause) severalBefore() int {
	for i, it := range c.items {
		switch {
		case it.Text == "both":
			return 2
		case it.Class == language.IsQuantity && it.Q.InWords && it.Q.IsWhole() && !it.Q.Fraction && exact.MoreThan(it.Q.Value, 1) && !exact.MoreThan(it.Q.Value, 6) && i > 0 && (c.items[i-1].Text == "the" || c.items[i-1].Text == "these" || c.items[i-1].Text == "those") && !c.roleAt(i+1, "of"):
			return int(it.Q.Value.Num().Int64())
		case it.Class != language.IsPlain && it.Class != language.IsBreak && it.Class != language.IsTogether && !c.roleAt(i, "by"):
			return 0
		}
	}
	return 0
}

// amountsBefore are the amounts that the sentence names before the clause.
func (c *clause) amountsBefore() (list []*facts.Thing) {
	for i := range c.statement.items {
		it := &c.statement.items[i]
		if it.Start >= c.items[0].Start {
			break
		}
		if it.Class == language.IsSubject && it.Thing.Kind == facts.Money && it.Thing.ID != "total" && !slices.Contains(list, it.Thing) {
			list = append(list, it.Thing)
		}
	}
	return list
}

// placedAmount is the locality of the clause's only amount where that stands right behind it: "the
// three localities accounted for £111.0m (Strathmoor)". It is nil where there is none.
func (c *clause) placedAmount() (t *facts.Thing) {
	for _, q := range c.qs {
		if q.Q.Unit != facts.Pounds {
			continue
		}
		if t != nil || !q.hasArea || !facts.IsLocality(q.area) || !c.is(q.i+1, language.IsArea) && !(c.roleAt(q.i+1, "of", "in") && c.is(q.i+2, language.IsArea)) {
			return nil
		}
		t = c.things[q.area]
	}
	return t
}

// countedBefore reports whether a number of other things is what over- or underspent: "Six
// services overspent by £0.2m or more, and 14 underspent".
func (c *clause) countedBefore() bool {
	v := c.hasFace(facts.FaceVariance)
	return v > 0 && !slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Is(facts.Own) }) && slices.ContainsFunc(c.qs, func(q *placed) bool {
		return q.i < v && q.Q.Unit == facts.Bare && q.Q.Per == 0 && !q.Q.Fraction && q.Q.Ref == nil && !c.roleAt(c.prev(q.i), "in", "of", "since")
	})
}

// localities are those that the clause names, apart from what it compares them with.
func (c *clause) localities() (list []*facts.Thing) {
	for i, it := range c.items {
		if it.Class != language.IsArea || !strings.HasPrefix(it.Area, "locality:") || c.is(c.prev(i), language.IsThan, language.IsVersus, language.IsBeside) {
			continue
		}
		if t := c.things[it.Area]; t != nil && !slices.Contains(list, t) {
			list = append(list, t)
		}
	}
	return list
}

// localitiesNamed are those that the clause names, in order.
func (c *clause) localitiesNamed() (list []*facts.Thing) {
	for _, it := range c.items {
		if it.Class == language.IsArea && facts.IsLocality(it.Area) && c.things[it.Area] != nil && !slices.Contains(list, c.things[it.Area]) {
			list = append(list, c.things[it.Area])
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
		if it.Class == language.IsFace && it.Face == facts.FaceSpend {
			if costs = it.Word == "cost"; !costs {
				return false
			}
		}
	}
	return costs
}

// ofTheirOwn reports whether the clause is about a partner's own under- or overspend, which is of more
// than what the authority directs: "the council's own overspend".
func (c *clause) ofTheirOwn() bool {
	v := c.hasFace(facts.FaceVariance)
	return v > 0 && c.items[v-1].Text == "own" && slices.ContainsFunc(c.subjects, func(t *facts.Thing) bool { return t.Group == "partner" })
}

// partOfBudget reports whether the clause's amount is a part of a budget: "£1.3m of the budget for
// nursing was moved to reserves".
func (c *clause) partOfBudget() bool {
	if v := c.hasFace(facts.FaceVariance); v >= 0 && c.items[v].N != 0 && c.is(v+1, language.IsQuantity) {
		return false // "gave back £0.4m of its budget"
	}
	return slices.ContainsFunc(c.qs, func(q *placed) bool {
		of := c.next(q.i)
		face := c.next(of)
		return q.Q.Unit == facts.Pounds && (c.roleAt(of, "of") && c.is(face, language.IsFace) && c.items[face].Face == facts.FacePlan || c.is(of, language.IsBase) && strings.HasSuffix(c.items[of].Text, "budget"))
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
		sum = sum || slices.Contains(sumWords, it.Text)
		if it.Class != language.IsPlain && it.Class != language.IsQuantity && it.Class != language.IsHedge && it.Class != language.IsTogether && !slices.Contains(sumWords, it.Text) {
			return false
		}
	}
	return sum
}

// sumWords say that an amount is a sum.
var sumWords = []string{"in all", "in total", "altogether", "all told", "together", "between them", "combined"}

// ofUnnamed reports whether the amounts in brackets of a sentence are of what the one before
// spoke of, and not what was spent: "Savings of £4.7m were made. The largest were in
// prescribing (£1.4m) and care homes (£0.8m)". Money is spent on a service; what is in one is
// a saving, a pressure or a grant.
func (s *statement) ofUnnamed() bool {
	within := false
	for i := range s.items {
		switch it := &s.items[i]; it.Class {
		case language.IsFace, language.IsBase:
			return false
		case language.IsSubject:
			k := i - 1
			for k >= 0 && slices.Contains([]string{"the", "our", "its"}, s.items[k].Text) {
				k--
			}
			within = within || k >= 0 && s.items[k].Text == "in"
		}
	}
	return within
}
