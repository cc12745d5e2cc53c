package lex

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// morePlanned makes an over- or underspend of the comparative at i behind which "than planned" comes after what it
// is of: "£2.8m more was spent on care homes than had been planned".
func morePlanned(items []Item, i int) {
	it := &items[i]
	if it.Class != language.IsMove || !it.Adj || it.Judge || it.Text != "more" && it.Text != "less" {
		return
	}
	than, spent := 0, i > 0 && items[i-1].Class == language.IsFace && items[i-1].Face == facts.FaceSpend || i > 1 && items[i-1].Class == language.IsQuantity && items[i-2].Class == language.IsFace && items[i-2].Face == facts.FaceSpend
	for k := i + 1; k < len(items) && k < i+12; k++ {
		switch x := &items[k]; {
		case x.Class == language.IsThan && than == 0 && spent:
			than = k
		case x.Class == language.IsFace && x.Face == facts.FacePlan && than > 0:
			if k+1 < len(items) && items[k+1].Class == language.IsFace && items[k+1].Face == facts.FaceSpend {
				k++ // "than we planned to spend"
			}
			it.Entry = language.Entry{Class: language.IsFace, Face: facts.FaceVariance, N: -it.N, Word: "more planned"}
			for n := than; n <= k; n++ {
				items[n].MakePlain()
			}
			return
		case x.Class == language.IsFace && x.Face == facts.FaceSpend && than == 0:
			spent = true
		case than == 0 && (x.Class == language.IsPeriod || x.Class == language.IsRole || x.Class == language.IsSubject && x.Thing.Kind == facts.Money):
		case x.Class == language.IsPlain, x.Is(facts.Own):
		default:
			return
		}
	}
}

// ofTheBoard reports whether the clause of item i says of the whole that it was spent, and of nothing else: "we spent
// £2.8m more than we planned".
func ofTheBoard(items []Item, i int) bool {
	start := i
	for start > 0 && items[start-1].Class != language.IsMark && items[start-1].Class != language.IsBreak {
		start--
	}
	who, spent := false, false
	for k := start; k < i; k++ {
		switch it := &items[k]; {
		case it.Is(facts.Own) && it.Text != "here", it.Class == language.IsSubject && it.Thing.ID == "total":
			who = true
		case it.Class == language.IsFace && it.Face == facts.FaceSpend && it.Word != "cost":
			who = who || !spent && FirstSaid(items[start:k])
			spent = true
		case it.Class == language.IsPlain && !it.Demoted && !slices.Contains([]string{"they", "this", "that", "these"}, it.Text), it.Class == language.IsHedge, it.Class == language.IsPeriod:
		case it.Class == language.IsQuantity && (it.Q.Unit == facts.Pounds || it.Q.Unit == facts.Percent) && it.Q.Ref == nil:
		default:
			return false
		}
	}
	for k := i + 1; k < len(items) && items[k].Class != language.IsMark && items[k].Class != language.IsBreak; k++ {
		if it := &items[k]; it.Class != language.IsPlain && it.Class != language.IsPeriod && !(it.Class == language.IsRole && (it.Role == "in" || it.Role == "to")) && !(it.Class == language.IsFace && it.Face == facts.FaceSpend) {
			return false
		}
	}
	return who && spent
}

// FirstSaid reports whether nothing but articles and the like is among items.
func FirstSaid(items []Item) bool {
	return !language.AnyOf(items, func(x *Item) bool { return x.Class != language.IsPlain })
}

// usedNotAll makes an underspend of "did not use all its budget" at i.
func usedNotAll(items []Item, i int) {
	if items[i].Class != language.IsNot || i+2 >= len(items) {
		return
	}
	used := &items[i+1]
	if used.Text != "use" && used.Text != "used" && used.Text != "spend" && used.Text != "spent" && used.Text != "using" && used.Text != "need" {
		return
	}
	all := false
	for k := i + 2; k < len(items); k++ {
		switch x := &items[k]; {
		case x.Class == language.IsFace && x.Face == facts.FacePlan && all:
			items[i].Entry = language.Entry{Class: language.IsFace, Face: facts.FaceVariance, N: 1, Word: items[i].Text}
			for n := i + 1; n <= k; n++ {
				items[n].MakePlain()
			}
			return
		case x.Text == "all", x.Text == "whole", x.Text == "full":
			all = true
		case x.Class != language.IsPlain && x.Role != "of":
			return
		}
	}
}

