package regs

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"apr/indicators"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
	"apr/regs/evidence"
)

// The sources of the rules below that aren't the law.
const (
	guidance2016  = "Guidance for performance reports (2016), paragraph "
	guidancePlans = "Health and social care strategic plans: statutory guidance, section 5, monitoring performance"
	guidanceDraft = "Annual performance reports: statutory guidance, consultation draft (2023)"
)

// guidance are the rules that the law doesn't make: what guidance in force
// asks for is of the level guidance, what it suggests and what a draft of it
// asks for is advice. Guidance on a provision with a rule of the law stands
// beside that rule. None of these rules gives evidence that a provision is met:
// following guidance doesn't meet the law.
var guidance = []Rule{
	{
		ID:          "R3aii-local-feedback",
		Requirement: "3(a)(ii)",
		Title:       "Local feedback stands beside the national survey",
		Level:       Guidance,
		Citation:    guidance2016 + "5.6",
		Quote:       "In addition, Partnerships will need to collect and understand a wide range of data and feedback to help understand the system at local level, and report on these within their Performance reports.",
		Why:         "The survey behind NI1 to NI9 is held every second year and asks few people in each place; what people said locally tells what it can't.",
		Check:       checkLocalFeedback,
	},
	{
		ID:          "R3c-priorities",
		Requirement: "3(c)",
		Title:       "The strategic plan's priorities are linked to national outcomes",
		Level:       Guidance,
		Citation:    guidancePlans,
		Quote:       "Integration authorities may wish to take these requirements into account when compiling their strategic plan to ensure the two documents are clearly and effectively aligned.",
		Why:         "The plan and the report are to be clearly aligned, so that readers can follow a promise to what came of it.",
		Check:       checkPriorities,
	},
	{
		ID:          "R3c-priority-indicators",
		Requirement: "3(c)",
		Title:       "Each priority has an indicator that is reported, or a local measure",
		Level:       Advice,
		Citation:    guidancePlans,
		Quote:       "Performance should be monitored against the core suite of integration indicators.",
		Why:         "Performance should be monitored against the core suite; a priority that nothing measures can't be seen to be met. A local measure that is linked to the priority will do where no core indicator speaks to it.",
		Check:       checkPriorityIndicators,
	},
	{
		ID:          "R3c-learning",
		Requirement: "3(c)",
		Title:       "It is said what was learned and what will change",
		Level:       Guidance,
		Citation:    guidancePlans + ", reflecting on performance",
		Quote:       "Integration authorities should consider their performance against the ambitions communicated in their strategic plans and use insight and learning to inform future strategic direction, service design, and delivery in a meaningful way.",
		Why:         "A report is to be used: insight and learning should inform what is planned and done next.",
		Check:       checkLearning,
	},
	{
		ID:          "R5-1-efficiencies",
		Requirement: "5(1)",
		Title:       "It is said whether there were opportunities for further efficiencies",
		Level:       Guidance,
		Citation:    guidance2016 + "5.12",
		Quote:       "This should include, where applicable, identification of whether there were opportunities for further efficiencies.",
		Why:         "An assessment of best value that finds nothing left to do better is seldom believed.",
		Check:       checkEfficiencies,
	},
	{
		ID:          "R6-1b-measures",
		Requirement: "6(1)(b)",
		Title:       "Each locality's performance is shown by figures where there are any",
		Level:       Advice,
		Citation:    guidance2016 + "5.7",
		Quote:       "As well as covering performance at Partnership level, where appropriate, they may also wish to consider reporting on the performance for each locality in the Partnership, and how performance in localities contributes towards the performance of the Partnership as a whole.",
		Why:         "Guidance suggests it where appropriate: a figure for all of an area hides that one place does well and another doesn't.",
		Check:       checkLocalityMeasures,
	},
	{
		ID:          "R7-1a-link",
		Requirement: "7(1)(a)",
		Title:       "Recommendations that are only linked to are listed as well",
		Level:       Guidance,
		Citation:    guidance2016 + "5.17; SSI 2014/326, regulation 7(1)(a)",
		Quote:       "Where appropriate, information may be provided via a link where the inspection reports and action plans can be found through their usual routes of publication.",
		Why:         "Guidance allows a link to a published inspection report where appropriate, so a link isn't held to be an omission. But the regulation asks for a list in the report, so the requirement isn't called met until there is one.",
		Check:       checkLinkedRecommendations,
	},
	{
		ID:          "R7-1b-link",
		Requirement: "7(1)(b)",
		Title:       "Action on recommendations that are only linked to is told as well",
		Level:       Guidance,
		Citation:    guidance2016 + "5.17; SSI 2014/326, regulation 7(1)(b)",
		Quote:       "Where appropriate, information may be provided via a link where the inspection reports and action plans can be found through their usual routes of publication.",
		Why:         "Guidance allows a link to a published action plan where appropriate. The regulation asks for details of the action taken in relation to each recommendation, and an inspection report can't hold what was done after it.",
		Check:       checkLinkedActions,
	},
	{
		ID:          "R42-4-online",
		Requirement: "42(4)",
		Title:       "The report is published online",
		Level:       Advice,
		Citation:    guidanceDraft + ", section 1",
		Quote:       "Publication should include making the report available online, and the integration authority should ensure that these are as accessible as possible to the public.",
		Why:         "The law leaves the form of publication open. The draft guidance asks for a report that is online and as accessible as possible to the public.",
		Check:       checkOnline,
	},
	{
		ID:          "R42-4-copy-dates",
		Requirement: "42(4)",
		Title:       "Each copy on record has its day",
		Level:       Advice,
		Citation:    act + ", section 42(4)(b) and (5)",
		Why:         "A copy without its day is a plan and not a record.",
		Check:       checkCopyDates,
	},
	{
		ID:       "R0-framework",
		Title:    "Use of the Framework for Community Health and Social Care Integrated Services is described",
		Level:    Advice,
		Citation: guidanceDraft + ", the framework for community health and social care integrated services",
		Quote:    "Integration authorities are advised to reflect their use of the Framework for Community Health and Social Care Integrated Services in their performance reporting.",
		Why:      "The draft guidance advises authorities to reflect their use of the Framework, so that others can learn from it.",
		Check:    checkFramework,
	},
	{
		ID:       "R0-good-practice",
		Title:    "A good practice example was submitted during the year",
		Level:    Advice,
		Citation: guidanceDraft + ", the framework for community health and social care integrated services",
		Quote:    "Integration authorities should look to increase the content of this resource by submitting local good practice examples on a regular basis, with a minimum of one per year.",
		Why:      "The draft guidance asks for at least one local example a year for the national portal.",
		Check:    checkGoodPractice,
	},
}

