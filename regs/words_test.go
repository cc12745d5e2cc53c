package regs

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"apr/internal/project"
)

// long is a paragraph long enough for its return to be reported.
const long = "Safe staffing could not be kept on two wards through the winter, and the board moved twelve nurses from the day hospital to the night shift while it looked for people to take their place in the spring."

func TestAParagraphOfLastYearsIsReported(t *testing.T) {
	base := archive(t, "testdata/base.txtar")
	with := func(text string) *txtar.Archive {
		return &txtar.Archive{Files: []txtar.File{{Name: "pass/edit/narrative/regulation-3.yaml",
			Data: []byte("planning: The strategic plan is in its second year and on course.\n=>\nplanning: |\n  The plan is on course.\n\n  " + text + "\n")}}}
	}
	last := projectOf(t, base, with(long), "pass")
	same := projectOf(t, base, with(long), "pass")
	if got := found(t, same, "R0-repeated"); got != "" {
		t.Errorf("without last year's report it finds %s", got)
	}
	same.LastYear = last.Narrative
	// The other texts of both reports are the same, too.
	ofPlanning := func(r *project.Project) (all string) {
		for line := range strings.Lines(found(t, r, "R0-repeated")) {
			if strings.Contains(line, "the paragraph \"Safe staffing could not be kept on") || strings.Contains(line, "the paragraph \"The board met") {
				all += line
			}
		}
		return all
	}
	got := ofPlanning(same)
	if want := `narrative/regulation-3.yaml:52:3: the paragraph "Safe staffing could not be kept on two …" stands word by word in last year's report, at narrative/regulation-3.yaml:52:3` + "\n"; got != want {
		t.Errorf("got %s want %s", got, want)
	}
	for name, text := range map[string]string{
		"another": strings.Replace(long, "twelve", "nine", 1),
		"short":   "The board met six times.",
	} {
		r := projectOf(t, base, with(text), "pass")
		r.LastYear = projectOf(t, base, with(text), "pass").Narrative
		if name == "another" {
			r.LastYear = last.Narrative
		}
		if got := ofPlanning(r); got != "" {
			t.Errorf("%s: it finds %s", name, got)
		}
	}
}

func TestALinkIsNeitherAnOmissionNorAList(t *testing.T) {
	r := complete(year)
	r.Narrative.Reg7.Entries[0].Recommendations = nil
	wantVerdict(t, r, "7(1)(a)", Unanswered)
	r.Narrative.Reg7.Entries[0].URL = "https://inspectors.example.org/testmoor"
	r.Narrative.Reg7.Entries[0].Position = yaml(3)
	for _, id := range []string{"7(1)(a)", "7(1)(b)"} {
		wantVerdict(t, r, id, Incomplete)
	}
	if res := Check(r); res.Worst(Statutory) || len(res.unmet()) > 0 || res.CountAtLeast(Guidance) > 0 || res.CountAtLeast(Advice) != 2 {
		t.Errorf("findings %+v, unmet %+v", res.Findings, res.unmet())
	}
	r.Narrative.Reg7.Entries[0].Recommendations = complete(year).Narrative.Reg7.Entries[0].Recommendations
	wantVerdict(t, r, "7(1)(a)", Met)
	r.Narrative.Reg7 = complete(year).Narrative.Reg7
	r.Narrative.Reg7.Entries[0].Recommendations = nil
	r.Narrative.Reg7.Entries[0].URL = "https://inspectors.example.org/testmoor"
	r.Narrative.Reg7.None = true
	wantVerdict(t, r, "7(1)(a)", Nil)
}
