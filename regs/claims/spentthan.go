package claims

import (
	"slices"
	"strings"
)

// This file reads what was spent beside what was planned where the two are apart in the sentence: "£2.8m more
// was spent than planned", "we spent less than we planned in 2021/22".

// morePlanned makes an over- or underspend of the comparative at i behind which "than planned" comes after what it
// is of: "£2.8m more was spent on care homes than had been planned".
func morePlanned(items []item, i int) {
	it := &items[i]
	if it.class != isMove || !it.adj || it.judge || it.text != "more" && it.text != "less" {
		return
	}
	than, spent := 0, i > 0 && items[i-1].class == isFace && items[i-1].face == spend || i > 1 && items[i-1].class == isQuantity && items[i-2].class == isFace && items[i-2].face == spend
	for k := i + 1; k < len(items) && k < i+12; k++ {
		switch x := &items[k]; {
		case x.class == isThan && than == 0 && spent:
			than = k
		case x.class == isFace && x.face == plan && than > 0:
			if k+1 < len(items) && items[k+1].class == isFace && items[k+1].face == spend {
				k++ // "than we planned to spend"
			}
			it.entry = entry{class: isFace, face: variance, n: -it.n, word: "more planned"}
			for n := than; n <= k; n++ {
				items[n].entry = entry{class: isPlain, word: items[n].text}
			}
			return
		case x.class == isFace && x.face == spend && than == 0:
			spent = true
		case than == 0 && (x.class == isPeriod || x.class == isRole || x.class == isSubject && x.thing.Kind == isMoney):
		case x.class == isPlain, x.is(own):
		default:
			return
		}
	}
}

// ofTheBoard reports whether the clause of item i says of the whole that it was spent, and of nothing else: "we spent
// £2.8m more than we planned".
func ofTheBoard(items []item, i int) bool {
	start := i
	for start > 0 && items[start-1].class != isMark && items[start-1].class != isBreak {
		start--
	}
	who, spent := false, false
	for k := start; k < i; k++ {
		switch it := &items[k]; {
		case it.is(own) && it.text != "here", it.class == isSubject && it.thing.ID == "total":
			who = true
		case it.class == isFace && it.face == spend && it.word != "cost":
			who = who || !spent && firstSaid(items[start:k])
			spent = true
		case it.class == isPlain && !it.demoted && !slices.Contains([]string{"they", "this", "that", "these"}, it.text), it.class == isHedge, it.class == isPeriod:
		case it.class == isQuantity && (it.q.unit == pounds || it.q.unit == percent) && it.q.ref == nil:
		default:
			return false
		}
	}
	for k := i + 1; k < len(items) && items[k].class != isMark && items[k].class != isBreak; k++ {
		if it := &items[k]; it.class != isPlain && it.class != isPeriod && !(it.class == isRole && (it.role == "in" || it.role == "to")) && !(it.class == isFace && it.face == spend) {
			return false
		}
	}
	return who && spent
}

// firstSaid reports whether nothing but articles and the like is among items.
func firstSaid(items []item) bool {
	return !anyOf(items, func(x *item) bool { return x.class != isPlain })
}

// besidePlanned reports whether an over- or underspend is in words of how much more or less was spent than planned, or
// over or under budget, so that a percentage before it is its size.
func besidePlanned(it *item) bool {
	return it.word == "more planned" || planOfOurs(it.text) || it.text == "more than planned" || it.text == "less than planned" || it.text == "over budget" || it.text == "under budget"
}

// thanGiven leaves what was spent beside what there was to thanHad, which reads it: "we spent less than we were given in
// 2021/22" compares no two years.
func thanGiven(items []item, i int) {
	it := &items[i]
	if it.n == 0 || it.judge || !(it.class == isBeside && strings.HasSuffix(it.text, " than") || it.class == isMove && it.adj) {
		return
	}
	for k := i + 1; k < len(items) && k < i+9; k++ {
		switch x := &items[k]; {
		case x.class == isMark, x.class == isBreak, x.class == isQuantity:
			return
		case strings.HasSuffix(x.text, "given"), x.text == "available", x.text == "gave", x.text == "received", x.class == isFace && x.face == funding:
			if anyOf(items[:i], func(o *item) bool { return o.class == isFace && o.face == spend }) {
				it.entry = entry{class: isUnknown, word: it.text}
			}
			return
		}
	}
}

