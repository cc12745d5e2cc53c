package indicators

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"apr/internal/period"
)

// scheduled is a row of data/schedule.csv: from a reporting year on, the value
// for a year is in the July release that follows it, or in one of so many
// releases later.
type scheduled struct {
	from  period.Year
	later int
}

// publication is a row of data/releases.csv: the day of July, or another month,
// on which the release after a reporting year is published, for that year and
// those after it.
type publication struct {
	from  period.Year
	month time.Month
	day   int
}

type timetable struct {
	indicators map[ID][]scheduled // newest first
	releases   []publication      // newest first
}

// releases is when which indicator is published. A release that turns out to
// come earlier or later is a row of the tables, and no code.
var releases = sync.OnceValue(func() timetable {
	t := timetable{indicators: map[ID][]scheduled{}}
	for _, r := range embedded("data/schedule.csv") {
		id := ID(r["id"])
		t.indicators[id] = append([]scheduled{{must(period.Parse(r["from"])), must(strconv.Atoi(r["releases_later"]))}}, t.indicators[id]...)
	}
	for _, r := range embedded("data/releases.csv") {
		day := must(time.Parse("01-02", r["published"]))
		t.releases = append([]publication{{must(period.Parse(r["from"])), day.Month(), day.Day()}}, t.releases...)
	}
	return t
})

// Due is the day from which Public Health Scotland's release with an indicator's
// value for a reporting year may be expected. The zero time means that none is
// expected at all: the indicator isn't reported, its series has ended, or there
// wasn't a survey in that year.
func Due(id ID, y period.Year) time.Time {
	c := catalogue().byID[id]
	switch {
	case c == nil, !c.Reported, c.LastYear != 0 && y > c.LastYear, c.Basis == Survey && !hasSurvey(y):
		return time.Time{}
	}
	return releases().due(id, y)
}

func (t timetable) due(id ID, y period.Year) time.Time {
	rows := t.indicators[id]
	n := slices.IndexFunc(rows, func(s scheduled) bool { return s.from <= y })
	if n < 0 {
		return time.Time{}
	}
	return t.published(y + period.Year(rows[n].later))
}

// published is the day of the release that follows a reporting year.
func (t timetable) published(y period.Year) time.Time {
	n := slices.IndexFunc(t.releases, func(p publication) bool { return p.from <= y })
	if n < 0 {
		return time.Time{}
	}
	return time.Date(int(y)+1, t.releases[n].month, t.releases[n].day, 0, 0, 0, 0, time.UTC)
}

// sameRelease reports whether an indicator's value comes with the release that
// follows the reporting year itself.
func sameRelease(id ID, y period.Year) bool {
	due := Due(id, y)
	return !due.IsZero() && due.Equal(releases().published(y))
}

// monthOf is the first day of a day's month.
func monthOf(day time.Time) time.Time {
	return time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
}

// ReleaseMonth is a day's month as releases are named: "July 2026".
func ReleaseMonth(day time.Time) string { return day.Format("January 2006") }

// released is the month of the workbook's release: what it says itself, else
// that of the newest values which come with the release after their year. Zero
// where neither says.
func (x *index) released() time.Time {
	if day, err := time.Parse("January 2006", x.workbook.Release); err == nil {
		return day
	}
	var newest time.Time
	for id, y := range x.last {
		if due := Due(id, y); sameRelease(id, y) && due.After(newest) {
			newest = due
		}
	}
	if newest.IsZero() {
		return newest
	}
	return monthOf(newest)
}

// hasCome reports whether the workbook is of a release that should have what is
// due on a day. One of which nobody knows when it was made hasn't.
func (x *index) hasCome(due time.Time) bool {
	released := x.month
	return !due.IsZero() && !released.IsZero() && !monthOf(due).After(released)
}

// Overdue are the indicators for which the workbook has no value of any area
// for the reporting year, although the release that has it is due on the day or
// before: because the workbook is of an earlier release, or because it has no
// value for that year at all. A release that lacks a single indicator isn't
// meant. In order of the suite.
func (t *Table) Overdue(day time.Time) []ID {
	var all, early []ID
	whole := true
	for _, s := range t.Series {
		due := Due(s.Indicator.ID, t.Year)
		if due.IsZero() || due.After(day) {
			continue
		}
		p := s.At(t.Year)
		if p == nil || p.Due.IsZero() {
			whole = whole && !sameRelease(s.Indicator.ID, t.Year)
			continue
		}
		all = append(all, s.Indicator.ID)
		if p.Status == NotPublished {
			early = append(early, s.Indicator.ID)
		}
	}
	if whole {
		return all
	}
	return early
}

// Newest says what the newest periods with values are, in words: "2023/24 (NI1
// to NI9), 2024 (NI11 and NI12)". "" for a workbook without any.
func (w *Workbook) Newest() string {
	newest := map[ID]*Observation{}
	for i := range w.Observations {
		o := &w.Observations[i]
		if c := catalogue().byID[o.Indicator]; o.Value == nil || c.LastYear != 0 || !c.Reported {
			continue
		}
		if n := newest[o.Indicator]; n == nil || newer(o.Period, n.Period) {
			newest[o.Indicator] = o
		}
	}
	var periods []string
	for _, o := range newest {
		if !slices.Contains(periods, o.Period) {
			periods = append(periods, o.Period)
		}
	}
	slices.Sort(periods)
	var parts []string
	for _, p := range periods {
		names := Names(func(i *Indicator) bool { return newest[i.ID] != nil && newest[i.ID].Period == p })
		parts = append(parts, fmt.Sprintf("%s (%s)", p, names))
	}
	return strings.Join(parts, ", ")
}

// newer reports whether a period is shown under a later reporting year than
// another; of two that are shown under the same, the financial year ends later.
func newer(a, b string) bool {
	y, _ := reportingYear(a) // periods of observations are years
	z, _ := reportingYear(b)
	return y > z || y == z && len(a) > len(b)
}
