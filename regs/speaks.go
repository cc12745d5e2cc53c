package regs

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/regs/evidence"
)

// speakRules ask whether an answer speaks of what its provision asks for.
var speakRules = []Rule{
	{
		ID:          "R3ai-plan-or-money",
		Requirement: "3(a)(i)",
		Title:       "The assessment of an outcome speaks of the plan or the money",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 3(a)(i); " + guidanceFirst + "5.2",
		Quote:       "Performance must be assessed in the context of the arrangements set out in a Partnerships' strategic commissioning plan and financial statement, and how the expenditure allocated in the financial statement have achieved, or contributed to achieving, the health and wellbeing outcomes.",
		Why:         "The regulation wants the extent to which the plan's arrangements and the expenditure allocated achieved the outcome or contributed to it. An account of good work that names neither plan, priority nor money may be true and doesn't say that.",
		Blind:       "Whether the plan or the money that is named had anything to do with the outcome; one word of it is enough.",
		Check:       planOrMoney("3(a)(i)", ofPlanOrMoney, "the extent to which the plan's arrangements and the expenditure contributed"),
	},
	{
		ID:          "R3b-plan-or-money",
		Requirement: "3(b)",
		Title:       "The assessments of principles speak of the plan or the money",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 3(b)",
		Why:         "The regulation wants the way in which the plan's arrangements and the expenditure allocated contributed to services in accordance with the principles.",
		Blind:       "Whether the arrangement that is named served the principle; one word of it is enough.",
		Check:       planOrMoney("3(b)", ofArrangement, "how the plan's arrangements and the expenditure contributed"),
	},
	{
		ID:          "R3c-plan",
		Requirement: "3(c)",
		Title:       "The assessment of strategic planning speaks of the plan",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 3(c)",
		Why:         "The regulation wants performance in relation to strategic planning. A text that names neither the plan nor what was promised, set or done in it answers another question.",
		Blind:       "Whether what is said of the plan is an assessment; one word of it is enough.",
		Check: func(r *project.Project, p *Pass) {
			for _, a := range p.reading.answers() {
				if a.what == ofStrategicPlanning && p.speaksEnough(a) && !ofPlanning().MatchString(a.text.Markdown) && !namesPriority(a.text.Markdown, r.Config.StrategicPlan) {
					p.want(a.text.Position, "regulation 3(c) wants performance in relation to strategic planning", "say what became of what the plan set out to do",
						"%s speaks of neither the plan nor what it promised", a.what)
				}
			}
		},
	},
	{
		ID:          "R5-1-value",
		Requirement: "5(1)",
		Title:       "The assessment of best value speaks of value",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 5(1); Local Government in Scotland Act 2003, section 1",
		Why:         "Best value is continuous improvement with a balance of quality, cost, efficiency, fairness and sustainability. A text that names none of them answers another question.",
		Blind:       "Whether the value that is spoken of was got; a word such as quality is enough.",
		Check: func(_ *project.Project, p *Pass) {
			for _, a := range p.reading.answers() {
				if a.requirement == "5(1)" && p.speaksEnough(a) && !ofValue().MatchString(a.text.Markdown) {
					p.want(a.text.Position, "regulation 5(1) wants performance in relation to best value", "say what was got for the money, and how it was made better",
						"%s speaks of neither value, quality, cost nor improvement", a.what)
				}
			}
		},
	},
	{
		ID:          "R6-1a-involvement",
		Requirement: "6(1)(a)",
		Title:       "The description of consultation speaks of those who were consulted or involved",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 6(1)(a); " + act + ", section 41",
		Why:         "The regulation wants the arrangements for consulting and involving groups. A text that speaks of nobody who was asked, and of no way of asking, answers another question.",
		Blind:       "Whether those who are named were asked before a decision; one word of it is enough.",
		Check: func(_ *project.Project, p *Pass) {
			for _, a := range p.reading.answers() {
				if a.requirement == "6(1)(a)" && p.speaksEnough(a) && !ofInvolvement().MatchString(a.text.Markdown) && !ofShaping().MatchString(a.text.Markdown) && !ofAsking().MatchString(a.text.Markdown) {
					p.want(a.text.Position, "regulation 6(1)(a) wants the arrangements made to consult and involve groups", "say who was asked, how and when",
						"%s speaks of nobody who was consulted or involved", a.what)
				}
			}
		},
	},
	{
		ID:          "R6-1b-involvement",
		Requirement: "6(1)(b)",
		Title:       "The assessment of a locality speaks of those who were consulted or involved",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 6(1)(b)",
		Why:         "The regulation wants what the arrangements for consulting and involving people did for services in the locality. An account that speaks of nobody who was asked doesn't say that.",
		Blind:       "Whether services changed because of those who are named, and whether the text is about the locality that it stands under.",
		Check: func(_ *project.Project, p *Pass) {
			for _, a := range p.reading.answers() {
				if a.requirement == "6(1)(b)" && p.speaksEnough(a) && !ofInvolvement().MatchString(a.text.Markdown) && !ofShaping().MatchString(a.text.Markdown) {
					p.want(a.text.Position, "regulation 6(1)(b) wants what the arrangements for consulting and involving people contributed there", "say who was asked, and what came of it",
						"%s speaks of nobody who was consulted or involved", a.what)
				}
			}
		},
	},
	{
		ID:          "R6-1b-named",
		Requirement: "6(1)(b)",
		Title:       "The assessment of a locality names it, or a place in it",
		Level:       Advice,
		Citation:    "SSI 2014/326, regulation 6(1)(b)",
		Why:         "The regulation wants an assessment in relation to each locality. One that names no place could stand under any of them, and one that names another locality alone most likely belongs there.",
		Blind:       "Whether a place that is named is in the locality: apr knows the names of localities and of no other place, and takes a word with a capital for one.",
		Check:       checkNamed,
	},
}

