package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file says when a stretch of a sentence that doesn't name what it is about speaks of something else than the stretch
// before it: "sickness absence was 7.2%, where 23% of the people who wrote to us had waited".

// borrowed says why a claim of a clause that took its subject from another may be of something else; "" where nothing says
// so.
func (c *clause) borrowed(t told) string {
	if len(c.items) == 0 {
		return ""
	}
	if t.thing.ID == "sum" && (c.followsName() || language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Text == "respectively" })) {
		return "it may not be of all that it seems to be of together"
	}
	if c.supposes() {
		return "it may be of what didn't happen"
	}
	i := slices.Index(c.items, t.item)
	if t.thing.Kind == facts.People && i >= 0 && c.ofPlaceNamed(t) {
		return "it is right of a place that the clause names"
	}
	if why := c.ofAnotherPart(t); why != "" {
		return why
	}
	if t.thing.Kind == facts.Count && c.items[0].Text == "after" && len(c.items) < 5 {
		return "it says when, and may be of more than the report lists" // "After 31 inspections, …"
	}
	if len(c.subjects) > 0 || i < 0 || t.thing.Kind == facts.Count || t.thing.Kind == facts.People {
		return ""
	}
	figure := t.item.Class == language.IsQuantity && t.item.Q.Ref == nil
	switch {
	case t.claim.Slip == "other-thing" && (c.lead == ";" || c.lead == "but") && figure && t.claim.Scope == claim.ScopeOf(facts.Own):
		return "it may be of what the sentence doesn't name"
	case c.strayed(t.thing):
		return "it may be of what a statement before it is of"
	case c.namedLater(t.thing):
		return "it may be of something else than the clause behind it is"
	case figure && t.thing.Kind == facts.Money && t.thing.ID != "total" && t.item.Q.Unit == facts.Pounds && c.ofTheWhole(t):
		return "it is right of all that was spent, or planned"
	case t.claim.Measure == saysShare && t.thing.Group != "locality" && slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsArea && facts.IsLocality(x.Area) }):
		return "the data have no figures of a service in one locality"
	case figure && c.ofThoseBefore(i):
		return "it may be of some of those before"
	case figure && c.ofWhomElse(i, t.thing):
		return "it may be of other people than the words before are"
	case figure && (t.claim.Measure == saysValue || t.claim.Measure == saysComparison) && c.ofRelative(i, t.thing):
		return "it may be of some of those before"
	case figure && c.putIn(i):
		return "it may be of something else than the words before are"
	case figure && t.item.Q.Unit == facts.Pounds && c.costs(i):
		return "it may be what something in the sentence costs"
	case t.item.Class == language.IsMove && !t.item.Judge && !t.item.Adj && c.figureMoves(i, t.thing):
		return "it may be said of the figure before it"
	case t.thing.Kind == facts.Money && t.thing.ID != "total" && c.includedBefore(t.thing):
		return "it may be of more than the part that is named before"
	case t.claim.Measure == saysVariance && c.startsCounted():
		return "it may be of those that are counted"
	}
	return ""
}

// ofPlaceNamed reports whether a number of people is right of a place that the clause names: "of the 118,400 people 38,100
// live in Glenside".
func (c *clause) ofPlaceNamed(t told) bool {
	if t.item.Q == nil {
		return false
	}
	return slices.ContainsFunc(c.items, func(x *lex.Item) bool {
		v, ok := c.facts.At(t.thing, facts.FaceValue, x.Area, c.facts.Newest(t.thing, facts.FaceValue, x.Area))
		return x.Class == language.IsArea && x.Area != t.area && ok && facts.Fits(t.item.Q.In(), v)
	})
}

// ofTheWhole reports whether a figure is that of all that was spent or planned, or of how far the two are apart.
func (c *clause) ofTheWhole(t told) bool {
	for _, face := range []facts.Face{facts.FaceSpend, facts.FacePlan, facts.FaceVariance} {
		if c.total != nil && c.facts.Level(c.total, face, facts.Own, c.facts.Year, t.item.Q).Truth == facts.Yes {
			return true
		}
	}
	return false
}

