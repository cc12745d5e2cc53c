package regs

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"apr/internal/rounds"
)

// laidOver is the base project with the failing side of a rule's fragment and
// further changes.
func laidOver(t *testing.T, rule string, changes ...txtar.File) *txtar.Archive {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "rules", rule+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	fragment := txtar.Parse(data)
	fragment.Files = append(fragment.Files, changes...)
	return fragment
}

// referring to figures of the reporting year, of the year before, to a change and
// to a rank.
var referringTexts = txtar.File{Name: "fail/edit/narrative/regulation-5.yaml", Data: []byte(`assessment: Best value was secured, for costs fell by a tenth.
=>
assessment: |-
  Best value was secured, for costs fell by a tenth. {{ value "NI12" }}, {{ scotland "NI12" }}, {{ change "NI12" "2016/17" }}, {{ value "NI19" }} and {{ value "NI17" "2018/19" }}.
`)}

// A workbook that lacks the year, or the area, is one finding, however many
// indicators and texts rest on it: about the workbook, with the level of the law
// and both requirements open.
func TestTheWorkbookIsOneFinding(t *testing.T) {
	base := archive(t, "testdata/base.txtar")
	for _, c := range rounds.Few(t, []struct {
		rule, file string
		level      Level
	}{
		{"R3aii-release", "data/workbook.csv", Statutory},
		{"R3aii-release-awaited", "data/workbook.csv", Advice},
		{"R3aii-area", "data/profile.csv", Statutory},
	}) {
		for _, state := range []string{"draft", "final"} {
			for _, refers := range []bool{false, true} {
				fragment := laidOver(t, c.rule, txtar.File{Name: "fail/edit/apr.yaml", Data: []byte("state: final\n=>\nstate: " + state + "\n")})
				if refers {
					fragment.Files = append(fragment.Files, referringTexts)
				}
				name := fmt.Sprintf("%s, %s, referred to: %v", c.rule, state, refers)
				res := Check(projectOf(t, base, fragment, "fail"))
				var about []string
				for _, f := range res.Findings {
					if f.Requirement == "3(a)(ii)" || f.Requirement == "3(a)(iii)" || f.Rule == "R0-reference" {
						about = append(about, string(f.Level)+" "+f.Rule+" "+f.Position.File)
					}
				}
				want := fmt.Sprintf("%s %s %s", c.level, c.rule, c.file)
				if c.rule == "R3aii-release-awaited" && refers && state == "final" {
					// What a final report would print isn't there: no advice any longer.
					want = "statutory R3aii-release data/workbook.csv, " + want
				}
				if got := strings.Join(about, ", "); got != want {
					t.Errorf("%s:\n%s; want\n%s", name, got, want)
				}
				for _, id := range []string{"3(a)(ii)", "3(a)(iii)"} {
					if v := res.ByID(id).Verdict; v != Incomplete && v != Missing {
						t.Errorf("%s: %s is %s", name, id, v)
					}
				}
			}
		}
	}
}

// A report that was due keeps its workbook: what comes out after the last day for
// publication isn't asked for.
func TestALaterReleaseIsNotAskedFor(t *testing.T) {
	base := archive(t, "testdata/base.txtar")
	for _, today := range []string{"2019-07-31", "2020-01-15", "2026-07-31"} {
		fragment := &txtar.Archive{Files: []txtar.File{
			{Name: "fail/today", Data: []byte(today + "\n")},
			{Name: "fail/edit/data/workbook.csv", Data: []byte("2018,Testmoor,NI11,420\n2018,Scotland,NI11,421\n=>\n==\n2018,Testmoor,NI18,60\n2018,Scotland,NI18,61\n=>\n")},
		}}
		res := Check(projectOf(t, base, fragment, "fail"))
		for _, f := range res.Findings {
			if strings.HasPrefix(f.Rule, "R3aii") {
				t.Errorf("%s: %s: %s", today, f.Rule, f.Message)
			}
		}
		if v := res.ByID("3(a)(iii)").Verdict; v != Met {
			t.Errorf("%s: 3(a)(iii) is %s", today, v)
		}
	}
}

// A text that refers to what no release has yet is still the text's mistake.
func TestAReferenceToWhatNoReleaseHasYet(t *testing.T) {
	base := archive(t, "testdata/base.txtar")
	fragment := &txtar.Archive{Files: []txtar.File{
		{Name: "fail/edit/apr.yaml", Data: []byte("state: final\n=>\nstate: draft\n")},
		{Name: "fail/edit/data/workbook.csv", Data: []byte("2018,Testmoor,NI11,420\n2018,Scotland,NI11,421\n=>\n")},
		{Name: "fail/edit/narrative/regulation-5.yaml", Data: []byte("assessment: Best value was secured, for costs fell by a tenth.\n=>\nassessment: |-\n  Best value was secured, for costs fell by a tenth. {{ value \"NI11\" }}\n")},
	}}
	res := Check(projectOf(t, base, fragment, "fail"))
	if got := findings(res, "R0-reference"); len(got) != 1 || !strings.Contains(got[0], "NI11 for 2018/19: it is not yet published") {
		t.Errorf("%q", got)
	}
}

