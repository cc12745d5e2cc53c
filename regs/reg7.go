package regs

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/source"
	"apr/internal/wording"
	"apr/report"
)

// reg7 are the rules of regulation 7, inspection of services.
var reg7 = []Rule{
	{
		ID:          "R7-1a-answered",
		Requirement: "7(1)(a)",
		Title:       "Recommendations of scrutiny bodies are listed, or it is said that there were none",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 7(1)(a)",
		Why:         "Silence can't be told from an omission; a statement that there were none can be checked against the bodies' websites.",
		Check:       checkInspectionsAnswered,
	},
	{
		ID:          "R7-1a-recommendation",
		Requirement: "7(1)(a)",
		Title:       "Each recommendation listed says something",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 7(1)(a)",
		Why:         "A list of recommendations without their text is none.",
		Check:       checkRecommendationTexts,
	},
	{
		ID:          "R7-1a-inspection",
		Requirement: "7(1)(a)",
		Title:       "Each inspection listed has a recommendation",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 7(1)",
		Why:         "The regulation is about inspections that led to recommendations; beside those, one without any reads like an omission.",
		Check:       checkInspectionsHaveRecommendations,
	},
	{
		ID:          "R7-1a-body",
		Requirement: "7(1)(a)",
		Title:       "The body is a scrutiny body of regulation 7(2)",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 7(2); Guidance for performance reports (2016), paragraph 5.15",
		Quote:       "details of any inspections carried out relating to the functions delegated to the Partnership, by any of the following scrutiny bodies, including joint inspections, in the course of the year",
		Why:         "Four bodies' recommendations have to be reported. Others may be, under regulation 10, but a reader shouldn't take them for those.",
		Check:       checkScrutinyBody,
	},
	{
		ID:          "R7-1a-date",
		Requirement: "7(1)(a)",
		Title:       "Recommendations were made during the reporting year",
		Level:       Guidance,
		Citation:    "SSI 2014/326, regulation 7(1); Guidance for performance reports (2016), paragraph 5.15",
		Quote:       "details of any inspections carried out relating to the functions delegated to the Partnership, by any of the following scrutiny bodies, including joint inspections, in the course of the year",
		Why:         "The regulation is about recommendations made during the year; those of another belong to its report.",
		Check:       checkInspectionDates,
	},
	{
		ID:          "R7-1b-action",
		Requirement: "7(1)(b)",
		Title:       "Each recommendation has the action taken",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 7(1)(b)",
		Why:         "People want to know whether what the inspectors found was put right.",
		Check:       checkActions,
	},
}

// recommendations counts the recommendations listed.
func recommendations(reg report.Inspections) (n int) {
	for _, e := range reg.Entries {
		n += len(e.Recommendations)
	}
	return n
}

const noRecommendations = "declared: no scrutiny body made a recommendation during the year"

func checkInspectionsAnswered(r *report.Report, p *Pass) {
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
	case reg.None:
		p.Nil(at(reg.Position, file), noRecommendations)
	case n == 0 && !slices.ContainsFunc(reg.Entries, linked): // else R7-1a-link speaks
		p.Report(at(reg.Position, file), "write none: true, or inspections with their recommendations, in "+file.File,
			"regulation 7(1)(a) wants a list of scrutiny bodies' recommendations; the report doesn't say whether there were any")
	}
}

// firstRecommendation is where the first recommendation stands.
func firstRecommendation(reg report.Inspections) source.Position {
	for _, e := range reg.Entries {
		for _, rec := range e.Recommendations {
			return at(rec.Position, rec.Recommendation.Position, e.Position)
		}
	}
	return source.Position{}
}

// eachRecommendation calls f with each recommendation, its place and its name.
func eachRecommendation(r *report.Report, f func(rec report.Recommendation, place source.Position, name string)) {
	file := regulationFile(r, 7)
	for _, e := range r.Narrative.Reg7.Entries {
		for i, rec := range e.Recommendations {
			f(rec, at(rec.Position, e.Position, file), fmt.Sprintf("recommendation %d of %s on %q", i+1, e.Body, e.Service))
		}
	}
}

