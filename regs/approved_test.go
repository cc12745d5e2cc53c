package regs

import (
	"strings"
	"testing"
	"time"

	"apr/internal/project"
	"apr/internal/rounds"
)

// A report isn't approved before the year that it is of has ended.
func TestApprovedAfterItsYear(t *testing.T) {
	for days, want := range map[int]string{
		-300: ", before the year that it is of ended on 31 March 2026",
		0:    ", before the year that it is of ended on",
		1:    "",
		60:   "",
	} {
		r := complete(year)
		r.Config.Publication.Approved = year.Ends().AddDate(0, 0, days).Format(time.DateOnly)
		got := strings.Join(foundBy(r, "R42-4-approved-order"), "\n")
		if want == "" && got != "" || !strings.Contains(got, want) || strings.Contains(got, "\n") {
			t.Errorf("%d days: got %q, want %q", days, got, want)
		}
	}
}

// A day of approval is one on which a meeting is listed, if the list goes so far.
func TestApprovedAtAMeeting(t *testing.T) {
	const between = ", and no meeting is listed for that day: the nearest is on "
	for _, c := range rounds.Few(t, []struct {
		approved string
		meetings []string
		want     string
	}{
		{"2026-07-15", []string{"2026-07-15", "2026-09-16"}, ""},
		{"2026-07-14", []string{"2026-07-15", "2026-09-16"}, between + "15 July 2026"},
		{"2026-08-15", []string{"2026-09-16", "2026-07-15"}, between + "15 July 2026"},
		{"2026-06-17", []string{"2026-07-15", "2026-09-16"}, ""}, // those to come
		{"2026-06-17", []string{"2026-04-15", "2026-05-20"}, ""}, // those that were
		{"2026-05-27", []string{"2026-04-15", "2026-05-20"}, between + "20 May 2026"},
		{"2026-07-14", nil, ""},
		{"", []string{"2026-07-15"}, ""},
		{"2026-07-15", []string{"2026-07-15"}, ""},
		{"2026-07-15", []string{"2026-07-15", "2026-07-15"}, ""},
	}) {
		r := complete(year)
		r.Config.Publication.Approved = c.approved
		for _, m := range c.meetings {
			r.Config.Board.Meetings = append(r.Config.Board.Meetings, project.Meeting{Date: m})
		}
		var got string
		for _, f := range foundBy(r, "R42-4-approved-order") {
			if strings.Contains(f, "meeting is listed") {
				got = f
			}
		}
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s, %s: got %q, want %q", c.approved, c.meetings, got, c.want)
		}
	}
}
