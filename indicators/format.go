package indicators

import (
	"strconv"
	"strings"
)

// Minus is the true minus sign, which is as wide as a plus and which screen
// readers say.
const Minus = "−"

// Format is a value of the indicator as the report shows it: rounded to
// Decimals half away from zero, with separators between thousands, a true minus
// sign, and "%" behind percentages. Everything that displays a value uses it.
func (i Indicator) Format(v float64) string {
	s := formatNumber(v, i.Decimals)
	if i.Unit == "%" {
		s += "%"
	}
	return s
}

// formatNumber rounds once, on the shortest decimal that stands for v: what
// the workbook shows as 0.15 is 0.2, although the nearest binary number is
// below the half.
func formatNumber(v float64, decimals int) string {
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
