package regs

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// TestModels holds each kind of integration authority against its verdicts,
// requirement by requirement, with the reason where a provision doesn't apply,
// is declared to have nothing to report, or is met in a way of its own.
//
// A model is testdata/models/NAME.txtar: the changes to the project of
// testdata/base.txtar, as for the fragments of rules ("model/…"), and in "want"
// a line for each requirement: id, verdict and reason, and below it a line for
// each statutory finding with its place.
func TestModels(t *testing.T) {
	base := archive(t, "testdata/base.txtar")
	files, err := filepath.Glob("testdata/models/*.txtar")
	if err != nil || len(files) < 6 {
		t.Fatalf("%d models, %v", len(files), err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			model := archive(t, name)
			got := verdicts(Check(projectOf(t, base, model, "model")))
			if want := section(model, "want"); got != want {
				if *update {
					rewrite(t, name, model, got)
					return
				}
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

// verdicts are a result's requirements and statutory findings.
func verdicts(res *Result) string {
	var b strings.Builder
	for _, v := range res.Requirements {
		fmt.Fprintf(&b, "%s %s", v.ID, v.Verdict)
		if v.Reason != "" {
			fmt.Fprintf(&b, ": %s", v.Reason)
		}
		b.WriteByte('\n')
		for _, f := range res.Of(v.ID) {
			if f.Level == Statutory {
				fmt.Fprintf(&b, "  %s: %s\n", f.Position, f.Message)
			}
		}
	}
	return b.String()
}

// TestEveryReasonForNotApplyingIsInAModel asks that the models show each way in
// which a provision doesn't apply.
func TestEveryReasonForNotApplyingIsInAModel(t *testing.T) {
	files, err := filepath.Glob("testdata/models/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, name := range files {
		all.WriteString(section(archive(t, name), "want"))
	}
	for _, want := range []string{
		"3(a)(iii) not-applicable: 2016/17 is the first reporting year",
		"4(3) not-applicable: 2016/17 is the first reporting year",
		"6(3) not-applicable: 2016/17 is the first reporting year",
		"8(c) not-applicable: no revised strategic plan was prepared",
		"9 not-applicable: an integration joint board has no integration joint monitoring committee",
		"3(c) met: significant decisions: section 36(5) of the Act takes a lead agency out of section 36",
	} {
		if !strings.Contains(all.String(), "\n"+want) {
			t.Errorf("no model has %q", want)
		}
	}
}
