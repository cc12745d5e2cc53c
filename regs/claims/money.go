package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/internal/source"
)

// isMoney reports whether the clause can be about an amount: it names one, or a
// figure of it is in pounds.
func (c *clause) isMoney() bool {
	if len(c.subjects) > 0 {
		return !slices.ContainsFunc(c.subjects, func(t *Thing) bool { return t.Kind != isMoney })
	}
	if c.statement.subject != nil && c.statement.subject.Kind != isMoney && c.statement.subject.Unit != pounds {
		return slices.ContainsFunc(c.qs, func(q *placed) bool { return q.q.unit == pounds && q.q.ref == nil }) && c.hasFace(spend) >= 0
	}
	return !(c.statement.subject != nil && c.statement.subject.Kind == isMeasure)
}

// amountsOf are the amounts that the clause can be about, each reading a list
// that is added up.
func (c *clause) amountsOf() (readings [][]*Thing, explicit bool) {
	if c.unknown != "" || c.narrowed || c.dangles() {
		return nil, false
	}
	subjects := c.subjects
	area, set, _, _ := c.area0()
	if set && area != own && len(subjects) > 0 {
		return nil, false // of a service in a place nothing is known
	}
	if c.lead == "," && len(c.listed) > 0 && len(subjects) > 0 {
		subjects = append(slices.Clone(c.listed), subjects...)
	}
	switch {
	case len(subjects) == 1:
		return [][]*Thing{{subjects[0]}}, true
	case len(subjects) > 1:
		for _, t := range subjects {
			if t.Group != subjects[0].Group {
				return nil, false
			}
		}
		return [][]*Thing{subjects}, true
	}
	if name, found := strings.CutPrefix(area, "locality:"); set && found {
		return [][]*Thing{{c.things["locality:"+name]}}, true
	}
	if set && area != own {
		return nil, false
	}
	if c.lead == "(" && c.after != nil && c.after.class == isSubject && c.after.thing.Kind == isMoney {
		return [][]*Thing{{c.after.thing}}, true
	}
	if c.statement.subject != nil && c.statement.subject.Kind == isMoney {
		return [][]*Thing{{c.statement.subject}}, true
	}
	if c.only != nil && c.only.Kind == isMoney && c.lead == "" {
		return [][]*Thing{{c.only}}, true
	}
	if len(c.all) > 0 {
		return nil, false
	}
	total := []*Thing{c.things["total"]}
	if total[0] == nil {
		return nil, false
	}
	switch {
	case c.locality != "":
		if t := c.things["locality:"+c.locality]; t != nil {
			return [][]*Thing{{t}, total}, false
		}
	case c.statement.reader.money != nil:
		return [][]*Thing{{c.statement.reader.money}, total}, false
	}
	return [][]*Thing{total}, false
}

// amount is a thing that adds others up.
func (f *Facts) amount(list []*Thing) *Thing {
	if len(list) == 1 {
		return list[0]
	}
	sum := &Thing{ID: "sum", Kind: isMoney, Unit: pounds, Better: -1, Group: list[0].Group}
	var names []string
	for _, t := range list {
		names = append(names, t.Title)
	}
	sum.Title = strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
	for y := f.First; y <= f.Year; y++ {
		for _, face := range []Face{spend, plan, variance, share} {
			total, all := new(big.Rat), true
			for _, t := range list {
				v, ok := f.at(t, face, own, y)
				if all = all && ok; ok {
					total.Add(total, v.Exact)
				}
			}
			if all {
				sum.set(face, own, y, Value{Exact: total, Display: inWords(total, face), Place: f.placeOf(list[0], face, y)})
			}
		}
	}
	return sum
}

func (f *Facts) placeOf(t *Thing, face Face, y int) (at source.Position) {
	v, _ := f.at(t, face, own, y)
	return v.Place
}

// inWords is an amount or a share as texts have it.
func inWords(v *big.Rat, face Face) string {
	if face == share {
		return v.FloatString(1) + "%"
	}
	m := new(big.Rat).Quo(v, rat(1_000_000, 1))
	s := "£" + new(big.Rat).Abs(m).FloatString(1) + "m"
	if face == variance {
		name := "an underspend of "
		if v.Sign() < 0 {
			name = "an overspend of "
		}
		return name + s
	}
	return s
}

