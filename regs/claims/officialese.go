package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// endings are verbs by which a time is over.
var endings = []string{"closed", "ended", "finished", "expired", "close", "end", "ending", "over", "out"}

// ended are what comes to an end with the reporting year.
var ended = []string{"year", "march", "plan", "twelve", "period", "quarter", "books"}

// atTheEnd reports whether "when" at i says no more than that the year, or the plan, came to its
// end, so that what is behind is no condition: "When March ended, 71 people were waiting". What
// it says is plain then.
func (s *statement) atTheEnd(i int) bool {
	if s.items[i].text != "when" && s.items[i].text != "time" {
		return false
	}
	what, over, end := false, false, i+1
	for ; end < len(s.items) && s.items[end].Class != language.IsMark; end++ {
		it := &s.items[end]
		for w := range strings.FieldsSeq(it.text) {
			what = what || slices.Contains(ended, w)
			over = over || slices.Contains(endings, w)
		}
		if it.Class == language.IsSubject && it.Thing.Kind != facts.Count || it.Class == language.IsQuantity || it.Class == language.IsArea && it.Area != facts.Own || it.Class == language.IsMood || it.Class == language.IsPeriod && it.known && it.Year != s.facts.Year && !it.calendar {
			return false
		}
		if it.Class == language.IsUnknown && !slices.Contains(ended, it.text) && !slices.Contains(endings, it.text) {
			return false
		}
	}
	if !what || !over || end == len(s.items) || s.items[end].Word != "," || end > i+9 {
		return false
	}
	for k := range end {
		if s.items[k].Class != language.IsPeriod {
			s.items[k].makePlain()
		}
		s.items[k].loose = false
	}
	return true
}

// stays are verbs behind which "under" compares.
var stays = []string{"stayed", "stay", "stays", "remained", "remains", "kept", "keeps", "came", "finished", "ended", "is", "was", "were", "are", "fell", "rose"}

// leftUnspent reads what is left of a budget as an underspend: "left £0.4m of its budget unused".
func leftUnspent(items []item, i int) {
	if i+3 >= len(items) || items[i].Class != language.IsQuantity || items[i].q.Unit != facts.Pounds || items[i+1].Role != "of" {
		return
	}
	k := i + 2
	for k < len(items) && items[k].Class == language.IsPlain {
		k++
	}
	if k+1 >= len(items) || items[k].Class != language.IsFace || items[k].Face != facts.FacePlan {
		return
	}
	switch items[k+1].text {
	case "unused", "unspent", "untouched", "intact", "over":
	default:
		return
	}
	for n := i + 1; n < k+1; n++ {
		items[n].makePlain()
	}
	items[k+1].Entry = language.Entry{Class: language.IsFace, Face: facts.FaceVariance, N: 1, Word: items[k+1].text}
	if i > 0 && items[i-1].Class == language.IsUnknown && (items[i-1].text == "left" || items[i-1].text == "leaves" || items[i-1].text == "leaving") {
		items[i-1].makePlain()
	}
}

// ofStated reports whether a multiple is of a figure that was stated for another time: "double the
// one we reported".
func ofStated(it *item) bool {
	return it.Class == language.IsTimes && slices.ContainsFunc([]string{" the one", " the sum", " the figure", " the total", " what we", " what it", " what the"}, func(of string) bool { return strings.Contains(it.text, of) })
}

// leavesIt makes a plain word of "leaves" at i, which is before what is left.
func leavesIt(items []item, i int) {
	if i >= 0 && items[i].Class == language.IsUnknown && slices.Contains([]string{"left", "leaves", "leaving"}, items[i].text) {
		items[i].makePlain()
	}
}

// withoutVerb takes "falls" for a verb where it says how far something is from something else: "our
// 60.2% falls short of the Scottish result".
func withoutVerb(found []claimed, ts []language.Token) []claimed {
	return slices.DeleteFunc(found, func(c claimed) bool {
		first := c.at[0]
		if len(c.at) > 1 || ts[first].Text != "falls" && ts[first].Text != "fall" {
			return false
		}
		k := first + 1
		if k < len(ts) && (strings.HasSuffix(ts[k].Text, "ly") || ts[k].Text == "well" || ts[k].Text == "just" || ts[k].Text == "far") {
			k++
		}
		return k < len(ts) && slices.Contains([]string{"short", "below", "behind", "within", "outside", "shy"}, ts[k].Text)
	})
}

// conceded reports whether item i is in words before the sentence's first comma that only say
// against what it happened, and narrow nothing: "Despite the additional resource made available, …".
func (s *statement) conceded(i int) bool {
	if s.items[0].Class != language.IsAside || !slices.Contains([]string{"despite", "in spite of", "notwithstanding"}, s.items[0].text) {
		return false
	}
	return !anyOf(s.items[:i], func(x *item) bool { return x.Class == language.IsMark })
}

// drewUp makes a plain word of "drew up" at i before the number of what all of the staff wrote.
func drewUp(items []item, i int) {
	if i == 0 || i > 2 || !items[i-1].is(facts.Own) && !slices.Contains([]string{"staff", "teams", "colleagues"}, items[i-1].text) || i == 2 && !items[0].is(facts.Own) {
		return
	}
	if items[i].Class != language.IsUnknown || !slices.Contains([]string{"drew up", "drawn up", "draws up", "wrote up", "put together"}, items[i].text) {
		return
	}
	for k := i + 1; k < len(items) && k < i+3; k++ {
		if items[k].Class == language.IsQuantity && items[k].q.Unit == facts.Bare && !(k+1 < len(items) && items[k+1].Role == "of") {
			items[i].makePlain()
			return
		}
	}
}

