package claims

import (
	"slices"

	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what was spent on one as a part of what was spent on another of the kind: "£48.2 million was spent in the
// north, four fifths of what was spent in the south".

// spentBeside are the two of which one was spent as a part of what the other was, where the figure at i says so; nil else.
func (s *statement) spentBeside(i int) (one, other *facts.Thing) {
	if i < 2 || !s.itemIs(i, language.IsQuantity) || s.items[i].Q.Unit != facts.Percent || s.items[i].Q.Ref != nil || !s.itemIs(i+1, language.IsBase) || s.items[i+1].Face != facts.FaceOfSpend {
		return nil, nil
	}
	k := i + 2
	if !slices.Contains([]string{"in", "on", "by"}, s.text(k)) {
		return nil, nil
	}
	for k++; k < len(s.items) && s.items[k].Class == language.IsPlain && !s.items[k].Demoted; k++ {
	}
	if other = s.amountNamed(k); other == nil || !s.ends(k+1) && !s.itemIs(k+1, language.IsBreak) {
		return nil, nil
	}
	for n := i - 1; n >= 0; n-- {
		if one = s.amountNamed(n); one != nil {
			break
		}
	}
	if one == nil || one == other || one.Group != other.Group {
		return nil, nil
	}
	return one, other
}

// amountNamed is the locality or the amount that item i names, nil where it names none.
func (s *statement) amountNamed(i int) *facts.Thing {
	switch {
	case i >= len(s.items):
	case s.items[i].Class == language.IsArea && facts.IsLocality(s.items[i].Area):
		return s.things[s.items[i].Area]
	case s.items[i].Class == language.IsSubject && s.items[i].Thing.Kind == facts.Money && s.items[i].Thing.Group != "":
		return s.items[i].Thing
	}
	return nil
}

// spendBeside holds such parts.
func (s *statement) spendBeside() {
	if s.lacks(language.IsBase) || s.negated() || s.unsureMood() || language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsPeriod && !s.now(x) }) {
		return
	}
	for i := range s.items {
		one, other := s.spentBeside(i)
		if one == nil {
			continue
		}
		v, ok := s.facts.At(one, facts.FaceSpend, facts.Own, s.facts.Year)
		whole, there := s.facts.At(other, facts.FaceSpend, facts.Own, s.facts.Year)
		if !ok || !there || whole.Exact.Sign() <= 0 {
			continue
		}
		part := exact.Quo(exact.Mul(v.Exact, exact.Rat(100, 1)), whole.Exact)
		it := &s.items[i]
		cl := s.tellAt(saysShare, it, one, facts.Own, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(facts.Fits(it.Q.In(), facts.Value{Exact: part, Shown: facts.ShownPercent(part)})),
			Expected: part.FloatString(1) + "%, or " + v.Display + " beside " + whole.Display, Evidence: slices.Concat(facts.Proof(v, s.facts.Year), facts.Proof(whole, s.facts.Year))})
		cl.Quantity, cl.Unit = it.Q.Bounds(), facts.Percent
		if cl.Verdict == Contradicted {
			cl.Message = "the text gives what was spent" + spentThere(one) + " as " + claim.Quoted(s.textOf(it.Start, s.items[i+1].End)) + spentThere(other) + "; it is " + cl.Expected
		}
	}
}

// spentThere says on what, or in which locality, money was spent.
func spentThere(t *facts.Thing) string {
	if t.Group == "locality" {
		return " in " + t.Called()
	}
	return " on " + t.Called()
}
