package regs

import (
	"strings"

	"apr/internal/project"
	"apr/internal/wording"
)

// accessibilityRegulations is the law of the website, not of the report: what it
// asks for is advice here.
const accessibilityRegulations = "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (SI 2018/952), regulation 8(4)"

// accessibilityRules ask that the report says who can read it.
var accessibilityRules = []Rule{
	{
		ID:       "R0-accessibility",
		Title:    "The report says who can read it, and how",
		Level:    Advice,
		Citation: accessibilityRegulations + "(a) to (c)",
		Why:      "The statement, \"an explanation of those parts of the content that are not accessible and the reasons why\" among it, is asked of the website, and can only say of a report what its authors reported. Those who can't read a part learn here why, what there is instead and whom to ask. Whether the report is as accessible as it says, only people who use it can tell.",
		Blind:    "Whether the report is as accessible as it says: only people who use it can tell.",
		Check:    checkAccessibility,
	},
}

func checkAccessibility(r *project.Project, p *Pass) {
	a := &r.Config.Accessibility
	place := at(a.Position, projectFile)
	if a.IsZero() {
		p.Report(projectFile, "write accessibility: with statement, contact, not_accessible and versions; apr schema apr explains each",
			"apr.yaml says nothing of who can read the report: the website's accessibility statement has to say what isn't accessible and why")
		return
	}
	var missing []string
	lacks := func(absent bool, what string) {
		if absent {
			missing = append(missing, what)
		}
	}
	lacks(a.Statement == "", "where the website's statement is (statement)")
	lacks(strings.TrimSpace(a.Contact+r.Config.Authority.Contact) == "", "whom to tell (contact)")
	lacks(len(a.NotAccessible) == 0 && !a.NoneKnown, "what isn't accessible and why (not_accessible, or none_known: true)")
	lacks(len(a.Versions) == 0, "which other versions there are (versions)")
	if len(missing) > 0 {
		p.Report(place, "", "accessibility doesn't say %s", wording.List(missing))
	}
	p.versionsAtOneAddress(a.Versions, place)
	for _, v := range a.Versions {
		if v.URL == "" && strings.TrimSpace(v.How) == "" {
			p.Report(at(v.Position, place), "write url: or how:", "%q is offered, and it isn't said where it is or how to get it", v.Version)
		}
	}
}
