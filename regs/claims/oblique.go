package claims

import (
	"slices"
	"strings"
)

// This file has words of sentences that say in a roundabout way what others say straight.

// obliquePhrases are such words, in the form of phrases.
var obliquePhrases = []struct {
	entry
	list string
}{
	// Those with whom we are compared.
	{entry{class: isArea, area: family}, `our|the|its two|three|four|five|six|seven? comparators|peers; our|the|its fellow|neighbouring? comparators; comparators; comparators'; areas|partnerships|authorities most|more like us|ours; the? areas|partnerships most similar|alike to us|ours; the? average|mean|figure|rate of|for|across|among our|the|its two|three|four|five|six|seven? comparators|peers`},
	{entry{class: isPlain}, `we are|were ranked|compared|listed|measured with|against|among|beside; we|it are|is|were|was set beside|against; that|which we are|were ranked|compared|listed|measured with|against|among|beside`},
	{entry{class: isPlain}, `can|may|might be proud|pleased|satisfied|content with|of?`},
	// What was aimed for, and about how much something is.
	{entry{class: isFace, face: target}, `a|the? ceiling|cap of; a|the? upper limit of`},
	{entry{class: isPlain}, `that|which the? plan|board|partnership|council|strategy has? sets|set; that|which we|it have|has? sets|set`},
	{entry{class: isUnknown}, `nearer; closer to`},
	{entry{class: isHedge, hedge: about}, `nearer to?; closer to`},
	{entry{class: isArea, area: scotland}, `scotland as a whole; the country over; up and down the country`},
	{entry{class: isPlain}, `the plan|board|partnership set|sets|sought|seeks out? to reduce|cut|lower|bring|shorten|raise|increase|improve down?; we|it set|sought out? to reduce|cut|lower|bring|shorten|raise|increase|improve down?`},
}

// theirAverage makes the family's figure of "their average" at i, where the sentence has named the family last.
func theirAverage(items []item, i int) {
	if items[i].text != "their" || items[i].class != isPlain || i+1 >= len(items) || items[i+1].text != "average" && items[i+1].text != "mean" {
		return
	}
	for k := i - 1; k >= 0; k-- {
		if items[k].class == isArea && items[k].area != own {
			if items[k].area == family {
				items[i+1].entry = entry{class: isArea, area: family, word: items[i+1].text}
			}
			return
		}
	}
}

// theBetterResult takes "the poorer result" at i for one that is better or worse than another place's, and not than
// before.
func theBetterResult(items []item, i int) {
	it := &items[i]
	if it.class != isMove || it.n == 0 || i == 0 || items[i-1].text != "the" || i+1 >= len(items) {
		return
	}
	switch items[i+1].text {
	case "result", "figure", "rate", "score", "share", "one", "number", "value":
		it.adj = true
	}
}

// isAhead makes a comparison of "ahead" and "behind" at i where nothing follows and another place goes before:
// "Scotland remains a shade ahead".
func isAhead(items []item, i int) {
	it := &items[i]
	n := 0
	switch it.text {
	case "ahead":
		n = 1
	case "behind":
		n = -1
	}
	if n == 0 || i+1 < len(items) && items[i+1].class != isMark && items[i+1].class != isBreak {
		return
	}
	for k := i - 1; k >= 0; k-- {
		switch x := &items[k]; {
		case x.class == isArea && (x.area == scotland || x.area == family) && !x.possessive:
			it.entry = entry{class: isBeside, n: n, judge: true, word: it.text}
			return
		case x.class != isPlain && x.class != isHedge:
			return
		}
	}
}

// aroundFigure takes the commas away from a figure between a comparative and what it compares with: "there were fewer
// concerns, 15.7%, than in any other of the six years".
func aroundFigure(items []item) []item {
	for i := 1; i+2 < len(items); i++ {
		if items[i].class != isMark || items[i].word != "," {
			continue
		}
		end := i + 1
		if items[end].text == "at" {
			end++
		}
		if items[end].class != isQuantity {
			continue
		}
		end++
		for end < len(items) && items[end].class == isPlain {
			end++
		}
		if end+1 >= len(items) || items[end].class != isMark || items[end].word != "," || items[end+1].class != isThan && !(items[end+1].class == isRole && strings.HasPrefix(items[end+1].text, "than")) {
			continue
		}
		for k := i - 1; k >= 0 && items[k].class != isMark && items[k].class != isBreak; k-- {
			if items[k].class == isMove && items[k].adj {
				items = slices.Delete(items, end, end+1)
				return slices.Delete(items, i, i+1)
			}
		}
	}
	return items
}

// besideThisYear adds the year itself to the years at i with which it is compared: "lower than in any of the five years
// before" is the lowest of six.
func besideThisYear(items []item, i int) {
	it := &items[i]
	if it.class != isPeriod || it.word != "over" {
		return
	}
	if items[i-1].text == "other" || strings.Contains(it.text, "previous") || strings.Contains(it.text, "preceding") || strings.Contains(it.text, "other") ||
		i+1 < len(items) && (items[i+1].text == "before" || items[i+1].text == "earlier") {
		it.year++
	}
}

// inIt reports whether the subject is only that of a place that was named before: "falls on it rose".
func (c *clause) inIt() bool {
	for i := 0; i+2 < len(c.items); i++ {
		if c.items[i].class != isSubject || c.items[i].thing.Kind == isMoney || c.items[i].thing.Survey || c.items[i+2].text != "it" && c.items[i+2].text != "them" {
			continue
		}
		switch c.items[i+1].text {
		case "on", "in", "at", "within", "among":
			return true
		}
	}
	return false
}
