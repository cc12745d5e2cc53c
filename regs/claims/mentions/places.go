package mentions

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// where finds of which locality a number is; false where that isn't clear.
func (c *reading) where(m *Mention, here, last int) bool {
	if c.ofWholeArea() {
		return true
	}
	ours, others, several := false, false, false
	in := func(s stretch) {
		for k := range c.Places {
			it := &c.Places[k]
			if it.Start < c.ts[s.from].Start || it.Start >= c.ts[s.to-1].End || c.namesMore(it) {
				continue
			}
			if !it.Locality {
				ours, others = ours || it.Area == facts.Own, others || it.Area != facts.Own && m.Head != "neighbourhood"
				continue
			}
			several = several || m.place != "" && m.place != it.Area
			m.place = it.Area
		}
	}
	in(c.all[here])
	listed := c.listedBehind(here, c.number, last) >= 0
	for k := here - 1; k >= 0 && m.place == ""; k-- {
		if !c.all[k].counts || listed && k == here-1 {
			in(c.all[k])
		}
	}
	if m.place == "" {
		for k := here + 1; k < len(c.all) && !c.listsAll(k, last); k++ {
			if !c.all[k].counts {
				in(c.all[k])
			}
		}
	}
	switch {
	case several, others:
		return false
	case m.place == "" && c.Locality != "" && !ours:
		m.place, m.near = "locality:"+c.Locality, true
	case m.place == "" && c.Locality == "" && c.lastPlace != "" && !ours:
		if !language.AnyOf(c.ts, func(t *language.Token) bool { return doesHere(t).has(leaning) || t.Text == "there" }) {
			return false
		}
		m.place = c.lastPlace
	}
	return true
}

// ofWholeArea reports whether the number is said to be the whole area's: "five of the area's 16 general practices".
func (c *reading) ofWholeArea() bool {
	return c.number > 0 && slices.Contains([]string{"area's", "partnership's", "board's", "authority's"}, strings.ReplaceAll(c.ts[c.number-1].Text, "’", "'"))
}

// listsAll reports whether a stretch begins to name each of what was counted right before: "three community
// hospitals: Kirkmoor, Glenside and Port Carrick".
func (c *reading) listsAll(k, last int) bool {
	return c.all[k].mark == ":" && last == c.all[k-1].to-1
}

// namesMore reports whether the name of an area is a part of another: "Glenside Community Hospital".
func (c *reading) namesMore(it *Place) bool {
	for i := range c.ts {
		if t := &c.ts[i]; t.Start >= it.End {
			return t.Kind == language.WordToken && t.Proper && t.Start == it.End+1
		}
	}
	return false
}

// leavePlace keeps which locality the sentence is about, for the one behind it.
func (c *reading) leavePlace() {
	c.lastPlace = ""
	for k := range c.Places {
		if it := &c.Places[k]; it.Locality && !c.namesMore(it) {
			c.lastPlace = it.Area
		}
	}
}
