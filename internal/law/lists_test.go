package law

import (
	"testing"

	"apr/internal/period"
)

// The lists beyond the nine, as their sources have them: eight wellbeing outcomes, and
// seven common outcomes that another framework replaced.
func TestOutcomeListFor(t *testing.T) {
	for _, tc := range []struct {
		id   string
		year period.Year
		want int
	}{{"children", 2016, 8}, {"children", 2025, 8}, {"justice", 2016, 0}, {"justice", 2017, 7}, {"justice", 2022, 7}, {"justice", 2023, 0}, {"housing", 2025, 0}} {
		list, ok := OutcomeListFor(tc.id, tc.year)
		if ok != (tc.want > 0) || len(list.Outcomes) != tc.want {
			t.Errorf("%s in %s: %d outcomes, want %d", tc.id, tc.year, len(list.Outcomes), tc.want)
		}
	}
	list, _ := OutcomeListFor("justice", 2020)
	if o, ok := list.Outcome("2"); !ok || o.Text != "Partners plan and deliver services in a more strategic and collaborative way" {
		t.Errorf("%+v", o)
	}
	if list.Source == "" || list.Name == "" {
		t.Errorf("%+v says nothing of itself", list)
	}
}
