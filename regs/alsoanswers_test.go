package regs

import (
	"strings"
	"testing"

	"apr/internal/project"
	"apr/internal/yamlpos"
)

// A text may answer a few outcomes, or many with words for each.
func TestOneTextForManyOutcomes(t *testing.T) {
	for _, c := range []struct {
		also, words int
		want        bool
	}{{8, 20, true}, {8, 300, true}, {8, 400, false}, {4, 100, true}, {3, 30, true}, {3, 60, false}, {2, 12, false}, {0, 3, false}} {
		a := project.OutcomeAssessment{Outcome: 1, Assessment: yamlpos.Text{Markdown: strings.TrimSpace(strings.Repeat("word ", c.words))}}
		for i := range c.also {
			a.Also = append(a.Also, 2+i, 2+i)
		}
		r := &project.Project{Config: &project.Config{Year: 2025}, Narrative: &project.Narrative{}}
		r.Narrative.Reg3.Outcomes = []project.OutcomeAssessment{a}
		var found []Finding
		(&Pass{rule: &copiedRules[0], findings: &found}).answersTooMany(r)
		if (len(found) > 0) != c.want {
			t.Errorf("%d outcomes in %d words: %v", c.also+1, c.words, found)
		}
	}
}
