package evidence

import (
	"slices"
	"strings"
	"unicode"

	"apr/internal/lazyregexp"
)

// Each kind of empty sentence has words that make it one (a pattern), and may hold
// besides only words that say nothing by themselves: those that join others, those
// of writing reports, who writes them and when, and names. So "No assessment was
// possible because of staffing" is none, and "No assessment was possible on the coast,
// where the practice closed" says something.

const (
	// reporting are words of writing a report: who does, when, and what.
	reporting = `time times timing writing date dates day days week weeks month months quarter year-end end course soon shortly later currently present moment stage due next autumn winter spring summer
		january february march april june july august september october november december financial
		officer officers manager managers head heads chief director directors lead leads leader leaders chair convener team teams colleague colleagues service services executive
		finance planning improvement operational clinical responsible owner owners author contact depute deputy assistant senior principal interim
		update updates updated comment comments input meeting meetings cycle committees final draft drafts form response evaluation analysis findings results result
		individual particular specific relevant appropriate necessary required position area areas work period reporting
		performance assess assessed assessing evaluate evaluated measure measured monitor monitored analyse analysed comment commented available unavailable held hold holds kept collected collated collect gathered
		add added write written complete prepare prepared produce produced publish submit submitted bring brought share shared supply supplied send sent receive confirm confirmed make made carry carried out undertake undertaken
		provide describe explain cover address include unable able possible practicable feasible yet now nothing received say note
		oversee oversees overseen oversight ownership holds external internal auditor auditors audit outturn group groups governance clinical care informed advised notified aware completed done finalised finalized apply applies assessing reporting monitoring
		proved proven opinion opinions verdict judgement log logs register registers tracker learning risk commercially sensitive confidential legal queries query questions enquiries requests directed addressed referred forms feature appear quarterly monthly annually regularly routinely known duty act law section joint
		matter question responsibility responsible remit duty role task give advise able happy placed help lies sits rests falls remains contact ask speak
		approved endorsed ratified signed off agreed adopted accepted expected intended hopes hope plans intends intend aims aim expects`
	// excuses say why there is no answer.
	excuses = `because due owing lack capacity staffing shortage shortages resource resources pressure pressures constraint constraints workload absence absences sickness vacancy vacancies turnover
		pandemic covid covid-19 system systems technical issue issues difficulty difficulties limited competing commercially sensitive confidential legal applicable priorities demand insufficient time unfortunately regrettably sorry apologies`
)

var (
	smallWords  = list(small)
	reportWords = list(small, places, reporting)
	excuseWords = list(small, places, reporting, excuses)
	dutyWords   = list(small, places, reporting, legal, `secure part duty obligation obligations public bodies body joint working local government prepare review reviewed carried consult consultation involve involvement engage engagement accordance line compliance keeping compliant comply complies
		legislation statutory guidance standards obliged pursuant further under carried out undertaken conducted followed process processes arrangements functions delegated scotland comply make makes meet meets all relevant`)
	// laterWords are those of telling later, too.
	laterWords = list(small, places, reporting, `pick picked up revisit revisited return returned look looked dealt filled once after new starts start started appointed post returns meets met live agreed text survey session workshop event booked arranged scheduled planned learned lessons learning`)
)

const (
	// tell are verbs of telling something, and with be of its being told.
	tell   = `(?:report|publish|present|share|provide|give|bring|submit|describe|include|cover|address|set out|comment|add|assess|evaluate|update|write|supply|confirm)`
	toldOf = `(?:reported|published|presented|shared|provided|given|brought|submitted|described|included|covered|addressed|set out|added|assessed|evaluated|updated|written|supplied|confirmed|available|completed|made|carried out|undertaken|picked up|revisited|returned to|dealt with|looked at|filled in)`
	// ofAnswer are what a text that isn't there would have been.
	ofAnswer = `(?:information|data|details?|evidence|assessment|evaluation|analysis|answer|response|narrative|commentary|comments?|update|outcome|principle|locality|performance|progress|this|it|best value|requirement)`
)

