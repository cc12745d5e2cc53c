package workbook

import (
	"fmt"
	"strings"

	"apr/indicators"
	"apr/internal/lazyregexp"
	"apr/internal/table"
)

var (
	beforeComma = lazyregexp.Lazy(`^-?\d{1,3}$`)
	afterComma  = lazyregexp.Lazy(`^\d{3}(?:\.\d+)?$`)
)

// moved says of a row of a text that it has more cells than the header, where a number stands
// beyond it or the value goes on in the next cell: a comma that isn't quoted has moved what is
// behind it. Remarks may stand beyond the header.
func (rd *reader) moved(r *table.Row) string {
	width := 0
	for column := range rd.header.heads {
		width = max(width, column+1)
	}
	if rd.grid.Sheet != "" || r.Width <= width {
		return ""
	}
	number := false
	for column := width; column < r.Width; column++ {
		number = number || isPlain(strings.TrimSpace(r.At(column)))
	}
	value := rd.header.columns[valueField]
	if number || beforeComma().MatchString(strings.TrimSpace(r.At(value))) && afterComma().MatchString(strings.TrimSpace(r.At(value+1))) {
		return fmt.Sprintf("the row has %d cells and the header %d", r.Width, width)
	}
	return ""
}

// reportPercent reports a percent sign in a value that isn't a percentage.
func (rd *reader) reportPercent(o *indicators.Observation, value reading, text string, c *indicators.Indicator) {
	if value.has && value.percent && c.Unit != "%" {
		rd.tally.add(indicators.CodeImplausible, o.Position, fmt.Sprintf("%s is %s, and a value has a percent sign", o.Indicator, c.Unit),
			fmt.Sprintf("%q for %s in %s", shorten(strings.TrimSpace(text)), o.Area, o.Period), "write the value without the sign where it is the rate")
	}
}
