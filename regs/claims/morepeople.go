package claims

import (
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
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
	if slices.ContainsFunc(c.items, func(x *lex.Item) bool {
		return strings.Contains(x.Text, "than") || x.Class == language.IsArea && x.Area != facts.Own
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
	cl.Comparator = m.Text
}

// startsWithMore is the "more" or "fewer" with which the clause begins, if it is said of
// people; nil else.
func (c *clause) startsWithMore() *lex.Item {
	i := 0
	for i < len(c.items) && (c.items[i].Class == language.IsPeriod || c.items[i].Class == language.IsPlain || c.items[i].Class == language.IsBreak || c.items[i].Class == language.IsMark || c.items[i].Is(facts.Own)) {
		i++
	}
	if i+1 >= len(c.items) || c.items[i].Class != language.IsMove || c.items[i].Text != "more" && c.items[i].Text != "fewer" {
		return nil
	}
	for k := i + 1; k < len(c.items); k++ {
		if slices.Contains(nounsOfPeople, language.LastWord(c.items[k].Text)) {
			return c.items[i]
		}
		if c.items[k].Class == language.IsMove || c.items[k].Class != language.IsPlain && !c.roleAt(k, "of") && !c.items[k].Is(facts.Own) {
			return nil
		}
	}
	return nil
}

// countsWhom reports whether "more" or "fewer" at m is said of how many there are, which need not go the
// way of a measure's share or average of them: "more people were seen by a link worker".
func (c *clause) countsWhom(t *facts.Thing, m *lex.Item) bool {
	if t.Kind != facts.Measure || strings.Contains(t.Title, "absence") || strings.Contains(t.Title, "vacant") || m.Text != "more" && m.Text != "fewer" {
		return false
	}
	switch t.Unit {
	case facts.Percent, "days", "weeks":
	default:
		return false
	}
	for i, it := range c.items {
		if it.Start <= m.Start {
			continue
		}
		switch {
		case it.Class == language.IsSubject, slices.Contains(nounsOfPeople, language.LastWord(it.Text)), slices.Contains([]string{"families", "staff", "posts"}, it.Text):
			return true
		case it.Class != language.IsPlain && !it.Is(facts.Own) && !c.roleAt(i, "of"):
			return false
		}
	}
	return false
}

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
	if e == 0 || c.items[e-1].Text != "the" || e+1 >= len(c.items) {
		return false
	}
	n := e + 1
	for n < len(c.items) && (c.roleAt(n, "in", "since", "of") || c.items[n].Text == "for" || c.items[n].Text == "ever") {
		n++
	}
	return c.is(n, language.IsPeriod)
}

var (
	// peopleBefore are people of whom the next verb is said, and not how many they are:
	// "26 older people in 1,000 fell", unlike "the number of older people fell".
	peopleBefore = lazyregexp.Lazy(`(?i)(?:^|[,;:(–—]|\b(?:and|but|while|where|when|as|because|if|that|than|of|in|out of) (?:every |the |all )?[0-9][0-9,. ]*|\b(?:and|but|while|where|when|because|if|that)\b|\b[0-9][0-9,.]*|[^\s]\s{4,})\s*` +
		`(?:(?:more|fewer|some|many|most|several|no|older|frail|frailer|disabled|the|our|these|of|[0-9][0-9,.]*)\s+)*(?:people|adults|residents|patients|women|men|persons|tenants)` +
		`(?: aged [0-9]+ (?:and|or) over| over [0-9]+)?(?: (?:in|per|of|out of)(?: every)? [0-9][0-9,]*)?(?: who)?(?: (?:had|have|has))?\s+$`)
	// perSoMany is how many people a rate is per: "bed days per 100,000 adults have fallen".
	perSoMany = lazyregexp.Lazy(`(?i)\b(?:per|for every|for each)\s+[0-9][0-9,]*\s+(?:[a-z]+\s+)?(?:people|adults|residents|patients|population|persons)(?: aged [0-9]+ (?:and|or) over| over [0-9]+)?(?:\s+(?:has|have|had))?\s+$`)
	// byHowMuch follows a fall of a figure.
	byHowMuch = lazyregexp.Lazy(`(?i)^\s*(?:by|to|below|since|again|further|slightly|sharply|steadily|short|behind|in (?:every|each) year|year (?:on|after|by) year|from\s+(?:£|[0-9]|\s))`)
)

// endsAsPeople reports whether a text ends with a word that peopleBefore can end with, as few do.
func endsAsPeople(text string) bool {
	text = strings.TrimRight(text, " \t\n\f\r")
	if text == "" {
		return false
	}
	last := text[strings.LastIndexByte(text, ' ')+1:]
	switch last {
	case "over", "who", "had", "have", "has":
		return true
	}
	return language.IsDigit(last[len(last)-1]) || last[len(last)-1] == ',' || facts.HoldsAny(last, "people", "adults", "residents", "patients", "men", "persons", "tenants")
}

// peopleFell makes plain words of "fell" where it is people who do, and no figure.
func (s *statement) peopleFell() {
	for i := range s.items {
		it := &s.items[i]
		if it.Class == language.IsMove && slices.Contains([]string{"fell", "fall", "fallen"}, it.Text) &&
			endsAsPeople(s.passage.Lower[s.start:it.Start]) && !byHowMuch().Match(s.plain[it.End:s.end]) && peopleBefore().Match(s.plain[s.start:it.Start]) && !perSoMany().Match(s.plain[s.start:it.Start]) {
			it.MakePlain()
		}
	}
}
