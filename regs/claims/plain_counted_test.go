package claims

import (
	"fmt"
	"math/big"
	"strings"

	"apr/internal/number"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
)

// countedNames are what local measures count, and a word for those of whom they are.
var countedNames = map[string][2]string{"CM01": {"people waiting for care at home", "people"}, "MSG4": {"bed days of delayed discharge", "days"}, "AM1": {"children looked after away from home", "children"}}

// ofCounted is about what one locality has of what a measure counts.
func (m *plainPlaces) ofCounted() (string, string) {
	var measures []*facts.Thing
	for _, t := range m.f.Things {
		if countedNames[t.Code][0] != "" && t.Kind == facts.Measure {
			measures = append(measures, t)
		}
	}
	t := measures[m.r.IntN(len(measures))]
	what, who := countedNames[t.Code][0], countedNames[t.Code][1]
	i := m.r.IntN(len(m.localities))
	l := m.localities[i]
	v, _ := m.f.At(t, facts.FaceValue, l.ID, m.f.Year)
	w, _ := m.f.At(t, facts.FaceValue, facts.Own, m.f.Year)
	whole := number.Format(float64(w.Exact.Num().Int64()), 0)
	x, n := m.called(l), v.Exact.Num().Int64()
	part := func() string { return m.inParts(v.Exact, w.Exact) }
	right := func() string { return m.still(part) }
	k := m.r.IntN(9)
	m.kind = fmt.Sprint("counted ", k, " ", t.Code)
	place := "regulation-3.outcomes[0].assessment"
	switch k {
	case 0:
		return place, fmt.Sprintf("At the year end there were %s %s. %s of these %s, %s in all, %s %s.", whole, what, upper(right()), who, m.count(n), m.pick("were", "are", "came from", "belong to"), m.from(x))
	case 1:
		return place, fmt.Sprintf("There were %s %s; %s of them, %s, were %s.", whole, what, part(), m.still(func() string { return m.count(n) }), m.in(x))
	case 2:
		return place, fmt.Sprintf("%s had %s of the %s %s.", upper(x), m.count(n), whole, what)
	case 3:
		return place, fmt.Sprintf("%s of the %s %s were %s.", m.count(n), whole, what, m.in(x))
	case 4:
		return place, fmt.Sprintf("%s accounts for %s of %s.", upper(x), part(), what)
	case 5:
		return place, fmt.Sprintf("%s %s had %s, %s of the total.", m.pick("In all,", "In short,", "At the end of the year"), x, m.still(func() string { return m.count(n) })+" "+what, part())
	case 6:
		o := m.localities[(i+1)%len(m.localities)]
		vo, _ := m.f.At(t, facts.FaceValue, o.ID, m.f.Year)
		return place, fmt.Sprintf("Of the %s %s, %s were %s and %s %s.", whole, what, m.still(func() string { return m.count(n) }), m.in(x), m.count(vo.Exact.Num().Int64()), m.in(m.called(o)))
	case 7:
		return place, fmt.Sprintf("%s %s were %s, %s of all %s.", m.count(n), what, m.in(x), right(), whole)
	}
	return place, fmt.Sprintf("From %s there were %s %s, %s.", x, m.count(n), what, m.still(func() string { return part() + " of the total" }))
}

// from is a preposition with a place.
func (m *plainPlaces) from(name string) string {
	return "from " + name
}

// byBody is about the recommendations of each scrutiny body.
func (m *plainPlaces) byBody() (string, string) {
	t := m.thing("count:recommendations")
	if t == nil {
		return "", ""
	}
	type body struct {
		name string
		n    int64
	}
	var all []body
	for _, b := range []string{"the Care Inspectorate", "Healthcare Improvement Scotland"} {
		if v, ok := m.f.At(t, facts.FaceValue, "body:"+strings.ToLower(strings.TrimPrefix(b, "the ")), m.f.Year); ok {
			all = append(all, body{b, v.Exact.Num().Int64()})
		}
	}
	if len(all) != 2 {
		return "", ""
	}
	sum := m.plainWord(all[0].n + all[1].n)
	m.r.Shuffle(2, func(i, k int) { all[i], all[k] = all[k], all[i] })
	a, b := all[0].n, all[1].n
	if m.turned {
		a, b = b, a
	}
	x, y := m.plainWord(a), m.plainWord(b)
	k := m.r.IntN(7)
	m.kind = fmt.Sprint("bodies ", k)
	place := "regulation-7.introduction"
	switch k {
	case 0:
		return place, fmt.Sprintf("The two inspection reports left us with %s recommendations, %s from %s and %s from %s.", sum, x, all[0].name, y, all[1].name)
	case 1:
		return place, fmt.Sprintf("%s of the %s recommendations came from %s, %s from %s.", upper(x), sum, all[0].name, y, all[1].name)
	case 2:
		return place, fmt.Sprintf("%s made %s recommendations and %s %s.", upper(all[0].name), x, all[1].name, y)
	case 3:
		return place, fmt.Sprintf("Of the %s recommendations, %s were made by %s.", sum, x, all[0].name)
	case 4:
		return place, fmt.Sprintf("There were %s recommendations in all: %s by %s and %s by %s.", sum, x, all[0].name, y, all[1].name)
	case 5:
		return place, fmt.Sprintf("We received %s recommendations (%s from %s and %s from %s).", sum, x, all[0].name, y, all[1].name)
	}
	return place, fmt.Sprintf("%s recommendations are %s's and %s those of %s.", upper(x), strings.TrimPrefix(all[0].name, ""), y, all[1].name)
}

