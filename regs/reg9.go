package regs

import (
	"fmt"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
)

// reg9 are the rules of regulation 9. Only a lead agency has an integration
// joint monitoring committee, so it asks nothing of a joint board.
var reg9 = []Rule{
	{
		ID:          "R9-answered",
		Requirement: "9",
		Title:       "A lead agency lists the monitoring committee's recommendations or declares that there were none, not both",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 9; " + act + ", section 43",
		Why:         "A report that says both can't be relied on for either.",
		Blind:       "Reports of the committee that nobody listed.",
		Check:       checkMonitoringAnswered,
	},
	{
		ID:          "R9-recommendation",
		Requirement: "9",
		Title:       "Each recommendation listed says something",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 9",
		Why:         "A list of recommendations without their text is none.",
		Blind:       "Whether it is the committee's own wording, and whether all its recommendations are there.",
		Check: func(r *project.Project, p *Pass) {
			eachResponse(r, func(e project.Response, place source.Position, n int) {
				p.need(e.Recommendation, place, fmt.Sprintf("the text of the monitoring committee's recommendation %d", n),
					"regulation 9 wants a list of all such recommendations", "write recommendation in "+regulationFile(r, 9).File)
			})
		},
	},
	{
		ID:          "R9-response",
		Requirement: "9",
		Title:       "Each recommendation has the response",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 9",
		Why:         "The committee holds the lead agency to account; the answer is half of that.",
		Blind:       "Whether it is the response that the authority gave the committee under section 43.",
		Check: func(r *project.Project, p *Pass) {
			eachResponse(r, func(e project.Response, place source.Position, n int) {
				p.need(e.Response, place, fmt.Sprintf("the response to the monitoring committee's recommendation %d", n),
					"regulation 9 wants the authority's response to each recommendation", "write response in "+regulationFile(r, 9).File)
			})
		},
	},
	{
		ID:          "R9-joint-board",
		Requirement: "9",
		Title:       "A joint board reports no monitoring committee",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 9",
		Why:         "A joint board has no monitoring committee: what is listed there is someone else's, or the model in apr.yaml is wrong.",
		Blind:       "Whether the scheme set up a committee that isn't one of section 15.",
		Check:       checkJointBoardMonitoring,
	},
}

func checkMonitoringAnswered(r *project.Project, p *Pass) {
	m, file := r.Narrative.Reg9, regulationFile(r, 9)
	place := at(m.Position, file)
	switch {
	case !monitored(r):
		p.NotApplicable("an integration joint board has no integration joint monitoring committee; only a lead agency has one")
	case m.None && len(m.Entries) > 0:
		p.add(Finding{
			Position: place,
			Found:    fmt.Sprintf("%s says none: true and lists %s: it can't be both", file.File, wording.Count(len(m.Entries), "recommendation")),
			Hint:     "take none: true out, or the recommendations",
			Related:  []source.Related{{Position: at(m.Entries[0].Position, place), Message: "the first recommendation listed"}},
		})
	case m.None:
		p.Nil(place, "declared: the monitoring committee made no recommendation during the year")
	}
}

// eachResponse calls f with each entry of a lead agency, its place and number.
func eachResponse(r *project.Project, f func(e project.Response, place source.Position, n int)) {
	if !monitored(r) {
		return
	}
	m := r.Narrative.Reg9
	for i, e := range m.Entries {
		f(e, at(e.Position, m.Position, regulationFile(r, 9)), i+1)
	}
}

func checkJointBoardMonitoring(r *project.Project, p *Pass) {
	m, file := r.Narrative.Reg9, regulationFile(r, 9)
	if !monitored(r) && len(m.Entries) > 0 {
		p.Report(at(m.Entries[0].Position, m.Position, file), "write none: true in "+file.File+", or move the text to regulation-10.yaml",
			"a joint board has no monitoring committee, yet %s lists %s of one", file.File, wording.Count(len(m.Entries), "recommendation"))
	}
}
