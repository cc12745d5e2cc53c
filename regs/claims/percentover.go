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

// percentOver reads by how many percent something went over or under what it was to cost: "care at home was 7.6% over
// its £18.6m budget".
func (s *statement) percentOver() {
	if s.lacks(language.IsQuantity) || s.negated() || s.unsureMood() {
		return
	}
	var of *facts.Thing
	var over *lex.Item // the under- or overspend that is spoken of
	other := false     // the sentence has named something else
	for i := range s.items {
		it := &s.items[i]
		if it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 {
			over = it
		}
		other = other || it.Class == language.IsSubject || it.Class == language.IsUnknown || it.Class == language.IsPeriod && !s.now(it) || it.Class == language.IsArea && it.Area != facts.Own
		switch {
		case it.Class == language.IsSubject && it.Thing.Kind == facts.Money && !it.Demoted:
			of = it.Thing
		case it.Class == language.IsSubject || it.Class == language.IsUnknown || it.Class == language.IsPeriod && !s.now(it) || it.Class == language.IsArea && it.Area != facts.Own:
			of = nil
		case it.Class == language.IsMark && it.Word == ";":
			of = nil
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Percent && it.Q.Ref == nil && !s.heldAt(it) && over != nil && s.ofPlanAt(i+1):
			if of != nil {
				s.holdPercentOver(it, of, over.N, true)
			} else if !other && s.total != nil && s.locality == "" && s.reader.money == nil {
				s.holdPercentOver(it, s.total, over.N, true)
			}
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Percent && it.Q.Ref == nil && !s.heldAt(it) && s.sizeOfPlan(i) != 0:
			if s.variedOnlyAll() {
				s.holdPercentOver(it, s.total, s.sizeOfPlan(i), false)
			}
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Percent && it.Q.Ref == nil && of != nil && !s.heldAt(it):
			if sign := s.besidePlanAt(i + 1); sign != 0 {
				s.holdPercentOver(it, of, sign, s.heldAt(&s.items[i+1]))
			}
		}
	}
}

// ofPlanAt reports whether the words from item i on say "of the £247.6m planned" or "of our budget of £247.6m".
func (s *statement) ofPlanAt(i int) bool {
	if s.text(i) != "of" {
		return false
	}
	amount, plan := false, false
	for i++; i < len(s.items) && !(amount && plan); i++ {
		switch it := &s.items[i]; {
		case it.Class == language.IsFace && it.Face == facts.FacePlan:
			plan = true
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds && !amount:
			amount = true
		case it.Text == "the" || it.Text == "our" || it.Text == "of" || it.Text == "that" || it.Text == "was" || it.Text == "its":
		default:
			return false
		}
	}
	return amount && plan
}

// sizeOfPlan is the sign of the over- or underspend right before or behind the percentage at i that this is said to be the size of, as a part of
// the plan, 0 where there is none: "the overspend equals 1.1% of planned spending", "at 1.1% of the budget, the overspend was …".
func (s *statement) sizeOfPlan(i int) int {
	k := i + 1
	if s.text(k) != "of" {
		return 0
	}
	for k++; slices.Contains([]string{"the", "our", "its", "year's", "whole", "total", "annual"}, s.text(k)) || s.itemIs(k, language.IsFace) && s.items[k].Text == "planned" && s.itemIs(k+1, language.IsFace); k++ {
	}
	if !s.itemIs(k, language.IsFace) || s.items[k].Face != facts.FacePlan && s.text(k-1) != "planned" || !s.saysNoMore(k+1) {
		return 0
	}
	for b := i - 1; b >= 0; b-- {
		switch it := &s.items[b]; {
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0:
			if s.text(b-1) == "any" {
				return 0
			}
			return it.N
		case slices.Contains([]string{"was", "is", "equals", "equalled", "equal to", "equal", "to", "amounted", "amounts", "came", "comes", "at", "by", "of", "represents", "representing", "or"}, it.Text), it.Class == language.IsHedge, lex.PlainAmount(it), it.Class == language.IsMark && it.Word == ",", it.Class == language.IsBreak && it.Text == "which", s.now(it):
			if it.Text == "at" && b == 0 && s.itemIs(k+1, language.IsMark) && s.text(k+2) == "the" && s.itemIs(k+3, language.IsFace) && s.items[k+3].Face == facts.FaceVariance {
				return s.items[k+3].N
			}
		default:
			return 0
		}
	}
	return 0
}

