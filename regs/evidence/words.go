package evidence

import (
	"strings"
	"sync"
	"unicode"

	"apr/internal/lazyregexp"
)

// list is a set of words.
func list(words ...string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for _, w := range words {
			for word := range strings.FieldsSeq(w) {
				set[word] = true
			}
		}
		return set
	})
}

const (
	// small are words that join others.
	small = `a an the this that these those it its our we us you your they their them i and or but as so if in on at of for to from by with within into
		which who whose where when what how is are was were be been being has have had do does did can could may might will would shall should must
		also already both all any each every there here not no than then too very much more most some such other same again still`
	// places are where a pointer points, and what it says is there.
	places = `website web site webpage page pages plan plans strategic strategy report reports annual accounts account performance document documents paper papers minutes revised
		appendix appendices annex section sections chapter chapters part parts table tables figure figures statement framework policy link links online intranet portal
		attached attachment enclosed appended wording same improvement response foreword introduction separate separately elsewhere above below overleaf previous previously last year year's years before earlier next following preceding current
		board boards committee council health nhs partnership authority integration joint hscp ijb scotland government published publication version edition
		information info detail details detailed data evidence narrative text answer commentary assessment assessments description outcome outcomes principle principles indicator indicators locality localities
		progress reason reasons change changes action actions response responses recommendation recommendations arrangements arrangement consultation involvement review decision decisions
		best value variance overspend underspend position national profile profiles request requests group groups planning itself log logs tracker register tracked kept logged stored filed listed minuted documented evidenced marked registered item wellbeing regulation requirement provision question full fully further about regarding relating item agenda number no
		see read refer referred please visit click download go find found out look contained covered described set given discussed addressed included outlined dealt explained available
		provided shown presented told recorded captured reported summarised summarized listed reproduced reflected contains covers describes sets gives includes explains provides shows ditto similarly per considered agreed case study studies delivered good practice example examples vignette story stories box principle's dashboard dashboards strategies frameworks policies documents commissioning participation engagement communications improvement delivery financial outturn transport housing workforce
		under through via against partner partners department organisation organisations reader readers`
	// receipts say that something was received.
	receipts = `noted agreed accepted acknowledged received yes ok okay fine recommendation recommendations finding findings board committee council partnership authority response fully
		duly content contents report service services team management hospital home provider this`
	// general are words of praise and motion that would fit any service in any year.
	general = `good strong positive solid steady significant considerable continued continue continues continuing ongoing progress progressing made make making work works worked working
		well better best improve improved improves improving improvement improvements achieve achieved achieving achievement meet met meeting secure secured deliver delivered delivering delivery
		support supported supporting contribute contributed contributing contribution service services people staff partners communities community done complete completed implemented implementing
		underway way track course forward towards across area year years plan outcome outcomes principle principles performance strategic priorities priority high quality effective effectively
		efficient efficiently successful successfully success commitment committed ensure ensured ensuring focus focused always everything everyone many respect accordance accord line lines
		reported reporting moved move on extent range variety number approach approaches follow followed following important key really taken take taking hand place
		proud use uses resource resources shared communicated cascaded disseminated circulated pride seriously serious greatest asset assets do does reminded hard hard-working hardworking dedication dedicated tireless tirelessly thank thanks grateful gratitude excellent outstanding exceptional resilience resilient value valued values passion
		passionate committed professionalism professional despite challenge challenges challenging difficult pressures pressure circumstances past challenges over throughout during colleagues workforce
		staff's celebrate celebrated celebrating ambitious ambition vision journey strive strives striving aim aims goal goals vital essential crucial role play plays played range wide wider best possible
		being progressed actioned managed manager managers officer officers team teams lead leads management`
	// legal are words that speak of the law in addition to its own.
	legal = `statute statutory law act regulation regulations requirement requires required provision section paragraph authority board partnership council integration joint plan arrangements
		expenditure financial performance report assessment service services outcome outcomes principle principle's year people users apply applies applied mentioned consult consulting consulted involve involves involving involved relation relating require assessed`
)

var (
	pointerWords = list(small, places)
	receiptWords = list(small, receipts)
	thinWords    = list(small, places, receipts, general)
	figureWords  = list(small, `total sum amount figure variance overspend underspend difference net result year year's end ended ending closed position balance budget against planned spend spending spent budgeted exceeded exceeds exceed because due more less higher lower than had greater outturn number of count value rate indicator`)
	lawWords     = list(small, places, general, legal)
)

// saysNothing reports whether a word, in small letters, says nothing by itself.
func saysNothing(w string) bool { return lawWords()[w] }

