package lex

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
func asMuchAgain(items []Item, i int) {
	it := &items[i]
	if it.Word != "as much again" || it.Class != language.IsUnknown || i+1 >= len(items) || items[i+1].Text != "as" && items[i+1].Text != "as it" && items[i+1].Text != "as they" {
		return
	}
	switch {
	case strings.HasPrefix(it.Text, "half"):
		q := facts.FractionOf(1, 2)
		it.Entry, it.Q = language.Entry{Class: language.IsQuantity}, &q
		if i > 0 && items[i-1].Class == language.IsHedge {
			q.Apply(items[i-1].Hedge)
			items[i-1].MakePlain()
		}
	case i > 0 && items[i-1].Class == language.IsQuantity && items[i-1].Q.Fraction:
		it.MakePlain()
	default:
		return
	}
	if it.Class == language.IsQuantity {
		it.End = it.Start + len("half")
		items[i+1].Start = it.End + 1
	} else {
		items[i+1].Start = it.Start
	}
	items[i+1].Entry, items[i+1].Text = language.Entry{Class: language.IsBeside, N: 1, Word: "higher than"}, "higher than"
}

// namedBefore makes of "it" behind the comparative at i the place that the sentence has compared with
// before: "where we trailed Scotland in 2023/24, we are now ahead of it".
func namedBefore(items []Item, i int) {
	it := &items[i]
	if it.Class != language.IsBeside || i+1 >= len(items) || items[i+1].Text != "it" {
		return
	}
	if i+3 < len(items) && items[i+2].Class == language.IsRole && items[i+3].Class != language.IsPeriod {
		return // "above it in places"
	}
	if i+2 < len(items) && !slices.Contains([]language.Class{language.IsMark, language.IsBreak, language.IsRole, language.IsPeriod}, items[i+2].Class) && !slices.Contains([]string{"now", "again", "today", "still"}, items[i+2].Text) {
		return // "higher than it was"
	}
	place := -1
	for k := range items[:i] {
		switch x := &items[k]; {
		case x.Class == language.IsFace && (x.Face == facts.FaceTarget || x.Face == facts.FacePlan), place >= 0 && (x.Class == language.IsMood || x.Class == language.IsUnknown):
			return
		case x.Class == language.IsArea && x.Area != facts.Own && !facts.IsLocality(x.Area):
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
func whenItWas(items []Item) []Item {
	for i := 2; i+2 < len(items); i++ {
		if items[i].Text != "when" || items[i].Class != language.IsAside {
			continue
		}
		year, was, q := i-1, false, i+1
		if items[year].Class == language.IsMark && items[year].Text == "," {
			year--
		}
		for q < len(items) && (items[q].Class == language.IsPlain || items[q].Class == language.IsHedge || items[q].Is(facts.Own) || items[q].Class == language.IsRole && items[q].Role == "in" && items[q].Text == "at") {
			was = was || slices.Contains([]string{"was", "were", "stood"}, items[q].Text)
			q++
		}
		if !was || q >= len(items) || items[q].Class != language.IsQuantity || items[year].Class != language.IsPeriod || !items[year].Known {
			continue
		}
		end := q + 1
		for end < len(items) && items[end].Class == language.IsPlain {
			end++
		}
		if end < len(items) && items[end].Class != language.IsMark {
			continue
		}
		at := items[end-1].End
		items[i].Entry, items[i].Text = language.Entry{Class: language.IsMark, Word: ","}, ","
		then := items[year]
		then.Start, then.End = at, at
		in := Item{Entry: language.Entry{Class: language.IsRole, Role: "in", Word: "in"}, Start: at, End: at, Text: "in"}
		return slices.Insert(items, end, in, then)
	}
	return items
}

// soThatItDid takes "so that" at i, behind which something has come about, for no wish: "so that by
// 2024 it had overtaken the national figure".
func soThatItDid(items []Item, i int) {
	if items[i].Text != "so that" || items[i].Class != language.IsMood {
		return
	}
	done := false
	for k := i + 1; k < len(items) && items[k].Class != language.IsMark && items[k].Class != language.IsBreak; k++ {
		switch {
		case items[k].Class == language.IsMood, items[k].Class == language.IsUnknown:
			return
		case items[k].Class == language.IsPlain:
			done = done || slices.Contains([]string{"had", "has", "was", "were", "is", "are"}, items[k].Text)
		}
	}
	if done {
		items[i].Entry, items[i].Text = language.Entry{Class: language.IsMark, Word: ","}, ","
	}
}

// memberOfFamily takes "member" at i for a plain word before the areas of the family: "every other member of our family".
func memberOfFamily(items []Item, i int) {
	if it := &items[i]; (it.Text == "member" || it.Text == "members") && it.Class == language.IsUnknown && i+2 < len(items) && items[i+1].Role == "of" && IsFamily(&items[i+2]) {
		it.Class = language.IsPlain
	}
}

// aloneInFamily passes over the family of which the area before i is a part: "with Moray alone of the three comparators ahead
// of us".
func aloneInFamily(items []Item, i int) {
	if i < 1 || i+2 >= len(items) || items[i-1].Class != language.IsArea || items[i-1].Area == facts.Own {
		return
	}
	k := i + 1
	for k+1 < len(items) && (items[k].Role == "of" || items[k].Text == "among" || items[k].Text == "amongst") {
		k++
	}
	if k > i+1 && IsFamily(&items[k]) {
		for n := i; n <= k; n++ {
			items[n].MakePlain()
		}
	}
}

// amountsOfTime marks the month or quarter at i for which the sentence gives an amount, which isn't that of the year: "costs us a
// little over £1 million a month".
func amountsOfTime(items []Item, i int) {
	each := items[i].Word == "each|every quarter|month|week"
	if !each && (items[i].Text != "month" && items[i].Text != "quarter" || i < 2 || !slices.Contains([]string{"a", "per"}, items[i-1].Text) || !PlainAmount(&items[i-2])) {
		return
	}
	if language.AnyOf(items, PlainAmount) {
		items[i].Class = language.IsUnknown
	}
}
