package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/internal/number"
	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// people reads "Glenside has 38,100 people", "some 118,400 people live in …".
func (c *clause) people() {
	t := c.population
	if t == nil {
		return
	}
	c.peopleOfPlace(t)
	c.peopleOfWhom(t)
	if c.unknown != "" || c.mood != "" || c.not || slices.ContainsFunc(c.subjects, func(o *facts.Thing) bool { return o.ID != "count:localities" }) {
		return
	}
	area, set, _, _ := c.scope()
	if only := c.onlyLocality(); only != "" && !facts.IsLocality(area) && len(c.localitiesNamed()) == 1 && c.populous(t, only) {
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
	if !set && !c.says("here") || area == facts.Scotland || area == facts.Family {
		return
	}
	if facts.IsLocality(area) && len(c.localitiesNamed()) == 0 {
		if c.has(language.IsTogether) >= 0 {
			return // of several that are named elsewhere
		}
		if c.locality == "" {
			area = c.lastLocality(area)
		}
	}
	for _, q := range c.qs {
		if q.used || q.Q.Unit != facts.Bare || q.Q.Per != 0 || q.Q.Ref != nil || q.Q.Value == nil || q.Q.Value.Cmp(exact.Rat(500, 1)) < 0 || q.years != nil && q.years[0] != c.facts.Year {
			continue
		}
		n := q.i + 1
		of := n < len(c.items) && (c.items[n].Text == "people" || c.items[n].Text == "residents" || c.items[n].Text == "adults")
		has := c.has(language.IsLives) >= 0 || of && c.says("has", "have", "had", "with") && (c.next(q.i) < 0 || c.inLocalities(c.next(q.i)))
		if !has || c.items[min(n, len(c.items)-1)].Text == "adults" {
			continue
		}
		if q.hasArea {
			area = q.area
		}
		if q.i > 0 && c.is(q.i-1, language.IsArea) && (c.items[q.i-1].Possessive || c.items[q.i-1].Text == "our") {
			area = c.items[q.i-1].Area // "half of Carrickmoor's 118,400 people live in Strathmoor"
		}
		if len(c.qs) > 1 && q == c.qs[0] && c.peopleOfWhole(c.qs[1]) != "" {
			c.holdPeople(t, q, facts.Own) // "Of our 56,500 people 24,600 live in the north"
			continue
		}
		if place := c.peopleOfWhole(q); place != "" {
			c.holdPeople(t, q, place)
			continue
		}
		if c.roleAt(0, "of") && q != c.qs[0] && area == facts.Own {
			continue // some of those whom the clause begins with
		}
		list := c.localities()
		if len(list) > 1 && !q.hasArea {
			if c.has(language.IsTogether) >= 0 && !c.is(q.i+1, language.IsMove, language.IsBeside) {
				c.peopleOf(t, list, q)
			}
			continue // of each of several nothing is read
		}
		if c.ofFigure(q) || c.roleAt(c.prev(q.i), "of") && len(c.qs) > 1 && area != facts.Own {
			continue // "44% of the 118,400 people who live here"
		}
		if c.has(language.IsMove, language.IsTimes) < 0 {
			c.holdPeople(t, q, area)
		}
	}
}

// inLocalities reports whether all that is from item i on is in how many localities people live.
func (c *clause) inLocalities(i int) bool {
	return c.roleAt(i, "in") && c.is(c.next(i), language.IsQuantity) && !slices.ContainsFunc(c.items[c.next(i)+1:], func(x *lex.Item) bool {
		return x.Class != language.IsPlain && !(x.Class == language.IsSubject && x.Thing.ID == "count:localities")
	})
}

// ofFigure reports whether a figure is a part of another: "28,000 of our 118,400 residents".
func (c *clause) ofFigure(q *placed) bool {
	n := c.next(q.i)
	if !c.roleAt(n, "of") {
		return false
	}
	for n++; n < len(c.items) && (c.items[n].Class == language.IsPlain || c.items[n].Class == language.IsArea); n++ {
	}
	return c.is(n, language.IsQuantity)
}

// holdPeople holds a figure against the people who live in a place.
func (c *clause) holdPeople(t *facts.Thing, q *placed, area string) {
	behind := c.passage.Lower[q.End:]
	for _, some := range []string{" people who are registered ", " people of working age", " people aged under ", " people, not counting "} {
		if strings.HasPrefix(behind, some) {
			return // of some of them
		}
	}
	v, ok := c.facts.At(t, facts.FaceValue, area, c.facts.Year)
	if !ok {
		return
	}
	q.used = true
	cl := c.tell(saysCount, q.Item, t, area, []facts.Way{{Truth: facts.TruthOf(facts.Fits(q.Q.In(), v)), Expected: v.Display, Evidence: facts.Proof(v, c.facts.Year), Year: c.facts.Year}})
	cl.Quantity = q.Q.Bounds()
	c.slipOfLevel(cl, t, facts.FaceValue, area, q.Q, nil)
	c.messageOfPeople(cl, q.Item, area)
}

// peopleOfPlace reads "for the 31,900 people of South Ardenmuir" and "Glenside's 38,100
// residents", whatever else the clause says.
func (c *clause) peopleOfPlace(t *facts.Thing) {
	if c.mood != "" || c.not {
		return
	}
	for _, q := range c.qs {
		n, area := q.i+1, ""
		if q.used || q.Q.Unit != facts.Bare || q.Q.Per != 0 || q.Q.Ref != nil || q.Q.Fraction || q.Q.Value == nil || n >= len(c.items) || !slices.Contains([]string{"people", "residents", "inhabitants"}, c.items[n].Text) {
			continue
		}
		behind := n + 1
		switch {
		case c.roleAt(behind, "of") && c.is(behind+1, language.IsArea) && q.i > 0 && c.items[q.i-1].Text == "the":
			area, behind = c.items[behind+1].Area, behind+2
		case q.i > 0 && c.is(q.i-1, language.IsArea) && c.items[q.i-1].Possessive:
			area = c.items[q.i-1].Area
		default:
			continue
		}
		if behind < len(c.items) && slices.Contains([]string{"who", "whose", "with", "aged", "in", "on", "over", "under", "that"}, c.items[behind].Text) || c.is(behind, language.IsQuantity) ||
			!c.near(t, facts.FaceValue, area, q.Q, exact.Rat(2, 3), exact.Rat(3, 2)) && !c.facts.PeopleSomewhere(t, q.Q) {
			continue // some of them
		}
		c.holdPeople(t, q, area)
	}
}

// messageOfPeople says whose people a contradiction is of.
func (s *statement) messageOfPeople(cl *Claim, it *lex.Item, area string) {
	if cl.Verdict != Contradicted {
		return
	}
	said := claim.Quoted(s.textOf(it.Start, it.End))
	_, slip, _ := strings.Cut(cl.Message, "; the data have "+cl.Expected)
	cl.Message = "the text gives " + s.facts.Place(area) + " a population of " + said + "; apr.yaml has " + cl.Expected + strings.TrimPrefix(slip, " in "+facts.YearName(s.facts.Year))
	for _, o := range s.facts.Things {
		if v, ok := s.facts.At(s.population, facts.FaceValue, o.ID, s.facts.Year); ok && facts.IsLocality(o.ID) && o.ID != area && facts.Fits(it.Q.In(), v) {
			cl.Slip = "other-area"
			cl.Message += "; " + said + " live in " + s.facts.Place(o.ID)
			return
		}
	}
}

// morePeople reads "fewer people live in Strathmoor than in Glenside".
func (c *clause) morePeople(t *facts.Thing) bool {
	two := c.localitiesNamed()
	m := c.has(language.IsMove, language.IsBeside)
	if len(two) != 2 || m < 0 || c.items[m].Class == language.IsMove && !c.items[m].Adj || c.items[m].Judge || c.items[m].N == 0 || c.has(language.IsLives) < 0 || len(c.qs) > 0 || c.has(language.IsFace, language.IsBase) >= 0 {
		return false
	}
	second := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Is(two[1].ID) })
	if k := c.prev(second); !c.is(k, language.IsThan, language.IsBeside) && !(c.is(k, language.IsRole) && (strings.HasPrefix(c.items[k].Text, "than") || c.is(c.prev(k), language.IsThan, language.IsBeside))) {
		return false
	}
	a, okA := c.facts.At(t, facts.FaceValue, two[0].ID, c.facts.Year)
	b, okB := c.facts.At(t, facts.FaceValue, two[1].ID, c.facts.Year)
	w := facts.Way{Year: c.facts.Year}
	if okA && okB {
		w.Truth = facts.TruthOf(a.Exact.Cmp(b.Exact) == c.items[m].N)
		w.Expected = c.facts.Place(two[0].ID) + " " + a.Display + " people and " + c.facts.Place(two[1].ID) + " " + b.Display
		w.Evidence = append(facts.Proof(a, c.facts.Year), facts.Proof(b, c.facts.Year)...)
	}
	cl := c.tell(saysComparison, c.items[m], t, two[0].ID, []facts.Way{w})
	cl.Comparator = c.items[m].Text
	return true
}

