package ledger

import (
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
)

// saysUnit is how tables say that their amounts are in thousands or millions.
var saysUnit = lazyregexp.Lazy(`(?i)£ ?['’]?0{3}s?(?:$|[^\d.,])|(?:^|[^\d.,£])['’]000s?\b|£ ?(?:k|m|mn|million|millions|thousand|thousands)\b|\bin (?:thousands|millions)\b|\((?:000s?|k|m)\)`)

// Units are the words by which a table says, in the lines above its header or in one of
// the columns, that its amounts aren't in pounds; "" where nothing says so.
func Units(t *table.Table, columns ...int) (words string, at source.Position) {
	for _, l := range t.Above {
		if text := l.Text(); saysUnit().MatchString(text) {
			return celltext.Short(text), l.Position
		}
	}
	for _, i := range columns {
		if h := celltext.Spaced(celltext.At(t.Header, i)); saysUnit().MatchString(h) {
			return celltext.Short(h), source.Position{}
		}
	}
	return "", at
}