var (
	// promises say that something will be told.
	promises = lazyregexp.Lazy(`\b(?:will|shall|(?:is|are) (?:due|expected|planned|intended) to|(?:is|are|hopes?|plans?|intends?|aims?|expects?) to|'ll)(?: \w+)? (?:be )?(?:` + toldOf + `|` + tell + `|form part of|feature in|appear in|part of)\b|\b(?:session|workshop|meeting|discussion|event) (?:is |has been |was )?(?:booked|planned|scheduled|arranged|due)\b`)
	// refuses says that nothing is told.
	refuses = lazyregexp.Lazy(`\b(?:not|n't|never|un(?:able)) (?:\w+ ){0,3}?(?:assess\w*|evaluat\w*|analys\w*|report\w*|provid\w*|comment\w*|available|held|hold|collected|recorded|measured|possible|practicable)\b|\b(?:isn't|wasn't|weren't|couldn't|can't|cannot|don't|doesn't|didn't|haven't|hasn't|unable to|not able to|could not|can not)(?: \w+){0,3}? (?:assess\w*|evaluat\w*|analys\w*|report\w*|provid\w*|comment\w*|available|held|hold|collected|recorded|measured|possible|practicable|answer)\b|\bunavailable\b|^not applicable\b|^(?:this is |these are |the reasons? (?:is|are) )?(?:commercially sensitive|confidential)\b|^(?:this is |these are |it is )?not (?:yet )?known$|(?:do|does|did)(?: not|n't) apply\b|\b` + ofAnswer + `\b(?: \w+){0,5}? (?:not|n't|hasn't|wasn't|isn't|haven't)(?: \w+){0,2}? (?:completed?|made|written|received|undertaken|carried out|finali[sz]ed|ready|applicable)\b|^(?:there (?:is|was|are|were) )?(?:no|nothing)(?: \w+)? (?:` + ofAnswer + `|to (?:add|report|say|note|update))\b|\bnothing (?:further |new |more )?to (?:add|report|say|note|update)\b`)
	// handsOver says whose matter the answer is.
	handsOver = lazyregexp.Lazy(`\b(?:is|are|remains?|rests?|lies?|falls?|sits?)(?: \w+){0,2}? (?:matter|question|issue|responsibility|remit|duty|role|task|job|business) (?:for|of|to)\b|\b(?:lies|sits|rests|falls) (?:with|to|within)\b|\b(?:information|details?|data|this|it|these|records?) (?:is|are) (?:held|kept|collected|recorded|owned|reported|provided|published) by\b|^(?:please )?(?:contact|ask (?:the|our)|speak to|e-?mail|phone|telephone|direct)\b|\b(?:is|are) responsible for (?:this|it|assess\w*|report\w*|monitor\w*|scrutin\w*)\b|\b(?:holds?|keeps?|owns?|collects?|has|have) (?:this|these|that|the|our|all)? ?(?:information|data|details|figures|oversight|responsibility|ownership|lead|remit)\b|\b(?:logs?|reasons?|registers?|records?|trackers?|files?|documents?|reports?|evidence|information|data|details?|minutes) (?:is |are )?(?:held|kept|maintained|owned) (?:by|with)\b|\b(?:has|have) been (?:informed|advised|notified|made aware)\b|\bleads? on this\b|\b(?:will|would|should|may) be (?:able|in a position|happy|best placed) to (?:advise|confirm|explain|comment|answer|help|say|provide|supply)\b|\b(?:queries|query|questions|enquiries|requests)\b(?: \w+){0,4}? (?:directed|sent|addressed|referred) to\b`)
	// duties says that a provision applies.
	duties = lazyregexp.Lazy(`\b(?:duty|duties|section|act|regulations?|law|requirements?)\b(?: \w+){0,8}? (?:apply|applies|applied)\b`)
	// owes says that there is a duty, and follows that it was followed.
	owes    = lazyregexp.Lazy(`\b(?:has|have|is under|are under) an? (?:\w+ )?(?:duty|obligation) to\b|\b(?:is|are) (?:required|obliged)(?: by \w+)? to\b`)
	follows = lazyregexp.Lazy(`\b(?:in (?:accordance|line|compliance|keeping) with|as required by|complies with|comply with|compliant with|meets?|under|pursuant to|further to) (?:all |the |our |its |any )?(?:\w+ )?(?:law|legislation|statute|acts?|regulations?|requirements?|guidance|duty|duties|obligations|standards|section|regulation|part)\b`)
	// reportedTo says who is told, and not what.
	reportedTo = lazyregexp.Lazy(`\b(?:is|are) (?:\w+ )?(?:reported|presented|monitored|reviewed|considered|discussed|overseen)(?: \w+)? (?:to|by|at)\b`)
	// begins is a sentence that sends its reader away.
	begins = lazyregexp.Lazy(`^(?:please |also )?(?:see|refer (?:back )?to|visit|consult|read|look at) `)
	// documents are what says elsewhere how something is done.
	documents = lazyregexp.Lazy(`^((?:\w+ ){0,5}?)(?:plan|strategy|framework|report|policy|statement|accounts|paper|scheme|document|website|protocol|charter)s? (?:also )?(?:sets? out|describes?|explains?|details|covers?|outlines?|tells?|shows?|lists?|contains?|summarises?|says?)\b`)
	// finite is a word that makes more of a topic than a name of it.
	finite    = lazyregexp.Lazy(`\b(?:was|were|has|have|had|is|are|will|would|can|could|did|does|do|rose|fell|grew|cut|met|won|lost|made|ran|began|took|gave|went|came|kept|\w{3,}ed)\b`)
	auxiliary = lazyregexp.Lazy(`\b(?:was|were|has|have|had|is|are|will|would|can|could|did|does|do|and)\b`)
	// meant is where a pointer leads: the document at the end of a sentence.
	meant = lazyregexp.Lazy(`^((?:\S+ )*?)((?:please )?(?:see|refer to|read|visit|consult|look at)|(?:(?:is|are|can be|may be|have been|has been|will be) )?(?:also |all |fully |further )?(?:set out|described|detailed|covered|reported|included|explained|outlined|discussed|summarised|addressed|found|accessed|viewed|given|contained|dealt with|recorded|captured|available|published|provided|presented|shown) (?:in|on|at|under|by|from|within|through|via|as part of)) (?:the |our |a |an |its |their |that |this |each )?((?:\S+ ){0,5}?)(plans?|strateg(?:y|ies)|reports?|papers?|minutes|frameworks?|polic(?:y|ies)|accounts|websites?|web ?sites?|pages?|appendix|appendices|annex|sections?|chapters?|documents?|statements?|publications?|links?|dashboards?|portal|scheme|charter|briefings?|newsletters?|systems?|platforms?|databases?|hubs?|intranet|registers?|outcomes?)((?: (?:above|below|attached|here|\d+|[a-z]|page|pages|for|more|further|full|details?|information|on|of|the|our|this|website|and|to|at|in|year|years|published|board|council|meeting|committee|last|previous|next|section|appendix|dated|from|` + monthNames + `))*)$`)
	// particulars are words next to names and dates.
	particularWords = list(`head chief officer officers director manager lead leader chair convener service services finance performance planning strategy strategic partnership team executive clinical
		medical depute deputy assistant senior principal interim owner owner's author contact prepared written approved reviewed updated by end due before until plan plans strategic commissioning report minutes framework statement accounts appendix locality area region hscp ijb nhs council version v draft final date dated deadline due name role title
		of for and the to on at in words word max maximum minimum limit only comment discussion email tel telephone responsible person
		january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec st nd rd th`)
	roleOrDate = lazyregexp.Lazy(`(?i)\b(?:head of|chief|officer|director|manager|lead|chair|convener|owner|author|contact|prepared by|written by|version|draft|date|deadline|due|by|words?|plan|strategy|framework|report|minutes|appendix|` + monthNames + `)\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b`)
	// assents says that somebody approved of something.
	assents = lazyregexp.Lazy(`\b(?:approved|endorsed|ratified|signed off|agreed|adopted|accepted) (?:by|at|on)\b|\b(?:board|ijb|committee|council|group|authority|partnership|ministers?|officer|executive) (?:has |have |formally )*(?:approved|endorsed|ratified|signed off|agreed|adopted|accepted)\b`)
)

