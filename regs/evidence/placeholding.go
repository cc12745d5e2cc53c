package evidence

import (
	"strings"

	"apr/internal/lazyregexp"
)

// What was left in a text by those who wrote, copied or laid it out is no answer: an
// empty field's word, a field that nobody filled in, a note to oneself or to others, and
// a sentence with a mark of a draft before it that would fit any year.
var (
	// leftBlank is what a form or a program writes where there is nothing.
	leftBlank = lazyregexp.Lazy(`^(?:no|none|nil|null|blank|empty|nothing|no (?:text|entry|content|answer|response)|(?:none|nothing) (?:given|supplied|provided|stated|entered|to (?:report|add|say|note|declare)))$`)
	// unfilled is a field of a template that nobody filled in: "[£ amount]".
	unfilled = lazyregexp.Lazy(`(?i)[\[{<]\s*[£%#]?\s*(?:(?:the |an? )?(?:amounts?|figures?|numbers?|totals?|values?|dates?|percentages?|per ?cent|sums?|costs?)|x{1,3}|n{1,3}|\.\.\.|…|\?+|_+|£)?\s*(?:m|k|bn|%|million)?\s*[\]}>]`)
	// fieldWords are within the brackets of an unfilled field; empty ones are a box to tick.
	fieldWords = lazyregexp.Lazy(`[\pL£?…_.%#]`)
	// leftNote is a note to oneself, or to those who write with one.
	leftNote = lazyregexp.Lazy(`^(?:i |we |still |also )?(?:needs?|have|got|remember|want)(?:ed)? to (?:add|insert|write|put(?: in)?|include|draft|expand|say|finish|rewrite|redo|find|source|tidy)(?: up| in)?(?: an?| the| some| this| our| more| another| one| two| few| bit| of| short| line| or)* (?:paragraphs?|paras?|sentences?|section|text|wording|narrative|something|words|figures?|numbers?|stats|quotes?|detail)\b(?: \w+)? ?(?:here|about|on|for|of|in here|from|to)?\b.*$|` +
		`^(?:hold|holding|held|hang on|wait|waiting|stet|on hold)(?: this| text| page| space)? (?:for|until|till|pending)(?: \w+){0,4} (?:version|text|figures?|copy|wording|update|numbers|sign ?off|approval|draft|edits?|amendments?|narrative|confirmation|layout|proofs?)$|` +
		`^(?:this (?:section|page|text|part|chapter) (?:is )?|(?:section|page|text) |still |currently )*under construction$|` +
		`^(?:more |further |full |fuller )*(?:details?|text|information|info|narrative|figures|numbers|words|wording|content|examples?|evidence|data)(?: \w+)? (?:to (?:come|follow|be (?:added|supplied|confirmed|inserted|written))|will follow|follows? later)$|` +
		`^(?:\w+ ){1,3}?to (?:send|supply|provide|write|add|give|draft|do|get|forward|let (?:me|us) have)(?: me| us| over| on| the| final| some| this| these| latest| year end| updated| outstanding| reasons? and| figures and| data and)* (?:figures?|numbers?|stats|text|words|wording|paragraphs?|paras?|narrative|copy|numbers and text|figures and text)(?: (?:please|asap|by \w+(?: \w+)?|next week|this week|for this))?$`)
	// leftInMail says in which message the answer is.
	leftInMail = lazyregexp.Lazy(`^(?:\w+ ){0,4}?(?:please )?(?:see|as per|per|check|use|refer to|copy from|paste from|taken from|from)(?: (?:the|my|our|your|his|her|their|attached|latest|last))?(?: \w+){0,1}? ?(?:e ?mails?|email chain|mail|inbox|message|thread|teams chat|chat|voicemail|track(?:ed)? changes|comments? bubble)(?: (?:of|from|dated|on|sent|by|to|with|at|re|about)\b.*)?$`)
	// markedDraft is a mark before a sentence: "(2024/25 text – update)", "DRAFT".
	markedDraft = lazyregexp.Lazy(`^[\s*_]*(?:[(\[](?:[^)\]\n]*[\s:–—-])?(?i:update|updat(?:e|ing) (?:this|me)|draft|old text|last year['’]?s?(?: text)?|check|rewrite|text|tb[acd]|v\d+|wip)[)\]]|(?:FIRST |ROUGH |INITIAL |WORKING )?DRAFT(?: TEXT| ONLY| VERSION| \d+| V\d+)?\b)[\s*_:;,.–—-]*`)
	// wentWell praises what was done, and names no deed.
	wentWell = lazyregexp.Lazy(`^(?:our |the |all |strategic |this year's |overall )*(?:planning|plan|plans|consultation|involvement|engagement|delivery|performance|work|things|everything|it|year|all|services|process|review) (?:all |has |have |again |also )*(?:went|gone|going|goes|is going|was|worked|progressed|ran|proceeded|continued) (?:very |really |quite |extremely |fairly |mostly |generally )*(?:well|smoothly|fine|ok|okay|successfully|effectively|as (?:planned|expected|normal|usual))(?: (?:this year|in the year|overall|throughout|during the year|again))?$`)
	// unnamed says that there were reasons, and names none.
	unnamed = lazyregexp.Lazy(`^(?:(?:this|it|the \w+|these) (?:was|is|were|are|arose|happened|came) )?(?:(?:because of|due to|for|owing to|down to|caused by|the result of|explained by|there (?:were|are|is|was)) )?(?:various|several|many|multiple|numerous|a (?:wide |whole |large )?(?:number|range|variety|combination|mix|mixture|host) of|different|mixed|other|complex|some|all sorts of)(?: (?:different|complex|other|various|key|mixed|small))* (?:reasons?|causes?|factors?|issues?|things|circumstances|matters|elements|variables)(?: (?:led|contributed|apply|applied|lie behind|lay behind|explain|explained|caused|account for|are behind|were behind|affected|drove)(?: (?:to|for))?(?: (?:this|it|the (?:net )?(?:variance|overspend|underspend|position|result|outturn|difference)))?| (?:for|behind|of) (?:this|it|the (?:net )?(?:variance|overspend|underspend|position|result|outturn|difference)))?$|` +
		`^(?:the |these |our |all |any )?(?:main |exact |precise |underlying |full )?(?:reasons?|causes?|drivers?|factors?|explanations?)(?: (?:for|of|behind)(?: (?:the|this|it|that|these))?(?: \w+){0,2}?)? (?:(?:is|are|were|was|remains?|have|has)(?: \w+)? ?)?(?:not (?:yet |fully |currently |been )*(?:known|clear|understood|identified|established|recorded|stated|given|determined|explained)|unknown|unclear|various|many|several|varied|numerous|complex|multiple|mixed|manifold|different)$`)
	// timingAlone is a reason that names nothing that came early or late.
	timingAlone = lazyregexp.Lazy(`^(?:mainly |mostly |purely |largely |just |only )?(?:due to |because of )?timing(?: (?:issues?|reasons?|only|effects?))?$`)
)

