package regs

import (
	"time"

	"apr/finance"
	"apr/indicators"
	"apr/internal/law"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// The fixtures of this file are built in Go, for what is said best in numbers;
// texts, files and positions are tested by the fragments in testdata/rules.

func text(s string) yamlpos.Text {
	return yamlpos.Text{Markdown: s, Position: source.Position{File: "narrative/text.yaml", Line: 1, Column: 1}}
}

func yaml(line int) source.Position { return source.Position{File: "test.yaml", Line: line, Column: 1} }

// complete is a report for a year that meets every requirement.
func complete(y period.Year) *project.Project {
	yes := true
	n := &project.Narrative{
		Reg4: project.FinanceText{VarianceReasons: text("Agency nursing.")},
		Reg5: project.BestValue{Assessment: text("Costs fell by a tenth."), Contribution: text("Joint planning saved two offices."), Efficiencies: text("Two offices could be one.")},
		Reg6: project.LocalityText{Consultation: text("Groups met, as Planning with People asks."), Localities: []project.LocalityAssessment{
			{Locality: "North", Assessment: text("The North group won a clinic."), Measures: text("31 of 40 were seen.")},
			{Locality: "South", Assessment: text("The South group kept its bus."), Measures: text("44 of 50 were seen.")}}},
		Reg7: project.Inspections{Entries: []project.Inspection{{Body: "Care Inspectorate", Service: "Care at home",
			Recommendations: []project.Recommendation{{Recommendation: text("Review plans."), Action: text("Reviewed.")}}}}},
		Reg8: project.PlanReview{Reasons: text("It ends."), RevisedPlan: &yes, Changes: text("Prevention has its own chapter.")},
		Reg9: project.Monitoring{None: true},
		Reg10: project.Further{Framework: text("Each locality assessed itself."), Learning: text("Ask earlier."),
			GoodPractice: []project.GoodPractice{{Title: "Breakfast visits", Submitted: y.Ends().Format(time.DateOnly)}}},
	}
	n.Reg3.Feedback = text("People praised the nurses.")
	n.Reg3.Planning = text("The plan is in its second year.")
	n.Reg3.Decisions = project.Decisions{None: true, Position: yaml(9)}
	for i, o := range law.For(y).Outcomes {
		n.Reg3.Outcomes = append(n.Reg3.Outcomes, project.OutcomeAssessment{Outcome: o.No, Assessment: text("Money went to " + gains[i] + ".")})
	}
	for i, q := range law.For(y).Principles {
		n.Reg3.Principles = append(n.Reg3.Principles, project.PrincipleAssessment{Principle: q.ID, Assessment: text("The plan paid for " + gains[len(gains)-1-i] + ".")})
	}
	date := law.For(y).PublishBy(y).Format(time.DateOnly)
	return &project.Project{
		Config: &project.Config{
			Authority: project.Authority{Name: "Testmoor", Model: project.JointBoard, Councils: []string{"Testmoor Council"}, HealthBoard: "NHS Test"},
			Year:      y, State: project.Final,
			Localities:    []project.Locality{{Name: "North"}, {Name: "South"}},
			StrategicPlan: project.StrategicPlan{Priorities: []project.Priority{{Name: "Home first", Outcomes: []int{2}, Indicators: []string{"NI12"}}}},
			Accessibility: project.Accessibility{Statement: "https://testmoor.example.org/accessibility", Contact: "Jo Bell", NoneKnown: true,
				Versions: []project.Version{{Version: "Large print", How: "By post."}}},
			Publication: project.Publication{Date: date, Approved: y.Ends().AddDate(0, 2, 0).Format(time.DateOnly), URL: "https://testmoor.example.org", Assessed: "By readers in May.", NationalSite: "https://hscscotland.example.org/testmoor",
				Copies: []project.Copy{{To: "Testmoor Council", Date: date}, {To: "NHS Test", Date: date}}},
		},
		Narrative:  n,
		Indicators: table(y),
		Account:    account(y),
		Today:      law.For(y).PublishBy(y),
	}
}

// gains are what the money of the fixtures went to.
var gains = []string{"falls classes", "carers", "nurses at night", "alarms", "interpreters", "advocates", "buses", "clinics", "lifts", "choirs", "gardens",
	"kitchens", "telephones", "boats"}

// table has one indicator with a value for each year of the window.
func table(y period.Year) *indicators.Table {
	s := &indicators.Series{Indicator: indicators.Indicator{ID: "NI12", Title: "Emergency admissions", Reported: true}}
	for i, w := range period.Window(y) {
		v := 11_000 - float64(i)
		s.Points = append(s.Points, indicators.Point{Year: w, Status: indicators.HasValue, Value: &v,
			Position: source.Position{File: "w.xlsx", Sheet: "Data", Cell: "I" + string(rune('2'+i))}})
	}
	return &indicators.Table{Area: "Testmoor", Year: y, Window: period.Window(y), Series: []*indicators.Series{s}}
}

// known is an amount that a ledger line holds.
func known(pence finance.Money) finance.Amount {
	return finance.Amount{Money: pence, Known: true, Lines: 1, Files: []string{"data/ledger.csv"},
		Position: source.Position{File: "data/ledger.csv", Line: 2}}
}

// account has five matters of £20 each, two localities of £50, and £100 paid to
// or set aside, in each year of the window; planned spending was £99.
func account(y period.Year) *finance.Account {
	a := &finance.Account{Year: y, Spend: known(100_00), Plan: known(99_00), Funding: known(100_00)}
	line := func(id string, spend finance.Money) finance.Line {
		l := finance.Line{ID: id, Name: id, Spend: known(spend)}
		for _, w := range period.Window(y) {
			l.Years = append(l.Years, finance.YearAmount{Year: w, Spend: known(spend), Funding: known(100_00)})
		}
		return l
	}
	for _, m := range finance.Matters {
		a.Matters = append(a.Matters, line(string(m), 20_00))
	}
	a.Localities = []finance.Line{line("North", 50_00), line("South", 50_00)}
	for _, w := range period.Window(y) {
		a.Years = append(a.Years, finance.YearTotals{Year: w, Spend: known(100_00), Plan: known(99_00), Funding: known(100_00)})
	}
	return a
}

// foundBy are the messages of what a rule finds in a project.
func foundBy(r *project.Project, rule string) []string {
	return findings(&Result{Findings: findingsOf(r, rule)}, rule)
}

// findings are the ids and messages of a result's findings of a rule.
func findings(res *Result, rule string) []string {
	var messages []string
	for _, f := range res.Findings {
		if f.Rule == rule {
			messages = append(messages, f.Message)
		}
	}
	return messages
}

// unmet are the requirements that a statutory finding leaves missing or
// incomplete: those for which a build is refused. A requirement that is
// incomplete because it can't be met yet isn't among them.
func (res *Result) unmet() []RequirementVerdict {
	statutory := map[string]bool{}
	for _, f := range res.Findings {
		if f.Level == Statutory {
			statutory[f.Requirement] = true
		}
	}
	var unmet []RequirementVerdict
	for _, v := range res.Requirements {
		if statutory[v.ID] && (v.Verdict == Missing || v.Verdict == Incomplete) {
			unmet = append(unmet, v)
		}
	}
	return unmet
}
