package compose

import (
	"time"

	"apr/indicators/measures"
	"apr/regs"
	"apr/report"
	"apr/report/document"
)

// ForLevel makes the performance report of a level of reporting, or the annual
// report where level is "". What is overdue depends on the day, so the report of a
// level always has one: today takes the place of opts.Date.
func ForLevel(r *report.Report, result func() *regs.Result, level measures.Level, today time.Time, opts Options) (*document.Document, error) {
	if level == "" {
		return Compose(r, result, opts)
	}
	opts.Date = today.Format(time.DateOnly)
	return ComposeLevel(r, result, level, opts)
}
