package claims

import (
	"math/big"
	"slices"
	"strings"
)

// This file reads what is said of one place beside all others: "more than in either of the other
// localities", "does worst of the three", "last of the four areas".

// thanTheOthers makes "the most" of a comparison with all other localities, of which "either" and
// the like at i begins to say so.
func thanTheOthers(items []item, i int) {
	switch items[i].text {
	case "either", "any", "both", "each", "all":
	default:
		return
	}
	end := i + 1
	others := false
	for end < len(items) && (items[end].class == isPlain || items[end].role == "of") && !others {
		others = items[end].text == "other" || items[end].text == "others"
		end++
	}
	if !others || end-i > 5 {
		return
	}
	if end < len(items) && items[end].class == isQuantity && items[end].q.inWords {
		items[end].entry, items[end].q = entry{class: isPlain, word: items[end].text}, nil // "of the other two localities"
		end++
	}
	named := end < len(items) && (items[end].class == isSubject && items[end].thing.ID == "count:localities" || items[end].text == "locality")
	if !named && items[end-1].text != "others" {
		return
	}
	m, than := -1, false
	for k := i - 1; k >= 0 && m < 0; k-- {
		switch it := &items[k]; {
		case it.class == isMark, it.class == isBreak, it.class == isQuantity:
			return
		case it.class == isThan, it.class == isRole && strings.HasPrefix(it.text, "than"):
			than = true
		case it.class == isBeside && it.n != 0 && strings.HasSuffix(it.text, "than"):
			m, than = k, true
		case it.class == isMove && it.adj && than:
			m = k
		}
	}
	if m < 0 || !than {
		return
	}
	items[m].entry = entry{class: isExtreme, n: items[m].n, judge: items[m].judge, word: "of the localities"}
	for k := m + 1; k < end; k++ {
		if it := &items[k]; it.class == isThan || it.class == isRole && strings.HasPrefix(it.text, "than") || k >= i && it.class != isSubject {
			it.entry = entry{class: isPlain, word: it.text}
		}
	}
}

// localities are those that the data have, as things of which there is the spending.
func (f *Facts) localities() (list []*Thing) {
	for _, t := range f.Things {
		if t.Group == "locality" {
			list = append(list, t)
		}
	}
	return list
}

// ofAllLocalities reports whether the clause says of how many it speaks, and those are as many as
// there are localities: "does worst of the three".
func (c *clause) ofAllLocalities() bool {
	n := len(c.facts.localities())
	if n < 2 || n > 6 {
		return false
	}
	for _, q := range c.qs {
		if c.roleAt(c.prev(q.i), "of") && q.q.unit == bare && q.q.inWords && q.q.value != nil && q.q.value.Cmp(new(big.Rat).SetInt64(int64(n))) == 0 {
			q.used = true
		}
	}
	text := strings.ToLower(string(c.plain[c.items[0].start:c.statement.end]))
	return strings.Contains(text, "of the "+[]string{"two", "three", "four", "five", "six"}[n-2]) || c.says("others")
}

// lastOf makes a place of "last" at i: "last of the four areas".
func lastOf(items []item, i int) {
	if items[i].text != "last" && items[i].text != "bottom" || items[i].class != isPlain || i+3 >= len(items) || items[i+1].role != "of" {
		return
	}
	k := i + 2
	for k < len(items)-1 && items[k].class == isPlain {
		k++
	}
	q := items[k].q
	if items[k].class != isQuantity || q.unit != bare || q.value == nil || !q.value.IsInt() || k+1 >= len(items) ||
		!slices.Contains([]string{"areas", "partnerships", "authorities", "councils", "boards"}, items[k+1].text) {
		return
	}
	items[i].ordinal = q.value.Num().Int64()
}
