package classify

import (
	"apr/internal/table/celltext"
)

// asTyped is a folded text with dashes and quotation marks as a keyboard has them.
// Word writes others, and puts them into codes, too.
func asTyped(s string) string { return celltext.Typed(celltext.Fold(s)) }

// unquoted takes Word's quotation marks away that a pattern stands in.
func unquoted(s string) string { return celltext.Unquoted(s) }
