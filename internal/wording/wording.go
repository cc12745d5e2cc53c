// Package wording holds the small pieces of English that findings and the
// report share.
package wording

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Count is a number with its noun: "1 line", "3 lines". A plural
// that adds more than an s is given as many: "1 authority", "2 authorities".
func Count(n int, one string, many ...string) string {
	noun := one
	switch {
	case n == 1:
	case len(many) > 0:
		noun = many[0]
	default:
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}

// Form is the form of a word that goes with a number: "is" or "are", "it" or "them".
func Form(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// DaysLeft is how many days are left until the last day for publication, or past it.
func DaysLeft(n int) string {
	if n < 0 {
		return Count(-n, "day") + " past the last day for publication"
	}
	return Count(n, "day") + " left until the last day for publication"
}

// OneLine is a text with each run of blanks, tabs and line ends as one blank, and
// none at its ends.
func OneLine(s string) string {
	if isOneLine(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// isOneLine reports whether a text is ASCII with single spaces within it, as most are.
func isOneLine(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		if b := s[i]; b < ' ' || b >= utf8.RuneSelf || b == ' ' && last == ' ' {
			return false
		}
		last = s[i]
	}
	return last != ' ' || s == ""
}

// Wrap breaks a text into lines of at most so many characters. A word that is
// longer has a line of its own. There is one line at least.
func Wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}

// List joins words: "a", "a and b", "a, b and c".
func List(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// Ordinal is 1st, 2nd, 3rd, 4th, 11th …
func Ordinal(n int) string {
	suffix := "th"
	if n%100/10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

// Capital is s with its first letter as a capital: "Òigridh" for "òigridh".
func Capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if first == utf8.RuneError {
		return s // empty, or not a letter that could be made another
	}
	return string(unicode.ToUpper(first)) + s[n:]
}

// SmallFirst is s with its first letter small, for the middle of a sentence. An
// abbreviation keeps its capitals: so does whatever has no small second letter.
func SmallFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if second, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsLower(second) {
		return string(unicode.ToLower(first)) + s[n:]
	}
	return s
}
