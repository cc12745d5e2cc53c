package topics

import "testing"

// There are words for each of the nine outcomes and the thirteen principles, and a word counts once.
func TestWords(t *testing.T) {
	if len(OfOutcomes) != 9 || len(OfPrinciples) != 13 {
		t.Errorf("there are words for %d outcomes and %d principles", len(OfOutcomes), len(OfPrinciples))
	}
	if n := Distinct(OfOutcomes[5], "Carers had short breaks, and carers said so."); n != 2 {
		t.Errorf("a text of carers has %d of the words of outcome 6, want 2", n)
	}
	for _, s := range OfSections {
		if s.Requirement == "" || s.Subject == "" || Distinct(s.Words, "The weather was fine.") > 0 {
			t.Errorf("%s (%s) has words of the weather", s.Requirement, s.Subject)
		}
	}
}
