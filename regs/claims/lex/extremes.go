package lex

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// SoAdjectives are what something hasn't been "so" since a year, as extremes.
var SoAdjectives = map[string]language.Entry{
	"few": {N: -1}, "low": {N: -1}, "short": {N: -1}, "small": {N: -1}, "rare": {N: -1}, "little": {N: -1},
	"many": {N: 1}, "high": {N: 1}, "long": {N: 1}, "large": {N: 1}, "common": {N: 1}, "great": {N: 1}, "much": {N: 1},
	"good": {N: 1, Judge: true}, "healthy": {N: 1, Judge: true}, "bad": {N: -1, Judge: true}, "poor": {N: -1, Judge: true},
}

// notSo makes an extreme of "haven't been so few since" and "has never been so low", of which the
// negation begins at i.
func notSo(items []Item, i int) {
	if items[i].Class != language.IsNot {
		return
	}
	reach := i + 4
	inverted := i+2 < len(items) && items[i+1].Role == "since" && items[i+2].Class == language.IsPeriod
	if inverted {
		reach = i + 14 // "not since 2021/22 have delayed bed days been as low"
	}
	for k := i + 1; k < len(items) && k <= reach; k++ {
		end := k
		word := ""
		switch {
		case items[k].Text == "so few", items[k].Text == "so many", items[k].Text == "so much":
			word = items[k].Text[len("so "):]
		case items[k].Text == "as" && asBehind(items, k+2):
			return // "not as bad here as in Scotland"
		case (items[k].Text == "so" || items[k].Text == "as" || items[k].Text == "this") && k+1 < len(items):
			word, end = items[k+1].Text, k+1
		case items[k].Class == language.IsPlain, inverted && (items[k].Class == language.IsSubject || items[k].Class == language.IsRole || items[k].Class == language.IsQuantity && items[k].Q.InWords || items[k].Class == language.IsPeriod && k == i+2 || items[k].Is(facts.Own)):
			continue
		default:
			return
		}
		e, ok := SoAdjectives[word]
		if !ok || end+1 < len(items) && (items[end+1].Text == "as" || items[end+1].Text == "a" || items[end+1].Text == "an") {
			return // "not so low as"
		}
		e.Class, e.Word = language.IsExtreme, word
		if items[i].Text == "never" {
			e.Word = "never"
		}
		for n := i; n <= end; n++ {
			if n < k && items[n].Class != language.IsNot {
				continue
			}
			items[n].MakePlain()
		}
		items[end].Entry = e
		items[end].Start = items[k].Start
		return
	}
}

// asBehind reports whether "as" is at item i, or behind a place at i.
func asBehind(items []Item, i int) bool {
	for ; i < len(items) && (items[i].Class == language.IsPlain || items[i].Class == language.IsArea); i++ {
		if items[i].Text == "as" {
			return true
		}
	}
	return false
}

// beating makes a comparison of "beat" where it is us who are beaten, and a move of what is won back in points.
func beating(items []Item) {
	for i := 0; i+1 < len(items); i++ {
		switch it := &items[i]; {
		case it.Class == language.IsMet && (it.Text == "beat" || it.Text == "beats") && items[i+1].Is(facts.Own) && !items[i+1].Possessive:
			it.Entry = language.Entry{Class: language.IsBeside, N: 1, Judge: true, Word: it.Text}
		case it.Class == language.IsUnknown && it.Word == "regained":
			k := i + 1
			if k+1 < len(items) && items[k].Class == language.IsPlain {
				k++
			}
			if items[k].Class == language.IsQuantity && items[k].Q.Unit == facts.Points {
				it.Entry = language.Entry{Class: language.IsMove, N: 1, Judge: true, Word: it.Text}
			}
		}
	}
}

// Highest and lowest are words for the highest and the lowest of a series.
var Highest, Lowest = []string{"peak", "peaked", "peaks", "high", "highest", "height"}, []string{"low", "lowest", "trough", "bottom"}

