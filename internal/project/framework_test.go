package project_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"apr/indicators/measures"
	"apr/internal/project"
	"apr/internal/source"
)

const frameworkProject = `authority: {name: Testmoor, area: Testmoor, model: integration-joint-board}
year: 2018/19
localities: [{name: North}, {name: South}]
strategic_plan:
  priorities:
    - name: Home first
measures:
  files: [data/m.csv]
  tolerance: 5%
  list:
    - id: A
      outcomes: [2, 9]
      priorities: [Home first]
      directions: [Direction 3]
    - id: b
      target: 10
      tolerance: 1
      polarity: lower
      levels: [management]
      function: non-integration
`

const frameworkTable = `measure,title,period,value,target,polarity,locality,next data date
A,Visits,Q1 2018/19,95,95,higher,,
A,Visits,Q2 2018/19,94,95,higher,,
A,Visits,Q3 2018/19,93,95,higher,,2019-05-01
A,Visits,Q3 2018/19,80,95,higher,north,2019-05-01
B,Days,2018/19,12,,,,
B,Days,2018/19,30,,,South,
C,To come,,,,,,
`

func loadFramework(edits ...string) (*project.Project, error) {
	edited := strings.NewReplacer(edits...)
	return project.Load(context.Background(), project.Options{Today: time.Date(2019, 6, 1, 0, 0, 0, 0, time.UTC), FS: fstest.MapFS{
		"apr.yaml":                    {Data: []byte(edited.Replace(frameworkProject))},
		"data/m.csv":                  {Data: []byte(edited.Replace(frameworkTable))},
		"narrative/regulation-3.yaml": {Data: []byte(edited.Replace("measures:\n  A: Recruitment was slow.\n"))},
	}})
}

func TestTheFrameworkJoinsTablesAndProject(t *testing.T) {
	r, err := loadFramework()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range r.Framework.Measures {
		got = append(got, fmt.Sprintln(m.ID, m.Outcomes, m.Priorities, m.Directions, m.Function, m.Levels, m.Whole.Rating, m.Whole.Worsening,
			len(m.Localities), m.Comment.Markdown, r.Framework.Escalated(m, r.Today), m.Overdue(r.Today)))
	}
	want := []string{
		"A [2 9] [Home first] [Direction 3] integration [board management] amber 2 1 Recruitment was slow. [worsening] true",
		"B [] [] [] non-integration [management] red 0 1  [red] false",
		"C [] [] [] integration [board management] no data 0 0  [] false",
	}
	if strings.Join(got, "") != strings.Join(want, "\n")+"\n" {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, ""), strings.Join(want, "\n"))
	}
	if l := r.Framework.Measures[0].Localities[0]; l.Locality != "North" || l.Rating != measures.Red {
		t.Errorf("%+v", l)
	}
	if l := r.Framework.Measures[1].Localities[0]; l.Locality != "South" || l.Rating != measures.NoTarget {
		t.Errorf("a locality is held against the whole area's target: %+v", l)
	}
}

func TestEscalationIsWhatTheProjectSays(t *testing.T) {
	r, err := loadFramework("  tolerance: 5%\n", "  tolerance: 5%\n  escalate: [no-data, overdue]\n")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"[overdue]", "[]", "[no-data]"} {
		if got := fmt.Sprint(r.Framework.Escalated(r.Framework.Measures[i], r.Today)); got != want {
			t.Errorf("%s: %s; want %s", r.Framework.Measures[i].ID, got, want)
		}
	}
}

func TestWhatTheFrameworkNamesMustBe(t *testing.T) {
	for name, c := range map[string]struct{ from, to, want string }{
		"outcome":   {"[2, 9]", "[2, 10]", "apr.yaml:12:21: there is no national outcome 10; expected 1 to 9"},
		"priority":  {"priorities: [Home first]", "priorities: [Home frist]", `"Home frist" is not among the priorities that strategic_plan names` + "\n    did you mean \"Home first\"?"},
		"measure":   {"id: b", "id: D", `apr.yaml:15:11: "D" is not a measure of data/m.csv` + "\n    expected one of: A, B, C"},
		"comment":   {"  A: Recruitment", "  AA: Recruitment", `narrative/regulation-3.yaml:2:3: "AA" is not a measure of data/m.csv`},
		"locality":  {",north,", ",nroth,", `data/m.csv:5:34: A: "nroth" is not among the localities that apr.yaml names` + "\n    did you mean \"North\"?"},
		"level":     {"[management]", "[managment]", `unknown value "managment"` + "\n    did you mean \"management\"?"},
		"tolerance": {"tolerance: 5%", "tolerance: much", `apr.yaml:9:14: tolerance: "much" is not a tolerance`},
		"target":    {"target: 10", "target: ten", `apr.yaml:16:15: target: "ten" is not a number`},
		"escalate":  {"  tolerance: 5%\n", "  escalate: [reed]\n", `apr.yaml:9:14: an item of escalate: unknown value "reed"` + "\n    did you mean \"red\"?"},
		"twice":     {"id: b", "id: a", `the measure "a" is given twice`},
		"file":      {"files: [data/m.csv]", "files: [data/n.csv]", "apr.yaml:8:11: the table of measures data/n.csv doesn't exist\n    did you mean \"data/m.csv\"?"},
		"key":       {"  tolerance: 5%\n", "  tolerances: 5%\n", `unknown key "tolerances" in measures` + "\n    did you mean \"tolerance\"?"},
		"function":  {"non-integration", "intergration", `unknown value "intergration"`},
		"value":     {"B,Days,2018/19,12", "B,Days,2018/19,twelve", `data/m.csv:6:16: the value "twelve" isn't a number`},
		"meeting":   {"measures:\n  files", "board: {meetings: [{date: 2019-05-01, papers: 2019-05-08}]}\nmeasures:\n  files", "papers: 2019-05-08 is after the meeting of 2019-05-01"},
	} {
		_, err := loadFramework(c.from, c.to)
		if input := (*source.InputError)(nil); !errors.As(err, &input) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v\nwant %s", name, err, c.want)
		}
	}
}
