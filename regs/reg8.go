package regs

import (
	"apr/internal/project"
	"apr/internal/source"
)

// reg8 are the rules of regulation 8, review of the strategic plan.
var reg8 = []Rule{
	{
		ID:          "R8a-reasons",
		Requirement: "8(a)",
		Title:       "A review has its reasons",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 8(a); " + act + ", section 37",
		Why:         "A plan is reviewed every three years at least; a reader wants to know why it was now.",
		Blind:       "Whether these were the reasons, and a review that was carried out under another name.",
		Check:       checkReviewReasons,
	},
	{
		ID:          "R8a-contradiction",
		Requirement: "8(a)",
		Title:       "The review is reported or declared not to have been, not both",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 8",
		Why:         "A report that says both can't be relied on for either.",
		Blind:       "Which of the two is true.",
		Check:       checkReviewContradiction,
	},
	{
		ID:          "R8b-revised-plan",
		Requirement: "8(b)",
		Title:       "It is said whether a revised plan was prepared",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 8(b)",
		Why:         "A review that changes nothing is a result too, and has to be distinguished from one that does.",
		Blind:       "Whether the revised plan is in force, or was only drafted.",
		Check:       checkRevisedPlan,
	},
	{
		ID:          "R8c-changes",
		Requirement: "8(c)",
		Title:       "The changes in a revised plan are described",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 8(c)",
		Why:         "People plan by the strategic plan; they are owed what is different in the new one.",
		Blind:       "Whether all changes are described; it doesn't compare the two plans.",
		Check:       checkChanges,
	},
	{
		ID:          "R8c-contradiction",
		Requirement: "8(c)",
		Title:       "Changes are described only where a revised plan was prepared",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 8(b) and (c)",
		Why:         "Either the statement under 8(b) is wrong or the changes aren't those of a revised plan.",
		Blind:       "Whether there was a revised plan: it sees that the report says both.",
		Check:       checkChangesContradiction,
	},
}

// reviewed reports whether the narrative speaks of a review. A stub doesn't, and
// with none: true the reasons are those for which there was none.
func reviewed(v project.PlanReview) bool {
	if v.None {
		return says(v.Changes) || v.RevisedPlan != nil && *v.RevisedPlan
	}
	return says(v.Reasons) || says(v.Changes) || v.RevisedPlan != nil
}

const noReview = "declared: no review of the strategic plan was carried out during the year"

func checkReviewReasons(r *project.Project, p *Pass) {
	v, file := r.Narrative.Reg8, regulationFile(r, 8)
	switch {
	case reviewed(v):
		p.need(v.Reasons, at(v.Position, file), "the statement of the reasons for the review",
			"regulation 8(a) wants the reasons for carrying out the review", "write reasons in "+file.File)
	case v.None:
		p.Nil(at(v.Position, file), noReview)
	}
}

func checkReviewContradiction(r *project.Project, p *Pass) {
	v, file := r.Narrative.Reg8, regulationFile(r, 8)
	if !v.None || !reviewed(v) {
		return
	}
	f := Finding{Position: at(v.Position, file), Found: file.File + " says none: true and reports a review: it can't be both",
		Hint: "take none: true out, or what is said of the review"}
	if says(v.Changes) {
		f.Related = []source.Related{{Position: v.Changes.Position, Message: "the changes"}}
	}
	p.add(f)
}

func checkRevisedPlan(r *project.Project, p *Pass) {
	v, file := r.Narrative.Reg8, regulationFile(r, 8)
	place := at(v.Position, file)
	const hint = "write revised_plan: true or false in "
	switch {
	case v.None && !reviewed(v):
		p.Nil(place, noReview)
	case v.RevisedPlan != nil:
		p.Evidence(place)
	case reviewed(v):
		p.Report(place, hint+file.File, "regulation 8(b) wants a statement whether, following the review, a revised strategic plan was prepared; there is none")
	}
}

func checkChanges(r *project.Project, p *Pass) {
	v, file := r.Narrative.Reg8, regulationFile(r, 8)
	place := at(v.Position, file)
	switch {
	case v.None && !reviewed(v):
		p.Nil(place, noReview)
	case v.RevisedPlan != nil && *v.RevisedPlan:
		p.need(v.Changes, place, "the description of the changes",
			"regulation 8(c) wants the changes made in revising the strategic plan", "write changes in "+file.File)
	case v.RevisedPlan != nil:
		p.NotApplicable("no revised strategic plan was prepared following the review")
	case reviewed(v):
		p.Evidence(v.Changes.Position)
		p.Report(place, "write revised_plan: true or false in "+file.File,
			"regulation 8(c) wants the changes where a revised strategic plan was prepared; the report doesn't say whether one was")
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
