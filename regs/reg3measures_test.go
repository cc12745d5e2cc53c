package regs

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"apr/indicators/measures"
	"apr/internal/project"
	"apr/internal/rounds"
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
		if got := foundBy(framed(f), rule); len(got) != 1 {
			t.Errorf("%s without a comment: %q", rule, got)
		}
		commented := func(m *project.LocalMeasure) { f(m); m.Comment = text("The system changed in May.") }
		if got := foundBy(framed(commented), rule); len(got) != 0 {
			t.Errorf("%s with a comment: %q", rule, got)
		}
	}
}

func TestALocalityAloneIsData(t *testing.T) {
	r := framed(func(m *project.LocalMeasure) {
		m.Localities = []project.LocalityMeasure{{Locality: "North", Assessment: m.Whole}}
		m.Whole = measures.Assessment{Rating: measures.NoData}
	})
	if got := foundBy(r, "R3aii-measure-data"); len(got) != 0 {
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
		if got := foundBy(r, "R3aii-measure-target"); len(got) != want {
			t.Errorf("%q: %q", polarity, got)
		}
	}
}

func TestALocalMeasureMeasuresItsPriority(t *testing.T) {
	r := framed(func(m *project.LocalMeasure) { m.Priorities = []string{"Home first"} })
	r.Config.StrategicPlan.Priorities[0].Indicators = nil
	if got := foundBy(r, "R3c-priority-indicators"); len(got) != 0 {
		t.Errorf("%q", got)
	}
	r.Framework.Measures[0].Priorities = nil
	if got := foundBy(r, "R3c-priority-indicators"); len(got) != 1 {
		t.Errorf("%q", got)
	}
}

func TestMeasuresOfOtherFunctionsNeedNoLink(t *testing.T) {
	r := framed(func(m *project.LocalMeasure) { m.Function, m.Outcomes = project.NonIntegration, nil })
	if got := foundBy(r, "R3aii-measure-outcome"); len(got) != 0 {
		t.Errorf("%q", got)
	}
}

// Regulation 3(a)(iii) compares what (ii) includes: a measure under an outcome has
// its preceding years, or says since when it exists.
func TestLocalMeasuresAreComparedWithTheYearsTheyHave(t *testing.T) {
	base := archive(t, "testdata/base.txtar")
	const all = "2016/17,1\n2017/18,2\n2018/19,3\n"
	for name, c := range rounds.FewOf(t, map[string]struct {
		terms, rows string // the rows are periods and values
		want        string // the years that lack one; "" for none
	}{
		"every year":                    {"outcomes: [2]", all, ""},
		"none before":                   {"outcomes: [2]", "2018/19,3\n", "2016/17 and 2017/18"},
		"a gap":                         {"outcomes: [2]", "2016/17,1\n2018/19,3\n", "2017/18"},
		"since this year":               {"{outcomes: [2], since: 2018/19}", "2018/19,3\n", ""},
		"since last year, with a gap":   {"{outcomes: [2], since: 2017/18}", "2018/19,3\n", "2017/18"},
		"a quarter of each year":        {"outcomes: [2]", "Q4 2016/17,1\nQ2 2017/18,2\nQ4 2018/19,3\n", ""},
		"a mark says why there is none": {"outcomes: [2]", "2016/17,*\n2017/18,2\n2018/19,3\n", ""},
		"an empty cell doesn't":         {"outcomes: [2]", "2016/17,\n2017/18,2\n2018/19,3\n", "2016/17"},
		"by locality alone":             {"outcomes: [2]", "2016/17,1,North\n2017/18,2,South\n2018/19,3,North\n", ""},
		"by locality, with a gap":       {"outcomes: [2]", "2016/17,1,North\n2018/19,3,North\n", "2017/18"},
		"of the whole this year alone":  {"outcomes: [2]", "2016/17,1,North\n2017/18,2,North\n2018/19,3\n", "2016/17 and 2017/18"},
		"under no outcome":              {"priorities: [Home first]", "2018/19,3\n", ""},
		"of other functions":            {"{outcomes: [2], function: non-integration}", "2018/19,3\n", ""},
		"nothing for this year":         {"outcomes: [2]", "2016/17,1\n", ""},
	}) {
		terms := "      " + c.terms
		if strings.HasPrefix(c.terms, "{") {
			terms = "      " + strings.ReplaceAll(strings.Trim(c.terms, "{}"), "], ", "]\n      ")
		}
		var rows strings.Builder
		rows.WriteString("measure,title,period,value,locality\n")
		for line := range strings.Lines(c.rows) {
			line = strings.TrimSuffix(line, "\n")
			rows.WriteString("LM1,Visits," + line + strings.Repeat(",", 2-strings.Count(line, ",")) + "\n")
		}
		fragment := &txtar.Archive{Files: []txtar.File{
			{Name: "fail/edit/apr.yaml", Data: []byte("care_groups: [Older people]\n=>\ncare_groups: [Older people]\nmeasures:\n  files: [data/m.csv]\n  list:\n    - id: LM1\n" + terms + "\n")},
			{Name: "fail/data/m.csv", Data: []byte(rows.String())},
		}}
		res := Check(projectOf(t, base, fragment, "fail"))
		got := findings(res, "R3aiii-measure-comparison")
		switch {
		case c.want == "" && len(got) > 0, c.want != "" && (len(got) != 1 || !strings.HasSuffix(got[0], "no value for "+c.want)):
			t.Errorf("%s: %q; want %q", name, got, c.want)
		}
		if met := res.ByID("3(a)(iii)").Verdict == Met; met != (c.want == "") {
			t.Errorf("%s: 3(a)(iii) met is %v", name, met)
		}
	}
}

