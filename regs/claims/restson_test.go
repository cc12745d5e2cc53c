package claims

import (
	"strings"
	"testing"
)

// A confirmation rests on what the words are about: not on another thing that the sentence names later,
// and not on the years where two places are compared.
func TestConfirmationsRestOnWhatIsNamed(t *testing.T) {
	p := textsOf(t, "../../examples/carrickmoor")
	for _, test := range []struct {
		sentence, claim string
		comparator      string // of the claim, where it is held; "" where it mustn't be
	}{
		{"The staff survey was answered by 63% of staff, up from 50%, and its engagement index was 77.", "up from 50%", ""},
		{"The staff survey was answered by 63% of staff, up from 60%, and its engagement index was 77.", "up from 60%", ""},
		{"Sixty-three per cent of staff replied, down from 66%, while the engagement index was 77.", "down from 66%", ""},
		{"The engagement index was 77, up from 76.", "up from 76", "up"},
		{`In the survey {{ value "NI8" }} of carers felt supported to continue in their caring role (NI8): no clear difference from Scotland's {{ scotland "NI8" }}.`, "no clear difference", "Scotland"},
		{`In the survey {{ value "NI8" }} of carers felt supported to continue in their caring role (NI8): no clear change since {{ value "NI8" "2023/24" }} in 2023/24.`, "no clear change", "unchanged"},
	} {
		got, ok := p.with("regulation-3.outcomes[8]/assessment", test.sentence)
		if !ok {
			got, _ = p.with("regulation-4/introduction", test.sentence)
		}
		held := ""
		for _, c := range got {
			t.Logf("%s %s %q %s %s", c.Verdict, c.Measure, c.Text, c.Subject, c.Comparator)
			if (c.Measure == saysChange || c.Measure == saysComparison) && c.Verdict != Unread && strings.Contains(c.Text, test.claim) {
				held += c.Comparator + " "
			}
		}
		if test.comparator == "" && held != "" || !strings.Contains(held, test.comparator) {
			t.Errorf("%s: %q is held as %q, want %q", test.sentence, test.claim, held, test.comparator)
		}
	}
}
