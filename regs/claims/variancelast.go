package claims

import (
	"math/big"
	"slices"
	"strings"
)

// This file reads when a year last closed over or under budget, and what is said of one amount again of
// another: "so did care at home".

// lastThat makes plain words of "the last year" at i where what is behind says which that was: "the last
// year that closed without an overspend".
func lastThat(items []item, i int) {
	it := &items[i]
	if it.class != isPeriod || it.known || it.text != "the last year" && it.text != "last year" || i+1 >= len(items) || it.text == "last year" && (i == 0 || items[i-1].text != "the") {
		return
	}
	next := &items[i+1]
	if next.text == "that" || next.text == "in which" || next.text == "when" || next.text == "to" || next.text == "without" || next.text == "with" {
		it.entry = entry{class: isPlain, word: it.text}
	}
}

// toldLast reports whether the clause is of the last time that something was over or under budget, which
// lastVaried reads.
func (c *clause) toldLast() bool {
	if c.is(0, isNot) && c.roleAt(1, "since") {
		return true // "Not since 2021/22 have we ended a year without an overspend"
	}
	i := slices.IndexFunc(c.items, func(x *item) bool {
		return x.class == isPlain && strings.HasPrefix(strings.TrimPrefix(x.text, "the "), "last")
	})
	v := c.hasFace(variance)
	return i >= 0 && v > i && len(c.qs) == 0 && anyOf(c.statement.items, func(x *item) bool { return x.class == isPeriod && x.known })
}

// lastVaried reads "the last year that closed without an overspend was 2021/22", "we last ended a year
// with an underspend in 2021/22".
func (s *statement) lastVaried() {
	if s.lacks(isPeriod) {
		return
	}
	period, start := -1, 0
	for i := range s.items {
		it := &s.items[i]
		if it.class == isMark && (it.word == ":" || it.word == ";" || it.word == "–") || it.class == isMark && it.word == "," && firstSaid(s.items[start:i]) {
			start = i + 1
		}
		if it.class == isPeriod && it.known {
			if period >= 0 {
				return
			}
			period = i
		}
	}
	if period < start || s.items[period].calendar || s.unsureMood() || s.locality != "" || s.reader.money != nil {
		return
	}
	last, sign, not := false, 0, false
	for i := range s.items[start:] {
		it := &s.items[start+i]
		switch {
		case it.class == isFace && it.face == variance && it.n != 0 && sign == 0:
			sign = it.n
		case i == 0 && it.class == isNot && start+1 < len(s.items) && s.items[start+1].role == "since":
			last = true
		case it.class == isNot && !not && sign == 0:
			not = true
		case strings.HasPrefix(strings.TrimPrefix(it.text, "the "), "last") && (it.class == isPlain || it.class == isPeriod && !it.known):
			last = true
		case it.class == isQuantity && it.text == "one" && not && sign == 0:
			for k := range start {
				if x := &s.items[k]; x.class == isFace && x.face == variance && x.n != 0 {
					sign = x.n
				}
			}
			if sign == 0 {
				return
			}
		case it.class == isPlain && !it.demoted, it.class == isPeriod, it.class == isRole, it.class == isSubject && it.thing.Kind == isMoney, it.is(own), it.class == isStatus, it.class == isBreak && it.text == "that":
		case it.class == isMark && it.word == ",":
		default:
			return
		}
	}
	t := s.things["total"]
	if s.only != nil {
		t = s.only
	}
	if !last || sign == 0 || t == nil || t.Kind != isMoney || len(s.all) > 1 {
		return
	}
	y := s.items[period].year
	in := func(y int) (Value, bool, bool) {
		v, ok := s.facts.at(t, variance, own, y)
		return v, ok && (v.Exact.Sign() == sign) != not, ok
	}
	v, is, ok := in(y)
	if !ok {
		return
	}
	w := way{year: y, truth: truthOf(is), expected: v.Display + " in " + yearName(y), evidence: proof(v, y)}
	for later := y + 1; later <= s.facts.Year; later++ {
		if o, is, _ := in(later); is && w.truth == yes {
			w.truth, w.expected, w.evidence = no, o.Display+" in "+yearName(later), proof(o, later)
		}
	}
	cl := s.tellAt(saysExtreme, &s.items[period], t, own, w)
	cl.Comparator = "the last year"
}

