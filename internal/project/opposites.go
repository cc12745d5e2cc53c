package project

import (
	"fmt"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/wording"
)

// An opposite is a word of apr's own, with others that say the same, that other words say the
// contrary of.
type opposite struct {
	word string
	said func() *lazyregexp.Regexp
}

var (
	saidOverspend  = lazyregexp.Lazy(`(?i)\b(?:over[- ]?sp(?:end|ends|ent|ending)|deficits?)\b`)
	saidUnderspend = lazyregexp.Lazy(`(?i)\b(?:under[- ]?sp(?:end|ends|ent|ending)|surplus(?:es)?|savings?)\b`)
	saidBetter     = lazyregexp.Lazy(`(?i)\b(?:better|improv\w+|above|ahead)\b`)
	saidWorse      = lazyregexp.Lazy(`(?i)\b(?:worse\w*|declin\w+|deteriorat\w+|below|behind)\b`)
	saidRose       = lazyregexp.Lazy(`(?i)\b(?:rose|risen|rises|increas\w+|grew|went up)\b`)
	saidFell       = lazyregexp.Lazy(`(?i)\b(?:fell|fallen|falls|decreas\w+|declin\w+|dropped|went down)\b`)
	saidGreen      = lazyregexp.Lazy(`(?i)\bgreen\b`)
	saidAmber      = lazyregexp.Lazy(`(?i)\b(?:amber|yellow|orange)\b`)
	saidRed        = lazyregexp.Lazy(`(?i)\bred\b`)
)

// opposites are pairs of words of which neither may stand for the other.
func opposites() [][2]opposite {
	green, amber, red := opposite{"green", saidGreen}, opposite{"amber", saidAmber}, opposite{"red", saidRed}
	return [][2]opposite{
		{{"overspend", saidOverspend}, {"underspend", saidUnderspend}},
		{{"better", saidBetter}, {"worse", saidWorse}},
		{{"rose", saidRose}, {"fell", saidFell}},
		{green, amber}, {green, red}, {amber, red},
	}
}

// turned reports words that say the contrary of the English that they stand for, and words that
// stand for it and for its contrary as well, so that readers can't tell one from the other.
func (c *configChecker) turned(path, english, words string) {
	row, _ := wording.CutForm(english)
	row, said := withoutPlaces(row), withoutPlaces(words)
	isEnglish := c.config.Language == "" || strings.HasPrefix(c.config.Language, "en")
	for _, pair := range opposites() {
		for i, is := range pair {
			not := pair[1-i]
			if !is.said().MatchString(row) || not.said().MatchString(row) {
				continue
			}
			if isEnglish && not.said().MatchString(said) && !is.said().MatchString(said) {
				c.add("unknown-value", path, fmt.Sprintf("write other words for %q, or take the row out", is.word), "the words for %q say the contrary: %q", english, words)
				return
			}
			if is.word == "rose" || is.word == "fell" {
				continue // "went from {first} to {last}" says both
			}
			for _, contrary := range contraries(english, is.word, not.word) {
				if other, given := c.config.Words[contrary]; contrary != english && english < contrary && given && strings.EqualFold(strings.TrimSpace(other), strings.TrimSpace(words)) {
					c.add("unknown-value", path, "write words that readers can tell from each other", "%q and %q have the same words: %q", english, contrary, words)
					return
				}
			}
		}
	}
}

// contraries are what a row becomes when a word in it becomes another.
func contraries(row, word, other string) []string {
	swap := func(from, to string) string { return strings.ReplaceAll(row, from, to) }
	return []string{swap(word, other), swap(wording.Capital(word), wording.Capital(other))}
}

// withoutPlaces is a row without the names of its places, which are words too.
func withoutPlaces(row string) string {
	for _, p := range wording.Places(row) {
		row = strings.ReplaceAll(row, "{"+p+"}", "{}")
	}
	return row
}
