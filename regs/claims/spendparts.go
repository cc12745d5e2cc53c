package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
	"apr/regs/claims/means"
	"apr/regs/sentence"
)

// This file reads which part of all spending an amount was behind a sentence that gives that, how near spending
// came to the plan, and which of two amounts was the larger.

// partOfSpent reads "More than half of it, £60.4m, went through NHS Westerlea" behind "We spent £108.7m".
func (s *statement) partOfSpent(sn *sentence.Sentence) {
	if s.locality != "" || s.reader.money != nil || s.negated() || s.unsureMood() {
		return
	}
	part, amount, of, named := (*lex.Item)(nil), (*lex.Item)(nil), false, (*facts.Thing)(nil)
	for i := range s.items {
		it := &s.items[i]
		var t *facts.Thing
		if it.Class == language.IsArea && facts.IsLocality(it.Area) {
			t = s.things[it.Area]
		} else if it.Class == language.IsSubject && it.Thing.Kind == facts.Money && it.Thing.ID != "total" {
			t = it.Thing
		}
		switch {
		case it.Class == language.IsQuantity && part == nil && i == 0 && it.Q.Unit == facts.Percent && it.Q.Ref == nil:
			part = it
		case it.Class == language.IsQuantity && amount == nil && it.Q.Unit == facts.Pounds && it.Q.Ref == nil && it.Q.Value != nil:
			amount = it
		case i == 1 && it.Class == language.IsRole && it.Role == "of":
			of = true
		case i == 2 && (it.Text == "it" || it.Text == "this" || it.Text == "that"):
		case t != nil && named == nil && i > 2:
			named = t
		case it.Class == language.IsPlain && !it.Demoted && i > 2, it.Class == language.IsMark && it.Word != ":", it.Class == language.IsBreak && it.Text == "or", it.Class == language.IsRole && i > 2 && (it.Role == "by" || it.Role == "in"), it.Class == language.IsAside && it.Text == "through", it.Class == language.IsFace && it.Face == facts.FaceSpend, it.Is(facts.Own):
		default:
			return
		}
	}
	if part == nil || !of || named == nil || s.heldAt(part) || !means.SpentBefore(s.facts, sn, s.reading.lastClaim()) {
		return
	}
	v, ok := s.facts.At(named, facts.FaceSpend, facts.Own, s.facts.Year)
	if !ok || amount != nil && !facts.Fits(amount.Q.In(), v) {
		return
	}
	cl := s.tellAt(saysShare, part, named, facts.Own, s.facts.OfAll(named, s.facts.Year, part.Q), s.facts.Level(named, facts.FaceShare, facts.Own, s.facts.Year, part.Q))
	cl.Quantity, cl.Unit = part.Q.Bounds(), facts.Percent
}

// withinPlan reads "came within one per cent of the plan", of the whole or of an amount that is named.
func (s *statement) withinPlan() {
	if s.lacks(language.IsQuantity) {
		return
	}
	w := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Text == "within" })
	if w < 0 || w+2 >= len(s.items) || s.negated() || s.unsureMood() || s.locality != "" || s.reader.money != nil || len(s.all) > 1 {
		return
	}
	t := s.total
	if only := s.soleAmount(); s.only != nil || only != nil {
		t = only
	}
	q := s.items[w+1].Q
	if t == nil || t.Kind != facts.Money || s.items[w+1].Class != language.IsQuantity || q.Unit != facts.Percent || q.Fraction || q.Ref != nil || q.Value == nil || q.Hedged || s.items[w+2].Role != "of" && s.items[w+2].Text != "of the budget" {
		return
	}
	k, named := w+3, false
	if s.items[w+2].Class == language.IsBase {
		k = w + 2
	} else if k < len(s.items) && s.items[k].Text == "the" {
		k++
	}
	switch it := &s.items[min(k, len(s.items)-1)]; {
	case it.Class == language.IsBase, it.Class == language.IsFace && it.Face == facts.FacePlan:
		named = true
	case it.Text == "it" || it.Text == "that":
	default:
		return
	}
	given := named
	for i := range s.items {
		it := &s.items[i]
		switch {
		case i > k && it.Class != language.IsPeriod && it.Class != language.IsMark:
			return
		case it.Class == language.IsQuantity && it.Q != q:
			v, ok := s.facts.At(t, facts.FacePlan, facts.Own, s.facts.Year)
			if it.Q.Ref != nil && it.Q.Ref.Thing == t && it.Q.Ref.Face == facts.FacePlan {
				given = true
				continue
			}
			if it.Q.Ref != nil || !ok || it.Q.Unit != facts.Pounds || !facts.Fits(it.Q.In(), v) {
				return
			}
			given = true
		case it.Class == language.IsUnknown && it.Thing == nil, it.Class == language.IsPeriod && it.Known && it.Year != s.facts.Year, it.Class == language.IsPeriod && (it.Entry.Year != 0 && !it.Known || it.Word == "over"), it.Class == language.IsArea && it.Area != facts.Own, it.Class == language.IsMove, it.Class == language.IsBeside, it.Class == language.IsAside, it.Class == language.IsMet, it.Class == language.IsFace && it.Face != facts.FacePlan && it.Face != facts.FaceSpend:
			return
		}
	}
	v, okV := s.facts.At(t, facts.FaceVariance, facts.Own, s.facts.Year)
	p, okP := s.facts.At(t, facts.FacePlan, facts.Own, s.facts.Year)
	if !given || !okV || !okP || p.Exact.Sign() <= 0 {
		return
	}
	off := new(big.Rat).Quo(new(big.Rat).Abs(v.Exact), p.Exact)
	off.Mul(off, exact.Rat(100, 1))
	cl := s.tellAt(saysVariance, &s.items[w+1], t, facts.Own, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(off.Cmp(q.Value) <= 0 || facts.ShownPercent(off).Cmp(q.Value) <= 0), Expected: v.Display + ", or " + off.FloatString(1) + "% of the plan", Evidence: facts.Proof(v, s.facts.Year)})
	cl.Quantity, cl.Unit, cl.Comparator = q.Bounds(), facts.Percent, "within"
}

