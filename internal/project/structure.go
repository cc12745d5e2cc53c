package project

import (
	"cmp"
	"fmt"
	"strings"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Chapter is an entry of structure: a part of the report by its name, or a chapter of
// the authority's own that holds parts. Guidance leaves the layout to the authority
// (second edition, 2.1).
type Chapter struct {
	Part     string          `yaml:"part,omitempty" jsonschema:"description=A part as apr has it such as foreword; glance; finance; localities"`
	Chapter  string          `yaml:"chapter,omitempty" jsonschema:"description=The title of a chapter of your own"`
	Appendix string          `yaml:"appendix,omitempty" jsonschema:"description=The title of an appendix of your own; appendices are lettered"`
	Holds    []Held          `yaml:"holds,omitempty" jsonschema:"description=What the chapter or appendix holds in order"`
	Position source.Position `yaml:"-"`
}

// Held is one thing that a chapter holds. Exactly one of its keys is given.
type Held struct {
	Part       string          `yaml:"part,omitempty" jsonschema:"description=A part as apr has it such as finance or inspections; or a part of one such as spend by matter"`
	Outcome    int             `yaml:"outcome,omitempty" jsonschema:"description=The assessment of a national outcome by its number with its indicators"`
	Principle  string          `yaml:"principle,omitempty" jsonschema:"description=The assessment of a delivery principle: a or b(i) to b(xii)"`
	Locality   string          `yaml:"locality,omitempty" jsonschema:"description=The assessment of a locality by its name"`
	Section    string          `yaml:"section,omitempty" jsonschema:"description=A section of regulation-10.yaml by its title"`
	Text       string          `yaml:"text,omitempty" jsonschema:"description=A section of regulation-10.yaml by its title; printed without the title"`
	CaseStudy  string          `yaml:"case_study,omitempty" jsonschema:"description=A case study by its title; it leaves the outcome or locality that it was written under"`
	Indicators []string        `yaml:"indicators,omitempty" jsonschema:"description=Core suite indicators such as NI12: a table of their newest values and their charts"`
	Measures   []string        `yaml:"measures,omitempty" jsonschema:"description=Local measures by id: a table of their newest values"`
	Table      string          `yaml:"table,omitempty" jsonschema:"description=A table of your own by its id under tables"`
	Position   source.Position `yaml:"-"`
}

// Part is something that a report prints in one place, and that structure may put
// into another.
type Part struct {
	// Name is what structure calls it: "finance", "outcome 3", "locality Glenside".
	Name string
	// Within is the part that it is printed in where structure doesn't name it; "" for a
	// chapter.
	Within string
	// Requirements are the ids of those that it answers itself, whatever is printed in it.
	Requirements []string
	// Owed is true where the project has something to print there, or the law asks for it.
	Owed bool
	// Position is where its text is; zero where it has none.
	Position source.Position
}

// Names of parts. Those with an argument end in a blank.
const (
	PartForeword     = "foreword"
	PartGlance       = "glance"
	PartAbout        = "about"
	PartOutcomes     = "outcomes"
	PartOthers       = "other outcomes"
	PartFeedback     = "what people told us"
	PartIndicators   = "indicators"
	PartOtherAreas   = "other areas"
	PartFramework    = "performance framework"
	PartPrinciples   = "principles"
	PartPlanning     = "planning and decisions"
	PartFinance      = "finance"
	PartMatters      = "spend by matter"
	PartProportions  = "spend over the years"
	PartVariance     = "underspend or overspend"
	PartCareGroups   = "spend by care group"
	PartServices     = "spend by service"
	PartReserves     = "reserves"
	PartOutlook      = "financial outlook"
	PartBestValue    = "best value"
	PartLocalities   = "localities"
	PartConsultation = "consultation in localities"
	PartLocalSpend   = "spend by locality"
	PartInspections  = "inspections"
	PartPlanReview   = "review of the plan"
	PartMonitoring   = "monitoring committee"
	PartFurther      = "further information"
	PartFrameworkUse = "use of the national framework"
	PartGoodPractice = "good practice"
	PartLearning     = "what we learned"
	PartGlossary     = "glossary"
	PartReport       = "about this report"
	PartProvisions   = "provisions"

	partOutcome   = "outcome "
	partList      = "outcomes of "
	partPrinciple = "principle "
	partLocality  = "locality "
	partSection   = "section "
	partCaseStudy = "case study "

	// These are held by chapters beside parts.
	heldIndicator = "indicator "
	heldMeasure   = "measure "
	heldTable     = "table "
)

// partKinds are the kinds of what a chapter holds of which there are several: how their
// names begin, and their keys under holds.
var partKinds = []struct{ begins, key string }{
	{partOutcome, "outcome"}, {partPrinciple, "principle"}, {partLocality, "locality"}, {partSection, "section"},
	{partCaseStudy, "case_study"}, {heldIndicator, "indicators"}, {heldMeasure, "measures"}, {heldTable, "table"},
}

// kindOf is the kind of a name, its key under holds and which one of the kind it is; all
// are "" for a part of which there is one.
func kindOf(name string) (kind, key, which string) {
	for _, k := range partKinds {
		which, of := strings.CutPrefix(name, k.begins)
		if of && k.begins == partOutcome && strings.Contains(which, "/") {
			return k.begins, "part", name // one of a list beyond the nine, placed by its whole name
		}
		if of {
			return k.begins, k.key, which
		}
	}
	return "", "", ""
}

// PartWords is a part in a sentence: outcome 1, the part "finance".
func PartWords(name string) string {
	if kind, _, _ := kindOf(name); kind != "" {
		return name
	}
	return fmt.Sprintf("the part %q", name)
}

// HeldAs is how an entry of holds names a part: "outcome: 1", "part: finance".
func HeldAs(name string) string {
	if _, key, which := kindOf(name); key != "" {
		return key + ": " + which
	}
	return "part: " + name
}

// OutcomePart, ListPart, ListedPart, PrinciplePart, LocalityPart, SectionPart,
// CaseStudyPart and MeasurePart name parts of which there are several.
func OutcomePart(no int) string         { return partOutcome + fmt.Sprint(no) }
func ListPart(list string) string       { return partList + list }
func ListedPart(list, id string) string { return partOutcome + list + "/" + id }
func PrinciplePart(id string) string    { return partPrinciple + id }
func LocalityPart(name string) string   { return partLocality + name }
func SectionPart(title string) string   { return partSection + strings.TrimSpace(title) }
func CaseStudyPart(title string) string { return partCaseStudy + strings.TrimSpace(title) }
func MeasurePart(id string) string      { return heldMeasure + id }

// listParts adds the outcomes of lists beyond the nine. Of a list that has something to
// say of none it is the list that is owed.
func (r *Project) listParts(add func(name, within string, owed bool, at source.Position, requirements ...string)) {
	for i, l := range r.Config.OutcomeLists() {
		said := 0
		for _, o := range l.Outcomes {
			at, owed := r.listedText(l.ID, o.ID)
			if owed {
				said++
			}
			add(ListedPart(l.ID, o.ID), ListPart(l.ID), owed, at)
		}
		add(ListPart(l.ID), PartOthers, said == 0, r.Config.Outcomes[i].Position)
	}
}

// listedText is where an outcome of a list is assessed, and whether the report says
// anything of it: in a text, or in a measure.
func (r *Project) listedText(list, id string) (at source.Position, owed bool) {
	if r.Narrative != nil {
		for _, a := range r.Narrative.Reg3.Others {
			if a.Assesses(list, id) {
				return a.Position, true
			}
		}
	}
	if r.Framework != nil {
		for _, m := range r.Framework.Measures {
			owed = owed || m.Serves(list, id)
		}
	}
	return source.Position{}, owed
}

// Parts are what this report can print, in the order in which it does where the project
// has no structure.
func (r *Project) Parts() []Part {
	n, c, e := cmp.Or(r.Narrative, &Narrative{}), r.Config, r.Law()
	var parts []Part
	add := func(name, within string, owed bool, at source.Position, requirements ...string) {
		parts = append(parts, Part{Name: name, Within: within, Requirements: requirements, Owed: owed, Position: at})
	}
	text := func(name, within string, t yamlpos.Text, requirements ...string) {
		add(name, within, !t.IsZero(), t.Position, requirements...)
	}
	stories := func(within string, list []Story) {
		for _, story := range list {
			add(CaseStudyPart(story.Title), within, true, story.Position)
		}
	}
	account := r.Account != nil
	text(PartForeword, "", n.Opening.Foreword)
	add(PartGlance, "", !n.Opening.Glance.IsZero() || r.Indicators != nil, n.Opening.Glance.Position)
	text(PartAbout, "", n.Opening.About)

	text(PartOutcomes, "", n.Reg3.Introduction)
	text(PartFeedback, PartOutcomes, n.Reg3.Feedback)
	for _, o := range e.Outcomes {
		at, written := n.Reg3.Position, []Story(nil)
		for _, a := range n.Reg3.Outcomes {
			if a.Assesses(o.No) {
				at = a.Position
			}
			if a.Outcome == o.No {
				written = append(written, a.Stories...)
			}
		}
		add(OutcomePart(o.No), PartOutcomes, true, at, "3(a)(i)", "3(a)(ii)", "3(a)(iii)")
		stories(OutcomePart(o.No), written)
	}
	add(PartOthers, "", false, source.Position{})
	r.listParts(add)
	add(PartIndicators, "", r.Indicators != nil, source.Position{}, "3(a)(ii)", "3(a)(iii)")
	add(PartOtherAreas, PartIndicators, c.Indicators.OtherAreas && r.Indicators != nil, source.Position{})
	add(PartFramework, "", r.Framework != nil, source.Position{}, "3(a)(ii)", "3(a)(iii)")
	add(PartPrinciples, "", false, source.Position{})
	for _, p := range e.Principles {
		at := n.Reg3.Position
		for _, a := range n.Reg3.Principles {
			if a.Assesses(p.ID) {
				at = a.Position
			}
		}
		add(PrinciplePart(p.ID), PartPrinciples, true, at, "3(b)")
	}
	add(PartPlanning, "", true, n.Reg3.Planning.Position, "3(c)")

	text(PartFinance, "", n.Reg4.Introduction)
	add(PartMatters, PartFinance, account, source.Position{}, "4(1)(a)", "4(1)(b)")
	add(PartProportions, PartFinance, account, source.Position{}, "4(1)(b)", "4(3)")
	add(PartVariance, PartFinance, true, n.Reg4.Position, "4(1)(c)", "4(3)")
	add(PartCareGroups, PartFinance, account && len(r.Account.CareGroups) > 0, source.Position{}, "4(1)(a)", "4(1)(b)", "4(3)")
	add(PartServices, PartFinance, account, source.Position{})
	add(PartReserves, PartFinance, len(c.Finance.Reserves) > 0 || !n.Reg4.Reserves.IsZero(), n.Reg4.Reserves.Position)
	text(PartOutlook, PartFinance, n.Reg4.Outlook)
	add(PartBestValue, "", true, n.Reg5.Assessment.Position, "5(1)")

	text(PartLocalities, "", n.Reg6.Introduction)
	add(PartConsultation, PartLocalities, true, n.Reg6.Consultation.Position, "6(1)(a)")
	for _, l := range c.Localities {
		at, written := l.Position, []Story(nil)
		for _, a := range n.Reg6.Localities {
			if a.Locality == l.Name {
				at, written = a.Position, append(written, a.Stories...)
			}
		}
		add(LocalityPart(l.Name), PartLocalities, true, at, "6(1)(b)")
		stories(LocalityPart(l.Name), written)
	}
	add(PartLocalSpend, PartLocalities, account && len(r.Account.Localities) > 0, source.Position{}, "6(2)", "6(3)")

	add(PartInspections, "", true, n.Reg7.Position, "7(1)(a)", "7(1)(b)")
	add(PartPlanReview, "", true, n.Reg8.Position, "8(a)", "8(b)", "8(c)")
	add(PartMonitoring, "", len(n.Reg9.Entries) > 0 || e.Model(string(c.Authority.Model)).Committee, n.Reg9.Position, "9")
	add(PartFurther, "", false, n.Reg10.Position, "10")
	for _, s := range n.Reg10.Sections {
		add(SectionPart(s.Title), PartFurther, true, s.Position, "10")
	}
	text(PartFrameworkUse, PartFurther, n.Reg10.Framework, "10")
	add(PartGoodPractice, PartFurther, len(n.Reg10.GoodPractice) > 0, n.Reg10.Position, "10")
	text(PartLearning, PartFurther, n.Reg10.Learning, "10")
	add(PartGlossary, "", len(n.Opening.Glossary) > 0, n.Opening.Position)
	add(PartReport, "", true, source.Position{}, "42(4)")
	add(PartProvisions, "", true, source.Position{})
	return parts
}