// peopleOf holds a figure against the people of several localities together.
func (c *clause) peopleOf(t *facts.Thing, list []*facts.Thing, q *placed) {
	sum, w := new(big.Rat), facts.Way{Year: c.facts.Year}
	for _, l := range list {
		v, ok := c.facts.At(t, facts.FaceValue, l.ID, c.facts.Year)
		if !ok {
			return
		}
		sum.Add(sum, v.Exact)
		w.Evidence = append(w.Evidence, facts.Proof(v, c.facts.Year)...)
	}
	w.Truth, w.Expected = facts.TruthOf(q.Q.In().Has(sum)), number.Format(float64(sum.Num().Int64()), 0)
	q.used = true
	cl := c.tell(saysCount, q.Item, t, facts.Own, []facts.Way{w})
	cl.Quantity = q.Q.Bounds()
}

// populationShare reads "44% of the population": a locality's share of the people.
func (c *clause) populationShare(t *facts.Thing, area string) bool {
	if c.ofSeveralPlaces() {
		return false // peopleTogether reads it
	}
	if c.lead == "and" && facts.IsLocality(area) && len(c.localitiesNamed()) == 0 {
		area = c.lastLocality(area) // "but the south is the larger and home to 56% of the population"
	}
	if only := c.onlyLocality(); c.lead == "where" && only != "" && !facts.IsLocality(area) {
		area = only // "in Strathmoor, where 44% of our residents live"
	}
	i := c.has(language.IsLives)
	goesOn := i < 0 && c.peopled && len(c.qs) == 1 && !slices.ContainsFunc(c.items, func(x *lex.Item) bool {
		return x.Class != language.IsPlain && x.Class != language.IsArea && x.Class != language.IsQuantity
	})
	if i < 0 && !goesOn || !facts.IsLocality(area) || c.has(language.IsMove, language.IsTimes, language.IsStable, language.IsBase, language.IsFace) >= 0 {
		return false
	}
	if c.is(i+1, language.IsQuantity) && c.items[i+1].Q.Unit == facts.Bare && c.items[i+1].Q.Hedged && !exact.MoreThan(c.items[i+1].Q.Value, 110) {
		return false // "of the population over 75"
	}
	told := false
	for _, q := range c.qs {
		if q.Q.Unit != facts.Percent || q.Q.Ref != nil || q.years != nil && q.years[0] != c.facts.Year || c.ofFigure(q) || c.ofPeopleThere(q) {
			continue
		}
		w := facts.Way{Year: c.facts.Year}
		part, okP := c.facts.At(t, facts.FaceValue, area, c.facts.Year)
		whole, okW := c.facts.At(t, facts.FaceValue, facts.Own, c.facts.Year)
		if okP && okW && whole.Exact.Sign() > 0 {
			p := new(big.Rat).Quo(part.Exact, whole.Exact)
			p.Mul(p, exact.Rat(100, 1))
			w.Truth, w.Expected, w.Evidence = facts.TruthOf(facts.Fits(q.Q.In(), facts.Value{Exact: p, Shown: facts.ShownPercent(p)})), p.FloatString(1)+"%, or "+part.Display+" people", facts.Proof(part, c.facts.Year)
		}
		q.used, told, c.peopled = true, true, true
		cl := c.tell(saysShare, q.Item, t, area, []facts.Way{w})
		cl.Quantity, cl.Unit = q.Q.Bounds(), facts.Percent
		if cl.Verdict == Contradicted {
			cl.Message = "the text gives " + c.facts.Place(area) + " " + c.textOf(q.Start, q.End) + " of the population; it has " + w.Expected
			cl.Hint = "correct the share"
		}
	}
	return told
}

