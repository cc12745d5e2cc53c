package regs

import (
	"fmt"
	"slices"

	"apr/finance"
	"apr/internal/law"
	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// reg6 are the rules of regulation 6, localities.
var reg6 = []Rule{
	{
		ID:          "R6-1a-consultation",
		Requirement: "6(1)(a)",
		Title:       "The arrangements for consulting groups on locality decisions are described",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 6(1)(a); " + act + ", section 41",
		Why:         "People in a locality want to see how they were heard before a decision about it.",
		Blind:       "Whether the groups were consulted before the decision, and whether they were the ones that section 41 and its regulations mean.",
		Check:       checkConsultation,
	},
	{
		ID:          "R6-1a-planning-with-people",
		Requirement: "6(1)(a)",
		Title:       "The description of consultation says whether Planning with People was followed",
		Level:       Advice,
		Citation:    guidanceSecond + "2.1",
		Quote:       "Planning with People: Community Engagement and Participation Guidance supports public bodies that plan and deliver health and social care services in Scotland, including integration authorities",
		Why:         "Planning with People is how engagement is to be done well in Scotland; a reader can judge arrangements that are held against it.",
		Blind:       "Whether Planning with People was followed. It looks for the guidance's name, and misses arrangements that follow it without naming it.",
		Check:       checkPlanningWithPeople,
	},
	{
		ID:          "R6-1b-two-localities",
		Requirement: "6(1)(b)",
		Title:       "There are two localities or more",
		Level:       Statutory,
		Citation:    act + ", section 29(3)(a)",
		Why:         "The strategic plan divides the area into two or more localities; with fewer, apr.yaml doesn't match the plan.",
		Blind:       "Whether the localities are those of the published plan.",
		Check:       checkTwoLocalities,
	},
	{
		ID:          "R6-1b-each-locality",
		Requirement: "6(1)(b)",
		Title:       "Each locality of the plan has an assessment",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 6(1)(b)",
		Why:         "The law wants the assessment in each locality; a resident looks for their own.",
		Blind:       "Whether what stands under a locality's name happened there.",
		Check:       checkEachLocality,
	},
	{
		ID:          "R6-1b-assessment",
		Requirement: "6(1)(b)",
		Title:       "The assessment of a locality says something",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 6(1)(b)",
		Why:         "A heading over an empty or unfinished text looks like an assessment and isn't one.",
		Blind:       "Whether the arrangements contributed to what the text says of the locality.",
		Check:       checkLocalityTexts,
	},
	{
		ID:          "R6-2-proportion",
		Requirement: "6(2)",
		Title:       "Each locality has its proportion",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 6(2)",
		Why:         "The proportion of the amount paid to or set aside shows how money is shared among places.",
		Blind:       "Whether money was spent where a line or an apportionment puts it.",
		Check:       checkLocalityProportions,
	},
	{
		ID:          "R6-2-unallocated",
		Requirement: "6(2)",
		Title:       "Spend that belongs to no locality is explained",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 6(2)",
		Why:         "Hosted services, set-aside and prescribing often belong to no single locality; a reader has to know what was left out and why.",
		Blind:       "Whether the explanation is a good one; it looks for words such as allocate or apportion.",
		Check:       checkUnallocated,
	},
	{
		ID:          "R6-2-method",
		Requirement: "6(2)",
		Title:       "An apportionment states its method",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 6(2)",
		Why:         "A share by population and one by referrals give different proportions.",
		Blind:       "Whether the method is fair, and whether the shares follow from it.",
		Check:       checkApportionments,
	},
	{
		ID:          "R6-3-base",
		Requirement: "6(3)",
		Title:       "The amount paid to or set aside is known for the 5 preceding years",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 6(3)",
		Why:         "Each year's proportions are of that year's amount.",
		Blind:       "Whether earlier years' amounts were drawn up for the same functions.",
		Check:       checkLocalityBaseYears,
	},
	{
		ID:          "R6-3-locality",
		Requirement: "6(3)",
		Title:       "Each locality's proportion is compared with the 5 preceding years",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 6(3)",
		Why:         "Whether a locality gains or loses shows only over years.",
		Blind:       "Whether a locality had the same borders in each year, and whether since: is the year in which it began.",
		Check:       checkLocalityYears,
	},
	{
		ID:          "R6-1b-measures",
		Requirement: "6(1)(b)",
		Title:       "Each locality's performance is shown by figures where there are any",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 6(1)(b); " + guidanceFirst + "5.7",
		Quote:       "As well as covering performance at Partnership level, where appropriate, they may also wish to consider reporting on the performance for each locality in the Partnership, and how performance in localities contributes towards the performance of the Partnership as a whole.",
		Why:         "The first edition of the guidance suggested it where appropriate: a figure for all of an area hides that one place does well and another doesn't.",
		Blind:       "Whether the figures given are of that locality; it sees that something is said.",
		Check:       checkLocalityMeasures,
	},
}

func checkConsultation(r *project.Project, p *Pass) {
	reg, file := r.Narrative.Reg6, regulationFile(r, 6)
	p.need(reg.Consultation, at(reg.Position, file), "the description of consultation and involvement",
		"regulation 6(1)(a) wants the arrangements made to consult and involve groups in decisions about localities (section 41)",
		"write consultation in "+file.File)
}

// localitiesPosition is where apr.yaml lists the localities, or should list them.
func localitiesPosition(r *project.Project) source.Position {
	return at(r.Config.PositionOf("localities"), r.Config.Position, projectFile)
}

const localitiesHint = "list the localities of the strategic plan under localities in apr.yaml"

func checkTwoLocalities(r *project.Project, p *Pass) {
	if n := len(r.Config.Localities); n < 2 {
		p.Report(localitiesPosition(r), localitiesHint,
			"section 29(3)(a) wants two or more localities in the strategic plan; apr.yaml has %d", n)
	}
}

// localityNames are the localities of the plan.
func localityNames(r *project.Project) []string {
	var names []string
	for _, l := range r.Config.Localities {
		names = append(names, l.Name)
	}
	return names
}

func checkEachLocality(r *project.Project, p *Pass) {
	reg := r.Narrative.Reg6
	var missing []string
	for _, name := range localityNames(r) {
		if !slices.ContainsFunc(reg.Localities, func(a project.LocalityAssessment) bool { return sameName(a.Locality, name) }) {
			missing = append(missing, name)
		}
	}
	if len(missing) == 0 {
		return
	}
	file := regulationFile(r, 6)
	p.add(Finding{
		Position: textPosition(r, 6, "localities", reg.Position),
		Found:    fmt.Sprintf("regulation 6(1)(b) wants an assessment in each locality; there is none of %s", wording.List(missing)),
		Hint:     fmt.Sprintf("add locality: %s with its assessment under localities in %s", missing[0], file.File),
		Related:  []source.Related{{Position: localitiesPosition(r), Message: "the localities of the strategic plan"}},
	})
}

func checkLocalityTexts(r *project.Project, p *Pass) {
	file := regulationFile(r, 6)
	names := localityNames(r)
	for _, a := range r.Narrative.Reg6.Localities {
		if !slices.ContainsFunc(names, func(n string) bool { return sameName(n, a.Locality) }) {
			continue
		}
		p.need(a.Assessment, at(a.Position, file), fmt.Sprintf("the assessment of the locality %q", a.Locality),
			"regulation 6(1)(b) wants how the arrangements contributed to services in accordance with the delivery principles there",
			fmt.Sprintf("write assessment under locality: %s in %s", a.Locality, file.File))
	}
}

func checkLocalityProportions(r *project.Project, p *Pass) {
	const wants = "regulation 6(2) wants, for each locality, the proportion of the amount paid to or set aside for the authority that was spent there"
	_, ok := base(r)
	switch {
	case len(r.Config.Localities) == 0:
		p.Report(localitiesPosition(r), localitiesHint, "%s; apr.yaml names no locality", wants)
		return
	case r.Account == nil:
		p.Report(financePosition(r), ledgerHint, "%s; the project names no ledger", wants)
		return
	case !ok:
		p.Report(financePosition(r), fundingHint, "%s; that amount isn't known for %s", wants, r.Config.Year)
		return
	}
	for _, name := range localityNames(r) {
		l := lineOf(r.Account.Localities, name)
		if l != nil && stated(l.Spend) {
			p.Evidence(amountPosition(r, l.Spend))
			continue
		}
		p.Report(financePosition(r), fmt.Sprintf("add rules with locality: %s, or an apportionment, under finance in apr.yaml", name),
			"%s; no ledger line belongs to %s", wants, name)
	}
}

// explains are words that an explanation of unallocated spend can hardly do
// without.
var explains = lazyregexp.Lazy(`(?i)allocat|apportion|attribut|assign`)

// checkUnallocated looks for an explanation where the report can hold one: the
// introductions of regulations 6 and 4.
func checkUnallocated(r *project.Project, p *Pass) {
	if r.Account == nil || r.Account.Unallocated.Spend.Money == 0 {
		return
	}
	for _, t := range []yamlpos.Text{r.Narrative.Reg6.Introduction, r.Narrative.Reg4.Introduction} {
		if says(t) && explains().MatchString(t.Markdown) {
			p.Evidence(t.Position)
			return
		}
	}
	reg, file := r.Narrative.Reg6, regulationFile(r, 6)
	hint := "explain it in introduction in " + file.File + ", or share it with an apportionment under finance in apr.yaml"
	if slices.ContainsFunc(r.Account.Problems, func(p *source.Problem) bool { return p.Code == finance.CodeTotalLine }) {
		hint = "see first whether it is a subtotal, as one of the ledgers seems to have: what it sums would count twice; if not, " + hint
	}
	p.add(Finding{
		Position: at(reg.Introduction.Position, reg.Position, file),
		Found: fmt.Sprintf("%s belong to no locality and the report doesn't say why they are unallocated, or how they could be apportioned",
			r.Account.Unallocated.Spend.Exact()),
		Hint:    hint,
		Related: relatedAmount(r.Account.Unallocated.Spend, "the first line that no rule allocates"),
	})
}

func checkApportionments(r *project.Project, p *Pass) {
	for _, a := range r.Config.Finance.Apportionments {
		if m := a.Method; project.IsStub(yamlpos.Text{Markdown: m}) {
			p.Report(at(a.Position, financePosition(r)), "write method under the apportionment in apr.yaml: what the shares are and where they come from",
				"the apportionment %q states no method, and the report prints it", a.Name)
		}
	}
}

func checkLocalityBaseYears(r *project.Project, p *Pass) {
	if !p.compares(r) {
		return
	}
	const wants = "regulation 6(3) wants each locality's proportion compared with the 5 preceding years"
	if len(r.Config.Localities) == 0 {
		p.Report(localitiesPosition(r), localitiesHint, "%s; apr.yaml names no locality", wants)
		return
	}
	p.baseYears(r, wants)
}

func checkLocalityYears(r *project.Project, p *Pass) {
	if r.Account == nil {
		return
	}
	for _, l := range r.Config.Localities {
		if l.Since == r.Config.Year {
			p.Evidence(at(l.Position, localitiesPosition(r)))
			p.Note(fmt.Sprintf("%s is new in %s and has no preceding year", l.Name, l.Since))
		}
		p.lineYears(r, lineOf(r.Account.Localities, l.Name), l.Since, "locality", l.Name, "regulation 6(3) wants the proportion spent in "+l.Name)
	}
}

func checkLocalityMeasures(r *project.Project, p *Pass) {
	reg, file := r.Narrative.Reg6, regulationFile(r, 6)
	for _, l := range reg.Localities {
		if !says(l.Assessment) {
			continue // R6-1b-assessment has said so
		}
		p.ask(l.Measures, at(l.Position, reg.Position, file), "the text with figures of performance in "+l.Locality,
			"the first edition of the guidance, 5.7, suggested that each locality's performance be reported where appropriate", "write measures under "+l.Locality+" in "+file.File)
	}
}

// reg6Inputs are the rules of regulation 6 about what the readers survived.
var reg6Inputs = []Rule{
	{
		ID:          "R6-2-unknown-locality",
		Requirement: "6(2)",
		Title:       "Spend by locality is by the localities of the plan",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 6(2)",
		Why:         "Money under a locality that the plan doesn't have is missing from those it has.",
		Blind:       "Lines that a rule gives to the wrong one of the plan's localities.",
	},
}

var planningWithPeople = lazyregexp.Lazy(`(?i)\bplanning\s+with\s+people\b`)

func checkPlanningWithPeople(r *project.Project, p *Pass) {
	t := r.Narrative.Reg6.Consultation
	place, asked := guidanceOn(r, law.Engagement)
	if ok, _ := p.answers(t); asked && ok && !planningWithPeople().MatchString(t.Markdown) {
		p.Report(at(t.Position, regulationFile(r, 6)), "say how Planning with People was followed, or what was done instead",
			"the guidance points to Planning with People for engagement (%s); the description of consultation doesn't speak of it", place)
	}
}
