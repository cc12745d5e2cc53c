package claims

import (
	"slices"
	"strings"
)

// This file finds which figure is a target's where no word next to it says so.

// targetInBrackets reports whether a figure in brackets is that of a target: "missed its target (75%)",
// "fell short of its target (60% against 75%)".
func (c *clause) targetInBrackets(q *placed) bool {
	if c.lead != "(" || c.after == nil || q.q.ref != nil || c.next(q.i) >= 0 || c.has(isMove, isBeside, isPeriod, isArea) >= 0 {
		return false
	}
	against := c.is(c.prev(q.i), isVersus) && c.is(c.prev(c.prev(q.i)), isQuantity)
	if len(c.qs) > 1 && !against {
		return false
	}
	if c.after.class == isFace && c.after.face == target {
		return true
	}
	t := c.only
	if !against || t == nil || t.Kind != isMeasure || !c.speaksOfTarget() {
		return false
	}
	goal, ok := c.goal(t, own)
	return ok && fits(q.q.in(), goal) // "missed its target for the wait (11.0 weeks against 8.0 weeks)"
}

// achievedThere takes "achieved" at i between a figure and its place for a plain word: "behind the 78% achieved in
// Glenside".
func achievedThere(items []item, i int) {
	if items[i].class == isMet && items[i].n > 0 && i > 0 && i+2 < len(items) && items[i-1].class == isQuantity && items[i+1].role == "in" && items[i+2].class == isArea {
		items[i].entry = entry{class: isPlain, word: items[i].text}
	}
}

// onlyThen holds "last met its target in 2021/22" and "for the first time" against the other years: there must
// be none behind it, or before it, in which the target was met.
func (c *clause) onlyThen(w *way, t *Thing, area string, word, year int) {
	from, to := 0, -1
	switch {
	case word > 0 && c.items[word-1].text == "last" && c.namesYear():
		from, to = year+1, c.facts.Year
	case c.says("first") && c.says("time") || c.says("for the first time") || word > 0 && c.items[word-1].text == "first" && c.namesYear():
		from, to = c.facts.First, year-1
		if tm := c.times(); tm.base != nil {
			from = c.resolve(t, value, tm.base)[0] + 1
		} else if tm.over > 0 {
			from = c.facts.Year - tm.over + 1
		}
	}
	for y := from; y <= to && w.truth == yes; y++ {
		v, ok := c.facts.at(t, value, area, y)
		goal, there := c.facts.at(t, target, area, y)
		if ok && there && v.Exact.Cmp(goal.Exact) != -t.Better {
			w.truth, w.expected, w.evidence = no, v.Display+" against a target of "+goal.Display+" in "+when(v, y), proof(v, y)
		}
	}
}

// inAnyOf is how many years the clause says that a target was missed, or met, in all of: "in any of the six
// years", 0 where it says no such thing.
func (c *clause) inAnyOf() int {
	for i, it := range c.items {
		if it.class == isPeriod && it.word == "over" && it.year > 1 && i > 0 && slices.Contains([]string{"any", "all", "each", "every"}, c.items[i-1].text) {
			return it.year
		}
	}
	return 0
}

// ofLocalities reports whether the clause says something of several localities, which counts as unread where it is that
// they met a target.
func (c *clause) ofLocalities() bool {
	if !slices.ContainsFunc(c.subjects, func(o *Thing) bool { return o.ID == "count:localities" }) {
		return false
	}
	if i := c.has(isMet); i >= 0 {
		it := c.items[i]
		c.claims = append(c.claims, &Claim{Text: c.textOf(it.start, it.end), Position: c.passage.Text.At(it.start), End: c.passage.Text.At(it.end),
			At: c.passage.Text.At(it.start), AtEnd: c.passage.Text.At(it.end), Name: c.name, Mood: "asserted", Verdict: Unread, Reason: "how many of the localities it is said of isn't read"})
	}
	return true
}

// speaksOfTarget reports whether a target is named before the clause.
func (c *clause) speaksOfTarget() bool {
	for i := range c.statement.items {
		if it := &c.statement.items[i]; it.start < c.items[0].start && it.class == isFace && it.face == target {
			return true
		}
	}
	return false
}

// limitsInTitles takes "three" of "within three weeks" for a plain word where the sentence is about a measure that has these
// words in its title.
func (s *statement) limitsInTitles() {
	for i := 1; i+1 < len(s.items); i++ {
		if s.items[i].class != isQuantity || s.items[i-1].text != "within" || !s.items[i].q.inWords || s.items[i+1].class == isMark {
			continue
		}
		words := s.passage.Lower[s.items[i-1].start:s.items[i+1].end]
		if anyOf(s.items, func(x *item) bool {
			return x.class == isSubject && x.thing.Kind == isMeasure && strings.Contains(x.thing.Title, words)
		}) {
			s.items[i].class, s.items[i].q = isPlain, nil
		}
	}
}
