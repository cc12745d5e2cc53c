package tables

import (
	"strconv"
	"strings"

	rounding "apr/internal/number"

	"apr/internal/lazyregexp"
)

// A number is a figure as a spreadsheet holds it: its value in full, and the
// format that shows it as the report prints it.
type number struct {
	value  float64
	format string
}

// printed takes a printed number apart: sign, currency, digits, decimals, and
// what follows.
var printed = lazyregexp.Lazy(`^([+−-]?)(£?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(|%|k|m|bn| points?)$`)

// scales are the units that a figure may be printed in, as a factor of its value,
// and the sign for them in a number format.
var scales = []struct {
	factor float64
	sign   string
}{{1, ""}, {1e-3, ","}, {1e-6, ",,"}, {1e-9, ",,,"}, {100, "%"}}

// exact is the number of a figure that is printed as display and has this
// value; nil where the one doesn't say the other, as in "fell by 2%".
func exact(display, value string) *number {
	p := printed().FindStringSubmatch(display)
	v, err := strconv.ParseFloat(value, 64)
	if p == nil || err != nil {
		return nil
	}
	for _, s := range scales {
		if s.sign == "%" && p[5] != "%" {
			continue
		}
		if strings.TrimLeft(rounding.Format(v*s.factor, len(p[4])), rounding.Minus) == commas(p[3])+fraction(p[4]) && signFits(p[1], v) {
			return &number{v, format(p, s.sign)}
		}
	}
	return nil
}

// asPrinted is the number that a text is, nil where it isn't one. Nothing more
// is known of it than what is printed.
func asPrinted(text string) *number {
	p := printed().FindStringSubmatch(text)
	if p == nil {
		return nil
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(p[3], ",", "")+fraction(p[4]), 64)
	if err != nil {
		return nil
	}
	if p[1] == "−" || p[1] == "-" {
		v = -v
	}
	return &number{v, format(p, "")}
}

// signFits reports whether a printed sign is that of the value. What rounds to
// nothing has none.
func signFits(sign string, v float64) bool {
	switch sign {
	case "+":
		return v >= 0
	case "":
		return true
	}
	return v <= 0
}

// format is the number format for a printed number in a unit.
func format(p []string, scale string) string {
	digits := "0"
	if strings.Contains(p[3], ",") || len(p[3]) < 4 {
		digits = "#,##0"
	}
	if p[4] != "" {
		digits += "." + strings.Repeat("0", len(p[4]))
	}
	suffix := quoted(p[5])
	if scale == "%" {
		digits += "%"
		suffix = ""
	} else {
		digits += scale
	}
	plus := ""
	if p[1] == "+" {
		plus = quoted("+")
	}
	body := quoted(p[2]) + digits + suffix
	return plus + body + ";" + quoted("−") + body + ";" + body
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return `"` + s + `"`
}

// commas is a whole number as the report separates its thousands.
func commas(digits string) string {
	v, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
	if err != nil {
		return digits
	}
	return rounding.Format(v, 0)
}

func fraction(digits string) string {
	if digits == "" {
		return ""
	}
	return "." + digits
}
