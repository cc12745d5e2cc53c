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

// shareWords are what a part of the money is called.
var shareWords = []string{"share", "part", "slice", "portion", "proportion", "percentage"}

// sharesMoney reports whether it is a share of the money that rises or falls where no word says of what: "the proportion spent on
// care homes has risen", "a share that hasn't risen", "Glenside's share is lower than it was".
func (c *clause) sharesMoney() bool {
	if c.shared && c.sharesOfOther() {
		return true
	}
	for i, it := range c.items {
		if it.Class == language.IsFace && it.Face == facts.FaceSpend && i > 0 && slices.Contains(shareWords, c.items[i-1].Text) && i < 4 {
			return true
		}
		if !slices.Contains(shareWords, it.Text) {
			continue
		}
		switch {
		case c.lead == "," && i == 1 && (c.items[0].Text == "a" || c.items[0].Text == "the") && len(c.subjects) == 0 && language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Class == language.IsBase }):
			return true
		case i > 0 && c.ofIts() && (c.items[i-1].Text == "its" || c.items[i-1].Text == "their") && !c.roleAt(i+1, "of"):
			return c.has(language.IsFace) < 0
		case i > 0 && c.items[i-1].Class == language.IsArea && facts.IsLocality(c.items[i-1].Area) && c.items[i-1].Possessive && !c.roleAt(i+1, "of"):
			return c.has(language.IsFace) < 0
		}
	}
	return false
}

// sharesOfOther reports whether a clause behind one that gave a share of the money goes on with that of another amount: "while
// that of care homes has fallen", "the portion for hospital inpatients has grown".
func (c *clause) sharesOfOther() bool {
	i := 0
	for i < len(c.items) && (c.items[i].Class == language.IsBreak || c.items[i].Text == "the") {
		i++
	}
	if i+2 >= len(c.items) || c.items[i].Text != "that" && c.items[i].Text != "those" && !slices.Contains(shareWords, c.items[i].Text) || c.has(language.IsFace) >= 0 {
		return false
	}
	return (c.roleAt(i+1, "of") || c.items[i+1].Text == "for") && c.is(i+2, language.IsSubject) && c.items[i+2].Thing.Kind == facts.Money
}

// sharedSince is since when the share of another amount that the clause goes on with has changed, which is that of the one
// before: a year, or so many years.
func (c *clause) sharedSince() (base []int, over int) {
	if c.since != nil {
		return c.since, 0
	}
	for i := range c.statement.items {
		it := &c.statement.items[i]
		switch {
		case it.Start >= c.items[0].Start:
			return base, over
		case it.Class == language.IsPeriod && it.Known && base == nil:
			base = c.yearsOf(it)
		case it.Class == language.IsPeriod && it.Word == "over" && base == nil:
			over = it.Year
		}
	}
	return base, over
}

// alsoService is the service that has the same name as the matter that the clause names, where it names one so; nil
// otherwise.
func (c *clause) alsoService(t *facts.Thing) *facts.Thing {
	if t.Group != "matter" {
		return nil
	}
	for _, it := range c.items {
		if it.Class == language.IsPeriod && it.Known && (it.Calendar || it.Year != c.facts.Year) {
			return nil // services have no figures of earlier years
		}
	}
	items := c.items
	if len(c.subjects) == 0 {
		items = c.statement.refs()
	}
	for _, it := range items {
		if it.Class != language.IsSubject || it.Thing != t {
			continue
		}
		if o := c.serviceCalled(it.Text); o != nil {
			a, okA := c.facts.At(t, facts.FaceSpend, facts.Own, c.facts.Year)
			b, okB := c.facts.At(o, facts.FaceSpend, facts.Own, c.facts.Year)
			if okA && okB && !facts.SameShown(a, b) {
				return o
			}
		}
	}
	return nil
}

// ofSetAside leaves out the set-aside where the services that it pays for are named behind it: "the set-aside for acute
// wards and the emergency department".
func (c *clause) ofSetAside(list []*facts.Thing) []*facts.Thing {
	if len(list) > 1 && list[0].ID == "funding:set-aside" && !slices.ContainsFunc(list[1:], func(t *facts.Thing) bool { return t.Group != "service" || !setAside(t) }) {
		return list[1:]
	}
	return list
}

