package regs

import (
	"strings"
	"testing"
	"testing/fstest"

	"apr/indicators/measures"
	"apr/internal/project"
)

// measuresFound are what a check finds of a table of measures.
func measuresFound(t *testing.T, head, rows string, check func(*project.Project, *Pass)) string {
	t.Helper()
	table, err := measures.ReadAt(fstest.MapFS{"m.csv": {Data: []byte(head + "\n" + rows)}}, measures.Places{Localities: []string{"North", "South"}}, "m.csv")
	if err != nil {
		t.Fatal(err)
	}
	r := &project.Project{Config: &project.Config{Localities: []project.Locality{{Name: "North"}, {Name: "South"}}}, Framework: &project.Framework{}, Narrative: &project.Narrative{}}
	for _, m := range table.Measures {
		r.Framework.Measures = append(r.Framework.Measures, &project.LocalMeasure{Measure: m, Terms: measures.Terms{Polarity: m.Polarity}})
	}
	var findings []Finding
	check(r, &Pass{rule: &Rule{Level: Advice}, state: &state{}, findings: &findings})
	var all []string
	for _, f := range findings {
		all = append(all, f.Message)
	}
	return strings.Join(all, "\n")
}

// No count, rate or percentage is below nought; a change, a balance or a saving may be.
func TestValuesBelowNought(t *testing.T) {
	for _, c := range []struct{ name, title, unit, last, want string }{
		{"above", "Visits by night", "visits", "812", ""},
		{"a count", "Visits by night", "visits", "-812", "LM7 is −812 in 2025/26, below nought, which a count can't be"},
		{"a percentage", "Visits on time", "%", "-81.2", "LM7 is −81.2 in 2025/26, below nought, which a percentage can't be"},
		{"a rate", "Falls at home", "per 1,000", "-81.2", "which a rate can't be"},
		{"a change", "Change in visits since last year", "%", "-81.2", ""},
		{"a growth", "Growth of the caseload", "%", "-81.2", ""},
		{"a balance", "Overspend or surplus", "%", "-81.2", ""},
		{"money", "Outturn", "£", "-81.2", ""},
		{"a difference", "Gap between the most and least deprived", "% points", "-81.2", ""},
		{"an index", "Engagement index", "score", "-81", ""},
	} {
		rows := "LM7," + c.title + ",2023/24,79," + c.unit + "\nLM7," + c.title + ",2024/25,80," + c.unit + "\nLM7," + c.title + ",2025/26," + c.last + "," + c.unit + "\n"
		rows = strings.ReplaceAll(strings.ReplaceAll(rows, "per 1,000", "\"per 1,000\""), "79,", "790,")
		got := measuresFound(t, "Measure,Title,Period,Value,Unit", strings.ReplaceAll(rows, ",80,", ",800,"), checkMagnitudes)
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
	if got, want := measuresFound(t, "Measure,Title,Period,Value,Unit,Locality", "LM7,Visits,2025/26,-500,visits,\nLM7,Visits,2025/26,200,visits,North\nLM7,Visits,2025/26,300,visits,South\n", checkMeasureParts),
		"LM7 in 2025/26: the 2 localities sum to 500, and it is −500 in the whole area: its sign seems to be turned round"; got != want {
		t.Errorf("%q; want %q", got, want)
	}
	if got := measuresFound(t, "Measure,Title,Period,Value,Unit", "LM7,Balance of moves,2023/24,-20,people\nLM7,Balance of moves,2024/25,30,people\nLM7,Balance of moves,2025/26,-40,people\n", checkMagnitudes); got != "" {
		t.Error(got)
	}
}

// A target that is ten times each value has lost its point; one that is far from some isn't.
func TestTargetsTenTimesTheValues(t *testing.T) {
	rows := func(target string, values ...string) (text string) {
		for i, v := range values {
			text += "LM8,Posts that are vacant,202" + string(rune('3'+i)) + "/2" + string(rune('4'+i)) + "," + v + "," + target + ",%\n"
		}
		return text
	}
	for _, c := range []struct{ name, rows, want string }{
		{"near", rows("5", "6.1", "5.4", "5.9"), ""},
		{"ten times", rows("55", "6.1", "5.4", "5.9"), "the target of LM8 is 55.0 in 2025/26, and its value 5.9: in each of 3 periods the two are about ten times apart"},
		{"a tenth", rows("0.55", "6.1", "5.4", "5.9"), "about ten times apart"},
		{"a fraction", rows("0.055", "6.1", "5.4", "5.9"), "about a hundred times apart"},
		{"an aim that is far", rows("30", "6.1", "5.4", "5.9"), ""},
		{"once", rows("55", "6.1", "15.4", "35.9"), ""},
		{"two periods", rows("55", "6.1", "5.4"), ""},
	} {
		if got := measuresFound(t, "Measure,Title,Period,Value,Target,Unit", c.rows, checkMagnitudes); (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}

// More delays are worse, and more that are seen in time better; of others nobody knows.
func TestPolarityBesideTheTitle(t *testing.T) {
	for title, polarity := range map[string]string{ // the one that is told
		"Days of delayed discharge":                       "higher",
		"Children looked after away from home, at 31 May": "higher",
		"Staff turnover":                                  "higher",
		"Assessments completed within six weeks":          "lower",
		"People satisfied with their care":                "lower",
		"Referrals":                                       "",
		"Falls prevented":                                 "",
		"Complaints resolved at stage one":                "",
		"Complaints answered in time":                     "",
		"People seen by a falls clinic":                   "",
		"Deaths at home":                                  "",
		"Waiting under 18 weeks":                          "",
		"Days from referral to plan completed":            "",
		"Average time to assessments completed":           "",
		"Vacancies filled":                                "",
		"Falls classes":                                   "",
		"People seen within three weeks":                  "lower",
		"Emergency admissions avoided":                    "",
		"People recovered within six weeks without delay": "",
	} {
		for _, has := range []string{"higher", "lower", "none"} {
			got := measuresFound(t, "Measure,Title,Period,Value,Unit,Polarity", "LM9,\""+title+"\",2025/26,12,people,"+has+"\n", checkPolarity)
			if told := got != ""; told != (has == polarity) {
				t.Errorf("%s, %s: %q", title, has, got)
			}
		}
	}
}

// A measure's title under a label is as good as its id.
func TestTitlesUnderLabels(t *testing.T) {
	titles := map[string]string{"people waiting for care at home": "LM1", "staff who would recommend us": "LM2", "two of one name here": ""}
	for text, want := range map[string]string{
		"- **Better:** people waiting for\n  care at home, and buses.":                "LM1",
		"**Worse:** staff who would recommend us and people waiting for care at home": "LM1 LM2",
		"- **Better:** people waiting for care at home (LM1)":                         "LM1",
		"- **Better:** people waiting for care at home since 2021":                    "",
		"- **Better:** two of one name here":                                          "",
		"People waiting for care at home":                                             "",
	} {
		var ids []string
		for _, l := range underLabels(text, titles) {
			ids = append(ids, l.id)
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%q: %q; want %q", text, got, want)
		}
	}
}