// took are verbs of what an amount had of the money.
var took = []string{"took", "had", "got", "received", "made up", "was", "were", "takes", "gets"}

// partsCompared reads "short breaks took the larger part and carers' support the smaller".
func (s *statement) partsCompared() {
	if s.lacks(language.IsMove) || s.negated() || s.unsureMood() || s.locality != "" {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.Class != language.IsMove || !it.Adj || it.Judge || i < 3 || i+1 >= len(s.items) || s.items[i-1].Text != "the" || !slices.Contains(took, s.items[i-2].Text) || !slices.Contains([]string{"part", "share", "portion", "slice", "half", "sum", "amount"}, s.items[i+1].Text) {
			continue
		}
		a, b := s.amountAt(i-3), (*facts.Thing)(nil)
		if a == nil {
			return
		}
		for k := range s.items {
			x := &s.items[k]
			t := s.amountAt(k)
			if o := s.serviceCalled(x.Text); t != nil && t.Group != a.Group && o != nil && k > i+1 {
				t = o
			}
			switch {
			case k > i+1 && t != nil && b == nil && t.Group == a.Group:
				b = t
			case x.Class == language.IsUnknown && t == nil, x.Class == language.IsPeriod, x.Class == language.IsArea && x.Area != facts.Own, x.Class == language.IsFace, x.Class == language.IsMove && k != i && !(b != nil && x.Adj && x.N == -it.N),
				t != nil && t != a && t.Group == a.Group:
				return
			}
		}
		if b == nil || b == a {
			return
		}
		va, okA := s.facts.At(a, facts.FaceSpend, facts.Own, s.facts.Year)
		vb, okB := s.facts.At(b, facts.FaceSpend, facts.Own, s.facts.Year)
		if !okA || !okB {
			return
		}
		cl := s.tellAt(saysComparison, it, a, facts.Own, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(va.Exact.Cmp(vb.Exact) == it.N), Expected: a.Called() + " " + va.Display + " and " + b.Called() + " " + vb.Display, Evidence: append(facts.Proof(va, s.facts.Year), facts.Proof(vb, s.facts.Year)...)})
		cl.Comparator = it.Text
		return
	}
}

