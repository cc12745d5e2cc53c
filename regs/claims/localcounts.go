package claims

import (
	"math/big"
	"slices"

	"apr/internal/source"
)

// This file reads what a sentence as a whole says of the localities' figures of one local measure: which of them has
// the most, what part of the whole one has, and whether one has more than others together.

// localCounts reads "of our three localities Strathmoor had the most people waiting for care at home", "of the 78
// children looked after, 31 were from the north" and "more than in Glenside and the coast put together".
func (s *statement) localCounts() {
	if s.lacks(isArea) || s.unsureMood() || !anyOf(s.items, func(x *item) bool { return x.class == isArea && isLocality(x.area) }) {
		return
	}
	if s.localCount(0, len(s.items)) {
		return
	}
	for start := 0; start < len(s.items); { // statement by statement
		end := start + 1
		for end < len(s.items) && !s.parts(end) {
			end++
		}
		for k := end; k > start; k-- { // or the beginning of one, before a comma
			if (k == end || s.items[k].class == isMark) && (start > 0 || k < len(s.items)) && s.localCount(start, k) {
				break
			}
		}
		start = end
	}
}

// parts reports whether another statement begins with item i.
func (s *statement) parts(i int) bool {
	it := &s.items[i]
	return it.class == isMark && (it.word == ";" || it.word == ":") || it.class == isAside || it.class == isBreak && (it.word != "and" || i > 0 && s.items[i-1].class == isMark)
}

// localCount reads the items from start to end as a statement about the localities; it reports whether they are one.
func (s *statement) localCount(start, end int) bool {
	l := s.localSentence(start, end)
	if l == nil {
		return false
	}
	switch {
	case l.moved != nil:
		if l.extreme != nil && l.compares == nil && len(l.shares)+len(l.counts) == 0 {
			s.localMove(l)
		}
	case l.extreme != nil && l.compares == nil && len(l.shares)+len(l.counts) == 0:
		s.localExtreme(l)
	case l.compares != nil && l.extreme == nil && l.together && len(l.shares)+len(l.counts) == 0:
		s.localTogether(l)
	case l.compares == nil && l.extreme == nil && len(l.places) == 1:
		s.localPart(l)
	}
	if l.told {
		s.understood(start, end)
	}
	return true
}

// understood takes back that words of the items from start to end aren't.
func (s *statement) understood(start, end int) {
	from, to := s.passage.Text.At(s.items[start].start), s.passage.Text.At(s.items[end-1].end)
	s.claims = slices.DeleteFunc(s.claims, func(cl *Claim) bool {
		return cl.Verdict == Unread && cl.Measure == saysSomething && !before(cl.At, from) && before(cl.At, to)
	})
}

// before reports whether a place of a text is before another.
func before(a, b source.Position) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
}

// localSentence is what a sentence about the localities' figures of one measure has.
type localSentence struct {
	measure  *Thing
	places   []*item // the localities
	before   int     // of which so many are before what compares
	extreme  *item
	compares *item // more, fewer
	moved    *item // rose, fell
	together bool
	counts   []int // the numbers, but for that of the localities themselves
	shares   []int // the percentages and fractions
	ofTotal  bool  // "of the total" is behind the last of these
	number   bool  // it speaks of a number
	told     bool
}

// localSentence is the sentence as one about the localities' figures of one measure in the reporting year, nil where it
// is about anything else, too.
func (s *statement) localSentence(start, end int) *localSentence {
	l := new(localSentence)
	var t *Thing
	for i := start; i < end; i++ {
		it := &s.items[i]
		switch it.class {
		case isArea:
			if isLocality(it.area) {
				l.places = append(l.places, it)
			} else if it.area != own {
				return nil
			}
		case isSubject:
			if it.thing.ID == "count:localities" {
				continue
			}
			if t != nil && t != it.thing || it.thing.Kind != isMeasure && it.thing.Kind != isIndicator {
				return nil
			}
			t = it.thing
		case isQuantity:
			switch {
			case i+1 < end && s.items[i+1].class == isSubject && s.items[i+1].thing.ID == "count:localities":
			case it.q.ref != nil || it.q.value == nil || it.q.per != 0:
				return nil
			case it.q.unit == percent:
				l.shares = append(l.shares, i)
			case it.q.unit == bare:
				l.counts = append(l.counts, i)
			default:
				return nil
			}
		case isExtreme:
			if l.extreme != nil {
				return nil
			}
			l.extreme = it
		case isMove, isBeside:
			if it.class == isMove && !it.adj && !it.judge && l.moved == nil {
				l.moved = it
				continue
			}
			if l.compares != nil || it.judge || it.class == isMove && !it.adj {
				return nil
			}
			l.compares, l.before = it, len(l.places)
		case isTogether:
			l.together = true
		case isBase:
			if it.text != "of the total" {
				return nil
			}
			l.ofTotal = true
		case isPeriod:
			if !(it.known && !it.calendar && it.year == s.facts.Year) && it.text != "at the end of the year" {
				return nil
			}
		case isBreak:
			if i > start && (it.word != "and" || it.text != "and") {
				return nil
			}
		case isPlain, isMark, isRole, isHedge, isThan, isLives:
			l.number = l.number || it.text == "number"
			if it.ordinal > 0 || slices.Contains([]string{"one", "former", "latter", "others", ";"}, it.text) {
				return nil
			}
		default:
			return nil
		}
	}
	if t == nil || len(l.places) == 0 {
		return nil
	}
	c := &clause{statement: s}
	if m := c.countOf(t, l.places[0].area); m != nil {
		t = m
	}
	if t.Kind != isMeasure {
		return nil
	}
	l.measure = t
	return l
}