// moneyClaims reads claims about amounts.
func (c *clause) moneyClaims() {
	c.cutVariance()
	lists, explicit := c.amountsOf()
	if lists == nil || lists[0][0] == nil {
		return
	}
	if lists[0][0].Kind != isMoney {
		return
	}
	var things []*Thing
	for _, l := range lists {
		things = append(things, c.facts.amount(l))
	}
	t := things[0]
	tm := c.times()
	if c.variances(things, tm) {
		return
	}
	face := c.moneyFace()
	c.shares(things, tm)
	if c.has(isExtreme) >= 0 && t.Group != "" {
		c.largest(t, face)
	}
	if c.moved0(things, face, tm, explicit) {
		return
	}
	c.moneyLevels(things, face, tm, explicit)
}

// cutVariance leaves out what is said of an overspend behind its amount: "the
// overspend of £2.8m was met from reserves".
func (c *clause) cutVariance() {
	for _, q := range c.qs {
		n := q.i + 1
		if q.role != isVariance || n >= len(c.items) || !slices.Contains([]string{"was", "were", "is", "has", "had", "will"}, c.items[n].text) {
			continue
		}
		if slices.ContainsFunc(c.items[:n], func(x *item) bool { return x.class == isUnknown }) {
			return
		}
		c.items, c.unknown = c.items[:n], ""
		c.qs = slices.DeleteFunc(c.qs, func(o *placed) bool { return o.i >= n })
		return
	}
}

// moneyFace is which of an amount's figures the clause is about.
func (c *clause) moneyFace() Face {
	for i := range c.items {
		if it := c.items[i]; it.class == isSubject && it.thing.ID == "total" && spends(it.text) {
			return spend
		}
		if it := c.items[i]; it.class == isFace {
			switch it.face {
			case spend, plan, funding:
				return it.face
			}
		}
		if c.items[i].class == isBase && c.items[i].face == share && !slices.ContainsFunc(c.qs, func(q *placed) bool { return q.q.unit == percent }) {
			return funding
		}
	}
	if c.statement.face != "" {
		return c.statement.face
	}
	return ""
}

// spends reports whether the name of the whole says that it is of spending.
func spends(name string) bool {
	return strings.Contains(name, "spen") || strings.Contains(name, "expenditure") || strings.Contains(name, "outturn")
}

// variances reads over- and underspends: their way, size and runs.
func (c *clause) variances(things []*Thing, tm times) bool {
	i := c.has(isFace)
	sign, found := 0, false
	for k := range c.items {
		if it := c.items[k]; it.class == isFace && it.face == variance {
			if found && it.n != sign {
				return false
			}
			i, sign, found = k, it.n, true
		}
	}
	if !found {
		return c.moreThanPlanned(things, tm)
	}
	if sign == 0 || c.has(isMove) >= 0 && !c.items[c.has(isMove)].adj || c.has(isExtreme) >= 0 {
		return false
	}
	word := c.items[i]
	if strings.HasSuffix(word.text, "spends") && c.has(isRow, isEach) < 0 {
		return false // several, and not of one year
	}
	years := c.atYears(things[0], variance, own, tm)
	if r := c.has(isRow, isEach); r >= 0 {
		n, _ := c.howMany(r, things[0], variance, own)
		if n > 0 && !c.not {
			cl := c.tell(saysRun, word, things[0], own, []way{c.facts.spent(things[0], years[0], n, sign)})
			cl.Comparator = word.text
		}
		return n > 0
	}
	told := false
	for _, q := range c.qs {
		if q.role != isVariance && !(q.role == isLevel && q.q.unit == pounds && q.q.ref == nil && len(c.qs) == 1) || q.q.unit != pounds || q.q.ref != nil {
			continue
		}
		if c.not {
			return true
		}
		var ways []way
		for _, t := range things {
			for _, y := range years {
				w := c.facts.level(t, variance, own, y, q.q)
				if v, ok := c.facts.at(t, variance, own, y); ok && v.Exact.Sign() != sign {
					w.truth = no
				}
				ways = append(ways, w)
			}
		}
		q.used, told = true, true
		cl := c.tell(saysVariance, q.item, things[0], own, ways)
		cl.Quantity, cl.Unit, cl.Comparator = q.q.bounds(), pounds, word.text
		c.slipOfVariance(cl, things[0], years[0], sign, q.q)
	}
	if told {
		return true
	}
	var ways []way
	for _, t := range things {
		for _, y := range years {
			v, ok := c.facts.at(t, variance, own, y)
			w := way{year: y}
			if ok {
				w.truth, w.expected, w.evidence = truthOf(v.Exact.Sign() == sign), v.Display, proof(v, y)
				if c.not {
					w.truth = w.truth.not()
				}
			}
			ways = append(ways, w)
		}
	}
	cl := c.tell(saysVariance, word, things[0], own, ways)
	cl.Comparator, cl.Negated = word.text, c.not
	if cl.Verdict == Contradicted {
		cl.Slip = "the other way"
	}
	for _, q := range c.qs {
		if q.q.ref != nil {
			q.used = true
		}
	}
	return true
}

