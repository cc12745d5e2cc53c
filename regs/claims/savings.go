package claims

import (
	"math/big"
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads by how much what was saved fell short of what was to be saved.

// savingsLeft reads "£1.5m of the £6.2m savings target was not made" and "Of the £6.2m savings target £4.7m was made,
// leaving £1.5m to find".
func (s *statement) savingsLeft() bool {
	if s.only == nil || s.only.Kind != facts.Measure || s.only.Unit != facts.Pounds || s.locality != "" || s.unsureMood() {
		return false
	}
	t, denied := s.only, 0
	var amounts []int
	of, leaves := -1, -1
	for i := range s.items {
		it := &s.items[i]
		switch {
		case lex.PlainAmount(it):
			amounts = append(amounts, i)
		case it.Class == language.IsRole && it.Role == "of":
			if of < 0 {
				of = i
			}
		case it.Class == language.IsNot, it.Class == language.IsMet && it.N < 0, slices.Contains([]string{"unmet", "outstanding", "undelivered", "unachieved"}, it.Text):
			denied++
		case it.Text == "leaving" && leaves < 0 && len(amounts) == 2:
			leaves = i
		case it.Class == language.IsSubject, it.Class == language.IsPlain && !it.Demoted, it.Class == language.IsFace && it.Face == facts.FaceTarget, it.Is(facts.Own), s.now(it), it.Class == language.IsMark && it.Word == ",", it.Class == language.IsMet && leaves < 0, it.Class == language.IsRole && it.Role == "to" && leaves >= 0:
		default:
			return false
		}
	}
	switch {
	case of < 0:
	case !s.ofTarget(t, amounts):
	case leaves < 0 && denied == 1 && len(amounts) == 2 && of == amounts[0]+1 && s.items[amounts[1]+1].Class != language.IsPlain:
		return s.holdSavings(t, nil, &s.items[amounts[1]], &s.items[amounts[0]])
	case leaves > 0 && len(amounts) == 3 && of < amounts[0] && amounts[2] > leaves && (denied == 0 || s.items[len(s.items)-1].Text != "not"):
		return s.holdSavings(t, &s.items[amounts[1]], &s.items[amounts[0]], &s.items[amounts[2]])
	}
	return false
}

// ofTarget reports whether one of the amounts is said to be the target, or is.
func (s *statement) ofTarget(t *facts.Thing, amounts []int) bool {
	g, ok := s.facts.At(t, facts.FaceTarget, facts.Own, s.facts.Year)
	return ok && (language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsFace && x.Face == facts.FaceTarget }) ||
		slices.ContainsFunc(amounts, func(i int) bool { return facts.Fits(s.items[i].Q.In(), g) }))
}

// weSaved takes "saved" for the savings of the year where a clause says no more of them than how much they came to, and whether that
// was more than in another year: "we saved half a million more than the year before".
func (s *statement) weSaved() {
	for i := 1; i+1 < len(s.items); i++ {
		if it := &s.items[i]; it.Text == "saved" && it.Class == language.IsUnknown && s.savedInAll(i) {
			if t := s.savings(); t != nil {
				it.Entry, it.Thing = language.Entry{Class: language.IsSubject, Word: it.Text}, t
			}
		}
	}
}

// savedInAll reports whether the clause of "saved" at item i names nothing on which was saved, and compares with earlier years if with
// anything.
func (s *statement) savedInAll(i int) bool {
	ours, years := false, false
	for k := i - 1; k >= 0 && s.items[k].Class != language.IsMark; k-- {
		switch it := &s.items[k]; {
		case it.Is(facts.Own), it.Class == language.IsSubject && it.Thing.ID == "total":
			ours = true
		case it.Class == language.IsPlain && !it.Demoted, s.now(it), it.Class == language.IsRole && it.Role == "in", it.Class == language.IsNot && it.Text == "never", it.Class == language.IsPeriod && it.Word == "over":
		default:
			return false
		}
	}
	for k := i + 1; k < len(s.items); k++ {
		switch it := &s.items[k]; {
		case it.Class == language.IsPeriod:
			years = years || !s.now(it)
		case lex.PlainAmount(it), it.Class == language.IsQuantity && it.Q.Ref == nil && it.Q.InWords && it.Q.Unit == facts.Bare && s.countsNothing(k+1), it.Class == language.IsMove && it.Adj && !it.Judge, it.Class == language.IsThan, it.Class == language.IsHedge, it.Class == language.IsMark && it.Word == ",", it.Class == language.IsPlain && !it.Demoted, it.Class == language.IsRole && (it.Role == "in" || it.Role == "since" || it.Role == "of"):
		default:
			return false
		}
	}
	return ours && years
}

