package project

import (
	"strings"
	"sync"

	"apr/internal/lazyregexp"
)

// A recommendation is worded as an instruction too: "Insert the date at each entry." It
// speaks of what a service keeps and of those whom it cares for, where a template speaks of
// the report.

var (
	// keptByServices is what is written in or fixed to what a service keeps, or told to those in its care.
	keptByServices = lazyregexp.Lazy(`(?i)\b(?:in|on|to|into|onto|at|beside|by|from|under|with|next to)(?: [\pL'’-]+){0,3} (?:(?:care|support|personal|treatment|risk|anticipatory|night) (?:plan|record|file|note|summary)s?|care plans|menus?|charts?|records|(?:case|medical|nursing) notes|medicines|medication|bottles?|bedrooms?|doors?|day ?rooms?|lounge|kitchen|(?:day|visitors'?|accident|hand-?over) book|book|diary|diaries|folders?|notice ?boards?|mar sheets?|labels?|passports?|wristbands?|ward|front|back|logs?)\b|` +
		`\b(?:a|the) (?:resident|patient|person|visitor|relative|tenant)s? (?:asks?|wants?|needs?|likes?|prefers?|wishes|can)\b`)
	// toldToPeople ends what is explained to those in a service's care.
	toldToPeople = lazyregexp.Lazy(`(?i)^explain .* to (?:the |each |all |every |new )*(?:people|person|residents?|patients?|famil(?:y|ies)|relatives|carers?|staff|tenants|visitors|parents|children)(?:$|,| (?:before|when|after|if|and|in|at|so|who|whose)\b)`)
	// plansOfCare is where a service describes how somebody is helped, and what it does that no
	// report is asked about.
	plansOfCare = lazyregexp.Lazy(`(?i)\b(?:(?:care|support|personal) (?:plan|record|file)s?|medicines?|medication|doses?|dressings?|restraints?|allerg\w+|in charge|at night|bed ?rails|meals?)\b`)
	tellsHow    = lazyregexp.Lazy(`(?i)^(?:please |briefly )*(?:describe|explain|outline|summari[sz]e|set out|demonstrate|detail|indicate)\b.* (?:how|why|whether|extent|way)\b`)
	eachOf      = lazyregexp.Lazy(`(?i)\b(?:each|every) (?:of )?(?:the |your |our )?([\pL-]+)(?: ([\pL-]+))?`)
)

// partsOfReports are what a template asks about one by one.
var partsOfReports = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for w := range strings.FieldsSeq(`outcome outcomes principle principles locality localities service services priority priorities recommendation recommendations decision decisions area areas year care-group group groups
		programme programmes partner partners partnership objective objectives measure measures indicator indicators project projects section sections question questions heading headings one variance variances matter matters
		action actions commitment commitments theme themes target aim goal paragraph chapter box field page report inspection inspections review plan change changes part body authority council board team teams workstream milestone domain standard case`) {
		words[w] = true
	}
	return words
})

// ofCare reports whether an instruction is one to a service about care, and not one of a
// template to its author.
func ofCare(sentence string) bool {
	switch {
	case toldToPeople().MatchString(sentence), plansOfCare().MatchString(sentence):
		return true
	case tellsHow().MatchString(sentence): // as a template asks about people too
		return false
	case keptByServices().MatchString(sentence):
		return true
	}
	for _, m := range eachOf().FindAllStringSubmatch(sentence, -1) {
		if !partsOfReports()[strings.ToLower(m[1])] && !partsOfReports()[strings.ToLower(m[2])] {
			return true
		}
	}
	return false
}
