package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// references holds what a reference names against the words around it. Nothing
// has to be read from digits here: the figure is right, and may be of another
// thing, year or place than the sentence says.
func (c *clause) references() {
	for _, q := range c.qs {
		if q.Q.Ref == nil || q.Q.Ref.Thing == nil {
			continue
		}
		c.reference(q)
	}
}

func (c *clause) reference(q *placed) {
	ref := q.Q.Ref
	switch {
	case c.otherThing(q, ref.Thing):
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
	if c.unknown == "" || ref.Ok {
		q.used = true
		cl := c.tell(saysReference, q.Item, ref.Thing, ref.Area, []facts.Way{{Truth: facts.Yes, Expected: ref.Value.Display, Year: ref.Year, Evidence: facts.Proof(ref.Value, ref.Year)}})
		cl.Comparator = ref.Name
		if !c.saysOf(ref) {
			cl.Verdict, cl.Reason = Unread, "the words don't say what the figure is of"
		}
	}
	c.got = false
}

// saysOf reports whether the words name what a reference is of, so that it could be held
// against them.
func (c *clause) saysOf(ref *facts.Referred) bool {
	t := ref.Thing
	if ref.Stated && ref.From == 0 && ref.Year != c.facts.Newest(t, ref.Face, ref.Area) && !language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Class == language.IsPeriod }) {
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
	cl := c.tell(saysReference, q.Item, q.Q.Ref.Thing, q.Q.Ref.Area, []facts.Way{{Truth: facts.No, Expected: has, Year: q.Q.Ref.Year, Evidence: facts.Proof(q.Q.Ref.Value, q.Q.Ref.Year)}})
	cl.Slip, cl.Comparator = slip, q.Q.Ref.Name
	cl.Message = "the reference is of " + has + "; the sentence speaks of " + says
	cl.Hint = hint
}

// otherThing finds `{{ value "NI8" }} felt safe`.
func (c *clause) otherThing(q *placed, thing *facts.Thing) bool {
	if thing.Kind == facts.Money {
		return c.otherAmount(q)
	}
	var named []*facts.Thing
	for _, t := range c.all {
		if t.Kind == facts.Indicator || t.Kind == facts.Measure {
			named = append(named, t)
		}
	}
	if len(named) == 0 && c.last != nil && !c.several && !c.lastNarrow && c.unknown == "" && c.only == nil && c.comparesAlone(q) {
		named = []*facts.Thing{c.last} // "Scotland's figure was {{ … }}"
	}
	if len(named) != 1 || named[0] == thing {
		return false
	}
	others := language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Q != nil && x.Q.Ref != nil && x.Q.Ref.Thing == named[0] })
	if others && len(c.subjects) == 0 && !c.comparesAlone(q) {
		return false // it may be of something that isn't understood
	}
	if len(c.subjects) == 0 && c.unknown != "" {
		return false
	}
	if named[0].Unit != thing.Unit && named[0].Kind != thing.Kind {
		return false
	}
	c.wrong(q, "another thing", named[0].Called(), thing.Called(), `write {{ value "`+codeOf(named[0])+`" }}, or say what the figure is of`)
	return true
}

// comparesAlone reports whether a reference can only be of what the words before are about:
// another year's or Scotland's figure, or how it changed.
func (c *clause) comparesAlone(q *placed) bool {
	area, set, _, _ := c.scope()
	return q.role == isFrom || q.role == isOther || q.Q.Ref.Face == "change" || q.Q.Ref.Name == "scotland" && (set && area == facts.Scotland || q.hasArea)
}

func codeOf(t *facts.Thing) string {
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
	ref := q.Q.Ref
	named := c.statement.subject // "Care at home, at {{ … }}"
	if len(c.subjects) == 1 {
		named = c.subjects[0]
	} else if len(c.subjects) > 1 || c.lead != "," || len(c.all) != 1 || c.narrowed {
		return false
	}
	if named == nil || c.unknown != "" || named.Kind != facts.Money || named == ref.Thing || named.Group != ref.Thing.Group || len(c.qs) != 1 {
		return false
	}
	c.wrong(q, "another thing", named.Called(), ref.Thing.Called(), `write {{ `+ref.Name+` "`+codeOf(named)+`" }}, or say what the figure is of`)
	return true
}

