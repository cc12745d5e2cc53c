package claims

import "testing"

// The number of a part of the report is no claim, nor is the unit of its amounts.
func TestNumbersOfParts(t *testing.T) {
	facts := textsOf(t, onCarrickmoor).facts
	for text, want := range map[string]int{
		"Table 11: Spend on each matter, £000": 0, "Figure 13 shows the rate of each locality.": 0, "Emergency admissions are in Chart 14 and on page 27.": 0,
		"Falls are in Appendix 12, section 14 and footnote 21.": 0, "A table of falls at 27 sites follows.": 1,
	} {
		reading := Read(facts, []Text{NewText("report.md", text)})
		if got := len(reading.Claims); got != want {
			t.Errorf("%q: %d claims, want %d: %+v", text, got, want, reading.Claims)
		}
	}
}