// An earlier year's cell that can't be read is named in the comparison's finding.
func TestTheComparisonNamesTheCell(t *testing.T) {
	base := archive(t, "testdata/base.txtar")
	fragment := &txtar.Archive{Files: []txtar.File{
		{Name: "fail/edit/data/workbook.csv", Data: []byte("2016/17,Testmoor,NI13,115000\n=>\n2016/17,Testmoor,NI13,\"115000,5\"\n")},
	}}
	res := Check(projectOf(t, base, fragment, "fail"))
	for _, f := range res.Findings {
		if f.Rule == "R3aiii-comparison" {
			if len(f.Related) != 1 || f.Related[0].Position.Line == 0 || f.Related[0].Message != `the cell for 2016/17 holds "115000,5", which is not a number` {
				t.Errorf("related: %+v", f.Related)
			}
			return
		}
	}
	t.Error("the comparison isn't reported")
}

// Without the calendar year's row another value would be printed, and nothing looks wrong.
func TestACalendarYearThatTheWorkbookLost(t *testing.T) {
	base := archive(t, "testdata/base.txtar")
	const row = "2018/19,Testmoor,NI12,12000\n"
	const want = "data/workbook.csv:30:23: NI12 has no value for the calendar year 2018 in Testmoor, which other areas have and which stands for 2018/19: the financial year's value 12,000 is printed instead"
	for name, c := range rounds.FewOf(t, map[string]struct {
		rows, proxy string
		want        string
	}{
		"no area has it":         {"", "", ""},
		"this area has it":       {"2018,Testmoor,NI12,11900\n2018,Scotland,NI12,11901\n", "", ""},
		"its row was lost":       {"2018,Scotland,NI12,11901\n", "", want},
		"its cell is empty":      {"2018,Testmoor,NI12,\n2018,Scotland,NI12,11901\n", "", want},
		"another indicator's":    {"2018,Scotland,NI13,11901\n2018,Testmoor,NI13,11901\n", "", ""},
		"the financial is meant": {"2018,Scotland,NI12,11901\n", "indicators: {proxy: financial}\n", ""},
	}) {
		text := "-- change/edit/data/workbook.csv --\n" + row + "=>\n" + row + c.rows + "-- change/edit/apr.yaml --\nstate: final\n=>\nstate: final\n" + c.proxy
		got := ""
		for _, f := range findingsOf(projectOf(t, base, txtar.Parse([]byte(text)), "change"), "R3aii-own-value") {
			if strings.Contains(f.Message, "calendar year") {
				got += f.Position.String() + ": " + f.Message
			}
		}
		if got != c.want {
			t.Errorf("%s: %q; want %q", name, got, c.want)
		}
	}
}

// A silence of what is wrong with other areas doesn't hide what is wrong with one's own.
func TestASilenceOfTheWorkbookLeavesOnesOwnValues(t *testing.T) {
	const row = "2018/19,Testmoor,NI12,12000\n"
	for name, c := range rounds.FewOf(t, map[string]struct{ row, want string }{
		"nothing":             {row, ""},
		"Scotland's, rounded": {"2018/19,Testmoor,NI12,12001\n", ""},
		"Scotland's value":    {"2018/19,Testmoor,NI12,11554.7301\n", "the value of NI12 in Testmoor for 2018/19 is Scotland's to the last digit, 11554.7301"},
		"another area's":      {"2018/19,Testmoor,NI12,11554.7301\n2018/19,Angus,NI12,11554.7301\n", "the value of NI12 in Testmoor for 2018/19 is that of Angus to the last digit, 11554.7301"},
		"last year's":         {"2018/19,Testmoor,NI12,12345.6789\n", "the value of NI12 in Testmoor for 2018/19 is that of 2017/18 to the last digit, 12345.6789"},
		"last year's, of few": {"2018/19,Testmoor,NI12,12727.2727272727\n", ""},
		"another's, rounded":  {"2018/19,Testmoor,NI12,11554.7\n2018/19,Angus,NI12,11554.7\n", ""},
		"last year's, 12000":  {"2018/19,Testmoor,NI12,12000\n", ""},
		"another indicator's": {row + "2018/19,Angus,NI13,12000.4567\n2018/19,Testmoor,NI13,12001.4567\n", ""},
		"another year's":      {"2018/19,Testmoor,NI12,11554.7309\n2017/18,Angus,NI12,11554.7309\n", ""},
		"the calendar year's": {row + "2018,Scotland,NI12,11901\n", "NI12 has no value for the calendar year 2018 in Testmoor"},
	}) {
		text := "-- change/edit/data/workbook.csv --\n" + row + "=>\n" + c.row +
			"-- change/edit/apr.yaml --\nstate: final\n=>\nstate: final\nsilence: [{rule: R0-workbook, file: data/workbook.csv, reason: Others' rows.}]\n"
		if strings.HasPrefix(name, "Scotland's value") {
			text += "-- change/edit/data/workbook.csv --\n2018/19,Scotland,NI12,12001\n=>\n2018/19,Scotland,NI12,11554.7301\n"
		}
		if name == "last year's, of few" { // 14 of 110
			text += "-- change/edit/data/workbook.csv --\n2017/18,Testmoor,NI12,12000\n=>\n2017/18,Testmoor,NI12,12727.2727272727\n"
		}
		if name == "last year's" {
			text += "-- change/edit/data/workbook.csv --\n2017/18,Testmoor,NI12,12000\n=>\n2017/18,Testmoor,NI12,12345.6789\n"
		}
		got := ""
		for _, f := range findingsOf(projectOf(t, archive(t, "testdata/base.txtar"), txtar.Parse([]byte(text)), "change"), "R3aii-own-value") {
			got += f.Message
		}
		if c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q; want %q", name, got, c.want)
		}
	}
}