// moreThanPlanned reads "In the end we spent more" behind a sentence about the
// plan.
func (c *clause) moreThanPlanned(things []*Thing, tm times) bool {
	i := c.has(isMove)
	if i < 0 || !c.items[i].adj || !c.planned || c.hasFace(spend) < 0 || len(c.qs) > 0 || c.has(isThan, isArea) >= 0 && !c.items[max(c.has(isArea), 0)].is(own) || c.not {
		return false
	}
	y := c.atYears(things[0], variance, own, tm)[0]
	v, ok := c.facts.at(things[0], variance, own, y)
	if !ok {
		return false
	}
	cl := c.tell(saysVariance, c.items[i], things[0], own, []way{{truth: truthOf(v.Exact.Sign() == -c.items[i].n), expected: v.Display, evidence: proof(v, y), year: y}})
	cl.Comparator = c.items[i].text
	if cl.Verdict == Contradicted {
		cl.Slip = "the other way"
	}
	return true
}

func (it *item) is(area string) bool { return it.class == isArea && it.area == area }

// shares reads "12.0% of the money paid to or set aside", "a fifth of spending".
func (c *clause) shares(things []*Thing, tm times) {
	if things[0].ID == "total" {
		return
	}
	base := c.has(isBase)
	took := c.says("accounted for", "accounts for", "account for", "took", "takes", "received", "absorbed", "represents", "represented") || c.says("accounted", "accounts", "account", "share", "proportion", "made", "makes", "percentage")
	if base < 0 && !took || c.moves() && c.deltas() || c.not {
		return
	}
	for _, q := range c.qs {
		if q.used || q.q.unit != percent || q.q.ref != nil || q.role != isLevel && q.role != isFrom && q.role != isOther {
			continue
		}
		years := q.years
		if years != nil {
			years = c.resolve(things[0], share, years)
		} else if q.role != isLevel {
			for y := c.facts.Year; y >= c.facts.First; y-- {
				years = append(years, y)
			}
		} else {
			years = c.atYears(things[0], share, own, tm)
		}
		var ways []way
		for _, t := range things {
			if t.ID == "total" {
				continue
			}
			for _, y := range years {
				ways = append(ways, c.facts.level(t, share, own, y, q.q))
				if w := c.facts.ofAll(t, y, q.q); base < 0 || c.items[base].face == ofSpend {
					ways = append(ways, w)
				}
			}
		}
		q.used = true
		cl := c.tell(saysShare, q.item, things[0], own, ways)
		cl.Quantity, cl.Unit = q.q.bounds(), percent
		c.slipOfLevel(cl, things[0], share, own, q.q, ways)
	}
}

// ofAll holds a share of all spending.
func (f *Facts) ofAll(t *Thing, y int, q *quantity) way {
	w := way{year: y}
	var total *Thing
	for _, o := range f.Things {
		if o.ID == "total" {
			total = o
		}
	}
	if total == nil {
		return w
	}
	part, ok1 := f.at(t, spend, own, y)
	whole, ok2 := f.at(total, spend, own, y)
	if !ok1 || !ok2 || whole.Exact.Sign() <= 0 {
		return w
	}
	p := new(big.Rat).Quo(part.Exact, whole.Exact)
	p.Mul(p, rat(100, 1))
	w.truth, w.expected, w.evidence = truthOf(fits(q.in(), Value{Exact: p, Shown: shownPercent(p)})), p.FloatString(1)+"% of all spending", proof(part, y)
	return w
}

// largest reads "the second largest matter".
func (c *clause) largest(t *Thing, face Face) {
	e := c.has(isExtreme)
	groups := map[string][]string{"matter": {"matter", "matters"}, "locality": {"locality", "localities"}, "service": {"service", "services"}, "care group": {"group", "groups"}, "partner": {"partner", "partners"}}
	rank := max(c.place(e), 1)
	if c.not || c.says("one", "increase", "rise", "overspend", "growth") || c.items[e].judge || c.moves() {
		return
	}
	named := c.says(groups[t.Group]...)
	if !named && !(t.Group == "matter" && (c.says("heading") || c.says("area", "areas") && (c.hasFace(spend) >= 0 || c.has(isBase) >= 0))) && !(c.has(isBase) >= 0 && c.says("share", "part")) {
		return
	}
	if t.Group == "service" {
		return // services are the authority's own cut
	}
	if face == "" {
		face = spend
	}
	cl := c.tell(saysRank, c.items[e], t, own, []way{c.facts.group(t, face, c.facts.Year, c.items[e].n, rank)})
	cl.Comparator = c.items[e].text
}

