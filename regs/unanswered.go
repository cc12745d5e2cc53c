package regs

import (
	"slices"

	"apr/internal/project"
)

// unansweredRules ask about what the law wants only "if" or "where applicable":
// regulations 3(c), 7, 8 and 9. An authority with nothing to report isn't in breach
// when it is silent, so apr asks and not the law; but until it is answered a report
// isn't built as final, for silence looks like an omission.
var unansweredRules = []Rule{
	{
		ID:          "R3c-unanswered",
		Requirement: "3(c)",
		Title:       "The report says whether there were significant decisions outside the plan",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 3(c), where applicable; " + act + ", section 36",
		Why:         "The regulation wants their number where there were any. Silence can't be told from an omission; a statement that there were none can be checked. Silenced or not, it keeps a report from being final.",
		Blind:       "Whether none: true is so. It sees that an answer was given.",
		Check: func(r *project.Project, p *Pass) {
			reg, file := r.Narrative.Reg3, regulationFile(r, 3)
			if d := reg.Decisions; modelOf(r).Decisions && !d.None && len(d.Entries) == 0 {
				p.Unanswered(at(d.Position, reg.Position, file), "write none: true, or entries with title and reasons, under significant_decisions in "+file.File,
					"regulation 3(c) wants, where applicable, the number of significant decisions outside the strategic plan (section 36); the report doesn't say whether there were any")
			}
		},
	},
	{
		ID:          "R7-1a-unanswered",
		Requirement: "7(1)(a)",
		Title:       "The report says whether scrutiny bodies made recommendations",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 7(1)(a): if during the reporting year a scrutiny body has made recommendations",
		Why:         "The regulation wants a list if there were any. Silence can't be told from an omission; a statement that there were none can be checked against the bodies' websites. Silenced or not, it keeps a report from being final.",
		Blind:       "Whether the answer is right, which the bodies' websites would tell.",
		Check: func(r *project.Project, p *Pass) {
			if reg, file := r.Narrative.Reg7, regulationFile(r, 7); silentOnInspections(reg) {
				p.Unanswered(at(reg.Position, file), "write none: true, or inspections with their recommendations, in "+file.File,
					"regulation 7(1)(a) wants a list of scrutiny bodies' recommendations, if there were any; the report doesn't say whether there were")
			}
		},
	},
	{
		ID:          "R7-1b-unanswered",
		Requirement: "7(1)(b)",
		Title:       "The report says whether there were recommendations to act on",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 7(1)(b): if during the reporting year a scrutiny body has made recommendations",
		Why:         "The regulation wants the action taken on each recommendation, if there were any. Silenced or not, it keeps a report from being final.",
		Blind:       "Whether there was a recommendation of an earlier year on which action is still owed.",
		Check: func(r *project.Project, p *Pass) {
			if reg, file := r.Narrative.Reg7, regulationFile(r, 7); silentOnInspections(reg) {
				p.Unanswered(at(reg.Position, file), "write none: true, or action under each recommendation, in "+file.File,
					"regulation 7(1)(b) wants the action taken on each recommendation, if there were any; the report doesn't say whether there were")
			}
		},
	},
	{
		ID:          "R8a-unanswered",
		Requirement: "8(a)",
		Title:       "The report says whether the strategic plan was reviewed",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 8(a): if during the reporting year the integration authority has carried out a review; " + act + ", section 37",
		Why:         "The regulation wants the reasons if there was a review. Silence can't be told from an omission. Silenced or not, it keeps a report from being final.",
		Blind:       "Whether the answer is right; the strategic planning group's papers are no input.",
		Check: unansweredReview("write none: true, or reasons, revised_plan and changes, in ",
			"regulation 8(a) wants the reasons for a review of the strategic plan (section 37), if there was one; "+reviewSilent),
	},
	{
		ID:          "R8b-unanswered",
		Requirement: "8(b)",
		Title:       "The report says whether there was a review that a revised plan could follow",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 8(b): if during the reporting year the integration authority has carried out a review",
		Why:         "The regulation wants a statement whether a revised plan was prepared, if there was a review. Silenced or not, it keeps a report from being final.",
		Blind:       "Whether a review that nobody speaks of led to a revised plan.",
		Check: unansweredReview("write none: true, or revised_plan: true or false, in ",
			"regulation 8(b) wants a statement whether a revised strategic plan was prepared, if there was a review; "+reviewSilent),
	},
	{
		ID:          "R8c-unanswered",
		Requirement: "8(c)",
		Title:       "The report says whether there was a review that could change the plan",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 8(c): where a revised strategic plan was prepared",
		Why:         "The regulation wants the changes where a revised plan was prepared. Silenced or not, it keeps a report from being final.",
		Blind:       "Whether changes were made that nobody speaks of.",
		Check: unansweredReview("write none: true, or changes where a revised plan was prepared, in ",
			"regulation 8(c) wants the changes made in a revised strategic plan, where there was one; "+reviewSilent),
	},
	{
		ID:          "R9-unanswered",
		Requirement: "9",
		Title:       "A lead agency says whether the monitoring committee made recommendations",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 9: if during the reporting year a report has included a recommendation; " + act + ", section 43",
		Why:         "The regulation wants a list with the responses if there were any. Silence can't be told from an omission; a statement that there were none can be checked against the committee's reports. Silenced or not, it keeps a report from being final.",
		Blind:       "Whether the answer is right; the committee's reports are no input.",
		Check: func(r *project.Project, p *Pass) {
			if m, file := r.Narrative.Reg9, regulationFile(r, 9); monitored(r) && !m.None && len(m.Entries) == 0 {
				p.Unanswered(at(m.Position, file), "write none: true, or recommendations with their response, in "+file.File,
					"regulation 9 wants the monitoring committee's recommendations and the response to each, if there were any; the report doesn't say whether there were")
			}
		},
	},
}

const reviewSilent = "the report doesn't say whether the strategic plan was reviewed during the year"

// silentOnInspections reports whether a report neither lists recommendations, by a
// link at least, nor says that there were none.
func silentOnInspections(reg project.Inspections) bool {
	return recommendations(reg) == 0 && !noneMade(reg) && !slices.ContainsFunc(reg.Entries, linked)
}

// unansweredReview asks whether the plan was reviewed.
func unansweredReview(hint, found string) func(*project.Project, *Pass) {
	return func(r *project.Project, p *Pass) {
		if v, file := r.Narrative.Reg8, regulationFile(r, 8); !v.None && !reviewed(v) {
			p.Unanswered(at(v.Reasons.Position, v.Changes.Position, v.Position, file), hint+file.File, "%s", found)
		}
	}
}
