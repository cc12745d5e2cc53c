package claims

import (
	"math/big"
	"slices"
)

// This file reads what is said of the over- and underspends of several years at once: "the board first overspent in
// 2022/23", "four years of overspending", "the smallest of the four in a row", "turned last year's overspend into an
// underspend".

// firstOfYears reads in which year something first went over or under its budget. It reports whether the clause says
// so.
func (c *clause) firstOfYears(t *Thing, sign, v int, tm times) bool {
	if v < 1 || c.items[v-1].text != "first" && !(c.items[v-1].text == "a" && v > 1 && c.items[v-2].text == "first") || tm.at == nil || c.not || len(c.qs) > 0 || tm.base != nil || tm.over > 0 {
		return false
	}
	year := c.resolve(t, variance, tm.at)[0]
	at, ok := c.facts.at(t, variance, own, year)
	if !ok {
		return true
	}
	w := way{year: year, truth: truthOf(at.Exact.Sign() == sign), expected: at.Display + " in " + yearName(year), evidence: proof(at, year)}
	for y := c.facts.First; y < year; y++ {
		if o, ok := c.facts.at(t, variance, own, y); ok && o.Exact.Sign() == sign {
			w.truth, w.expected, w.evidence = no, o.Display+" in "+yearName(y), proof(o, y)
			break
		}
	}
	cl := c.tell(saysExtreme, c.items[v], t, own, []way{w})
	cl.Comparator = "first"
	return true
}

// largerByPart holds the percentage or the fraction right before the comparative at m against how far two years' over-
// or underspends are from each other: "a quarter more than that of 2024/25".
func (c *clause) largerByPart(t *Thing, m, at, base int, q *placed) {
	from, okFrom := c.facts.at(t, variance, own, base)
	to, okTo := c.facts.at(t, variance, own, at)
	if !okFrom || !okTo || from.Exact.Sign() == 0 {
		return
	}
	d := percentChange(new(big.Rat).Abs(from.Exact), new(big.Rat).Abs(to.Exact))
	if d == nil {
		return
	}
	truth := truthOf(d.Sign() == c.items[m].n && q.q.in().has(new(big.Rat).Abs(d)))
	if shown := percentChange(new(big.Rat).Abs(inMillions(from.Exact)), new(big.Rat).Abs(inMillions(to.Exact))); truth == no && shown != nil && d.Sign() == c.items[m].n && q.q.in().has(shown.Abs(shown)) {
		truth = yes
	}
	q.used = true
	cl := c.tell(saysChange, q.item, t, own, []way{{truth: truth, expected: fromTo(from, to, base, at) + ", which is " + d.FloatString(0) + "% more", year: at, base: base, evidence: append(proof(to, at), proof(from, base)...)}})
	cl.Quantity, cl.Unit, cl.Comparator = q.q.bounds(), percent, c.items[m].text
}

// variedYears reads for how many years there was an over- or underspend, which of those the last was, and what became
// of the one before, of the whole.
func (s *statement) variedYears() {
	total := s.things["total"]
	if total == nil || s.locality != "" || s.reader.money != nil || s.asked || len(s.all) > 0 {
		return
	}
	var faces []int
	for i := range s.items {
		it := &s.items[i]
		if it.class == isFace && it.face == variance && it.n != 0 {
			faces = append(faces, i)
		} else if it.class == isArea && it.area != own || it.class == isFace && it.face != spend {
			return
		}
	}
	if len(faces) == 1 {
		s.yearsOfVarying(total, faces[0])
	}
	switch {
	case s.negated() || s.unsureMood():
	case len(faces) == 1:
		s.extremeOfRow(total, faces[0])
		s.makesRow(total, faces[0])
		s.timesLastYears(total, faces[0])
	case len(faces) == 2:
		s.turnedInto(total, faces[0], faces[1])
	}
}

// yearsOfVarying reads "Four years of overspending" at the beginning of a sentence, where the overspend is at v.
func (s *statement) yearsOfVarying(t *Thing, v int) {
	n, carrier := 0, 0
	for i := range v {
		switch it := &s.items[i]; {
		case it.class == isPeriod && it.word == "over" && n == 0:
			n, carrier = it.year, i
		case it.class == isQuantity && it.q.unit == bare && it.q.value != nil && it.q.value.IsInt() && !it.q.hedged && it.q.ref == nil && n == 0 && i+1 < v && (s.items[i+1].text == "years" || s.items[i+1].text == "year"):
			n, carrier = int(it.q.value.Num().Int64()), i
		case it.class == isPlain && (n == 0 || it.text == "years" || it.text == "year"), it.class == isRole && it.role == "of" && i == v-1 && n > 0, it.class == isMark && n == 0:
		default:
			return
		}
	}
	if n < 2 || n > 30 || v < 2 || s.items[v-1].role != "of" || v+1 < len(s.items) && (s.items[v+1].class == isRole || s.items[v+1].text == "on") || s.heldAt(&s.items[carrier]) || anyOf(s.items[v+1:], func(x *item) bool { return x.class == isPeriod || x.class == isQuantity }) {
		return
	}
	w := s.facts.spent(t, s.facts.Year, n, s.items[v].n)
	if w.truth == yes && s.facts.spent(t, s.facts.Year, n+1, s.items[v].n).truth == yes {
		w.truth = unknown
	}
	cl := s.tellAt(saysRun, &s.items[carrier], t, own, w)
	cl.Comparator = s.items[v].text
}

