package regs

import (
	"cmp"
	"fmt"

	"apr/internal/project"
	"apr/internal/source"
)

// reg10 are the rules about what regulation 10 leaves to the authority and
// guidance asks for. They are of no requirement.
var reg10 = []Rule{
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