const monthNames = `january|february|march|april|may|june|july|august|september|october|november|december`

func text(sentence string) string { return strings.Join(lower(plainWords(sentence)), " ") }

// isPromise reports whether a sentence says that something will be told, and
// nothing else.
func isPromise(sentence string) bool {
	return isMadeOf(sentence, laterWords(), true) && promises().MatchString(text(sentence))
}

// isRefusal reports whether a sentence says that there is no answer, and perhaps
// why.
func isRefusal(sentence string) bool {
	return isMadeOf(sentence, excuseWords(), true) && refuses().MatchString(text(sentence))
}

// isHandedOver reports whether a sentence says who has the answer.
func isHandedOver(sentence string) bool {
	return isMadeOf(sentence, reportWords(), true) && handsOver().MatchString(text(sentence))
}

// isAssent reports whether a sentence says who approved of something and when.
func isAssent(sentence string) bool {
	return isMadeOf(sentence, reportWords(), true) && assents().MatchString(text(sentence))
}

// statesDuty reports whether a sentence says that a provision applies, and nothing else.
func statesDuty(sentence string) bool {
	s := text(sentence)
	return isMadeOf(sentence, reportWords(), true) && duties().MatchString(s) || isMadeOf(sentence, dutyWords(), true) && !counts(sentence) && owes().MatchString(s)
}

