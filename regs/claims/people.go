package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/internal/number"
)

// people reads "Glenside has 38,100 people", "some 118,400 people live in …".
func (c *clause) people() {
	t := c.population
	if t == nil {
		return
	}
	c.peopleOfPlace(t)
	c.peopleOfWhom(t)
	if c.unknown != "" || c.mood != "" || c.not || slices.ContainsFunc(c.subjects, func(o *Thing) bool { return o.ID != "count:localities" }) {
		return
	}
	area, set, _, _ := c.scope()
	if only := c.onlyLocality(); only != "" && !isLocality(area) && len(c.localitiesNamed()) == 1 && c.populous(t, only) {
		return // "With 52,300 people Glenside is the most populous of the three localities"
	}
	if c.morePeople(t) || c.populous(t, area) || len(c.subjects) > 0 || c.populationShare(t, area) {
		return
	}
	if only := c.onlyLocality(); !set && only != "" {
		area, set = only, true // "With 38,100 people, Glenside …"
	}
	if !set && c.locality != "" && c.says("here", "locality") {
		area, set = "locality:"+c.locality, true
	}
	if !set && !c.says("here") || area == scotland || area == family {
		return
	}
	if isLocality(area) && len(c.localitiesNamed()) == 0 {
		if c.has(isTogether) >= 0 {
			return // of several that are named elsewhere
		}
		if c.locality == "" {
			area = c.lastLocality(area)
		}
	}
	for _, q := range c.qs {
		if q.used || q.q.unit != bare || q.q.per != 0 || q.q.ref != nil || q.q.value == nil || q.q.value.Cmp(rat(500, 1)) < 0 || q.years != nil && q.years[0] != c.facts.Year {
			continue
		}
		n := q.i + 1
		of := n < len(c.items) && (c.items[n].text == "people" || c.items[n].text == "residents" || c.items[n].text == "adults")
		has := c.has(isLives) >= 0 || of && c.says("has", "have", "had", "with") && (c.next(q.i) < 0 || c.inLocalities(c.next(q.i)))
		if !has || c.items[min(n, len(c.items)-1)].text == "adults" {
			continue
		}
		if q.hasArea {
			area = q.area
		}
		if q.i > 0 && c.is(q.i-1, isArea) && (c.items[q.i-1].possessive || c.items[q.i-1].text == "our") {
			area = c.items[q.i-1].area // "half of Carrickmoor's 118,400 people live in Strathmoor"
		}
		if len(c.qs) > 1 && q == c.qs[0] && c.peopleOfWhole(c.qs[1]) != "" {
			c.holdPeople(t, q, own) // "Of our 56,500 people 24,600 live in the north"
			continue
		}
		if place := c.peopleOfWhole(q); place != "" {
			c.holdPeople(t, q, place)
			continue
		}
		if c.roleAt(0, "of") && q != c.qs[0] && area == own {
			continue // some of those whom the clause begins with
		}
		list := c.localities()
		if len(list) > 1 && !q.hasArea {
			if c.has(isTogether) >= 0 && !c.is(q.i+1, isMove, isBeside) {
				c.peopleOf(t, list, q)
			}
			continue // of each of several nothing is read
		}
		if c.ofFigure(q) || c.roleAt(c.prev(q.i), "of") && len(c.qs) > 1 && area != own {
			continue // "44% of the 118,400 people who live here"
		}
		if c.has(isMove, isTimes) < 0 {
			c.holdPeople(t, q, area)
		}
	}
}

// inLocalities reports whether all that is from item i on is in how many localities people live.
func (c *clause) inLocalities(i int) bool {
	return c.roleAt(i, "in") && c.is(c.next(i), isQuantity) && !slices.ContainsFunc(c.items[c.next(i)+1:], func(x *item) bool {
		return x.class != isPlain && !(x.class == isSubject && x.thing.ID == "count:localities")
	})
}