// isLeft reports whether a sentence was left there, and is no sentence of a report.
func isLeft(sentence string) bool {
	if len(sentence) > longestTurn {
		return false
	}
	if m := unfilled().FindString(sentence); m != "" && fieldWords().MatchString(m) {
		return true
	}
	s := text(sentence)
	if strings.Count(" "+s+" ", " blah ") > 1 {
		return true
	}
	return holdsAPlace(sentence) || !strings.ContainsAny(sentence, ";£%") && leftNote().MatchString(s)
}

// isLeftBlank reports whether a sentence is a field's word for nothing.
func isLeftBlank(sentence string) bool {
	return len(sentence) <= longestTurn && leftBlank().MatchString(text(sentence))
}

// isInMail reports whether a sentence says in which message the answer is.
func isInMail(sentence string) bool { return is(sentence, leftInMail()) }

// isUnnamed reports whether a sentence speaks of reasons and names none.
func isUnnamed(sentence string) bool { return is(sentence, unnamed()) }

// praisesAlone reports whether a sentence says that something went well, or that it was
// a matter of time.
func praisesAlone(sentence string) bool {
	return is(sentence, wentWell()) || is(sentence, timingAlone())
}

// unmarked is a text without the marks of a draft before it, and whether there was one.
func unmarked(plain string) (string, bool) {
	if m := markedDraft().FindString(plain); m != "" {
		return plain[len(m):], true
	}
	return plain, false
}