// moved0 reads how an amount changed.
func (c *clause) moved0(things []*Thing, face Face, tm times, explicit bool) bool {
	if c.has(isMove, isTimes, isStable) < 0 || face == plan || face == funding && things[0].ID != "total" {
		return false
	}
	if face == "" && !explicit {
		return false
	}
	if face == "" {
		face = spend
	}
	if c.has(isBase) >= 0 {
		face = share
	}
	t := things[0]
	if c.runs(t, face, own, tm) {
		return true
	}
	c.changes(t, face, own, "", false, tm)
	return false
}

// moneyLevels reads "cost £29.8m", "spent £160.6m", "a budget of £247.6m".
func (c *clause) moneyLevels(things []*Thing, face Face, tm times, explicit bool) {
	for _, q := range c.qs {
		if q.used || q.q.unit != pounds || q.q.ref != nil || q.role == isDelta || q.role == isVariance || q.role == isGap || q.role == isGoal || q.role == isWhole || c.not {
			continue
		}
		f := face
		if q.role == isPlan || q.role == isOther && c.hasFace(plan) >= 0 && face != plan {
			f = plan
		}
		near := [2]*big.Rat{rat(1, 10), rat(10, 1)}
		if f == "" {
			f, near = spend, [2]*big.Rat{rat(5, 8), rat(8, 5)}
			if !explicit {
				continue
			}
		}
		if !explicit && f != plan && !c.whole() {
			near = [2]*big.Rat{rat(7, 10), rat(14, 10)}
		}
		years := q.years
		switch {
		case years != nil:
			years = c.resolve(things[0], f, years)
		case q.role == isFrom || q.role == isOther && f != plan:
			if years = c.resolve(things[0], f, tm.base); years == nil {
				for y := c.facts.Year; y >= c.facts.First; y-- {
					years = append(years, y)
				}
			}
		default:
			years = c.atYears(things[0], f, own, tm)
		}
		var ways []way
		close := false
		for _, t := range things {
			close = close || c.near(t, f, own, q.q, near[0], near[1]) || explicit && c.facts.another(t, f, q.q) != nil
			for _, y := range years {
				ways = append(ways, c.facts.level(t, f, own, y, q.q))
				if f == plan && t.ID == "total" {
					ways = append(ways, c.facts.level(t, funding, own, y, q.q))
				}
			}
		}
		if !close {
			continue
		}
		q.used = true
		cl := c.tell(saysValue, q.item, things[0], own, ways)
		cl.Quantity, cl.Unit = q.q.bounds(), pounds
		c.slipOfLevel(cl, things[0], f, own, q.q, ways)
	}
}

// another is another thing of the group that has the figure, or nil.
func (f *Facts) another(t *Thing, face Face, q *quantity) *Thing {
	for _, o := range f.Things {
		if v, ok := f.at(o, face, own, f.Year); ok && o != t && t.Group != "" && o.Group == t.Group && fits(q.in(), v) {
			return o
		}
	}
	return nil
}

// whole reports whether the clause calls its amount the whole.
func (c *clause) whole() bool {
	return slices.ContainsFunc(c.items, func(x *item) bool { return x.class == isSubject && x.thing.ID == "total" })
}

// people reads "Glenside has 38,100 people", "some 118,400 people live in …".
func (c *clause) people() {
	t := c.things["population"]
	if t == nil || c.unknown != "" || c.mood != "" || c.not || len(c.subjects) > 0 {
		return
	}
	area, set, _, _ := c.area0()
	if !set && c.locality != "" && c.says("here", "locality") {
		area, set = "locality:"+c.locality, true
	}
	if !set && !c.says("here") || area == scotland || area == family {
		return
	}
	for _, q := range c.qs {
		if q.q.unit != bare || q.q.per != 0 || q.q.ref != nil || q.q.value == nil || q.q.value.Cmp(rat(500, 1)) < 0 || q.years != nil && q.years[0] != c.facts.Year {
			continue
		}
		n := q.i + 1
		of := n < len(c.items) && (c.items[n].text == "people" || c.items[n].text == "residents" || c.items[n].text == "adults")
		has := c.has(isLives) >= 0 || of && c.says("has", "have", "had") && c.next(q.i) < 0
		if !has || c.items[min(n, len(c.items)-1)].text == "adults" {
			continue
		}
		if q.hasArea {
			area = q.area
		}
		v, ok := c.facts.at(t, value, area, c.facts.Year)
		if !ok || c.has(isMove, isTimes) >= 0 {
			continue
		}
		q.used = true
		cl := c.tell(saysCount, q.item, t, area, []way{{truth: truthOf(fits(q.q.in(), v)), expected: v.Display, evidence: proof(v, c.facts.Year), year: c.facts.Year}})
		cl.Quantity = q.q.bounds()
		c.slipOfLevel(cl, t, value, area, q.q, nil)
	}
}

