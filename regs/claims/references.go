package claims

import (
	"slices"
	"strings"
)

// references holds what a reference names against the words around it. Nothing
// has to be read from digits here: the figure is right, and may be of another
// thing, year or place than the sentence says.
func (c *clause) references() {
	for _, q := range c.qs {
		if q.q.ref == nil || q.q.ref.thing == nil {
			continue
		}
		c.reference(q)
	}
}

func (c *clause) reference(q *placed) {
	ref := q.q.ref
	switch {
	case c.otherThing(q, ref.thing):
		return
	case c.otherLocality(q):
		return
	case c.otherYear(q):
		return
	case c.otherPlace(q):
		return
	}
	if c.mood != "" {
		return
	}
	if c.referenceMoves(q) {
		return
	}
	if c.unknown == "" || ref.ok {
		q.used = true
		cl := c.tell(saysReference, q.item, ref.thing, ref.area, []way{{truth: yes, expected: ref.value.Display, year: ref.year, evidence: proof(ref.value, ref.year)}})
		cl.Comparator = ref.name
		if !c.saysOf(ref) {
			cl.Verdict, cl.Reason = Unread, "the words don't say what the figure is of"
		}
	}
	c.got = false
}

// saysOf reports whether the words name what a reference is of, so that it could be held
// against them.
func (c *clause) saysOf(ref *referred) bool {
	t := ref.thing
	if ref.stated && ref.from == 0 && ref.year != c.facts.newest(t, ref.face, ref.area) && !anyOf(c.statement.items, func(x *item) bool { return x.class == isPeriod }) {
		return false // nor of which year
	}
	if slices.Contains(c.all, t) || c.last == t || c.statement.reader.money == t || t.ID == "total" {
		return true
	}
	return t.Group == "locality" && (c.speaksOf(t.ID) || "locality:"+c.locality == t.ID)
}

// wrong reports that a reference is of something else than the words say.
func (c *clause) wrong(q *placed, slip, says, has, hint string) {
	q.used = true
	cl := c.tell(saysReference, q.item, q.q.ref.thing, q.q.ref.area, []way{{truth: no, expected: has, year: q.q.ref.year, evidence: proof(q.q.ref.value, q.q.ref.year)}})
	cl.Slip, cl.Comparator = slip, q.q.ref.name
	cl.Message = "the reference is of " + has + "; the sentence speaks of " + says
	cl.Hint = hint
}

// otherThing finds `{{ value "NI8" }} felt safe`.
func (c *clause) otherThing(q *placed, thing *Thing) bool {
	if thing.Kind == isMoney {
		return c.otherAmount(q)
	}
	var named []*Thing
	for _, t := range c.all {
		if t.Kind == isIndicator || t.Kind == isMeasure {
			named = append(named, t)
		}
	}
	if len(named) == 0 && c.last != nil && !c.several && !c.lastNarrow && c.unknown == "" && c.only == nil && c.comparesAlone(q) {
		named = []*Thing{c.last} // "Scotland's figure was {{ … }}"
	}
	if len(named) != 1 || named[0] == thing {
		return false
	}
	others := anyOf(c.statement.items, func(x *item) bool { return x.q != nil && x.q.ref != nil && x.q.ref.thing == named[0] })
	if others && len(c.subjects) == 0 && !c.comparesAlone(q) {
		return false // it may be of something that isn't understood
	}
	if len(c.subjects) == 0 && c.unknown != "" {
		return false
	}
	if named[0].Unit != thing.Unit && named[0].Kind != thing.Kind {
		return false
	}
	c.wrong(q, "another thing", named[0].called(), thing.called(), `write {{ value "`+codeOf(named[0])+`" }}, or say what the figure is of`)
	return true
}

// comparesAlone reports whether a reference can only be of what the words before are about:
// another year's or Scotland's figure, or how it changed.
func (c *clause) comparesAlone(q *placed) bool {
	area, set, _, _ := c.scope()
	return q.role == isFrom || q.role == isOther || q.q.ref.face == "change" || q.q.ref.name == "scotland" && (set && area == scotland || q.hasArea)
}

func codeOf(t *Thing) string {
	if t.Code != "" {
		return t.Code
	}
	_, name, _ := strings.Cut(t.ID, ":")
	if name == "" {
		return t.ID
	}
	return name
}

// otherAmount finds an amount of another matter, service or partner than the one
// that the clause names.
func (c *clause) otherAmount(q *placed) bool {
	ref := q.q.ref
	named := c.statement.subject // "Care at home, at {{ … }}"
	if len(c.subjects) == 1 {
		named = c.subjects[0]
	} else if len(c.subjects) > 1 || c.lead != "," || len(c.all) != 1 || c.narrowed {
		return false
	}
	if named == nil || c.unknown != "" || named.Kind != isMoney || named == ref.thing || named.Group != ref.thing.Group || len(c.qs) != 1 {
		return false
	}
	c.wrong(q, "another thing", named.called(), ref.thing.called(), `write {{ `+ref.name+` "`+codeOf(named)+`" }}, or say what the figure is of`)
	return true
}

