package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file says when what contradicts the data rests on a place, a year or a subject that another
// clause of the sentence named, and the clause may not mean.

// acrossClauses is why a contradiction may be of something else than the clause before it spoke of; ""
// where it isn't.
func (c *clause) acrossClauses(t told, q *placed) string {
	names := func(area string) bool {
		return slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsArea && x.Area == area })
	}
	anyArea := slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsArea && x.Area != facts.Own })
	switch {
	case t.area != facts.Own && !names(t.area) && !c.statement.opensIn(t.area) && (len(c.subjects) > 0 && c.locality == "" || c.placeBeforeSubject(t.area)):
		return "another clause names the place, and this one may be about " + c.facts.Authority
	case c.year != nil && !slices.Contains(c.year, c.facts.Year) && (q == nil || q.years == nil) && !c.namesYear() && c.otherBefore(t.thing):
		return "another clause names the year, and this one may be of another"
	case t.claim.Measure == saysChange && len(c.subjects) > 0 && c.lead != "," && c.lead != "(" && c.lead != "" && c.year != nil && len(c.statement.all) > 1:
		return "another clause names the year, and this one may be of another"
	case (t.claim.Measure == saysTarget || t.claim.Measure == saysExtreme) && len(c.subjects) > 0 && c.lead != "," && c.lead != "(" && c.lead != "" && c.year != nil && len(c.statement.all) > 1:
		return "another clause names the year, and this one may be of another"
	case t.claim.Measure == saysComparison && len(c.subjects) > 0 && !(t.thing.Kind == facts.Money && len(c.subjects) == 2) && !anyArea && c.lead != "," && c.lead != "":
		return "another clause names the place with which it may not compare"
	case q == nil && len(c.statement.all) > 1 && c.hasNamesake(t.thing) && !c.statement.coded(t.thing) && (t.claim.Measure == saysChange || t.claim.Measure == saysExtreme || t.claim.Measure == saysRun):
		return "the data have more than one thing of nearly this name"
	case c.opensWithChange() && (t.claim.Measure == saysRun || t.claim.Measure == saysChange):
		return "it may be said of what comes behind it"
	case t.claim.Measure == saysValue && q != nil && c.hasFace(facts.FaceTarget) >= 0 && c.isGoal(t, q):
		return "it is the target"
	case t.claim.Measure == saysValue && q != nil && q.role == isOther && !q.hasArea && c.ofComparedPlace(t.thing, q):
		return "it may be of the place that the sentence compares with"
	case t.claim.Slip == "other-year" && q != nil && q.years == nil && c.year != nil && c.has(language.IsPeriod) < 0 && len(c.statement.all) > 1:
		return "another clause names the year, and this one may be of another"
	case t.claim.Slip == "other-year" && q != nil && q.years == nil && c.has(language.IsPeriod) < 0 && len(c.statement.all) > 1 && c.lead != "," && c.lead != "(" && c.namedBefore() != nil:
		return "another clause names the year, and this one may be of another"
	}
	return ""
}

// otherBefore reports whether the sentence names something else than a thing before the clause.
func (c *clause) otherBefore(t *facts.Thing) bool {
	return language.AnyOf(c.statement.items, func(x *lex.Item) bool {
		return x.Class == language.IsSubject && x.Thing != t && x.Thing.Kind != facts.Count && x.Start < c.items[0].Start
	})
}

// placeBeforeSubject reports whether a clause between the one that named a place and this one has named a
// subject: "… seventh in Scotland, although admissions were 11,152, a fall on 2021/22".
func (c *clause) placeBeforeSubject(area string) bool {
	if len(c.items) == 0 {
		return false
	}
	named, parted, subject := false, false, false
	for i := range c.statement.items {
		it := &c.statement.items[i]
		switch {
		case it.Start >= c.items[0].Start:
			return named && subject
		case it.Class == language.IsArea:
			named, parted, subject = it.Area == area, false, false
		case it.Class == language.IsMark || it.Class == language.IsBreak:
			parted = named
		case it.Class == language.IsSubject:
			subject = subject || parted
		}
	}
	return named && subject
}

// opensIn reports whether the sentence begins with where all of it is: "In Scotland, …".
func (s *statement) opensIn(area string) bool {
	for i := range s.items[:min(3, len(s.items))] {
		if it := &s.items[i]; it.Class == language.IsArea && it.Area == area {
			return i > 0 && s.items[i-1].Class == language.IsRole || strings.HasSuffix(it.Text, "ly") || i+1 < len(s.items) && s.items[i+1].Class == language.IsMark && s.items[i+1].Word == ","
		}
	}
	return false
}

// opensWithChange reports whether the clause is no more than a participle of direction that follows a
// conjunction, whose subject comes behind it: "while falling for three years in a row, bed days …".
func (c *clause) opensWithChange() bool {
	k := 0
	for k < len(c.items) && c.items[k].Class == language.IsBreak {
		k++
	}
	return (c.lead != "," && c.lead != "" || k > 0) && len(c.subjects) == 0 && k < len(c.items) && c.items[k].Class == language.IsMove && strings.HasSuffix(language.FirstWord(c.items[k].Text), "ing")
}

// ofComparedPlace reports whether a figure is Scotland's or the family's, in the year that stands by it or in any.
func (c *clause) ofComparedPlace(t *facts.Thing, q *placed) bool {
	if in := c.next(q.i); c.roleAt(in, "in") && c.is(c.next(in), language.IsArea) && c.items[c.next(in)].Area == facts.Own {
		return false // "compared with 33.6% here two years ago"
	}
	dated, years := q.years != nil && c.namesYear(), c.resolve(t, facts.FaceValue, q.years)
	for y := c.facts.First; y <= c.facts.Year; y++ {
		if dated && !slices.Contains(years, y) {
			continue
		}
		for _, place := range []string{facts.Scotland, facts.Family} {
			if v, ok := c.facts.At(t, facts.FaceValue, place, y); ok && facts.Fits(q.Q.In(), v) {
				return true
			}
		}
	}
	return false
}

// isGoal reports whether a figure is the target of a thing.
func (c *clause) isGoal(t told, q *placed) bool {
	goal, ok := c.goal(t.thing, t.area)
	return ok && facts.Fits(q.Q.In(), goal)
}
