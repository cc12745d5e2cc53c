package claims

import (
	"math/big"
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
	whole := slices.ContainsFunc(s.items, func(x item) bool {
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
			return o.Verdict == Confirmed && o.Measure == cl.Measure && o.Subject == cl.Subject && o.Scope == cl.Scope && o.Period == cl.Period && o.Unit == cl.Unit && (o.Expected == cl.Expected || cl.Unit != pounds)
		}) {
			cl.unsure(why)
		}
	}
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

// otherwise reports whether a figure is right of something else that the sentence
// names.
func (c *clause) otherwise(t told, q *placed) bool {
	things := []*Thing{t.thing}
	if len(c.subjects) != 1 && !(t.thing.ID == "sum" && c.has(isTogether) >= 0) {
		for i := range c.statement.items {
			if it := &c.statement.items[i]; it.class == isSubject && !slices.Contains(things, it.thing) {
				things = append(things, it.thing)
			}
		}
	}
	areas := []string{t.area}
	if q.hasArea {
		areas[0] = q.area
	} else {
		for i := range c.statement.items {
			if it := &c.statement.items[i]; it.class == isArea && !slices.Contains(areas, it.area) && !c.statement.figured(it.area, t.item) {
				areas = append(areas, it.area)
			}
		}
	}
	return slices.ContainsFunc(things, func(o *Thing) bool { return c.rightOf(o, t, areas, q) })
}

// rightOf reports whether a figure is one of a thing's in the places, or the
// difference of two, other than the claim has it.
func (c *clause) rightOf(o *Thing, t told, areas []string, q *placed) bool {
	for _, face := range c.facesNamed(o, t, q) {
		at, bases := c.yearsNamed(o, face, q)
		for _, area := range areas {
			for _, y := range at {
				if v, ok := c.facts.at(o, face, area, y); ok && sameUnit(o, face, q.q) && !(q.role == isDelta && (q.q.hedge == over || q.q.hedge == atLeast)) && fits(q.q.in(), Value{Exact: new(big.Rat).Abs(v.Exact), Shown: v.Shown}) {
					return true
				}
				for _, b := range bases {
					if !(o == t.thing && q.role == isDelta && (t.claim.Base == yearName(b) && t.claim.Period == yearName(y) || t.claim.Base == yearName(y) && t.claim.Period == yearName(b))) && c.differsBy(o, face, area, area, b, y, q.q) {
						return true
					}
				}
				for _, other := range areas {
					if other != area && c.differsBy(o, face, other, area, y, y, q.q) {
						return true
					}
				}
			}
		}
	}
	return false
}

// facesNamed are those of a thing's figures that the sentence speaks of, but for the
// claim's own over- or underspend, of which the size alone may be right; the one right
// before the figure where there is one.
func (c *clause) facesNamed(o *Thing, t told, q *placed) []Face {
	if o.Kind != isMoney {
		return []Face{value}
	}
	p := c.prev(q.i)
	if c.roleAt(p, "of", "at") {
		p = c.prev(p)
	}
	if c.is(p, isFace) && (c.items[p].face == spend || c.items[p].face == plan || c.items[p].face == funding) {
		return []Face{c.items[p].face} // "a budget of £247.6m"
	}
	if c.is(p, isTimes) && (strings.Contains(c.items[p].text, "budget") || strings.Contains(c.items[p].text, "plan")) {
		return []Face{plan} // "twice its budget of £0.6m"
	}
	faces := []Face{spend}
	for i := range c.statement.items {
		if it := &c.statement.items[i]; it.class == isFace && it.face != target && !slices.Contains(faces, it.face) && !(it.face == variance && t.claim.Measure == saysVariance && o == t.thing) {
			faces = append(faces, it.face)
		} else if it.class == isBase && !it.ofAllSpending() && !slices.Contains(faces, share) {
			faces = append(faces, share)
		}
	}
	return faces
}

// sameUnit reports whether a figure can be a level of a thing.
func sameUnit(t *Thing, face Face, q *quantity) bool {
	switch {
	case face == share || t.Unit == percent:
		return q.unit == percent
	case t.Unit == pounds:
		return q.unit == pounds
	}
	return q.unit == bare && !q.fraction
}

