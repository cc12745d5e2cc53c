package regs

import "apr/internal/project"

// reg8 are the rules of regulation 8, review of the strategic plan.
var reg8 = []Rule{
	{
		ID:          "R8a-reasons",
		Requirement: "8(a)",
		Title:       "A review has its reasons, or it is said that there was none",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 8(a); " + act + ", section 37",
		Why:         "A plan is reviewed every three years at least; a reader wants to know why it was now, or that it wasn't.",
		Check:       checkReviewReasons,
	},
	{
		ID:          "R8a-contradiction",
		Requirement: "8(a)",
		Title:       "The review is reported or declared not to have been, not both",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 8",
		Why:         "A report that says both can't be relied on for either.",
		Check:       checkReviewContradiction,
	},
	{
		ID:          "R8b-revised-plan",
		Requirement: "8(b)",
		Title:       "It is said whether a revised plan was prepared",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 8(b)",
		Why:         "A review that changes nothing is a result too, and has to be told from one that does.",
		Check:       checkRevisedPlan,
	},
	{
		ID:          "R8c-changes",
		Requirement: "8(c)",
		Title:       "The changes in a revised plan are described",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 8(c)",
		Why:         "People plan by the strategic plan; they are owed what is different in the new one.",
		Check:       checkChanges,
	},
	{
		ID:          "R8c-contradiction",
		Requirement: "8(c)",
		Title:       "Changes are described only where a revised plan was prepared",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 8(b) and (c)",
		Why:         "Either the statement under 8(b) is wrong or the changes aren't those of a revised plan.",
		Check:       checkChangesContradiction,
	},
}

// reviewed reports whether the narrative speaks of a review. A stub doesn't.
func reviewed(v project.PlanReview) bool {
	return says(v.Reasons) || says(v.Changes) || v.RevisedPlan != nil
}

const (
	noReview     = "declared: no review of the strategic plan was carried out during the year"
	reviewSilent = "the report doesn't say whether the strategic plan was reviewed during the year"
)

func checkReviewReasons(r *project.Project, p *Pass) {
	v, file := r.Narrative.Reg8, regulationFile(r, 8)
	switch {
	case reviewed(v):
		p.need(v.Reasons, at(v.Position, file), "the statement of the reasons for the review",
			"regulation 8(a) wants the reasons for carrying out the review", "write reasons in "+file.File)
	case v.None:
		p.Nil(at(v.Position, file), noReview)
	default:
		p.Report(at(v.Reasons.Position, v.Position, file), "write none: true, or reasons, revised_plan and changes, in "+file.File,
			"regulation 8(a) wants the reasons for a review of the strategic plan (section 37); %s", reviewSilent)
	}
}

func checkReviewContradiction(r *project.Project, p *Pass) {
	if v, file := r.Narrative.Reg8, regulationFile(r, 8); v.None && reviewed(v) {
		p.Report(at(v.Position, file), "take none: true out, or what is said of the review",
			"%s says none: true and reports a review: it can't be both", file.File)
	}
}

func checkRevisedPlan(r *project.Project, p *Pass) {
	v, file := r.Narrative.Reg8, regulationFile(r, 8)
	place := at(v.Position, file)
	const hint = "write revised_plan: true or false in "
	switch {
	case v.RevisedPlan != nil:
		p.Evidence(place)
	case reviewed(v):
		p.Report(place, hint+file.File, "regulation 8(b) wants a statement whether, following the review, a revised strategic plan was prepared; there is none")
	case v.None:
		p.Nil(place, noReview)
	default:
		p.Report(place, "write none: true in "+file.File+", or revised_plan: true or false",
			"regulation 8(b) wants a statement whether a revised strategic plan was prepared; %s", reviewSilent)
	}
}

func checkChanges(r *project.Project, p *Pass) {
	v, file := r.Narrative.Reg8, regulationFile(r, 8)
	place := at(v.Position, file)
	switch {
	case v.RevisedPlan != nil && *v.RevisedPlan:
		p.need(v.Changes, place, "the description of the changes",
			"regulation 8(c) wants the changes made in revising the strategic plan", "write changes in "+file.File)
	case v.RevisedPlan != nil:
		p.NotApplicable("no revised strategic plan was prepared following the review")
	case reviewed(v):
		p.Evidence(v.Changes.Position)
		p.Report(place, "write revised_plan: true or false in "+file.File,
			"regulation 8(c) wants the changes where a revised strategic plan was prepared; the report doesn't say whether one was")
	case v.None:
		p.Nil(place, noReview)
	default:
		p.Report(at(v.Changes.Position, place), "write none: true in "+file.File+", or changes where a revised plan was prepared",
			"regulation 8(c) wants the changes made in a revised strategic plan; %s", reviewSilent)
	}
}

func checkChangesContradiction(r *project.Project, p *Pass) {
	v, file := r.Narrative.Reg8, regulationFile(r, 8)
	if v.RevisedPlan != nil && !*v.RevisedPlan && says(v.Changes) {
		p.Evidence(v.Changes.Position)
		p.Report(at(v.Changes.Position, v.Position, file), "write revised_plan: true, or take changes out, in "+file.File,
			"%s describes changes and says revised_plan: false: there are no changes without a revised plan", file.File)
	}
}
