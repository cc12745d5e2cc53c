package regs

import (
	"slices"
	"strings"
	"testing"
	"time"

	"apr/finance"
	"apr/indicators"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/rounds"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// The traps of the law: what a plausible reading of the regulations gets wrong.

const year = period.Year(2025)

func verdictOf(t *testing.T, r *project.Project, id string) *RequirementVerdict {
	t.Helper()
	v := checkWith(r, func(rule Rule) bool { return rule.Requirement != "" }).ByID(id)
	if v == nil {
		t.Fatalf("no verdict on %s", id)
	}
	return v
}

func wantVerdict(t *testing.T, r *project.Project, id string, want Verdict) {
	t.Helper()
	if v := verdictOf(t, r, id); v.Verdict != want {
		t.Errorf("%s is %s (%s); want %s", id, v.Verdict, v.Reason, want)
		for _, f := range Check(r).Of(id) {
			t.Logf("%s: %s: %s", f.Position, f.Rule, f.Message)
		}
	}
}

func TestACompleteReportHasNoFinding(t *testing.T) {
	for _, y := range []period.Year{period.First, 2018, 2025} {
		res := Check(complete(y))
		for _, f := range res.Findings {
			t.Errorf("%s: %s: %s: %s", y, f.Rule, f.Position, f.Message)
		}
		if unmet := res.unmet(); len(unmet) > 0 || res.Worst(Advice) {
			t.Errorf("%s: unmet %v", y, unmet)
		}
	}
}

func TestProportionsAreOfTheAmountPaidOrSetAsideAndMayPassAHundredPercent(t *testing.T) {
	r := complete(year)
	r.Account.Funding = known(60_00) // spend is £100
	wantVerdict(t, r, "4(1)(b)", Met)
	wantVerdict(t, r, "6(2)", Met)

	r.Account.Funding = finance.Amount{} // total spend is known, and isn't the base
	wantVerdict(t, r, "4(1)(b)", Missing)
	wantVerdict(t, r, "6(2)", Missing)
	wantVerdict(t, r, "4(1)(a)", Met)
}

func TestCareGroupsCutAcrossAndAreNeverAddedIn(t *testing.T) {
	r := complete(year)
	r.Config.CareGroups = []string{"Older people", "Adults with a learning disability"}
	for _, g := range r.Config.CareGroups {
		l := r.Account.Matters[0]
		l.ID, l.Name, l.Spend = g, g, known(90_00)
		r.Account.CareGroups = append(r.Account.CareGroups, l)
	}
	// £180 on care groups next to a spend of £100 contradicts nothing.
	if res := Check(r); len(res.Findings) > 0 {
		t.Errorf("got %+v", res.Findings)
	}
	wantVerdict(t, r, "4(1)(a)", Met)
}

func TestCareGroupsAreWantedOnlyWhereIdentified(t *testing.T) {
	r := complete(year)
	wantVerdict(t, r, "4(1)(a)", Met)
	r.Config.CareGroups = []string{"Older people"}
	wantVerdict(t, r, "4(1)(a)", Incomplete)
	wantVerdict(t, r, "4(1)(b)", Incomplete)
	wantVerdict(t, r, "4(3)", Incomplete)
}

func TestZeroSpendOnAMatterHasToBeDeliberate(t *testing.T) {
	r := complete(year)
	r.Account.Matters[3].Spend = finance.Amount{Known: true} // a rule names it, no line belongs to it
	r.Account.Spend = known(80_00)
	res := Check(r)
	if got := findings(res, "R4-1a-matter"); len(got) != 1 || !strings.Contains(got[0], "4(2)(d)") {
		t.Errorf("got %q", got)
	}
	zero := known(0) // a ledger line of 0.00
	r.Account.Matters[3].Spend = zero
	wantVerdict(t, r, "4(1)(a)", Met)
	wantVerdict(t, r, "4(1)(b)", Met)
}

func TestSpendThatBelongsToNoMatterIsNeverDropped(t *testing.T) {
	r := complete(year)
	r.Account.Spend = known(107_50)
	r.Account.Ledgers = []finance.Ledger{{File: "data/nhs.csv", Kind: finance.Actual, Year: year, Unclassified: 3, UnclassifiedTotal: 7_50,
		Position: yaml(4), Largest: []finance.UnclassifiedGroup{{CostCentre: "0042", Description: "Podiatry", Lines: 2, Total: 7_00,
			Position: source.Position{File: "data/nhs.csv", Line: 17}}}}}
	res := Check(r)
	i := slices.IndexFunc(res.Findings, func(f Finding) bool { return f.Rule == "R4-1a-unclassified" })
	if i < 0 {
		t.Fatal("no finding")
	}
	f := res.Findings[i]
	if f.Level != Statutory || f.Position != yaml(4) || len(f.Related) != 1 || f.Related[0].Position.Line != 17 ||
		!strings.Contains(f.Message, "3 lines, £7.50") || f.Related[0].Message != "cost centre 0042 Podiatry: 2 lines, £7.00" {
		t.Errorf("got %+v", f)
	}
}

func TestVarianceOfZeroIsNil(t *testing.T) {
	r := complete(year)
	r.Narrative.Reg4 = project.FinanceText{}
	wantVerdict(t, r, "4(1)(c)", Incomplete)
	r.Account.Plan = r.Account.Spend
	wantVerdict(t, r, "4(1)(c)", Nil)
	r.Account.Plan = finance.Amount{}
	wantVerdict(t, r, "4(1)(c)", Missing)
}

func TestReasonsNameTheDirectionAndTheExactAmount(t *testing.T) {
	r := complete(year)
	r.Narrative.Reg4 = project.FinanceText{}
	for plan, want := range map[finance.Money]string{99_99: "overspend of £0.01", 102_00: "underspend of £2.00"} {
		r.Account.Plan = known(plan)
		f := Check(r).Of("4(1)(c)")
		if len(f) != 1 || !strings.Contains(f[0].Message, want) || len(f[0].Related) != 2 || f[0].Related[0].Position != r.Account.Plan.Position {
			t.Errorf("got %+v; want %q with the plan and the spend", f, want)
		}
	}
}

func TestTheFiveYearComparisonCoversProportionsAndVarianceNotAmounts(t *testing.T) {
	r := complete(year)
	for i := range r.Account.Matters {
		l := &r.Account.Matters[i]
		l.Years = l.Years[len(l.Years)-1:] // the reporting year alone
	}
	wantVerdict(t, r, "4(1)(a)", Met)
	wantVerdict(t, r, "4(1)(b)", Met)
	wantVerdict(t, r, "4(3)", Incomplete) // the variance is there
	if got := foundBy(r, "R4-3-matter"); len(got) != 5 || !strings.Contains(got[0], "2020/21, 2021/22, 2022/23, 2023/24 and 2024/25") {
		t.Errorf("got %q", got)
	}
}

func TestAtLeastFiveYearsAllowsMore(t *testing.T) {
	r := complete(year)
	r.Account.Years = append([]finance.YearTotals{{Year: 2019, Spend: known(1), Plan: known(1), Funding: known(1)}}, r.Account.Years...)
	wantVerdict(t, r, "4(3)", Met)
}

func TestFewerThanFivePrecedingYearsMeansAllOfThem(t *testing.T) {
	r := complete(2018)
	for _, id := range []string{"3(a)(iii)", "4(3)", "6(3)"} {
		wantVerdict(t, r, id, Met)
	}
	r.Account.Years = r.Account.Years[1:] // 2016/17 is gone
	wantVerdict(t, r, "4(3)", Incomplete)
	wantVerdict(t, r, "6(3)", Incomplete)
}

func TestTheFirstReportingYearHasNothingToCompareWith(t *testing.T) {
	r := complete(period.First)
	for _, id := range []string{"3(a)(iii)", "4(3)", "6(3)"} {
		v := verdictOf(t, r, id)
		if v.Verdict != NotApplicable || !strings.Contains(v.Reason, "first reporting year") {
			t.Errorf("%s is %s (%s)", id, v.Verdict, v.Reason)
		}
	}
}

func TestAnswersOtherThanAValueCompleteTheComparison(t *testing.T) {
	for status, want := range map[indicators.Status]Verdict{
		indicators.NoSurvey: Met, indicators.NotComparable: Met, indicators.NotPublished: Met, indicators.NotReported: Met,
		indicators.Suppressed: Met, indicators.Missing: Incomplete,
	} {
		r := complete(year)
		pt := &r.Indicators.Series[0].Points[2]
		pt.Status, pt.Value = status, nil
		if v := verdictOf(t, r, "3(a)(iii)"); v.Verdict != want {
			t.Errorf("with %s in 2022/23 it is %s; want %s", status, v.Verdict, want)
		}
	}
}

func TestAGapOfTheCoreSuiteIsGuidanceAndNoIndicatorAtAllIsStatutory(t *testing.T) {
	r := complete(year)
	empty := &indicators.Series{Indicator: indicators.Indicator{ID: "NI1", Reported: true}}
	ended := &indicators.Series{Indicator: indicators.Indicator{ID: "NI20", Reported: true, LastYear: 2019}}
	never := &indicators.Series{Indicator: indicators.Indicator{ID: "NI10"}}
	for _, w := range period.Window(year) {
		for _, s := range []*indicators.Series{empty, ended, never} {
			s.Points = append(s.Points, indicators.Point{Year: w, Status: indicators.Missing})
		}
	}
	r.Indicators.Series = append(r.Indicators.Series, empty, ended, never)
	if got := foundBy(r, "R3aii-core-suite"); len(got) != 1 || !strings.Contains(got[0], "NI1 ") {
		t.Errorf("got %q", got)
	}
	wantVerdict(t, r, "3(a)(ii)", Met)
	wantVerdict(t, r, "3(a)(iii)", Met)
	r.Indicators.Series = r.Indicators.Series[1:]
	wantVerdict(t, r, "3(a)(ii)", Missing)
	wantVerdict(t, r, "3(a)(iii)", Missing)
}

func TestALeadAgencyAssessesPlanningAndReportsNoSection36Decisions(t *testing.T) {
	r := complete(year)
	r.Config.Authority.Model = project.LeadAgency
	r.Narrative.Reg3.Decisions = project.Decisions{}
	v := verdictOf(t, r, "3(c)")
	if v.Verdict != Met || !strings.Contains(v.Reason, "36(5)") {
		t.Errorf("it is %s (%s)", v.Verdict, v.Reason)
	}
	r.Narrative.Reg3.Planning = yamlpos.Text{}
	wantVerdict(t, r, "3(c)", Missing)

	r = complete(year) // a joint board is asked; the law says where applicable
	r.Narrative.Reg3.Decisions = project.Decisions{}
	wantVerdict(t, r, "3(c)", Unanswered)
}

func TestOnlyALeadAgencyHasAMonitoringCommittee(t *testing.T) {
	r := complete(year)
	r.Narrative.Reg9 = project.Monitoring{}
	wantVerdict(t, r, "9", NotApplicable)

	r.Config.Authority.Model = project.LeadAgency
	wantVerdict(t, r, "9", Unanswered)
	r.Narrative.Reg9.None = true
	wantVerdict(t, r, "9", Nil)
	r.Narrative.Reg9 = project.Monitoring{Entries: []project.Response{{Recommendation: text("Do."), Response: text("Done.")}}}
	wantVerdict(t, r, "9", Met)
}

func TestSilenceIsUnansweredAndANilReturnIsAnAnswer(t *testing.T) {
	r := complete(year)
	r.Narrative.Reg7, r.Narrative.Reg8 = project.Inspections{}, project.PlanReview{}
	ids := []string{"7(1)(a)", "7(1)(b)", "8(a)", "8(b)", "8(c)"}
	for _, id := range ids {
		wantVerdict(t, r, id, Unanswered)
	}
	res := Check(r)
	if res.Worst(Guidance) {
		t.Errorf("silence is a breach: %+v", res.Findings[0])
	}
	if len(res.Open(project.Final)) != len(ids) || res.Open(project.Provisional) != nil {
		t.Errorf("open in a final report: %+v", res.Open(project.Final))
	}
	// A silenced finding answers nothing.
	for _, rule := range []string{"R7-1a-unanswered", "R7-1b-unanswered", "R8a-unanswered", "R8b-unanswered", "R8c-unanswered"} {
		r.Config.Silence = append(r.Config.Silence, project.Silence{Rule: rule, Reason: "We have nothing to say."})
	}
	if res := Check(r); len(res.Silenced) != len(ids) || len(res.Open(project.Final)) != len(ids) {
		t.Errorf("%d silenced, %d open", len(res.Silenced), len(res.Open(project.Final)))
	}
	r.Narrative.Reg7.None, r.Narrative.Reg8.None = true, true
	for _, id := range ids {
		if v := verdictOf(t, r, id); v.Verdict != Nil || !strings.HasPrefix(v.Reason, "declared: ") {
			t.Errorf("%s is %s (%s)", id, v.Verdict, v.Reason)
		}
	}
}

func TestAnInspectionWithoutRecommendationsNextToANilReturnIsNoContradiction(t *testing.T) {
	r := complete(year)
	r.Narrative.Reg7.None = true
	r.Narrative.Reg7.Entries[0].Recommendations = nil
	wantVerdict(t, r, "7(1)(a)", Nil)
	wantVerdict(t, r, "7(1)(b)", Nil)
}

func TestScrutinyBodiesAreThoseOfRegulation7(t *testing.T) {
	for body, want := range rounds.FewOf(t, map[string]bool{
		"Healthcare Improvement Scotland": true, "HIS": true, "The Care Inspectorate": true, "care inspectorate": true,
		"Social Care and Social Work Improvement Scotland": true, "Audit Scotland": true, "Accounts Commission for Scotland": true,
		"Care Inspectorate & Healthcare Improvement Scotland": true, "Care Inspectorate with HMICS": true,
		"Scottish Housing Regulator":    true, // by the guidance, with a note
		"Mental Welfare Commission":     false,
		"HM Inspectorate of Prisons":    false,
		"Healthcare Improvment Scotand": false,
	}) {
		r := complete(year)
		r.Narrative.Reg7.Entries[0].Body = body
		if got := len(foundBy(r, "R7-1a-body")) == 0; got != want {
			t.Errorf("%q: allowed is %v; want %v", body, got, want)
		}
		wantVerdict(t, r, "7(1)(a)", Met)
	}
}

func TestWithoutARevisedPlanThereAreNoChangesToDescribe(t *testing.T) {
	r := complete(year)
	no := false
	r.Narrative.Reg8 = project.PlanReview{Reasons: text("It ends."), RevisedPlan: &no}
	wantVerdict(t, r, "8(b)", Met)
	wantVerdict(t, r, "8(c)", NotApplicable)
	r.Narrative.Reg8.Changes = text("A chapter.")
	wantVerdict(t, r, "8(c)", Incomplete)
}

func TestAReviewNotSaidToHaveRevisedThePlan(t *testing.T) {
	r := complete(year)
	r.Narrative.Reg8 = project.PlanReview{Reasons: text("It ends.")}
	wantVerdict(t, r, "8(a)", Met)
	wantVerdict(t, r, "8(b)", Missing)
	wantVerdict(t, r, "8(c)", Missing)
	// With none: true the reasons are those for which no review was due.
	r.Narrative.Reg8.None = true
	for _, id := range []string{"8(a)", "8(b)", "8(c)"} {
		wantVerdict(t, r, id, Nil)
	}
	r.Narrative.Reg8.Changes = text("Prevention has its own chapter.")
	wantVerdict(t, r, "8(a)", Incomplete)
}

func TestTheLawSaysForOfEachLocality(t *testing.T) {
	for _, q := range Requirements() {
		if q.ID == "6(2)" && !strings.Contains(q.Quote, "for of each locality") {
			t.Errorf("the quotation was mended: %q", q.Quote)
		}
	}
}

func TestUnallocatedSpendNeedsAnExplanation(t *testing.T) {
	r := complete(year)
	r.Account.Unallocated = finance.Line{Spend: known(30_00)}
	if got := foundBy(r, "R6-2-unallocated"); len(got) != 1 || !strings.Contains(got[0], "£30.00") {
		t.Errorf("got %q", got)
	}
	wantVerdict(t, r, "6(2)", Met) // the law leaves the method open
	r.Narrative.Reg6.Introduction = text("Hosted services and set-aside belong to no single locality and are left unallocated.")
	if got := foundBy(r, "R6-2-unallocated"); len(got) != 0 {
		t.Errorf("got %q", got)
	}
}

func TestPublication(t *testing.T) {
	at := func(s string) time.Time { d, _ := time.Parse(time.DateOnly, s); return d }
	for _, c := range rounds.Few(t, []struct {
		name, today, date string
		state             project.State
		copies            int
		want              Verdict
		statutory         bool
	}{
		{"a draft without a date, before the deadline", "2026-06-01", "", project.Draft, 2, Incomplete, false},
		{"a draft with a date and copies planned", "2026-06-01", "2026-07-31", project.Draft, 2, Met, false},
		{"no state is a draft", "2026-06-01", "2026-07-31", "", 2, Met, false},
		{"a draft without copies planned", "2026-06-01", "2026-07-31", project.Draft, 1, Incomplete, false},
		{"a draft planned too late", "2026-06-01", "2026-08-01", project.Draft, 2, Incomplete, true},
		{"a draft whose day has passed", "2026-07-20", "2026-07-10", project.Draft, 2, Incomplete, false},
		{"a draft on the last day", "2026-07-31", "2026-07-31", project.Draft, 2, Met, false},
		{"a draft after the deadline", "2026-08-01", "2026-07-31", project.Draft, 2, Incomplete, true},
		{"a draft after the deadline without a date", "2026-08-01", "", project.Draft, 0, Missing, true},
		{"a provisional report published in time", "2026-08-01", "2026-07-31", project.Provisional, 2, Met, false},
		{"a provisional report published without copies", "2026-08-01", "2026-07-31", project.Provisional, 0, Incomplete, true},
		{"a provisional report to come, without copies", "2026-07-01", "2026-07-31", project.Provisional, 0, Incomplete, false},
		{"a final report", "2027-01-01", "2026-07-31", project.Final, 2, Met, false},
		{"a final report, late", "2027-01-01", "2026-09-01", project.Final, 2, Incomplete, true},
		{"a final report without a date", "2026-07-01", "", project.Final, 2, Incomplete, true},
		{"a final report without a date or copies", "2026-07-01", "", project.Final, 0, Missing, true},
		{"a final report without copies", "2026-07-01", "2026-07-01", project.Final, 1, Incomplete, true},
		{"a date before the year has ended", "2026-07-01", "2025-07-01", project.Final, 2, Incomplete, true},
		{"a date that is none", "2026-07-01", "July", project.Final, 2, Incomplete, true},
		{"a date that is none, in a draft", "2026-07-01", "31/07/2026", project.Draft, 2, Incomplete, false},
	}) {
		r := complete(year)
		r.Today, r.Config.State, r.Config.Publication.Date = at(c.today), c.state, c.date
		r.Config.Publication.Copies = r.Config.Publication.Copies[:c.copies]
		res := Check(r)
		statutory := slices.ContainsFunc(res.Of("42(4)"), func(f Finding) bool { return f.Level == Statutory })
		if got := res.ByID("42(4)").Verdict; got != c.want || statutory != c.statutory {
			t.Errorf("%s: %s, statutory %v; want %s, %v", c.name, got, statutory, c.want, c.statutory)
		}
		if unmet := len(res.unmet()) > 0; unmet != c.statutory {
			t.Errorf("%s: unmet is %v", c.name, unmet)
		}
	}
}

func TestCopiesOfALeadAgencyGoToTheMonitoringCommittee(t *testing.T) {
	r := complete(year)
	r.Config.Authority.Model = project.LeadAgency
	wantVerdict(t, r, "42(4)", Incomplete)
	r.Config.Publication.Copies = []project.Copy{{To: "Highland Integration Joint Monitoring Committee"}}
	wantVerdict(t, r, "42(4)", Met)
}

func TestABoardOfTwoCouncilsGivesEachACopy(t *testing.T) {
	r := complete(year)
	r.Config.Authority.Councils = []string{"Clackmannanshire Council", "Stirling Council"}
	r.Config.Publication.Copies = []project.Copy{{To: "The Stirling Council"}, {To: "NHS  test"}}
	if got := foundBy(r, "R42-4-copies"); len(got) != 1 || !strings.Contains(got[0], "Clackmannanshire Council") || strings.Contains(got[0], "Stirling") {
		t.Errorf("got %q", got)
	}
}

func TestANilReturnNextToEntriesIsAContradiction(t *testing.T) {
	for id, contradict := range map[string]func(n *project.Narrative){
		"3(c)": func(n *project.Narrative) {
			n.Reg3.Decisions.Entries = []project.Decision{{Position: yaml(12), Reasons: text("Staffing.")}}
		},
		"7(1)(a)": func(n *project.Narrative) {
			n.Reg7.None = true
			n.Reg7.Entries[0].Recommendations[0].Position = yaml(12)
		},
		"9": func(n *project.Narrative) {
			n.Reg9.Entries = []project.Response{{Position: yaml(12), Recommendation: text("Do."), Response: text("Done.")}}
		},
	} {
		r := complete(year)
		if id == "9" {
			r.Config.Authority.Model = project.LeadAgency
		}
		contradict(r.Narrative)
		wantVerdict(t, r, id, Incomplete)
		f := Check(r).Of(id)
		if len(f) != 1 || f[0].Level != Statutory || len(f[0].Related) != 1 || f[0].Related[0].Position != yaml(12) {
			t.Errorf("%s: got %+v", id, f)
		}
	}
}

func TestAnAccountOfEarlierYearsAloneAnswersNothingOfThisYear(t *testing.T) {
	r := complete(year)
	r.Account.Spend, r.Account.Plan = finance.Amount{}, finance.Amount{}
	for i := range r.Account.Matters {
		r.Account.Matters[i].Spend = finance.Amount{}
	}
	for i := range r.Account.Localities {
		r.Account.Localities[i].Spend = finance.Amount{}
	}
	for _, id := range []string{"4(1)(a)", "4(1)(b)", "4(1)(c)", "6(2)"} {
		wantVerdict(t, r, id, Missing)
	}
	wantVerdict(t, r, "4(3)", Met)
	wantVerdict(t, r, "6(3)", Met)

	r.Account.Plan = known(99_00)
	wantVerdict(t, r, "4(1)(c)", Incomplete)
}

// Section 59(b) and (c): the health board or the council is the authority itself.
func TestALeadBoardOrCouncilIsTheAuthority(t *testing.T) {
	r := complete(year)
	a := &r.Config.Authority
	for _, c := range rounds.Few(t, []struct {
		model project.Model
		name  string
		found bool
	}{
		{project.LeadHealthBoard, "NHS Test", false}, {project.LeadHealthBoard, "Test Health Board", false}, {project.LeadHealthBoard, "Testmoor Council", true},
		{project.LeadCouncil, "Testmoor Council", false}, {project.LeadCouncil, "NHS Test", true}, {project.LeadAgency, "Testmoor Partnership", false},
	}) {
		a.Model, a.Name = c.model, c.name
		if got := slices.ContainsFunc(Check(r).Findings, func(f Finding) bool { return f.Rule == "R42-4-authority" }); got != c.found {
			t.Errorf("%s, %s: found is %v", c.model, c.name, got)
		}
	}
}

// Section 42(5)(c): the committee and the other authority; of several councils the
// others.
func TestCopiesOfALeadBoardOrCouncil(t *testing.T) {
	r := complete(year)
	a := &r.Config.Authority
	a.Councils = []string{"Testmoor Council", "Northmoor Council"}
	for _, c := range []struct {
		model project.Model
		name  string
		want  []string
	}{
		{project.LeadHealthBoard, "NHS Test", []string{monitoringCommittee, "Testmoor Council", "Northmoor Council"}},
		{project.LeadCouncil, "Northmoor Council", []string{monitoringCommittee, "Testmoor Council", "NHS Test"}},
		{project.LeadAgency, "Testmoor", []string{monitoringCommittee}},
		{project.JointBoard, "Testmoor", []string{"Testmoor Council", "Northmoor Council", "NHS Test"}},
	} {
		a.Model, a.Name = c.model, c.name
		if got := owed(r); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q; want %q", c.model, got, c.want)
		}
	}
}

// A name that says what the authority is goes before the model, either way.
func TestTheModelIsThatOfTheName(t *testing.T) {
	r := complete(year)
	a := &r.Config.Authority
	for _, c := range []struct {
		model project.Model
		name  string
		found bool
	}{
		{project.JointBoard, "Testmoor Lead Agency", true}, {"", "Testmoor Lead Agency", true}, {project.LeadAgency, "Testmoor Lead Agency", false},
		{project.JointBoard, "Testmoor Partnership", false}, {project.LeadAgency, "Testmoor Integration Joint Board", true},
	} {
		a.Model, a.Name = c.model, c.name
		if got := slices.ContainsFunc(Check(r).Findings, func(f Finding) bool { return f.Rule == "R42-4-model" }); got != c.found {
			t.Errorf("%s, %s: found is %v", c.model, c.name, got)
		}
	}
}
