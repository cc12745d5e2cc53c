package claims

// where finds of which locality a number is; false where that isn't clear.
func (c *census) where(m *mention, here, last int) bool {
	ours, others, several := false, false, false
	in := func(s stretch) {
		for k := range c.st.items {
			it := &c.st.items[k]
			if it.class != isArea || it.start < c.ts[s.from].start || it.start >= c.ts[s.to-1].end || c.namesMore(it) {
				continue
			}
			if !isLocality(it.area) {
				ours, others = ours || it.area == own, others || it.area != own && m.head != "neighbourhood"
				continue
			}
			several = several || m.place != "" && m.place != it.area
			m.place = it.area
		}
	}
	in(c.all[here])
	for k := here - 1; k >= 0 && m.place == ""; k-- {
		if !c.all[k].counts {
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
		if !anyOf(c.ts, func(t *token) bool { return does(t.text).has(leaning) || t.text == "there" }) {
			return false
		}
		m.place = c.lastPlace
	}
	return true
}

// listsAll reports whether a stretch begins to name each of what was counted right before: "three community
// hospitals: Kirkmoor, Glenside and Port Carrick".
func (c *census) listsAll(k, last int) bool {
	return c.all[k].mark == ":" && last == c.all[k-1].to-1
}

// namesMore reports whether the name of an area is a part of another: "Glenside Community Hospital".
func (c *census) namesMore(it *item) bool {
	for i := range c.ts {
		if t := &c.ts[i]; t.start >= it.end {
			return t.kind == wordToken && t.proper && t.start == it.end+1
		}
	}
	return false
}

// leavePlace keeps which locality the sentence is about, for the one behind it.
func (c *census) leavePlace() {
	c.reader.lastPlace = ""
	for k := range c.st.items {
		if it := &c.st.items[k]; it.class == isArea && isLocality(it.area) && !c.namesMore(it) {
			c.reader.lastPlace = it.area
		}
	}
}
