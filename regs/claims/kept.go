package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

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
	if n == 0 || i+1 < len(items) && items[i+1].Class != language.IsMark && items[i+1].Class != language.IsBreak && items[i+1].Class != language.IsPeriod {
		return
	}
	was := false
	for k := i - 1; k >= 0 && items[k].Class != language.IsMark; k-- {
		switch it := &items[k]; {
		case it.Class == language.IsFace && it.Face == facts.FaceTarget && was:
			items[i].Entry = language.Entry{Class: language.IsMet, N: n, Word: items[i].text}
			return
		case it.Class == language.IsPlain || it.Class == language.IsNot:
			was = was || slices.Contains([]string{"was", "were", "is", "are", "been"}, it.text)
		case it.Class != language.IsQuantity && it.Class != language.IsHedge && !(it.Class == language.IsRole && it.Role == "of") && !it.is(facts.Own):
			return
		}
	}
}

// unitOfTarget gives a target in words the unit that its measure has: "88% … against a target of ninety".
func (s *statement) unitOfTarget() {
	if s.only == nil || s.only.Kind != facts.Measure || s.only.Unit != facts.Percent {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.Class != language.IsQuantity || it.q.Unit != facts.Bare || it.q.Ref != nil || it.q.Fraction || it.q.Per != 0 || i+1 < len(s.items) && s.items[i+1].Class != language.IsMark && s.items[i+1].Class != language.IsBreak {
			continue
		}
		k := i - 1
		for k >= 0 && (s.items[k].Class == language.IsPlain || s.items[k].Role == "of" || s.items[k].Class == language.IsHedge) {
			k--
		}
		if k >= 0 && s.items[k].Class == language.IsFace && s.items[k].Face == facts.FaceTarget && s.near(s.only, facts.FaceValue, facts.Own, it.q) {
			it.q = inPercent(it.q)
		}
	}
}
