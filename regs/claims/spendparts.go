package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/sentence"
)

// This file reads which part of all spending an amount was behind a sentence that gives that, how near spending
// came to the plan, and which of two amounts was the larger.

// partOfSpent reads "More than half of it, £60.4m, went through NHS Westerlea" behind "We spent £108.7m".
func (s *statement) partOfSpent(sn *sentence.Sentence) {
	if s.locality != "" || s.reader.money != nil || s.negated() || s.unsureMood() {
		return
	}
	part, amount, of, named := (*item)(nil), (*item)(nil), false, (*Thing)(nil)
	for i := range s.items {
		it := &s.items[i]
		var t *Thing
		if it.class == isArea && isLocality(it.area) {
			t = s.things[it.area]
		} else if it.class == isSubject && it.thing.Kind == isMoney && it.thing.ID != "total" {
			t = it.thing
		}
		switch {
		case it.class == isQuantity && part == nil && i == 0 && it.q.unit == percent && it.q.ref == nil:
			part = it
		case it.class == isQuantity && amount == nil && it.q.unit == pounds && it.q.ref == nil && it.q.value != nil:
			amount = it
		case i == 1 && it.class == isRole && it.role == "of":
			of = true
		case i == 2 && (it.text == "it" || it.text == "this" || it.text == "that"):
		case t != nil && named == nil && i > 2:
			named = t
		case it.class == isPlain && !it.demoted && i > 2, it.class == isMark && it.word != ":", it.class == isBreak && it.text == "or", it.class == isRole && i > 2 && (it.role == "by" || it.role == "in"), it.class == isAside && it.text == "through", it.class == isFace && it.face == spend, it.is(own):
		default:
			return
		}
	}
	if part == nil || !of || named == nil || s.heldAt(part) || !s.spentBefore(sn) {
		return
	}
	v, ok := s.facts.at(named, spend, own, s.facts.Year)
	if !ok || amount != nil && !fits(amount.q.in(), v) {
		return
	}
	cl := s.tellAt(saysShare, part, named, own, s.facts.ofAll(named, s.facts.Year, part.q), s.facts.level(named, share, own, s.facts.Year, part.q))
	cl.Quantity, cl.Unit = part.q.bounds(), percent
}

// withinPlan reads "came within one per cent of the plan", of the whole or of an amount that is named.
func (s *statement) withinPlan() {
	if s.lacks(isQuantity) {
		return
	}
	w := indexOf(s.items, func(x *item) bool { return x.text == "within" })
	if w < 0 || w+2 >= len(s.items) || s.negated() || s.unsureMood() || s.locality != "" || s.reader.money != nil || len(s.all) > 1 {
		return
	}
	t := s.things["total"]
	if only := s.soleAmount(); s.only != nil || only != nil {
		t = only
	}
	q := s.items[w+1].q
	if t == nil || t.Kind != isMoney || s.items[w+1].class != isQuantity || q.unit != percent || q.fraction || q.ref != nil || q.value == nil || q.hedged || s.items[w+2].role != "of" && s.items[w+2].text != "of the budget" {
		return
	}
	k, named := w+3, false
	if s.items[w+2].class == isBase {
		k = w + 2
	} else if k < len(s.items) && s.items[k].text == "the" {
		k++
	}
	switch it := &s.items[min(k, len(s.items)-1)]; {
	case it.class == isBase, it.class == isFace && it.face == plan:
		named = true
	case it.text == "it" || it.text == "that":
	default:
		return
	}
	given := named
	for i := range s.items {
		it := &s.items[i]
		switch {
		case i > k && it.class != isPeriod && it.class != isMark:
			return
		case it.class == isQuantity && it.q != q:
			v, ok := s.facts.at(t, plan, own, s.facts.Year)
			if it.q.ref != nil && it.q.ref.thing == t && it.q.ref.face == plan {
				given = true
				continue
			}
			if it.q.ref != nil || !ok || it.q.unit != pounds || !fits(it.q.in(), v) {
				return
			}
			given = true
		case it.class == isUnknown && it.thing == nil, it.class == isPeriod && it.known && it.year != s.facts.Year, it.class == isPeriod && (it.entry.year != 0 && !it.known || it.word == "over"), it.class == isArea && it.area != own, it.class == isMove, it.class == isBeside, it.class == isAside, it.class == isMet, it.class == isFace && it.face != plan && it.face != spend:
			return
		}
	}
	v, okV := s.facts.at(t, variance, own, s.facts.Year)
	p, okP := s.facts.at(t, plan, own, s.facts.Year)
	if !given || !okV || !okP || p.Exact.Sign() <= 0 {
		return
	}
	off := new(big.Rat).Quo(new(big.Rat).Abs(v.Exact), p.Exact)
	off.Mul(off, rat(100, 1))
	cl := s.tellAt(saysVariance, &s.items[w+1], t, own, way{year: s.facts.Year, truth: truthOf(off.Cmp(q.value) <= 0 || shownPercent(off).Cmp(q.value) <= 0), expected: v.Display + ", or " + off.FloatString(1) + "% of the plan", evidence: proof(v, s.facts.Year)})
	cl.Quantity, cl.Unit, cl.Comparator = q.bounds(), percent, "within"
}

// took are verbs of what an amount had of the money.
var took = []string{"took", "had", "got", "received", "made up", "was", "were", "takes", "gets"}

