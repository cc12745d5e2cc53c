package regs

import (
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"apr/internal/rounds"
)

// Changes to the base project's workbook and to apr.yaml, and what the rules about
// the workbook find: rule ids in order, and whether 3(a)(ii) and (iii) are met.
func TestReleasesAsTheyCome(t *testing.T) {
	base := archive(t, "testdata/base.txtar")
	old := section(laidOver(t, "R3aii-release"), "fail/edit/data/workbook.csv")
	for name, c := range rounds.FewOf(t, map[string]struct {
		today string
		files []txtar.File
		want  string
	}{
		"as it is, long after": {"2030-01-01", nil, ""},
		"without a date":       {"2019-07-31", nil, ""},
		"one indicator of this year is left": {"2019-07-31", []txtar.File{{Name: "fail/edit/data/workbook.csv", Data: []byte(strings.Replace(old, "==\n2018/19,Testmoor,NI19,700\n2018/19,Scotland,NI19,701\n=>\n", "", 1))}},
			"R3aii-core-suite R3aii-core-suite R3aii-core-suite R3aii-core-suite R3aii-core-suite R3aii-core-suite"},
		"all but the authority's rows":  {"2019-07-31", []txtar.File{{Name: "fail/edit/data/workbook.csv", Data: []byte("2018/19,Testmoor,NI19,700\n=>\n")}}, "R3aii-core-suite"},
		"last year's on the last day":   {"2019-07-31", []txtar.File{{Name: "fail/edit/data/workbook.csv", Data: []byte(old)}}, "R3aii-release"},
		"last year's on the day before": {"2019-07-30", []txtar.File{{Name: "fail/edit/data/workbook.csv", Data: []byte(old)}}, "R3aii-release-awaited"},
		"last year's, years later":      {"2024-07-31", []txtar.File{{Name: "fail/edit/data/workbook.csv", Data: []byte(old)}}, "R3aii-release"},
		"last year's, explained for one": {"2019-07-31", []txtar.File{{Name: "fail/edit/data/workbook.csv", Data: []byte(old)},
			{Name: "fail/edit/apr.yaml", Data: []byte("workbook: data/workbook.csv\n=>\nworkbook: data/workbook.csv\nindicators: {not_published: [{indicators: [NI19], years: [2018/19], reason: The census was late}]}\n")}}, "R3aii-release"},
		"a comma in another area's cell": {"2019-07-31", []txtar.File{{Name: "fail/edit/data/workbook.csv", Data: []byte("2018/19,Scotland,NI19,701\n=>\n2018/19,Scotland,NI19,\"701,5\"\n")}}, ""},
		"a TRUE in the authority's":      {"2019-07-31", []txtar.File{{Name: "fail/edit/data/workbook.csv", Data: []byte("2018/19,Testmoor,NI19,700\n=>\n2018/19,Testmoor,NI19,TRUE\n")}}, "R3aii-cell"},
		"in a series that has ended":     {"2019-07-31", []txtar.File{{Name: "fail/edit/data/workbook.csv", Data: []byte("2018/19,Testmoor,NI20,23\n=>\n2018/19,Testmoor,NI20,\"23,1\"\n")}}, "R3aii-cell"},
		"a word before the window":       {"2019-07-31", []txtar.File{{Name: "fail/edit/data/workbook.csv", Data: []byte("2016/17,Testmoor,NI19,700\n=>\n2016/17,Testmoor,NI19,700\n2014/15,Testmoor,NI19,many\n")}}, ""},
	}) {
		fragment := &txtar.Archive{Files: append([]txtar.File{{Name: "fail/today", Data: []byte(c.today + "\n")}}, c.files...)}
		res := Check(projectOf(t, base, fragment, "fail"))
		var rules []string
		for _, f := range res.Findings {
			if strings.HasPrefix(f.Rule, "R3aii") {
				rules = append(rules, f.Rule)
			}
		}
		if got := strings.Join(rules, " "); got != c.want {
			t.Errorf("%s: %s; want %s", name, got, c.want)
		}
		open := slices.ContainsFunc(rules, func(id string) bool { return strings.HasPrefix(id, "R3aii-release") || id == "R3aii-cell" })
		if met := res.ByID("3(a)(ii)").Verdict == Met; met == open {
			t.Errorf("%s: 3(a)(ii) is %s", name, res.ByID("3(a)(ii)").Verdict)
		}
	}
}
