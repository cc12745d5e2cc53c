package claims

import (
	"slices"
	"strings"
)

// This file reads how much more there is than there was where that is said with "again": "almost half as many again
// as in 2020/21", "a quarter as high again as the Scottish rate".

// againWords are what may stand between "as" and "again".
var againWords = []string{"many", "much", "high", "long", "large", "great", "often"}

// asMuchAgain makes "half more than" of "half as many again as" at i, where a year or a place other than
// the authority's is behind it.
func asMuchAgain(items []item, i int) []item {
	end, size := 0, item{entry: entry{class: isQuantity}}
	switch it := &items[i]; {
	case it.class == isUnknown && halfAgain(it.text):
		q := fractionOf(1, 2)
		size.q, size.start, size.end, size.text = &q, it.start, it.end, it.text
		end = i + 1
		if i > 0 && items[i-1].class == isHedge {
			i--
			q.apply(items[i].hedge)
			size.start = items[i].start
		}
	case it.class == isQuantity && it.q.fraction && i+1 < len(items) && items[i+1].class == isUnknown && (items[i+1].text == "as many again" || items[i+1].text == "as much again"):
		size, end = *it, i+2
	case it.class == isQuantity && it.q.fraction && i+3 < len(items) && items[i+1].text == "as" && slices.Contains(againWords, items[i+2].text) && items[i+3].text == "again":
		size, end = *it, i+4
	default:
		return items
	}
	as := end
	if as+1 < len(items) && items[as].text == "many" || as < len(items) && items[as].text == "much" {
		as++
	}
	if as >= len(items) || items[as].text != "as" {
		return items
	}
	k := as + 1
	for k < len(items) && (items[k].class == isPlain || items[k].role == "in" || items[k].role == "of") {
		k++
	}
	if k == len(items) || items[k].class != isPeriod {
		return items
	}
	at := items[as]
	more := item{entry: entry{class: isMove, n: 1, adj: true, word: "more than"}, start: size.end, end: at.end, text: "more than"}
	than := item{entry: entry{class: isThan, word: "than"}, start: at.end, end: at.end, text: "than"}
	return slices.Replace(items, i, as+1, size, more, than)
}

// halfAgain reports whether words are "half as many again" or the like.
func halfAgain(words string) bool {
	return strings.HasPrefix(words, "half ") && strings.HasSuffix(words, "again")
}