// onlyLocality is the only place that the sentence names where that is a locality.
func (s *statement) onlyLocality() (only string) {
	for i := range s.items {
		if it := &s.items[i]; it.Class == language.IsArea && it.Area != only && it.Area != facts.Own {
			if only != "" || !facts.IsLocality(it.Area) {
				return ""
			}
			only = it.Area
		}
	}
	return only
}

// populous reads "is the smallest of the three localities" where the sentence speaks
// of people.
func (c *clause) populous(t *facts.Thing, area string) bool {
	i := c.has(language.IsExtreme)
	if i < 0 || slices.Contains(costly, c.items[i].Text) || c.items[i].Word == "of the localities" && len(c.all) > 1 || c.items[i].Judge || !facts.IsLocality(area) || c.has(language.IsFace, language.IsBase, language.IsMove) >= 0 || len(c.localities()) > 1 ||
		!strings.HasSuffix(c.items[i].Text, "locality") && !c.says("localities", "locality") && !slices.ContainsFunc(c.subjects, func(o *facts.Thing) bool { return o.ID == "count:localities" }) {
		return false
	}
	if c.ofLand() {
		return false // "the largest of our three localities by area"
	}
	if c.says("figure", "figures", "rate", "rates", "result", "results", "score", "scores", "percentage", "proportion", "share") {
		return false // "the lowest figure of the three localities"
	}
	if c.says("used", "use", "uses", "using", "took", "seen", "told", "came", "went") {
		return false // "fewer people in Glenside used the service than in any other locality"
	}
	rank := max(c.place(i), 1)
	people := language.AnyOf(c.statement.items, func(x *lex.Item) bool {
		return x.Class == language.IsLives || x.Text == "people" || x.Text == "residents"
	})
	w := facts.Way{Year: c.facts.Year}
	if v, ok := c.facts.At(t, facts.FaceValue, area, c.facts.Year); ok {
		w.Expected, w.Evidence = c.facts.Place(area)+" has "+v.Display+" people", facts.Proof(v, c.facts.Year)
		beyond := 0
		for _, o := range c.facts.Things {
			if o.Group != "locality" {
				continue
			}
			if ov, ok := c.facts.At(t, facts.FaceValue, o.ID, c.facts.Year); ok && ov.Exact.Cmp(v.Exact) == c.items[i].N {
				beyond++
				w.Expected += ", and " + c.facts.Place(o.ID) + " " + ov.Display
			}
		}
		w.Truth = facts.TruthOf(beyond == rank-1)
	}
	if m := c.things[area]; !people && m != nil && w.Truth == facts.No && c.facts.Group(m, facts.FaceSpend, c.facts.Year, c.items[i].N, rank).Truth != facts.No {
		w.Truth = facts.Unknown // it may be of spending
	}
	cl := c.tell(saysCount, c.items[i], t, area, []facts.Way{w})
	cl.Comparator = c.items[i].Text
	if cl.Verdict == Contradicted {
		cl.Message = "the text calls " + c.facts.Place(area) + " the " + c.items[i].Text + "; " + w.Expected
		switch {
		case c.items[i].Word == "of the localities":
			cl.Message = "the text says that " + c.facts.Place(area) + " has " + map[int]string{1: "more", -1: "fewer"}[c.items[i].N] + " people than the other localities; " + w.Expected
		case slices.Contains([]string{"most", "fewest", "least"}, c.items[i].Text):
			cl.Message = "the text says that " + c.facts.Place(area) + " has the " + c.items[i].Text + " people; " + w.Expected
		}
	}
	return true
}