// localExtreme holds that one locality has the highest figure, or the lowest.
func (s *statement) localExtreme(l *localSentence) {
	counts := l.extreme.text == "most" || l.extreme.text == "fewest" || l.number
	if len(l.places) != 1 || s.heldAt(l.extreme) || counts && l.measure.Unit == percent || l.extreme.word == "never" || l.extreme.word == "turning" {
		return
	}
	sign := l.extreme.n
	if l.extreme.judge {
		sign *= l.measure.Better
	}
	area := l.places[0].area
	v, ok := s.facts.at(l.measure, value, area, s.facts.Year)
	if !ok || sign == 0 {
		return
	}
	w := way{year: s.facts.Year, truth: yes, expected: s.facts.place(area) + " " + v.Display, evidence: proof(v, s.facts.Year)}
	all := 0
	for _, o := range s.facts.Things {
		if o.Group != "locality" {
			continue
		}
		ov, there := s.facts.at(l.measure, value, o.ID, s.facts.Year)
		if !there {
			return
		}
		if all++; ov.Exact.Cmp(v.Exact) == sign {
			w.truth = no
			w.expected += ", and " + s.facts.place(o.ID) + " " + ov.Display
		}
	}
	if all < 2 {
		return
	}
	l.told = true
	cl := s.tellAt(saysRank, l.extreme, l.measure, area, w)
	cl.Comparator = l.extreme.text
}

// localMove holds that a figure rose most, or fell most, in one locality.
func (s *statement) localMove(l *localSentence) {
	if len(l.places) != 1 || l.extreme.judge || l.moved.n == 0 || s.heldAt(l.extreme) {
		return
	}
	w := way{year: s.facts.Year, truth: yes}
	var sizes, parts []*big.Rat
	at := -1
	for _, o := range s.facts.Things {
		if o.Group != "locality" {
			continue
		}
		b := s.facts.before(l.measure, value, o.ID, s.facts.Year)
		from, to, ok := s.facts.pair(l.measure, value, o.ID, b, s.facts.Year)
		if !ok || from.Exact.Sign() == 0 {
			return
		}
		if o.ID == l.places[0].area {
			at = len(sizes)
		}
		d := new(big.Rat).Sub(to.Exact, from.Exact)
		d.Mul(d, rat(int64(l.moved.n), 1))
		sizes, parts = append(sizes, d), append(parts, new(big.Rat).Quo(d, from.Exact))
		if w.expected != "" {
			w.expected += "; "
		}
		w.expected += s.facts.place(o.ID) + " " + fromTo(from, to, b, s.facts.Year)
		w.evidence = append(w.evidence, proof(to, s.facts.Year)...)
	}
	if at < 0 || len(sizes) < 2 {
		return
	}
	most := func(all []*big.Rat) bool {
		return !slices.ContainsFunc(all, func(d *big.Rat) bool { return d.Cmp(all[at]) == l.extreme.n })
	}
	switch bySize, byPart := most(sizes), most(parts); {
	case sizes[at].Sign() <= 0, !bySize && !byPart:
		w.truth = no
	case bySize != byPart && l.measure.Unit != percent:
		w.truth = unknown // by number, or in proportion
	}
	l.told = true
	cl := s.tellAt(saysExtreme, l.extreme, l.measure, l.places[0].area, w)
	cl.Comparator = l.extreme.text + " " + l.moved.text
}