// commitments is about those of the plan or of a priority.
func (m *plainPlaces) commitments() (string, string) {
	var groups []*facts.Tally
	for _, t := range m.f.Tallies {
		if t.Noun == "commitments" && t.Group != "" {
			groups = append(groups, t)
		}
	}
	plan := m.f.TallyOf("commitments", "")
	if plan == nil {
		r := newReader(m.f)
		plan = r.tallies.Learnt
	}
	place := "regulation-3.planning"
	if k := m.r.IntN(6); len(groups) > 0 && k > 1 {
		g := groups[m.r.IntN(len(groups))]
		met, all := g.States[facts.StateMet], m.plainWord(g.All[0])
		n := met
		if m.turned {
			n += int64(1 + m.r.IntN(2))
			if n >= g.All[0] {
				n = met - 1
			}
		}
		name := upper(g.Group)
		m.kind = fmt.Sprint("group ", k)
		switch k {
		case 2:
			return place, fmt.Sprintf("%s %s, with %s of its %s commitments met.", name, m.pick("did well", "delivered most", "is an example", "stands out", "went as planned"), m.plainWord(n), all)
		case 3:
			return place, fmt.Sprintf("Under %s, %s of the %s commitments were met.", g.Group, m.plainWord(n), all)
		case 4:
			return place, fmt.Sprintf("With %s of its %s commitments met, %s %s.", m.plainWord(n), all, g.Group, m.pick("is on course", "did well", "stands out"))
		}
		return place, fmt.Sprintf("%s has met %s of its %s commitments.", name, m.plainWord(n), all)
	}
	if plan == nil || plan.States[facts.StateMet] == 0 {
		return "", ""
	}
	met, all := plan.States[facts.StateMet], plan.All[0]
	k := m.r.IntN(4)
	m.kind = fmt.Sprint("plan's ", k)
	many := m.plainWord(all)
	if all == 12 {
		many = m.pick("dozen", "12", "twelve")
	}
	part := m.inParts(exact.Rat(met, 1), exact.Rat(all, 1))
	switch k {
	case 0:
		return place, fmt.Sprintf("%s of its %s commitments have been met.", upper(part), many)
	case 1:
		return place, fmt.Sprintf("With a year of the plan to run, %s of its %s commitments have been met.", part, many)
	case 2:
		return place, fmt.Sprintf("%s of the plan's commitments were met in full.", upper(part))
	}
	return place, fmt.Sprintf("The plan made %s commitments, of which %s were met.", many, m.word(met))
}

// percentMeasures are local measures in per cent with the words for them, and those of what they are of.
var percentMeasures = map[string][]string{"CM07": {"absence", "sickness absence"}, "CM09": {"the vacancy rate", "vacancies"}, "AM5": {"sickness absence", "absence through sickness"}, "AM2": {"the share of children with a developmental concern"},
	"CM05": {"the share of adult protection inquiries completed in time"}, "AM3": {"the share of community payback orders completed"}, "CM08": {"the share of people seen by alcohol and drug services within three weeks"}}

