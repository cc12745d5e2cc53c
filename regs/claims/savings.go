package claims

import (
	"math/big"
	"slices"
)

// This file reads by how much what was saved fell short of what was to be saved.

// savingsLeft reads "£1.5m of the £6.2m savings target was not made" and "Of the £6.2m savings target £4.7m was made,
// leaving £1.5m to find".
func (s *statement) savingsLeft() bool {
	if s.only == nil || s.only.Kind != isMeasure || s.only.Unit != pounds || s.locality != "" || s.unsureMood() {
		return false
	}
	t, denied := s.only, 0
	var amounts []int
	of, leaves := -1, -1
	for i := range s.items {
		it := &s.items[i]
		switch {
		case plainAmount(it):
			amounts = append(amounts, i)
		case it.class == isRole && it.role == "of":
			if of < 0 {
				of = i
			}
		case it.class == isNot, it.class == isMet && it.n < 0, slices.Contains([]string{"unmet", "outstanding", "undelivered", "unachieved"}, it.text):
			denied++
		case it.text == "leaving" && leaves < 0 && len(amounts) == 2:
			leaves = i
		case it.class == isSubject, it.class == isPlain && !it.demoted, it.class == isFace && it.face == target, it.is(own), s.now(it), it.class == isMark && it.word == ",", it.class == isMet && leaves < 0, it.class == isRole && it.role == "to" && leaves >= 0:
		default:
			return false
		}
	}
	switch {
	case of < 0:
	case !s.ofTarget(t, amounts):
	case leaves < 0 && denied == 1 && len(amounts) == 2 && of == amounts[0]+1 && s.items[amounts[1]+1].class != isPlain:
		return s.holdSavings(t, nil, &s.items[amounts[1]], &s.items[amounts[0]])
	case leaves > 0 && len(amounts) == 3 && of < amounts[0] && amounts[2] > leaves && (denied == 0 || s.items[len(s.items)-1].text != "not"):
		return s.holdSavings(t, &s.items[amounts[1]], &s.items[amounts[0]], &s.items[amounts[2]])
	}
	return false
}

// ofTarget reports whether one of the amounts is said to be the target, or is.
func (s *statement) ofTarget(t *Thing, amounts []int) bool {
	g, ok := s.facts.at(t, target, own, s.facts.Year)
	return ok && (anyOf(s.items, func(x *item) bool { return x.class == isFace && x.face == target }) ||
		slices.ContainsFunc(amounts, func(i int) bool { return fits(s.items[i].q.in(), g) }))
}

// saved reads "We saved £4.7m, £1.5m less than the target of £6.2m".
func (s *statement) saved() bool {
	k := slices.IndexFunc(s.items, func(x item) bool { return x.text == "saved" && x.class == isUnknown })
	if k < 1 || k > 2 || !s.items[k-1].is(own) || len(s.all) > 0 || s.locality != "" || s.negated() || s.unsureMood() {
		return false
	}
	t := s.savings()
	if t == nil {
		return false
	}
	var amounts []*item
	less, goal := false, false
	for i := k + 1; i < len(s.items); i++ {
		it := &s.items[i]
		switch {
		case plainAmount(it) && (len(amounts) < 2 && !goal || len(amounts) == 2):
			amounts = append(amounts, it)
		case len(amounts) == 2 && (it.text == "less than" || it.text == "short of"):
			less = true
		case less && it.class == isFace && it.face == target, less && (it.text == "planned" || it.text == "needed"):
			goal = true
		case len(amounts) == 2 && it.text == "less than planned":
			less, goal = true, true
		case it.class == isPlain && !it.demoted, it.class == isMark && it.word == ",", s.now(it), it.class == isThan, it.class == isRole && it.role == "of" && less, it.class == isRole && it.role == "in":
		default:
			return false
		}
	}
	if !less || !goal && len(amounts) < 3 {
		return false
	}
	var aim *item
	if len(amounts) == 3 {
		aim = amounts[2]
	}
	return s.holdSavings(t, amounts[0], aim, amounts[1])
}

// holdSavings holds what was saved, what was to be saved and what is left of that; it reports whether the data have them.
func (s *statement) holdSavings(t *Thing, made, aim, left *item) bool {
	v, ok := s.facts.at(t, value, own, s.facts.Year)
	g, okG := s.facts.at(t, target, own, s.facts.Year)
	if !ok || !okG {
		return false
	}
	s.takeOver(0, len(s.items)-1)
	for _, x := range []struct {
		it   *item
		face Face
	}{{aim, target}, {made, value}} {
		if x.it == nil {
			continue
		}
		cl := s.tellAt(saysValue, x.it, t, own, s.facts.level(t, x.face, own, s.facts.Year, x.it.q))
		cl.Quantity, cl.Unit = x.it.q.bounds(), pounds
	}
	apart := new(big.Rat).Sub(g.Exact, v.Exact)
	w := way{year: s.facts.Year, truth: truthOf(slices.ContainsFunc(differences(v, g, pounds, left.q), left.q.in().has)), expected: v.Display + " against a target of " + inWords(g.Exact, spend), evidence: append(proof(v, s.facts.Year), proof(g, s.facts.Year)...)}
	if apart.Sign() <= 0 {
		w.truth = no
	}
	cl := s.tellAt(saysTarget, left, t, own, w)
	cl.Quantity, cl.Unit, cl.Comparator = left.q.bounds(), pounds, "short of the target"
	return true
}
