package finance

import (
	"math"
	"testing"
)

func TestMoneyIsExactAndRoundsOnce(t *testing.T) {
	for _, c := range []struct {
		m                                  Money
		exact, pounds, thousands, millions string
	}{
		{0, "0.00", "£0", "£0k", "£0.0m"},
		{5, "0.05", "£0", "£0k", "£0.0m"},
		{50, "0.50", "£1", "£0k", "£0.0m"},
		{-50, "-0.50", "−£1", "£0k", "£0.0m"},
		{-49, "-0.49", "£0", "£0k", "£0.0m"},
		{123456789012, "1234567890.12", "£1,234,567,890", "£1,234,568k", "£1,234.6m"},
		{4_999_999, "49999.99", "£50,000", "£50k", "£0.0m"},
		{5_000_000, "50000.00", "£50,000", "£50k", "£0.1m"},
		{math.MinInt64, "-92233720368547758.08", "−£92,233,720,368,547,758", "−£92,233,720,368,548k", "−£92,233,720,368.5m"},
	} {
		if got := c.m.String(); got != c.exact {
			t.Errorf("%d exact: got %s; want %s", c.m, got, c.exact)
		}
		if got := c.m.Pounds(); got != c.pounds {
			t.Errorf("%d pounds: got %s; want %s", c.m, got, c.pounds)
		}
		if got := c.m.Thousands(); got != c.thousands {
			t.Errorf("%d thousands: got %s; want %s", c.m, got, c.thousands)
		}
		if got := c.m.Millions(); got != c.millions {
			t.Errorf("%d millions: got %s; want %s", c.m, got, c.millions)
		}
	}
}

func TestMoneyForPeople(t *testing.T) {
	for _, c := range []struct {
		m               Money
		exact, variance string
	}{
		{0, "£0.00", ""},
		{-5, "−£0.05", "overspend"},
		{-280_000_000, "−£2,800,000.00", "overspend"},
		{40_123_456, "£401,234.56", "underspend"},
		{-49_999_999, "−£499,999.99", "overspend"},
		{-50_000_000, "−£500,000.00", "overspend"},
	} {
		if got := c.m.Exact(); got != c.exact {
			t.Errorf("%d exact: got %s; want %s", c.m, got, c.exact)
		}
		if got := c.m.VarianceName(); got != c.variance {
			t.Errorf("%d is called %q; want %q", c.m, got, c.variance)
		}
	}
}