// makesRow reads "That makes it five overspends in a row".
func (s *statement) makesRow(t *Thing, v int) {
	makes := slices.IndexFunc(s.items, func(x item) bool { return x.text == "makes" || x.text == "made" })
	if makes < 0 || v < makes+2 || v+2 != len(s.items) || s.items[v+1].class != isRow || s.heldAt(&s.items[v-1]) {
		return
	}
	q := s.items[v-1].q
	if s.items[v-1].class != isQuantity || q.unit != bare || q.hedged || q.ref != nil || q.value == nil || !q.value.IsInt() || anyOf(s.items[:v-1], func(x *item) bool {
		return x.class != isPlain && !(x.class == isPeriod && x.entry.year == 0 && !x.known)
	}) {
		return
	}
	n := int(q.value.Num().Int64())
	if n < 2 || n > 30 {
		return
	}
	w := s.facts.spent(t, s.facts.Year, n, s.items[v].n)
	if more := s.facts.spent(t, s.facts.Year, n+1, s.items[v].n); w.truth == yes && more.truth == yes {
		w.truth, w.expected = no, map[int]string{-1: "an overspend", 1: "an underspend"}[s.items[v].n]+" in each of the last "+itoa(n+1)+" years"
	}
	cl := s.tellAt(saysRun, &s.items[v-1], t, own, w)
	cl.Comparator = s.items[v].text + " in a row"
}

// extremeOfRow reads "This year's overspend is the smallest of the four in a row".
func (s *statement) extremeOfRow(t *Thing, v int) {
	e := indexOf(s.items, func(x *item) bool { return x.class == isExtreme })
	row := indexOf(s.items, func(x *item) bool { return x.class == isRow })
	last := indexOf(s.items, func(x *item) bool { return x.text == "last" })
	if e < v || row < e && last < e || s.items[e].judge || s.heldAt(&s.items[e]) {
		return
	}
	n := int64(0)
	for i := range s.items {
		it := &s.items[i]
		switch {
		case i < v && it.class == isPeriod && !it.known && it.entry.year == 0, it.class == isPlain, i == v, i == e, i == row, i < v && it.is(own):
		case i > e && it.class == isRole && it.role == "of", i < v && (it.class == isMark && it.word == "," || it.class == isQuantity && it.q.unit == pounds || it.text == "at"):
		case i > e && it.class == isQuantity && it.q.unit == bare && it.q.value != nil && it.q.value.IsInt() && n == 0:
			n = it.q.value.Num().Int64()
		default:
			return
		}
	}
	if n < 2 || n > 30 {
		return
	}
	year, sign := s.facts.Year, s.items[v].n
	w := s.facts.spent(t, year, int(n), sign)
	now, ok := s.facts.at(t, variance, own, year)
	if !ok {
		return
	}
	for y := year - 1; w.truth == yes && y > year-int(n); y-- {
		o, _ := s.facts.at(t, variance, own, y)
		if new(big.Rat).Abs(o.Exact).Cmp(new(big.Rat).Abs(now.Exact)) == s.items[e].n && !sameShown(o, now) {
			w.truth, w.expected, w.evidence = no, now.Display+", and "+o.Display+" in "+yearName(y), append(proof(now, year), proof(o, y)...)
		}
	}
	cl := s.tellAt(saysExtreme, &s.items[e], t, own, w)
	cl.Comparator = s.items[e].text + " in a row"
}

