package regs

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"apr/finance"
	"apr/indicators"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/project/reference"
	"apr/internal/rounds"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

func TestAnEmptyReportIsReportedAndDoesNotPanic(t *testing.T) {
	lead := &project.Project{Config: &project.Config{Authority: project.Authority{Model: project.LeadAgency}, Year: 2025}}
	for name, r := range map[string]*project.Project{
		"nil":          nil,
		"empty":        {},
		"a project":    {Config: &project.Config{Year: 2025}},
		"lead agency":  lead,
		"nil parts":    {Config: &project.Config{Year: 2025, Localities: []project.Locality{{}, {}}, CareGroups: []string{""}}, Account: &finance.Account{}, Indicators: &indicators.Table{Series: []*indicators.Series{{}}}, Workbook: &indicators.Workbook{Problems: []*source.Problem{nil}}},
		"half entries": {Config: &project.Config{Year: 2025}, Narrative: &project.Narrative{Reg3: project.ServicePlan{Outcomes: []project.OutcomeAssessment{{}, {Outcome: -1}, {Outcome: 99}}, Principles: []project.PrincipleAssessment{{}}}, Reg7: project.Inspections{Entries: []project.Inspection{{}}}, Reg9: project.Monitoring{Entries: []project.Response{{}}}}},
	} {
		res := Check(r)
		if len(res.Requirements) != len(Requirements()) {
			t.Fatalf("%s: %d verdicts", name, len(res.Requirements))
		}
		for _, v := range res.Requirements {
			switch {
			case v.Verdict == Met || v.Verdict == Nil:
				t.Errorf("%s: %s is %s", name, v.ID, v.Verdict)
			case v.Verdict == NotApplicable && v.Reason == "":
				t.Errorf("%s: %s is not applicable without a reason", name, v.ID)
			case v.Verdict != NotApplicable && len(res.Of(v.ID)) == 0:
				t.Errorf("%s: %s is %s and no finding says why", name, v.ID, v.Verdict)
			}
		}
	}
}

func TestEveryFindingHasItsPlaceAndOneLine(t *testing.T) {
	for _, r := range []*project.Project{nil, {Config: &project.Config{Year: 2025, State: project.Final}}, {Config: &project.Config{Narrative: "text/en"}}} {
		for _, f := range Check(r).Findings {
			if f.Position.File == "" {
				t.Errorf("%s has no position: %s", f.Rule, f.Message)
			}
			if f.Message == "" || strings.ContainsAny(f.Message, "\n\t") || strings.HasSuffix(f.Message, ".") || f.Hint == "" {
				t.Errorf("%s: message %q, hint %q", f.Rule, f.Message, f.Hint)
			}
		}
	}
	r := &project.Project{Config: &project.Config{Narrative: "text/en"}}
	if f := Check(r).Of("5(1)")[0]; f.Position.File != "text/en/regulation-5.yaml" {
		t.Errorf("the missing file is %s", f.Position)
	}
}

// textsOf are settable places for texts of a report, each of which answers
// something; filling one is progress.
func textsOf(r *project.Project) []*yamlpos.Text {
	n := r.Narrative
	texts := []*yamlpos.Text{&n.Reg3.Planning, &n.Reg4.VarianceReasons, &n.Reg5.Assessment, &n.Reg5.Contribution,
		&n.Reg6.Consultation, &n.Reg8.Reasons, &n.Reg8.Changes, &n.Reg3.Introduction, &n.Reg6.Introduction, &n.Reg10.Sections[0].Text}
	for i := range n.Reg3.Outcomes {
		texts = append(texts, &n.Reg3.Outcomes[i].Assessment)
	}
	for i := range n.Reg3.Principles {
		texts = append(texts, &n.Reg3.Principles[i].Assessment)
	}
	for i := range n.Reg3.Decisions.Entries {
		texts = append(texts, &n.Reg3.Decisions.Entries[i].Reasons)
	}
	for i := range n.Reg6.Localities {
		texts = append(texts, &n.Reg6.Localities[i].Assessment)
	}
	for i := range n.Reg7.Entries[0].Recommendations {
		rec := &n.Reg7.Entries[0].Recommendations[i]
		texts = append(texts, &rec.Recommendation, &rec.Action)
	}
	for i := range n.Reg9.Entries {
		texts = append(texts, &n.Reg9.Entries[i].Recommendation, &n.Reg9.Entries[i].Response)
	}
	return texts
}

// worse orders verdicts; those that ask for nothing more are equal.
func worse(v Verdict) int {
	switch v {
	case Missing:
		return 2
	case Incomplete:
		return 1
	}
	return 0
}

