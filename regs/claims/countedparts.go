package claims

import (
	"math/big"
	"slices"
	"strings"
)

// This file reads a number of those whom a local measure counts: the part that one locality has, in a sentence that
// goes on about them, and so many of so many by which the measure's percentage is made.

// rootWords are words of where people come from.
var rootWords = []string{"roots", "homes", "addresses"}

// ofTheseThere reads "well over half of these children, 47 in all, have their roots in South Ardenmuir" behind a sentence
// about them, or in one that names them.
func (s *statement) ofTheseThere() {
	if s.negated() || s.unsureMood() || s.money || s.locality != "" || s.onlyLocality() == "" {
		return
	}
	count, part, whole, these := -1, -1, -1, false
	for i := range s.items {
		it := &s.items[i]
		switch it.class {
		case isQuantity:
			switch q := it.q; {
			case q.ref != nil || q.value == nil || q.per != 0:
				return
			case q.unit == percent && part < 0 && (s.text(i+1) == "of" || s.itemIs(i+1, isBase)):
				part = i
			case q.unit != bare || q.fraction:
				return
			case s.partOf(i) && whole < 0:
				whole = i
			case count < 0:
				count = i
			case whole < 0 && part > count: // "there were 71; a third of them, 23, …"
				whole, count = count, i
			default:
				return
			}
		case isSubject:
			if it.thing.Kind != isMeasure {
				return
			}
		case isArea, isMark, isRole, isHedge, isLives:
		case isPlain:
			these = these || it.text == "these" || it.text == "them" || it.text == "those"
			if it.ordinal > 0 || slices.Contains([]string{"each", "aged", "between"}, it.text) {
				return
			}
		case isBase:
			if it.text != "of the total" {
				return
			}
		case isBreak:
			if it.word != "and" && it.text != "or" && it.text != "which" && it.text != "of whom" {
				return
			}
		case isUnknown:
			if !slices.Contains(rootWords, it.text) && !(i > 0 && s.text(i-1) == "these") {
				return
			}
		default:
			return
		}
	}
	if count < 0 || part < 0 && whole < 0 {
		return
	}
	t, area, named := s.only, s.onlyLocality(), false
	if len(s.all) == 0 && these && !s.reader.several {
		t = s.reader.last
	}
	if t == nil && len(s.all) == 0 && these && part >= 0 {
		t, named = s.countedAs(area), true
	}
	if t == nil || len(s.all) > 1 {
		return
	}
	m := (&clause{statement: s}).countOf(t, area)
	if m == nil {
		return
	}
	v, _ := s.facts.at(m, value, area, s.facts.Year)
	all, _ := s.facts.at(m, value, own, s.facts.Year)
	q := s.items[count].q
	if q.value.Cmp(all.Exact) > 0 || whole >= 0 && !fits(s.items[whole].q.in(), all) || part < 0 && !s.endsWith(area) {
		return
	}
	if named && (!(&clause{statement: s}).near(m, value, area, q, rat(9, 10), rat(10, 9)) || fits(q.in(), v) == s.partFits(part, v, all)) {
		return // it may be of others
	}
	s.forget(count)
	s.tellCount(count, m, area, v, fits(q.in(), v))
	if part >= 0 {
		s.tellShare(part, m, area, v, all)
	}
	s.understood(0, len(s.items))
}

// countedAs is the only local measure that counts what is named behind "these", and of which a locality has a part: "these
// children". It is nil for none.
func (s *statement) countedAs(area string) (t *Thing) {
	i := slices.IndexFunc(s.items, func(x item) bool { return x.text == "these" || x.text == "those" })
	if i < 0 || s.text(i+1) == "" || s.text(i+1) == "people" {
		return nil
	}
	for _, o := range s.facts.Things {
		if o.Kind == isMeasure && firstWord(strings.ToLower(o.Title)) == s.text(i+1) && (&clause{statement: s}).countOf(o, area) == o {
			if t != nil {
				return nil
			}
			t = o
		}
	}
	return t
}

// partFits reports whether the share at item i is that of one figure of another.
func (s *statement) partFits(i int, part, all Value) bool {
	p := new(big.Rat).Quo(part.Exact, all.Exact)
	p.Mul(p, rat(100, 1))
	return fits(s.items[i].q.in(), Value{Exact: p, Shown: shownPercent(p)})
}

// endsWith reports whether the sentence ends with an area.
func (s *statement) endsWith(area string) bool { return s.items[len(s.items)-1].is(area) }

