package claims

import (
	"slices"
	"strings"
)

// This file reads on which side of its plan an amount was where the plan is put into words: "the outturn of £2.9m was
// slightly above what the board had planned to spend on carers".

// plannedWords are those of who planned what.
var plannedWords = []string{"what", "the", "that", "had", "been", "was", "we", "it", "they", "to", "for", "amount", "sum", "figure", "originally", "is"}

// besidePlanWords reads it where the sentence names one amount and nothing else that was compared.
func (s *statement) besidePlanWords() {
	if s.negated() || s.asked || s.locality != "" {
		return
	}
	at, sign := -1, 0
	for i := range s.items {
		it := &s.items[i]
		n := 0
		switch {
		case it.class == isBeside && !it.judge && it.n != 0 && s.planBehind(i+1):
			n = it.n
		case it.class == isMove && it.adj && !it.judge && (it.text == "more" || it.text == "less" || it.text == "higher" || it.text == "lower") && s.itemIs(i+1, isThan) && s.planBehind(i+2):
			n = it.n
		case it.class == isFace && it.face == variance && it.n != 0 && (strings.Contains(it.text, "budget") || strings.Contains(it.text, "plan")) && !s.heldAt(it):
			n = -it.n
		case it.class == isHedge && strings.HasSuffix(it.text, " than") && s.planBehind(i+1): // "slightly less than we had planned"
			if n = 1; strings.Contains(it.text, "less than") {
				n = -1
			}
		case it.class == isUnknown && plannedByUs(it.text):
			if n = 1; strings.HasPrefix(it.text, "less") {
				n = -1
			}
		}
		if n != 0 && at >= 0 {
			return
		}
		if n != 0 {
			at, sign = i, n
		}
	}
	if at < 0 || s.itemIs(at-1, isQuantity) {
		return
	}
	t := s.soleAmount()
	if t == nil && s.reader.money != nil && len(s.all) == 0 {
		t = s.reader.money
	}
	if t == nil || t.Kind != isMoney || t.Group == "locality" {
		return
	}
	spent, given := false, false // it is said of what was spent, which is given
	for i := range s.items {
		it := &s.items[i]
		switch {
		case i == at:
		case it.class == isQuantity:
			v, ok := s.facts.at(t, spend, own, s.facts.Year)
			if it.q.ref != nil && it.q.ref.thing == t && it.q.ref.face == spend {
				spent, given = true, true
				continue
			}
			if i > at || it.q.ref != nil || !ok || it.q.unit != pounds || it.q.value == nil || !fits(it.q.in(), v) {
				return
			}
			spent, given = true, true
		case it.class == isFace && it.face == spend:
			spent = true
		case it.class == isFace && (it.face != plan || i < at), it.class == isUnknown && !it.demoted && it.text != "meant" && it.text != "intended", it.class == isArea && it.area != own, it.class == isMood, it.class == isMove, it.class == isBeside, it.class == isTimes, it.class == isExtreme, it.class == isAside, it.class == isBase, it.class == isEach, it.class == isRow,
			it.class == isPeriod && it.known && (it.calendar || it.year != s.facts.Year), it.class == isPeriod && !it.known && it.entry.year != 0, it.class == isPeriod && it.word == "over", it.class == isVersus, it.class == isTogether, it.class == isMet, it.ordinal > 0:
			return
		}
	}
	v, ok := s.facts.at(t, variance, own, s.facts.Year)
	if !spent || !ok || s.items[at].class == isFace && !given || s.heldAt(&s.items[at]) {
		return
	}
	cl := s.tellAt(saysVariance, &s.items[at], t, own, way{year: s.facts.Year, truth: truthOf(v.Exact.Sign() == -sign), expected: v.Display, evidence: proof(v, s.facts.Year)})
	cl.Comparator = s.items[at].text
	s.understood(0, len(s.items))
}

// plannedByUs reports whether words compare with what somebody had planned: "more than the board had budgeted".
func plannedByUs(words string) bool {
	return planOfOurs(words) && (strings.Contains(words, "planned") || strings.Contains(words, "budgeted"))
}

// planBehind reports whether the words from item k on name the plan, as "what the board had planned to spend".
func (s *statement) planBehind(k int) bool {
	what := false
	for ; k < len(s.items); k++ {
		switch it := &s.items[k]; {
		case it.class == isFace && it.face == plan:
			return what || strings.HasPrefix(it.text, "planned") || it.text == "budgeted"
		case slices.Contains(plannedWords, it.text), it.class == isArea && it.area == own, it.class == isSubject && it.thing.ID == "total" && !spends(it.text):
			what = what || it.text == "what" || it.text == "we" || it.text == "it" || it.class == isSubject
		case (it.text == "meant" || it.text == "intended") && what:
			return true
		default:
			return false
		}
	}
	return false
}
