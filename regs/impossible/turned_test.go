package impossible

import (
	"strings"
	"testing"
)

// messages are those of what is found in a text, each with its words where both is true.
func messages(text string) string {
	var all []string
	for _, f := range Find(text) {
		all = append(all, f.Message)
	}
	return strings.Join(all, "\n")
}

// hold holds what is found in texts against a part of the message, "" for nothing.
func hold(t *testing.T, texts map[string]string) {
	t.Helper()
	for text, want := range texts {
		if got := messages(text); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q; want %q", text, got, want)
		}
	}
}

func TestTurnedRound(t *testing.T) {
	hold(t, map[string]string{
		"Completion rose from 88% in the\ninspection's sample to 74% in March.":               `"rose", and from 88% to 74% is the other way`,
		"The wait fell from seven weeks in the north to 12.":                                  `"fell", and from seven to 12`,
		"The median wait rose from 22 minutes to seven.":                                      `"rose", and from 22 to seven`,
		"Visits went down from 310 in April 2025 to 402 in March 2026.":                       `"went down", and from 310 to 402`,
		"Spend on agencies dropped from £1.2m the year before to £1.9m.":                      `"dropped", and from £1.2m to £1.9m`,
		"It climbed steadily from 71 per cent of those asked to about 64 per cent.":           `"climbed"`,
		"The share that were missed fell from 4.1% in the first quarter to 5.6% in the last.": `"fell", and from 4.1% to 5.6%`,
		"Cars are electric, up from 61 of 148 to 39.":                                         "",
		"Completion rose from 74% in the inspection's sample to 88% in March.":                "",
		"The wait fell from 22 minutes to seven.":                                             "",
		"The service grew from two teams to one service for all.":                             "",
		"The wait fell from two weeks to ten days.":                                           "",
		"It rose from 4 in ten to 1 in two.":                                                  "",
		"It rose from 31 per 100,000 to 2 per 1,000.":                                         "",
		"Numbers fell from 6 October to 31 March.":                                            "",
		"It rose from £610,000 in the first year to £1.2m.":                                   "",
		"We moved from 14 sites in the north to nine.":                                        "",
		"Costs rose from 3% of the budget to £4m.":                                            "",
		"It grew from one post in three to two in three.":                                     "",
		"The share fell from nine of 12 homes to eleven of 14.":                               "",
		"Calls rose from 12 in the first week, and the office closed from 9 at night to 8.":   "",
	})
}

func replaced(s string, pairs ...string) string { return strings.NewReplacer(pairs...).Replace(s) }
