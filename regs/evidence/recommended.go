package evidence

import (
	"strings"

	"apr/internal/lazyregexp"
)

// A recommendation is worded for a service and an action is its answer, so both may be short
// and in words that elsewhere lead to another place of the report: "See each new resident
// within a day.", "Reviewed on 4 December."
var (
	// asksOfService is how a recommendation begins, or what must be.
	// What is read and has a name, or a number, is a document.
	asksOfService = lazyregexp.Lazy(`^\s*(?i:refer to|look at|see to|see that|see|consult|read|refer) (?:[a-su-z]|t[a-np-z])|(?i)^\s*(?:state|record|describe|report|publish|set out|list|display|show|keep|hold|agree|approve)\b|\b(?:should|must|shall|needs? to|has to|have to|is to|are to) (?:\pL+ )?be\b`)
	// placeOfText is where a recommendation could be read instead.
	placeOfText = lazyregexp.Lazy(`(?i)\b(?:above|below|overleaf|elsewhere|separately|online|web ?sites?|links?|inspection|inspectors?['’]?s?|inspectorate['’]?s?|reports?|publications?|documents?|pages?|chapters?|sections?|append(?:ix|ices)|annex(?:es)?|papers?|minutes|tables?|regulation|recommendations?|requirements?|narrative|text|details?|information|here|tb[acd]|to follow|pending|confirmed|provided|added|supplied|completed|inserted|updated|written)\b|\[|https?:|www\.`)
	// deed is how an action says that what was recommended was done, and when.
	deed     = lazyregexp.Lazy(`(?i)^\s*(?:(?:they|it|all|both|we|this|the \pL+) (?:(?:was|were|has been|have been|had been|is|are|have|has) )?)?(?:then )?(?:updated|reviewed|approved|revised|repaired|replaced|trained|installed|introduced|published|issued|adopted|renewed|recruited|appointed|tested|fitted|built|opened|closed|checked|rewritten|redrawn|signed|implemented)\b`)
	dayGiven = lazyregexp.Lazy(`(?i)\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|20\d\d)\b`)
	// isSo answers what was recommended with yes, and confirmed is that those who recommended it found it done.
	isSo      = lazyregexp.Lazy(`(?i)^\s*(?:(?:yes,? )?(?:it|they|this|these|that|both|all|we)(?: all| both| now)? (?:is|are|was|were|does|do|did|has|have)(?: now| all| both)?(?: (?:so|done|been done|in place|the case))?[.!]?\s*$|yes\b)`)
	confirmed = lazyregexp.Lazy(`(?i)\b(?:signed off|closed|verified|confirmed|lifted|discharged|removed|met|complete|accepted)\b.*\bby (?:the |our |their )?(?:care inspectorate|inspect\w+|healthcare improvement scotland|mental welfare commission|commission|regulator|HIS)\b`)
	// passedByUs is a decision of those who were asked to do something, and no deed.
	passedByUs = lazyregexp.Lazy(`(?i)\b(?:approved|agreed|noted|endorsed|considered|accepted|adopted|ratified|signed off) by (?:the |our |its )?(?:(?:integration|joint|health|full|audit|management|leadership|senior|governance|partnership) )*(?:board|committee|ijb|council|group|team|officers?|managers?|executive|members)\b`)
	// placeOfAnswer is where it is said what was done.
	placeOfAnswer = lazyregexp.Lazy(`(?i)\b(?:see|above|below|refer|reports?|reported|append(?:ix|ices)|annex|attached|papers?|minutes|will be|to be|tb[acd]|pending)\b|\[|https?:|www\.`)
	didIt         = lazyregexp.Lazy(`(?i)\b(?:agreed|accepted)\b[^.]*\b(?:did|done|carried (?:it )?out|implemented|made (?:it|them))\b`)
)

// longestCall is how many bytes a recommendation or an action has that is taken by how it begins.
const longestCall = 200

// Recommends reports whether a text asks a service to do something, and leads to no other text.
func Recommends(markdown string) bool {
	return len(markdown) <= longestCall && asksOfService().MatchString(markdown) && !placeOfText().MatchString(markdown)
}

// WasDone reports whether a text says that something was done, with a month or a year, that
// what was agreed was done, that it is as was recommended, or that an inspector found it so.
func WasDone(markdown string) bool {
	switch {
	case len(markdown) > longestCall, passedByUs().MatchString(markdown):
		return false
	case didIt().MatchString(markdown):
		return true
	case placeOfAnswer().MatchString(markdown):
		return deed().MatchString(markdown) && dayGiven().MatchString(markdown)
	case isSo().MatchString(markdown):
		return !strings.HasPrefix(strings.ToLower(strings.TrimSpace(markdown)), "yes") || dayGiven().MatchString(markdown)
	}
	return (deed().MatchString(markdown) || confirmed().MatchString(markdown)) && dayGiven().MatchString(markdown)
}
