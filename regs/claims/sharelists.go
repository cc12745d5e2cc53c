package claims

import "slices"

// sharesListed reads a list of shares with one verb: "Hospital inpatients took 17.9% of the money, other health care 47.0%
// and other social care 23.1%", "17.9% of the money went to hospital inpatients, 47.0% to other health care".
func (s *statement) sharesListed() bool {
	if s.unsureMood() || s.negated() || s.reader.money != nil {
		return false
	}
	var figures, named []int
	base, got := false, false
	for i := range s.items {
		it := &s.items[i]
		t := s.shareHolder(i)
		switch {
		case t != nil:
			if len(named) > 0 && s.shareHolder(named[0]).Group != t.Group {
				return false
			}
			named = append(named, i)
		case it.class == isQuantity && it.q.unit == percent && !it.q.fraction && it.q.ref == nil && it.q.value != nil:
			figures = append(figures, i)
		case it.class == isBase && it.face == share && !base:
			base = true
		case slices.Contains(took, it.text) && !got, it.text == "went" && !got, it.text == "accounted" && !got:
			got = true
		case it.class == isPlain && !it.demoted, it.is(own), s.now(it), it.class == isMark && (it.word == "," || it.word == ";"), it.class == isBreak && it.word == "and":
		case it.class == isRole && (it.role == "to" || it.role == "at" || it.role == "in"):
		default:
			return false
		}
	}
	if !base || !got || len(named) < 2 || s.locality != "" {
		return false
	}
	if _, ok := s.inPairs(figures, named); !ok {
		return false
	}
	for k, i := range named {
		if slices.ContainsFunc(named[:k], func(o int) bool { return s.shareHolder(o) == s.shareHolder(i) }) {
			return false
		}
		if _, ok := s.facts.at(s.shareHolder(i), share, own, s.facts.Year); !ok {
			return false
		}
	}
	s.takeOver(0, len(s.items)-1)
	for k, i := range figures {
		q, t := s.items[i].q, s.shareHolder(named[k])
		cl := s.tellAt(saysShare, &s.items[i], t, own, s.facts.level(t, share, own, s.facts.Year, q), s.facts.ofAll(t, s.facts.Year, q))
		cl.Quantity, cl.Unit = q.bounds(), percent
	}
	return true
}

// shareHolder is the matter, the locality or the care group that the item at i names, nil where it names none.
func (s *statement) shareHolder(i int) *Thing {
	it := &s.items[i]
	if it.class == isArea && isLocality(it.area) {
		return s.things[it.area]
	}
	if it.class == isSubject && it.thing.Kind == isMoney && (it.thing.Group == "matter" || it.thing.Group == "care group") {
		return it.thing
	}
	return nil
}

// shareThatIs makes one clause of "the proportion of the money paid or set aside that is spent on hospital inpatients has
// come down", which is of the proportion.
func shareThatIs(items []item, i int) {
	if items[i].class != isBreak || items[i].word != "which" || i < 2 || i+1 >= len(items) || items[i-1].class != isBase || !slices.Contains(shareWords, items[i-2].text) {
		return
	}
	k := i + 1
	for k < len(items) && (items[k].text == "is" || items[k].text == "was" || items[k].text == "goes" || items[k].text == "went") {
		k++
	}
	if k < len(items) && items[k].class == isFace && items[k].face == spend {
		items[i].entry, items[k].entry = entry{class: isPlain, word: items[i].text}, entry{class: isPlain, word: items[k].text}
	}
}
