package regs

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"apr/indicators"
	"apr/internal/project"
	"apr/internal/rounds"
)

var update = flag.Bool("update", false, "write what is found into the fragments' want")

// goOnly are the rules without fragments, and the tests that cover them.
var goOnly = map[string]string{
	"R0-repeated": "TestAParagraphOfLastYearsIsReported: it takes two projects",
	"R0-input":    "TestProblemsOfReadersAreReportedOnce: no reader has a problem that isn't listed",
}

// A fragment is testdata/rules/ID.txtar: changes to the project of
// testdata/base.txtar with which the rule passes ("pass/…"; base itself where
// there are none) and with which it fails ("fail/…"), and in "want" where and
// with what message, one finding a line. See side for the changes.
func TestEveryRuleHasAPairOfFragments(t *testing.T) {
	base := archive(t, "testdata/base.txtar")
	ids := map[string]bool{}
	for _, rule := range Rules() {
		ids[rule.ID] = true
	}
	for _, rule := range rounds.Few(t, Rules()) {
		if goOnly[rule.ID] != "" {
			continue
		}
		t.Run(rule.ID, func(t *testing.T) {
			name := filepath.Join("testdata", "rules", rule.ID+".txtar")
			fragment := archive(t, name)
			if got := found(t, projectOf(t, base, fragment, "pass"), rule.ID); got != "" {
				t.Errorf("where it should pass it finds\n%s", got)
			}
			got := found(t, projectOf(t, base, fragment, "fail"), rule.ID)
			if want := section(fragment, "want"); got != want {
				if *update {
					rewrite(t, name, fragment, got)
					return
				}
				t.Errorf("where it should fail it finds\n%swant\n%s", got, want)
			}
			if got == "" {
				t.Error("where it should fail it finds nothing")
			}
		})
	}
	files, err := filepath.Glob("testdata/rules/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if id := strings.TrimSuffix(filepath.Base(f), ".txtar"); !ids[id] {
			t.Errorf("%s is of no rule", f)
		}
	}
}

func TestTheBaseProjectMeetsEverything(t *testing.T) {
	r := projectOf(t, archive(t, "testdata/base.txtar"), &txtar.Archive{}, "pass")
	res := Check(r)
	for _, f := range res.Findings {
		t.Errorf("%s: %s: %s", f.Position, f.Rule, f.Message)
	}
	for _, v := range res.Requirements {
		if v.Verdict != Met && v.ID != "9" {
			t.Errorf("%s is %s", v.ID, v.Verdict)
		}
		if v.Verdict == Met && len(v.Evidence) == 0 {
			t.Errorf("%s is met without evidence", v.ID)
		}
		for _, e := range v.Evidence {
			if e.File == "" || e.Line == 0 {
				t.Errorf("%s: evidence at %q", v.ID, e)
			}
		}
	}
}

func archive(t *testing.T, name string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func section(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// projectOf loads base with one side of a fragment laid over it.
func projectOf(t *testing.T, base, fragment *txtar.Archive, which string) *project.Project {
	t.Helper()
	x, err := side(base, fragment, which)
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for name, data := range x.files {
		files[name] = &fstest.MapFile{Data: data}
	}
	if w := files["data/workbook.csv"]; w != nil {
		w.Data = everyArea(w.Data)
	}
	d, err := time.Parse(time.DateOnly, x.today)
	if err != nil {
		t.Fatal(err)
	}
	r, err := project.Load(t.Context(), project.Options{Dir: "testmoor", FS: files, Today: d, Cache: kept()})
	if err != nil {
		t.Fatalf("%s: %v\nof %q", which, err, slices.Sorted(maps.Keys(files)))
	}
	return r
}

// kept has the workbook and the account of the base project, which few fragments
// change.
var kept = sync.OnceValue(project.NewCache)

// everyArea gives each area of the core suite that a workbook doesn't have
// Scotland's rows, as a real one is of all of Scotland. Most fragments have the workbook of
// the base project.
func everyArea(workbook []byte) []byte {
	if full, known := ofEveryArea.Load(string(workbook)); known {
		return full.([]byte)
	}
	out := bytes.Clone(workbook)
	for _, area := range indicators.Areas() {
		if bytes.Contains(workbook, []byte(","+area+",")) {
			continue
		}
		for row := range bytes.Lines(workbook) {
			if bytes.Contains(row, []byte(",Scotland,")) {
				out = append(out, bytes.Replace(row, []byte("Scotland"), []byte(area), 1)...)
			}
		}
	}
	ofEveryArea.Store(string(workbook), out)
	return out
}

// ofEveryArea are the workbooks that everyArea gave, by those that it was given.
var ofEveryArea sync.Map

// found are the findings of one rule, one a line. The messages of readers are
// their own, so that of those only the place counts.
func found(t *testing.T, r *project.Project, rule string) string {
	t.Helper()
	var b strings.Builder
	for _, f := range findingsOf(r, rule) {
		switch {
		case slices.ContainsFunc(inputs(), func(r Rule) bool { return r.ID == rule }):
			fmt.Fprintf(&b, "%s\n", f.Position)
		default:
			fmt.Fprintf(&b, "%s: %s\n", f.Position, f.Message)
		}
	}
	return b.String()
}

// rewrite puts what was found into the fragment.
func rewrite(t *testing.T, name string, fragment *txtar.Archive, want string) {
	t.Helper()
	files := fragment.Files[:0:0]
	for _, f := range fragment.Files {
		if f.Name != "want" {
			files = append(files, f)
		}
	}
	a := txtar.Archive{Comment: fragment.Comment, Files: append(files, txtar.File{Name: "want", Data: []byte(want)})}
	if err := os.WriteFile(name, txtar.Format(&a), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestEveryRuleHasAnExample asks that apr explain can show what its test uses.
func TestEveryRuleHasAnExample(t *testing.T) {
	for _, rule := range Rules() {
		e, ok := ExampleOf(rule.ID)
		if ok == (goOnly[rule.ID] != "") {
			t.Errorf("%s: example is %v", rule.ID, ok)
		}
		if !ok {
			continue
		}
		if e.Says == "" || e.Finds == "" || len(e.Passes) == 0 || len(e.Passes) != len(e.Fails) {
			t.Errorf("%s: the example isn't whole: %+v", rule.ID, e)
		}
		for i := range e.Passes {
			if e.Passes[i] == e.Fails[i] {
				t.Errorf("%s: %s looks the same in both", rule.ID, e.Passes[i].File)
			}
		}
	}
	if _, ok := ExampleOf("../base"); ok {
		t.Error("a path is taken for a rule")
	}
}
