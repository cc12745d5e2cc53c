package regs

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"apr/indicators"
	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
	"apr/regs/evidence"
)

// ownNameRules hold what the texts call the authority, its partners and its plan against
// apr.yaml.
var ownNameRules = []Rule{{
	ID:       "R0-own-name",
	Title:    "The authority, its partners, its addresses and its plan are its own everywhere, and as apr.yaml has them",
	Level:    Advice,
	Citation: act + ", section 42(2): the report is of the authority's own functions",
	Why:      "A report that is written over another's, or over apr's example, keeps its names where they were overlooked: another area as we, another health board as the one that delegates, another plan's years, another authority's name, area or address in apr.yaml. Last year's texts have last year's year of the plan.",
	Blind:    "Names of places that apr doesn't know, such as those of towns; another area that the text speaks of as its own without we, us or our.",
	Check:    checkOwnNames,
}}

func checkOwnNames(r *project.Project, p *Pass) {
	n := &ownNames{Pass: p, project: r, bodies: p.reading.bodies()}
	r.Narrative.EachText(func(_ string, t *yamlpos.Text) {
		if says(*t) {
			n.examples(*t)
			n.planOf(*t)
		}
	})
	for _, s := range p.reading.statements() {
		n.asOurs(s)
		n.peopleOf(s)
		n.delegating(s)
		n.yearOfPlan(s)
		n.priorities(s)
		n.outcomesOfPriority(s)
	}
	n.settings()
	n.area()
	n.addresses()
	n.contacts()
	n.signatories()
	n.planTitle()
	n.nearNames()
	n.besidePriorities()
	n.nearlyNamed()
	n.inspected()
}

type ownNames struct {
	*Pass
	project *project.Project
	bodies  *bodies
}

// exampleNames are those of apr's examples, which are invented.
var exampleNames = lazyregexp.Lazy(`\b(?:Carrickmoor|Ardenmuir|NHS Moorland|NHS Westerlea)\b`)

// examples reports the first name of an example in a text.
func (n *ownNames) examples(t yamlpos.Text) {
	if !strings.Contains(t.Markdown, "Carrickmoor") && !strings.Contains(t.Markdown, "Ardenmuir") && !strings.Contains(t.Markdown, "NHS Moorland") && !strings.Contains(t.Markdown, "NHS Westerlea") {
		return
	}
	sentences := evidence.SplitOf(t.Markdown)
	for _, m := range exampleNames().FindAllStringIndex(t.Markdown, -1) {
		name := t.Markdown[m[0]:m[1]]
		if n.isOwn(name) || related().MatchString(sentences.At(m[0])) || isLed(t.Markdown, m[0]) {
			continue
		}
		n.add(Finding{Position: t.At(m[0]), End: t.At(m[1]), Likely: true, Found: fmt.Sprintf("%s is a name of apr's example, and no place or body of %s", name, n.project.Config.Authority.Name),
			Hint: "write the name that is meant", Related: authorityPlace(n.project)})
		return
	}
}

// isOwn reports whether a name is part of one of the authority's own.
func (n *ownNames) isOwn(name string) bool {
	name = plainName(name)
	return slices.ContainsFunc(n.bodies.names, func(o string) bool { return strings.Contains(o, name) })
}

