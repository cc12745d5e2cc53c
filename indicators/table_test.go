package indicators

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"apr/internal/period"
	"apr/internal/source"
)

// full is a workbook with rows of every kind for Fife, Angus and Scotland.
func full() *Workbook {
	var list []Observation
	for n, area := range []string{"Fife", "Angus", Scotland} {
		more := float64(n)
		for _, year := range []string{"2021/22", "2023/24", "2025/26"} {
			list = append(list, within(observe("NI1", area, year, 90+more), 2), within(observe("NI3", area, year, 60+more), 2))
		}
		for y := period.Year(2018); y <= 2024; y++ {
			single := fmt.Sprint(int(y))
			list = append(list, observe("NI11", area, single, 400+float64(y-2018)+more), observe("NI18", area, single, 60+float64(y-2018)+more),
				observe("NI12", area, y.String(), 11000+100*float64(y-2018)+more), observe("NI19", area, y.String(), 700+more))
		}
		list = append(list, observe("NI12", area, "2025", 11650+more), observe("NI12", area, "2025/26", 11660+more),
			observe("NI13", area, "2025/26", 110000+more), observe("NI14", area, "2025", 110+more),
			observe("NI20", area, "2018/19", 24+more), observe("NI20", area, "2019/20", 25+more), observe("NI20", area, "2020/21", 26+more))
	}
	return workbookOf(list...)
}

func TestStatusesOfEachKindOfIndicator(t *testing.T) {
	made := tableOf(t, full(), TableOptions{Area: "Fife", Year: 2025})
	if got := fmt.Sprint(made.Window); got != "[2020/21 2021/22 2022/23 2023/24 2024/25 2025/26]" {
		t.Errorf("window %s", got)
	}
	for id, want := range map[ID]string{
		"NI1":  "no-survey value no-survey value no-survey value",
		"NI3":  "no-survey not-comparable no-survey value no-survey value",
		"NI2":  "no-survey missing no-survey missing no-survey missing",
		"NI10": "not-reported not-reported not-reported not-reported not-reported not-reported",
		"NI11": "value value value value value not-published",
		"NI12": "value value value value value value",
		"NI13": "missing missing missing missing missing value",
		"NI18": "value value value value value not-published",
		"NI19": "value value value value value missing",
		"NI20": "not-reported not-reported not-reported not-reported not-reported not-reported",
		"NI23": "not-reported not-reported not-reported not-reported not-reported not-reported",
	} {
		s := made.ByID(id)
		if got := s.statuses(); got != want {
			t.Errorf("%s: %s; want %s", id, got, want)
		}
		for _, p := range s.Points {
			if plain := p.Status == HasValue && p.Basis == Financial && p.Year != made.Year; !plain && len(p.Notes) == 0 {
				t.Errorf("%s %s is %s and has no note", id, p.Year, p.Status)
			}
		}
	}
}

func TestWindowBeginsWithTheFirstReportingYear(t *testing.T) {
	made := tableOf(t, full(), TableOptions{Area: "Fife", Year: 2019})
	if len(made.Window) != 4 || made.Window[0] != 2016 {
		t.Errorf("window %v; want 2016/17 to 2019/20", made.Window)
	}
	if got, want := made.ByID("NI20").statuses(), "missing missing value value"; got != want {
		t.Errorf("NI20: %s; want %s", got, want)
	}
	if got := made.ByID("NI19").Points[0].Notes; !slices.Contains(got, notBeforeNote) {
		t.Errorf("NI19 in 2016/17 is noted %q", got)
	}
}