// ofThoseBefore reports whether the figure at i is of some that the clause doesn't name: "and of those one in four early".
func (c *clause) ofThoseBefore(i int) bool {
	k := 0
	for k < i && c.items[k].Class == language.IsBreak {
		k++
	}
	return c.roleAt(k, "of") && k+2 == i && slices.Contains([]string{"those", "these", "them"}, c.items[k+1].Text)
}

// putIn reports whether the clause is a stretch that is put in, and the figure at i isn't all that it says: "with 143 after a
// fall", "when 312 places were closed".
func (c *clause) putIn(i int) bool {
	first := ""
	if i > 0 {
		first = c.items[0].Text
	}
	if c.lead == "" || c.lead != "where" && c.lead != "when" && !slices.Contains(includingWords, first) {
		return false
	}
	for _, it := range c.items[i+1:] {
		switch it.Class {
		case language.IsPlain:
			if slices.Contains(otherMatters, it.Text) {
				return true
			}
		case language.IsUnknown:
			return true
		}
	}
	return false
}

// includingWords begin a stretch that says more of what is named before it.
var includingWords = []string{"including", "with", "among", "when", "notably", "especially", "particularly", "plus"}

// otherMatters are plain words that a stretch may have of something else than its figure's thing.
var otherMatters = []string{"places", "after", "worked", "came", "brought", "were", "closed", "waited", "used", "asked", "followed", "taken", "given"}

// followsName reports whether the amounts of a list that the clause ends go on from one more, behind which something is put
// in: "GP prescribing (£24.9m), community mental health and district nursing gave back £0.8m between them".
func (c *clause) followsName() bool {
	first := c.items[0].Start
	for i := range c.statement.items {
		if it := &c.statement.items[i]; it.Class == language.IsSubject && slices.Contains(c.listed, it.Thing) {
			first = min(first, it.Start)
		}
	}
	named, putIn, depth := false, false, 0
	for i := range c.statement.items {
		it := &c.statement.items[i]
		if it.Start >= first {
			break
		}
		putIn = putIn || named && (it.Class == language.IsMark && it.Word != "," || it.Text == "whom" || it.Text == "which" || it.Text == "where")
		switch {
		case it.Class == language.IsMark && it.Word == "(":
			depth++
		case it.Class == language.IsMark && it.Word == ")":
			depth--
		case depth > 0:
		case it.Class == language.IsSubject && it.Thing.Kind == facts.Money && it.Thing.ID != "total":
			named, putIn = true, false
		case it.Class == language.IsFace, it.Class == language.IsMove:
			named = false
		}
	}
	return named && putIn
}

// supposes reports whether the clause goes before one that says what would have been: "and had care at home kept to its
// budget, …".
func (c *clause) supposes() bool {
	k := 0
	for k < len(c.items)-1 && c.items[k].Class == language.IsBreak {
		k++
	}
	switch c.items[k].Text {
	case "had", "were", "should":
		return c.lead != "" && k+1 < len(c.items) && (c.is(k+1, language.IsSubject) || k+2 < len(c.items) && c.items[k+1].Class == language.IsPlain && c.is(k+2, language.IsSubject)) &&
			(language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Class == language.IsMood && x.Text == "would" }) || !language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Start < c.items[k].Start && x.Class == language.IsSubject }))
	}
	return false
}

