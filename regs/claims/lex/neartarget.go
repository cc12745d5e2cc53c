package lex

import (
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads how far a local measure is from its target: "within half a point of the 6.5% we aim for", "measured
// against the 14% we are aiming for there are 1.7 points still to find".

// besideGoal says on which side of a target something is at i where the words for it are others elsewhere: "but just short of the target",
// "lies one point short of the target", "two weeks beyond the board's target of eight", "leaves our target of 46,000 unmet".
func besideGoal(items []Item, i int) {
	it := &items[i]
	k := i + 1
	for k < len(items) && (items[k].Class == language.IsPlain || items[k].Is(facts.Own) || items[k].Class == language.IsSubject && items[k].Possessive && items[k].Thing.ID == "total") && k < i+3 {
		k++
	}
	named := k < len(items) && items[k].Class == language.IsFace && items[k].Face == facts.FaceTarget
	switch {
	case named && it.Class == language.IsHedge && strings.HasSuffix(it.Text, "short of"):
		it.Entry = language.Entry{Class: language.IsBeside, N: -1, Word: "short of"}
	case named && it.Class == language.IsUnknown && it.Text == "beyond":
		it.Entry = language.Entry{Class: language.IsBeside, N: 1, Word: "beyond"}
	case it.Class == language.IsUnknown && (it.Text == "lie" || it.Text == "lies") && i+2 < len(items) && items[i+1].Class == language.IsQuantity && items[i+2].Class == language.IsBeside:
		it.MakePlain()
	case named && it.Class == language.IsUnknown && (it.Text == "leaves" || it.Text == "left"):
		for k++; k < len(items) && (items[k].Role == "of" || items[k].Class == language.IsQuantity || items[k].Class == language.IsPlain); k++ {
		}
		if k < len(items) && items[k].Class == language.IsUnknown && (items[k].Text == "unmet" || items[k].Text == "missed") {
			it.MakePlain()
			items[k].Entry = language.Entry{Class: language.IsMet, N: -1, Word: "missed"}
		}
	}
}
