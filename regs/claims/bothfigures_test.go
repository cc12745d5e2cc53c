package claims

import (
	"fmt"
	"testing"
)

// A word that compares two figures of a sentence, both right, has to fit them.
func TestBothFiguresRight(t *testing.T) {
	facts := textsOf(t, onCarrickmoor).facts
	for shape, words := range map[string][2]string{
		"Emergency admissions were 11,152 per 100,000 in 2025, %s 11,398 of 2024/25.":                {"lower than the", "higher than the"},
		"At 107 per 1,000, readmissions were %s 106 recorded in 2024/25.":                            {"above the", "below the"},
		"At 11,152, the rate of emergency admissions %s 11,398 of 2024/25.":                          {"was below the", "exceeded the"},
		"Savings of £4.7m were %s £5.2m made in 2024/25.":                                            {"lower than the", "higher than the"},
		"In Scotland as a whole 59.4%% of adults supported at home had a say, %s 59.6%% of 2023/24.": {"below the", "above the"},
		"Our rate of readmissions, 107 per 1,000, is %s Scottish 114.":                               {"below the", "above the"},
		"In 2025/26 we spent £250.4m, %s £239.6m of the year before.":                                {"more than the", "less than the"},
	} {
		for i, word := range words {
			text := fmt.Sprintf(shape, word)
			got := Read(facts, []Text{NewText("t.md", text)})
			if found := got.Count(Contradicted) > 0; found != (i == 1) || got.Count(Unread) > 0 {
				t.Errorf("%s: contradicted %t, %d not read", text, found, got.Count(Unread))
				for _, c := range got.Claims {
					t.Logf("    %s %q %s%s", c.Verdict, c.Text, c.Message, c.Reason)
				}
			}
		}
	}
}
