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

// This file sets the partners beside each other, adds the localities up and says which service is the largest.

// setAside reports whether a service is paid for by the set-aside, as its name says.
func setAside(t *facts.Thing) bool { return strings.Contains(strings.ToLower(t.ID), "set-aside") }

// now reports whether a period is the reporting year.
func (s *statement) now(it *lex.Item) bool {
	if it.Class != language.IsPeriod || it.Known {
		return it.Class == language.IsPeriod && !it.Calendar && it.Year == s.facts.Year
	}
	return it.Entry.Year == 0 && !slices.Contains([]string{"over", "onyear", "first", "ago", "survey", "surveys"}, it.Word)
}

// localitiesTogether reads the sum of what was spent in all localities: "Spend in the three localities adds up to
// £250.4m".
func (s *statement) localitiesTogether() {
	list := s.facts.Localities()
	named, spent, together, q := false, false, false, (*lex.Item)(nil)
	if len(list) < 2 || s.negated() || s.unsureMood() {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsSubject && it.Thing.ID == "count:localities":
			named = true
		case it.Class == language.IsFace && it.Face == facts.FaceSpend:
			spent = true
		case it.Class == language.IsTogether:
			together = true
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Bare && !named && it.Q.Value != nil && it.Q.Value.Cmp(exact.Rat(int64(len(list)), 1)) == 0:
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds && it.Q.Ref == nil && q == nil:
			q = it
		case it.Text == "each" || it.Text == "every" || it.Text == "average" || it.Text == "between" || it.Text == "some":
			return
		case slices.Contains([]string{"adds up", "add up", "added up", "totalled", "totals", "amounts", "came", "comes", "amounted", "sums", "sum"}, it.Text):
			together = true
		case it.Class == language.IsPlain && !it.Demoted, it.Class == language.IsMark && it.Word == ",", s.now(it), it.Is(facts.Own), it.Class == language.IsRole && (it.Role == "in" || it.Role == "to" || it.Role == "of"):
		default:
			return
		}
	}
	if !named || !spent || !together || q == nil || s.heldAt(q) {
		return
	}
	sum := s.facts.Amount(list)
	cl := s.tellAt(saysValue, q, sum, facts.Own, s.facts.Level(sum, facts.FaceSpend, facts.Own, s.facts.Year, q.Q))
	cl.Quantity, cl.Unit, cl.Comparator = q.Q.Bounds(), facts.Pounds, "together"
}

// partnersBeside reads which of two partners spent more, or went further over or under its plan: "services of the council
// overspent by £0.9m, less than those of the health board", "the bigger spender of our two partners is the council".
func (s *statement) partnersBeside() {
	if s.negated() || s.unsureMood() || s.locality != "" || s.reader.money != nil {
		return
	}
	var two []*facts.Thing
	word, face, than, spender, sized := (*lex.Item)(nil), (*lex.Item)(nil), false, false, false
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Thing != nil && it.Thing.Group == "partner" && (it.Class == language.IsSubject || it.Demoted):
			if len(two) == 0 || two[0] != it.Thing {
				two = append(two, it.Thing)
			}
		case it.Class == language.IsSubject && it.Thing.ID == "total":
		case it.Class == language.IsFace && (it.Face == facts.FaceVariance && it.N != 0 || it.Face == facts.FaceSpend) && face == nil:
			face = it
		case (it.Class == language.IsBeside && it.N != 0 && strings.HasSuffix(it.Text, " than") || it.Class == language.IsMove && it.Adj || it.Class == language.IsPace && strings.HasPrefix(it.Text, "by ")) && !it.Judge && word == nil:
			word, than = it, it.Class == language.IsBeside
		case it.Class == language.IsExtreme && !it.Judge && it.N != 0 && word == nil && i+3 < len(s.items) && s.items[i+1].Role == "of" && s.items[i+2].Text == "the" && strings.HasPrefix(s.items[i+3].Text, "two"):
			word = it // "the smaller of the two overspends"
		case it.Class == language.IsTimes && it.Word == "as much" && word == nil:
			word, than = it, true
		case it.Class == language.IsThan || it.Class == language.IsRole && strings.HasPrefix(it.Text, "than"):
			than = true
		case strings.HasSuffix(it.Text, "whole"):
			return // with what it spends elsewhere
		case it.Text == "spender" && word != nil, word != nil && face == nil && it.Class == language.IsQuantity && it.Q.Unit == facts.Bare && it.Q.Value != nil && it.Q.Value.Cmp(exact.Rat(2, 1)) == 0:
			spender = true
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds && it.Q.Ref == nil && !sized && word == nil:
			sized = true
		case it.Class == language.IsPlain && !it.Demoted, it.Class == language.IsMark && it.Word == ",", it.Class == language.IsRole && (it.Role == "of" || it.Role == "by" || it.Role == "in"), it.Class == language.IsAside && it.Text == "through", s.now(it):
		default:
			return
		}
	}
	if word == nil || s.heldAt(word) || len(two) == 0 || len(two) > 2 {
		return
	}
	what := facts.FaceSpend
	if face != nil {
		what = face.Face
	}
	if len(two) == 1 {
		if !spender || than || sized {
			return
		}
		for _, t := range s.facts.Things {
			if t.Group == "partner" && t != two[0] {
				two = append(two, t)
			}
		}
	} else if !than || spender || face == nil || what == facts.FaceSpend && sized {
		return
	}
	if len(two) != 2 {
		return
	}
	a, okA := s.facts.At(two[0], what, facts.Own, s.facts.Year)
	b, okB := s.facts.At(two[1], what, facts.Own, s.facts.Year)
	if !okA || !okB || what == facts.FaceVariance && (a.Exact.Sign() != face.N || b.Exact.Sign() != face.N) {
		return
	}
	sizeA, sizeB := new(big.Rat).Abs(a.Exact), new(big.Rat).Abs(b.Exact)
	holds := sizeA.Cmp(sizeB) == word.N
	if word.Class == language.IsTimes {
		if sizeB.Sign() == 0 || word.Hedge != facts.Plainly {
			return
		}
		holds = facts.TimesHeld(sizeB, sizeA, word.N, facts.Plainly)
	}
	cl := s.tellAt(saysComparison, word, two[0], facts.Own, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(holds), Expected: two[0].Called() + " " + a.Display + " and " + two[1].Called() + " " + b.Display, Evidence: append(facts.Proof(a, s.facts.Year), facts.Proof(b, s.facts.Year)...)})
	cl.Comparator = word.Text
}

