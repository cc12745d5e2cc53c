// Package period holds reporting years: the 12 months from 1 April that a
// performance report covers (section 42(8) of the Public Bodies (Joint Working)
// (Scotland) Act 2014).
package period

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"apr/internal/lazyregexp"
	"apr/internal/table/celltext"
)

// Year is a reporting or financial year, named by the calendar year in which
// it begins: 2025 is 1 April 2025 to 31 March 2026, written "2025/26".
type Year int

// First is the first reporting year, prescribed by SSI 2014/284 regulation 3.
const First Year = 2016

// preceding is how many earlier reporting years a report compares itself with
// (SSI 2014/326, regulations 3(a)(iii), 4(3) and 6(3)).
const preceding = 5

var yearForm = lazyregexp.Lazy(`^(?:FY)?\s*(\d{4})\s*[/‐‑–—−-]\s*(\d{1,4})$`)

// Parse reads a financial year as people and workbooks write it: 2025/26,
// 2025-26, 2025/2026, FY2025/26, and 2008/9. Word makes the hyphen a dash.
func Parse(s string) (Year, error) {
	years, after, ok := cutYears(s)
	if !ok {
		return 0, fmt.Errorf("%q is not a financial year; expected the form 2025/26", s)
	}
	first, _ := strconv.Atoi(years)
	second, _ := strconv.Atoi(after)
	want := first + 1
	if len(after) <= 2 {
		want %= 100
	}
	if len(after) == 3 || second != want {
		return 0, fmt.Errorf("%q is not a financial year: %d is followed by %02d", s, first, (first+1)%100)
	}
	if first < 1900 || first > 2099 {
		return 0, fmt.Errorf("%q is not a plausible financial year", s)
	}
	return Year(first), nil
}

// cutYears are the digits of the two years that a financial year is written with.
func cutYears(s string) (first, second string, ok bool) {
	if first, second, ok = strings.Cut(s, "/"); ok && len(first) == 4 && len(second) == 2 && onlyDigits(first) && onlyDigits(second) {
		return first, second, true // as nearly all, and found much faster than by the expression
	}
	m := yearForm().FindStringSubmatch(celltext.Typed(celltext.Unquoted(s)))
	if m == nil {
		return "", "", false
	}
	return m[1], m[2], true
}

func onlyDigits(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}

// String is the year as the report prints it, such as 2025/26.
func (y Year) String() string {
	if y < 1000 || y > 9999 {
		return fmt.Sprintf("%04d/%02d", int(y), (int(y)+1)%100)
	}
	first, second := int(y), int(y)+1
	return string([]byte{
		byte('0' + first/1000), byte('0' + first/100%10), byte('0' + first/10%10), byte('0' + first%10), '/',
		byte('0' + second/10%10), byte('0' + second%10),
	})
}

// MarshalText writes the year as String does.
func (y Year) MarshalText() ([]byte, error) { return []byte(y.String()), nil }

// UnmarshalText reads a year as Parse does.
func (y *Year) UnmarshalText(text []byte) (err error) {
	*y, err = Parse(string(text))
	return err
}

// Starts is 1 April of the year, UTC.
func (y Year) Starts() time.Time { return time.Date(int(y), time.April, 1, 0, 0, 0, 0, time.UTC) }

// Ends is 31 March, the last day of the year.
func (y Year) Ends() time.Time { return time.Date(int(y)+1, time.March, 31, 0, 0, 0, 0, time.UTC) }

// Window is the reporting year and its 5 predecessors, oldest first, or fewer
// where they would reach behind the first reporting year.
func Window(y Year) []Year {
	var years []Year
	for w := max(y-preceding, First); w <= y; w++ {
		years = append(years, w)
	}
	return years
}
