package compose_test

import (
	"slices"
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/project"
	"apr/regs"
	"apr/report/compose"
)

// A chapter answers what it holds: one that is left with its introduction, because other
// chapters hold its parts, answers nothing.
func TestAChapterAnswersWhatItHolds(t *testing.T) {
	outcomes := func(numbers ...int) (chapters []project.Chapter) {
		own := project.Chapter{Chapter: "Our aims"}
		for _, no := range numbers {
			own.Holds = append(own.Holds, project.Held{Outcome: no})
		}
		return []project.Chapter{own, {Part: project.PartOutcomes}}
	}
	places := []project.Chapter{
		{Chapter: "Our places", Holds: []project.Held{{Locality: "North"}, {Locality: "South"}, {Part: project.PartLocalSpend}}},
		{Part: project.PartLocalities},
	}
	principles := []project.Chapter{{Chapter: "Our ways"}, {Part: project.PartPrinciples}}
	for _, id := range []string{"a", "b(i)", "b(ii)", "b(iii)", "b(iv)", "b(v)", "b(vi)", "b(vii)", "b(viii)", "b(ix)", "b(x)", "b(xi)", "b(xii)"} {
		principles[0].Holds = append(principles[0].Holds, project.Held{Principle: id})
	}
	const aims, ways, where = "National health and wellbeing outcomes", "Integration delivery principles", "Localities"
	for _, tc := range []struct {
		name, title string
		structure   []project.Chapter
		want        string
	}{
		{"all outcomes here", aims, nil, "3(a)(i) 3(a)(ii) 3(a)(iii)"},
		{"one outcome here", aims, outcomes(1, 2, 3, 4, 5, 6, 7, 8), "3(a)(i) 3(a)(ii) 3(a)(iii)"},
		{"no outcome here", aims, outcomes(1, 2, 3, 4, 5, 6, 7, 8, 9), ""},
		{"no outcome here, under holds", "Our work", append(outcomes(1, 2, 3, 4, 5, 6, 7, 8, 9)[:1],
			project.Chapter{Chapter: "Our work", Holds: []project.Held{{Part: project.PartOutcomes}}}), ""},
		{"all principles here", ways, nil, "3(b)"},
		{"no principle here", ways, principles, ""},
		{"all localities here", where, nil, "6(1)(a) 6(1)(b) 6(2) 6(3)"},
		{"no locality here", where, places, "6(1)(a)"},
	} {
		r := &project.Project{Narrative: &project.Narrative{}, Config: &project.Config{
			Year: 2025, Localities: []project.Locality{{Name: "North"}, {Name: "South"}}, Structure: tc.structure,
		}}
		doc, err := compose.Compose(r, func() *regs.Result {
			return &regs.Result{Requirements: []regs.RequirementVerdict{
				{Requirement: regs.Requirement{ID: "3(a)(i)"}}, {Requirement: regs.Requirement{ID: "3(b)"}}, {Requirement: regs.Requirement{ID: "6(1)(b)"}},
			}}
		}, compose.Options{})
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(doc.Sections, func(s *document.Section) bool { return s.Title == tc.title })
		if i < 0 {
			t.Fatalf("%s: no chapter %q", tc.name, tc.title)
		}
		if got := strings.Join(doc.Sections[i].Answers, " "); got != tc.want {
			t.Errorf("%s: it answers %q; want %q", tc.name, got, tc.want)
		}
		for _, row := range lastTable(doc).Rows {
			provision, led := strings.TrimPrefix(row.Cells[0].Content.String(), "Regulation "), strings.Contains(row.Cells[3].Content.String(), tc.title)
			if answers := slices.Contains(doc.Sections[i].Answers, provision); led != answers {
				t.Errorf("%s: the row of %s leads there: %t; it answers that: %t", tc.name, provision, led, answers)
			}
		}
	}
}