func TestACountEverySecondYear(t *testing.T) {
	base := archive(t, "testdata/base.txtar")
	for rows, want := range rounds.FewOf(t, map[string]int{
		"every two years,2016/17,1\nevery two years,2018/19,3\n": 0,
		"every two years,2018/19,3\n":                            1, // 2016/17
		"annual,2016/17,1\nannual,2018/19,3\n":                   1, // 2017/18
	}) {
		var table strings.Builder
		table.WriteString("measure,title,frequency,period,value\n")
		for line := range strings.Lines(rows) {
			table.WriteString("LM1,Visits," + line)
		}
		fragment := &txtar.Archive{Files: []txtar.File{
			{Name: "fail/edit/apr.yaml", Data: []byte("care_groups: [Older people]\n=>\ncare_groups: [Older people]\nmeasures:\n  files: [data/m.csv]\n  list:\n    - id: LM1\n      outcomes: [2]\n")},
			{Name: "fail/data/m.csv", Data: []byte(table.String())},
		}}
		if got := foundBy(projectOf(t, base, fragment, "fail"), "R3aiii-measure-comparison"); len(got) != want {
			t.Errorf("%s: %q; want %d", rows, got, want)
		}
	}
}

// A value of a year before the first that apr.yaml names is reported at its place.
func TestAMeasureThatIsOlderThanItSays(t *testing.T) {
	res := changedWith(t, "since: 2018/19", "LM1,Visits,2017/18,2\nLM1,Visits,2018/19,3\n")
	if got := findings(res, "R0-measures"); len(got) != 1 || got[0] != "LM1 has data since 2018/19, says apr.yaml, and the table has a value for 2017/18" {
		t.Errorf("%q", got)
	}
}

func changedWith(t *testing.T, terms, rows string) *Result {
	t.Helper()
	fragment := &txtar.Archive{Files: []txtar.File{
		{Name: "fail/edit/apr.yaml", Data: []byte("care_groups: [Older people]\n=>\ncare_groups: [Older people]\nmeasures:\n  files: [data/m.csv]\n  list:\n    - id: lm1\n      outcomes: [2]\n      " + terms + "\n")},
		{Name: "fail/data/m.csv", Data: []byte("measure,title,period,value\n" + rows)},
	}}
	return Check(projectOf(t, archive(t, "testdata/base.txtar"), fragment, "fail"))
}
