package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"apr/indicators"
	"apr/internal/law"
	"apr/internal/period"
	"apr/regs"
	"apr/report"
	"apr/report/compose"
	"apr/report/render"
	"apr/report/scaffold"
	"apr/report/schema"
)

// changedFrom is today's law with one row more: a year from which there are another
// delivery principle and another outcome, and two months more to publish.
func changedFrom(year period.Year) law.Table {
	now := law.Latest()
	return append(law.Current(), law.Edition{
		Since:      year.Starts(),
		Principles: append(now.Principles, law.Principle{ID: "b(xiii)", Title: "Digital", Text: "is open to those who are not online"}),
		Outcomes:   append(now.Outcomes, law.Outcome{No: 10, Title: "Digital choice", Text: "People can choose how they are in touch."}),
		Months:     6,
	})
}

// TestTheReportingYearPicksTheLaw adds a year's change in one row, and asks that the
// check and the report follow it in that year and not before.
func TestTheReportingYearPicksTheLaw(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: the example is compiled for each year")
	}
	sweepSeldom(t)
	dir := filepath.Join(t.TempDir(), "carrickmoor")
	if err := os.CopyFS(dir, os.DirFS("../../examples/carrickmoor")); err != nil {
		t.Fatal(err)
	}
	compiled := func(table law.Table) (*report.Report, string) {
		t.Helper()
		r, err := report.Compile(t.Context(), report.Options{Dir: dir, Today: time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC), Law: table, Cache: shared(), Compose: compose.Options{Draft: true}})
		if err != nil {
			t.Fatal(err)
		}
		files, err := render.Render(t.Context(), r.Document, []string{"md"})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if f.Name == "report.md" {
				return r, string(f.Data)
			}
		}
		t.Fatal("there is no report.md")
		return nil, ""
	}
	statutory := func(r *report.Report) string {
		var all []string
		for _, f := range r.Result.Findings {
			if f.Level == regs.Statutory {
				all = append(all, f.Rule+": "+f.Message)
			}
		}
		return strings.Join(all, "\n")
	}

	r, text := compiled(changedFrom(2026))
	if got := statutory(r); got != "" {
		t.Errorf("the law of 2026/27 is asked of 2025/26:\n%s", got)
	}
	if !strings.Contains(text, "publication by 31 July 2026, within 4 months") {
		t.Error("the deadline of 2025/26 has moved")
	}

	r, text = compiled(changedFrom(2025))
	want := "R3ai-all-nine: regulation 3(a)(i) wants an assessment of each national outcome; there is none of outcome 10 (Digital choice)\n" +
		"R3b-all-thirteen: regulation 3(b) wants an assessment against each delivery principle of section 31(1); there is none of b(xiii) (Digital)"
	if got := statutory(r); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !strings.Contains(text, "publication by 30 September 2026, within 6 months") {
		t.Error("the report doesn't tell the new deadline")
	}

	file := filepath.Join(dir, "narrative", "regulation-3.yaml")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for key, entry := range map[string]string{
		"outcomes:\n":   "  - outcome: 10\n    assessment: The plan paid for telephones beside the portal.\n",
		"principles:\n": "  - principle: b(xiii)\n    assessment: The plan kept two counters open, at a cost of two posts.\n",
	} {
		if bytes.Count(data, []byte("\n"+key)) != 1 {
			t.Fatalf("%s has %q not once", file, key)
		}
		data = bytes.Replace(data, []byte("\n"+key), []byte("\n"+key+entry), 1)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	r, text = compiled(changedFrom(2025))
	if got := statutory(r); got != "" {
		t.Errorf("answered, it finds\n%s", got)
	}
	for _, printed := range []string{"Digital", "two counters open", "People can choose how they are in touch.", "telephones beside the portal"} {
		if !strings.Contains(text, printed) {
			t.Errorf("the report doesn't print %q", printed)
		}
	}
	if _, err := report.Compile(t.Context(), report.Options{Dir: dir, Today: r.Project.Today, Cache: shared()}); err == nil || !strings.Contains(err.Error(), "b(xiii)") {
		t.Errorf("under today's law b(xiii) is a mistake; got %v", err)
	}
}

// TestNewProjectsAndSchemasFollowTheLaw asks the same of what editors and init make.
func TestNewProjectsAndSchemasFollowTheLaw(t *testing.T) {
	for _, c := range []struct {
		from    period.Year
		changed bool
	}{{2025, true}, {2026, false}} {
		table := changedFrom(c.from)
		data, err := schema.Generate("regulation-3", table.For(2025))
		if err != nil {
			t.Fatal(err)
		}
		if got := bytes.Contains(data, []byte(`"b(xiii)"`)) && bytes.Contains(data, []byte(`"maximum": 10`)); got != c.changed {
			t.Errorf("changed from %s: the schema has the change: %v", c.from, got)
		}
		dir := filepath.Join(t.TempDir(), "falkirk")
		falkirk, _, _ := indicators.FindAuthority("Falkirk")
		opts := scaffold.Options{Dir: dir, Authority: falkirk, Year: 2025, Law: table}
		if _, err := scaffold.Make(t.Context(), opts); err != nil {
			t.Fatal(err)
		}
		if got := opts.Edition().PublishBy(2025).Month() == time.September; got != c.changed {
			t.Errorf("changed from %s: to be published by September: %v", c.from, got)
		}
		for name, want := range map[string]string{"narrative/regulation-3.yaml": "b(xiii)", ".apr/schema/regulation-3.json": "b(xiii)", "apr.yaml": "2026-09-30"} {
			data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
			if err != nil {
				t.Fatal(err)
			}
			if got := bytes.Contains(data, []byte(want)); got != c.changed {
				t.Errorf("changed from %s: %s has %s: %v", c.from, name, want, got)
			}
		}
	}
}