// forget takes back what was held of an item as if it were of the whole.
func (s *statement) forget(i int) {
	at := s.passage.Text.At(s.items[i].start)
	s.claims = slices.DeleteFunc(s.claims, func(cl *Claim) bool { return cl.At == at && cl.Verdict == Contradicted })
}

// countBesideShare reads "patients from the south lost 3,051 days, six in every ten of the total", where the share is
// right of a measure's count.
func (s *statement) countBesideShare() {
	if s.negated() || s.unsureMood() {
		return
	}
	area := s.onlyLocality()
	if area == "" {
		return
	}
	var t *Thing
	for _, cl := range s.claims {
		if cl.Verdict == Confirmed && cl.Measure == saysShare && strings.HasPrefix(cl.Subject, "measure:") {
			t = s.things[cl.Subject]
		}
	}
	if t == nil || (&clause{statement: s}).countOf(t, area) != t {
		return
	}
	at := -1
	for i := range s.items {
		it := &s.items[i]
		if it.class != isQuantity || it.q.unit == percent {
			continue
		}
		if at >= 0 || it.q.unit != bare || it.q.ref != nil || it.q.value == nil || it.q.fraction || it.q.value.Cmp(rat(20, 1)) < 0 || s.heldAt(it) || anyOf(s.items[:i], func(x *item) bool { return x.class == isQuantity }) {
			return
		}
		at = i
	}
	v, ok := s.facts.at(t, value, area, s.facts.Year)
	if at < 0 || !ok || !(&clause{statement: s}).near(t, value, area, s.items[at].q, rat(2, 3), rat(3, 2)) {
		return
	}
	s.tellCount(at, t, area, v, fits(s.items[at].q.in(), v))
}

// soleMeasure is the only local measure that the sentence names beside what the report counts, nil for none.
func (s *statement) soleMeasure() (t *Thing) {
	for _, o := range s.all {
		if o.Kind != isCount && (t != nil || o.Kind != isMeasure) {
			return nil
		}
		if o.Kind == isMeasure {
			t = o
		}
	}
	return t
}

// bestThere reads "in Glenside 72.0% were seen within three weeks, the second best result of the three localities", where
// the figure is that locality's.
func (s *statement) bestThere() {
	t, area := s.soleMeasure(), s.onlyLocality()
	if t == nil || area == "" || s.negated() || s.unsureMood() {
		return
	}
	v, ok := s.facts.at(t, value, area, s.facts.Year)
	given := false
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.class == isQuantity && it.q.ref == nil && it.q.value != nil && it.q.unit == t.Unit && !given && ok && fits(it.q.in(), v):
			given = true
		case it.class == isPeriod && !s.now(it), it.class == isMove, it.class == isTimes:
			return
		case it.class == isExtreme && given && !s.heldAt(it):
			s.bestOfLocalities(t, area, i)
		}
	}
}

// soManyOf reads "96 of the 1,064 adult protection inquiries ran past their deadline, which is better than the year
// before" where the one as a part of the other is the measure's percentage, or what that leaves: what is said behind is
// of the measure.
func (s *statement) soManyOf() {
	t, first := s.soleMeasure(), -1
	if t == nil || t.Unit != percent || t.Better == 0 || s.negated() || s.unsureMood() {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.class == isQuantity && it.q.unit == bare && it.q.ref == nil && it.q.value != nil && it.q.value.IsInt() && !it.q.fraction && s.text(i+1) == "of" {
			first = i
			break
		}
	}
	if first < 0 {
		return
	}
	k := first + 2
	for s.text(k) == "the" || s.text(k) == "our" || s.text(k) == "all" {
		k++
	}
	if !s.itemIs(k, isQuantity) || s.items[k].q.unit != bare || s.items[k].q.ref != nil || s.items[k].q.value == nil || s.items[k].q.value.Sign() <= 0 {
		return
	}
	area := own
	if s.onlyLocality() != "" {
		area = s.onlyLocality()
	} else if s.locality != "" || anyOf(s.items, func(x *item) bool { return x.class == isArea && x.area != own }) {
		return
	}
	v, ok := s.facts.at(t, value, area, s.facts.Year)
	if !ok {
		return
	}
	p := new(big.Rat).Quo(s.items[first].q.value, s.items[k].q.value)
	p.Mul(p, rat(100, 1))
	if parsed(p.FloatString(1)).Cmp(parsed(v.Exact.FloatString(1))) != 0 && parsed(new(big.Rat).Sub(rat(100, 1), p).FloatString(1)).Cmp(parsed(v.Exact.FloatString(1))) != 0 {
		return
	}
	mark := k
	for mark < len(s.items) && s.items[mark].class != isMark {
		mark++
	}
	for i := mark; i < len(s.items); i++ {
		it := &s.items[i]
		switch {
		case it.class == isExtreme && !s.heldAt(it):
			s.bestOfLocalities(t, area, i)
		case it.class == isMove && it.adj && it.judge && it.n != 0 && area == own && !s.heldAt(it):
			s.betterThanBefore(t, v, i)
		case it.class == isQuantity && it.q.unit == percent && s.items[i].q.ref == nil && !s.heldAt(it) && i > 0:
			s.besideGoal(t, area, v, i)
		}
	}
}