// asServices takes each matter that has the name of a service for that where a service is named beside it: "short breaks and
// carers' support".
func (s *statement) asServices(list []*facts.Thing) []*facts.Thing {
	if len(list) < 2 || !slices.ContainsFunc(list, func(t *facts.Thing) bool { return t.Group == "service" }) || !slices.ContainsFunc(list, func(t *facts.Thing) bool { return t.Group == "matter" }) {
		return list
	}
	out := slices.Clone(list)
	for n, t := range out {
		if t.Group != "matter" {
			continue
		}
		for i := range s.items {
			if it := &s.items[i]; it.Thing == t {
				if o := s.serviceCalled(it.Text); o != nil {
					out[n] = o
				}
			}
		}
	}
	return out
}

// sumOfVaried reports whether the clause ends a list of amounts that went over or under, so that its figure is their sum:
// "Overspends in prescribing and care at home came to £2.8m".
func (c *clause) sumOfVaried() bool {
	first := &c.statement.items[0]
	return c.lead == "and" && first.Class == language.IsFace && first.Face == facts.FaceVariance && len(first.Text) > 6 && first.Text[len(first.Text)-6:] == "spends" && c.hasFace(facts.FaceVariance) < 0
}

// partOfTogether reports whether the amounts are only the last of those that the sentence takes together: "Together,
// prescribing, care at home and acute wards were £3.6m over budget".
func (c *clause) partOfTogether(list []*facts.Thing) bool {
	if t := c.has(language.IsTogether); t >= 0 && len(c.qs) > 0 && c.qs[0].i > t && slices.ContainsFunc(c.items[c.qs[0].i:], func(x *lex.Item) bool { return x.Class == language.IsSubject && slices.Contains(list, x.Thing) }) {
		return true // "… together took 52.6% of the money and other health care and care homes together …"
	}
	if c.has(language.IsTogether) >= 0 && c.lead == "," && len(c.listed) == 0 && c.behindName(list) {
		return true
	}
	if c.lead == "and" && len(list) == 1 && (list[0].Group == "service" || list[0].Group == "matter") && c.has(language.IsTogether) >= 0 {
		return true // "other social care and hospital inpatients together took 40.9%"
	}
	if c.lead != "," && c.lead != "and" || list[0].Group == "" {
		return false
	}
	together, others := false, false
	for i := range c.statement.items {
		it := &c.statement.items[i]
		if it.Start >= c.items[0].Start {
			break
		}
		if it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds {
			return false
		}
		together = together || it.Class == language.IsTogether
		others = others || it.Class == language.IsSubject && it.Thing.Group == list[0].Group && !slices.Contains(list, it.Thing)
	}
	return together && others
}

// ofIts reports whether the clause goes on with the spending or the share of what the clause before named: "although its spend
// rose".
func (c *clause) ofIts() bool {
	return c.lead != "" && len(c.subjects) == 0 && slices.ContainsFunc(c.items[:min(3, len(c.items))], func(x *lex.Item) bool { return x.Text == "its" || x.Text == "their" })
}

// setsPlacesBeside reports whether the clause says by itself that what was spent in two localities is compared, in a sentence
// that names no other amount.
func (c *clause) setsPlacesBeside(t *facts.Thing) bool {
	return t.Group == "locality" && t.Kind == facts.Money && (c.hasFace(facts.FaceSpend) >= 0 || c.has(language.IsBase) >= 0) && len(c.statement.all) == 0 && len(c.localitiesNamed()) == 2
}