// namedLater reports whether only a further statement behind the clause names a thing: "74% of those asked came back, and
// vacancies are within the range".
func (c *clause) namedLater(t *facts.Thing) bool {
	if t.ID == "total" || t.ID == "sum" {
		return false
	}
	items := c.statement.items
	start, end, other := c.items[0].Start, c.items[len(c.items)-1].End, false
	for i := range items {
		it := &items[i]
		switch {
		case it.Class == language.IsSubject && it.Thing == t:
			return other && it.Start >= end
		case it.Start < start:
			continue
		case it.Start < end:
		case it.Class == language.IsMark && (it.Word == ";" || it.Word == "–" || it.Word == "(" && c.lead == ""), it.Text == "while" || it.Text == "whereas" || it.Text == "although":
			other = true
		case it.Class == language.IsBreak && (it.Text == "and" || it.Text == "but"), slices.Contains(includingWords, it.Text) && it.Text != "with":
			other = other || i > 0 && items[i-1].Class == language.IsMark
		case it.Class == language.IsMark && it.Word == ":":
			other = other || c.says("that", "this", "that's", "we", "it") // "That is 746 fewer than in 2022/23: of the savings …"
		}
	}
	return false
}

// strayed reports whether the clause is behind a statement of its own that begins with words that aren't understood, and whose
// figures it may have: "bed days are above the Scottish rate; timeliness has slipped, having peaked at 93.5%".
func (c *clause) strayed(t *facts.Thing) bool {
	items := c.statement.items
	apart := false
	for i := range items {
		it := &items[i]
		if it.Start >= c.items[0].Start {
			break
		}
		switch {
		case it.Class == language.IsSubject && it.Thing == t:
			apart = false
		case it.Class == language.IsMark && (it.Word == ";" || it.Word == ":" || it.Word == "–"), it.Class == language.IsBreak && (it.Text == "while" || it.Text == "whereas" || it.Text == "although" || it.Text == "but"):
			apart = i+1 < len(items) && c.statement.unknownHead(i+1)
		}
	}
	return apart
}

// unknownHead reports whether the words from item i up to the next verb have one that isn't understood, and no name of a thing.
func (s *statement) unknownHead(i int) bool {
	unknown := false
	for ; i < len(s.items); i++ {
		switch it := &s.items[i]; {
		case it.Class == language.IsUnknown:
			unknown = true
		case it.Class == language.IsSubject, it.Class == language.IsMark:
			return false
		case it.Class == language.IsMove && !it.Adj, it.Class == language.IsPlain && slices.Contains([]string{"is", "are", "was", "were", "has", "have", "had"}, it.Text):
			return unknown
		}
	}
	return false
}

// ofRelative reports whether the figure at i is of some of what the clause before is of, or is what that was for: "of whom 34%
// lived alone", "which 312 people had asked for", "(46 of them at weekends)".
func (c *clause) ofRelative(i int, t *facts.Thing) bool {
	if c.has(language.IsArea) > i {
		return false
	}
	if c.roleAt(i+1, "of") && i+2 < len(c.items) && (c.items[i+2].Text == "them" || c.items[i+2].Text == "these") {
		return c.lead == "(" || c.lead == "," || c.lead == "–"
	}
	if c.lead != "which" && c.items[0].Word != "in which" || i+1 == len(c.items) {
		return false
	}
	for w := range strings.FieldsSeq(c.lowerText(c.items[i].End, c.items[len(c.items)-1].End)) {
		if len(w) > 5 && !slices.Contains(peopleWords, w) && t.Named(w) {
			return false // "of which 93.5% were completed in time"
		}
	}
	for k := range i {
		if c.items[k].Class != language.IsHedge && c.items[k].Class != language.IsPlain {
			return false
		}
		switch c.items[k].Text {
		case "is", "was", "are", "were", "stands", "stood", "now", "has", "have", "had":
			return false
		}
	}
	return true
}

// costs reports whether the amount at i is a price: "at a cost of £2.3m", "for £0.2m a year".
func (c *clause) costs(i int) bool {
	if c.roleAt(0, "in") && c.items[0].Text == "for" && c.next(0) == i && i < 3 && i+2 < len(c.items) && (c.items[i+1].Text == "a" || c.items[i+1].Text == "each") {
		return true
	}
	return i > 1 && strings.HasSuffix(c.items[i-1].Text, "cost of") && (c.items[0].Text == "at" || c.items[0].Text == "for") && c.lead != ""
}

