package format

import (
	"strings"
	"testing"

	"apr/internal/project"
	"apr/regs"
)

// Every format says how much it leaves out.
func TestWhatIsLeftOutIsSaid(t *testing.T) {
	r := &project.Project{Config: &project.Config{Authority: project.Authority{Name: "Testmoor"}, Year: 2025}}
	whole := &regs.Result{Findings: []regs.Finding{{Rule: "R0-late", Level: regs.Advice}, {Rule: "R0-late", Level: regs.Advice}, {Rule: "R0-length", Level: regs.Advice}}}
	c := &Check{Report: r, Whole: whole, Result: &regs.Result{Findings: whole.Findings[:1]}, Narrowed: "Ailsa Bell"}
	for _, name := range Names {
		var b strings.Builder
		if err := Write(&b, name, c); err != nil {
			t.Fatal(err)
		}
		want := "2 findings left out"
		if name == JSONName {
			want = `"left_out": 2`
		}
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s doesn't say it:\n%s", name, b.String())
		}
	}
	var b strings.Builder
	if err := GitHubSummary(&b, c); err != nil || !strings.Contains(b.String(), "2 findings left out") {
		t.Errorf("the summary doesn't say it: %v\n%s", err, b.String())
	}
}
