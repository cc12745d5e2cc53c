package claims

import (
	"math/big"
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads how many times as much one is as another of the kind: "£32.4m on older people, almost four times what was
// spent on adults with a learning disability", "3,051 bed days, three times the figure for the north".

// timesAnother holds the first such words of a statement; it reports whether it has any.
func (s *statement) timesAnother() bool {
	if s.negated() || s.unsureMood() || s.reader.money != nil {
		return false
	}
	for i := 1; i+1 < len(s.items); i++ {
		if size, hedge := s.multipleAt(i); size != nil {
			return !s.heldAt(&s.items[i]) && s.holdTimes(i, size, hedge)
		}
	}
	return false
}

// multipleAt is how many times as much item i says; the size is nil where it says no such thing.
func (s *statement) multipleAt(i int) (size *big.Rat, hedge facts.Hedge) {
	it := &s.items[i]
	hedge = it.Hedge
	switch {
	case it.Class == language.IsTimes && it.Word == "as much" && it.N > 1:
		size = exact.Rat(int64(it.N), 1)
	case it.Class == language.IsTimes && it.Word == "as much" && it.N < -1:
		size = exact.Rat(1, int64(-it.N))
	case it.Class == language.IsQuantity && it.Q.Unit == facts.Bare && it.Q.Ref == nil && it.Q.Value != nil && it.Q.Value.Sign() > 0 && s.text(i+1) == "times" && slices.Contains([]string{"as much as", "as many as", "what", "the", "that", "those"}, s.text(i+2)):
		size, hedge = it.Q.Value, it.Q.Hedge
	case it.Class == language.IsQuantity && it.Q.Fraction && it.Q.Ref == nil && it.Q.Value != nil && it.Q.Value.Sign() > 0 && s.text(i+1) == "of" && slices.Contains([]string{"what", "that", "those"}, s.text(i+2)):
		size, hedge = exact.Quo(it.Q.Value, exact.Rat(100, 1)), it.Q.Hedge
	default:
		return nil, hedge
	}
	if before := &s.items[i-1]; hedge == facts.Plainly && before.Class == language.IsHedge {
		hedge = before.Hedge
	} else if h, ok := lex.HedgeOfMultiple(before.Text); ok && hedge == facts.Plainly {
		hedge = h
	}
	return size, hedge
}

// twoNamed are the two of which one is said to be so many times the other, with what else the words name.
type twoNamed struct {
	amounts        []*facts.Thing
	areas          []string // of localities
	measure        *facts.Thing
	people, spends bool // inhabitants are counted, or money
}

// twoAround finds what is named from item from on, before and behind the multiple at item i; it isn't ok where a word may make the two
// other than the figures of the year, such as that of a plan, or a third is named.
func (s *statement) twoAround(from, i int) (two twoNamed, ok bool) {
	end := len(s.items)
	for k := from; k < end; k++ {
		it := &s.items[k]
		t := s.amountNamed(k)
		if it.Class == language.IsSubject && it.Thing.Group == "partner" {
			t = it.Thing
		}
		switch {
		case t != nil:
			if k > i && len(two.amounts) == 0 {
				return two, false
			}
			if n := len(two.amounts); n == 0 || two.amounts[n-1] != t {
				two.amounts, two.areas = append(two.amounts, t), append(two.areas, it.Area)
			}
			if k > i && len(two.amounts) == 2 {
				end = s.endOfOther(k + 1)
			}
		case it.Class == language.IsSubject && it.Thing.Kind == facts.Measure && (two.measure == nil || two.measure == it.Thing):
			two.measure = it.Thing
		case it.Class == language.IsFace && it.Face == facts.FaceSpend:
			two.spends = true
		case it.Class == language.IsQuantity && k < i && it.Q.Ref == nil && it.Q.Unit != facts.Percent:
			two.spends = two.spends || it.Q.Unit == facts.Pounds
		case it.Class == language.IsPlain && !it.Demoted:
			two.people = two.people || it.CountsPeople()
		case k == i, it.Text == "many", it.Class == language.IsHedge, it.Is(facts.Own), it.Class == language.IsMark && (it.Word == "," || it.Word == "(" || it.Word == ")"), it.Class == language.IsRole && slices.Contains([]string{"of", "in", "to", "by", "from"}, it.Role), s.now(it), it.Class == language.IsSubject && it.Thing.ID == "total":
		default:
			return two, false
		}
	}
	return two, end >= 0 && len(two.amounts) == 2 && two.amounts[0].Group == two.amounts[1].Group
}

// holdTimes holds the multiple at item i; it reports whether it did.
func (s *statement) holdTimes(i int, size *big.Rat, hedge facts.Hedge) bool {
	from := 0
	for k := range i {
		if s.items[k].Class == language.IsBreak && s.items[k].Word == "frame" {
			from = k + 1 // "members noted that"
		}
	}
	two, ok := s.twoAround(from, i)
	if !ok || s.locality != "" && two.amounts[0].Group != "locality" {
		return false
	}
	one, other, face, areas := two.amounts[0], two.amounts[1], facts.FaceSpend, []string{facts.Own, facts.Own}
	switch inPlaces := one.Group == "locality"; {
	case !inPlaces && two.measure == nil, inPlaces && two.spends && two.measure == nil && !two.people:
	case inPlaces && two.measure != nil && !two.spends:
		one, other, face, areas = two.measure, two.measure, facts.FaceValue, two.areas
	case inPlaces && two.people && !two.spends && s.population != nil:
		one, other, face, areas = s.population, s.population, facts.FaceValue, two.areas
	default:
		return false
	}
	year := s.facts.Newest(one, face, areas[0])
	v, ok := s.facts.At(one, face, areas[0], year)
	w, there := s.facts.At(other, face, areas[1], year)
	if !ok || !there || w.Exact.Sign() <= 0 || !s.figuresAre(from, i, v) {
		return false
	}
	part := exact.Quo(exact.Quo(v.Exact, w.Exact), size)
	cl := s.tellAt(saysComparison, &s.items[i], one, areas[0], facts.Way{Year: year, Truth: facts.TruthOf(multipleFits(hedge, part, part)),
		Expected: v.Display + " beside " + w.Display, Evidence: slices.Concat(facts.Proof(v, year), facts.Proof(w, year))})
	cl.Comparator = s.items[i].Text
	return true
}

// endOfOther is where what is said of the other of two ends, if nothing but words such as "had" is behind it; -1 else.
func (s *statement) endOfOther(k int) int {
	for k < len(s.items) && (slices.Contains([]string{"had", "has", "did", "received", "got", "services", "'s", "area"}, s.text(k)) || s.now(&s.items[k]) || s.items[k].Class == language.IsRole && s.items[k].Role == "in" && k+1 < len(s.items) && s.now(&s.items[k+1])) {
		k++
	}
	if !s.ends(k) && !s.itemIs(k, language.IsBreak) {
		return -1
	}
	return k
}

// figuresAre reports whether each figure from item from to before item i is that of a value, so that it is this that the words
// speak of.
func (s *statement) figuresAre(from, i int, v facts.Value) bool {
	for k := from; k < i; k++ {
		if it := &s.items[k]; it.Class == language.IsQuantity && !facts.Fits(it.Q.In(), v) {
			return false
		}
	}
	return true
}
