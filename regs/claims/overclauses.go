package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
	"apr/regs/sentence"
)

// overClauses reads what a sentence says of money and people in a form that goes over its clauses, once
// these were read. None of these readers changes an item, and most need one of a class that most sentences
// lack.
func (s *statement) overClauses(sn *sentence.Sentence) {
	for i := range s.items {
		it := &s.items[i]
		s.found |= 1 << it.Class
		s.writes = s.writes || it.Class == language.IsQuantity && it.Q.Ref == nil
	}
	defer func() { s.found = 0 }()
	s.strategicPlan()
	s.peopleBeside()
	s.morePeopleHere()
	s.peopleCounted()
	s.peopleTogether()
	s.placeAmongLocalities()
	s.partAndPeople()
	s.ages()
	s.onlyOtherYear()
	s.partsCompared()
	s.withinPlan()
	s.partOfMatter()
	s.besidePlanWords()
	s.recommendedBy()
	s.recommendedOn()
	s.sharesOfYears()
	s.bothFigures()
	s.localCounts()
	s.localTargets()
	s.nearTarget()
	s.ofTheseThere()
	s.countBesideShare()
	s.soManyOf()
	s.inSegments((*statement).bestThere)
	s.largestService()
	s.largestServices()
	s.costliest()
	s.partnersBeside()
	s.inSegments((*statement).inTurn)
	s.inSegments((*statement).alsoMoved)
	s.inSegments((*statement).ranksOfSeveral)
	s.inSegments((*statement).surveyCounts)
	s.inSegments((*statement).savingsLeft)
	s.inSegments((*statement).savingsNeeded)
	s.inSegments((*statement).saved)
	s.distances()
	s.populations()
	s.peopleListed()
	s.inSegments((*statement).peopleOfOne)
	s.inSegments((*statement).partOfMeasure)
	s.inSegments((*statement).turnAndNow)
	s.inSegments((*statement).familyBest)
	if !s.writes && !s.lacks(language.IsTimes) {
		s.timesAnother() // "the council spent twice as much as the health board"
	}
	s.inSegments((*statement).timesAnother)
	if s.money {
		s.onlyVaried()
		s.countVaried()
		s.variedTogether()
		s.soDid()
		s.lastVaried()
		s.changeAndPart()
		s.variedBeside()
		s.partOfSpent(sn)
		s.headsCompared()
		s.headsListed()
		s.sumAndShare()
		s.shareSince()
		s.variedYears()
		s.inSegments((*statement).sharesListed)
		s.inSegments((*statement).overspends)
		s.inSegments((*statement).partsOfVaried)
		s.inSegments((*statement).causes)
		s.inSegments((*statement).variedInTurn)
		s.inSegments((*statement).variancesListed)
		s.variedInAllOf()
		s.inSegments((*statement).largestVaried)
		s.largestOfThem()
		s.inSegments((*statement).variedInSum)
		s.inSegments((*statement).pastTotals)
		s.variedInYears()
		s.variedEarlier()
		s.variedCounted()
		s.partOfTotal()
		s.eachVaried()
		s.andOneOf()
		s.localitiesRespectively()
		s.varianceGiven()
		s.localitiesTogether()
		s.includedParts()
		s.paceOfPlaces()
		s.percentOver()
		s.spendBeside()
		s.peopleBesideMoney()
		s.inSegments((*statement).planGap)
	}
}

// tellAt records a claim that an item of the sentence carries, as clauses do. It takes the place of what
// wasn't read of the item.
func (s *statement) tellAt(m Measure, it *lex.Item, t *facts.Thing, area string, ways ...facts.Way) *Claim {
	s.dropUnreadAt(it)
	c := &clause{statement: s}
	for i := range s.items {
		x := &s.items[i]
		if x.Class == language.IsMark && x.Word != "," && x.End <= it.Start {
			c.items = c.items[:0]
		} else if x.Class == language.IsMark && x.Word != "," && x.Start >= it.End {
			break
		} else if x.Class != language.IsMark {
			c.items = append(c.items, x)
		}
	}
	return c.tell(m, it, t, area, ways)
}

// dropUnreadAt takes away what wasn't read of an item, of which something is told now.
func (s *statement) dropUnreadAt(it *lex.Item) {
	at := s.passage.Text.At(it.Start)
	s.claims = slices.DeleteFunc(s.claims, func(cl *Claim) bool { return cl.Verdict == Unread && cl.At == at })
}

// unsureMood reports whether the sentence speaks of what is wished, expected or said by others, or
// hangs on a condition.
func (s *statement) unsureMood() bool {
	if s.asked || s.found != 0 {
		return s.asked || s.found.Has(language.IsMood)
	}
	for i := range s.items {
		if s.items[i].Class == language.IsMood {
			return true
		}
	}
	return false
}

// lacks reports whether the sentence is known to have no item of a class.
func (s *statement) lacks(c language.Class) bool { return s.found != 0 && !s.found.Has(c) }

// heldAt reports whether a claim that an item carries was held against the data.
func (s *statement) heldAt(it *lex.Item) bool {
	if allAre(s.claims, Unread) {
		return false // as in most sentences, whose places needn't be counted out
	}
	at := s.passage.Text.At(it.Start)
	return slices.ContainsFunc(s.claims, func(cl *Claim) bool { return cl.Verdict != Unread && cl.At == at })
}

// negated reports whether the sentence denies something.
func (s *statement) negated() bool {
	if s.found != 0 {
		return s.found.Has(language.IsNot)
	}
	return language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsNot })
}
