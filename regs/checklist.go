package regs

import (
	"fmt"
	"slices"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// ChecklistSource is where the points of the checklist are. The page that was read
// ends within its tenth point.
const ChecklistSource = "Health and social care - annual performance reports: statutory guidance (second edition), Annex A, checklist in preparing a performance report"

// PointState is the state of a point of the checklist.
type PointState string

// States of a point. What is answered is there; whether it is sound, only people can
// judge.
const (
	Answered  PointState = "answered"
	Open      PointState = "open"
	ForPeople PointState = "people"
)

// ChecklistPoint is a point of Annex A with what answers it.
type ChecklistPoint struct {
	Number int
	// Asks are the guidance's words.
	Asks  string
	State PointState
	// Requirements are those that the point asks for, with their verdicts.
	Requirements []RequirementVerdict
	// Found is what apr found in addition to the requirements, and Evidence where.
	Found    string
	Evidence []source.Position
	// People is what nobody but people can judge.
	People string
}

// annexA are the points as the guidance has them.
var annexA = []struct {
	asks   string
	of     []string // requirements; "*" for all
	look   func(*project.Project, *ChecklistPoint)
	people string
}{
	{"Ensure local analytical support is available to support the business as usual elements of performance reporting. Consider the additional support that may be required from PHS LIST analysts to produce the report",
		nil, nil, "whether there is enough analytical support: nothing in the report shows it"},
	{"Consider the application of the Framework for Community Health and Social Care Integrated Services",
		nil, lookForFramework, "whether the framework was applied as the text says"},
	{"Ensure that the report meets the content requirements",
		[]string{"*"}, nil, "whether each assessment is sound, fair and complete"},
	{"Ensure that an assessment of performance in relation to the national health and wellbeing outcomes is included in the report",
		[]string{"3(a)(i)"}, nil, "whether the plan and the money contributed as the assessments say"},
	{"Ensure that the report includes the integration authority's performance against the national indicators (including a comparison between the reporting year and the five preceding reporting years)",
		[]string{"3(a)(ii)", "3(a)(iii)"}, nil, "whether the reasons that are given for a change are the right ones"},
	{"Consider the use of wider data, supplementary to the integration indicators, to evaluate progress against the strategic plan",
		nil, lookForWiderData, "whether these data are those that matter for the plan"},
	{"Ensure that the annual performance report contains information about the number of significant decisions that have been made outside of strategic planning and the reasons for such decisions",
		[]string{"3(c)"}, nil, "whether every decision that section 36 of the Act speaks of is in the list"},
	{"Ensure that detail is included on reasons for any review of the strategic plan conducted within the reporting period, whether this resulted in any changes and a description of changes",
		[]string{"8(a)", "8(b)", "8(c)"}, nil, "whether the description says what matters of the changes"},
	{"Ensure the report includes the required information for each locality",
		[]string{"6(1)(a)", "6(1)(b)", "6(2)", "6(3)"}, nil, "whether those who were consulted would say the same"},
	{"Ensure the report includes the […]",
		[]string{"4(1)(a)", "4(1)(b)", "4(1)(c)", "4(3)", "5(1)", "7(1)(a)", "7(1)(b)", "9", "42(4)"}, lookForRest,
		"this point and those after it, if there are any: apr knows the page only up to here; read them in the guidance"},
}

// Checklist is Annex A with what answers each of its points.
func Checklist(r *project.Project, res *Result) []ChecklistPoint {
	var all []ChecklistPoint
	for i, a := range annexA {
		p := ChecklistPoint{Number: i + 1, Asks: a.asks, State: ForPeople, People: a.people}
		for _, v := range res.Requirements {
			if slices.Contains(a.of, v.ID) || slices.Contains(a.of, "*") {
				p.Requirements = append(p.Requirements, v)
				p.State = Answered
			}
		}
		if slices.ContainsFunc(p.Requirements, func(v RequirementVerdict) bool {
			return v.Verdict == Missing || v.Verdict == Incomplete || v.Verdict == Unanswered
		}) {
			p.State = Open
		}
		if a.look != nil {
			p.State = Open
			a.look(r, &p)
			if len(p.Evidence) > 0 {
				p.State = Answered
			}
		}
		all = append(all, p)
	}
	return all
}

// lookForRest says what stands under the point that isn't known whole: what the law asks
// for and no point before names. Whether the point asks for it only people can tell.
func lookForRest(_ *project.Project, p *ChecklistPoint) {
	p.State = ForPeople
	p.Found = "apr lists here what the law asks for and no point before it names"
}

// lookForFramework finds what the report says of the framework.
func lookForFramework(r *project.Project, p *ChecklistPoint) {
	p.Found = "the report doesn't say how the framework was used"
	if t := r.Narrative.Reg10.Framework; says(t) {
		p.Found, p.Evidence = "the report says how the framework was used", []source.Position{t.Position}
	}
}

// lookForWiderData finds local measures and what people said.
func lookForWiderData(r *project.Project, p *ChecklistPoint) {
	var found []string
	if f := r.Framework; f != nil && len(f.Measures) > 0 {
		found = append(found, wording.Count(len(f.Measures), "local measure"))
		p.Evidence = append(p.Evidence, at(r.Config.PositionOf("measures"), projectFile))
	}
	for _, t := range []yamlpos.Text{r.Narrative.Reg3.Feedback} {
		if says(t) {
			found = append(found, "local feedback")
			p.Evidence = append(p.Evidence, t.Position)
		}
	}
	p.Found = "the report has neither local measures nor local feedback"
	if len(found) > 0 {
		p.Found = fmt.Sprintf("the report has %s", wording.List(found))
	}
}