// saved reads "We saved £4.7m, £1.5m less than the target of £6.2m".
func (s *statement) saved() bool {
	k := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Text == "saved" && x.Class == language.IsUnknown })
	if k < 1 || k > 2 || !s.items[k-1].Is(facts.Own) || len(s.all) > 0 || s.locality != "" || s.negated() || s.unsureMood() {
		return false
	}
	t := s.savings()
	if t == nil {
		return false
	}
	var amounts []*lex.Item
	less, goal := false, false
	for i := k + 1; i < len(s.items); i++ {
		it := &s.items[i]
		switch {
		case lex.PlainAmount(it) && (len(amounts) < 2 && !goal || len(amounts) == 2):
			amounts = append(amounts, it)
		case len(amounts) == 2 && (it.Text == "less than" || it.Text == "short of"):
			less = true
		case less && it.Class == language.IsFace && it.Face == facts.FaceTarget, less && (it.Text == "planned" || it.Text == "needed"):
			goal = true
		case len(amounts) == 2 && it.Text == "less than planned":
			less, goal = true, true
		case it.Class == language.IsPlain && !it.Demoted, it.Class == language.IsMark && it.Word == ",", s.now(it), it.Class == language.IsThan, it.Class == language.IsRole && it.Role == "of" && less, it.Class == language.IsRole && it.Role == "in":
		default:
			return false
		}
	}
	if !less || !goal && len(amounts) < 3 {
		return false
	}
	var aim *lex.Item
	if len(amounts) == 3 {
		aim = amounts[2]
	}
	return s.holdSavings(t, amounts[0], aim, amounts[1])
}

// holdSavings holds what was saved, what was to be saved and what is left of that; it reports whether the data have them.
func (s *statement) holdSavings(t *facts.Thing, made, aim, left *lex.Item) bool {
	v, ok := s.facts.At(t, facts.FaceValue, facts.Own, s.facts.Year)
	g, okG := s.facts.At(t, facts.FaceTarget, facts.Own, s.facts.Year)
	if !ok || !okG {
		return false
	}
	s.takeOver(0, len(s.items)-1)
	for _, x := range []struct {
		it   *lex.Item
		face facts.Face
	}{{aim, facts.FaceTarget}, {made, facts.FaceValue}} {
		if x.it == nil {
			continue
		}
		cl := s.tellAt(saysValue, x.it, t, facts.Own, s.facts.Level(t, x.face, facts.Own, s.facts.Year, x.it.Q))
		cl.Quantity, cl.Unit = x.it.Q.Bounds(), facts.Pounds
	}
	apart := new(big.Rat).Sub(g.Exact, v.Exact)
	w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(slices.ContainsFunc(facts.Differences(v, g, facts.Pounds, left.Q), left.Q.In().Has)), Expected: v.Display + " against a target of " + facts.DisplayOf(g.Exact, facts.FaceSpend), Evidence: append(facts.Proof(v, s.facts.Year), facts.Proof(g, s.facts.Year)...)}
	if apart.Sign() <= 0 {
		w.Truth = facts.No
	}
	cl := s.tellAt(saysTarget, left, t, facts.Own, w)
	cl.Quantity, cl.Unit, cl.Comparator = left.Q.Bounds(), facts.Pounds, "short of the target"
	return true
}
