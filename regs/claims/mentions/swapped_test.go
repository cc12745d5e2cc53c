package mentions

import (
	"strings"
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/claims/facts/factstest"
)

// One count that two sentences give with its digits in another order is found; two counts of
// two things aren't.
func TestSwappedCounts(t *testing.T) {
	f := factstest.Of(t, "../../../examples/ardenmuir")
	for text, want := range map[string]string{
		"We heard from 531 people at meetings about the bridge.\n\nOf those who came to meetings on the bridge, 513 people wrote to us.": "has 513 people",
		"There were 72 complaints in the year.\n\nMost of the 27 complaints were about lateness.":                                        "has 27 complaints; at f.md:1:12 it has 72",
		"There were 72 complaints in the year. Most of the 27 complaints were about lateness. The 72 complaints were read.":              "has 27 complaints",
		"There were 1,342 referrals to the clinic.\n\nOf 1,432 referrals to the clinic none was late.":                                   "has 1,432 referrals",

		"There were 72 complaints in the year, and 27 complaints were upheld.":                                            "",
		"There were 72 complaints in 2024/25.\n\nMost of the 27 complaints were about lateness.":                          "",
		"There were 72 complaints in the year.\n\nMost of the 31 complaints were about lateness.":                         "",
		"Some 120 people came to the fair.\n\nAt the two clinics 210 people were seen.":                                   "",
		"It was open for 12 weeks.\n\nThe wait was 21 weeks.":                                                             "",
		"What outcome 12 says of care stands first.\n\nWhat outcome 21 says of care stands last.":                         "",
		"There were 72 complaints and 27 compliments.":                                                                    "",
		"Of 43 visits 34 visits were on time.\n\nThe 43 visits cost little.":                                              "",
		"We made 72 visits in spring. The 72 visits were short.\n\nWe made 27 visits in autumn. The 27 visits were long.": "",
	} {
		var found []string
		for _, c := range contradicted(f, yamlpos.NewText(text, source.Position{File: "f.md", Line: 1, Column: 1})) {
			found = append(found, c.Message)
		}
		if all := strings.Join(found, "\n"); want == "" && all != "" || !strings.Contains(all, want) {
			t.Errorf("%q: got %q, want %q", text, all, want)
		}
	}
}
