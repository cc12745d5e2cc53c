package regs

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/wording"
)

// contradictionRules hold the report's lists and answers against its own plainest
// sentences. A sentence of another year, of another body's reports, or with a
// "not" in it isn't plain.
var contradictionRules = []Rule{
	{
		ID:          "R3c-told-elsewhere",
		Requirement: "3(c)",
		Title:       "The texts mention as many significant decisions as are listed",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 3(c); " + act + ", section 36",
		Why:         "The regulation wants the number of significant decisions. Of two numbers in one report at most one is right.",
		Blind:       "Decisions that are described without the word, and numbers written in another way than a report usually does.",
		Check:       checkDecisionsInTexts,
	},
	{
		ID:          "R4-1c-direction",
		Requirement: "4(1)(c)",
		Title:       "The reasons are for the variance that there was",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(c)",
		Why:         "The reasons for an underspend don't explain an overspend. It is reported only where the text says that the year ended with the one and the account shows the other.",
		Blind:       "Reasons without a word of direction, and those that explain a part that went the other way.",
		Check:       checkVarianceDirection,
	},
	{
		ID:          "R4-1a-care-groups-told",
		Requirement: "4(1)(a)",
		Title:       "The texts mention as many key care groups as apr.yaml lists",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 4(2)(f)",
		Why:         "Where the text names more groups than apr.yaml the spend on one of them is missing.",
		Blind:       "Groups that are mentioned by name only, without their number.",
		Check: func(r *project.Project, p *Pass) {
			p.wholes(r, careGroupCount(), len(r.Config.CareGroups), "key care group", "care_groups")
			p.wholes(r, careGroupsNamed(), len(r.Config.CareGroups), "key care group", "care_groups")
			p.otherCareGroups(r)
		},
	},
	{
		ID:          "R6-1b-localities-told",
		Requirement: "6(1)(b)",
		Title:       "The texts mention as many localities as apr.yaml lists",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 6; " + act + ", section 29(3)(a)",
		Why:         "Where the text mentions more localities than apr.yaml one of them has no assessment and no proportion.",
		Blind:       "Localities that a text mentions by name only, without their number.",
		Check: func(r *project.Project, p *Pass) {
			p.wholes(r, localityCount(), len(r.Config.Localities), "locality", "localities")
		},
	},
	{
		ID:          "R7-1a-told-elsewhere",
		Requirement: "7(1)(a)",
		Title:       "The texts mention as many inspections and recommendations as are listed",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 7(1)(a)",
		Why:         "The regulation wants a list of the recommendations; where a text mentions more than are listed, the list isn't whole.",
		Blind:       "An inspection that a text describes without calling it one.",
		Check:       checkRecommendationsInTexts,
	},
	{
		ID:          "R7-1a-inspected",
		Requirement: "7(1)(a)",
		Title:       "No text speaks of an inspection where the report says that there was none",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 7(1)(a); " + guidanceFirst + "5.15",
		Quote:       "details of any inspections carried out relating to the functions delegated to the Partnership, by any of the following scrutiny bodies, including joint inspections, in the course of the year",
		Why:         "If the scrutiny body recommended something, its recommendations are missing; if it recommended nothing, the inspection can be listed with its grades and none: true.",
		Blind:       "Whether the inspection led to a recommendation, and inspections that are described without the name of the body or the word.",
		Check:       checkInspected,
	},
	{
		ID:          "R7-1b-status",
		Requirement: "7(1)(b)",
		Title:       "The status of an action fits what is said of it",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 7(1)(b)",
		Why:         "\"Complete\" next to \"has not started\" leaves a reader with neither.",
		Blind:       "Whether the action is as far as its status says; it compares the status with the words next to it.",
		Check:       checkStatus,
	},
	{
		ID:          "R8a-told-elsewhere",
		Requirement: "8(a)",
		Title:       "The texts and the answer on regulation 8 agree whether there was a review",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 8(a); " + act + ", section 37",
		Why:         "If there was a review, its reasons are missing; if there was none, those given are of nothing.",
		Blind:       "A review that is described in other words, or of which only its result is.",
		Check: func(r *project.Project, p *Pass) {
			if v := r.Narrative.Reg8; v.None && !reviewed(v) {
				p.denied(r, saysReviewed(), "", "the text mentions a review of the strategic plan; %s says none: true")
			} else if reviewed(v) && !v.None {
				p.saidNotReviewed(r)
			}
		},
	},
	{
		ID:          "R8b-told-elsewhere",
		Requirement: "8(b)",
		Title:       "No text mentions a revised plan where it is said that none was prepared",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 8(b)",
		Why:         "The regulation wants a statement whether a revised plan was prepared; of two at most one is right.",
		Blind:       "A revised plan that is mentioned without the word, such as a new plan.",
		Check: func(r *project.Project, p *Pass) {
			if v := r.Narrative.Reg8; !v.None && v.RevisedPlan != nil && !*v.RevisedPlan {
				p.denied(r, saysRevised(), "revised_plan", "the text mentions a revised strategic plan; %s says revised_plan: false")
			}
		},
	},
}

