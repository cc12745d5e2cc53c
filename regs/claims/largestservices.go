package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads which services are the largest together, and what they cost, "our three largest services, prescribing, care
// homes for older people and care at home, took £69.2m", and which place in costs a locality has, "the second most costly
// locality".

// largestServices reads a list of the largest services; nothing else may be in the sentence.
func (s *statement) largestServices() {
	e := language.IndexOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsExtreme && (x.Text == "largest" || x.Text == "biggest")
	})
	if e < 0 || s.text(e+1) != "services" || !s.money || s.negated() || s.unsureMood() || s.locality != "" || s.reader.money != nil || s.heldAt(&s.items[e]) {
		return
	}
	n := 0
	for i := range s.items[:e] {
		switch it := &s.items[i]; {
		case it.Class == language.IsQuantity && it.Q.IsWhole() && i == e-1:
			n = int(it.Q.Value.Num().Int64())
		case !it.Is(facts.Own) && it.Text != "the" && !s.now(it) && !(it.Class == language.IsMark && it.Word == ","):
			return
		}
	}
	k := e + 2
	if s.text(k) == "by" && s.itemIs(k+1, language.IsFace) && s.items[k+1].Face == facts.FaceSpend {
		k += 2 // "by spending"
	}
	if !slices.Contains([]string{",", ":", "were", "are"}, s.text(k)) {
		return
	}
	list, end := s.servicesFrom(k + 1)
	if len(list) < 2 || n > 0 && n != len(list) {
		return
	}
	sum := (*lex.Item)(nil)
	if s.text(k) == "," && s.text(end) == "," {
		if sum, end = s.tookFrom(end + 1); sum == nil {
			return
		}
	}
	if end < len(s.items) {
		return
	}
	s.holdLargest(e, list)
	if t := s.facts.Amount(list); sum != nil && t != nil && !s.heldAt(sum) {
		s.tellAt(saysValue, sum, t, facts.Own, s.facts.Level(t, facts.FaceSpend, facts.Own, s.facts.Year, sum.Q)).Quantity = sum.Q.Bounds()
	}
	s.understood(0, len(s.items))
}

// servicesFrom are the services that are listed from item k on, each with or without its amount, and the item behind them.
func (s *statement) servicesFrom(k int) (list []*facts.Thing, end int) {
	joined := false
	for ; k < len(s.items); k++ {
		it := &s.items[k]
		switch t := it.Thing; {
		case t != nil && (it.Class == language.IsSubject || it.Demoted):
			if t.Group == "matter" {
				t = s.serviceCalled(it.Text)
			}
			if t == nil || t.Group != "service" || slices.Contains(list, t) {
				return nil, 0
			}
			list = append(list, t)
			if s.text(k+1) == "(" && s.itemIs(k+2, language.IsQuantity) && s.items[k+2].Q.Unit == facts.Pounds && s.text(k+3) == ")" {
				k += 3
			}
			if joined {
				return list, k + 1
			}
		case it.Class == language.IsBreak && it.Text == "and":
			joined = true
		case it.Class == language.IsMark && it.Word == "," && !joined, it.Text == "the":
		default:
			return nil, 0
		}
	}
	return nil, 0
}

// tookFrom is the amount that several took by what begins at item k, and the item behind it; nil where that says something else.
func (s *statement) tookFrom(k int) (sum *lex.Item, end int) {
	for ; k < len(s.items); k++ {
		switch it := &s.items[k]; {
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds && it.Q.Ref == nil && sum == nil:
			sum = it
		case it.Class == language.IsFace && it.Face == facts.FaceSpend && sum == nil, it.Class == language.IsTogether, s.now(it), it.Class == language.IsHedge, it.Text == "for" && sum == nil:
		case sum == nil && slices.Contains([]string{"took", "take", "accounted", "account", "cost", "spent", "together", "came", "to", "absorbed", "used"}, it.Text):
		default:
			return nil, 0
		}
	}
	return sum, k
}

// ofSetAside reports whether a service is of the money set aside, which an author may not count among ours.
func ofSetAside(t *facts.Thing) bool { return strings.Contains(t.Title, "set-aside") }

// holdLargest holds that no other service is larger than those of a list.
func (s *statement) holdLargest(e int, list []*facts.Thing) {
	least, at := (*facts.Thing)(nil), facts.Value{}
	for _, t := range list {
		v, ok := s.facts.At(t, facts.FaceSpend, facts.Own, s.facts.Year)
		if !ok {
			return
		}
		if least == nil || v.Exact.Cmp(at.Exact) < 0 {
			least, at = t, v
		}
	}
	w := facts.Way{Year: s.facts.Year, Truth: facts.Yes, Expected: least.Called() + " " + at.Display, Evidence: facts.Proof(at, s.facts.Year)}
	for _, o := range s.facts.Things {
		v, ok := s.facts.At(o, facts.FaceSpend, facts.Own, s.facts.Year)
		if o.Group != "service" || !ok || slices.Contains(list, o) || v.Exact.Cmp(at.Exact) <= 0 || facts.SameShown(v, at) {
			continue
		}
		if ofSetAside(o) {
			if w.Truth == facts.Yes {
				w.Truth = facts.Unknown
			}
			continue
		}
		if w.Truth != facts.No {
			w.Truth = facts.No
			w.Expected += ", and " + o.Called() + " " + v.Display
			w.Evidence = append(w.Evidence, facts.Proof(v, s.facts.Year)...)
		}
	}
	s.tellAt(saysRank, &s.items[e], least, facts.Own, w).Comparator = s.items[e].Text
}

// costly are the superlatives of what is spent.
var costly = []string{"costliest", "dearest", "cheapest", "most costly", "least costly", "most expensive", "least expensive"}

// costliest reads in which place of costs a locality is; by what was spent there, or for each person where that makes it right.
func (s *statement) costliest() {
	area := s.onlyLocality()
	e := language.IndexOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsExtreme && slices.Contains(costly, x.Text)
	})
	if area == "" || e < 0 || s.locality != "" || s.negated() || s.unsureMood() || s.heldAt(&s.items[e]) {
		return
	}
	rank, noun := 1, false
	for i := range s.items {
		switch it := &s.items[i]; {
		case it.Ordinal > 0 && i == e-1:
			rank = int(it.Ordinal)
		case it.Text == "locality", it.Class == language.IsSubject && it.Thing.ID == "count:localities":
			noun = true
		case it.Ordinal > 0, it.Class == language.IsPlain && (it.Demoted || it.Text == "one"):
			return
		case i == e, it.Class == language.IsPlain, it.Class == language.IsMark && it.Word == ",", it.Class == language.IsRole && it.Role == "of", s.now(it), it.Is(area), it.Is(facts.Own), it.Class == language.IsFace && it.Face == facts.FaceSpend:
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds, it.Class == language.IsQuantity && it.Q.Unit == facts.Bare && i > e && s.itemIs(i+1, language.IsSubject):
		default:
			return
		}
	}
	t, sign := s.things[area], s.items[e].N
	if s.items[e].Text == "cheapest" {
		sign = -1
	}
	if t == nil || !noun || sign == 0 {
		return
	}
	w := s.facts.Group(t, facts.FaceSpend, s.facts.Year, sign, rank)
	if w.Truth == facts.No && s.facts.Group(t, facts.FacePerHead, s.facts.Year, sign, rank).Truth != facts.No {
		w.Truth = facts.Unknown
	}
	s.understood(0, len(s.items))
	s.tellAt(saysRank, &s.items[e], t, facts.Own, w).Comparator = s.items[e].Text
}
