package claims

import (
	"slices"
	"strings"
)

// This file has words of reports in plain English, and turns of phrase that are read as others are:
// "half as high again as" as "50% higher than", and "above it" of a place that was named before.

// plainEnglish are such words, in the form of phrases.
var plainEnglish = []struct {
	entry
	list string
}{
	{entry{class: isPlain}, `in short|brief|sum|essence; in a word|nutshell; in plain|simple|other english|terms|words; put simply|plainly|briefly; simply put; put another way; locally`},
	{entry{class: isPlain}, `it was|is? another year of; it was|is? a further year of`},
	{entry{class: isPlain}, `told the|our survey that?`},
	{entry{class: isArea, area: family}, `areas|partnerships|authorities that? we compare; areas|partnerships|authorities compared`},
	{entry{class: isPlain}, `members|councillors|readers|the|board|committee|members? should|may|will|might|can|could|are? asked|invited|want|wish? to? note|notice|see|observe that; i|we must? regret|admit|confess|acknowledge that`},
	// Said of a half, or of the part before it; see asMuchAgain.
	{entry{class: isUnknown, word: "as much again"}, `half? as much|many|high|long|often|large|big|great again`},
}

// asMuchAgain makes "50% higher than" of "half as high again as" at i, and so for a quarter or a
// third.
func asMuchAgain(items []item, i int) {
	it := &items[i]
	if it.word != "as much again" || it.class != isUnknown || i+1 >= len(items) || items[i+1].text != "as" && items[i+1].text != "as it" && items[i+1].text != "as they" {
		return
	}
	switch {
	case strings.HasPrefix(it.text, "half"):
		q := fractionOf(1, 2)
		it.entry, it.q = entry{class: isQuantity}, &q
		if i > 0 && items[i-1].class == isHedge {
			q.apply(items[i-1].hedge)
			items[i-1].entry = entry{class: isPlain, word: items[i-1].text}
		}
	case i > 0 && items[i-1].class == isQuantity && items[i-1].q.fraction:
		it.entry = entry{class: isPlain, word: it.text}
	default:
		return
	}
	if it.class == isQuantity {
		it.end = it.start + len("half")
		items[i+1].start = it.end + 1
	} else {
		items[i+1].start = it.start
	}
	items[i+1].entry, items[i+1].text = entry{class: isBeside, n: 1, word: "higher than"}, "higher than"
}

// ledPlace makes a comparison of "led" at i where we are before it and another place behind: "we led Scotland".
func ledPlace(items []item, i int) {
	if i == 0 || !items[i-1].is(own) || i+1 >= len(items) || !slices.Contains(leadings, items[i].text) {
		return
	}
	if next := &items[i+1]; next.class == isArea && next.area != own && !isLocality(next.area) {
		items[i].entry = entry{class: isBeside, n: 1, judge: true, word: items[i].text}
	}
}

// namedBefore makes of "it" behind the comparative at i the place that the sentence has compared with
// before: "where we trailed Scotland in 2023/24, we are now ahead of it".
func namedBefore(items []item, i int) {
	it := &items[i]
	if it.class != isBeside || i+1 >= len(items) || items[i+1].text != "it" {
		return
	}
	if i+3 < len(items) && items[i+2].class == isRole && items[i+3].class != isPeriod {
		return // "above it in places"
	}
	if i+2 < len(items) && !slices.Contains([]class{isMark, isBreak, isRole, isPeriod}, items[i+2].class) && !slices.Contains([]string{"now", "again", "today", "still"}, items[i+2].text) {
		return // "higher than it was"
	}
	place := -1
	for k := range items[:i] {
		switch x := &items[k]; {
		case x.class == isFace && (x.face == target || x.face == plan), place >= 0 && (x.class == isMood || x.class == isUnknown):
			return
		case x.class == isArea && x.area != own && !isLocality(x.area):
			if place >= 0 && items[place].area != x.area {
				return
			}
			place = k
		}
	}
	if place < 0 {
		return
	}
	items[i+1].entry = entry{class: isArea, area: items[place].area, word: items[place].word}
}

// whenItWas takes "when the rate was 89" right behind a year for a statement of its own about that year:
// "has risen every year since 2020/21, when the rate was 89".
func whenItWas(items []item) []item {
	for i := 2; i+2 < len(items); i++ {
		if items[i].text != "when" || items[i].class != isAside {
			continue
		}
		year, was, q := i-1, false, i+1
		if items[year].class == isMark && items[year].text == "," {
			year--
		}
		for q < len(items) && (items[q].class == isPlain || items[q].class == isHedge || items[q].is(own) || items[q].class == isRole && items[q].role == "in" && items[q].text == "at") {
			was = was || slices.Contains([]string{"was", "were", "stood"}, items[q].text)
			q++
		}
		if !was || q >= len(items) || items[q].class != isQuantity || items[year].class != isPeriod || !items[year].known {
			continue
		}
		end := q + 1
		for end < len(items) && items[end].class == isPlain {
			end++
		}
		if end < len(items) && items[end].class != isMark {
			continue
		}
		at := items[end-1].end
		items[i].entry, items[i].text = entry{class: isMark, word: ","}, ","
		then := items[year]
		then.start, then.end = at, at
		in := item{entry: entry{class: isRole, role: "in", word: "in"}, start: at, end: at, text: "in"}
		return slices.Insert(items, end, in, then)
	}
	return items
}