// ask reports a text of the narrative that guidance asks for and that doesn't
// say anything.
func (p *Pass) ask(t yamlpos.Text, place source.Position, what, wants, hint string) {
	if !says(t) {
		p.want(at(t.Position, place), wants, hint, "%s %s", what, lack(t))
	}
}

func checkLocalFeedback(r *project.Project, p *Pass) {
	reg, file := r.Narrative.Reg3, regulationFile(r, 3)
	wants := "the guidance wants local data and feedback reported beside the national indicators"
	if y := surveyYear(r); y != "" {
		wants += "; the newest national survey is that of " + y
	}
	p.ask(reg.Feedback, at(reg.Position, file), "the local feedback", wants, "write local_feedback in "+file.File)
}

// surveyYear is the year of the newest value of the national survey, where it
// isn't the reporting year.
func surveyYear(r *project.Project) string {
	if r.Indicators == nil {
		return ""
	}
	for _, s := range r.Indicators.Series {
		if s.Indicator.Basis != indicators.Survey {
			continue
		}
		if n := s.Newest(); n != nil && n.Year < r.Config.Year {
			return n.Year.String()
		}
	}
	return ""
}

// planPosition is the strategic_plan key of apr.yaml, or where it ought to stand.
func planPosition(r *project.Project) source.Position {
	return at(r.Config.StrategicPlan.Position, r.Config.Position, projectFile)
}

func checkPriorities(r *project.Project, p *Pass) {
	priorities := r.Config.StrategicPlan.Priorities
	if len(priorities) == 0 {
		p.Report(planPosition(r), "list them under strategic_plan.priorities in apr.yaml, each with name, outcomes and indicators",
			"the guidance wants the strategic plan and the report clearly aligned; apr.yaml doesn't name the plan's priorities")
	}
	for _, priority := range priorities {
		if len(priority.Outcomes) == 0 {
			p.Report(at(priority.Position, planPosition(r)), "add outcomes, such as outcomes: [2, 9]",
				"the priority %q names no national outcome that it serves", priority.Name)
		}
	}
}

func checkPriorityIndicators(r *project.Project, p *Pass) {
	for i, priority := range r.Config.StrategicPlan.Priorities {
		if slices.ContainsFunc(priority.Indicators, reported) || measured(r, priority.Name) {
			continue
		}
		pos := at(r.Config.PositionOf(fmt.Sprintf("strategic_plan.priorities[%d].indicators", i)), priority.Position, planPosition(r))
		if len(priority.Indicators) == 0 {
			p.Report(pos, "add indicators, such as indicators: [NI12]", "the priority %q names no indicator that measures it", priority.Name)
			continue
		}
		p.Report(pos, "add an indicator that is reported", "the priority %q is measured by %s alone, which has never been reported nationally",
			priority.Name, wording.List(priority.Indicators))
	}
}

// reported reports whether an indicator has been finalised for reporting.
func reported(id string) bool {
	i, known := indicators.ByID(indicators.ID(id))
	return known && i.Reported
}

func checkLearning(r *project.Project, p *Pass) {
	reg, file := r.Narrative.Reg10, regulationFile(r, 10)
	p.ask(reg.Learning, at(reg.Position, file), "the statement of what was learned and what will change",
		"the guidance wants insight and learning used for future direction, design and delivery", "write learning in "+file.File)
}

