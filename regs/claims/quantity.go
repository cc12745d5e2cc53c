package claims

import (
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"
)

// quantity is a figure as it is written, with what it may stand for.
type quantity struct {
	// value is the figure itself.
	value *big.Rat
	// One of its last digit is worth step/den, and of the last that counts
	// loose/den; loose is 0 of what is counted.
	step, loose, den int64
	// is what it may stand for where that isn't said by its last digit.
	is   *Interval
	unit Unit
	// per is the base of a rate: 1,000 of "24.1 per 1,000".
	per int64
	// fraction is true of "a third" and "one in five".
	fraction bool
	// each is what one part of a fraction is worth where it has several: 10 of "eight in ten"; nil else.
	each *big.Rat
	// ofMoney is true of a share of the money that is written in pounds or pence.
	ofMoney bool
	// counted is true where a noun of counting follows or a word was written.
	inWords bool
	hedged  bool
	hedge   hedge // what it is under
	// ref is where the figure is a reference: it then is exactly that figure.
	ref *referred
}

// hedge is what is before a figure that isn't meant exactly.
type hedge uint8

const (
	plainly hedge = iota
	about
	over
	under
	nearly
	atLeast
	atMost
	justOver
)

// in is the interval that the figure may stand for.
func (q *quantity) in() Interval {
	switch {
	case q.is != nil:
		return *q.is
	case q.value == nil:
		return Interval{}
	case q.loose == 0 && q.inWords && (q.unit == points || q.unit == percent): // "ten points" is rounded as "10 points" is
		return around(q.value, rat(1, 2))
	case q.loose == 0:
		return Interval{Low: q.value, High: q.value}
	}
	is := around(q.value, rat(q.loose, 2*q.den))
	q.is = &is
	return is
}

// bounds is in, for a claim to keep.
func (q *quantity) bounds() *Interval {
	is := q.in()
	return &is
}

// digit is what one of the last digit is worth.
func (q *quantity) digit() *big.Rat { return rat(q.step, max(q.den, 1)) }

// apply puts the figure under a hedge.
func (q *quantity) apply(h hedge) {
	if h == plainly {
		return
	}
	q.hedged, q.hedge = true, h
	part := func(perMille int64) *big.Rat { return mulRat(absRat(q.value), rat(perMille, 1000)) }
	step := q.digit()
	half := mulRat(step, rat(1, 2))
	var is Interval
	switch h {
	case about:
		d := part(25)
		if q.fraction {
			d = maxRat(part(100), rat(2, 1)) // "about a tenth" can be an eighth
			if q.inTenths() {
				d = maxRat(d, rat(5, 1)) // "about 3 in 10" can be a third
			}
		}
		if q.unit == percent && !q.fraction && !quoRat(q.value, rat(5, 1)).IsInt() {
			d = mulRat(step, rat(4, 5)) // "about 92%" isn't a round number
		} else if few := mulRat(step, rat(10, 1)); compare(d, step) < 0 && compare(q.value, few) < 0 {
			d = maxRat(d, mulRat(step, rat(3, 5))) // "some £4m" isn't £3m
		} else if compare(d, step) < 0 {
			d = step
		}
		if q.unit == percent && !q.fraction && compare(q.value, rat(20, 1)) >= 0 && quoRat(q.value, rat(10, 1)).IsInt() {
			d = maxRat(d, rat(2, 1)) // "some 40%"
		}
		if q.unit == bare && !q.fraction && compare(q.value, rat(20, 1)) >= 0 && significant(q.value) == 1 {
			d = maxRat(d, part(50)) // "some 300"
		}
		is = around(q.value, d)
	case over:
		is = Interval{Low: q.value, LowOpen: true}
	case justOver:
		is = Interval{Low: addRat(q.value, half, -1), High: addRat(q.value, maxRat(part(map[bool]int64{true: 80, false: 20}[q.fraction]), step), 1)}
	case under:
		is = Interval{High: q.value, HighOpen: true}
	case nearly:
		below := part(50)
		if q.fraction {
			below = part(130)
		}
		if q.each != nil { // "nearly eight in ten" are more than seven
			below = part(80)
			if most := mulRat(q.each, rat(7, 10)); compare(below, most) > 0 {
				below = most
			}
		}
		is = Interval{Low: addRat(q.value, maxRat(below, step), -1), High: addRat(q.value, mulRat(half, rat(1, 5)), 1)}
	case atLeast:
		is = Interval{Low: q.value}
	case atMost:
		is = Interval{High: q.value}
	}
	q.is = &is
}

