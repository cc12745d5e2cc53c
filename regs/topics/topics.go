// Package topics holds the words by which a text shows what it is about: one of the nine
// outcomes, one of the thirteen principles, or a text that answers a provision by itself.
package topics

import (
	"slices"
	"strings"

	"apr/internal/lazyregexp"
)

// OfOutcomes are words of which an assessment of each outcome mostly has some, and that of
// another seldom has more. The indicators are those whose question is the outcome's own.
var OfOutcomes = []func() *lazyregexp.Regexp{
	lazyregexp.Lazy(`(?i)\b(?:after (?:their|your|own) (?:own )?health|look after themselves|healthy|healthier|live (?:well|longer)|smok\w+|weight|exercise|falls class\w*|link workers?|prevention|vaccin\w*|screening|alcohol|mortality|walking|self-management|NI1|NI11)\b`),
	lazyregexp.Lazy(`(?i)\b(?:live at home|care at home|homely|independent\w*|reablement|discharge\w*|delayed|admissions?|frail\w*|equipment|telecare|bed days|wards?|NI2|NI12|NI14|NI15|NI18|NI19)\b`),
	lazyregexp.Lazy(`(?i)\b(?:dignity|experiences?|had a say|listen\w*|complaints?|complained|respect\w*|courte\w+|satisf\w+|advoca\w+|stories|NI3|NI4|NI5|NI6)\b`),
	lazyregexp.Lazy(`(?i)\b(?:quality of life|lives better|better lives|company|lonel\w+|day (?:centres?|care|service)|hobb\w+|matters? to (?:them|people|each)|NI7)\b`),
	lazyregexp.Lazy(`(?i)\b(?:inequalit\w+|povert\w+|poor(?:er|est)|depriv\w+|incomes?|disadvantag\w+|homeless\w*|benefits|debts?|unequal\w*|gap)\b`),
	lazyregexp.Lazy(`(?i)\b(?:carers?|carers['’]|caring role|respite|short breaks?|NI8)\b`),
	lazyregexp.Lazy(`(?i)\b(?:safe|safer|safety|harm\w*|protection|abuse\w*|neglect|guardianship|errors?|NI9)\b`),
	lazyregexp.Lazy(`(?i)\b(?:staff|workforce|train(?:ed|ing)|sickness|engagement index|supervision|colleagues|turnover|teams? meetings?|apprentic\w+|survey of staff|NI10)\b`),
	lazyregexp.Lazy(`(?i)\b(?:efficien\w+|resources|saved|saving|savings|costs?|unit cost|value for money|waste[ds]?|budgets?|agency|procure\w*|NI13|NI20)\b`),
}

// OfPrinciples are the same of the thirteen of section 31(1).
var OfPrinciples = []func() *lazyregexp.Regexp{
	lazyregexp.Lazy(`(?i)\b(?:wellbeing|well-being|main purpose)\b`),
	lazyregexp.Lazy(`(?i)\b(?:integrat\w+|joined(?:-up)?|one (?:team|manager|assessment|record|door|number)|single|joint|jointly|same team|told? (?:their|the same) stor\w+)\b`),
	lazyregexp.Lazy(`(?i)\b(?:(?:particular|different|individual|own|each person['’]s|complex|from|by) needs?|learning disabilit\w+|autis\w+|dementia|person-centred|tailor\w+)\b`),
	lazyregexp.Lazy(`(?i)\b(?:localit(?:y|ies)|north|south|east|west|coast\w*|rural|islands?|different (?:parts|places)|bus|buses|travel|distance|villages?)\b`),
	lazyregexp.Lazy(`(?i)\b(?:interpret\w+|languages?|ethnic\w*|equalit(?:y|ies)|characteristics|circumstances|race|sex|gender|faith|large print|impact assessments?)\b`),
	lazyregexp.Lazy(`(?i)\b(?:rights?|advoca\w+|guardianship\w*|second opinion|self-directed|consent|appeals?|legal)\b`),
	lazyregexp.Lazy(`(?i)\b(?:dignity|privacy|private|respectful\w*|washed|dressed|addressed|humane)\b`),
	lazyregexp.Lazy(`(?i)\b(?:own communities|communit(?:y|ies)['’]?|clubs?|choirs?|volunteering|college|neighbours?|lonel\w+|grants|take part)\b`),
	lazyregexp.Lazy(`(?i)\b(?:safe|safer|safely|safety|harm\w*|protection|alarms?|infections?|medication|NI9)\b`),
	lazyregexp.Lazy(`(?i)\b(?:quality|grade[ds]?|inspect\w+|improvement|NI17|audits?|standards?)\b`),
	lazyregexp.Lazy(`(?i)\b(?:locality groups?|planning groups?|engag\w+|consult\w*|led (?:locally|planning)|planned with|written with|drawn up (?:with|by)|help(?:ed)? to write|events|co-?produc\w+|practitioners?|residents?)\b`),
	lazyregexp.Lazy(`(?i)\b(?:anticipat\w+|prevent\w*|crisis|crises|early|earlier|frailty lists?|before (?:they|it)|at risk|high risk|falls classes)\b`),
	lazyregexp.Lazy(`(?i)\b(?:best use|resources?|saved|savings?|facilit(?:y|ies)|buildings?|offices?|rooms?|empty|rent|vehicles|pharmacists?|in balance|half-empty)\b`),
}

// Distinct is how many different words of an expression a text has.
func Distinct(re func() *lazyregexp.Regexp, text string) int {
	var seen []string
	for _, w := range re().FindAllString(text, -1) {
		if w = strings.ToLower(w); !slices.Contains(seen, w) {
			seen = append(seen, w)
		}
	}
	return len(seen)
}

// OfSections are the same of the texts that answer a provision by themselves.
var OfSections = []Section{
	{"3(c)", "strategic planning", lazyregexp.Lazy(`(?i)\b(?:strategic plan\w*|the plan['’]?s?|this plan|commitments?|priorit\w+|milestones?|planning group|on course|on schedule|strateg(?:y|ies)|revised plan|directions?|objectives)\b`)},
	{"4(1)(c)", "the reasons for the variance", lazyregexp.Lazy(`(?i)(?:\{\{ *variance)|\b(?:overspen\w+|underspen\w+|variance|vacanc\w+|agency|prices?|prescri\w+|demand|pay award|inflation|over budget|reserves?|slippage|cost more|spent more)\b`)},
	{"5(1)", "best value", lazyregexp.Lazy(`(?i)\b(?:best value|value for money|efficien\w+|quality|costs?|saved|savings?|procure\w*|tender\w*|audit\w*|productiv\w+|improvement|duplicat\w+|contracts?|benchmark\w+|unit costs?|economy|sustainab\w+|governance)\b`)},
	{"6(1)(a)", "consultation and involvement", lazyregexp.Lazy(`(?i)\b(?:consult\w*|involv\w+|engag\w+|section 41|locality groups?|forums?|meetings?|surveys?|planning with people|listen\w*|residents?|views|replies|community councils?|panels?|drop-ins?|were asked)\b`)},
}

// Section is a text that answers a provision by itself, with what it is about.
type Section struct {
	Requirement, Subject string
	Words                func() *lazyregexp.Regexp
}
