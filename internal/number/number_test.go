package number_test

import (
	"math"
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