func checkDecisionsInTexts(r *project.Project, p *Pass) {
	if !modelOf(r).Decisions {
		return
	}
	reg, file := r.Narrative.Reg3, regulationFile(r, 3)
	listed := len(reg.Decisions.Entries)
	place := at(reg.Decisions.Position, reg.Position, file)
	what := fmt.Sprintf("the list has %s", wording.Count(listed, "decision"))
	if reg.Decisions.None {
		what = "significant_decisions says none: true"
	}
	for _, s := range p.reading.statements() {
		if !s.has("ecision", "utside", "utwith") || p.reading.bodies().ofOthers(s.words) {
			continue
		}
		counted, offset := -1, 0
		if m := decisionCount().FindStringSubmatchIndex(s.words); m != nil && !notOurs().MatchString(s.words) {
			counted, offset = numberOf(s.words[m[2]:m[3]]), m[2]
			// "a significant decision" in general, or one that is spoken of, isn't a count.
			if w := strings.ToLower(s.words[m[2]:m[3]]); (w == "a" || w == "an") && (listed > 0 || notPlain().MatchString(s.words) || !decisionOutside().MatchString(s.words)) {
				counted = -1
			}
		} else if m := decisionOutside().FindStringIndex(s.words); m != nil && listed == 0 && !notPlain().MatchString(s.words) && !strings.HasPrefix(s.name, "regulation-3.significant") {
			counted, offset = 1, m[0]
		} else if m := decisionsLying().FindStringSubmatchIndex(s.words); m != nil && !notPlain().MatchString(s.words) && !notOurs().MatchString(s.words) {
			counted, offset = numberOf(s.words[m[2]:m[3]]), m[2]
		}
		if counted < 0 || counted == listed || counted == 0 && listed == 0 {
			continue
		}
		p.add(Finding{Position: s.at(offset), Found: fmt.Sprintf("the text mentions %s outside the plan; %s", wording.Count(counted, "significant decision"), what),
			Wanted: "regulation 3(c) wants their number", Hint: "list each decision under significant_decisions in " + file.File + ", or correct the text", Related: declared(place, what)})
	}
}

func checkRecommendationsInTexts(r *project.Project, p *Pass) {
	reg, file := r.Narrative.Reg7, regulationFile(r, 7)
	listed, with := recommendations(reg), 0
	for _, e := range reg.Entries {
		if len(e.Recommendations) > 0 || linked(e) {
			with++
		}
		if linked(e) {
			return // nobody can count what is behind a link
		}
	}
	place := at(reg.Position, file)
	what := fmt.Sprintf("%s lists %s of %s", file.File, wording.Count(listed, "recommendation"), wording.Count(with, "inspection"))
	if reg.None {
		what = file.File + " says none: true"
	}
	for _, s := range p.reading.statements() {
		if !s.has("nspection", "ecommendation") || strings.Contains(s.name, ".recommendations[") || notOurs().MatchString(s.words) || p.reading.bodies().ofOthers(s.words) {
			continue
		}
		var counted string
		offset := 0
		if m := pairCount().FindStringSubmatchIndex(s.words); m != nil {
			inspections, made := numberOf(s.words[m[2]:m[3]]), numberOf(s.words[m[4]:m[5]])
			if made > 0 && (inspections != with && inspections != len(reg.Entries) || made != listed) {
				counted, offset = fmt.Sprintf("%s and %s", wording.Count(inspections, "inspection"), wording.Count(made, "recommendation")), m[2]
			}
		} else if m := pairBare().FindStringSubmatchIndex(s.words); m != nil {
			if n := numberOf(s.words[m[2]:m[3]]); n > 0 && n != with {
				counted, offset = wording.Count(n, "inspection")+" with recommendations", m[2]
			}
		} else if m := recommended().FindStringSubmatchIndex(s.words); m != nil && scrutinised().MatchString(s.words) {
			if n := numberOf(s.words[m[2]:m[3]]); n > listed && !notMade().MatchString(s.words) {
				counted, offset = wording.Count(n, "recommendation"), m[2]
			}
		}
		if m := noneInspected().FindStringIndex(s.words); m != nil && with > 0 {
			counted, offset = "no inspection", m[0]
		} else if m := noneRecommended().FindStringIndex(s.words); m != nil && listed > 0 {
			counted, offset = "no recommendation", m[0]
		}
		if counted != "" {
			p.add(Finding{Position: s.at(offset), Found: fmt.Sprintf("the text mentions %s; %s", counted, what),
				Wanted: "regulation 7(1)(a) wants a list of the recommendations", Hint: "list each in " + file.File + ", or correct the text", Related: declared(place, what)})
		}
	}
}

