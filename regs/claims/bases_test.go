package claims

import "testing"

// A change is since the year that the sentence before named, or since the one before the reporting year.
func TestBasesOfTheSentenceBefore(t *testing.T) {
	facts := textsOf(t, onCarrickmoor).facts
	for text, want := range map[string]Verdict{
		"Emergency bed days (NI13) peaked at 121,040 in 2022/23. They are 7.4% lower now.":                  Confirmed,
		"Emergency bed days (NI13) were 112,030 in 2025, down from 121,040 in 2022/23. That is 7.4% lower.": Confirmed,
		"Emergency bed days (NI13) were 121,040 in 2022/23. They are 8.6% lower now.":                       Contradicted,
		"Emergency bed days (NI13) are at 112,030. They are 7.4% lower than a year ago.":                    Contradicted,
		"The falls rate (NI16) was 24.1 in 2025. The incomplete figure for financial year 2025/26 is 24.2.": Unread,
		"The falls rate (NI16) was 23.6 in 2024/25. The figure for 2025/26 is 24.2.":                        Contradicted,
		"Taken together we have overspent by £5.1m since 2022/23.":                                          Confirmed,
		"Taken together we have overspent by £5.9m since 2022/23.":                                          Contradicted,
		"Until this year the largest overspend of the period had been that of 2024/25.":                     Contradicted,
		"The largest overspend of the six years was that of 2025/26.":                                       Confirmed,
		"Scotland's falls rate (NI16) rose from 24.5 to 24.2.":                                              Contradicted,
		"Savings of £6.2m were made in the year, against a target of £4.7m.":                                Contradicted,
		"Savings of £4.7m were made in the year, against a target of £6.2m.":                                Confirmed,
		"The falls rate (NI16) was 23.9 in the financial year 2024/25.":                                     Contradicted,
	} {
		reading := Read(facts, []Text{NewText("paper.md", text)})
		last := reading.Claims[len(reading.Claims)-1].Verdict
		if reading.Count(Contradicted) > 0 {
			last = Contradicted
		}
		if last != want {
			t.Errorf("%q: %s, want %s", text, last, want)
		}
	}
}