// counts reads "two inspections", "three of the five recommendations are complete".
func (c *clause) counts() {
	if c.unknown != "" || c.mood != "" {
		return
	}
	var last *Thing
	for i := range c.items {
		if it := c.items[i]; it.class == isSubject && it.thing.Kind == isCount && it.thing != last {
			last = it.thing
			c.count(it.thing, i)
		}
	}
	if last == nil {
		c.count(nil, -1)
	}
}

// count reads what is counted of a thing that stands at an item, or of the one
// that the clause before was about.
func (c *clause) count(t *Thing, at int) {
	if t == nil && c.statement.subject != nil && c.statement.subject.Kind == isCount && !c.narrowed && len(c.subjects) == 0 {
		t = c.statement.subject
	}
	others := slices.ContainsFunc(c.subjects, func(o *Thing) bool { return o.Kind != isCount })
	if t == nil || others || c.locality != "" && t.ID != "count:localities" {
		return
	}
	if tm := c.times(); tm.at != nil && c.resolve(t, value, tm.at)[0] != c.facts.Year {
		return
	}
	status := Face("")
	for i := range c.items {
		if c.items[i].class == isStatus {
			if status != "" && status != c.items[i].face {
				return
			}
			status = c.items[i].face
		}
	}
	if c.not && status == complete {
		status = open
	} else if c.not {
		return
	}
	tell := func(q *placed, it *item, face Face, n Interval) {
		v, ok := c.facts.at(t, face, own, c.facts.Year)
		if !ok {
			return
		}
		if q != nil {
			q.used = true
		}
		what := v.Display
		if face != value {
			what += " " + map[Face]string{complete: "complete", open: "not complete"}[face]
		}
		cl := c.tell(saysCount, it, t, own, []way{{truth: truthOf(n.has(v.Exact)), expected: what, evidence: proof(v, c.facts.Year), year: c.facts.Year}})
		cl.Quantity, cl.Comparator = &n, string(face)
		if cl.Verdict == Contradicted {
			cl.Slip = "another count"
		}
	}
	var numbers []*placed
	for _, q := range c.qs {
		if q.q.unit == bare && q.q.per == 0 && q.q.ref == nil && q.q.value != nil && q.q.value.IsInt() && q.q.value.Cmp(rat(100, 1)) < 0 {
			numbers = append(numbers, q)
		}
	}
	switch {
	case t.ID == "count:localities":
		if len(numbers) == 1 && at > 0 && c.prev(at) == numbers[0].i && status == "" {
			p := numbers[0].i - 1
			if p >= 0 && slices.Contains([]string{"into", "our", "the", "its", "all", "has", "these", "identifies"}, c.items[p].text) || p >= 0 && c.lead == "," && c.roleAt(p, "in") && p == 0 {
				tell(numbers[0], numbers[0].item, value, numbers[0].q.in())
			}
		}
	case len(numbers) == 2 && at > numbers[1].i && c.roleAt(c.prev(numbers[1].i), "of") && status != "":
		tell(numbers[0], numbers[0].item, status, numbers[0].q.in())
		tell(numbers[1], numbers[1].item, value, numbers[1].q.in())
	case len(numbers) == 1 && status != "" && (at < 0 || c.next(numbers[0].i) == at || c.roleAt(c.next(numbers[0].i), "of")):
		tell(numbers[0], numbers[0].item, status, numbers[0].q.in())
	case status == "" && at >= 0:
		for _, q := range numbers {
			if c.next(q.i) == at {
				tell(q, q.item, value, q.q.in())
			}
		}
	case len(numbers) == 0 && status == complete && at >= 0 && c.says("all", "every", "each"):
		if v, ok := c.facts.at(t, value, own, c.facts.Year); ok && v.Exact.Sign() > 0 {
			tell(nil, c.items[at], complete, Interval{Low: v.Exact, High: v.Exact})
		}
	}
}