// checkInspected finds sentences that speak of an inspection where none is listed.
func checkInspected(r *project.Project, p *Pass) {
	reg, file := r.Narrative.Reg7, regulationFile(r, 7)
	if !reg.None || len(reg.Entries) > 0 {
		return
	}
	for _, s := range p.reading.statements() {
		if !s.has("nspect", "Healthcare Improvement") || p.reading.bodies().ofOthers(s.words) || notOurs().MatchString(s.words) || notPlain().MatchString(s.words) {
			continue
		}
		if m := tellsOfInspection().FindStringIndex(s.words); m != nil {
			p.add(Finding{Position: s.at(m[0]), Found: fmt.Sprintf("the text says %q; %s says none: true", wording.OneLine(s.words[m[0]:m[1]]), file.File),
				Hint: "list the inspection in " + file.File + ", with none: true in its entry if it led to no recommendation, or correct the text", Related: declared(at(reg.Position, file), "the answer that it contradicts")})
		}
	}
}

var tellsOfInspection = lazyregexp.Lazy(`\b(?:Care Inspectorate|Healthcare Improvement Scotland|HIS|[Ii]nspectors)(?: and (?:the )?[A-Z][\w ]{2,30}?)? (?:(?:has|have|also|then|jointly) ){0,2}(?:re-?)?(?:inspected|visited (?:our|the)|carried out (?:an?|its|their) (?:\w+ )?inspections?|recommended|made (?:\w+ )?recommendations?|asked (?:us|our|for|that))\b|\b[Ii]nspections? of (?:our|the partnership's|the board's) [\w' -]{3,40} by (?:the )?(?:Care Inspectorate|Healthcare Improvement Scotland)\b|\b[Oo]ur [\w' -]{3,40} (?:was|were) inspected\b`)

// noneInspected says of all services that none was inspected.
var noneInspected = lazyregexp.Lazy(`(?i)\bno (?:inspections?|services? (?:was|were) inspected)\b(?:(?: of)? (?:our|the (?:board|partnership|authority)['’]s|its)(?: services)?| at all)?(?: (?:was|were) (?:carried out|made|held)| took place)?(?:\s+(?:this year|(?:in|during) the (?:reporting )?year|(?:in|during)))?\s*$`)

// noneRecommended says of all scrutiny bodies that none made a recommendation.
var noneRecommended = lazyregexp.Lazy(`(?i)^\s*(?:there were )?no recommendations?(?: (?:was|were) made)?(?: by (?:a|any|the) scrutiny bod(?:y|ies))?(?:\s+(?:this year|(?:in|during) the (?:reporting )?year|(?:in|during)))?\s*$`)

var notMade = lazyregexp.Lazy(`(?i)\b(?:not|no|none|nor|never|neither|without|any)\b|n't\b`)

// denied reports sentences that say what regulation 8's answer denies.
func (p *Pass) denied(r *project.Project, says *lazyregexp.Regexp, key, message string) {
	reg, file := r.Narrative.Reg8, regulationFile(r, 8)
	place := at(reg.Position, file)
	if key != "" {
		place = textPosition(r, 8, key, reg.Position)
	}
	title := r.Config.StrategicPlan.Title
	ofTitle := reviewedByTitle(title)
	for _, s := range p.reading.statements() {
		if !s.has("plan") && (title == "" || !s.has(title)) {
			continue
		}
		m := says.FindStringIndex(s.words)
		if m == nil && key == "" {
			m = ofTitle.FindStringIndex(s.words)
		}
		if m == nil || notPlain().MatchString(s.words) || p.reading.bodies().ofOthers(s.words) {
			continue
		}
		p.add(Finding{Position: s.at(m[0]), Found: fmt.Sprintf(message, file.File), Hint: "correct the text, or " + file.File,
			Related: declared(place, "the answer that it contradicts")})
	}
}

// reviewedByTitle is a sentence that says that the plan of a title was reviewed.
func reviewedByTitle(title string) *lazyregexp.Regexp {
	if title == "" {
		return lazyregexp.New(`[^\s\S]`) // which nothing is
	}
	plan := `[*_]*` + regexp.QuoteMeta(title) + `[*_]*`
	return lazyregexp.New(`\b(?i:we|board|partnership|authority|group) (?:(?:has|have) )?(?:reviewed|revised|rewrote) ` + plan + `|` + plan + ` (?:was|has been) (?:reviewed|revised|rewritten|looked at afresh)\b`)
}

