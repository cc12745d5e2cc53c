// Package exact has the numbers that claims are held against the data with: fractions, and the intervals
// of values that a figure as written may stand for.
package exact

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
	"sync"
)

// Interval is the values that a figure as written may stand for. A bound that is
// nil is none.
type Interval struct {
	Low, High         *big.Rat
	LowOpen, HighOpen bool
}

// Has reports whether the interval holds a value.
func (i Interval) Has(v *big.Rat) bool {
	if v == nil {
		return false
	}
	if i.Low != nil {
		if c := Compare(v, i.Low); c < 0 || c == 0 && i.LowOpen {
			return false
		}
	}
	if i.High != nil {
		if c := Compare(v, i.High); c > 0 || c == 0 && i.HighOpen {
			return false
		}
	}
	return true
}

// Meets reports whether two intervals have a value in common.
func (i Interval) Meets(o Interval) bool {
	below := func(a Interval, b Interval) bool { // a ends before b begins
		if a.High == nil || b.Low == nil {
			return false
		}
		c := Compare(a.High, b.Low)
		return c < 0 || c == 0 && (a.HighOpen || b.LowOpen)
	}
	return !below(i, o) && !below(o, i)
}

// Around is the interval from v-d to v+d.
func Around(v, d *big.Rat) Interval { return Interval{Low: Add(v, d, -1), High: Add(v, d, 1)} }

// Add is a+sign*b. Like mulRat it makes a number of terms of 63 bits at once, which nearly all have.
func Add(a, b *big.Rat, sign int64) *big.Rat {
	m, d, ok := small(a)
	n, e, alike := small(b)
	if me, fits := mul64(m, e); ok && alike && fits {
		if nd, fits := mul64(n*sign, d); fits && max(me, -me, nd, -nd) < 1<<62 {
			if de, fits := mul64(d, e); fits {
				return Rat(me+nd, de)
			}
		}
	}
	if sign < 0 {
		return new(big.Rat).Sub(a, b)
	}
	return new(big.Rat).Add(a, b)
}

// Mul is a*b.
func Mul(a, b *big.Rat) *big.Rat {
	m, d, ok := small(a)
	n, e, alike := small(b)
	if mn, fits := mul64(m, n); ok && alike && fits {
		if de, fits := mul64(d, e); fits {
			return Rat(mn, de)
		}
	}
	return new(big.Rat).Mul(a, b)
}

// Quo is a/b.
func Quo(a, b *big.Rat) *big.Rat {
	m, d, ok := small(a)
	n, e, alike := small(b)
	if me, fits := mul64(m, e); ok && alike && fits && n != 0 {
		if nd, fits := mul64(max(n, -n), d); fits {
			return Rat(me*int64(cmp.Compare(n, 0)), nd)
		}
	}
	return new(big.Rat).Quo(a, b)
}

// Abs is a number without its sign.
func Abs(a *big.Rat) *big.Rat {
	if a.Sign() >= 0 {
		return a
	}
	return new(big.Rat).Neg(a)
}

// mul64 is a*b; fits is false where it may not have 63 bits.
func mul64(a, b int64) (ab int64, fits bool) {
	high, low := bits.Mul64(uint64(max(a, -a)), uint64(max(b, -b)))
	return a * b, high == 0 && low < 1<<63
}

// Rat is n/d, d being positive. It is reduced here: big.NewRat takes much longer for it, and most
// are whole, which need no denominator.
func Rat(n, d int64) *big.Rat {
	a, b := n, d
	for b != 0 {
		a, b = b, a%b
	}
	if a < 0 {
		a = -a
	}
	n, d = n/a, d/a
	if d == 1 {
		r := &struct {
			big.Rat
			term [1]big.Word
		}{}
		r.Num().SetBits(r.term[:]) // where its digits go
		r.Num().SetInt64(n)        // a reference to it
		return &r.Rat
	}
	r := &struct {
		big.Rat
		terms [2]big.Word
	}{Rat: half()}
	below := r.Denom() // a reference, as there is a denominator
	r.Num().SetBits(r.terms[:1:1])
	r.Num().SetInt64(n)
	below.SetBits(r.terms[1:])
	below.SetInt64(d)
	return &r.Rat
}

