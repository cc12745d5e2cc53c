package claims

import (
	"math/big"
	"slices"
	"strings"
)

// moneyClaims reads claims about amounts.
func (c *clause) moneyClaims() {
	if c.sumOfVaried() {
		return // variedTogether reads it
	}
	c.cutVariance()
	if c.amountsAgainst() || c.variedAgainst(c.times()) || c.partsVariance(c.times()) || c.partOfPartner(c.times()) {
		return
	}
	lists, explicit := c.amountsOf()
	if lists == nil || lists[0][0] == nil {
		return
	}
	if lists[0][0].Kind != isMoney {
		return
	}
	if !explicit && c.ofOtherAmounts() || lists[0][0].ID == "total" && c.ofMost() {
		return
	}
	if c.partOfTogether(lists[0]) {
		return // variedTogether reads it
	}
	var things []*Thing
	for _, l := range lists {
		things = append(things, c.facts.amount(l))
	}
	t := things[0]
	if also := c.alsoService(t); also != nil && len(things) == 1 {
		things = append(things, also)
	}
	tm := c.times()
	if len(lists[0]) > 1 && (c.says("each", "both", "respectively") || c.allDid()) {
		c.severally(lists[0], tm)
		return
	}
	if c.timesPlanned(t, tm) || c.variances(things, tm) {
		return
	}
	if c.says("rather than", "instead of") && len(c.qs) > 1 {
		return // of one of two amounts it isn't said what it is
	}
	face := c.moneyFace()
	c.shares(things, tm)
	if c.has(isExtreme) >= 0 && t.Group != "" && c.hasFace(perHead) < 0 {
		c.largest(t, face, tm)
		c.extremeOfYears(t, face, tm)
	}
	if c.perHead(things, tm) {
		return
	}
	if c.amountMoved(things, face, tm, explicit) {
		return
	}
	c.moneyLevels(things, face, tm, explicit)
}

// ofMost reports whether the clause is about a part of the money: "Most was spent on care, £60.5m".
func (c *clause) ofMost() bool {
	if len(c.items) < 2 || len(c.subjects) > 0 || len(c.localitiesNamed()) > 0 {
		return false
	}
	switch c.items[0].text {
	case "most", "much", "half", "part", "some", "more", "little":
		return c.items[1].class == isFace || c.roleAt(1, "of") || c.items[1].class == isPlain
	}
	return false
}

// ofOtherAmounts reports whether the clause goes on about amounts that the one before
// gave and that weren't read: "the ward spent £3.4m against a budget of £4.0m, an
// underspend of £0.6m".
func (c *clause) ofOtherAmounts() bool {
	if c.hasFace(variance) >= 0 && len(c.subjects) == 0 && c.ofYear() {
		return false
	}
	if c.lead == "," && len(c.subjects) == 0 && c.vague && !slices.ContainsFunc(c.items, func(x *item) bool { return x.is(own) && !x.possessive }) {
		return true
	}
	if c.lead != "," || len(c.subjects) > 0 || !slices.ContainsFunc(c.before, func(q placed) bool { return q.q.unit == pounds && q.q.ref == nil }) {
		return false
	}
	return !slices.ContainsFunc(c.statement.claims, func(cl *Claim) bool { return cl.Verdict != Unread })
}