// soDid reads "so did care at home", "care at home did too", "day services did not", "as did hospital at home", "so, by rather more, did social work
// teams" behind what was over or under its budget.
func (s *statement) soDid() {
	for i := range s.items {
		if i > 0 && s.didToo(i) {
			return
		}
		end := s.didBehind(i)
		if end < 0 {
			continue
		}
		var same []*Thing
		for k := end; k < len(s.items); k++ {
			it := &s.items[k]
			switch {
			case it.class == isSubject && it.thing.Kind == isMoney && it.thing.Group == "service":
				same = append(same, it.thing)
			case it.class == isBreak && it.text == "and", it.class == isPlain && slices.Contains([]string{"the", "both", "too", "also", "and"}, it.text):
			case it.class == isMark:
				k = len(s.items)
			default:
				return
			}
		}
		sign, before := s.variedBefore(i)
		if len(same) == 0 || sign == 0 {
			return
		}
		more := 0
		for k := i; k < end; k++ {
			if s.items[k].class == isMove && s.items[k].adj {
				more = s.items[k].n
			}
		}
		for _, t := range same {
			s.holdSoDid(t, &s.items[end-1], sign, more, before)
		}
		return
	}
}

// didToo reads "; care at home did too" and "; day services did not" at i, at the end of the sentence. It reports
// whether the words are so.
func (s *statement) didToo(i int) bool {
	if s.items[i-1].class != isMark || i+3 != len(s.items) || s.items[i].class != isSubject || s.items[i].thing.Kind != isMoney || s.items[i+1].text != "did" {
		return false
	}
	last := s.items[i+2].text
	sign, before := s.variedBefore(i)
	t := s.items[i].thing
	if last != "too" && last != "not" && last != "as well" || sign == 0 || t.Group != before[0].Group && s.serviceCalled(s.items[0].text) == nil {
		return false
	}
	if last == "not" {
		sign = -sign
	}
	s.holdSoDid(t, &s.items[i+1], sign, 0, before)
	return true
}

// didBehind is the item behind "so did" or "as did" at i, -1 where those words aren't there.
func (s *statement) didBehind(i int) int {
	did := []string{"did", "was", "were", "has", "have", "had"}
	it := &s.items[i]
	if it.text == "as did" || it.text == "so did" || it.text == "and so did" {
		return i + 1
	}
	if it.text != "so" && it.text != "and so" && it.text != "as" {
		return -1
	}
	for k := i + 1; k < len(s.items) && k <= i+8; k++ {
		switch x := &s.items[k]; {
		case slices.Contains(did, x.text):
			return k + 1
		case x.class == isMark && x.word == ",", x.class == isPlain, x.class == isMove && x.adj, x.class == isRole && x.role == "by", x.class == isHedge:
		default:
			return -1
		}
	}
	return -1
}

// variedBefore are the services of which the sentence says before item i, in claims that are right, that
// each was over or under its budget, and which it was; 0 where it doesn't, or says both.
func (s *statement) variedBefore(i int) (sign int, named []*Thing) {
	for k := range i {
		it := &s.items[k]
		switch {
		case it.class == isFace && it.face == variance && it.n != 0:
			if sign != 0 && sign != it.n {
				return 0, nil
			}
			sign = it.n
		case it.class == isNot, it.class == isPeriod && it.known && it.year != s.facts.Year, it.class == isMood:
			return 0, nil
		}
	}
	for _, cl := range s.claims {
		if t := s.things[cl.Subject]; t != nil && t.Group != "" && t.Kind == isMoney && cl.Measure == saysVariance && cl.Verdict == Confirmed && !slices.Contains(named, t) {
			named = append(named, t)
		}
	}
	if len(named) == 0 {
		return 0, nil
	}
	return sign, named
}

// holdSoDid holds that an amount went over or under as those before did, and by more or less than each of
// them where more says so.
func (s *statement) holdSoDid(t *Thing, carrier *item, sign, more int, before []*Thing) {
	v, ok := s.facts.at(t, variance, own, s.facts.Year)
	if !ok || slices.Contains(before, t) {
		return
	}
	if v.Exact.Sign() == 0 {
		return
	}
	w := way{year: s.facts.Year, truth: truthOf(v.Exact.Sign() == sign), expected: v.Display, evidence: proof(v, s.facts.Year)}
	for _, o := range before {
		if b, ok := s.facts.at(o, variance, own, s.facts.Year); ok && more != 0 && new(big.Rat).Abs(v.Exact).Cmp(new(big.Rat).Abs(b.Exact)) == -more {
			w.truth = no
			w.expected += ", and for " + o.called() + " " + b.Display
		}
	}
	cl := s.tellAt(saysVariance, carrier, t, own, w)
	cl.Comparator = "so did"
}

// thanPlanned reports whether something is compared with what was planned: "£1.6m more was spent than had been planned".
func (c *clause) thanPlanned() bool {
	than := slices.IndexFunc(c.items, func(x *item) bool { return firstWord(x.text) == "than" })
	return than >= 0 && slices.ContainsFunc(c.items[than:], func(x *item) bool {
		return x.class == isFace && x.face == plan || lastWord(x.text) == "planned" || lastWord(x.text) == "budgeted"
	})
}