// half is a fraction to be copied, whose terms are then put elsewhere.
var half = sync.OnceValue(func() big.Rat { return *big.NewRat(1, 2) })

// CompareWhole is r.Cmp of a whole number that fits in 31 bits.
func CompareWhole(r *big.Rat, n int64) int {
	if m, d, ok := small(r); ok && d < 1<<31 {
		return cmp.Compare(m, n*d)
	}
	return r.Cmp(Rat(n, 1))
}

// Compare is a.Cmp(b). It takes no memory where the terms of both fit in 63 bits, as nearly all do.
func Compare(a, b *big.Rat) int {
	m, d, ok := small(a)
	n, e, alike := small(b)
	if !ok || !alike {
		return a.Cmp(b)
	}
	if sign := cmp.Compare(a.Sign(), b.Sign()); sign != 0 || m == 0 {
		return sign
	}
	high, low := bits.Mul64(uint64(max(m, -m)), uint64(e))
	otherHigh, otherLow := bits.Mul64(uint64(max(n, -n)), uint64(d))
	return a.Sign() * cmp.Or(cmp.Compare(high, otherHigh), cmp.Compare(low, otherLow))
}

// small are the terms of a number; ok is false where one is too large.
func small(r *big.Rat) (n, d int64, ok bool) {
	d = 1
	if !r.IsInt() {
		if !r.Denom().IsInt64() {
			return 0, 0, false
		}
		d = r.Denom().Int64()
	}
	n = r.Num().Int64()
	return n, d, r.Num().IsInt64() && n != math.MinInt64
}

// MoreThan reports whether a number is greater than a whole one.
func MoreThan(r *big.Rat, n int64) bool {
	if m, d, ok := small(r); ok && d == 1 {
		return m > n
	}
	return r.Cmp(Rat(n, 1)) > 0
}

// Float is a workbook's number as the decimal that it is written as.
func Float(v float64) *big.Rat {
	return Parse(strconv.FormatFloat(v, 'g', 15, 64))
}

// Parse reads a number of digits, with commas or without; nil where it is none.
func Parse(s string) *big.Rat {
	n, den, seen, negative := int64(0), int64(1), false, false
	for i, c := range s {
		switch {
		case c >= '0' && c <= '9' && n < 1e16 && den < 1e16:
			n = 10*n + int64(c-'0')
			if seen {
				den *= 10
			}
		case c == '.' && !seen:
			seen = true
		case c == ',':
		case (c == '-' || c == '−') && i == 0:
			negative = true
		default: // an exponent, or too many digits
			r, ok := new(big.Rat).SetString(strings.ReplaceAll(s, "−", "-"))
			if !ok {
				return nil
			}
			return r
		}
	}
	if negative {
		n = -n
	}
	return Rat(n, den)
}

// Decimal writes a number for the JSON contract, without trailing zeros.
func Decimal(r *big.Rat) string {
	if r == nil {
		return ""
	}
	s := r.FloatString(6)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// PercentChange is by how many percent to differs from from; nil where from is 0.
func PercentChange(from, to *big.Rat) *big.Rat {
	if from.Sign() == 0 {
		return nil
	}
	return Mul(Quo(Add(to, from, -1), Abs(from)), Rat(100, 1))
}

// PercentApart is by how many percent to is more or less than from; nil where from is 0.
func PercentApart(from, to *big.Rat) *big.Rat {
	change := PercentChange(from, to)
	if change == nil {
		return nil
	}
	return change.Abs(change)
}

// Max is the greater of two numbers.
func Max(a, b *big.Rat) *big.Rat {
	if Compare(a, b) > 0 {
		return a
	}
	return b
}

// Significant is how many digits a figure has that aren't zeros of rounding.
func Significant(v *big.Rat) int {
	n := 0
	if whole, d, ok := small(v); ok && d == 1 {
		for ; whole != 0; whole /= 10 {
			if n > 0 || whole%10 != 0 {
				n++
			}
		}
		return n
	}
	for _, c := range Decimal(v) {
		if c >= '1' && c <= '9' || c == '0' && n > 0 {
			n++
		}
	}
	for u, ten := v, Rat(1, 10); u.IsInt() && u.Sign() != 0; n-- {
		if u = Mul(u, ten); !u.IsInt() {
			break
		}
	}
	return n
}