// otherCareGroups reports a group that a text calls a key care group, and that apr.yaml
// doesn't list.
func (p *Pass) otherCareGroups(r *project.Project) {
	if len(r.Config.CareGroups) == 0 {
		return
	}
	for _, s := range p.reading.statements() {
		if !s.has("care groups") {
			continue
		}
		m := careGroupsAre().FindStringSubmatchIndex(s.words)
		if m == nil || notPlain().MatchString(s.words) || former().MatchString(s.words[:m[0]]) {
			continue
		}
		for _, named := range careGroupEnds().Split(s.words[m[2]:m[3]], -1) {
			named = strings.Trim(named, " *_")
			if named == "" || slices.ContainsFunc(r.Config.CareGroups, func(g string) bool {
				g, n := strings.ToLower(g), strings.ToLower(named)
				return strings.Contains(g, n) || strings.Contains(n, g)
			}) {
				continue
			}
			p.add(Finding{Position: s.at(m[2] + strings.Index(s.words[m[2]:m[3]], named)), Found: fmt.Sprintf("the text calls %q a key care group; apr.yaml lists %s", named, wording.List(r.Config.CareGroups)),
				Hint: "correct the text, or care_groups in apr.yaml", Related: declared(at(r.Config.PositionOf("care_groups"), projectFile), "the list in apr.yaml")})
		}
	}
}

var (
	careGroupsAre = lazyregexp.Lazy(`(?i)\b(?:our|the|its|the plan's) key care groups are:? ([\p{L}' ,*_-]{3,200}?)(?:[.;:]|$)`)
	careGroupEnds = lazyregexp.Lazy(`,? and |, `)
)

// saidNotReviewed reports sentences that say that the plan wasn't reviewed, where its
// review is reported.
func (p *Pass) saidNotReviewed(r *project.Project) {
	reg, file := r.Narrative.Reg8, regulationFile(r, 8)
	for _, s := range p.reading.statements() {
		if !s.has("trategic", "TRATEGIC") {
			continue
		}
		if m := notReviewed().FindStringIndex(s.words); m != nil && !unless().MatchString(s.words) {
			p.add(Finding{Position: s.at(m[0]), Found: "the text says that the strategic plan was not reviewed; " + file.File + " reports a review", Hint: "correct the text, or " + file.File,
				Related: declared(at(reg.Position, file), "the review")})
		}
	}
}

var (
	notReviewed = lazyregexp.Lazy(`(?i)\b(?:we|board|partnership|authority) (?:did not|didn't|have not|has not|haven't|hasn't) review(?:ed)? (?:the|its|our) strategic plan\b|\bno review of (?:the|its|our) strategic plan (?:was|has been|took)\b|\bstrategic plan (?:was|has) not (?:been )?reviewed\b`)
	unless      = lazyregexp.Lazy(`(?i)\b(?:if|unless|would|could|until|before|since|alone|only|last year|earlier|previous\w*|because|to (?:cut|save|reduce|please))\b`)
)

// wholes reports sentences that count all localities or care groups otherwise than
// apr.yaml.
func (p *Pass) wholes(r *project.Project, count *lazyregexp.Regexp, listed int, one, key string) {
	if listed == 0 {
		return // apr.yaml doesn't say, and other rules do
	}
	many := one + "s"
	if strings.HasSuffix(one, "y") {
		many = strings.TrimSuffix(one, "y") + "ies"
	}
	place := at(r.Config.PositionOf(key), projectFile)
	for _, s := range p.reading.statements() {
		if !s.has("localities", "care group") {
			continue
		}
		m := count.FindStringSubmatchIndex(s.words)
		if m == nil || former().MatchString(eachOf().ReplaceAllString(s.words, " ")) {
			continue
		}
		if n := numberOf(s.words[m[2]:m[3]]); n > 0 && n != listed {
			p.add(Finding{Position: s.at(m[2]), Found: fmt.Sprintf("the text mentions %s; apr.yaml lists %s", wording.Count(n, one, many), wording.Count(listed, one, many)),
				Hint: "correct the text, or " + key + " in apr.yaml", Related: declared(place, "the list in apr.yaml")})
		}
	}
}

// eachOf is all of them: "each of our four localities".
var eachOf = lazyregexp.Lazy(`(?i)\b(?:each|all) of (?:the|its|our)\b`)

var former = lazyregexp.Lazy(`(?i)\b(?:other|neighbour\w*|they|elsewhere|compar\w*|remaining|former\w*|last year|previous\w*|earlier|until|before|of the|will|next|of (?:its|our))\b`)
