package claims

import (
	"slices"
	"strings"
)

// This file reads how many of the areas that are compared do better: "of the four areas we are ranked with, one does
// worse".

// apartOfAreas puts a comma between the areas with which a clause begins and the number of those of which it
// speaks: "Of the four areas two do worse".
func apartOfAreas(items []item) []item {
	for from := range items {
		if items[from].role != "of" || from > 0 && items[from-1].class != isMark {
			continue
		}
		areas := false
		for i := from + 1; i < len(items) && (items[i].class == isPlain || items[i].class == isQuantity || isFamily(&items[i])); i++ {
			if it := &items[i]; it.class == isQuantity && areas {
				return slices.Insert(items, i, item{entry: entry{class: isMark, word: ","}, start: it.start, end: it.start, text: ","})
			}
			areas = areas || isFamily(&items[i]) || items[i].text == "areas" || items[i].text == "partnerships" || items[i].text == "authorities"
		}
	}
	return items
}

// othersOfAreas reads "one does worse" behind "of the four areas"; it reports whether it did.
func (c *clause) othersOfAreas(t *Thing) bool {
	if len(c.qs) != 1 || t.Kind != isIndicator || c.not || c.lead != "," {
		return false
	}
	q, m := c.qs[0], c.has(isMove, isBeside)
	if m < q.i || c.items[m].class == isMove && !c.items[m].adj || c.items[m].class == isBeside && !strings.HasSuffix(c.items[m].text, " than") || q.q.hedged || q.q.unit != bare || q.q.value == nil || !q.q.value.IsInt() {
		return false
	}
	for i, it := range c.items {
		switch it.class {
		case isPlain, isSubject:
		case isQuantity, isMove, isBeside:
			if i != q.i && i != m {
				return false
			}
		case isThan, isBreak:
			if i < m {
				return false
			}
		case isRole:
			if it.role != "in" && it.role != "of" || i < m {
				return false
			}
		case isArea:
			if it.area != own {
				return false
			}
		default:
			return false
		}
	}
	sign := c.items[m].n
	if c.items[m].judge {
		sign *= t.Better
	}
	if sign == 0 {
		return false
	}
	q.used = true
	n := int(q.q.value.Num().Int64())
	cl := c.tell(saysRank, c.items[m], t, own, []way{c.facts.ranked(t, c.facts.newest(t, value, own), sign, n+1)})
	cl.Comparator = itoa(n) + " " + c.items[m].text
	return true
}