// ofFigure reports whether a figure is a part of another: "28,000 of our 118,400 residents".
func (c *clause) ofFigure(q *placed) bool {
	n := c.next(q.i)
	if !c.roleAt(n, "of") {
		return false
	}
	for n++; n < len(c.items) && (c.items[n].class == isPlain || c.items[n].class == isArea); n++ {
	}
	return c.is(n, isQuantity)
}

// holdPeople holds a figure against the people who live in a place.
func (c *clause) holdPeople(t *Thing, q *placed, area string) {
	v, ok := c.facts.at(t, value, area, c.facts.Year)
	if !ok {
		return
	}
	q.used = true
	cl := c.tell(saysCount, q.item, t, area, []way{{truth: truthOf(fits(q.q.in(), v)), expected: v.Display, evidence: proof(v, c.facts.Year), year: c.facts.Year}})
	cl.Quantity = q.q.bounds()
	c.slipOfLevel(cl, t, value, area, q.q, nil)
	c.messageOfPeople(cl, q.item, area)
}

// peopleOfPlace reads "for the 31,900 people of South Ardenmuir" and "Glenside's 38,100
// residents", whatever else the clause says.
func (c *clause) peopleOfPlace(t *Thing) {
	if c.mood != "" || c.not {
		return
	}
	for _, q := range c.qs {
		n, area := q.i+1, ""
		if q.used || q.q.unit != bare || q.q.per != 0 || q.q.ref != nil || q.q.fraction || q.q.value == nil || n >= len(c.items) || !slices.Contains([]string{"people", "residents", "inhabitants"}, c.items[n].text) {
			continue
		}
		behind := n + 1
		switch {
		case c.roleAt(behind, "of") && c.is(behind+1, isArea) && q.i > 0 && c.items[q.i-1].text == "the":
			area, behind = c.items[behind+1].area, behind+2
		case q.i > 0 && c.is(q.i-1, isArea) && c.items[q.i-1].possessive:
			area = c.items[q.i-1].area
		default:
			continue
		}
		if behind < len(c.items) && slices.Contains([]string{"who", "whose", "with", "aged", "in", "on", "over", "under", "that"}, c.items[behind].text) || c.is(behind, isQuantity) ||
			!c.near(t, value, area, q.q, rat(2, 3), rat(3, 2)) && !c.facts.peopleSomewhere(t, q.q) {
			continue // some of them
		}
		c.holdPeople(t, q, area)
	}
}

// peopleSomewhere reports whether a figure is the population of one of the places.
func (f *Facts) peopleSomewhere(t *Thing, q *quantity) bool {
	all := t.figures()
	for i := range all {
		if o := &all[i]; o.face == value && o.year == f.Year && fits(q.in(), o.value()) {
			return true
		}
	}
	return false
}

// messageOfPeople says whose people a contradiction is of.
func (c *clause) messageOfPeople(cl *Claim, it *item, area string) {
	if cl.Verdict != Contradicted {
		return
	}
	said := asQuoted(c.textOf(it.start, it.end))
	_, slip, _ := strings.Cut(cl.Message, "; the data have "+cl.Expected)
	cl.Message = "the text gives " + c.facts.place(area) + " a population of " + said + "; apr.yaml has " + cl.Expected + strings.TrimPrefix(slip, " in "+yearName(c.facts.Year))
	for _, o := range c.facts.Things {
		if v, ok := c.facts.at(c.things["population"], value, o.ID, c.facts.Year); ok && isLocality(o.ID) && o.ID != area && fits(it.q.in(), v) {
			cl.Slip = "other-area"
			cl.Message += "; " + said + " live in " + c.facts.place(o.ID)
			return
		}
	}
}

