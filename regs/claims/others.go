package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
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
	for end < len(items) && (items[end].Class == language.IsPlain || items[end].Role == "of") && !others {
		others = items[end].text == "other" || items[end].text == "others"
		end++
	}
	if !others || end-i > 5 {
		return
	}
	if end < len(items) && items[end].Class == language.IsQuantity && items[end].q.InWords {
		items[end].Entry, items[end].q = language.Entry{Class: language.IsPlain, Word: items[end].text}, nil // "of the other two localities"
		end++
	}
	named := end < len(items) && (items[end].Class == language.IsSubject && items[end].Thing.ID == "count:localities" || items[end].text == "locality")
	if !named && items[end-1].text != "others" {
		return
	}
	m, than := -1, false
	for k := i - 1; k >= 0 && m < 0; k-- {
		switch it := &items[k]; {
		case it.Class == language.IsMark, it.Class == language.IsBreak, it.Class == language.IsQuantity:
			return
		case it.Class == language.IsThan, it.Class == language.IsRole && strings.HasPrefix(it.text, "than"):
			than = true
		case it.Class == language.IsBeside && it.N != 0 && strings.HasSuffix(it.text, "than"):
			m, than = k, true
		case it.Class == language.IsMove && it.Adj && than:
			m = k
		}
	}
	if m < 0 || !than {
		return
	}
	items[m].Entry = language.Entry{Class: language.IsExtreme, N: items[m].N, Judge: items[m].Judge, Word: "of the localities"}
	for k := m + 1; k < end; k++ {
		if it := &items[k]; it.Class == language.IsThan || it.Class == language.IsRole && strings.HasPrefix(it.text, "than") || k >= i && it.Class != language.IsSubject {
			it.makePlain()
		}
	}
}

// ofAllLocalities reports whether the clause says of how many it speaks, and those are as many as
// there are localities: "does worst of the three".
func (c *clause) ofAllLocalities() bool {
	n := len(c.facts.Localities())
	if n < 2 || n > 6 {
		return false
	}
	for _, q := range c.qs {
		if c.roleAt(c.prev(q.i), "of") && q.q.Unit == facts.Bare && q.q.InWords && q.q.Value != nil && q.q.Value.Cmp(new(big.Rat).SetInt64(int64(n))) == 0 {
			q.used = true
		}
	}
	text := strings.ToLower(string(c.plain[c.items[0].start:c.statement.end]))
	return strings.Contains(text, "of the "+[]string{"two", "three", "four", "five", "six"}[n-2]) || c.says("others")
}

// lastOf makes a place of "last" at i: "last of the four areas".
func lastOf(items []item, i int) {
	if items[i].text != "last" && items[i].text != "bottom" || items[i].Class != language.IsPlain || i+3 >= len(items) || items[i+1].Role != "of" {
		return
	}
	k := i + 2
	for k < len(items)-1 && items[k].Class == language.IsPlain {
		k++
	}
	q := items[k].q
	if items[k].Class != language.IsQuantity || q.Unit != facts.Bare || q.Value == nil || !q.Value.IsInt() || k+1 >= len(items) ||
		!slices.Contains([]string{"areas", "partnerships", "authorities", "councils", "boards"}, items[k+1].text) {
		return
	}
	items[i].ordinal = q.Value.Num().Int64()
}