var (
	// areaAlone is an area's name anywhere.
	areaAlone = lazyregexp.LazyOf(func() string { return `\b(` + areaChoice() + `)\b` })
	// areaIs is an area as the subject of a sentence.
	areaIs = lazyregexp.LazyOf(func() string {
		return `^\s*(` + areaChoice() + `) (?:is|was|has|had|remains|plans|spent|spends)\b`
	})
	// boardHas is a board of any name as one.
	boardHas = lazyregexp.Lazy(`\b((?:\p{Lu}[\pL'’-]+ (?:and |& )?)+?)(?:Integration Joint Board|IJB|HSCP|Health (?:and|&) Social Care Partnership) (?:is|was|has|had|plans|spent|spends|decided|agreed|works|serves|delivers|commissions)\b`)
	ofUs     = lazyregexp.Lazy(`(?i)\b(?:of us|we|we['’](?:re|ve|ll)|our)\b`)
	// general are words before a board's name that aren't its.
	general = setOf(`The Our This An A Its Each Every Both All No Shadow New In As When While Since If But And
		So Because Scottish Scotland's Another That`)
	// ofOthers are words of a sentence that speaks of another area as one.
	ofOthers = lazyregexp.Lazy(`(?i)\b(?:host\w*|behalf|compar\w+|than|unlike|neighbour\w*|joint\w*|shar\w+|visit\w*|learn\w*|peers?|famil\w+|similar|others?|example|adopted|copied|modelled)\b`)
	oursOf   = lazyregexp.Lazy(`(?i)\bour (?:neighbours?|peers?|partners?|friends?|colleagues?|other|nearest|host)\b`)
)

// asOurs reports another area, or another board, that a sentence speaks of as its own.
func (n *ownNames) asOurs(s statement) {
	var m []int
	if s.has("Board", "IJB", "HSCP", "Partnership") {
		m = boardHas().FindStringSubmatchIndex(s.words)
	}
	if m != nil {
		words := strings.Fields(s.words[m[2]:m[3]])
		for len(words) > 0 && general()[words[0]] {
			words = words[1:]
		}
		name := strings.Join(words, " ")
		_, known, _ := indicators.CanonicalArea(name)
		if name != "" && !known && !n.isOwn(name) && !namesArea(name) && !related().MatchString(s.words) && !isLed(s.words, m[2]) && !exampleNames().MatchString(name) {
			at := m[2] + strings.Index(s.words[m[2]:], words[0])
			n.add(Finding{Position: s.at(at), Found: fmt.Sprintf("the text says what the board of %s did, and this is the report of %s", name, n.project.Config.Authority.Name),
				Hint: "write the authority's own name, or say why the other is named", Related: authorityPlace(n.project)})
		}
	}
	if !namesArea(s.words) {
		return
	}
	m = areaIs().FindStringSubmatchIndex(s.words)
	if m == nil || n.bodies.isOwn(s.words[m[2]:m[3]]) || !ofUs().MatchString(s.words) || ofOthers().MatchString(s.words) || oursOf().MatchString(s.words) {
		return
	}
	n.add(Finding{Position: s.at(m[2]), Likely: true, Found: fmt.Sprintf("the text speaks of %s as if it were this authority's area", s.words[m[2]:m[3]]),
		Hint: "write what is true here, or say why the other area is named", Related: authorityPlace(n.project)})
}

// peopleIn are the people of an area, counted.
var peopleIn = lazyregexp.LazyOf(func() string {
	return `\b([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{4,}) (?:people|residents|inhabitants|adults) (?:of|in|who live in|living in|across) (` + areaChoice() + `)\b`
})

// samePeople is how far, as a part, a text may be from the people of all localities.
const samePeople = 0.02

// peopleOf reports the people of the authority's own area as another's.
func (n *ownNames) peopleOf(s statement) {
	if !namesArea(s.words) {
		return
	}
	m := peopleIn().FindStringSubmatchIndex(s.words)
	if m == nil || n.bodies.isOwn(s.words[m[4]:m[5]]) {
		return
	}
	for _, k := range areaNames().FindAllStringSubmatchIndex(s.words, -1) {
		if k[2] == m[4] && !related().MatchString(s.words) && !isLed(s.words, k[0]) {
			return // R0-other-area speaks
		}
	}
	people := 0
	for _, l := range n.project.Config.Localities {
		people += l.Population
	}
	said, err := strconv.Atoi(strings.ReplaceAll(s.words[m[2]:m[3]], ",", ""))
	if err != nil || people == 0 || math.Abs(float64(said-people)) > samePeople*float64(people) {
		return
	}
	n.add(Finding{Position: s.at(m[4]), Likely: true, Found: fmt.Sprintf("the text speaks of %s as if it were this authority's area: so many people, %s, live in its localities", s.words[m[4]:m[5]], s.words[m[2]:m[3]]),
		Hint: "write the name of the authority's own area", Related: authorityPlace(n.project)})
}