// complies reports whether a sentence says that something was done as the law wants it.
func complies(sentence string) bool {
	return isMadeOf(sentence, dutyWords(), true) && !counts(sentence) && follows().MatchString(text(sentence))
}

// counts reports whether a sentence has a number that is neither a year nor the number of
// a provision.
func counts(sentence string) bool {
	before := ""
	for w := range eachWord(sentence) {
		w = strings.ToLower(w)
		if isNumber(w) && !isYear(w) && before != "part" && !numbered()[before] {
			return true
		}
		before = w
	}
	return false
}

// isReported reports whether a sentence says who is told, and nothing else.
func isReported(sentence string) bool {
	return isMadeOf(sentence, reportWords(), true) && reportedTo().MatchString(text(sentence))
}

// sendsAway reports whether a sentence tells its reader to look elsewhere, whatever for:
// it has no other verb and no figure.
func sendsAway(sentence string) bool {
	if len(sentence) > longestEmpty {
		return false
	}
	sentence = partOf().ReplaceAllString(strings.TrimRight(sentence, " .\n"), "")
	if strings.ContainsAny(sentence, ",£%") {
		return false
	}
	s := text(sentence)
	m := begins().FindStringIndex(s)
	return m != nil && !finite().MatchString(s[m[1]:])
}

// describesElsewhere reports whether a sentence says that a document tells how
// something is done; it has no number.
func describesElsewhere(sentence string) bool {
	if len(sentence) > longestEmpty || strings.ContainsFunc(sentence, unicode.IsDigit) || strings.Contains(sentence, ",") {
		return false
	}
	m := documents().FindStringSubmatch(text(sentence))
	return m != nil && !finite().MatchString(m[1])
}

// partsOfMeant are parts of the words for documents in meant. Most sentences have none,
// which is seen faster than that they don't match.
var partsOfMeant = []string{"plan", "strateg", "report", "paper", "minutes", "framework", "polic", "accounts", "web", "page", "append", "annex", "section", "chapter", "document",
	"statement", "publication", "link", "dashboard", "portal", "scheme", "charter", "briefing", "newsletter", "system", "platform", "database", "hub", "intranet", "register", "outcome"}

