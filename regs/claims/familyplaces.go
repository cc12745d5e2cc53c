package claims

import (
	"slices"
)

// This file reads how the authority's place among its family's areas changed, "from fourth of four in 2020 to first in
// 2024", and on which side of it the other areas are.

// fromPlaceToPlace reads that the authority went from one place among the areas of its family to another; it reports
// whether the clause says so.
func (c *clause) fromPlaceToPlace(t *Thing) bool {
	from := slices.IndexFunc(c.items, func(x *item) bool { return x.class == isRole && x.role == "from" })
	if t.Kind != isIndicator || t.Better == 0 || len(c.facts.Family) == 0 || from < 0 || c.not || from+1 >= len(c.items) || c.items[from+1].ordinal == 0 {
		return false
	}
	to := slices.IndexFunc(c.items, func(x *item) bool { return x.class == isRole && x.role == "to" && x.start > c.items[from].start })
	if to < 0 || to+1 >= len(c.items) || c.items[to+1].ordinal == 0 {
		return false
	}
	size, among := int64(len(c.facts.Family)+1), false
	year := func(i, end int) (int, bool) {
		y, ok := c.facts.newest(t, value, own), end == len(c.items)
		for ; i < end; i++ {
			switch it := c.items[i]; {
			case it.class == isQuantity:
				if it.q.value == nil || it.q.unit != bare || it.q.value.Cmp(rat(size, 1)) != 0 || !c.roleAt(i-1, "of") {
					return 0, false
				}
				among = true
			case it.class == isArea && it.area == family:
				among = true
			case it.class == isPeriod:
				years := c.resolve(t, value, c.yearsOf(it))
				y, ok = years[0], len(years) == 1
			case it.class != isPlain && it.class != isRole:
				return 0, false
			}
		}
		return y, ok
	}
	base, okBase := year(from+2, to)
	at, okAt := year(to+2, len(c.items))
	if !okBase || !okAt || base >= at || !among && !c.statement.ofFamily {
		return false
	}
	for i, y := range map[int]int{from + 1: base, to + 1: at} {
		w := c.facts.placeInYear(t, y, int(c.items[i].ordinal))
		cl := c.tell(saysRank, c.items[i], t, own, []way{w})
		cl.Comparator = "place " + itoa(int(c.items[i].ordinal))
	}
	for _, q := range c.qs {
		q.used = true
	}
	return true
}

// placeInYear holds in which place among the areas of its family the authority was in a year.
func (f *Facts) placeInYear(t *Thing, year, place int) way {
	w, beyond, same := f.besideFamily(t, year, t.Better)
	if w.expected != "" {
		w.truth = truthOf(len(beyond) < place && place <= len(beyond)+same+1)
	}
	return w
}

// otherAreas reads "the other four are behind", behind a clause that named some areas of the family; it reports whether
// the clause says so.
func (c *clause) otherAreas(t *Thing) bool {
	named := c.statement.namedAreas
	m := slices.IndexFunc(c.items, func(x *item) bool { return x.class == isBeside && x.n != 0 })
	if len(named) == 0 || m < 0 || m != len(c.items)-1 || c.not || c.items[0].text != "the" || len(c.items) < 3 {
		return false
	}
	n := len(c.facts.Family) - len(named)
	for _, it := range c.items[1:m] {
		switch {
		case it.text == "other", it.text == "others", it.text == "is", it.text == "are", it.text == "was", it.text == "were", it.text == "all":
		case it.class == isQuantity && it.q.inWords && it.q.unit == bare && !it.q.hedged && it.q.value != nil && it.q.value.IsInt():
			n = int(it.q.value.Num().Int64())
		default:
			return false
		}
	}
	sign := c.items[m].n
	if c.items[m].judge {
		sign *= t.Better
	}
	year := c.facts.newest(t, value, own)
	w, beyond, same := c.facts.besideFamily(t, year, sign)
	if sign == 0 || w.expected == "" || same > 0 {
		return true // it isn't read
	}
	rest := 0
	for _, area := range c.facts.Family {
		if !slices.Contains(named, area) {
			rest++
			if !slices.Contains(beyond, area) {
				w.truth = no
			}
		}
	}
	if rest != n {
		w.truth = no
	} else if w.truth != no {
		w.truth = yes
	}
	c.tellFamily(t, m, w)
	return true
}
