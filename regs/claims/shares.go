package claims

import (
	"math/big"
	"slices"
	"strings"
)

// shares reads "12.0% of the money paid to or set aside", "a fifth of spending".
func (c *clause) shares(things []*Thing, tm times) {
	base := c.has(isBase)
	inPounds := slices.ContainsFunc(c.qs, func(q *placed) bool { return q.q.ofMoney })
	if things[0].ID == "total" || c.statement.ofPart || things[0].Group == "partner" && base < 0 && !inPounds {
		return // a partner has a budget of its own
	}
	if base < 0 && !inPounds && c.says("people") {
		return // "the share of people seen by alcohol and drug services"
	}
	if base >= 0 && things[0].Group == "partner" && c.roleAt(base+1, "by") && c.is(base+2, isSubject) && c.items[base+2].thing == things[0] {
		return // "of all spending by the health board"
	}
	if c.opensWithShare() {
		return // whose it is comes behind
	}
	if c.ofMatter(things[0]) {
		return // partOfMatter reads it
	}
	if inPounds && c.vague {
		return // "for every pound we saved on beds"
	}
	if inPounds && anyOf(c.statement.items, func(x *item) bool { return x.class == isFace && x.face == variance }) {
		return // of the overspend
	}
	took := c.says("accounted for", "accounts for", "account for", "took", "takes", "received", "absorbed", "absorbs", "drew", "draws", "swallowed", "attracted", "represents", "represented") || c.says("accounted", "accounts", "account", "share", "proportion", "made", "makes", "percentage")
	took = took || inPounds || c.says("pound") && c.has(isQuantity) >= 0 && c.statement.money
	if base < 0 && !took && !c.sharesOn() && !(c.shared && c.lead == "," && !c.vague) || c.moves() && c.deltas() || c.not {
		return
	}
	for _, q := range c.qs {
		if q.used || q.q.unit != percent || q.q.ref != nil || q.role != isLevel && q.role != isFrom && q.role != isOther || c.ofPeople(q) || c.ofAllHere(q) || c.ofAmount(q) || q.i > 0 && c.items[q.i-1].text == "within" {
			continue
		}
		years := q.years
		if years != nil {
			years = c.resolve(things[0], share, years)
		} else if q.role != isLevel {
			for y := c.facts.Year; y >= c.facts.First; y-- {
				years = append(years, y)
			}
		} else {
			years = c.atYears(things[0], share, own, tm)
		}
		var ways []way
		for _, t := range things {
			if t.ID == "total" {
				continue
			}
			for _, y := range years {
				if base < 0 || !spends(c.items[base].text) || !c.items[base].ofAllSpending() {
					ways = append(ways, c.facts.level(t, share, own, y, q.q))
				}
				if w := c.facts.ofAll(t, y, q.q); base < 0 || c.items[base].face == ofSpend {
					ways = append(ways, w)
				}
			}
		}
		q.used = true
		cl := c.tell(saysShare, q.item, things[0], own, ways)
		cl.Quantity, cl.Unit = q.q.bounds(), percent
		c.slipOfLevel(cl, things[0], share, own, q.q, ways)
	}
}

// opensWithShare reports whether the clause begins another statement and is no more than a share: "while 11.2% of all
// spending, £28.0m, was …".
func (c *clause) opensWithShare() bool {
	if len(c.subjects) > 0 || c.lead == "" || c.lead == "or" || c.lead == "(" || c.lead == "which" || c.lead == ":" || c.lead == "," && c.items[0].class != isBreak {
		return false
	}
	shared := false
	for _, it := range c.items {
		switch {
		case it.class == isQuantity && it.q.unit == percent && !shared:
			shared = true
		case it.class != isBreak && it.class != isHedge && it.class != isBase && it.text != "some" && it.text != "about":
			return false
		}
	}
	n := c.items[len(c.items)-1]
	for i := range c.statement.items[:len(c.statement.items)-2] {
		if &c.statement.items[i] == n {
			return shared && n.class == isBase && c.statement.items[i+1].class == isMark && c.statement.items[i+2].class == isQuantity && c.statement.items[i+2].q.unit == pounds
		}
	}
	return false
}

// ofPeople reports whether a share is of the people who live in a place: "with 23.6% of
// the population".
func (c *clause) ofPeople(q *placed) bool {
	n := c.next(q.i)
	if c.roleAt(n, "of") {
		k := n + 1
		for k < len(c.items) && (c.items[k].text == "the" || c.items[k].text == "all" || c.items[k].text == "our") {
			k++
		}
		if k < len(c.items) && (c.items[k].text == "people" || c.items[k].text == "residents") && c.next(k) < 0 {
			return true // "56% of the people"
		}
	}
	return c.is(n, isLives) || c.roleAt(n, "of") && c.is(c.next(n), isLives)
}