// otherLocality finds `{{ locality "Strathmoor" }}` where Glenside is meant.
func (c *clause) otherLocality(q *placed) bool {
	ref := q.q.ref
	mine := ""
	switch {
	case ref.thing.Group == "locality":
		mine = strings.TrimPrefix(ref.thing.ID, "locality:")
	case strings.HasPrefix(ref.area, "locality:"):
		mine = strings.TrimPrefix(ref.area, "locality:")
	default:
		return false
	}
	meant := ""
	if q.hasArea && strings.HasPrefix(q.area, "locality:") {
		meant = q.area[9:]
	} else {
		var places []string
		for i := range c.statement.items {
			if it := &c.statement.items[i]; it.class == isArea && strings.HasPrefix(it.area, "locality:") && !slices.Contains(places, it.area[9:]) {
				places = append(places, it.area[9:])
			}
		}
		switch {
		case len(places) == 1:
			meant = places[0]
		case len(places) == 0:
			meant = c.locality
		}
	}
	if meant == "" || meant == mine {
		return false
	}
	c.wrong(q, "another locality", meant, mine, "name "+meant+" in the reference")
	return true
}

// otherYear finds `{{ value "NI12" "2022/23" }}` in a sentence about 2023/24.
func (c *clause) otherYear(q *placed) bool {
	ref := q.q.ref
	if ref.face == "rank" {
		return false
	}
	if ref.face == "change" {
		return c.otherBase(q)
	}
	years := q.years
	if years == nil && len(c.qs) == 1 {
		if tm := c.times(); tm.at != nil && tm.base == nil && c.has(isMove) < 0 {
			years = tm.at
		}
	}
	if years == nil {
		return false
	}
	meant := c.resolve(ref.thing, ref.face, years)
	if slices.Contains(meant, ref.year) || len(meant) == 0 {
		return false
	}
	// A figure may be shown under a year that isn't its own.
	c.wrong(q, "another year", yearName(meant[0]), yearName(ref.year), "name "+yearName(meant[0])+" in the reference")
	return true
}

// otherBase finds `{{ change "NI12" "2022/23" }} since 2021/22`.
func (c *clause) otherBase(q *placed) bool {
	ref := q.q.ref
	if n := c.next(q.i); c.roleAt(n, "since") && c.is(c.next(n), isPeriod) && c.items[c.next(n)].known {
		meant := c.resolve(ref.thing, value, c.yearsOf(c.items[c.next(n)]))
		if !slices.Contains(meant, ref.from) {
			c.wrong(q, "another year", yearName(meant[0]), yearName(ref.from), "name "+yearName(meant[0])+" in the reference")
			return true
		}
	}
	return false
}

// otherPlace finds `Scotland's {{ value "NI12" }}` and its opposite.
func (c *clause) otherPlace(q *placed) bool {
	ref := q.q.ref
	if ref.thing.Kind != isIndicator || ref.face != value {
		return false
	}
	p := c.prev(q.i)
	if c.roleAt(p, "of") && c.is(c.prev(p), isSubject) && c.items[c.prev(p)].thing == ref.thing && c.is(c.prev(c.prev(p)), isArea) {
		p = c.prev(c.prev(p)) // "the Scottish falls rate of"
	}
	area, set, _, _ := c.scope()
	switch {
	case len(c.qs) == 1 && set && area == scotland && ref.area == own && c.unknown == "" && c.has(isExtreme, isRank, isMiddle) < 0,
		c.is(p, isArea) && c.items[p].area == scotland && ref.area != scotland:
		c.wrong(q, "another place", "Scotland", c.facts.Authority, `write {{ scotland "`+ref.thing.Code+`" }}`)
		return true
	case c.is(p, isArea) && c.items[p].area == own && c.items[p].possessive && ref.area == scotland:
		c.wrong(q, "another place", c.facts.Authority, "Scotland", `write {{ value "`+ref.thing.Code+`" }}`)
		return true
	}
	return false
}

// referenceMoves holds "rose to {{ … }}" and "{{ … }} … below Scotland's {{ … }}"
// against the data.
func (c *clause) referenceMoves(q *placed) bool {
	ref := q.q.ref
	if ref.face == "change" || ref.face == "rank" || ref.face == variance || !ref.ok || c.unknown != "" {
		return false
	}
	if len(c.subjects) > 1 || len(c.all) > 1 {
		return false
	}
	p := c.prev(q.i)
	m, at, sign := c.direction(ref.thing)
	if m == nil || m.adj || at > q.i || !c.roleAt(p, "to") || c.not || ref.area != own {
		return false
	}
	tm := c.times()
	var ways []way
	from := (*placed)(nil)
	for _, o := range c.qs {
		if o != q && o.q.ref != nil && o.q.ref.thing == ref.thing && o.q.ref.ok && o.q.ref.area == ref.area && o.role == isFrom {
			from = o
		}
	}
	if from != nil {
		tm.base = []int{from.q.ref.year}
	}
	for _, b := range c.baseYears(ref.thing, ref.face, ref.area, tm, ref.year) {
		ways = append(ways, c.facts.move(ref.thing, ref.face, ref.area, b, ref.year, sign))
	}
	q.used = true
	cl := c.tell(saysChange, m, ref.thing, ref.area, ways)
	cl.Comparator = m.text
	c.slipOfMove(cl, ref.thing, sign)
	return true
}