// partsCompared reads "short breaks took the larger part and carers' support the smaller".
func (s *statement) partsCompared() {
	if s.lacks(isMove) || s.negated() || s.unsureMood() || s.locality != "" {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.class != isMove || !it.adj || it.judge || i < 3 || i+1 >= len(s.items) || s.items[i-1].text != "the" || !slices.Contains(took, s.items[i-2].text) || !slices.Contains([]string{"part", "share", "portion", "slice", "half", "sum", "amount"}, s.items[i+1].text) {
			continue
		}
		a, b := s.amountAt(i-3), (*Thing)(nil)
		if a == nil {
			return
		}
		for k := range s.items {
			x := &s.items[k]
			t := s.amountAt(k)
			if o := s.serviceCalled(x.text); t != nil && t.Group != a.Group && o != nil && k > i+1 {
				t = o
			}
			switch {
			case k > i+1 && t != nil && b == nil && t.Group == a.Group:
				b = t
			case x.class == isUnknown && t == nil, x.class == isPeriod, x.class == isArea && x.area != own, x.class == isFace, x.class == isMove && k != i && !(b != nil && x.adj && x.n == -it.n),
				t != nil && t != a && t.Group == a.Group:
				return
			}
		}
		if b == nil || b == a {
			return
		}
		va, okA := s.facts.at(a, spend, own, s.facts.Year)
		vb, okB := s.facts.at(b, spend, own, s.facts.Year)
		if !okA || !okB {
			return
		}
		cl := s.tellAt(saysComparison, it, a, own, way{year: s.facts.Year, truth: truthOf(va.Exact.Cmp(vb.Exact) == it.n), expected: a.called() + " " + va.Display + " and " + b.called() + " " + vb.Display, evidence: append(proof(va, s.facts.Year), proof(vb, s.facts.Year)...)})
		cl.Comparator = it.text
		return
	}
}

// headsCompared reads "the Coast receives less for each resident than Glenside or Strathmoor", "per head
// Strathmoor costs more than Glenside but less than the Coast", "for each resident more is spent in the north
// than in the south".
func (s *statement) headsCompared() {
	h := indexOf(s.items, func(x *item) bool { return x.class == isFace && x.face == perHead })
	if h < 0 || s.negated() || s.unsureMood() || h+1 < len(s.items) && s.items[h+1].class == isRole && s.items[h+1].role == "of" {
		return
	}
	first, word, than := "", (*item)(nil), false
	against := map[*item][]string{}
	var words []*item
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.class == isArea && isLocality(it.area) && s.things[it.area] != nil:
			if first == "" {
				first = it.area
				continue
			}
			if word == nil || !than || it.area == first {
				return
			}
			if against[word] == nil {
				words = append(words, word)
			}
			against[word] = append(against[word], it.area)
		case it.text == "either" && first != "" && than && word != nil && against[word] == nil && s.eitherOther(i+1):
			words = append(words, word)
			for _, o := range s.facts.Things {
				if o.Group == "locality" && o.ID != first {
					against[word] = append(against[word], o.ID)
				}
			}
		case it.class == isMove && it.adj && !it.judge, it.class == isBeside && it.n != 0 && !it.judge && strings.HasSuffix(it.text, "than"):
			word, than = it, it.class == isBeside
		case it.class == isThan, it.class == isRole && strings.HasPrefix(it.text, "than"):
			than = true
		case it.class == isLives, it.class == isPeriod && !it.known && it.entry.year == 0, it.class == isPeriod && it.known && it.year == s.facts.Year:
		case it.class == isPlain, it.class == isBreak, it.class == isMark, it.class == isFace && (it.face == spend || it.face == perHead), it.class == isRole && (it.role == "in" || it.text == "on" || i > 0 && s.items[i-1].text == "either"):
		case it.class == isQuantity && i < h && word == nil && it.q.unit != percent: // "with 28,000 people and £60.1m"
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
		case it.text == "other" || it.text == "others":
			return true
		case it.text != "of" && it.text != "the":
			return false
		}
	}
	return false
}

// holdHeads holds the comparative that sets what one locality costs for each of its people against that of
// others.
func (s *statement) holdHeads(first string, word *item, others []string) {
	year := s.facts.Year
	a, ok := s.facts.at(s.things[first], perHead, own, year)
	if !ok {
		return
	}
	w := way{year: year, truth: yes, expected: s.facts.place(first) + " " + a.Display, evidence: proof(a, year)}
	for _, o := range others {
		b, ok := s.facts.at(s.things[o], perHead, own, year)
		if !ok || sameShown(a, b) {
			return
		}
		if a.Exact.Cmp(b.Exact) != word.n {
			w.truth = no
		}
		w.expected += ", " + s.facts.place(o) + " " + b.Display
		w.evidence = append(w.evidence, proof(b, year)...)
	}
	cl := s.tellAt(saysComparison, word, s.things[first], own, w)
	cl.Comparator = word.text
}

// serviceCalled is the service with a name of its own that a matter can have, too: "carers' support". It is nil
// where none has it.
func (s *statement) serviceCalled(name string) *Thing {
	for _, t := range s.facts.Things {
		if t.Group == "service" && strings.EqualFold(t.Title, name) {
			return t
		}
	}
	return nil
}

// amountAt is the amount that the item at i names, nil where it names none. A text about a matter speaks of
// money without a word for it.
func (s *statement) amountAt(i int) *Thing {
	it := &s.items[i]
	if it.thing == nil || it.thing.Kind != isMoney || it.class != isSubject && !(it.demoted && s.reader.money != nil) {
		return nil
	}
	return it.thing
}

// soleAmount is the only thing that the sentence names where that is an amount, even where it has no word for
// money beside it, or the only locality; nil where there is none.
func (s *statement) soleAmount() (only *Thing) {
	for i := range s.items {
		it := &s.items[i]
		if it.thing == nil || it.class != isSubject && !it.demoted || it.thing.ID == "total" {
			continue
		}
		if it.thing.Kind != isMoney || only != nil && only != it.thing {
			return nil
		}
		only = it.thing
	}
	if only == nil && len(s.all) == 0 {
		only = s.things[s.onlyLocality()]
	}
	return only
}