const planOrMoneyWords = `(?i)£|\{\{\s*(?:spend|plan|funding|variance|proportion)\b|\b(?:plan|plans|plan's|planned|planning|priorit\w+|strateg\w+|arrange\w+|commitments?|promise[ds]?|budget\w*|spen[dt]\w*|costs?|costing|fund\w*|money|invest\w*|expenditure|financ\w*|saved|savings?|paid|pays?|bought|prices?|resources?|allocat\w*|grants?|contracts?|programmes?|directions?|commission\w*|posts?|p(?:h)?lana(?:ichean)?|ro-innleachd\w*|airgead|airgid|maoineach\w*|bhuidseat|buidseat|c(?:h)?osg\w*|siller|peyed)\b`

var (
	ofPlanOrMoney = lazyregexp.Lazy(planOrMoneyWords)
	// ofArrangement is wider: what was set up for a principle is an arrangement too.
	ofArrangement = lazyregexp.Lazy(planOrMoneyWords + `|(?i)\b(?:teams?|booked|impact assessments?|services?|workers?|numbers?|interpret\w+|visits?|clinics?|rotas?|train\w*|appointments?|complaints?|reviews?|polic\w+|records?|advoca\w+|assessments?|forums?|panels?|lines?|phone[ds]?|nurses?|home carers|offices?|rooms?|surger(?:y|ies)|practices?|dentists?|doctors?|pharmacists?|letters?|referrals?|centres?|caf[eé]s?|rails|heating|vans?|vehicles?|halls?|vaccin\w*|staff|volunteers?|wards?|beds?|employ\w*|hired|opened|built|fitted|installed|introduced|moved|merged|set up|contacts?)\b|(?i)\b\d[\d,.]*(?:%| (?:[\pL-]+ ){0,3}?(?:people|adults|homes|families|men|women|children|patients|residents|tenants)\b)|\b(?:\d+|[a-z]+) (?:of|in|out of) (?:our |the |every )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b`)
	// ofInvolvement are those who are asked, and their being asked.
	ofInvolvement = lazyregexp.Lazy(`(?i)\b(?:groups?|grwp|forums?|panels?|committees?|councils?|meetings?|met|consult\w*|engag\w*|involv\w*|particip\w*|co-?produc\w*|co-?design\w*|ask(?:ed|s|ing)?|requests?|requested|heard|hear|listen\w*|told|tell|said|say|says|want(?:ed|s)?|wish(?:es|ed)?|voted?|votes|chose|chosen|cho(?:ice|ose)|decid\w+|surveys?|surveyed|feedback|views?|residents?|villagers|tenants|communit\w+|carers?|volunteers?|represent\w+|dh['’]iarr\w*|coinneamh\w*|buidhe?(?:ann|nn)\w*|muinntir|coimhearsnachd\w*|co-?chomhairl\w*)\b`)
	// ofShaping is what those do who have a say, in words other than those of asking.
	ofShaping = lazyregexp.Lazy(`(?i)\b(?:(?:re)?design(?:ed|s|ing)?|drew|drawn up|redr[ae]wn?|redrew|wrote|written (?:with|by)|pick(?:ed|s)|petitions?|object(?:ed|ions?|ors?)|ideas?|suggest\w*|propos(?:ed|als?) (?:by|from)|open days?|ballots?|interview\w*|champions?|mentors?|associations?|budgeting|shaped|named it|campaign\w*|opinions?|complain\w*|respon[ds]\w*|stories|prefer\w*|workshops?|events?|conversations?|comment\w*|replies|members?|neighbours?|friends of|together|lived experience|(?:did not|didn['’]t|would not|wouldn['’]t) (?:come|use|want|like)|no use to|led by|raised|persuaded|insisted|demand(?:ed|s)|helped (?:to )?(?:choose|plan|shape|run|write)|jur(?:y|ies)|assembl(?:y|ies)|citizens['’]?|trustees?|unions?)\b`)
	// ofAsking are ways of asking, and ofPlanning what a plan is made of and how it goes.
	ofAsking   = lazyregexp.Lazy(`(?i)\b(?:leaflets?|letters?|postcards?|posters?|e-?mails?|phoned?|calls|online|websites?|events?|workshops?|drop-ins?|stalls?|interviews?|questionnaires?|questions?|replies|answers|discuss\w*|conversations?|talk(?:ed|s)?|comments?|commented|write|wrote|staff|people|parents|famil(?:y|ies)|patients|users|young|providers|charit(?:y|ies)|sector|partners|public|held|partnerships?|hearings?|heard|visited|pupils?|students?|children|teenagers|travellers|refugees|deaf|blind|men|women|adults|older|seats?|sat|attend\w*|turned up|came to|roadshows?|exhibitions?|nurses?|doctors?|clinicians?|GPs?|practices|everyone|everybody)\b`)
	ofPlanning = lazyregexp.Lazy(`(?i)\b(?:plan\w*|strateg\w*|priorit\w+|commitments?|actions?|milestones?|promise[ds]?|schedule|targets?|objectives?|aims?|goals?|outcomes?|review\w*|projects?|programmes?|directions?|deliver\w*|behind|ahead|on time|on course|on track|track|set out|indicators?|inten(?:d\w*|t|tions?)|meant to|(?:we|had) said|said (?:that )?we would|work ?streams?|strands?|road ?maps?|needs assessment|ambitions?|aspirations?|transform\w*|re-?design\w*|underestimat\w*|progress\w*|stages?|phases?|market|housing contribution|halfway|year (?:one|two|three)|finished|complet\w+|dropped|slipped|slid|stalled|delay\w*|postponed|late|slower|faster|opened|began|started|launched|introduced|rolled out|implement\w*|agreed|decided|stopped|paused|rewritten|refreshed|forecast\w*|where we (?:wanted|meant|hoped)|p(?:h)?lana(?:ichean)?|ro-innleachd\w*)\b`)
	ofValue    = lazyregexp.Lazy(`(?i)£|\{\{\s*(?:spend|plan|funding|variance|proportion)\b|\b(?:valued?|cost\w*|saving\w*|saved|efficien\w*|econom\w*|effective\w*|resources?|qualit\w*|spen[dt]\w*|money|budget\w*|contracts?|improv\w*|procure\w*|commission\w*|equal\w*|fair\w*|sustainab\w*|governance|perform\w*|double work|duplicat\w*|productiv\w*|pa(?:y|id)|prices?|rates?|cheap\w*|wast\w+|audit\w*|better|worse|fewer|halved|doubled|less|dear(?:er)?|leased?|leasing|suppliers?|options? apprais\w*|compar\w+|benchmark\w*|overtime|agency|no longer|needless|needed|tender\w*|reduc\w+|cut|shorter|quicker|faster|minutes|per (?:patient|person|head|visit|unit|hour|day|bed)|same (?:staff|nurses|people|team)|merged|became one|into one|freed|handed back|tests?|stopped|more than (?:the year|last year)|let out|sold|rent\w*|energy|automat\w+|shar(?:e|es|ed|ing)|joint|jointly|(?:in place|instead) of)\b`)
)

