package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file finds which figure is a target's where no word next to it says so.

// targetInBrackets reports whether a figure in brackets is that of a target: "missed its target (75%)",
// "fell short of its target (60% against 75%)".
func (c *clause) targetInBrackets(q *placed) bool {
	if c.lead != "(" || c.after == nil || q.Q.Ref != nil || c.next(q.i) >= 0 || c.has(language.IsMove, language.IsBeside, language.IsPeriod, language.IsArea) >= 0 {
		return false
	}
	against := c.is(c.prev(q.i), language.IsVersus) && c.is(c.prev(c.prev(q.i)), language.IsQuantity)
	if len(c.qs) > 1 && !against {
		return false
	}
	if c.after.Class == language.IsFace && c.after.Face == facts.FaceTarget {
		return true
	}
	t := c.only
	if !against || t == nil || t.Kind != facts.Measure || !c.speaksOfTarget() {
		return false
	}
	goal, ok := c.goal(t, facts.Own)
	return ok && facts.Fits(q.Q.In(), goal) // "missed its target for the wait (11.0 weeks against 8.0 weeks)"
}

// onlyThen holds "last met its target in 2021/22" and "for the first time" against the other years: there must
// be none behind it, or before it, in which the target was met.
func (c *clause) onlyThen(w *facts.Way, t *facts.Thing, area string, word, year int) {
	from, to := c.yearsBarred(t, word, year)
	for y := from; y <= to && w.Truth == facts.Yes; y++ {
		v, ok := c.facts.At(t, facts.FaceValue, area, y)
		goal, there := c.facts.At(t, facts.FaceTarget, area, y)
		if ok && there && v.Exact.Cmp(goal.Exact) != -t.Better {
			w.Truth, w.Expected, w.Evidence = facts.No, v.Display+" against a target of "+goal.Display+" in "+facts.When(v, y), facts.Proof(v, y)
		}
	}
}

// yearsBarred are the first and the last of the years in which something wasn't so where the clause says that it "last"
// was or was "for the first time" in a year; the last is before the first where it says no such thing. word is the item
// that says what was.
func (c *clause) yearsBarred(t *facts.Thing, word, year int) (from, to int) {
	if slices.ContainsFunc(c.items, func(x *lex.Item) bool {
		return slices.Contains([]string{"report", "publish", "show", "print", "compare", "reported", "published", "shown", "count", "counted", "measure", "measured"}, x.Text)
	}) {
		return 0, -1 // "we report for the first time that"
	}
	switch {
	case word > 0 && c.items[word-1].Text == "last" && c.namesYear():
		return year + 1, c.facts.Year
	case c.says("first") && c.says("time") || c.says("for the first time") || word > 0 && c.items[word-1].Text == "first" && c.namesYear():
		from = c.facts.First
		if tm := c.times(); tm.base != nil {
			from = c.resolve(t, facts.FaceValue, tm.base)[0] + 1
		} else if tm.over > 0 {
			from = c.facts.Year - tm.over + 1
		}
		return from, year - 1
	}
	return 0, -1
}

// onlyThenBeside holds "for the first time in six years our rate is above Scotland's" against the years before: there must be
// none of them in which it was so.
func (c *clause) onlyThenBeside(w *facts.Way, t *facts.Thing, face facts.Face, a, b string, sign, word, year int) {
	from, to := c.yearsBarred(t, word, year)
	for y := from; y <= to && w.Truth == facts.Yes && sign != 0; y++ {
		there := c.facts.Beside(t, face, a, b, y, sign)
		if there.Truth != facts.Yes || c.facts.Beside(t, face, a, b, y, -sign).Truth != facts.No {
			continue // it wasn't so, or the two figures are shown as the same
		}
		w.Truth, w.Evidence = facts.No, there.Evidence
		w.Expected = there.Expected + map[bool]string{true: ", so that it isn't the first time", false: ", which is later"}[y < year]
	}
}

// inAnyOf is how many years the clause says that a target was missed, or met, in all of: "in any of the six
// years", 0 where it says no such thing.
func (c *clause) inAnyOf() int {
	for i, it := range c.items {
		if it.Class == language.IsPeriod && it.Word == "over" && it.Year > 1 && i > 0 && slices.Contains([]string{"any", "all", "each", "every"}, c.items[i-1].Text) {
			return it.Year
		}
	}
	return 0
}

// ofLocalities reports whether the clause says something of several localities, which counts as unread where it is that
// they met a target.
func (c *clause) ofLocalities() bool {
	if !slices.ContainsFunc(c.subjects, func(o *facts.Thing) bool { return o.ID == "count:localities" }) {
		return false
	}
	if i := c.has(language.IsMet); i >= 0 {
		c.leaveUnread(c.items[i], c.items[i], "how many of the localities it is said of isn't read")
	}
	return true
}

// speaksOfTarget reports whether a target is named before the clause.
func (c *clause) speaksOfTarget() bool {
	for i := range c.statement.items {
		if it := &c.statement.items[i]; it.Start < c.items[0].Start && it.Class == language.IsFace && it.Face == facts.FaceTarget {
			return true
		}
	}
	return false
}

// limitsInTitles takes "three" of "within three weeks" for a plain word where the sentence is about a measure that has these
// words in its title.
func (s *statement) limitsInTitles() {
	for i := 1; i+1 < len(s.items); i++ {
		if s.items[i].Class != language.IsQuantity || s.items[i-1].Text != "within" || !s.items[i].Q.InWords || s.items[i+1].Class == language.IsMark {
			continue
		}
		words := s.passage.Lower[s.items[i-1].Start:s.items[i+1].End]
		if language.AnyOf(s.items, func(x *lex.Item) bool {
			return x.Class == language.IsSubject && x.Thing.Kind == facts.Measure && strings.Contains(x.Thing.Title, words)
		}) {
			s.items[i].Class, s.items[i].Q = language.IsPlain, nil
		}
	}
}

// What follows reads what was aimed for where a verb says whether it was kept to: "the limit of eight weeks was kept".

// unitOfTarget gives a target in words the unit that its measure has: "88% … against a target of ninety".
func (s *statement) unitOfTarget() {
	if s.only == nil || s.only.Kind != facts.Measure || s.only.Unit != facts.Percent {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.Class != language.IsQuantity || it.Q.Unit != facts.Bare || it.Q.Ref != nil || it.Q.Fraction || it.Q.Per != 0 || i+1 < len(s.items) && s.items[i+1].Class != language.IsMark && s.items[i+1].Class != language.IsBreak {
			continue
		}
		k := i - 1
		for k >= 0 && (s.items[k].Class == language.IsPlain || s.items[k].Role == "of" || s.items[k].Class == language.IsHedge) {
			k--
		}
		if k >= 0 && s.items[k].Class == language.IsFace && s.items[k].Face == facts.FaceTarget && s.near(s.only, facts.FaceValue, facts.Own, it.Q) {
			it.Q = inPercent(it.Q)
		}
	}
}
