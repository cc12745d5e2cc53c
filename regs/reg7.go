package regs

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/regs/evidence"
)

// reg7 are the rules of regulation 7, inspection of services.
var reg7 = []Rule{
	{
		ID:          "R7-1a-answered",
		Requirement: "7(1)(a)",
		Title:       "Recommendations of scrutiny bodies are listed or declared not to have been, not both",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 7(1)(a)",
		Why:         "A report that says both can't be relied on for either.",
		Blind:       "Inspections that nobody listed; apr doesn't read the bodies' websites.",
		Check:       checkInspectionsAnswered,
	},
	{
		ID:          "R7-1a-recommendation",
		Requirement: "7(1)(a)",
		Title:       "Each recommendation listed says something",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 7(1)(a)",
		Why:         "A list of recommendations without their text is none.",
		Blind:       "Whether it is the body's own wording, and whether all recommendations of the inspection are there.",
		Check:       checkRecommendationTexts,
	},
	{
		ID:          "R7-1a-inspection",
		Requirement: "7(1)(a)",
		Title:       "An inspection that is listed has its recommendations, or says that it made none",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 7(1)",
		Why:         "The regulation wants the recommendations. The first edition of the guidance, 5.15, wanted details of each inspection too, so one that made none belongs into the list; among the others, one without any reads like an omission unless it says so.",
		Blind:       "Whether an inspection that says none: true made none.",
		Check:       checkInspectionsHaveRecommendations,
	},
	{
		ID:          "R7-1a-body",
		Requirement: "7(1)(a)",
		Title:       "The body is a scrutiny body of regulation 7(2)",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 7(2); " + guidanceFirst + "5.15",
		Quote:       "details of any inspections carried out relating to the functions delegated to the Partnership, by any of the following scrutiny bodies, including joint inspections, in the course of the year",
		Why:         "Four bodies' recommendations have to be reported. Others may be, under regulation 10, but a reader shouldn't take them for those.",
		Blind:       "Whether that body made the inspection. A body named among others of a joint inspection is taken for one.",
		Check:       checkScrutinyBody,
	},
	{
		ID:          "R7-1a-date",
		Requirement: "7(1)(a)",
		Title:       "Recommendations were made during the reporting year",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 7(1); " + guidanceFirst + "5.15",
		Quote:       "details of any inspections carried out relating to the functions delegated to the Partnership, by any of the following scrutiny bodies, including joint inspections, in the course of the year",
		Why:         "The regulation is about recommendations made during the year; those of another belong to its report.",
		Blind:       "Whether the date is that of the recommendation rather than of the visit; an inspection without a date passes.",
		Check:       checkInspectionDates,
	},
	{
		ID:          "R7-1a-graded",
		Requirement: "7(1)(a)",
		Title:       "A graded inspection of the year is listed with its recommendations, or said to have asked for nothing",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 7(1)(a); " + guidanceFirst + "5.15",
		Quote:       "details of any inspections carried out relating to the functions delegated to the Partnership, by any of the following scrutiny bodies, including joint inspections, in the course of the year",
		Why:         "Grades aren't recommendations. The Care Inspectorate calls what it asks of a service requirements and areas for improvement: where an inspection made any, a reader looks for them in the list, and for what was done.",
		Blind:       "Whether the numbers of requirements and areas for improvement are those of the inspection report.",
		Check:       checkGradedInspections,
	},
	{
		ID:          "R7-1a-grades",
		Requirement: "7(1)(a)",
		Title:       "A service's graded inspections come in order of date, and none after the reporting year",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 7(1)",
		Why:         "An inspection out of order often has a wrong year. One of after the reporting year belongs to the next report, and would be taken for this year's.",
		Blind:       "A wrong date that is in order, and a grade that is another service's.",
		Check:       checkGradesOrder,
	},
	{
		ID:          "R7-1b-action",
		Requirement: "7(1)(b)",
		Title:       "Each recommendation has the action taken",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 7(1)(b)",
		Why:         "People want to know whether what the inspectors found was put right.",
		Blind:       "Whether the action was taken, and whether it does what the recommendation asks.",
		Check:       checkActions,
	},
	{
		ID:          "R7-1b-repeats",
		Requirement: "7(1)(b)",
		Title:       "An action isn't its recommendation said again",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 7(1)(b)",
		Why:         "To say that what was recommended is so, in the words of the recommendation, tells a reader neither what was done nor when. Where they say only that it should be done, R7-1b-action reports that there is no action.",
		Blind:       "A recommendation said again in other words, and what was done where a text tells it in the recommendation's.",
		Check:       checkRepeats,
	},
	{
		ID:          "R7-1a-link",
		Requirement: "7(1)(a)",
		Title:       "Recommendations that are only linked to are listed as well",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 7(1)(a); " + guidanceFirst + "5.17",
		Quote:       "Where appropriate, information may be provided via a link where the inspection reports and action plans can be found through their usual routes of publication.",
		Why:         "The first edition of the guidance allowed a link to a published inspection report where appropriate, so a link isn't held to be an omission. But the regulation asks for a list in the report, so the requirement isn't called met until there is one.",
		Blind:       "What stands behind the link: apr opens no address.",
		Check:       checkLinkedRecommendations,
	},
	{
		ID:          "R7-1b-link",
		Requirement: "7(1)(b)",
		Title:       "Action on recommendations that are only linked to is reported as well",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 7(1)(b); " + guidanceFirst + "5.17",
		Quote:       "Where appropriate, information may be provided via a link where the inspection reports and action plans can be found through their usual routes of publication.",
		Why:         "The first edition of the guidance allowed a link to a published action plan where appropriate. The regulation asks for details of the action taken in relation to each recommendation, and an inspection report can't hold what was done after it.",
		Blind:       "Whether the action plan behind the link covers each recommendation.",
		Check:       checkLinkedActions,
	},
}