// sure are what a text that speaks of the plan or of money mostly has, as those words
// have it: that is seen faster than where they match.
var sure = []string{"£", " plan ", " plans ", " fund", " budget", " spend", " spent ", " cost ", " costs ", " priority ", " priorities ", " strategic ", " strategy ", " arrangement", " programme ", " commission", " invest", " resources "}

func surelySpeaks(s string) bool {
	return slices.ContainsFunc(sure, func(part string) bool { return strings.Contains(s, part) })
}

// planOrMoney is the check of answers to a provision that wants what plan and money
// did.
func planOrMoney(requirement string, speaks func() *lazyregexp.Regexp, wants string) func(*project.Project, *Pass) {
	return func(r *project.Project, p *Pass) {
		plan := r.Config.StrategicPlan
		for _, a := range p.reading.answers() {
			if a.requirement != requirement || !p.speaksEnough(a) || surelySpeaks(a.text.Markdown) || speaks().MatchString(a.text.Markdown) || namesPriority(a.text.Markdown, plan) {
				continue
			}
			p.want(a.text.Position, fmt.Sprintf("regulation %s wants %s", requirement, wants), "say what the plan arranged for it and what was spent",
				"%s speaks of neither the plan, a priority nor money", a.what)
		}
	}
}

// speaksEnough reports whether what an answer speaks of can be asked: of one that
// says little, that isn't an answer or that is another authority's another rule speaks.
func (p *Pass) speaksEnough(a answer) bool {
	return a.kind == evidence.Answer && p.reading.bodies().others(a.text) == nil
}