var (
	delegates = lazyregexp.Lazy(`(?i)\bdelegat(?:e|es|ed|ing)\b|\b(?:our|its|both|two|the two) (?:partners|constituent authorities|parent bodies)\b`)
	nhsName   = lazyregexp.Lazy(`\bNHS (\p{Lu}[\pL'’-]+(?: (?:(?:and|&) )?\p{Lu}[\pL'’-]+)*)`)
	// nationalBoards are those to which no functions of an area belong.
	nationalBoards = lazyregexp.Lazy(`^NHS (?:24|Scotland|National|Education|Golden|England|Wales|Research|Lothian Charity|Assure|Inform)\b`)
	elsewhere      = lazyregexp.Lazy(`(?i)\b(?:host\w*|neighbour\w*|other|another|unlike|like|compar\w*|than|also|elsewhere|too|not|no|would|if|who live|formerly|until|used to)\b|n['’]t\b`)
)

// delegating reports another health board, or another council, as one that delegates.
func (n *ownNames) delegating(s statement) {
	c := n.project.Config.Authority
	if !s.has("elegat", "artners", "constituent", "parent bod") || !delegates().MatchString(s.words) || elsewhere().MatchString(s.words) {
		return
	}
	tell := func(at int, what, name, is string, pos source.Position) {
		n.add(Finding{Position: s.at(at), Likely: true, Found: fmt.Sprintf("the text has %s as %s; apr.yaml has %s", name, what, is), Hint: "correct the name", Related: declared(pos, what+" in apr.yaml")})
	}
	if own := plainName(c.HealthBoard); own != "" && !strings.Contains(plainName(s.words), own) {
		for _, m := range nhsName().FindAllStringIndex(s.words, -1) {
			name := s.words[m[0]:m[1]]
			if !nationalBoards().MatchString(name) && !means(name, c.HealthBoard) && !strings.HasPrefix(plainName(c.HealthBoard), plainName(name)) && !exampleNames().MatchString(name) {
				tell(m[0], "the health board", name, c.HealthBoard, at(n.project.Config.PositionOf("authority.health_board"), authorityAt(n.project)))
				break
			}
		}
	}
	if len(c.Councils) == 0 || slices.ContainsFunc(c.Councils, func(o string) bool { return strings.Contains(plainName(s.words), plainName(o)) }) {
		return
	}
	for _, a := range indicators.Authorities() {
		for _, council := range a.Councils {
			if i := strings.Index(s.words, council); i >= 0 && !partOfName(s.words, i) {
				tell(i, "the council", council, wording.List(c.Councils), at(n.project.Config.PositionOf("authority.councils"), authorityAt(n.project)))
				return
			}
		}
	}
}

// authorityAt is where apr.yaml names the authority.
func authorityAt(r *project.Project) source.Position {
	return at(r.Config.PositionOf("authority.name"), projectFile)
}

var (
	planSpan = lazyregexp.Lazy(`\b(?:from |for )?(20\d\d)(?: ?(?:to|until|[-–/]) ?)(20\d\d|\d\d)\b`)
	// planBefore is the plan right before its years.
	planBefore = lazyregexp.Lazy(`(?i)\b(?:our|its|the) (?:(?:joint )?strategic (?:commissioning )?)?plan[ ,(]*(?:(?:is|covers|runs|for|from|of|the|years|period)[ ,(]*)*$`)
	otherPlan  = lazyregexp.Lazy(`(?i)\b(?:former|previous\w*|last|next|new|newer|earlier|draft|replac\w+|first|second|third|until|old|older|before|after|revis\w+|review\w*|successor|follow\w+|coming|then|agreed|ended|(?:financial|workforce|integration|locality|local|digital|property|carers?|council|corporate|delivery|improvement|implementation|action|national|government|children['’]?s?|housing|recovery) (?:\pL+ )?(?:plans?|framework|strategy))\b`)
)

