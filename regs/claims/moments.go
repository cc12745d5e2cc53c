package claims

import (
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/facts"
)

// This file says when a figure may be that of a moment in the year, which the data don't have: of a
// month, a season, the last weeks.

var (
	// monthsNamed are months but March, and seasons, by which a figure is of a part of the year.
	monthsNamed = lazyregexp.Lazy(`(?i)\b(?:in|by|until|since|during|over|through|from|between|throughout|at|on|of|as|this|late|early|mid|mid-)[ -](?:the |last |this |that |early |late |mid-|end of |close of |start of |beginning of |week after |week before |day of |[0-9]{1,2} )*(?:January|February|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter|midsummer|midwinter|Christmas|Hogmanay|Easter|New Year)\b`)
	// spellsNamed are parts of a year without a name.
	spellsNamed = lazyregexp.Lazy(`(?i)\b(?:(?:in|by|during|over|for|at|until) (?:the|its|their|our) (?:very )?(?:first|second|third|fourth|final|last|latest|closing|opening|worst|best|busiest|quietest) (?:(?:two|three|four|six) )?(?:month|week|quarter|day|half|fortnight)s?\b(?: of the year)?|(?:in|on|at) an? (?:good|bad|typical|average|busy|quiet|normal|poor|hard|single) (?:month|week|quarter|day|night|shift)|in (?:most|some|many|several|the busiest|the worst|the best) (?:months|weeks|quarters)|on (?:most|some|many) days|(?:each|every|per) (?:month|week|quarter|day|night)\b|at the turn of the year|at the half[- ]year|mid-year|midway through the year)`)
	// atEndOfMarch are the ways to speak of the reporting year's end.
	atEndOfMarch = lazyregexp.Lazy(`(?i)\b(?:(?:by|in|during|until|at|on) (?:the (?:end|close) of |the last (?:day|week|days|weeks) of |late |the month of )?(?:31 )?March|by the (?:year's end|end of the year|close of the year))\b`)
	// overYear says that another figure is that of the whole year.
	overYear = lazyregexp.Lazy(`(?i)\b(?:(?:over|across|for|in|through|throughout|during) (?:the|all the) (?:whole |full |entire )?(?:year|twelve months|12 months)|year as a whole|whole year|full year|year's average|annual (?:average|figure|rate)|average|averaged|averaging|on average)\b`)
)

// ofMoment reports whether the figure of a claim may be that of a part of the year: what is
// measured over a year has another value at its end.
func (c *clause) ofMoment(t told) bool {
	if t.thing.Kind != facts.Measure && t.thing.Kind != facts.Indicator || t.claim.Measure != saysValue && t.claim.Measure != saysChange {
		return false
	}
	if t.claim.Slip == "other-day" {
		return false
	}
	_, end := c.words()
	text := string(c.plain[c.start:end])
	endOfLife := strings.Contains(t.thing.Title, "months of life") // which people call the last half-year
	if day := titleDay().FindStringSubmatch(t.thing.Title); day != nil {
		text = strings.ReplaceAll(text, day[1], "March") // the day that it is measured on
	}
	if monthsNamed().MatchString(text) || !endOfLife && spellsNamed().MatchString(text) {
		return true
	}
	if day := titleDay().FindStringSubmatch(t.thing.Title); day != nil && !strings.EqualFold(day[1], "March") {
		return atEndOfMarch().Match(c.plain[c.start:end])
	}
	return !t.thing.AtMoment() && atEndOfMarch().MatchString(text) && overYear().MatchString(string(c.plain[c.start:c.end]))
}
