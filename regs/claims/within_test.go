package claims

import (
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// TestWithin reads what a sentence says against itself: one finding each, at the word or
// figure that is wrong, with what it should be.
func TestWithin(t *testing.T) {
	f := textsOf(t, "../../examples/carrickmoor").facts
	for sentence, want := range map[string][2]string{ // the words at the finding, and what it says; "" for none
		"Referrals grew from 76 to 64.":                                                         {"grew", `the text has "grew"; 76 to 64 is the other way`},
		"There were 63 complaints, down from 41.":                                               {"down", `the text has "down"; 41 to 63 is the other way`},
		"There were 63 complaints, up from 41.":                                                 {},
		"Grants of £3.4m were made against the £4.0m promised, leaving £0.9m.":                  {"£0.9m", `the text has "leaving £0.9m"; £3.4m against £4.0m is £0.6m`},
		"The ward spent £3.44m against a budget of £3.36m, an underspend of £0.08m.":            {"underspend", `the text has "underspend of £0.08m"; £3.44m against £3.36m is an overspend of £0.08m`},
		"The store spent £850 against a budget of £800, leaving £70 to find.":                   {"£70", `the text has "leaving £70"; £850 against £800 is £50`},
		"Of the 24 actions, 15 were met, six in part and four not.":                             {"four", "the parts 15, six and four are 25 together; the text has 24"},
		"We spent £250.4m against a plan of £247.6m, an overspend of £3.8m.":                    {"£3.8m", ""},
		"Of the 24 actions, 15 were met, six in part and two not; the other one was withdrawn.": {},
	} {
		var found []*Claim
		for _, c := range Read(f, []Text{{Name: "opening.about", Text: yamlpos.NewText(sentence, source.Position{File: "narrative/opening.yaml", Line: 10, Column: 3})}}).Claims {
			if c.Verdict == Contradicted {
				found = append(found, c)
			}
		}
		switch {
		case want[0] == "" && len(found) > 0:
			t.Errorf("%s: %s", sentence, found[0].Message)
		case want[0] != "" && len(found) != 1:
			t.Errorf("%s: %d findings", sentence, len(found))
		case want[0] != "" && (found[0].Words != want[0] || want[1] != "" && found[0].Message != want[1]):
			t.Errorf("%s: at %q: %s", sentence, found[0].Words, found[0].Message)
		}
	}
}