// thanAtTurn takes the name of the highest or lowest of a series for the year that is given of it, where something is
// compared with that: "9,000 fewer than at the peak of 2022/23" are fewer than in 2022/23.
func thanAtTurn(items []Item) {
	for i := 2; i < len(items); i++ {
		if items[i].Class != language.IsPeriod || !items[i].Known {
			continue
		}
		k := i - 1
		if items[k].Class == language.IsRole && (items[k].Role == "of" || items[k].Role == "in") {
			k--
		}
		if k > 0 && items[k].Text == "point" {
			k--
		}
		if k > 1 && items[k].Class == language.IsMark && items[k].Word == "," && items[i-1].Role == "in" {
			k-- // "at their height, in 2022/23, …"
			if k > 3 || items[0].Text != "at" || i+1 >= len(items) || items[i+1].Class != language.IsMark {
				continue
			}
			items[i-2].Entry, items[i-2].Text = language.Entry{Class: language.IsPlain}, ""
		}
		turn := k
		if k < 1 || items[k].Class != language.IsExtreme && items[k].Class != language.IsPlain && items[k].Class != language.IsUnknown || !slices.ContainsFunc(strings.Fields(items[k].Text), func(w string) bool { return slices.Contains(Highest, w) || slices.Contains(Lowest, w) }) {
			continue
		}
		for k--; k > 0 && (items[k].Class == language.IsPlain && !slices.Contains([]string{"a", "an"}, items[k].Text) || items[k].Is(facts.Own) || items[k].Class == language.IsRole && items[k].Role == "in" && items[k].Text == "at"); k-- {
		}
		if it := &items[k]; k == 0 && it.Text == "at" && it.Class == language.IsRole {
			items[turn].MakePlain() // and what it was then follows
			continue
		} else if it.Class != language.IsThan && it.Class != language.IsVersus && it.Class != language.IsBeside && !(it.Class == language.IsRole && it.Role == "since") {
			continue
		}
		for n := k + 1; n < i; n++ {
			items[n].MakePlain()
		}
		items[turn].Word = "turn"
	}
}

// afterTurn goes on with the highest or lowest of a series that "after" is followed by, where that has a figure and a time:
// "stood at 9,966, after a peak here of 10,827 in 2021/22". What else stands behind "after" is no claim.
func afterTurn(items []Item) {
	if language.AnyOf(items, func(x *Item) bool {
		return x.Class == language.IsSubject && (x.Thing.Kind == facts.Money || strings.Contains(x.Thing.Title, "end of the"))
	}) {
		return // of amounts, and of counts that may have been higher within a year
	}
	for i := range items {
		if items[i].Text != "after" && items[i].Text != "following" || i == 0 {
			continue
		}
		turn := i + 1
		for turn < len(items) && (slices.Contains([]string{"a", "an", "its", "their", "the", "our", "record"}, items[turn].Text)) {
			turn++
		}
		if turn >= len(items) || !slices.Contains(Highest, items[turn].Text) && !slices.Contains(Lowest, items[turn].Text) && items[turn].Text != "peaking" {
			continue
		}
		k := turn + 1
		if k < len(items) && items[k].Is(facts.Own) {
			k++ // "a peak here of"
		}
		given := k+2 < len(items) && (items[k].Role == "of" || items[k].Text == "at") && items[k+1].Class == language.IsQuantity && items[k+1].Q.Unit != facts.Pounds && items[k+1].Q.Ref == nil
		if given {
			k += 2
		}
		if k < len(items) && (items[k].Role == "in" || items[k].Text == "back") {
			k++
		}
		if k >= len(items) || items[k].Class != language.IsPeriod || !given && k+1 < len(items) {
			continue
		}
		if behind := k + 1; behind < len(items) && (items[behind].Text == "that" || items[behind].Text == "which") {
			items[behind].Entry = language.Entry{Class: language.IsBreak, Word: "which"}
		} else if behind < len(items) && items[behind].Class != language.IsMark && items[behind].Class != language.IsBreak {
			continue
		}
		if items[i].MakePlain(); items[i-1].Class != language.IsMark {
			items[i].Entry = language.Entry{Class: language.IsMark, Word: ","}
		}
	}
}
