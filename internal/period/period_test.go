package period

import (
	"testing"
	"testing/quick"
	"time"
)

func TestParse(t *testing.T) {
	for in, want := range map[string]Year{
		"2025/26": 2025, "2025-26": 2025, "2025/2026": 2025, "2025-2026": 2025,
		"FY2008/09": 2008, "2008/9": 2008, "2008–09": 2008, "2008—2009": 2008, "2008−09": 2008, "2008‑09": 2008, "1999/00": 1999, "2099/00": 2099,
	} {
		if got, err := Parse(in); err != nil || got != want {
			t.Errorf("Parse(%q) = %v, %v; want %v", in, got, err, want)
		}
	}
	for _, in := range []string{"", "2025", "2122/23/24", "2025/27", "25/26", "2025/226", "0000/01", "2122/23", "twenty"} {
		if got, err := Parse(in); err == nil {
			t.Errorf("Parse(%q) = %v; want an error", in, got)
		}
	}
}

func TestStringParsesBack(t *testing.T) {
	for y := Year(1990); y < 2099; y++ {
		if got, err := Parse(y.String()); err != nil || got != y {
			t.Errorf("Parse(%q) = %v, %v", y.String(), got, err)
		}
	}
}

func TestWindowNeverReachesBehindTheFirstReportingYear(t *testing.T) {
	property := func(offset uint8) bool {
		y := First + Year(offset)
		w := Window(y)
		return w[0] >= First && w[len(w)-1] == y && len(w) == min(int(offset)+1, 6)
	}
	if err := quick.Check(property, nil); err != nil {
		t.Error(err)
	}
}

func TestDaysLeft(t *testing.T) {
	day := func(m time.Month, d int) time.Time {
		return time.Date(2026, m, d, 23, 59, 0, 0, time.FixedZone("BST", 3600))
	}
	for _, c := range []struct {
		today time.Time
		want  int
	}{{day(7, 31), 0}, {day(7, 19), 12}, {day(8, 1), -1}} {
		if got := Year(2025).DaysLeft(c.today); got != c.want {
			t.Errorf("DaysLeft(%v) = %d; want %d", c.today, got, c.want)
		}
	}
}

// Word makes an en dash of a hyphen, and quotation marks of others.
func TestParseAsWordWritesIt(t *testing.T) {
	for _, s := range []string{"2025–26", "2025—26", "“2025/26”", "2025 – 2026"} {
		if y, err := Parse(s); err != nil || y != 2025 {
			t.Errorf("%q: %v, %v", s, y, err)
		}
	}
}
