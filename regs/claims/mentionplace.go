package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// where finds of which locality a number is; false where that isn't clear.
func (c *mentionReader) where(m *mention, here, last int) bool {
	if c.ofWholeArea() {
		return true
	}
	ours, others, several := false, false, false
	in := func(s stretch) {
		for k := range c.st.items {
			it := &c.st.items[k]
			if it.Class != language.IsArea || it.start < c.ts[s.from].Start || it.start >= c.ts[s.to-1].End || c.namesMore(it) {
				continue
			}
			if !isLocality(it.Area) {
				ours, others = ours || it.Area == facts.Own, others || it.Area != facts.Own && m.head != "neighbourhood"
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
	case m.place == "" && c.locality != "" && !ours:
		m.place, m.near = "locality:"+c.locality, true
	case m.place == "" && c.locality == "" && c.lastPlace != "" && !ours:
		if !anyOf(c.ts, func(t *language.Token) bool { return doesHere(t).has(leaning) || t.Text == "there" }) {
			return false
		}
		m.place = c.lastPlace
	}
	return true
}

// ofWholeArea reports whether the number is said to be the whole area's: "five of the area's 16 general practices".
func (c *mentionReader) ofWholeArea() bool {
	return c.number > 0 && slices.Contains([]string{"area's", "partnership's", "board's", "authority's"}, strings.ReplaceAll(c.ts[c.number-1].Text, "’", "'"))
}

// listsAll reports whether a stretch begins to name each of what was counted right before: "three community
// hospitals: Kirkmoor, Glenside and Port Carrick".
func (c *mentionReader) listsAll(k, last int) bool {
	return c.all[k].mark == ":" && last == c.all[k-1].to-1
}

// namesMore reports whether the name of an area is a part of another: "Glenside Community Hospital".
func (c *mentionReader) namesMore(it *item) bool {
	for i := range c.ts {
		if t := &c.ts[i]; t.Start >= it.end {
			return t.Kind == language.WordToken && t.Proper && t.Start == it.end+1
		}
	}
	return false
}

// leavePlace keeps which locality the sentence is about, for the one behind it.
func (c *mentionReader) leavePlace() {
	c.reader.lastPlace = ""
	for k := range c.st.items {
		if it := &c.st.items[k]; it.Class == language.IsArea && isLocality(it.Area) && !c.namesMore(it) {
			c.reader.lastPlace = it.Area
		}
	}
}
