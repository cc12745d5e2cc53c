package regs

import (
	"strings"
	"testing"

	"apr/internal/project"
	"apr/internal/rounds"
)

// The outcomes that a text gives to a priority are some of those of apr.yaml, and a response
// rate is what the two counts beside it give.
func TestOutcomesOfPrioritiesAndResponseRates(t *testing.T) {
	const other, rate = "apr.yaml has it serve others", "the text has a response rate of "
	for words, want := range rounds.FewOf(t, map[string]string{
		"Home first serves outcomes 2, 3 and 9.":                                                      "",
		"Home first serves outcomes 2, 3 and 8.":                                                      "the text gives outcome 8 to the priority \"Home first\", and " + other,
		"*Home first* contributes to national outcomes 1 and 5.":                                      "the text gives outcome 1, 5 to",
		"Home first (outcomes 2, 3 and 7) is the second priority.":                                    "outcome 7 to",
		"Home first supports outcome 3.":                                                              "",
		"Home first also contributes to outcome 8.":                                                   "",
		"Home first will contribute to outcome 8.":                                                    "",
		"Home first is described under outcome 4.":                                                    "",
		"What Home first does for carers is told under outcome 6.":                                    "",
		"Home First serves outcome 8.":                                                                "",
		"We sent 1,200 questionnaires and 480 were returned, a response rate of 48%.":                 rate + "48%; 480 of 1,200 is 40.0%",
		"We sent 1,200 questionnaires and 480 were returned, a response rate of 40%.":                 "",
		"We sent 1,200 questionnaires and 487 were returned, a response rate of 41%.":                 "",
		"We sent 1,200 questionnaires and 487 were returned, a response rate of 40.6%.":               "",
		"We sent 1,200 questionnaires and 487 were returned, a response rate of 46.0%.":               rate + "46.0%",
		"We asked 950 carers and 285 answered, a response rate of about 33%.":                         "",
		"We asked 950 carers and 285 answered, a response rate of about 43%.":                         rate,
		"We sent 1,200 questionnaires in 14 days and 480 were returned, a response rate of 48%.":      "",
		"Of 1,200 questionnaires 480 were returned: a response rate of 48%, and 30% nationally.":      "",
		"We sent 1,200 questionnaires, 20 were undelivered and 480 returned, a response rate of 41%.": "",
		"The response rate of 48% pleased us: 480 carers and 612 others replied.":                     "",
		"A response rate of 48% was reached with 480 replies.":                                        "",
	}) {
		r := inMoray(words)
		r.Config.StrategicPlan.Priorities = []project.Priority{{Name: "Home first", Outcomes: []int{2, 3, 9}}}
		got := messagesOf(r, "R0-own-name") + messagesOf(r, "R0-impossible")
		found := strings.Contains(got, other) || strings.Contains(got, rate)
		if found != (want != "") || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
}
