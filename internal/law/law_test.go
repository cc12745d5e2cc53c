package law_test

import (
	"slices"
	"testing"
	"time"

	"apr/internal/law"
	"apr/internal/period"
)

func TestForPicksTheEditionOfTheReportingYear(t *testing.T) {
	for _, year := range []period.Year{0, period.First, 2025, 2099} {
		e := law.For(year)
		if len(e.Matters) != 6 || len(e.Outcomes) != 9 || len(e.Principles) != 13 || len(e.ScrutinyBodies) != 4 {
			t.Errorf("%s: %d matters, %d outcomes, %d principles, %d bodies", year, len(e.Matters), len(e.Outcomes), len(e.Principles), len(e.ScrutinyBodies))
		}
		if len(e.Models) != 4 || e.Months != 4 || e.Guidance.Edition != "second edition" {
			t.Errorf("%s: %d models, %d months, guidance %q", year, len(e.Models), e.Months, e.Guidance.Edition)
		}
	}
}

func TestListsBelongToTheCaller(t *testing.T) {
	law.Latest().Outcomes[0].Text = ""
	if o, ok := law.Latest().Outcome(1); !ok || o.Text == "" {
		t.Error("a caller changed the law")
	}
}

func TestWhatTheLawDoesNotList(t *testing.T) {
	e := law.Latest()
	_, outcome := e.Outcome(10)
	_, principle := e.Principle("b(xiii)")
	_, matter := e.Matter("4(2)(g)")
	if outcome || principle || matter || e.MatterTitle("4(2)(g)") != "4(2)(g)" {
		t.Error("the law has no outcome 10, principle b(xiii) or matter 4(2)(g)")
	}
}

func TestBodiesGoByTheirNames(t *testing.T) {
	if got := law.Latest().ScrutinyBodies[1].Names(); len(got) != 2 || got[0] != "Care Inspectorate" || got[1] != "Social Care and Social Work Improvement Scotland" {
		t.Errorf("got %q", got)
	}
}

// A change applies to the reporting years that begin on its day or later, and leaves
// what it doesn't name.
func TestAChangeIsARow(t *testing.T) {
	table := append(law.Current(),
		law.Edition{Since: time.Date(2027, time.October, 1, 0, 0, 0, 0, time.UTC), Principles: []law.Principle{{ID: "a"}, {ID: "b(i)"}}},
		law.Edition{Since: time.Date(2029, time.April, 1, 0, 0, 0, 0, time.UTC), Months: 6})
	for year, want := range map[period.Year][2]int{2026: {13, 4}, 2027: {13, 4}, 2028: {2, 4}, 2029: {2, 6}, 2035: {2, 6}} {
		e := table.For(year)
		if len(e.Principles) != want[0] || e.Months != want[1] || len(e.Outcomes) != 9 || len(e.Models) != 4 {
			t.Errorf("%s: %d principles, %d months, %d outcomes; want %v", year, len(e.Principles), e.Months, len(e.Outcomes), want)
		}
	}
	if n := len(law.Latest().Principles); n != 13 {
		t.Errorf("the law of today has %d principles", n)
	}
}

// Section 42(4)(a): before the expiry of 4 months beginning with the end of the
// reporting year, which is 31 March.
func TestPublishBy(t *testing.T) {
	for _, c := range []struct {
		year   period.Year
		months int
		want   string
	}{{2025, 4, "2026-07-31"}, {2016, 4, "2017-07-31"}, {2019, 6, "2020-09-30"}, {2025, 11, "2027-02-28"}} {
		e := law.For(c.year)
		e.Months = c.months
		if got := e.PublishBy(c.year).Format(time.DateOnly); got != c.want {
			t.Errorf("%s, %d months: %s; want %s", c.year, c.months, got, c.want)
		}
	}
}

// Section 42(5), with sections 36(5) and 59.
func TestModels(t *testing.T) {
	type model struct {
		decisions, committee bool
		copies               []law.Recipient
	}
	want := map[string]model{
		"integration-joint-board": {true, false, []law.Recipient{law.Constituents}},
		"lead-agency":             {false, true, []law.Recipient{law.Committee}},
		"lead-health-board":       {true, true, []law.Recipient{law.Committee, law.Councils}},
		"lead-council":            {true, true, []law.Recipient{law.Committee, law.HealthBoard, law.Councils}},
		"":                        {true, false, []law.Recipient{law.Constituents}},
	}
	for id, w := range want {
		if m := law.Latest().Model(id); m.Decisions != w.decisions || m.Committee != w.committee || !slices.Equal(m.Copies, w.copies) {
			t.Errorf("%q: %+v; want %+v", id, m, w)
		}
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
		if got := law.For(2025).DaysLeft(2025, c.today); got != c.want {
			t.Errorf("DaysLeft(%v) = %d; want %d", c.today, got, c.want)
		}
	}
}