// usedNotAll makes an underspend of "did not use all its budget" at i.
func usedNotAll(items []item, i int) {
	if items[i].class != isNot || i+2 >= len(items) {
		return
	}
	used := &items[i+1]
	if used.text != "use" && used.text != "used" && used.text != "spend" && used.text != "spent" && used.text != "using" && used.text != "need" {
		return
	}
	all := false
	for k := i + 2; k < len(items); k++ {
		switch x := &items[k]; {
		case x.class == isFace && x.face == plan && all:
			items[i].entry = entry{class: isFace, face: variance, n: 1, word: items[i].text}
			for n := i + 1; n <= k; n++ {
				items[n].entry = entry{class: isPlain, word: items[n].text}
			}
			return
		case x.text == "all", x.text == "whole", x.text == "full":
			all = true
		case x.class != isPlain && x.role != "of":
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
		if x.class == isSubject && x.thing.Kind == isMoney && !size {
			named = true
		} else if x.class == isQuantity && x.q.unit == pounds && named && !size {
			size = true
		} else if x.class != isPlain && !(x.class == isBreak && x.word == "and") && x.class != isHedge {
			break
		}
	}
	over := k < len(items) && (items[k].class == isFace && items[k].face == variance && items[k].n != 0)
	side := size && k <= len(items) && (items[k-1].text == "over" || items[k-1].text == "under")
	if !named || !size || !over && !side {
		return
	}
	for n := i; n >= 0; n-- {
		x := &items[n]
		switch {
		case x.class == isMark, x.class == isBreak, x.class == isQuantity, x.class == isFace, x.class == isPeriod:
			return
		case x.class == isSubject && x.thing.Kind == isMoney, x.class == isArea:
			return
		}
		x.entry, x.loose = entry{class: isPlain, word: x.text}, false
	}
}

// theOneIn makes "that" of "the one" at i before a year: "more than the one in 2024/25".
func theOneIn(items []item, i int) {
	if items[i].class == isQuantity && items[i].text == "one" && i > 0 && items[i-1].text == "the" && i+2 < len(items) && (items[i+1].role == "in" || items[i+1].role == "of") && items[i+2].class == isPeriod {
		items[i].entry, items[i].q, items[i].text = entry{class: isPlain, word: "that"}, nil, "that"
	}
}

// asItWasThen makes the year of "then" at i that was named first where something is compared with what it was: "and
// Glenside's is lower than it was then".
func asItWasThen(items []item, i int) {
	if items[i].text != "then" || i == 0 || items[i-1].class != isRole || items[i-1].role != "since" {
		return
	}
	first := indexOf(items[:i], func(x *item) bool { return x.class == isPeriod && x.known && !x.calendar })
	if first >= 0 {
		items[i].entry, items[i].known = items[first].entry, true
	}
}

// mostRecent makes the last of "the most recent" at i.
func mostRecent(items []item, i int) {
	if items[i].class == isExtreme && items[i].text == "most" && i+1 < len(items) && items[i+1].text == "recent" {
		items[i].entry, items[i].text = entry{class: isPlain, word: "last"}, "last"
	}
}

// besideSpent reports whether the words at i set what the sentence has just said of an amount's spending against its budget:
// "spend on older people was £74.4m, £3.0m more than the budget".
func besideSpent(items []item, i int) bool {
	if i < 4 || items[i-1].class != isQuantity || items[i-1].q.unit != pounds || items[i-2].class != isMark || items[i-2].word != "," || items[i-3].class != isQuantity || items[i-3].q.unit != pounds {
		return false
	}
	named, spent := false, false
	for k := range i - 3 {
		switch it := &items[k]; {
		case it.class == isSubject && it.thing.Kind == isMoney:
			named = true
		case it.class == isFace && it.face == spend:
			spent = true
		case it.class != isPlain && it.class != isPeriod && it.class != isRole && !it.is(own):
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
		if it := &s.items[k]; it.class == isMove && it.adj && !it.judge {
			return k == 0 || s.items[k-1].class == isMark || s.items[k-1].class == isBreak || s.items[k-1].class == isHedge
		} else if it.class != isPlain {
			return false
		}
	}
	return false
}
