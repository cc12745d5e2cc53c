package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads how far two places are apart, and how that changed: "the gap with Scotland
// has narrowed", "shrank from 5.3 points in 2020 to 0.5 in 2024".

// gapWord reports whether an item speaks of how far two places are apart.
func gapWord(x *lex.Item) bool { return x.Class == language.IsPlain && x.Word == "gap" }

// nearing reports whether an item says that something is closer to another place's figure than it was.
func nearing(x *lex.Item) bool { return x.Class == language.IsMove && x.Word == "gap" && x.Adj }

// gapMoved reads "the gap between our rate and Scotland's has narrowed", and its sizes; it reports
// whether the clause speaks of such a gap.
func (c *clause) gapMoved(t *facts.Thing, tm times) bool {
	goesOn := c.apart != "" && len(c.subjects) == 0 && c.has(language.IsArea, language.IsBeside, language.IsFace, language.IsExtreme, language.IsTimes) < 0 && len(c.qs) > 0
	times := c.has(language.IsTimes)
	goesOn = goesOn || c.apart != "" && len(c.subjects) == 0 && times >= 0 && c.has(language.IsArea, language.IsFace) < 0
	if !slices.ContainsFunc(c.items, gapWord) && !slices.ContainsFunc(c.items, nearing) && !goesOn {
		return false
	}
	m, other := c.has(language.IsMove), c.apart
	for _, it := range c.items {
		if it.Class == language.IsArea && it.Area != facts.Own {
			if other != facts.Own && other != it.Area {
				return true
			}
			other = it.Area
		}
	}
	if other == facts.Own {
		other = c.besidePlace // "is above Scotland's, and that gap has widened"
	}
	if other == facts.Own && slices.ContainsFunc(c.items, func(x *lex.Item) bool { return gapWord(x) && !strings.Contains(x.Text, "gap") }) {
		return false // another difference, perhaps
	}
	if other == facts.Own || facts.IsLocality(other) || c.not || t.Kind != facts.Indicator || m >= 0 && (c.items[m].Judge || c.items[m].Adj && (tm.base == nil || !nearing(c.items[m]) && c.has(language.IsThan) < m && !(c.is(m+1, language.IsRole) && c.items[m+1].Role == "since"))) {
		return true // it isn't read
	}
	c.apart = other
	if times >= 0 {
		c.gapTimes(t, other, tm, times)
		return true
	}
	if c.gapSizes(t, other, tm) || m < 0 || slices.ContainsFunc(c.qs, func(q *placed) bool { return !c.statement.inTitle(q.Text) }) {
		return true
	}
	var ways []facts.Way
	for _, y := range c.atYears(t, facts.FaceValue, facts.Own, tm) {
		for _, b := range c.baseYears(t, facts.FaceValue, facts.Own, tm, y) {
			ways = append(ways, c.facts.GapsOf(t, other, b, y, c.items[m].N))
		}
	}
	cl := c.tell(saysChange, c.items[m], t, facts.Own, ways)
	cl.Comparator = "the gap with " + c.facts.Place(other) + " " + c.items[m].Text
	return true
}

// gapTimes reads the multiple at item i of what the gap was: "our lead over Scotland, 11 points, is nearly double that of two
// years before".
func (c *clause) gapTimes(t *facts.Thing, other string, tm times, i int) {
	if tm.base == nil && tm.over == 0 && !tm.previous || len(c.qs) > 0 {
		return // of another gap, perhaps
	}
	h := c.hedgeBefore(i)
	var ways []facts.Way
	for _, y := range c.atYears(t, facts.FaceValue, facts.Own, tm) {
		for _, b := range c.baseYears(t, facts.FaceValue, facts.Own, tm, y) {
			ways = append(ways, c.facts.GapTimes(t, other, b, y, c.items[i].N, h))
		}
	}
	cl := c.tell(saysChange, c.items[i], t, facts.Own, ways)
	cl.Comparator = "the gap with " + c.facts.Place(other) + " " + c.items[i].Text
}

// gapSizes reads how large the gap was, each size in its year; it reports whether the clause
// gives any.
func (c *clause) gapSizes(t *facts.Thing, other string, tm times) (told bool) {
	for _, q := range c.qs {
		if q.used || c.statement.inTitle(q.Text) || q.Q.Ref != nil || q.Q.Fraction || q.Q.Value == nil || q.hasArea && q.area != other || q.role == isDelta && q.lead(c) == "by" || q.Q.Unit == facts.Pounds || q.Q.Unit == facts.Percent {
			continue
		}
		years := q.years
		switch {
		case years != nil:
			years = c.resolve(t, facts.FaceValue, years)
		case q.role == isFrom && tm.base != nil:
			years = c.resolve(t, facts.FaceValue, tm.base)
		case q.role == isFrom:
			continue // of which year isn't said
		case tm.at != nil && len(c.qs) == 1:
			years = c.resolve(t, facts.FaceValue, tm.at)
		default:
			years = []int{c.facts.Newest(t, facts.FaceValue, facts.Own)}
		}
		var ways []facts.Way
		for _, y := range years {
			ways = append(ways, c.facts.Apart(t, other, y, q.Q))
		}
		q.used, told = true, true
		cl := c.tell(saysComparison, q.Item, t, facts.Own, ways)
		cl.Quantity, cl.Unit, cl.Comparator = q.Q.Bounds(), q.Q.Unit, "the gap with "+c.facts.Place(other)
	}
	return told
}

// What follows reads how far apart two figures are said to be: "well above", "fell clearly", "a shade below".

// degrees are the words of each degree. One of them stands right before or behind the word that compares, or is its
// first.
var degrees = []struct {
	is    facts.Degree
	words []string
}{
	{facts.Certainly, []string{"clearly", "significantly"}},
	{facts.ByFar, []string{"well", "far", "markedly", "considerably", "substantially", "comfortably", "dramatically"}},
	{facts.ByLittle, []string{"slightly", "marginally", "a little", "a shade", "a touch", "a fraction", "a whisker", "a notch", "a hair"}},
}

// degree is how far an item of the clause says that two figures are apart.
func (c *clause) degree(word *lex.Item) facts.Degree {
	at := slices.Index(c.items, word)
	if at < 0 || c.not {
		return facts.ByAny
	}
	if is := degreeOf(word.Text); is != facts.ByAny {
		return is
	}
	for k := at - 1; k >= 0 && c.is(k, language.IsPlain); k-- {
		if is := degreeOf(c.items[k].Text); is != facts.ByAny {
			return is
		}
		if c.items[k].Text == "little" && k > 0 && c.items[k-1].Text == "a" {
			return facts.ByLittle
		}
	}
	if c.is(at+1, language.IsPlain) && word.Class == language.IsMove {
		return degreeOf(c.items[at+1].Text)
	}
	return facts.ByAny
}

// degreeOf is the degree of which a word or the beginning of a phrase is.
func degreeOf(text string) facts.Degree {
	for i := range degrees {
		for _, w := range degrees[i].words {
			if text == w || strings.HasPrefix(text, w) && text[len(w)] == ' ' {
				return degrees[i].is
			}
		}
	}
	return facts.ByAny
}
