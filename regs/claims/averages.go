package claims

import (
	"math/big"
	"slices"
)

// This file reads whose average is meant: "the average of the six areas in our family", "the average of Angus, Moray and
// the Scottish Borders", and areas that are like ours.

// averages makes one place of the average of the family's areas, however they are named, and of the areas most like
// ours. The average of other areas isn't in the data, and ends the reading.
func (s *statement) averages() {
	for i := 0; i < len(s.items); i++ {
		if it := &s.items[i]; it.class == isPlain && (it.text == "areas" || it.text == "partnerships" || it.text == "authorities") {
			s.likeOurs(i)
		}
	}
	for i := 0; i+2 < len(s.items); i++ {
		it := &s.items[i]
		if it.class != isPlain || it.text != "average" && it.text != "mean" || s.items[i+1].role != "of" && s.items[i+1].role != "in" && s.items[i+1].text != "across" && s.items[i+1].text != "among" {
			continue
		}
		if end, area := s.averageOf(i + 2); end > 0 {
			e := entry{class: isUnknown, word: it.text}
			if area == family {
				e = entry{class: isArea, area: family, word: it.text}
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
		case it.class == isArea && isFamily(it) && len(named) == 0:
			n := int64(len(s.facts.Family))
			if size != nil && size.Cmp(rat(n, 1)) != 0 && size.Cmp(rat(n+1, 1)) != 0 {
				return k + 1, ""
			}
			return k + 1, family
		case it.class == isArea && it.area != own && it.area != scotland && it.area != family && !isLocality(it.area) && !it.possessive:
			named, end = append(named, it.area), k+1
		case it.class == isQuantity && size == nil && len(named) == 0 && it.q.unit == bare && it.q.ref == nil && !it.q.fraction && it.q.value != nil:
			size = it.q.value
		case it.class == isMark && it.word == "," && len(named) > 0, it.class == isBreak && it.word == "and" && len(named) > 0,
			it.class == isPlain && (len(named) == 0 || it.text == "the"), it.class == isRole && it.role == "in" && len(named) == 0:
		default:
			k = len(s.items)
		}
	}
	if len(named) < 2 {
		return 0, ""
	}
	if len(named) == len(s.facts.Family) && !slices.ContainsFunc(s.facts.Family, func(a string) bool { return !slices.Contains(named, a) }) {
		return end, family
	}
	return end, ""
}

// likeOurs makes the family of "areas most like Carrickmoor" at i.
func (s *statement) likeOurs(i int) {
	k := i + 1
	if k < len(s.items) && (s.items[k].text == "most" || s.items[k].text == "more") {
		k++
	}
	if k+1 < len(s.items) && (s.items[k].text == "like" || s.items[k].text == "similar to") && s.items[k+1].is(own) && !s.items[k+1].possessive {
		s.merge(i, k+2, entry{class: isArea, area: family, word: s.items[i].text})
	}
}

// merge makes one item of those from i to before end.
func (s *statement) merge(i, end int, e entry) {
	it := &s.items[i]
	*it = item{entry: e, start: it.start, end: s.items[end-1].end, text: s.passage.Lower[it.start:s.items[end-1].end]}
	s.items = slices.Delete(s.items, i+1, end)
}
