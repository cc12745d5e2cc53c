package regs

import (
	"cmp"
	"fmt"
	"slices"

	"apr/indicators"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
)

// reg3 are the rules of regulation 3, service planning; those on indicators, the
// workbook and local measures are in the files next to this one.
var reg3 = slices.Concat([]Rule{
	{
		ID:          "R3ai-all-nine",
		Requirement: "3(a)(i)",
		Title:       "Each national outcome has an assessment",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 3(a)(i); SSI 2014/343, schedule",
		Why:         "A reader who looks for one outcome has to find it; a report that speaks of outcomes in general hides those on which little was achieved.",
		Blind:       "Whether an assessment stands under the outcome that it is about: the number is the author's.",
		Check:       checkAllOutcomes,
	},
	{
		ID:          "R3ai-outcome",
		Requirement: "3(a)(i)",
		Title:       "The assessment of an outcome says something",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 3(a)(i)",
		Why:         "A heading over an empty or unfinished text looks like an assessment and isn't one.",
		Blind:       "Whether what the text says of the outcome is true, or enough: any statement that isn't a placeholder or a pointer counts.",
		Check:       checkOutcomeTexts,
	},
}, reg3Indicators, reg3Measures, reg3Workbook, []Rule{
	{
		ID:          "R3b-all-thirteen",
		Requirement: "3(b)",
		Title:       "The main purpose and each delivery principle has an assessment",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 3(b); " + act + ", section 31(1)",
		Why:         "The principles say how services should be provided; one that isn't spoken of can't be seen to be followed.",
		Blind:       "Whether an assessment stands under the principle that it is about: the paragraph is the author's.",
		Check:       checkAllPrinciples,
	},
	{
		ID:          "R3b-principle",
		Requirement: "3(b)",
		Title:       "The assessment of a principle says something",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 3(b)",
		Why:         "A heading over an empty or unfinished text looks like an assessment and isn't one.",
		Blind:       "Whether services were provided in accordance with the principle; it sees that something is said.",
		Check:       checkPrincipleTexts,
	},
	{
		ID:          "R3c-planning",
		Requirement: "3(c)",
		Title:       "Strategic planning is assessed",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 3(c)",
		Why:         "The strategic plan is the authority's main instrument; a reader wants to know whether it is working. It is wanted of a lead agency too.",
		Blind:       "Whether the plan worked. Any statement on planning counts as its assessment.",
		Check:       checkPlanning,
	},
	{
		ID:          "R3c-decisions",
		Requirement: "3(c)",
		Title:       "Significant decisions outside the plan are listed or declared not to have been, not both",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 3(c); " + act + ", section 36",
		Why:         "The regulation wants their number; a report that says both can't be relied on for either.",
		Blind:       "A significant decision that nobody listed; the minutes of the board are no input.",
		Check:       checkDecisionsAnswered,
	},
	{
		ID:          "R3c-reasons",
		Requirement: "3(c)",
		Title:       "Each significant decision has its reasons",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 3(c)",
		Why:         "People whose services changed outside the plan are owed the reasons for each decision.",
		Blind:       "Whether the reasons given are those for which the decision was made, and whether service users were consulted as section 36 asks.",
		Check:       checkDecisionReasons,
	},
	{
		ID:          "R3c-date",
		Requirement: "3(c)",
		Title:       "Significant decisions were made in the reporting year",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 3(c); " + act + ", section 42(2)",
		Why:         "The report counts the decisions of its year; one of another year makes the count wrong.",
		Blind:       "Whether the date is the day of the decision; an entry without a date passes.",
		Check:       checkDecisionDates,
	},
	{
		ID:          "R3c-lead-agency",
		Requirement: "3(c)",
		Title:       "A lead agency reports no section 36 decisions",
		Level:       Advice,
		Citation:    act + ", sections 36(5) and 59(d)",
		Why:         "Section 36 doesn't apply to a lead agency, so decisions listed under it would mislead.",
		Blind:       "Whether the model in apr.yaml is that of the integration scheme, where the authority is not one of the 31.",
		Check:       checkLeadAgencyDecisions,
	},
	{
		ID:          "R3c-priorities",
		Requirement: "3(c)",
		Title:       "The strategic plan's priorities are linked to national outcomes",
		Level:       Advice,
		Citation:    guidancePlans,
		Quote:       "Integration authorities may wish to take these requirements into account when compiling their strategic plan to ensure the two documents are clearly and effectively aligned.",
		Why:         "The plan and the report are to be clearly aligned, so that readers can follow a promise to what came of it.",
		Blind:       "Whether the priorities are those of the published plan, which is no input.",
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
		Blind:       "Whether the indicator measures the priority that names it.",
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
		Blind:       "Whether anything was changed because of it.",
		Check:       checkLearning,
	},
})

