package claims

import (
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// shares reads "12.0% of the money paid to or set aside", "a fifth of spending".
func (c *clause) shares(things []*facts.Thing, tm times) {
	base := c.has(language.IsBase)
	inPounds := slices.ContainsFunc(c.qs, func(q *placed) bool { return q.Q.OfMoney })
	if things[0].ID == "total" || c.statement.ofPart || things[0].Group == "partner" && base < 0 && !inPounds {
		return // a partner has a budget of its own
	}
	if base < 0 && !inPounds && c.says("people") {
		return // "the share of people seen by alcohol and drug services"
	}
	if base >= 0 && things[0].Group == "partner" && c.roleAt(base+1, "by") && c.is(base+2, language.IsSubject) && c.items[base+2].Thing == things[0] {
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
	if inPounds && language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Class == language.IsFace && x.Face == facts.FaceVariance }) {
		return // of the overspend
	}
	took := c.says("accounted for", "accounts for", "account for", "took", "takes", "received", "absorbed", "absorbs", "drew", "draws", "swallowed", "attracted", "represents", "represented") || c.says("accounted", "accounts", "account", "share", "proportion", "made", "makes", "percentage")
	took = took || inPounds || c.says("pound") && c.has(language.IsQuantity) >= 0 && c.statement.money
	if base < 0 && !took && !c.sharesOn() && !(c.shared && c.lead == "," && !c.vague) || c.moves() && c.deltas() || c.not {
		return
	}
	for _, q := range c.qs {
		if q.used || q.Q.Unit != facts.Percent || q.Q.Ref != nil || q.role != isLevel && q.role != isFrom && q.role != isOther || c.ofPeople(q) || c.ofAllHere(q) || c.ofAmount(q) || c.ofOtherSpending(q) || q.i > 0 && c.items[q.i-1].Text == "within" {
			continue
		}
		years := q.years
		if years != nil {
			years = c.resolve(things[0], facts.FaceShare, years)
		} else if q.role != isLevel {
			for y := c.facts.Year; y >= c.facts.First; y-- {
				years = append(years, y)
			}
		} else {
			years = c.atYears(things[0], facts.FaceShare, facts.Own, tm)
		}
		var ways []facts.Way
		for _, t := range things {
			if t.ID == "total" {
				continue
			}
			for _, y := range years {
				if base < 0 || !spends(c.items[base].Text) || !c.items[base].OfAllSpending() {
					ways = append(ways, c.facts.Level(t, facts.FaceShare, facts.Own, y, q.Q))
				}
				if w := c.facts.OfAll(t, y, q.Q); base < 0 || c.items[base].Face == facts.FaceOfSpend {
					ways = append(ways, w)
				}
			}
		}
		q.used = true
		cl := c.tell(saysShare, q.Item, things[0], facts.Own, ways)
		cl.Quantity, cl.Unit = q.Q.Bounds(), facts.Percent
		c.slipOfLevel(cl, things[0], facts.FaceShare, facts.Own, q.Q, ways)
	}
}

