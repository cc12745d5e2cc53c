package number_test

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
	"testing"
	"testing/quick"

	"apr/internal/number"
)

func TestFormat(t *testing.T) {
	for _, test := range []struct {
		value    float64
		decimals int
		want     string
	}{
		{0, 0, "0"}, {999, 0, "999"}, {1000, 0, "1,000"}, {11150.4, 0, "11,150"}, {1234567.891, 2, "1,234,567.89"},
		{-0.04, 1, "0.0"}, {-2.75, 1, "−2.8"}, {-1000, 0, "−1,000"}, {0.5, -1, "1"},
		{2.5, 0, "3"}, {-2.5, 0, "−3"}, {0.15, 1, "0.2"},
	} {
		if got := number.Format(test.value, test.decimals); got != test.want {
			t.Errorf("Format(%v, %d) = %q, want %q", test.value, test.decimals, got, test.want)
		}
	}
}

// Whatever is shown is within half a unit of the last place of the value.
func TestFormatRoundsToTheNearest(t *testing.T) {
	property := func(n int32, decimals uint8) bool {
		d := int(decimals % 4)
		v := float64(n) / 1000
		shown := strings.NewReplacer(",", "", number.Minus, "-").Replace(number.Format(v, d))
		r, err := strconv.ParseFloat(shown, 64)
		return err == nil && math.Abs(r-v) <= 0.5*math.Pow10(-d)+1e-9
	}
	if err := quick.Check(property, nil); err != nil {
		t.Error(err)
	}
}

func TestPercentIsExact(t *testing.T) {
	for _, test := range []struct {
		part, whole int64
		want        string
	}{
		{23, 80, "28.8%"}, {-23, 80, "−28.8%"}, {342, 1000, "34.2%"}, {0, 7, "0.0%"}, {7, 7, "100.0%"}, {10114, 10000, "101.1%"},
		{-4, 10000, "0.0%"}, {-126, 10000, "−1.3%"}, {1, 2000, "0.1%"}, {-1, 2000, "−0.1%"}, {25, 2, "1,250.0%"},
		{5, -10, "−50.0%"}, {math.MaxInt64, math.MaxInt64, "100.0%"}, {math.MinInt64, math.MaxInt64, "−100.0%"},
		{4_999_999_999_999_999, 10_000_000_000_000_000_00, "0.5%"},
	} {
		if got := number.Percent(test.part, test.whole); got != test.want {
			t.Errorf("%d of %d is %s; want %s", test.part, test.whole, got, test.want)
		}
	}
}

func TestPlainIsForDataFiles(t *testing.T) {
	for want, got := range map[string]string{
		"-1234567.35": number.Plain(-1234567.345, 2), "0.0": number.Plain(-0.04, 1), "1000": number.Plain(999.5, 0),
		"-2.8": number.PlainRat(big.NewRat(-11, 4), 1), "NaN": number.Plain(math.NaN(), 1),
	} {
		if got != want {
			t.Errorf("got %q; want %q", got, want)
		}
	}
}

func TestExactIsTheShortestDecimal(t *testing.T) {
	for v, want := range map[float64]string{0.15: "3/20", -1e21: "-1000000000000000000000/1", 0: "0/1"} {
		if got := number.Exact(v).String(); got != want {
			t.Errorf("%v is %s; want %s", v, got, want)
		}
	}
	if number.Exact(math.Inf(1)) != nil || number.Exact(math.NaN()) != nil {
		t.Error("infinity and NaN are no numbers")
	}
}

// However a number comes to be printed, as a decimal, as a fraction, as a share or
// as a point of a chart, the same digits are: those of the school rule, worked out
// here in whole numbers.
func TestEveryWayToPrintANumberAgrees(t *testing.T) {
	school := func(n, d int64) string { // n/d to one decimal, half away from zero; d > 0
		sign, a := "", big.NewInt(n)
		if n < 0 {
			sign, a = number.Minus, a.Neg(a)
		}
		tenths := new(big.Int).Div(a.Mul(a, big.NewInt(20)).Add(a, big.NewInt(d)), big.NewInt(2*d)).Int64()
		if tenths == 0 {
			sign = ""
		}
		return fmt.Sprintf("%s%d.%d", sign, tenths/10, tenths%10)
	}
	const billions = 22_000_000_000_00 // in pence
	property := func(part int64, whole uint64, tie bool) bool {
		w := int64(whole%billions) + 1
		p := part % w
		if tie { // a whole number of tenths of a percent, and a half
			w = w/2000*2000 + 2000
			p = w / 2000 * (part%1000*2 + 1)
		}
		if p > billions || p < -billions {
			return true
		}
		want := strings.ReplaceAll(number.Percent(p, w), ",", "")
		if want != school(100*p, w)+"%" {
			t.Logf("%d of %d: %s, by the school rule %s", p, w, want, school(100*p, w))
			return false
		}
		chart := number.Format(number.PercentValue(p, w), 1) + "%"
		rat := number.FormatRat(big.NewRat(p, w).Mul(big.NewRat(p, w), big.NewRat(100, 1)), 1) + "%"
		return strings.ReplaceAll(chart, ",", "") == want && strings.ReplaceAll(rat, ",", "") == want
	}
	if err := quick.Check(property, &quick.Config{MaxCount: 20_000}); err != nil {
		t.Error(err)
	}
	decimal := func(n int64, d uint8) bool {
		d %= 5
		v := float64(n%1e15) / math.Pow10(int(d))
		r := big.NewRat(n%1e15, int64(math.Pow10(int(d))))
		return number.Format(v, 1) == number.FormatRat(r, 1) && number.Exact(v).Cmp(r) == 0
	}
	if err := quick.Check(decimal, &quick.Config{MaxCount: 20_000}); err != nil {
		t.Error(err)
	}
}
