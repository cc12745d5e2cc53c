package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// nounsOfPeople are whom an indicator or a measure counts.
var nounsOfPeople = []string{"people", "adults", "residents", "patients", "children", "carers", "persons", "households"}

// morePeopleThan reads "More people went to hospital in an emergency": how many there are of
// those whom a thing counts, against the year before.
func (c *clause) morePeopleThan(t *facts.Thing, face facts.Face, area string, tm times) {
	if t.Kind != facts.Indicator && t.Kind != facts.Measure || t.Unit == facts.Pounds || t.Unit == "days" || area != facts.Own || c.unknown != "" || c.not || len(c.qs) > 0 || c.lead != "" && c.lead != "and" && c.lead != "but" && c.lead != "," ||
		tm.base != nil || tm.over > 0 || tm.at != nil && !slices.Contains(tm.at, c.facts.Year) || c.opened || c.asked ||
		c.has(language.IsThan, language.IsVersus, language.IsBeside, language.IsExtreme, language.IsTimes, language.IsStable, language.IsRank, language.IsFace, language.IsBase, language.IsMet) >= 0 {
		return
	}
	if slices.ContainsFunc(c.items, func(x *item) bool {
		return strings.Contains(x.text, "than") || x.Class == language.IsArea && x.Area != facts.Own
	}) {
		return // comparisons reads it
	}
	m := c.startsWithMore()
	if m == nil || c.countsWhom(t, m) || len(c.subjects) != 1 {
		return
	}
	at := c.facts.Newest(t, face, area)
	prev := c.facts.Before(t, face, area, at)
	ways := []facts.Way{c.clearMove(t, face, area, prev, at, m.N)}
	if first := c.facts.First; first < prev {
		ways = append(ways, c.clearMove(t, face, area, first, at, m.N))
	}
	if ways[0].Truth == facts.Unknown {
		return
	}
	if len(ways) > 1 && ways[1].Truth == facts.Unknown {
		ways = ways[:1]
	}
	cl := c.tell(saysChange, m, t, area, ways)
	cl.Comparator = m.text
}

// startsWithMore is the "more" or "fewer" with which the clause begins, if it is said of
// people; nil else.
func (c *clause) startsWithMore() *item {
	i := 0
	for i < len(c.items) && (c.items[i].Class == language.IsPeriod || c.items[i].Class == language.IsPlain || c.items[i].Class == language.IsBreak || c.items[i].Class == language.IsMark || c.items[i].is(facts.Own)) {
		i++
	}
	if i+1 >= len(c.items) || c.items[i].Class != language.IsMove || c.items[i].text != "more" && c.items[i].text != "fewer" {
		return nil
	}
	for k := i + 1; k < len(c.items); k++ {
		if slices.Contains(nounsOfPeople, lastWord(c.items[k].text)) {
			return c.items[i]
		}
		if c.items[k].Class == language.IsMove || c.items[k].Class != language.IsPlain && !c.roleAt(k, "of") && !c.items[k].is(facts.Own) {
			return nil
		}
	}
	return nil
}

// countsWhom reports whether "more" or "fewer" at m is said of how many there are, which need not go the
// way of a measure's share or average of them: "more people were seen by a link worker".
func (c *clause) countsWhom(t *facts.Thing, m *item) bool {
	if t.Kind != facts.Measure || strings.Contains(t.Title, "absence") || strings.Contains(t.Title, "vacant") || m.text != "more" && m.text != "fewer" {
		return false
	}
	switch t.Unit {
	case facts.Percent, "days", "weeks":
	default:
		return false
	}
	for i, it := range c.items {
		if it.start <= m.start {
			continue
		}
		switch {
		case it.Class == language.IsSubject, slices.Contains(nounsOfPeople, lastWord(it.text)), slices.Contains([]string{"families", "staff", "posts"}, it.text):
			return true
		case it.Class != language.IsPlain && !it.is(facts.Own) && !c.roleAt(i, "of"):
			return false
		}
	}
	return false
}

// lastWord is the last word of a phrase.
func lastWord(phrase string) string { return phrase[strings.LastIndexByte(phrase, ' ')+1:] }

// clearMove is a movement that nobody can call none: of two hundredths or more, and beyond
// the limits of a survey.
func (c *clause) clearMove(t *facts.Thing, face facts.Face, area string, base, at, sign int) facts.Way {
	from, to, ok := c.facts.Pair(t, face, area, base, at)
	if !ok || facts.Unclear(from, to) {
		return facts.Way{Year: at, Base: base}
	}
	if d := exact.PercentApart(from.Exact, to.Exact); d == nil || d.Cmp(exact.Rat(2, 1)) < 0 {
		return facts.Way{Year: at, Base: base}
	}
	return c.facts.Move(t, face, area, base, at, sign)
}

// mostOfYears reports whether "the most" at e is of the years and not of what is counted: "78
// children, the most in six years", unlike "78 children, most of them with kin".
func (c *clause) mostOfYears(e int) bool {
	if e == 0 || c.items[e-1].text != "the" || e+1 >= len(c.items) {
		return false
	}
	n := e + 1
	for n < len(c.items) && (c.roleAt(n, "in", "since", "of") || c.items[n].text == "for" || c.items[n].text == "ever") {
		n++
	}
	return c.is(n, language.IsPeriod)
}