// opensWithShare reports whether the clause begins another statement and is no more than a share: "while 11.2% of all
// spending, £28.0m, was …".
func (c *clause) opensWithShare() bool {
	if len(c.subjects) > 0 || c.lead == "" || c.lead == "or" || c.lead == "(" || c.lead == "which" || c.lead == ":" || c.lead == "," && c.items[0].Class != language.IsBreak {
		return false
	}
	shared := false
	for _, it := range c.items {
		switch {
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Percent && !shared:
			shared = true
		case it.Class != language.IsBreak && it.Class != language.IsHedge && it.Class != language.IsBase && it.Text != "some" && it.Text != "about":
			return false
		}
	}
	n := c.items[len(c.items)-1]
	for i := range c.statement.items[:len(c.statement.items)-2] {
		if &c.statement.items[i] == n {
			return shared && n.Class == language.IsBase && c.statement.items[i+1].Class == language.IsMark && c.statement.items[i+2].Class == language.IsQuantity && c.statement.items[i+2].Q.Unit == facts.Pounds
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
		for k < len(c.items) && (c.items[k].Text == "the" || c.items[k].Text == "all" || c.items[k].Text == "our") {
			k++
		}
		if k < len(c.items) && (c.items[k].Text == "people" || c.items[k].Text == "residents") && c.next(k) < 0 || c.is(k, language.IsLives) {
			return true // "56% of the people", "56% of our people live"
		}
	}
	return c.is(n, language.IsLives)
}

// ofAmount reports whether a share is of an amount that is given: "half of the £2.8m".
func (c *clause) ofAmount(q *placed) bool {
	n := c.next(q.i)
	n2 := c.next(n)
	return n >= 0 && c.roleAt(n, "of") && c.is(n2, language.IsQuantity) && c.items[n2].Q.Unit == facts.Pounds
}

// ofOtherSpending reports whether a share is of what was spent on another of the kind, which spendBeside holds.
func (c *clause) ofOtherSpending(q *placed) bool {
	one, _ := c.statement.spentBeside(slices.IndexFunc(c.statement.items, func(x lex.Item) bool { return x.Start == q.Start && x.Class == language.IsQuantity }))
	return one != nil
}

// largest reads "the second largest matter".
func (c *clause) largest(t *facts.Thing, face facts.Face, tm times) {
	e := c.has(language.IsExtreme)
	groups := map[string][]string{"matter": {"matter", "matters"}, "locality": {"locality", "localities"}, "service": {"service", "services"}, "care group": {"group", "groups"}, "partner": {"partner", "partners"}}
	rank := max(c.place(e), 1)
	if c.not || c.says("one", "increase", "rise", "overspend", "growth") || c.items[e].Judge || c.items[e].Word == "never" || c.moves() {
		return
	}
	named := c.says(groups[t.Group]...)
	if !named && !(t.Group == "matter" && (c.says("heading") || c.says("area", "areas") && (c.hasFace(facts.FaceSpend) >= 0 || c.has(language.IsBase) >= 0))) && !(c.has(language.IsBase) >= 0 && c.says("share", "part")) {
		return
	}
	if (!named || c.says("had")) && (tm.base != nil || tm.over > 0) {
		return // of its own years: "the largest share that the locality has had in six years"
	}
	if t.Group == "service" {
		return // services are the authority's own cut
	}
	if _, ok := c.facts.At(t, face, facts.Own, c.facts.Year); face == "" || !ok {
		face = facts.FaceSpend
	}
	cl := c.tell(saysRank, c.items[e], t, facts.Own, []facts.Way{c.facts.Group(t, face, c.facts.Year, c.items[e].N, rank)})
	cl.Comparator = c.items[e].Text
}

// extremeOfYears reads "the lowest in six years" of an amount or of its share of the money.
func (c *clause) extremeOfYears(t *facts.Thing, face facts.Face, tm times) {
	if tm.over == 0 && tm.base == nil || c.moves() || c.hasFace(facts.FacePlan) >= 0 || c.has(language.IsQuantity) >= 0 && !(c.has(language.IsBase) >= 0 && len(c.qs) == 1 && c.qs[0].Q.Unit == facts.Percent) {
		return
	}
	if c.has(language.IsBase) >= 0 || c.shared && len(c.subjects) == 0 && c.has(language.IsFace) < 0 {
		face = facts.FaceShare
	}
	if face != facts.FaceShare && face != facts.FaceSpend {
		return
	}
	c.extremes(t, face, facts.Own, tm)
}

// perHead reads "£2,115 for each resident", "per head it was highest in Glenside".
func (c *clause) perHead(things []*facts.Thing, tm times) bool {
	if c.hasFace(facts.FacePerHead) < 0 && !(c.statement.eachHead && c.has(language.IsFace) < 0) {
		return false
	}
	if tm.at != nil && c.resolve(things[0], facts.FacePerHead, tm.at)[0] != c.facts.Year || c.not || c.has(language.IsMove, language.IsTimes, language.IsStable, language.IsBase) >= 0 || len(things) != 1 {
		return true
	}
	t := things[0]
	if t.ID == "total" && len(c.localitiesNamed()) > 1 {
		return true // headsListed reads it
	}
	if e := c.has(language.IsExtreme); e >= 0 && t.Group == "locality" && !c.items[e].Judge && len(c.localities()) == 1 {
		cl := c.tell(saysRank, c.items[e], t, facts.Own, []facts.Way{c.facts.Group(t, facts.FacePerHead, c.facts.Year, c.items[e].N, max(c.place(e), 1))})
		cl.Comparator = c.items[e].Text
		return true
	}
	for _, q := range c.qs {
		if q.Q.Unit != facts.Pounds || q.Q.Ref != nil || q.role != isLevel || !c.near(t, facts.FacePerHead, facts.Own, q.Q, exact.Rat(1, 3), exact.Rat(3, 1)) {
			continue
		}
		q.used = true
		cl := c.tell(saysValue, q.Item, t, facts.Own, []facts.Way{c.facts.Level(t, facts.FacePerHead, facts.Own, c.facts.Year, q.Q)})
		cl.Quantity, cl.Unit = q.Q.Bounds(), facts.Pounds
	}
	return true
}

// sharesListed reads a list of shares with one verb: "Hospital inpatients took 17.9% of the money, other health care 47.0%
// and other social care 23.1%", "17.9% of the money went to hospital inpatients, 47.0% to other health care".
func (s *statement) sharesListed() bool {
	if s.unsureMood() || s.negated() || s.reader.money != nil {
		return false
	}
	var figures, named []int
	base, got := false, false
	for i := range s.items {
		it := &s.items[i]
		t := s.shareHolder(i)
		switch {
		case t != nil:
			if len(named) > 0 && s.shareHolder(named[0]).Group != t.Group {
				return false
			}
			named = append(named, i)
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Percent && it.Q.Ref == nil && it.Q.Value != nil:
			figures = append(figures, i)
		case it.Class == language.IsBase && it.Face == facts.FaceShare && !base:
			base = true
		case slices.Contains(took, it.Text) && !got, it.Text == "went" && !got, it.Text == "accounted" && !got:
			got = true
		case it.Class == language.IsPlain && !it.Demoted, it.Is(facts.Own), s.now(it), it.Class == language.IsMark && (it.Word == "," || it.Word == ";"), it.Class == language.IsBreak && it.Word == "and":
		case it.Class == language.IsRole && (it.Role == "to" || it.Role == "at" || it.Role == "in"):
		default:
			return false
		}
	}
	if !base || !got || len(named) < 2 || s.locality != "" {
		return false
	}
	if _, ok := s.inPairs(figures, named); !ok {
		return false
	}
	for k, i := range named {
		if slices.ContainsFunc(named[:k], func(o int) bool { return s.shareHolder(o) == s.shareHolder(i) }) {
			return false
		}
		if _, ok := s.facts.At(s.shareHolder(i), facts.FaceShare, facts.Own, s.facts.Year); !ok {
			return false
		}
	}
	s.takeOver(0, len(s.items)-1)
	for k, i := range figures {
		q, t := s.items[i].Q, s.shareHolder(named[k])
		cl := s.tellAt(saysShare, &s.items[i], t, facts.Own, s.facts.Level(t, facts.FaceShare, facts.Own, s.facts.Year, q), s.facts.OfAll(t, s.facts.Year, q))
		cl.Quantity, cl.Unit = q.Bounds(), facts.Percent
	}
	return true
}

// shareHolder is the matter, the locality or the care group that the item at i names, nil where it names none.
func (s *statement) shareHolder(i int) *facts.Thing {
	it := &s.items[i]
	if it.Class == language.IsArea && facts.IsLocality(it.Area) {
		return s.things[it.Area]
	}
	if it.Class == language.IsSubject && it.Thing.Kind == facts.Money && (it.Thing.Group == "matter" || it.Thing.Group == "care group") {
		return it.Thing
	}
	return nil
}

// ownersOnly reports whether the clause only says whose something moved, and not what: "while Strathmoor's fell".
func (c *clause) ownersOnly() bool {
	for i := range c.items {
		if c.items[i].Possessive && (c.is(i, language.IsSubject) || c.is(i, language.IsArea)) {
			return c.is(i+1, language.IsMove) && !c.items[i+1].Adj
		}
	}
	return false
}
