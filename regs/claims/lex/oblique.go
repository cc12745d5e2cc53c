package lex

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file has words of sentences that say in a roundabout way what others say straight.

// theBetterResult takes "the poorer result" at i for one that is better or worse than another place's, and not than
// before.
func theBetterResult(items []Item, i int) {
	it := &items[i]
	if it.Class != language.IsMove || it.N == 0 || i == 0 || items[i-1].Text != "the" || i+1 >= len(items) {
		return
	}
	switch items[i+1].Text {
	case "result", "figure", "rate", "score", "share", "one", "number", "value":
		it.Adj = true
	}
}

// isAhead makes a comparison of "ahead" and "behind" at i where nothing follows and another place goes before:
// "Scotland remains a shade ahead".
func isAhead(items []Item, i int) {
	it := &items[i]
	n := 0
	switch it.Text {
	case "ahead":
		n = 1
	case "behind":
		n = -1
	}
	if n == 0 || i+1 < len(items) && items[i+1].Class != language.IsMark && items[i+1].Class != language.IsBreak {
		return
	}
	for k := i - 1; k >= 0; k-- {
		switch x := &items[k]; {
		case x.Class == language.IsArea && (x.Area == facts.Scotland || x.Area == facts.Family) && !x.Possessive:
			it.Entry = language.Entry{Class: language.IsBeside, N: n, Judge: true, Word: it.Text}
			return
		case x.Class != language.IsPlain && x.Class != language.IsHedge:
			return
		}
	}
}

// aroundFigure takes the commas away from a figure between a comparative and what it compares with: "there were fewer
// concerns, 15.7%, than in any other of the six years".
func aroundFigure(items []Item) []Item {
	for i := 1; i+2 < len(items); i++ {
		if items[i].Class != language.IsMark || items[i].Word != "," {
			continue
		}
		end := i + 1
		if items[end].Text == "at" {
			end++
		}
		if items[end].Class != language.IsQuantity {
			continue
		}
		end++
		for end < len(items) && items[end].Class == language.IsPlain {
			end++
		}
		if end+1 >= len(items) || items[end].Class != language.IsMark || items[end].Word != "," || items[end+1].Class != language.IsThan && !(items[end+1].Class == language.IsRole && strings.HasPrefix(items[end+1].Text, "than")) {
			continue
		}
		for k := i - 1; k >= 0 && items[k].Class != language.IsMark && items[k].Class != language.IsBreak; k-- {
			if items[k].Class == language.IsMove && items[k].Adj {
				items = slices.Delete(items, end, end+1)
				return slices.Delete(items, i, i+1)
			}
		}
	}
	return items
}

// besideThisYear adds the year itself to the years at i with which it is compared: "lower than in any of the five years
// before" is the lowest of six.
func besideThisYear(items []Item, i int) {
	it := &items[i]
	if it.Class != language.IsPeriod || it.Word != "over" {
		return
	}
	if items[i-1].Text == "other" || strings.Contains(it.Text, "previous") || strings.Contains(it.Text, "preceding") || strings.Contains(it.Text, "other") ||
		i+1 < len(items) && (items[i+1].Text == "before" || items[i+1].Text == "earlier") {
		it.Year++
	}
}