// namesPriority reports whether a text names the plan or one of its priorities.
func namesPriority(s string, plan project.StrategicPlan) bool {
	small := strings.ToLower(s)
	for _, q := range plan.Priorities {
		if q.Name != "" && strings.Contains(small, strings.ToLower(q.Name)) {
			return true
		}
	}
	return plan.Title != "" && strings.Contains(small, strings.ToLower(plan.Title))
}

func checkNamed(r *project.Project, p *Pass) {
	for _, a := range p.reading.answers() {
		if a.requirement != "6(1)(b)" || !p.speaksEnough(a) || strings.Contains(a.text.Markdown, "{{") && ownReference().MatchString(a.text.Markdown) || namesLocality(a.text.Markdown, a.subject, r.Config.Localities) {
			continue
		}
		const wants, do = "regulation 6(1)(b) wants an assessment in relation to each locality", "name the locality, or a place in it"
		if other := otherLocality(a, r.Config.Localities); other != "" {
			i := strings.Index(a.text.Markdown, other)
			p.want(a.text.At(i), wants, "put it where it belongs, or say what was done in "+a.subject, "%s names %s and not %s", a.what, other, a.subject)
			continue
		}
		if !namesPlace(a.text.Markdown) && !ofPlaceHere().MatchString(a.text.Markdown) && !beginsWithName(a.text.Markdown) {
			p.want(a.text.Position, wants, do, "%s names neither it nor a place in it", a.what)
		}
	}
}