// localTogether holds that one locality has more than others together, or fewer.
func (s *statement) localTogether(l *localSentence) {
	if l.before != 1 && !(l.before == 0 && l.compares.class == isMove) || len(l.places) < 3 || l.compares.n == 0 || l.measure.Unit == percent || s.heldAt(l.compares) {
		return
	}
	area := l.places[0].area
	v, ok := s.facts.at(l.measure, value, area, s.facts.Year)
	if !ok {
		return
	}
	w := way{year: s.facts.Year, evidence: proof(v, s.facts.Year)}
	sum, than := new(big.Rat), ""
	for _, p := range l.places[1:] {
		o, there := s.facts.at(l.measure, value, p.area, s.facts.Year)
		if !there || p.area == area {
			return
		}
		sum.Add(sum, o.Exact)
		than += " and " + o.Display
		w.evidence = append(w.evidence, proof(o, s.facts.Year)...)
	}
	w.truth = truthOf(v.Exact.Cmp(sum) == l.compares.n)
	w.expected = v.Display + " in " + s.facts.place(area) + ", beside" + than[len(" and"):]
	l.told = true
	cl := s.tellAt(saysComparison, l.compares, l.measure, area, w)
	cl.Comparator = l.compares.text + " than others together"
	if cl.Verdict == Contradicted {
		cl.Slip = "the other way"
	}
}

// localPart holds what part of the whole a locality has, in a number of the whole's or as a share of it.
func (s *statement) localPart(l *localSentence) {
	area := l.places[0].area
	part, okPart := s.facts.at(l.measure, value, area, s.facts.Year)
	all, okAll := s.facts.at(l.measure, value, own, s.facts.Year)
	if !okPart || !okAll || all.Exact.Sign() <= 0 || l.measure.Unit == percent || (&clause{statement: s}).countOf(l.measure, area) == nil {
		return
	}
	whole, of := -1, -1
	for _, i := range l.counts {
		if s.wholeOf(i) {
			whole = i
		} else {
			of = i
		}
	}
	switch {
	case whole >= 0 && of >= 0 && len(l.counts) == 2 && len(l.shares) == 0:
		partFits, wholeFits := fits(s.items[of].q.in(), part), fits(s.items[whole].q.in(), all)
		if !partFits && !wholeFits {
			return
		}
		l.told = true
		s.tellCount(of, l.measure, area, part, partFits)
		s.tellCount(whole, l.measure, own, all, wholeFits)
	case whole >= 0 && len(l.counts) == 1 && len(l.shares) == 1:
		l.told = true
		s.tellCount(whole, l.measure, own, all, fits(s.items[whole].q.in(), all))
		s.tellShare(l.shares[0], l.measure, area, part, all)
	case l.ofTotal && len(l.shares) == 1 && len(l.counts) <= 1 && whole < 0:
		if i := l.shares[0]; i+1 < len(s.items) && s.items[i+1].class == isBase {
			l.told = true
			s.tellShare(i, l.measure, area, part, all)
		}
	}
}

// tellShare records that the percentage at i is, or isn't, a locality's part of the whole.
func (s *statement) tellShare(i int, t *Thing, area string, part, all Value) {
	it := &s.items[i]
	if s.heldAt(it) {
		return
	}
	p := new(big.Rat).Quo(part.Exact, all.Exact)
	p.Mul(p, rat(100, 1))
	cl := s.tellAt(saysShare, it, t, area, way{year: s.facts.Year, truth: truthOf(fits(it.q.in(), Value{Exact: p, Shown: shownPercent(p)})),
		evidence: append(proof(part, s.facts.Year), proof(all, s.facts.Year)...), expected: part.Display + " of " + all.Display + ", or " + p.FloatString(1) + "%,"})
	cl.Quantity, cl.Unit = it.q.bounds(), percent
}

// wholeOf reports whether the number at i is what another is part of: "of the 78 children".
func (s *statement) wholeOf(i int) bool {
	for i--; i >= 0; i-- {
		if s.items[i].class != isPlain && !s.items[i].is(own) {
			return s.items[i].class == isRole && s.items[i].role == "of" && (i == 0 || s.items[i-1].class == isQuantity)
		}
	}
	return false
}

// tellCount records that the number at i is a figure of a measure, or isn't.
func (s *statement) tellCount(i int, t *Thing, area string, v Value, is bool) {
	it := &s.items[i]
	if s.heldAt(it) {
		return
	}
	cl := s.tellAt(saysValue, it, t, area, way{year: s.facts.Year, truth: truthOf(is), expected: v.Display, evidence: proof(v, s.facts.Year)})
	cl.Quantity, cl.Unit = it.q.bounds(), it.q.unit
}