func TestPeriodsAndPairing(t *testing.T) {
	made := tableOf(t, full(), TableOptions{Area: "Fife", Year: 2025})
	for _, c := range []struct {
		id     ID
		year   period.Year
		period string
		basis  Basis
		value  float64
		note   string
	}{
		{"NI11", 2024, "2024", Calendar, 406, calendarPairingNote},
		{"NI18", 2023, "2023", Census, 65, censusPairingNote},
		{"NI12", 2024, "2024/25", Financial, 11600, ""},
		{"NI12", 2025, "2025", Calendar, 11650, CalendarChosenNote},
		{"NI13", 2025, "2025/26", Financial, 110000, noProxyNote},
		{"NI14", 2025, "2025", Calendar, 110, ProxyNote},
		{"NI1", 2025, "2025/26", Survey, 90, surveyNote},
	} {
		p := made.ByID(c.id).point(t, c.year)
		if p.Period != c.period || p.Basis != c.basis || p.Value == nil || *p.Value != c.value {
			t.Errorf("%s %s: %+v; want %v for %s", c.id, c.year, p, c.value, c.period)
		}
		if got := strings.Join(p.Notes, " "); got != c.note {
			t.Errorf("%s %s: notes %q; want %q", c.id, c.year, got, c.note)
		}
		if p.Scotland == nil || *p.Scotland != c.value+2 {
			t.Errorf("%s %s: Scotland is %v; want the same period's %v", c.id, c.year, p.Scotland, c.value+2)
		}
		if proxy := c.id == "NI12" && c.year == 2025 || c.id == "NI14"; p.Proxy != proxy {
			t.Errorf("%s %s: proxy is %v", c.id, c.year, p.Proxy)
		}
	}
}

func TestTheProxyIsASetting(t *testing.T) {
	made := tableOf(t, full(), TableOptions{Area: "Fife", Year: 2025, Proxy: PreferFinancial})
	p := made.ByID("NI12").point(t, 2025)
	if *p.Value != 11660 || p.Period != "2025/26" || p.Proxy || !slices.Equal(p.Notes, []string{financialChosenNote}) {
		t.Errorf("NI12: %+v", p)
	}
	if p := made.ByID("NI14").point(t, 2025); *p.Value != 110 || !p.Proxy || !slices.Equal(p.Notes, []string{ProxyNote}) {
		t.Errorf("NI14 has only the calendar year: %+v", p)
	}
}

// A release may have both the calendar year and the financial year for the
// newest reporting year of NI12-16: which is shown is noted either way.
func TestCalendarAndFinancialYearAreNeverChosenBetweenInSilence(t *testing.T) {
	w := workbookOf(observe("NI12", "Fife", "2024", 11000), observe("NI12", "Fife", "2024/25", 10000))
	for proxy, want := range map[Proxy]string{"": CalendarChosenNote, PreferCalendar: CalendarChosenNote, PreferFinancial: financialChosenNote} {
		p := tableOf(t, w, TableOptions{Area: "Fife", Year: 2024, Proxy: proxy}).ByID("NI12").point(t, 2024)
		if value := map[bool]float64{true: 10000, false: 11000}[proxy == PreferFinancial]; *p.Value != value || len(p.Notes) == 0 || p.Notes[0] != want {
			t.Errorf("proxy %q: %v with %q; want %v with %q", proxy, *p.Value, p.Notes, value, want)
		}
	}
}

// An earlier year is always the financial year, even where a calendar year's
// row has been left from when it was the newest.
func TestEarlierYearsAreFinancial(t *testing.T) {
	w := workbookOf(observe("NI12", "Fife", "2023", 1), observe("NI12", "Fife", "2023/24", 2), observe("NI12", "Fife", "2024", 3), observe("NI12", "Fife", "2025", 4))
	s := tableOf(t, w, TableOptions{Area: "Fife", Year: 2025}).ByID("NI12")
	if p := s.point(t, 2023); *p.Value != 2 || p.Proxy || len(p.Notes) != 0 {
		t.Errorf("2023/24: %+v", p)
	}
	if p := s.point(t, 2024); p.Status != Missing {
		t.Errorf("2024/25: %+v; want missing", p)
	}
}

func TestRowsWithoutAValue(t *testing.T) {
	w := workbookOf(
		observe("NI19", Scotland, "2022/23", 1), observe("NI19", Scotland, "2023/24", 1), observe("NI19", Scotland, "2024/25", 1),
		without(observe("NI19", "Fife", "2022/23", 1), "*"), without(observe("NI19", "Fife", "2023/24", 1), ".."),
		without(observe("NI19", "Fife", "2024/25", 1), ""), without(observe("NI19", "Fife", "2025/26", 1), ""),
		without(observe("NI19", Scotland, "2025/26", 1), ""))
	w.Release = "June 2026"
	s := tableOf(t, w, TableOptions{Area: "Fife", Year: 2025}).ByID("NI19")
	if got, want := s.statuses(), "missing missing suppressed missing missing not-published"; got != want {
		t.Errorf("%s; want %s", got, want)
	}
	for y, want := range map[period.Year]string{
		2022: suppressedNote, 2023: `The workbook has the mark ".." in place of a value.`, 2024: emptyNote,
		2025: "Not yet published in the release of June 2026; it is expected with that of July 2026.",
	} {
		if got := s.point(t, y).Notes; !slices.Equal(got, []string{want}) {
			t.Errorf("%s: %q; want %q", y, got, want)
		}
		if s.point(t, y).Position.Cell == "" {
			t.Errorf("%s has no position", y)
		}
	}
}

