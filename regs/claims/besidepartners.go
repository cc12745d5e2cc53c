package claims

import (
	"math/big"
	"slices"
	"strings"
)

// This file sets the partners beside each other, adds the localities up and says which service is the largest.

// setAside reports whether a service is paid for by the set-aside, as its name says.
func setAside(t *Thing) bool { return strings.Contains(strings.ToLower(t.ID), "set-aside") }

// now reports whether a period is the reporting year.
func (s *statement) now(it *item) bool {
	if it.class != isPeriod || it.known {
		return it.class == isPeriod && !it.calendar && it.year == s.facts.Year
	}
	return it.entry.year == 0 && !slices.Contains([]string{"over", "onyear", "first", "ago", "survey", "surveys"}, it.word)
}

// localitiesTogether reads the sum of what was spent in all localities: "Spend in the three localities adds up to
// £250.4m".
func (s *statement) localitiesTogether() {
	list := s.facts.localities()
	named, spent, together, q := false, false, false, (*item)(nil)
	if len(list) < 2 || s.negated() || s.unsureMood() {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.class == isSubject && it.thing.ID == "count:localities":
			named = true
		case it.class == isFace && it.face == spend:
			spent = true
		case it.class == isTogether:
			together = true
		case it.class == isQuantity && it.q.unit == bare && !named && it.q.value != nil && it.q.value.Cmp(rat(int64(len(list)), 1)) == 0:
		case it.class == isQuantity && it.q.unit == pounds && it.q.ref == nil && q == nil:
			q = it
		case it.text == "each" || it.text == "every" || it.text == "average" || it.text == "between" || it.text == "some":
			return
		case slices.Contains([]string{"adds up", "add up", "added up", "totalled", "totals", "amounts", "came", "comes", "amounted", "sums", "sum"}, it.text):
			together = true
		case it.class == isPlain && !it.demoted, it.class == isMark && it.word == ",", s.now(it), it.is(own), it.class == isRole && (it.role == "in" || it.role == "to" || it.role == "of"):
		default:
			return
		}
	}
	if !named || !spent || !together || q == nil || s.heldAt(q) {
		return
	}
	sum := s.facts.amount(list)
	cl := s.tellAt(saysValue, q, sum, own, s.facts.level(sum, spend, own, s.facts.Year, q.q))
	cl.Quantity, cl.Unit, cl.Comparator = q.q.bounds(), pounds, "together"
}

// partnersBeside reads which of two partners spent more, or went further over or under its plan: "services of the council
// overspent by £0.9m, less than those of the health board", "the bigger spender of our two partners is the council".
func (s *statement) partnersBeside() {
	if s.negated() || s.unsureMood() || s.locality != "" || s.reader.money != nil {
		return
	}
	var two []*Thing
	word, face, than, spender, sized := (*item)(nil), (*item)(nil), false, false, false
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.thing != nil && it.thing.Group == "partner" && (it.class == isSubject || it.demoted):
			if len(two) == 0 || two[0] != it.thing {
				two = append(two, it.thing)
			}
		case it.class == isSubject && it.thing.ID == "total":
		case it.class == isFace && (it.face == variance && it.n != 0 || it.face == spend) && face == nil:
			face = it
		case (it.class == isBeside && it.n != 0 && strings.HasSuffix(it.text, " than") || it.class == isMove && it.adj || it.class == isPace && strings.HasPrefix(it.text, "by ")) && !it.judge && word == nil:
			word, than = it, it.class == isBeside
		case it.class == isExtreme && !it.judge && it.n != 0 && word == nil && i+3 < len(s.items) && s.items[i+1].role == "of" && s.items[i+2].text == "the" && strings.HasPrefix(s.items[i+3].text, "two"):
			word = it // "the smaller of the two overspends"
		case it.class == isTimes && it.word == "as much" && word == nil:
			word, than = it, true
		case it.class == isThan || it.class == isRole && strings.HasPrefix(it.text, "than"):
			than = true
		case strings.HasSuffix(it.text, "whole"):
			return // with what it spends elsewhere
		case it.text == "spender" && word != nil, word != nil && face == nil && it.class == isQuantity && it.q.unit == bare && it.q.value != nil && it.q.value.Cmp(rat(2, 1)) == 0:
			spender = true
		case it.class == isQuantity && it.q.unit == pounds && it.q.ref == nil && !sized && word == nil:
			sized = true
		case it.class == isPlain && !it.demoted, it.class == isMark && it.word == ",", it.class == isRole && (it.role == "of" || it.role == "by" || it.role == "in"), it.class == isAside && it.text == "through", s.now(it):
		default:
			return
		}
	}
	if word == nil || s.heldAt(word) || len(two) == 0 || len(two) > 2 {
		return
	}
	what := spend
	if face != nil {
		what = face.face
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
	} else if !than || spender || face == nil || what == spend && sized {
		return
	}
	if len(two) != 2 {
		return
	}
	a, okA := s.facts.at(two[0], what, own, s.facts.Year)
	b, okB := s.facts.at(two[1], what, own, s.facts.Year)
	if !okA || !okB || what == variance && (a.Exact.Sign() != face.n || b.Exact.Sign() != face.n) {
		return
	}
	sizeA, sizeB := new(big.Rat).Abs(a.Exact), new(big.Rat).Abs(b.Exact)
	holds := sizeA.Cmp(sizeB) == word.n
	if word.class == isTimes {
		if sizeB.Sign() == 0 || word.hedge != plainly {
			return
		}
		holds = timesHeld(sizeB, sizeA, word.n, plainly)
	}
	cl := s.tellAt(saysComparison, word, two[0], own, way{year: s.facts.Year, truth: truthOf(holds), expected: two[0].called() + " " + a.Display + " and " + two[1].called() + " " + b.Display, evidence: append(proof(a, s.facts.Year), proof(b, s.facts.Year)...)})
	cl.Comparator = word.text
}

