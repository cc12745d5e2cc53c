package regs

import (
	"fmt"
	"slices"

	"apr/internal/project"
)

// otherOutcomeRules are about lists of outcomes beyond the nine, which no regulation has a
// report assess.
var otherOutcomeRules = []Rule{
	{
		ID:       "R0-other-outcomes",
		Title:    "Each outcome of a list that apr.yaml names beside the nine is assessed",
		Level:    Advice,
		Citation: "apr, outcomes in apr.yaml; regulation 3(a)(i) of SSI 2014/326 is about the nine national health and wellbeing outcomes (SSI 2014/343) alone",
		Why:      "Where children's or justice services are delegated, their own outcomes say what they are for. An outcome that is left out of a list reads like one that nobody looked at.",
		Blind:    "Whether those functions are delegated, and a list that apr.yaml doesn't name.",
		Check:    checkOtherOutcomes,
	},
}

func checkOtherOutcomes(r *project.Project, p *Pass) {
	file := regulationFile(r, 3)
	for i, l := range r.Config.OutcomeLists() {
		for _, o := range l.Outcomes {
			n := slices.IndexFunc(r.Narrative.Reg3.Others, func(a project.OtherOutcome) bool { return a.Assesses(l.ID, o.ID) })
			place, hint := at(r.Config.Outcomes[i].Position, projectFile), fmt.Sprintf("write it under other_outcomes in %s with list: %s and outcome: %s", file.File, l.ID, o.ID)
			if n < 0 {
				p.Report(place, hint, "the outcome %q of the list %s isn't assessed", o.Title, l.ID)
				continue
			}
			a := &r.Narrative.Reg3.Others[n]
			if ok, reported := p.answers(a.Assessment); !ok && !reported {
				p.Report(at(a.Assessment.Position, a.Position, place), "write how far it was achieved and what contributed", "the assessment of the outcome %q of the list %s %s", o.Title, l.ID, p.lack(a.Assessment))
			}
		}
	}
}
