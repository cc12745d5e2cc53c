package leftovers

import (
	"strings"
	"testing"
)

// What is wanted in the year that is over, done in one that hasn't begun, or counted then is told.
func TestYearsThatCantBe(t *testing.T) {
	for text, want := range map[string]string{
		"In 2025/26 we want fewer than 20 people to wait.":                              "what is wanted in 2025/26, which is over",
		"During 2025/26, the board intends to close it.":                                "what is wanted in 2025/26",
		"For 2025-26 we aim for a balanced budget.":                                     "what is wanted in 2025-26",
		"We hope to open a second clinic in 2025/26.":                                   "what is wanted in 2025/26",
		"In 2025/26 we wanted fewer than 20 people to wait.":                            "",
		"In 2026/27 we want fewer than 20 people to wait.":                              "",
		"In 2025/26 we opened a clinic, and we want another in 2027.":                   "",
		"In 2025/26 we will have spent what we were given.":                             "",
		"“In 2025/26 we want fewer than 20 people to wait”, the plan says.":             "",
		"In 2052 a team of four moved in.":                                              "what was done in 2052, which is still to come",
		"The team began in 2028/29 and cost £610,000.":                                  "what was done in 2028/29",
		"The team began in 2025 and cost £610,000.":                                     "",
		"By 2045 emissions have to be nil.":                                             "",
		"The plan that was approved in 2024 ends in 2029.":                              "",
		"The lease was renewed until 2031, and in 2028 it is reviewed.":                 "",
		"It is shared by each locality's part of the population at the middle of 2042.": "people counted in 2042, which is still to come",
		"The census of 2032 found 4,100 carers.":                                        "people counted in 2032",
		"By the census of 2022 we have 4,100 carers.":                                   "",
		"The next census of 2031 will say more.":                                        "",
		"The population in 2043 is projected to be 60,000.":                             "",
		"We plan for a population in 2040 with twice as many over 85.":                  "",
	} {
		if got := yearsIn(text, ""); want == "" && got != "" || !strings.Contains(got, want) || strings.Contains(got, "\n") {
			t.Errorf("%q: got %q; want %q", text, got, want)
		}
	}
}
