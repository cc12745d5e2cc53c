package claims

import (
	"math/big"
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads one figure that is said of several amounts each, and several that are said of several.

// eachVaried reads "Underspends of £0.4m in each of nursing, physiotherapy and day services were reported".
func (s *statement) eachVaried() {
	if s.lacks(language.IsQuantity) || s.lacks(language.IsFace) {
		return
	}
	named := s.amountsNamed()
	if len(named) < 2 || s.denies() || s.unsureMood() {
		return
	}
	face, q, each := (*lex.Item)(nil), (*lex.Item)(nil), false
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 && face == nil:
			face = it
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds && it.Q.Ref == nil && q == nil && face != nil:
			q = it
		case it.Text == "each" && q != nil:
			each = true
		case it.Class == language.IsSubject && !each:
			return
		case it.Class == language.IsPlain && !it.Demoted, it.Class == language.IsSubject, it.Class == language.IsMark && it.Word == ",", it.Class == language.IsBreak && it.Text == "and", it.Class == language.IsRole && (it.Role == "of" || it.Role == "in"), s.now(it):
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
	one := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsQuantity && x.Text == "one" })
	if one < 3 || one+4 != len(s.items)-1 || s.items[one-1].Text != "and" || s.items[one+1].Role != "of" || s.negated() || s.unsureMood() {
		return
	}
	q, t := &s.items[one+2], s.items[one+4].Thing
	if q.Class != language.IsQuantity || q.Q.Unit != facts.Pounds || q.Q.Ref != nil || t == nil || t.Kind != facts.Money || s.items[one+3].Text != "in" && s.items[one+3].Text != "on" || s.heldAt(q) {
		return
	}
	face := (*lex.Item)(nil)
	for i := range one {
		if it := &s.items[i]; it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 {
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
	if s.negated() || s.unsureMood() || !language.AnyOf(s.items, func(x *lex.Item) bool { return x.Text == "respectively" }) {
		return
	}
	list := s.facts.Localities()
	var figures []*lex.Item
	named, spent := false, false
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsSubject && it.Thing.ID == "count:localities":
			named = true
		case it.Class == language.IsFace && it.Face == facts.FaceSpend:
			spent = true
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds && it.Q.Ref == nil:
			figures = append(figures, it)
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Bare && !named, it.Class == language.IsPlain && !it.Demoted, it.Class == language.IsMark && it.Word == ",", it.Class == language.IsBreak && it.Text == "and", s.now(it), it.Class == language.IsRole && it.Role == "in":
		default:
			return
		}
	}
	if !named || !spent || len(figures) != len(list) || len(list) < 2 {
		return
	}
	var wrong []*lex.Item
	for _, it := range figures {
		right := slices.IndexFunc(list, func(t *facts.Thing) bool {
			return s.facts.Level(t, facts.FaceSpend, facts.Own, s.facts.Year, it.Q).Truth == facts.Yes
		})
		if right >= 0 {
			list = slices.Delete(list, right, right+1)
		} else {
			wrong = append(wrong, it)
		}
	}
	if len(wrong) != 1 || len(list) != 1 || s.heldAt(wrong[0]) {
		return
	}
	cl := s.tellAt(saysValue, wrong[0], list[0], facts.Own, s.facts.Level(list[0], facts.FaceSpend, facts.Own, s.facts.Year, wrong[0].Q))
	cl.Quantity, cl.Unit = wrong[0].Q.Bounds(), facts.Pounds
}

// varianceGiven reads the variance behind what was planned and what was spent: "Budget for the year was £247.6m and actual
// expenditure £250.4m, giving rise to a variance of £2.8m".
func (s *statement) varianceGiven() {
	if s.lacks(language.IsQuantity) {
		return
	}
	t := s.total
	if only := s.soleAmount(); only != nil {
		t = only
	}
	if t == nil || s.locality != "" || s.negated() || s.unsureMood() {
		return
	}
	v := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Text == "variance" })
	if v < 4 || v+2 >= len(s.items) || s.items[v+1].Role != "of" || s.items[v+2].Class != language.IsQuantity || s.items[v+2].Q.Unit != facts.Pounds || s.items[v+2].Q.Ref != nil {
		return
	}
	planned, spent := false, false
	for i := range v {
		if it := &s.items[i]; it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds && it.Q.Ref == nil && it.Q.Value != nil && exact.Significant(it.Q.Value) > 2 {
			switch {
			case s.facts.Level(t, facts.FacePlan, facts.Own, s.facts.Year, it.Q).Truth == facts.Yes && !planned:
				planned = true
			case s.facts.Level(t, facts.FaceSpend, facts.Own, s.facts.Year, it.Q).Truth == facts.Yes && !spent:
				spent = true
			default:
				return
			}
		}
	}
	is, ok := s.facts.At(t, facts.FaceVariance, facts.Own, s.facts.Year)
	q := &s.items[v+2]
	if !planned || !spent || !ok || s.heldAt(q) {
		return
	}
	size := facts.Value{Exact: new(big.Rat).Abs(is.Exact)}
	cl := s.tellAt(saysVariance, q, t, facts.Own, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(facts.Fits(q.Q.In(), size)), Expected: is.Display, Evidence: facts.Proof(is, s.facts.Year)})
	cl.Quantity, cl.Unit = q.Q.Bounds(), facts.Pounds
}
