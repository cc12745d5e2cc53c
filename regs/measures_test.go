package regs

import (
	"testing"

	"apr/indicators/measures"
	"apr/internal/project"
)

// framed is a complete report with one local measure, which f changes.
func framed(f func(*project.LocalMeasure)) *project.Project {
	r := complete(2018)
	v := 94.0
	m := &project.LocalMeasure{Measure: &measures.Measure{ID: "LM1", Title: "Visits"}, Function: project.Integration, Outcomes: []int{2}}
	m.Whole = measures.Assessment{Rating: measures.Amber, Newest: &measures.Point{Value: &v, Target: &v}}
	m.Terms.Polarity = "higher"
	f(m)
	r.Framework = &project.Framework{Measures: []*project.LocalMeasure{m}}
	return r
}

func TestACommentAnswersForAMeasure(t *testing.T) {
	for rule, f := range map[string]func(*project.LocalMeasure){
		"R3aii-measure-data":      func(m *project.LocalMeasure) { m.Whole = measures.Assessment{Rating: measures.NoData} },
		"R3aii-measure-fell-back": func(m *project.LocalMeasure) { m.Whole.FellBack = 2 },
	} {
		if got := findings(Check(framed(f)), rule); len(got) != 1 {
			t.Errorf("%s without a comment: %q", rule, got)
		}
		commented := func(m *project.LocalMeasure) { f(m); m.Comment = text("The system changed in May.") }
		if got := findings(Check(framed(commented)), rule); len(got) != 0 {
			t.Errorf("%s with a comment: %q", rule, got)
		}
	}
}

func TestALocalityAloneIsData(t *testing.T) {
	r := framed(func(m *project.LocalMeasure) {
		m.Localities = []project.LocalityMeasure{{Locality: "North", Assessment: m.Whole}}
		m.Whole = measures.Assessment{Rating: measures.NoData}
	})
	if got := findings(Check(r), "R3aii-measure-data"); len(got) != 0 {
		t.Errorf("%q", got)
	}
}

func TestATargetNeedsADirection(t *testing.T) {
	for polarity, want := range map[string]int{"": 1, "higher": 0, "none": 0} {
		r := framed(func(m *project.LocalMeasure) {
			m.Terms.Polarity = ""
			if polarity != "" {
				m.Terms.Polarity, _ = measures.ParsePolarity(polarity)
			}
		})
		if got := findings(Check(r), "R3aii-measure-target"); len(got) != want {
			t.Errorf("%q: %q", polarity, got)
		}
	}
}

func TestALocalMeasureMeasuresItsPriority(t *testing.T) {
	r := framed(func(m *project.LocalMeasure) { m.Priorities = []string{"Home first"} })
	r.Config.StrategicPlan.Priorities[0].Indicators = nil
	if got := findings(Check(r), "R3c-priority-indicators"); len(got) != 0 {
		t.Errorf("%q", got)
	}
	r.Framework.Measures[0].Priorities = nil
	if got := findings(Check(r), "R3c-priority-indicators"); len(got) != 1 {
		t.Errorf("%q", got)
	}
}

func TestMeasuresOfOtherFunctionsNeedNoLink(t *testing.T) {
	r := framed(func(m *project.LocalMeasure) { m.Function, m.Outcomes = project.NonIntegration, nil })
	if got := findings(Check(r), "R3aii-measure-outcome"); len(got) != 0 {
		t.Errorf("%q", got)
	}
}