// ofAmount reports whether a share is of an amount that is given: "half of the £2.8m".
func (c *clause) ofAmount(q *placed) bool {
	n := c.next(q.i)
	n2 := c.next(n)
	return n >= 0 && c.roleAt(n, "of") && c.is(n2, isQuantity) && c.items[n2].q.unit == pounds
}

// ofAllSpending reports whether a base is plainly all that was spent, and not the money
// that was there to be spent.
func (it *item) ofAllSpending() bool {
	return it.face == ofSpend && strings.HasPrefix(it.text, "of ") && !strings.Contains(it.text, "money")
}

// ofAll holds a share of all spending.
func (f *Facts) ofAll(t *Thing, y int, q *quantity) way {
	w := way{year: y}
	var total *Thing
	for _, o := range f.Things {
		if o.ID == "total" {
			total = o
		}
	}
	if total == nil {
		return w
	}
	part, ok1 := f.at(t, spend, own, y)
	whole, ok2 := f.at(total, spend, own, y)
	if !ok1 || !ok2 || whole.Exact.Sign() <= 0 {
		return w
	}
	p := new(big.Rat).Quo(part.Exact, whole.Exact)
	p.Mul(p, rat(100, 1))
	w.truth, w.expected, w.evidence = truthOf(fits(q.in(), Value{Exact: p, Shown: shownPercent(p)})), p.FloatString(1)+"% of all spending", proof(part, y)
	return w
}

// largest reads "the second largest matter".
func (c *clause) largest(t *Thing, face Face, tm times) {
	e := c.has(isExtreme)
	groups := map[string][]string{"matter": {"matter", "matters"}, "locality": {"locality", "localities"}, "service": {"service", "services"}, "care group": {"group", "groups"}, "partner": {"partner", "partners"}}
	rank := max(c.place(e), 1)
	if c.not || c.says("one", "increase", "rise", "overspend", "growth") || c.items[e].judge || c.moves() {
		return
	}
	named := c.says(groups[t.Group]...)
	if !named && !(t.Group == "matter" && (c.says("heading") || c.says("area", "areas") && (c.hasFace(spend) >= 0 || c.has(isBase) >= 0))) && !(c.has(isBase) >= 0 && c.says("share", "part")) {
		return
	}
	if !named && (tm.base != nil || tm.over > 0) {
		return // of its own years
	}
	if t.Group == "service" {
		return // services are the authority's own cut
	}
	if _, ok := c.facts.at(t, face, own, c.facts.Year); face == "" || !ok {
		face = spend
	}
	cl := c.tell(saysRank, c.items[e], t, own, []way{c.facts.group(t, face, c.facts.Year, c.items[e].n, rank)})
	cl.Comparator = c.items[e].text
}

// extremeOfYears reads "the lowest in six years" of an amount or of its share of the money.
func (c *clause) extremeOfYears(t *Thing, face Face, tm times) {
	if tm.over == 0 && tm.base == nil || c.moves() || c.hasFace(plan) >= 0 || c.has(isQuantity) >= 0 {
		return
	}
	if c.has(isBase) >= 0 || c.shared && len(c.subjects) == 0 && c.has(isFace) < 0 {
		face = share
	}
	if face != share && face != spend {
		return
	}
	c.extremes(t, face, own, tm)
}

// perHead reads "£2,115 for each resident", "per head it was highest in Glenside".
func (c *clause) perHead(things []*Thing, tm times) bool {
	if c.hasFace(perHead) < 0 && !(c.statement.eachHead && c.has(isFace) < 0) {
		return false
	}
	if tm.at != nil && c.resolve(things[0], perHead, tm.at)[0] != c.facts.Year || c.not || c.has(isMove, isTimes, isStable, isBase) >= 0 || len(things) != 1 {
		return true
	}
	t := things[0]
	if t.ID == "total" && len(c.localitiesNamed()) > 1 {
		return true // headsListed reads it
	}
	if e := c.has(isExtreme); e >= 0 && t.Group == "locality" && !c.items[e].judge && len(c.localities()) == 1 {
		cl := c.tell(saysRank, c.items[e], t, own, []way{c.facts.group(t, perHead, c.facts.Year, c.items[e].n, max(c.place(e), 1))})
		cl.Comparator = c.items[e].text
		return true
	}
	for _, q := range c.qs {
		if q.q.unit != pounds || q.q.ref != nil || q.role != isLevel || !c.near(t, perHead, own, q.q, rat(1, 3), rat(3, 1)) {
			continue
		}
		q.used = true
		cl := c.tell(saysValue, q.item, t, own, []way{c.facts.level(t, perHead, own, c.facts.Year, q.q)})
		cl.Quantity, cl.Unit = q.q.bounds(), pounds
	}
	return true
}
