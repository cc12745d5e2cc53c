package claims

// partOfTotal reads what part of all spending, which is given, went on an amount: "Just over half of the £250.4 million that we
// spent went on health care, in hospital wards and outside them".
func (s *statement) partOfTotal() {
	if s.negated() || s.unsureMood() || s.locality != "" || s.reader.money != nil || len(s.items) < 5 {
		return
	}
	part, total, t, on := (*item)(nil), (*item)(nil), (*Thing)(nil), false
items:
	for i := range s.items {
		it := &s.items[i]
		group := ""
		if it.thing != nil && (it.class == isSubject || it.demoted) {
			group = it.thing.Group
		}
		switch {
		case it.class == isQuantity && it.q.unit == percent && it.q.ref == nil && part == nil && total == nil:
			part = it
		case it.class == isQuantity && it.q.unit == pounds && it.q.ref == nil && it.q.value != nil && part != nil && total == nil && i > 1 && (s.items[i-1].text == "the" || s.items[i-1].role == "of"):
			total = it
		case s.healthAt(i) && t == nil && on:
			if t = s.allHealth(); t == nil {
				return
			}
			break items // it ends the sentence
		case (group == "matter" || group == "service" || group == "care group" || group == "partner") && t == nil && total != nil:
			t = it.thing
		case it.text == "on" || it.text == "through" || it.text == "went through":
			on = on || total != nil
		case it.class == isPlain && !it.demoted, it.class == isFace && it.face == spend, it.is(own), s.now(it), it.class == isRole && (it.role == "of" || it.role == "by") && t == nil, it.class == isBreak && it.text == "that", it.class == isSubject && it.thing.ID == "total":
		default:
			return
		}
	}
	if part == nil || total == nil || t == nil || !on || s.heldAt(part) {
		return
	}
	year := s.facts.Year
	whole := s.things["total"]
	if whole == nil || s.facts.level(whole, spend, own, year, total.q).truth != yes {
		return
	}
	cl := s.tellAt(saysShare, part, t, own, s.facts.ofAll(t, year, part.q), s.facts.level(t, share, own, year, part.q))
	cl.Quantity, cl.Unit = part.q.bounds(), percent
}

// healthAt reports whether all health care is named at item i: "health care, in hospital wards and outside them".
func (s *statement) healthAt(i int) bool {
	if i+4 >= len(s.items) || s.items[i].text != "health" || s.items[i+1].text != "care" {
		return false
	}
	k := i + 2
	if s.items[k].class == isMark && s.items[k].word == "," {
		k++
	}
	for _, word := range []string{"in", "", "and", "outside", "them"} {
		if k >= len(s.items) || word != "" && s.items[k].text != word {
			return false
		}
		k++
	}
	return k == len(s.items)
}

// allHealth is what was spent on both matters of health care, nil where the account hasn't both.
func (s *statement) allHealth() *Thing {
	var both []*Thing
	for _, t := range s.facts.Things {
		if t.Group == "matter" && (t.Code == "4(2)(a)" || t.Code == "4(2)(b)") {
			both = append(both, t)
		}
	}
	if len(both) != 2 {
		return nil
	}
	return s.facts.amount(both)
}

// inAndOutside leaves the name of hospital care at i unread where care outside it is named with it.
func inAndOutside(items []item, i int) {
	if it := &items[i]; it.class == isSubject && it.thing.Code == "4(2)(a)" && i+2 < len(items) && items[i+1].text == "and" && items[i+2].text == "outside" {
		it.entry = entry{class: isUnknown, word: it.text}
	}
}
