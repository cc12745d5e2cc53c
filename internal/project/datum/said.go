package datum

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"apr/internal/number"
)

// Said is the figure as people say it, rounded once from its exact value: a share as so
// many in ten, an amount in millions or in thousands, another number to two figures. It is
// "" of what can't be said so: a change, a rank, a word, and what is below nought.
func (f *Datum) Said() string {
	v, ok := new(big.Rat).SetString(f.Value)
	if !ok || !slices.Contains(said, f.ID.Measure) {
		return ""
	}
	if f.ID.Measure == Variance {
		v.Abs(v) // the words around it say whether it is over or under
	}
	switch {
	case v.Sign() < 0:
		return ""
	case f.ID.Measure == Proportion:
		return inTen(v)
	case f.Unit == "%":
		return inTen(v.Quo(v, big.NewRat(100, 1)))
	case f.Unit == "£":
		return roundly(v, "£")
	}
	return roundly(v, "")
}

// said are the measures that can be said in round figures.
var said = []Measure{Value, Scotland, AreaValue, FamilyAverage, Spend, Plan, Funding, Variance, Proportion,
	Population, LocalMeasure, MeasureTarget, ReserveAmount}

// share is a part of all in words.
type share struct {
	of, in int64
	words  string
}

var shares = []share{
	{1, 20, "1 in 20"}, {1, 10, "1 in 10"}, {2, 10, "2 in 10"}, {1, 4, "1 in 4"}, {3, 10, "3 in 10"}, {1, 3, "1 in 3"}, {4, 10, "4 in 10"},
	{1, 2, "half"}, {6, 10, "6 in 10"}, {2, 3, "2 in 3"}, {7, 10, "7 in 10"}, {3, 4, "3 in 4"}, {8, 10, "8 in 10"}, {9, 10, "9 in 10"},
}

// inTen is the share of those in words that is nearest to a part of 1.
func inTen(v *big.Rat) string {
	one := big.NewRat(1, 1)
	switch {
	case v.Sign() == 0:
		return "none"
	case v.Cmp(one) == 0:
		return "all"
	case v.Cmp(one) > 0:
		return "more than all"
	case v.Cmp(big.NewRat(1, 40)) < 0:
		return "fewer than 1 in 20"
	case v.Cmp(big.NewRat(19, 20)) > 0:
		return "almost all"
	}
	var nearest share
	var least *big.Rat
	for _, s := range shares {
		off := new(big.Rat).Sub(v, big.NewRat(s.of, s.in))
		if off.Abs(off); least == nil || off.Cmp(least) < 0 {
			nearest, least = s, off
		}
	}
	if least.Sign() == 0 {
		return nearest.words
	}
	return "about " + nearest.words
}

// roundly is a number to two figures, or whole where it is below 100, with its sign of
// money; so many million from a million on.
func roundly(v *big.Rat, sign string) string {
	million := big.NewRat(1_000_000, 1)
	unit, decimals := "", 0
	step := big.NewRat(stepOf(v), 1)
	rounded := whole(new(big.Rat).Quo(v, step))
	rounded.Mul(rounded, step)
	if rounded.Cmp(million) >= 0 {
		rounded.Quo(v, million)
		unit = " million"
		if rounded.Cmp(big.NewRat(10, 1)) < 0 {
			decimals = 1
		}
	}
	text := strings.TrimSuffix(rounded.FloatString(decimals), ".0")
	shown, _ := new(big.Rat).SetString(text) // digits that were just written
	if unit == "" {
		n, _ := shown.Float64()
		text = number.Format(n, 0)
	}
	if unit != "" {
		shown.Mul(shown, million)
	}
	if shown.Cmp(v) == 0 {
		return sign + text + unit
	}
	return fmt.Sprintf("about %s%s%s", sign, text, unit)
}

// stepOf is the power of ten that a number is rounded to: two figures are left.
func stepOf(v *big.Rat) int64 {
	step := int64(1)
	for v.Cmp(big.NewRat(step*100, 1)) >= 0 {
		step *= 10
	}
	return step
}

// whole is a number rounded to a whole one, halves up.
func whole(v *big.Rat) *big.Rat {
	r, _ := new(big.Rat).SetString(v.FloatString(0)) // digits that were just written
	return r
}
