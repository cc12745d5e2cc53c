package claims

import (
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// partOfTotal reads what part of all spending, which is given, went on an amount: "Just over half of the £250.4 million that we
// spent went on health care, in hospital wards and outside them".
func (s *statement) partOfTotal() {
	if s.negated() || s.unsureMood() || s.locality != "" || s.reader.money != nil || len(s.items) < 5 {
		return
	}
	part, total, t, on := (*lex.Item)(nil), (*lex.Item)(nil), (*facts.Thing)(nil), false
items:
	for i := range s.items {
		it := &s.items[i]
		group := ""
		if it.Thing != nil && (it.Class == language.IsSubject || it.Demoted) {
			group = it.Thing.Group
		}
		switch {
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Percent && it.Q.Ref == nil && part == nil && total == nil:
			part = it
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds && it.Q.Ref == nil && it.Q.Value != nil && part != nil && total == nil && i > 1 && (s.items[i-1].Text == "the" || s.items[i-1].Role == "of"):
			total = it
		case s.healthAt(i) && t == nil && on:
			if t = s.allHealth(); t == nil {
				return
			}
			break items // it ends the sentence
		case (group == "matter" || group == "service" || group == "care group" || group == "partner") && t == nil && total != nil:
			t = it.Thing
		case it.Text == "on" || it.Text == "through" || it.Text == "went through":
			on = on || total != nil
		case it.Class == language.IsPlain && !it.Demoted, it.Class == language.IsFace && it.Face == facts.FaceSpend, it.Is(facts.Own), s.now(it), it.Class == language.IsRole && (it.Role == "of" || it.Role == "by") && t == nil, it.Class == language.IsBreak && it.Text == "that", it.Class == language.IsSubject && it.Thing.ID == "total":
		default:
			return
		}
	}
	if part == nil || total == nil || t == nil || !on || s.heldAt(part) {
		return
	}
	year := s.facts.Year
	whole := s.total
	if whole == nil || s.facts.Level(whole, facts.FaceSpend, facts.Own, year, total.Q).Truth != facts.Yes {
		return
	}
	cl := s.tellAt(saysShare, part, t, facts.Own, s.facts.OfAll(t, year, part.Q), s.facts.Level(t, facts.FaceShare, facts.Own, year, part.Q))
	cl.Quantity, cl.Unit = part.Q.Bounds(), facts.Percent
}

// healthAt reports whether all health care is named at item i: "health care, in hospital wards and outside them".
func (s *statement) healthAt(i int) bool {
	if i+4 >= len(s.items) || s.items[i].Text != "health" || s.items[i+1].Text != "care" {
		return false
	}
	k := i + 2
	if s.items[k].Class == language.IsMark && s.items[k].Word == "," {
		k++
	}
	for _, word := range []string{"in", "", "and", "outside", "them"} {
		if k >= len(s.items) || word != "" && s.items[k].Text != word {
			return false
		}
		k++
	}
	return k == len(s.items)
}

// allHealth is what was spent on both matters of health care, nil where the account hasn't both.
func (s *statement) allHealth() *facts.Thing {
	var both []*facts.Thing
	for _, t := range s.facts.Things {
		if t.Group == "matter" && (t.Code == "4(2)(a)" || t.Code == "4(2)(b)") {
			both = append(both, t)
		}
	}
	if len(both) != 2 {
		return nil
	}
	return s.facts.Amount(both)
}
