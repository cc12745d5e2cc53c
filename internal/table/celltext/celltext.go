// Package celltext looks at the text of single cells.
package celltext

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// At is a record's cell, or "" where the record ends before it.
func At(record []string, i int) string {
	if i < 0 || i >= len(record) {
		return ""
	}
	return record[i]
}

// Trim cuts what looks like nothing from both ends: spaces, no-break
// spaces, and the dagger that a no-break space becomes when text saved on
// Windows is opened as Mac Roman. Of ="0010" and '0010, which are how a text is kept
// from being taken for a number in Excel, it is 0010.
func Trim(s string) string {
	if s == "" || s[0] > ' ' && s[0] < 0x7f && s[len(s)-1] > ' ' && s[len(s)-1] < 0x7f && s[0] != '=' && s[0] != '\'' {
		return s
	}
	s = strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == '†' || r == '\ufeff' || r == '\u200b' || r == 0
	})
	if len(s) > len(`=""`) && strings.HasPrefix(s, `="`) && s[len(s)-1] == '"' && !strings.Contains(s[2:len(s)-1], `"`) {
		return Trim(s[2 : len(s)-1])
	}
	if len(s) > 1 && s[0] == '\'' && strings.IndexByte(s[1:], '\'') < 0 && !strings.HasPrefix(s, "'000") { // '000 is thousands
		return Trim(s[1:])
	}
	return s
}

// Fold makes names and codes comparable: case and outer blanks don't count.
func Fold(s string) string { return strings.ToLower(Trim(s)) }

// HeaderKey is a header name without case and spaces.
func HeaderKey(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '†' || r == '\ufeff' {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// Spaced is s with each run of spaces and line breaks made one space.
func Spaced(s string) string {
	if isSpaced(s) && (s == "" || s[0] != '=') {
		return s
	}
	return strings.Join(strings.Fields(Trim(s)), " ")
}

// isSpaced reports whether s is ASCII with single spaces within it, as most cells
// are.
func isSpaced(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		b := s[i]
		if b <= ' ' && (b < ' ' || last == ' ') || b >= utf8.RuneSelf {
			return false
		}
		last = b
	}
	return last != ' ' || s == ""
}

// IsBlank reports whether no cell says anything.
func IsBlank(cells []string) bool {
	for _, c := range cells {
		if c != "" && Trim(c) != "" {
			return false
		}
	}
	return true
}

// AllDigits reports whether s is one or more ASCII digits.
func AllDigits(s string) bool {
	for i := range len(s) {
		if s[i]-'0' > 9 {
			return false
		}
	}
	return s != ""
}

// longestShown is how many characters of a cell a message shows.
const longestShown = 80

// Short is a cell as messages show it: of long ones the beginning, since a quotation
// mark that nothing closes makes one cell of half a file.
func Short(s string) string {
	s = strings.ToValidUTF8(Trim(s[:min(len(s), 8*longestShown)]), "")
	n := 0
	for i := range s {
		if n++; n > longestShown {
			return s[:i] + "…"
		}
	}
	return s
}

// List is what cells say that say anything, as messages show it.
func List(cells []string) string {
	const most = 60
	var said []string
	for _, c := range cells {
		if c = Spaced(c); c != "" {
			said = append(said, Short(c))
		}
	}
	text := strings.Join(said[:min(len(said), most)], ", ")
	if more := len(said) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}
