package celltext

import (
	"strings"
	"unicode/utf8"
)

// typed has each dash and quotation mark that Word writes, and what a keyboard has.
var typed = strings.NewReplacer("–", "-", "—", "-", "‐", "-", "‑", "-", "‒", "-", "−", "-",
	"‘", "'", "’", "'", "‚", "'", "“", `"`, "”", `"`, "„", `"`)

// Typed is a text with dashes and quotation marks as a keyboard has them.
func Typed(s string) string {
	for i := range len(s) {
		if s[i] == 0xe2 { // all of them begin so
			return typed.Replace(s)
		}
	}
	return s
}

// Unquoted is a text without the pair of curly quotation marks around it, which to
// YAML and Markdown are letters, and without the blanks that come with them.
func Unquoted(s string) string {
	s = Trim(s)
	first, n := utf8.DecodeRuneInString(s)
	last, m := utf8.DecodeLastRuneInString(s)
	for _, pair := range []struct{ open, shut string }{{"“”„‟«»", "“”«»"}, {"‘’‚", "‘’"}} {
		if len(s) > n && strings.ContainsRune(pair.open, first) && strings.ContainsRune(pair.shut, last) {
			return Trim(s[n : len(s)-m])
		}
	}
	return s
}
