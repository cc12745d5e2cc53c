package claims

import "slices"

// This file reads what was aimed for where a verb says whether it was kept to: "the limit of eight weeks was kept".

// keptTo makes a target that was met of "was kept" at i, where the clause has named a limit or a target.
func keptTo(items []item, i int) {
	n := 0
	switch items[i].text {
	case "kept", "respected", "observed", "honoured":
		n = 1
	case "breached", "broken", "overstepped", "overshot":
		n = -1
	}
	if n == 0 || i+1 < len(items) && items[i+1].class != isMark && items[i+1].class != isBreak && items[i+1].class != isPeriod {
		return
	}
	was := false
	for k := i - 1; k >= 0 && items[k].class != isMark; k-- {
		switch it := &items[k]; {
		case it.class == isFace && it.face == target && was:
			items[i].entry = entry{class: isMet, n: n, word: items[i].text}
			return
		case it.class == isPlain || it.class == isNot:
			was = was || slices.Contains([]string{"was", "were", "is", "are", "been"}, it.text)
		case it.class != isQuantity && it.class != isHedge && !(it.class == isRole && it.role == "of") && !it.is(own):
			return
		}
	}
}

// unitOfTarget gives a target in words the unit that its measure has: "88% … against a target of ninety".
func (s *statement) unitOfTarget() {
	if s.only == nil || s.only.Kind != isMeasure || s.only.Unit != percent {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.class != isQuantity || it.q.unit != bare || it.q.ref != nil || it.q.fraction || it.q.per != 0 || i+1 < len(s.items) && s.items[i+1].class != isMark && s.items[i+1].class != isBreak {
			continue
		}
		k := i - 1
		for k >= 0 && (s.items[k].class == isPlain || s.items[k].role == "of" || s.items[k].class == isHedge) {
			k--
		}
		if k >= 0 && s.items[k].class == isFace && s.items[k].face == target && s.near(s.only, value, own, it.q) {
			it.q = inPercent(it.q)
		}
	}
}
