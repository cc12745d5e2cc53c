package lex

import (
	"slices"

	"apr/regs/claims/language"
)

// behindWords set one thing before others in an order: "After prescribing, care homes are
// the largest" is the second place.
var behindWords = []string{"after", "behind", "next to", "second to", "following", "besides", "beside", "apart from", "aside from", "other than", "excluding", "except for"}

// behindAnother takes "the largest" for the second place where the sentence begins with the one
// that is before it.
func behindAnother(items []Item) {
	if len(items) < 4 || !slices.Contains(behindWords, items[0].Text) {
		return
	}
	k := 1
	for k < len(items) && items[k].Class == language.IsPlain {
		k++
	}
	if k+1 >= len(items) || items[k].Class != language.IsSubject && items[k].Class != language.IsArea || items[k+1].Class != language.IsMark || items[k+1].Word != "," {
		return
	}
	for e := k + 2; e < len(items); e++ {
		if items[e].Class == language.IsExtreme {
			if the := &items[e-1]; the.Text == "the" && the.Ordinal == 0 {
				the.Ordinal = 2
				items[k].MakePlain()
			}
			return
		}
	}
}

// ofTheTwo takes "the smaller of the two localities" for "the smallest of the two", and so "the
// smaller locality".
func ofTheTwo(items []Item, i int) {
	it := &items[i]
	if it.Class != language.IsMove && it.Class != language.IsBeside || !it.Adj && it.Class == language.IsMove || it.N == 0 || i == 0 || items[i-1].Text != "the" || i+1 >= len(items) {
		return
	}
	if items[i+1].Text == "locality" || countsTwo(items[i+1:]) {
		it.Entry = language.Entry{Class: language.IsExtreme, N: it.N, Judge: it.Judge, Word: it.Text}
	}
}

// countsTwo reports whether items begin with "of the two".
func countsTwo(items []Item) bool {
	if items[0].Role != "of" {
		return false
	}
	k := 1
	for k < len(items) && items[k].Class == language.IsPlain {
		k++
	}
	return k < len(items) && items[k].Class == language.IsQuantity && items[k].Text == "two"
}
