package regs

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
	"apr/regs/evidence"
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
		Title:       "No text mentions a review where it is declared that there was none",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 8(a); " + act + ", section 37",
		Why:         "If there was a review, its reasons are missing.",
		Blind:       "A review that is described in other words, or of which only its result is.",
		Check: func(r *project.Project, p *Pass) {
			if v := r.Narrative.Reg8; v.None && !reviewed(v) {
				p.denied(r, saysReviewed(), "", "the text mentions a review of the strategic plan; %s says none: true")
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

// number is a number as people write it in a sentence.
const numberWord = `(no|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})`

var numberWords = map[string]int{"no": 0, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
	"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}

func numberOf(s string) int {
	if n, ok := numberWords[strings.ToLower(s)]; ok {
		return n
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

var (
	decisionCount   = lazyregexp.Lazy(`(?i)\b(?:made|took|was|were|and|including|decisions:)?[ :]*\b` + numberWord + ` significant decisions?\b`)
	decisionOutside = lazyregexp.Lazy(`(?i)\bdecisions? (?:[\w'-]+ ){0,4}outside (?:the|its|our) (?:strategic )?plan\b|\b(?:decided|closed|agreed|moved)\b[^.]*\boutside (?:the|its|our) (?:strategic )?plan\b`)
	notPlain        = lazyregexp.Lazy(`(?i)\b(?:not|no|none|nor|never|neither|without|any|if|whether|would|could|may|might|should|must|when|where a|next|will|due|to be|plans? to|intends?|proposed?|planned|expects?|last year|previous\w*|earlier|before|since|past|former|ago|each year|every|other|another|draft|outstanding|follow-up|years)\b|n't\b`)
	notOurs         = lazyregexp.Lazy(`(?i)\b(?:internal audit\w*|internal|children'?s?|justice|prison|provider'?s?|independent|private|national\w*|other|another|across scotland|last year|previous\w*|earlier|since|former|outstanding|follow-up|progress review|draft|next|will|would|years|may|might|if|whether|expects?|planned)\b`)
	pairCount       = lazyregexp.Lazy(`(?i)\b` + numberWord + ` inspections?\b[^.;]*?\b` + numberWord + ` recommendations?\b`)
	pairBare        = lazyregexp.Lazy(`(?i)\b` + numberWord + ` inspections?\s+(?:[\w/–-]+\s+){0,3}(?:and|made|ended in|led to|resulted in|with) recommendations\b`)
	recommended     = lazyregexp.Lazy(`(?i)\b` + numberWord + ` recommendations?\b`)
	scrutinised     = lazyregexp.Lazy(`(?i)\b(?:inspect\w*|Healthcare Improvement Scotland|HIS|Audit Scotland|Accounts Commission|scrutiny bod\w+)\b`)
	localityCount   = lazyregexp.Lazy(`(?i)\b(?:into|identif(?:y|ies|ied)|has|have|the|our|its|all|each of the|each of our)(?: area's| board's)? (two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) localities\b`)
	careGroupCount  = lazyregexp.Lazy(`(?i)\b(?:names?|identif(?:y|ies|ied)|has|have|the|our|its|all)(?: plan's)? (one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) key care groups?\b`)
	saysReviewed    = lazyregexp.Lazy(`(?i)\b(?:carried out|completed|undertook|concluded|conducted|finished) (?:a|an|the|its|our)(?: \w+)? review of (?:the|its|our) strategic plan\b|\breview of (?:the|its|our) strategic plan (?:was|has been) (?:carried out|completed|undertaken|concluded|conducted)\b|\b(?:we|board|partnership|authority|group) (?:has |have )?reviewed (?:the|its|our) strategic plan\b|\bstrategic plan (?:was|has been) reviewed\b|` + revised)
	saysRevised     = lazyregexp.Lazy(`(?i)` + revised)
	planPeriod      = lazyregexp.Lazy(`\b20\d\d (?:to|until|[-–]) 20\d\d\b`)
	anotherYear     = lazyregexp.Lazy(`\b20(\d\d)(?:[/–-](?:20)?(\d\d))?\b`)
)

var (
	blankLines   = strings.NewReplacer("\r", " ", "\n", " ")
	anyReference = lazyregexp.Lazy(`\{\{[^}]*\}\}`)
)

const revised = `\ba revised (?:strategic )?plan for 20\d\d\b|\b(?:approved|prepared|agreed|published|adopted) (?:a|the|its|our) revised (?:strategic )?plan\b|\b(?:a|the) revised strategic plan (?:was|has been) (?:approved|prepared|agreed|published|adopted)\b`

// statement is a sentence of a text.
type statement struct {
	name, words string
	text        *yamlpos.Text
	start       int
}

// at is where an offset of the sentence is.
func (s statement) at(offset int) source.Position { return s.text.At(s.start + offset) }

// has reports whether one of the words is in the sentence.
func (s statement) has(words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s.words, w) })
}

// readStatements are the sentences of the narrative that are the authority's own and
// of the reporting year: no quotation, no table, and no other year in them.
func readStatements(r *project.Project) []statement {
	var all []statement
	r.Narrative.EachText(func(name string, t *yamlpos.Text) {
		if !says(*t) {
			return
		}
		text := *t
		// References and line ends become blanks, so that each byte stays in its place.
		plain := blankLines.Replace(t.Markdown)
		if strings.Contains(plain, "{{") {
			plain = anyReference().ReplaceAllStringFunc(plain, func(m string) string { return strings.Repeat(" ", len(m)) })
		}
		for _, span := range evidence.Sentences(t.Markdown) {
			words := t.Markdown[span.Start:span.End]
			if first := strings.TrimLeft(words, " \n"); first == "" || first[0] == '>' || first[0] == '|' {
				continue
			}
			if words = plain[span.Start:span.End]; !ofAnotherYear(words, r) {
				all = append(all, statement{name, words, &text, span.Start})
			}
		}
	})
	return all
}

// ofAnotherYear reports whether a sentence has a year before the reporting year, or
// another reporting year. The years of a plan's period are neither.
func ofAnotherYear(words string, r *project.Project) bool {
	years := strings.Count(words, "20")
	if years == 0 {
		return false
	}
	if years > 1 {
		words = planPeriod().ReplaceAllString(words, "")
	}
	for _, m := range anotherYear().FindAllStringSubmatch(words, -1) {
		n, _ := strconv.Atoi("20" + m[1])
		if n < int(r.Config.Year) || m[2] != "" && n != int(r.Config.Year) {
			return true
		}
	}
	return false
}

// declared is where the answer is that a sentence contradicts.
func declared(pos source.Position, what string) []source.Related {
	return []source.Related{{Position: pos, Message: what}}
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
		if !s.has("ecision", "outside") {
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
		if !s.has("nspection", "ecommendation") || strings.Contains(s.name, ".recommendations[") || notOurs().MatchString(s.words) {
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
		}
		if counted != "" {
			p.add(Finding{Position: s.at(offset), Found: fmt.Sprintf("the text mentions %s; %s", counted, what),
				Wanted: "regulation 7(1)(a) wants a list of the recommendations", Hint: "list each in " + file.File + ", or correct the text", Related: declared(place, what)})
		}
	}
}

// noneInspected says of all services that none was inspected.
var noneInspected = lazyregexp.Lazy(`(?i)\bno (?:inspections?|services? (?:was|were) inspected)\b(?:(?: of)? (?:our|the (?:board|partnership|authority)['’]s|its)(?: services)?| at all)?(?: (?:was|were) (?:carried out|made|held)| took place)?(?:\s+(?:this year|(?:in|during) the (?:reporting )?year|(?:in|during)))?\s*$`)

var notMade = lazyregexp.Lazy(`(?i)\b(?:not|no|none|nor|never|neither|without|any)\b|n't\b`)

func checkVarianceDirection(r *project.Project, p *Pass) {
	a, t := r.Account, r.Narrative.Reg4.VarianceReasons
	if a == nil || !a.Plan.Known || !a.Spend.Known || a.Plan.Money == a.Spend.Money || !says(t) {
		return
	}
	over := a.Spend.Money > a.Plan.Money
	says, denies, was := saysUnderspent(), overNamed(), "overspend"
	if !over {
		says, denies, was = saysOverspent(), underNamed(), "underspend"
	}
	m := says.FindStringIndex(t.Markdown)
	if m == nil || denies.MatchString(t.Markdown) || strings.Contains(t.Markdown, `variance "total"`) {
		return
	}
	p.add(Finding{Position: t.At(m[0]), Found: fmt.Sprintf("the text explains %q; the account shows an %s of %s", strings.TrimSpace(t.Markdown[m[0]:m[1]]), was, max(a.Spend.Money-a.Plan.Money, a.Plan.Money-a.Spend.Money).Exact()),
		Wanted: "regulation 4(1)(c) wants the reasons for the variance that there was", Hint: "correct the reasons, or the ledgers and the plan",
		Related: append(relatedAmount(a.Plan, "the planned spending, "+a.Plan.Exact()), relatedAmount(a.Spend, "the spend, "+a.Spend.Exact())...)})
}

var (
	saysUnderspent = lazyregexp.Lazy(yearEnded("(?:underspend|surplus)", "underspent", "less", "below|under"))
	saysOverspent  = lazyregexp.Lazy(yearEnded("(?:overspend|deficit)", "overspent", "more", "above|over"))
	overNamed      = lazyregexp.Lazy(`(?i)\boversp\w+|\bover budget\b|\bmore than (?:was |we had )?(?:planned|budgeted)\b|\bexceed\w*|\bdeficit\b`)
	underNamed     = lazyregexp.Lazy(`(?i)\bundersp\w+|\bunder budget\b|\bless than (?:was |we had )?(?:planned|budgeted)\b|\bsurplus\b`)
)

// yearEnded is a sentence that says with what the year ended.
func yearEnded(noun, verb, than, beside string) string {
	return `(?i)\b(?:ended|closed|finished)(?: the year)? with an? (?:overall |net |total |small |large )?` + noun + `\b|\b(?:overall|net|total|year-end) ` + noun +
		`\b|\bthe ` + noun + ` (?:was|is|arose|came|reflects?|resulted|for the year|of £)|\b(?:board|partnership|we|authority) (?:was |were |had )?` + verb + `\b|\bspen[dt](?:ing)? (?:was )?£?[\d.,m ]*` + than + ` than (?:was |we had )?(?:planned|budgeted)\b|\b(?:ended|closed|finished)(?: the)?(?: financial)?(?: year)? £?[\d.,m ]*(?:` + beside + `) (?:the |our |its )?(?:budget|plan)\b`
}

func checkStatus(r *project.Project, p *Pass) {
	reg := r.Narrative.Reg7
	for i, e := range reg.Entries {
		for j, rec := range e.Recommendations {
			place := textPosition(r, 7, fmt.Sprintf("inspections[%d].recommendations[%d].status", i, j), rec.Position)
			says := statusWords[rec.Status]
			if says == nil {
				continue
			}
			m := says().FindStringIndex(rec.Action.Markdown)
			if m == nil && rec.Status == "complete" {
				m = onlyPlanned(rec.Action.Markdown)
			}
			if m != nil {
				p.add(Finding{Position: rec.Action.At(m[0]), Found: fmt.Sprintf("the action says %q; its status is %s", rec.Action.Markdown[m[0]:m[1]], rec.Status),
					Hint: "correct the one or the other", Related: declared(place, "the status")})
			}
		}
	}
}

var (
	planned = lazyregexp.Lazy(`(?i)\b(?:will|shall)(?: not| soon| also| then)? (?:be )?\w+|\b(?:is|are) (?:now )?(?:planned|scheduled|expected|intended|proposed|due|to be)\b|\bwe (?:plan|intend|aim|hope) to\b`)
	// already is what was done or is so.
	already = lazyregexp.Lazy(`(?i)\b(?:was|were|has|have|had|now|since|began|met|made|took|gave|held|wrote|bought|built|set up|put|\w{2,}ed)\b`)
)

// onlyPlanned is where an action that tells of nothing but what is planned says so;
// nil for any other.
func onlyPlanned(action string) []int {
	var first []int
	for _, span := range evidence.Sentences(action) {
		sentence := action[span.Start:span.End]
		m := planned().FindStringIndex(sentence)
		if m == nil || already().MatchString(planned().ReplaceAllString(sentence, " ")) {
			return nil
		}
		if first == nil {
			first = []int{span.Start + m[0], span.Start + m[1]}
		}
	}
	return first
}

// statusTold are the words that contradict a status.
var statusWords = map[string]func() *regexp.Regexp{
	"complete":    lazyregexp.Lazy(`(?i)\b(?:has|have|had|was|were|is)(?: not|n't) (?:yet )?(?:been )?(?:started|begun|done|implemented|completed?|taken|finished)\b|\bnot yet (?:started|begun|done|implemented|complete|in place)\b|\bno (?:action|work) (?:has been|was) (?:taken|done)\b|\bnothing has been done\b|\bwork (?:is|remains) (?:in progress|under way|underway|outstanding)\b`),
	"in progress": lazyregexp.Lazy(`(?i)\b(?:has|have|had)(?: not|n't) (?:yet )?(?:started|begun)\b|\bnot yet (?:started|begun)\b|\bno (?:action|work) (?:has been|was) (?:taken|done)\b|\bthe action is (?:now )?complete\b|\bthis is (?:now )?complete\b`),
	"not started": lazyregexp.Lazy(`(?i)^(?:this (?:is|was) )?(?:now )?(?:done|completed?|finished|implemented|closed)\b(?: (?:in|on|by|since) |[.:,]|$)|\b(?:is|was|has been|are|were) (?:now )?(?:fully )?(?:complete|completed|implemented|done|finished)\b|\bwork (?:is under ?way|has begun|began|started)\b`),
}

// denied reports sentences that say what regulation 8's answer denies.
func (p *Pass) denied(r *project.Project, says *regexp.Regexp, key, message string) {
	reg, file := r.Narrative.Reg8, regulationFile(r, 8)
	place := at(reg.Position, file)
	if key != "" {
		place = textPosition(r, 8, key, reg.Position)
	}
	for _, s := range p.reading.statements() {
		if !s.has("plan") {
			continue
		}
		m := says.FindStringIndex(s.words)
		if m == nil || notPlain().MatchString(s.words) {
			continue
		}
		p.add(Finding{Position: s.at(m[0]), Found: fmt.Sprintf(message, file.File), Hint: "correct the text, or " + file.File,
			Related: declared(place, "the answer that it contradicts")})
	}
}

// wholes reports sentences that count all localities or care groups otherwise than
// apr.yaml.
func (p *Pass) wholes(r *project.Project, count *regexp.Regexp, listed int, one, key string) {
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
		if m == nil || former().MatchString(s.words) {
			continue
		}
		if n := numberOf(s.words[m[2]:m[3]]); n > 0 && n != listed {
			p.add(Finding{Position: s.at(m[2]), Found: fmt.Sprintf("the text mentions %s; apr.yaml lists %s", wording.Count(n, one, many), wording.Count(listed, one, many)),
				Hint: "correct the text, or " + key + " in apr.yaml", Related: declared(place, "the list in apr.yaml")})
		}
	}
}

var former = lazyregexp.Lazy(`(?i)\b(?:other|neighbour\w*|they|elsewhere|compar\w*|remaining|former\w*|last year|previous\w*|earlier|until|before|of the|will|next|of (?:its|our))\b`)