func checkAllOutcomes(r *project.Project, p *Pass) {
	reg := r.Narrative.Reg3
	var missing []string
	first := 0
	for _, o := range lawOf(r).Outcomes {
		if !slices.ContainsFunc(reg.Outcomes, func(a project.OutcomeAssessment) bool { return a.Assesses(o.No) }) {
			missing = append(missing, fmt.Sprintf("%d (%s)", o.No, o.Title))
			first = cmp.Or(first, o.No)
		}
	}
	if len(missing) == 0 {
		return
	}
	file := regulationFile(r, 3)
	p.Report(textPosition(r, 3, "outcomes", reg.Position),
		fmt.Sprintf("add outcome: %d with its assessment under outcomes in %s", first, file.File),
		"regulation 3(a)(i) wants an assessment of each national outcome; there is none of outcome %s", wording.List(missing))
}

func checkOutcomeTexts(r *project.Project, p *Pass) {
	for _, a := range r.Narrative.Reg3.Outcomes {
		o, ok := lawOf(r).Outcome(a.Outcome)
		if !ok {
			continue
		}
		file := regulationFile(r, 3)
		p.need(a.Assessment, at(a.Position, file),
			fmt.Sprintf("the assessment of outcome %d (%s)", o.No, o.Title),
			"regulation 3(a)(i) wants the extent to which the strategic plan and the expenditure allocated achieved it or contributed",
			fmt.Sprintf("write assessment under outcome: %d in %s", a.Outcome, file.File))
	}
}

func checkAllPrinciples(r *project.Project, p *Pass) {
	reg := r.Narrative.Reg3
	var missing []string
	first := ""
	for _, q := range lawOf(r).Principles {
		if !slices.ContainsFunc(reg.Principles, func(a project.PrincipleAssessment) bool { return a.Assesses(q.ID) }) {
			missing = append(missing, fmt.Sprintf("%s (%s)", q.ID, q.Title))
			first = cmp.Or(first, q.ID)
		}
	}
	if len(missing) == 0 {
		return
	}
	file := regulationFile(r, 3)
	p.Report(textPosition(r, 3, "principles", reg.Position),
		fmt.Sprintf("add principle: %s with its assessment under principles in %s", first, file.File),
		"regulation 3(b) wants an assessment against each delivery principle of section 31(1); there is none of %s", wording.List(missing))
}

func checkPrincipleTexts(r *project.Project, p *Pass) {
	file := regulationFile(r, 3)
	for _, a := range r.Narrative.Reg3.Principles {
		q, ok := lawOf(r).Principle(a.Principle)
		if !ok {
			continue
		}
		p.need(a.Assessment, at(a.Position, file),
			fmt.Sprintf("the assessment of principle %s (%s)", q.ID, q.Title),
			"regulation 3(b) wants how the strategic plan and the expenditure allocated contributed to services in accordance with it",
			fmt.Sprintf("write assessment under principle: %s in %s", q.ID, file.File))
	}
}

