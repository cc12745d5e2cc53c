package lex

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads multiples of a figure that the sentence gives itself, and figures that come nearer to another's: "more
// than double the 2,013 of the north", "closer to Scotland's".

// closerThan makes a move of "closer to" and "further from" where a place and an earlier time follow: "closer to the
// Scottish figure than in 2021/22".
func closerThan(items []Item) {
	for i := 0; i+3 < len(items); i++ {
		n, k := 0, i+1
		switch it := &items[i]; {
		case it.Class == language.IsUnknown && (it.Text == "closer to" || it.Text == "nearer to" || it.Text == "nearer"):
			n = -1
		case it.Class == language.IsPlain && (it.Text == "further" || it.Text == "farther") && items[k].Text == "from":
			n, k = 1, i+2
		default:
			continue
		}
		for k < len(items)-2 && items[k].Class == language.IsPlain {
			k++
		}
		if items[k].Class != language.IsArea || items[k].Area == facts.Own || !(items[k+1].Class == language.IsThan || items[k+1].Class == language.IsRole && items[k+1].Role == "since" && strings.HasPrefix(items[k+1].Text, "than")) {
			continue
		}
		for p := k + 2; p < len(items) && p < k+6 && items[p].Class != language.IsMark; p++ {
			if items[p].Class == language.IsPeriod {
				items[i].Entry = language.Entry{Class: language.IsMove, N: n, Adj: true, Word: "gap"}
				if n > 0 {
					items[i+1].Entry = language.Entry{Class: language.IsPlain, Word: "from"}
				}
				break
			}
		}
	}
}

// multiples are words for how many times as much something is.
var multiples = map[string]int64{"double": 2, "twice": 2, "treble": 3, "triple": 3, "thrice": 3, "quadruple": 4}

// hedgesOfMultiples are the words that may stand before a multiple.
var hedgesOfMultiples = map[string]facts.Hedge{
	"more than": facts.Over, "over": facts.Over, "well over": facts.Over, "just over": facts.JustOver, "slightly more than": facts.JustOver, "little more than": facts.LittleOver, "barely more than": facts.LittleOver,
	"less than": facts.Under, "under": facts.Under, "nearly": facts.Nearly, "almost": facts.Nearly, "just under": facts.Nearly, "close to": facts.Nearly, "not quite": facts.Nearly,
	"about": facts.About, "around": facts.About, "roughly": facts.About, "some": facts.About, "approximately": facts.About, "broadly": facts.About,
}

// multipleOfFigure takes the multiple at i for a plain word that carries its size, where a figure of another place or thing
// is what it is of. The figure is read by itself then, and withinMultiple holds the two against each other.
func multipleOfFigure(items []Item, i int) {
	it := &items[i]
	var size *big.Rat
	behind, hedge := i+1, facts.Plainly
	if n := multiples[it.Text]; n != 0 {
		size = exact.Rat(n, 1)
	} else {
		if it.Class != language.IsQuantity || it.Q.Unit != facts.Bare || it.Q.Ref != nil || it.Q.Value == nil || i+1 >= len(items) || items[i+1].Text != "times" {
			return
		}
		size, hedge, behind = it.Q.Value, it.Q.Hedge, i+2
	}
	place := false
	for behind < len(items) && (slices.Contains([]string{"the", "our", "its", "their"}, items[behind].Text) || items[behind].Class == language.IsArea && items[behind].Possessive) {
		place = place || items[behind].Class == language.IsArea
		behind++
	}
	if behind+2 < len(items) && slices.Contains([]string{"rate", "level", "figure", "total", "number", "sum"}, items[behind].Text) && items[behind+1].Role == "of" {
		place, behind = true, behind+2 // "three times the rate of 411 in 2020/21"
	}
	if behind >= len(items) || items[behind].Class != language.IsQuantity || items[behind].Q.Ref != nil || items[behind].Q.Fraction || items[behind].Q.Value == nil {
		return
	}
	if !place && !ofPlaceOrThing(items, behind+1) {
		return
	}
	if i > 0 {
		if h, ok := hedgesOfMultiples[items[i-1].Text]; ok {
			hedge = h
			items[i-1].MakePlain()
		}
	}
	it.Entry, it.Q = language.Entry{Class: language.IsPlain, Word: "multiple", Hedge: hedge}, &facts.Quantity{Value: size, Unit: facts.Bare}
}

// ofPlaceOrThing reports whether a place or a thing of which a figure is stands at item k, and not its year.
func ofPlaceOrThing(items []Item, k int) bool {
	for ; k < len(items); k++ {
		switch it := &items[k]; {
		case it.Class == language.IsArea, it.Class == language.IsSubject, it.Class == language.IsFace && it.Face == facts.FaceVariance:
			return true
		case it.Class != language.IsPlain && it.Role != "of" && it.Role != "in" && it.Role != "from":
			return false
		}
	}
	return false
}

// HedgeOfMultiple is what a word before a multiple makes of it.
func HedgeOfMultiple(word string) (h facts.Hedge, ok bool) {
	h, ok = hedgesOfMultiples[word]
	return h, ok
}
