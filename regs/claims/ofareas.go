package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads how many of the areas that are compared do better: "of the four areas we are ranked with, one does
// worse".

// apartOfAreas puts a comma between the areas with which a clause begins and the number of those of which it
// speaks: "Of the four areas two do worse".
func apartOfAreas(items []item) []item {
	for from := range items {
		if items[from].Role != "of" || from > 0 && items[from-1].Class != language.IsMark {
			continue
		}
		areas := false
		for i := from + 1; i < len(items) && (items[i].Class == language.IsPlain || items[i].Class == language.IsQuantity || isFamily(&items[i])); i++ {
			if it := &items[i]; it.Class == language.IsQuantity && areas {
				return slices.Insert(items, i, item{Entry: language.Entry{Class: language.IsMark, Word: ","}, start: it.start, end: it.start, text: ","})
			}
			areas = areas || isFamily(&items[i]) || items[i].text == "areas" || items[i].text == "partnerships" || items[i].text == "authorities"
		}
	}
	return items
}

// othersOfAreas reads "one does worse" behind "of the four areas"; it reports whether it did.
func (c *clause) othersOfAreas(t *facts.Thing) bool {
	if len(c.qs) != 1 || t.Kind != facts.Indicator || c.not || c.lead != "," {
		return false
	}
	q, m := c.qs[0], c.has(language.IsMove, language.IsBeside)
	if m < q.i || c.items[m].Class == language.IsMove && !c.items[m].Adj || c.items[m].Class == language.IsBeside && !strings.HasSuffix(c.items[m].text, " than") || q.q.Hedged || q.q.Unit != facts.Bare || q.q.Value == nil || !q.q.Value.IsInt() {
		return false
	}
	for i, it := range c.items {
		switch it.Class {
		case language.IsPlain, language.IsSubject:
		case language.IsQuantity, language.IsMove, language.IsBeside:
			if i != q.i && i != m {
				return false
			}
		case language.IsThan, language.IsBreak:
			if i < m {
				return false
			}
		case language.IsRole:
			if it.Role != "in" && it.Role != "of" || i < m {
				return false
			}
		case language.IsArea:
			if it.Area != facts.Own {
				return false
			}
		default:
			return false
		}
	}
	sign := c.items[m].Sign(t)
	if sign == 0 {
		return false
	}
	q.used = true
	n := int(q.q.Value.Num().Int64())
	cl := c.tell(saysRank, c.items[m], t, facts.Own, []facts.Way{c.facts.Ranked(t, c.facts.Newest(t, facts.FaceValue, facts.Own), sign, n+1)})
	cl.Comparator = itoa(n) + " " + c.items[m].text
	return true
}
