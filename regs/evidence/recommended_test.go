package evidence

import "testing"

// Recommendations and actions as inspectorates and services word them, and what only looks like them.
func TestRecommendationsAndActionsInFewWords(t *testing.T) {
	for text, want := range map[string]bool{
		"Allergies should be set out in the care plan.":         true,
		"See each new resident within a day.":                   true,
		"Refer to a dietitian each person who loses weight.":    true,
		"Consult families about menus.":                         true,
		"Read each person's life story before the first visit.": true,
		"State the reason for each restraint.":                  true,
		"The risk register should be approved by the board.":    true,
		"See the inspection report.":                            false,
		"See Closer to Home 2023 to 2026.":                      false,
		"Refer to Planning with People.":                        false,
		"See page 12.":                                          false,
		"Refer to the Care Inspectorate's website.":             false,
		"Read the details on our web site.":                     false,
		"State the recommendation.":                             false,
		"The text should be added.":                             false,
		"To be confirmed.":                                      false,
		"None":                                                  false,
	} {
		if got := Recommends(text); got != want {
			t.Errorf("%q recommends: %v, want %v", text, got, want)
		}
	}
	for text, want := range map[string]bool{
		"Updated in May.":                                      true,
		"Reviewed on 4 December.":                              true,
		"Approved on 2 June 2025.":                             true,
		"Published on our website in August.":                  true,
		"The plan was revised in June 2025.":                   true,
		"We agreed and did it.":                                true,
		"Signed off by the Care Inspectorate on 3 March 2026.": true,
		"Met, and confirmed by the inspector in March.":        true,
		"It is.":                                 true,
		"They all are now.":                      true,
		"They do.":                               true,
		"Yes, from May.":                         true,
		"Yes.":                                   false,
		"Yes: see the report of May.":            false,
		"Signed off by the board.":               false,
		"Approved by the board on 24 June 2026.": false,
		"Agreed by our audit committee in May 2026.": false,
		"It is in the report of May 2025.":           false,
		"It is noted.":                               false,
		"It will be done.":                           false,
		"Published on our website.":                  false,
		"Noted in May.":                              false,
		"Agreed.":                                    false,
		"May be updated.":                            false,
		"An update will be given in June 2026.":      false,
	} {
		if got := WasDone(text); got != want {
			t.Errorf("%q was done: %v, want %v", text, got, want)
		}
	}
}