// largestService reads that a service is the largest of all, or of those in a partner's ledger: "Care at home is the largest
// single service in the council's ledger".
func (s *statement) largestService() {
	e := indexOf(s.items, func(x *item) bool { return x.class == isExtreme && x.n > 0 && !x.judge })
	if e < 0 || s.negated() || s.unsureMood() || s.locality != "" || s.reader.money != nil || s.heldAt(&s.items[e]) {
		return
	}
	var t, partner *Thing
	service := false
	for i := range s.items {
		it := &s.items[i]
		group := ""
		if it.thing != nil && (it.class == isSubject || it.demoted) {
			group = it.thing.Group
		}
		if group == "matter" {
			if o := s.serviceCalled(it.text); o != nil && (t == nil || t == o) {
				t = o
				continue
			}
		}
		switch {
		case group == "service" && (t == nil || t == it.thing):
			t = it.thing
		case group == "partner" && (partner == nil || partner == it.thing):
			partner = it.thing
		case it.ordinal > 0 || slices.Contains([]string{"one", "among", "after", "health", "social"}, it.text):
			return
		case i == e+1 && it.text == "single":
		case (i == e+1 || i == e+2) && firstWord(it.text) == "service":
			if i+1 < len(s.items) && s.items[i+1].class == isPlain && !slices.Contains([]string{"that", "is", "was", "we"}, s.items[i+1].text) {
				return // "the largest service pressure"
			}
			service = true
		case it.class == isRole && it.role == "by" && !(i+1 < len(s.items) && s.items[i+1].thing != nil && s.items[i+1].thing.Group == "partner"):
			return // "the largest by the number of people"
		case it.class == isQuantity && it.q.unit == pounds && it.q.ref == nil, i == e, s.now(it), it.is(own):
		case it.class == isFace && (it.face == spend || it.face == plan && partner != nil), it.class == isRole && (it.role == "in" || it.role == "of" || it.role == "by"):
		case it.class == isPlain, it.class == isMark && it.word == ",", it.class == isBreak && it.word == "which", it.class == isSubject && it.thing.ID == "total", it.text == "provides" || it.text == "delivers" || it.text == "runs":
		default:
			return
		}
	}
	if t == nil || !service {
		return
	}
	v, ok := s.facts.at(t, spend, own, s.facts.Year)
	if partner != nil && ok {
		p, found := s.facts.at(partner, spend, own, s.facts.Year)
		ok = found && p.Place.File == v.Place.File
	}
	if !ok {
		return
	}
	w := way{year: s.facts.Year, truth: yes, expected: t.called() + " " + v.Display, evidence: proof(v, s.facts.Year)}
	for _, o := range s.facts.Things {
		x, found := s.facts.at(o, spend, own, s.facts.Year)
		if o.Group != "service" || !found || partner != nil && x.Place.File != v.Place.File || x.Exact.Cmp(v.Exact) <= 0 || sameShown(x, v) {
			continue
		}
		w.truth = no
		w.expected += ", and " + o.called() + " " + x.Display
		w.evidence = append(w.evidence, proof(x, s.facts.Year)...)
		break
	}
	cl := s.tellAt(saysRank, &s.items[e], t, own, w)
	cl.Comparator = s.items[e].text
}
