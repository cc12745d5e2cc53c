package account

import "apr/internal/table/celltext"

// sameText compares names; case and outer blanks don't count.
func sameText(a, b string) bool { return celltext.Fold(a) == celltext.Fold(b) }
