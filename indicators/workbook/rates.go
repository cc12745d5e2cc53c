package workbook

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"apr/indicators"
	"apr/internal/number"
)

// rateTolerance is by how much, relatively, a rate may differ from what its
// numerator and denominator give.
const rateTolerance = 0.005

// Where fromParts in ten of an indicator's rates, enoughRates of them or more, are what their
// numerators and denominators give to the last digit, exactTolerance is how far, relatively,
// one of the others may be from it.
const (
	fromParts      = 9
	enoughRates    = 10
	exactTolerance = 1e-5
)

// A rate is a value with numerator and denominator next to it.
type rate struct {
	at              int // among the workbook's observations
	value, expected float64
	off             float64 // relatively, less what the digits of the value leave open
}

// checkRates reports rates that contradict the numerator and denominator next to them: PHS's
// run of May 2023 doubled NI19's denominators everywhere except for Scotland.
func (rd *reader) checkRates() {
	all, exact := map[indicators.ID][]rate{}, map[indicators.ID]int{}
	var order []indicators.ID
	for i := range rd.workbook.Observations {
		o := &rd.workbook.Observations[i]
		expected, ok := o.Rate()
		if o.Value == nil || !ok {
			continue
		}
		larger := max(math.Abs(expected), math.Abs(*o.Value))
		r := rate{i, *o.Value, expected, max(0, math.Abs(expected-*o.Value)-lastDigit(*o.Value)/2) / max(larger, math.SmallestNonzeroFloat64)}
		if all[o.Indicator] == nil {
			order = append(order, o.Indicator)
		}
		all[o.Indicator] = append(all[o.Indicator], r)
		if r.off <= exactTolerance {
			exact[o.Indicator]++
		}
	}
	for _, id := range order {
		n := len(all[id])
		strict := n >= enoughRates && 10*exact[id] >= fromParts*n
		for _, r := range all[id] {
			if r.off > rateTolerance || strict && r.off > exactTolerance {
				rd.reportRate(r)
			}
		}
	}
}

// lastDigit is the worth of the last digit of a number as it is written: 0.1 of 12.5.
func lastDigit(v float64) float64 {
	_, decimals, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	return math.Pow10(-len(decimals))
}

func (rd *reader) reportRate(r rate) {
	o := &rd.workbook.Observations[r.at]
	rows := "rows of areas"
	if o.Area == indicators.Scotland {
		rows = "rows of Scotland"
	}
	far, decimals := " by more than 0.5%", 1
	if r.off <= rateTolerance {
		far, decimals = "", catalogue().byID[o.Indicator].Decimals+2
	}
	rd.tally.add(indicators.CodeRateMismatch, o.Position,
		fmt.Sprintf("%s: in %s the rate differs%s from what numerator and denominator give", o.Indicator, rows, far),
		fmt.Sprintf("%s instead of %s for %s in %s", number.Format(r.value, decimals), number.Format(r.expected, decimals), o.Area, o.Period),
		"the rate is shown as the workbook has it; ask Public Health Scotland which of the three is wrong")
}
