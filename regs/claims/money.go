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

// moneyClaims reads claims about amounts.
func (c *clause) moneyClaims() {
	if c.sumOfVaried() {
		return // variedTogether reads it
	}
	c.cutVariance()
	if c.amountsAgainst() {
		return
	}
	tm := c.times()
	if c.variedAgainst(tm) || c.partsVariance(tm) || c.partOfPartner(tm) {
		return
	}
	lists, explicit := c.amountsOf()
	if lists == nil || lists[0][0] == nil {
		return
	}
	if lists[0][0].Kind != facts.Money {
		return
	}
	if !explicit && c.ofOtherAmounts() || lists[0][0].ID == "total" && c.ofMost() {
		return
	}
	if c.partOfTogether(lists[0]) {
		return // variedTogether reads it
	}
	var things []*facts.Thing
	for _, l := range lists {
		things = append(things, c.facts.Amount(l))
	}
	t := things[0]
	if also := c.alsoService(t); also != nil && len(things) == 1 {
		things = append(things, also)
	}
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
	if c.has(language.IsExtreme) >= 0 && t.Group != "" && c.hasFace(facts.FacePerHead) < 0 {
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
	switch c.items[0].Text {
	case "most", "much", "half", "part", "some", "more", "little":
		return c.items[1].Class == language.IsFace || c.roleAt(1, "of") || c.items[1].Class == language.IsPlain
	}
	return false
}

// ofOtherAmounts reports whether the clause goes on about amounts that the one before
// gave and that weren't read: "the ward spent £3.4m against a budget of £4.0m, an
// underspend of £0.6m".
func (c *clause) ofOtherAmounts() bool {
	if c.hasFace(facts.FaceVariance) >= 0 && len(c.subjects) == 0 && c.ofYear() {
		return false
	}
	if c.lead == "," && len(c.subjects) == 0 && c.vague && !slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Is(facts.Own) && !x.Possessive }) {
		return true
	}
	if c.lead != "," || len(c.subjects) > 0 || !slices.ContainsFunc(c.before, func(q placed) bool { return q.Q.Unit == facts.Pounds && q.Q.Ref == nil }) {
		return false
	}
	return allAre(c.statement.claims, Unread)
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
		places = []*facts.Thing{t, places[0]} // "Glenside's share of the money, at 32.0%, is larger than Strathmoor's"
	}
	if len(two) == 0 && len(places) == 2 {
		two = places
	}
	if len(two) != 2 || two[0].Kind != facts.Money || two[1].Kind != facts.Money || c.unknown != "" || c.not || len(c.qs) > 1 || c.hasFace(facts.FacePlan) >= 0 || c.hasFace(facts.FaceVariance) >= 0 {
		return false
	}
	if language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Class == language.IsFace && x.Face == facts.FacePerHead }) {
		return false // headsCompared reads it
	}
	names := func(t *facts.Thing) func(*lex.Item) bool {
		return func(x *lex.Item) bool { return x.Class == language.IsSubject && x.Thing == t || x.Is(t.ID) }
	}
	first, last := slices.IndexFunc(c.items, names(two[0])), slices.IndexFunc(c.items, names(two[1]))
	word := slices.IndexFunc(c.items, func(x *lex.Item) bool {
		return x.Class == language.IsBeside && x.N != 0 && !x.Judge || x.Class == language.IsMove && x.Adj && !x.Judge || x.Class == language.IsTimes && x.Word == "as much"
	})
	than := slices.IndexFunc(c.items, func(x *lex.Item) bool {
		return x.Class == language.IsThan || x.Class == language.IsRole && strings.HasPrefix(x.Text, "than") || x.Class == language.IsBeside || x.Class == language.IsTimes && strings.HasSuffix(x.Text, "as") || strings.HasPrefix(x.Text, "twice") || x.Text == "as"
	})
	if word < 0 || word > last || than < 0 || than > last || than < first && c.items[word].Class != language.IsTimes || c.comparedInTime() {
		return false
	}
	tm := c.times()
	if tm.base != nil {
		return false
	}
	a, b, it := two[0], two[1], c.items[word]
	face := facts.FaceSpend
	if c.hasFace(facts.FaceFunding) >= 0 || a.Group == "locality" && (c.hasFace(facts.FaceSpend) < 0 && !c.shared && c.has(language.IsBase) < 0 && c.statement.face != facts.FaceSpend || c.hasFace(facts.FacePerHead) >= 0) {
		return false
	}
	var gap *placed // "some £19m less than Carrick Coast"
	if len(c.qs) == 1 {
		if gap = c.qs[0]; gap.i == 1 && c.items[0].Text == "at" && gap.Q.Unit == facts.Pounds {
			gap = nil // "At £60.1m, spending on the coast was lower than in Strathmoor"
		} else if gap.i > word || c.next(gap.i) != word || gap.Q.Unit != facts.Pounds || gap.Q.Ref != nil {
			return false
		}
	}
	var ways []facts.Way
	for _, y := range c.atYears(a, face, facts.Own, tm) {
		va, okA := c.facts.At(a, face, facts.Own, y)
		vb, okB := c.facts.At(b, face, facts.Own, y)
		if !okA || !okB || vb.Exact.Sign() <= 0 {
			ways = append(ways, facts.Way{Year: y})
			continue
		}
		w := facts.Way{Year: y, Expected: a.Called() + " " + va.Display + " and " + b.Called() + " " + vb.Display, Evidence: append(facts.Proof(va, y), facts.Proof(vb, y)...)}
		if it.Class == language.IsTimes {
			w.Truth = facts.TruthOf(facts.TimesHeld(vb.Exact, va.Exact, it.N, c.hedgeBefore(word)))
		} else {
			w.Truth = facts.TruthOf(va.Exact.Cmp(vb.Exact) == it.N)
		}
		if gap != nil && w.Truth == facts.Yes {
			w.Truth = facts.TruthOf(slices.ContainsFunc(facts.Differences(va, vb, facts.Pounds, gap.Q), gap.Q.In().Has))
		}
		ways = append(ways, w)
	}
	carrier := it
	if gap != nil {
		carrier, gap.used = gap.Item, true
	}
	cl := c.tell(saysComparison, carrier, a, facts.Own, ways)
	cl.Comparator = it.Text
	return true
}

