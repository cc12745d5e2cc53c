package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads the size of an over- or underspend that is called a gap: "the gap between plan and spending was £2.8m", "the
// difference between what was planned and what was spent on care at home came to £1.4m", and by how much more was spent on one
// amount than on another: "the gap between spending on prescribing and on care at home was £4.9m".

// gapVerbs are words between such a gap and its size, betweenPlanAndSpend those that may stand among what it is between.
var (
	gapVerbs            = []string{"was", "is", "came", "comes", "stood", "stands", "amounted", "amounts", "to", "at", "of", "then", "therefore", "thus", "now", "remained"}
	betweenPlanAndSpend = []string{"what", "was", "were", "had", "been", "the", "our", "its", "and", "actual", "actually", "total", "year's", "we", "finally", "on", "in", "for", "level", "of"}
)

// gapOf is what a statement about such a gap has.
type gapOf struct {
	q              int // the size, -1 where none was read
	planned, spent int
	amounts        []*facts.Thing
}

// planGap holds the size where the statement says nothing else: of an over- or underspend, or of the difference between what
// was spent, or planned, on two amounts.
func (s *statement) planGap() bool {
	g := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsPlain && (x.Word == "gap" || x.Text == "gap") })
	if g < 0 || s.negated() || s.unsureMood() || s.locality != "" || s.onlyLocality() != "" {
		return false
	}
	is, ok := s.gapAt(g)
	if !ok || is.q < 0 {
		return false
	}
	it := &s.items[is.q]
	tell := func(m Measure, t *facts.Thing, size *big.Rat, expected string, of ...facts.Value) {
		s.takeOver(is.q, is.q)
		s.understood(0, len(s.items))
		w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(facts.Fits(it.Q.In(), facts.Value{Exact: new(big.Rat).Abs(size)})), Expected: expected}
		for _, v := range of {
			w.Evidence = append(w.Evidence, facts.Proof(v, s.facts.Year)...)
		}
		cl := s.tellAt(m, it, t, facts.Own, w)
		cl.Quantity, cl.Unit = it.Q.Bounds(), facts.Pounds
	}
	switch {
	case is.planned == 1 && is.spent == 1 && len(is.amounts) < 2:
		t := s.total
		if len(is.amounts) == 1 {
			t = is.amounts[0]
		}
		if t == nil {
			return false
		}
		if v, ok := s.facts.At(t, facts.FaceVariance, facts.Own, s.facts.Year); ok {
			tell(saysVariance, t, v.Exact, v.Display, v)
			return true
		}
	case (is.planned == 0) != (is.spent == 0) && len(is.amounts) == 2:
		face := facts.FaceSpend
		if is.spent == 0 {
			face = facts.FacePlan
		}
		a, okA := s.facts.At(is.amounts[0], face, facts.Own, s.facts.Year)
		b, okB := s.facts.At(is.amounts[1], face, facts.Own, s.facts.Year)
		if okA && okB {
			tell(saysComparison, is.amounts[0], new(big.Rat).Sub(a.Exact, b.Exact), a.Display+" for "+is.amounts[0].Called()+" and "+b.Display+" for "+is.amounts[1].Called(), a, b)
			return true
		}
	}
	return false
}

// gapAt reads the statement around the gap at item g; it isn't ok where there is anything else in it.
func (s *statement) gapAt(g int) (is gapOf, ok bool) {
	is.q = -1
	between := g + 1
	if strings.HasSuffix(s.text(g), " between") {
		between = g
	} else if s.text(between) == "of" {
		between += 2 // "a gap of £2.8m between"
	}
	if between > g && (between >= len(s.items) || s.items[between].Role != "between") {
		return is, false
	}
	for i := range s.items {
		it := &s.items[i]
		switch {
		case i == g, i == between, i < between && it.Role == "of", s.now(it), it.Is(facts.Own), it.Class == language.IsMark && (it.Word == "," && i < g || i == len(s.items)-1), it.Class == language.IsHedge && s.itemIs(i+1, language.IsQuantity):
		case it.Class == language.IsQuantity:
			if is.q >= 0 || it.Q.Unit != facts.Pounds || it.Q.Ref != nil || i > between && is.planned+is.spent == 0 || i < between && i != g-1 && i != g+2 {
				return is, false
			}
			is.q = i
		case i < between && slices.Contains([]string{"the", "our", "a", "an", "in", "for", "there", "was", "is", "there was", "this", "year"}, it.Text):
		case i < between || is.q > between:
			return is, false
		case it.Class == language.IsFace && it.Face == facts.FacePlan:
			is.planned++
		case it.Class == language.IsFace && it.Face == facts.FaceSpend:
			is.spent++
		case it.Class == language.IsSubject && it.Thing.ID == "total":
		case it.Class == language.IsSubject && it.Thing.Kind == facts.Money && it.Thing.Group != "locality" && !slices.Contains(is.amounts, it.Thing):
			is.amounts = append(is.amounts, it.Thing)
		case slices.Contains(betweenPlanAndSpend, it.Text), is.planned+is.spent > 0 && slices.Contains(gapVerbs, it.Text):
		default:
			return is, false
		}
	}
	return is, true
}
