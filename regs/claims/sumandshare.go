package claims

import (
	"math/big"
	"slices"
	"strings"
)

// This file reads an amount with its share of all that was spent right behind, whatever else stands between the name
// and them: "set-aside budgets, the emergency department included, closed at £28.0m, equal to 11.2% of all that the
// board spent".

// sumAndShare holds both where one is right of an amount that the sentence names.
func (s *statement) sumAndShare() {
	if s.negated() && !s.appositive() || s.asked || s.locality != "" {
		return
	}
	sum, part := -1, -1
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.class == isQuantity && it.q.unit == pounds && it.q.ref == nil && it.q.value != nil && sum < 0:
			sum = i
		case it.class == isQuantity && it.q.unit == percent && it.q.ref == nil && it.q.value != nil && part < 0 && s.itemIs(i+1, isBase):
			part = i
		case it.class == isQuantity, it.class == isMood, it.class == isArea && it.area != own, it.class == isPeriod && !s.now(it), it.class == isFace && (it.face == variance || it.face == perHead), it.class == isMove, it.class == isTimes, it.class == isExtreme, it.class == isTogether, it.class == isAside:
			return
		}
	}
	if sum < 0 || part < 0 || part < sum && part+3 < sum || sum < part && !s.onlyJoins(sum+1, part) || s.heldAt(&s.items[part]) && s.heldAt(&s.items[sum]) {
		return
	}
	q, p := s.items[sum].q, s.items[part].q
	var t *Thing
	for i := range s.items {
		o := s.amountAt(i)
		if o == nil || o.Group == "" {
			continue
		}
		a := s.facts.level(o, spend, own, s.facts.Year, q).truth == yes && q.narrow()
		b := !p.fraction && significant(p.value) > 2 && (s.facts.level(o, share, own, s.facts.Year, p).truth == yes || s.facts.ofAll(o, s.facts.Year, p).truth == yes)
		if (a || b) && s.saysOnlyOf(i, sum) && s.ends(part+2) && (i == 0 || s.items[i].start < s.items[sum].start && s.firstNamed(i)) {
			t = o
			if !a && !(&clause{statement: s}).near(o, spend, own, q, rat(2, 3), rat(3, 2)) {
				t = nil
			}
			break
		}
	}
	if t == nil {
		return
	}
	if it := &s.items[sum]; !s.heldAt(it) {
		s.tellAt(saysValue, it, t, own, s.facts.level(t, spend, own, s.facts.Year, q)).Quantity = q.bounds()
	}
	if it := &s.items[part]; !s.heldAt(it) {
		cl := s.tellAt(saysShare, it, t, own, s.facts.level(t, share, own, s.facts.Year, p), s.facts.ofAll(t, s.facts.Year, p))
		cl.Quantity, cl.Unit = p.bounds(), percent
	}
}

// narrow reports whether a figure is given to a hundredth of itself or better, so that it hardly is right of another thing
// by chance.
func (q *quantity) narrow() bool {
	return new(big.Rat).Mul(q.digit(), rat(100, 1)).Cmp(new(big.Rat).Abs(q.value)) < 0
}

// appositive reports whether a "not" stands between commas, before the figures: "the money that we plan with but do not hold".
func (s *statement) appositive() bool {
	marks, inside := 0, true
	for i := range s.items {
		switch it := &s.items[i]; {
		case it.class == isMark && it.word == ",":
			marks++
		case it.class == isNot:
			inside = inside && marks == 1
		case it.class == isQuantity:
			return inside && marks > 1
		}
	}
	return false
}

// saysOnlyOf reports whether nothing narrows the amount that item i names before the figure at item k, but for what is
// between two commas.
func (s *statement) saysOnlyOf(i, k int) bool {
	inside := false
	for i++; i < k; i++ {
		switch it := &s.items[i]; {
		case it.class == isMark && it.word == ",":
			inside = !inside
		case inside:
		case it.class == isUnknown, it.class == isRole && (it.role == "of" || it.role == "from" || it.role == "by"), it.text == "alone", it.text == "for", it.class == isSubject, it.class == isArea:
			return false
		}
	}
	return true
}

// firstNamed reports whether item i is the first that names anything.
func (s *statement) firstNamed(i int) bool {
	return !anyOf(s.items[:i], func(x *item) bool { return x.class == isSubject || x.class == isUnknown })
}

// onlyJoins reports whether nothing but words that join two figures is from item i up to k: ", equal to", ", which is", "or".
func (s *statement) onlyJoins(i, k int) bool {
	for ; i < k; i++ {
		switch it := &s.items[i]; {
		case it.class == isMark, it.class == isHedge, strings.HasPrefix(it.text, "or"), it.text == "which", strings.HasPrefix(it.text, "equal"), strings.HasPrefix(it.text, "equivalent"):
		case slices.Contains([]string{"is", "was", "that", "and", "so", "thus", "just", "about", "some", "to"}, it.text):
		default:
			return false
		}
	}
	return true
}