// nearTarget is about a measure beside its target.
func (m *plainPlaces) nearTarget() (string, string) {
	var measures []*facts.Thing
	for _, t := range m.f.Things {
		if percentMeasures[t.Code] != nil && t.Kind == facts.Measure {
			measures = append(measures, t)
		}
	}
	t := measures[m.r.IntN(len(measures))]
	name := m.pick(percentMeasures[t.Code]...)
	was := "was"
	if name == "vacancies" {
		was = "were"
	}
	v, _ := m.f.At(t, facts.FaceValue, facts.Own, m.f.Year)
	g, _ := m.f.At(t, facts.FaceTarget, facts.Own, m.f.Year)
	before, okB := m.f.At(t, facts.FaceValue, facts.Own, m.f.Year-1)
	gap := new(big.Rat).Sub(v.Exact, g.Exact)
	if gap.Sign() == 0 || !okB {
		return "", ""
	}
	missed := gap.Sign() == -t.Better
	size := new(big.Rat).Abs(gap)
	wrong := new(big.Rat).Add(size, exact.Rat(int64(1+m.r.IntN(2)), 1))
	shown := func(r *big.Rat) string {
		if r.IsInt() {
			return r.FloatString(0)
		}
		return r.FloatString(1)
	}
	is := size
	if m.turned {
		is = wrong
	}
	goal := g.Display
	aim := m.pick("the "+goal+" we aim for", "the "+goal+" that we aim for", "our target of "+goal, "the "+goal+" target", "the "+goal+" we are aiming for", "the target of "+goal)
	halves := []struct {
		n     *big.Rat
		words string
	}{{exact.Rat(1, 2), "half a point"}, {exact.Rat(1, 1), "one point"}, {exact.Rat(1, 1), "a percentage point"}, {exact.Rat(3, 2), "one and a half points"}, {exact.Rat(2, 1), "two points"}, {exact.Rat(3, 1), "three percentage points"}, {exact.Rat(5, 1), "five points"}}
	h := halves[m.r.IntN(len(halves))]
	place := "regulation-3.outcomes[7].assessment"
	k := m.r.IntN(8)
	m.kind = fmt.Sprint("target ", k, " ", t.Code)
	switch k {
	case 0, 1:
		if (size.Cmp(h.n) <= 0) == m.turned {
			return "", ""
		}
		if k == 0 {
			return place, fmt.Sprintf("%s %s %s in the year%s %s of %s.", upper(name), was, v.Display, m.pick(", within", " and so within", ", which is within", ", being within"), h.words, aim)
		}
		return place, fmt.Sprintf("At %s, %s %s within %s of %s.", v.Display, name, was, h.words, aim)
	case 2:
		if !missed {
			return "", ""
		}
		return place, fmt.Sprintf("%s %s %s. Measured against %s, there %s %s percentage points still to find.", upper(name), was, v.Display, aim, m.pick("are", "were"), shown(is))
	case 3:
		if !missed {
			return "", ""
		}
		return place, fmt.Sprintf("%s %s %s, %s %s short of %s.", upper(name), was, v.Display, shown(is), m.pick("percentage points", "points"), aim)
	case 4:
		colour := map[bool]string{true: "over", false: "under"}[gap.Sign() > 0]
		return place, fmt.Sprintf("For %s this is %s %s %s the target and %s.", name, shown(is), m.pick("percentage points", "points"), colour, m.still(func() string { return "a result of " + v.Display }))
	case 5:
		if before.Exact.Cmp(v.Exact) == 0 {
			return "", ""
		}
		better := before.Exact.Cmp(v.Exact) == -t.Better
		return place, fmt.Sprintf("%s %s %s, %s than the year before.", upper(name), was, v.Display, m.pick("", "which is ", "which in percentage terms is ")+m.either(better, "better", "worse"))
	case 6:
		if !missed {
			return "", ""
		}
		return place, fmt.Sprintf("%s %s %s, although %s %s.", upper(name), was, v.Display, m.either(true, "short of", "better than"), aim)
	}
	return place, fmt.Sprintf("%s %s %s and %s %s.", upper(name), was, v.Display, m.either(missed, "misses", "meets"), aim)
}

// throughMeasure is about the part of those whom a measure in per cent counts.
func (m *plainPlaces) throughMeasure() (string, string) {
	t := m.thing("measure:CM02")
	if t == nil {
		return "", ""
	}
	counts := map[string][2]int64{"Strathmoor": {344, 840}, "Glenside": {439, 610}, "Carrick Coast": {375, 480}}
	l := m.localities[m.r.IntN(len(m.localities))]
	n := counts[l.Title]
	x := m.called(l)
	rank := map[string]int{"Carrick Coast": 0, "Glenside": 1, "Strathmoor": 2}[l.Title]
	order := []string{"best", "second best", "worst"}
	o := order[rank]
	if m.turned {
		o = order[(rank+1)%3]
	}
	k := m.r.IntN(4)
	m.kind = fmt.Sprint("through ", k)
	place := "regulation-6.localities[1].measures"
	switch k {
	case 0:
		return place, fmt.Sprintf("Link workers saw %d of the %d people referred %s within three weeks, the %s result of the three localities.", n[0], n[1], m.in(x), o)
	case 1:
		v, _ := m.f.At(t, facts.FaceValue, l.ID, m.f.Year)
		return place, fmt.Sprintf("%s of those referred %s were seen by a link worker within three weeks, the %s %s of the three localities.", upper(m.still(func() string { return m.inParts(v.Exact, exact.Rat(100, 1)) })), m.in(x), o, m.pick("result", "figure"))
	case 2:
		v, _ := m.f.At(t, facts.FaceValue, l.ID, m.f.Year)
		return place, fmt.Sprintf("Of those referred to link workers %s, %s were seen within three weeks.", m.in(x), m.inParts(v.Exact, exact.Rat(100, 1)))
	}
	v, _ := m.f.At(t, facts.FaceValue, l.ID, m.f.Year)
	return place, fmt.Sprintf("In %s %s were seen by a link worker within three weeks, the %s result of the localities, %s.", l.Title, v.Display, o, m.still(func() string {
		return m.either(v.Exact.Cmp(exact.Rat(75, 1)) > 0, "above", "short of") + " the 75% target"
	}))
}
