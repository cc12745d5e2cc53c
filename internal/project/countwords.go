package project

import (
	"strings"
	"unicode"

	"apr/internal/lazyregexp"
	"apr/internal/project/prose/plain"
)

// What of Markdown isn't a word of the text.
var (
	referenceMark = lazyregexp.Lazy(`\{\{[^}]*\}\}`)
	linkTarget    = lazyregexp.Lazy(`\]\([^()\s]*(?:\s+"[^"]*")?\)`)
	attributes    = lazyregexp.Lazy(`\{[^{}\n]*\}`)
	noteMark      = lazyregexp.Lazy(`\[\^[^\]\s]*\]:?`)
)

// CountWords is how many words a text has as it is printed: what is between blanks and has
// a letter or a digit. A reference counts as one word; remarks, the addresses of links, marks
// of footnotes and of languages don't count, the words of footnotes and the titles of boxes do.
func CountWords(markdown string) int {
	s := plain.Unfenced(markdown, true)
	if strings.Contains(s, "<!--") {
		s = comment().ReplaceAllString(s, " ")
	}
	if strings.Contains(s, "{") {
		s = attributes().ReplaceAllString(referenceMark().ReplaceAllString(s, " 0 "), "")
	}
	if strings.Contains(s, "](") {
		s = linkTarget().ReplaceAllString(s, "]")
	}
	if strings.Contains(s, "[^") {
		s = noteMark().ReplaceAllString(s, "")
	}
	n := 0
	for word := range strings.FieldsSeq(s) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}
