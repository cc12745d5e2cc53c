package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
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
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds && it.Q.Ref == nil && it.Q.Value != nil && sum < 0:
			sum = i
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Percent && it.Q.Ref == nil && it.Q.Value != nil && part < 0 && s.itemIs(i+1, language.IsBase):
			part = i
		case it.Class == language.IsQuantity, it.Class == language.IsMood, it.Class == language.IsArea && it.Area != facts.Own, it.Class == language.IsPeriod && !s.now(it), it.Class == language.IsFace && (it.Face == facts.FaceVariance || it.Face == facts.FacePerHead), it.Class == language.IsMove, it.Class == language.IsTimes, it.Class == language.IsExtreme, it.Class == language.IsTogether, it.Class == language.IsAside:
			return
		}
	}
	if sum < 0 || part < 0 || part < sum && part+3 < sum || sum < part && !s.onlyJoins(sum+1, part) || s.heldAt(&s.items[part]) && s.heldAt(&s.items[sum]) {
		return
	}
	q, p := s.items[sum].Q, s.items[part].Q
	var t *facts.Thing
	for i := range s.items {
		o := s.amountAt(i)
		if o == nil || o.Group == "" {
			continue
		}
		a := s.facts.Level(o, facts.FaceSpend, facts.Own, s.facts.Year, q).Truth == facts.Yes && q.Narrow()
		b := !p.Fraction && exact.Significant(p.Value) > 2 && (s.facts.Level(o, facts.FaceShare, facts.Own, s.facts.Year, p).Truth == facts.Yes || s.facts.OfAll(o, s.facts.Year, p).Truth == facts.Yes)
		if (a || b) && s.saysOnlyOf(i, sum) && s.ends(part+2) && (i == 0 || s.items[i].Start < s.items[sum].Start && s.firstNamed(i)) {
			t = o
			if !a && !(&clause{statement: s}).near(o, facts.FaceSpend, facts.Own, q, exact.Rat(2, 3), exact.Rat(3, 2)) {
				t = nil
			}
			break
		}
	}
	if t == nil {
		return
	}
	if it := &s.items[sum]; !s.heldAt(it) {
		s.tellAt(saysValue, it, t, facts.Own, s.facts.Level(t, facts.FaceSpend, facts.Own, s.facts.Year, q)).Quantity = q.Bounds()
	}
	if it := &s.items[part]; !s.heldAt(it) {
		cl := s.tellAt(saysShare, it, t, facts.Own, s.facts.Level(t, facts.FaceShare, facts.Own, s.facts.Year, p), s.facts.OfAll(t, s.facts.Year, p))
		cl.Quantity, cl.Unit = p.Bounds(), facts.Percent
	}
}

// appositive reports whether a "not" stands between commas, before the figures: "the money that we plan with but do not hold".
func (s *statement) appositive() bool {
	marks, inside := 0, true
	for i := range s.items {
		switch it := &s.items[i]; {
		case it.Class == language.IsMark && it.Word == ",":
			marks++
		case it.Class == language.IsNot:
			inside = inside && marks == 1
		case it.Class == language.IsQuantity:
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
		case it.Class == language.IsMark && it.Word == ",":
			inside = !inside
		case inside:
		case it.Class == language.IsUnknown, it.Class == language.IsRole && (it.Role == "of" || it.Role == "from" || it.Role == "by"), it.Text == "alone", it.Text == "for", it.Class == language.IsSubject, it.Class == language.IsArea:
			return false
		}
	}
	return true
}

// firstNamed reports whether item i is the first that names anything.
func (s *statement) firstNamed(i int) bool {
	return !language.AnyOf(s.items[:i], func(x *lex.Item) bool { return x.Class == language.IsSubject || x.Class == language.IsUnknown })
}

// onlyJoins reports whether nothing but words that join two figures is from item i up to k: ", equal to", ", which is", "or".
func (s *statement) onlyJoins(i, k int) bool {
	for ; i < k; i++ {
		switch it := &s.items[i]; {
		case it.Class == language.IsMark, it.Class == language.IsHedge, strings.HasPrefix(it.Text, "or"), it.Text == "which", strings.HasPrefix(it.Text, "equal"), strings.HasPrefix(it.Text, "equivalent"):
		case slices.Contains([]string{"is", "was", "that", "and", "so", "thus", "just", "about", "some", "to"}, it.Text):
		default:
			return false
		}
	}
	return true
}
