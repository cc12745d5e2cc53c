package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads a number of those whom a local measure counts: the part that one locality has, in a sentence that
// goes on about them, and so many of so many by which the measure's percentage is made.

// rootWords are words of where people come from.
var rootWords = []string{"roots", "homes", "addresses"}

// ofTheseThere reads "well over half of these children, 47 in all, have their roots in South Ardenmuir" behind a sentence
// about them, or in one that names them.
func (s *statement) ofTheseThere() {
	if s.lacks(language.IsArea) || s.negated() || s.unsureMood() || s.money || s.locality != "" || s.onlyLocality() == "" {
		return
	}
	count, part, whole, these := -1, -1, -1, false
	for i := range s.items {
		it := &s.items[i]
		switch it.Class {
		case language.IsQuantity:
			switch q := it.Q; {
			case q.Ref != nil || q.Value == nil || q.Per != 0:
				return
			case q.Unit == facts.Percent && part < 0 && (s.text(i+1) == "of" || s.itemIs(i+1, language.IsBase)):
				part = i
			case q.Unit != facts.Bare || q.Fraction:
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
		case language.IsSubject:
			if it.Thing.Kind != facts.Measure {
				return
			}
		case language.IsArea, language.IsMark, language.IsRole, language.IsHedge, language.IsLives:
		case language.IsPlain:
			these = these || it.Text == "these" || it.Text == "them" || it.Text == "those"
			if it.Ordinal > 0 || slices.Contains([]string{"each", "aged", "between"}, it.Text) {
				return
			}
		case language.IsBase:
			if it.Text != "of the total" {
				return
			}
		case language.IsBreak:
			if it.Word != "and" && it.Text != "or" && it.Text != "which" && it.Text != "of whom" {
				return
			}
		case language.IsUnknown:
			if !slices.Contains(rootWords, it.Text) && !(i > 0 && s.text(i-1) == "these") {
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
	v, _ := s.facts.At(m, facts.FaceValue, area, s.facts.Year)
	all, _ := s.facts.At(m, facts.FaceValue, facts.Own, s.facts.Year)
	q := s.items[count].Q
	if q.Value.Cmp(all.Exact) > 0 || whole >= 0 && !facts.Fits(s.items[whole].Q.In(), all) || part < 0 && !s.endsWith(area) {
		return
	}
	if named && (!(&clause{statement: s}).near(m, facts.FaceValue, area, q, exact.Rat(9, 10), exact.Rat(10, 9)) || facts.Fits(q.In(), v) == s.partFits(part, v, all)) {
		return // it may be of others
	}
	s.forget(count)
	s.tellCount(count, m, area, v, facts.Fits(q.In(), v))
	if part >= 0 {
		s.tellShare(part, m, area, v, all)
	}
	s.understood(0, len(s.items))
}

// countedAs is the only local measure that counts what is named behind "these", and of which a locality has a part: "these
// children". It is nil for none.
func (s *statement) countedAs(area string) (t *facts.Thing) {
	i := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Text == "these" || x.Text == "those" })
	if i < 0 || s.text(i+1) == "" || s.text(i+1) == "people" {
		return nil
	}
	for _, o := range s.facts.Things {
		if o.Kind == facts.Measure && language.FirstWord(strings.ToLower(o.Title)) == s.text(i+1) && (&clause{statement: s}).countOf(o, area) == o {
			if t != nil {
				return nil
			}
			t = o
		}
	}
	return t
}

// partFits reports whether the share at item i is that of one figure of another.
func (s *statement) partFits(i int, part, all facts.Value) bool {
	p := new(big.Rat).Quo(part.Exact, all.Exact)
	p.Mul(p, exact.Rat(100, 1))
	return facts.Fits(s.items[i].Q.In(), facts.Value{Exact: p, Shown: facts.ShownPercent(p)})
}

// endsWith reports whether the sentence ends with an area.
func (s *statement) endsWith(area string) bool { return s.items[len(s.items)-1].Is(area) }

// forget takes back what was held of an item as if it were of the whole.
func (s *statement) forget(i int) {
	at := s.passage.Text.At(s.items[i].Start)
	s.claims = slices.DeleteFunc(s.claims, func(cl *Claim) bool { return cl.At == at && cl.Verdict == Contradicted })
}

// countBesideShare reads "patients from the south lost 3,051 days, six in every ten of the total", where the share is
// right of a measure's count.
func (s *statement) countBesideShare() {
	if s.lacks(language.IsArea) || s.negated() || s.unsureMood() {
		return
	}
	area := s.onlyLocality()
	if area == "" {
		return
	}
	var t *facts.Thing
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
		if it.Class != language.IsQuantity || it.Q.Unit == facts.Percent {
			continue
		}
		if at >= 0 || it.Q.Unit != facts.Bare || it.Q.Ref != nil || it.Q.Value == nil || it.Q.Fraction || it.Q.Value.Cmp(exact.Rat(20, 1)) < 0 || s.heldAt(it) || language.AnyOf(s.items[:i], func(x *lex.Item) bool { return x.Class == language.IsQuantity }) {
			return
		}
		at = i
	}
	v, ok := s.facts.At(t, facts.FaceValue, area, s.facts.Year)
	if at < 0 || !ok || !(&clause{statement: s}).near(t, facts.FaceValue, area, s.items[at].Q, exact.Rat(2, 3), exact.Rat(3, 2)) {
		return
	}
	s.tellCount(at, t, area, v, facts.Fits(s.items[at].Q.In(), v))
}

// soleMeasure is the only local measure that the sentence names beside what the report counts, nil for none.
func (s *statement) soleMeasure() (t *facts.Thing) {
	for _, o := range s.all {
		if o.Kind != facts.Count && (t != nil || o.Kind != facts.Measure) {
			return nil
		}
		if o.Kind == facts.Measure {
			t = o
		}
	}
	return t
}

// bestThere reads "in Glenside 72.0% were seen within three weeks, the second best result of the three localities" and "in
// Glenside the number waiting fell from 42 to 23, the smallest fall of the three", where the figure is that locality's.
func (s *statement) bestThere() bool {
	if s.lacks(language.IsArea) || s.lacks(language.IsExtreme) || s.negated() || s.unsureMood() {
		return false
	}
	t, area := s.soleMeasure(), s.onlyLocality()
	if t == nil || area == "" {
		return false
	}
	v, ok := s.facts.At(t, facts.FaceValue, area, s.facts.Year)
	given, moved, extreme := false, 0, -1
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsQuantity && it.Q.Ref == nil && it.Q.Value != nil && (it.Q.Unit == t.Unit || it.Q.Unit == facts.Bare && t.Unit != facts.Percent && t.Unit != facts.Pounds) && !given && ok && facts.Fits(it.Q.In(), v):
			given = true
		case it.Class == language.IsPeriod && !s.now(it), it.Class == language.IsFace, it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds, it.Class == language.IsMove && it.Adj, it.Class == language.IsMove && it.Judge, it.Class == language.IsTimes && it.Word == "as much", it.Class == language.IsExtreme && extreme >= 0:
			return false
		case it.Class == language.IsExtreme && given:
			extreme = i
		case (it.Class == language.IsMove || it.Class == language.IsTimes) && extreme < 0:
			if moved = 1; it.N < 0 {
				moved = -1
			}
		case it.Class == language.IsMove && i != extreme+1:
			return false
		}
	}
	if extreme < 0 || s.heldAt(&s.items[extreme]) {
		return false
	}
	word := &s.items[extreme]
	if !s.itemIs(extreme+1, language.IsMove) {
		return (moved == 0 || slices.Contains([]string{"highest", "lowest", "longest", "shortest"}, word.Text)) && s.bestOfLocalities(t, area, extreme)
	}
	noun := &s.items[extreme+1]
	if moved != 0 && moved != noun.N || s.items[extreme-1].Ordinal > 0 || !s.amongTheLocalities(extreme+2) {
		return false
	}
	l := &localSentence{measure: t, places: []*lex.Item{{Entry: language.Entry{Class: language.IsArea, Area: area}}}, extreme: word, moved: noun}
	s.localMove(l)
	return l.told
}

