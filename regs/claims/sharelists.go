package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

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
		case it.Class == language.IsQuantity && it.q.Unit == facts.Percent && !it.q.Fraction && it.q.Ref == nil && it.q.Value != nil:
			figures = append(figures, i)
		case it.Class == language.IsBase && it.Face == facts.FaceShare && !base:
			base = true
		case slices.Contains(took, it.text) && !got, it.text == "went" && !got, it.text == "accounted" && !got:
			got = true
		case it.Class == language.IsPlain && !it.demoted, it.is(facts.Own), s.now(it), it.Class == language.IsMark && (it.Word == "," || it.Word == ";"), it.Class == language.IsBreak && it.Word == "and":
		case it.Class == language.IsRole && (it.Role == "to" || it.Role == "at" || it.Role == "in"):
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
		if _, ok := s.facts.At(s.shareHolder(i), facts.FaceShare, facts.Own, s.facts.Year); !ok {
			return false
		}
	}
	s.takeOver(0, len(s.items)-1)
	for k, i := range figures {
		q, t := s.items[i].q, s.shareHolder(named[k])
		cl := s.tellAt(saysShare, &s.items[i], t, facts.Own, s.facts.Level(t, facts.FaceShare, facts.Own, s.facts.Year, q), s.facts.OfAll(t, s.facts.Year, q))
		cl.Quantity, cl.Unit = q.Bounds(), facts.Percent
	}
	return true
}

// shareHolder is the matter, the locality or the care group that the item at i names, nil where it names none.
func (s *statement) shareHolder(i int) *facts.Thing {
	it := &s.items[i]
	if it.Class == language.IsArea && isLocality(it.Area) {
		return s.things[it.Area]
	}
	if it.Class == language.IsSubject && it.Thing.Kind == facts.Money && (it.Thing.Group == "matter" || it.Thing.Group == "care group") {
		return it.Thing
	}
	return nil
}
