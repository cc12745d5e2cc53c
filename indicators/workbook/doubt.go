package workbook

import (
	"fmt"
	"math"
	"strings"

	"apr/indicators"
	"apr/internal/lazyregexp"
	"apr/internal/number"
	"apr/internal/source"
)

// doubtful is a value whose comma may part thousands or decimals. Until the whole
// table is read it counts with the comma between thousands.
type doubtful struct {
	key                observationKey
	position           source.Position
	text               string
	thousands, decimal float64
}

// doubt notes a value that may be read in two ways, unless the numerator and
// denominator next to it say which it is.
func (rd *reader) doubt(o *indicators.Observation, text string) {
	thousands := *o.Value
	decimal := thousands / 1000
	if rate, ok := o.Rate(); ok && closer(thousands, rate) {
		return
	}
	rd.doubtful = append(rd.doubtful, doubtful{observationKey{o.Indicator, o.Area, o.Period}, o.Position, strings.TrimSpace(text), thousands, decimal})
}

// closer reports whether a value is the rate, as far as rounding goes.
func closer(value, rate float64) bool {
	return math.Abs(value-rate) <= rateTolerance*max(math.Abs(value), math.Abs(rate))
}

// commaForDecimals finds a number whose comma can't part thousands.
var commaForDecimals = lazyregexp.Lazy(`^[-−+]?(?:\d+,(?:\d{1,2}|\d{4,})|\d{4,},\d+)\s*%?$`)

// settle decides on values that may be read in two ways. A magnitude alone never
// does: where the comma must part thousands in some cells of the table, and none
// has one that can't, it parts them everywhere. Else the cell is unreadable.
func (rd *reader) settle() {
	thousands := false
	for _, d := range rd.doubtful {
		thousands = thousands || indicators.IsUsual(d.key.id, d.thousands) && !indicators.IsUsual(d.key.id, d.decimal)
	}
	thousands = thousands && !rd.decimalCommas
	for _, d := range rd.doubtful {
		o := &rd.workbook.Observations[rd.seen[d.key]]
		if o.Position != d.position || thousands && indicators.IsUsual(d.key.id, d.thousands) {
			continue // another row is, or there is no doubt
		}
		if !rd.decimalCommas && !indicators.IsUsual(d.key.id, d.decimal) {
			continue
		}
		o.Value, o.Lower, o.Upper = nil, nil, nil
		o.Unreadable = fmt.Sprintf("holds %q, which may be %s or %s", shorten(d.text), number.Format(d.thousands, 0), number.Format(d.decimal, 3))
		rd.tally.add(indicators.CodeUnreadableValue, d.position,
			fmt.Sprintf("%s: the cell %s; it counts as missing", d.key.id, o.Unreadable), "",
			"write the number with a point before its decimals, or none, and no other separator")
	}
}