// amongTheLocalities reports whether the words from item i on are "of the three localities" or "of any locality".
func (s *statement) amongTheLocalities(i int) bool {
	for i < len(s.items) && (s.items[i].Class == language.IsPlain || s.text(i) == "of" || s.text(i) == "in" || s.items[i].Is(facts.Own) || s.itemIs(i, language.IsQuantity) && s.items[i].Q.Unit == facts.Bare) {
		i++
	}
	return (s.itemIs(i, language.IsSubject) && s.items[i].Thing.ID == "count:localities" || s.text(i) == "locality" && s.text(i-1) == "any") && (s.ends(i+1) || s.itemIs(i+1, language.IsBreak))
}

// soManyOf reads "96 of the 1,064 adult protection inquiries ran past their deadline, which is better than the year
// before" where the one as a part of the other is the measure's percentage, or what that leaves: what is said behind is
// of the measure.
func (s *statement) soManyOf() {
	t, first := s.soleMeasure(), -1
	if t == nil || t.Unit != facts.Percent || t.Better == 0 || s.negated() || s.unsureMood() {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.Class == language.IsQuantity && it.Q.IsWhole() && it.Q.Ref == nil && !it.Q.Fraction && s.text(i+1) == "of" {
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
	if !s.itemIs(k, language.IsQuantity) || s.items[k].Q.Unit != facts.Bare || s.items[k].Q.Ref != nil || s.items[k].Q.Value == nil || s.items[k].Q.Value.Sign() <= 0 {
		return
	}
	area := facts.Own
	if s.onlyLocality() != "" {
		area = s.onlyLocality()
	} else if s.locality != "" || language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsArea && x.Area != facts.Own }) {
		return
	}
	v, ok := s.facts.At(t, facts.FaceValue, area, s.facts.Year)
	if !ok {
		return
	}
	p := new(big.Rat).Quo(s.items[first].Q.Value, s.items[k].Q.Value)
	p.Mul(p, exact.Rat(100, 1))
	if exact.Parse(p.FloatString(1)).Cmp(exact.Parse(v.Exact.FloatString(1))) != 0 && exact.Parse(new(big.Rat).Sub(exact.Rat(100, 1), p).FloatString(1)).Cmp(exact.Parse(v.Exact.FloatString(1))) != 0 {
		return
	}
	mark := k
	for mark < len(s.items) && s.items[mark].Class != language.IsMark {
		mark++
	}
	for i := mark; i < len(s.items); i++ {
		it := &s.items[i]
		switch {
		case it.Class == language.IsExtreme && !s.heldAt(it):
			s.bestOfLocalities(t, area, i)
		case it.Class == language.IsMove && it.Adj && it.Judge && it.N != 0 && area == facts.Own && !s.heldAt(it):
			s.betterThanBefore(t, v, i)
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Percent && s.items[i].Q.Ref == nil && !s.heldAt(it) && i > 0:
			s.besideGoal(t, area, v, i)
		}
	}
}

