package regs

import (
	"fmt"
	"slices"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
)

// guidanceLayout is where the layout is left to the authority.
const guidanceLayout = "Guidance for performance reporting, second edition, 2.1"

// structureRules hold the report's own order of chapters against what it has to print.
var structureRules = []Rule{
	{
		ID:       "R0-left-out",
		Title:    "The chapters hold everything that the law asks for",
		Level:    Statutory,
		Citation: act + ", section 42(3), and SSI 2014/326, regulation 2",
		Why:      "The layout is the authority's (" + guidanceLayout + "), what the report must contain isn't. An assessment that is written and that no chapter holds isn't published.",
		Blind:    "Whether a reader finds it where it stands.",
		Check:    func(r *project.Project, p *Pass) { checkLeftOut(r, p, true) },
	},
	{
		ID:       "R0-structure",
		Title:    "Each part of the report stands in one chapter",
		Level:    Advice,
		Citation: guidanceLayout,
		Why:      "What structure names twice is printed where it is named first; what it names and isn't there, and what is written and stands in no chapter, is missed by readers and not by apr.",
		Blind:    "Whether the order of the chapters suits those who read them.",
		Check: func(r *project.Project, p *Pass) {
			checkLeftOut(r, p, false)
			checkPlaced(r, p)
		},
	},
}

// checkLeftOut reports the parts that no chapter holds: those that the law asks for, or
// the others.
func checkLeftOut(r *project.Project, p *Pass, asked bool) {
	placement := r.Placement()
	if asked && leavesOut(placement) {
		reportUnknown(p, placement, true, true) // what is left out may follow from it
	}
	structure := at(r.Config.PositionOf("structure"), projectFile)
	for _, part := range placement.LeftOut {
		owed := answersLaw(part)
		if owed != asked {
			continue
		}
		f := Finding{
			Position: structure,
			Found:    "no chapter of structure holds " + project.PartWords(part.Name),
			Hint:     "name it under holds of a chapter, such as - " + project.HeldAs(part.Name),
		}
		if part.Within != "" {
			f.Hint += ", or as a chapter - part: " + part.Within
		}
		if asked {
			f.Found += ", which answers " + regulations(part.Requirements)
		}
		if part.Position.File != "" {
			f.Related = []source.Related{{Position: part.Position, Message: "its text"}}
		}
		p.add(f)
	}
}

// leavesOut reports whether structure names parts that there aren't, and no chapter holds
// one that the law asks for: it is told before these.
func leavesOut(placement *project.Placement) bool {
	return slices.ContainsFunc(placement.Unknown, func(u project.UnknownPart) bool { return u.IsPart }) &&
		slices.ContainsFunc(placement.LeftOut, answersLaw)
}

// reportUnknown reports the names of structure that the report has nothing for: of parts, or
// of the rest. causes says that parts are left out, probably because of it.
func reportUnknown(p *Pass, placement *project.Placement, parts, causes bool) {
	so := ""
	if causes {
		so = ", so that parts that the law asks for may stand in no chapter"
	}
	for _, u := range placement.Unknown {
		if u.IsPart == parts {
			p.add(Finding{Position: at(u.Position, projectFile), Found: fmt.Sprintf("structure names %s, and the report has none%s", u.Name, so), Hint: u.Hint, Likely: causes})
		}
	}
}

// regulations are requirements in a sentence.
func regulations(ids []string) string {
	if len(ids) == 1 {
		return "regulation " + ids[0]
	}
	return "regulations " + wording.List(ids)
}

// answersLaw reports whether a part answers a regulation other than the tenth, under
// which the authority may write what it likes.
func answersLaw(part project.Part) bool {
	for _, id := range part.Requirements {
		if id != "10" {
			return true
		}
	}
	return false
}

func checkPlaced(r *project.Project, p *Pass) {
	placement := r.Placement()
	reportUnknown(p, placement, false, false)
	if !leavesOut(placement) {
		reportUnknown(p, placement, true, false)
	}
	for _, twice := range placement.Twice {
		p.add(Finding{
			Position: at(twice.Second, projectFile), Hint: "take one of them out",
			Found:   "structure names " + project.PartWords(twice.Name) + " a second time; it is printed where it is named first",
			Related: []source.Related{{Position: twice.First, Message: "the first"}},
		})
	}
}