// amountsAgainst reads one amount against another: "we spent more on care homes than
// on prescribing", "care homes cost twice as much as prescribing".
func (c *clause) amountsAgainst() bool {
	two := c.subjects
	places := c.localitiesNamed()
	from := c.statement.area
	if c.carried != "" {
		from = c.carried
	}
	if t := c.things[from]; len(places) == 1 && c.lead == "," && (c.hasArea && c.shared || c.carried != "" && len(c.qs) == 1) && t != nil && t != places[0] {
		places = []*Thing{t, places[0]} // "Glenside's share of the money, at 32.0%, is larger than Strathmoor's"
	}
	if len(two) == 0 && len(places) == 2 {
		two = places
	}
	if len(two) != 2 || two[0].Kind != isMoney || two[1].Kind != isMoney || c.unknown != "" || c.not || len(c.qs) > 1 || c.hasFace(plan) >= 0 || c.hasFace(variance) >= 0 {
		return false
	}
	if anyOf(c.statement.items, func(x *item) bool { return x.class == isFace && x.face == perHead }) {
		return false // headsCompared reads it
	}
	names := func(t *Thing) func(*item) bool {
		return func(x *item) bool { return x.class == isSubject && x.thing == t || x.is(t.ID) }
	}
	first, last := slices.IndexFunc(c.items, names(two[0])), slices.IndexFunc(c.items, names(two[1]))
	word := slices.IndexFunc(c.items, func(x *item) bool {
		return x.class == isBeside && x.n != 0 && !x.judge || x.class == isMove && x.adj && !x.judge || x.class == isTimes && x.word == "as much"
	})
	than := slices.IndexFunc(c.items, func(x *item) bool {
		return x.class == isThan || x.class == isRole && strings.HasPrefix(x.text, "than") || x.class == isBeside || x.class == isTimes && strings.HasSuffix(x.text, "as") || strings.HasPrefix(x.text, "twice") || x.text == "as"
	})
	if word < 0 || word > last || than < 0 || than > last || than < first && c.items[word].class != isTimes || c.comparedInTime() {
		return false
	}
	tm := c.times()
	if tm.base != nil {
		return false
	}
	a, b, it := two[0], two[1], c.items[word]
	face := spend
	if c.hasFace(funding) >= 0 || a.Group == "locality" && (c.hasFace(spend) < 0 && !c.shared && c.has(isBase) < 0 && c.statement.face != spend || c.hasFace(perHead) >= 0) {
		return false
	}
	var gap *placed // "some £19m less than Carrick Coast"
	if len(c.qs) == 1 {
		if gap = c.qs[0]; gap.i == 1 && c.items[0].text == "at" && gap.q.unit == pounds {
			gap = nil // "At £60.1m, spending on the coast was lower than in Strathmoor"
		} else if gap.i > word || c.next(gap.i) != word || gap.q.unit != pounds || gap.q.ref != nil {
			return false
		}
	}
	var ways []way
	for _, y := range c.atYears(a, face, own, tm) {
		va, okA := c.facts.at(a, face, own, y)
		vb, okB := c.facts.at(b, face, own, y)
		if !okA || !okB || vb.Exact.Sign() <= 0 {
			ways = append(ways, way{year: y})
			continue
		}
		w := way{year: y, expected: a.called() + " " + va.Display + " and " + b.called() + " " + vb.Display, evidence: append(proof(va, y), proof(vb, y)...)}
		if it.class == isTimes {
			w.truth = truthOf(timesHeld(vb.Exact, va.Exact, it.n, c.hedgeBefore(word)))
		} else {
			w.truth = truthOf(va.Exact.Cmp(vb.Exact) == it.n)
		}
		if gap != nil && w.truth == yes {
			w.truth = truthOf(slices.ContainsFunc(differences(va, vb, pounds, gap.q), gap.q.in().has))
		}
		ways = append(ways, w)
	}
	carrier := it
	if gap != nil {
		carrier, gap.used = gap.item, true
	}
	cl := c.tell(saysComparison, carrier, a, own, ways)
	cl.Comparator = it.text
	return true
}

// moneyFace is which of an amount's figures the clause is about.
func (c *clause) moneyFace() Face {
	for i := range c.items {
		if it := c.items[i]; it.class == isSubject && it.thing.ID == "total" && spends(it.text) {
			return spend
		}
		if it := c.items[i]; it.class == isFace {
			switch it.face {
			case spend, plan, funding:
				return it.face
			}
		}
		if c.items[i].class == isBase && c.items[i].face == share && !slices.ContainsFunc(c.qs, func(q *placed) bool { return q.q.unit == percent }) {
			if c.shareMoved() {
				return share
			}
			return funding
		}
	}
	if c.ofWhole() && slices.ContainsFunc(c.items, func(x *item) bool {
		return strings.HasSuffix(x.text, "were given") || strings.HasSuffix(x.text, "was given")
	}) {
		return funding
	}
	if c.statement.face != "" {
		return c.statement.face
	}
	return ""
}

