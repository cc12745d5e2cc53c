package regs

import (
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"apr/internal/rounds"
)

// changed checks the base project with edits of its files.
func changed(t *testing.T, edits map[string]string) *Result {
	t.Helper()
	fragment := &txtar.Archive{}
	for name, data := range edits {
		fragment.Files = append(fragment.Files, txtar.File{Name: "fail/edit/" + name, Data: []byte(data)})
	}
	return Check(projectOf(t, archive(t, "testdata/base.txtar"), fragment, "fail"))
}

// New things have no past: a locality or care group is compared for the years
// since it exists, and a gap after that is still one.
func TestWhatIsNewIsComparedForTheYearsItHas(t *testing.T) {
	const (
		north = "2016/17,spend,locality,North,600.00\n=>\n"
		later = "==\n2017/18,spend,locality,North,600.00\n=>\n"
		group = "2016/17,spend,care group,Older people,180.00\n=>\n"
	)
	for name, c := range rounds.FewOf(t, map[string]struct {
		config, history string
		rule            string
		want            string // "" for no finding
	}{
		"a new locality that doesn't say so":    {"", north, "R6-3-locality", "isn't known for 2016/17"},
		"a new locality":                        {"  - name: North\n=>\n  - name: North\n    since: 2017/18\n", north, "R6-3-locality", ""},
		"a new locality with a gap":             {"  - name: North\n=>\n  - name: North\n    since: 2017/18\n", north + later, "R6-3-locality", "isn't known for 2017/18"},
		"a locality of this year":               {"  - name: North\n=>\n  - name: North\n    since: 2018/19\n", north + later, "R6-3-locality", ""},
		"a new care group that doesn't say so":  {"", group, "R4-3-matter", "isn't known for 2016/17"},
		"a new care group":                      {"care_groups: [Older people]\n=>\ncare_groups: [Older people]\ncare_groups_since: {Older people: 2017/18}\n", group, "R4-3-matter", ""},
		"a new authority":                       {"  invented: true\n=>\n  invented: true\n  since: 2017/18\n", north + "==\n" + group, "R6-3-locality", ""},
		"an authority in its first year":        {"  invented: true\n=>\n  invented: true\n  since: 2018/19\n", north + later + "==\n" + group, "R6-3-locality", ""},
		"an old locality has its past all same": {"", "2017/18,spend,locality,South,290.00\n=>\n", "R6-3-locality", "isn't known for 2017/18"},
	}) {
		edits := map[string]string{"data/history.csv": c.history}
		if c.config != "" {
			edits["apr.yaml"] = c.config
		}
		res := changed(t, edits)
		got := findings(res, c.rule)
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || !strings.Contains(got[0], c.want)) {
			t.Errorf("%s: %q; want %q", name, got, c.want)
		}
		id := "6(3)"
		if c.rule == "R4-3-matter" {
			id = "4(3)"
		}
		if v := res.ByID(id).Verdict; c.want == "" && v != Met && v != NotApplicable {
			t.Errorf("%s: %s is %s", name, id, v)
		}
	}
}

// In an authority's first reporting year nothing is compared.
func TestTheFirstYearOfAnAuthority(t *testing.T) {
	res := changed(t, map[string]string{"apr.yaml": "  invented: true\n=>\n  invented: true\n  since: 2018/19\n", "data/workbook.csv": "2016/17,Testmoor,NI13,115000\n=>\n"})
	for _, id := range []string{"3(a)(iii)", "4(3)", "6(3)"} {
		if v := res.ByID(id); v.Verdict != NotApplicable || !strings.Contains(v.Reason, "2018/19 is the authority's first reporting year") {
			t.Errorf("%s is %s: %s", id, v.Verdict, v.Reason)
		}
	}
}

// A year for which the publisher gave no value is explained once, in apr.yaml.
func TestAnExplanationOfWhatWasNotPublished(t *testing.T) {
	const gap = "2016/17,Testmoor,NI13,115000\n=>\n==\n2018/19,Testmoor,NI19,700\n=>\n"
	explained := "workbook: data/workbook.csv\n=>\nworkbook: data/workbook.csv\nindicators:\n  not_published:\n    - {indicators: [NI13], years: [2016/17], reason: The hospital returns were incomplete}\n    - {indicators: [NI19, NI12], years: [2018/19], reason: The census was late.}\n"
	res := changed(t, map[string]string{"data/workbook.csv": gap, "apr.yaml": explained})
	for _, f := range res.Findings {
		if slices.Contains([]string{"3(a)(ii)", "3(a)(iii)"}, f.Requirement) {
			t.Errorf("%s: %s", f.Rule, f.Message)
		}
	}
	if got := findings(res, "R0-workbook"); len(got) != 1 || got[0] != "NI12 has a value for 2018/19, which not_published says it hasn't; the value is shown" {
		t.Errorf("an explanation in vain: %q", got)
	}
	res = changed(t, map[string]string{"data/workbook.csv": gap})
	if len(findings(res, "R3aiii-comparison")) != 1 || len(findings(res, "R3aii-core-suite")) != 1 {
		t.Errorf("without the explanation: %q, %q", findings(res, "R3aiii-comparison"), findings(res, "R3aii-core-suite"))
	}
}