// differsBy reports whether a figure is the difference of two of a thing's.
func (c *clause) differsBy(t *Thing, face Face, a, b string, from, to int, q *quantity) bool {
	va, okA := c.facts.at(t, face, a, from)
	vb, okB := c.facts.at(t, face, b, to)
	if !okA || !okB || a == b && from == to {
		return false
	}
	unit := t.Unit
	if face == share {
		unit = percent
	}
	return slices.ContainsFunc(differences(va, vb, unit, q), q.in().has)
}

// sameAs reports whether the period at i is only what the figure before is the same as:
// "106, the same as a year earlier".
func (s *statement) sameAs(i int) bool {
	for i--; i >= 0; i-- {
		if it := &s.items[i]; it.class != isPlain && !(it.class == isRole && it.role == "in") {
			return it.class == isBeside && it.n == 0
		}
	}
	return false
}

// yearsNamed are the years that a figure can be of, and those that it can be set
// against, by what the sentence names: only those right beside it where there are
// any.
func (c *clause) yearsNamed(t *Thing, face Face, q *placed) (at, bases []int) {
	add := func(list *[]int, years []int) {
		for _, y := range c.resolve(t, face, years) {
			if !slices.Contains(*list, y) {
				*list = append(*list, y)
			}
		}
	}
	var named []int
	now := c.says("now", "currently", "today")
	for i := range c.statement.items {
		if it := &c.statement.items[i]; now && !slices.Contains(c.items, it) {
			continue // "passed Scotland's rate in 2024 and now stand at 25.4"
		} else if q.role == isLevel && c.statement.measuresFrom(i) && !slices.Contains(c.items, it) {
			continue // "42.2%, up 9.0 points since 2023/24"
		} else if it.class == isPeriod && it.word != "onyear" && !(it.word == "over" && q.role == isOther) && !(q.role == isLevel && c.statement.sameAs(i)) {
			add(&named, c.yearsOf(it))
		}
	}
	newest := c.facts.newest(t, face, own)
	tm := c.times()
	switch {
	case q.years != nil && q.role != isDelta:
		add(&at, q.years)
		return at, nil
	case tm.at != nil:
		add(&at, tm.at)
	default:
		at = append([]int{newest}, named...)
	}
	switch {
	case tm.base != nil && (c.lead != "," || c.has(isPeriod) >= 0):
		add(&bases, tm.base)
	case q.role == isDelta || slices.ContainsFunc(named, func(y int) bool { return y != newest }):
		bases = append(named, c.facts.before(t, face, own, newest))
	}
	return at, bases
}

// measuresFrom reports whether the period at i is what a change of a size that is given is
// since.
func (s *statement) measuresFrom(i int) bool {
	if s.items[i].class != isPeriod || i < 3 {
		return false
	}
	for k := i - 1; k > 1; k-- {
		switch it := &s.items[k]; {
		case it.class == isPlain, it.class == isRole && it.role == "since":
		case it.class == isQuantity && (k < i-1 || strings.HasPrefix(s.items[i].text, "from ")):
			return s.items[k-1].class == isMove || s.items[k-1].class == isRole && (s.items[k-1].role == "by" || s.items[k-1].role == "of" && s.items[k-2].class == isMove)
		default:
			return false
		}
	}
	return false
}

// figured reports whether the sentence gives another figure than that of an item right
// beside a place, which then is the place's: "ahead of Scotland at 91.4%".
func (s *statement) figured(area string, but *item) bool {
	if area == own {
		return false
	}
	for i := range s.items {
		if it := &s.items[i]; it.class != isQuantity || it.q == but.q || it.q.unit != but.q.unit || it.q.ref != nil {
			continue
		}
		for _, step := range []int{-1, 1} {
			k := i + step
			for k >= 0 && k < len(s.items) && (s.items[k].class == isPlain || s.items[k].class == isRole && (s.items[k].role == "in" || s.items[k].role == "of")) {
				k += step
			}
			if k >= 0 && k < len(s.items) && s.items[k].is(area) {
				return true
			}
		}
	}
	return false
}
