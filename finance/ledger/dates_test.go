package ledger

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode"

	"apr/internal/period"
	"apr/internal/rounds"
	"apr/internal/table/celltext"
)

func TestParseDate(t *testing.T) {
	want := time.Date(2026, time.March, 5, 0, 0, 0, 0, time.UTC)
	for _, s := range []string{"05/03/2026", "5/3/2026", "5/3/26", "05-03-2026", "05.03.2026", "2026-03-05", "2026/3/5", "20260305", "05-MAR-2026", "5-Mar-26",
		"5 Mar 2026", "5 March 2026", " 05/03/2026 16:59:18", "2026-03-05T00:00:00", "2026-03-05 09:15", "46086", "46086.75", "†05/03/2026"} {
		if got, ok := parseDate(s); !ok || !got.Equal(want) {
			t.Errorf("%q: %v, %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "03/25/2026", "31/02/2026", "2026", "12", "99999", "01000", "46086.x", "yesterday", "5/3", "05/03/2026 late", "202603051"} {
		if got, ok := parseDate(s); ok {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// What cells can't say is told from what they begin and end with: held here against trying
// each form on them.
func TestDatesAreLookedForWhereTheyCanBe(t *testing.T) {
	seps := []string{"/", "-", ".", " ", ""}
	columns := [][]string{{"5", "05", "2026", ""}, seps, {"3", "Mar", "march", "Sept", "Care"}, seps, {"2026", "26", "", "p 3"}, {"", "", " 09:15", "T00:00", "é", "٣", "²", "\u00a0", " "}}
	r := rand.New(rand.NewPCG(3, 4))
	dates, months, names := 0, 0, 0
	for range rounds.Of(t, 20_000) {
		var cell string
		for _, column := range columns {
			cell += column[r.IntN(len(column))]
		}
		trimmed := celltext.Trim(cell)
		for _, form := range dateForms {
			if want, err := time.Parse(form, trimmed); err == nil {
				dates++
				if got, ok := parseDate(cell); !ok {
					t.Fatalf("%q is no date, want %v", cell, want)
				} else if _, serial := parseSerial(trimmed); !serial && !got.Equal(want) {
					t.Fatalf("%q: %v, want %v", cell, got, want)
				}
				break
			}
		}
		for _, form := range monthForms {
			if want, err := time.Parse(form, cell); err == nil {
				months++
				if got, ok := yearOfPeriod(cell); !ok || got != period.YearOf(want) {
					t.Fatalf("%q: %v %t, want %v", cell, got, ok, period.YearOf(want))
				}
				break
			}
		}
		if strings.ContainsFunc(cell, unicode.IsNumber) {
			continue
		}
		names++
		_, year := period.Parse(cell)
		_, short := shortCell(cell, 2025)
		_, ofPeriod := yearOfPeriod(cell)
		_, date := parseDate(cell)
		if year == nil || short || ofPeriod || date || len(spoken(cell)) > 0 || yearAndPeriod().MatchString(cell) {
			t.Fatalf("%q has no number and says a year or a month", cell)
		}
	}
	t.Logf("%d dates, %d months and %d cells without a number", dates, months, names)
	if dates == 0 || months == 0 || names == 0 {
		t.Error("there are no dates, no months or no cells without a number")
	}
}

func TestParsePeriod(t *testing.T) {
	for s, want := range map[string]int{"1": 1, "01": 1, "012": 12, "13": 13, "P3": 3, "Period 13": 13, " per 4 ": 4, "M05": 5} {
		if got, ok := parsePeriod(s); !ok || got != want {
			t.Errorf("%q: %d, %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "0", "14", "-1", "1.5", "P", "April", "2025/01", "0013"} {
		if got, ok := parsePeriod(s); ok {
			t.Errorf("%q: %d", s, got)
		}
	}
}

func TestCheckPeriod(t *testing.T) {
	for want, forms := range map[dateStatus][]string{
		inYear: {"", " ", "1", "P01", "13", "Apr-25", "apr 25", "Mar-26", "March 2026", "MAR-2026", "April", "Dec", "2025/26 P1", "2025-26/12", "2025/2026: 13",
			"2025/26", "45748", "31/03/2026"},
		outsideYear: {"Mar-25", "April 2026", "2024/25 P12", "2024/25", "45747", "01/04/2026"},
		notAPeriod: {"0", "14", "P14", "2025/01", "2025-M01", "2025 P1", "202501", "2025-01", "2025", "M1/25", "2025/27 P1", "2025/26 P14", "2025/26 x", "Q1",
			"Apl", "Apr-", "Apr-25-P1", "25-Apr-", "1.5", "1/2"},
	} {
		for _, s := range forms {
			if got := checkPeriod(s, 2025); got != want {
				t.Errorf("%q: %d; want %d", s, got, want)
			}
		}
	}
}

// A column of periods may say the year with two digits, as files of finance systems do.
func TestPeriodsThatAreYears(t *testing.T) {
	for cell, want := range map[string]dateStatus{
		"25/26": inYear, "FY25/26": inYear, "FY 25-26": inYear, "2526": inYear, "2025/26": inYear, "24/25": outsideYear, "2425": outsideYear, "2024/25": outsideYear,
		"25/27": notAPeriod, "99/00": notAPeriod, "2025/01": notAPeriod, "x": notAPeriod,
	} {
		if got := checkPeriod(cell, 2025); got != want {
			t.Errorf("%q: %v; want %v", cell, got, want)
		}
	}
}
