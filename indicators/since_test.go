package indicators

import "testing"

// Regulation 3(a)(iii): an authority that is new has fewer preceding reporting years.
func TestYearsBeforeTheAuthorityAreNotApplicable(t *testing.T) {
	made := tableOf(t, full(), TableOptions{Area: "Fife", Year: 2025, Since: 2023})
	for _, s := range made.Series {
		for _, p := range s.Points {
			if p.Status == NotReported {
				continue
			}
			if (p.Year < 2023 && p.Value == nil) != (p.Status == NotApplicable) || p.Status == NotApplicable && len(p.Notes) != 1 {
				t.Errorf("%s of %s is %s with %v", s.Indicator.ID, p.Year, p.Status, p.Notes)
			}
		}
	}
	s := made.ByID("NI19")
	if s.FromFirst == nil || s.FromFirst.FromYear != 2023 {
		t.Errorf("compared from %v", s.FromFirst)
	}
	if p := s.At(2021); p.Value == nil || p.Status != HasValue {
		t.Errorf("the area's value for 2021/22 is %s", p.Status)
	}
	if p := made.ByID("NI1").At(2022); p.Status != NotApplicable {
		t.Errorf("the year without a survey is %s", p.Status)
	}
	if s.Newest() == nil || s.Newest().Rank == 0 {
		t.Error("the newest value isn't there or isn't ranked")
	}
}
