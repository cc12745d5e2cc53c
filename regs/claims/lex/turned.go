package lex

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file has further words for which way something went, and on which side of another figure it
// is.

// turned reads words which say which way something went, or on which side it is, only by what is
// next to them.
func turned(items []Item, i int) {
	lookedAfter(items, i)
	thanInAny(items, i)
	noOneElse(items, i)
	it := &items[i]
	switch {
	case it.Class == language.IsUnknown && (it.Text == "picked up" || it.Text == "picks up" || it.Text == "picking up") && endsClause(items, i):
		it.Entry = language.Entry{Class: language.IsMove, N: 1, Word: it.Text} // and not "picked up the bill"
	case it.Class == language.IsMet && it.N < 0 && (strings.HasSuffix(it.Text, "short of") || strings.HasSuffix(it.Text, "shy of")) && nextIsPlace(items, i):
		it.Entry = language.Entry{Class: language.IsBeside, N: -1, Word: it.Text} // "falls slightly short of the Scottish result"
	case it.Class == language.IsExtreme && it.Word != "turning" && i > 2 && (items[i-1].Text == "its" || items[i-1].Text == "their") && items[i-2].Text == "at" && slices.Contains(Stayings, items[i-3].Text):
		it.Word = "turning" // "was at its lowest in 2021/22"
	case it.Class == language.IsFace && it.Face == facts.FaceVariance && PlanOfOurs(it.Text) && !namesAmount(items, i) && !ofTheBoard(items, i) && !besideSpent(items, i):
		it.Entry = language.Entry{Class: language.IsUnknown, Word: it.Text} // of an amount that isn't named
	case it.Class == language.IsSubject && (it.Text == "falls" || it.Text == "fall") && (shortOf(items, i+1) || i+1 < len(items) && items[i+1].Class == language.IsPlain && shortOf(items, i+2)):
		it.MakePlain() // "our 60.2% falls slightly short of"
	case it.Text == "over" && it.Class == language.IsRole && i > 0 && items[i-1].Class == language.IsPlain && strings.HasPrefix(items[i-1].Text, "a ") && nextIsPlace(items, i):
		it.Entry = language.Entry{Class: language.IsBeside, N: 1, Word: it.Text} // "a whisker over the Scottish one"
	case it.Class == language.IsHedge && i > 0 && (items[i-1].Class == language.IsBreak || items[i-1].Class == language.IsMark) && nextIsPlace(items, i) && (it.Hedge == facts.Over || it.Hedge == facts.Under || it.Hedge == facts.JustOver || it.Hedge == facts.LittleOver):
		it.Entry = language.Entry{Class: language.IsBeside, N: map[bool]int{true: -1, false: 1}[it.Hedge == facts.Under], Word: it.Text} // ", but well under the average of our family"
	case it.Class == language.IsUnknown && it.Text == "back" && i+1 < len(items) && items[i+1].Class == language.IsRole && strings.HasPrefix(items[i+1].Text, "where "):
		it.Entry = language.Entry{Class: language.IsStable, Word: it.Text} // "is back where it was in 2020/21"
	case it.Class == language.IsStable && strings.HasSuffix(it.Text, "where it was") && i+2 < len(items) && items[i+1].Role == "in" && items[i+2].Class == language.IsPeriod:
		items[i+1].Role = "since" // "is where it was in 2020/21"
	case it.Class == language.IsThan && i+3 < len(items) && (items[i+1].Is(facts.Own) || items[i+1].Text == "they") && slices.Contains([]string{"had", "did", "were", "have"}, items[i+2].Text) && items[i+3].Class == language.IsPeriod:
		items[i+1].MakePlain() // "than we had a year ago"
	case planExceeded(items, i):
		it.Entry = language.Entry{Class: language.IsFace, Face: facts.FaceVariance, N: -1, Word: it.Text}
	case it.Class == language.IsMove && !it.Adj && it.N < 0 && i+2 < len(items) && items[i+1].Class == language.IsQuantity && items[i+2].Class == language.IsBeside && language.FirstWord(items[i+2].Text) == "short":
		it.MakePlain() // "fell £1.5m short of"
	case it.Class == language.IsUnknown && (it.Text == "leaves" || it.Text == "left") && i+1 < len(items) && items[i+1].Class == language.IsQuantity && items[i+1].Q.Unit == facts.Pounds:
		it.MakePlain() // "leaves £1.6m in hand"
	}
}

