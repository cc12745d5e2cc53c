package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file has figures that say again what the sentence, or the one before it, is about, or that are of another year, of
// the plan or of another locality, though the clause doesn't say so.

// figureOfAnother says why the figure at item i may be one of those; "" where nothing says so.
func (c *clause) figureOfAnother(t told, i int) string {
	if t.thing.Kind == facts.Money && t.claim.Measure == saysChange && len(c.subjects) == 0 && c.has(language.IsPlain) >= 0 && c.says("it", "they", "that", "this") && c.planComparedBefore() {
		return "it may be of what was over or under the plan"
	}
	if place := c.lastLocality(facts.Own); place != "" && len(c.subjects) == 0 && c.has(language.IsArea) < 0 && (t.thing.ID != place && facts.IsLocality(t.thing.ID) || facts.IsLocality(t.area) && t.area != place) {
		return "it may be of the locality that is named before it"
	}
	if t.thing.Kind == facts.Money && (t.claim.Measure == saysRun || t.claim.Measure == saysChange) && (c.says(shareWords...) || t.item.Class == language.IsStable && slices.ContainsFunc(c.qs, func(q *placed) bool { return q.Q.Unit == facts.Percent })) && !strings.Contains(t.claim.Expected, "%") {
		return "it is said of the share, and not of the amount"
	}
	if len(c.subjects) == 0 && (t.claim.Measure == saysChange && (c.lead == "and" || c.lead == "," && c.items[0].Text == "and") && c.namedBehind(t.thing) || t.claim.Measure == saysVariance && c.behindColon(t.thing)) {
		return "it may be of what is named behind it"
	}
	if t.claim.Measure == saysTarget && c.says("targets") && len(c.statement.all) > 1 {
		return "it names the targets of several" // "the targets were 8.0% and 6.5%"
	}
	if t.claim.Measure == saysVariance && t.thing.ID == "total" && c.lead == "(" && c.behindOther() {
		return "it may be of what is before the bracket" // "Health cost £60.4m (£0.7m over)"
	}
	if t.claim.Measure == saysComparison && i >= 0 && (c.roleAt(i-1, "from") || c.thenInBrackets()) {
		return "it is of an earlier time" // "from below Scotland to first of 32"
	}
	if t.claim.Measure == saysComparison && t.thing.Kind != facts.Money && i >= 0 && c.soInOtherYear(t) {
		return "it is right of another year that the sentence names" // "stood at 55.3% in 2023/24, 4.3 points behind Scotland"
	}
	if (c.lead == "but" || c.lead == "and") && c.has(language.IsPeriod) < 0 && strings.HasPrefix(c.lowerText(c.statement.start, c.items[0].Start), "between 20") {
		return "the sentence begins with other years"
	}
	if t.thing.ID == "total" && c.says("its", "their") && language.AnyOf(c.statement.items, func(x *lex.Item) bool {
		return x.Start < c.items[0].Start && x.Class == language.IsSubject && x.Thing.Kind == facts.Money && x.Thing.ID != "total"
	}) {
		return "it may be of what is named before" // "though its spending grew by £4.0m"
	}
	if t.claim.Measure == saysChange && t.item.Class == language.IsTimes && t.thing.ID == "total" && len(c.subjects) == 0 && slices.ContainsFunc(c.qs, func(q *placed) bool { return q.Start > t.item.Start && q.Q.Unit == facts.Pounds }) {
		return "it may compare two figures of the sentence" // "the difference, £2.8m, is nearly four times last year's £0.7m"
	}
	if i >= 0 && t.thing.ID == "sum" && c.roleAt(i+1, "in", "on") && c.is(i+2, language.IsSubject) {
		return "it is of one of those that are named" // "the overspend of £1.4m in care at home"
	}
	if t.claim.Measure == saysComparison && t.thing.Better < 0 && slices.Contains([]string{"ahead of", "behind"}, t.item.Text) && language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Class == language.IsExtreme }) {
		return "it isn't clear whether the lower figure is the one ahead" // "the highest of the four areas, just ahead of …"
	}
	if (t.claim.Measure == saysRun || t.claim.Measure == saysTarget) && c.figureOfNamesake(t.thing) {
		return "the sentence has a figure of something with nearly the same name"
	}
	if i < 0 || t.item.Q == nil || t.claim.Measure != saysValue {
		return ""
	}
	return c.valueOfAnother(t, i)
}

