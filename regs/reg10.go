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
		Citation: guidanceSecond + "annex A, point 2",
		Quote:    "Consider the application of the Framework for Community Health and Social Care Integrated Services",
		Why:      "The guidance asks authorities to consider the Framework; a report that says how it was used lets others learn from it.",
		Check:    checkFramework,
	},
	{
		ID:       "R0-good-practice",
		Title:    "A good practice example was submitted during the year",
		Level:    Advice,
		Citation: guidanceDraft + ", the framework for community health and social care integrated services",
		Quote:    "Integration authorities should look to increase the content of this resource by submitting local good practice examples on a regular basis, with a minimum of one per year.",
		Why:      "Only the consultation draft of the guidance (2023) asked for it: at least one local example a year for the national portal.",
		Check:    checkGoodPractice,
	},
}

func checkFramework(r *project.Project, p *Pass) {
	reg, file := r.Narrative.Reg10, regulationFile(r, 10)
	p.ask(reg.Framework, at(reg.Position, file), "the description of how the Framework was used",
		"the guidance asks authorities to consider the Framework for Community Health and Social Care Integrated Services (second edition, annex A, point 2)",
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
		p.Report(at(reg.Position, file), hint+file.File, "the consultation draft of the guidance (2023) asked for at least one good practice example submitted a year; the report has none")
		return
	}
	p.Report(outside, hint+file.File, "the consultation draft of the guidance (2023) asked for at least one good practice example submitted a year; no example has its day of submission in %s",
		r.Config.Year)
}