// morePeople reads "fewer people live in Strathmoor than in Glenside".
func (c *clause) morePeople(t *Thing) bool {
	two := c.localitiesNamed()
	m := c.has(isMove, isBeside)
	if len(two) != 2 || m < 0 || c.items[m].class == isMove && !c.items[m].adj || c.items[m].judge || c.items[m].n == 0 || c.has(isLives) < 0 || len(c.qs) > 0 || c.has(isFace, isBase) >= 0 {
		return false
	}
	second := slices.IndexFunc(c.items, func(x *item) bool { return x.is(two[1].ID) })
	if k := c.prev(second); !c.is(k, isThan, isBeside) && !(c.is(k, isRole) && (strings.HasPrefix(c.items[k].text, "than") || c.is(c.prev(k), isThan, isBeside))) {
		return false
	}
	a, okA := c.facts.at(t, value, two[0].ID, c.facts.Year)
	b, okB := c.facts.at(t, value, two[1].ID, c.facts.Year)
	w := way{year: c.facts.Year}
	if okA && okB {
		w.truth = truthOf(a.Exact.Cmp(b.Exact) == c.items[m].n)
		w.expected = c.facts.place(two[0].ID) + " " + a.Display + " people and " + c.facts.place(two[1].ID) + " " + b.Display
		w.evidence = append(proof(a, c.facts.Year), proof(b, c.facts.Year)...)
	}
	cl := c.tell(saysComparison, c.items[m], t, two[0].ID, []way{w})
	cl.Comparator = c.items[m].text
	return true
}

// peopleOf holds a figure against the people of several localities together.
func (c *clause) peopleOf(t *Thing, list []*Thing, q *placed) {
	sum, w := new(big.Rat), way{year: c.facts.Year}
	for _, l := range list {
		v, ok := c.facts.at(t, value, l.ID, c.facts.Year)
		if !ok {
			return
		}
		sum.Add(sum, v.Exact)
		w.evidence = append(w.evidence, proof(v, c.facts.Year)...)
	}
	w.truth, w.expected = truthOf(q.q.in().has(sum)), number.Format(float64(sum.Num().Int64()), 0)
	q.used = true
	cl := c.tell(saysCount, q.item, t, own, []way{w})
	cl.Quantity = q.q.bounds()
}

// populationShare reads "44% of the population": a locality's share of the people.
func (c *clause) populationShare(t *Thing, area string) bool {
	if c.ofSeveralPlaces() {
		return false // peopleTogether reads it
	}
	if c.lead == "and" && isLocality(area) && len(c.localitiesNamed()) == 0 {
		area = c.lastLocality(area) // "but the south is the larger and home to 56% of the population"
	}
	i := c.has(isLives)
	goesOn := i < 0 && c.peopled && len(c.qs) == 1 && !slices.ContainsFunc(c.items, func(x *item) bool { return x.class != isPlain && x.class != isArea && x.class != isQuantity })
	if i < 0 && !goesOn || !isLocality(area) || c.has(isMove, isTimes, isStable, isBase, isFace) >= 0 {
		return false
	}
	told := false
	for _, q := range c.qs {
		if q.q.unit != percent || q.q.ref != nil || q.years != nil && q.years[0] != c.facts.Year || c.ofFigure(q) || c.ofPeopleThere(q) {
			continue
		}
		w := way{year: c.facts.Year}
		part, okP := c.facts.at(t, value, area, c.facts.Year)
		whole, okW := c.facts.at(t, value, own, c.facts.Year)
		if okP && okW && whole.Exact.Sign() > 0 {
			p := new(big.Rat).Quo(part.Exact, whole.Exact)
			p.Mul(p, rat(100, 1))
			w.truth, w.expected, w.evidence = truthOf(fits(q.q.in(), Value{Exact: p, Shown: shownPercent(p)})), p.FloatString(1)+"%, or "+part.Display+" people", proof(part, c.facts.Year)
		}
		q.used, told, c.peopled = true, true, true
		cl := c.tell(saysShare, q.item, t, area, []way{w})
		cl.Quantity, cl.Unit = q.q.bounds(), percent
		if cl.Verdict == Contradicted {
			cl.Message = "the text gives " + c.facts.place(area) + " " + c.textOf(q.start, q.end) + " of the population; it has " + w.expected
			cl.Hint = "correct the share"
		}
	}
	return told
}

// onlyLocality is the only place that the sentence names where that is a locality.
func (s *statement) onlyLocality() (only string) {
	for i := range s.items {
		if it := &s.items[i]; it.class == isArea && it.area != only && it.area != own {
			if only != "" || !isLocality(it.area) {
				return ""
			}
			only = it.area
		}
	}
	return only
}

