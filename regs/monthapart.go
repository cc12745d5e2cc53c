package regs

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/source"
)

// severalDays are words of what is more than once: meetings, rounds and visits may be on the same day
// of two months.
var severalDays = lazyregexp.Lazy(`(?i)\b(?:met|meets?|meetings?|visit\w*|sessions?|rounds?|phases?|stages?|monthly|weekly|quarterly|each month|every|follow(?:ed|-up|s)?|then|later|re-?\w*inspect\w*|from|between|until|extended|postponed|moved|brought forward|deferred|delayed)\b`)

// beginsOrEnds are words of what begins and ends: two days are of one thing where both have the same.
var beginsOrEnds = lazyregexp.Lazy(`(?i)\b(?:begins?|began|starts?|started|ends?|ended|clos(?:es?|ed|ure)|open(?:s|ed|ing)?)\b`)

// alikeWords is how many telling words two sentences have in common that are of one thing on one day.
const alikeWords = 4

// monthsApart reports one day of one year that two sentences give of two months, where nearly all the words
// of the one that tell what it is about are the other's.
func (p *Pass) monthsApart(days []aDay) {
	for i := range days {
		b := &days[i]
		day, month, _ := strings.Cut(b.day, " ")
		if strings.Contains(month, " ") || severalDays().MatchString(b.words) {
			continue // it is a month by which something is to be so
		}
		k := slices.IndexFunc(days[:i], func(a aDay) bool {
			number, other, _ := strings.Cut(a.day, " ")
			return number == day && a.year == b.year && other != month && !strings.Contains(other, " ") && a.statement != b.statement &&
				!severalDays().MatchString(a.words) && ofTheSame(a.words, b.words)
		})
		if k < 0 {
			continue
		}
		other := &days[k]
		p.add(Finding{Position: b.at, Found: fmt.Sprintf("the text has %s %s, and another of the same %s: one of the months seems to be wrong", b.day, b.year, other.day),
			Hint: "write the month that is right in both, or say what was on each day", Related: []source.Related{{Position: other.at, Message: "the other month"}}})
	}
}

// ofTheSame reports whether two sentences tell of one thing: they have so many telling words in common, and
// three in four of the shorter one's.
func ofTheSame(a, b string) bool {
	if !strings.EqualFold(beginsOrEnds().FindString(a), beginsOrEnds().FindString(b)) {
		return false
	}
	one, other := tellingWords(a), tellingWords(b)
	common := 0
	for w := range one {
		if other[w] {
			common++
		}
	}
	return common >= alikeWords && 4*common >= 3*min(len(one), len(other))
}

// tellingWords are those of a sentence, but for small ones and dates.
func tellingWords(text string) map[string]bool {
	words := map[string]bool{}
	for _, w := range placedWords(text) {
		if low := strings.ToLower(w.text); len(low) >= 4 && !smallWords()[low] {
			words[low] = true
		}
	}
	return words
}