func TestProvisionalAndConflictingValues(t *testing.T) {
	o := observe("NI19", "Fife", "2025/26", 700)
	o.Estimate, o.Conflicting = true, true
	p := tableOf(t, workbookOf(o), TableOptions{Area: "Fife", Year: 2025}).ByID("NI19").point(t, 2025)
	want := []string{EstimateNote, "The workbook has two different values for this area and year; the one in I2 is shown."}
	if !p.Provisional || !slices.Equal(p.Notes, want) {
		t.Errorf("got %v, %q", p.Provisional, p.Notes)
	}
}

func TestBreaks(t *testing.T) {
	w := workbookOf(
		within(observe("NI3", "Fife", "2021/22", 70), 1), within(observe("NI3", "Fife", "2023/24", 55), 1), within(observe("NI3", "Fife", "2025/26", 66), 1))
	s := tableOf(t, w, TableOptions{Area: "Fife", Year: 2025}).ByID("NI3")
	before, at, after := s.point(t, 2021), s.point(t, 2023), s.point(t, 2025)
	if before.Status != NotComparable || *before.Value != 70 || before.Break {
		t.Errorf("before the break: %+v", before)
	}
	if at.Status != HasValue || !at.Break || !slices.Contains(at.Notes, s.Indicator.Note) {
		t.Errorf("at the break: %+v", at)
	}
	if after.Break || slices.Contains(after.Notes, s.Indicator.Note) {
		t.Errorf("after the break: %+v", after)
	}
	if c := s.FromFirst; c == nil || c.FromYear != 2023 || c.Difference != 11 || c.Direction != Better {
		t.Errorf("since the first comparable value: %+v", c)
	}
	if _, err := s.Since(2021); err == nil || !strings.Contains(err.Error(), "a break lies between") {
		t.Errorf("across the break: %v", err)
	}

	// The year before, 2023/24 is the newest, with nothing to compare it with.
	s = tableOf(t, w, TableOptions{Area: "Fife", Year: 2024}).ByID("NI3")
	if s.FromPrevious != nil || s.FromFirst != nil || s.point(t, 2021).Status != NotComparable {
		t.Errorf("got %+v, %+v, %s", s.FromPrevious, s.FromFirst, s.statuses())
	}

	// A break after the newest value parts nothing yet.
	s = tableOf(t, w, TableOptions{Area: "Fife", Year: 2022}).ByID("NI3")
	if got := s.point(t, 2021); got.Status != HasValue || got.Break {
		t.Errorf("before there is a value after the break: %+v", got)
	}
}

func TestBreaksAreASetting(t *testing.T) {
	w := full()
	opts := TableOptions{Area: "Fife", Year: 2025, Breaks: map[ID][]period.Year{"NI3": nil, "NI19": {2022, 2024}}, Outcomes: map[ID][]int{"NI1": {5}}}
	made := tableOf(t, w, opts)
	if got, want := made.ByID("NI3").statuses(), "no-survey value no-survey value no-survey value"; got != want {
		t.Errorf("NI3 without a break: %s", got)
	}
	s := made.ByID("NI19")
	if got, want := s.statuses(), "not-comparable not-comparable not-comparable not-comparable value missing"; got != want {
		t.Errorf("NI19: %s; want %s", got, want)
	}
	if !s.point(t, 2022).Break || !s.point(t, 2024).Break || s.point(t, 2023).Break {
		t.Error("the breaks of NI19 are in 2022/23 and 2024/25")
	}
	if want := "Values from 2024/25 on cannot be compared with earlier ones."; !slices.Contains(s.point(t, 2020).Notes, want) {
		t.Errorf("notes %q", s.point(t, 2020).Notes)
	}
	if got := made.ByID("NI1").Indicator.Outcomes; !slices.Equal(got, []int{5}) {
		t.Errorf("outcomes %v", got)
	}
}

