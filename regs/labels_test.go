package regs

import (
	"context"
	"strings"
	"testing"
	"time"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Of the example, NI12 and AM1 got better since the year before and over the years, NI16
// worse; NI19 fell from 971 to 898, which is better, and is above 2020/21; NI8 got clearly
// better since 2023/24.
func TestLabels(t *testing.T) {
	r, err := project.Load(context.Background(), project.Options{Dir: "../examples/ardenmuir", Today: time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"- **Better:** emergency admissions (NI12),\n  falls (NI16).\n- **Worse:** nothing.":         `the text has NI16 under "Better"; NI16 was 25.4 in 2024/25 and 26.1 in 2025 (21.9 in 2020/21), which is worse`,
		"- **Better:** how carers feel (NI8).\n- **Worse:** delayed discharge (NI19), falls (NI16).": `the text has NI19 under "Worse"; NI19 was 971 in 2024/25 and 898 in 2025/26 (411 in 2020/21), which is better`,
		"**Improved**: falls (NI-16)":                                         `NI16 under "Improved"`,
		"Worse: emergency admissions (NI12).":                                 `NI12 under "Worse"`,
		"### What got worse\n\n- looked after children (AM1)\n- falls (NI16)": `AM1 under "What got worse"; AM1 was 81 in 2024/25 and 78 in 2025/26`,
		"**What has improved this year**\n\n- falls: {{ value \"NI16\" }}":    `NI16 under "What has improved this year"`,
		"**What didn't go so well**\n\n1. Children away from home (AM1).":     `AM1 under "What didn't go so well"`,
		"- **What went well:** falls (NI16) and admissions (NI12).":           `NI16 under "What went well"`,
		"- **Getting worse:** how carers feel (NI8).":                         `NI8 under "Getting worse"`,

		"- **Better:** emergency admissions (NI12), how carers feel (NI8), children (AM1).\n- **Worse:** falls (NI16).": "",
		"- **Better, but not good enough:** delayed discharge (NI19).":                                                  "",
		"- **Not so well:** delayed discharge (NI19).":                                                                  "",
		"- **Worse:** since 2020/21, delayed discharge (NI19).":                                                         "",
		"- **Worse:** delayed discharge (NI19) than five years ago, falls (NI16).":                                      "",
		"- **Worse than Scotland:** emergency admissions (NI12).":                                                       "",
		"Since 2020/21 this has changed:\n\n- **Worse:** delayed discharge (NI19).":                                     "",
		"- **No clear change:** falls (NI16).":                                                                          "",
		"- **Better:** emergency admissions (NI12). Falls (NI16) aren't.":                                               "",
		"- **Worse:** falls (NI16), although emergency admissions (NI12) fell.":                                         "",
		"### What got worse\n\nFalls (NI16) did. Emergency admissions (NI12) fell.":                                     "",
		"### What got worse\n\n- falls (NI16)\n\n### The rest\n\n- admissions (NI12)":                                   "",
		"- **Better care:** falls (NI16).":                                                                              "",
		"- **Worse:** A90 in winter, B12 and XY7.":                                                                      "",
		"A better year: falls (NI16) rose.":                                                                             "",
	} {
		c := *r
		n := &project.Narrative{}
		n.Opening.Glance = yamlpos.NewText(text, source.Position{File: "narrative/opening.yaml", Line: 7, Column: 5})
		c.Narrative = n
		var findings []Finding
		p := &Pass{rule: &Rule{Level: Advice}, findings: &findings}
		checkLabels(&c, p)
		var got []string
		for _, f := range findings {
			got = append(got, f.Found)
		}
		if all := strings.Join(got, "\n"); want == "" && all != "" || !strings.Contains(all, want) || len(got) > 1 {
			t.Errorf("%q: got %q, want %q", text, all, want)
		}
	}
}
