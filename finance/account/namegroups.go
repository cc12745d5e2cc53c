package account

import (
	"fmt"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/lazyregexp"
)

// A kindOfPeople is how names say for whom a service is.
type kindOfPeople struct {
	called string
	says   func() *lazyregexp.Regexp
	// plain is true where a name that says it is of no other group. Addictions are often part of
	// mental health, and physical disabilities of anything.
	plain bool
}

// kindsOfPeople are those whose words leave no doubt. A disability that isn't named may be either.
var kindsOfPeople = []kindOfPeople{
	{"older people", lazyregexp.Lazy(`(?i)\b(?:older (?:people|adults?|persons?)|old age|elderly|dementia|geriatric\w*|over[ -]?65s?|65 (?:and|or) over|aged 65)\b`), true},
	{"learning disability", lazyregexp.Lazy(`(?i)\blearning disab\w*|\blearning difficult\w*`), true},
	{"children", lazyregexp.Lazy(`(?i)\bchild(?:ren(?:['’]?s)?)?\b|\bpaediatric\w*`), true},
	{"people under 65", lazyregexp.Lazy(`(?i)\b(?:under[ -]?65s?|aged? 18 (?:to|-|–) ?64|18 ?(?:to|-|–) ?64|younger adults?)\b`), true},
	{"physical disability", lazyregexp.Lazy(`(?i)\bphysical(?:ly)? disab\w*|\bsensory\b`), false},
	{"mental health", lazyregexp.Lazy(`(?i)\bmental (?:health|illness)\b|\bpsychiatr\w*|\bdementia\b|\bCAMHS\b`), false},
	{"addictions", lazyregexp.Lazy(`(?i)\balcohol\b|\bdrugs?\b|\baddiction\w*|\bsubstance\b|\brecovery\b`), false},
}

// disability is a group of people with any disability.
var disability = lazyregexp.Lazy(`(?i)\bdisab\w*`)

// kindsSaid are the kinds of people that a text names, by their number.
func kindsSaid(text string) (said map[int]bool) {
	said = map[int]bool{}
	for i := range kindsOfPeople {
		if kindsOfPeople[i].says().MatchString(text) {
			said[i] = true
		}
	}
	return said
}

// peopleSaid are the people that a cost centre is for by its name, where its care group is another;
// else "". A name that also says the group's own people, and a group whose name says none, are
// taken as they are.
func peopleSaid(c *ledger.Centre) (says string) {
	if c.Class.CareGroup == "" || c.Class.Exclude != "" {
		return ""
	}
	group, name := kindsSaid(c.Class.CareGroup), kindsSaid(c.Name)
	if len(group) == 0 && disability().MatchString(c.Class.CareGroup) {
		return ""
	}
	for i, k := range kindsOfPeople {
		switch {
		case name[i] && group[i]:
			return ""
		case !name[i] || !k.plain || len(group) == 0 || says != "":
		case k.called == "people under 65" && !group[0]: // they are in each group but that of older people
		default:
			says = k.called
		}
	}
	return says
}

var (
	// notInpatient is health care that isn't of inpatients by its name.
	notInpatient = lazyregexp.Lazy(`(?i)\bprimary care\b|\bgeneral medical services\b|\bGMS\b|\bGP prescribing\b|\bhealth visit\w*|\bdistrict nurs\w*|\bcommunity nurs\w*|\bdental\b|\boptometr\w*|\bcommunity pharmac\w*|\bout-?patients?\b`)
	// maybeInpatient is what may be of inpatients all the same.
	maybeInpatient = lazyregexp.Lazy(`(?i)\bwards?\b|\bin-?patients?\b|\bIP\b|\bbeds?\b|\bhospitals?\b|\bacute\b|\bunits?\b|\bpsychiatr\w*|\bhospices?\b|\bcontinuing\b|\bset[ -]aside\b|\bassessment\b`)
	inpatients     = lazyregexp.Lazy(`(?i)\bin-?patients?\b`)
	maybeNeither   = lazyregexp.Lazy(`(?i)\bout-?patients?\b|\bday\b|\bpharmac\w*|\bprescrib\w*|\bdrugs?\b|\bclinics?\b|\bliaison\b|\bdischarge\b|\bnon-?\b|\btherap\w*|\bcommunity\b|\bteams?\b`)
)

// inpatientSaid is the other of the two matters of health care, where a cost centre's name says it
// in plain words, or "".
func inpatientSaid(c *ledger.Centre) finance.Matter {
	switch c.Class.Matter {
	case finance.Inpatient:
		if notInpatient().MatchString(c.Name) && !maybeInpatient().MatchString(c.Name) {
			return finance.OtherHealth
		}
	case finance.OtherHealth:
		if inpatients().MatchString(c.Name) && !maybeNeither().MatchString(c.Name) {
			return finance.Inpatient
		}
	}
	return ""
}

// namesSay is what cost centres belong to and what their names say of people and of inpatients,
// as messages say it.
func namesSay(c *ledger.Centre) (all []string) {
	if says := peopleSaid(c); says != "" {
		all = append(all, fmt.Sprintf("belong to the care group %s, and their names say %s", c.Class.CareGroup, says))
	}
	if says := inpatientSaid(c); says != "" {
		all = append(all, fmt.Sprintf("belong to %s, and their names say %s", c.Class.Matter, says))
	}
	return all
}