func checkPlanning(r *project.Project, p *Pass) {
	file := regulationFile(r, 3)
	p.need(r.Narrative.Reg3.Planning, at(r.Narrative.Reg3.Position, file),
		"the assessment of strategic planning", "regulation 3(c) wants an assessment of performance in relation to strategic planning",
		"write planning in "+file.File)
}

func checkDecisionsAnswered(r *project.Project, p *Pass) {
	if !modelOf(r).Decisions {
		p.Note("significant decisions: section 36(5) of the Act takes a lead agency out of section 36, so there are none to report")
		return
	}
	reg := r.Narrative.Reg3
	d, file := reg.Decisions, regulationFile(r, 3)
	pos := at(d.Position, reg.Position, file)
	switch {
	case d.None && len(d.Entries) > 0:
		p.add(Finding{
			Position: pos,
			Found:    fmt.Sprintf("significant_decisions says none: true and lists %s: it can't be both", wording.Count(len(d.Entries), "decision")),
			Hint:     "take none: true out, or the entries",
			Related:  []source.Related{{Position: at(d.Entries[0].Position, pos), Message: "the first decision listed"}},
		})
	case d.None:
		p.Evidence(pos)
		p.Note("declared: no significant decision was made outside the strategic plan")
	case len(d.Entries) > 0:
		p.Note(wording.Count(len(d.Entries), "significant decision") + " outside the strategic plan")
	}
}

func checkDecisionReasons(r *project.Project, p *Pass) {
	if !modelOf(r).Decisions {
		return
	}
	file := regulationFile(r, 3)
	for i, d := range r.Narrative.Reg3.Decisions.Entries {
		p.need(d.Reasons, at(d.Position, file), fmt.Sprintf("the statement of reasons for significant decision %d, %q,", i+1, d.Title),
			"regulation 3(c) wants the reasons for making each such decision",
			"write reasons under the decision in "+file.File)
	}
}

func checkDecisionDates(r *project.Project, p *Pass) {
	for i, e := range r.Narrative.Reg3.Decisions.Entries {
		place := textPosition(r, 3, fmt.Sprintf("significant_decisions.entries[%d].date", i), e.Position)
		p.yearOf(r, e.Date, place, fmt.Sprintf("significant decision %d", i+1))
	}
}

// yearOf reports a date that isn't in the reporting year. An absent date is no
// finding, and a malformed one is the reader's.
func (p *Pass) yearOf(r *project.Project, date string, pos source.Position, what string) {
	d, ok := parseDate(date)
	if !ok || r.Config.Year == 0 || within(d, r.Config.Year) {
		return
	}
	p.want(pos, "the report is of what was made during the year", "correct the date, or move it to the report of its year",
		"%s is dated %s, outside the reporting year %s", what, day(d), r.Config.Year)
}

func checkLeadAgencyDecisions(r *project.Project, p *Pass) {
	d := r.Narrative.Reg3.Decisions
	if modelOf(r).Decisions || len(d.Entries) == 0 {
		return
	}
	p.Report(at(d.Position, regulationFile(r, 3)), "move the text to planning in "+regulationFile(r, 3).File,
		"section 36 doesn't apply to a lead agency (section 36(5)), so its significant decisions aren't those of regulation 3(c)")
}

// planPosition is the strategic_plan key of apr.yaml, or where it should be.
func planPosition(r *project.Project) source.Position {
	return at(r.Config.StrategicPlan.Position, r.Config.Position, projectFile)
}

func checkPriorities(r *project.Project, p *Pass) {
	priorities := r.Config.StrategicPlan.Priorities
	if len(priorities) == 0 {
		p.Report(planPosition(r), "list them under strategic_plan.priorities in apr.yaml, each with name, outcomes and indicators",
			"the guidance on strategic plans suggests that plan and report be clearly aligned; apr.yaml doesn't name the plan's priorities")
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
		"the guidance on strategic plans wants insight and learning used for future direction, design and delivery", "write learning in "+file.File)
}
