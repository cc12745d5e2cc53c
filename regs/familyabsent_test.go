package regs

import (
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"apr/indicators"
	"apr/internal/rounds"
)

// An area of the family that the workbook has no row of is told at its place in apr.yaml, whether
// others have rows or not; the family of an authority that gives none isn't.
func TestFamilyWithoutRows(t *testing.T) {
	for name, c := range rounds.FewOf(t, map[string]struct{ family, lacks, want string }{
		"all have rows": {"  family: [Angus, Moray]\n", "Highland", ""},
		"itself":        {"  family: [Angus, Testmoor]\n", "Highland", ""},
		"one hasn't":    {"  family: [Angus, Highland]\n", "Highland", "apr.yaml:4:19: the workbook has no row of Highland, an area of the family: the family's average is that of 1 area, and ranks are without it"},
		"none has":      {"  family: [Highland]\n", "Highland", "apr.yaml:4:12: the workbook has no row of Highland, an area of the family: the family's average is that of none, and ranks are without it"},
		"no family":     {"", "Highland", ""},
	}) {
		change := "-- change/edit/apr.yaml --\n  model: integration-joint-board\n=>\n" + c.family + "  model: integration-joint-board\n"
		r := projectOf(t, archive(t, "testdata/base.txtar"), txtar.Parse([]byte(change)), "change")
		r.Workbook.Observations = slices.DeleteFunc(r.Workbook.Observations, func(o indicators.Observation) bool { return o.Area == c.lacks })
		var got []string
		for _, f := range findingsOf(r, "R0-workbook") {
			got = append(got, f.Position.String()+": "+f.Message)
		}
		if text := strings.Join(got, "\n"); text != c.want {
			t.Errorf("%s: %q; want %q", name, text, c.want)
		}
	}
}
