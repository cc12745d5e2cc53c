// Package number writes numbers as the report shows them. There is one way to
// round, so that a table, the chart next to it and the prose about both never
// differ: once, half away from zero, from the exact value.
package number

import (
	"math/big"
	"strconv"
	"strings"
)

// Minus is the true minus sign, which is as wide as a plus and which screen
// readers say.
const Minus = "−"

// Format rounds a number once, half away from zero, to a fixed number of decimals
// and writes it with commas between thousands and a true minus sign; what rounds
// to zero has none. It rounds the shortest decimal that stands for v: what
// the workbook shows as 0.15 is 0.2, although the nearest binary number is
// below the half.
func Format(v float64, decimals int) string { return ofFloat(v, decimals).String() }

// Plain is Format for data files: without commas, and with a hyphen for a minus.
func Plain(v float64, decimals int) string { return ofFloat(v, decimals).plain() }

// FormatRat is Format for an exact fraction.
func FormatRat(r *big.Rat, decimals int) string { return ofRat(r, decimals).String() }

// PlainRat is Plain for an exact fraction.
func PlainRat(r *big.Rat, decimals int) string { return ofRat(r, decimals).plain() }

// Ratio is Format for one whole number divided by another, which isn't 0.
func Ratio[T ~int64](numerator, denominator T, decimals int) string {
	return FormatRat(big.NewRat(int64(numerator), int64(denominator)), decimals)
}

// Percent writes a part of a whole, which isn't 0, in percent with one decimal:
// 23 of 80 is "28.8%".
func Percent[T ~int64](part, whole T) string {
	return FormatRat(percent(int64(part), int64(whole)), 1) + "%"
}

// PercentValue is a part of a whole in percent, for a chart. Format with one
// decimal writes it as Percent does: the nearest binary number is on the other
// side of a half only where the part is 2⁵²/2,000 or more: £22 billion in pence.
func PercentValue[T ~int64](part, whole T) float64 {
	v, _ := percent(int64(part), int64(whole)).Float64()
	return v
}

func percent(part, whole int64) *big.Rat {
	r := big.NewRat(part, whole)
	return r.Mul(r, big.NewRat(100, 1))
}

// Exact is the shortest decimal that stands for v, as an exact fraction; nil
// where v isn't a number or infinite.
func Exact(v float64) *big.Rat {
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(v, 'e', -1, 64))
	if !ok {
		return nil
	}
	return r
}

// decimal is a number that has been rounded.
type decimal struct {
	negative        bool // never of 0
	whole, fraction string
}

func ofFloat(v float64, decimals int) decimal {
	digits, negative := strings.CutPrefix(strconv.FormatFloat(v, 'f', -1, 64), "-")
	whole, fraction, _ := strings.Cut(digits, ".")
	if whole[0] < '0' || whole[0] > '9' { // NaN or infinity: never from a workbook
		return decimal{whole: digits}
	}
	return round(negative, whole, fraction, decimals)
}

// ofRat works out one digit more than is shown: round asks no other.
func ofRat(r *big.Rat, decimals int) decimal {
	decimals = max(decimals, 0)
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals+1)), nil)
	n := scale.Mul(scale, r.Num())
	digits := n.Abs(n).Quo(n, r.Denom()).String()
	if short := decimals + 2 - len(digits); short > 0 {
		digits = strings.Repeat("0", short) + digits
	}
	point := len(digits) - decimals - 1
	return round(r.Sign() < 0, digits[:point], digits[point:], decimals)
}

// round is the one place where numbers are rounded: half away from zero. The
// fraction is cut off, never rounded before.
func round(negative bool, whole, fraction string, decimals int) decimal {
	decimals = max(decimals, 0)
	up := len(fraction) > decimals && fraction[decimals] >= '5'
	fraction = (fraction + strings.Repeat("0", max(decimals-len(fraction), 0)))[:decimals]
	all := []byte(whole + fraction)
	for at := len(all) - 1; up; at-- {
		switch {
		case at < 0:
			all, up = append([]byte{'1'}, all...), false
		case all[at] == '9':
			all[at] = '0'
		default:
			all[at]++
			up = false
		}
	}
	point := len(all) - decimals
	return decimal{
		negative: negative && strings.Trim(string(all), "0") != "",
		whole:    string(all[:point]), fraction: string(all[point:]),
	}
}

// String is the number for people.
func (d decimal) String() string {
	s := thousands(d.whole)
	if d.fraction != "" {
		s += "." + d.fraction
	}
	if d.negative {
		s = Minus + s
	}
	return s
}

func (d decimal) plain() string {
	s := d.whole
	if d.fraction != "" {
		s += "." + d.fraction
	}
	if d.negative {
		s = "-" + s
	}
	return s
}

// thousands separates groups of three digits with commas; what isn't a number
// stays as it is.
func thousands(digits string) string {
	if digits == "" || digits[0] < '0' || digits[0] > '9' {
		return digits
	}
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}
