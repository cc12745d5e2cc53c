package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"apr/indicators"
	"apr/internal/lazyregexp"
)

// reading is what a value's cell says: a number, a mark in place of one or
// next to it, or text that is neither.
type reading struct {
	number float64
	has    bool
	// mark is as written: "*", "p", "#N/A".
	mark       string
	unreadable bool
	// lost is true for an unreadable number whose last digits are lost.
	lost bool
	// twoWays is true for a text such as "11,554", whose comma may part thousands,
	// as number has it, or decimals.
	twoWays bool
	// percent is true for a number with a percent sign.
	percent bool
}

// fault says of a cell what keeps it from being read, behind "a cell that …"; ""
// where it has a number, nothing, or a mark of the publisher's.
func (r reading) fault(text string) string {
	switch {
	case r.has:
		return ""
	case r.mark == uncalculatedMark:
		return "holds a formula whose value was never calculated"
	case r.lost:
		return fmt.Sprintf("holds %q: scientific notation has lost its last digits", shorten(strings.TrimSpace(text)))
	case r.unreadable:
		return fmt.Sprintf("holds %q, which is not a number", shorten(strings.TrimSpace(text)))
	case indicators.IsCellError(r.mark) && !strings.EqualFold(r.mark, notAvailable):
		return "holds the error " + shorten(r.mark)
	}
	return ""
}

// notAvailable is what a dashboard's look-up gives where there is no value.
const notAvailable = "#N/A"

// absentMarks are what publishers put in place of a number that there isn't. "[x]"
// and "[z]" are those of the Government Statistical Service.
var absentMarks = []string{"-", "–", "—", "−", ".", "..", "...", ":", "x", "[x]", "z", "[z]", "na", "n/a",
	"nil", "null", "nr", "not available", "not applicable", "not reported", "tbc", "to be confirmed", "p", "(p)", "[p]"}

// annotated is a number with thousands separators, a percent sign or a mark.
var annotated = lazyregexp.Lazy(`^([-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][-+]?\d+)?)\s*(%?)\s*(?:[(\[]?(\*+|p|r|e|est|estimate|provisional|revised)[)\]]?)?$`)

// oneComma is a number with one comma before three digits, and no point.
var oneComma = lazyregexp.Lazy(`^[-−+]?\d{1,3},\d{3}$`)

// scientific is a number as a spreadsheet shows a large one: 1.03E+05.
var scientific = lazyregexp.Lazy(`^[-−+]?[0-9]\.([0-9]{1,4})[eE]\+0?([0-9]{1,2})$`)

// lostDigits reports whether a cell shows fewer digits than are before the decimal point
// of its number. Programs that write 1e+05 for 100000, or all digits, lose none.
func lostDigits(text string) bool {
	if !strings.ContainsAny(text, "eE") {
		return false // which is seen faster than that the expression doesn't match
	}
	m := scientific().FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return false
	}
	power, _ := strconv.Atoi(m[2]) // digits
	return power > len(m[1])
}

// read reads a cell. Percent is true when its format shows a fraction as a
// percentage: what it stores as 0.572 is 57.2.
func read(text string, percent bool) reading {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return reading{}
	case isPlain(text) && strings.LastIndexByte(text, '-') != 1: // "1-4" is a range
		return readNumber(text, percent)
	case strings.HasPrefix(text, "#"):
		return reading{mark: strings.Clone(text)}
	}
	lower := strings.ToLower(text)
	if indicators.IsSuppressed(lower) || slices.Contains(absentMarks, lower) {
		return reading{mark: strings.Clone(text)}
	}
	m := annotated().FindStringSubmatch(lower)
	if m == nil || m[1] == "" {
		return reading{unreadable: true}
	}
	plain := plainSigns().Replace(m[1])
	r := readNumber(plain, percent && m[2] == "")
	r.mark, r.percent = strings.Clone(m[3]), m[2] != ""
	r.twoWays = r.has && oneComma().MatchString(m[1])
	return r
}

// isPlain reports whether text has only the characters of a number, so that
// "NaN", "Inf" and hexadecimal numbers, which ParseFloat takes, are none.
func isPlain(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9', c == '.', c == '-', c == '+' && i > 0, (c == 'e' || c == 'E') && i > 0:
		default:
			return false
		}
	}
	return strings.ContainsAny(text, "0123456789")
}

// readNumber parses a plain number. That of a percent format is moved by two
// places in its text, which is exact: 0.572 is 57.2 and not 57.199999999999996.
func readNumber(text string, percent bool) reading {
	if percent {
		mantissa, exponent, _ := strings.Cut(strings.ToLower(text), "e")
		places, _ := strconv.Atoi(exponent) // 0 without an exponent
		text = mantissa + "e" + strconv.Itoa(places+2)
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return reading{unreadable: true}
	}
	return reading{number: n, has: true}
}

// uncalculatedMark stands for a formula that was saved without a value.
const uncalculatedMark = "#uncalculated"

// isProvisional reports whether a mark next to a number says that it may change.
func isProvisional(mark string) bool {
	switch mark {
	case "p", "e", "est", "estimate", "provisional":
		return true
	}
	return false
}

// plainSigns makes of a number as people write it one as programs read it.
var plainSigns = sync.OnceValue(func() *strings.Replacer { return strings.NewReplacer(",", "", "−", "-", "+", "") })