// moneyFace is which of an amount's figures the clause is about.
func (c *clause) moneyFace() facts.Face {
	for i := range c.items {
		if it := c.items[i]; it.Class == language.IsSubject && it.Thing.ID == "total" && spends(it.Text) {
			return facts.FaceSpend
		}
		if it := c.items[i]; it.Class == language.IsFace {
			switch it.Face {
			case facts.FaceSpend, facts.FacePlan, facts.FaceFunding:
				return it.Face
			}
		}
		if c.items[i].Class == language.IsBase && c.items[i].Face == facts.FaceShare && !slices.ContainsFunc(c.qs, func(q *placed) bool { return q.Q.Unit == facts.Percent }) {
			if c.shareMoved() {
				return facts.FaceShare
			}
			return facts.FaceFunding
		}
	}
	if c.ofWhole() && slices.ContainsFunc(c.items, func(x *lex.Item) bool {
		return strings.HasSuffix(x.Text, "were given") || strings.HasSuffix(x.Text, "was given")
	}) {
		return facts.FaceFunding
	}
	if c.statement.face != "" {
		return c.statement.face
	}
	return ""
}

// amountMoved reads how an amount changed.
func (c *clause) amountMoved(things []*facts.Thing, face facts.Face, tm times, explicit bool) bool {
	if c.shareMoved() {
		face = facts.FaceShare
	}
	again := c.lead != "" && c.moved != nil && c.has(language.IsFace) < 0 && c.deltas() // "grew by £10.8m, or 4.5%"
	if c.statement.ofPart && c.lead == "," && len(c.subjects) == 0 {
		return true // of what part isn't said
	}
	if c.has(language.IsMove, language.IsTimes, language.IsStable) < 0 && !again || (face == facts.FacePlan || face == facts.FaceFunding) && things[0].ID != "total" {
		return false
	}
	if face == "" && !explicit {
		return false
	}
	if face == "" {
		face = facts.FaceSpend
	}
	if c.has(language.IsBase) >= 0 || c.sharesOn() {
		face = facts.FaceShare
	}
	if base := c.has(language.IsBase); base >= 0 && c.items[base].Face == facts.FaceOfSpend && !(c.items[base].Text == "of the money spent" && c.is(base+1, language.IsPlain) && c.items[base+1].Text == "on") && slices.ContainsFunc(c.qs, func(q *placed) bool { return q.Q.Unit == facts.Points }) {
		return true // of all spending the data have no share
	}
	if c.varied != 0 && c.lead == "," && len(c.subjects) == 0 && c.has(language.IsFace) < 0 && things[0].ID == "total" {
		return true // "the overspend was £0.7m, down from £1.1m"
	}
	if c.hasFace(facts.FaceVariance) >= 0 && slices.ContainsFunc(c.qs, func(q *placed) bool { return q.role == isDelta && q.Q.Unit == facts.Pounds }) {
		return true // it is that which rose
	}
	t := things[0]
	if t.ID == "total" && face == facts.FaceShare {
		return false
	}
	if c.notOnce(t, face, facts.Own, tm) || c.runs(t, face, facts.Own, tm) {
		return true
	}
	c.changes(t, face, facts.Own, "", false, tm)
	return false
}