// PlanOfOurs reports whether words compare with what somebody had planned.
func PlanOfOurs(words string) bool {
	rest, ok := strings.CutPrefix(words, "more than ")
	if !ok {
		rest, ok = strings.CutPrefix(words, "less than ")
	}
	return ok && slices.Contains([]string{"we", "they", "it", "the"}, language.FirstWord(rest))
}

// namesAmount reports whether the clause of item i names an amount, or speaks of years in a row.
func namesAmount(items []Item, i int) bool {
	start, end := i, i
	for start > 0 && items[start-1].Class != language.IsMark && items[start-1].Class != language.IsBreak {
		start--
	}
	for end < len(items) && items[end].Class != language.IsMark && items[end].Class != language.IsBreak {
		end++
	}
	return language.AnyOf(items[start:end], func(x *Item) bool {
		return x.Class == language.IsSubject && x.Thing.Kind == facts.Money && x.Thing.ID != "total" || x.Class == language.IsRow || x.Class == language.IsEach
	})
}

// thanInAny makes a superlative of the comparative that "than in any" at i belongs to: "more attendances than
// in any of the six years", "lower than it has been in any of the previous five years".
func thanInAny(items []Item, i int) {
	if items[i].Text != "any" || items[i].Class != language.IsPlain {
		return
	}
	than := i - 1
	for than >= 0 && (items[than].Class == language.IsPlain || items[than].Class == language.IsRole && items[than].Role == "in") {
		than--
	}
	if than < 0 {
		return
	}
	m := than
	switch it := &items[than]; {
	case it.Class == language.IsBeside && it.N != 0 && strings.HasSuffix(it.Text, " than"):
	case it.Class == language.IsThan, it.Class == language.IsRole && strings.HasPrefix(it.Text, "than"):
		for m--; m >= 0 && !(items[m].Class == language.IsMove && items[m].Adj); m-- {
			if it := &items[m]; it.Class != language.IsPlain && !keptBeforeThan.Has(it.Class) && it.Class != language.IsQuantity && !(it.Class == language.IsRole && (it.Role == "in" || it.Role == "of" || it.Role == "to" && items[max(m-1, 0)].Class == language.IsQuantity)) && !it.Is(facts.Own) {
				return
			}
		}
	default:
		return
	}
	if m < 0 {
		return
	}
	behind := i + 1
	if k := wordOfYear(items, behind); k >= 0 {
		if k+1 == len(items) || items[k+1].Role != "since" {
			items[m].Entry = language.Entry{Class: language.IsExtreme, N: items[m].N, Judge: items[m].Judge, Word: "never"}
			for ; i >= m; i-- {
				if i > m && (i >= than || !keptBeforeThan.Has(items[i].Class) && items[i].Class != language.IsRole) && items[i].Class != language.IsSubject {
					items[i].MakePlain()
				}
			}
			return
		}
	}
	for behind < len(items) && (items[behind].Class == language.IsPlain || items[behind].Class == language.IsRole && items[behind].Role == "of") {
		behind++
	}
	if m < 0 || behind == len(items) || items[behind].Class != language.IsPeriod && !(items[behind].Class == language.IsQuantity && items[behind].Q.InWords) {
		return
	}
	items[m].Entry = language.Entry{Class: language.IsExtreme, N: items[m].N, Judge: items[m].Judge, Word: items[m].Text}
	if it := &items[behind]; it.Class == language.IsPeriod && it.Word == "ago" && it.Year > 1 {
		it.Word, it.Year = "over", it.Year+1 // "in any of the two years before"
	}
	besideThisYear(items, behind)
	if it := &items[behind]; it.Class == language.IsPeriod && it.Entry.Year == 1 && !it.Known {
		items[m].Word, it.Entry = "never", language.Entry{Class: language.IsPlain, Word: it.Text} // "in any previous year", of which some may be before the report
	}
	for k := m + 1; k <= i; k++ {
		if (k >= than || !keptBeforeThan.Has(items[k].Class) && items[k].Class != language.IsRole) && items[k].Class != language.IsSubject {
			items[k].MakePlain()
		}
	}
}

// keptBeforeThan is what may stand between a comparative and its "than" without being part of it: "a smaller share of the money than
// in any", "worse in 2022/23 than in any".
const keptBeforeThan = language.Classes(1<<language.IsSubject | 1<<language.IsBase | 1<<language.IsPeriod)

