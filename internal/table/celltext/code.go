package celltext

import (
	"strconv"
	"strings"
)

// Code makes codes comparable: case and outer blanks don't count, and a number is
// the same number in each of the forms that spreadsheets write whole ones in, such as
// 40120.0 and 4.1000000000000002E+9. Zeros at the beginning count: 0010 isn't 10.
func Code(s string) string {
	s = Fold(s)
	if s == "" || s[0]-'0' > 9 {
		return s
	}
	if whole, zeros, point := strings.Cut(s, "."); point && AllDigits(whole) && zeros != "" && strings.Trim(zeros, "0") == "" {
		return whole
	}
	if mantissa, _, ok := scientific(s); ok && len(mantissa) >= fullDigits {
		if whole, ok := Whole(s); ok {
			return whole
		}
	}
	return s
}

// fullDigits is how many digits a spreadsheet keeps of a number.
const fullDigits = 15

// Whole is a number's digits where it is a whole one, not negative, of no more
// digits than a spreadsheet keeps.
func Whole(s string) (digits string, ok bool) {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f < 0 || f >= 1e15 || f != float64(int64(f)) {
		return "", false
	}
	return strconv.FormatInt(int64(f), 10), true
}

// LostDigits reports whether a code was taken for a number that a spreadsheet
// shows as 4.1E+09, so that nobody can say which it was.
func LostDigits(s string) bool {
	s = Fold(s)
	if s == "" || s[0]-'0' > 9 || !strings.Contains(s, "e+") { // 1E5 may be a ward
		return false
	}
	mantissa, power, ok := scientific(s)
	return ok && power >= len(mantissa) && (len(mantissa) < fullDigits || power >= fullDigits)
}

// scientific takes a number such as 4.1e+09 apart: its digits and the power of ten.
func scientific(s string) (digits string, power int, ok bool) {
	mantissa, exponent, found := strings.Cut(s, "e")
	if !found {
		return "", 0, false
	}
	whole, fraction, point := strings.Cut(mantissa, ".")
	exponent = strings.TrimPrefix(exponent, "+")
	if len(whole) != 1 || !AllDigits(whole) || point && !AllDigits(fraction) || !AllDigits(exponent) || len(exponent) > 3 {
		return "", 0, false
	}
	power, err := strconv.Atoi(exponent)
	return whole + fraction, power, err == nil
}
