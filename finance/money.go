package finance

import (
	"fmt"
	"strings"

	"apr/internal/number"
)

// Money is an amount in pence.
type Money int64

// String is the exact amount in pounds with two decimals: "-1234.56". It is the
// form of the JSON contract.
func (m Money) String() string {
	sign, n := "", uint64(m)
	if m < 0 {
		sign, n = "-", -uint64(m)
	}
	return fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
}

// Pounds is the amount to whole pounds, half away from zero, with thousands
// separators and a true minus sign: "£1,235", "−£1,235".
func (m Money) Pounds() string { return m.rounded(100, 0, "") }

// Thousands is the amount in £ thousand without decimals: "£1,235k".
func (m Money) Thousands() string { return m.rounded(100_000, 0, "k") }

// Millions is the amount in £ million with one decimal: "£1.2m".
func (m Money) Millions() string { return m.rounded(100_000_000, 1, "m") }

// Exact is the amount to the penny for people: "£1,234.56", "−£1,234.56".
func (m Money) Exact() string { return m.rounded(100, 2, "") }

// VarianceName is what planned less actual spend is called: "underspend",
// "overspend", or "" where there is neither.
func (m Money) VarianceName() string {
	switch {
	case m > 0:
		return "underspend"
	case m < 0:
		return "overspend"
	}
	return ""
}

// rounded divides by unit pence and rounds once, half away from zero, to the
// decimals.
func (m Money) rounded(unit Money, decimals int, suffix string) string {
	digits, negative := strings.CutPrefix(number.Ratio(m, unit, decimals), number.Minus)
	if negative {
		return number.Minus + "£" + digits + suffix
	}
	return "£" + digits + suffix
}
