package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
)

// Written is a quantity of digits with so many decimals, times a unit of
// thousands or millions.
func Written(digits string, times int64) (facts.Quantity, bool) {
	n, den, seen := int64(0), int64(1), false
	for i := range len(digits) {
		switch c := digits[i]; {
		case c == '.':
			seen = true
		case IsDigit(c):
			if n > 1e14 || den > 1e8 {
				return facts.Quantity{}, false
			}
			n = 10*n + int64(c-'0')
			if seen {
				den *= 10
			}
		}
	}
	if n > 0 && times > 1e17/n {
		return facts.Quantity{}, false
	}
	n *= times
	loose := times
	// Trailing zeros may be rounding where two digits are left.
	for n >= 100*loose && n%(10*loose) == 0 {
		loose *= 10
	}
	return facts.Quantity{Value: exact.Rat(n, den), Step: times, Loose: loose, Den: den}, true
}

// Exactly is a quantity that is counted.
func Exactly(n int64) facts.Quantity { return facts.Quantity{Value: exact.Rat(n, 1), Step: 1, Den: 1} }

// SmallNumbers are numbers in words.
var SmallNumbers = map[string]int64{"no": 0, "none": 0, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
	"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
	"eighty": 80, "ninety": 90, "both": 2}

// Scales are the numbers that words for powers of ten stand for.
var Scales = map[string]int64{"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
	"m": 1_000_000, "mn": 1_000_000, "mil": 1_000_000, "bn": 1_000_000_000, "k": 1_000}

// ordinals are places in words.
var ordinals = map[string]int64{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
	"ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
	"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}

// Parts are fractions in words.
var Parts = map[string]int64{"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
	"sixth": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "tenth": 10, "tenths": 10}

// TimeUnits are the units of time that a figure can be of.
var TimeUnits = []string{"minute", "hour", "day", "week", "month", "year"}

// InWord reads a number in a word such as "twenty-three".
func InWord(w string) (int64, bool) {
	if n, ok := SmallNumbers[w]; ok {
		return n, true
	}
	tens, ones, found := strings.Cut(w, "-")
	if !found {
		return 0, false
	}
	a, okA := SmallNumbers[tens]
	b, okB := SmallNumbers[ones]
	if okA && okB && a >= 20 && a%10 == 0 && b > 0 && b < 10 {
		return a + b, true
	}
	return 0, false
}

// IsDigit reports whether a byte is a digit of ASCII.
func IsDigit(c byte) bool { return c >= '0' && c <= '9' }

// digitsAt is the end of a number of digits, thousands commas and decimals at i.
func digitsAt(b []byte, i int) int {
	for i < len(b) && IsDigit(b[i]) {
		i++
		if i+3 < len(b)+0 && b[i] == ',' && IsDigit(b[i+1]) && IsDigit(b[i+2]) && IsDigit(b[i+3]) && (i+4 >= len(b) || !IsDigit(b[i+4])) {
			i++
		}
	}
	if i+1 < len(b) && b[i] == '.' && IsDigit(b[i+1]) {
		for i++; i < len(b) && IsDigit(b[i]); i++ {
		}
	}
	return i
}

// letterAt reports whether a letter or digit begins at i.
func letterAt(b []byte, i int) bool {
	if i >= len(b) {
		return false
	}
	r, _ := utf8.DecodeRune(b[i:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
