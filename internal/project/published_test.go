package project

import (
	"testing"
	"time"
)

func TestPublication(t *testing.T) {
	for name, c := range map[string]struct {
		state       State
		date, today string
		want        string
	}{
		"in time":          {Final, "2026-07-21", "2026-12-01", "published on 21 July 2026, in time: the last day was 31 July 2026"},
		"today":            {Final, "2026-07-21", "2026-07-21", "published on 21 July 2026, in time: the last day was 31 July 2026"},
		"provisional":      {Provisional, "2026-07-21", "2026-08-21", "published on 21 July 2026, in time: the last day was 31 July 2026"},
		"on the last day":  {Final, "2026-07-31", "2026-12-01", "published on 31 July 2026, the last day for it"},
		"a day late":       {Final, "2026-08-01", "2026-12-01", "published on 1 August 2026, 1 day after the last day, 31 July 2026"},
		"months late":      {Final, "2026-10-01", "2026-12-01", "published on 1 October 2026, 62 days after the last day, 31 July 2026"},
		"planned":          {Final, "2026-07-21", "2026-07-20", ""},
		"a draft":          {Draft, "2026-07-21", "2026-12-01", ""},
		"no state":         {"", "2026-07-21", "2026-12-01", ""},
		"no day":           {Final, "", "2026-12-01", ""},
		"within the year":  {Final, "2026-03-21", "2026-12-01", ""},
		"in another clock": {Final, "2026-07-21", "2026-07-21", "published on 21 July 2026, in time: the last day was 31 July 2026"},
	} {
		today, err := time.Parse(time.DateOnly, c.today)
		if err != nil {
			t.Fatal(err)
		}
		if name == "in another clock" {
			today = time.Date(2026, 7, 21, 0, 30, 0, 0, time.FixedZone("BST", 3600))
		}
		r := &Project{Today: today, Config: &Config{Year: 2025, State: c.state, Publication: Publication{Date: c.date}}}
		if got := r.Publication(); got != c.want {
			t.Errorf("%s: %q; want %q", name, got, c.want)
		}
	}
}
