// Package number writes numbers as the report shows them. There is one way to
// round, so that a table and the chart beside it never differ.
package number

import (
	"strconv"
	"strings"
)

// Minus is the true minus sign, which is as wide as a plus and which screen
// readers say.
const Minus = "−"

// Format rounds a number once, half away from zero, to a fixed number of decimals
// and writes it with commas between thousands and a true minus sign; what rounds
// to zero has none. It rounds on the shortest decimal that stands for v: what
// the workbook shows as 0.15 is 0.2, although the nearest binary number is
// below the half.
func Format(v float64, decimals int) string {
	decimals = max(decimals, 0)
	digits := strconv.FormatFloat(v, 'f', -1, 64)
	digits, negative := strings.CutPrefix(digits, "-")
	whole, fraction, _ := strings.Cut(digits, ".")
	if whole[0] < '0' || whole[0] > '9' { // NaN or infinity: never from a workbook
		return digits
	}
	up := len(fraction) > decimals && fraction[decimals] >= '5'
	fraction = (fraction + strings.Repeat("0", decimals))[:decimals]
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
	s := thousands(string(all[:point]))
	if decimals > 0 {
		s += "." + string(all[point:])
	}
	if negative && strings.Trim(string(all), "0") != "" {
		s = Minus + s
	}
	return s
}

// thousands separates groups of three digits with commas.
func thousands(digits string) string {
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}
