package indicators

import (
	"testing"
)

func TestFormat(t *testing.T) {
	percent, rate, falls := Indicator{Unit: "%", Decimals: 1}, Indicator{Unit: "per 100,000"}, Indicator{Decimals: 1}
	for _, c := range []struct {
		i    Indicator
		v    float64
		want string
	}{
		{percent, 57.2, "57.2%"}, {percent, 57.25, "57.3%"}, {percent, 0.15, "0.2%"}, {percent, 99.95, "100.0%"},
		{percent, 100, "100.0%"}, {percent, 0, "0.0%"}, {percent, -0.04, "0.0%"}, {percent, -1.25, "−1.3%"},
		{rate, 11281.8799420871, "11,282"}, {rate, 999.5, "1,000"}, {rate, 2.5, "3"}, {rate, -2.5, "−3"},
		{rate, 1234567.4, "1,234,567"}, {rate, 0.4, "0"}, {rate, 100, "100"},
		{falls, 22.840720012101, "22.8"}, {falls, 1000, "1,000.0"}, {falls, 1e-9, "0.0"},
	} {
		if got := c.i.Format(c.v); got != c.want {
			t.Errorf("%v to %d decimals is %q; want %q", c.v, c.i.Decimals, got, c.want)
		}
	}
}

func TestDescribe(t *testing.T) {
	percent := Indicator{Unit: "%", Decimals: 1, Polarity: HigherIsBetter}
	rate := Indicator{Unit: "per 100,000", Polarity: LowerIsBetter}
	for _, c := range []struct {
		i        Indicator
		from, to float64
		since    string
		want     string
		verdict  Direction
	}{
		{rate, 1000, 968, "2019/20", "down 3.2% since 2019/20", Better},
		{rate, 1000, 1100, "2024/25", "up 10.0% since 2024/25", Worse},
		{percent, 55.8, 57.2, "2023/24", "up 1.4 percentage points since 2023/24", Better},
		{percent, 57.2, 56.2, "2023/24", "down 1.0 percentage point since 2023/24", Worse},
		{percent, 57.2, 57.2, "2023/24", "unchanged since 2023/24", Unchanged},
		{percent, 57.21, 57.22, "2023/24", "unchanged since 2023/24", Unchanged},
		{percent, 57.24, 57.26, "2023/24", "up less than 0.1 percentage points since 2023/24", Better},
		{rate, 0, 12, "2019/20", "up 12 per 100,000 since 2019/20", Worse},
		{rate, 1000, 968, Scotland, "3.2% below Scotland", Better},
		{percent, 59.6, 62, Scotland, "2.4 percentage points above Scotland", Better},
		{percent, 59.6, 59.6, Scotland, "the same as Scotland", Unchanged},
		{Indicator{Unit: "£"}, 10, 20, "2019/20", "up 100.0% since 2019/20", Changed},
	} {
		change := change(&c.i, c.from, c.to)
		change.From = c.since
		if got := change.Describe(c.i); got != c.want || change.Direction != c.verdict {
			t.Errorf("%v to %v: %q (%s); want %q (%s)", c.from, c.to, got, change.Direction, c.want, c.verdict)
		}
	}
}