// soThatItDid takes "so that" at i, behind which something has come about, for no wish: "so that by
// 2024 it had overtaken the national figure".
func soThatItDid(items []item, i int) {
	if items[i].text != "so that" || items[i].class != isMood {
		return
	}
	done := false
	for k := i + 1; k < len(items) && items[k].class != isMark && items[k].class != isBreak; k++ {
		switch {
		case items[k].class == isMood, items[k].class == isUnknown:
			return
		case items[k].class == isPlain:
			done = done || slices.Contains([]string{"had", "has", "was", "were", "is", "are"}, items[k].text)
		}
	}
	if done {
		items[i].entry, items[i].text = entry{class: isMark, word: ","}, ","
	}
}

// overPlace reads "over" and "under" at i as comparing a figure before them with another place's: "was 44 days over
// Scotland's".
func overPlace(items []item, i int) {
	it := &items[i]
	if it.text != "over" && it.text != "under" || it.class != isRole && it.class != isPlain || i == 0 || i+1 >= len(items) {
		return
	}
	if next := &items[i+1]; next.class != isArea || next.area != scotland && next.area != family || !next.possessive && !strings.Contains(next.text, " ") {
		return
	}
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if items[k].class == isQuantity {
			it.entry = entry{class: isBeside, n: map[string]int{"over": 1, "under": -1}[it.text], word: it.text}
			return
		}
		if items[k].class != isPlain {
			return
		}
	}
}

// noLower takes "no lower than" at i for what is as high or higher: "is no lower than it was in 2020".
func noLower(items []item, i int) {
	it := &items[i]
	if it.class != isHedge || !strings.HasPrefix(it.text, "no ") || !strings.HasSuffix(it.text, " than") {
		return
	}
	k := i + 1
	for k < len(items) && (items[k].class == isPlain || items[k].class == isRole && items[k].role == "in") {
		k++
	}
	if k == len(items) || items[k].class != isPeriod && (items[k].class != isArea || items[k].area == own) {
		return
	}
	switch strings.Fields(it.text)[1] {
	case "lower", "less", "fewer", "smaller", "shorter":
		it.entry = entry{class: isBeside, n: 1, word: it.text}
	case "higher", "more", "greater", "larger", "longer":
		it.entry = entry{class: isBeside, n: -1, word: it.text}
	}
}

// memberOfFamily takes "member" at i for a plain word before the areas of the family: "every other member of our family".
func memberOfFamily(items []item, i int) {
	if it := &items[i]; (it.text == "member" || it.text == "members") && it.class == isUnknown && i+2 < len(items) && items[i+1].role == "of" && isFamily(&items[i+2]) {
		it.class = isPlain
	}
}

// notSince makes an extreme of "not since 2020/21 has the rate been as high" at i.
func notSince(items []item, i int) {
	if items[i].class != isNot || items[i].text != "not" || i+2 >= len(items) || items[i+1].role != "since" || items[i+2].class != isPeriod {
		return
	}
	end := i + 3
	for end < len(items) && items[end].class != isMark && items[end].class != isBreak {
		end++
	}
	e, ok := soAdjectives[items[end-1].text]
	if !ok || items[end-2].text != "as" && items[end-2].text != "so" && items[end-2].text != "this" {
		return
	}
	e.class, e.word = isExtreme, items[end-1].text
	items[i].entry = entry{class: isPlain, word: items[i].text}
	items[end-2].entry = entry{class: isPlain, word: items[end-2].text}
	items[end-1].entry = e
}

// saidBy reports whether a share is that of those by whom something is said to be felt or thought: "was described as good by
// 71.0% of those who had it".
func (c *clause) saidBy(q *placed, t *Thing) bool {
	p := c.prev(q.i)
	if p < 0 || !t.Survey || q.q.unit != percent || q.q.ref != nil || c.moves() || !c.roleAt(q.i+1, "of") || q.i+2 >= len(c.items) || c.items[p].text != "by" {
		return false
	}
	next := q.i + 2
	for next+1 < len(c.items) && (c.items[next].text == "the" || c.items[next].text == "our") {
		next++
	}
	switch lastWord(c.items[next].text) {
	case "those":
		return next+1 < len(c.items) && slices.Contains([]string{"who", "whom", "getting", "receiving", "supported"}, c.items[next+1].text) && !c.says("wrote", "replied", "answered")
	case "people", "adults", "patients", "respondents", "users", "carers", "them":
		return true
	}
	return false
}