// shareMoved reports whether what went up or down is a share of the money: "Glenside's share of
// the money fell by 0.2 points", "by 1.9 points in all" behind that.
func (c *clause) shareMoved() bool {
	base := c.has(language.IsBase)
	if base >= 0 && c.items[base].Face == facts.FaceShare {
		return c.says("share", "slice", "portion", "proportion", "percentage", "part")
	}
	if base < 0 && c.shared && len(c.subjects) == 0 && len(c.qs) == 0 && c.has(language.IsFace) < 0 && c.says("share", "slice", "portion", "proportion", "part") {
		return true // "their share has since slipped"
	}
	if base < 0 && c.shared && c.has(language.IsFace) < 0 && c.ownersOnly() {
		return true // "Glenside's share rose, while Strathmoor's fell"
	}
	if base < 0 && c.shared && c.lead == "," && len(c.subjects) == 0 && len(c.qs) == 0 && c.has(language.IsFace) < 0 && c.items[0].Text == "its" {
		return true // "its share went to 56.5%, its first fall in six years"
	}
	if base < 0 && (c.sharesMoney() || c.shared && len(c.subjects) == 0 && len(c.qs) == 0 && c.has(language.IsFace) < 0 && c.begunWithShare()) {
		return true
	}
	return base < 0 && c.shared && len(c.subjects) == 0 && c.has(language.IsFace) < 0 && c.deltas() && !slices.ContainsFunc(c.qs, func(q *placed) bool { return q.Q.Unit != facts.Points })
}

// begunWithShare reports whether the sentence is about a share by its first words: "The share of the money that went to
// Glenside, 32.0%, has gone up".
func (s *statement) begunWithShare() bool {
	return len(s.items) > 1 && s.items[0].Text == "the" && slices.Contains(namesOfShare, s.items[1].Text)
}

// sharesOn reports whether the clause goes on about a share that the one before gave:
// "took 17.9% of the money, down from 20.0%".
func (c *clause) sharesOn() bool {
	return c.shared && len(c.subjects) == 0 && c.has(language.IsFace) < 0 && len(c.qs) > 0 && !slices.ContainsFunc(c.qs, func(q *placed) bool { return q.Q.Unit != facts.Percent || q.role == isDelta })
}