// ofWhole reports whether the clause, which names no amount, is of all that was spent: "we spent £2.8m more than planned", "the
// overspend of £2.8m".
func (c *clause) ofWhole() bool {
	if len(c.items) == 0 || len(c.subjects) > 0 || c.lead == "," && c.items[0].Text != "and" && !c.items[0].Is(facts.Own) && !(c.items[0].Class == language.IsSubject && c.items[0].Thing.ID == "total") || c.lead == "(" || c.lead == ":" && !c.says("the bill", "bill") || c.lead == "which" || c.lead == "or" {
		return false
	}
	for i, it := range c.items {
		switch {
		case it.Class == language.IsArea && it.Area == facts.Own && it.Text != "here", it.Class == language.IsSubject && it.Thing.ID == "total" && (strings.Contains(it.Text, "board") || spends(it.Text)):
			return true
		case it.Class == language.IsFace && it.Face == facts.FacePlan, it.Word == "more planned", it.Class == language.IsEach, it.Class == language.IsRow:
			return true
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && (c.items[0].Text == "there" || c.is(i-1, language.IsExtreme) && c.has(language.IsPeriod) >= 0):
			return true
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && i > 0 && (c.items[i-1].Text == "the" || c.items[i-1].Text == "net" || c.is(i-1, language.IsPeriod) && strings.HasSuffix(c.items[i-1].Text, "'s")):
			return true
		case it.Text == "bill", it.Text == "the bill", it.Class == language.IsFace && it.Face == facts.FaceSpend && c.prev(i) < 0 && it.Word != "cost":
			return true
		case it.Class == language.IsPeriod && it.Known && i+1 < len(c.items) && (c.items[i+1].Text == "closed" || c.items[i+1].Text == "ended"):
			return true
		}
	}
	return false
}

// trails reports whether the only amount that the clause names is the first of what is joined to it: "the board overspent by
// £2.8m and hospital inpatients and …".
func (c *clause) trails() bool {
	n := len(c.items)
	return n > 4 && len(c.subjects) == 1 && c.items[n-1].Class == language.IsSubject && c.items[n-2].Text == "and" && slices.ContainsFunc(c.items[:n-2], func(x *lex.Item) bool {
		return x.Class == language.IsBase || x.Class == language.IsFace && (x.Face == facts.FaceVariance && x.N != 0 || len(c.qs) > 0 && c.qs[0].i < n-2)
	})
}

// behindName reports whether a further amount of the kind is named right before the comma with which the clause begins.
func (c *clause) behindName(list []*facts.Thing) bool {
	for i := 2; i < len(c.statement.items); i++ {
		if &c.statement.items[i] == c.items[0] {
			before := &c.statement.items[i-2]
			return before.Class == language.IsSubject && before.Thing.Group == list[0].Group && !slices.Contains(list, before.Thing)
		}
	}
	return false
}

// shareOfCounts reports whether a percentage in brackets is that of the two counts before these, of which nothing more is said:
// "840 of the 1,930 referrals to link workers (44%)". It reckons it where nothing was found right or wrong of them.
func (c *clause) shareOfCounts(q *placed) bool {
	n := len(c.before)
	if c.lead != "(" || len(c.qs) != 1 || q.Q.Unit != facts.Percent || q.Q.Ref != nil || n < 2 {
		return false
	}
	part, whole := c.before[n-2].Q, c.before[n-1].Q
	if part.Unit != facts.Bare || whole.Unit != facts.Bare || part.Value == nil || whole.Value == nil || whole.Value.Sign() <= 0 {
		return false
	}
	if rest := strings.TrimLeft(c.passage.Lower[q.End:], ") "); rest != "" && !strings.ContainsAny(rest[:1], ",;:.") && !strings.HasPrefix(rest, "and ") {
		return false // "(44%) were seen within three weeks"
	}
	share := new(big.Rat).Quo(part.Value, whole.Value)
	return facts.Fits(q.Q.In(), facts.Value{Exact: share.Mul(share, exact.Rat(100, 1))})
}

// ofPeopleHere reports whether a percentage is of all the people who live here: "has 44% of Carrickmoor's people".
func (c *clause) ofPeopleHere(q *placed) bool {
	k := q.i + 3
	return q.Q.Unit == facts.Percent && k < len(c.items) && c.roleAt(q.i+1, "of") && c.items[q.i+2].Is(facts.Own) && slices.Contains(inhabitants, c.items[k].Text) && (k+1 == len(c.items) || c.is(k+1, language.IsBreak))
}