// bestOfLocalities holds the superlative at i among the localities: "the best result of the three localities".
func (s *statement) bestOfLocalities(t *Thing, area string, i int) {
	k := i + 1
	for k < len(s.items) && (s.items[k].class == isPlain || s.text(k) == "of" || s.itemIs(k, isQuantity) && s.items[k].q.unit == bare) {
		k++
	}
	if !isLocality(area) || !s.itemIs(k, isSubject) || s.items[k].thing.ID != "count:localities" {
		return
	}
	sign, rank := s.items[i].n, 1
	if s.items[i].judge {
		sign *= t.Better
	}
	if s.items[i-1].ordinal > 0 {
		rank = int(s.items[i-1].ordinal)
	}
	v, _ := s.facts.at(t, value, area, s.facts.Year)
	w := way{year: s.facts.Year, expected: s.facts.place(area) + " " + v.Display, evidence: proof(v, s.facts.Year)}
	beyond := 0
	for _, o := range s.facts.Things {
		if o.Group != "locality" || o.ID == area {
			continue
		}
		ov, there := s.facts.at(t, value, o.ID, s.facts.Year)
		if !there {
			return
		}
		if ov.Exact.Cmp(v.Exact) == sign {
			beyond++
		}
		w.expected += ", and " + s.facts.place(o.ID) + " " + ov.Display
	}
	if sign == 0 {
		return
	}
	w.truth = truthOf(beyond == rank-1)
	s.tellAt(saysRank, &s.items[i], t, area, w).Comparator = s.items[i].text
}

// betterThanBefore holds the comparative at i against the year before: "better than the year before".
func (s *statement) betterThanBefore(t *Thing, v Value, i int) {
	k := i + 1
	if s.itemIs(k, isThan) {
		k++
	}
	if s.text(k) == "in" {
		k++
	}
	if !s.itemIs(k, isPeriod) || k+1 < len(s.items) && s.items[k+1].class != isMark {
		return
	}
	it := &s.items[k]
	year := 0
	switch {
	case it.known && !it.calendar && it.year < s.facts.Year:
		year = it.year
	case !it.known && it.entry.year == 1:
		year = s.facts.Year - 1
	}
	b, ok := s.facts.at(t, value, own, year)
	if year == 0 || !ok || sameShown(v, b) {
		return
	}
	w := way{year: s.facts.Year, base: year, truth: truthOf(v.Exact.Cmp(b.Exact) == s.items[i].n*t.Better), expected: fromTo(b, v, year, s.facts.Year), evidence: append(proof(v, s.facts.Year), proof(b, year)...)}
	s.tellAt(saysChange, &s.items[i], t, own, w).Comparator = s.items[i].text
}

// besideGoal holds that the value is short of the target at item i, or above it: "just short of the 75% target".
func (s *statement) besideGoal(t *Thing, area string, v Value, i int) {
	goal, ok := (&clause{statement: s}).goal(t, own)
	if !ok || goal.Exact.Cmp(s.items[i].q.value) != 0 || !s.itemIs(i+1, isFace) || s.items[i+1].face != target || s.items[i-1].text != "the" && s.items[i-1].text != "our" {
		return
	}
	b := &s.items[max(i-2, 0)]
	n := 0
	switch {
	case b.class == isBeside, b.class == isMet && strings.HasSuffix(b.text, "short of"):
		n = b.n
	case strings.HasSuffix(b.text, "short of"):
		n = -1
	}
	if b.judge || n == 0 || s.heldAt(b) {
		return
	}
	s.tellAt(saysTarget, b, t, area, way{year: s.facts.Year, truth: truthOf(v.Exact.Cmp(goal.Exact) == n), expected: v.Display + " against a target of " + goal.Display, evidence: proof(v, s.facts.Year)})
}
