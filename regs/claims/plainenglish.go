package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file has words of reports in plain English, and turns of phrase that are read as others are:
// "half as high again as" as "50% higher than", and "above it" of a place that was named before.

// asMuchAgain makes "50% higher than" of "half as high again as" at i, and so for a quarter or a
// third.
func asMuchAgain(items []item, i int) {
	it := &items[i]
	if it.Word != "as much again" || it.Class != language.IsUnknown || i+1 >= len(items) || items[i+1].text != "as" && items[i+1].text != "as it" && items[i+1].text != "as they" {
		return
	}
	switch {
	case strings.HasPrefix(it.text, "half"):
		q := facts.FractionOf(1, 2)
		it.Entry, it.q = language.Entry{Class: language.IsQuantity}, &q
		if i > 0 && items[i-1].Class == language.IsHedge {
			q.Apply(items[i-1].Hedge)
			items[i-1].makePlain()
		}
	case i > 0 && items[i-1].Class == language.IsQuantity && items[i-1].q.Fraction:
		it.makePlain()
	default:
		return
	}
	if it.Class == language.IsQuantity {
		it.end = it.start + len("half")
		items[i+1].start = it.end + 1
	} else {
		items[i+1].start = it.start
	}
	items[i+1].Entry, items[i+1].text = language.Entry{Class: language.IsBeside, N: 1, Word: "higher than"}, "higher than"
}

// namedBefore makes of "it" behind the comparative at i the place that the sentence has compared with
// before: "where we trailed Scotland in 2023/24, we are now ahead of it".
func namedBefore(items []item, i int) {
	it := &items[i]
	if it.Class != language.IsBeside || i+1 >= len(items) || items[i+1].text != "it" {
		return
	}
	if i+3 < len(items) && items[i+2].Class == language.IsRole && items[i+3].Class != language.IsPeriod {
		return // "above it in places"
	}
	if i+2 < len(items) && !slices.Contains([]language.Class{language.IsMark, language.IsBreak, language.IsRole, language.IsPeriod}, items[i+2].Class) && !slices.Contains([]string{"now", "again", "today", "still"}, items[i+2].text) {
		return // "higher than it was"
	}
	place := -1
	for k := range items[:i] {
		switch x := &items[k]; {
		case x.Class == language.IsFace && (x.Face == facts.FaceTarget || x.Face == facts.FacePlan), place >= 0 && (x.Class == language.IsMood || x.Class == language.IsUnknown):
			return
		case x.Class == language.IsArea && x.Area != facts.Own && !isLocality(x.Area):
			if place >= 0 && items[place].Area != x.Area {
				return
			}
			place = k
		}
	}
	if place < 0 {
		return
	}
	items[i+1].Entry = language.Entry{Class: language.IsArea, Area: items[place].Area, Word: items[place].Word}
}

// whenItWas takes "when the rate was 89" right behind a year for a statement of its own about that year:
// "has risen every year since 2020/21, when the rate was 89".
func whenItWas(items []item) []item {
	for i := 2; i+2 < len(items); i++ {
		if items[i].text != "when" || items[i].Class != language.IsAside {
			continue
		}
		year, was, q := i-1, false, i+1
		if items[year].Class == language.IsMark && items[year].text == "," {
			year--
		}
		for q < len(items) && (items[q].Class == language.IsPlain || items[q].Class == language.IsHedge || items[q].is(facts.Own) || items[q].Class == language.IsRole && items[q].Role == "in" && items[q].text == "at") {
			was = was || slices.Contains([]string{"was", "were", "stood"}, items[q].text)
			q++
		}
		if !was || q >= len(items) || items[q].Class != language.IsQuantity || items[year].Class != language.IsPeriod || !items[year].known {
			continue
		}
		end := q + 1
		for end < len(items) && items[end].Class == language.IsPlain {
			end++
		}
		if end < len(items) && items[end].Class != language.IsMark {
			continue
		}
		at := items[end-1].end
		items[i].Entry, items[i].text = language.Entry{Class: language.IsMark, Word: ","}, ","
		then := items[year]
		then.start, then.end = at, at
		in := item{Entry: language.Entry{Class: language.IsRole, Role: "in", Word: "in"}, start: at, end: at, text: "in"}
		return slices.Insert(items, end, in, then)
	}
	return items
}

// soThatItDid takes "so that" at i, behind which something has come about, for no wish: "so that by
// 2024 it had overtaken the national figure".
func soThatItDid(items []item, i int) {
	if items[i].text != "so that" || items[i].Class != language.IsMood {
		return
	}
	done := false
	for k := i + 1; k < len(items) && items[k].Class != language.IsMark && items[k].Class != language.IsBreak; k++ {
		switch {
		case items[k].Class == language.IsMood, items[k].Class == language.IsUnknown:
			return
		case items[k].Class == language.IsPlain:
			done = done || slices.Contains([]string{"had", "has", "was", "were", "is", "are"}, items[k].text)
		}
	}
	if done {
		items[i].Entry, items[i].text = language.Entry{Class: language.IsMark, Word: ","}, ","
	}
}

// memberOfFamily takes "member" at i for a plain word before the areas of the family: "every other member of our family".
func memberOfFamily(items []item, i int) {
	if it := &items[i]; (it.text == "member" || it.text == "members") && it.Class == language.IsUnknown && i+2 < len(items) && items[i+1].Role == "of" && isFamily(&items[i+2]) {
		it.Class = language.IsPlain
	}
}

// aloneInFamily passes over the family of which the area before i is a part: "with Moray alone of the three comparators ahead
// of us".
func aloneInFamily(items []item, i int) {
	if i < 1 || i+2 >= len(items) || items[i-1].Class != language.IsArea || items[i-1].Area == facts.Own {
		return
	}
	k := i + 1
	for k+1 < len(items) && (items[k].Role == "of" || items[k].text == "among" || items[k].text == "amongst") {
		k++
	}
	if k > i+1 && isFamily(&items[k]) {
		for n := i; n <= k; n++ {
			items[n].makePlain()
		}
	}
}

// amountsOfTime marks the month or quarter at i for which the sentence gives an amount, which isn't that of the year: "costs us a
// little over £1 million a month".
func amountsOfTime(items []item, i int) {
	each := items[i].Word == "each|every quarter|month|week"
	if !each && (items[i].text != "month" && items[i].text != "quarter" || i < 2 || !slices.Contains([]string{"a", "per"}, items[i-1].text) || !plainAmount(&items[i-2])) {
		return
	}
	if anyOf(items, plainAmount) {
		items[i].Class = language.IsUnknown
	}
}

// saidBy reports whether a share is that of those by whom something is said to be felt or thought: "was described as good by
// 71.0% of those who had it".
func (c *clause) saidBy(q *placed, t *facts.Thing) bool {
	p := c.prev(q.i)
	if p < 0 || !t.Survey || q.q.Unit != facts.Percent || q.q.Ref != nil || c.moves() || !c.roleAt(q.i+1, "of") || q.i+2 >= len(c.items) || c.items[p].text != "by" {
		return false
	}
	next := q.i + 2
	for next+1 < len(c.items) && (c.items[next].text == "the" || c.items[next].text == "our") {
		next++
	}
	switch lastWord(c.items[next].text) {
	case "those":
		return next+1 < len(c.items) && slices.Contains([]string{"who", "whom", "getting", "receiving", "supported"}, c.items[next+1].text) && !c.says("wrote", "replied", "answered")
	case "people", "adults", "patients", "respondents", "users", "carers", "them":
		return true
	}
	return false
}