// valueOfAnother says the same of a figure that is given as the thing's value.
func (c *clause) valueOfAnother(t told, i int) string {
	before := ""
	if i > 0 {
		before = c.items[i-1].Text
	}
	own := facts.FaceValue
	if t.thing.Kind == facts.Money {
		own = facts.FaceSpend
	}
	level := func(face facts.Face) bool {
		return c.facts.Level(t.thing, face, t.area, c.facts.Year, t.item.Q).Truth == facts.Yes
	}
	switch {
	case t.thing.Group == "partner" && level(facts.FacePlan) && c.says("provided", "gave", "contributed", "put", "put in", "paid", "made available"):
		return "it may be what the partner was to pay" // "the health board put in £158.7m"
	case t.thing.Group == "matter" && (before == "further" || before == "additional" || before == "another") && c.lead != "":
		return "it may be a part that is added to the one before" // "short breaks took £1.6m, and the carers' service a further £1.3m"
	case slices.Contains([]string{"the", "our", "its", "this", "that"}, before) && c.isBeside(i) && level(own):
		return "it may say again what the year's figure is" // "the £21.9m is £0.8m more"
	case before == "the" && i > 1 && slices.Contains(besideLimit, language.LastWord(c.items[i-2].Text)) && level(facts.FaceTarget):
		return "it is the target" // "were over the 4,200"
	case before == "to" && len(c.subjects) == 0 && i > 1 && c.is(i-2, language.IsQuantity) && c.items[i-2].Q.Unit == t.item.Q.Unit && !c.says("from"):
		return "it may be the figure with which the one before it is compared" // "they were more, 114,988 to 110,045"
	case c.lead == "," && len(c.subjects) == 0 && strings.HasPrefix(string(t.thing.Unit), "per ") && !c.near(t.thing, own, t.area, t.item.Q, exact.Rat(1, 3), exact.Rat(3, 1)):
		return "it may be a difference" // "the deficit to Scotland on falls, 1.9 per 1,000, …"
	case c.lead == "," && before == "a total of" && i+1 < len(c.items) && c.items[i+1].Text == "with":
		return "it is a total of several" // "a total of £108.7m with what the council spent"
	case len(c.subjects) == 1 && c.togetherWith() && c.says("they", "it", "that", "these"):
		return "it is of several together" // "and together with care homes they cost £190.4m"
	case before == "after":
		return "it may be an earlier figure" // "60.4% after 69.8%"
	case before == "to" && i == 1 && len(c.subjects) == 0 && c.lead == "," && c.behindUnread():
		return "the words before it aren't understood" // "and all spending by 28%, to £250.4m"
	}
	return ""
}

// togetherWith reports whether the clause takes what it names together with what was named before it.
func (c *clause) togetherWith() bool {
	return slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Text == "together with" }) || c.has(language.IsTogether) >= 0 && c.has(language.IsTogether)+1 < len(c.items) && c.items[c.has(language.IsTogether)+1].Text == "with"
}

// thenInBrackets reports whether a bracket right behind the clause says that it is of an earlier time: "below Scotland (59.6%
// at the time)".
func (c *clause) thenInBrackets() bool {
	behind := c.itemsBehind()
	if len(behind) == 0 || behind[0].Class != language.IsMark || behind[0].Word != "(" {
		return false
	}
	for i := range behind {
		switch it := &behind[i]; {
		case it.Class == language.IsMark && it.Word == ")":
			return false
		case it.Class == language.IsMood && it.Word == "historic":
			return true
		}
	}
	return false
}

// soInOtherYear reports whether a comparison with another place is right of another year that the sentence names up to the
// end of the clause.
func (c *clause) soInOtherYear(t told) bool {
	sign := t.item.N
	if t.item.Judge {
		sign *= t.thing.Better
	}
	_, _, other, compared := c.scope()
	if sign == 0 || !compared || other == facts.Own {
		return false
	}
	if c.says("now", "still", "is", "are", "remains", "remain", "has", "have", "today") {
		return false
	}
	so := false
	for i := range c.statement.items {
		x := &c.statement.items[i]
		switch {
		case x.Start >= c.items[len(c.items)-1].End:
			return so
		case x.Class == language.IsMark && x.Word == ";" && x.Start < c.items[0].Start:
			so = false // another statement
		case x.Class == language.IsPeriod && x.Known && c.statement.text(i-1) != "since" && c.statement.text(i-1) != "on":
			so = so || slices.ContainsFunc(c.resolve(t.thing, facts.FaceValue, c.yearsOf(x)), func(y int) bool {
				return facts.YearName(y) != t.claim.Period && c.facts.Beside(t.thing, facts.FaceValue, facts.Own, other, y, sign).Truth == facts.Yes
			})
		}
	}
	return so
}

// namedBehind reports whether words behind the clause, which have no figure of their own, name another thing than the claim's: "and
// down by 1.2, from 9.8% to 8.6%, the part of posts that are vacant".
func (c *clause) namedBehind(t *facts.Thing) bool {
	var behind *facts.Thing
	items := c.itemsBehind()
	for i := range items {
		switch it := &items[i]; {
		case it.Class == language.IsMark && it.Word == ";" && it.Text != ":":
			return false
		case it.Class == language.IsSubject && behind == nil:
			behind = it.Thing
		case behind != nil && (it.Anchors() || it.Class == language.IsBreak):
			return false
		}
	}
	return behind != nil && behind != t && behind.Kind != facts.Count && behind.Kind != facts.Money
}

