package claims

import (
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// populations reads how many people live in further localities, behind one of which that was said: "Strathmoor has 52,300
// residents and Glenside 38,100".
func (s *statement) populations() {
	if s.population == nil || !s.writes || s.lacks(language.IsArea) || s.negated() || s.unsureMood() || !language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsArea && facts.IsLocality(x.Area) }) {
		return
	}
	given := func() bool { // the sentence has said how many people live somewhere
		return slices.ContainsFunc(s.claims, func(cl *Claim) bool { return cl.Subject == s.population.ID && cl.Verdict != Unread })
	}
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsSubject, it.Class == language.IsUnknown, it.Class == language.IsPeriod && !s.now(it), it.Class == language.IsQuantity && it.Q.Unit != facts.Bare:
			return
		case it.Class == language.IsArea && facts.IsLocality(it.Area) && given():
			s.populationBehind(i)
		}
	}
}

// inhabitants are people, wherever they live.
var inhabitants = []string{"people", "residents", "inhabitants"}

// populationBehind holds the number right behind the locality at item i, which ends what is said of it.
func (s *statement) populationBehind(i int) {
	area := s.items[i].Area
	k := i + 1
	for k < len(s.items) && slices.Contains([]string{"has", "had", "with", "have", "is home to", ","}, s.items[k].Text) {
		k++
	}
	if k >= len(s.items) || s.items[k].Class != language.IsQuantity || s.heldAt(&s.items[k]) || k+1 < len(s.items) && s.items[k+1].Class != language.IsMark && s.items[k+1].Class != language.IsBreak && !slices.Contains(inhabitants, s.items[k+1].Text) {
		return
	}
	s.holdPeopleAt(&s.items[k], area)
}

// holdPeopleAt holds a number against the people who live in a locality.
func (s *statement) holdPeopleAt(it *lex.Item, area string) {
	q := it.Q
	v, ok := s.facts.At(s.population, facts.FaceValue, area, s.facts.Newest(s.population, facts.FaceValue, area))
	if !ok || q.Unit != facts.Bare || q.Ref != nil || q.Value == nil || q.Per != 0 || q.Fraction || exact.CompareWhole(q.Value, 1000) < 0 {
		return
	}
	cl := s.tellAt(saysCount, it, s.population, area, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(facts.Fits(q.In(), v)), Expected: v.Display, Evidence: facts.Proof(v, s.facts.Year)})
	cl.Quantity = q.Bounds()
	s.messageOfPeople(cl, it, area)
}

// peopleListed holds how many people a locality has behind something else that it has: "Glenside has five general practices
// and 38,100 people".
func (s *statement) peopleListed() {
	area := s.onlyLocality()
	if s.population == nil || area == "" || s.negated() || s.unsureMood() || s.namesMeasure() || s.money {
		return
	}
	for i := 3; i+1 < len(s.items); i++ {
		if it := &s.items[i]; it.Class != language.IsQuantity || s.heldAt(it) || s.items[i-1].Text != "and" || !slices.Contains(inhabitants, s.items[i+1].Text) || !s.ends(i+2) {
			continue
		}
		k := i - 2 // the other number that the locality has
		for k > 0 && (s.items[k].Class == language.IsPlain || s.items[k].Class == language.IsUnknown) {
			k--
		}
		if k < 2 || s.items[k].Class != language.IsQuantity || k == i-2 || !slices.Contains([]string{"has", "had", "with"}, s.items[k-1].Text) {
			continue
		}
		if owner := &s.items[k-2]; !owner.Is(area) && owner.Class != language.IsMark {
			continue
		}
		s.holdPeopleAt(&s.items[i], area)
	}
}
