package account

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strconv"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/wording"
)

// reportGaps reports partners whose ledgers of spend lack months between others. One
// ledger may be of each month; those of a partner are taken together.
func (b *posting) reportGaps() {
	type whose struct {
		partner string
		year    period.Year
	}
	months, periods := map[whose]uint32{}, map[whose]uint32{}
	lines := map[whose]int{}
	first := map[whose]*ledger.Result{}
	var order []whose
	for _, l := range b.ledgers {
		w := whose{l.Spec.Partner, l.Ledger.Year}
		if l.Ledger.Kind != finance.Actual || l.Evidence.Months == 0 {
			continue
		}
		if first[w] == nil {
			first[w] = l
			order = append(order, w)
		}
		months[w] |= l.Evidence.Months
		periods[w] |= l.Evidence.Periods
		lines[w] += l.Ledger.Lines
	}
	for _, w := range order {
		missing, l := missingMonths(months[w], lines[w]), first[w]
		if len(missing) == 0 {
			b.lostPeriods(l, w.year, periods[w], lines[w])
			continue
		}
		b.doubts.Add(&source.Problem{Code: finance.CodeMonthsMissing, Position: l.Spec.Position, About: cmp.Or(l.Spec.Partner, l.Spec.File) + " " + w.year.String(), Likely: true,
			Message: fmt.Sprintf("the lines of %s are of %s of %s, and none is of %s", cmp.Or(l.Spec.Partner, l.Spec.File), monthNames(monthsOf(months[w])), w.year, monthNames(missing)),
			Hint:    "see whether a month's or a quarter's rows were left out of the export"})
	}
}

// lostPeriods reports periods that are missing between others by their numbers, of which
// the months say nothing: the last period and that of the adjustments end on one day.
func (b *posting) lostPeriods(l *ledger.Result, year period.Year, seen uint32, lines int) {
	lost := ledger.LostPeriods(seen)
	if len(lost) == 0 || lines < linesPerMonth*bits.OnesCount32(seen) {
		return
	}
	whose := cmp.Or(l.Spec.Partner, l.Spec.File)
	numbers := func(all []int) string {
		var names []string
		for _, n := range all {
			names = append(names, strconv.Itoa(n))
		}
		return wording.List(names)
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeMonthsMissing, Position: l.Spec.Position, About: whose + " " + year.String(), Likely: true,
		Message: fmt.Sprintf("the lines of %s are of the periods %s of %s, and none is of period %s (%s)", whose, numbers(monthsOf(seen)), year, numbers(lost), monthNames(lost)),
		Hint:    "see whether a period's rows were left out of the export"})
}

// Months are missing for sure only where there are so many lines for each of the others,
// and so many others for each that is missing: payments of a small service come when they
// come.
const (
	linesPerMonth   = 20
	othersPerMonth  = 2
	leastMonthsSeen = 3
)

// missingMonths are the months, from 1 for April, that are missing from those with a bit
// each: the first of each step up to the last, where a step is a month, a quarter or
// whatever the others are apart.
func missingMonths(seen uint32, lines int) (missing []int) {
	all := monthsOf(seen)
	if len(all) < leastMonthsSeen || lines < linesPerMonth*len(all) {
		return nil
	}
	step := 0
	for i := range all[1:] {
		step = gcd(all[i+1]-all[i], step)
	}
	for m := cmp.Or(all[0]%step, step); m < all[len(all)-1]; m += step {
		if !slices.Contains(all, m) {
			missing = append(missing, m)
		}
	}
	if len(missing)*othersPerMonth > len(all) || eachQuarter(seen) {
		return nil
	}
	return missing
}

// eachQuarter reports whether each quarter has lines in the same months of it: spending of the
// quarter at its end, and rent that is paid in advance at its beginning.
func eachQuarter(seen uint32) bool {
	const quarter = 1<<1 | 1<<2 | 1<<3
	for m := 3; m < 12; m += 3 {
		if seen>>m&quarter != seen&quarter {
			return false
		}
	}
	return true
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func monthsOf(seen uint32) (all []int) {
	for ; seen != 0; seen &= seen - 1 {
		all = append(all, bits.TrailingZeros32(seen))
	}
	return all
}

func monthNames(months []int) string {
	var names []string
	for _, m := range months {
		names = append(names, monthOf(m))
	}
	return wording.List(names)
}