// headsCompared reads "the Coast receives less for each resident than Glenside or Strathmoor", "per head
// Strathmoor costs more than Glenside but less than the Coast", "for each resident more is spent in the north
// than in the south".
func (s *statement) headsCompared() {
	h := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsFace && x.Face == facts.FacePerHead })
	if h < 0 || s.negated() || s.unsureMood() || h+1 < len(s.items) && s.items[h+1].Class == language.IsRole && s.items[h+1].Role == "of" {
		return
	}
	first, word, than := "", (*lex.Item)(nil), false
	against := map[*lex.Item][]string{}
	var words []*lex.Item
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsArea && facts.IsLocality(it.Area) && s.things[it.Area] != nil:
			if first == "" {
				first = it.Area
				continue
			}
			if word == nil || !than || it.Area == first {
				return
			}
			if against[word] == nil {
				words = append(words, word)
			}
			against[word] = append(against[word], it.Area)
		case it.Text == "either" && first != "" && than && word != nil && against[word] == nil && s.eitherOther(i+1):
			words = append(words, word)
			for _, o := range s.facts.Things {
				if o.Group == "locality" && o.ID != first {
					against[word] = append(against[word], o.ID)
				}
			}
		case it.Class == language.IsMove && it.Adj && !it.Judge, it.Class == language.IsBeside && it.N != 0 && !it.Judge && strings.HasSuffix(it.Text, "than"):
			word, than = it, it.Class == language.IsBeside
		case it.Class == language.IsThan, it.Class == language.IsRole && strings.HasPrefix(it.Text, "than"):
			than = true
		case it.Class == language.IsLives, it.Class == language.IsPeriod && !it.Known && it.Entry.Year == 0, it.Class == language.IsPeriod && it.Known && it.Year == s.facts.Year:
		case it.Class == language.IsPlain, it.Class == language.IsBreak, it.Class == language.IsMark, it.Class == language.IsFace && (it.Face == facts.FaceSpend || it.Face == facts.FacePerHead), it.Class == language.IsRole && (it.Role == "in" || it.Text == "on" || i > 0 && s.items[i-1].Text == "either"):
		case it.Class == language.IsQuantity && i < h && word == nil && it.Q.Unit != facts.Percent: // "with 28,000 people and £60.1m"
		default:
			return
		}
	}
	for _, word := range words {
		if !s.heldAt(word) || len(against[word]) > 1 {
			s.holdHeads(first, word, against[word])
		}
	}
}

// eitherOther reports whether the words from item i on go on with "either" of the others: "of the other two".
func (s *statement) eitherOther(i int) bool {
	for ; i < len(s.items); i++ {
		switch it := &s.items[i]; {
		case it.Text == "other" || it.Text == "others":
			return true
		case it.Text != "of" && it.Text != "the":
			return false
		}
	}
	return false
}

// holdHeads holds the comparative that sets what one locality costs for each of its people against that of
// others.
func (s *statement) holdHeads(first string, word *lex.Item, others []string) {
	year := s.facts.Year
	a, ok := s.facts.At(s.things[first], facts.FacePerHead, facts.Own, year)
	if !ok {
		return
	}
	w := facts.Way{Year: year, Truth: facts.Yes, Expected: s.facts.Place(first) + " " + a.Display, Evidence: facts.Proof(a, year)}
	for _, o := range others {
		b, ok := s.facts.At(s.things[o], facts.FacePerHead, facts.Own, year)
		if !ok || facts.SameShown(a, b) {
			return
		}
		if a.Exact.Cmp(b.Exact) != word.N {
			w.Truth = facts.No
		}
		w.Expected += ", " + s.facts.Place(o) + " " + b.Display
		w.Evidence = append(w.Evidence, facts.Proof(b, year)...)
	}
	cl := s.tellAt(saysComparison, word, s.things[first], facts.Own, w)
	cl.Comparator = word.Text
}

// serviceCalled is the service with a name of its own that a matter can have, too: "carers' support". It is nil
// where none has it.
func (s *statement) serviceCalled(name string) *facts.Thing {
	for _, t := range s.facts.Things {
		if t.Group == "service" && strings.EqualFold(t.Title, name) {
			return t
		}
	}
	return nil
}

// amountAt is the amount that the item at i names, nil where it names none. A text about a matter speaks of
// money without a word for it.
func (s *statement) amountAt(i int) *facts.Thing {
	it := &s.items[i]
	if it.Thing == nil || it.Thing.Kind != facts.Money || it.Class != language.IsSubject && !(it.Demoted && s.reader.money != nil) {
		return nil
	}
	return it.Thing
}

// soleAmount is the only thing that the sentence names where that is an amount, even where it has no word for
// money beside it, or the only locality; nil where there is none.
func (s *statement) soleAmount() (only *facts.Thing) {
	for i := range s.items {
		it := &s.items[i]
		if it.Thing == nil || it.Class != language.IsSubject && !it.Demoted || it.Thing.ID == "total" {
			continue
		}
		if it.Thing.Kind != facts.Money || only != nil && only != it.Thing {
			return nil
		}
		only = it.Thing
	}
	if only == nil && len(s.all) == 0 {
		only = s.things[s.onlyLocality()]
	}
	return only
}
