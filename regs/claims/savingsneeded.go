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

// This file reads what part of the savings that were needed was made: "we delivered 85% of the savings required", "savings of £4.7m
// were made, two thirds of what was needed", "half of the savings target was left unmet".

// neededWords may stand in such a statement beside what it says.
var neededWords = strings.Fields("the a an of was were is been have had made delivered achieved found met realised secured banked it which that our their still be to or just only about programme what left rate achievement equal equivalent representing this delivery together in total come came amounted equals leaving requirement required sum budget holders asked them as at full by so we")

// neededSavings is such a statement: the items of its figures, -1 for none.
type neededSavings struct {
	share, made, aim, left, all int
	needed                      bool
	denied                      int
}

// savingsNeeded holds what a statement says so of the savings. It holds nothing where any word of the statement isn't of this.
func (s *statement) savingsNeeded() bool {
	t := s.only
	if t == nil || t != s.savings() || s.locality != "" || s.asked {
		return false
	}
	v, ok := s.facts.At(t, facts.FaceValue, facts.Own, s.facts.Year)
	g, okG := s.facts.At(t, facts.FaceTarget, facts.Own, s.facts.Year)
	n, is := s.asNeeded()
	if !ok || !okG || !is || g.Exact.Sign() <= 0 || !s.amountsNeeded(&n, v, g) || n.share < 0 && n.left < 0 && n.all < 0 && (n.made < 0 || n.aim < 0 || s.heldAt(&s.items[n.made]) || s.heldAt(&s.items[n.aim])) {
		return false // or else the clauses read it
	}
	s.understood(0, len(s.items))
	s.takeOver(0, len(s.items)-1)
	proof := append(facts.Proof(v, s.facts.Year), facts.Proof(g, s.facts.Year)...)
	said := v.Display + " against a target of " + facts.DisplayOf(g.Exact, facts.FaceSpend)
	for k, i := range []int{n.made, n.aim} {
		if i >= 0 {
			face := []facts.Face{facts.FaceValue, facts.FaceTarget}[k]
			cl := s.tellAt(saysValue, &s.items[i], t, facts.Own, s.facts.Level(t, face, facts.Own, s.facts.Year, s.items[i].Q))
			cl.Quantity, cl.Unit = s.items[i].Q.Bounds(), facts.Pounds
		}
	}
	if n.left >= 0 {
		q := s.items[n.left].Q
		w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(g.Exact.Cmp(v.Exact) > 0 && slices.ContainsFunc(facts.Differences(v, g, facts.Pounds, q), q.In().Has)), Expected: said, Evidence: proof}
		cl := s.tellAt(saysTarget, &s.items[n.left], t, facts.Own, w)
		cl.Quantity, cl.Unit, cl.Comparator = q.Bounds(), facts.Pounds, "short of the target"
	}
	if n.share >= 0 {
		part := exact.Mul(new(big.Rat).Quo(v.Exact, g.Exact), exact.Rat(100, 1))
		if n.denied > 0 {
			part.Sub(exact.Rat(100, 1), part)
		}
		q := s.items[n.share].Q
		w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(facts.Fits(q.In(), facts.Value{Exact: part, Shown: facts.ShownPercent(part)})), Expected: said + ", which is " + part.FloatString(1) + "%", Evidence: proof}
		cl := s.tellAt(saysTarget, &s.items[n.share], t, facts.Own, w)
		cl.Quantity, cl.Unit, cl.Comparator = q.Bounds(), facts.Percent, "of the target"
	}
	if n.all >= 0 {
		w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(v.Exact.Cmp(g.Exact) >= 0), Expected: said, Evidence: proof}
		s.tellAt(saysTarget, &s.items[n.all], t, facts.Own, w).Comparator = "all of the target"
	}
	return true
}