// moneyLevels reads "cost £29.8m", "spent £160.6m", "a budget of £247.6m".
func (c *clause) moneyLevels(things []*facts.Thing, face facts.Face, tm times, explicit bool) {
	if c.fromBase() {
		return
	}
	for _, q := range c.qs {
		if q.used || q.Q.Unit != facts.Pounds || q.Q.Ref != nil || q.role == isDelta || q.role == isVariance || q.role == isGap || q.role == isGoal || q.role == isWhole || c.not {
			continue
		}
		if n := c.next(q.i); len(c.subjects) == 0 && c.roleAt(n, "of") && c.is(c.next(n), language.IsQuantity) {
			continue // a part, and it isn't said of what
		}
		if c.roleAt(q.i-1, "of") && q.i > 1 && slices.Contains([]string{"pressure", "pressures", "shortfall"}, c.items[q.i-2].Text) {
			continue // which isn't what was spent
		}
		f := face
		if own := c.faceBefore(q); own != "" {
			f = own
		}
		if q.role == isPlan || q.role == isOther && c.hasFace(facts.FacePlan) >= 0 && face != facts.FacePlan {
			f = facts.FacePlan
		}
		near := [2]*big.Rat{exact.Rat(1, 10), exact.Rat(10, 1)}
		if f == "" {
			f, near = facts.FaceSpend, [2]*big.Rat{exact.Rat(5, 8), exact.Rat(8, 5)}
			if !explicit {
				continue
			}
		}
		if things[0].Group == "partner" {
			near = [2]*big.Rat{exact.Rat(1, 3), exact.Rat(3, 1)} // it may be of all its areas
		}
		if !explicit && f != facts.FacePlan && !c.whole() {
			near = [2]*big.Rat{exact.Rat(7, 10), exact.Rat(14, 10)}
		}
		years := q.years
		switch {
		case years != nil:
			years = c.resolve(things[0], f, years)
		case q.role == isFrom || q.role == isOther && f != facts.FacePlan:
			if years = c.resolve(things[0], f, tm.base); years == nil {
				for y := c.facts.Year; y >= c.facts.First; y-- {
					years = append(years, y)
				}
			}
		default:
			years = c.atYears(things[0], f, facts.Own, tm)
		}
		var ways []facts.Way
		close := false
		things := things
		if t := c.things[q.area]; q.hasArea && t != nil && strings.HasPrefix(q.area, "locality:") {
			things = []*facts.Thing{t} // "compared with £60.1m in Carrick Coast"
		}
		for _, t := range things {
			close = close || c.near(t, f, facts.Own, q.Q, near[0], near[1]) || explicit && c.facts.Another(t, f, q.Q) != nil
			for _, y := range years {
				ways = append(ways, c.facts.Level(t, f, facts.Own, y, q.Q))
				if q.role == isOther && f != facts.FacePlan && q.years == nil && c.statement.varied != 0 {
					ways = append(ways, c.facts.Level(t, facts.FacePlan, facts.Own, y, q.Q)) // "over budget by 6%, at £24.9m against £23.5m"
				}
				if f == facts.FacePlan && t.ID == "total" {
					ways = append(ways, c.facts.Level(t, facts.FaceFunding, facts.Own, y, q.Q))
				}
			}
		}
		if !close {
			continue
		}
		q.used = true
		cl := c.tell(saysValue, q.Item, things[0], facts.Own, ways)
		cl.Quantity, cl.Unit = q.Q.Bounds(), facts.Pounds
		c.slipOfLevel(cl, things[0], f, facts.Own, q.Q, ways)
	}
}

// faceBefore is which of an amount's figures a quantity is that is behind another, by
// what is said between the two: "against a plan of £247.6m we spent £250.4m". "" for
// one that is the first, or of which nothing or several things are said.
func (c *clause) faceBefore(q *placed) (face facts.Face) {
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
		if it.Class != language.IsFace || it.Face != facts.FaceSpend && it.Face != facts.FacePlan && it.Face != facts.FaceFunding {
			continue
		}
		if face != "" && face != it.Face {
			return ""
		}
		face = it.Face
	}
	return face
}

// namesWhole reports whether the clause begins with the whole by its name: "while
// total spending rose". Behind a figure it may be what that is a part of.
func (c *clause) namesWhole() bool {
	i := slices.IndexFunc(c.items, func(x *lex.Item) bool {
		return x.Class == language.IsSubject && x.Thing.ID == "total" && (spends(x.Text) || strings.HasPrefix(x.Text, "health and") && c.hasFace(facts.FaceSpend) >= 0) && strings.Contains(x.Text, " ")
	})
	return i >= 0 && c.total != nil && !slices.ContainsFunc(c.qs, func(q *placed) bool { return q.i < i })
}

// whole reports whether the clause calls its amount the whole.
func (c *clause) whole() bool {
	return slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsSubject && x.Thing.ID == "total" })
}
