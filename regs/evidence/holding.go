package evidence

import (
	"strings"

	"apr/internal/lazyregexp"
)

// Some sentences say by one turn of phrase that they only hold a place, or that the
// answer is somewhere else, whatever their other words are.
var (
	// holdsPlace calls itself a text that isn't the text yet.
	holdsPlace = lazyregexp.Lazy(`^(?:this is |this )?(?:an? |the |some |just |only )?(?:holding|dummy|sample|filler|temporary|template|boilerplate|mock) (?:text|paragraph|copy|wording|content|words|section|entry|narrative|sentence|statement)\b(?: (?:only|for|to|until|here|pending|goes|from)\b.*)?$|` +
		`^placeholder(?:$| (?:for|text|only|until|pending|here|paragraph|section|sentence|wording|copy|narrative|statement|entry|content|words|assessment)\b| (?:\w+ ){1,5}to (?:be|come|follow)\b)|` +
		`^(?:this )?(?:is )?(?:parked|paused|skipped|held back|held over)(?: for now)? (?:until|till|pending)(?: \w+){0,3} (?:data|datasets?|figures|numbers|results|text|wording|narrative|returns|release|workbook|template)\b(?: \w+){0,3}$|` +
		`\bleft (?:for|to) (?:the |our )?(?:\w+ ){1,4}?(?:to )?(?:fill|complete|write|finish|draft|add|supply|provide)(?: in| out| up| off)?$`)
	// cites says by one word where it is said: "Ibid.", or "Minute 7 of 13 August refers."
	cites = lazyregexp.Lazy(`^(?:ibid|ibidem|idem|op cit|loc cit|vide supra|see supra)(?: (?:p|pp|page|pages|para|note)? ?\d+)?$|` +
		`^(?:the )?(?:board |committee |council |committee's |board's )?(?:minutes?|papers?|items?|reports?|paragraphs?|sections?|append(?:ix|ices)|annex|letters?|accounts)\b(?: \w+){0,8} refers?$`)
	// standsIn says in which document, or on which page, everything stands.
	standsIn = lazyregexp.Lazy(`^(?:how|what|why|where|everything|this|the (?:full )?(?:details?|story|answer|text|reasons?|account|assessment|evidence|information|narrative|data|figures))\b(?: \w+){0,8}? (?:is|are|sits?|stands?|lives?|can be (?:seen|found|read)) (?:all |set out )?(?:in|on|at|within) (?:the|our|a|its|their) (?:\w+ ){0,4}?(?:web ?sites?|microsite|webpages?|pages?|portal|intranet|slides?|deck|dashboards?|hub|sharepoint|accounts|report|plan|strategy|papers?|documents?|spreadsheet|register|appendix|annex|pack|folder|drive|handout)(?: (?:from|of|for) (?:the|our|its|last|this) (?:\w+ ?){1,4})?$`)
	// returnsNil is a form's way of giving no answer.
	returnsNil = lazyregexp.Lazy(`^(?:a )?nil (?:return|response|report|entry|submission)(?: (?:was )?(?:received|given|submitted|made))?$|^(?:n k|not known|unknown|not stated|not given)$`)
	// asksToContact sends its reader to those who know.
	asksToContact = lazyregexp.Lazy(`^for (?:more|further|full|details|information)(?: \w+){0,3} (?:please )?(?:contact|ask|phone|e ?mail|speak to|get in touch with)(?: (?:the|our|your))?(?: \w+){1,5}$`)
	// partOf is the place within a document that a pointer names last.
	partOf = lazyregexp.Lazy(`(?i), (?:in |at |under |on )?(?:notes?|pages?|pp?\.?|sections?|chapters?|paragraphs?|paras?|append(?:ix|ices)|annex(?:es)?|tables?|parts?|items?) [0-9A-Z][0-9A-Za-z.]{0,6}(?:(?: to |-|–)[0-9A-Z.]{1,6})?$`)
)

func holdsAPlace(sentence string) bool { return is(sentence, holdsPlace()) }

func asksForContact(sentence string) bool {
	return len(sentence) <= longestTurn && asksToContact().MatchString(text(sentence))
}

func citesAnother(sentence string) bool { return is(sentence, cites()) || is(sentence, standsIn()) }

func isNilReturn(sentence string) bool { return is(sentence, returnsNil()) }

// is reports whether a short sentence that has no amount, share or second part matches.
func is(sentence string, re *lazyregexp.Regexp) bool {
	return len(sentence) <= longestTurn && !strings.ContainsAny(sentence, ",;£%") && re.MatchString(text(sentence))
}

// longestTurn is how many bytes such a sentence has at most.
const longestTurn = 160