// namesLocality reports whether a text names a locality, or has a word of its name that no
// other locality's has: "the coast" for Carrick Coast.
func namesLocality(s, name string, all []project.Locality) bool {
	words := strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) })
	for own := range strings.FieldsSeq(strings.ToLower(name)) {
		shared := len(own) < 4 && !strings.EqualFold(own, name) || slices.ContainsFunc(all, func(l project.Locality) bool {
			return !strings.EqualFold(l.Name, name) && slices.Contains(strings.Fields(strings.ToLower(l.Name)), own)
		})
		if !shared && slices.Contains(words, own) {
			return true
		}
	}
	return strings.Contains(strings.ToLower(s), strings.ToLower(name))
}

// otherLocality is the name of another locality that a text has.
func otherLocality(a answer, all []project.Locality) string {
	for _, l := range all {
		if !strings.EqualFold(l.Name, a.subject) && wholeWord(a.text.Markdown, l.Name) {
			return l.Name
		}
	}
	return ""
}

// wholeWord reports whether a name is in a text and not a part of a longer word.
func wholeWord(s, name string) bool {
	i := strings.Index(s, name)
	if name == "" || i < 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+len(name):])
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}

// namesPlace reports whether a text has a word with a capital that may be a place's name,
// or speaks another language than the words here are of.
func namesPlace(s string) bool {
	for _, m := range capitals().FindAllStringSubmatch(s, -1) {
		if !noPlace()[m[1]] {
			return true
		}
	}
	return strings.Contains(s, "{lang=")
}

// beginsWithName reports whether a sentence begins with a word that is most likely a name, as
// that of a place: "Seaton asked for a minibus."
func beginsWithName(s string) bool {
	for _, m := range startsOn().FindAllStringSubmatch(s, -1) {
		if !noPlace()[m[1]] && !beginners()[strings.ToLower(m[1])] && !strings.HasSuffix(m[1], "s") && !strings.HasSuffix(m[1], "ing") && !strings.HasSuffix(m[1], "ed") && !strings.HasSuffix(m[1], "ly") {
			return true
		}
	}
	return false
}

var (
	// ofPlaceHere is a place by what it is, or the locality of the heading.
	ofPlaceHere = lazyregexp.Lazy(`(?i)\b(?:this|our) (?:locality|area|part of|town|valley|island)\b|\bthe locality(?:['’]s)? |\bhere\b|\b(?:harbours?|islands?|islanders|glens?|coast(?:al|line)?|shore|villages?|villagers|towns?|valleys?|peninsula|estuary|seaside|uplands?|hill farms?|moorland|burghs?|crofters?|crofting|fishing|fishermen|farm(?:ers|ing|s)?|rural|remote)\b`)
	// startsOn is the first of a sentence, with what follows it.
	startsOn = lazyregexp.Lazy(`(?:^|[.!?]\s+)(\p{Lu}\pL{3,})(?:['’]s)? (?:\p{Ll}+)`)
	// beginners are words that sentences begin with and that name no place.
	beginners = sync.OnceValue(func() map[string]bool {
		all := map[string]bool{}
		for w := range strings.FieldsSeq(`after before when since because people everyone everybody nobody there their they this that these those with from until although while where what which three four five seven eight nine eleven twelve many most more some such each every both half over under during through without about another older younger young local staff than then what will would were have here into only once upon very much also next last late early good better best care health social home carers parents families patients residents tenants users members volunteers nurses doctors groups group meeting meetings work services service support access performance engagement consultation feedback change changes improvement progress communities community locality localities public partners partnership providers council board access demand waits waiting clinic clinics practice surgery hospital walking buses visits`) {
			all[w] = true
		}
		return all
	})
	capitals = lazyregexp.Lazy(`[\pL\d,;)'’] (\p{Lu}[\pL'’-]+)`)
	// noPlace are words with a capital that name no place.
	noPlace = sync.OnceValue(func() map[string]bool {
		no := map[string]bool{}
		for w := range strings.FieldsSeq("January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter Board Council Locality Group Planning Partnership Integration Joint NHS HSCP IJB GP GPs Scottish Scotland Government Officer Manager Health Social Care Plan Strategic Act I") {
			no[w] = true
		}
		return no
	})
)