// largestService reads that a service is the largest of all, or of those in a partner's ledger: "Care at home is the largest
// single service in the council's ledger".
func (s *statement) largestService() {
	e := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsExtreme && x.N > 0 && !x.Judge })
	if e < 0 || slices.Contains(costly, s.items[e].Text) || s.negated() || s.unsureMood() || s.locality != "" || s.reader.money != nil || s.heldAt(&s.items[e]) {
		return
	}
	var t, partner *facts.Thing
	service, rank := false, 1
	for i := range s.items {
		it := &s.items[i]
		group := ""
		if it.Thing != nil && (it.Class == language.IsSubject || it.Demoted) {
			group = it.Thing.Group
		}
		if group == "matter" {
			if o := s.serviceCalled(it.Text); o != nil && (t == nil || t == o) {
				t = o
				continue
			}
		}
		switch {
		case group == "service" && (t == nil || t == it.Thing):
			t = it.Thing
		case group == "partner" && (partner == nil || partner == it.Thing):
			partner = it.Thing
		case it.Ordinal > 0 && i == e-1:
			rank = int(it.Ordinal)
		case it.Ordinal > 0 || slices.Contains([]string{"one", "among", "after", "health", "social"}, it.Text):
			return
		case i == e+1 && it.Text == "single":
		case (i == e+1 || i == e+2) && language.FirstWord(it.Text) == "service":
			if i+1 < len(s.items) && s.items[i+1].Class == language.IsPlain && !slices.Contains([]string{"that", "is", "was", "we"}, s.items[i+1].Text) {
				return // "the largest service pressure"
			}
			service = true
		case it.Text == "by" && s.itemIs(i+1, language.IsFace) && s.items[i+1].Face == facts.FaceSpend:
		case it.Class == language.IsRole && it.Role == "by" && !(i+1 < len(s.items) && s.items[i+1].Thing != nil && s.items[i+1].Thing.Group == "partner"):
			return // "the largest by the number of people"
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds && it.Q.Ref == nil, i == e, s.now(it), it.Is(facts.Own):
		case it.Class == language.IsFace && (it.Face == facts.FaceSpend || it.Face == facts.FacePlan && partner != nil), it.Class == language.IsRole && (it.Role == "in" || it.Role == "of" || it.Role == "by"):
		case it.Class == language.IsPlain, it.Class == language.IsMark && it.Word == ",", it.Class == language.IsBreak && it.Word == "which", it.Class == language.IsSubject && it.Thing.ID == "total", it.Text == "provides" || it.Text == "delivers" || it.Text == "runs":
		default:
			return
		}
	}
	if t == nil || !service {
		return
	}
	v, ok := s.facts.At(t, facts.FaceSpend, facts.Own, s.facts.Year)
	if partner != nil && ok {
		p, found := s.facts.At(partner, facts.FaceSpend, facts.Own, s.facts.Year)
		ok = found && p.Place.File == v.Place.File
	}
	if !ok {
		return
	}
	s.holdService(e, t, v, rank, partner != nil)
}

// holdService holds in which place a service is among all, or among those of its ledger, from the largest.
func (s *statement) holdService(e int, t *facts.Thing, v facts.Value, rank int, ofLedger bool) {
	w := facts.Way{Year: s.facts.Year, Truth: facts.Yes, Expected: t.Called() + " " + v.Display, Evidence: facts.Proof(v, s.facts.Year)}
	larger, setAside := 0, 0
	for _, o := range s.facts.Things {
		x, found := s.facts.At(o, facts.FaceSpend, facts.Own, s.facts.Year)
		if o.Group != "service" || !found || ofLedger && x.Place.File != v.Place.File || x.Exact.Cmp(v.Exact) <= 0 || facts.SameShown(x, v) {
			continue
		}
		if larger++; ofSetAside(o) {
			setAside++
		}
		if larger <= max(rank, 2) {
			w.Expected += ", and " + o.Called() + " " + x.Display
			w.Evidence = append(w.Evidence, facts.Proof(x, s.facts.Year)...)
		}
	}
	if rank > 1 {
		w.Expected += ", in place " + itoa(larger+1)
	}
	switch {
	case larger == rank-1:
	case larger-setAside <= rank-1 && rank-1 < larger:
		w.Truth = facts.Unknown // an author may not count what is set aside
	default:
		w.Truth = facts.No
	}
	s.understood(0, e+1)
	cl := s.tellAt(saysRank, &s.items[e], t, facts.Own, w)
	cl.Comparator = s.items[e].Text
}
