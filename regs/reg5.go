package regs

import "apr/internal/project"

// reg5 are the rules of regulation 5, best value.
var reg5 = []Rule{
	{
		ID:          "R5-1-assessment",
		Requirement: "5(1)",
		Title:       "Performance in relation to best value is assessed",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 5(1)",
		Why:         "Best value is a duty of its own; the outcomes alone don't say whether the money was used well.",
		Check: func(r *project.Project, p *Pass) {
			reg, file := r.Narrative.Reg5, regulationFile(r, 5)
			p.need(reg.Assessment, at(reg.Position, file), "the assessment of best value",
				"regulation 5(1) wants an assessment of performance in relation to best value", "write assessment in "+file.File)
		},
	},
	{
		ID:          "R5-1-contribution",
		Requirement: "5(1)",
		Title:       "It is said how planning and delivery contributed to best value",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 5(1)",
		Why:         "The law wants to know what the planning and delivery of services did for best value, and not only that it was secured.",
		Check: func(r *project.Project, p *Pass) {
			reg, file := r.Narrative.Reg5, regulationFile(r, 5)
			p.need(reg.Contribution, at(reg.Position, file), "the account of what contributed to best value",
				"regulation 5(1) wants information about how the planning and delivery of services contributed to securing best value",
				"write contribution in "+file.File)
		},
	},
	{
		ID:          "R5-1-efficiencies",
		Requirement: "5(1)",
		Title:       "It is said whether there were opportunities for further efficiencies",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 5(1); " + guidanceFirst + "5.12",
		Quote:       "This should include, where applicable, identification of whether there were opportunities for further efficiencies.",
		Why:         "An assessment of best value that finds nothing left to do better is seldom believed.",
		Check:       checkEfficiencies,
	},
}

func checkEfficiencies(r *project.Project, p *Pass) {
	reg, file := r.Narrative.Reg5, regulationFile(r, 5)
	p.ask(reg.Efficiencies, at(reg.Position, file), "the statement on further efficiencies",
		"the first edition of the guidance, 5.12, wanted to know, where applicable, whether there were opportunities for them", "write efficiencies in "+file.File)
}
