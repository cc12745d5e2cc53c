package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads which service had the largest over- or underspend, and what the over- or underspends of several came to, where a
// statement says nothing else.

// largestWords may stand in such a statement.
var largestWords = strings.Fields("the our a that was were is had has have recorded arose came from in of at any service services all among budget budgets single year came to up it two three four five reported saw ran made")

// variedList is a statement of services, one word for over- or underspends and amounts, -1 and nil for what it lacks.
type variedList struct {
	varied, extreme int
	amounts, named  []int
	together        bool
}

// variedListed is the statement as such a one; ok is false where any word isn't of this.
func (s *statement) variedListed() (l variedList, ok bool) {
	l = variedList{varied: -1, extreme: -1}
	if s.lacks(language.IsFace) || s.locality != "" || s.reader.money != nil || s.negated() || s.unsureMood() {
		return l, false
	}
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 && l.varied < 0:
			l.varied = i
		case plainAmount(it):
			l.amounts = append(l.amounts, i)
		case s.partAt(i) != nil && s.partAt(i).Group == "service":
			l.named = append(l.named, i)
		case it.Class == language.IsExtreme && l.extreme < 0 && l.varied < 0 && slices.Contains([]string{"largest", "biggest", "greatest", "highest"}, it.text):
			l.extreme = i
		case it.text == "budgets":
		case it.Class == language.IsTogether, it.text == "in all", it.text == "altogether":
			l.together = true
		case it.Class == language.IsQuantity && it.q.Unit == facts.Bare && it.q.InWords && (s.text(i+1) == "budgets" || s.text(i+1) == "services"):
		case it.is(facts.Own), s.now(it), it.Class == language.IsMark && it.Word != ";" && it.Word != "–", it.Class == language.IsBreak && it.text == "and":
		case it.Class == language.IsRole && slices.Contains([]string{"of", "in", "by", "from", "to", "part"}, it.Role):
		case it.Class == language.IsPlain && !it.demoted && it.ordinal == 0 && !slices.ContainsFunc(strings.Fields(it.text), func(w string) bool { return !slices.Contains(largestWords, w) }):
		default:
			return l, false
		}
	}
	return l, l.varied >= 0
}

// largestVaried reads "the largest overspend of any service, £1.4m, was in care at home".
func (s *statement) largestVaried() bool {
	l, ok := s.variedListed()
	if !ok || l.extreme < 0 || l.extreme != l.varied-1 || len(l.named) != 1 || len(l.amounts) > 1 || l.together {
		return false
	}
	t, sign := s.partAt(l.named[0]), s.items[l.varied].N
	v, ok := s.facts.At(t, facts.FaceVariance, facts.Own, s.facts.Year)
	if !ok {
		return false
	}
	w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(v.Exact.Sign() == sign), Expected: t.Called() + " " + v.Display, Evidence: facts.Proof(v, s.facts.Year)}
	for _, o := range s.facts.Things {
		if o.Group != t.Group || o == t {
			continue
		}
		if x, there := s.facts.At(o, facts.FaceVariance, facts.Own, s.facts.Year); there && x.Exact.Sign() == sign && exact.Compare(exact.Abs(x.Exact), exact.Mul(exact.Abs(v.Exact), exact.Rat(21, 20))) > 0 { // two of nearly the same size may both be called so
			if w.Truth == facts.Yes {
				w.Expected += ", and " + o.Called() + " " + x.Display
				w.Evidence = append(w.Evidence, facts.Proof(x, s.facts.Year)...)
			}
			w.Truth = facts.No
		}
	}
	s.understood(0, len(s.items))
	s.takeOver(0, len(s.items)-1)
	s.tellAt(saysRank, &s.items[l.extreme], t, facts.Own, w).Comparator = s.items[l.extreme].text
	for _, i := range l.amounts {
		s.holdVaried(&s.items[i], t, s.facts.Year, sign)
	}
	return true
}

// variedInSum reads "the overspends of care at home and prescribing came to £2.8m", "the two budgets of care at home and prescribing
// were overspent by £2.8m together".
func (s *statement) variedInSum() bool {
	l, ok := s.variedListed()
	if !ok || l.extreme >= 0 || len(l.named) < 2 || len(l.amounts) != 1 || l.amounts[0] < l.named[len(l.named)-1] || s.items[l.amounts[0]].q.Hedged {
		return false
	}
	plural := strings.HasSuffix(s.items[l.varied].text, "spends") && l.varied < l.named[0]
	if !plural && !(l.together && (s.text(l.named[0]-2) == "budgets" || s.text(l.named[0]-2) == "services")) {
		return false
	}
	for i := l.named[0] + 1; i < l.named[len(l.named)-1]; i++ {
		if it := &s.items[i]; it.Class != language.IsSubject && it.text != "and" && it.Word != "," {
			return false
		}
	}
	sum, sign := new(big.Rat), s.items[l.varied].N
	for _, i := range l.named {
		v, ok := s.facts.At(s.partAt(i), facts.FaceVariance, facts.Own, s.facts.Year)
		if !ok || v.Exact.Sign() != sign {
			return false
		}
		sum.Add(sum, exact.Abs(v.Exact))
	}
	it := &s.items[l.amounts[0]]
	s.understood(0, len(s.items))
	s.takeOver(0, len(s.items)-1)
	w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(facts.Fits(it.q.In(), facts.Value{Exact: sum})), Expected: facts.InWords(sum, facts.FaceSpend) + " together"}
	cl := s.tellAt(saysVariance, it, s.partAt(l.named[0]), facts.Own, w)
	cl.Quantity, cl.Unit = it.q.Bounds(), facts.Pounds
	if cl.Verdict == Contradicted {
		cl.Message = "the text has " + asQuoted(s.textOf(it.start, it.end)) + "; what it names comes to " + facts.InWords(sum, facts.FaceSpend) + " together"
	}
	return true
}
