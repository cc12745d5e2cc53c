package leftovers

import (
	"testing"

	"apr/internal/period"
	"apr/internal/project"
)

// An address that names another reporting year is last year's; years of publication,
// months and numbers are none.
func TestAddressesOfAnotherYear(t *testing.T) {
	for url, want := range map[string]string{
		"https://a.scot/performance/2024-25":            "the address of the report says 2024/25; the reporting year is 2025/26",
		"https://a.scot/performance-2024-2025.pdf":      "the address of the report says 2024/25; the reporting year is 2025/26",
		"https://a.scot/apr_2024_25":                    "the address of the report says 2024/25; the reporting year is 2025/26",
		"https://a.scot/apr202425.pdf":                  "the address of the report says 2024/25; the reporting year is 2025/26",
		"https://a.scot/2026/07/report-2024-25.pdf":     "the address of the report says 2024/25; the reporting year is 2025/26",
		"https://a.scot/performance/2025-26":            "",
		"https://a.scot/performance/2025-2026":          "",
		"https://a.scot/2026/07/report":                 "",
		"https://a.scot/2026-07/report-2025-26.pdf":     "",
		"https://a.scot/2024-25/archive/report-2025-26": "",
		"https://a.scot/plan-2025-28":                   "",
		"https://a.scot/plan-2022-2025/report":          "",
		"https://a.scot/files/120242533":                "",
		"https://a.scot/node/2024":                      "",
		"https://a.scot/":                               "",
		"":                                              "",
	} {
		r := &project.Project{Config: &project.Config{Year: period.Year(2025), Publication: project.Publication{URL: url}}, Narrative: &project.Narrative{}}
		got := ""
		for _, f := range Read(r).Years() {
			got += f.Message
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", url, got, want)
		}
	}
}
