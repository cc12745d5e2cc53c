package claims

import (
	"slices"

	"apr/internal/lazyregexp"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads what was spent beside what was planned where the two are apart in the sentence: "£2.8m more
// was spent than planned", "we spent less than we planned in 2021/22".

// morePlanned makes an over- or underspend of the comparative at i behind which "than planned" comes after what it
// is of: "£2.8m more was spent on care homes than had been planned".
func morePlanned(items []item, i int) {
	it := &items[i]
	if it.Class != language.IsMove || !it.Adj || it.Judge || it.text != "more" && it.text != "less" {
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
				items[n].makePlain()
			}
			return
		case x.Class == language.IsFace && x.Face == facts.FaceSpend && than == 0:
			spent = true
		case than == 0 && (x.Class == language.IsPeriod || x.Class == language.IsRole || x.Class == language.IsSubject && x.Thing.Kind == facts.Money):
		case x.Class == language.IsPlain, x.is(facts.Own):
		default:
			return
		}
	}
}

// ofTheBoard reports whether the clause of item i says of the whole that it was spent, and of nothing else: "we spent
// £2.8m more than we planned".
func ofTheBoard(items []item, i int) bool {
	start := i
	for start > 0 && items[start-1].Class != language.IsMark && items[start-1].Class != language.IsBreak {
		start--
	}
	who, spent := false, false
	for k := start; k < i; k++ {
		switch it := &items[k]; {
		case it.is(facts.Own) && it.text != "here", it.Class == language.IsSubject && it.Thing.ID == "total":
			who = true
		case it.Class == language.IsFace && it.Face == facts.FaceSpend && it.Word != "cost":
			who = who || !spent && firstSaid(items[start:k])
			spent = true
		case it.Class == language.IsPlain && !it.demoted && !slices.Contains([]string{"they", "this", "that", "these"}, it.text), it.Class == language.IsHedge, it.Class == language.IsPeriod:
		case it.Class == language.IsQuantity && (it.q.Unit == facts.Pounds || it.q.Unit == facts.Percent) && it.q.Ref == nil:
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

// firstSaid reports whether nothing but articles and the like is among items.
func firstSaid(items []item) bool {
	return !anyOf(items, func(x *item) bool { return x.Class != language.IsPlain })
}

// besidePlanned reports whether an over- or underspend is in words of how much more or less was spent than planned, or
// over or under budget, so that a percentage before it is its size.
func besidePlanned(it *item) bool {
	return it.Word == "more planned" || planOfOurs(it.text) || it.text == "more than planned" || it.text == "less than planned" || it.text == "over budget" || it.text == "under budget"
}

// usedNotAll makes an underspend of "did not use all its budget" at i.
func usedNotAll(items []item, i int) {
	if items[i].Class != language.IsNot || i+2 >= len(items) {
		return
	}
	used := &items[i+1]
	if used.text != "use" && used.text != "used" && used.text != "spend" && used.text != "spent" && used.text != "using" && used.text != "need" {
		return
	}
	all := false
	for k := i + 2; k < len(items); k++ {
		switch x := &items[k]; {
		case x.Class == language.IsFace && x.Face == facts.FacePlan && all:
			items[i].Entry = language.Entry{Class: language.IsFace, Face: facts.FaceVariance, N: 1, Word: items[i].text}
			for n := i + 1; n <= k; n++ {
				items[n].makePlain()
			}
			return
		case x.text == "all", x.text == "whole", x.text == "full":
			all = true
		case x.Class != language.IsPlain && x.Role != "of":
			return
		}
	}
}

// leftOver takes for the cause of an over- or underspend what stands before "left" at i: "vacancies left social work teams
// £0.8m under budget".
func leftOver(items []item, i int) {
	switch items[i].text {
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
		} else if x.Class == language.IsQuantity && x.q.Unit == facts.Pounds && named && !size {
			size = true
		} else if x.Class != language.IsPlain && !(x.Class == language.IsBreak && x.Word == "and") && x.Class != language.IsHedge {
			break
		}
	}
	over := k < len(items) && (items[k].Class == language.IsFace && items[k].Face == facts.FaceVariance && items[k].N != 0)
	side := size && k <= len(items) && (items[k-1].text == "over" || items[k-1].text == "under")
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
		x.Entry, x.loose = language.Entry{Class: language.IsPlain, Word: x.text}, false
	}
}

// asItWasThen makes the year of "then" at i that was named first where something is compared with what it was: "and
// Glenside's is lower than it was then".
func asItWasThen(items []item, i int) {
	if items[i].text != "then" || i == 0 || items[i-1].Class != language.IsRole || items[i-1].Role != "since" {
		return
	}
	first := indexOf(items[:i], func(x *item) bool { return x.Class == language.IsPeriod && x.known && !x.calendar })
	if first >= 0 {
		items[i].Entry, items[i].known = items[first].Entry, true
	}
}

// mostRecent makes the last of "the most recent" at i.
func mostRecent(items []item, i int) {
	if items[i].Class == language.IsExtreme && items[i].text == "most" && i+1 < len(items) && items[i+1].text == "recent" {
		items[i].Entry, items[i].text = language.Entry{Class: language.IsPlain, Word: "last"}, "last"
	}
}

// besideSpent reports whether the words at i set what the sentence has just said of an amount's spending against its budget:
// "spend on older people was £74.4m, £3.0m more than the budget", "we spent £108.7m, which is £1.6m more than we had planned".
func besideSpent(items []item, i int) bool {
	if i < 4 || items[i-1].Class != language.IsQuantity || items[i-1].q.Unit != facts.Pounds {
		return false
	}
	m := i - 2
	if m > 1 && (items[m].text == "is" || items[m].text == "was") && items[m-1].text == "which" {
		m -= 2
	}
	if m < 2 || items[m].Class != language.IsMark || items[m].Word != "," || items[m-1].Class != language.IsQuantity || items[m-1].q.Unit != facts.Pounds {
		return false
	}
	named, spent := false, false
	for k := range m - 1 {
		switch it := &items[k]; {
		case it.text == "we" && it.is(facts.Own) && items[k+1].Class == language.IsFace && items[k+1].Face == facts.FaceSpend:
			named = true
		case it.Class == language.IsSubject && it.Thing.Kind == facts.Money:
			named = true
		case it.Class == language.IsFace && it.Face == facts.FaceSpend:
			spent = true
		case it.Class != language.IsPlain && it.Class != language.IsPeriod && it.Class != language.IsRole && !it.is(facts.Own):
			return false
		}
	}
	return named && spent
}

// moreWentOn reports whether "on" at i is of money that went on something, which the sentence sets against something else:
// "more went on care homes than on carers".
func (s *statement) moreWentOn(i int) bool {
	if i < 2 || i+1 >= len(s.items) || s.items[i-1].text != "went" && s.items[i-1].text != "goes" && s.items[i-1].text != "go" {
		return false
	}
	for k := i - 2; k >= 0; k-- {
		if it := &s.items[k]; it.Class == language.IsMove && it.Adj && !it.Judge {
			return k == 0 || s.items[k-1].Class == language.IsMark || s.items[k-1].Class == language.IsBreak || s.items[k-1].Class == language.IsHedge
		} else if it.Class != language.IsPlain {
			return false
		}
	}
	return false
}

// hadToSpend takes what there was to be spent, "have £23.1m more to spend", for the money that was given.
func hadToSpend(items []item, i int) {
	if it := &items[i]; it.Face != facts.FaceSpend || it.text != "spend" && it.text != "spent" && it.text != "be spent" {
		return
	}
	k, amount := i-1, false
	if k > 0 && items[k].text == "be" {
		k--
	}
	if k < 0 || items[k].text != "to" {
		return
	}
	for k--; k >= 0; k-- {
		switch it := &items[k]; {
		case plainAmount(it), it.Class == language.IsQuantity && it.q.Unit == facts.Percent:
			amount = true
		case amount && (it.text == "have" || it.text == "had" || it.text == "has") || !amount && it.text == "there" && k > 0 && (items[k-1].text == "was" || items[k-1].text == "is"):
			items[i].Face = facts.FaceFunding
			return
		case it.Class == language.IsMove && it.Adj, it.Class == language.IsHedge, it.Class == language.IsPlain, it.Class == language.IsPeriod, it.Class == language.IsBeside:
		default:
			return
		}
	}
}

// otherAmounts are words of money that isn't what was spent on something: what was saved on it, or what it went over by.
var otherAmounts = lazyregexp.Lazy(`(?i)\b(?:sav(?:e[ds]?|ing|ings)|pressures?|overspen[dt]|underspen[dt]|varian|grants?|shortfall|cuts?|efficienc|gaps?|reserves?|increase)`)

// amountsCome takes "came" for what was spent where the clause says no more than what an amount came to: "prescribing came
// to £15.4m". Where this sentence or the one before speaks of savings or the like it may be one of these.
func (s *statement) amountsCome() {
	start := s.start
	if s.reader.before != nil {
		start = s.reader.before.Start
	}
	for i := range s.items {
		if slices.Contains([]string{"came", "comes", "amounted", "totalled"}, s.items[i].text) && s.cameTo(i) && !otherAmounts().Match(s.plain[start:s.end]) {
			s.items[i].Entry = language.Entry{Class: language.IsFace, Face: facts.FaceSpend, Word: "cost"}
		}
	}
}

// cameTo reports whether the clause of item i has only the name of an amount before it, and only the amount behind.
func (s *statement) cameTo(i int) bool {
	k := i + 1
	if s.items[i].text != "totalled" {
		if s.text(k) != "to" {
			return false
		}
		k++
	}
	for s.itemIs(k, language.IsHedge) {
		k++
	}
	if k >= len(s.items) || !plainAmount(&s.items[k]) || !s.ends(k+1) && !s.itemIs(k+1, language.IsBreak) {
		return false
	}
	named := 0
	for n := i - 1; n >= 0 && s.items[n].Class != language.IsMark && s.items[n].Word != "while"; n-- {
		switch it := &s.items[n]; {
		case it.Class == language.IsSubject && it.Thing.Kind == facts.Money && it.Thing.ID != "total":
			named++
		case it.text != "the" && it.text != "our":
			return false
		}
	}
	return named == 1
}
