package claims

import (
	"math/big"
	"slices"
)

// This file reads one figure that is said of several amounts each, and several that are said of several.

// eachVaried reads "Underspends of £0.4m in each of nursing, physiotherapy and day services were reported".
func (s *statement) eachVaried() {
	if s.lacks(isQuantity) || s.lacks(isFace) {
		return
	}
	named := s.amountsNamed()
	if len(named) < 2 || s.denies() || s.unsureMood() {
		return
	}
	face, q, each := (*item)(nil), (*item)(nil), false
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.class == isFace && it.face == variance && it.n != 0 && face == nil:
			face = it
		case it.class == isQuantity && it.q.unit == pounds && it.q.ref == nil && q == nil && face != nil:
			q = it
		case it.text == "each" && q != nil:
			each = true
		case it.class == isSubject && !each:
			return
		case it.class == isPlain && !it.demoted, it.class == isSubject, it.class == isMark && it.word == ",", it.class == isBreak && it.text == "and", it.class == isRole && (it.role == "of" || it.role == "in"), s.now(it):
		default:
			return
		}
	}
	if q == nil || !each || s.heldAt(q) {
		return
	}
	for _, t := range named {
		s.holdVariedBeside(t, q, face)
	}
}

// andOneOf reads the second of two over- or underspends: "An underspend of £0.8m was reported in social work teams and one of
// £0.4m in day services".
func (s *statement) andOneOf() {
	one := indexOf(s.items, func(x *item) bool { return x.class == isQuantity && x.text == "one" })
	if one < 3 || one+4 != len(s.items)-1 || s.items[one-1].text != "and" || s.items[one+1].role != "of" || s.negated() || s.unsureMood() {
		return
	}
	q, t := &s.items[one+2], s.items[one+4].thing
	if q.class != isQuantity || q.q.unit != pounds || q.q.ref != nil || t == nil || t.Kind != isMoney || s.items[one+3].text != "in" && s.items[one+3].text != "on" || s.heldAt(q) {
		return
	}
	face := (*item)(nil)
	for i := range one {
		if it := &s.items[i]; it.class == isFace && it.face == variance && it.n != 0 {
			if face != nil {
				return
			}
			face = it
		}
	}
	if face != nil && slices.ContainsFunc(s.claims, func(cl *Claim) bool {
		return cl.Verdict == Confirmed && cl.Measure == saysVariance && cl.Subject != t.ID
	}) {
		s.holdVariedBeside(t, q, face)
	}
}

// localitiesRespectively reads "The three localities spent £111.0m, £79.3m and £60.1m respectively". In what order they are
// meant isn't said.
func (s *statement) localitiesRespectively() {
	if s.negated() || s.unsureMood() || !anyOf(s.items, func(x *item) bool { return x.text == "respectively" }) {
		return
	}
	list := s.facts.localities()
	var figures []*item
	named, spent := false, false
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.class == isSubject && it.thing.ID == "count:localities":
			named = true
		case it.class == isFace && it.face == spend:
			spent = true
		case it.class == isQuantity && it.q.unit == pounds && it.q.ref == nil:
			figures = append(figures, it)
		case it.class == isQuantity && it.q.unit == bare && !named, it.class == isPlain && !it.demoted, it.class == isMark && it.word == ",", it.class == isBreak && it.text == "and", s.now(it), it.class == isRole && it.role == "in":
		default:
			return
		}
	}
	if !named || !spent || len(figures) != len(list) || len(list) < 2 {
		return
	}
	var wrong []*item
	for _, it := range figures {
		right := slices.IndexFunc(list, func(t *Thing) bool { return s.facts.level(t, spend, own, s.facts.Year, it.q).truth == yes })
		if right >= 0 {
			list = slices.Delete(list, right, right+1)
		} else {
			wrong = append(wrong, it)
		}
	}
	if len(wrong) != 1 || len(list) != 1 || s.heldAt(wrong[0]) {
		return
	}
	cl := s.tellAt(saysValue, wrong[0], list[0], own, s.facts.level(list[0], spend, own, s.facts.Year, wrong[0].q))
	cl.Quantity, cl.Unit = wrong[0].q.bounds(), pounds
}

// varianceGiven reads the variance behind what was planned and what was spent: "Budget for the year was £247.6m and actual
// expenditure £250.4m, giving rise to a variance of £2.8m".
func (s *statement) varianceGiven() {
	if s.lacks(isQuantity) {
		return
	}
	t := s.things["total"]
	if only := s.soleAmount(); only != nil {
		t = only
	}
	if t == nil || s.locality != "" || s.negated() || s.unsureMood() {
		return
	}
	v := indexOf(s.items, func(x *item) bool { return x.text == "variance" })
	if v < 4 || v+2 >= len(s.items) || s.items[v+1].role != "of" || s.items[v+2].class != isQuantity || s.items[v+2].q.unit != pounds || s.items[v+2].q.ref != nil {
		return
	}
	planned, spent := false, false
	for i := range v {
		if it := &s.items[i]; it.class == isQuantity && it.q.unit == pounds && it.q.ref == nil && it.q.value != nil && significant(it.q.value) > 2 {
			switch {
			case s.facts.level(t, plan, own, s.facts.Year, it.q).truth == yes && !planned:
				planned = true
			case s.facts.level(t, spend, own, s.facts.Year, it.q).truth == yes && !spent:
				spent = true
			default:
				return
			}
		}
	}
	is, ok := s.facts.at(t, variance, own, s.facts.Year)
	q := &s.items[v+2]
	if !planned || !spent || !ok || s.heldAt(q) {
		return
	}
	size := Value{Exact: new(big.Rat).Abs(is.Exact)}
	cl := s.tellAt(saysVariance, q, t, own, way{year: s.facts.Year, truth: truthOf(fits(q.q.in(), size)), expected: is.Display, evidence: proof(is, s.facts.Year)})
	cl.Quantity, cl.Unit = q.q.bounds(), pounds
}