// planOf looks through the sentences of a text, whatever years they name.
func (n *ownNames) planOf(t yamlpos.Text) {
	if !strings.Contains(t.Markdown, "20") {
		return
	}
	for _, span := range evidence.Sentences(t.Markdown) {
		words := t.Markdown[span.Start:span.End]
		if first := strings.TrimLeft(words, " \n"); first != "" && first[0] != '>' && first[0] != '|' {
			n.planYears(statement{words: blankLines.Replace(words), text: &t, start: span.Start})
		}
	}
}

// planYears reports other years of the strategic plan than apr.yaml gives.
func (n *ownNames) planYears(s statement) {
	if !s.has("20") {
		return
	}
	plan := n.project.Config.StrategicPlan
	from, to, ok := spanOf(plan.Period)
	if !ok {
		return
	}
	titled := plan.Title != "" && strings.Contains(strings.ToLower(s.words), strings.ToLower(plan.Title))
	spans := planSpan().FindAllStringSubmatchIndex(s.words, -1)
	two := len(spans) == 2
	if titled && two {
		spans = ofTitle(s.words, plan.Title, spans)
	}
	if len(spans) != 1 || !titled && !planBefore().MatchString(s.words[:spans[0][0]]) || otherPlan().MatchString(s.words) {
		return
	}
	if otherTitle(s.words, plan.Title, spans[0]) {
		return
	}
	m := spans[0]
	gotFrom, gotTo, ok := spanOf(s.words[m[0]:m[1]])
	if !ok || gotTo-gotFrom < 2 || gotFrom == from && gotTo == to {
		return // a reporting year, or its own
	}
	if two && gotFrom >= to {
		return // the plan that follows
	}
	n.add(Finding{Position: s.at(m[2]), Likely: titled, Found: fmt.Sprintf("the text gives the strategic plan's years as %s; apr.yaml has %s", wording.OneLine(s.words[m[2]:m[1]]), wording.OneLine(plan.Period)),
		Hint: "correct the text, or strategic_plan.period in apr.yaml", Related: declared(at(n.project.Config.PositionOf("strategic_plan.period"), planPosition(n.project)), "the plan's period")})
}

// inItalics are emphasised words that end in years.
var inItalics = lazyregexp.Lazy(`[*_]([^*_\n]{3,80}?)20\d\d[^*_\n]{0,12}[*_]`)

// otherTitle reports whether years are part of emphasised words that aren't the plan's title.
func otherTitle(words, title string, span []int) bool {
	for _, m := range inItalics().FindAllStringSubmatchIndex(words, -1) {
		if m[0] <= span[0] && span[1] <= m[1] {
			return title != "" && !strings.Contains(strings.ToLower(words[m[0]:m[1]]), strings.ToLower(title)) && !strings.EqualFold(strings.TrimSpace(words[m[2]:m[3]]), "strategic plan")
		}
	}
	return false
}

// ofTitle is the first of two spans of years where it stands right behind the plan's title.
func ofTitle(words, title string, spans [][]int) [][]int {
	_, behind, found := strings.Cut(words, title)
	if at := len(words) - len(strings.TrimLeft(behind, " ,:(")); found && at == spans[0][0] {
		return spans[:1]
	}
	return nil
}

// spanOf are the first and the last year of a period such as 2024 to 2027 or 2024-27.
func spanOf(written string) (from, to int, ok bool) {
	m := planSpan().FindStringSubmatch(written)
	if m == nil {
		return 0, 0, false
	}
	from, _ = strconv.Atoi(m[1])
	to, _ = strconv.Atoi(m[2])
	if to < 100 {
		to += from / 100 * 100
	}
	return from, to, to > from
}