// wordOfYear is the place of "year" right behind item i, or behind one word of which year it is, "earlier year", -1
// where it isn't there.
func wordOfYear(items []Item, i int) int {
	if i < len(items) && slices.Contains([]string{"earlier", "other", "previous", "preceding", "past", "single"}, items[i].Text) {
		i++
	}
	if i < len(items) && items[i].Text == "year" && items[i].Class == language.IsPlain {
		return i
	}
	return -1
}

// noOneElse takes "no other partnership" at i for what is compared with ours, where a comparison with ours is
// behind it: "no other partnership does better than us".
func noOneElse(items []Item, i int) {
	if items[i].Class != language.IsMood || items[i].Word != "quoted" || !strings.HasPrefix(items[i].Text, "no other ") {
		return
	}
	compares, family := false, false
	for k := i + 1; k < len(items) && items[k].Class != language.IsMark && items[k].Class != language.IsBreak; k++ {
		it := &items[k]
		family = family || it.Class == language.IsArea && it.Area == facts.Family
		compares = compares || it.N != 0 && (it.Class == language.IsMove && it.Adj || it.Class == language.IsBeside)
		if compares && (it.Is(facts.Own) || family) {
			items[i].Entry = language.Entry{Class: language.IsPlain, Word: "no other"}
			return
		}
	}
}

// shortOf reports whether item i is "short of" or the like.
func shortOf(items []Item, i int) bool {
	return i < len(items) && items[i].Class == language.IsBeside && (language.FirstWord(items[i].Text) == "short" || language.FirstWord(items[i].Text) == "shy")
}

// planExceeded reports whether "exceeded" at i is said of a plan before it: "the plan for hospital at home
// was exceeded".
func planExceeded(items []Item, i int) bool {
	if items[i].Text != "exceeded" || i < 2 || !slices.Contains([]string{"was", "were", "been"}, items[i-1].Text) && !(items[i-1].Class == language.IsNot && slices.Contains([]string{"was", "were"}, items[i-2].Text)) || i+1 < len(items) && items[i+1].Class != language.IsMark && items[i+1].Class != language.IsPeriod && items[i+1].Class != language.IsBreak {
		return false
	}
	named := false
	for k := i - 1; k >= 0; k-- {
		switch it := &items[k]; {
		case it.Class == language.IsFace && it.Face == facts.FacePlan:
			return named
		case it.Class == language.IsSubject && it.Thing.Kind == facts.Money:
			named = true
		case it.Class != language.IsPlain && it.Class != language.IsRole && it.Class != language.IsNot:
			return false
		}
	}
	return false
}

// lookedAfter takes "looks after" at i for plain words where the sentence is about those who are looked
// after at home: "looks after a larger share of its adults with intensive needs at home".
func lookedAfter(items []Item, i int) {
	if !strings.HasPrefix(items[i].Text, "look") || items[i].Class != language.IsUnknown || i+1 >= len(items) || items[i+1].Text != "after" {
		return
	}
	if language.AnyOf(items, func(x *Item) bool { return x.Class == language.IsSubject && x.Thing.ID == "NI18" }) {
		items[i].Entry, items[i+1].Entry = language.Entry{Class: language.IsPlain, Word: items[i].Text}, language.Entry{Class: language.IsPlain, Word: "after"}
	}
}

// endsClause reports whether a verb at i has no object: a time, or the end of what is said, is behind it.
func endsClause(items []Item, i int) bool {
	for i++; i < len(items); i++ {
		it := &items[i]
		switch {
		case it.Class == language.IsMark, it.Class == language.IsBreak, it.Class == language.IsPeriod, it.Class == language.IsAside, it.Class == language.IsEach, it.Class == language.IsRow:
			return true
		case it.Class == language.IsRole:
			return it.Role == "since" || it.Role == "by" || it.Role == "in" || it.Role == "from" || it.Role == "to"
		case it.Class == language.IsHedge, it.Class == language.IsQuantity:
			return false
		case it.Class == language.IsPlain && (strings.HasSuffix(it.Text, "ly") || slices.Contains([]string{"again", "a", "little", "bit", "somewhat", "well", "over", "on", "still", "too", "further", "once"}, it.Text)):
		default:
			return false
		}
	}
	return true
}

// nextIsPlace reports whether a place other than the authority's own is right behind item i.
func nextIsPlace(items []Item, i int) bool {
	for i++; i < len(items); i++ {
		if items[i].Class != language.IsPlain {
			return items[i].Class == language.IsArea && items[i].Area != facts.Own
		}
	}
	return false
}
