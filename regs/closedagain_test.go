package regs

import (
	"strings"
	"testing"

	"apr/internal/project"
)

// What a decision closes is as much as other texts say that it does; some of it, other places and what was
// only considered aren't held against it.
func TestClosedAgain(t *testing.T) {
	for words, want := range map[string]string{
		"The hardest decision was to close sixteen beds at Glenside Community Hospital.":     `"close sixteen beds", and the decision's title has 12 of them`,
		"We closed the 21 inpatient beds of Ward 2 at Glenside in October.":                  `"closed the 21 inpatient beds", and the decision's title has 12 of them`,
		"The hardest decision was to close twelve beds at Glenside Community Hospital.":      "",
		"By June we had closed four of the beds at Glenside Community Hospital.":             "",
		"We considered closing six beds at Glenside Community Hospital.":                     "",
		"NHS Grampian closed 30 beds at Speyside Infirmary.":                                 "",
		"We closed two homes near Glenside Community Hospital.":                              "",
		"The board closed twelve beds at Glenside Community Hospital and opened six places.": "",
	} {
		r := inMoray(words)
		r.Narrative.Reg3.Decisions.Entries = []project.Decision{{Title: "Closure of the 12 inpatient beds of Ward 2, Glenside Community Hospital", Reasons: text("Safe staffing could not be kept.")}}
		got := ""
		for _, f := range Check(r).Findings {
			if strings.Contains(f.Message, "decision's title") {
				got += f.Message
			}
		}
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
}