// recommendations counts the recommendations listed.
func recommendations(reg project.Inspections) (n int) {
	for _, e := range reg.Entries {
		n += len(e.Recommendations)
	}
	return n
}

// noneMade reports whether the report says that there were no recommendations: for
// all, or for each inspection that it lists.
func noneMade(reg project.Inspections) bool {
	without := func(e project.Inspection) bool { return e.None && len(e.Recommendations) == 0 }
	return recommendations(reg) == 0 && (reg.None || len(reg.Entries) > 0 && !slices.ContainsFunc(reg.Entries, func(e project.Inspection) bool { return !without(e) }))
}

const noRecommendations = "declared: no scrutiny body made a recommendation during the year"

func checkInspectionsAnswered(r *project.Project, p *Pass) {
	reg, file := r.Narrative.Reg7, regulationFile(r, 7)
	n := recommendations(reg)
	switch {
	case reg.None && n > 0:
		p.add(Finding{
			Position: at(reg.Position, file),
			Found:    fmt.Sprintf("%s says none: true and lists %s: it can't be both", file.File, wording.Count(n, "recommendation")),
			Hint:     "take none: true out, or the recommendations",
			Related:  []source.Related{{Position: at(firstRecommendation(reg), file), Message: "the first recommendation listed"}},
		})
	case noneMade(reg):
		p.Nil(at(reg.Position, file), noRecommendations)
	}
}

// firstRecommendation is where the first recommendation is.
func firstRecommendation(reg project.Inspections) source.Position {
	for _, e := range reg.Entries {
		for _, rec := range e.Recommendations {
			return at(rec.Position, rec.Recommendation.Position, e.Position)
		}
	}
	return source.Position{}
}

// eachRecommendation calls f with each recommendation, its place and its name.
func eachRecommendation(r *project.Project, f func(rec project.Recommendation, place source.Position, name string)) {
	file := regulationFile(r, 7)
	for _, e := range r.Narrative.Reg7.Entries {
		for i, rec := range e.Recommendations {
			f(rec, at(rec.Position, e.Position, file), fmt.Sprintf("recommendation %d of %s on %q", i+1, e.Body, e.Service))
		}
	}
}

func checkRecommendationTexts(r *project.Project, p *Pass) {
	eachRecommendation(r, func(rec project.Recommendation, place source.Position, name string) {
		p.need(rec.Recommendation, place, "the text of "+name, "regulation 7(1)(a) wants a list of the recommendations",
			"write recommendation in "+regulationFile(r, 7).File)
	})
}

func checkInspectionsHaveRecommendations(r *project.Project, p *Pass) {
	reg, file := r.Narrative.Reg7, regulationFile(r, 7)
	for _, e := range reg.Entries {
		place := at(e.Position, reg.Position, file)
		switch n := len(e.Recommendations); {
		case e.None && n > 0:
			p.add(Finding{Position: place, Found: fmt.Sprintf("the inspection of %q by %s says none: true and lists %s", e.Service, e.Body, wording.Count(n, "recommendation")),
				Hint:    "take none: true out, or the recommendations",
				Related: []source.Related{{Position: at(e.Recommendations[0].Position, place), Message: "the first recommendation listed"}}})
		case n > 0 || e.None || reg.None || linked(e):
		case recommendations(reg) > 0: // else R7-1a-unanswered speaks
			p.Report(place, "list its recommendations, or write none: true under it",
				"the inspection of %q by %s lists no recommendation", e.Service, e.Body)
		}
	}
}

// housingRegulator is a scrutiny body by the first edition of the guidance, 5.15, and not by
// regulation 7(2).
const housingRegulator = "Scottish Housing Regulator"

// namesBody reports whether a body as given, which may be several in a joint
// inspection, names another.
func namesBody(given, body string) bool {
	return strings.Contains(plainName(given), plainName(body))
}

func checkScrutinyBody(r *project.Project, p *Pass) {
	var names, usual, short []string
	for _, b := range lawOf(r).ScrutinyBodies {
		names = append(names, b.Names()...)
		usual = append(usual, b.Names()[0])
		if b.Short != "" {
			short = append(short, plainName(b.Short))
		}
	}
	for i, e := range r.Narrative.Reg7.Entries {
		switch {
		case slices.ContainsFunc(names, func(b string) bool { return namesBody(e.Body, b) }):
		case slices.Contains(short, plainName(e.Body)):
		case namesBody(e.Body, housingRegulator):
			p.Note("the " + housingRegulator + " is listed by the first edition of the guidance, 5.15, not by regulation 7(2)")
		default:
			hint := "report it in regulation-10.yaml if it isn't one of " + wording.List(usual)
			if n := source.Nearest(e.Body, names); n != "" {
				hint = fmt.Sprintf("did you mean %q?", n)
			}
			p.Report(textPosition(r, 7, fmt.Sprintf("inspections[%d].body", i), e.Position), hint, "%q is not a scrutiny body under regulation 7(2)", e.Body)
		}
	}
}