// maxRat is the greater of two numbers.
func maxRat(a, b *big.Rat) *big.Rat {
	if compare(a, b) > 0 {
		return a
	}
	return b
}

// written is a quantity of digits with so many decimals, times a unit of
// thousands or millions.
func written(digits string, times int64) (quantity, bool) {
	n, den, seen := int64(0), int64(1), false
	for i := range len(digits) {
		switch c := digits[i]; {
		case c == '.':
			seen = true
		case isDigit(c):
			if n > 1e14 || den > 1e8 {
				return quantity{}, false
			}
			n = 10*n + int64(c-'0')
			if seen {
				den *= 10
			}
		}
	}
	if n > 0 && times > 1e17/n {
		return quantity{}, false
	}
	n *= times
	loose := times
	// Trailing zeros may be rounding where two digits are left.
	for n >= 100*loose && n%(10*loose) == 0 {
		loose *= 10
	}
	return quantity{value: rat(n, den), step: times, loose: loose, den: den}, true
}

// exactly is a quantity that is counted.
func exactly(n int64) quantity { return quantity{value: rat(n, 1), step: 1, den: 1} }

// smallNumbers are numbers in words.
var smallNumbers = map[string]int64{"no": 0, "none": 0, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
	"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
	"eighty": 80, "ninety": 90, "both": 2}

// scales are the numbers that words for powers of ten stand for.
var scales = map[string]int64{"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
	"m": 1_000_000, "mn": 1_000_000, "mil": 1_000_000, "bn": 1_000_000_000, "k": 1_000}

// ordinals are places in words.
var ordinals = map[string]int64{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
	"ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
	"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}

// parts are fractions in words.
var parts = map[string]int64{"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
	"sixth": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "tenth": 10, "tenths": 10}

// fractionOf is the quantity of n/d, in percent.
func fractionOf(n, d int64) quantity {
	v := rat(100*n, d)
	loose := mulRat(v, rat(7, 100))
	if half := rat(50, d); d > 10 && compare(loose, half) > 0 {
		loose = half // nineteen in twenty are more than nine in ten
	}
	is := around(v, maxRat(loose, rat(3, 2)))
	q := quantity{value: v, step: 1, den: 1, is: &is, unit: percent, fraction: true, inWords: true}
	if n > 1 {
		q.each = rat(100, d)
	}
	if q.inTenths() {
		is := around(v, maxRat(loose, rat(7, 2))) // whichever is nearest
		q.is = &is
	}
	return q
}

// inTenths reports whether the figure is one of several tenths, to which people round: "3 in 10".
func (q *quantity) inTenths() bool { return q.each != nil && compare(q.each, rat(10, 1)) == 0 }

// inWord reads a number in a word such as "twenty-three".
func inWord(w string) (int64, bool) {
	if n, ok := smallNumbers[w]; ok {
		return n, true
	}
	tens, ones, found := strings.Cut(w, "-")
	if !found {
		return 0, false
	}
	a, okA := smallNumbers[tens]
	b, okB := smallNumbers[ones]
	if okA && okB && a >= 20 && a%10 == 0 && b > 0 && b < 10 {
		return a + b, true
	}
	return 0, false
}

// isDigit reports whether a byte is a digit of ASCII.
func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// digitsAt is the end of a number of digits, thousands commas and decimals at i.
func digitsAt(b []byte, i int) int {
	for i < len(b) && isDigit(b[i]) {
		i++
		if i+3 < len(b)+0 && b[i] == ',' && isDigit(b[i+1]) && isDigit(b[i+2]) && isDigit(b[i+3]) && (i+4 >= len(b) || !isDigit(b[i+4])) {
			i++
		}
	}
	if i+1 < len(b) && b[i] == '.' && isDigit(b[i+1]) {
		for i++; i < len(b) && isDigit(b[i]); i++ {
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
