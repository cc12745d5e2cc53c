package claims

import (
	"slices"
	"strconv"
	"strings"
)

// told is a claim that a clause made, with what it was read of.
type told struct {
	claim *Claim
	item  *item
	thing *Thing
	area  string
}

// doubt takes a contradiction back where the sentence names something else of which
// the figure would be right: another thing, place or year, or the difference of two
// of them. What stands right beside the figure isn't doubted: "in 2023/24".
func (c *clause) doubt() {
	for _, t := range c.told {
		if t.claim.Verdict != Contradicted {
			continue
		}
		if len(c.subjects) == 0 && t.thing.Kind != isCount && t.thing.Kind != isPeople && !c.standsAlone(t.thing) {
			if w := c.unknownBefore(); w != "" && !(t.claim.Slip != "" && c.apposed(t.thing)) {
				t.claim.unsure(strconv.Quote(w) + " isn't understood, and may say what it is of")
				continue
			}
		}
		if t.thing.Kind != isPeople && c.ofThem() && (c.unknownBefore() != "" || len(c.statement.claims) == len(c.told) && (c.last != t.thing || c.lastNarrow)) {
			t.claim.unsure("it isn't clear of whom it is said")
			continue
		}
		if t.claim.Measure == saysChange && t.thing.Kind == isMoney && c.thanPlanned() {
			t.claim.unsure("it compares with the plan, and not with another year")
			continue
		}
		if t.claim.Measure == saysRank && t.thing.Kind == isMoney && c.inProportion() {
			t.claim.unsure("it compares what the amounts are beside their budgets")
			continue
		}
		if o := c.wordsRightOf(t); o != nil {
			t.claim.unsure("it is right of " + o.called() + ", which has nearly the same name")
			continue
		}
		if t.claim.Slip == "other-thing" && t.thing.ID == "total" && len(c.subjects) == 0 && slices.ContainsFunc(c.items, func(x *item) bool { return x.class == isFace && x.face == variance && besidePlanned(x) }) {
			t.claim.unsure("it may be of what the sentence before names")
			continue
		}
		var q *placed
		if i := slices.IndexFunc(c.qs, func(q *placed) bool { return q.item == t.item }); i >= 0 {
			q = c.qs[i]
		}
		if why := c.elsewhere(t, q); why != "" {
			t.claim.unsure(why)
			continue
		}
		if t.claim.Comparator == eachTime || t.claim.Slip == "other-day" || q == nil || q.q.ref != nil || q.q.value == nil || t.thing.Kind == isCount || t.thing.Kind == isPeople {
			continue
		}
		if t.claim.Slip == "other-year" && q.years == nil && c.goesOnTo(q) {
			t.claim.unsure("the sentence gives several figures, and not the year of each")
			continue
		}
		if o := c.namesake(t, q); o != nil {
			t.claim.unsure("it is right of " + o.called() + ", which has nearly the same name")
			continue
		}
		if q.role == isDelta && c.sinceOther(t, q) {
			t.claim.unsure("the sentence gives another figure, since which it would be right")
			continue
		}
		if q.role == isDelta && c.thenAgain(q) {
			t.claim.unsure("the sentence gives several changes, and not the years of each")
			continue
		}
		if c.otherwise(t, q) {
			t.claim.unsure("the sentence names something else of which the figure would be right")
		}
	}
}

// proportions say that amounts are compared by their size beside their own budgets.
var proportions = []string{"in relation to", "relative to", "relatively", "in proportion", "proportionate", "for its size", "for their size", "as a share", "as a percentage", "as a proportion", "percentage terms", "in per cent"}

// inProportion reports whether the sentence compares by that: "relative to its budget no service overspent by more".
func (c *clause) inProportion() bool {
	said := strings.ToLower(c.textOf(c.statement.start, c.statement.end))
	return slices.ContainsFunc(proportions, func(p string) bool { return strings.Contains(said, p) })
}

