package lex

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// BeforePlace are words right before a place among all areas: "we come 8th out of 32".
var BeforePlace = []string{"is", "was", "are", "were", "now", "currently", "still", "only", "stood", "stands", "stand", "came", "come", "comes", "placed", "ranked", "ranks", "rank", "sit", "sits", "finished", "puts us", "put us", "putting us", "places us", "place us", "placing us", "ranks us", "ranking us"}

// apartOfAreas puts a comma between the areas with which a clause begins and the number of those of which it
// speaks: "Of the four areas two do worse".
func apartOfAreas(items []Item) []Item {
	for from := range items {
		if items[from].Role != "of" || from > 0 && items[from-1].Class != language.IsMark {
			continue
		}
		areas := false
		for i := from + 1; i < len(items) && (items[i].Class == language.IsPlain || items[i].Class == language.IsQuantity || IsFamily(&items[i])); i++ {
			if it := &items[i]; it.Class == language.IsQuantity && areas {
				return slices.Insert(items, i, Item{Entry: language.Entry{Class: language.IsMark, Word: ","}, Start: it.Start, End: it.Start, Text: ","})
			}
			areas = areas || IsFamily(&items[i]) || items[i].Text == "areas" || items[i].Text == "partnerships" || items[i].Text == "authorities"
		}
	}
	return items
}

// throughPartner takes "through" at i between an amount and the partner that spent it for no reason: "£64 passed through
// NHS Moorland and £36 through the council".
func throughPartner(items []Item, i int) {
	if items[i].Text != "through" || i == 0 || items[i-1].Class != language.IsQuantity {
		return
	}
	k := i + 1
	for k < len(items) && items[k].Class == language.IsPlain {
		k++
	}
	if k < len(items) && items[k].Class == language.IsSubject && items[k].Thing.Group == "partner" {
		items[i].MakePlain()
	}
}

// passedPlace makes a comparison of "passed" at i where another place's figure is right behind it: "passed Scotland's".
func passedPlace(items []Item, i int) {
	if items[i].Class != language.IsMet || items[i].Text != "passed" || !nextIsPlace(items, i) {
		return
	}
	items[i].Entry = language.Entry{Class: language.IsBeside, N: 1, Judge: true, Word: items[i].Text}
}

// leadings are words by which one leads a group of areas.
var leadings = []string{"lead", "leads", "led", "tops", "heads"}

// leadsFamily makes a superlative of "leads" and "last of" at i where the family is behind it.
func leadsFamily(items []Item, i int) {
	it := &items[i]
	n, next := 0, i+1
	switch {
	case (it.Class == language.IsUnknown || it.Class == language.IsPlain || it.Class == language.IsBreak) && slices.Contains(leadings, it.Text):
		n = 1
	case it.Class == language.IsPlain && (it.Text == "last" || it.Text == "bottom" || it.Text == "first" || it.Text == "top") && i+1 < len(items) && items[i+1].Class == language.IsRole && i > 0 && slices.Contains(BeforePlace, items[i-1].Text):
		n, next = 1, i+2
		if it.Text == "last" || it.Text == "bottom" {
			n = -1
		}
	default:
		return
	}
	for next < len(items) && items[next].Class == language.IsPlain {
		next++
	}
	if next < len(items) && IsFamily(&items[next]) {
		it.Entry = language.Entry{Class: language.IsExtreme, N: n, Judge: true, Word: "family"}
	}
}

// IsFamily reports whether an item names the areas of the family, and not a figure of theirs.
func IsFamily(it *Item) bool {
	return it.Class == language.IsArea && it.Area == facts.Family && !it.Possessive && !strings.Contains(it.Text, "average") && !strings.Contains(it.Text, "mean") && !strings.HasPrefix(it.Text, "the figure") && !strings.HasPrefix(it.Text, "the rate")
}

// thanTheOthers makes "the most" of a comparison with all other localities, of which "either" and
// the like at i begins to say so.
func thanTheOthers(items []Item, i int) {
	switch items[i].Text {
	case "either", "any", "both", "each", "all":
	default:
		return
	}
	end := i + 1
	others := false
	for end < len(items) && (items[end].Class == language.IsPlain || items[end].Role == "of") && !others {
		others = items[end].Text == "other" || items[end].Text == "others"
		end++
	}
	if !others || end-i > 5 {
		return
	}
	if end < len(items) && items[end].Class == language.IsQuantity && items[end].Q.InWords {
		items[end].Entry, items[end].Q = language.Entry{Class: language.IsPlain, Word: items[end].Text}, nil // "of the other two localities"
		end++
	}
	named := end < len(items) && (items[end].Class == language.IsSubject && items[end].Thing.ID == "count:localities" || items[end].Text == "locality" || items[end].Text == "locality's")
	if !named && items[end-1].Text != "others" {
		return
	}
	if end < len(items) && (items[end].Text == "locality" || items[end].Text == "locality's") {
		end++
	}
	m, than := -1, false
	for k := i - 1; k >= 0 && m < 0; k-- {
		switch it := &items[k]; {
		case it.Class == language.IsMark, it.Class == language.IsBreak, it.Class == language.IsQuantity:
			return
		case it.Class == language.IsThan, it.Class == language.IsRole && strings.HasPrefix(it.Text, "than"):
			than = true
		case it.Class == language.IsBeside && it.N != 0 && strings.HasSuffix(it.Text, "than"):
			m, than = k, true
		case it.Class == language.IsMove && it.Adj && than:
			m = k
		}
	}
	if m < 0 || !than {
		return
	}
	items[m].Entry = language.Entry{Class: language.IsExtreme, N: items[m].N, Judge: items[m].Judge, Word: "of the localities"}
	for k := m + 1; k < end; k++ {
		if it := &items[k]; it.Class == language.IsThan || it.Class == language.IsRole && strings.HasPrefix(it.Text, "than") || k >= i && it.Class != language.IsSubject {
			it.MakePlain()
		}
	}
}

// lastOf makes a place of "last" at i: "last of the four areas".
func lastOf(items []Item, i int) {
	if items[i].Text != "last" && items[i].Text != "bottom" || items[i].Class != language.IsPlain || i+3 >= len(items) || items[i+1].Role != "of" {
		return
	}
	k := i + 2
	for k < len(items)-1 && items[k].Class == language.IsPlain {
		k++
	}
	q := items[k].Q
	if items[k].Class != language.IsQuantity || !q.IsWhole() || k+1 >= len(items) ||
		!slices.Contains([]string{"areas", "partnerships", "authorities", "councils", "boards"}, items[k+1].Text) {
		return
	}
	items[i].Ordinal = q.Value.Num().Int64()
}
