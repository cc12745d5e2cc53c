package format

import (
	"errors"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"apr/internal/project"
	"apr/internal/source"
	"apr/regs"
)

// kept has the workbooks and accounts of the projects that tests load again and again.
var kept = sync.OnceValue(project.NewCache)

// real checks a project, whole or not.
func real(t *testing.T, opts project.Options) *Check {
	t.Helper()
	opts.Today, opts.Cache = time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC), kept()
	c := &Check{Version: "0.1.0", Folder: "reports/2025-26"}
	r, err := project.Load(t.Context(), opts)
	var input *source.InputError
	switch {
	case errors.As(err, &input):
		c.Unreadable = input.Problems
	case err != nil:
		t.Fatal(err)
	default:
		c.Report, c.Result = r, regs.Check(r)
	}
	return c
}

// TestRealReportsInEveryFormat checks projects from their files on: the
// complete example, one with nothing but its name, and one that can't be read.
func TestRealReportsInEveryFormat(t *testing.T) {
	bare := fstest.MapFS{"apr.yaml": {Data: []byte("authority: {name: Falkirk}\nyear: 2025/26\n" +
		"silence:\n  - {rule: R42-4-planned-date, reason: The board meets in June.}\n")}}
	unread := fstest.MapFS{
		"apr.yaml":                    bare["apr.yaml"],
		"narrative/regulation-5.yaml": {Data: []byte("assessment: \"Größe 😀 {{ value \\\"NI99\\\" }}\"\n")},
	}
	schema := sarifSchema(t)
	for name, opts := range map[string]project.Options{
		"example": {Dir: "../../examples/carrickmoor", FS: os.DirFS("../../examples/carrickmoor")},
		"bare":    {Dir: "bare", FS: bare},
		"unread":  {Dir: "unread", FS: unread},
	} {
		if testing.Short() && name == "example" {
			t.Log("left out by -short: the example")
			continue
		}
		c := real(t, opts)
		sarif := printed(t, SARIFName, c)
		log, err := jsonschema.UnmarshalJSON(strings.NewReader(sarif))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(log); err != nil {
			t.Errorf("%s: %#v", name, err)
		}
		failures := strictly(t, printed(t, JUnitName, c))
		annotations := strings.Count("\n"+printed(t, GitHubName, c), "\n::")
		switch name {
		case "example":
			if failures.Failures != 0 || failures.Errors != 0 {
				t.Errorf("the example fails: %+v", failures)
			}
		case "bare":
			if failures.Failures < 14 || annotations != mostAnnotations+1 || !strings.Contains(sarif, `"justification": "The board meets in June."`) {
				t.Errorf("a bare project has %d failures and %d annotations", failures.Failures, annotations)
			}
		case "unread":
			// Columns count code points: the id is the 31st character of its line, with
			// letters and a face before it that are longer in bytes and in UTF-16.
			if failures.Errors != 1 || annotations != 1 || !strings.Contains(sarif, `"startColumn": 31`) {
				t.Errorf("%d errors and %d annotations of\n%s", failures.Errors, annotations, printed(t, GitHubName, c))
			}
		}
	}
}

// TestFindingsOfEveryRuleInEveryFormat finds each rule's finding again: its
// documentation in the SARIF log, itself among JUnit's cases and in the job
// summary, and annotations of the law before those of anybody else.
func TestFindingsOfEveryRuleInEveryFormat(t *testing.T) {
	c := ofEveryRule(checked(t))
	sarif := printed(t, SARIFName, c)
	log, err := jsonschema.UnmarshalJSON(strings.NewReader(sarif))
	if err != nil {
		t.Fatal(err)
	}
	if err := sarifSchema(t).Validate(log); err != nil {
		t.Errorf("%#v", err)
	}
	junit := printed(t, JUnitName, c)
	strictly(t, junit)
	var summary strings.Builder
	if err := GitHubSummary(&summary, c); err != nil {
		t.Fatal(err)
	}
	for _, r := range regs.Rules() {
		if strings.Count(sarif, `"ruleId": "`+r.ID+`"`) != 1 || strings.Count(sarif, `"id": "`+r.ID+`"`) != 1 {
			t.Errorf("SARIF doesn't have %s and its documentation once", r.ID)
		}
		if !strings.Contains(junit, r.ID) {
			t.Errorf("JUnit doesn't have %s", r.ID)
		}
		if !strings.Contains(summary.String(), "("+r.ID+")") {
			t.Errorf("the job summary doesn't have %s", r.ID)
		}
	}
	for line := range strings.Lines(printed(t, GitHubName, c)) {
		if strings.HasPrefix(line, "::warning ") {
			t.Errorf("before the law's annotations are done: %s", line)
		}
	}
}
