package leftovers

import "testing"

// TestMayBeCutShort: whatever beforeStop matches is looked at.
func TestMayBeCutShort(t *testing.T) {
	for text, want := range map[string]bool{
		"We spent it on the.":                              true,
		"People told us about their, and.":                 true,
		"There was a rise of a.":                           true,
		"(the) end":                                        false,
		"We agreed a plan (or.":                            true,
		"It is due to despite.\n":                          true,
		"The plan was met, and costs fell. Nobody waited.": false,
		"See section a.1 of the plan.":                     false,
		"The board said so; the council agreed.":           false,
		"":                                                 false,
	} {
		if got := mayBeCutShort(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
		if beforeStop().MatchString(text) && !mayBeCutShort(text) {
			t.Errorf("%q is cut short, and isn't looked at", text)
		}
	}
	for word := range stopped {
		for _, stop := range []string{".", ",", ";", ":", "!", "?"} {
			for _, text := range []string{"It is for " + word + stop, "It is with " + word + stop + " Next."} {
				if beforeStop().MatchString(text) && !mayBeCutShort(text) {
					t.Errorf("%q is cut short, and isn't looked at", text)
				}
			}
		}
	}
}
