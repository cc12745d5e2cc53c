package leftovers

import (
	"strings"
	"testing"

	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// What is in last year's report is told where it is an answer of six words or more, or has
// all but a word or two; a number, a month or a reference that was changed makes it this year's.
func TestRepeated(t *testing.T) {
	const was = "The board assessed itself with the audit committee in May and found that care was well planned."
	for now, want := range map[string]string{
		was: "word by word",
		"Our board assessed itself with the audit committee in May and found that care was well planned.":      "with 1 word changed",
		"Our board assessed itself with the audit committee in May and found that care was badly planned.":     "with 2 words changed",
		"The board assessed itself with the audit committee in May and found that care was very well planned.": "changed",
		"The board assessed itself with the audit committee in June and found that care was well planned.":     "",
		"The board assessed itself with 12 carers in May and found that care was well planned.":                "",
		"Nobody assessed the board this year, for the committee had no chair and its members were new.":        "",
		"Two stores became one.":                   "",
		"Two stores became one and saved rent.":    "word by word",
		"Two stores became one and saved no rent.": "",
		"Care at home cost {{ spend \"Care at home\" }}, more than planned, for more people came home and each had longer visits.": "word by word",
		"Care at home cost {{ spend \"Care homes\" }}, more than planned, for more people came home and each had longer visits.":   "",
		"Care at home cost {{ spend \"Care at home\" }}.":                                                                          "",
	} {
		narrative := func(text string) *project.Narrative {
			n := &project.Narrative{}
			n.Reg5.Assessment = yamlpos.NewText(text, source.Position{File: "narrative/regulation-5.yaml", Line: 2, Column: 3})
			return n
		}
		last := narrative(strings.Join([]string{was, "Two stores became one.", "Two stores became one and saved rent.", "Care at home cost {{spend \"Care at home\"}}, more than planned, for more people came home and each had longer visits.", "Care at home cost {{ spend \"Care at home\" }}."}, "\n\n"))
		r := &project.Project{Config: &project.Config{Year: period.Year(2025)}, Narrative: narrative(now)}
		var got []string
		for _, f := range Read(r).Repeated(last) {
			got = append(got, f.Message)
		}
		if all := strings.Join(got, "\n"); want == "" && all != "" || !strings.Contains(all, want) {
			t.Errorf("%q: got %q, want %q", now, all, want)
		}
	}
}