// otherLocality finds `{{ locality "Strathmoor" }}` where Glenside is meant.
func (c *clause) otherLocality(q *placed) bool {
	ref := q.Q.Ref
	mine := ""
	switch {
	case ref.Thing.Group == "locality":
		mine = strings.TrimPrefix(ref.Thing.ID, "locality:")
	case strings.HasPrefix(ref.Area, "locality:"):
		mine = strings.TrimPrefix(ref.Area, "locality:")
	default:
		return false
	}
	meant := ""
	if q.hasArea && strings.HasPrefix(q.area, "locality:") {
		meant = q.area[9:]
	} else {
		var places []string
		for i := range c.statement.items {
			if it := &c.statement.items[i]; it.Class == language.IsArea && strings.HasPrefix(it.Area, "locality:") && !slices.Contains(places, it.Area[9:]) {
				places = append(places, it.Area[9:])
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
	ref := q.Q.Ref
	if ref.Face == "rank" {
		return false
	}
	if ref.Face == "change" {
		return c.otherBase(q)
	}
	years := q.years
	if years == nil && len(c.qs) == 1 {
		if tm := c.times(); tm.at != nil && tm.base == nil && c.has(language.IsMove) < 0 {
			years = tm.at
		}
	}
	if years == nil {
		return false
	}
	meant := c.resolve(ref.Thing, ref.Face, years)
	if slices.Contains(meant, ref.Year) || len(meant) == 0 {
		return false
	}
	// A figure may be shown under a year that isn't its own.
	c.wrong(q, "another year", facts.YearName(meant[0]), facts.YearName(ref.Year), "name "+facts.YearName(meant[0])+" in the reference")
	return true
}

// otherBase finds `{{ change "NI12" "2022/23" }} since 2021/22`.
func (c *clause) otherBase(q *placed) bool {
	ref := q.Q.Ref
	if n := c.next(q.i); c.roleAt(n, "since") && c.is(c.next(n), language.IsPeriod) && c.items[c.next(n)].Known {
		meant := c.resolve(ref.Thing, facts.FaceValue, c.yearsOf(c.items[c.next(n)]))
		if !slices.Contains(meant, ref.From) {
			c.wrong(q, "another year", facts.YearName(meant[0]), facts.YearName(ref.From), "name "+facts.YearName(meant[0])+" in the reference")
			return true
		}
	}
	return false
}

// otherPlace finds `Scotland's {{ value "NI12" }}` and its opposite.
func (c *clause) otherPlace(q *placed) bool {
	ref := q.Q.Ref
	if ref.Thing.Kind != facts.Indicator || ref.Face != facts.FaceValue {
		return false
	}
	p := c.prev(q.i)
	if c.roleAt(p, "of") && c.is(c.prev(p), language.IsSubject) && c.items[c.prev(p)].Thing == ref.Thing && c.is(c.prev(c.prev(p)), language.IsArea) {
		p = c.prev(c.prev(p)) // "the Scottish falls rate of"
	}
	area, set, _, _ := c.scope()
	switch {
	case len(c.qs) == 1 && set && area == facts.Scotland && ref.Area == facts.Own && c.unknown == "" && c.has(language.IsExtreme, language.IsRank, language.IsMiddle) < 0,
		c.is(p, language.IsArea) && c.items[p].Area == facts.Scotland && ref.Area != facts.Scotland:
		c.wrong(q, "another place", "Scotland", c.facts.Authority, `write {{ scotland "`+ref.Thing.Code+`" }}`)
		return true
	case c.is(p, language.IsArea) && c.items[p].Area == facts.Own && c.items[p].Possessive && ref.Area == facts.Scotland:
		c.wrong(q, "another place", c.facts.Authority, "Scotland", `write {{ value "`+ref.Thing.Code+`" }}`)
		return true
	}
	return false
}

// referenceMoves holds "rose to {{ … }}" and "{{ … }} … below Scotland's {{ … }}"
// against the data.
func (c *clause) referenceMoves(q *placed) bool {
	ref := q.Q.Ref
	if ref.Face == "change" || ref.Face == "rank" || ref.Face == facts.FaceVariance || !ref.Ok || c.unknown != "" {
		return false
	}
	if len(c.subjects) > 1 || len(c.all) > 1 {
		return false
	}
	p := c.prev(q.i)
	m, at, sign := c.direction(ref.Thing)
	if m == nil || m.Adj || at > q.i || !c.roleAt(p, "to") || c.not || ref.Area != facts.Own {
		return false
	}
	tm := c.times()
	var ways []facts.Way
	from := (*placed)(nil)
	for _, o := range c.qs {
		if o != q && o.Q.Ref != nil && o.Q.Ref.Thing == ref.Thing && o.Q.Ref.Ok && o.Q.Ref.Area == ref.Area && o.role == isFrom {
			from = o
		}
	}
	if from != nil {
		tm.base = []int{from.Q.Ref.Year}
	}
	for _, b := range c.baseYears(ref.Thing, ref.Face, ref.Area, tm, ref.Year) {
		ways = append(ways, c.facts.Move(ref.Thing, ref.Face, ref.Area, b, ref.Year, sign))
	}
	q.used = true
	cl := c.tell(saysChange, m, ref.Thing, ref.Area, ways)
	cl.Comparator = m.Text
	c.slipOfMove(cl, ref.Thing, sign)
	return true
}