func TestChanges(t *testing.T) {
	w := workbookOf(
		observe("NI19", "Fife", "2020/21", 400), observe("NI19", "Fife", "2023/24", 800), observe("NI19", "Fife", "2024/25", 600), observe("NI19", Scotland, "2024/25", 500),
		within(observe("NI1", "Fife", "2021/22", 90), 2), within(observe("NI1", "Fife", "2023/24", 93), 2), within(observe("NI1", "Fife", "2025/26", 95), 2), within(observe("NI1", Scotland, "2025/26", 88), 1),
		observe("NI6", "Fife", "2023/24", 60), observe("NI6", "Fife", "2025/26", 61),
		observe("NI17", "Fife", "2023/24", 0), observe("NI17", "Fife", "2024/25", 5))
	made := tableOf(t, w, TableOptions{Area: "Fife", Year: 2025})
	check := func(name string, c *Change, difference float64, percent string, direction Direction, from string) {
		t.Helper()
		if c == nil {
			t.Errorf("%s: no change", name)
			return
		}
		got := "nil"
		if c.Percent != nil {
			got = fmt.Sprintf("%.1f", *c.Percent)
		}
		if c.Difference != difference || got != percent || c.Direction != direction || c.From != from {
			t.Errorf("%s: %+v (%s%%)", name, c, got)
		}
	}
	s := made.ByID("NI19")
	check("NI19 since the previous", s.FromPrevious, -200, "-25.0", Better, "2023/24")
	check("NI19 since the first", s.FromFirst, 200, "50.0", Worse, "2020/21")
	check("NI19 against Scotland", s.AgainstScotland, 100, "20.0", Worse, Scotland)
	s = made.ByID("NI1")
	check("NI1: limits overlap", s.FromPrevious, 2, "2.2", NoClear, "2023/24")
	check("NI1: limits don't overlap", s.FromFirst, 5, "5.6", Better, "2021/22")
	check("NI1 against Scotland", s.AgainstScotland, 7, "8.0", Better, Scotland)
	s = made.ByID("NI6")
	check("NI6 without limits", s.FromPrevious, 1, "1.7", Better, "2023/24")
	if !slices.Contains(s.point(t, 2025).Notes, surveyWithoutLimitsNote) || s.AgainstScotland != nil {
		t.Errorf("NI6: %q, %v", s.point(t, 2025).Notes, s.AgainstScotland)
	}
	check("NI17 from nothing", made.ByID("NI17").FromPrevious, 5, "nil", Better, "2023/24")

	since, err := made.ByID("NI19").Since(2020)
	if err != nil {
		t.Fatal(err)
	}
	check("NI19 since 2020/21", since, 200, "50.0", Worse, "2020/21")
	for year, want := range map[period.Year]string{
		2019: "2019/20 is outside the years of the report, 2020/21 to 2025/26",
		2021: "NI19 has no value for 2021/22 (missing)",
		2024: "NI19 has no value after 2024/25",
	} {
		if _, err := made.ByID("NI19").Since(year); err == nil || err.Error() != want {
			t.Errorf("since %s: %v; want %s", year, err, want)
		}
	}
	if _, err := made.ByID("NI10").Since(2021); err == nil {
		t.Error("NI10 has no value")
	}
}