// leadsElsewhere reports whether a sentence is a topic, that it is set out, and the
// document in which it is: "Reasons for the rise are set out in the audited accounts."
func leadsElsewhere(sentence string) bool {
	if strings.ContainsAny(sentence, ",£%") || len(sentence) > longestEmpty {
		return false
	}
	s := text(sentence)
	if !slices.ContainsFunc(partsOfMeant, func(part string) bool { return strings.Contains(s, part) }) {
		return false
	}
	m := meant().FindStringSubmatch(s)
	if m == nil || finite().MatchString(m[1]) || auxiliary().MatchString(m[3]) {
		return false
	}
	topic := strings.Fields(m[1])
	if len(topic) == 0 || !strings.Contains(m[2], "available") && !strings.Contains(m[2], "provided") && !strings.Contains(m[2], "published") && !strings.Contains(m[2], "given") && !strings.Contains(m[2], "shown") {
		return true
	}
	// What is new on a website is a deed, unless it is what this text should be.
	return slices.ContainsFunc(topic[:min(3, len(topic))], func(w string) bool {
		return slices.Contains([]string{"details", "detail", "information", "reasons", "changes", "assessment", "narrative", "commentary", "evidence", "data", "this", "these", "more", "further", "full"}, w)
	})
}

// isParticulars reports whether a whole text is nothing but names, roles, dates,
// versions and lengths: "J. Smith, Head of Service".
func isParticulars(plain string) bool {
	if len(plain) > longestEmpty {
		return false
	}
	words := plainWords(plain)
	if len(words) == 0 || len(words) > 20 || !roleOrDate().MatchString(plain) {
		return false
	}
	known := particularWords()
	for i, w := range words {
		small := strings.ToLower(w)
		switch {
		case known[small], len(w) == 1, isNumber(strings.TrimPrefix(small, "v")) && !strings.ContainsAny(w, "£%"):
		case unicode.IsUpper([]rune(w)[0]) && (i > 0 || i+1 < len(words) && unicode.IsUpper([]rune(words[i+1])[0]) && !known[strings.ToLower(words[i+1])]):
		default:
			return false
		}
	}
	return true
}

// Repeats says how an action stands to the recommendation that it is of.
type Repeats int

// How an action repeats its recommendation.
const (
	// Own is an action in words of its own.
	Own Repeats = iota
	// Nearly has hardly a word but the recommendation's: "Staff have regular supervision."
	Nearly
	// Ought says nothing but that the recommendation should be followed.
	Ought
)

var (
	ought = lazyregexp.Lazy(`\b(?:should|must|ought|needs? to|has to|have to|(?:is|are) to|to be|recommended)\b`)
	// bids is how a recommendation is put, and what was done isn't.
	bids = lazyregexp.Lazy(`\b(?:should|must|ought to)\b`)
	// following are words of following a recommendation.
	following = list(small, receipts, `ensure ensures ensured ensuring make makes made sure will shall must need needs committed commit going work works working continue continues improve improves service services board hospital home provider team teams staff people implement implemented implementing action taken now currently fully always`)
)

// Repeats says whether an action is in other words than the recommendation that it
// is of.
func (r *Reader) Repeats(action, recommendation string) Repeats {
	plain, _, data := plainText(action)
	asked, _, _ := plainText(recommendation)
	if data || len(plain) > 2*len(asked)+200 {
		return Own
	}
	known := map[string]bool{}
	for _, w := range stems(plainWords(asked)) {
		known[w] = true
	}
	words := plainWords(plain)
	of, own := 0, 0
	for i, w := range lower(words) {
		switch {
		case known[stem(w)] && !smallWords()[w]:
			of++
		case known[stem(w)] || following()[w]:
		case isNumber(words[i]):
			return Own
		default:
			own++
		}
	}
	if of < 3 || own > 0 && 8*own > of {
		if of >= 5 && 3*own <= of && bids().MatchString(text(plain)) {
			return Nearly // a few words were changed, and it is still a recommendation
		}
		return Own
	}
	if own == 0 && ought().MatchString(text(plain)) {
		return Ought
	}
	return Nearly
}
