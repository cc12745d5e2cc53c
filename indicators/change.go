package indicators

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"apr/internal/number"
	"apr/internal/period"
)

// Since compares the newest value with that of an earlier reporting year. The
// error says, for whoever referred to the change, why it can't be reported.
func (s *Series) Since(y period.Year) (*Change, error) {
	newest, from := s.Newest(), s.At(y)
	switch {
	case from == nil:
		return nil, fmt.Errorf("%s is outside the years of the report, %s to %s",
			y, s.Points[0].Year, s.Points[len(s.Points)-1].Year)
	case newest == nil:
		return nil, fmt.Errorf("%s has no value in the years of the report", s.Indicator.ID)
	case from.Value == nil:
		return nil, fmt.Errorf("%s has no value for %s (%s)", s.Indicator.ID, y, from.Status)
	case from == newest:
		return nil, fmt.Errorf("%s has no value after %s", s.Indicator.ID, y)
	case from.Status == NotComparable:
		return nil, fmt.Errorf("%s for %s cannot be compared with %s: a break lies between them", s.Indicator.ID, y, newest.Year)
	}
	return compare(&s.Indicator, from, newest), nil
}

// compare is the change from one value to another of the same area.
func compare(i *Indicator, from, to *Point) *Change {
	c := change(i, *from.Value, *to.Value)
	c.From, c.FromYear, c.To = from.Period, from.Year, to.Period
	if c.Direction != Unchanged && overlap(i, from.Lower, from.Upper, to.Lower, to.Upper) {
		c.Direction = NoClear
	}
	return c
}

// againstScotland is by how much a value differs from Scotland's.
func againstScotland(i *Indicator, national *Observation, to *Point) *Change {
	c := change(i, *national.Value, *to.Value)
	c.From, c.To, c.FromYear = Scotland, to.Period, to.Year
	if c.Direction != Unchanged && overlap(i, national.Lower, national.Upper, to.Lower, to.Upper) {
		c.Direction = NoClear
	}
	return c
}

// change judges a difference by the indicator's polarity. Values that the
// report shows as equal are unchanged: a reader who sees 57.2% twice isn't
// told that the second is better.
func change(i *Indicator, from, to float64) *Change {
	c := &Change{Difference: to - from}
	c.difference, c.percent = Compare(from, to)
	if from != 0 {
		percent := c.Difference / math.Abs(from) * 100
		c.Percent = &percent
	}
	switch {
	case i.Format(from) == i.Format(to):
		c.Direction = Unchanged
	case i.Polarity != HigherIsBetter && i.Polarity != LowerIsBetter:
		c.Direction = Changed
	case (to > from) == (i.Polarity == HigherIsBetter):
		c.Direction = Better
	default:
		c.Direction = Worse
	}
	return c
}

// Compare is to less from, exactly, taken as the decimals that the report shows
// in full, and that difference in percent of from; nil where from is 0. Values
// are finite.
func Compare(from, to float64) (difference, percent *big.Rat) {
	base := number.Exact(from)
	difference = number.Exact(to)
	difference.Sub(difference, base)
	if base.Sign() != 0 {
		percent = new(big.Rat).Quo(difference, base.Abs(base))
		percent.Mul(percent, big.NewRat(100, 1))
	}
	return difference, percent
}

// overlap reports whether the confidence limits of two survey values overlap,
// so that the difference between them may be chance. Without limits nothing
// can be said; the survey's note says that they are absent.
func overlap(i *Indicator, lower1, upper1, lower2, upper2 *float64) bool {
	if i.Basis != Survey || lower1 == nil || upper1 == nil || lower2 == nil || upper2 == nil {
		return false
	}
	return *lower1 <= *upper2 && *lower2 <= *upper1
}

// Describe is a change in words: "down 3.2% since 2019/20", "up 1.4 percentage
// points since 2023/24", "2.4 percentage points below Scotland". It doesn't say
// whether that is better or clear: Direction does.
func (c *Change) Describe(i Indicator) string {
	up, down, link := "up ", "down ", " since "
	if c.From == Scotland {
		up, down, link = " above ", " below ", ""
	}
	size, any := c.size(i)
	switch {
	case !any && c.From == Scotland:
		return "the same as Scotland"
	case !any:
		return "unchanged" + link + c.From
	case c.From == Scotland && c.Difference > 0:
		return size + up + Scotland
	case c.From == Scotland:
		return size + down + Scotland
	case c.Difference > 0:
		return up + size + link + c.From
	}
	return down + size + link + c.From
}

// Slight reports whether there is a difference that is too small to be shown: less than
// the smallest size that changes are printed in.
func (c *Change) Slight(i Indicator) bool {
	size, any := c.size(i)
	return any && strings.HasPrefix(size, lessThan)
}

// lessThan begins the size of a difference that is too small to be shown.
const lessThan = "less than "

// size is how large the difference is: percentage points for percentages,
// percent for rates, the unit where there is no percent; any is false where
// there is no difference.
func (c *Change) size(i Indicator) (size string, any bool) {
	amount, decimals, unit := c.difference, 1, " percentage points"
	switch {
	case c.Direction == Unchanged || c.Difference == 0:
		return "", false
	case i.Unit == "%":
		decimals = max(i.Decimals, 1)
	case c.percent != nil:
		amount, unit = c.percent, "%"
	default:
		decimals, unit = i.Decimals, " "+i.Unit
	}
	size = number.FormatRat(new(big.Rat).Abs(amount), decimals)
	if size == number.Format(0, decimals) {
		smallest := math.Pow10(-decimals)
		size = lessThan + number.Format(smallest, decimals)
	}
	if size == number.Format(1, decimals) && i.Unit == "%" {
		unit = " percentage point"
	}
	return size + unit, true
}