// asNeeded is the statement as such a one, but for its amounts.
func (s *statement) asNeeded() (n neededSavings, ok bool) {
	n = neededSavings{share: -1, made: -1, aim: -1, left: -1, all: -1}
	for i := range s.items {
		it := &s.items[i]
		switch {
		case lex.PlainAmount(it) && !it.Q.Hedged:
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Percent && it.Q.Ref == nil && n.share < 0:
			n.share = i
		case it.Class == language.IsSubject, s.now(it) && it.Word != "over", it.Is(facts.Own), it.Class == language.IsVersus, it.Class == language.IsTogether, it.Class == language.IsMark && it.Word == ",", it.Class == language.IsHedge && n.all < 0, it.Class == language.IsPeriod && it.Text == "still":
		case it.Text == "all" && n.all < 0 && (i == 0 || s.text(i-1) == "made" || s.text(i-1) == "delivered" || s.text(i-1) == "achieved") && (s.text(i+1) == "of" || s.text(i+1) == "the" || i+1 < len(s.items) && lex.PlainAmount(&s.items[i+1])):
			n.all = i
		case it.Class == language.IsBeside && it.Text == "exceeded" && n.all < 0 && i+1 < len(s.items):
			n.all = i
		case s.saysNeeded(i), it.Text == "leaving":
			n.needed = true
		case it.Class == language.IsNot, slices.Contains([]string{"unmet", "outstanding", "undelivered", "unachieved", "missing"}, it.Text):
			n.denied++
		case s.saysShort(i):
			n.denied++
		case it.Class == language.IsMet && it.N > 0 && !strings.HasPrefix(it.Text, "met") && slices.Contains(neededWords, it.Text), it.Class == language.IsRole && (it.Role == "of" || it.Role == "in" || it.Role == "by" || it.Role == "to" || it.Role == "from"), it.Class == language.IsBreak && (it.Text == "and" || it.Text == "or" || it.Text == "which" || it.Text == "that"):
		case it.Ordinal == 0 && (it.Class == language.IsPlain && !it.Demoted || it.Class == language.IsUnknown || it.Class == language.IsFace && it.Text == "budget") && slices.Contains(neededWords, it.Text):
		default:
			return n, false
		}
	}
	return n, n.needed && n.denied < 2 && !(n.all >= 0 && (n.denied > 0 || n.share >= 0))
}

// saysNeeded reports whether the item at i says what the savings were to be.
func (s *statement) saysNeeded(i int) bool {
	it := &s.items[i]
	switch it.Class {
	case language.IsFace:
		return it.Face == facts.FaceTarget
	case language.IsMood:
		return strings.Contains(it.Text, "needed") || strings.Contains(it.Text, "required") || it.Text == "relied on"
	}
	return it.Text == "requirement" || it.Text == "needed" || it.Text == "required" || it.Text == "asked" || it.Text == "that the budget relied on" || it.Text == "what was needed"
}

// saysShort reports whether the item at i says that less was saved than needed.
func (s *statement) saysShort(i int) bool {
	it := &s.items[i]
	return (it.Class == language.IsBeside || it.Class == language.IsMet || it.Class == language.IsPlain) && (it.Text == "short" || strings.HasSuffix(it.Text, "short of"))
}

// amountsNeeded finds what each amount of the statement is of; it reports whether that is plain.
func (s *statement) amountsNeeded(n *neededSavings, v, g facts.Value) bool {
	for i := range s.items {
		if !lex.PlainAmount(&s.items[i]) {
			continue
		}
		in := s.items[i].Q.In()
		which := &n.made
		switch {
		case s.leftNeeded(i):
			if which = &n.left; n.denied > 0 && n.share >= 0 {
				return false
			}
		case facts.Fits(in, g) && (s.nearNeed(i) || n.made < 0 && n.share >= 0):
			which = &n.aim
		case facts.Fits(in, g), s.nearNeed(i):
			return false // "savings of £6.2m against a target of £4.7m"
		}
		if *which >= 0 {
			return false
		}
		*which = i
	}
	if n.made >= 0 {
		m := s.items[n.made].Q.Value
		return m.Cmp(exact.Mul(v.Exact, exact.Rat(1, 2))) >= 0 && m.Cmp(exact.Mul(v.Exact, exact.Rat(3, 2))) <= 0
	}
	return true
}

// nearNeed reports whether the words right before or behind the amount at i say that so much was needed.
func (s *statement) nearNeed(i int) bool {
	for k := i - 1; k >= 0 && (s.items[k].Class == language.IsPlain || s.items[k].Role == "of" || s.saysNeeded(k)); k-- {
		if s.saysNeeded(k) {
			return true
		}
	}
	for k := i + 1; k < len(s.items) && s.text(k) != "was" && s.text(k) != "were" && s.items[k].Class != language.IsMark && s.items[k].Class != language.IsVersus && s.items[k].Class != language.IsQuantity && s.items[k].Class != language.IsBeside; k++ {
		if s.saysNeeded(k) {
			return true
		}
	}
	return false
}

// leftNeeded reports whether the amount at i is what hasn't been saved: "£1.5m short", "by £1.5m" behind that, "leaving £1.5m to be
// found", "£1.5m was not found".
func (s *statement) leftNeeded(i int) bool {
	if i+1 < len(s.items) && s.saysShort(i+1) || s.text(i-1) == "leaving" {
		return true
	}
	if s.itemIs(i-1, language.IsRole) && s.items[i-1].Role == "by" {
		for k := range i {
			if s.saysShort(k) {
				return true
			}
		}
	}
	for k := i + 1; k < len(s.items) && s.items[k].Class != language.IsMark && s.items[k].Class != language.IsQuantity; k++ {
		if s.items[k].Class == language.IsNot || s.text(k) == "unmet" || s.text(k) == "outstanding" || s.text(k) == "undelivered" {
			return true
		}
	}
	return false
}
