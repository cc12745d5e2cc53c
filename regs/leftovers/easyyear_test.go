package leftovers

import (
	"strings"
	"testing"

	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// The reporting year 2025/26 begins on 1 April 2025 and ends on 31 March 2026.
func TestYearOfEasyRead(t *testing.T) {
	for text, want := range map[string]string{
		"It is about one year. The year ended in March 2025.":         "ends in March 2025; the reporting year, 2025/26, ends in March 2026",
		"The financial year finished on 31 March 2027.":               "ends in March 2027",
		"It is about the year that ended in March 2025.":              "ends in March 2025",
		"This report is for the year which ended on 31st March 2025.": "ends in March 2025",
		"Our year ended at the end of March 2025.":                    "ends in March 2025",
		"The year began in April 2024.":                               "begins in April 2024; the reporting year, 2025/26, begins in April 2025",
		"This report is about April 2024 to March 2025.":              "begins in April 2024",
		"The year ran from 1 April 2025 until 31 March 2025.":         "ends in March 2025",
		"It covers the time from April 2024 to March 2026.":           "begins in April 2024",

		"It is about one year. The year ended in March 2026.":     "",
		"It is about the year that ended on 31 March 2026.":       "",
		"This report is about April 2025 to March 2026.":          "",
		"The year began in April 2025.":                           "",
		"The year before ended in March 2025.":                    "",
		"In the year that ended in March 2025 there were 40.":     "",
		"That is more than in the year that ended in March 2025.": "",
		"Last year's report was about April 2024 to March 2025.":  "",
		"The plan ends in March 2027.":                            "",
		"A new team started in April 2024.":                       "",
		"The clinic opened in March 2025.":                        "",
		"The year was hard. A care home closed in March 2025.":    "",
		"The school year ended in June 2025.":                     "",
		"Our old report was about the year ended in March 2025.":  "",
		"Our plan is from April 2024 to March 2027.":              "",
	} {
		n := &project.Narrative{}
		n.Easy.About = yamlpos.NewText(text, source.Position{File: "narrative/easy-read.yaml", Line: 7, Column: 5})
		r := &project.Project{Config: &project.Config{Year: period.Year(2025)}, Narrative: n}
		var got []string
		for _, f := range Read(r).Years() {
			got = append(got, f.Message)
		}
		if all := strings.Join(got, "\n"); want == "" && all != "" || !strings.Contains(all, want) {
			t.Errorf("%q: got %q, want %q", text, all, want)
		}
	}
}
