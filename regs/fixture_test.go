package regs

import (
	"time"

	"apr/finance"
	"apr/indicators"
	"apr/internal/law"
	"apr/internal/period"
	"apr/internal/source"
	"apr/report"
)

// The fixtures of this file are built in Go, for what is told best in numbers;
// texts, files and positions are tested by the fragments in testdata/rules.

func text(s string) report.Text {
	return report.Text{Markdown: s, Position: source.Position{File: "narrative/text.yaml", Line: 1, Column: 1}}
}

func yaml(line int) source.Position { return source.Position{File: "test.yaml", Line: line, Column: 1} }

// complete is a report for a year that meets every requirement.
func complete(y period.Year) *report.Report {
	yes := true
	n := &report.Narrative{
		Reg4: report.FinanceText{VarianceReasons: text("Agency nursing.")},
		Reg5: report.BestValue{Assessment: text("Secured."), Contribution: text("Joint planning."), Efficiencies: text("Two offices could be one.")},
		Reg6: report.LocalityText{Consultation: text("Groups met."), Localities: []report.LocalityAssessment{
			{Locality: "North", Assessment: text("Better."), Measures: text("31 of 40 were seen.")},
			{Locality: "South", Assessment: text("Better."), Measures: text("44 of 50 were seen.")}}},
		Reg7: report.Inspections{Entries: []report.Inspection{{Body: "Care Inspectorate", Service: "Care at home",
			Recommendations: []report.Recommendation{{Recommendation: text("Review plans."), Action: text("Reviewed.")}}}}},
		Reg8: report.PlanReview{Reasons: text("It ends."), RevisedPlan: &yes, Changes: text("A chapter.")},
		Reg9: report.Monitoring{None: true},
		Reg10: report.Further{Framework: text("Each locality assessed itself."), Learning: text("Ask earlier."),
			GoodPractice: []report.GoodPractice{{Title: "Breakfast visits", Submitted: y.Ends().Format(time.DateOnly)}}},
	}
	n.Reg3.Feedback = text("People praised the nurses.")
	n.Reg3.Planning = text("On course.")
	n.Reg3.Decisions = report.Decisions{None: true, Position: yaml(9)}
	for _, o := range law.For(y).Outcomes {
		n.Reg3.Outcomes = append(n.Reg3.Outcomes, report.OutcomeAssessment{Outcome: o.No, Assessment: text("Moved on.")})
	}
	for _, q := range law.For(y).Principles {
		n.Reg3.Principles = append(n.Reg3.Principles, report.PrincipleAssessment{Principle: q.ID, Assessment: text("Followed.")})
	}
	date := y.PublishBy().Format(time.DateOnly)
	return &report.Report{
		Project: &report.Project{
			Authority: report.Authority{Name: "Testmoor", Model: report.JointBoard, Councils: []string{"Testmoor Council"}, HealthBoard: "NHS Test"},
			Year:      y, State: report.Final,
			Localities:    []report.Locality{{Name: "North"}, {Name: "South"}},
			StrategicPlan: report.StrategicPlan{Priorities: []report.Priority{{Name: "Home first", Outcomes: []int{2}, Indicators: []string{"NI12"}}}},
			Publication: report.Publication{Date: date, Approved: y.Ends().AddDate(0, 2, 0).Format(time.DateOnly), URL: "https://testmoor.example.org",
				Copies: []report.Copy{{To: "Testmoor Council", Date: date}, {To: "NHS Test", Date: date}}},
		},
		Narrative:  n,
		Indicators: table(y),
		Account:    account(y),
		Today:      y.PublishBy(),
	}
}

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