// ownSurvey reports whether the sentence speaks of a survey of the authority's own: "our own carers'
// survey".
func (s *statement) ownSurvey() bool {
	for i := range s.items {
		if s.items[i].text != "own" && !strings.HasSuffix(s.items[i].text, " own") {
			continue
		}
		for k := i + 1; k < len(s.items) && k < i+4; k++ {
			if strings.HasPrefix(s.items[k].text, "survey") {
				return true
			}
		}
	}
	return false
}

// setApart reports whether the items give by how much an amount is more or less than another.
func setApart(items []*item) bool {
	for i := range items[:max(len(items)-1, 0)] {
		if n := items[i+1]; items[i].Class == language.IsQuantity && items[i].q.Unit == facts.Pounds && (n.Class == language.IsBeside && n.N != 0 || n.Class == language.IsMove && n.Adj) {
			return true
		}
	}
	return false
}

// endsInTime reports whether no more than a time is said behind item i.
func (c *clause) endsInTime(i int) bool {
	return !slices.ContainsFunc(c.items[i+1:], func(x *item) bool {
		return x.Class != language.IsPlain && x.Class != language.IsPeriod && !(x.Class == language.IsRole && x.Role == "in")
	})
}

// fellOn takes "fell on" at i for a word that says whose a part was, and not which way it went:
// "half of the overspend fell on Strathmoor".
func fellOn(items []item, i int) {
	if items[i].Class != language.IsMove || i+2 >= len(items) || items[i+1].text != "on" && items[i+1].text != "to" {
		return
	}
	switch items[i].text {
	case "fell", "falls", "fallen":
	default:
		return
	}
	if n := &items[i+2]; n.Class == language.IsArea && isLocality(n.Area) || n.Class == language.IsSubject && n.Thing.Kind == facts.Money {
		items[i].makePlain()
	}
}

// adverseBehind makes an over- or underspend of "adverse" at i behind an amount: "the variance on
// care homes was £0.4m adverse".
func adverseBehind(items []item, i int) {
	n := 0
	switch items[i].text {
	case "adverse", "unfavourable":
		n = -1
	case "favourable":
		n = 1
	}
	if n == 0 || i == 0 || items[i-1].Class != language.IsQuantity || items[i-1].q.Unit != facts.Pounds {
		return
	}
	items[i].Entry = language.Entry{Class: language.IsFace, Face: facts.FaceVariance, N: n, Word: items[i].text}
	for k := range i {
		if items[k].Class == language.IsUnknown && (items[k].text == "variance" || items[k].text == "variances") {
			items[k].makePlain()
		}
	}
}

// saysAsShare reports whether what is between two commas says again as a share of the money what an
// amount before them is: "£111.0m, or 44.8% of the money, was spent in Strathmoor". The "or" is plain
// then.
func saysAsShare(cur *clause, behind []*item) bool {
	if len(behind) < 5 || len(cur.items) == 0 || behind[0].text != "or" || cur.has(language.IsSubject) >= 0 {
		return false
	}
	if last := cur.items[len(cur.items)-1]; last.Class != language.IsQuantity || last.q.Unit != facts.Pounds {
		return false
	}
	k := 1
	for k < len(behind) && (behind[k].Class == language.IsPlain || behind[k].Class == language.IsHedge) {
		k++
	}
	if k+2 >= len(behind) || behind[k].Class != language.IsQuantity || behind[k].q.Unit != facts.Percent || behind[k+1].Class != language.IsBase || behind[k+2].Class != language.IsMark || behind[k+2].Word != "," {
		return false
	}
	behind[0].Entry = language.Entry{Class: language.IsPlain, Word: "or"}
	return true
}

// backIn takes "back" at i for a plain word before a year: "Back in 2020/21".
func backIn(items []item, i int) {
	if items[i].text == "back" && items[i].Class == language.IsUnknown && i+2 < len(items) && items[i+1].Role == "in" && items[i+2].Class == language.IsPeriod && items[i+2].known {
		items[i].Entry = language.Entry{Class: language.IsPlain, Word: "back"}
	}
}

// sincePeak gives what a change is measured from where that is only said to be the highest or the
// lowest of the years: "down by a quarter from their peak".
func (c *clause) sincePeak(t *facts.Thing, area string, tm times) times {
	if tm.base != nil || tm.previous || !c.deltas() && c.has(language.IsTimes) < 0 {
		return tm
	}
	for i, it := range c.items {
		sign := 0
		switch {
		case it.Class != language.IsPlain && it.Class != language.IsExtreme:
		case slices.Contains(highest, it.text):
			sign = 1
		case slices.Contains(lowest, it.text):
			sign = -1
		}
		if sign == 0 || i+1 < len(c.items) && (c.roleAt(i+1, "of", "in") || c.items[i+1].Class != language.IsPlain && c.items[i+1].Class != language.IsMark) {
			continue
		}
		k := i - 1
		for k >= 0 && (c.items[k].Class == language.IsPlain || c.items[k].is(facts.Own)) {
			k--
		}
		at := c.facts.Newest(t, facts.FaceValue, area)
		if y := c.facts.ExtremeYear(t, facts.FaceValue, area, at, sign); c.roleAt(k, "from", "since") && y != 0 && y < at {
			tm.base = []int{y}
		}
	}
	return tm
}

// againstBudget reports whether the budget at p is only what spending was set against, of which the
// figure at i is: "Expenditure against the social work budget was £6.6m".
func (c *clause) againstBudget(p, i int) bool {
	s, v := c.hasFace(facts.FaceSpend), c.has(language.IsVersus)
	return s >= 0 && s < v && v < p && c.verbBetween(p, i) && !slices.ContainsFunc(c.qs, func(q *placed) bool { return q.i < p })
}
