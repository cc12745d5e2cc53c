package leftovers

import (
	"fmt"
	"testing"

	"apr/internal/period"
	"apr/internal/project"
)

// An address that names another reporting year is last year's; years of publication,
// months and numbers are none.
func TestAddressesOfAnotherYear(t *testing.T) {
	for url, want := range map[string]bool{
		"https://a.scot/performance/2024-25":            true,
		"https://a.scot/performance-2024-2025.pdf":      true,
		"https://a.scot/apr_2024_25":                    true,
		"https://a.scot/apr202425.pdf":                  true,
		"https://a.scot/2026/07/report-2024-25.pdf":     true,
		"https://a.scot/performance/2025-26":            false,
		"https://a.scot/performance/2025-2026":          false,
		"https://a.scot/2026/07/report":                 false,
		"https://a.scot/2026-07/report-2025-26.pdf":     false,
		"https://a.scot/2024-25/archive/report-2025-26": false,
		"https://a.scot/plan-2025-28":                   false,
		"https://a.scot/plan-2022-2025/report":          false,
		"https://a.scot/files/120242533":                false,
		"https://a.scot/node/2024":                      false,
		"https://a.scot/":                               false,
		"":                                              false,
	} {
		r := &project.Project{Config: &project.Config{Year: period.Year(2025), Publication: project.Publication{URL: url}}, Narrative: &project.Narrative{}}
		found := Read(r).Years()
		if len(found) > 0 != want {
			t.Errorf("%s: got %v", url, found)
		}
		for _, f := range found {
			if want := fmt.Sprintf("the address %s says 2024/25; the reporting year is 2025/26", url); f.Message != want {
				t.Errorf("%s: got %q, want %q", url, f.Message, want)
			}
		}
	}
}
