package regs

import (
	"strings"
	"testing"
	"time"
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
		got := strings.Join(findings(Check(r), "R42-4-approved-order"), "\n")
		if want == "" && got != "" || !strings.Contains(got, want) || strings.Contains(got, "\n") {
			t.Errorf("%d days: got %q, want %q", days, got, want)
		}
	}
}