// points is what makes a sentence a pointer.
var points = lazyregexp.Lazy(`^(?:please )?(?:see|refer|visit|click|read|find|go to)\b|\b(?:see|refer to|please (?:see|read|visit)|(?:covered|described|reported|set out|contained|detailed|given|discussed|addressed|included|outlined|dealt with|explained|found|available|published|provided|shown|presented|told|recorded|captured|summarised|summarized|listed|reflected|reproduced|tracked|held|kept|logged|stored|filed|minuted|documented|evidenced|marked)\b(?: \w+)*? (?:in|on|at|under|from|elsewhere|above|below|separately|overleaf|online|via|through)|elsewhere)\b|\b(?:covers|describes|sets out|gives|contains|includes|explains|provides|shows) (?:this|these|it|that|the details?|the information|details|full details|information)\b|^(?:the )?(?:same|as)(?: as)? (?:for|in|under|with|per)\b|^(?:the )?same as (?:\w+ ){0,4}(?:above|below|before)$|^(?:this |it |the text |the answer |unchanged )?(?:is )?(?:the )?(?:as|same as)(?: in| for| that of)?(?: the)? (?:last|previous|before|above|below|preceding)\b|^(?:the )?(?:same|unchanged) (?:as|from|since)(?: in| for)?(?: the)?(?: year)? \d{4}|^(?:this is |these are |it is )?delivered through\b|^as (?:set out|described|detailed|outlined|reported|noted|agreed|shown|discussed|stated|above|below)\b|^ditto$|\b(?:is|are) (?:all )?in (?:the|our|a|an|its|their)\b|^(?:see )?link(?: link)*$|^(?:above|below)$|\b(?:attached|enclosed|appended)(?:$| (?:as|at|in|to|here|below|with) )|^(?:the )?same as (?:for |in |that of |under )?(?:outcome|principle|locality|recommendation|inspection|action|decision)\b|^(?:the )?same as (?:for |in |at )?\w+$|\bavailable (?:on|upon) request\b|^(?:the )?same (?:text|wording|answer|narrative|response|position) as\b`)

// isPointer reports whether a sentence says where something is said, and nothing
// else. Names may be in it: those of plans and reports.
func isPointer(sentence string) bool {
	return isMadeOf(sentence, pointerWords(), true) && !ofPerson().MatchString(sentence) && points().MatchString(strings.Join(lower(plainWords(sentence)), " "))
}

// ofPerson is a plan for a person, or such plans: what is in it is care, and no part of a report. What begins with "see-"
// is seen through.
var ofPerson = lazyregexp.Lazy(`(?i)\b(?:(?:care|support|personal|anticipatory|crisis|recovery|discharge)(?: and \pL+)?|their|(?:person|people|resident|patient|carer)s?['’]s?|all \d+|\d+|two|three|four|five|six|seven|eight|nine|ten|each)(?: of \d+)? plans?\b|^see-`)

// isReceipt reports whether a sentence says that something was received, and
// nothing else.
func isReceipt(sentence string) bool {
	for w := range eachWord(sentence) {
		switch strings.ToLower(w) {
		case "noted", "agreed", "accepted", "acknowledged", "received", "ok", "okay", "yes":
			return isMadeOf(sentence, receiptWords(), false)
		}
	}
	return false
}

// leads reports whether a sentence leads to where something is said.
func leads(sentence string) bool {
	return isPointer(sentence) || leadsElsewhere(sentence) || sendsAway(sentence)
}

// isLabel reports whether words name what follows them, such as a document: "Locality
// profile".
func isLabel(sentence string) bool {
	n := 0
	for range eachWord(sentence) {
		n++
	}
	return n <= 4 && isMadeOf(sentence, pointerWords(), true) && !auxiliary().MatchString(text(sentence))
}

// namesFigure reports whether the words beside a number from data are but its name: "The
// overspend was".
func namesFigure(sentence string) bool {
	return isMadeOf(sentence, figureWords(), false)
}

// isNumbered reports whether a text is the number of an item: "Recommendation 1".
func isNumbered(plain string) bool { return numberedItem().MatchString(strings.TrimSpace(plain)) }

var numberedItem = lazyregexp.Lazy(`(?i)^(?:(?:recommendations?|requirements?|areas? for improvement|actions?|outcomes?|principles?|items?|points?|numbers?|nos?\.?|changes?|reasons?|part|section)\s*)?(?:\d{1,3}[a-z]?|[ivx]{1,4})[.)]?$`)

// longestEmpty is how many bytes a sentence that says nothing may have: nobody writes
// a longer one, and a text without a full stop isn't searched by every pattern.
const longestEmpty = 1000

// isMadeOf reports whether a sentence has no word but those of a set, numbers in
// a pointer and names among them where names may be.
func isMadeOf(sentence string, set map[string]bool, names bool) bool {
	if len(sentence) > longestEmpty {
		return false
	}
	i := -1
	for w := range eachWord(sentence) {
		i++
		small := strings.ReplaceAll(strings.ToLower(w), "’", "'")
		switch {
		case set[small] || set[strings.TrimSuffix(small, "'s")]:
		case names && i > 0 && unicode.IsUpper([]rune(w)[0]):
		case names && isMark(w):
		case names && isNumber(w) && !strings.ContainsAny(w, "£%"):
		default:
			return false
		}
	}
	return i >= 0
}
