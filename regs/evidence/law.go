package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// leastLaw is how many of a text's words have to be the law's.
const leastLaw = 5

// isLaw reports whether a text is the law's own words: most of its words are in
// the law in the same order, and the others say nothing by themselves.
func (r *Reader) isLaw(plain string) bool {
	words := plainWords(plain)
	if len(words) > 250 {
		return false // no provision is so long
	}
	stemmed := stems(words)
	of := make([]bool, len(words))
	for i := 0; i+lawRun <= len(words); i++ {
		if r.law[[lawRun]string(stemmed[i:])] {
			for j := range lawRun {
				of[i+j] = true
			}
		}
	}
	covered := 0
	for i, w := range lower(words) {
		if of[i] {
			covered++
			continue
		}
		if !saysNothing(w) && !isNumber(w) {
			return false
		}
	}
	return covered >= leastLaw && 2*covered >= len(words)
}

func isNumber(w string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimPrefix(w, "£"))
	return unicode.IsDigit(first)
}