// bestOfLocalities holds the superlative at i among the localities: "the best result of the three localities"; it reports
// whether it is said of these.
func (s *statement) bestOfLocalities(t *facts.Thing, area string, i int) bool {
	if !facts.IsLocality(area) || !s.amongTheLocalities(i+1) {
		return false
	}
	sign, rank := s.items[i].Sign(t), 1
	if s.items[i-1].Ordinal > 0 {
		rank = int(s.items[i-1].Ordinal)
	}
	v, _ := s.facts.At(t, facts.FaceValue, area, s.facts.Year)
	beyond, others, ok := s.facts.LocalitiesBeyond(t, v, area, sign)
	if !ok || sign == 0 {
		return false
	}
	w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(beyond == rank-1), Evidence: facts.Proof(v, s.facts.Year)}
	w.Expected = strings.Join(append([]string{s.facts.Place(area) + " " + v.Display}, others...), ", and ")
	s.tellAt(saysRank, &s.items[i], t, area, w).Comparator = s.items[i].Text
	return true
}

// betterThanBefore holds the comparative at i against the year before: "better than the year before".
func (s *statement) betterThanBefore(t *facts.Thing, v facts.Value, i int) {
	k := i + 1
	if s.itemIs(k, language.IsThan) {
		k++
	}
	if s.text(k) == "in" {
		k++
	}
	if !s.itemIs(k, language.IsPeriod) || k+1 < len(s.items) && s.items[k+1].Class != language.IsMark {
		return
	}
	it := &s.items[k]
	year := 0
	switch {
	case it.Known && !it.Calendar && it.Year < s.facts.Year:
		year = it.Year
	case !it.Known && it.Entry.Year == 1:
		year = s.facts.Year - 1
	}
	b, ok := s.facts.At(t, facts.FaceValue, facts.Own, year)
	if year == 0 || !ok || facts.SameShown(v, b) {
		return
	}
	w := facts.Way{Year: s.facts.Year, Base: year, Truth: facts.TruthOf(v.Exact.Cmp(b.Exact) == s.items[i].N*t.Better), Expected: facts.FromTo(b, v, year, s.facts.Year), Evidence: append(facts.Proof(v, s.facts.Year), facts.Proof(b, year)...)}
	s.tellAt(saysChange, &s.items[i], t, facts.Own, w).Comparator = s.items[i].Text
}

// besideGoal holds that the value is short of the target at item i, or above it: "just short of the 75% target".
func (s *statement) besideGoal(t *facts.Thing, area string, v facts.Value, i int) {
	goal, ok := (&clause{statement: s}).goal(t, facts.Own)
	if !ok || goal.Exact.Cmp(s.items[i].Q.Value) != 0 || !s.itemIs(i+1, language.IsFace) || s.items[i+1].Face != facts.FaceTarget || s.items[i-1].Text != "the" && s.items[i-1].Text != "our" {
		return
	}
	b := &s.items[max(i-2, 0)]
	n := 0
	switch {
	case b.Class == language.IsBeside, b.Class == language.IsMet && strings.HasSuffix(b.Text, "short of"):
		n = b.N
	case strings.HasSuffix(b.Text, "short of"):
		n = -1
	}
	if b.Judge || n == 0 || s.heldAt(b) {
		return
	}
	s.tellAt(saysTarget, b, t, area, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(v.Exact.Cmp(goal.Exact) == n), Expected: v.Display + " against a target of " + goal.Display, Evidence: facts.Proof(v, s.facts.Year)})
}
