package claims

import (
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads how the authority's place among its family's areas changed, "from fourth of four in 2020 to first in
// 2024", and on which side of it the other areas are.

// fromPlaceToPlace reads that the authority went from one place among the areas of its family to another; it reports
// whether the clause says so.
func (c *clause) fromPlaceToPlace(t *facts.Thing) bool {
	from := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsRole && x.Role == "from" })
	if t.Kind != facts.Indicator || t.Better == 0 || len(c.facts.Family) == 0 || from < 0 || c.not || from+1 >= len(c.items) || c.items[from+1].Ordinal == 0 {
		return false
	}
	to := slices.IndexFunc(c.items, func(x *lex.Item) bool {
		return x.Class == language.IsRole && x.Role == "to" && x.Start > c.items[from].Start
	})
	if to < 0 || to+1 >= len(c.items) || c.items[to+1].Ordinal == 0 {
		return false
	}
	size, among := int64(len(c.facts.Family)+1), false
	year := func(i, end int) (int, bool) {
		y, ok := c.facts.Newest(t, facts.FaceValue, facts.Own), end == len(c.items)
		for ; i < end; i++ {
			switch it := c.items[i]; {
			case it.Class == language.IsQuantity:
				if it.Q.Value == nil || it.Q.Unit != facts.Bare || it.Q.Value.Cmp(exact.Rat(size, 1)) != 0 || !c.roleAt(i-1, "of") {
					return 0, false
				}
				among = true
			case it.Class == language.IsArea && it.Area == facts.Family:
				among = true
			case it.Class == language.IsPeriod:
				years := c.resolve(t, facts.FaceValue, c.yearsOf(it))
				y, ok = years[0], len(years) == 1
			case it.Class != language.IsPlain && it.Class != language.IsRole:
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
		w := c.facts.PlaceInYear(t, y, int(c.items[i].Ordinal))
		cl := c.tell(saysRank, c.items[i], t, facts.Own, []facts.Way{w})
		cl.Comparator = "place " + itoa(int(c.items[i].Ordinal))
	}
	for _, q := range c.qs {
		q.used = true
	}
	return true
}

// otherAreas reads "the other four are behind", behind a clause that named some areas of the family; it reports whether
// the clause says so.
func (c *clause) otherAreas(t *facts.Thing) bool {
	named := c.statement.namedAreas
	m := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsBeside && x.N != 0 })
	if len(named) == 0 || m < 0 || m != len(c.items)-1 || c.not || c.items[0].Text != "the" || len(c.items) < 3 {
		return false
	}
	n := len(c.facts.Family) - len(named)
	for _, it := range c.items[1:m] {
		switch {
		case it.Text == "other", it.Text == "others", it.Text == "is", it.Text == "are", it.Text == "was", it.Text == "were", it.Text == "all":
		case it.Class == language.IsQuantity && it.Q.InWords && it.Q.IsWhole() && !it.Q.Hedged:
			n = int(it.Q.Value.Num().Int64())
		default:
			return false
		}
	}
	sign := c.items[m].Sign(t)
	year := c.facts.Newest(t, facts.FaceValue, facts.Own)
	w, beyond, same := c.facts.BesideFamily(t, year, sign)
	if sign == 0 || w.Expected == "" || same > 0 {
		return true // it isn't read
	}
	rest := 0
	for _, area := range c.facts.Family {
		if !slices.Contains(named, area) {
			rest++
			if !slices.Contains(beyond, area) {
				w.Truth = facts.No
			}
		}
	}
	if rest != n {
		w.Truth = facts.No
	} else if w.Truth != facts.No {
		w.Truth = facts.Yes
	}
	c.tellFamily(t, m, w)
	return true
}

// nextTo reports whether the place at item i is one behind which alone ours is: "second only to Angus", "third to Angus and
// the Scottish Borders".
func (c *clause) nextTo(i int) bool {
	to := false
	for k := i - 1; k >= 0; k-- {
		switch it := c.items[k]; {
		case it.Ordinal > 0:
			return to
		case it.Text == "to":
			to = true
		case it.Class != language.IsPlain && it.Text != "only" && !(it.Class == language.IsArea && !to) && !(it.Class == language.IsBreak && it.Word == "and" && !to):
			return false
		}
	}
	return false
}
