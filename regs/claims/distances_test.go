package claims

import "testing"

// TestDistances has sentences that say how far a figure is from a target or a budget, of which the data know nothing.
func TestDistances(t *testing.T) {
	for sentence, contradicted := range map[string]bool{
		"There were 83 callers in the queue, 33 more than the target of 50.":                     false,
		"There were 83 callers in the queue, 43 more than the target of 50.":                     true,
		"Take-up reached 88%, seven points below the 95% target.":                                false,
		"Take-up reached 88%, nine points below the 95% target.":                                 true,
		"The new course cost £12.4m, £0.4m over its budget of £11.9m.":                           false, // as rounded
		"The new course cost £12.4m, £0.9m over its budget of £11.9m.":                           true,
		"Callers numbered 83, up 12 on the year before, 33 above the target of 50.":              false,
		"Callers numbered 83, up 12 on the year before, 43 above the target of 50.":              false, // which of two figures isn't clear
		"We hope for 83 callers, 43 above the target of 50.":                                     false,
		"Some 80 callers were in the queue, 43 above the target of 50.":                          false,
		"The queue had 83 callers, 43 more than the 50 of a year earlier were from the islands.": false,
	} {
		claims, ok := textsOf(t, onCarrickmoor).with("regulation-10/sections[0].text", sentence)
		if !ok {
			t.Fatal("no text")
		}
		is := ""
		for _, c := range claims {
			if c.Verdict == Contradicted {
				is = c.Message
			}
		}
		if (is != "") != contradicted {
			t.Errorf("%s: contradicted %q", sentence, is)
		}
	}
}