func (it *item) is(area string) bool { return it.class == isArea && it.area == area }

// amountMoved reads how an amount changed.
func (c *clause) amountMoved(things []*Thing, face Face, tm times, explicit bool) bool {
	if c.shareMoved() {
		face = share
	}
	again := c.lead != "" && c.moved != nil && c.has(isFace) < 0 && c.deltas() // "grew by £10.8m, or 4.5%"
	if c.statement.ofPart && c.lead == "," && len(c.subjects) == 0 {
		return true // of what part isn't said
	}
	if c.has(isMove, isTimes, isStable) < 0 && !again || (face == plan || face == funding) && things[0].ID != "total" {
		return false
	}
	if face == "" && !explicit {
		return false
	}
	if face == "" {
		face = spend
	}
	if c.has(isBase) >= 0 || c.sharesOn() {
		face = share
	}
	if base := c.has(isBase); base >= 0 && c.items[base].face == ofSpend && !(c.items[base].text == "of the money spent" && c.is(base+1, isPlain) && c.items[base+1].text == "on") && slices.ContainsFunc(c.qs, func(q *placed) bool { return q.q.unit == points }) {
		return true // of all spending the data have no share
	}
	if c.varied != 0 && c.lead == "," && len(c.subjects) == 0 && c.has(isFace) < 0 && things[0].ID == "total" {
		return true // "the overspend was £0.7m, down from £1.1m"
	}
	if c.hasFace(variance) >= 0 && slices.ContainsFunc(c.qs, func(q *placed) bool { return q.role == isDelta && q.q.unit == pounds }) {
		return true // it is that which rose
	}
	t := things[0]
	if t.ID == "total" && face == share {
		return false
	}
	if c.notOnce(t, face, own, tm) || c.runs(t, face, own, tm) {
		return true
	}
	c.changes(t, face, own, "", false, tm)
	return false
}

// shareMoved reports whether what went up or down is a share of the money: "Glenside's share of
// the money fell by 0.2 points", "by 1.9 points in all" behind that.
func (c *clause) shareMoved() bool {
	base := c.has(isBase)
	if base >= 0 && c.items[base].face == share {
		return c.says("share", "slice", "portion", "proportion", "percentage", "part")
	}
	if base < 0 && c.shared && len(c.subjects) == 0 && len(c.qs) == 0 && c.has(isFace) < 0 && c.says("share", "slice", "portion", "proportion", "part") {
		return true // "their share has since slipped"
	}
	if base < 0 && c.sharesMoney() {
		return true
	}
	return base < 0 && c.shared && len(c.subjects) == 0 && c.has(isFace) < 0 && c.deltas() && !slices.ContainsFunc(c.qs, func(q *placed) bool { return q.q.unit != points })
}

// sharesOn reports whether the clause goes on about a share that the one before gave:
// "took 17.9% of the money, down from 20.0%".
func (c *clause) sharesOn() bool {
	return c.shared && len(c.subjects) == 0 && c.has(isFace) < 0 && len(c.qs) > 0 && !slices.ContainsFunc(c.qs, func(q *placed) bool { return q.q.unit != percent || q.role == isDelta })
}

