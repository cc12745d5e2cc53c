package project_test

import (
	"strings"
	"testing"
)

// Words for a row may say the same in other words, and not the contrary; two contraries may not
// have the same words.
func TestWordsThatSayTheContrary(t *testing.T) {
	for words, want := range map[string]string{
		`"an overspend of {amount}": "an underspend of {amount}"`: `the words for "an overspend of {amount}" say the contrary`,
		`"an underspend of {amount}": "a deficit of {amount}"`:    `say the contrary`,
		`better: worse`: `the words for "better" say the contrary: "worse"`,
		`"better than Scotland": "worse than Scotland"`:                `say the contrary`,
		`"rose from {first} to {last}": "fell from {first} to {last}"`: `say the contrary`,
		`green: Red`:                       `say the contrary`,
		`amber: off track, red: Off track`: `"amber" and "red" have the same words`,
		`"an overspend of {amount}": "{amount} of variance", "an underspend of {amount}": "{amount} of variance"`: `have the same words`,
		`"Overspend against the plan": "Against the plan", "Underspend against the plan": "Against the plan"`:     `have the same words`,

		`"an overspend of {amount}": "a deficit of {amount}", "an underspend of {amount}": "a surplus of {amount}"`: "",
		`better: improved, worse: declined`:                                                 "",
		`better: up, worse: down`:                                                           "",
		`green: on track, amber: slightly off, red: off track`:                              "",
		`"better than Scotland": "above Scotland", "worse than Scotland": "below Scotland"`: "",
		`"rose from {first} to {last}": "went from {first} to {last}", "fell from {first} to {last}": "went from {first} to {last}"`:                                    "",
		`"Underspend or overspend, and its reasons": "Overspend or underspend, with reasons"`:                                                                           "",
		`"Positive variances are underspends and negative ones overspends against the annual financial statement (section 39 of the Act).": "A minus is an overspend."`: "",
		`Best value: Value for money`: "",
	} {
		_, err := loadFramework("localities: [", "words: {"+words+"}\nlocalities: [")
		if err == nil && want == "" {
			continue
		}
		if err == nil || want == "" || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %q", words, err, want)
		}
	}
	// In other languages the same letters are other words.
	if _, err := loadFramework("localities: [", "language: nl\nwords: {green: red, better: met}\nlocalities: ["); err != nil && strings.Contains(err.Error(), "contrary") {
		t.Error(err)
	}
}
