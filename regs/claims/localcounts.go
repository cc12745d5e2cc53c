package claims

import (
	"math/big"
	"slices"

	"apr/internal/source"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what a sentence as a whole says of the localities' figures of one local measure: which of them has
// the most, what part of the whole one has, and whether one has more than others together.

// localCounts reads "of our three localities Strathmoor had the most people waiting for care at home", "of the 78
// children looked after, 31 were from the north" and "more than in Glenside and the coast put together".
func (s *statement) localCounts() {
	if s.lacks(language.IsArea) || s.unsureMood() || !language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsArea && facts.IsLocality(x.Area) }) {
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
			if (k == end || s.items[k].Class == language.IsMark) && (start > 0 || k < len(s.items)) && s.localCount(start, k) {
				break
			}
		}
		start = end
	}
}

// parts reports whether another statement begins with item i.
func (s *statement) parts(i int) bool {
	it := &s.items[i]
	return it.Class == language.IsMark && (it.Word == ";" || it.Word == ":") || it.Class == language.IsAside || it.Class == language.IsBreak && (it.Word != "and" || i > 0 && s.items[i-1].Class == language.IsMark)
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
	from, to := s.passage.Text.At(s.items[start].Start), s.passage.Text.At(s.items[end-1].End)
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
	measure  *facts.Thing
	places   []*lex.Item // the localities
	before   int         // of which so many are before what compares
	extreme  *lex.Item
	compares *lex.Item // more, fewer
	moved    *lex.Item // rose, fell
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
	var t *facts.Thing
	for i := start; i < end; i++ {
		it := &s.items[i]
		switch it.Class {
		case language.IsArea:
			if facts.IsLocality(it.Area) {
				l.places = append(l.places, it)
			} else if it.Area != facts.Own {
				return nil
			}
		case language.IsSubject:
			if it.Thing.ID == "count:localities" {
				continue
			}
			if t != nil && t != it.Thing || it.Thing.Kind != facts.Measure && it.Thing.Kind != facts.Indicator {
				return nil
			}
			t = it.Thing
		case language.IsQuantity:
			switch {
			case i+1 < end && s.items[i+1].Class == language.IsSubject && s.items[i+1].Thing.ID == "count:localities":
			case it.Q.Ref != nil || it.Q.Value == nil || it.Q.Per != 0:
				return nil
			case it.Q.Unit == facts.Percent:
				l.shares = append(l.shares, i)
			case it.Q.Unit == facts.Bare:
				l.counts = append(l.counts, i)
			default:
				return nil
			}
		case language.IsExtreme:
			if l.extreme != nil {
				return nil
			}
			l.extreme = it
		case language.IsMove, language.IsBeside:
			if it.Class == language.IsMove && !it.Adj && !it.Judge && l.moved == nil {
				l.moved = it
				continue
			}
			if l.compares != nil || it.Judge || it.Class == language.IsMove && !it.Adj {
				return nil
			}
			l.compares, l.before = it, len(l.places)
		case language.IsTogether:
			l.together = true
		case language.IsBase:
			if it.Text != "of the total" {
				return nil
			}
			l.ofTotal = true
		case language.IsPeriod:
			if !(it.Known && !it.Calendar && it.Year == s.facts.Year) && it.Text != "at the end of the year" {
				return nil
			}
		case language.IsBreak:
			if i > start && (it.Word != "and" || it.Text != "and") {
				return nil
			}
		case language.IsPlain, language.IsMark, language.IsRole, language.IsHedge, language.IsThan, language.IsLives:
			l.number = l.number || it.Text == "number"
			if it.Ordinal > 0 || slices.Contains([]string{"one", "former", "latter", "others", ";"}, it.Text) {
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
	if m := c.countOf(t, l.places[0].Area); m != nil {
		t = m
	}
	if t.Kind != facts.Measure {
		return nil
	}
	l.measure = t
	return l
}

// localExtreme holds that one locality has the highest figure, or the lowest.
func (s *statement) localExtreme(l *localSentence) {
	counts := l.extreme.Text == "most" || l.extreme.Text == "fewest" || l.number
	if len(l.places) != 1 || s.heldAt(l.extreme) || counts && l.measure.Unit == facts.Percent || l.extreme.Word == "never" || l.extreme.Word == "turning" {
		return
	}
	sign := l.extreme.N
	if l.extreme.Judge {
		sign *= l.measure.Better
	}
	area := l.places[0].Area
	v, ok := s.facts.At(l.measure, facts.FaceValue, area, s.facts.Year)
	if !ok || sign == 0 {
		return
	}
	w := facts.Way{Year: s.facts.Year, Truth: facts.Yes, Expected: s.facts.Place(area) + " " + v.Display, Evidence: facts.Proof(v, s.facts.Year)}
	all := 0
	for _, o := range s.facts.Things {
		if o.Group != "locality" {
			continue
		}
		ov, there := s.facts.At(l.measure, facts.FaceValue, o.ID, s.facts.Year)
		if !there {
			return
		}
		if all++; ov.Exact.Cmp(v.Exact) == sign {
			w.Truth = facts.No
			w.Expected += ", and " + s.facts.Place(o.ID) + " " + ov.Display
		}
	}
	if all < 2 {
		return
	}
	l.told = true
	cl := s.tellAt(saysRank, l.extreme, l.measure, area, w)
	cl.Comparator = l.extreme.Text
}

// localMove holds that a figure rose most, or fell most, in one locality.
func (s *statement) localMove(l *localSentence) {
	if len(l.places) != 1 || l.extreme.Judge || l.moved.N == 0 || s.heldAt(l.extreme) {
		return
	}
	w := facts.Way{Year: s.facts.Year, Truth: facts.Yes}
	var sizes, parts []*big.Rat
	at := -1
	for _, o := range s.facts.Things {
		if o.Group != "locality" {
			continue
		}
		b := s.facts.Before(l.measure, facts.FaceValue, o.ID, s.facts.Year)
		from, to, ok := s.facts.Pair(l.measure, facts.FaceValue, o.ID, b, s.facts.Year)
		if !ok || from.Exact.Sign() == 0 {
			return
		}
		if o.ID == l.places[0].Area {
			at = len(sizes)
		}
		d := new(big.Rat).Sub(to.Exact, from.Exact)
		d.Mul(d, exact.Rat(int64(l.moved.N), 1))
		sizes, parts = append(sizes, d), append(parts, new(big.Rat).Quo(d, from.Exact))
		if w.Expected != "" {
			w.Expected += "; "
		}
		w.Expected += s.facts.Place(o.ID) + " " + facts.FromTo(from, to, b, s.facts.Year)
		w.Evidence = append(w.Evidence, facts.Proof(to, s.facts.Year)...)
	}
	if at < 0 || len(sizes) < 2 {
		return
	}
	most := func(all []*big.Rat) bool {
		return !slices.ContainsFunc(all, func(d *big.Rat) bool { return d.Cmp(all[at]) == l.extreme.N })
	}
	switch bySize, byPart := most(sizes), most(parts); {
	case sizes[at].Sign() <= 0, !bySize && !byPart:
		w.Truth = facts.No
	case bySize != byPart && l.measure.Unit != facts.Percent:
		w.Truth = facts.Unknown // by number, or in proportion
	}
	l.told = true
	cl := s.tellAt(saysExtreme, l.extreme, l.measure, l.places[0].Area, w)
	cl.Comparator = l.extreme.Text + " " + l.moved.Text
}

// localTogether holds that one locality has more than others together, or fewer.
func (s *statement) localTogether(l *localSentence) {
	if l.before != 1 && !(l.before == 0 && l.compares.Class == language.IsMove) || len(l.places) < 3 || l.compares.N == 0 || l.measure.Unit == facts.Percent || s.heldAt(l.compares) {
		return
	}
	area := l.places[0].Area
	v, ok := s.facts.At(l.measure, facts.FaceValue, area, s.facts.Year)
	if !ok {
		return
	}
	w := facts.Way{Year: s.facts.Year, Evidence: facts.Proof(v, s.facts.Year)}
	sum, than := new(big.Rat), ""
	for _, p := range l.places[1:] {
		o, there := s.facts.At(l.measure, facts.FaceValue, p.Area, s.facts.Year)
		if !there || p.Area == area {
			return
		}
		sum.Add(sum, o.Exact)
		than += " and " + o.Display
		w.Evidence = append(w.Evidence, facts.Proof(o, s.facts.Year)...)
	}
	w.Truth = facts.TruthOf(v.Exact.Cmp(sum) == l.compares.N)
	w.Expected = v.Display + " in " + s.facts.Place(area) + ", beside" + than[len(" and"):]
	l.told = true
	cl := s.tellAt(saysComparison, l.compares, l.measure, area, w)
	cl.Comparator = l.compares.Text + " than others together"
	if cl.Verdict == Contradicted {
		cl.Slip = "the other way"
	}
}

// localPart holds what part of the whole a locality has, in a number of the whole's or as a share of it.
func (s *statement) localPart(l *localSentence) {
	area := l.places[0].Area
	part, okPart := s.facts.At(l.measure, facts.FaceValue, area, s.facts.Year)
	all, okAll := s.facts.At(l.measure, facts.FaceValue, facts.Own, s.facts.Year)
	if !okPart || !okAll || all.Exact.Sign() <= 0 || l.measure.Unit == facts.Percent || (&clause{statement: s}).countOf(l.measure, area) == nil {
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
		partFits, wholeFits := facts.Fits(s.items[of].Q.In(), part), facts.Fits(s.items[whole].Q.In(), all)
		if !partFits && !wholeFits {
			return
		}
		l.told = true
		s.tellCount(of, l.measure, area, part, partFits)
		s.tellCount(whole, l.measure, facts.Own, all, wholeFits)
	case whole >= 0 && len(l.counts) == 1 && len(l.shares) == 1:
		l.told = true
		s.tellCount(whole, l.measure, facts.Own, all, facts.Fits(s.items[whole].Q.In(), all))
		s.tellShare(l.shares[0], l.measure, area, part, all)
	case l.ofTotal && len(l.shares) == 1 && len(l.counts) <= 1 && whole < 0:
		if i := l.shares[0]; i+1 < len(s.items) && s.items[i+1].Class == language.IsBase {
			l.told = true
			s.tellShare(i, l.measure, area, part, all)
		}
	}
}

// tellShare records that the percentage at i is, or isn't, a locality's part of the whole.
func (s *statement) tellShare(i int, t *facts.Thing, area string, part, all facts.Value) {
	it := &s.items[i]
	if s.heldAt(it) {
		return
	}
	p := new(big.Rat).Quo(part.Exact, all.Exact)
	p.Mul(p, exact.Rat(100, 1))
	cl := s.tellAt(saysShare, it, t, area, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(facts.Fits(it.Q.In(), facts.Value{Exact: p, Shown: facts.ShownPercent(p)})),
		Evidence: append(facts.Proof(part, s.facts.Year), facts.Proof(all, s.facts.Year)...), Expected: part.Display + " of " + all.Display + ", or " + p.FloatString(1) + "%,"})
	cl.Quantity, cl.Unit = it.Q.Bounds(), facts.Percent
}

// wholeOf reports whether the number at i is what another is part of: "of the 78 children".
func (s *statement) wholeOf(i int) bool {
	for i--; i >= 0; i-- {
		if s.items[i].Class != language.IsPlain && !s.items[i].Is(facts.Own) {
			return s.items[i].Class == language.IsRole && s.items[i].Role == "of" && (i == 0 || s.items[i-1].Class == language.IsQuantity)
		}
	}
	return false
}

// tellCount records that the number at i is a figure of a measure, or isn't.
func (s *statement) tellCount(i int, t *facts.Thing, area string, v facts.Value, is bool) {
	it := &s.items[i]
	if s.heldAt(it) {
		return
	}
	cl := s.tellAt(saysValue, it, t, area, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(is), Expected: v.Display, Evidence: facts.Proof(v, s.facts.Year)})
	cl.Quantity, cl.Unit = it.Q.Bounds(), it.Q.Unit
}