// besidePlanAt is -1 where the words from item i on say "over its budget" or "over its £18.6m", 1 for "under", as the signs of
// variances are, and 0 for other words.
func (s *statement) besidePlanAt(i int) int {
	if i >= len(s.items) {
		return 0
	}
	sign := 0
	switch it := &s.items[i]; {
	case overPlan(it):
		return it.N
	case it.Text == "over" || it.Text == "above":
		sign = -1
	case it.Text == "under" || it.Text == "below":
		sign = 1
	default:
		return 0
	}
	owned := false
	for i++; i < len(s.items); i++ {
		it := &s.items[i]
		switch {
		case it.Class == language.IsFace && it.Face == facts.FacePlan, strings.HasPrefix(it.Text, "budget"):
			return sign
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds:
			if owned {
				return sign
			}
		case slices.Contains([]string{"its", "their"}, it.Text):
			owned = true
		case it.Text == "a" || it.Text == "the":
		default:
			return 0
		}
	}
	return 0
}

// givesAmountOf reports whether one of the sentence's amounts, where it has any, can be what was spent on a thing or
// planned for it.
func (s *statement) givesAmountOf(t *facts.Thing) bool {
	amounts := 0
	for i := range s.items {
		it := &s.items[i]
		if !lex.PlainAmount(it) {
			continue
		}
		amounts++
		for _, face := range []facts.Face{facts.FaceSpend, facts.FacePlan, facts.FaceVariance} {
			if v, ok := s.facts.At(t, face, facts.Own, s.facts.Year); ok && facts.Fits(it.Q.In(), facts.Value{Exact: exact.Abs(v.Exact), Shown: v.Shown}) {
				return true
			}
		}
	}
	return amounts == 0
}

// holdPercentOver holds by how many percent something is said to have gone over or under its budget, and whether it did where that wasn't
// held yet.
func (s *statement) holdPercentOver(it *lex.Item, of *facts.Thing, sign int, held bool) {
	if !s.givesAmountOf(of) {
		return // "the drugs bill for general practice reached £24.9m, 6% above the £23.5m budgeted"
	}
	v, ok := s.facts.At(of, facts.FaceVariance, facts.Own, s.facts.Year)
	p, ok2 := s.facts.At(of, facts.FacePlan, facts.Own, s.facts.Year)
	if !ok || !ok2 || p.Exact.Sign() <= 0 {
		return
	}
	share := new(big.Rat).Mul(new(big.Rat).Quo(new(big.Rat).Abs(v.Exact), p.Exact), exact.Rat(100, 1))
	shown := facts.Value{Exact: share, Shown: facts.ShownPercent(share)}
	way := map[int]string{-1: "over", 1: "under", 0: "beside"}[v.Exact.Sign()]
	w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf((held || v.Exact.Sign() == sign) && facts.Fits(it.Q.In(), shown)), Expected: share.FloatString(1) + "% " + way + " its budget of " + p.Display, Evidence: append(facts.Proof(v, s.facts.Year), facts.Proof(p, s.facts.Year)...)}
	s.tellAt(saysVariance, it, of, facts.Own, w).Quantity = it.Q.Bounds()
}

// overPlan reports whether an item says on which side of a budget something is: "over its budget", "below plan".
func overPlan(it *lex.Item) bool {
	return it.Class == language.IsFace && it.Face == facts.FaceVariance && slices.Contains([]string{"over", "under", "above", "below"}, language.FirstWord(it.Text)) && slices.Contains([]string{"budget", "plan"}, language.LastWord(it.Text))
}
