package regs

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"apr/internal/project"
	"apr/internal/rounds"
)

// seldomMeasured is a project of 2018/19 with a local measure under an outcome that has a frequency and rows
// of periods and values.
func seldomMeasured(t *testing.T, frequency, rows string) *project.Project {
	t.Helper()
	var table strings.Builder
	table.WriteString("measure,title,frequency,period,value\n")
	for row := range strings.FieldsSeq(rows) {
		table.WriteString("LM1,Visits," + frequency + "," + strings.ReplaceAll(row, "_", " ") + "\n")
	}
	fragment := &txtar.Archive{Files: []txtar.File{
		{Name: "fail/edit/apr.yaml", Data: []byte("care_groups: [Older people]\n=>\ncare_groups: [Older people]\nmeasures:\n  files: [data/m.csv]\n  list:\n    - id: LM1\n      outcomes: [2]\n")},
		{Name: "fail/data/m.csv", Data: []byte(table.String())},
	}}
	return projectOf(t, archive(t, "testdata/base.txtar"), fragment, "fail")
}

// What is collected once in several years lacks nothing in the years between; neither does a year
// whose row says that there is no value.
func TestYearsBetweenTheCountsOfAMeasure(t *testing.T) {
	for name, c := range rounds.FewOf(t, map[string]struct {
		frequency, rows   string
		lacks, data, hint string // "" for nothing
	}{
		"every second year":          {"every two years", "2016/17,1 2018/19,3", "", "", ""},
		"biennial":                   {"Biennial survey", "2016/17,1 2018/19,3", "", "", ""},
		"every other year":           {"every other year", "2016/17,1 2018/19,3", "", "", ""},
		"with one missed":            {"every two years", "2018/19,3", "2016/17", "", "n/a says that nothing was collected"},
		"with one that wasn't held":  {"every two years", "2016/17,n/a 2018/19,3", "", "", ""},
		"every three years":          {"every three years (household survey)", "2018/19,3", "", "", ""},
		"every 5 years":              {"every 5 years", "2018/19,3", "", "", ""},
		"newest a year ago":          {"biennial", "2017/18,2", "", "", ""},
		"newest two years ago":       {"biennial", "2016/17,2", "", "no data for 2018/19", ""},
		"newest two of three":        {"triennial", "2016/17,2", "", "", ""},
		"each year, with a gap":      {"annual", "2016/17,1 2018/19,3", "2017/18", "", "every two years"},
		"each year, not held once":   {"annual", "2016/17,1 2017/18,- 2018/19,3", "", "", ""},
		"newest withheld":            {"annual", "2016/17,1 2017/18,2 2018/19,*", "", "", ""},
		"newest few":                 {"annual", "2016/17,1 2017/18,2 2018/19,fewer_than_5", "", "", ""},
		"newest few, last quarter":   {"quarterly", "2016/17,1 2017/18,2 Q4_2018/19,<5", "", "", ""},
		"newest not there":           {"annual", "2016/17,1 2017/18,2 2018/19,n/a", "", `has "n/a" in place of its value for 2018/19`, ""},
		"few before":                 {"annual", "2016/17,<5 2017/18,1-4 2018/19,8", "", "", ""},
		"new, which since: may tell": {"annual", "2018/19,8", "2016/17 and 2017/18", "", "since: 2018/19"},
	}) {
		res := Check(seldomMeasured(t, c.frequency, c.rows))
		one := func(rule, want string) {
			t.Helper()
			if got := strings.Join(findings(res, rule), "; "); want == "" && got != "" || !strings.Contains(got, want) {
				t.Errorf("%s: %s: %q; want %q", name, rule, got, want)
			}
		}
		if c.lacks != "" {
			c.lacks = "no value for " + c.lacks
		}
		one("R3aiii-measure-comparison", c.lacks)
		one("R3aii-measure-data", c.data)
		for _, f := range res.Findings {
			if f.Rule == "R3aiii-measure-comparison" && !strings.Contains(f.Hint, c.hint) {
				t.Errorf("%s: hint %q; want %q", name, f.Hint, c.hint)
			}
			if f.Rule == "R3aiii-measure-comparison" && name == "each year, with a gap" && strings.Contains(f.Hint, "since") {
				t.Errorf("%s: since: would be untrue: %q", name, f.Hint)
			}
		}
	}
}