// moneyLevels reads "cost £29.8m", "spent £160.6m", "a budget of £247.6m".
func (c *clause) moneyLevels(things []*Thing, face Face, tm times, explicit bool) {
	for _, q := range c.qs {
		if q.used || q.q.unit != pounds || q.q.ref != nil || q.role == isDelta || q.role == isVariance || q.role == isGap || q.role == isGoal || q.role == isWhole || c.not {
			continue
		}
		if n := c.next(q.i); len(c.subjects) == 0 && c.roleAt(n, "of") && c.is(c.next(n), isQuantity) {
			continue // a part, and it isn't said of what
		}
		if c.roleAt(q.i-1, "of") && q.i > 1 && slices.Contains([]string{"pressure", "pressures", "shortfall"}, c.items[q.i-2].text) {
			continue // which isn't what was spent
		}
		f := face
		if own := c.faceBefore(q); own != "" {
			f = own
		}
		if q.role == isPlan || q.role == isOther && c.hasFace(plan) >= 0 && face != plan {
			f = plan
		}
		near := [2]*big.Rat{rat(1, 10), rat(10, 1)}
		if f == "" {
			f, near = spend, [2]*big.Rat{rat(5, 8), rat(8, 5)}
			if !explicit {
				continue
			}
		}
		if things[0].Group == "partner" {
			near = [2]*big.Rat{rat(1, 3), rat(3, 1)} // it may be of all its areas
		}
		if !explicit && f != plan && !c.whole() {
			near = [2]*big.Rat{rat(7, 10), rat(14, 10)}
		}
		years := q.years
		switch {
		case years != nil:
			years = c.resolve(things[0], f, years)
		case q.role == isFrom || q.role == isOther && f != plan:
			if years = c.resolve(things[0], f, tm.base); years == nil {
				for y := c.facts.Year; y >= c.facts.First; y-- {
					years = append(years, y)
				}
			}
		default:
			years = c.atYears(things[0], f, own, tm)
		}
		var ways []way
		close := false
		things := things
		if t := c.things[q.area]; q.hasArea && t != nil && strings.HasPrefix(q.area, "locality:") {
			things = []*Thing{t} // "compared with £60.1m in Carrick Coast"
		}
		for _, t := range things {
			close = close || c.near(t, f, own, q.q, near[0], near[1]) || explicit && c.facts.another(t, f, q.q) != nil
			for _, y := range years {
				ways = append(ways, c.facts.level(t, f, own, y, q.q))
				if q.role == isOther && f != plan && q.years == nil && c.statement.varied != 0 {
					ways = append(ways, c.facts.level(t, plan, own, y, q.q)) // "over budget by 6%, at £24.9m against £23.5m"
				}
				if f == plan && t.ID == "total" {
					ways = append(ways, c.facts.level(t, funding, own, y, q.q))
				}
			}
		}
		if !close {
			continue
		}
		q.used = true
		cl := c.tell(saysValue, q.item, things[0], own, ways)
		cl.Quantity, cl.Unit = q.q.bounds(), pounds
		c.slipOfLevel(cl, things[0], f, own, q.q, ways)
	}
}

// faceBefore is which of an amount's figures a quantity is that is behind another, by
// what is said between the two: "against a plan of £247.6m we spent £250.4m". "" for
// one that is the first, or of which nothing or several things are said.
func (c *clause) faceBefore(q *placed) (face Face) {
	first := -1
	for _, o := range c.qs {
		if o.i < q.i {
			first = max(first, o.i)
		}
	}
	if first < 0 {
		return ""
	}
	for _, it := range c.items[first:q.i] {
		if it.class != isFace || it.face != spend && it.face != plan && it.face != funding {
			continue
		}
		if face != "" && face != it.face {
			return ""
		}
		face = it.face
	}
	return face
}

// namesWhole reports whether the clause begins with the whole by its name: "while
// total spending rose". Behind a figure it may be what that is a part of.
func (c *clause) namesWhole() bool {
	i := slices.IndexFunc(c.items, func(x *item) bool {
		return x.class == isSubject && x.thing.ID == "total" && (spends(x.text) || strings.HasPrefix(x.text, "health and") && c.hasFace(spend) >= 0) && strings.Contains(x.text, " ")
	})
	return i >= 0 && c.things["total"] != nil && !slices.ContainsFunc(c.qs, func(q *placed) bool { return q.i < i })
}

// another is another thing of the group that has the figure, or nil.
func (f *Facts) another(t *Thing, face Face, q *quantity) *Thing {
	for _, o := range f.Things {
		if o == t || t.Group == "" || o.Group != t.Group {
			continue // before its figures are made
		}
		if v, ok := f.at(o, face, own, f.Year); ok && fits(q.in(), v) {
			return o
		}
	}
	return nil
}

// whole reports whether the clause calls its amount the whole.
func (c *clause) whole() bool {
	return slices.ContainsFunc(c.items, func(x *item) bool { return x.class == isSubject && x.thing.ID == "total" })
}