// leftOver takes for the cause of an over- or underspend what stands before "left" at i: "vacancies left social work teams
// £0.8m under budget".
func leftOver(items []Item, i int) {
	switch items[i].Text {
	case "left", "leaves", "leaving", "leave", "put", "took":
	default:
		return
	}
	named, size := false, false
	k := i + 1
	for ; k < len(items); k++ {
		x := &items[k]
		if x.Class == language.IsSubject && x.Thing.Kind == facts.Money && !size {
			named = true
		} else if x.Class == language.IsQuantity && x.Q.Unit == facts.Pounds && named && !size {
			size = true
		} else if x.Class != language.IsPlain && !(x.Class == language.IsBreak && x.Word == "and") && x.Class != language.IsHedge {
			break
		}
	}
	over := k < len(items) && (items[k].Class == language.IsFace && items[k].Face == facts.FaceVariance && items[k].N != 0)
	side := size && k <= len(items) && (items[k-1].Text == "over" || items[k-1].Text == "under")
	if !named || !size || !over && !side {
		return
	}
	for n := i; n >= 0; n-- {
		x := &items[n]
		switch {
		case x.Class == language.IsMark, x.Class == language.IsBreak, x.Class == language.IsQuantity, x.Class == language.IsFace, x.Class == language.IsPeriod:
			return
		case x.Class == language.IsSubject && x.Thing.Kind == facts.Money, x.Class == language.IsArea:
			return
		}
		x.Entry, x.Loose = language.Entry{Class: language.IsPlain, Word: x.Text}, false
	}
}

// asItWasThen makes the year of "then" at i that was named first where something is compared with what it was: "and
// Glenside's is lower than it was then".
func asItWasThen(items []Item, i int) {
	if items[i].Text != "then" || i == 0 || items[i-1].Class != language.IsRole || items[i-1].Role != "since" {
		return
	}
	first := language.IndexOf(items[:i], func(x *Item) bool { return x.Class == language.IsPeriod && x.Known && !x.Calendar })
	if first >= 0 {
		items[i].Entry, items[i].Known = items[first].Entry, true
	}
}

// mostRecent makes the last of "the most recent" at i.
func mostRecent(items []Item, i int) {
	if items[i].Class == language.IsExtreme && items[i].Text == "most" && i+1 < len(items) && items[i+1].Text == "recent" {
		items[i].Entry, items[i].Text = language.Entry{Class: language.IsPlain, Word: "last"}, "last"
	}
}

// besideSpent reports whether the words at i set what the sentence has just said of an amount's spending against its budget:
// "spend on older people was £74.4m, £3.0m more than the budget", "we spent £108.7m, which is £1.6m more than we had planned".
func besideSpent(items []Item, i int) bool {
	if i < 4 || items[i-1].Class != language.IsQuantity || items[i-1].Q.Unit != facts.Pounds {
		return false
	}
	m := i - 2
	if m > 1 && (items[m].Text == "is" || items[m].Text == "was") && items[m-1].Text == "which" {
		m -= 2
	}
	if m < 2 || items[m].Class != language.IsMark || items[m].Word != "," || items[m-1].Class != language.IsQuantity || items[m-1].Q.Unit != facts.Pounds {
		return false
	}
	named, spent := false, false
	for k := range m - 1 {
		switch it := &items[k]; {
		case it.Text == "we" && it.Is(facts.Own) && items[k+1].Class == language.IsFace && items[k+1].Face == facts.FaceSpend:
			named = true
		case it.Class == language.IsSubject && it.Thing.Kind == facts.Money:
			named = true
		case it.Class == language.IsFace && it.Face == facts.FaceSpend:
			spent = true
		case it.Class != language.IsPlain && it.Class != language.IsPeriod && it.Class != language.IsRole && !it.Is(facts.Own):
			return false
		}
	}
	return named && spent
}

// hadToSpend takes what there was to be spent, "have £23.1m more to spend", for the money that was given.
func hadToSpend(items []Item, i int) {
	if it := &items[i]; it.Face != facts.FaceSpend || it.Text != "spend" && it.Text != "spent" && it.Text != "be spent" {
		return
	}
	k, amount := i-1, false
	if k > 0 && items[k].Text == "be" {
		k--
	}
	if k < 0 || items[k].Text != "to" {
		return
	}
	for k--; k >= 0; k-- {
		switch it := &items[k]; {
		case PlainAmount(it), it.Class == language.IsQuantity && it.Q.Unit == facts.Percent:
			amount = true
		case amount && (it.Text == "have" || it.Text == "had" || it.Text == "has") || !amount && it.Text == "there" && k > 0 && (items[k-1].Text == "was" || items[k-1].Text == "is"):
			items[i].Face = facts.FaceFunding
			return
		case it.Class == language.IsMove && it.Adj, it.Class == language.IsHedge, it.Class == language.IsPlain, it.Class == language.IsPeriod, it.Class == language.IsBeside:
		default:
			return
		}
	}
}
