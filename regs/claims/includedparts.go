package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads amounts of services that are told as parts of what a partner or a matter cost: "Ardenmuir Council spent
// £48.3m, including £5.9m on children and families", "support for unpaid carers cost £2.9m, £1.6m of it on short breaks".

// includes are words behind which parts of an amount are listed.
var includes = []string{"including", "includes", "included", "include"}

// includedParts holds the parts where the amount that they are of is what the account has.
func (s *statement) includedParts() {
	if s.negated() || s.unsureMood() || s.locality != "" || language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsFace && x.Face != facts.FaceSpend || x.Class == language.IsMove || x.Class == language.IsArea && x.Area != facts.Own || x.Class == language.IsPeriod && !s.now(x)
	}) {
		return
	}
	for i := range s.items {
		if slices.Contains(includes, s.items[i].Text) && s.wholeBefore(i) {
			for k := i + 1; k > 0; {
				k = s.includedPart(k, false)
			}
			return
		}
		if s.text(i+1) == "of" && slices.Contains([]string{"it", "that", "this"}, s.text(i+2)) && s.wholeBefore(i) {
			s.includedPart(i, true)
		}
	}
}

// wholeBefore reports whether an amount that the sentence names has been given before item i as the account has it.
func (s *statement) wholeBefore(i int) bool {
	var t *facts.Thing
	right := false
	for k := range i {
		it := &s.items[k]
		if o := s.amountAt(k); o != nil {
			t = o
		}
		if it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds && t != nil {
			right = it.Q.Ref != nil || s.facts.Level(t, facts.FaceSpend, facts.Own, s.facts.Year, it.Q).Truth == facts.Yes
		}
	}
	return right
}

// includedPart holds the amount at item i against that of the service for which it is said to be, and gives where the next one
// of the list is, 0 where there is none.
func (s *statement) includedPart(i int, ofIt bool) (next int) {
	if !s.itemIs(i, language.IsQuantity) || s.items[i].Q.Unit != facts.Pounds || s.items[i].Q.Ref != nil || s.items[i].Q.Value == nil {
		return 0
	}
	it, k := &s.items[i], i+1
	if ofIt {
		k += 2
	}
	led := false
	for ; k < len(s.items) && (slices.Contains([]string{"for", "on", "of", "to", "the", "going", "went", "goes", "that", "which", "spent"}, s.text(k)) || s.itemIs(k, language.IsFace)); k++ {
		led = true
	}
	if !led || !s.itemIs(k, language.IsSubject) && !(k < len(s.items) && s.items[k].Demoted) || s.items[k].Thing == nil || s.items[k].Thing.Kind != facts.Money {
		return 0
	}
	t, name := s.items[k].Thing, s.items[k].Text
	k++
	if !s.ends(k) {
		return 0
	}
	if (s.itemIs(k, language.IsBreak) && s.text(k) == "and" || s.itemIs(k, language.IsMark) && s.items[k].Word == ",") && s.itemIs(k+1, language.IsQuantity) {
		next = k + 1
	}
	ways := []facts.Way{s.facts.Level(t, facts.FaceSpend, facts.Own, s.facts.Year, it.Q)}
	for _, o := range s.facts.Things { // "care homes", of those for older people
		if o.Group == "service" && o != t && strings.Contains(strings.ToLower(o.Title), name) {
			ways = append(ways, s.facts.Level(o, facts.FaceSpend, facts.Own, s.facts.Year, it.Q))
		}
	}
	if (t.Group == "service" || t.Group == "matter") && !s.heldAt(it) && s.facts.Near(t, facts.FaceSpend, facts.Own, it.Q, exact.Rat(1, 2), exact.Rat(2, 1)) {
		s.tellAt(saysValue, it, t, facts.Own, ways...).Quantity = it.Q.Bounds()
		if i > 0 && !ofIt {
			s.dropUnreadAt(&s.items[i-1])
		}
	}
	return next
}
