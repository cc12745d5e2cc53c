package classify

import (
	"strings"
	"sync"

	"apr/internal/table/celltext"
)

// asTyped is a folded text with dashes, quotation marks and blanks as a keyboard has
// them. Word writes others, and puts them into codes, too.
func asTyped(s string) string { return blanks().Replace(celltext.Typed(celltext.Fold(s))) }

// blanks are those at which no line breaks.
var blanks = sync.OnceValue(func() *strings.Replacer { return strings.NewReplacer("\u00a0", " ", "\u202f", " ") })

// alternatives are those of a pattern, without Word's quotation marks around each or
// around all.
func alternatives(pattern string) []string {
	if inner := celltext.Unquoted(pattern); !strings.ContainsAny(inner, "“”„‟«»‘’‚") {
		pattern = inner
	}
	all := strings.Split(pattern, "|")
	for i := range all {
		all[i] = unquoted(all[i])
	}
	return all
}

// unquoted is a text without the quotation marks around it, curly or straight: within
// those of YAML a pair of straight ones is part of the text.
func unquoted(s string) string {
	s = celltext.Unquoted(s)
	if n := len(s); n > 2 && (s[0] == '"' || s[0] == '\'') && s[n-1] == s[0] {
		return celltext.Trim(s[1 : n-1])
	}
	return s
}