func checkRecommendationTexts(r *report.Report, p *Pass) {
	eachRecommendation(r, func(rec report.Recommendation, place source.Position, name string) {
		p.need(rec.Recommendation, place, "the text of "+name, "regulation 7(1)(a) wants a list of the recommendations",
			"write recommendation in "+regulationFile(r, 7).File)
	})
}

func checkInspectionsHaveRecommendations(r *report.Report, p *Pass) {
	reg := r.Narrative.Reg7
	if recommendations(reg) == 0 && !slices.ContainsFunc(reg.Entries, linked) {
		return // answered with none: true, or R7-1a-answered has said so
	}
	for _, e := range reg.Entries {
		if len(e.Recommendations) == 0 && !(linked(e) && !reg.None) {
			p.Report(at(e.Position, reg.Position, regulationFile(r, 7)),
				"list its recommendations, or speak of it in introduction",
				"the inspection of %q by %s lists no recommendation", e.Service, e.Body)
		}
	}
}

// housingRegulator is a scrutiny body by guidance paragraph 5.15 and not by
// regulation 7(2).
const housingRegulator = "Scottish Housing Regulator"

// namesBody reports whether a body as given, which may be several in a joint
// inspection, names another.
func namesBody(given, body string) bool {
	return strings.Contains(plainName(given), plainName(body))
}

func checkScrutinyBody(r *report.Report, p *Pass) {
	var names, short []string
	for _, b := range lawOf(r).ScrutinyBodies {
		names = append(names, b.Names()...)
		if b.Short != "" {
			short = append(short, plainName(b.Short))
		}
	}
	for i, e := range r.Narrative.Reg7.Entries {
		switch {
		case slices.ContainsFunc(names, func(b string) bool { return namesBody(e.Body, b) }):
		case slices.Contains(short, plainName(e.Body)):
		case namesBody(e.Body, housingRegulator):
			p.Note("the " + housingRegulator + " is listed by paragraph 5.15 of the guidance, not by regulation 7(2)")
		default:
			hint := "report it in regulation-10.yaml if it isn't one of Healthcare Improvement Scotland, the Care Inspectorate, Audit Scotland and the Accounts Commission"
			if n := source.Nearest(e.Body, names); n != "" {
				hint = fmt.Sprintf("did you mean %q?", n)
			}
			p.Report(textPlace(r, 7, fmt.Sprintf("inspections[%d].body", i), e.Position), hint, "%q is not a scrutiny body under regulation 7(2)", e.Body)
		}
	}
}

func checkInspectionDates(r *report.Report, p *Pass) {
	for i, e := range r.Narrative.Reg7.Entries {
		place := textPlace(r, 7, fmt.Sprintf("inspections[%d].date", i), e.Position)
		p.yearOf(r, e.Date, place, fmt.Sprintf("the report of %s on %q", e.Body, e.Service))
	}
}

func checkActions(r *report.Report, p *Pass) {
	reg, file := r.Narrative.Reg7, regulationFile(r, 7)
	switch n := recommendations(reg); {
	case n > 0:
		eachRecommendation(r, func(rec report.Recommendation, place source.Position, name string) {
			p.need(rec.Action, place, "the action taken on "+name,
				"regulation 7(1)(b) wants details of the action taken to implement each recommendation", "write action in "+file.File)
		})
	case reg.None:
		p.Nil(at(reg.Position, file), noRecommendations)
	case slices.ContainsFunc(reg.Entries, linked): // R7-1b-link speaks
	default:
		p.Report(at(reg.Position, file), "write none: true, or action under each recommendation, in "+file.File,
			"regulation 7(1)(b) wants the action taken on each recommendation; the report doesn't say whether there were any")
	}
}