// unknownBefore is the last word before the clause that isn't understood and may narrow what
// the clause takes from those before it; "" where there is none, or one of those was
// held against the data.
func (c *clause) unknownBefore() (word string) {
	if slices.ContainsFunc(c.statement.claims, func(cl *Claim) bool {
		return cl.Verdict == Confirmed && !slices.ContainsFunc(c.told, func(t told) bool { return t.claim == cl })
	}) {
		return ""
	}
	for i := range c.statement.items {
		if it := &c.statement.items[i]; it.class == isUnknown && it.start < c.items[0].start && !c.statement.besides(i, c.items[0].start) && !c.statement.conceded(i) {
			word = it.text
		}
	}
	return word
}

// besides reports whether item i is in a relative clause between commas that ends before a
// byte and says by itself what rose or fell, which narrows nothing: "care at home, where pay
// went up, overspent".
func (s *statement) besides(i, before int) bool {
	start := i
	for start > 1 && s.items[start].class != isMark && !(s.items[start].class == isBreak && s.items[start].word != "and") {
		start--
	}
	if start < 2 || s.items[start-1].class != isMark || s.items[start-1].word != "," || s.items[start-2].class != isSubject {
		return false
	}
	switch s.items[start].text {
	case "which", "where", "who":
	default:
		return false
	}
	moved := false
	for end := start + 1; end < len(s.items) && s.items[end].start < before; end++ {
		moved = moved || s.items[end].class == isMove && !s.items[end].adj
		if s.items[end].class == isMark {
			return s.items[end].word == "," && end > i && moved
		}
	}
	return false
}

// ofThem reports whether the clause speaks of some that were named before: "79% of them".
func (c *clause) ofThem() bool {
	for i, it := range c.items {
		if (it.text == "them" || it.text == "these" || it.text == "whom") && c.roleAt(i-1, "of") && (it.text != "these" || i+1 == len(c.items) || c.items[i+1].class != isSubject) {
			return true
		}
	}
	return false
}

// doubtSeries takes back that a figure is another year's, or any where the sentence speaks of a
// whole, where the sentence also has the right one: "from 93.5% to 92.0% and now 91.0%",
// "fourteen weeks in December and 11.0 over the whole year".
func (s *statement) doubtSeries() {
	if !slices.ContainsFunc(s.claims, func(cl *Claim) bool { return cl.Verdict == Contradicted }) {
		return // as most sentences
	}
	whole := anyOf(s.items, func(x *item) bool {
		return strings.Contains(x.text, "whole") || x.text == "overall" || x.text == "across"
	})
	for _, cl := range s.claims {
		if cl.Verdict != Contradicted || cl.Measure != saysValue && cl.Measure != saysShare {
			continue
		}
		why := "the sentence gives several figures, and not the year of each"
		if cl.Slip != "other-year" && !whole {
			if t := s.things[cl.Subject]; cl.Measure != saysValue || t == nil || t.Kind == isMoney || !s.goesOnFrom(cl) {
				continue
			}
			why = "the sentence gives several figures, and not of what each is"
		}
		if slices.ContainsFunc(s.claims, func(o *Claim) bool {
			return o.Verdict == Confirmed && o.Measure == cl.Measure && !(cl.Measure == saysValue && s.besideFraction(cl)) && o.Subject == cl.Subject && o.Scope == cl.Scope && o.Period == cl.Period && o.Unit == cl.Unit && (o.Expected == cl.Expected || cl.Unit != pounds)
		}) {
			cl.unsure(why)
		}
	}
}