func TestAddingATextNeverMakesAVerdictWorse(t *testing.T) {
	random := rand.New(rand.NewPCG(42, 4))
	stubs := []yamlpos.Text{{}, {Position: yaml(3)}, {Markdown: "TBC", Position: yaml(3)}, {Markdown: project.StubMarker + " regulation 5", Position: yaml(3)}}
	decides := func(rule Rule) bool { return rule.Requirement != "" }
	for range rounds.Of(t, 300) {
		r := complete(period.First + period.Year(random.IntN(12)))
		if random.IntN(2) == 0 {
			r.Config.Authority.Model = project.LeadAgency
		}
		r.Narrative.Reg3.Decisions = project.Decisions{Entries: []project.Decision{{Title: "Ward 2"}}}
		r.Narrative.Reg9 = project.Monitoring{Entries: []project.Response{{}}}
		r.Narrative.Reg10.Sections = []project.Story{{}}
		texts := textsOf(r)
		for _, text := range texts {
			if random.IntN(2) == 0 {
				*text = stubs[random.IntN(len(stubs))]
			}
		}
		before := checkWith(r, decides)
		random.Shuffle(len(texts), func(i, j int) { texts[i], texts[j] = texts[j], texts[i] })
		for _, filled := range texts[:6] {
			*filled = text("It went well.")
			after := checkWith(r, decides)
			for i, v := range after.Requirements {
				if was := before.Requirements[i].Verdict; worse(v.Verdict) > worse(was) {
					t.Fatalf("%s went from %s to %s", v.ID, was, v.Verdict)
				}
			}
			before = after
		}
	}
}

func TestCheckIsDeterministicAndLeavesTheReportAlone(t *testing.T) {
	for _, r := range []*project.Project{{}, {Config: &project.Config{Year: 2025}}, complete(2025)} {
		first := Check(r)
		for range rounds.Of(t, 20) {
			if again := Check(r); !reflect.DeepEqual(first, again) {
				t.Fatal("two checks of one report differ")
			}
		}
	}
	r, same := complete(2025), complete(2025)
	Check(r)
	if !reflect.DeepEqual(r, same) {
		t.Error("the report was changed")
	}
}

func TestFindingsComeWorstFirstThenInOrderOfTheLaw(t *testing.T) {
	order := map[string]int{"": 99}
	for i, q := range Requirements() {
		order[q.ID] = i
	}
	res := Check(&project.Project{Config: &project.Config{Year: 2025}, Problems: []*source.Problem{{Code: "x", Message: "z"}}})
	sorted := slices.IsSortedFunc(res.Findings, func(a, b Finding) int {
		if d := a.Level.rank() - b.Level.rank(); d != 0 {
			return d
		}
		return order[a.Requirement] - order[b.Requirement]
	})
	if !sorted {
		t.Error("they don't")
	}
	if n := res.CountAtLeast(Statutory); n == 0 || n >= res.CountAtLeast(Advice) || !res.Worst(Statutory) {
		t.Errorf("%d of %d are statutory", n, res.CountAtLeast(Advice))
	}
}

func TestProblemsOfReadersAreReportedOnce(t *testing.T) {
	mine := source.Position{File: "w.xlsx", Sheet: "Data", Cell: "I3"}
	other := source.Position{File: "w.xlsx", Sheet: "Data", Cell: "I900"}
	conflict := func(p source.Position) *source.Problem {
		return &source.Problem{Code: indicators.CodeConflict, Position: p, Message: "two values"}
	}
	r := complete(2025)
	r.Workbook = &indicators.Workbook{Problems: []*source.Problem{conflict(mine), conflict(other)}}
	r.Account.Problems = []*source.Problem{
		{Code: finance.CodeControlTotal, Position: yaml(1), Message: "a penny short"},
		{Code: finance.CodeTotalLine, Position: yaml(2), Message: "the total row differs"},
		{Code: finance.CodeUnknownLocality, Position: yaml(3), Message: "there is no West"},
	}
	r.Problems = append(slices.Clone(r.Account.Problems), r.Workbook.Problems...)
	r.Problems = append(r.Problems, &source.Problem{Code: "something-new", Position: yaml(4), Message: "a remark"},
		&source.Problem{Code: reference.NoValue, Position: yaml(5), Message: "no value"})
	var got []string
	for _, f := range Check(r).Findings {
		got = append(got, string(f.Level)+" "+f.Rule+" "+f.Position.String())
	}
	want := []string{
		"statutory R3aii-conflicting-observation w.xlsx!Data!I3",
		"statutory R4-1a-control-total test.yaml:1:1",
		"statutory R6-2-unknown-locality test.yaml:3:1",
		"advice R0-ledger test.yaml:2:1",
		"advice R0-input test.yaml:4:1",
		"advice R0-reference test.yaml:5:1",
		"advice R0-workbook w.xlsx!Data!I900",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func BenchmarkCheck(b *testing.B) {
	for name, r := range map[string]*project.Project{"complete": complete(2025), "empty": {Config: &project.Config{Year: 2025}}} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Check(r)
			}
		})
	}
}
