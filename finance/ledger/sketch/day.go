package sketch

import (
	"strings"
	"time"
)

// Serials of Excel that are taken for days, as ledgers have them: from 1990 to 2079.
const firstSerial, lastSerial = 32_874, 65_745

// unixSerial is the serial of 1 January 1970.
const unixSerial = 25_569

// day is the serial of the day that a text in lower case begins with, and what follows it
// unless that is midnight. It knows the fixed forms of dates, the day before the month.
func day(s string) (serial int, rest string, ok bool) {
	first, n := number(s)
	rest = s[n:]
	switch n {
	case 8:
		serial, ok = serialOf(first/10000, first/100%100, first%100)
		return serial, rest, ok && rest == ""
	case 5:
		if rest = strings.TrimRight(strings.TrimPrefix(rest, "."), "0"); rest != "" && s[5] != '.' {
			return 0, "", false
		}
		return first, rest, first >= firstSerial && first <= lastSerial
	case 1, 2, 4:
	default:
		return 0, "", false
	}
	if rest == "" || !strings.Contains("/-. ", rest[:1]) {
		return 0, "", false
	}
	separator, rest := rest[:1], rest[1:]
	month, m := number(rest)
	if m == 0 {
		month, m = named(rest)
	}
	third, found := strings.CutPrefix(rest[m:], separator)
	if !found || m == 0 {
		return 0, "", false
	}
	last, l := number(third)
	rest = third[l:]
	switch {
	case n == 4 && (l == 1 || l == 2):
		serial, ok = serialOf(first, month, last)
	case n < 4 && l == 4:
		serial, ok = serialOf(last, month, first)
	case n < 4 && l == 2:
		serial, ok = serialOf(2000+last, month, first)
	}
	if rest != "" && (rest[0] != ' ' && rest[0] != 't' || len(rest) < 2 || rest[1]-'0' > 9) {
		return 0, "", false
	}
	switch rest {
	case "":
	case " 00:00", " 00:00:00", " 0:00", " 0:00:00", "t00:00", "t00:00:00", "t00:00:00z":
		rest = ""
	default:
		rest = rest[1:]
	}
	return serial, rest, ok
}

// number reads the digits that a text begins with, at most nine.
func number(s string) (n, digits int) {
	for digits < len(s) && digits < 9 && s[digits]-'0' <= 9 {
		n = 10*n + int(s[digits]-'0')
		digits++
	}
	return n, digits
}

// named reads the name of a month, short or whole, that a text begins with.
func named(s string) (month, letters int) {
	for letters < len(s) && s[letters]-'a' < 26 {
		letters++
	}
	for m := time.January; m <= time.December && letters >= 3; m++ {
		if full := strings.ToLower(m.String()); s[:letters] == full || s[:letters] == full[:3] {
			return int(m), letters
		}
	}
	return 0, 0
}

// serialOf is the serial of a day that there is.
func serialOf(year, month, day int) (int, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	serial := int(t.Unix()/86400) + unixSerial
	return serial, t.Day() == day && int(t.Month()) == month && serial >= firstSerial && serial <= lastSerial
}