func TestRank(t *testing.T) {
	var list []Observation
	for n, a := range Authorities() {
		list = append(list, observe("NI12", a.Area, "2025", float64(100+n/2)), observe("NI17", a.Area, "2025/26", float64(50+n)))
	}
	list = append(list, observe("NI12", Scotland, "2025", 1), observe("NI12", "Stirling", "2025", 1), observe("NI12", "Carrickmoor", "2025", 100.5),
		observe("NI17", "Carrickmoor", "2025/26", 99))
	w := workbookOf(list...)
	for _, c := range []struct {
		area     string
		id       ID
		rank, of int
	}{
		{"Aberdeen City", "NI12", 1, 31}, {"Aberdeenshire", "NI12", 1, 31}, {"Angus", "NI12", 3, 31},
		{"Clackmannanshire and Stirling", "NI12", 5, 31}, {"Western Isles", "NI12", 31, 31}, {"Western Isles", "NI17", 1, 31},
		{"Aberdeen City", "NI17", 31, 31}, {"Carrickmoor", "NI12", 3, 32}, {"Carrickmoor", "NI17", 1, 32},
		{"Scotland", "NI12", 0, 0}, {"Stirling", "NI12", 0, 0}, {"Fife", "NI10", 0, 0},
	} {
		s := tableOf(t, w, TableOptions{Area: c.area, Year: 2025}).ByID(c.id)
		if rank, of := s.Rank(); rank != c.rank || of != c.of {
			t.Errorf("%s in %s is %d of %d; want %d of %d", c.area, c.id, rank, of, c.rank, c.of)
		}
	}
}

func TestFamilyAverage(t *testing.T) {
	w := workbookOf(observe("NI19", "Fife", "2024/25", 100), observe("NI19", "Angus", "2024/25", 200), observe("NI19", "Moray", "2023/24", 900),
		without(observe("NI19", "Falkirk", "2024/25", 0), "*"))
	s := tableOf(t, w, TableOptions{Area: "Fife", Year: 2024, Family: []string{"Fife", "Angus HSCP", "Moray", "Falkirk", "Fife"}}).ByID("NI19")
	if s.FamilyAverage == nil || *s.FamilyAverage != 150 || s.FamilySize != 2 {
		t.Errorf("got %v of %d; want 150 of 2", s.FamilyAverage, s.FamilySize)
	}
	// A release that lacks an area of the family altogether can still be used.
	s = tableOf(t, w, TableOptions{Area: "Fife", Year: 2024, Family: []string{"Fife", "Angus", "City of Edinburgh", "West Lothian"}}).ByID("NI19")
	if s.FamilyAverage == nil || *s.FamilyAverage != 150 || s.FamilySize != 2 {
		t.Errorf("got %v of %d; want 150 of 2", s.FamilyAverage, s.FamilySize)
	}
	if s := tableOf(t, w, TableOptions{Area: "Fife", Year: 2024}).ByID("NI19"); s.FamilyAverage != nil {
		t.Error("no family, no average")
	}
}

func TestTableRefusesWhatItDoesNotKnow(t *testing.T) {
	for want, opts := range map[string]TableOptions{
		"w.xlsx!Data: the workbook has no rows for the area \"Angas\"\n    did you mean \"Angus\"?\nw.xlsx!Data: the workbook has no rows for the area \"Fif\"\n    did you mean \"Fife\"?": {Area: "Fif", Year: 2025, Family: []string{"Angas"}},
		"w.xlsx!Data: the workbook has no rows for the area \"Fif\"\n    did you mean \"Fife\"?":                                                                                            {Area: "Fif", Year: 2025},
		"w.xlsx!Data: the workbook has no rows for the area \"Carrickmoor\"\n    expected one of: Angus, Fife, Scotland":                                                                    {Area: "Carrickmoor", Year: 2025},
		"w.xlsx!Data: the workbook has no rows for the area \"Angas\"\n    did you mean \"Angus\"?":                                                                                         {Area: "Fife", Year: 2025, Family: []string{"Angas"}},
		"w.xlsx!Data: there is no reporting year 2015/16: the first is 2016/17":                                                                                                             {Area: "Fife", Year: 2015},
		"w.xlsx!Data: the workbook has no rows for the area \"\"\n    expected one of: Angus, Fife, Scotland":                                                                               {Year: 2025},
	} {
		made, err := full().Table(opts)
		var input *source.InputError
		if made != nil || !errors.As(err, &input) {
			t.Errorf("got %v, %v; want an InputError", made, err)
		} else if err.Error() != want {
			t.Errorf("got\n%s\nwant\n%s", err, want)
		}
	}
	for _, name := range []string{"fife", "Fife HSCP", "Fife Integration Joint Board"} {
		if made, err := full().Table(TableOptions{Area: name, Year: 2025}); err != nil || made.Area != "Fife" {
			t.Errorf("%q: %v; want Fife", name, err)
		}
	}
}