// includedBefore reports whether the last that was named before the clause is only a part of what the sentence is about: "we
// spent £250.4m, including £24.3m on care homes, and overspent by £2.8m".
func (c *clause) includedBefore(t *facts.Thing) bool {
	if c.lead != "," && c.lead != "and" && c.lead != "but" {
		return false
	}
	items := c.statement.items
	last := -1
	for i := range items {
		if items[i].Start >= c.items[0].Start {
			break
		}
		if items[i].Class == language.IsSubject && items[i].Thing == t {
			last = i
		}
	}
	for i := last; i > 0; i-- {
		if items[i-1].Class == language.IsMark || items[i-1].Class == language.IsBreak && items[i-1].Word != "and" {
			return slices.Contains(includingWords, items[i].Text) || items[i].Text == "of" || items[i-1].Text == "which"
		}
	}
	return false
}

// startsCounted reports whether the clause begins with a number of things that are only counted: "six services came in below
// budget".
func (c *clause) startsCounted() bool {
	return c.is(0, language.IsQuantity) && c.items[0].Q.Unit == facts.Bare && !c.items[0].Q.Fraction && c.is(1, language.IsPlain)
}

// ofWhomElse reports whether the figure at i is one of people whom the thing's name doesn't have: "23% of the people who
// wrote to us", "where 143 people were seen".
func (c *clause) ofWhomElse(i int, t *facts.Thing) bool {
	k := i + 1
	for k < len(c.items) && (c.roleAt(k, "of") || slices.Contains([]string{"the", "these", "those", "all", "our", "more", "fewer", "other", "among", "amongst"}, c.items[k].Text) && k+1 < len(c.items) && !c.is(k+1, language.IsPeriod, language.IsArea)) {
		if c.items[k].Text == "those" && (k+1 == len(c.items) || !slices.Contains(peopleWords, c.items[k+1].Text)) {
			break
		}
		k++
	}
	if k == len(c.items) || k == i || !slices.Contains(peopleWords, c.items[k].Text) {
		return false
	}
	if k+1 < len(c.items) && c.lead != "" && c.items[i].Q.Unit == facts.Bare && c.is(k-1, language.IsMove) && slices.Contains([]string{"was", "were", "are", "have", "had"}, c.items[k+1].Text) {
		return true // "and 38 more people were helped"
	}
	if strings.HasPrefix(c.items[k-1].Text, "among") && c.lead != "" {
		return true
	}
	if own, lent := t.Owns(c.items[k].Text); own && !lent || c.lead == "" || c.lead == ":" {
		return k+1 == len(c.items) && c.goesOnWith("who", "whom", "whose", "that") || k+1 < len(c.items) && c.items[k+1].Text == "who" && c.lead != "" && c.lead != ":"
	}
	return true
}

// goesOnWith reports whether one of the words is right behind the clause.
func (c *clause) goesOnWith(words ...string) bool {
	end := c.items[len(c.items)-1].End
	i := language.IndexOf(c.statement.items, func(x *lex.Item) bool { return x.Start >= end })
	return i >= 0 && slices.Contains(words, c.statement.items[i].Text)
}

// peopleWords are people, whoever they are.
var peopleWords = []string{"people", "persons", "those", "adults", "residents", "individuals", "patients", "citizens", "respondents", "others", "everyone"}

// figureMoves reports whether the clause begins with a figure of its own, of which the word at i then is: "41% came back
// within a month", "46 of them after a fall".
func (c *clause) figureMoves(i int, t *facts.Thing) bool {
	for k := range i {
		switch it := c.items[k]; it.Class {
		case language.IsPlain, language.IsHedge, language.IsRole, language.IsBreak:
		case language.IsQuantity:
			return it.Q.Ref == nil && !slices.ContainsFunc(c.told, func(o told) bool { return o.item == it && o.claim.Verdict == Confirmed }) &&
				(k+1 < i && !c.is(k+1, language.IsMove) || c.lead == "which" || c.items[i].Text == "came back" || it.Q.Fraction && t.Unit != facts.Percent)
		default:
			return false
		}
	}
	return false
}
