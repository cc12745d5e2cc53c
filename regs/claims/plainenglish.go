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
	{entry{class: isPlain}, `in short|brief|sum|essence|practice; in a word|nutshell; in plain|simple|other english|terms|words; put simply|plainly|briefly; simply put; put another way; locally`},
	// Said of a half, or of the part before it; see asMuchAgain.
	{entry{class: isUnknown, word: "as much again"}, `half? as much|many|high|long|often|large|big|great again`},
}

// asMuchAgain makes "50% higher than" of "half as high again as" at i, and so for a quarter or a
// third.
func asMuchAgain(items []item, i int) {
	it := &items[i]
	if it.word != "as much again" || it.class != isUnknown || i+1 >= len(items) || items[i+1].text != "as" {
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

// namedBefore makes of "it" behind the comparative at i the place that the sentence has compared with
// before: "where we trailed Scotland in 2023/24, we are now ahead of it".
func namedBefore(items []item, i int) {
	it := &items[i]
	if it.class != isBeside || i+1 >= len(items) || items[i+1].text != "it" {
		return
	}
	if i+2 < len(items) && !slices.Contains([]class{isMark, isBreak, isRole, isPeriod}, items[i+2].class) && !slices.Contains([]string{"now", "again", "today", "still"}, items[i+2].text) {
		return // "higher than it was"
	}
	place := -1
	for k := range items[:i] {
		switch x := &items[k]; {
		case x.class == isFace && (x.face == target || x.face == plan):
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
