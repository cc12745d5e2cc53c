package classify

import (
	"strings"

	"apr/internal/table/celltext"
)

// asTyped is a folded text with dashes and quotation marks as a keyboard has them.
// Word writes others, and puts them into codes, too.
func asTyped(s string) string { return celltext.Typed(celltext.Fold(s)) }

// alternatives are those of a pattern, without Word's quotation marks around each or
// around all.
func alternatives(pattern string) []string {
	if inner := celltext.Unquoted(pattern); !strings.ContainsAny(inner, "“”„‟«»‘’‚") {
		pattern = inner
	}
	all := strings.Split(pattern, "|")
	for i := range all {
		all[i] = celltext.Unquoted(all[i])
	}
	return all
}
