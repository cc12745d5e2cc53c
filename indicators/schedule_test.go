package indicators

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"apr/internal/period"
)

func day(t testing.TB, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// When values come, as the publications that were seen have it: a survey with the
// release after its fieldwork, deaths and the census a release later.
func TestWhenAValueIsDue(t *testing.T) {
	for _, c := range []struct {
		id   ID
		year period.Year
		want string
	}{
		{"NI12", 2025, "2026-07-04"}, {"NI12", 2022, "2023-07-04"}, {"NI12", 2020, "2021-07-13"}, {"NI12", 2019, "2020-09-15"},
		{"NI1", 2025, "2026-07-04"}, {"NI1", 2024, "0001-01-01"}, // no survey
		{"NI11", 2025, "2027-07-04"}, {"NI11", 2024, "2026-07-04"}, {"NI18", 2024, "2026-07-04"},
		{"NI17", 2025, "2026-07-04"}, {"NI19", 2025, "2026-07-04"},
		{"NI20", 2019, "2021-07-13"}, {"NI20", 2020, "0001-01-01"}, // the series has ended
		{"NI10", 2025, "0001-01-01"}, {"NI23", 2025, "0001-01-01"}, {"NI99", 2025, "0001-01-01"},
	} {
		if got := Due(c.id, c.year).Format(time.DateOnly); got != c.want {
			t.Errorf("%s for %s is due on %s; want %s", c.id, c.year, got, c.want)
		}
	}
}

func TestEveryReportableIndicatorIsScheduled(t *testing.T) {
	for _, i := range Catalogue() {
		if rows := releases().indicators[i.ID]; i.Reported != (len(rows) > 0) {
			t.Errorf("%s: reported is %v, and it has %d rows in the schedule", i.ID, i.Reported, len(rows))
		}
	}
	for _, name := range []string{"data/schedule.csv", "data/releases.csv"} {
		for _, r := range embedded(name) {
			if r["source"] == "" {
				t.Errorf("%s: a row without a source: %v", name, r)
			}
		}
	}
}

// A change of the schedule is a row.
func TestALaterRowOfTheScheduleHoldsFromItsYear(t *testing.T) {
	table := timetable{
		indicators: map[ID][]scheduled{"NI11": {{2030, 0}, {2016, 1}}},
		releases:   []publication{{2030, time.September, 15}, {2016, time.July, 4}},
	}
	for y, want := range map[period.Year]string{2015: "0001-01-01", 2028: "2030-07-04", 2030: "2031-09-15", 2040: "2041-09-15"} {
		if got := table.due("NI11", y).Format(time.DateOnly); got != want {
			t.Errorf("%s: %s; want %s", y, got, want)
		}
	}
}

// julyOf is the values that a July release has: those due by then.
func julyOf(t testing.TB, year int, areas ...string) *Workbook {
	t.Helper()
	var list []Observation
	by := time.Date(year, time.July, 31, 0, 0, 0, 0, time.UTC)
	for _, i := range Catalogue() {
		for y := period.Year(2016); y < period.Year(year); y++ {
			if due := Due(i.ID, y); due.IsZero() || due.After(by) {
				continue
			}
			p := y.String()
			if i.Basis == Calendar || i.Basis == Census || i.CalendarProxy && int(y) == year-1 {
				p = fmt.Sprint(int(y))
			}
			for _, area := range append(areas, Scotland) {
				list = append(list, observe(i.ID, area, p, 50))
			}
		}
	}
	w := workbookOf(list...)
	w.Release = fmt.Sprintf("July %d", year)
	return w
}

// The release of July 2026 lacks the deaths and the census of 2025, and nothing else.
func TestNotPublishedNeedsAGround(t *testing.T) {
	made := tableOf(t, julyOf(t, 2026, "Fife"), TableOptions{Area: "Fife", Year: 2025})
	for _, s := range made.Series {
		want := HasValue
		switch s.Indicator.ID {
		case "NI10", "NI20", "NI21", "NI22", "NI23":
			want = NotReported
		case "NI11", "NI18":
			want = NotPublished
		}
		if p := s.point(t, 2025); p.Status != want {
			t.Errorf("%s is %s; want %s", s.Indicator.ID, p.Status, want)
		}
	}
	if got := made.ByID("NI11").point(t, 2025).Notes; !slices.Equal(got, []string{"Not yet published in the release of July 2026; it is expected with that of July 2027."}) {
		t.Errorf("NI11: %q", got)
	}
	if got := made.Overdue(day(t, "2026-07-31")); len(got) != 0 {
		t.Errorf("overdue: %v", got)
	}
}

// A release that should have a value, and hasn't for any area, can't say that
// it isn't published.
func TestAValueThatTheReleaseShouldHaveIsMissing(t *testing.T) {
	w := julyOf(t, 2026, "Fife")
	w.Observations = slices.DeleteFunc(w.Observations, func(o Observation) bool { return o.Indicator == "NI19" && o.Period == "2025/26" })
	for _, released := range []string{"July 2026", "August 2026", ""} { // the other values show when it was made
		w.Release = released
		made := tableOf(t, w, TableOptions{Area: "Fife", Year: 2025})
		p := made.ByID("NI19").point(t, 2025)
		if p.Status != Missing || !strings.Contains(strings.Join(p.Notes, " "), "although") {
			t.Errorf("release %q: NI19 is %s, %q", released, p.Status, p.Notes)
		}
		if got := made.Overdue(day(t, "2026-07-31")); len(got) != 0 {
			t.Errorf("release %q: a single gap isn't an old release: %v", released, got)
		}
	}
	w.Release = "May 2026"
	made := tableOf(t, w, TableOptions{Area: "Fife", Year: 2025})
	if p := made.ByID("NI19").point(t, 2025); p.Status != NotPublished {
		t.Errorf("before the release of July NI19 is %s", p.Status)
	}
	if got := made.Overdue(day(t, "2026-07-31")); !slices.Equal(got, []ID{"NI19"}) {
		t.Errorf("overdue: %v", got)
	}
}

// Last year's release, one of four years ago, and one under a new name.
func TestAnOldReleaseIsOverdue(t *testing.T) {
	everything := []ID{"NI1", "NI2", "NI3", "NI4", "NI5", "NI6", "NI7", "NI8", "NI9", "NI12", "NI13", "NI14", "NI15", "NI16", "NI17", "NI19"}
	for name, c := range map[string]struct {
		year     int
		released string
	}{
		"last year's":                  {2025, "July 2025"},
		"last year's, undated":         {2025, ""},
		"four years old":               {2022, "July 2022"},
		"four years old, called newer": {2022, "July 2026"},
	} {
		w := julyOf(t, c.year, "Fife")
		w.Release = c.released
		made := tableOf(t, w, TableOptions{Area: "Fife", Year: 2025})
		for at, want := range map[string][]ID{"2026-06-30": nil, "2026-07-03": nil, "2026-07-04": everything, "2026-07-31": everything} {
			if got := made.Overdue(day(t, at)); !slices.Equal(got, want) {
				t.Errorf("%s, on %s: %v; want %v", name, at, got, want)
			}
		}
	}
	// No survey was due for 2024/25.
	made := tableOf(t, julyOf(t, 2024, "Fife"), TableOptions{Area: "Fife", Year: 2024})
	if got := fmt.Sprint(made.Overdue(day(t, "2025-07-31"))); got != "[NI12 NI13 NI14 NI15 NI16 NI17 NI19]" {
		t.Errorf("2024/25: %s", got)
	}
}

// In the release of July 2025 the calendar year 2024 stands for 2024/25; the
// financial year itself comes with that of July 2026.
func TestTheFinancialYearBehindTheCalendarYear(t *testing.T) {
	s := tableOf(t, julyOf(t, 2025, "Fife"), TableOptions{Area: "Fife", Year: 2025}).ByID("NI12")
	if p := s.point(t, 2024); p.Status != NotPublished || !p.Due.Equal(day(t, "2026-07-04")) {
		t.Errorf("2024/25: %+v", p)
	}
	if p := s.point(t, 2023); p.Status != HasValue {
		t.Errorf("2023/24: %+v", p)
	}
}

func TestNewestPeriodsInWords(t *testing.T) {
	if got, want := julyOf(t, 2026, "Fife").Newest(), "2024 (NI11 and NI18), 2025 (NI12 to NI16), 2025/26 (NI1 to NI9, NI17 and NI19)"; got != want {
		t.Errorf("%s; want %s", got, want)
	}
	if got := workbookOf().Newest(); got != "" {
		t.Errorf("nothing has the newest period %q", got)
	}
}