func checkInspectionDates(r *project.Project, p *Pass) {
	for i, e := range r.Narrative.Reg7.Entries {
		place := textPosition(r, 7, fmt.Sprintf("inspections[%d].date", i), e.Position)
		p.yearOf(r, e.Date, place, fmt.Sprintf("the report of %s on %q", e.Body, e.Service))
	}
}

func checkActions(r *project.Project, p *Pass) {
	reg, file := r.Narrative.Reg7, regulationFile(r, 7)
	switch n := recommendations(reg); {
	case n > 0:
		eachRecommendation(r, func(rec project.Recommendation, place source.Position, name string) {
			if p.repeats(rec) == evidence.Ought {
				p.add(Finding{Position: rec.Action.Position, Found: "the action taken on " + name + " says only that it should be done",
					Wanted: "regulation 7(1)(b) wants details of the action taken to implement each recommendation", Hint: "write what was done, by whom and when",
					Related: []source.Related{{Position: rec.Recommendation.Position, Message: "the recommendation"}}})
				return
			}
			p.need(rec.Action, place, "the action taken on "+name,
				"regulation 7(1)(b) wants details of the action taken to implement each recommendation", "write action in "+file.File)
		})
	case noneMade(reg):
		p.Nil(at(reg.Position, file), noRecommendations)
	}
}

// repeats is how the words of an action are those of its recommendation.
func (p *Pass) repeats(rec project.Recommendation) evidence.Repeats {
	if !says(rec.Action) || !says(rec.Recommendation) {
		return evidence.Own
	}
	return p.reading.words().Repeats(rec.Action.Markdown, rec.Recommendation.Markdown)
}

func checkRepeats(r *project.Project, p *Pass) {
	eachRecommendation(r, func(rec project.Recommendation, _ source.Position, name string) {
		if p.repeats(rec) == evidence.Nearly {
			p.add(Finding{Position: rec.Action.Position, Found: "the action taken on " + name + " has hardly a word that the recommendation hasn't",
				Hint: "say what was done, by whom and when", Related: []source.Related{{Position: rec.Recommendation.Position, Message: "the recommendation"}}})
		}
	})
}

// linked reports whether an inspection gives its recommendations by a link
// alone.
func linked(e project.Inspection) bool {
	return !e.None && len(e.Recommendations) == 0 && strings.TrimSpace(e.URL) != ""
}

// eachLinked calls f with each inspection that gives its recommendations by a
// link alone, and the link's place. Where it is declared that there were no
// recommendations a link isn't to any.
func eachLinked(r *project.Project, f func(e project.Inspection, link source.Position)) {
	if r.Narrative.Reg7.None {
		return
	}
	for i, e := range r.Narrative.Reg7.Entries {
		if linked(e) {
			f(e, textPosition(r, 7, fmt.Sprintf("inspections[%d].url", i), e.Position))
		}
	}
}

func checkLinkedRecommendations(r *project.Project, p *Pass) {
	eachRecommendation(r, func(rec project.Recommendation, _ source.Position, name string) {
		if says(rec.Recommendation) && p.holds(rec.Recommendation) == evidence.Link {
			p.Pending(rec.Recommendation.Position, "write the recommendation as the body worded it",
				"%s is given by a link, which the first edition of the guidance, 5.17, allowed where appropriate; regulation 7(1)(a) wants a list of the recommendations", name)
		}
	})
	eachLinked(r, func(e project.Inspection, link source.Position) {
		p.Evidence(link)
		p.Pending(link, "list its recommendations; where it made none, speak of it in introduction",
			"the recommendations of %s on %q are given by a link, which the first edition of the guidance, 5.17, allowed where appropriate; regulation 7(1)(a) wants a list of them", e.Body, e.Service)
	})
}

func checkLinkedActions(r *project.Project, p *Pass) {
	eachRecommendation(r, func(rec project.Recommendation, _ source.Position, name string) {
		if says(rec.Action) && p.holds(rec.Action) == evidence.Link {
			p.Pending(rec.Action.Position, "write what was done",
				"the action taken on %s is given by a link; the first edition of the guidance, 5.17, allowed one to an action plan, regulation 7(1)(b) wants details of the action taken", name)
		}
	})
	eachLinked(r, func(e project.Inspection, link source.Position) {
		p.Evidence(link)
		p.Pending(link, "write action under each of its recommendations",
			"what was done about the recommendations of %s on %q isn't reported; the first edition of the guidance, 5.17, allowed a link to an action plan, regulation 7(1)(b) wants details of the action taken", e.Body, e.Service)
	})
}
