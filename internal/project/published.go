package project

import (
	"fmt"
	"strings"
	"time"

	"apr/internal/wording"
)

// Published is the day of publication, where it has come. A draft is never published; a
// provisional report, before the audit of the accounts, may be.
func (r *Project) Published() (day time.Time, published bool) {
	day, err := time.Parse(time.DateOnly, strings.TrimSpace(r.Config.Publication.Date))
	y, m, d := r.Today.Date()
	draft := r.Config.State == Draft || r.Config.State == ""
	return day, err == nil && !draft && !day.After(time.Date(y, m, d, 0, 0, 0, 0, time.UTC))
}

// Publication says when the report was published and whether that was in time; "" of one
// that isn't published, or whose day of publication can't be right.
func (r *Project) Publication() string {
	const date = "2 January 2006"
	day, published := r.Published()
	if !published || !day.After(r.Config.Year.Ends()) {
		return ""
	}
	by := r.PublishBy()
	if n := int(day.Sub(by).Hours() / 24); n > 0 {
		return fmt.Sprintf("published on %s, %s after the last day, %s", day.Format(date), wording.Count(n, "day"), by.Format(date))
	} else if n == 0 {
		return fmt.Sprintf("published on %s, the last day for it", day.Format(date))
	}
	return fmt.Sprintf("published on %s, in time: the last day was %s", day.Format(date), by.Format(date))
}