// populous reads "is the smallest of the three localities" where the sentence speaks
// of people.
func (c *clause) populous(t *Thing, area string) bool {
	i := c.has(isExtreme)
	if i < 0 || c.items[i].word == "of the localities" && len(c.all) > 1 || c.items[i].judge || !isLocality(area) || c.has(isFace, isBase, isMove) >= 0 || len(c.localities()) > 1 ||
		!strings.HasSuffix(c.items[i].text, "locality") && !c.says("localities", "locality") && !slices.ContainsFunc(c.subjects, func(o *Thing) bool { return o.ID == "count:localities" }) {
		return false
	}
	if c.says("figure", "figures", "rate", "rates", "result", "results", "score", "scores", "percentage", "proportion", "share") {
		return false // "the lowest figure of the three localities"
	}
	rank := max(c.place(i), 1)
	people := anyOf(c.statement.items, func(x *item) bool { return x.class == isLives || x.text == "people" || x.text == "residents" })
	w := way{year: c.facts.Year}
	if v, ok := c.facts.at(t, value, area, c.facts.Year); ok {
		w.expected, w.evidence = c.facts.place(area)+" has "+v.Display+" people", proof(v, c.facts.Year)
		beyond := 0
		for _, o := range c.facts.Things {
			if o.Group != "locality" {
				continue
			}
			if ov, ok := c.facts.at(t, value, o.ID, c.facts.Year); ok && ov.Exact.Cmp(v.Exact) == c.items[i].n {
				beyond++
				w.expected += ", and " + c.facts.place(o.ID) + " " + ov.Display
			}
		}
		w.truth = truthOf(beyond == rank-1)
	}
	if m := c.things[area]; !people && m != nil && w.truth == no && c.facts.group(m, spend, c.facts.Year, c.items[i].n, rank).truth != no {
		w.truth = unknown // it may be of spending
	}
	cl := c.tell(saysCount, c.items[i], t, area, []way{w})
	cl.Comparator = c.items[i].text
	if cl.Verdict == Contradicted {
		cl.Message = "the text calls " + c.facts.place(area) + " the " + c.items[i].text + "; " + w.expected
		switch {
		case c.items[i].word == "of the localities":
			cl.Message = "the text says that " + c.facts.place(area) + " has " + map[int]string{1: "more", -1: "fewer"}[c.items[i].n] + " people than the other localities; " + w.expected
		case slices.Contains([]string{"most", "fewest", "least"}, c.items[i].text):
			cl.Message = "the text says that " + c.facts.place(area) + " has the " + c.items[i].text + " people; " + w.expected
		}
	}
	return true
}

// peopleOfWhom reads how many of the people of the whole area live in one of its localities:
// "118,400 people, of whom 38,100 live in Glenside".
func (c *clause) peopleOfWhom(t *Thing) {
	if c.mood != "" || c.not || len(c.qs) != 1 || len(c.subjects) > 0 || c.has(isLives) < 0 {
		return
	}
	q := c.qs[0]
	n := q.i + 1
	ofThem := c.says("whom") && (c.roleAt(0, "of") && q.i <= 3 || c.roleAt(n, "of") && n+1 < len(c.items) && c.items[n+1].text == "whom")
	if !ofThem || q.used || q.q.unit != bare || q.q.fraction || q.q.value == nil || slices.ContainsFunc(c.items, func(x *item) bool { return x.class == isUnknown && x.text != "whom" }) {
		return
	}
	list := c.localitiesNamed()
	whole, ok := c.facts.at(t, value, own, c.facts.Year)
	if !ok || len(list) != 1 || !anyOf(c.statement.items, func(x *item) bool {
		return x.class == isQuantity && x.q != q.q && x.q.ref == nil && x.q.unit == bare && !x.q.fraction && x.q.value != nil && fits(x.q.in(), whole)
	}) {
		return
	}
	area := list[0].ID
	c.holdPeople(t, q, area)
}
