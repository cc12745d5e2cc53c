package format

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
	"apr/regs"
	"apr/regs/claims"
)

// hostile has what every format has to escape, and a line break.
const hostile = "100% of <\"Ward\" & 'Böard'>,\r\n::error::x ]]> a|b: c"

// checked is a report with a finding of each kind of position and level.
func checked(t *testing.T) *Check {
	t.Helper()
	y, err := period.Parse("2025/26")
	if err != nil {
		t.Fatal(err)
	}
	result := &regs.Result{}
	for _, q := range regs.Requirements() {
		v := regs.RequirementVerdict{Requirement: q, Verdict: regs.Met}
		switch q.ID {
		case "4(1)(b)":
			v.Verdict = regs.Incomplete
		case "9":
			v.Verdict, v.Reason = regs.NotApplicable, "a joint board"
		}
		result.Requirements = append(result.Requirements, v)
	}
	result.Findings = []regs.Finding{
		{Rule: "R4-1b-proportion", Requirement: "4(1)(b)", Level: regs.Statutory, Message: hostile, Hint: "write\nit",
			Position: source.Position{File: "narrative/é 1.yaml", Line: 3, Column: 7},
			Related:  []source.Related{{Position: source.Position{File: "data/w.xlsx", Sheet: "Data", Cell: "I12"}, Message: "the value"}}},
		{Rule: "R42-4-planned-date", Requirement: "42(4)", Level: regs.Advice, Message: "no date", Position: source.Position{File: "apr.yaml"}},
		{Rule: "R0-workbook", Level: regs.Advice, Message: "odd cell", Position: source.Position{File: "data/w.xlsx", Sheet: "Data", Cell: "I9"}},
	}
	result.Silenced = []regs.Silenced{{
		Finding: regs.Finding{Rule: "R0-ledger", Level: regs.Advice, Message: "joined cells", Position: source.Position{File: "data/l.csv", Line: 4}},
		Reason:  "known to finance", Position: source.Position{File: "apr.yaml", Line: 9, Column: 5},
	}}
	return &Check{
		Report: &project.Project{
			Config: &project.Config{Authority: project.Authority{Name: "Testmoor"}, Year: y},
			Today:  time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC),
		},
		Result: result, Folder: "reports/2025-26", Version: "0.1.0",
	}
}

// unreadable is a report that couldn't be checked.
func unreadable() *Check {
	return &Check{Version: "0.1.0", Folder: "reports", Unreadable: []*source.Problem{
		{Code: "syntax", Message: "not YAML: " + hostile, Hint: "mend it", Position: source.Position{File: "apr.yaml", Line: 2, Column: 1}},
		{Message: "cell is text", Position: source.Position{File: "data/w.xlsx", Sheet: "Data", Cell: "I9"}},
	}}
}

// many gives a check n further findings of guidance.
func many(c *Check, n int) *Check {
	for i := range n {
		c.Result.Findings = append(c.Result.Findings, regs.Finding{Rule: "R0-workbook", Level: regs.Advice,
			Message: fmt.Sprintf("finding %d", i), Position: source.Position{File: "apr.yaml", Line: i + 1}})
	}
	return c
}

// ofEveryRule has a finding of each rule there is, worst first as regs.Check
// gives them, with what has to be escaped.
func ofEveryRule(c *Check) *Check {
	c.Result.Findings, c.Result.Silenced = nil, nil
	rules := regs.Rules()
	slices.SortStableFunc(rules, func(a, b regs.Rule) int {
		return cmp.Compare(slices.Index(regs.Levels, a.Level), slices.Index(regs.Levels, b.Level))
	})
	for i, r := range rules {
		c.Result.Findings = append(c.Result.Findings, regs.Finding{Rule: r.ID, Requirement: r.Requirement, Level: r.Level,
			Message: r.Title + ": " + hostile, Hint: "mend it", Position: source.Position{File: "apr.yaml", Line: i + 1, Column: 2}})
	}
	return c
}

func printed(t *testing.T, name string, c *Check) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, name, c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestFormatsAreDeterministic(t *testing.T) {
	for _, name := range Names {
		if once, again := printed(t, name, checked(t)), printed(t, name, checked(t)); once != again {
			t.Errorf("%s differs between two runs", name)
		}
	}
	if err := Write(&strings.Builder{}, "yaml", checked(t)); err == nil {
		t.Error("an unknown format is no error")
	}
}

func TestEveryRuleIsDocumented(t *testing.T) {
	for _, rule := range regs.Rules() {
		d := documentation(rule)
		for form, text := range map[string]string{"text": d.text(), "markdown": d.markdown()} {
			if d.provision != nil && form == "text" && !strings.Contains(text, d.provision.Quote) {
				t.Errorf("%s: the %s doesn't quote the provision", rule.ID, form)
			}
			if strings.Contains(text, "silence:") != rule.CanBeSilenced() {
				t.Errorf("%s: the %s is wrong on silencing", rule.ID, form)
			}
		}
		var b strings.Builder
		if err := ExplainRule(&b, rule); err != nil {
			t.Fatal(err)
		}
		if d.shown && (!strings.Contains(b.String(), "\nFails: ") || !strings.Contains(b.String(), "\nPasses:\n")) {
			t.Errorf("%s: no example in\n%s", rule.ID, b.String())
		}
	}
}

// A project that can't be read is an object, too, with why: a program that reads the
// output of a nightly run must not find nothing.
func TestJSONOfWhatCannotBeRead(t *testing.T) {
	var b strings.Builder
	if err := JSON(&b, unreadable()); err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatalf("%v\n%s", err, &b)
	}
	for _, key := range []string{"authority", "year", "publish_by", "days_left", "requirements", "findings", "counts"} {
		if got[key] == nil {
			t.Errorf("%s is missing:\n%s", key, &b)
		}
	}
	problems, _ := got["problems"].([]any)
	if len(problems) != 2 || !strings.Contains(b.String(), `"line": 2`) || !strings.Contains(b.String(), `"cell": "I9"`) {
		t.Errorf("problems are\n%s", &b)
	}
}

// Claims are listed as they stand in their files, tables among sentences.
func TestClaimsAreListedInOrder(t *testing.T) {
	claim := func(file string, line int, text string, v claims.Verdict) *claims.Claim {
		return &claims.Claim{Text: text, At: source.Position{File: file, Line: line, Column: 1}, Verdict: v}
	}
	var out strings.Builder
	ClaimsText(&out, &claims.Reading{Claims: []*claims.Claim{
		claim("b.yaml", 30, "a cell", claims.Contradicted), claim("b.yaml", 7, "a sentence", claims.Contradicted), claim("b.yaml", 9, "unread", claims.Unread),
		claim("a.yaml", 5, "of another file", claims.Contradicted), claim("b.yaml", 41, "the last", claims.Contradicted),
	}})
	want := "  b.yaml:7:1: contradicted: \"a sentence\": \n  b.yaml:30:1: contradicted: \"a cell\": \n  b.yaml:41:1: contradicted: \"the last\": \n  a.yaml:5:1: contradicted: \"of another file\": \n" +
		"  b.yaml:9:1: not read: \"unread\": \n5 claims: 0 confirmed, 4 contradicted, 1 not read\n"
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}