// peopleOfWhom reads how many of the people of the whole area live in one of its localities:
// "118,400 people, of whom 38,100 live in Glenside".
func (c *clause) peopleOfWhom(t *facts.Thing) {
	if c.mood != "" || c.not || len(c.qs) != 1 || len(c.subjects) > 0 || c.has(language.IsLives) < 0 {
		return
	}
	q := c.qs[0]
	n := q.i + 1
	ofThem := c.says("whom") && (c.roleAt(0, "of") && q.i <= 3 || c.roleAt(n, "of") && n+1 < len(c.items) && c.items[n+1].Text == "whom")
	if !ofThem || q.used || q.Q.Unit != facts.Bare || q.Q.Fraction || q.Q.Value == nil || slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsUnknown && x.Text != "whom" }) {
		return
	}
	list := c.localitiesNamed()
	whole, ok := c.facts.At(t, facts.FaceValue, facts.Own, c.facts.Year)
	if !ok || len(list) != 1 || !language.AnyOf(c.statement.items, func(x *lex.Item) bool {
		return x.Class == language.IsQuantity && x.Q != q.Q && x.Q.Ref == nil && x.Q.Unit == facts.Bare && !x.Q.Fraction && x.Q.Value != nil && facts.Fits(x.Q.In(), whole)
	}) {
		return
	}
	area := list[0].ID
	c.holdPeople(t, q, area)
}
