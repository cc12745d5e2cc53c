package regs

import (
	"strings"
	"sync"

	"apr/indicators"
	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/project/reference"
	"apr/internal/wording"
)

// hundreds are how people write what a rate is of.
const hundreds = `((?:1|10|100)(?:[, \x{00a0}]?000)+|100|1,000,000|(?:a )?hundred thousand|(?:a |one )?thousand|(?:a )?hundred)`

var (
	bareNumber = lazyregexp.Lazy(`^(?:about )?[0-9][0-9,]*(?:\.[0-9]+)?$`)
	perCent    = lazyregexp.Lazy(`^[*_]*(\s*(?:%|(?i:per ?cent)\b))`)
	// perAfter says of how many a figure is, with up to four words before it.
	perAfter = lazyregexp.Lazy(`^[*_]*((?:\s+[\p{L}-]+){0,4}?\s+(?i:(?:per|(?:for|in|of|out of) every|out of)\s+` + hundreds + `|(?:in|of)\s+` + hundreds + `\s+(?:older |other )?(?:people|adults|persons|residents|patients|carers|of them|of us)))\b`)
	// perBefore is the same before a figure.
	perBefore = lazyregexp.Lazy(`((?i:for|in|of|out of) every ` + hundreds + `\b(?:\s+[\p{L}-]+){0,3},?)\s+[*_]*$`)
	// changeWords is a change in words.
	changeWords = lazyregexp.Lazy(`^(?:(?:up|down) (?:by )?(?:less than )?[0-9£]|unchanged\b)`)
	changeVerb  = lazyregexp.Lazy(`(?:^|[^\p{L}-])((?i:(?:fell|fallen|falls?|rose|risen|rises?|dropp?(?:ed|s)?|grew|grown|increased?|decreased?|declined?|reduced|reduction|went|lower|higher|up|down)\s+(?:by|of)|fell|fallen|rose|risen|dropped|grew|grown|increased|decreased|declined|reduced|an?))\s+[*_]*$`)
	changeNoun  = lazyregexp.Lazy(`^[*_]*\s((?i:lower|higher|fewer|fall|drop|rise|increase|decrease|reduction))\b`)
	ranked      = lazyregexp.Lazy(`^[0-9]+(?:st|nd|rd|th)? of [0-9]+$`)
	rankAfter   = lazyregexp.Lazy(`^[*_]*\s((?:of|out of|among)\s(?:the\s|all\s)?(?:[0-9]+|thirty(?:-\p{L}+)?)|place)\b`)
	timeUnit    = lazyregexp.Lazy(`\s(minute|hour|day|week|month|year)s?$`)
	timeAfter   = lazyregexp.Lazy(`^[*_]*\s((minute|hour|day|week|month|year)s)\b`)
)

// contrary finds words next to a reference that can't be said of what it prints: a
// percent sign behind a rate per 1,000, or "fell by" before "down 8.0%".
func contrary(unit, before, display, after string) (found []double) {
	behind := func(re *lazyregexp.Regexp, wrong func(of string) bool) {
		m := re.FindStringSubmatchIndex(after)
		if m == nil || !wrong(groupOf(after, m)) {
			return
		}
		words := strings.Trim(after[m[2]:m[3]], " \n\t\u00a0*_")
		found = append(found, double{written: words, at: m[2] + strings.Index(after[m[2]:m[3]], words), after: true,
			printed: wording.OneLine(display + after[m[2]:m[3]])})
	}
	always := func(string) bool { return true }
	rate := strings.TrimPrefix(unit, "per ")
	isRate := rate != unit && bareNumber().MatchString(display)
	otherRate := func(of string) bool { return ofHowMany(of) != ofHowMany(rate) }
	switch {
	case isRate:
		behind(perAfter(), otherRate)
		if rate != "100" {
			behind(perCent(), always)
		}
		if !strings.Contains(before, "very ") && !strings.Contains(before, "VERY ") {
			break // which is faster than the expression
		}
		if m := perBefore().FindStringSubmatchIndex(before); m != nil && otherRate(groupOf(before, m)) {
			found = append(found, wordsAhead(before, m, display))
		}
	case strings.HasSuffix(display, "%") && unit == "%":
		behind(perRate(), always)
	case amountEnd().MatchString(display), unit != "" && unit != "%" && bareNumber().MatchString(display):
		behind(perCent(), always)
	case ranked().MatchString(display):
		behindWord(&found, rankAfter(), display, after)
	case changeWords().MatchString(display):
		if m := changeVerb().FindStringSubmatchIndex(before); m != nil {
			found = append(found, wordsAhead(before, m, display))
		}
		behindWord(&found, changeNoun(), display, after)
	}
	if m := timeUnit().FindStringSubmatch(display); m != nil {
		if n := timeAfter().FindStringSubmatch(after); n != nil && n[2] != m[1] {
			behindWord(&found, timeAfter(), display, after)
		}
	}
	return found
}

// perRate is of how many a percentage can't be.
var perRate = lazyregexp.Lazy(`^[*_]*(\s+per\s+` + hundreds + `)\b`)

// groupOf is the last group of a match that took part in it.
func groupOf(s string, m []int) string {
	for i := len(m) - 2; i > 2; i -= 2 {
		if m[i] >= 0 {
			return s[m[i]:m[i+1]]
		}
	}
	return ""
}

// behindWord adds words right behind a reference.
func behindWord(found *[]double, re *lazyregexp.Regexp, display, after string) {
	if m := re.FindStringSubmatchIndex(after); m != nil {
		*found = append(*found, double{written: after[m[2]:m[3]], at: m[2], after: true, printed: wording.OneLine(display + " " + after[m[2]:m[3]])})
	}
}

// wordsAhead are words right before a reference.
func wordsAhead(before string, m []int, display string) double {
	return double{written: wording.OneLine(before[m[2]:m[3]]), at: m[2] - len(before), printed: wording.OneLine(before[m[2]:m[3]] + " " + display)}
}

// ofHowMany is what a rate is of, in figures.
func ofHowMany(s string) string {
	s = strings.ToLower(wording.OneLine(s))
	s = strings.TrimPrefix(strings.TrimPrefix(s, "a "), "one ")
	switch s {
	case "hundred":
		return "100"
	case "thousand":
		return "1000"
	case "hundred thousand":
		return "100000"
	}
	return ungrouped().Replace(s)
}

// ungrouped takes out what is between groups of digits.
var ungrouped = sync.OnceValue(func() *strings.Replacer { return strings.NewReplacer(",", "", " ", "", "\u00a0", "") })

// unitOf is the unit of the indicator or measure that a reference names, without what
// it is of; "" of others.
func unitOf(r *project.Project, ref reference.Reference) string {
	for _, a := range ref.Args {
		if i, ok := indicators.ByID(indicators.ID(a.Value)); ok {
			return i.Unit
		}
		if r.Framework == nil {
			continue
		}
		for _, m := range r.Framework.Measures {
			if m.ID == a.Value {
				return unitWithoutOf().FindString(m.Unit)
			}
		}
	}
	return ""
}

// unitWithoutOf is the rate that a measure's unit begins with, or all of the unit.
var unitWithoutOf = lazyregexp.Lazy(`^per [0-9][0-9, ]*[0-9]|^.*`)