// turnedInto reads "The board turned last year's overspend into an underspend", "moved from an overspend in 2024/25 to an
// underspend".
func (s *statement) turnedInto(t *Thing, a, b int) {
	if s.items[a].n == s.items[b].n {
		return
	}
	turned, base, at := false, 0, s.facts.Year
	for i := range s.items {
		it := &s.items[i]
		switch {
		case i < b && (it.text == "turned" || it.text == "turning" || it.text == "moved" || it.text == "went" || it.text == "swung" || it.text == "moving"):
			turned = true
		case it.class == isPeriod && it.known && !it.calendar && i < b && base == 0:
			base = it.year
		case it.class == isPeriod && it.known && !it.calendar && i > b:
			at = it.year
		case it.class == isPeriod && !it.known && it.entry.year == 1 && i < a && it.word != "onyear":
			base = s.facts.Year - 1
		case it.text == "position", it.text == "before" && it.class == isAside:
		case it.class == isQuantity && it.q.unit == pounds, i == a, i == b, it.is(own), it.class == isPlain && !it.demoted, it.class == isMark && it.word == ",", it.class == isSubject && it.thing == t:
		case it.class == isPeriod && !it.known && it.entry.year == 0 && it.word != "over", it.class == isRole && slices.Contains([]string{"from", "to", "of", "in"}, it.role):
		default:
			return
		}
	}
	if base == 0 {
		base = at - 1
	}
	from, okFrom := s.facts.at(t, variance, own, base)
	to, okTo := s.facts.at(t, variance, own, at)
	if !turned || !okFrom || !okTo || base >= at {
		return
	}
	hold := func(i int, v Value, y int) {
		if s.heldAt(&s.items[i]) {
			return
		}
		cl := s.tellAt(saysVariance, &s.items[i], t, own, way{year: y, truth: truthOf(v.Exact.Sign() == s.items[i].n), expected: v.Display, evidence: proof(v, y)})
		cl.Comparator = s.items[i].text
	}
	hold(a, from, base)
	hold(b, to, at)
}

// partBefore reports whether a percentage or a fraction is right before item i: "a quarter more than".
func (c *clause) partBefore(i int) bool {
	return c.is(i-1, isQuantity) && c.items[i-1].q.unit == percent && c.items[i-1].q.ref == nil
}

// variedBetween reads which way an over- or underspend went between two years that are named: "came down between 2024/25 and
// 2025/26". It reports whether the clause says so.
func (c *clause) variedBetween(t *Thing, tm times, sign, m int) bool {
	if tm.at == nil || tm.base == nil || !slices.ContainsFunc(c.items, func(x *item) bool { return x.class == isRole && x.role == "between" }) || c.has(isRow, isEach, isPace) >= 0 {
		return false
	}
	at, base := c.resolve(t, variance, tm.at)[0], c.resolve(t, variance, tm.base)[0]
	from, okFrom := c.facts.at(t, variance, own, base)
	to, okTo := c.facts.at(t, variance, own, at)
	if base >= at || !okFrom || !okTo || from.Exact.Sign() != sign || to.Exact.Sign() != sign {
		return true // it isn't read
	}
	d := new(big.Rat).Abs(to.Exact).Cmp(new(big.Rat).Abs(from.Exact))
	cl := c.tell(saysChange, c.items[m], t, own, []way{{truth: truthOf(d == c.items[m].n), expected: fromTo(from, to, base, at), evidence: append(proof(to, at), proof(from, base)...), year: at, base: base}})
	cl.Comparator = c.items[m].text
	c.ofVaried(cl, t, sign, c.items[m])
	return true
}

// timesLastYears reads how many times as large this year's over- or underspend is, where that of the year before is named
// first: "Last year's overspend was £0.7m; this year's is four times as large".
func (s *statement) timesLastYears(t *Thing, v int) {
	if v == 0 || s.items[v-1].class != isPeriod || s.items[v-1].entry.year != 1 && !(s.items[v-1].known && !s.items[v-1].calendar) {
		return
	}
	base, at := s.facts.Year-1, s.facts.Year
	if s.items[v-1].known {
		base = s.items[v-1].year
	}
	this := indexOf(s.items, func(x *item) bool { return x.class == isPeriod && x.text == "this year's" })
	if this < v || s.items[this-1].class != isMark && s.items[this-1].class != isBreak {
		return
	}
	c := &clause{statement: s}
	m := -1
	for i := this; i < len(s.items); i++ {
		it := &s.items[i]
		switch {
		case i == this, it.class == isPlain, it.class == isHedge:
		case it.class == isTimes && m < 0:
			m = len(c.items)
		default:
			return
		}
		c.items = append(c.items, it)
	}
	if m < 0 || s.heldAt(c.items[m]) {
		return
	}
	from, okFrom := s.facts.at(t, variance, own, base)
	to, okTo := s.facts.at(t, variance, own, at)
	if !okFrom || !okTo || from.Exact.Sign() != s.items[v].n || to.Exact.Sign() != s.items[v].n {
		return
	}
	cl := s.tellAt(saysChange, c.items[m], t, own, way{year: at, base: base, truth: truthOf(timesHeld(from.Exact, to.Exact, c.items[m].n, c.hedgeBefore(m))), expected: fromTo(from, to, base, at), evidence: append(proof(to, at), proof(from, base)...)})
	cl.Comparator = c.items[m].text
}
