package claims

import (
	"math/big"
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads whose average is meant: "the average of the six areas in our family", "the average of Angus, Moray and
// the Scottish Borders", and areas that are like ours.

// averages makes one place of the average of the family's areas, however they are named, and of the areas most like
// ours. The average of other areas isn't in the data, and ends the reading.
func (s *statement) averages() {
	for i := 0; i < len(s.items); i++ {
		if it := &s.items[i]; it.Class == language.IsPlain && (it.Text == "areas" || it.Text == "partnerships" || it.Text == "authorities") {
			s.likeOurs(i)
		}
	}
	for i := 0; i+2 < len(s.items); i++ {
		it := &s.items[i]
		if it.Class != language.IsPlain || it.Text != "average" && it.Text != "mean" || s.items[i+1].Role != "of" && s.items[i+1].Role != "in" && s.items[i+1].Text != "across" && s.items[i+1].Text != "among" {
			continue
		}
		if end, area := s.averageOf(i + 2); end > 0 {
			e := language.Entry{Class: language.IsUnknown, Word: it.Text}
			if area == facts.Family {
				e = language.Entry{Class: language.IsArea, Area: facts.Family, Word: it.Text}
			}
			s.merge(i, end, e)
		}
	}
}

// averageOf is the item behind the areas from i on, of which an average is taken, and the family where they are its
// areas; end is 0 where they aren't several.
func (s *statement) averageOf(i int) (end int, area string) {
	var size *big.Rat
	var named []string
	for k := i; k < len(s.items); k++ {
		switch it := &s.items[k]; {
		case it.Class == language.IsArea && lex.IsFamily(it) && len(named) == 0:
			n := int64(len(s.facts.Family))
			if size != nil && size.Cmp(exact.Rat(n, 1)) != 0 && size.Cmp(exact.Rat(n+1, 1)) != 0 {
				return k + 1, ""
			}
			return k + 1, facts.Family
		case it.Class == language.IsArea && it.Area != facts.Own && it.Area != facts.Scotland && it.Area != facts.Family && !facts.IsLocality(it.Area) && !it.Possessive:
			named, end = append(named, it.Area), k+1
		case it.Class == language.IsQuantity && size == nil && len(named) == 0 && it.Q.Unit == facts.Bare && it.Q.Ref == nil && !it.Q.Fraction && it.Q.Value != nil:
			size = it.Q.Value
		case it.Class == language.IsMark && it.Word == "," && len(named) > 0, it.Class == language.IsBreak && it.Word == "and" && len(named) > 0,
			it.Class == language.IsPlain && (len(named) == 0 || it.Text == "the"), it.Class == language.IsRole && it.Role == "in" && len(named) == 0:
		default:
			k = len(s.items)
		}
	}
	if len(named) < 2 {
		return 0, ""
	}
	if len(named) == len(s.facts.Family) && !slices.ContainsFunc(s.facts.Family, func(a string) bool { return !slices.Contains(named, a) }) {
		return end, facts.Family
	}
	return end, ""
}

// likeOurs makes the family of "areas most like Carrickmoor" at i.
func (s *statement) likeOurs(i int) {
	k := i + 1
	if k < len(s.items) && (s.items[k].Text == "most" || s.items[k].Text == "more") {
		k++
	}
	if k+1 < len(s.items) && (s.items[k].Text == "like" || s.items[k].Text == "similar to") && s.items[k+1].Is(facts.Own) && !s.items[k+1].Possessive {
		s.merge(i, k+2, language.Entry{Class: language.IsArea, Area: facts.Family, Word: s.items[i].Text})
	}
}

// merge makes one item of those from i to before end.
func (s *statement) merge(i, end int, e language.Entry) {
	it := &s.items[i]
	*it = lex.Item{Entry: e, Start: it.Start, End: s.items[end-1].End, Text: s.passage.Lower[it.Start:s.items[end-1].End]}
	s.items = slices.Delete(s.items, i+1, end)
}