// besideFraction reports whether the figure of a claim stands in brackets behind a fraction, which it then is: "four in
// five people (81.8%)".
func (s *statement) besideFraction(cl *Claim) bool {
	i := indexOf(s.items, func(x *item) bool { return s.passage.Text.At(x.start) == cl.At })
	if i < 1 || s.items[i].class != isQuantity || s.items[i].start == 0 || s.plain[s.items[i].start-1] != '(' {
		return false
	}
	for i--; i >= 0; i-- {
		switch it := &s.items[i]; it.class {
		case isQuantity:
			return it.q.fraction
		case isPlain, isSubject, isMark:
		case isRole:
			if it.role != "of" && it.role != "in" {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// goesOnFrom reports whether the words of a claim go on with a list, and don't name of what it is:
// "76% were completed, 11% were revoked and 13% are still running".
func (s *statement) goesOnFrom(cl *Claim) bool {
	start := 0
	for i := range s.items {
		if it := &s.items[i]; s.passage.Text.At(it.start) == cl.At {
			start = i
		}
	}
	for i := start; i > 0; i-- {
		switch it := &s.items[i-1]; {
		case it.class == isBreak && it.word == "and", it.class == isMark && (it.word == "," || it.word == ";"):
			for k := start + 1; k < len(s.items) && s.items[k].class != isMark && s.items[k].class != isBreak; k++ {
				if x := &s.items[k]; x.class == isSubject && x.thing.ID == cl.Subject || x.class == isPeriod && x.word != "onyear" || x.class == isArea {
					return false
				}
			}
			return true
		case it.class != isPlain && it.class != isHedge:
			return false
		}
	}
	return false
}

// thenAgain reports whether the size of a further change follows: "by 2.9 points and then by
// 3.7".
func (c *clause) thenAgain(q *placed) bool {
	then := false
	for i := range c.statement.items {
		it := &c.statement.items[i]
		if it.start <= q.start {
			continue
		}
		then = then || it.text == "then" || it.text == "and then" || it.text == "again"
		if then && it.class == isQuantity {
			return true
		}
	}
	return false
}

// sinceOther reports whether the size of a change is right since the year of another figure that
// the sentence gives: "was to fall from 22.4; it went up by 8%".
func (c *clause) sinceOther(t told, q *placed) bool {
	newest := c.facts.newest(t.thing, value, t.area)
	for i := range c.statement.items {
		o := &c.statement.items[i]
		if o.class != isQuantity || o.q == q.q || o.q.ref != nil || o.q.value == nil || !sameUnit(t.thing, value, o.q) {
			continue
		}
		for y := c.facts.First; y < newest; y++ {
			if v, ok := c.facts.at(t.thing, value, t.area, y); ok && fits(o.q.in(), v) && c.differsBy(t.thing, value, t.area, t.area, y, newest, q.q) {
				return true
			}
		}
	}
	return false
}

// goesOnTo reports whether a further figure of the kind follows: "from 71% to 76% and
// then to 88%".
func (c *clause) goesOnTo(q *placed) bool {
	items := c.statement.items
	joined := false
	for i := range items {
		it := &items[i]
		if it.start <= q.start {
			continue
		}
		switch {
		case it.class == isSubject, it.class == isArea, it.class == isVersus, it.class == isThan, it.class == isRole && it.role != "to", it.class == isBeside && it.n != 0:
			return false
		case it.class == isBreak && it.word == "and", it.class == isMark && it.word == ",":
			joined = true
		case it.class == isQuantity:
			gap := i+1 < len(items) && (items[i+1].class == isBeside && items[i+1].n != 0 || items[i+1].class == isMove && items[i+1].adj)
			return joined && it.q.unit == q.q.unit && !it.q.fraction && !gap // "655 made, 42 above target"
		}
	}
	return false
}

// unsure makes a claim one that isn't read.
func (cl *Claim) unsure(reason string) {
	cl.Verdict, cl.Reason = Unread, reason
	cl.Message, cl.Hint, cl.Slip, cl.Evidence = "", "", "", nil
}

// namesake is a thing of nearly the same name of which a figure is right, or nil.
func (c *clause) namesake(t told, q *placed) *Thing {
	if len(c.all) == 0 && c.behind == t.thing || c.statement.coded(t.thing) {
		return nil // which the sentence before told from the other by its figure
	}
	if t.thing.Kind == isMeasure && (q.q.hedge == over || q.q.hedge == under) {
		return nil // what is many times as large is more than any figure
	}
	for _, o := range c.dictionary.namesakes[t.thing] {
		if c.rightOf(o, t, []string{t.area}, q) {
			return o
		}
	}
	return nil
}