func checkEfficiencies(r *project.Project, p *Pass) {
	reg, file := r.Narrative.Reg5, regulationFile(r, 5)
	p.ask(reg.Efficiencies, at(reg.Position, file), "the statement on further efficiencies",
		"the guidance wants to know, where applicable, whether there were opportunities for them", "write efficiencies in "+file.File)
}

func checkLocalityMeasures(r *project.Project, p *Pass) {
	reg, file := r.Narrative.Reg6, regulationFile(r, 6)
	for _, l := range reg.Localities {
		if !says(l.Assessment) {
			continue // R6-1b-assessment has said so
		}
		p.ask(l.Measures, at(l.Position, reg.Position, file), "the text with figures of performance in "+l.Locality,
			"guidance suggests that each locality's performance be reported where appropriate", "write measures under "+l.Locality+" in "+file.File)
	}
}

// linked reports whether an inspection gives its recommendations by a link
// alone.
func linked(e project.Inspection) bool {
	return !e.None && len(e.Recommendations) == 0 && strings.TrimSpace(e.URL) != ""
}

// eachLinked calls f with each inspection that gives its recommendations by a
// link alone, and the link's place. Where it is declared that there were no
// recommendations a link isn't to any.
func eachLinked(r *project.Project, f func(e project.Inspection, link source.Position)) {
	if r.Narrative.Reg7.None {
		return
	}
	for i, e := range r.Narrative.Reg7.Entries {
		if linked(e) {
			f(e, textPosition(r, 7, fmt.Sprintf("inspections[%d].url", i), e.Position))
		}
	}
}

func checkLinkedRecommendations(r *project.Project, p *Pass) {
	eachRecommendation(r, func(rec project.Recommendation, _ source.Position, name string) {
		if says(rec.Recommendation) && p.holds(rec.Recommendation) == evidence.Link {
			p.Pending(rec.Recommendation.Position, "write the recommendation as the body worded it",
				"%s is given by a link, which guidance allows where appropriate; regulation 7(1)(a) wants a list of the recommendations", name)
		}
	})
	eachLinked(r, func(e project.Inspection, link source.Position) {
		p.Evidence(link)
		p.Pending(link, "list its recommendations; where it made none, speak of it in introduction",
			"the recommendations of %s on %q are given by a link, which guidance allows where appropriate; regulation 7(1)(a) wants a list of them", e.Body, e.Service)
	})
}

func checkLinkedActions(r *project.Project, p *Pass) {
	eachRecommendation(r, func(rec project.Recommendation, _ source.Position, name string) {
		if says(rec.Action) && p.holds(rec.Action) == evidence.Link {
			p.Pending(rec.Action.Position, "write what was done",
				"the action taken on %s is given by a link; guidance allows one to an action plan, regulation 7(1)(b) wants details of the action taken", name)
		}
	})
	eachLinked(r, func(e project.Inspection, link source.Position) {
		p.Evidence(link)
		p.Pending(link, "write action under each of its recommendations",
			"what was done about the recommendations of %s on %q isn't told; guidance allows a link to an action plan, regulation 7(1)(b) wants details of the action taken", e.Body, e.Service)
	})
}

func checkOnline(r *project.Project, p *Pass) {
	if strings.TrimSpace(r.Config.Publication.URL) == "" {
		p.Report(publicationPosition(r), "write publication.url in apr.yaml",
			"the draft guidance wants the report available online; apr.yaml doesn't say where")
	}
}

func checkCopyDates(r *project.Project, p *Pass) {
	if !final(r) && !published(r) {
		return
	}
	for _, c := range r.Config.Publication.Copies {
		if strings.TrimSpace(c.Date) == "" {
			p.Report(at(c.Position, publicationPosition(r)), "write its date as YYYY-MM-DD", "the copy given to %s has no day", c.To)
		}
	}
}

func checkFramework(r *project.Project, p *Pass) {
	reg, file := r.Narrative.Reg10, regulationFile(r, 10)
	p.ask(reg.Framework, at(reg.Position, file), "the description of how the Framework was used",
		"the draft guidance advises authorities to reflect their use of the Framework for Community Health and Social Care Integrated Services",
		"write framework in "+file.File)
}

func checkGoodPractice(r *project.Project, p *Pass) {
	reg, file := r.Narrative.Reg10, regulationFile(r, 10)
	outside := source.Position{}
	for i, example := range reg.GoodPractice {
		d, dated := parseDate(example.Submitted)
		if dated && (r.Config.Year == 0 || within(d, r.Config.Year)) {
			return
		}
		outside = cmp.Or(outside, textPosition(r, 10, fmt.Sprintf("good_practice[%d].submitted", i), example.Position))
	}
	const hint = "write the example under good_practice, with the day on which it was submitted, in "
	if outside.IsZero() {
		p.Report(at(reg.Position, file), hint+file.File, "the draft guidance wants at least one good practice example submitted a year; the report has none")
		return
	}
	p.Report(outside, hint+file.File, "the draft guidance wants at least one good practice example submitted a year; no example has its day of submission in %s",
		r.Config.Year)
}