// behindColon reports whether the first that the sentence names behind the clause and a colon is the claim's thing, which it names nowhere
// before: "Overspend £1.6m: health £0.7m, council £1.0m".
func (c *clause) behindColon(t *facts.Thing) bool {
	behind := c.itemsBehind()
	colon := language.IndexOf(behind, func(x *lex.Item) bool { return x.Text == ":" })
	if colon < 0 || language.AnyOf(c.statement.items[:len(c.statement.items)-len(behind)], func(x *lex.Item) bool { return x.Class == language.IsSubject && x.Thing == t }) {
		return false
	}
	first := language.IndexOf(behind, func(x *lex.Item) bool {
		return x.Class == language.IsSubject || x.Class == language.IsMark && x.Word == ";" && x.Text != ":"
	})
	return first > colon && behind[first].Thing == t
}

// itemsBehind are the sentence's items behind the clause.
func (c *clause) itemsBehind() []lex.Item {
	end := c.items[len(c.items)-1].End
	i := language.IndexOf(c.statement.items, func(x *lex.Item) bool { return x.Start >= end })
	if i < 0 {
		return nil
	}
	return c.statement.items[i:]
}

// behindOther reports whether the clause before a bracket gives an amount that wasn't found to be right.
func (c *clause) behindOther() bool {
	n := len(c.statement.claims) - len(c.told)
	return n <= 0 || c.statement.claims[n-1].Verdict != Confirmed
}

// isBeside reports whether a verb and how much more or less it is stand right behind the figure at item i.
func (c *clause) isBeside(i int) bool {
	return i+2 < len(c.items) && slices.Contains([]string{"is", "was", "are", "were"}, c.items[i+1].Text) && c.is(c.next(i), language.IsQuantity)
}

// planComparedBefore reports whether a clause before says what was planned or given.
func (c *clause) planComparedBefore() bool {
	for i := range c.statement.items {
		it := &c.statement.items[i]
		if it.Start >= c.items[0].Start {
			return false
		}
		if it.Class == language.IsFace && (it.Face == facts.FacePlan || it.Face == facts.FaceVariance) || slices.Contains(givenWords, language.LastWord(it.Text)) {
			return true
		}
	}
	return false
}

// behindUnread reports whether the words between the clause and the mark before it begin with "and" and weren't read.
func (c *clause) behindUnread() bool {
	begin, items := 0, c.statement.items
	for i := range items {
		if items[i].Start >= c.items[0].Start {
			break
		}
		if items[i].Class == language.IsMark && i+1 < len(items) && items[i+1].Start < c.items[0].Start {
			begin = i + 1
		}
	}
	if begin == 0 || items[begin].Text != "and" {
		return false
	}
	n := len(c.statement.claims) - len(c.told)
	return n <= 0 || c.statement.claims[n-1].Verdict == Unread
}

// givenWords say of an amount that it was to be spent.
var givenWords = []string{"given", "allocated", "allotted", "granted", "budgeted", "planned", "allowed"}

// besideLimit are words that say on which side of a target or a budget something is.
var besideLimit = []string{"over", "under", "above", "below", "within", "beyond", "inside"}

// budgetOf reports whether an amount is said to be what something was to cost: "7.6% over its £18.6m", "more than the £107.0m that
// we were given".
func (c *clause) budgetOf(q *placed) bool {
	if q.i < 2 {
		return false
	}
	switch before := &c.items[q.i-1]; (*before).Text {
	case "its", "their":
		return slices.Contains(besideLimit, language.LastWord(c.items[q.i-2].Text))
	case "the":
		for k := q.i + 1; k < len(c.items) && k <= q.i+5; k++ {
			if slices.Contains(givenWords, language.LastWord(c.items[k].Text)) {
				return c.has(language.IsBeside) >= 0 || c.says("more", "less", "than", "over", "under")
			}
			if c.items[k].Class != language.IsPlain && !c.items[k].Is(facts.Own) {
				return false
			}
		}
	}
	return false
}

// figureOfNamesake reports whether the sentence gives the year's figure of another measure that the words for a thing name as
// well: "adult carer support plans rose to 742", which are counted, and for which people wait.
func (c *clause) figureOfNamesake(t *facts.Thing) bool {
	i := language.IndexOf(c.statement.items, func(x *lex.Item) bool { return x.Class == language.IsSubject && x.Thing == t })
	if i < 0 {
		return false
	}
	words := strings.Fields(c.statement.items[i].Text)
	for _, o := range c.facts.Things {
		if o == t || o.Kind != facts.Measure || slices.ContainsFunc(words, func(w string) bool { return !o.Named(w) }) {
			continue
		}
		if language.AnyOf(c.statement.items, func(x *lex.Item) bool {
			return x.Class == language.IsQuantity && x.Q.Ref == nil && x.Q.Value != nil && !x.Q.Fraction && !x.Q.Hedged &&
				c.facts.Level(t, facts.FaceTarget, facts.Own, c.facts.Year, x.Q).Truth != facts.Yes && c.facts.Level(o, facts.FaceValue, facts.Own, c.facts.Year, x.Q).Truth == facts.Yes
		}) {
			return true
		}
	}
	return false
}
