package celltext

import "strings"

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

// Unquoted takes Word's quotation marks away where a text stands in a pair of them.
func Unquoted(s string) string {
	trimmed := Trim(s)
	for _, pair := range [][2]string{{"“", "”"}, {"‘", "’"}, {"„", "“"}} {
		if rest, ok := strings.CutPrefix(trimmed, pair[0]); ok {
			if rest, ok = strings.CutSuffix(rest, pair[1]); ok {
				return rest
			}
		}
	}
	return s
}
