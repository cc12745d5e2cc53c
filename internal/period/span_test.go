package period

import (
	"strings"
	"testing"
	"time"
)

func TestParseSpan(t *testing.T) {
	for in, want := range map[string]string{
		"2025/26": "2025/26", "FY2025-26": "2025/26", "April 2025 to March 2026": "2025/26", "2011-12": "2011/12",
		"2025": "2025", "Jan to Dec 2025": "2025",
		"Q1 2025/26": "Apr to Jun 2025", "2025/26 Q4": "Jan to Mar 2026", "q3, 25/26": "Oct to Dec 2025", "Quarter 2 2025/26": "Jul to Sep 2025",
		"2025/26-Q1": "Apr to Jun 2025", "2025/26Q2": "Jul to Sep 2025", "April to June 2025": "Apr to Jun 2025", "Apr-Jun 2025": "Apr to Jun 2025", "Oct – Dec 2025": "Oct to Dec 2025",
		"H1 2025/26": "Apr to Sep 2025", "2025/26 H2": "Oct 2025 to Mar 2026", "Oct 2025 to Mar 2026": "Oct 2025 to Mar 2026",
		"April 2025": "April 2025", "Apr-25": "April 2025", "apr 2025": "April 2025", "2025-04": "April 2025", "04/2025": "April 2025", "Sept 2025": "September 2025", "2025 May": "May 2025",
		"2026-03-31": "31 March 2026", "31/03/2026": "31 March 2026", "31 March 2026": "31 March 2026", "2026-03-31T00:00:00": "31 March 2026",
	} {
		got, err := ParseSpan(in)
		if err != nil || got.String() != want {
			t.Errorf("ParseSpan(%q) = %v, %v; want %s", in, got, err, want)
		}
		again, err := ParseSpan(got.String())
		if err != nil || again != got {
			t.Errorf("%q prints as %q, which reads as %v, %v", in, got, again, err)
		}
	}
	for in, says := range map[string]string{
		"":                 "not a period",
		"Q1 2025":          "calendar or of a financial year",
		"Q5 2025/26":       "not a period",
		"H3 2025/26":       "two halves",
		"2025/27":          "not a period",
		"May to July 2025": "not a period", // no quarter of a year
		"13/2025":          "not a period",
		"31/02/2025":       "not a period",
		"3025":             "plausible",
		"soon":             "2025/26, Q1 2025/26, April 2025",
		"April":            "not a period",
	} {
		if got, err := ParseSpan(in); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("ParseSpan(%q) = %v, %v; want an error that says %q", in, got, err, says)
		}
	}
}

func TestSpansBelongToTheYearInWhichTheyEnd(t *testing.T) {
	for in, want := range map[string]Year{
		"2025/26": 2025, "2025": 2025, "Q4 2025/26": 2025, "April 2026": 2026, "March 2026": 2025, "2026-03-31": 2025, "2026-04-01": 2026,
	} {
		if s, err := ParseSpan(in); err != nil || s.Year() != want {
			t.Errorf("%s is of %v, %v; want %v", in, s.Year(), err, want)
		}
	}
}

func TestHolding(t *testing.T) {
	day := time.Date(2026, time.February, 11, 9, 0, 0, 0, time.UTC)
	for months, want := range map[int]string{Day: "February 2026", Month: "February 2026", Quarter: "Jan to Mar 2026", HalfYear: "Oct 2025 to Mar 2026", FullYear: "2025/26"} {
		if got := Holding(day, months).String(); got != want {
			t.Errorf("%d months: %s; want %s", months, got, want)
		}
	}
}

func TestSpansAreOrderedByTheirEnds(t *testing.T) {
	order := []string{"2024/25", "April 2025", "Q1 2025/26", "2025", "March 2026", "Q4 2025/26", "2025/26"}
	for i := range order[1:] {
		a, _ := ParseSpan(order[i])
		b, _ := ParseSpan(order[i+1])
		if a.Compare(b) >= 0 || b.Compare(a) <= 0 {
			t.Errorf("%s doesn't come before %s", a, b)
		}
	}
}

// What is read is written so that it reads the same again.
func FuzzParseSpan(f *testing.F) {
	for _, seed := range []string{"2025/26", "Q1 2025/26", "Apr-25", "April to June 2025", "31/03/2026", "H2 25/26", "2025", "q", "-", " to ", "jan–feb 2020"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		s, err := ParseSpan(in)
		if err != nil {
			if !s.IsZero() {
				t.Errorf("%q is %v and an error: %v", in, s, err)
			}
			return
		}
		again, err := ParseSpan(s.String())
		if err != nil || again != s {
			t.Errorf("%q is %v, which reads as %v, %v", in, s, again, err)
		}
	})
}
